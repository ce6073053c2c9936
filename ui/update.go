package ui

import (
	tea "charm.land/bubbletea/v2"

	"entente/ui/keys"
	"entente/ui/reader"
	"entente/ui/theme"
)

// Update takes a message, changes the state and draws the frame anew.
func (m *root) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	cmd := m.handle(msg)
	m.compose()
	return m, cmd
}

func (m *root) handle(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		return m.resize(msg.Width, msg.Height)
	case tea.BackgroundColorMsg: // may never come
		m.look.Paper = theme.PaperLight
		if msg.IsDark() {
			m.look.Paper = theme.PaperDark
		}
		m.restyle()
	case loadedMsg:
		return m.loaded(msg)
	case progressMsg:
		return m.progressed(msg)
	case filesChangedMsg:
		return m.filesChanged(msg)
	case pageSetMsg:
		for _, l := range m.layers {
			if r, ok := l.(*reading); ok {
				r.r.Done(reader.Result(msg))
			}
		}
	case facetsCountedMsg:
		m.column.take(msg)
	case tea.KeyPressMsg:
		return m.press(msg)
	case tea.PasteMsg:
		return m.typeText(msg.Content)
	case tea.MouseMsg:
		return m.point(msg)
	default:
		return m.answered(msg)
	}
	return nil
}

// answered takes what work off the event loop has come to.
func (m *root) answered(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case openedMsg:
		if msg.err != nil {
			m.fail("The page could not be opened: " + msg.err.Error())
		} else {
			m.say("Opened " + msg.url + ".")
		}
	case optionsMsg:
		msg.p.take(msg)
	case correctedMsg:
		return m.orQuit(m.corrected(msg))
	case markedMsg:
		return m.orQuit(m.markKept(msg))
	case newsMsg:
		return m.gotNews(msg)
	case rememberedMsg:
		if msg.err != nil {
			m.fail("That you looked could not be kept: " + msg.err.Error())
		}
	case writtenMsg:
		m.written(msg)
	case viewSavedMsg:
		if msg.err != nil {
			m.fail("The view could not be kept: " + msg.err.Error())
		} else {
			m.say("Kept as " + msg.name + "; ' opens it again.")
		}
	case viewsReadMsg:
		return m.listViews(msg)
	case copiedMsg:
		if msg.err == nil { // else the terminal's has it, and the line says so
			m.say("Copied " + msg.what + " (clipboard, OSC 52): " + msg.shown)
		}
	case pipedMsg:
		return m.showPiped(msg)
	case editedMsg:
		if msg.err != nil {
			m.fail("The editor ended with a fault: " + msg.err.Error())
		}
		return m.startLoad(whyChange)
	}
	return nil
}

// resize lays everything out for another size.
func (m *root) resize(w, h int) tea.Cmd {
	m.geo = arrange(w, h, m.want)
	cmds := make([]tea.Cmd, 0, len(m.layers)+1)
	for _, l := range m.layers {
		cmds = append(cmds, m.resizeLayer(l))
	}
	cmds = append(cmds, m.countColumn())
	return tea.Batch(cmds...)
}

// press gives a key to the first that wants it: quitting always works, then a
// line that is being typed, then the layer on top, then the keys of everywhere.
func (m *root) press(msg tea.KeyPressMsg) tea.Cmd {
	key := msg.String()
	if key == "ctrl+c" {
		return m.quit()
	}
	m.message, m.at = message{}, ""
	if m.prompt != nil {
		return m.pressPrompt(msg)
	}
	top := m.top()
	if t, ok := top.(typer); ok && !m.typing.Pending() {
		scopes := []scope{top.scope(), scopeTyping}
		if a := m.typing.Press(m.keymap, names(scopes), key); a.Action != "" {
			return m.run(a)
		} else if a.Pending && !plainText(msg.Text) {
			return nil
		}
		m.typing.Reset()
		if plainText(msg.Text) {
			t.typed(m, msg.Text)
			return nil
		}
		t.edit(m, msg)
		return nil
	}
	a := m.typing.Press(m.keymap, names(m.scopes()), key)
	switch {
	case a.Action != "":
		return m.run(a)
	case a.Unknown != "":
		m.say(m.pretty(a.Unknown) + " does nothing here; ? lists the keys.")
	}
	return nil
}

// plainText tells that a key typed letters and not a command.
func plainText(s string) bool { return s != "" && s != " " }

// scopes lists where keys are looked up, the innermost first.
func (m *root) scopes() []scope {
	if _, ok := m.top().(typer); ok {
		return []scope{m.top().scope(), scopeTyping}
	}
	if m.drawing >= 0 {
		return []scope{scopeRange, m.top().scope(), scopeEverywhere}
	}
	return []scope{m.top().scope(), scopeEverywhere}
}

func names(in []scope) []string {
	out := make([]string, len(in))
	for i, s := range in {
		out[i] = string(s)
	}
	return out
}

// run calls an action's handler.
func (m *root) run(a keys.Answer) tea.Cmd {
	row, ok := actionNamed(a.Action)
	if !ok || row.run == nil {
		return nil
	}
	n := a.Count
	return row.run(m, call{count: max(1, n), counted: n > 0})
}

// typeText takes pasted text to wherever typing goes.
func (m *root) typeText(s string) tea.Cmd {
	if m.prompt != nil {
		m.prompt.f.Insert(s)
		return m.promptChanged()
	}
	if t, ok := m.top().(typer); ok {
		t.typed(m, s)
	}
	return nil
}

// quit ends the program, once what is being kept is kept; asked twice, at once.
func (m *root) quit() tea.Cmd {
	if busy := m.keeping || len(m.mine.pending) > 0; busy && !m.quitting {
		m.quitting = true
		m.say("Keeping what you noted" + m.st.Glyphs.Ellipsis)
		return nil
	}
	m.quitting = true
	if m.load.cancel != nil {
		m.load.cancel()
	}
	return tea.Quit
}

// orQuit goes on after something was kept: with quitting, where that waited for it.
func (m *root) orQuit(then tea.Cmd) tea.Cmd {
	if m.quitting && !m.keeping && len(m.mine.pending) == 0 {
		return tea.Batch(then, m.quit())
	}
	return then
}

// back goes back one level; at the top it quits.
func (m *root) back() tea.Cmd {
	if len(m.layers) > 1 {
		return m.pop(false)
	}
	return m.quit()
}

// escape closes the innermost thing that is open and never quits.
func (m *root) escape() tea.Cmd {
	if m.drawing >= 0 {
		m.noRange()
		return nil
	}
	if e, ok := m.top().(interface{ escape(m *root) bool }); ok && e.escape(m) {
		return nil
	}
	if len(m.layers) > 1 {
		return m.pop(true)
	}
	if m.load.busy && m.load.why == whyStart && !m.load.stopped {
		m.stopLoad()
		return nil
	}
	if len(m.marked) > 0 {
		m.clearMarks()
		return nil
	}
	if len(m.fresh) > 0 {
		clear(m.fresh)
		m.say("What is new is not marked any more.")
		return nil
	}
	if !m.sel.filter.IsZero() {
		m.say("The filter stays; Backspace drops its last word, X all of it.")
	}
	return nil
}
