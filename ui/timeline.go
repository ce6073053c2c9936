package ui

import (
	"slices"
	"strconv"

	tea "charm.land/bubbletea/v2"

	"entente/model"
	"entente/ui/cells"
	"entente/ui/describe"
	"entente/ui/list"
)

// timeline is the layer at the bottom: the list of meetings.
type timeline struct{ l list.List }

func (t *timeline) setup(m *root) {
	t.l.SetStyles(m.st)
	t.l.SetMarked(m.marked)
	t.l.SetFresh(m.fresh)
	t.l.SetView(m.view)
}

func (*timeline) scope() scope { return scopeTimeline }
func (*timeline) name() string { return "timeline" }

func (t *timeline) resize(m *root, _, _ int) tea.Cmd {
	t.l.SetSize(m.geo.list.w, m.geo.list.h)
	return nil
}

func (t *timeline) view(m *root) []string {
	if t.l.Len() == 0 {
		return m.emptyPage(m.geo.list.w, m.geo.list.h)
	}
	return t.l.View()
}

func (t *timeline) move(m *root, to motion, n int) tea.Cmd {
	switch to {
	case byRow:
		t.l.Move(n)
	case byHalf:
		t.l.Page(0.5 * float64(n))
	case byPage:
		t.l.Page(float64(n))
	case byMonth:
		t.l.Month(n)
	case byDay:
		t.l.Day(n)
	case toFirst:
		t.l.First()
	case toLast:
		t.l.Last()
	case toCentre:
		t.l.Centre()
	case scrollBy:
		t.l.Scroll(n)
	}
	m.report = 0
	return nil
}

func (t *timeline) open(m *root) tea.Cmd {
	if t.l.OpenFold() {
		return nil
	}
	if cur := t.l.Current(); cur != nil {
		return m.read(cur, m.report)
	}
	return nil
}

func (t *timeline) click(m *root, x, y int) tea.Cmd {
	g := m.geo.list
	if !g.has(x+m.geo.main.x, y+m.geo.main.y) {
		return nil
	}
	was := t.l.Index()
	if t.l.Click(y+m.geo.main.y-g.y) && t.l.Index() == was {
		return t.open(m) // a second click on the same row
	}
	m.report = 0
	return nil
}

func (t *timeline) wheel(_ *root, n int) {
	t.l.Scroll(n)
}

func (t *timeline) cursor() (x, y int) { return 0, t.l.CursorRow() }

func (t *timeline) state(m *root) string {
	if t.l.Len() == 0 {
		return ""
	}
	out := describe.Number(t.l.Index()+1) + "/" + describe.Number(t.l.Len())
	if n := len(m.marked); n > 0 {
		out = strconv.Itoa(n) + " marked   " + out
	}
	return out
}

// read opens the reader on a meeting.
func (m *root) read(mt *model.Meeting, report int) tea.Cmd {
	if len(mt.Reports) == 0 {
		m.say("No article reports this meeting.")
		return nil
	}
	r := newReading(m)
	cmd := m.push(r)
	return tea.Batch(cmd, r.show(m, mt, report))
}

// picked lets the filter know which meetings are marked for the moment. What is shown follows with the next filter.
func (m *root) picked() { m.tl = m.tl.Marked(m.mine.of, m.marked) }

func (m *root) clearMarks() {
	clear(m.marked)
	m.picked()
	m.say("Nothing is marked now.")
}

