package model

import (
	"math"
	"slices"
	"strings"

	"entente/text"
)

// Names tells what parties are called, so that ‘Estonia’, ‘Estonian’ and ‘EE’
// find the same meetings. A loader's gazetteer is one.
type Names interface {
	// PartyName is the name to show for a party, such as Estonia.
	PartyName(p Party) string
	// PartyForms lists further names, demonyms and codes that people type for it.
	PartyForms(p Party) []string
}

// Timeline is every meeting of a collection in order, with the articles that
// they were read from. It never changes once built.
//
// What filters, orders and counts ask stands in columns, one entry a row; the
// meetings themselves are in memory or in an Archive, which makes one when it is looked at.
type Timeline struct {
	meetings []*Meeting // where they are in memory
	articles []*Article // likewise
	archive  Archive    // where they are not
	names    Names

	ids       identities
	facts     []fact    // by row
	dated     int       // rows that have a date; undated rows stand last
	wide      []stretch // dated rows of more than one day: ranges, months, years
	told      told
	published []Date // of every article

	titles titles
	found  *found // in texts
	index  [fieldCount]index
	every  []int32 // all rows
}

// fact is what orders and comparisons ask of a meeting.
type fact struct {
	date       Date
	reported   Date
	confidence float32
	lead       int32 // the person that it is sorted under, as a value of FieldWho; -1 for nobody
	sources    uint16
	percent    uint8
	disputed   bool
}

// stretch is a row that may lie on any day up to the last.
type stretch struct {
	row  int32
	last Date
}

// index holds for one field every value that occurs and the rows that have it.
type index struct {
	values []value
	byKey  map[string]int32
}

// value is one value of a field: a person, a party, a city.
type value struct {
	key   string   // what the filter prints
	label string   // what the screen shows
	forms []string // folded: whatever people may type for it
	rows  posting
}

// NewTimeline sorts meetings and articles and indexes them. It keeps both
// slices' elements and must be given them for good. names may be nil.
func NewTimeline(meetings []*Meeting, articles []*Article, names Names) *Timeline {
	t := &Timeline{meetings: slices.Clone(meetings), articles: slices.Clone(articles), names: names}
	slices.SortFunc(t.meetings, CompareMeetings)
	slices.SortFunc(t.articles, compareArticles)
	f, numbers := t.filler(len(meetings)), map[*Article]int32{}
	for _, m := range t.meetings {
		f.add(m, numbered(m, numbers))
	}
	f.end()
	for _, a := range t.articles {
		t.published = append(t.published, a.Published)
	}
	return t
}

func compareArticles(a, b *Article) int { return strings.Compare(a.ID, b.ID) }

// numbered numbers the articles of a meeting, new ones as they come.
func numbered(m *Meeting, numbers map[*Article]int32) []int32 {
	out := make([]int32, 0, len(m.Reports))
	for _, r := range m.Reports {
		n, ok := numbers[r.Article]
		if !ok {
			n = int32(len(numbers)) //nolint:gosec // as many as there are articles.
			numbers[r.Article] = n
		}
		out = append(out, n)
	}
	return out
}

// filler enters meetings into the columns of a timeline, in order.
type filler struct {
	*Timeline
}

// filler begins to enter n meetings.
func (t *Timeline) filler(n int) filler {
	t.facts = make([]fact, 0, n)
	t.found = &found{}
	t.every = make([]int32, n)
	for i := range t.every {
		t.every[i] = int32(i)
	}
	return filler{t}
}

// add enters the next meeting, which the articles of those numbers report.
func (f filler) add(m *Meeting, articles []int32) {
	row := int32(len(f.facts)) //nolint:gosec // a row.
	f.ids.add(m.ID)
	f.told.add(articles, m.Reports)
	f.enter(m, row)
	f.enterFact(m, row)
	f.titles.add(m, f.Len())
}

func (f filler) end() {
	f.ids.sort()
	f.titles.end()
	f.state(isUnread).rows.inverse = true
}

func (t *Timeline) enterFact(m *Meeting, row int32) {
	f := fact{
		date: m.Date, reported: m.Reported(), confidence: float32(m.Confidence), percent: uint8(m.Confidence*100 + 0.5),
		lead: -1, sources: uint16(min(m.Sources, math.MaxUint16)), disputed: len(m.Conflicts) > 0, //nolint:gosec // as it says.
	}
	if n := len(m.People); n > 0 {
		f.lead = t.index[FieldWho].byKey[m.People[n-1].Name]
	}
	t.facts = append(t.facts, f)
	if m.Date.IsZero() {
		return
	}
	t.dated = int(row) + 1
	if last := lastDay(m); last != m.Date {
		t.wide = append(t.wide, stretch{row, last})
	}
}

