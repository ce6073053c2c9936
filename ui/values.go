package ui

import (
	tea "charm.land/bubbletea/v2"

	"entente/model"
	"entente/text"
	"entente/ui/cells"
	"entente/ui/describe"
	"entente/ui/strip"
	"entente/ui/theme"
)

// newCountries, newLeaders and newPlaces are the screens of all values of a
// field in what is shown: how often, when first and last, and a row of bars
// over the months. Enter filters the timeline to the value.
func newCountries(m *root) layer {
	return newValues(m, "countries", "Countries and bodies", model.FieldWith)
}
func newLeaders(m *root) layer { return newValues(m, "leaders", "People", model.FieldWho) }
func newPlaces(m *root) layer  { return newValues(m, "places", "Places", model.FieldIn) }

func newValues(m *root, name, title string, f model.Field) layer {
	return newRowList(m, name, func(m *root) (func(int) []string, []rowItem) {
		held, counted := m.held()
		values := held.Values(f)
		rows := make([]rowItem, len(values))
		column, number := 0, 0
		for _, v := range values {
			column = max(column, text.Width(text.Row(v.Label)))
			number = max(number, len(describe.Number(v.N)))
		}
		first, months := valueMonths(m.base)
		for i, v := range values {
			rows[i] = rowItem{
				draw: func(l *cells.Line, name theme.Ink) { drawValue(m, l, name, v, min(column, 34), number, first, months) },
				open: func(m *root) tea.Cmd { return m.only(f, v.Label) },
			}
		}
		return m.titled(title, counted+"; Enter shows them alone"), rows
	})
}

// only goes back to the timeline with a filter for one value more.
func (m *root) only(f model.Field, label string) tea.Cmd {
	next := m.sel.filter.Without(f).And(model.Term{Field: f, Op: ":", Values: []string{label}})
	return tea.Batch(m.toTimeline(), m.setFilter(next))
}

func drawValue(m *root, l *cells.Line, name theme.Ink, v model.Value, column, number int, first model.Date, months int) {
	st := m.st
	l.PutIn(name, v.Label, min(column, l.Left()/2)).Gap(1).PutRight(st.Text, describe.Number(v.N), number).Gap(3)
	if l.Left() >= 28 {
		l.PutIn(st.Subtle, spanned(st, v.First, v.Last), 28)
	}
	if l.Left() >= months {
		l.PutRuns([]cells.Run{{Ink: st.Held, Text: spark(m, monthly(m.tl, v.Rows, first, months))}})
	}
}

// valueMonths is the first month of a view, and how many there are to draw.
func valueMonths(v *model.View) (first model.Date, n int) {
	const most = 120 // more are not drawn
	from, to := span(v)
	if from.IsZero() {
		return from, 0
	}
	first = strip.Month.Start(from)
	return first, min(strip.Month.Index(first, to)+1, most)
}

// monthly counts rows of the timeline by month.
func monthly(t *model.Timeline, rows []int32, first model.Date, n int) []int {
	out := make([]int, n)
	for _, row := range rows {
		if d := t.Date(row); !d.IsZero() {
			if b := strip.Month.Index(first, d); b >= 0 && b < n {
				out[b]++
			}
		}
	}
	return out
}
