package ui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
)

// settings are the actions that :set knows: each takes its value behind its name.
var settings = []string{"theme", "mouse", "bidi", "speech", "preview", "strips", "column"}

// settingActions are the rows that change how the screen looks and have no key. What has one stands among everywhereActions.
func settingActions() []action {
	show := func(what func(m *root) *bool) func(*root, call) tea.Cmd {
		return func(m *root, c call) tea.Cmd {
			at := what(m)
			*at = switched(*at, c.arg)
			return m.resize(m.geo.width, m.geo.height)
		}
	}
	return []action{
		{
			name: "strips", scope: scopeEverywhere, group: groupLooking, arg: "[on|off]", complete: onOff,
			words: "chart histogram graph timeline",
			help:  "show or hide the bands over the list", run: show(func(m *root) *bool { return &m.want.strips }),
		},
		{
			name: "column", scope: scopeEverywhere, group: groupLooking, arg: "[on|off]", complete: onOff,
			words: "facets sidebar panel",
			help:  "show or hide the column of values of a wide screen", run: show(func(m *root) *bool { return &m.want.column }),
		},
		{
			name: "mouse", scope: scopeEverywhere, group: groupProgram,
			words: "click scroll",
			help:  "mouse on or off; while it is on, shift selects text", arg: "[on|off]", complete: onOff, run: func(m *root, c call) tea.Cmd {
				m.mouse = switched(m.mouse, c.arg)
				m.say(map[bool]string{true: "The mouse scrolls and clicks.", false: "The mouse is the terminal's again."}[m.mouse])
				return nil
			},
		},
		{
			name: "bidi", scope: scopeEverywhere, group: groupProgram, arg: "[on|off]", complete: onOff,
			help: "put right-to-left text into visual order, where the terminal does not; copies stay as they are read",
			run: func(m *root, c call) tea.Cmd {
				m.look.Bidi = switched(m.look.Bidi, c.arg)
				m.restyle()
				m.say(map[bool]string{true: "Right-to-left text is put into order here.", false: "Right-to-left text is left to the terminal."}[m.look.Bidi])
				return nil
			},
		},
		{
			name: "speech", scope: scopeEverywhere, group: groupProgram, arg: "[on|off]", complete: onOff,
			help: "for a screen reader: words in place of signs, no lines and bars, one thing at a time", run: func(m *root, c call) tea.Cmd {
				m.look.Speech = switched(m.look.Speech, c.arg)
				m.want.speech = m.look.Speech
				m.restyle()
				m.say(map[bool]string{true: "Made for a screen reader.", false: "Made to be looked at."}[m.look.Speech])
				return m.resize(m.geo.width, m.geo.height)
			},
		},
		{
			name: "theme", scope: scopeEverywhere, group: groupProgram,
			words: "dark light color contrast",
			help:  "change the colours", arg: "[NAME]", complete: completeTheme, run: (*root).setTheme,
		},
		{
			name: "set", scope: scopeEverywhere, group: groupProgram, arg: "NAME [VALUE]", complete: completeSetting,
			words: "config configuration options preferences",
			help:  "change a setting: " + strings.Join(settings, ", "), run: (*root).set,
		},
	}
}

// set does what the setting's own name does.
func (m *root) set(c call) tea.Cmd {
	name, value, _ := strings.Cut(strings.Replace(c.arg, "=", " ", 1), " ")
	i := slices.Index(settings, name)
	if i < 0 {
		m.fail("There is no setting " + name + "; there are " + strings.Join(settings, ", ") + ".")
		return nil
	}
	return mustAction(settings[i]).run(m, call{count: 1, arg: strings.TrimSpace(value)})
}

// switched is a switch after on, off, or neither, which changes it.
func switched(now bool, arg string) bool { return arg == "on" || arg == "" && !now }
