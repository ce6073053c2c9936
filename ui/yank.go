package ui

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"entente/model"
	"entente/text"
	"entente/ui/describe"
	"entente/ui/evidence"
)

// yank is a kind of thing that is copied: of the meeting that is looked at, or of each that is marked.
type yank struct {
	key, name string
	one, many string // what the status line calls it
	words     string // as of an action
	text      func(m *root, mt *model.Meeting, r *model.Report) string
	alone     bool // it is of the screen, not of meetings
	apart     bool // of several, an empty line stands between them
}

var yanks = []yank{
	{key: "y", name: "citation", one: "a citation", many: "citations", words: "cite reference footnote quote", text: citation},
	{key: "q", name: "state", one: "this screen as a line", words: "share send link save", alone: true, text: func(m *root, _ *model.Meeting, _ *model.Report) string {
		return m.stateLine()
	}},
	{key: "u", name: "address", one: "the web address", many: "web addresses", words: "url link", text: func(_ *root, _ *model.Meeting, r *model.Report) string {
		u, _ := address(r)
		return u
	}},
	{key: "p", name: "path", one: "the article's path", many: "paths", text: func(_ *root, _ *model.Meeting, r *model.Report) string {
		if r == nil {
			return ""
		}
		return text.Row(r.Article.Path)
	}},
	{key: "i", name: "id", one: "the meeting's ID", many: "IDs", text: func(_ *root, mt *model.Meeting, _ *model.Report) string { return mt.ID }},
	{
		key: "t", name: "quotation", one: "the sentence it rests on", many: "sentences", words: "quote evidence",
		text: func(_ *root, _ *model.Meeting, r *model.Report) string { return quotation(r) },
	},
	{key: "j", name: "json", one: "the meeting as JSON", many: "meetings as JSON", text: func(m *root, mt *model.Meeting, _ *model.Report) string {
		if m.opts.JSON == nil || mt.ID == "" {
			return ""
		}
		s, err := m.opts.JSON(mt)
		if err != nil {
			m.fail(sentence(err))
		}
		return s
	}},
	{key: "m", name: "markdown", one: "the facts as Markdown", many: "meetings as Markdown", apart: true, text: func(m *root, mt *model.Meeting, _ *model.Report) string {
		return markdown(m, mt)
	}},
}

// yankActions are the rows that hand something to another program: by the
// clipboard of the terminal, which works over SSH too, or by an opener that
// the command line brought.
func yankActions() []action {
	out := make([]action, 0, len(yanks)+1)
	for _, k := range yanks {
		help := "copy " + k.one
		if !k.alone {
			help += ", or those of the marked meetings"
		}
		out = append(out, action{
			name: "copy-" + k.name, keys: []string{"y " + k.key}, scope: scopeEverywhere, group: groupActing,
			words: "clipboard yank " + k.words,
			help:  help, menu: k.name,
			run: func(m *root, _ call) tea.Cmd { return m.yank(k) },
		})
	}
	return append(out, action{
		name: "browse", keys: []string{"o"}, scope: scopeEverywhere, group: groupActing,
		words: "url link web website internet",
		help:  "open the original in the browser", run: func(m *root, _ call) tea.Cmd { return m.browse() },
	})
}

// yank copies a kind of thing: in the list of each marked meeting, else of what is looked at.
func (m *root) yank(k yank) tea.Cmd {
	if m.top() == layer(m.list) && len(m.marked) > 0 && !k.alone {
		var parts []string
		for _, mt := range m.exported() {
			if s := k.text(m, mt, firstReport(mt, 0)); s != "" {
				parts = append(parts, strings.TrimRight(s, "\n"))
			}
		}
		what := k.one
		if len(parts) > 1 {
			what = describe.Number(len(parts)) + " " + k.many
		}
		between := "\n"
		if k.apart {
			between = "\n\n"
		}
		return m.copy(what, strings.Join(parts, between))
	}
	mt, report := m.looked()
	if mt == nil {
		return nil
	}
	return m.copy(k.one, k.text(m, mt, firstReport(mt, report)))
}

// firstReport is a meeting's report of that number, or nil.
func firstReport(mt *model.Meeting, n int) *model.Report {
	if n >= len(mt.Reports) {
		return nil
	}
	return mt.Reports[n]
}