// timelineActions are the rows of the list.
func timelineActions() []action { //nolint:funlen // a table: one row after another.
	on := func(f func(m *root, l *list.List, n int)) func(*root, call) tea.Cmd {
		return func(m *root, c call) tea.Cmd {
			f(m, &m.list.l, c.count)
			return nil
		}
	}
	mark := func(m *root, l *list.List, _ int) {
		if cur := l.Current(); cur != nil {
			if m.marked[cur.ID] {
				delete(m.marked, cur.ID)
			} else {
				m.marked[cur.ID] = true
			}
			m.picked()
			l.Move(1)
		}
	}
	markAll := func(m *root, _ *list.List, _ int) {
		const most = 10_000
		n := min(m.view.Len(), most)
		for i := range n {
			m.marked[m.tl.ID(m.view.Rows[i])] = true
		}
		m.picked()
		m.say(describe.Count(len(m.marked), "meeting is", "meetings are") + " marked; Esc takes the marks away.")
	}
	rows := []action{ //nolint:prealloc // a handful of rows.
		{name: "next-month", keys: []string{"}"}, scope: scopeTimeline, group: groupMoving, help: "next month with meetings", run: moves(byMonth, 1)},
		{
			name: "previous-month", keys: []string{"{"}, scope: scopeTimeline, group: groupMoving,
			help: "previous month with meetings", run: moves(byMonth, -1),
		},
		{name: "next-day", keys: []string{")"}, scope: scopeTimeline, group: groupMoving, help: "next day with meetings", run: moves(byDay, 1)},
		{
			name: "previous-day", keys: []string{"("}, scope: scopeTimeline, group: groupMoving,
			help: "previous day with meetings", run: moves(byDay, -1),
		},
		{
			name: "fold", keys: []string{"z a"}, scope: scopeTimeline, group: groupMoving,
			help: "fold or open the month", run: on(func(_ *root, l *list.List, _ int) { l.ToggleFold() }),
		},
		{
			name: "open-all", keys: []string{"z R"}, scope: scopeTimeline, group: groupMoving,
			help: "open every month", run: on(func(_ *root, l *list.List, _ int) { l.FoldAll(false) }),
		},
		{
			name: "fold-all", keys: []string{"z M"}, scope: scopeTimeline, group: groupMoving,
			help: "fold every month", run: on(func(_ *root, l *list.List, _ int) { l.FoldAll(true) }),
		},
		{
			name: "next-pane", keys: []string{"tab"}, scope: scopeTimeline, group: groupLooking,
			help: "into the column of values, or the preview; Tab again comes back", run: (*root).nextPane,
		},
		{
			name: "previous-pane", keys: []string{"shift+tab"}, scope: scopeTimeline, group: groupLooking,
			help: "into the preview; Tab comes back", run: (*root).previousPane,
		},
		{
			name: "leave-pane", keys: []string{"tab"}, scope: scopePage, group: groupLooking,
			help: "back to the list", run: func(m *root, _ call) tea.Cmd { return m.pop(false) },
		},
		{
			name: "leave-values", keys: []string{"tab"}, scope: scopeFacet, group: groupLists,
			help: "keep what is ticked and go back to the list", run: func(m *root, _ call) tea.Cmd { return m.pop(false) },
		},
		{
			name: "next-evidence", keys: []string{";"}, scope: scopeTimeline, group: groupLooking,
			words: "source quote proof",
			help:  "the words of the next report of this meeting", run: (*root).nextEvidence,
		},
		{name: "mark", keys: []string{"space"}, scope: scopeTimeline, group: groupActing, words: "select tick choose", help: "mark the meeting", run: on(mark)},
		{
			name: "mark-all", keys: []string{"V"}, scope: scopeTimeline, group: groupActing,
			words: "select everything",
			help:  "mark everything that is shown", run: on(markAll),
		},
		{
			name: "out-of-month", keys: []string{"h", "left"}, scope: scopeTimeline, group: groupMoving,
			help: "fold the month", run: on(func(_ *root, l *list.List, _ int) { l.ToggleFold() }),
		},
	}
	return append(rows, sortActions()...)
}

