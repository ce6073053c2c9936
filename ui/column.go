package ui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"entente/model"
	"entente/ui/cells"
	"entente/ui/describe"
)

// columnCounts is the column of values beside the list on a wide screen. It is
// counted off the event loop: with a million meetings, counting takes longer
// than a key may.
type columnCounts struct {
	gen    int
	counts map[model.Field][]model.Count
}

// columnFields are what the column shows, with the share of its height that each may take.
var columnFields = []struct {
	field model.Field
	title string
	share int // in eighths
}{
	{model.FieldWho, "People", 3},
	{model.FieldWith, "Countries and bodies", 3},
	{model.FieldIn, "Places", 2},
}

// countColumn counts anew, where the column is seen.
func (m *root) countColumn() tea.Cmd {
	if m.geo.facets.empty() {
		return nil
	}
	m.column.gen++
	gen, v := m.column.gen, m.base
	return func() tea.Msg {
		out := map[model.Field][]model.Count{}
		for _, f := range columnFields {
			out[f.field] = v.Facet(f.field)
		}
		return facetsCountedMsg{gen, out}
	}
}

func (c *columnCounts) take(msg facetsCountedMsg) {
	if msg.gen == c.gen {
		c.counts = msg.counts
	}
}

// view draws the column.
func (c *columnCounts) view(m *root, w, h int) []string {
	st := m.st
	var rows []string
	for _, f := range columnFields {
		if len(rows) > 0 {
			rows = append(rows, cells.Spaces(w))
		}
		head := cells.NewLine(st, w).Gap(1).Put(st.Strong, f.title)
		if key := m.keyFor(facetAction(f.field)); key != "" {
			head.To(w-len(key)-1).Put(st.Subtle, key)
		}
		rows = append(rows, head.String())
		want, exclude := m.sel.filter.Values(f.field)
		most := max(1, h*f.share/8-2)
		for i, x := range c.counts[f.field] {
			if i == most {
				break
			}
			l := cells.NewLine(st, w)
			ink := st.Text
			switch {
			case has(want, x):
				l.Put(st.Held, st.Glyphs.Ticked)
				ink = st.Cursor
			case has(exclude, x):
				l.Put(st.Off, st.Glyphs.Excluded)
			default:
				l.Gap(1)
			}
			n := describe.Number(x.N)
			l.PutIn(ink, x.Label, w-len(n)-4).Gap(1).To(w - len(n) - 1)
			l.Put(st.Subtle, n)
			rows = append(rows, l.String())
		}
	}
	return cells.Block(rows, w, h)
}

// facetAction is the row that opens the list of a field's values.
func facetAction(f model.Field) action {
	for _, k := range facetKinds {
		if k.field == f {
			return mustAction("facet-" + strings.ToLower(k.name))
		}
	}
	return action{}
}
