package ui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"entente/model"
	"entente/ui/cells"
	"entente/ui/describe"
)

// compareActions are the rows about what the reports of one meeting say.
func compareActions() []action {
	return []action{{
		name: "compare", keys: []string{"c"}, scope: scopeEverywhere, group: groupLooking,
		words: "conflict contradiction difference disagree diff",
		help:  "the versions of the reports, side by side", run: (*root).openCompare,
	}}
}

// openCompare shows what each report says, field by field.
func (m *root) openCompare(call) tea.Cmd {
	if p, ok := m.top().(*sidePage); ok && p.title == "compare" {
		return m.pop(false)
	}
	if mt := m.subject(); mt == nil {
		return nil
	}
	return m.push(&sidePage{page{title: "compare", make: compareRows}})
}

// compareRows sets the reports in columns, as many side by side as there is room for.
func compareRows(m *root, w int) []string {
	st := m.st
	mt, _ := m.looked()
	if mt == nil {
		return nil
	}
	rows := []string{cells.NewLine(st, w).Put(st.Strong, "What the reports say").String(), cells.Spaces(w)}
	differ := map[string]bool{}
	for _, c := range mt.Conflicts {
		differ[c.Field] = true
		says := []cells.Run{{Ink: st.Off, Text: st.Glyphs.Conflict + " "}, {Ink: st.Text, Text: "They disagree on " + describe.Conflict(c)}}
		rows = append(rows, cells.Flow(st, says, w, 0)...)
	}
	switch {
	case len(mt.Reports) == 1:
		rows = append(rows, cells.NewLine(st, w).Put(st.Subtle, "One article reports it.").String())
	case len(mt.Conflicts) == 0:
		rows = append(rows, cells.NewLine(st, w).Put(st.Subtle, "They do not contradict one another.").String())
	}
	if len(mt.Reports) == 0 {
		return rows
	}
	n := len(mt.Reports)
	bands := (n + fits(w) - 1) / fits(w)
	across := (n + bands - 1) / bands
	for all := range slices.Chunk(mt.Reports, across) {
		rows = append(rows, compared(m, w, (w-compareLabel+compareGap)/across-compareGap, all, differ)...)
	}
	return rows
}

// The columns of a comparison, in cells.
const (
	compareLabel  = 9
	compareGap    = 2
	compareNarrow = 20 // a narrower column would be all line ends
)

// fits is how many reports have room side by side.
func fits(w int) int { return max(1, (w-compareLabel+compareGap)/(compareNarrow+compareGap)) }

// compared sets reports side by side: a column each, a row for each field.
func compared(m *root, w, column int, all []*model.Report, differ map[string]bool) []string {
	st := m.st
	column = max(1, column)
	out := []string{cells.Spaces(w)}
	row := func(field string, cell func(r *model.Report) []cells.Run) {
		sets, high := make([][]string, len(all)), 0
		for i, r := range all {
			sets[i] = cells.Flow(st, cell(r), column, 0)
			high = max(high, len(sets[i]))
		}
		for y := range high {
			label := cells.NewLine(st, min(compareLabel, max(0, w-1)))
			if y == 0 {
				label.Put(st.Subtle, field)
			}
			line, at := label.String(), label.Left()+label.At()
			for i, set := range sets {
				if i > 0 {
					line, at = line+cells.Spaces(compareGap), at+compareGap
				}
				cell := cells.Spaces(column)
				if y < len(set) {
					cell = set[y]
				}
				line, at = line+cell, at+column
			}
			out = append(out, line+cells.Spaces(w-at))
		}
	}
	row("", func(r *model.Report) []cells.Run {
		return []cells.Run{{Ink: st.Strong, Text: describe.Outlet(r.Article)}}
	})
	row("told", func(r *model.Report) []cells.Run {
		return []cells.Run{{Ink: st.Subtle, Text: dateIn(r.Article.Published)}}
	})
	for _, f := range comparedFields {
		row(f.name, func(r *model.Report) []cells.Run {
			ink := st.Text
			if differ[f.name] {
				ink = st.Match
			}
			return []cells.Run{{Ink: ink, Text: f.of(m, r)}}
		})
	}
	return out
}

// comparedFields are the rows of a comparison.
var comparedFields = []struct {
	name string
	of   func(m *root, r *model.Report) string
}{
	{"date", func(_ *root, r *model.Report) string { return describe.DateLong(asMeeting(r)) }},
	{"place", func(m *root, r *model.Report) string { return describe.PlaceLong(m.tl, asMeeting(r)) }},
	{"kind", func(_ *root, r *model.Report) string { return r.Kind.String() }},
	{"status", func(_ *root, r *model.Report) string { return r.Status.String() }},
	{"people", func(_ *root, r *model.Report) string {
		people := make([]string, len(r.People))
		for i, p := range r.People {
			people[i] = describe.Surname(p)
		}
		return strings.Join(people, ", ")
	}},
}

// asMeeting is what a report alone says of the meeting.
func asMeeting(r *model.Report) *model.Meeting {
	return &model.Meeting{Date: r.Date, End: r.End, Kind: r.Kind, Place: r.Place}
}