// lastDay is the last day on which a meeting may have been.
func lastDay(m *Meeting) Date {
	if !m.End.IsZero() {
		return m.End.Last()
	}
	return m.Date.Last()
}

func (t *Timeline) enter(m *Meeting, row int32) {
	for _, p := range m.People {
		t.add(FieldWho, p.Name, row, nil)
	}
	for _, p := range m.Parties {
		t.add(FieldWith, string(p), row, func(v *value) {
			v.label = t.PartyName(p)
			v.forms = append(v.forms, text.Fold(v.label))
			if t.names != nil {
				for _, f := range t.names.PartyForms(p) {
					v.forms = append(v.forms, text.Fold(f))
				}
			}
		})
	}
	if m.Place.City != "" {
		t.add(FieldIn, m.Place.City, row, nil)
	}
	if h := m.Place.Host; h != "" {
		t.add(fieldHost, string(h), row, func(v *value) {
			v.label = t.PartyName(h)
			v.forms = append(v.forms, text.Fold(v.label))
		})
	}
	for _, topic := range m.Topics {
		t.add(FieldTopic, topic, row, nil)
	}
	for _, r := range m.Reports {
		if r.Article.Source != "" {
			t.add(FieldSource, r.Article.Source, row, nil)
		}
		for _, s := range r.Article.Sources {
			if s.Outlet != "" {
				t.add(FieldSource, s.Outlet, row, nil)
			}
		}
	}
	if d := m.Date.MonthOf(); !d.IsZero() {
		t.add(fieldMonth, d.String(), row, func(v *value) { v.label = d.Long() })
	}
	t.add(FieldKind, m.Kind.String(), row, nil)
	t.add(FieldStatus, m.Status.String(), row, nil)
}

// add enters row under a key of a field; fill completes a value seen for the first time.
func (t *Timeline) add(f Field, key string, row int32, fill func(*value)) {
	ix := &t.index[f]
	if ix.byKey == nil {
		ix.byKey = map[string]int32{}
	}
	at, ok := ix.byKey[key]
	if !ok {
		at = int32(len(ix.values)) //nolint:gosec // as many values as rows at most.
		ix.byKey[key] = at
		v := value{key: key, label: key, forms: []string{text.Fold(key)}}
		if fill != nil {
			fill(&v)
		}
		ix.values = append(ix.values, v)
	}
	ix.values[at].rows.add(row, t.Len())
}

// Of is a timeline of other meetings under the same names.
func (t *Timeline) Of(meetings []*Meeting) *Timeline { return NewTimeline(meetings, nil, t.names) }

// Len is the number of meetings.
func (t *Timeline) Len() int { return len(t.every) }

// At returns the meeting in a row of the timeline, 0-based.
func (t *Timeline) At(row int32) *Meeting {
	if t.archive == nil {
		return t.meetings[row]
	}
	return t.fetch(row)
}

// Date is the day of the meeting in a row, which need not be looked for to tell it.
func (t *Timeline) Date(row int32) Date { return t.facts[row].date }

// ID is the identity of the meeting in a row, which need not be looked for either.
func (t *Timeline) ID(row int32) string { return string(t.ids.at(row)) }

// Row finds a meeting's row by its ID.
func (t *Timeline) Row(id string) (int32, bool) { return t.ids.find(id) }

// PartyName is the name to show for a party; its code where no name is known.
func (t *Timeline) PartyName(p Party) string {
	if t.names != nil {
		if n := t.names.PartyName(p); n != "" {
			return n
		}
	}
	return string(p)
}

// Span returns the first and the last day on which a dated meeting lies; zero
// dates when there is none.
func (t *Timeline) Span() (first, last Date) {
	if t.dated == 0 {
		return first, last
	}
	last = t.facts[t.dated-1].date.Last()
	for _, w := range t.wide {
		if end := t.facts[w.row].date.Last(); Compare(end, last) > 0 {
			last = end
		}
	}
	return t.facts[0].date, last
}

// Parties counts the distinct parties of all meetings.
func (t *Timeline) Parties() int { return len(t.index[FieldWith].values) }
