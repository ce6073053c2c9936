package cli

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"entente/export"
	"entente/ui/describe"
)

func (a *app) listCommand() *cobra.Command {
	var pick selection
	var since string
	format := answerFormat()
	c := &cobra.Command{
		Use:   "list [PATH…]",
		Short: "Print the meetings, one a line, in order of time",
		Long: `Print the meetings that the articles report, one a line, in order of time: the day, whether and how they met
(● held, ○ planned, ✕ off), the place, how many independent sources tell of it, and who took part.
With --format jsonl one object a line, for programs.

` + exitHelp,
		Example: `entente list --who kallas
entente list --filter 'kind:call date:2023-01..2023-06' --format jsonl`,
		Args: cobra.ArbitraryArgs,
	}
	c.RunE = a.run(func(c *cobra.Command, args []string) error {
		args = pick.lines(args)
		if since != "" {
			return a.since(c.Context(), args, &pick, since, false, format.value)
		}
		return a.list(c.Context(), args, &pick, format.value)
	})
	pick.register(c)
	c.Flags().StringVar(&since, "since", "", "only what is new, revised or withdrawn: a date, ‘last’ or ‘looked’, as 'entente since --keep' tells it")
	c.Flags().Var(format, "format", "what to print: table, jsonl or csv")
	return c
}

func (a *app) list(ctx context.Context, paths []string, pick *selection, format string) error {
	v, err := a.selected(ctx, paths, pick)
	if err != nil {
		return err
	}
	if f, ok := export.ByName(format); ok {
		set := export.Set{Party: v.Timeline.PartyName}
		for i := range v.Len() {
			set.Meetings = append(set.Meetings, v.At(i))
		}
		if err := f.Write(a.Out, &set); err != nil {
			return fmt.Errorf("standard output: %w", err)
		}
		return nil
	}
	if err := a.table(v); err != nil {
		return fmt.Errorf("standard output: %w", err)
	}
	switch {
	case a.code == exitNothing:
	case v.Timeline.Len() == 0:
		a.say("the articles report no meeting")
	case v.Len() == 0:
		a.say(strings.TrimSpace("no meeting matches " + v.Filter.String() + ". " + describe.Miss(v.Timeline.Miss(v.Filter))))
	}
	return nil
}
