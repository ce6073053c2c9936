package cli

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"entente/export"
)

func (a *app) listCommand() *cobra.Command {
	var pick selection
	format := newChoice("table", "jsonl")
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
	c.RunE = a.run(func(c *cobra.Command, args []string) error { return a.list(c.Context(), args, &pick, format.value) })
	pick.register(c)
	c.Flags().Var(format, "format", "what to print: table or jsonl")
	return c
}

func (a *app) list(ctx context.Context, paths []string, pick *selection, format string) error {
	v, err := a.selected(ctx, paths, pick)
	if err != nil {
		return err
	}
	if format == "jsonl" {
		j := export.NewJSONL(a.Out, false)
		for i := range v.Len() {
			if err := j.Meeting(v.At(i)); err != nil {
				return fmt.Errorf("standard output: %w", err)
			}
		}
		return j.Close()
	}
	if err := a.table(v); err != nil {
		return fmt.Errorf("standard output: %w", err)
	}
	switch {
	case a.code == exitNothing:
	case v.Timeline.Len() == 0:
		a.say("the articles report no meeting")
	case v.Len() == 0:
		a.say("no meeting matches " + v.Filter.String())
	}
	return nil
}
