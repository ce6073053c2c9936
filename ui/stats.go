package ui

import (
	"strings"

	"entente/model"
	"entente/text"
	"entente/ui/cells"
	"entente/ui/describe"
	"entente/ui/strip"
)

// newStats is the screen of figures about what is shown: bars for whoever
// would rather look than read.
func newStats(*root) layer { return &page{title: "stats", make: statsRows} }

// statsRows sets the figures in one or two columns.
func statsRows(m *root, w int) []string {
	st := m.st
	held, counted := m.held()
	head := cells.NewLine(st, w).Put(st.Strong, "Figures").Gap(2).Put(st.Subtle, counted)
	rows := []string{head.String(), cells.Spaces(w)}
	parts := []struct {
		title  string
		counts []model.Count
		most   int
	}{
		{"By month", held.Months(), 60},
		{"By person", m.without(held.Tally(model.FieldWho)), 15},
		{"By country or body", held.Tally(model.FieldWith), 15},
		{"By place", held.Tally(model.FieldIn), 12},
		{"By topic", held.Tally(model.FieldTopic), 12},
		{"By kind", held.Tally(model.FieldKind), 3},
		{"What became of it", m.base.Tally(model.FieldStatus), 3},
	}
	two := w >= 100
	inner := w
	if two {
		inner = (w - 4) / 2
	}
	blocks := make([][]string, 0, len(parts))
	for _, p := range parts {
		if len(p.counts) > 0 {
			blocks = append(blocks, bars(m, p.title, p.counts, p.most, inner))
		}
	}
	if !two {
		for _, b := range blocks {
			rows = append(rows, append(b, cells.Spaces(w))...)
		}
		return rows
	}
	var left, right []string
	for _, b := range blocks { // into the shorter column
		if len(left) <= len(right) {
			left = append(append(left, b...), cells.Spaces(inner))
		} else {
			right = append(append(right, b...), cells.Spaces(inner))
		}
	}
	h := max(len(left), len(right))
	left, right = cells.Block(left, inner, h), cells.Block(right, inner, h)
	for i := range h {
		rows = append(rows, left[i]+cells.Spaces(w-2*inner)+right[i])
	}
	return rows
}

// without leaves out the people who are in nearly every meeting: their bar would make all others alike.
func (m *root) without(in []model.Count) []model.Count {
	out := make([]model.Count, 0, len(in))
	for _, c := range in {
		if !m.hubs[c.Key] {
			out = append(out, c)
		}
	}
	return out
}

// bars draws a title and a bar for each count.
func bars(m *root, title string, counts []model.Count, most, w int) []string {
	st := m.st
	rows := []string{cells.NewLine(st, w).Put(st.Strong, title).String()}
	shown := counts[:min(len(counts), most)]
	label, number, top := 0, 0, 1
	for _, c := range shown {
		label = max(label, text.Width(text.Row(c.Label)))
		number = max(number, len(describe.Number(c.N)))
		top = max(top, c.N)
	}
	label = min(label, w/2)
	for _, c := range shown {
		l := cells.NewLine(st, w).PutIn(st.Text, c.Label, label).Gap(1).PutRight(st.Subtle, describe.Number(c.N), number).Gap(1)
		l.PutRuns([]cells.Run{{Ink: st.Held, Text: bar(m, c.N, top, l.Left())}})
		rows = append(rows, l.String())
	}
	if n := len(counts) - len(shown); n > 0 {
		rows = append(rows, cells.NewLine(st, w).Put(st.Subtle, "and "+describe.Number(n)+" more").String())
	}
	return rows
}

// eighths are the parts of a cell that a bar can end in.
var eighths = []string{"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"}

// bar is a bar for n where top fills w cells.
func bar(m *root, n, top, w int) string {
	if w <= 0 || m.st.Speech {
		return ""
	}
	if m.st.ASCII {
		return strings.Repeat("=", max(1, n*w/top))
	}
	parts := max(1, n*w*8/top)
	return strings.Repeat("█", parts/8) + eighths[parts%8]
}

// spark is a row of bars, one a bucket.
func spark(m *root, counts []int) string {
	top := 1
	for _, n := range counts {
		top = max(top, n)
	}
	var b strings.Builder
	for _, n := range counts {
		if n == 0 {
			b.WriteString(m.st.Glyphs.Void)
		} else {
			b.WriteString(strip.Bar(m.st, n, top))
		}
	}
	return b.String()
}
