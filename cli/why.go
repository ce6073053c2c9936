package cli

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"entente/model"
	"entente/text"
)

// explainer is a reader that can say what it weighed: each report's Trace is
// filled, and what concerns the whole article comes back.
type explainer interface {
	Explain(a *model.Article) []string
}

func (a *app) whyCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "why ID|FILE [PATH…]",
		Short: "Show which words each fact was read from",
		Long: `Show for each encounter that an article reports which words each fact was read from, by which rule, and what was weighed
and lost, and which facts you have corrected. The article is a FILE, or what has the ID of an article or a meeting in the
PATHs (in the collection, when there is none). 'entente list --format jsonl' prints the IDs of meetings, and yi on the screen copies one.

` + exitHelp,
		Example: `entente why article.txt
entente why 2023/2023-04-24-kallas-zhytomyr.md
entente why m-3f2a9c01d2 ~/articles`,
		Args: needs("the id of an article or a meeting, or a file"),
		RunE: a.run(func(c *cobra.Command, args []string) error {
			e := a.engine()
			a.engine = func() Engine { return e } // its tables take longer to make than an article to explain
			found, res, err := a.find(c.Context(), args[0], args[1:])
			if err != nil {
				return err
			}
			reader, _ := e.Reader().(explainer)
			screen, done := a.pager(c.Context())
			out := bufio.NewWriter(screen)
			for i, x := range found {
				amended := amendments(res.Timeline, x)
				x = x.Whole()
				if i > 0 {
					_, _ = out.WriteString("\n")
				}
				var weighed []string
				if reader != nil {
					weighed = reader.Explain(x)
				}
				_, _ = fmt.Fprintf(out, "%s\n", text.Row(x.ID))
				if x.Title != "" {
					_, _ = fmt.Fprintf(out, "%s\n", text.Row(x.Title))
				}
				_, _ = fmt.Fprintf(out, "published %s\n", x.Published.Long())
				if len(x.Reports) == 0 {
					_, _ = out.WriteString("\nreports no encounter\n")
				}
				for k, r := range x.Reports {
					a.explain(out, res.Timeline, r)
					a.corrected(out, amended[k])
					a.weighed(out, r.Trace)
				}
				if len(weighed) > 0 {
					_, _ = out.WriteString("\nthe whole article\n")
				}
				a.weighed(out, weighed)
			}
			return errors.Join(out.Flush(), done())
		}),
	}
}

// explain prints one report: what it says, then the words behind each field.
func (a *app) explain(out io.Writer, t *model.Timeline, r *model.Report) {
	m := &model.Meeting{People: r.People, Parties: r.Parties, Place: r.Place}
	_, _ = fmt.Fprintf(out, "\n%s %s %s, %s, %s\n", a.glyph(r.Status), a.dates(r.Date, r.End), r.Kind, a.place(t, m), people(m))
	_, _ = fmt.Fprintf(out, "  %s, confidence %.0f %%\n", r.Status, r.Confidence*100)
	for _, e := range r.Evidence {
		words := ""
		if e.Start < e.End {
			words = fmt.Sprintf(a.sign("‘%s’  "), text.Row(e.In(r.Article.Text)))
		}
		line := fmt.Sprintf("  %-9s %s%s", text.Row(e.Field), words, text.Row(e.Rule))
		if e.Note != "" {
			line += ": " + a.sign(text.Row(e.Note))
		}
		_, _ = fmt.Fprintln(out, line)
	}
}

// amendments are what the user says otherwise of the encounters that an article
// reports, by their places among its reports.
func amendments(t *model.Timeline, x *model.Article) map[int][]model.Amendment {
	out := map[int][]model.Amendment{}
	for _, m := range t.Outlines() {
		if len(m.Amended) == 0 {
			continue
		}
		for _, r := range m.Reports {
			if r.Article.ID == x.ID {
				out[slices.Index(r.Article.Reports, r)] = m.Amended
			}
		}
	}
	return out
}

// corrected prints the facts that the user has corrected, and by which lines.
func (a *app) corrected(out io.Writer, all []model.Amendment) {
	for _, x := range all {
		_, _ = fmt.Fprintf(out, "  %-9s %s  %s\n", text.Row(x.Field), text.Row(x.Change(a.sign("→"))), a.sign(text.Row("corrected by "+x.Source())))
	}
}

// weighed prints what was weighed, one line each.
func (a *app) weighed(out io.Writer, lines []string) {
	for _, s := range lines {
		_, _ = fmt.Fprintln(out, a.sign("  · ")+a.sign(strings.TrimSpace(text.Row(s))))
	}
}
