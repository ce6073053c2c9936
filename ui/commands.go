package ui

import (
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"entente/model"
	"entente/text"
	"entente/ui/cells"
	"entente/ui/strip"
)

// commandActions are the rows that have to do with the command line itself.
func commandActions() []action {
	return []action{
		{
			name: "command", keys: []string{":"}, scope: scopeEverywhere, group: groupProgram,
			help: "the command line: any name of this list, a date, or a filter", run: func(m *root, _ call) tea.Cmd {
				return m.ask(&prompt{
					kind: promptCommand, label: ":",
					complete: completeCommand, slow: slowCommand,
					entered: func(m *root, s string) tea.Cmd { return m.command(s) },
				}, "")
			},
		},
		{
			name: "messages", scope: scopeEverywhere, group: groupProgram,
			words: "errors warnings log problems failed",
			help:  "what was said and what was skipped", run: func(m *root, _ call) tea.Cmd {
				return m.push(&page{title: "messages", make: messageRows})
			},
		},
		{
			name: "map", scope: scopeEverywhere, group: groupProgram,
			words: "shortcut remap keymap",
			help:  "bind a key for this session: :map KEYS NAME", arg: "KEYS NAME", run: func(m *root, c call) tea.Cmd {
				keys, name, ok := cutLast(c.arg)
				if !ok {
					m.fail("Say which keys and which action: :map g x next-month.")
					return nil
				}
				if err := m.bind(keys, name); err != nil {
					m.fail(sentence(err))
					return nil
				}
				m.say(m.pretty(keys) + " means " + name + " now.")
				return nil
			},
		},
	}
}

// cutLast splits off the last word.
func cutLast(s string) (before, last string, ok bool) {
	s = strings.TrimSpace(s)
	i := strings.LastIndexByte(s, ' ')
	if i < 0 {
		return "", s, false
	}
	return strings.TrimSpace(s[:i]), s[i+1:], true
}

// command does what was typed behind the colon: an action by its name or the
// beginning of it, a number, a date, or a whole state as yq copies it.
func (m *root) command(s string) tea.Cmd {
	s = strings.TrimSpace(s)
	if s == "" {
		return nil
	}
	word, arg, _ := strings.Cut(s, " ")
	arg = strings.TrimSpace(arg)
	if n, err := strconv.Atoi(s); err == nil && len(s) != 4 {
		return mustAction("last").run(m, call{count: max(1, n), counted: true})
	}
	if a, ok := commandNamed(word); ok {
		return a.run(m, call{count: 1, arg: arg})
	}
	if cmd, ok := m.restore(s); ok {
		return cmd
	}
	if _, err := m.parseDay(s); err == nil {
		return m.goDate(s)
	}
	near := nearest(word)
	if near != "" {
		near = " Did you mean :" + near + "?"
	}
	m.fail("There is no command " + word + "." + near)
	return nil
}

// commandNamed finds an action by its name, its other name, or a beginning that only one has.
func commandNamed(word string) (action, bool) {
	var hit []action
	for _, a := range table {
		if a.name == word || a.alias == word {
			return a, true
		}
		if strings.HasPrefix(a.name, word) && a.run != nil {
			hit = append(hit, a)
		}
	}
	if len(hit) == 1 && len(word) > 1 {
		return hit[0], true
	}
	return action{}, false
}

// nearest is the name that is spelt most like a word.
func nearest(word string) string {
	best, least := "", 3
	for _, a := range table {
		if d := text.Distance(a.name, word); d < least {
			best, least = a.name, d
		}
	}
	return best
}

// messageRows lists what was said, the newest last.
func messageRows(m *root, w int) []string {
	st := m.st
	rows := []string{cells.NewLine(st, w).Put(st.Strong, "Messages").String(), cells.Spaces(w)}
	if len(m.log) == 0 {
		rows = append(rows, cells.NewLine(st, w).Put(st.Subtle, "Nothing was said yet.").String())
	}
	for _, s := range m.log {
		rows = append(rows, cells.Flow(st, []cells.Run{{Ink: st.Text, Text: s}}, w, 0)...)
	}
	return rows
}

// stateLine writes everything that says what is on the screen in one line: the
// filter, the order, the zoom and the meeting under the cursor.
func (m *root) stateLine() string {
	s := model.State{Filter: m.sel.filter, Order: m.sel.order, Reverse: m.sel.reverse}
	if m.unit != strip.Month {
		s.Zoom = m.unit.String()
	}
	if cur := m.list.l.Current(); cur != nil {
		s.At = cur.ID
	}
	return s.String()
}

// restore shows the state that a line made by stateLine describes. A filter alone is such a line.
func (m *root) restore(line string) (tea.Cmd, bool) {
	s, ok := model.ParseState(line)
	unit, known := strip.UnitNamed(s.Zoom)
	if !ok || !known && s.Zoom != "" {
		return nil, false
	}
	if known {
		m.unit = unit
	}
	sel := m.sel
	sel.filter, sel.order, sel.reverse = s.Filter, s.Order, s.Reverse
	cmd := m.choose(sel)
	if row, ok := m.tl.Row(s.At); ok {
		m.list.l.SelectRow(row)
	}
	m.say(m.summary() + ".")
	return cmd, true
}
