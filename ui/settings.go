package ui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
)

// settings are the actions that :set knows: each takes its value behind its name.
var settings = []string{"theme", "mouse", "bidi", "preview", "strips", "column"}

// settingActions are the rows that change how the screen looks. What has a key stands among everywhereActions.
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
			help: "show or hide the bands over the list", run: show(func(m *root) *bool { return &m.want.strips }),
		},
		{
			name: "column", scope: scopeEverywhere, group: groupLooking, arg: "[on|off]", complete: onOff,
			help: "show or hide the column of values of a wide screen", run: show(func(m *root) *bool { return &m.want.column }),
		},
		{
			name: "set", scope: scopeEverywhere, group: groupProgram, arg: "NAME [VALUE]", complete: completeSetting,
			help: "change a setting: " + strings.Join(settings, ", "), run: (*root).set,
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
