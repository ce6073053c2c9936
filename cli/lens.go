package cli

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"entente/export"
	"entente/model"
	"entente/text"
	"entente/ui/describe"
)

func (a *app) gridCommand() *cobra.Command {
	var pick selection
	var parties, alike bool
	var most int
	format := answerFormat()
	c := &cobra.Command{
		Use:   "grid [PATH…]",
		Short: "Show who met whom, and how often",
		Long: `Show the busiest people, or with --parties the busiest countries and bodies, and how many meetings each two of them have in common that were held
(of others with --filter status:planned).
For programs one pair a line, those without a meeting left out.

` + exitHelp,
		Example: `entente grid --most 12
entente grid --parties --from 2024 --format csv ~/articles`,
		Args: cobra.ArbitraryArgs,
	}
	c.RunE = a.run(func(c *cobra.Command, args []string) error {
		if most < 1 {
			return usageError{fmt.Errorf("invalid argument %d for --most: it is no number of people", most)}
		}
		v, err := a.selected(c.Context(), args, &pick)
		if err != nil {
			return err
		}
		field := model.FieldWho
		if parties {
			field = model.FieldWith
		}
		v, _, _ = v.Held()
		g := model.NewGrid(v, field, most)
		if alike {
			g.ArrangeAlike()
		}
		return a.grid(g, format.value)
	})
	pick.register(c)
	c.Flags().BoolVar(&parties, "parties", false, "countries and bodies, not people")
	c.Flags().BoolVar(&alike, "alike", false, "side by side who meets the same others, not the busiest first")
	c.Flags().IntVar(&most, "most", 20, "at most so many of them")
	c.Flags().Var(format, "format", "what to print: table, jsonl or csv")
	return c
}

func (a *app) grid(g *model.Grid, format string) error {
	sheet := export.Sheet{Columns: []string{"a", "b", "meetings"}}
	head := append(make([]string, 0, 2+len(g.Actors)), "", "")
	right := map[int]bool{0: true}
	for i := range g.Actors {
		head = append(head, strconv.Itoa(i+1))
		right[i+2] = true
	}
	table := lines{right: right, rows: [][]string{head}}
	for i, x := range g.Actors {
		cells := append(make([]string, 0, len(head)), strconv.Itoa(i+1), a.cut(export.Cell(x.Label), maxPlace))
		for j, y := range g.Actors {
			cell := a.sign("·")
			if n := g.N[i][j]; n > 0 {
				cell = strconv.Itoa(n)
				if i < j {
					sheet.Rows = append(sheet.Rows, []any{x.Label, y.Label, n})
				}
			}
			cells = append(cells, cell)
		}
		table.add(cells...)
	}
	if w, ok := terminalWidth(a.Out); ok { // columns that do not fit are left out, the rows stay
		table.narrow(w)
	}
	return a.answer(format, &sheet, func(out *bufio.Writer) { a.print(out, &table) })
}

// narrow leaves out the last columns until a row fits.
func (l *lines) narrow(w int) {
	var width []int
	for _, row := range l.rows {
		for i, cell := range row {
			if i == len(width) {
				width = append(width, 0)
			}
			width[i] = max(width[i], text.Width(cell))
		}
	}
	keep, used := 0, l.indent-2
	for keep < len(width) && used+width[keep]+2 <= w {
		used += width[keep] + 2
		keep++
	}
	for i := range l.rows {
		l.rows[i] = l.rows[i][:min(len(l.rows[i]), max(keep, 1))]
	}
}

func (a *app) pairCommand() *cobra.Command {
	var pick selection
	var also []string
	format := answerFormat()
	c := &cobra.Command{
		Use:   "pair NAME OTHER [PATH…]",
		Short: "Show every meeting of two people, countries or bodies",
		Long: `Show every meeting of two people, countries or bodies, with the days since the one before; how often they meet, the longest gap, and where.
What was planned or did not take place is listed, and counted apart.
Either is named by a name or the beginning of one; --and takes a third.

` + exitHelp,
		Example: `entente pair zelenskyy kallas
entente pair ukraine nato --and germany --format jsonl ~/articles`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) < 2 {
				return errors.New("pair needs two names")
			}
			return nil
		},
	}
	c.RunE = a.run(func(c *cobra.Command, args []string) error {
		return a.pair(c.Context(), append(args[:2:2], also...), args[2:], &pick, format.value)
	})
	pick.register(c)
	c.Flags().StringArrayVar(&also, "and", nil, "somebody else who was there, too")
	c.Flags().Var(format, "format", "what to print: table, jsonl or csv")
	return c
}

