package model

import (
	"iter"
	"slices"
)

// Archive is a collection that stands somewhere else than in memory, in the
// order of a timeline. A timeline of it takes some hundred bytes a meeting, where
// one in memory takes a thousand. Its methods may be called from several goroutines.
type Archive interface {
	// Len is the number of meetings.
	Len() int
	// Scan tells of every meeting in order, with the numbers of the articles that report it, and
	// whether it came to the end. Of those articles the meeting's reports have what filters ask: title, outlets and day.
	Scan(tell func(m *Meeting, articles []int32)) bool
	// Published lists the days of publication of all articles.
	Published() []Date
	// Meeting makes the meeting of a row; nil where it is not to be had any more.
	Meeting(row int32) *Meeting
	// Outline is Meeting with reports as Scan tells them, which is many times faster.
	Outline(row int32) *Meeting
	// All makes everything, each article once; nil where that is not to be had any more.
	All() ([]*Meeting, []*Article)
}

// OpenTimeline indexes the meetings of an archive; ok is false where they cannot be read. names may be nil.
func OpenTimeline(a Archive, names Names) (t *Timeline, ok bool) {
	t = &Timeline{archive: a, names: names, published: a.Published()}
	f := t.filler(a.Len())
	n := 0
	ok = a.Scan(func(m *Meeting, articles []int32) {
		if n++; n <= len(t.every) {
			f.add(m, articles)
		}
	})
	if !ok || n != len(t.every) {
		return nil, false
	}
	f.end()
	return t, true
}

// Archived is the archive that the timeline is of; nil where it is in memory.
func (t *Timeline) Archived() Archive { return t.archive }

// All lists every meeting, in order, and every article that was read, by ID.
// The caller must not change it. Those of an archive are all made for it.
func (t *Timeline) All() ([]*Meeting, []*Article) {
	if t.archive == nil {
		return t.meetings, t.articles
	}
	meetings, articles := t.archive.All()
	if meetings == nil {
		for row := range t.every {
			meetings = append(meetings, t.At(int32(row)))
		}
	}
	slices.SortFunc(meetings, CompareMeetings)
	slices.SortFunc(articles, compareArticles)
	return meetings, articles
}

// Meetings lists every meeting as All does.
func (t *Timeline) Meetings() []*Meeting {
	meetings, _ := t.All()
	return meetings
}

// Articles lists every article as All does.
func (t *Timeline) Articles() []*Article {
	_, articles := t.All()
	return articles
}

// Outlines yields every meeting in order, its reports with what filters ask of
// their articles. The timeline must not be asked for anything else meanwhile.
func (t *Timeline) Outlines() iter.Seq2[int32, *Meeting] {
	return func(yield func(int32, *Meeting) bool) {
		if t.archive == nil {
			for row, m := range t.meetings {
				if !yield(int32(row), m) {
					return
				}
			}
			return
		}
		row, on := int32(0), true
		t.archive.Scan(func(m *Meeting, _ []int32) {
			on = on && yield(row, m)
			row++
		})
	}
}

// Published lists the day of publication of every article. The caller must not change it.
func (t *Timeline) Published() []Date { return t.published }

// Outline is the i-th meeting of the view, of whose reports only what filters
// ask need be there: enough for a row of a list.
func (v *View) Outline(i int) *Meeting {
	if a := v.Timeline.archive; a != nil {
		if m := a.Outline(v.Rows[i]); m != nil {
			return m
		}
	}
	return v.At(i)
}

// Meetings lists the meetings of the view.
func (v *View) Meetings() []*Meeting {
	const few = 1000 // are looked for one by one
	out := make([]*Meeting, len(v.Rows))
	if len(v.Rows) > few {
		if all := v.Timeline.Meetings(); len(all) == v.Timeline.Len() {
			for i, row := range v.Rows {
				out[i] = all[row]
			}
			return out
		}
	}
	for i := range out {
		out[i] = v.At(i)
	}
	return out
}

// fetch makes the meeting of a row. Where the archive has it no more, what the columns know of it has to do.
func (t *Timeline) fetch(row int32) *Meeting {
	if m := t.archive.Meeting(row); m != nil {
		return m
	}
	m := &Meeting{ID: t.ID(row), Date: t.Date(row), Sources: int(t.facts[row].sources), Confidence: float64(t.facts[row].confidence)}
	for i := range t.index {
		for _, x := range t.index[i].values {
			if !x.rows.has(row) {
				continue
			}
			switch Field(i) { //nolint:exhaustive // the others are not of the meeting itself.
			case FieldWho:
				m.People = append(m.People, Participant{Name: x.key})
			case FieldWith:
				m.Parties = append(m.Parties, Party(x.key))
			case FieldIn:
				m.Place.City = x.key
			case fieldHost:
				m.Place.Host = Party(x.key)
			case FieldTopic:
				m.Topics = append(m.Topics, x.key)
			case FieldKind:
				m.Kind = Kind(slices.IndexFunc(Kinds(), func(k Kind) bool { return k.String() == x.key })) //nolint:gosec // one of them.
			case FieldStatus:
				m.Status = Status(slices.IndexFunc(Statuses(), func(s Status) bool { return s.String() == x.key })) //nolint:gosec // as above.
			}
		}
	}
	return m
}
