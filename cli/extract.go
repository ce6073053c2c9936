package cli

import (
	"fmt"

	"github.com/spf13/cobra"

	"entente/export"
	"entente/loader"
)

func (a *app) extractCommand() *cobra.Command {
	var names bool
	format := newChoice("jsonl")
	c := &cobra.Command{
		Use:   "extract [PATH…]",
		Short: "Print what each article reports, one object a line",
		Long: `Print one JSON object a line for each article, in the order of paths: the article and the encounters that it reports, each
with the words that it was read from. Nothing is merged; 'entente list --format jsonl' prints the meetings.

` + exitHelp,
		Example: `entente extract ~/articles > events.jsonl
entente extract --names - < article.txt`,
		Args: cobra.ArbitraryArgs,
	}
	c.RunE = a.run(func(c *cobra.Command, args []string) error {
		e := a.engine()
		out := export.NewJSONL(a.Out, names)
		show, done := a.progress()
		report, err := loader.Each(c.Context(), a.sources(args), loader.Options{Reader: e.Reader(), News: e.News, Decode: a.how, Progress: show}, out.Article)
		done()
		if err == nil {
			err = out.Close()
		}
		if err != nil {
			return fmt.Errorf("extract: %w", err)
		}
		a.tell(&report)
		return nil
	})
	c.Flags().BoolVar(&names, "names", false, "participants as plain names")
	c.Flags().Var(format, "format", "what to print: jsonl")
	return c
}