// everybody finds people and parties, and the filter for meetings in which all of them took part.
func everybody(t *model.Timeline, names []string) ([]model.Term, error) {
	out := make([]model.Term, 0, len(names))
	for _, n := range names {
		term, ok := t.Named(n)
		if !ok {
			return nil, fmt.Errorf("nobody here is called %s", text.Row(n))
		}
		out = append(out, term)
	}
	return out, nil
}

func (a *app) pair(ctx context.Context, who, paths []string, pick *selection, format string) error {
	all, err := a.selected(ctx, paths, pick)
	if err != nil || a.code == exitNothing {
		return err
	}
	t, f := all.Timeline, all.Filter
	terms, err := everybody(t, who)
	if err != nil {
		return err
	}
	names := make([]string, len(terms))
	for i, term := range terms {
		f, names[i] = f.And(term), text.Row(term.Values[0])
	}
	v := t.View(f, model.ByDate, false)
	held, planned, off := v.Held()
	sheet := export.Sheet{Columns: []string{"id", "date", "end", "kind", "status", "city", "host", "gap", "sources", "title"}}
	table := lines{right: map[int]bool{1: true}}
	for i := range v.Len() {
		m := v.At(i)
		days, ok := v.Gap(i)
		gap := ""
		if ok {
			gap = "+" + strconv.Itoa(days)
		}
		r := a.row(t, m, nil)
		sheet.Rows = append(sheet.Rows, []any{
			m.ID, m.Date.String(), m.End.String(), m.Kind.String(), m.Status.String(), m.Place.City, string(m.Place.Host), days, m.Sources, m.Title,
		})
		table.add(r.date, gap, r.kind, a.cut(r.place, maxPlace), text.Row(m.Title))
	}
	return a.answer(format, &sheet, func(out *bufio.Writer) {
		_, _ = fmt.Fprintln(out, wrap(strings.Join(names, " and ")+": "+describe.Held(held.Len(), planned, off), a.readWidth()))
		for _, s := range describe.Rhythm(model.RhythmOf(v)) {
			_, _ = fmt.Fprintln(out, wrap(text.Row(s), a.readWidth()))
		}
		if v.Len() > 0 {
			_, _ = fmt.Fprintln(out)
		}
		a.print(out, &table)
	})
}

func (a *app) itineraryCommand() *cobra.Command {
	var pick selection
	format := answerFormat()
	c := &cobra.Command{
		Use:   "itinerary NAME [PATH…]",
		Short: "Show somebody's way through days and places",
		Long: `Show where somebody was, day by day: the meetings in person that were held on a known day at a known place. A day in two countries is
marked with an exclamation mark: it may be a journey, or a date that was read wrongly.

` + exitHelp,
		Example: `entente itinerary stoltenberg
entente itinerary zelenskyy --from 2024-06 --to 2024-07 --format csv`,
		Args: needs("the name of a person"),
	}
	c.RunE = a.run(func(c *cobra.Command, args []string) error {
		return a.itinerary(c.Context(), args[0], args[1:], &pick, format.value)
	})
	pick.register(c)
	c.Flags().Var(format, "format", "what to print: table, jsonl or csv")
	return c
}

func (a *app) itinerary(ctx context.Context, name string, paths []string, pick *selection, format string) error {
	all, err := a.selected(ctx, paths, pick)
	if err != nil || a.code == exitNothing {
		return err
	}
	t := all.Timeline
	terms, err := everybody(t, []string{name})
	if err != nil {
		return err
	}
	if terms[0].Field != model.FieldWho {
		return fmt.Errorf("%s is no person: 'entente list --in' shows who came", text.Row(terms[0].Values[0]))
	}
	who := terms[0].Values[0]
	stops := model.Itinerary(t.View(all.Filter.And(terms[0]), model.ByDate, false))
	sheet := export.Sheet{Columns: []string{"id", "date", "city", "host", "country", "clash", "participants"}}
	var table lines
	odd := 0
	for _, s := range stops {
		m := s.Meeting
		people := make([]string, 0, len(m.People))
		for _, p := range m.People {
			people = append(people, p.Name)
		}
		sheet.Rows = append(sheet.Rows, []any{m.ID, m.Date.String(), m.Place.City, string(m.Place.Host), t.PartyName(m.Place.Host), s.Clash, people})
		mark := ""
		if s.Clash {
			mark = "!"
			odd++
		}
		table.add(m.Date.String(), mark, a.cut(text.Row(describe.PlaceLong(t, m)), 2*maxPlace), text.Row(a.sign(describe.Title(t, m, map[string]bool{who: true}))))
	}
	return a.answer(format, &sheet, func(out *bufio.Writer) {
		remark := many(len(stops), "stop")
		if odd > 0 {
			remark += ", " + strconv.Itoa(odd) + " on a day in two countries"
		}
		_, _ = fmt.Fprintf(out, "%s: %s\n", text.Row(who), remark)
		a.print(out, &table)
	})
}
