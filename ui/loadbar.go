package ui

import (
	"charm.land/bubbles/v2/progress"

	"entente/ui/theme"
)

// loadBar shows how far a load is, w cells wide.
func loadBar(st *theme.Styles, share float64, w int) string {
	b := progress.New(
		progress.WithWidth(w), progress.WithoutPercentage(), // the sentence beside it says how much
		progress.WithFillCharacters(st.Glyphs.Progress[0], st.Glyphs.Progress[1]), progress.WithColors(theme.Or(st.Palette.Accent)),
	)
	b.EmptyColor = theme.Or(st.Palette.Subtle)
	return b.ViewAs(share)
}
