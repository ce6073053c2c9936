package export

import (
	"fmt"
	"io"
	"strings"

	"entente/model"
	"entente/text"
)

// writeMarkdown writes a chronology by month in which every sentence ends with
// the numbers of its quotations, and the quotations below with outlet, day,
// file, bytes and SHA-256: what Verify reads back.
func writeMarkdown(w io.Writer, s *Set) error {
	s.cite()
	var b strings.Builder
	fmt.Fprintf(&b, "# %s\n\n", mdText(s.Title))
	if s.Filter != "" {
		fmt.Fprintf(&b, "Filter: `%s`\n\n", strings.ReplaceAll(text.Row(s.Filter), "`", "'"))
	}
	month := model.Date{Year: -1}
	for _, m := range s.Meetings {
		if at := m.Date.MonthOf(); at != month {
			if month.Year >= 0 {
				b.WriteString("\n")
			}
			month = at
			fmt.Fprintf(&b, "## %s\n\n", at.Long())
		}
		fmt.Fprintf(&b, "* **%s.** %s", when(m), mdText(s.sentence(m)))
		if len(m.Topics) > 0 {
			fmt.Fprintf(&b, " About %s.", mdText(list(m.Topics)))
		}
		for _, r := range m.Reports {
			fmt.Fprintf(&b, " [%d]", s.cites[r].n)
		}
		for _, c := range m.Conflicts {
			fmt.Fprintf(&b, " The reports disagree on %s.", mdText(c.Field))
		}
		b.WriteString("\n")
	}
	b.WriteString("\n## Quotations\n\n")
	for _, m := range s.Meetings {
		for _, r := range m.Reports {
			c := s.cites[r]
			fmt.Fprintf(&b, "[%d] %s, “%s”, %s. `%s`, bytes %d–%d, SHA-256 %s: “%s”\n\n", c.n, mdText(outlet(r.Article)), mdText(r.Article.Title),
				r.Article.Published.Long(), strings.ReplaceAll(text.Row(r.Article.ID), "`", "'"), c.span.Start, c.span.End, c.sha256, mdText(c.quote))
		}
	}
	if _, err := io.WriteString(w, b.String()); err != nil {
		return fmt.Errorf("write: %w", err)
	}
	return nil
}

// mdText writes foreign text so that Markdown means nothing in it, in one row.
func mdText(s string) string {
	var b strings.Builder
	for _, r := range text.Row(s) {
		if strings.ContainsRune("\\`*_{}[]<>#|~!&", r) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}
