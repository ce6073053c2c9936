package score

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"entente/model"
)

// Found counts what was found rightly, too much and not at all.
type Found struct {
	Precision float64 `json:"precision"`
	Recall    float64 `json:"recall"`
	F1        float64 `json:"f1"`
	Right     int     `json:"tp"`
	Extra     int     `json:"fp"`
	Missed    int     `json:"fn"`
}

func (f *Found) add(right, extra, missed int) {
	f.Right, f.Extra, f.Missed = f.Right+right, f.Extra+extra, f.Missed+missed
}

func (f *Found) f1() float64 { return ratio(2*f.Right, 2*f.Right+f.Extra+f.Missed) }

func (f *Found) finish() {
	f.Precision, f.Recall = ratio(f.Right, f.Right+f.Extra), ratio(f.Right, f.Right+f.Missed)
	f.F1 = f.f1()
}

func ratio(n, of int) float64 {
	if of == 0 {
		return 0
	}
	return float64(n) / float64(of)
}

// Share counts how many of some things are right.
type Share struct {
	Accuracy float64 `json:"accuracy"`
	Right    int     `json:"right"`
	Of       int     `json:"of"`
}

func (s *Share) add(ok bool) {
	s.Of++
	if ok {
		s.Right++
	}
	s.Accuracy = ratio(s.Right, s.Of)
}

// Fields are the shares of encounters of which a field is right. A missed encounter is wrong in every field.
type Fields struct {
	DateExact Share `json:"date_exact"`
	DateOK    Share `json:"date_ok"` // a day inside the month of the label counts, too
	Kind      Share `json:"kind"`
	Status    Share `json:"status"`
	Host      Share `json:"host"`
	City      Share `json:"city"`
}

// fieldNames are the fields as agrees knows them, in the order of Fields.
var fieldNames = []string{"date_exact", "date_ok", "kind", "status", "host", "city"}

func (f *Fields) share(name string) *Share {
	return []*Share{&f.DateExact, &f.DateOK, &f.Kind, &f.Status, &f.Host, &f.City}[slices.Index(fieldNames, name)]
}

// Primary are the figures of what each article is about.
type Primary struct {
	Detection Found `json:"detection"`
	Fields
	GivenFound       Fields `json:"given_found"` // where label and reading both have an encounter
	HostWhereKnown   Share  `json:"host_where_known"`
	Participants     Found  `json:"participants"`
	Countries        Found  `json:"countries"`
	DateAndCountries Share  `json:"date_and_countries"`
	WholeRecord      Share  `json:"whole_record"`
}

// AllEvents are the figures of every encounter of each article.
type AllEvents struct {
	Events Found `json:"events"`
	Fields
	Participants Found `json:"participants"`
	Countries    Found `json:"countries"`
}

// Figures are the scores of a set of articles.
type Figures struct {
	Articles           int       `json:"articles"`
	Primary            Primary   `json:"primary"`
	AllEvents          AllEvents `json:"all_events"`
	Published          Share     `json:"published"`
	PublishedWhereTold Share     `json:"published_where_told"`
	MergedPairs        Found     `json:"merged_pairs"` // of articles that labels say report one encounter
	Wrong              []Wrong   `json:"-"`
}

// Wrong is an article that is not read fully right.
type Wrong struct {
	ID   string
	What []string // fields, or ‘missed event’, ‘false event’
}

// Of scores readings beside labels; a label without a reading is an article of which nothing was read.
func Of(labels, readings []Reading) *Figures {
	read := make(map[string]*Reading, len(readings))
	for i := range readings {
		read[readings[i].ID] = &readings[i]
	}
	f := &Figures{Articles: len(labels)}
	for i := range labels {
		got := read[labels[i].ID]
		if got == nil {
			got = &Reading{}
		}
		if bad := f.article(&labels[i], got); len(bad) > 0 {
			f.Wrong = append(f.Wrong, Wrong{labels[i].ID, bad})
		}
		f.AllEvents.article(labels[i].Events, got.Events)
	}
	for _, x := range []*Found{
		&f.Primary.Detection, &f.Primary.Participants, &f.Primary.Countries, &f.AllEvents.Events, &f.AllEvents.Participants, &f.AllEvents.Countries,
	} {
		x.finish()
	}
	return f
}

// article adds what an article is about, and returns what is wrong in it.
func (f *Figures) article(want, got *Reading) (bad []string) {
	p := &f.Primary
	w, g := want.main(), got.main()
	p.Detection.add(b2i(w != nil && g != nil), b2i(w == nil && g != nil), b2i(w != nil && g == nil))
	people, parties := compare(&p.Participants, &p.Countries, w, g)
	switch {
	case w != nil:
		bad = p.fields(w, g, people, parties)
	case g != nil:
		bad = []string{"false event"}
	}
	if w != nil && g == nil {
		bad = []string{"missed event"}
	}
	same := want.Published == got.Published
	f.Published.add(same)
	if want.Published != "" {
		f.PublishedWhereTold.add(same)
	}
	if !same {
		bad = append(bad, "published")
	}
	return bad
}

