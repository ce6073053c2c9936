package ui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"entente/model"
	"entente/ui/cells"
	"entente/ui/describe"
	"entente/ui/keys"
	"entente/ui/theme"
)

// linkActions are the rows about the links of an article. A link to an article
// that was read too is followed in the reader; any other goes to the browser.
func linkActions() []action {
	return []action{
		{
			name: "next-link", keys: []string{"tab"}, scope: scopeReader, group: groupReader,
			help: "the next link on the page; Enter follows it, o opens it in the browser", run: inReader(nextLink(1)),
		},
		{
			name: "previous-link", keys: []string{"shift+tab"}, scope: scopeReader, group: groupReader,
			help: "the previous link on the page", run: inReader(nextLink(-1)),
		},
		{
			name: "follow-link", keys: []string{"f"}, scope: scopeReader, group: groupReader,
			help: "put letters on the links in sight; typing them follows one", run: inReader(askLink),
		},
		{
			name: "links", keys: []string{"F"}, scope: scopeReader, group: groupReader,
			help: "the web addresses of the article; Enter follows one", run: inReader(openLinks),
		},
	}
}

// open follows the link that was chosen.
func (x *reading) open(m *root) tea.Cmd {
	if u := x.r.Link(); u != "" {
		return m.follow(u)
	}
	m.say("Choose a link first, with " + m.keyFor(mustAction("next-link")) + " or " + m.keyFor(mustAction("follow-link")) + ".")
	return nil
}

// nextLink chooses a link of the page.
func nextLink(step int) func(*root, *reading, call) tea.Cmd {
	return func(m *root, x *reading, c call) tea.Cmd {
		if !x.r.NextLink(step * c.count) {
			m.say("There is no link on this page.")
			return nil
		}
		verb := " opens "
		if m.linked(x.r.Link()) != nil {
			verb = " reads "
		}
		m.say(m.keyFor(mustAction("open")) + verb + x.r.Link())
		return nil
	}
}

// askLink puts letters on the links in sight and takes those that are typed.
func askLink(m *root, x *reading, _ call) tea.Cmd {
	hints := x.r.Hints()
	if len(hints) == 0 {
		m.say("There is no link on this page.")
		return nil
	}
	return m.ask(&prompt{
		kind: promptLink, label: "follow link ",
		changed: func(m *root, typed string) tea.Cmd {
			s := latin(typed)
			if u, ok := hints[s]; ok {
				m.prompt = nil
				x.r.DropHints()
				return m.follow(u)
			}
			m.prompt.bad = ""
			for h := range hints {
				if strings.HasPrefix(h, s) {
					return nil
				}
			}
			m.prompt.bad = "no link has these letters"
			return nil
		},
		entered: func(*root, string) tea.Cmd { return x.noLink() },
		left:    func(*root) tea.Cmd { return x.noLink() },
	}, "")
}

// noLink ends the choice of a link.
func (x *reading) noLink() tea.Cmd {
	x.r.DropHints()
	return nil
}

// latin is what was typed as the keys of a Latin layout.
func latin(s string) string {
	var b strings.Builder
	for _, r := range s {
		b.WriteString(keys.Latin(string(r)))
	}
	return strings.ToLower(b.String())
}

// openLinks lists the addresses of the article.
func openLinks(m *root, x *reading, _ call) tea.Cmd {
	links := x.r.Links()
	if len(links) == 0 {
		m.say("The article has no web address in it.")
		return nil
	}
	return m.push(newRowList(m, "links", func(m *root) (func(int) []string, []rowItem) {
		rows := make([]rowItem, len(links))
		for i, k := range links {
			rows[i] = rowItem{
				draw: func(l *cells.Line, name theme.Ink) {
					l.PutIn(name, k.Label, min(28, l.Left()/3)).Gap(2).Put(m.st.Subtle.Link(k.Address), k.Address)
				},
				open: func(m *root) tea.Cmd { return m.follow(k.Address) },
			}
		}
		return m.titled("Links", describe.Count(len(links), "address", "addresses")), rows
	}))
}

// follow reads the article that an address is of, where it is among those that were read; else the browser opens it.
func (m *root) follow(u string) tea.Cmd {
	a := m.linked(u)
	if mt, report := m.looked(); mt != nil && a != nil && mt.Reports[report].Article.ID == a.ID { // it is being read
		a = nil
	}
	if a == nil {
		return m.openAddress(u)
	}
	cmd := m.readArticle(a, reporting(m.tl.Meetings())[a.ID])
	m.say(m.keyFor(mustAction("back")) + " goes back to where the link stands.")
	return cmd
}

// linked finds the article that was read from an address, or nil.
func (m *root) linked(u string) *model.Article {
	if m.byAddress == nil {
		m.byAddress = map[string]*model.Article{}
		for _, a := range m.tl.Articles() {
			if key := sameAddress(a.URL); key != "" && m.byAddress[key] == nil {
				m.byAddress[key] = a
			}
		}
	}
	return m.byAddress[sameAddress(u)]
}

// sameAddress is what two addresses of one page have in common: neither the
// way there nor a place within it tells pages apart.
func sameAddress(u string) string {
	_, rest, ok := strings.Cut(u, "://")
	if !ok {
		return ""
	}
	rest, _, _ = strings.Cut(rest, "#")
	return strings.TrimSuffix(strings.TrimPrefix(strings.ToLower(rest), "www."), "/")
}
