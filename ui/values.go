package ui

import (
	"cmp"
	"slices"
	"strings"

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

// valueRow is what is known about one value.
type valueRow struct {
	key, label  string
	n           int
	first, last model.Date
	months      []int
}

func newValues(m *root, name, title string, f model.Field) layer {
	return newRowList(m, name, func(m *root) (func(int) []string, []rowItem) {
		values := collect(m, f)
		rows := make([]rowItem, len(values))
		column, number := 0, 0
		for _, v := range values {
			column = max(column, text.Width(text.Row(v.label)))
			number = max(number, len(describe.Number(v.n)))
		}
		for i, v := range values {
			rows[i] = rowItem{
				draw: func(l *cells.Line, name theme.Ink) { drawValue(m, l, name, v, min(column, 34), number) },
				open: func(m *root) tea.Cmd { return m.only(f, v.label) },
			}
		}
		return m.titled(title, m.summary()+"; Enter shows them alone"), rows
	})
}

// only goes back to the timeline with a filter for one value more.
func (m *root) only(f model.Field, label string) tea.Cmd {
	var cmds []tea.Cmd
	for len(m.layers) > 1 {
		cmds = append(cmds, m.pop(false))
	}
	next := m.sel.filter.Without(f).And(model.Term{Field: f, Op: ":", Values: []string{label}})
	return tea.Batch(append(cmds, m.setFilter(next))...)
}

func drawValue(m *root, l *cells.Line, name theme.Ink, v valueRow, column, number int) {
	st := m.st
	l.PutIn(name, v.label, min(column, l.Left()/2)).Gap(1).PutRight(st.Text, describe.Number(v.n), number).Gap(3)
	if l.Left() >= 28 {
		when := short(v.first)
		if v.last != v.first {
			when += " " + st.Glyphs.Dash + " " + short(v.last)
		}
		l.PutIn(st.Subtle, when, 28)
	}
	if l.Left() >= len(v.months) {
		l.PutRuns([]cells.Run{{Ink: st.Held, Text: spark(m, v.months)}})
	}
}

// collect goes once through what is shown.
func collect(m *root, f model.Field) []valueRow {
	at := map[string]int{}
	var out []valueRow
	first, n := model.Date{}, 0
	const most = 120 // months: more are not drawn
	if from, to := span(m.base); !from.IsZero() {
		first = strip.Month.Start(from)
		n = min(strip.Month.Index(first, to)+1, most)
	}
	for i := range m.base.Len() {
		mt := m.base.At(i)
		valuesIn(m, mt, f, func(key, label string) {
			k, ok := at[key]
			if !ok {
				k = len(out)
				at[key] = k
				out = append(out, valueRow{key: key, label: label, first: mt.Date, months: make([]int, n)})
			}
			v := &out[k]
			v.n++
			if !mt.Date.IsZero() {
				v.last = mt.Date
				if b := strip.Month.Index(first, mt.Date); b >= 0 && b < n {
					v.months[b]++
				}
			}
		})
	}
	slices.SortFunc(out, func(a, b valueRow) int { return cmp.Or(cmp.Compare(b.n, a.n), strings.Compare(a.label, b.label)) })
	return out
}

// valuesIn calls add with every value of a field that a meeting has.
func valuesIn(m *root, mt *model.Meeting, f model.Field, add func(key, label string)) {
	switch f { //nolint:exhaustive // the fields that have a screen of their own.
	case model.FieldWho:
		for _, p := range mt.People {
			add(p.Name, p.Name)
		}
	case model.FieldWith:
		for _, p := range mt.Parties {
			add(string(p), m.tl.PartyName(p))
		}
	case model.FieldIn:
		if mt.Place.City != "" {
			add(mt.Place.City, mt.Place.City)
		}
	}
}

// newArticles is the list of every article that was read, with what it
// reports. Enter reads it.
func newArticles(m *root) layer {
	return newRowList(m, "articles", func(m *root) (func(int) []string, []rowItem) {
		all := m.tl.Articles()
		where := map[*model.Article]*model.Meeting{}
		for i := range m.tl.Len() {
			mt := m.tl.At(int32(i))
			for _, r := range mt.Reports {
				if where[r.Article] == nil || r.Primary {
					where[r.Article] = mt
				}
			}
		}
		rows := make([]rowItem, len(all))
		column := 0
		for _, a := range all {
			column = max(column, text.Width(text.Row(describe.Outlet(a))))
		}
		for i, a := range all {
			mt := where[a]
			rows[i] = rowItem{
				draw: func(l *cells.Line, name theme.Ink) {
					st := m.st
					l.PutIn(st.Subtle, a.Published.String(), 10).Gap(2)
					if mt == nil {
						l.Gap(2)
					} else {
						l.Put(st.Held, st.Glyphs.Held).Gap(1)
					}
					l.PutIn(st.Subtle, describe.Outlet(a), min(column, 22, l.Left()/3)).Gap(2)
					title := a.Title
					if title == "" {
						title = a.ID
					}
					l.Put(name, title)
				},
				open: func(m *root) tea.Cmd { return m.readArticle(a, mt) },
			}
		}
		n := 0
		for _, a := range all {
			if where[a] == nil {
				n++
			}
		}
		return m.titled("Articles", describe.Count(len(all), "article was", "articles were")+" read; "+describe.Number(n)+" report no meeting"), rows
	})
}

// readArticle opens an article at the meeting that it reports, or by itself.
func (m *root) readArticle(a *model.Article, mt *model.Meeting) tea.Cmd {
	if mt == nil {
		return m.push(&page{title: "article", make: func(m *root, w int) []string {
			st := m.st
			rows := cells.Flow(st, []cells.Run{{Ink: st.Strong, Text: a.Title}}, w, 0)
			rows = append(rows, cells.NewLine(st, w).Put(st.Subtle, "This article reports no meeting.").String(), cells.Spaces(w))
			for par := range strings.SplitSeq(a.Text, "\n") {
				rows = append(rows, cells.Flow(st, []cells.Run{{Ink: st.Text, Text: par}}, min(w, 76), 0)...)
				if strings.TrimSpace(par) != "" {
					rows = append(rows, "")
				}
			}
			for i := range rows {
				rows[i] += cells.Spaces(w - min(w, 76))
				if rows[i] == "" || len(rows[i]) < w && strings.TrimSpace(rows[i]) == "" {
					rows[i] = cells.Spaces(w)
				}
			}
			return rows
		}})
	}
	k := 0
	for i, r := range mt.Reports {
		if r.Article == a {
			k = i
		}
	}
	return m.read(mt, k)
}
