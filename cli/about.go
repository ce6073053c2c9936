package cli

import (
	"fmt"
	"io/fs"
	"strings"

	"github.com/spf13/cobra"

	"entente/articles"
)

// about says of the collection what articles/README.md says at length.
const about = `entente %s

Reads news articles and shows who met whom, when and where. Works offline and without a language model; every fact shows
the words that it was read from.

The collection inside the program: %d articles about the meetings, calls and summits of Ukraine's president in 2023 and
2024, written for entente from public reporting. The words are ours, the facts are those of the pages that each article
names at its end; nothing but the prose says who met whom.

Left out are speeches, letters, interviews, visits to parliaments and troops, meetings within Ukraine's own politics, and
whatever no page could be found for. The collection is not complete and does not claim to be: there were more calls
above all, and summits had more guests than any report of them names.

Where the sources leave something open, the article says no more than they do: an envoy's visit of two days is told with
both, and guests seen on one occasion are told as one encounter. Where they disagree, it follows most of them. Where two
articles are read as disagreeing, the program shows it.

What it knows of people, offices, countries and cities: written for entente, and from the CIA World Factbook (public
domain), Wikidata (CC0) and GeoNames (geonames.org, CC BY 4.0). NOTICE has the details.

MIT licence, the entente authors.
`

func (a *app) aboutCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "about",
		Short: "Say what entente is and where its knowledge comes from",
		Args:  cobra.NoArgs,
		RunE: a.run(func(*cobra.Command, []string) error {
			n := 0
			err := fs.WalkDir(articles.FS, ".", func(_ string, d fs.DirEntry, err error) error {
				if err == nil && !d.IsDir() {
					n++
				}
				return err
			})
			if err != nil {
				return fmt.Errorf("read the collection: %w", err)
			}
			for line := range strings.Lines(flow(fmt.Sprintf(about, Version, n))) {
				if _, err := fmt.Fprintln(a.Out, wrap(strings.TrimSuffix(line, "\n"), a.readWidth())); err != nil {
					return fmt.Errorf("standard output: %w", err)
				}
			}
			return nil
		}),
	}
}
