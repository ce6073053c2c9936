package cli

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"

	"github.com/spf13/cobra"

	"entente/export"
	"entente/model"
	"entente/text"
)

// errDoubt is told when a quotation does not stand; the lines above say which.
var errDoubt = errors.New("not every quotation stands")

func (a *app) verifyCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "verify FILE [PATH…]",
		Short: "Check that every quotation of an export still stands in its article",
		Long: `Check that every quotation of a chronology that 'entente export markdown' or 'entente export html' wrote still stands in its
article: the PATHs, or the collection when there is none, are read again, and have to be those that were exported. What does not stand as it did is named, a line each.

` + exitHelp,
		Example: `entente verify meetings.md ~/articles`,
		Args:    needs("a file that entente exported"),
		RunE: a.run(func(c *cobra.Command, args []string) error {
			f, err := os.Open(args[0])
			if err != nil {
				return err //nolint:wrapcheck // it says that it opened, and what.
			}
			defer f.Close() //nolint:errcheck // read only.
			claims, err := export.Claims(f)
			if err != nil {
				return fmt.Errorf("%s: %w", args[0], err)
			}
			res, err := a.load(c.Context(), args[1:])
			if err != nil {
				return err
			}
			articles := make(map[string]*model.Article, len(res.Articles))
			for _, x := range res.Articles {
				articles[x.ID] = x
			}
			if len(args) == 1 && !slices.ContainsFunc(claims, func(c export.Claim) bool { return articles[c.File] != nil }) {
				return usageError{fmt.Errorf("none of the articles of %[1]s is in the collection: say where they are, entente verify %[1]s PATH", text.Row(args[0]))}
			}
			return verify(a.Out, claims, articles)
		}),
	}
}

func verify(w io.Writer, claims []export.Claim, articles map[string]*model.Article) error {
	out := bufio.NewWriter(w)
	var count [4]int
	for _, c := range claims {
		v := c.Verify(articles)
		count[v]++
		if v != export.Stands {
			_, _ = fmt.Fprintf(out, "[%s] %s: the quotation %s\n", text.Row(c.N), text.Row(c.File), v)
		}
	}
	_, _ = fmt.Fprintf(out, "%d of %d quotations stand\n", count[export.Stands]+count[export.Moved], len(claims))
	if err := out.Flush(); err != nil {
		return fmt.Errorf("standard output: %w", err)
	}
	if count[export.Altered]+count[export.Missing] > 0 {
		return errDoubt
	}
	return nil
}
