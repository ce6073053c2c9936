package model

import (
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
type Timeline struct {
	meetings []*Meeting
	articles []*Article
	names    Names
	byID     []int32 // rows in the order of their meetings' IDs
	days     []int32 // by row: the first day, as Date.Days counts; undated rows stand last
	dated    int     // rows that have a date
	wide     []int32 // dated rows of more than one day: ranges, months, years
	titles   titles
	index    [fieldCount]index
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
	rows  []int32  // ascending
	// inverse: rows lists those that do not have the value, for nearly all do
	inverse bool
}

// NewTimeline sorts meetings and articles and indexes them. It keeps both
// slices' elements and must be given them for good. names may be nil.
func NewTimeline(meetings []*Meeting, articles []*Article, names Names) *Timeline {
	t := &Timeline{
		meetings: slices.Clone(meetings), articles: slices.Clone(articles), names: names,
		byID: make([]int32, len(meetings)), days: make([]int32, len(meetings)),
	}
	slices.SortFunc(t.meetings, CompareMeetings)
	slices.SortFunc(t.articles, func(a, b *Article) int { return strings.Compare(a.ID, b.ID) })
	for i, m := range t.meetings {
		row := int32(i)
		t.byID[i] = row
		t.enter(m, row)
		t.enterDay(m, row)
		t.titles.add(m)
	}
	slices.SortFunc(t.byID, func(a, b int32) int { return strings.Compare(t.meetings[a].ID, t.meetings[b].ID) })
	t.state(isUnread).inverse = true
	return t
}

func (t *Timeline) enterDay(m *Meeting, row int32) {
	if m.Date.IsZero() {
		return
	}
	t.dated = int(row) + 1
	t.days[row] = int32(m.Date.Days()) //nolint:gosec // days of some thousand years.
	if lastDay(m) != m.Date {
		t.wide = append(t.wide, row)
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
	v := &ix.values[at]
	if n := len(v.rows); n == 0 || v.rows[n-1] != row {
		v.rows = append(v.rows, row)
	}
}

// Of is a timeline of other meetings under the same names.
func (t *Timeline) Of(meetings []*Meeting) *Timeline { return NewTimeline(meetings, nil, t.names) }

// Len is the number of meetings.
func (t *Timeline) Len() int { return len(t.meetings) }

// At returns the meeting in a row of the timeline, 0-based.
func (t *Timeline) At(row int32) *Meeting { return t.meetings[row] }

// Articles lists every article that was read, by ID. The caller must not change it.
func (t *Timeline) Articles() []*Article { return t.articles }

// Meetings lists every meeting, in order. The caller must not change it.
func (t *Timeline) Meetings() []*Meeting { return t.meetings }

// Row finds a meeting's row by its ID.
func (t *Timeline) Row(id string) (int32, bool) {
	i, ok := slices.BinarySearchFunc(t.byID, id, func(row int32, id string) int { return strings.Compare(t.meetings[row].ID, id) })
	if !ok {
		return 0, false
	}
	return t.byID[i], true
}

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
	for _, m := range t.meetings {
		if m.Date.IsZero() {
			continue
		}
		if first.IsZero() {
			first = m.Date
		}
		if end := m.Date.Last(); Compare(end, last) > 0 {
			last = end
		}
	}
	return first, last
}

// Parties counts the distinct parties of all meetings.
func (t *Timeline) Parties() int { return len(t.index[FieldWith].values) }
