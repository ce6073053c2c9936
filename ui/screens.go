package ui

import tea "charm.land/bubbletea/v2"

// screens are the layers that fill the screen and have a key of their own
// behind g. A new screen is a file with its layer, and a row here.
var screens = []struct {
	key, name, help, menu, words string
	open                         func(m *root) layer
}{
	{"c", "countries", "countries and bodies: how often, when, and over the months", "countries", "nations states organisations tally", newCountries},
	{"l", "leaders", "people: how often, when, and over the months", "people", "persons names who tally", newLeaders},
	{"p", "places", "places: how often, when, and over the months", "places", "cities towns where tally", newPlaces},
	{"m", "grid", "who met whom, as a grid", "grid", "matrix network graph together", newGrid},
	{"a", "articles", "every article that was read", "articles", "files texts documents sources", newArticles},
	{"i", "stats", "figures: meetings by month, party, person and kind", "figures", "statistics numbers count chart totals", newStats},
}

// screenActions are the rows that open screens.
func screenActions() []action {
	tab := func(step int) func(*root, call) tea.Cmd {
		return func(m *root, c call) tea.Cmd { return m.nextTab(step * c.count) }
	}
	rows := []action{ //nolint:prealloc // a handful of rows.
		{name: "next-tab", keys: []string{"]"}, scope: scopeEverywhere, group: groupScreens, help: "the next screen: countries, people …", run: tab(1)},
		{name: "previous-tab", keys: []string{"["}, scope: scopeEverywhere, group: groupScreens, help: "the previous screen", run: tab(-1)},
		{
			name: "timeline", keys: []string{"g t"}, scope: scopeEverywhere, group: groupScreens,
			help: "the timeline", run: func(m *root, _ call) tea.Cmd { return m.toTimeline() },
		},
	}
	rows = append(rows, action{
		name: "narrow", keys: []string{"/"}, scope: scopeTable, group: groupScreens,
		help: "in a list: only the rows with the words that are typed; Esc shows all", run: askNarrow,
	})
	for _, s := range screens {
		rows = append(rows, action{
			name: s.name, keys: []string{"g " + s.key}, scope: scopeEverywhere, group: groupScreens, help: s.help, menu: s.menu, words: s.words,
			run: func(m *root, _ call) tea.Cmd {
				if m.top().name() == s.name {
					return nil
				}
				return m.push(s.open(m))
			},
		})
	}
	return rows
}

// nextTab goes from the screen that is open to the n-th after it, round the end.
func (m *root) nextTab(n int) tea.Cmd {
	at := 0
	for i, s := range screens {
		if m.top().name() == s.name {
			at = i + 1
		}
	}
	k := len(screens) + 1
	at = ((at+n)%k + k) % k
	cmd := m.toTimeline()
	if at == 0 {
		return cmd
	}
	return tea.Batch(cmd, m.push(screens[at-1].open(m)))
}