func (p *Primary) fields(w, g *Event, people, parties bool) (bad []string) {
	right := map[string]bool{}
	for _, name := range fieldNames {
		right[name] = g != nil && agrees(name, w, g)
		p.share(name).add(right[name])
		if g != nil {
			p.GivenFound.share(name).add(right[name])
		}
		if !right[name] && name != "date_ok" && name != "city" {
			bad = append(bad, name)
		}
	}
	if w.Host != "" {
		p.HostWhereKnown.add(right["host"])
	}
	core := right["date_exact"] && parties
	p.DateAndCountries.add(core)
	p.WholeRecord.add(core && people && right["kind"] && right["status"])
	if !people {
		bad = append(bad, "participants")
	}
	if !parties {
		bad = append(bad, "countries")
	}
	return bad
}

func (f *AllEvents) article(want, got []Event) {
	pairs, missed, extra := Align(want, got)
	f.Events.add(len(pairs), len(extra), len(missed))
	for _, x := range pairs {
		for _, name := range fieldNames {
			f.share(name).add(agrees(name, x[0], x[1]))
		}
		compare(&f.Participants, &f.Countries, x[0], x[1])
	}
	for _, x := range missed {
		for _, name := range fieldNames {
			f.share(name).add(false)
		}
		compare(&f.Participants, &f.Countries, x, nil)
	}
	for _, x := range extra {
		compare(&f.Participants, &f.Countries, nil, x)
	}
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

// Merging scores which articles were put together: over the pairs of labelled
// articles, a pair is right when the labels of both share a key.
func (f *Figures) Merging(labels []Reading, meetings []*model.Meeting) {
	keys := map[string][]string{}
	for _, l := range labels {
		for _, e := range l.Events {
			if e.Merge != "" {
				keys[l.ID] = append(keys[l.ID], e.Merge)
			}
		}
	}
	want, got := map[[2]string]bool{}, map[[2]string]bool{}
	for i, a := range labels {
		for _, b := range labels[i+1:] {
			if slices.ContainsFunc(keys[a.ID], func(k string) bool { return slices.Contains(keys[b.ID], k) }) {
				want[[2]string{a.ID, b.ID}] = true
			}
		}
	}
	for _, m := range meetings {
		var ids []string
		for _, r := range m.Reports {
			if len(keys[r.Article.ID]) > 0 {
				ids = append(ids, r.Article.ID)
			}
		}
		slices.Sort(ids)
		ids = slices.Compact(ids)
		for i, a := range ids {
			for _, b := range ids[i+1:] {
				got[[2]string{a, b}] = true
			}
		}
	}
	for p := range got {
		f.MergedPairs.add(b2i(want[p]), b2i(!want[p]), 0)
	}
	f.MergedPairs.Missed = len(want) - f.MergedPairs.Right
	f.MergedPairs.finish()
}

// Rows are the figures for people, as a name and what was measured.
func (f *Figures) Rows() [][2]string {
	found := func(x Found) string {
		return fmt.Sprintf("P %5.1f  R %5.1f  F1 %5.1f   (%d right, %d too many, %d missed)", 100*x.Precision, 100*x.Recall, 100*x.F1, x.Right, x.Extra, x.Missed)
	}
	share := func(x Share) string { return fmt.Sprintf("%5.1f %%   (%d of %d)", 100*x.Accuracy, x.Right, x.Of) }
	fields := func(x *Fields, given *Fields) (rows [][2]string) {
		names := []string{"date exact", "date ok (month counts)", "kind", "status", "host country", "city"}
		for i, name := range fieldNames {
			s := share(*x.share(name))
			if given != nil {
				s += fmt.Sprintf("   given found %5.1f %%", 100*given.share(name).Accuracy)
			}
			rows = append(rows, [2]string{"  " + names[i], s})
		}
		return rows
	}
	p, a := &f.Primary, &f.AllEvents
	rows := append(make([][2]string, 0, 32), [][2]string{{"articles", strconv.Itoa(f.Articles)}, {}, {"PRIMARY", ""}, {"  event or none", found(p.Detection)}}...)
	rows = append(rows, fields(&p.Fields, &p.GivenFound)...)
	rows = append(rows, [][2]string{
		{"  host where the label has one", share(p.HostWhereKnown)},
		{"  participants", found(p.Participants)},
		{"  countries", found(p.Countries)},
		{"  date + countries right", share(p.DateAndCountries)},
		{"  whole record right", share(p.WholeRecord)},
		{},
		{"ALL EVENTS", ""},
		{"  events", found(a.Events)},
	}...)
	rows = append(rows, fields(&a.Fields, nil)...)
	rows = append(rows, [][2]string{
		{"  participants", found(a.Participants)},
		{"  countries", found(a.Countries)},
		{},
		{"published date", share(f.Published)},
		{"published where told", share(f.PublishedWhereTold)},
		{"merged pairs", found(f.MergedPairs)},
	}...)
	return rows
}

// String tells what is wrong in an article.
func (w Wrong) String() string { return w.ID + ": " + strings.Join(w.What, ", ") }
