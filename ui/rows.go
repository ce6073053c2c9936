package ui

import (
	tea "charm.land/bubbletea/v2"

	"entente/model"
	"entente/ui/cells"
	"entente/ui/describe"
	"entente/ui/theme"
)

// rowList is a layer with a cursor: a head that stands, and rows below it that
// are scrolled and opened. What they are is told by build, which runs again
// whenever the selection of meetings changes.
type rowList struct {
	title string
	build func(m *root) (head func(w int) []string, rows []rowItem)

	head func(w int) []string
	rows []rowItem
	at   int
	top  int
	w, h int
}

// rowItem is one row.
type rowItem struct {
	draw func(l *cells.Line, name theme.Ink) // into a line that the gutter stands before
	open func(m *root) tea.Cmd
	of   *model.Meeting // the row's meeting, where it has one
}

func newRowList(m *root, title string, build func(m *root) (func(w int) []string, []rowItem)) *rowList {
	x := &rowList{title: title, build: build}
	x.refresh(m)
	return x
}

func (*rowList) scope() scope   { return scopeTable }
func (x *rowList) name() string { return x.title }

func (x *rowList) refresh(m *root) {
	x.head, x.rows = x.build(m)
	x.at = max(0, min(x.at, len(x.rows)-1))
}

func (x *rowList) resize(_ *root, w, h int) tea.Cmd {
	x.w, x.h = w, h
	return nil
}

// meeting is the one under the cursor; nil where the rows are of something else.
func (x *rowList) meeting() *model.Meeting {
	if x.at < 0 || x.at >= len(x.rows) {
		return nil
	}
	return x.rows[x.at].of
}

// room is how many rows are seen below the head.
func (x *rowList) room() int { return max(1, x.h-len(x.head(x.inner()))) }

func (x *rowList) inner() int { return max(0, x.w-4) }

func (x *rowList) move(_ *root, to motion, n int) tea.Cmd {
	x.at = moved(x.at, len(x.rows), to, n, x.room())
	return nil
}

func (x *rowList) scroll() int {
	room := x.room()
	top := min(x.at, max(0, min(x.top, len(x.rows)-room)))
	if x.at >= top+room {
		top = x.at - room + 1
	}
	return top
}

func (x *rowList) open(m *root) tea.Cmd {
	if x.at < 0 || x.at >= len(x.rows) || x.rows[x.at].open == nil {
		return nil
	}
	return x.rows[x.at].open(m)
}

func (x *rowList) wheel(_ *root, n int) {
	x.at = max(0, min(x.at+n, len(x.rows)-1))
}

func (x *rowList) click(m *root, _, y int) tea.Cmd {
	i := x.scroll() + y - len(x.head(x.inner()))
	if y < len(x.head(x.inner())) || i < 0 || i >= len(x.rows) {
		return nil
	}
	if i == x.at {
		return x.open(m)
	}
	x.at = i
	return nil
}

func (x *rowList) cursor() (int, int) {
	if len(x.rows) == 0 {
		return -1, -1
	}
	return 0, len(x.head(x.inner())) + x.at - x.scroll()
}

func (x *rowList) state(*root) string {
	if len(x.rows) == 0 {
		return ""
	}
	return describe.Number(x.at+1) + "/" + describe.Number(len(x.rows))
}

func (x *rowList) view(m *root) []string {
	st := m.st
	var out []string
	for _, row := range x.head(x.inner()) {
		out = append(out, cells.Spaces(min(2, x.w))+row+cells.Spaces(x.w-x.inner()-min(2, x.w)))
	}
	if len(x.rows) == 0 {
		out = append(out, cells.NewLine(st, x.w).Gap(2).Put(st.Subtle, "There is nothing here. q goes back.").String())
	}
	x.top = x.scroll()
	for i := x.top; i < len(x.rows) && len(out) < x.h; i++ {
		l := cells.NewLine(st, x.w)
		name := st.Text
		if i == x.at {
			l.Put(st.Gutter, st.Glyphs.Gutter)
			name = st.Cursor
		} else {
			l.Gap(1)
		}
		l.Gap(1)
		body := cells.NewLine(st, l.Left()-min(2, l.Left()))
		x.rows[i].draw(body, name)
		out = append(out, l.Join(body).String())
	}
	return cells.Block(out, x.w, x.h)
}

// titled is the head of a list: its name in bold, and a remark.
func (m *root) titled(title, remark string) func(w int) []string {
	return func(w int) []string {
		return []string{
			cells.NewLine(m.st, w).Put(m.st.Strong, title).Gap(2).Put(m.st.Subtle, remark).String(),
			cells.Spaces(w),
		}
	}
}
