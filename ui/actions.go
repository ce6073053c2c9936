package ui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"entente/ui/keys"
)

// scope names where keys hold.
type scope string

// The scopes. A layer has one of its own; scopeEverywhere holds under every
// layer that is not typed into, scopeTyping under every one that is.
const (
	scopeEverywhere scope = "everywhere"
	scopeTyping     scope = "while typing"
	scopeTimeline   scope = "timeline"
	scopeRange      scope = "drawing a range"
	scopeReader     scope = "reader"
	scopeFacet      scope = "facet list"
	scopeHelp       scope = "help"
	scopePage       scope = "page"
	scopeGrid       scope = "grid"
	scopeTable      scope = "table"
	scopeAudit      scope = "audit"
)

// call is what a handler is told.
type call struct {
	count   int // at least 1
	counted bool
	arg     string // what stands behind the name on the command line
}

// action is one row of the table that everything about keys is read from:
// what a key does, what help says, what can be typed after a colon, and what
// the user's key map may name.
type action struct {
	name  string
	alias string // another name on the command line
	keys  []string
	scope scope
	group string // heading in help
	help  string
	words string // what else people call it, for the search of help
	short string // one word for the hints; the name unless given
	menu  string // a few words for the menu of a prefix; short or name unless given
	arg   string // what the command line takes behind the name
	run   func(m *root, c call) tea.Cmd

	complete completer // of arg; nil offers nothing
	slow     bool      // complete looks beyond the program, and is asked off the event loop
}

// The headings of help, in its order.
const (
	groupMoving  = "Moving"
	groupFilter  = "Filtering"
	groupLooking = "Looking"
	groupScreens = "Screens"
	groupReader  = "In the reader"
	groupLists   = "In lists of values"
	groupActing  = "Acting"
	groupProgram = "Program"
)

var groupOrder = []string{groupMoving, groupFilter, groupLooking, groupScreens, groupReader, groupLists, groupActing, groupProgram}

// actions is the table: the rows of everywhere, and those that each layer
// brings. It is a function's result, for handlers refer to the table in turn.
func actions() []action {
	return slices.Concat(
		everywhereActions(), settingActions(), timelineActions(), stripActions(), filterActions(), facetActions(), readerActions(), linkActions(), helpActions(),
		screenActions(), pairActions(), compareActions(), gridActions(), viewActions(), correctActions(), keptActions(), markActions(),
		newsActions(), auditActions(), yankActions(), writeActions(), outsideActions(), commandActions(),
	)
}

var (
	table  []action
	byName map[string]int
)

func init() { //nolint:gochecknoinits // the handlers refer to the table, so that it cannot be a variable's value.
	table = actions()
	byName = make(map[string]int, len(table))
	for i, a := range table {
		if _, ok := byName[a.name]; !ok {
			byName[a.name] = i
		}
	}
}

// actionNamed finds a row by its name.
func actionNamed(name string) (action, bool) {
	i, ok := byName[name]
	if !ok {
		return action{}, false
	}
	return table[i], true
}

// mustAction is actionNamed for names in the code; a test walks them all.
func mustAction(name string) action {
	a, ok := actionNamed(name)
	if !ok {
		panic("no action " + name)
	}
	return a
}

// bindings lists the keys of the table.
func bindings() []keys.Binding {
	var out []keys.Binding
	for _, a := range table {
		for _, k := range a.keys {
			out = append(out, keys.Binding{Scope: string(a.scope), Keys: k, Action: a.name})
		}
	}
	return out
}

// keyFor is the key that help and hints show for an action; empty when it has none.
func (m *root) keyFor(a action) string {
	for _, s := range []scope{a.scope, scopeEverywhere, scopeTyping} {
		if k := m.keymap.Keys(string(s), a.name); len(k) > 0 {
			return m.pretty(k[0])
		}
	}
	return ""
}

// menuWord is what the menu of a prefix calls an action.
func (a action) menuWord() string {
	switch {
	case a.menu != "":
		return a.menu
	case a.short != "":
		return a.short
	}
	return strings.ReplaceAll(a.name, "-", " ")
}

// signs are the names of keys that have a shorter sign.
var signs = map[string]string{
	"enter": "⏎", "up": "↑", "down": "↓", "left": "←", "right": "→", "space": "Space", "tab": "Tab", "shift+tab": "⇧Tab",
	"backspace": "⌫", "delete": "Del", "esc": "Esc", "pgup": "PgUp", "pgdown": "PgDn", "home": "Home", "end": "End", "f1": "F1",
}

// plainSigns are the same for a screen of ASCII.
var plainSigns = map[string]string{"⏎": "Enter", "↑": "Up", "↓": "Down", "←": "Left", "→": "Right", "⇧": "Shift-", "⌫": "Backspace"}

// pretty writes keys for this screen.
func (m *root) pretty(seq string) string {
	s := pretty(seq)
	if m.st.ASCII {
		for sign, plain := range plainSigns {
			s = strings.ReplaceAll(s, sign, plain)
		}
	}
	return s
}

// pretty writes a sequence of keys as people read it: gg, ^D.
func pretty(seq string) string {
	var b strings.Builder
	for k := range strings.FieldsSeq(seq) {
		if s, ok := signs[k]; ok {
			k = s
		} else if c, ok := strings.CutPrefix(k, "ctrl+"); ok {
			if s, ok := signs[c]; ok {
				c = s
			}
			k = "^" + strings.ToUpper(c)
		}
		b.WriteString(k)
	}
	return b.String()
}

// hintsFor names the actions that the status line shows for a layer.
func hintsFor(l layer) []string {
	switch l.scope() {
	case scopeTimeline:
		return []string{"down", "open", "filter", "facet-leaders-*", "preview", "why", "help", "back=quit"}
	case scopeReader:
		return []string{"back", "page-down", "find", "mention", "next-report", "next-meeting", "help"}
	case scopeFacet:
		return []string{"tick", "exclude", "accept", "cancel"}
	case scopeHelp:
		return []string{"cancel"}
	case scopeGrid:
		return []string{"open", "back", "help"}
	case scopeAudit:
		return []string{"right", "wrong", "unsure", "judge-again", "keep-verdicts", "back"}
	case scopePage, scopeTable:
		return []string{"down", "open", "back", "help"}
	case scopeEverywhere, scopeTyping, scopeRange:
	}
	return nil
}
