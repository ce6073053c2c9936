package extract

import (
	"slices"
	"strings"
	"sync"

	"entente/loader/gazetteer"
	"entente/model"
)

// Reader reads articles. One Reader serves any number of goroutines.
type Reader struct {
	g     *gazetteer.Gazetteer
	lex   *lexicon
	rules []rule
	docs  sync.Pool
}

// New builds a reader over a gazetteer. It panics when an embedded table is
// damaged, which the tests rule out.
func New(g *gazetteer.Gazetteer) *Reader {
	lex, err := newLexicon(g)
	if err != nil {
		panic(err)
	}
	rules, err := lex.readRules()
	if err != nil {
		panic(err)
	}
	r := &Reader{g: g, lex: lex, rules: rules}
	r.docs.New = func() any { return &document{lex: lex, g: g} }
	return r
}

// Read reads a.Text and fills Zones, Title, Source, Published, Lang, Summary
// and Reports. What the decoder already knew of the title and the publication
// day stands. Read changes nothing but a.
func (r *Reader) Read(a *model.Article) {
	d, _ := r.docs.Get().(*document)
	defer r.docs.Put(d)
	d.read(r, a)
}

func (d *document) read(r *Reader, a *model.Article) ([]frame, []event) {
	d.text, d.offset = a.Text, 0
	if a.Title != "" && !strings.Contains(a.Text[:min(len(a.Text), 2000)], a.Title) {
		d.text = a.Title + "\n\n" + a.Text // the headline stood outside the text
		d.offset = len(a.Title) + 2
	}
	d.people = d.people[:0]
	d.speaker = -1
	d.lines = splitLines(d.text, d.lines)
	title := markZones(d.text, d.lines)
	if d.offset > 0 {
		d.lines[0].zone = zoneTitle
	}
	if a.Title == "" {
		a.Title = title
	}
	d.tokenize()
	d.findDates()
	d.nameInFull()
	d.today = d.roughDay(a)
	d.itemize()
	pub := a.Published
	if pub.IsZero() {
		pub, _ = d.publish(a)
		a.Published = pub
	}
	if pub.Precision() == model.PrecisionMonth {
		a.Published = model.Date{}
	}
	if !pub.IsZero() {
		d.today = pub
	}
	d.findSpeaker(d.protagonist())
	d.findPlaces()
	frames := d.findFrames(r.rules)
	frames, events := d.events(frames, pub)
	d.report(a, frames, events, pub)
	d.describe(a)
	a.Zones = d.zones()
	if a.Lang == "" {
		a.Lang = "en"
	}
	return frames, events
}

// roughDay is a first guess at the article's day, so that offices can be told
// before the people are known: the publication day as it stands, else the latest
// year that the text tells.
func (d *document) roughDay(a *model.Article) model.Date {
	if !a.Published.IsZero() {
		return a.Published
	}
	best, _ := d.findPublished()
	if best.expr >= 0 && best.date.Year != 0 {
		return best.date
	}
	y := 0
	for _, k := range d.yearsTold() {
		if k > y && k <= lastYear {
			y = k
		}
	}
	if y != 0 && best.expr >= 0 {
		best.date.Year = int16(y) //nolint:gosec // a year.
		if best.date.Valid() {
			return best.date
		}
	}
	return model.Date{Year: int16(y)} //nolint:gosec // a year.
}

// zones returns the article's zones for display, neighbours of one kind joined.
func (d *document) zones() []model.Zone {
	kinds := [...]model.ZoneKind{
		zoneProse: model.ZoneBody, zoneTitle: model.ZoneTitle, zoneStamp: model.ZoneHeader, zoneBackground: model.ZoneBackground,
		zoneCaption: model.ZoneFurniture, zoneTail: model.ZoneFurniture, zoneHeading: model.ZoneBody,
	}
	var out []model.Zone
	for _, l := range d.lines {
		if l.blank || l.end <= d.offset {
			continue
		}
		k := kinds[l.zone]
		if n := len(out); n > 0 && out[n-1].Kind == k {
			out[n-1].End = l.end - d.offset
			continue
		}
		out = append(out, model.Zone{Span: model.Span{Start: l.start - d.offset, End: l.end - d.offset}, Kind: k})
	}
	return out
}

// The scores from which an encounter is believed: by itself, and in an article that speaks of encounters elsewhere too.
const (
	believed        = 8
	believedWithAid = 4
	believedBeside  = 6 // a further encounter, with names and day
)

// believes decides whether an event took place, or is planned, by the article's own words.
func (d *document) believes(e *event, primary bool) bool {
	if e.score >= believed || !primary && e.score >= believedBeside {
		return true
	}
	return primary && e.score >= believedWithAid && d.encounterWords() >= 2
}

