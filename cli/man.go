package cli

import (
	"fmt"
	"io"
	"strings"

	mango "github.com/muesli/mango-cobra"
	"github.com/muesli/roff"
	"github.com/spf13/cobra"
)

// manCommand prints the manual page. The library dates it by the clock, and two
// builds of one version would print two pages, so the version stands there instead.
func (a *app) manCommand() *cobra.Command {
	return &cobra.Command{
		Use: "man", Short: "Print the manual page", Hidden: true, Args: cobra.NoArgs,
		RunE: a.run(func(c *cobra.Command, _ []string) error {
			page, err := mango.NewManPage(1, c.Root())
			if err != nil {
				return fmt.Errorf("the manual page: %w", err)
			}
			heading, rest, _ := strings.Cut(page.Build(roff.NewDocument()), "\n")
			cells := strings.Split(heading, `"`) // .TH ENTENTE 1 "day" "source" "description"
			if len(cells) > 3 {
				cells[1], cells[3] = "", "entente "+Version
			}
			if _, err := io.WriteString(a.Out, strings.Join(cells, `"`)+"\n"+rest); err != nil {
				return fmt.Errorf("standard output: %w", err)
			}
			return nil
		}),
	}
}
