package ui

import (
	tea "charm.land/bubbletea/v2"

	"entente/ui/theme"
)

// moves makes a handler that moves in the layer on top.
func moves(to motion, step int) func(*root, call) tea.Cmd {
	return func(m *root, c call) tea.Cmd { return m.top().move(m, to, step*c.count) }
}

// everywhereActions are the rows that hold under every layer.
func everywhereActions() []action { //nolint:funlen // a table: one row after another.
	act := func(f func(m *root) tea.Cmd) func(*root, call) tea.Cmd {
		return func(m *root, _ call) tea.Cmd { return f(m) }
	}
	end := func(m *root, c call) tea.Cmd {
		if c.counted { // 12G is the twelfth, as in every pager
			cmd := m.top().move(m, toFirst, 0)
			return tea.Batch(cmd, m.top().move(m, byRow, c.count-1))
		}
		return m.top().move(m, toLast, 0)
	}
	return []action{
		{
			name: "down", keys: []string{"j", "down"}, scope: scopeEverywhere, group: groupMoving,
			help: "next row", short: "move", run: moves(byRow, 1),
		},
		{name: "up", keys: []string{"k", "up"}, scope: scopeEverywhere, group: groupMoving, help: "previous row", run: moves(byRow, -1)},
		{name: "first", keys: []string{"g g", "home"}, scope: scopeEverywhere, group: groupMoving, help: "first row", run: moves(toFirst, 1)},
		{name: "last", keys: []string{"G", "end"}, scope: scopeEverywhere, group: groupMoving, help: "last row; 12G is the twelfth", run: end},
		{name: "half-down", keys: []string{"ctrl+d"}, scope: scopeEverywhere, group: groupMoving, help: "half a page down", run: moves(byHalf, 1)},
		{name: "half-up", keys: []string{"ctrl+u"}, scope: scopeEverywhere, group: groupMoving, help: "half a page up", run: moves(byHalf, -1)},
		{
			name: "page-down", keys: []string{"ctrl+f", "pgdown"}, scope: scopeEverywhere, group: groupMoving,
			help: "a page down", short: "page", run: moves(byPage, 1),
		},
		{name: "page-up", keys: []string{"ctrl+b", "pgup"}, scope: scopeEverywhere, group: groupMoving, help: "a page up", run: moves(byPage, -1)},
		{
			name: "centre", keys: []string{"z z"}, scope: scopeEverywhere, group: groupMoving,
			help: "scroll so that the cursor is in the middle", run: moves(toCentre, 1),
		},
		{
			name: "scroll-down", keys: []string{"ctrl+e"}, scope: scopeEverywhere, group: groupMoving,
			help: "scroll a line down", run: moves(scrollBy, 1),
		},
		{name: "scroll-up", keys: []string{"ctrl+y"}, scope: scopeEverywhere, group: groupMoving, help: "scroll a line up", run: moves(scrollBy, -1)},
		{
			name: "open", keys: []string{"enter", "l", "right"}, scope: scopeEverywhere, group: groupLooking,
			words: "show text article",
			help:  "read the article; open what the cursor is on", short: "read", run: act(func(m *root) tea.Cmd {
				if o, ok := m.top().(opener); ok {
					return o.open(m)
				}
				return nil
			}),
		},
		{
			name: "back", keys: []string{"q"}, scope: scopeEverywhere, group: groupProgram,
			words: "exit close leave return",
			help:  "back one level; at the top, quit", run: act((*root).back),
		},
		{
			name: "out", keys: []string{"h", "left"}, scope: scopeEverywhere, group: groupMoving,
			help: "back one level, and never further", run: act(func(m *root) tea.Cmd { return m.pop(false) }),
		},
		{
			name: "escape", keys: []string{"esc"}, scope: scopeEverywhere, group: groupProgram,
			words: "cancel exit close leave",
			help:  "close the innermost thing; never quits", run: act((*root).escape),
		},
		{
			name: "quit", alias: "q", keys: []string{"Q"}, scope: scopeEverywhere, group: groupProgram,
			words: "exit leave end",
			help:  "quit at once, as ctrl+c does", run: act((*root).quit),
		},
		{
			name: "cancel", keys: []string{"esc"}, scope: scopeTyping, group: groupLists,
			help: "close, and take back what was ticked", short: "back", run: act((*root).escape),
		},
		{name: "typing-down", keys: []string{"down", "ctrl+n"}, scope: scopeTyping, group: groupLists, help: "next row", run: moves(byRow, 1)},
		{name: "typing-up", keys: []string{"up", "ctrl+p"}, scope: scopeTyping, group: groupLists, help: "previous row", run: moves(byRow, -1)},
		{name: "typing-page-down", keys: []string{"pgdown"}, scope: scopeTyping, group: groupLists, help: "a page down", run: moves(byPage, 1)},
		{name: "typing-page-up", keys: []string{"pgup"}, scope: scopeTyping, group: groupLists, help: "a page up", run: moves(byPage, -1)},
		{
			name: "preview", keys: []string{"p"}, scope: scopeEverywhere, group: groupLooking,
			words: "card pane panel",
			help:  "show or hide the preview; on a narrow screen, the card of the meeting",
			arg:   "[on|off]", complete: onOff, run: (*root).togglePreview,
		},
		{
			name: "stack", keys: []string{`\`}, scope: scopeEverywhere, group: groupLooking,
			help: "preview beside the list, or below it", run: act(func(m *root) tea.Cmd {
				m.want.stacked = !m.want.stacked
				return m.resize(m.geo.width, m.geo.height)
			}),
		},
		{
			name: "undo", keys: []string{"u"}, scope: scopeEverywhere, group: groupFilter,
			words: "revert back mistake correction",
			help:  "undo the last change of filter, order, marks or corrections", run: undoing((*undo[selection]).back, "Nothing is left to undo."),
		},
		{
			name: "redo", keys: []string{"ctrl+r"}, scope: scopeEverywhere, group: groupFilter,
			words: "again forward",
			help:  "redo it", run: undoing((*undo[selection]).on, "Nothing is left to redo."),
		},
		{
			name: "screen-back", keys: []string{"H"}, scope: scopeEverywhere, group: groupScreens,
			help: "back to the screen before", run: act(func(m *root) tea.Cmd {
				if len(m.layers) == 1 {
					m.say("This is the first screen.")
				}
				return m.pop(false)
			}),
		},
		{
			name: "screen-forward", keys: []string{"L"}, scope: scopeEverywhere, group: groupScreens,
			help: "forward to the screen that was left", run: act((*root).goForward),
		},
		{
			name: "suspend", keys: []string{"ctrl+z"}, scope: scopeEverywhere, group: groupProgram,
			help: "suspend; fg brings it back", run: act(func(*root) tea.Cmd { return tea.Suspend }),
		},
		{
			name: "redraw", keys: []string{"ctrl+l"}, scope: scopeEverywhere, group: groupProgram,
			help: "draw the screen anew", run: act(func(*root) tea.Cmd { return tea.ClearScreen }),
		},
		{
			name: "reload", keys: []string{"r"}, scope: scopeEverywhere, group: groupProgram,
			words: "refresh update rescan again",
			help:  "read what has changed, or the rest after a stop", run: act(func(m *root) tea.Cmd {
				m.say("Reading the articles again.")
				return m.startLoad(whyStart)
			}),
		},
		{
			name: "reread", keys: []string{"R"}, scope: scopeEverywhere, group: groupProgram,
			words: "refresh rescan index",
			help:  "read every file anew, also those that look unchanged", run: act(func(m *root) tea.Cmd {
				if m.opts.Anew != nil {
					m.opts.Anew()
				}
				m.say("Reading every file anew.")
				return m.startLoad(whyStart)
			}),
		},
	}
}

// undoing takes a selection back, or back again.
func undoing(step func(*undo[selection], selection) (selection, bool), none string) func(*root, call) tea.Cmd {
	return func(m *root, c call) tea.Cmd {
		var cmds []tea.Cmd
		for range min(c.count, 500) {
			if m.keeping { // one correction at a time
				break
			}
			s, ok := step(&m.trail, m.sel)
			if !ok {
				m.say(none)
				break
			}
			switch {
			case s.edits < m.sel.edits:
				cmds = append(cmds, m.uncorrect())
			case s.edits > m.sel.edits: // its line in the file is gone; it can only be made anew
				s.edits = m.sel.edits
				m.say("A correction is not made again by redo.")
			}
			cmds = append(cmds, m.stepMarks(s.marks))
			m.sel = s
		}
		return tea.Batch(append(cmds, m.reselect())...)
	}
}

// togglePreview shows or hides the preview, or its stand-in where there is no room beside the list.
func (m *root) togglePreview(c call) tea.Cmd {
	if c.arg == "" && (m.want.speech || m.geo.width < wideEnough && !m.want.stacked) {
		if _, ok := m.top().(*cardPage); ok {
			return m.pop(false)
		}
		if m.list.l.Current() == nil {
			return nil
		}
		return m.push(&cardPage{})
	}
	m.want.preview = switched(m.want.preview, c.arg)
	return m.resize(m.geo.width, m.geo.height)
}

// goForward opens again the layer that was closed last.
func (m *root) goForward() tea.Cmd {
	n := len(m.forward)
	if n == 0 {
		m.say("There is no screen to go forward to.")
		return nil
	}
	l, rest := m.forward[n-1], m.forward[:n-1]
	cmd := m.push(l)
	m.forward = rest
	if r, ok := l.(refresher); ok {
		r.refresh(m)
	}
	return cmd
}

// setTheme goes to a theme by name, or to the next.
func (m *root) setTheme(c call) tea.Cmd {
	all := theme.Names()
	now := m.look.Theme
	if now == "" {
		now = theme.Auto
	}
	next := c.arg
	known := false
	for i, n := range all {
		if c.arg == "" && n == now {
			next = all[(i+1)%len(all)]
		}
		known = known || n == c.arg
	}
	if c.arg != "" && !known {
		m.fail("There is no theme " + c.arg + ".")
		return nil
	}
	m.look.Theme = next
	m.restyle()
	m.say("The theme is " + next + ".")
	return nil
}
