package ui

import (
	"fmt"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"entente/model"
	"entente/text"
	"entente/ui/reader"
	"entente/ui/theme"
)

// reading is the reader as a layer.
type reading struct {
	r *reader.Reader
}

func newReading(m *root) *reading {
	r := reader.New()
	r.SetStyles(m.st)
	return &reading{r}
}

// show opens a report of a meeting.
func (x *reading) show(m *root, mt *model.Meeting, report int) tea.Cmd {
	x.r.Seek(m.sel.filter.Sought())
	return tea.Batch(job(x.r.Open(m.tl, mt, report, m.hubs)), m.wasRead(mt))
}

// renew shows what became of the open meeting; one that is gone stays as it was.
func (x *reading) renew(m *root, changes []model.Change) tea.Cmd {
	was := x.r.Meeting()
	if was == nil {
		return nil
	}
	id := was.ID
	for _, c := range changes {
		if c.Was != nil && c.Now != nil && c.Was.ID == id {
			id = c.Now.ID
			break
		}
	}
	row, ok := m.tl.Row(id)
	if !ok {
		return nil
	}
	return job(x.r.Renew(m.tl, m.tl.At(row), m.hubs))
}

func (*reading) scope() scope { return scopeReader }
func (*reading) name() string { return "article" }

func (x *reading) restyle(st *theme.Styles) { x.r.SetStyles(st) }

func (x *reading) resize(_ *root, w, h int) tea.Cmd {
	if j, ok := x.r.SetSize(w, h); ok {
		return job(j)
	}
	return nil
}

func (x *reading) view(*root) []string { return x.r.View() }

func (x *reading) move(_ *root, to motion, n int) tea.Cmd {
	switch to {
	case byRow, scrollBy:
		x.r.Scroll(n)
	case byHalf:
		x.r.Page(0.5 * float64(n))
	case byPage:
		x.r.Page(float64(n))
	case byMonth:
		x.r.Section(n)
	case byDay:
		x.r.Mention(n)
	case toFirst:
		x.r.First()
	case toLast:
		x.r.Last()
	case toCentre:
	}
	return nil
}

func (x *reading) wheel(_ *root, n int) {
	x.r.Scroll(n)
}

func (*reading) click(*root, int, int) tea.Cmd { return nil }

// escape leaves a link, then a search, before it closes the reader.
func (x *reading) escape(*root) bool {
	if x.r.Link() != "" {
		x.r.LeaveLink()
		return true
	}
	if x.r.Query() == "" && !x.r.OnlyMatches() {
		return false
	}
	x.r.Find("")
	return true
}

// closed puts the timeline's cursor where the reader was.
func (x *reading) closed(m *root, _ bool) tea.Cmd { //nolint:unparam // the layers share the shape.
	if mt := x.r.Meeting(); mt != nil {
		if row, ok := m.tl.Row(mt.ID); ok {
			m.list.l.SelectRow(row)
			m.report = x.r.Report()
		}
	}
	return nil
}

func (x *reading) state(*root) string {
	out := ""
	if _, n := x.r.Matches(); n > 0 || x.r.Query() != "" {
		out = x.found() + "   "
	}
	return out + strconv.Itoa(x.r.Percent()) + " %"
}

// found says how many matches a search has and which one is stood on.
func (x *reading) found() string {
	at, n := x.r.Matches()
	switch {
	case n == 0:
		return "not found"
	case at == 0:
		return fmt.Sprintf("%d found", n)
	}
	return fmt.Sprintf("%d/%d", at, n)
}

// inReader makes a handler for the reader, where that is the layer on top.
func inReader(f func(m *root, x *reading, c call) tea.Cmd) func(*root, call) tea.Cmd {
	return func(m *root, c call) tea.Cmd {
		if x, ok := m.top().(*reading); ok {
			return f(m, x, c)
		}
		return nil
	}
}

