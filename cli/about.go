package cli

import (
	"fmt"
	"io/fs"

	"github.com/spf13/cobra"

	"entente/articles"
)

const about = `entente %s

Reads news articles and shows who met whom, when and where. Works offline and without a language model; every fact shows
the words that it was read from.

The collection inside the program: %d articles in our own words about the meetings of Ukraine's president in 2023
and 2024. Each names the pages that its facts come from.

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
			_, err = fmt.Fprintf(a.Out, about, Version, n)
			return err //nolint:wrapcheck // a plain write to standard output.
		}),
	}
}
