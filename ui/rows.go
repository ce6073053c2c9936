package ui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/charmbracelet/x/ansi"

	"entente/model"
	"entente/text"
	"entente/ui/cells"
	"entente/ui/describe"
	"entente/ui/theme"
)

// rowList is a layer with a cursor: a head that stands, and rows below it that
// are scrolled and opened. What they are is told by build, which runs again
// whenever the selection of meetings changes.
type rowList struct {
	title string
	none  string // what is said where there are no rows; a sentence of its own unless given
	build func(m *root) (head func(w int) []string, rows []rowItem)

	head func(w int) []string
	all  []rowItem
	rows []rowItem // those of all that have the words looked for
	find string    // the words; empty shows all
	says []string  // what each of all says, folded; nil until something is looked for
	at   int
	top  int
	w, h int
}

// rowItem is one row.
type rowItem struct {
	draw func(l *cells.Line, name theme.Ink) // into a line that the gutter stands before
	open func(m *root) tea.Cmd
	take func(m *root) tea.Cmd // takes it back, where it is something of the user's
	of   *model.Meeting        // the row's meeting, where it has one
	n    int                   // its place among all
}

func newRowList(m *root, title string, build func(m *root) (func(w int) []string, []rowItem)) *rowList {
	x := &rowList{title: title, none: "There is nothing here.", build: build}
	x.refresh(m)
	return x
}

func (*rowList) scope() scope   { return scopeTable }
func (x *rowList) name() string { return x.title }

func (x *rowList) refresh(m *root) {
	if x.at < len(x.rows) {
		x.at = x.rows[x.at].n
	}
	x.head, x.all = x.build(m)
	for i := range x.all {
		x.all[i].n = i
	}
	x.rows, x.says = x.all, nil
	x.at = max(0, min(x.at, len(x.rows)-1))
	if x.find != "" {
		x.narrow(x.find)
	}
}

// narrow shows only the rows that have all words of a text, wherever they stand in the row. The cursor stays on its row.
func (x *rowList) narrow(find string) {
	stood := -1 // among all
	if x.at < len(x.rows) {
		stood = x.rows[x.at].n
	}
	x.find = find
	words := strings.Fields(text.Fold(find))
	x.rows, x.at = nil, 0
	for i := range x.all {
		if len(words) > 0 && !x.has(i, words) {
			continue
		}
		if i <= stood {
			x.at = len(x.rows)
		}
		x.rows = append(x.rows, x.all[i])
	}
	x.at = max(0, min(x.at, len(x.rows)-1))
}

// wideRow is a row that nothing is cut from for want of room.
const wideRow = 600

// has tells that a row says all of some words.
func (x *rowList) has(i int, words []string) bool {
	if x.says == nil {
		st := theme.New(theme.Options{NoColor: true})
		x.says = make([]string, len(x.all))
		for k, row := range x.all {
			l := cells.NewLine(st, wideRow)
			row.draw(l, st.Text)
			x.says[k] = text.Fold(ansi.Strip(l.Head()))
		}
	}
	for _, w := range words {
		if !strings.Contains(x.says[i], w) {
			return false
		}
	}
	return true
}

// askNarrow opens the line for words that narrow the list on top.
func askNarrow(m *root, _ call) tea.Cmd {
	x, ok := m.top().(*rowList)
	if !ok {
		return nil
	}
	before := x.find
	return m.ask(&prompt{
		kind: promptNarrow, label: "find ",
		changed: func(_ *root, s string) tea.Cmd {
			x.narrow(s)
			return nil
		},
		sum: func(*root) string { return describe.Number(len(x.rows)) + " of " + describe.Number(len(x.all)) },
		entered: func(m *root, _ string) tea.Cmd {
			if len(x.rows) == 0 {
				m.say("Nothing here says that; " + m.keyFor(mustAction("escape")) + " shows all again.")
			}
			return nil
		},
		left: func(*root) tea.Cmd {
			x.narrow(before)
			return nil
		},
	}, x.find)
}

// escape shows all rows again before it closes the list.
func (x *rowList) escape(*root) bool {
	if x.find == "" {
		return false
	}
	x.narrow("")
	return true
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
func (x *rowList) room() int { return max(1, x.h-len(x.above())) }

// above is the head, or as much of it as leaves half of the screen to the rows.
func (x *rowList) above() []string {
	head := x.head(x.inner())
	return head[:min(len(head), max(1, x.h/2))]
}

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
	i := x.scroll() + y - len(x.above())
	if y < len(x.above()) || i < 0 || i >= len(x.rows) {
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
	return 0, len(x.above()) + x.at - x.scroll()
}

func (x *rowList) state(*root) string {
	found := ""
	if x.find != "" {
		found = "/" + x.find + "   "
	}
	if len(x.rows) == 0 {
		return found
	}
	return found + describe.Number(x.at+1) + "/" + describe.Number(len(x.rows))
}

func (x *rowList) view(m *root) []string {
	st := m.st
	var out []string
	for _, row := range x.above() {
		out = append(out, cells.Spaces(min(2, x.w))+row+cells.Spaces(x.w-x.inner()-min(2, x.w)))
	}
	if len(x.rows) == 0 {
		for _, row := range cells.Flow(st, []cells.Run{{Ink: st.Subtle, Text: x.nothing()}}, x.inner(), 0) {
			out = append(out, cells.Spaces(min(2, x.w))+row+cells.Spaces(x.w-x.inner()-min(2, x.w)))
		}
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

// nothing says why no row is seen.
func (x *rowList) nothing() string {
	if x.find != "" {
		return "Nothing here has the words " + x.find + "."
	}
	return strings.TrimSpace(x.none + " q goes back.")
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