// readerActions are the rows of the reader.
func readerActions() []action { //nolint:funlen // a table: one row after another.
	measure := func(n int, fit bool) func(*root, call) tea.Cmd {
		return inReader(func(_ *root, x *reading, c call) tea.Cmd { return job(x.r.SetMeasure(n*c.count, fit)) })
	}
	return []action{
		{name: "reader-page-down", keys: []string{"space"}, scope: scopeReader, group: groupReader, help: "a page down", run: moves(byPage, 1)},
		{name: "reader-page-up", keys: []string{"backspace"}, scope: scopeReader, group: groupReader, help: "a page up", run: moves(byPage, -1)},
		{name: "reader-half-down", keys: []string{"d"}, scope: scopeReader, group: groupReader, help: "half a page down", run: moves(byHalf, 1)},
		{name: "find", keys: []string{"/"}, scope: scopeReader, group: groupReader, words: "search text", help: "find in the article", run: inReader(askFind)},
		{name: "next-match", keys: []string{"n"}, scope: scopeReader, group: groupReader, help: "next match", run: inReader(nextMatch(1))},
		{name: "previous-match", keys: []string{"N"}, scope: scopeReader, group: groupReader, help: "previous match", run: inReader(nextMatch(-1))},
		{
			name: "only-matches", keys: []string{"&"}, scope: scopeReader, group: groupReader,
			help: "only the paragraphs with a match, or all again", run: inReader(func(m *root, x *reading, _ call) tea.Cmd {
				if _, n := x.r.Matches(); n == 0 {
					m.say("Find something first, with " + m.keyFor(mustAction("find")) + ".")
					return nil
				}
				x.r.Only()
				return nil
			}),
		},
		{
			name: "mention", keys: []string{")"}, scope: scopeReader, group: groupReader,
			help: "next words that a fact was read from", short: "evidence", run: moves(byDay, 1),
		},
		{
			name: "previous-mention", keys: []string{"("}, scope: scopeReader, group: groupReader,
			help: "previous words that a fact was read from", run: moves(byDay, -1),
		},
		{
			name: "next-section", keys: []string{"}"}, scope: scopeReader, group: groupReader,
			help: "next heading, or paragraph where no heading follows", run: moves(byMonth, 1),
		},
		{
			name: "previous-section", keys: []string{"{"}, scope: scopeReader, group: groupReader,
			help: "previous heading or paragraph", run: moves(byMonth, -1),
		},
		{
			name: "next-report", keys: []string{"]", ";"}, scope: scopeReader, group: groupReader,
			help: "the next report of this meeting", short: "report", run: inReader(nextReport(1)),
		},
		{
			name: "previous-report", keys: []string{"["}, scope: scopeReader, group: groupReader,
			help: "the previous report of this meeting", run: inReader(nextReport(-1)),
		},
		{
			name: "next-meeting", keys: []string{"J"}, scope: scopeReader, group: groupReader,
			help: "the next meeting, without leaving", short: "next", run: inReader(nextMeeting(1)),
		},
		{
			name: "previous-meeting", keys: []string{"K"}, scope: scopeReader, group: groupReader,
			help: "the previous meeting", run: inReader(nextMeeting(-1)),
		},
		{
			name: "width-fit", keys: []string{"z ="}, scope: scopeReader, group: groupReader,
			help: "text as wide as the screen, or as it reads best", menu: "fit the screen", run: measure(0, true),
		},
		{name: "wider", keys: []string{"z +"}, scope: scopeReader, group: groupReader, help: "wider text", run: measure(4, false)},
		{name: "narrower", keys: []string{"z -"}, scope: scopeReader, group: groupReader, help: "narrower text", run: measure(-4, false)},
		{
			name: "furniture", keys: []string{"z f"}, scope: scopeReader, group: groupReader,
			help: "hide or show what belongs to the page and not to the report", menu: "page furniture", run: inReader(func(m *root, x *reading, _ call) tea.Cmd {
				j, hidden := x.r.ToggleFurniture()
				m.say(map[bool]string{true: "The page furniture is hidden.", false: "The page furniture is shown, dimmed."}[hidden])
				return job(j)
			}),
		},
		{
			name: "raw", keys: []string{"g s"}, scope: scopeReader, group: groupReader,
			help: "the text as it was read, with line numbers", menu: "source text", run: inReader(func(m *root, x *reading, _ call) tea.Cmd {
				j, raw := x.r.ToggleRaw()
				if raw {
					m.say("This is the text as it was read.")
					return nil
				}
				return job(j)
			}),
		},
	}
}

// askFind opens the line for a search in the article. The matches show while typing.
func askFind(m *root, x *reading, _ call) tea.Cmd {
	before := x.r.Query()
	return m.ask(&prompt{
		kind: promptFind, label: "find ",
		changed: func(_ *root, s string) tea.Cmd {
			x.r.Find(s)
			return nil
		},
		complete: func(_ *root, typed string) (int, []completion) { return x.people(typed) },
		sum: func(*root) string {
			if x.r.Query() == "" {
				return ""
			}
			return x.found()
		},
		entered: func(m *root, s string) tea.Cmd {
			if s != "" && x.r.Find(s) == 0 {
				m.say("The article does not say “" + s + "”.")
			}
			return nil
		},
		left: func(*root) tea.Cmd {
			x.r.Find(before)
			return nil
		},
	}, "")
}

// people offers the names of those who took part: they are what is looked for most.
func (x *reading) people(typed string) (int, []completion) {
	var out []completion
	want := text.Fold(typed)
	if want == "" {
		return 0, nil
	}
	for _, p := range x.r.Meeting().People {
		for word := range strings.FieldsSeq(p.Name) {
			if strings.HasPrefix(text.Fold(word), want) {
				out = append(out, completion{text: word, show: word})
			}
		}
	}
	return len([]rune(typed)), out
}

func nextMatch(step int) func(*root, *reading, call) tea.Cmd {
	return func(m *root, x *reading, c call) tea.Cmd {
		switch _, n := x.r.Matches(); {
		case x.r.Query() == "" && n == 0:
			m.say("Find something first, with " + m.keyFor(mustAction("find")) + ".")
		case !x.r.Next(step * c.count):
			m.say("The article does not say “" + x.r.Query() + "”.")
		}
		return nil
	}
}

func nextReport(step int) func(*root, *reading, call) tea.Cmd {
	return func(m *root, x *reading, c call) tea.Cmd {
		j, ok := x.r.NextReport(step * c.count)
		if !ok {
			m.say("This is the only report of the meeting.")
			return nil
		}
		return job(j)
	}
}

// nextMeeting reads the meeting above or below in the list.
func nextMeeting(step int) func(*root, *reading, call) tea.Cmd {
	return func(m *root, x *reading, c call) tea.Cmd {
		at := m.list.l.Index()
		m.list.l.Select(at + step*c.count)
		if m.list.l.Index() == at {
			m.say(map[int]string{1: "This is the last meeting of the list.", -1: "This is the first meeting of the list."}[step])
			return nil
		}
		m.report = 0
		return x.show(m, m.list.l.Current(), 0)
	}
}
