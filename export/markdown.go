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
	fmt.Fprintf(&b, "# %s\n\n", text.Markdown(s.Title))
	if s.Filter != "" {
		fmt.Fprintf(&b, "Filter: %s\n\n", codeSpan(text.Row(s.Filter)))
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
		fmt.Fprintf(&b, "* **%s.** %s", when(m), text.Markdown(s.sentence(m)))
		if len(m.Topics) > 0 {
			fmt.Fprintf(&b, " About %s.", text.Markdown(list(m.Topics)))
		}
		for _, r := range m.Reports {
			fmt.Fprintf(&b, " [%d]", s.cites[r].n)
		}
		for _, c := range m.Conflicts {
			fmt.Fprintf(&b, " The reports disagree on %s.", text.Markdown(c.Field))
		}
		for _, x := range m.Amended {
			fmt.Fprintf(&b, " Corrected: %s.", text.Markdown(correction(x)))
		}
		if note := s.note(m); note != "" {
			fmt.Fprintf(&b, " *%s*", text.Markdown(note))
		}
		b.WriteString("\n")
	}
	b.WriteString("\n## Quotations\n\n")
	for _, m := range s.Meetings {
		for _, r := range m.Reports {
			c := s.cites[r]
			fmt.Fprintf(&b, "[%d] %s, “%s”, %s. %s, bytes %d–%d, SHA-256 %s: “%s”\n\n", c.n, text.Markdown(outlet(r.Article)), text.Markdown(r.Article.Title),
				r.Article.Published.Long(), codeSpan(text.Name(r.Article.ID)), c.span.Start, c.span.End, c.sha256, text.Markdown(c.quote))
		}
	}
	if _, err := io.WriteString(w, b.String()); err != nil {
		return fmt.Errorf("write: %w", err)
	}
	return nil
}

// codeSpan writes what is to be read letter by letter: between more back quotes than
// it has side by side, and set off by blanks where it begins or ends in what would be taken for them.
func codeSpan(s string) string {
	most, run := 0, 0
	for i := range len(s) {
		if run++; s[i] != '`' {
			run = 0
		}
		most = max(most, run)
	}
	fence := strings.Repeat("`", most+1)
	if strings.HasPrefix(s, "`") || strings.HasSuffix(s, "`") || strings.HasPrefix(s, " ") && strings.HasSuffix(s, " ") {
		s = " " + s + " "
	}
	return fence + s + fence
}

// cutCodeSpan takes a code span from the beginning of s.
func cutCodeSpan(s string) (inside, rest string, ok bool) {
	n := len(s) - len(strings.TrimLeft(s, "`"))
	inside, rest, ok = strings.Cut(s[n:], s[:n]+", ")
	if m := len(inside); m > 1 && inside[0] == ' ' && inside[m-1] == ' ' {
		inside = inside[1 : m-1]
	}
	return inside, rest, ok && n > 0
}
