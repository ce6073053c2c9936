package ui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"entente/model"
	"entente/text"
	"entente/ui/cells"
	"entente/ui/theme"
)

// viewActions are the rows about saved states of the screen.
func viewActions() []action {
	open := func(m *root, c call) tea.Cmd {
		read := m.opts.Views
		if read == nil {
			m.say("Views cannot be kept here.")
			return nil
		}
		return func() tea.Msg {
			v, err := read()
			return viewsReadMsg{v, c.arg, err}
		}
	}
	return []action{
		{
			name: "views", alias: "view", keys: []string{"'", "g v"}, scope: scopeEverywhere, group: groupScreens,
			words: "store search query tabs",
			help:  "the saved views, or the one of that name", arg: "[NAME]", menu: "saved views", run: open,
		},
		{
			name: "save-view", keys: []string{"S"}, scope: scopeTimeline, group: groupFilter,
			words: "store remember search query bookmark",
			help:  "keep filter, order and place under a name", arg: "NAME", run: (*root).askSave,
		},
	}
}

// askSave keeps the present state, asking for a name where none is given.
func (m *root) askSave(c call) tea.Cmd {
	save := m.opts.SaveView
	if save == nil {
		m.say("Views cannot be kept here; yq copies this one as a line.")
		return nil
	}
	line := m.stateLine()
	keep := func(_ *root, name string) tea.Cmd {
		if name == "" {
			return nil
		}
		return func() tea.Msg { return viewSavedMsg{name, save(SavedView{name, line})} }
	}
	if c.arg != "" {
		return keep(m, c.arg)
	}
	return m.ask(&prompt{kind: promptName, label: "save as ", entered: keep}, "")
}

// listViews shows the saved states; Enter opens one.
func (m *root) listViews(msg viewsReadMsg) tea.Cmd {
	if msg.err != nil {
		m.fail("The saved views could not be read: " + msg.err.Error())
		return nil
	}
	if msg.name != "" {
		return m.openNamed(msg)
	}
	x := newRowList(m, "views", func(m *root) (func(int) []string, []rowItem) {
		rows := make([]rowItem, len(msg.views))
		for i, v := range msg.views {
			rows[i] = rowItem{
				draw: func(l *cells.Line, name theme.Ink) {
					l.PutIn(name, v.Name, min(24, l.Left()/3)).Gap(2).Put(m.st.Subtle, v.Line)
				},
				open: func(m *root) tea.Cmd { return m.openView(v) },
			}
		}
		return m.titled("Saved views", ""), rows
	})
	x.none = "No view is saved yet; " + m.keyFor(mustAction("save-view")) + " keeps what the timeline shows."
	return m.push(x)
}

// openView shows a saved state.
func (m *root) openView(v SavedView) tea.Cmd {
	back := mustAction("timeline").run(m, call{count: 1})
	cmd, ok := m.restore(v.Line)
	if !ok { // of bare words, and kept where they found nothing
		f, err := model.ParseFilter(v.Line)
		if err != nil {
			m.fail("This view cannot be read: " + v.Line)
			return back
		}
		cmd = m.setFilter(f)
	}
	return tea.Batch(back, cmd)
}

// openNamed shows the state of a name, or the only one whose name begins so.
func (m *root) openNamed(msg viewsReadMsg) tea.Cmd {
	var hits []SavedView
	for _, v := range msg.views {
		if v.Name == msg.name {
			return m.openView(v)
		}
		if strings.HasPrefix(text.Fold(v.Name), text.Fold(msg.name)) {
			hits = append(hits, v)
		}
	}
	if len(hits) == 1 {
		return m.openView(hits[0])
	}
	m.fail("There is no view " + msg.name + "; " + m.keyFor(mustAction("views")) + " lists them.")
	return nil
}
