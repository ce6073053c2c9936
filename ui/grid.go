package ui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"entente/model"
	"entente/text"
	"entente/ui/cells"
	"entente/ui/describe"
)

// grid shows who met whom: the busiest people or parties down and across, and
// in each cell how many meetings they have in common. Enter filters the
// timeline to a cell.
type grid struct {
	*model.Grid
	x, y    int
	w, h    int
	alike   bool   // neighbours are those who meet the same others
	counted string // how many meetings were held, and how many besides
}

// mostActors bounds the grid: more do not fit a screen.
const mostActors = 40

func newGrid(m *root) layer {
	g := &grid{}
	g.show(m, model.FieldWho)
	return g
}

func (*grid) scope() scope { return scopeGrid }
func (*grid) name() string { return "grid" }

func (g *grid) resize(_ *root, w, h int) tea.Cmd {
	g.w, g.h = w, h
	return nil
}

// refresh counts the grid anew, in one pass through what is shown.
func (g *grid) refresh(m *root) { g.show(m, g.Field) }

// show counts a grid. The cursor stays on the two that it is on, wherever these stand now.
func (g *grid) show(m *root, f model.Field) {
	was, x, y := g.Grid, g.x, g.y
	held, counted := m.held()
	g.counted = counted
	g.Grid = model.NewGrid(held, f, mostActors)
	if g.alike {
		g.ArrangeAlike()
	}
	if was != nil && was.Field == f && len(was.Actors) > 0 {
		x, y = g.place(was.Actors[x].Key, x), g.place(was.Actors[y].Key, y)
	}
	g.x, g.y = max(0, min(x, len(g.Actors)-1)), max(0, min(y, len(g.Actors)-1))
}

// place is where somebody stands in the grid; otherwise where that is nowhere.
func (g *grid) place(key string, otherwise int) int {
	if i := slices.IndexFunc(g.Actors, func(a model.Count) bool { return a.Key == key }); i >= 0 {
		return i
	}
	return otherwise
}

// gridActions are the rows of the grid.
func gridActions() []action {
	on := func(f func(g *grid, m *root, n int)) func(*root, call) tea.Cmd {
		return func(m *root, c call) tea.Cmd {
			if g, ok := m.top().(*grid); ok {
				f(g, m, c.count)
				g.x, g.y = max(0, min(g.x, len(g.Actors)-1)), max(0, min(g.y, len(g.Actors)-1))
			}
			return nil
		}
	}
	return []action{
		{
			name: "grid-left", keys: []string{"h", "left"}, scope: scopeGrid, group: groupScreens,
			help: "in the grid: a column to the left", run: on(func(g *grid, _ *root, n int) { g.x -= n }),
		},
		{
			name: "grid-right", keys: []string{"l", "right"}, scope: scopeGrid, group: groupScreens,
			help: "in the grid: a column to the right", run: on(func(g *grid, _ *root, n int) { g.x += n }),
		},
		{
			name: "grid-field", keys: []string{"tab"}, scope: scopeGrid, group: groupScreens,
			help: "in the grid: people, or countries and bodies", short: "countries", run: on(func(g *grid, m *root, _ int) {
				g.show(m, map[model.Field]model.Field{model.FieldWho: model.FieldWith, model.FieldWith: model.FieldWho}[g.Field])
			}),
		},
		{
			name: "grid-order", keys: []string{", o"}, scope: scopeGrid, group: groupScreens,
			help: "in the grid: by number, or so that those stand together who meet the same others", menu: "by likeness", run: on(func(g *grid, m *root, _ int) {
				g.alike = !g.alike
				g.refresh(m)
			}),
		},
	}
}

func (g *grid) move(_ *root, to motion, n int) tea.Cmd {
	g.y = moved(g.y, len(g.Actors), to, n, max(1, g.h-4))
	return nil
}

