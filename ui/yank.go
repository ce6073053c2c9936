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

// yankActions are the rows that hand something to another program: by the
// clipboard of the terminal, which works over SSH too, or by an opener that
// the command line brought.
func yankActions() []action {
	kinds := []struct {
		key, name, what string
		text            func(m *root, mt *model.Meeting, r *model.Report) string
	}{
		{"y", "citation", "a citation", citation},
		{"q", "state", "this screen as a line", func(m *root, _ *model.Meeting, _ *model.Report) string { return m.stateLine() }},
		{"u", "address", "the article's web address", func(_ *root, _ *model.Meeting, r *model.Report) string { return address(r) }},
		{"p", "path", "the article's path", func(_ *root, _ *model.Meeting, r *model.Report) string {
			if r == nil {
				return ""
			}
			return text.Row(r.Article.Path)
		}},
		{"i", "id", "the meeting's ID", func(_ *root, mt *model.Meeting, _ *model.Report) string { return mt.ID }},
		{"t", "quotation", "the sentence it was read from", func(_ *root, _ *model.Meeting, r *model.Report) string {
			if r == nil {
				return ""
			}
			r = r.Whole()
			return text.Row(evidence.Sentence(r).In(r.Article.Text))
		}},
		{"j", "json", "the meeting as JSON", func(m *root, mt *model.Meeting, _ *model.Report) string {
			if m.opts.JSON == nil {
				return ""
			}
			s, err := m.opts.JSON(mt)
			if err != nil {
				m.fail(sentence(err))
			}
			return s
		}},
		{"m", "markdown", "the facts as Markdown", func(m *root, mt *model.Meeting, _ *model.Report) string { return markdown(m, mt) }},
	}
	out := make([]action, 0, len(kinds)+1)
	for _, k := range kinds {
		out = append(out, action{
			name: "copy-" + k.name, keys: []string{"y " + k.key}, scope: scopeEverywhere, group: groupActing, help: "copy " + k.what, menu: k.what,
			run: func(m *root, _ call) tea.Cmd {
				mt, report := m.looked()
				if mt == nil {
					return nil
				}
				var r *model.Report
				if report < len(mt.Reports) {
					r = mt.Reports[report]
				}
				return m.copy(k.what, k.text(m, mt, r))
			},
		})
	}
	return append(out, action{
		name: "browse", keys: []string{"o"}, scope: scopeEverywhere, group: groupActing, help: "open the original in the browser", run: func(m *root, _ call) tea.Cmd {
			return m.browse()
		},
	})
}

// copy puts text into the clipboard and says so.
func (m *root) copy(what, s string) tea.Cmd {
	s = text.Body(s) // what is pasted elsewhere must be as harmless as what is shown
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
	m.say(fmt.Sprintf("Copied %s by way of the terminal (OSC 52): %s", what, shown))
	if native == nil {
		return tea.SetClipboard(s)
	}
	return tea.Batch(tea.SetClipboard(s), func() tea.Msg { return copiedMsg{what, shown, native(s)} })
}

// citation is how a footnote would name the report.
func citation(m *root, mt *model.Meeting, r *model.Report) string {
	out := describe.Title(m.tl, mt, m.hubs) + ", " + describe.DateLong(mt)
	if p := describe.PlaceLong(m.tl, mt); p != "" {
		out += ", " + p
	}
	if r != nil {
		a := r.Article
		out += ". “" + text.Row(a.Title) + "”"
		var outSb90 strings.Builder
		for _, s := range []string{text.Row(a.Source), dateIn(a.Published), address(r)} {
			if s != "" {
				outSb90.WriteString(", " + s)
			}
		}
		out += outSb90.String()
		if address(r) == "" {
			out += ", " + text.Row(a.ID)
		}
	}
	return out + "."
}

func dateIn(d model.Date) string {
	if d.IsZero() {
		return ""
	}
	return d.Long()
}

// address is the article's own web address, or that of the first page it rests on.
func address(r *model.Report) string {
	if r == nil {
		return ""
	}
	if u, ok := text.Link(r.Article.URL); ok {
		return u
	}
	for _, s := range r.Article.Sources {
		if u, ok := text.Link(s.URL); ok {
			return u
		}
	}
	return ""
}

// markdown is the card of a meeting as a list.
func markdown(m *root, mt *model.Meeting) string {
	var b strings.Builder
	fmt.Fprintf(&b, "**%s**, %s", text.Markdown(describe.Title(m.tl, mt, m.hubs)), describe.DateLong(mt))
	if p := describe.PlaceLong(m.tl, mt); p != "" {
		b.WriteString(", " + text.Markdown(p))
	}
	b.WriteByte('\n')
	for _, p := range mt.People {
		fmt.Fprintf(&b, "- %s, %s\n", text.Markdown(p.Name), text.Markdown(p.Office))
	}
	for _, r := range mt.Reports {
		fmt.Fprintf(&b, "- %s: %s\n", text.Markdown(r.Article.Source), text.Markdown(r.Article.Title))
	}
	return b.String()
}

// browse opens the article's address outside. Only a web address is ever opened.
func (m *root) browse() tea.Cmd {
	mt, report := m.looked()
	if mt == nil || report >= len(mt.Reports) {
		return nil
	}
	u := address(mt.Reports[report])
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