// encounterWords counts the words of title and text that belong to encounters, quotations left out.
func (d *document) encounterWords() int {
	n := 0
	for k := range d.sents {
		s := &d.sents[k]
		if s.zone != zoneProse && s.zone != zoneTitle || s.index > 20 {
			continue
		}
		for i := s.from; i < s.to; i++ {
			it := &d.items[i]
			if it.kind == itemWord && !it.quoted && it.is(classTalk|classMeeting|classCall|classPress|classReceive|classVisit|classMeet|classDiscuss|classGather) {
				n++
			}
		}
	}
	return n
}

// headlineOff tells that title or first sentence say that something was called off, refused or did
// not take place: it returns the score below which an encounter is taken to be that, 0 for none.
func (d *document) headlineOff() int {
	limit := 0
	for k := range d.sents {
		s := &d.sents[k]
		if s.zone != zoneTitle && (s.zone != zoneProse || s.index != 1) {
			continue
		}
		for i := s.from; i < s.to; i++ {
			if it := &d.items[i]; it.is(classOff) && !it.quoted {
				if s.zone == zoneTitle {
					return 30
				}
				limit = 15
			}
		}
	}
	return limit
}

// report turns events into reports.
func (d *document) report(a *model.Article, frames []frame, events []event, pub model.Date) {
	a.Reports = nil
	order := rank(events)
	primary := -1
	off := d.headlineOff()
	for _, i := range order {
		e := &events[i]
		if !d.believes(e, true) || len(e.people) == 0 {
			continue
		}
		if off > 0 && e.score < off {
			e.status = model.StatusOff
		}
		if primary < 0 && e.status != model.StatusOff {
			primary = i
		}
	}
	for _, i := range order {
		e := &events[i]
		if !d.believes(e, i == primary) {
			continue
		}
		if i != primary {
			if len(e.people) < 2 || e.date.Precision() != model.PrecisionDay && e.status != model.StatusOff {
				continue
			}
		} else if e.date.IsZero() {
			e.date, e.dateRule = d.defaultDate(e, pub)
		}
		a.Reports = append(a.Reports, d.reportOf(a, frames, e, i == primary))
	}
	slices.SortStableFunc(a.Reports, func(x, y *model.Report) int {
		switch {
		case x.Primary && !y.Primary:
			return -1
		case y.Primary && !x.Primary:
			return 1
		}
		return 0
	})
}

func (d *document) reportOf(a *model.Article, frames []frame, e *event, primary bool) *model.Report {
	r := &model.Report{Article: a, Primary: primary, Date: e.date, End: e.end, Kind: e.kind, Status: e.status, Confidence: 0.8}
	if e.kind != model.KindCall {
		r.Place = e.place.place
	}
	add := func(p model.Party) {
		if p != "" && !slices.Contains(r.Parties, p) {
			r.Parties = append(r.Parties, p)
		}
	}
	for _, k := range e.people {
		p := &d.people[k]
		party := d.partyOfPerson(p)
		r.People = append(r.People, model.Participant{Name: p.name, Office: d.officeOf(p), Party: party})
		add(party)
	}
	for _, p := range e.parties {
		add(p)
	}
	slices.Sort(r.Parties)
	f := &frames[e.frames[0]]
	s := &d.sents[f.sent]
	d.evidence(r, "people", s.first, s.last, f.rule.name, "")
	if e.dateFrom >= 0 {
		x := &d.dates[e.dateFrom]
		d.evidence(r, "date", x.first, x.last, e.dateRule, "")
	}
	return r
}

// evidence adds the words of tokens first…last, unless they stand in a headline outside the text.
func (d *document) evidence(r *model.Report, field string, first, last int, rule, note string) {
	start, end := int(d.tokens[first].start)-d.offset, int(d.tokens[last-1].end)-d.offset
	if start < 0 {
		return
	}
	r.Evidence = append(r.Evidence, model.Evidence{Field: field, Span: model.Span{Start: start, End: end}, Rule: rule, Note: note})
}

// officeOf is the office to show for a person on the article's day.
func (d *document) officeOf(p *person) string {
	o, ok := d.roleOf(p)
	if !ok {
		return p.office
	}
	name := map[gazetteer.Role]string{
		gazetteer.RoleHeadOfState: "President", gazetteer.RoleHeadOfGovernment: "Prime Minister", gazetteer.RoleForeignMinister: "Minister of Foreign Affairs",
		gazetteer.RoleDefenceMinister: "Minister of Defence",
	}[o.Role]
	if o.Title != "" {
		name = strings.ToUpper(o.Title[:1]) + o.Title[1:]
	}
	if name == "" {
		return p.office
	}
	return name + " of " + d.g.PartyName(o.Party)
}
