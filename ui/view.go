package ui

import (
	"slices"
	"strconv"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"entente/model"
	"entente/ui/card"
	"entente/ui/cells"
	"entente/ui/evidence"
	"entente/ui/strip"
	"entente/ui/theme"
)

// View hands over the frame that the last Update has drawn.
func (m *root) View() tea.View {
	v := tea.NewView(strings.Join(m.frame, "\n"))
	v.AltScreen = true
	v.Cursor = m.cursor
	v.WindowTitle = "entente" // never a word of an article: the terminal would take it raw
	if m.mouse {
		v.MouseMode = tea.MouseModeCellMotion
	}
	if p := m.load.progress; m.load.busy && p.Total > 0 {
		v.ProgressBar = tea.NewProgressBar(tea.ProgressBarDefault, min(100, int(100*p.Share)))
	}
	return v
}

// compose draws the frame. The panes keep what is costly; the rest is joined
// from at most as many rows as the screen has.
func (m *root) compose() {
	g := m.geo
	rows := make([]string, 0, g.height)
	if g.header.h > 0 {
		rows = append(rows, m.headerRow(g.width))
	}
	base, over := m.stage()
	if base == layer(m.list) {
		if g.strips.h > 0 {
			rows = append(rows, m.stripRows(g.width)...)
		}
		rows = append(rows, m.mainRows(over)...)
		if g.evidence.h > 0 {
			rows = append(rows, m.evidenceRows(g.evidence.w, g.evidence.h)...)
		}
	} else {
		l := base
		if over != nil {
			l = over
		}
		rows = append(rows, cells.Block(l.view(m), g.body.w, g.body.h)...)
	}
	rows = cells.Block(rows, g.width, g.height-g.status.h)
	if p := m.panel(g.width); len(p) > 0 && len(rows) > 0 {
		p = p[:min(len(p), max(1, len(rows)-1))]
		copy(rows[len(rows)-len(p):], p)
	}
	m.cursor = nil
	if g.status.h > 0 {
		row, x := m.statusRow(g.width)
		rows = append(rows, row)
		if x >= 0 && x < g.width {
			m.cursor = tea.NewCursor(x, g.status.y)
		}
	}
	m.frame = rows
	if m.cursor == nil {
		m.pointAt()
	}
}

// stage finds the layer that fills the screen, and the one that stands beside it, if any.
func (m *root) stage() (base, over layer) {
	for _, l := range slices.Backward(m.layers) {
		if s, ok := l.(sider); ok && s.beside() {
			if over == nil {
				over = l
			}
			continue
		}
		return l, over
	}
	return m.list, over
}

// pointAt puts the terminal's own cursor on what is selected: that is where a
// screen reader reads.
func (m *root) pointAt() {
	p, ok := m.top().(pointer)
	if !ok || m.geo.width == 0 || m.geo.height == 0 {
		return
	}
	r := m.place(m.top())
	if m.top() == layer(m.list) {
		r = m.geo.list
	}
	x, y := p.cursor()
	if x < 0 || y < 0 || x >= r.w || y >= r.h {
		return
	}
	m.cursor = tea.NewCursor(r.x+x, r.y+y)
	m.cursor.Shape = tea.CursorBar
	m.cursor.Blink = false
}

// stripRows draws the bands over the list.
func (m *root) stripRows(w int) []string {
	sel := strip.Selection{From: -1, To: -1}
	at := model.Date{}
	if cur := m.list.l.Current(); cur != nil {
		at = cur.Date
	}
	if m.drawing >= 0 {
		sel = strip.Selection{From: m.drawing, To: m.rangeEnd()}
	}
	return m.series.View(m.st, w, at, sel)
}

// mainRows draws facets, list and side next to one another.
func (m *root) mainRows(over layer) []string {
	g, st := m.geo, m.st
	if over != nil && m.place(over) == g.main {
		return cells.Block(over.view(m), g.main.w, g.main.h)
	}
	left := m.list.view(m)
	if !g.side.empty() {
		var right []string
		if over != nil && m.place(over) == g.side {
			right = cells.Block(over.view(m), g.side.w, g.side.h)
		} else {
			right = m.sideRows(g.side.w, g.side.h)
		}
		if m.want.stacked {
			rule := cells.NewLine(st, g.list.w).Repeat(st.Rule, st.Glyphs.Rule, g.list.w).String()
			left = append(append(left, rule), right...)
		} else {
			rule, cross := st.Rule.Do(st.Glyphs.Down), st.Rule.Do(st.Glyphs.Cross)
			for y := range left {
				mid := rule
				if m.list.l.Heading(y) {
					mid = cross
				}
				left[y] += mid + right[y]
			}
		}
	}
	if !g.facets.empty() {
		var col []string
		if over != nil && m.place(over) == g.facets {
			col = cells.Block(over.view(m), g.facets.w, g.facets.h)
		} else {
			col = m.column.view(m, g.facets.w, g.facets.h)
		}
		rule := st.Rule.Do(st.Glyphs.Down)
		for y := range left {
			left[y] = col[y] + rule + left[y]
		}
	}
	return left
}

// cardCache keeps the preview and the evidence of one meeting: they change with
// the cursor, and a frame is drawn after every message.
type cardCache struct {
	meeting  *model.Meeting
	st       *theme.Styles
	report   int
	w, h     int
	side     []string
	ew, eh   int
	evidence []string
}

func (m *root) cache() *cardCache {
	cur := m.list.l.Current()
	if m.card.meeting != cur || m.card.st != m.st || m.card.report != m.report {
		m.card = cardCache{meeting: cur, st: m.st, report: m.report, w: -1, ew: -1}
	}
	return &m.card
}

// sideRows draws the preview.
func (m *root) sideRows(w, h int) []string {
	c := m.cache()
	if c.w == w && c.h == h {
		return c.side
	}
	c.w, c.h = w, h
	c.side = cells.Block(nil, w, h)
	if c.meeting != nil && w > 4 {
		page := card.Card{
			Styles: m.st, Timeline: m.tl, Meeting: c.meeting, Hubs: m.hubs, Report: m.reportOf(c.meeting), Mark: m.mine.of[c.meeting.ID],
			Sought: m.sel.filter.Sought(),
		}
		rows := page.Page(w-3, h)
		for i := range rows {
			rows[i] = "  " + rows[i] + " "
		}
		c.side = cells.Block(rows, w, h)
	}
	return c.side
}

// evidenceRows draws the sentence that the meeting under the cursor was read from.
func (m *root) evidenceRows(w, h int) []string {
	c := m.cache()
	if c.ew != w || c.eh != h {
		c.ew, c.eh = w, h
		c.evidence = evidence.Strip(m.st, c.meeting, m.reportOf(c.meeting), w, h)
	}
	return c.evidence
}

// reportOf is the place of the report looked at among those of a meeting.
func (m *root) reportOf(mt *model.Meeting) int {
	if mt == nil || len(mt.Reports) == 0 {
		return 0
	}
	return m.report % len(mt.Reports)
}

// short writes a date with the month cut: 2 Jan 2023.
func short(d model.Date) string {
	if d.Precision() < model.PrecisionMonth {
		return d.Long()
	}
	out := time.Month(d.Month).String()[:3] + " " + strconv.Itoa(int(d.Year))
	if d.Precision() == model.PrecisionDay {
		out = strconv.Itoa(int(d.Day)) + " " + out
	}
	return out
}

// spanned writes a span of days; of one, that alone.
func spanned(st *theme.Styles, first, last model.Date) string {
	if first == last {
		return short(first)
	}
	return short(first) + " " + st.Glyphs.Dash + " " + short(last)
}