// sortActions are the rows behind the comma.
func sortActions() []action {
	var rows []action //nolint:prealloc // a handful of rows.
	for _, o := range []struct {
		key        string
		name       string
		by         model.Order
		what       string
		menu, back string // the order in a few words, and the other way round
	}{
		{"d", "date", model.ByDate, "by date", "by date", "newest first"},
		{"r", "reported", model.ByReported, "by the day of the first report", "by first report", "last reported first"},
		{"s", "sources", model.BySources, "by independent sources, the most first", "most sources first", "fewest sources first"},
		{"c", "confidence", model.ByConfidence, "by confidence, the least sure first", "least sure first", "surest first"},
		{"n", "name", model.ByName, "by name", "by name", "by name from Z"},
	} {
		sort := func(reverse bool) func(*root, call) tea.Cmd {
			return func(m *root, _ call) tea.Cmd {
				s := m.sel
				s.order, s.reverse = o.by, reverse
				return m.choose(s)
			}
		}
		capital := string(o.key[0] &^ 0x20)
		rows = append(rows,
			action{
				name: "sort-" + o.name, keys: []string{", " + o.key}, scope: scopeTimeline, group: groupLooking,
				help: "sort " + o.what, menu: o.menu, run: sort(false),
			},
			action{
				name: "sort-" + o.name + "-reverse", keys: []string{", " + capital}, scope: scopeTimeline, group: groupLooking,
				help: "the same, the other way round: " + o.back, menu: o.back, run: sort(true),
			})
	}
	return rows
}

// nextPane gives the keys to the column of values where it is seen, else to the preview.
func (m *root) nextPane(call) tea.Cmd {
	if !m.geo.facets.empty() {
		return m.push(newFacet(m, columnFields[0].field, columnFields[0].title))
	}
	return m.previousPane(call{})
}

// previousPane gives the keys to the preview, the last of the panes.
func (m *root) previousPane(call) tea.Cmd {
	if m.list.l.Current() == nil {
		return nil
	}
	return m.push(&cardPage{})
}

func (m *root) nextEvidence(c call) tea.Cmd {
	cur := m.list.l.Current()
	if cur == nil {
		return nil
	}
	if len(cur.Reports) < 2 {
		m.say("There is only one report of this meeting.")
		return nil
	}
	m.report = (m.report + c.count) % len(cur.Reports)
	return nil
}

// orderName says how the list is sorted when that is not by date.
func (m *root) orderName() string {
	name := map[model.Order]string{
		model.ByDate: "", model.ByReported: "by report", model.BySources: "by sources", model.ByConfidence: "by confidence", model.ByName: "by name",
	}[m.sel.order]
	switch {
	case m.sel.reverse && name == "":
		return "newest first"
	case m.sel.reverse:
		return name + ", reversed"
	}
	return name
}

// cardPage is the preview on a screen that is too narrow to have it beside the list.
type cardPage struct{ top, w, h int }

func (*cardPage) scope() scope { return scopePage }
func (*cardPage) name() string { return "card" }
func (*cardPage) beside() bool { return true }

func (c *cardPage) resize(_ *root, w, h int) tea.Cmd {
	c.w, c.h = w, h
	return nil
}

func (c *cardPage) view(m *root) []string {
	rows := m.sideRows(c.w, max(c.h, 40))
	c.top = max(0, min(c.top, filled(rows)-c.h))
	return cells.Block(rows[c.top:], c.w, c.h)
}

// filled counts the rows up to the last that shows anything.
func filled(rows []string) int {
	for i, row := range slices.Backward(rows) {
		for _, r := range row {
			if r != ' ' {
				return i + 1
			}
		}
	}
	return 0
}

func (c *cardPage) move(m *root, to motion, n int) tea.Cmd {
	if to == byRow { // the card of the next meeting
		m.list.l.Move(n)
		c.top = 0
		return nil
	}
	c.top = scrolled(c.top, to, n, c.h)
	return nil
}

func (*cardPage) open(m *root) tea.Cmd {
	if cur := m.list.l.Current(); cur != nil {
		return m.read(cur, m.report)
	}
	return nil
}

// scrolled is where a page stands after a motion; the caller clamps the end.
func scrolled(top int, to motion, n, h int) int {
	switch to {
	case byRow, scrollBy:
		top += n
	case byHalf:
		top += n * max(1, h/2)
	case byPage:
		top += n * max(1, h-1)
	case byMonth, byDay:
		top += n * max(1, h/3)
	case toFirst:
		top = 0
	case toLast:
		top = 1 << 30
	case toCentre:
	}
	return max(0, top)
}
