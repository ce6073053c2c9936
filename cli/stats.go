package cli

import (
	"bufio"
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"entente/export"
	"entente/model"
	"entente/ui/describe"
)

// statRows are what meetings are counted by; names are those of the filter language where it has one.
var statRows = []struct {
	name, title string
	values      func(*model.View) []model.Value
}{
	{"month", "By month", months},
	{"who", "By person", valuesOf(model.FieldWho)},
	{"with", "By country or body", valuesOf(model.FieldWith)},
	{"in", "By place", valuesOf(model.FieldIn)},
	{"topic", "By topic", valuesOf(model.FieldTopic)},
	{"src", "By outlet", valuesOf(model.FieldSource)},
	{"kind", "By kind", valuesOf(model.FieldKind)},
	{byStatus, "What became of it", valuesOf(model.FieldStatus)},
}

// byStatus counts what was planned and what did not take place, too.
const byStatus = "status"

func valuesOf(f model.Field) func(*model.View) []model.Value {
	return func(v *model.View) []model.Value { return v.Values(f) }
}

func months(v *model.View) []model.Value {
	counts := v.Months()
	out := make([]model.Value, len(counts))
	for i, c := range counts {
		out[i].Count = c
	}
	return out
}

func statNames() []string {
	names := make([]string, len(statRows))
	for i, r := range statRows {
		names[i] = r.name
	}
	return names
}

func (a *app) statsCommand() *cobra.Command {
	names := statNames()
	var pick selection
	var by []string
	var top int
	format := answerFormat()
	c := &cobra.Command{
		Use:   "stats [PATH…]",
		Short: "Count the meetings by month, person, country, place, topic and outlet",
		Long: `Count the meetings that the filter leaves, by ` + strings.Join(names, ", ") + `: how many, the first and the last.
Only those that were held are counted, but by status; how many others there are is said, and --filter 'status:planned,off' counts them.
For people the first 15 of each are printed, for programs all; --top says how many.

` + exitHelp,
		Example: `entente stats --from 2024
entente stats --by who,with --filter 'status:planned' --format csv ~/articles`,
		Args: cobra.ArbitraryArgs,
	}
	c.RunE = a.run(func(c *cobra.Command, args []string) error {
		for _, name := range by {
			if !slices.Contains(names, name) {
				return usageError{fmt.Errorf("invalid argument %q for --by: choose among %s", name, strings.Join(names, ", "))}
			}
		}
		if top < 0 {
			return usageError{fmt.Errorf("invalid argument %d for --top: it is no number of rows", top)}
		}
		if !c.Flags().Changed("top") && format.value == "table" {
			top = 15
		}
		return a.stats(c.Context(), args, &pick, by, top, format.value)
	})
	pick.register(c)
	c.Flags().StringSliceVar(&by, "by", nil, "count only by these: "+strings.Join(names, ", "))
	c.Flags().IntVar(&top, "top", 0, "at most so many of each; 0 for all")
	c.Flags().Var(format, "format", "what to print: table, jsonl or csv")
	return c
}

func (a *app) stats(ctx context.Context, paths []string, pick *selection, by []string, top int, format string) error {
	v, err := a.selected(ctx, paths, pick)
	if err != nil {
		return err
	}
	held, planned, off := v.Held()
	sheet := export.Sheet{Columns: []string{"by", "value", "name", "meetings", "first", "last"}}
	type part struct {
		title string
		lines lines
		more  int
	}
	var parts []part
	for _, r := range statRows {
		if len(by) > 0 && !slices.Contains(by, r.name) {
			continue
		}
		values := r.values(held)
		if r.name == byStatus {
			values = r.values(v)
		}
		p := part{title: r.title, lines: lines{indent: 2, right: map[int]bool{1: true}}}
		if top > 0 && len(values) > top && r.name != "month" { // of months none may be missing between two
			p.more = len(values) - top
			values = values[:top]
		}
		for _, x := range values {
			sheet.Rows = append(sheet.Rows, []any{r.name, x.Key, x.Label, x.N, x.First.String(), x.Last.String()})
			p.lines.add(export.Cell(x.Label), strconv.Itoa(x.N), a.span(x.First, x.Last))
		}
		if len(values) > 0 {
			parts = append(parts, p)
		}
	}
	return a.answer(format, &sheet, func(out *bufio.Writer) {
		_, _ = fmt.Fprintln(out, describe.Held(held.Len(), planned, off))
		for _, p := range parts {
			_, _ = fmt.Fprintf(out, "\n%s\n", p.title)
			a.print(out, &p.lines)
			if p.more > 0 {
				_, _ = fmt.Fprintf(out, "  and %d more\n", p.more)
			}
		}
	})
}

// span writes a first and a last day; nothing where there is none.
func (a *app) span(first, last model.Date) string {
	if last == first {
		return first.String()
	}
	return first.String() + " " + a.sign("–") + " " + last.String()
}