func (g *grid) open(m *root) tea.Cmd {
	if len(g.Actors) == 0 {
		return nil
	}
	a, b := g.Actors[g.y], g.Actors[g.x]
	if g.N[g.y][g.x] == 0 {
		m.say(a.Label + " and " + b.Label + " have no meeting in common here.")
		return nil
	}
	f := m.sel.filter.And(model.Term{Field: g.Field, Op: ":", Values: []string{a.Label}})
	if g.x != g.y {
		f = f.And(model.Term{Field: g.Field, Op: ":", Values: []string{b.Label}})
	}
	return tea.Batch(m.toTimeline(), m.setFilter(f))
}

func (g *grid) state(*root) string {
	if len(g.Actors) == 0 {
		return ""
	}
	a, b := g.Actors[g.y], g.Actors[g.x]
	if g.x == g.y {
		return a.Label + ": " + describe.Count(g.N[g.y][g.x], "meeting", "meetings")
	}
	return a.Label + " and " + b.Label + ": " + describe.Count(g.N[g.y][g.x], "meeting", "meetings")
}

// gridCell is how many cells a number has.
const gridCell = 4

func (g *grid) view(m *root) []string {
	st := m.st
	title := "Who met whom"
	head := cells.NewLine(st, g.w).Gap(2).Put(st.Strong, title).Gap(2).Put(st.Subtle, g.counted)
	rows := []string{head.String(), cells.Spaces(g.w)}
	if len(g.Actors) == 0 {
		rows = append(rows, cells.NewLine(st, g.w).Gap(2).Put(st.Subtle, "There is nobody here. q goes back.").String())
		return cells.Block(rows, g.w, g.h)
	}
	label := 0
	for _, a := range g.Actors {
		label = max(label, text.Width(text.Row(a.Label)))
	}
	label = min(label, max(8, g.w/4))
	across := max(1, (g.w-label-4)/gridCell)
	down := max(1, g.h-3)
	fromX := window(g.x, len(g.Actors), across)
	fromY := window(g.y, len(g.Actors), down)
	names := cells.NewLine(st, g.w).Gap(label + 3)
	for i := fromX; i < min(fromX+across, len(g.Actors)); i++ {
		ink := st.Subtle
		if i == g.x {
			ink = st.Cursor
		}
		names.Gap(1).PutRight(ink, initials(g.Actors[i], g.Field), gridCell-1)
	}
	rows = append(rows, names.String())
	for i := fromY; i < min(fromY+down, len(g.Actors)); i++ {
		rows = append(rows, g.row(m, i, label, fromX, across))
	}
	return cells.Block(rows, g.w, g.h)
}

func (g *grid) row(m *root, i, label, from, across int) string {
	st := m.st
	l := cells.NewLine(st, g.w)
	name := st.Text
	if i == g.y {
		l.Put(st.Gutter, st.Glyphs.Gutter)
		name = st.Cursor
	} else {
		l.Gap(1)
	}
	l.Gap(1).PutIn(name, g.Actors[i].Label, label).Gap(1)
	for k := from; k < min(from+across, len(g.Actors)); k++ {
		n := g.N[i][k]
		ink, s := st.Text, describe.Number(n)
		switch {
		case i == g.y && k == g.x:
			ink = st.MatchHere
		case n == 0:
			ink, s = st.Subtle, st.Glyphs.Dot
		case i == k:
			ink = st.Subtle
		case i == g.y || k == g.x:
			ink = st.Accent
		}
		l.Gap(1).PutRight(ink, s, gridCell-1)
	}
	return l.String()
}

// window is the first of n places of which the cursor's is seen.
func window(at, n, seen int) int { return max(0, min(at-seen/2, n-seen)) }

// initials shortens a name to what fits over a column.
func initials(c model.Count, f model.Field) string {
	if f == model.FieldWith && len(c.Key) <= 3 {
		return c.Key
	}
	name := c.Label
	if f == model.FieldWho {
		name = describe.Surname(model.Participant{Name: name})
	}
	r := []rune(strings.ReplaceAll(name, " ", ""))
	return string(r[:min(len(r), 3)])
}

func (*grid) click(*root, int, int) tea.Cmd { return nil }

func (g *grid) wheel(m *root, n int) { g.move(m, byRow, n) }
