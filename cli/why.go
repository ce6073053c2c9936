package cli

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"entente/model"
	"entente/text"
)

func (a *app) whyCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "why ID|FILE [PATH…]",
		Short: "Show which words each fact was read from",
		Long: `Show for each encounter that an article reports which words each fact was read from, by which rule, and what was weighed
and lost. The article is a FILE, or what has the ID of an article or a meeting in the PATHs (in the collection, when there is none).

` + exitHelp,
		Example: `entente why article.txt
entente why 2023/2023-04-24-kallas-zhytomyr.md`,
		Args: cobra.MinimumNArgs(1),
		RunE: a.run(func(c *cobra.Command, args []string) error {
			found, res, err := a.find(c.Context(), args[0], args[1:])
			if err != nil {
				return err
			}
			out := bufio.NewWriter(a.Out)
			for i, x := range found {
				if i > 0 {
					_, _ = out.WriteString("\n")
				}
				_, _ = fmt.Fprintf(out, "%s\n", text.Row(x.ID))
				if x.Title != "" {
					_, _ = fmt.Fprintf(out, "%s\n", text.Row(x.Title))
				}
				_, _ = fmt.Fprintf(out, "published %s\n", x.Published.Long())
				if len(x.Reports) == 0 {
					_, _ = out.WriteString("\nreports no encounter\n")
				}
				for _, r := range x.Reports {
					a.explain(out, res.Timeline, r)
				}
			}
			return out.Flush()
		}),
	}
}

// explain prints one report: what it says, then the words behind each field.
func (a *app) explain(out io.Writer, t *model.Timeline, r *model.Report) {
	m := &model.Meeting{People: r.People, Parties: r.Parties, Place: r.Place}
	_, _ = fmt.Fprintf(out, "\n%s %s %s, %s, %s\n", a.glyph(r.Status), a.dates(r.Date, r.End), r.Kind, a.place(t, m), people(m))
	_, _ = fmt.Fprintf(out, "  %s, confidence %.0f %%\n", r.Status, r.Confidence*100)
	for _, e := range r.Evidence {
		line := fmt.Sprintf(a.sign("  %-9s ‘%s’  %s"), text.Row(e.Field), text.Row(e.In(r.Article.Text)), text.Row(e.Rule))
		if e.Note != "" {
			line += ": " + text.Row(e.Note)
		}
		_, _ = fmt.Fprintln(out, line)
	}
	for _, s := range r.Trace {
		_, _ = fmt.Fprintln(out, a.sign("  · ")+strings.TrimSpace(text.Row(s)))
	}
}
