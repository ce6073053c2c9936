package ui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"entente/model"
	"entente/ui/cells"
	"entente/ui/evidence"
	"entente/ui/theme"
)

// page is a layer of rows to be read and scrolled: it draws what its function
// makes, whatever that is. Most of what is shown needs no more than that.
type page struct {
	title string
	make  func(m *root, w int) []string
	top   int
	w, h  int

	// What make returned, and for what: a frame is drawn after every message.
	cached []string
	key    pageKey
}

// pageKey is everything that the rows of a page depend on.
type pageKey struct {
	w       int
	view    *model.View
	st      *theme.Styles
	meeting *model.Meeting
	report  int
	said    int
}

// sidePage is a page in place of the preview.
type sidePage struct{ page }

func (*page) scope() scope { return scopePage }

func (x *page) name() string { return x.title }

func (*sidePage) beside() bool { return true }

// open reads the article that the page is about, from the words of its evidence on.
func (*sidePage) open(m *root) tea.Cmd {
	mt, report := m.looked()
	below := m.layers[len(m.layers)-2]
	cmd := m.pop(false)
	if x, ok := below.(*reading); ok {
		x.r.Mention(1)
		return cmd
	}
	if mt == nil {
		return cmd
	}
	cmd = tea.Batch(cmd, m.read(mt, report))
	if x, ok := m.top().(*reading); ok {
		x.r.Mention(1)
	}
	return cmd
}

func (x *page) resize(_ *root, w, h int) tea.Cmd {
	x.w, x.h = w, h
	return nil
}

// rows returns the rows of the page, made anew only when something has changed.
func (x *page) rows(m *root) []string {
	mt, report := m.looked()
	key := pageKey{x.w, m.view, m.st, mt, report, len(m.log)}
	if key == x.key {
		return x.cached
	}
	inner := max(0, x.w-4)
	var rows []string
	if inner >= 4 { // less is no page
		rows = x.make(m, inner)
	}
	pad := min(2, x.w-inner)
	out := make([]string, len(rows))
	for i, r := range rows {
		out[i] = cells.Spaces(x.w-inner-pad) + r + cells.Spaces(pad)
	}
	x.cached, x.key = out, key
	return out
}

func (x *page) view(m *root) []string {
	rows := x.rows(m)
	top := max(0, min(x.top, len(rows)-x.h))
	return cells.Block(rows[top:], x.w, x.h)
}

func (x *page) move(m *root, to motion, n int) tea.Cmd {
	x.top = max(0, min(scrolled(x.top, to, n, x.h), len(x.rows(m))-x.h))
	return nil
}

func (x *page) wheel(m *root, n int) { x.move(m, byRow, n) }

func (*page) click(*root, int, int) tea.Cmd { return nil }

// looked returns the meeting that the layer below is about, and its report.
func (m *root) looked() (*model.Meeting, int) {
	for _, v := range slices.Backward(m.layers) {
		switch x := v.(type) {
		case *reading:
			return x.r.Meeting(), x.r.Report()
		case holder:
			if mt := x.meeting(); mt != nil {
				return mt, 0
			}
		}
	}
	cur := m.list.l.Current()
	return cur, m.reportOf(cur)
}

// askWhy opens the answer to ‘why is this here’, or closes it.
func (m *root) askWhy(_ call) tea.Cmd {
	if p, ok := m.top().(*sidePage); ok && p.title == "why" {
		return m.pop(false)
	}
	mt := m.subject()
	if mt == nil {
		return nil
	}
	return m.push(&sidePage{page{title: "why", make: func(m *root, w int) []string {
		mt, report := m.looked()
		return evidence.Why(m.st, mt, report, w, m.keyFor(mustAction("corrections"))+" lists the corrections, and takes one back")
	}}})
}