// copy puts text into the clipboard and says so.
func (m *root) copy(what, foreign string) tea.Cmd {
	s := text.Body(foreign) // what is pasted elsewhere must be as harmless as what is shown
	if s == "" {
		m.say("There is nothing to copy: no " + strings.TrimPrefix(strings.TrimPrefix(what, "the "), "a ") + " is known.")
		return nil
	}
	const most = 74_994 // bytes: what terminals take of OSC 52
	if len(s) > most {
		m.fail("That is too long for the terminal's clipboard.")
		return nil
	}
	shown, native := text.Row(s), m.opts.Clipboard
	m.say(fmt.Sprintf("Copied %s (OSC 52): %s", what, shown))
	if native == nil {
		return tea.SetClipboard(s)
	}
	return tea.Batch(tea.SetClipboard(s), func() tea.Msg { return copiedMsg{what, shown, native(s)} })
}

// quotation is the sentence that a report was read from.
func quotation(r *model.Report) string {
	if r == nil {
		return ""
	}
	r = r.Whole()
	return text.Row(evidence.Sentence(r).In(r.Article.Text))
}

// citation is how a footnote would name the report.
func citation(m *root, mt *model.Meeting, r *model.Report) string {
	if mt.ID == "" && r != nil {
		return source(r) + "."
	}
	out := describe.Title(m.tl, mt, m.hubs) + ", " + describe.DateLong(mt)
	if p := describe.PlaceLong(m.tl, mt); p != "" {
		out += ", " + p
	}
	if r == nil {
		return out + "."
	}
	return out + ". " + source(r) + "."
}

// source names the article of a report: its title, outlet and day, where it
// is, and what it rests on where it is somebody's account of other pages.
func source(r *model.Report) string {
	a := r.Article
	parts := make([]string, 1, 4)
	parts[0] = "“" + text.Row(a.Title) + "”"
	u, of := address(r)
	for _, s := range []string{text.Row(describe.Outlet(a)), dateIn(a.Published)} {
		if s != "" && s != text.Row(a.ID) {
			parts = append(parts, s)
		}
	}
	switch {
	case u == "":
		parts = append(parts, text.Row(a.ID))
	case of == "":
		parts = append(parts, u)
	default:
		parts = append(parts, text.Row(a.ID)+" (rests on "+of+", "+u+")")
	}
	return strings.Join(parts, ", ")
}

func dateIn(d model.Date) string {
	if d.IsZero() {
		return ""
	}
	return d.Long()
}

// address is the article's own web address; failing that, the first of what it rests on, and whose that is.
func address(r *model.Report) (u, of string) {
	if r == nil {
		return "", ""
	}
	if u, ok := text.Link(r.Article.URL); ok {
		return u, ""
	}
	for _, s := range r.Article.Sources {
		if u, ok := text.Link(s.URL); ok {
			return u, text.Row(s.Outlet)
		}
	}
	return "", ""
}

// markdown is the card of a meeting as a list.
func markdown(m *root, mt *model.Meeting) string {
	var b strings.Builder
	if mt.ID == "" {
		return "- " + text.Markdown(source(mt.Reports[0])) + "\n"
	}
	fmt.Fprintf(&b, "**%s**, %s", text.Markdown(describe.Title(m.tl, mt, m.hubs)), describe.DateLong(mt))
	if p := describe.PlaceLong(m.tl, mt); p != "" {
		b.WriteString(", " + text.Markdown(p))
	}
	b.WriteByte('\n')
	for _, p := range mt.People {
		fmt.Fprintf(&b, "- %s, %s\n", text.Markdown(p.Name), text.Markdown(p.Office))
	}
	for _, r := range mt.Reports {
		fmt.Fprintf(&b, "- %s\n", text.Markdown(source(r)))
		if q := quotation(r); q != "" {
			fmt.Fprintf(&b, "  > %s\n", text.Markdown(q))
		}
	}
	return b.String()
}

// browse opens the article's address outside. Only a web address is ever opened.
func (m *root) browse() tea.Cmd {
	if x, ok := m.top().(*reading); ok && x.r.Link() != "" {
		return m.openAddress(x.r.Link())
	}
	mt, report := m.looked()
	if mt == nil || report >= len(mt.Reports) {
		return nil
	}
	u, _ := address(mt.Reports[report])
	if u == "" {
		m.say("No web address is known for this article.")
		return nil
	}
	return m.openAddress(u)
}

// openAddress hands an address to whatever opens such things here.
func (m *root) openAddress(u string) tea.Cmd {
	open := m.opts.Open
	if open == nil {
		m.say(u)
		return nil
	}
	return func() tea.Msg { return openedMsg{u, open(u)} }
}
