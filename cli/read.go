package cli

import (
	"bufio"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"entente/model"
	"entente/text"
)

// readWidth is the longest line that is comfortable to read.
const readWidth = 80

func (a *app) readCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "read ID|FILE [PATH…]",
		Short: "Print an article in full",
		Long: `Print an article in full: a FILE, or what has the ID of an article or a meeting in the PATHs (in the collection, when
there is none). For a meeting every article that reports it is printed. 'entente list --format jsonl' prints the IDs
of meetings, and yi on the screen copies one.

` + exitHelp,
		Example: `entente read article.txt
entente read 2023/2023-04-24-kallas-zhytomyr.md
entente read m-3f2a9c01d2 ~/articles`,
		Args: needs("the id of an article or a meeting, or a file"),
		RunE: a.run(func(c *cobra.Command, args []string) error {
			found, _, err := a.find(c.Context(), args[0], args[1:])
			if err != nil {
				return err
			}
			width := a.readWidth()
			screen, done := a.pager(c.Context())
			out := bufio.NewWriter(screen)
			for i, x := range found {
				if i > 0 {
					_, _ = fmt.Fprintf(out, "\n%s\n\n", strings.Repeat("–", 8))
				}
				_, _ = out.WriteString(page(x, width))
			}
			return errors.Join(out.Flush(), done())
		}),
	}
}

// readWidth is where lines of prose end; 0, when nobody looks, leaves them whole.
func (a *app) readWidth() int {
	if w, ok := terminalWidth(a.Out); ok {
		return min(w, readWidth)
	}
	return 0
}

// page is an article as plain text, wrapped to a width; 0 leaves lines as they are.
func page(x *model.Article, width int) string {
	x = x.Whole()
	var b strings.Builder
	if x.Title != "" {
		fmt.Fprintf(&b, "%s\n", wrap(text.Row(x.Title), width))
	}
	var under []string
	for _, s := range []string{x.Source, x.Byline, known(x.Published), x.URL} {
		if s != "" {
			under = append(under, text.Row(s))
		}
	}
	if len(under) > 0 {
		fmt.Fprintf(&b, "%s\n", wrap(strings.Join(under, " · "), width))
	}
	if b.Len() > 0 {
		b.WriteByte('\n')
	}
	for line := range strings.SplitSeq(strings.TrimRight(text.Body(x.Text), "\n"), "\n") {
		b.WriteString(wrap(line, width) + "\n")
	}
	if len(x.Sources) > 0 {
		b.WriteString("\nSources\n")
		for _, s := range x.Sources {
			fmt.Fprintf(&b, "  %s\n", strings.TrimSpace(text.Row(s.Outlet)+"  "+text.Row(s.URL)))
		}
	}
	return b.String()
}

func known(d model.Date) string {
	if d.IsZero() {
		return ""
	}
	return d.Long()
}

// wrap breaks a line between words so that no row is wider than width cells; a
// longer word stands alone. 0 breaks nothing.
func wrap(line string, width int) string {
	if width <= 0 || text.Width(line) <= width {
		return line
	}
	var b strings.Builder
	at := 0
	for word := range strings.FieldsSeq(line) {
		w := text.Width(word)
		switch {
		case at == 0:
		case at+1+w > width:
			b.WriteByte('\n')
			at = 0
		default:
			b.WriteByte(' ')
			at++
		}
		b.WriteString(word)
		at += w
	}
	return b.String()
}
