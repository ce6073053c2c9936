package cli

import (
	"bufio"
	"context"
	"os"
	"strconv"

	"github.com/spf13/cobra"

	"entente/export"
	"entente/model"
	"entente/text"
	"entente/ui/describe"
)

func (a *app) articlesCommand() *cobra.Command {
	var pick selection
	format := answerFormat()
	c := &cobra.Command{
		Use:   "articles [PATH…]",
		Short: "List the articles that were read, and how many meetings each reports",
		Long: `List the articles that were read: the day of publication, how many meetings each reports, the outlet and the title. With a filter only those
that report one of its meetings.

` + exitHelp,
		Example: `entente articles ~/articles
entente articles --who kallas --format jsonl`,
		Args: cobra.ArbitraryArgs,
	}
	c.RunE = a.run(func(c *cobra.Command, args []string) error {
		if i, err := os.Stat("articles"); len(args) == 0 && err == nil && i.IsDir() { // the name that people give their folders
			a.say("these are the articles of the collection; the folder of that name here opens with 'entente ./articles'")
		}
		return a.articles(c.Context(), args, &pick, format.value)
	})
	pick.register(c)
	c.Flags().Var(format, "format", "what to print: table, jsonl or csv")
	return c
}

func (a *app) articles(ctx context.Context, paths []string, pick *selection, format string) error {
	v, err := a.selected(ctx, paths, pick)
	if err != nil {
		return err
	}
	tells := map[*model.Article][]string{}
	for i := range v.Len() {
		for _, r := range v.At(i).Reports {
			tells[r.Article] = append(tells[r.Article], v.At(i).ID)
		}
	}
	sheet := export.Sheet{Columns: []string{"id", "published", "title", "source", "url", "meetings"}}
	table := lines{right: map[int]bool{1: true}}
	for _, x := range v.Timeline.Articles() {
		if len(tells[x]) == 0 && !v.Filter.IsZero() {
			continue
		}
		sheet.Rows = append(sheet.Rows, []any{x.ID, x.Published.String(), x.Title, x.Source, x.URL, tells[x]})
		title := x.Title
		if title == "" {
			title = x.ID
		}
		table.add(x.Published.String(), strconv.Itoa(len(tells[x])), a.cut(text.Row(describe.Outlet(x)), maxPlace), text.Row(title))
	}
	return a.answer(format, &sheet, func(out *bufio.Writer) { a.print(out, &table) })
}
