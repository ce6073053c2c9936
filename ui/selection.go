package ui

import (
	tea "charm.land/bubbletea/v2"

	"entente/model"
	"entente/ui/describe"
	"entente/ui/strip"
)

// selection is which meetings are shown, and in which order. It is what undo
// takes back.
type selection struct {
	filter  model.Filter
	order   model.Order
	reverse bool
	edits   int // corrections made since the start
	marks   int // changes of marks since the start
}

func (s selection) equal(o selection) bool {
	return s.edits == o.edits && s.marks == o.marks && s.order == o.order && s.reverse == o.reverse && s.filter.String() == o.filter.String()
}

// undo remembers values before and after the present one.
type undo[T any] struct{ past, future []T }

// push remembers a value that is about to be replaced.
func (u *undo[T]) push(now T) {
	const most = 500
	u.past = append(u.past, now)
	u.past = u.past[max(0, len(u.past)-most):]
	u.future = nil
}

// back takes the last value before; now becomes the first after.
func (u *undo[T]) back(now T) (T, bool) { return step(&u.past, &u.future, now) }

// on takes the first value after; now becomes the last before.
func (u *undo[T]) on(now T) (T, bool) { return step(&u.future, &u.past, now) }

func step[T any](from, to *[]T, now T) (T, bool) {
	if len(*from) == 0 {
		return now, false
	}
	v := (*from)[len(*from)-1]
	*from = (*from)[:len(*from)-1]
	*to = append(*to, now)
	return v, true
}

// choose shows another selection, and lets it be undone.
func (m *root) choose(s selection) tea.Cmd {
	if s.equal(m.sel) {
		return nil
	}
	m.trail.push(m.sel)
	m.sel = s
	return m.reselect()
}

// setFilter is choose for the filter alone.
func (m *root) setFilter(f model.Filter) tea.Cmd {
	s := m.sel
	s.filter = f
	return m.choose(s)
}

// reselect works out what is shown after the selection or the timeline has changed.
func (m *root) reselect() tea.Cmd {
	m.base = m.tl.View(m.sel.filter, model.ByDate, false)
	m.view = m.base
	if m.sel.order != model.ByDate || m.sel.reverse {
		m.view = m.tl.View(m.sel.filter, m.sel.order, m.sel.reverse)
	}
	m.list.l.SetView(m.view)
	m.card = cardCache{} // which shows what the filter has found
	m.telling = -1
	if m.base.Len() <= fewMeetings {
		m.telling = m.base.Told()
	}
	m.report = 0
	m.noRange()
	m.measureStrips()
	for _, l := range m.layers {
		if r, ok := l.(refresher); ok {
			r.refresh(m)
		}
	}
	return m.countColumn()
}

// fewMeetings are as many as a key press can look through one by one.
const fewMeetings = 200_000

// measureStrips counts the bars of the strips.
func (m *root) measureStrips() {
	first, last := m.first, m.last
	if m.fitted {
		first, last = span(m.base)
	}
	if m.counts == nil {
		m.counts = map[int][]int{}
	}
	m.series = strip.NewSeries(m.base, first, last, m.unit)
	// The articles' bars change with the timeline, the unit and the span only.
	key := int(m.unit)
	if m.fitted {
		key = -1
	}
	if got, ok := m.counts[key]; ok && key >= 0 {
		m.series.Articles = got
		return
	}
	m.series.CountArticles(m.tl)
	if key >= 0 {
		m.counts[key] = m.series.Articles
	}
}

// span is the first and the last day of a view by date.
func span(v *model.View) (first, last model.Date) {
	n := v.Len()
	for n > 0 && v.Date(n-1).IsZero() {
		n--
	}
	if n == 0 {
		return first, last
	}
	return v.Date(0), v.Date(n - 1).Last()
}

// held is what of the shown meetings was held, which is what figures count, and in words how many there are besides.
func (m *root) held() (held *model.View, counted string) {
	held, planned, off := m.base.Held()
	return held, describe.Held(held.Len(), planned, off)
}

// summary puts what is shown into a sentence.
func (m *root) summary() string {
	if m.sel.filter.IsZero() {
		return describe.Count(m.tl.Len(), "meeting", "meetings")
	}
	return describe.Number(m.view.Len()) + " of " + describe.Count(m.tl.Len(), "meeting", "meetings")
}
