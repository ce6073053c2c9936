package theme

import (
	"image/color"

	"charm.land/lipgloss/v2"
)

// Palette gives each role its colour; nil is the terminal's own foreground.
type Palette struct {
	Name    string
	Text    color.Color // what one reads
	Subtle  color.Color // dates, counts, furniture
	Accent  color.Color // the thing under the cursor, and matches
	Held    color.Color
	Planned color.Color
	Off     color.Color

	// Paper is the background that the colours were chosen for: the contrast
	// test measures against it. Nil means whatever the terminal has.
	Paper color.Color
}

// Auto names the theme that uses the terminal's own colours.
const Auto = "auto"

// The sixteen-colour palettes take the user's own scheme. Black, white and the bright
// colours are left alone, for schemes redefine them freely; where the background is not
// known, only colours that stand on both light and dark are used.
var (
	unknownPaper = Palette{
		Name: Auto, Accent: lipgloss.Magenta, Held: lipgloss.Green, Planned: lipgloss.Cyan, Off: lipgloss.Red,
	}
	terminalDark = Palette{
		Name: Auto, Accent: lipgloss.Cyan, Held: lipgloss.Green, Planned: lipgloss.Yellow, Off: lipgloss.Red,
	}
	terminalLight = Palette{
		Name: Auto, Accent: lipgloss.Blue, Held: lipgloss.Green, Planned: lipgloss.Magenta, Off: lipgloss.Red,
	}
)

// palettes are the named ones, in the order in which :theme goes through them.
var palettes = []Palette{
	{
		Name: "dark", Paper: lipgloss.Color("#16181d"),
		Text: lipgloss.Color("#d8dbe2"), Subtle: lipgloss.Color("#949cab"), Accent: lipgloss.Color("#7fb4ff"),
		Held: lipgloss.Color("#8fc98f"), Planned: lipgloss.Color("#e2b86b"), Off: lipgloss.Color("#f08a80"),
	},
	{
		Name: "light", Paper: lipgloss.Color("#fbfaf7"),
		Text: lipgloss.Color("#24262b"), Subtle: lipgloss.Color("#666b76"), Accent: lipgloss.Color("#1f5fbf"),
		Held: lipgloss.Color("#2c6e2f"), Planned: lipgloss.Color("#86590a"), Off: lipgloss.Color("#b3261e"),
	},
	{
		Name: "paper", Paper: lipgloss.Color("#f4ecd8"),
		Text: lipgloss.Color("#3b3024"), Subtle: lipgloss.Color("#6d604e"), Accent: lipgloss.Color("#8a3324"),
		Held: lipgloss.Color("#3d6327"), Planned: lipgloss.Color("#7d5200"), Off: lipgloss.Color("#a3201a"),
	},
	{
		Name: "night", Paper: lipgloss.Color("#000000"),
		Text: lipgloss.Color("#c9c4b8"), Subtle: lipgloss.Color("#8f897c"), Accent: lipgloss.Color("#e0a458"),
		Held: lipgloss.Color("#8fb573"), Planned: lipgloss.Color("#7fa9c9"), Off: lipgloss.Color("#d9776b"),
	},
}

// Names lists every theme, auto first.
func Names() []string {
	out := make([]string, 0, len(palettes)+1)
	out = append(out, Auto)
	for _, p := range palettes {
		out = append(out, p.Name)
	}
	return out
}

// Paper is what is known about the terminal's background.
type Paper uint8

// A terminal may never tell its background, so not knowing is the start.
const (
	PaperUnknown Paper = iota
	PaperDark
	PaperLight
)

// choose finds the palette for a theme's name; an unknown name is auto.
func choose(name string, paper Paper) Palette {
	for _, p := range palettes {
		if p.Name == name {
			return p
		}
	}
	switch paper {
	case PaperDark:
		return terminalDark
	case PaperLight:
		return terminalLight
	case PaperUnknown:
	}
	return unknownPaper
}

// Or is a colour of a palette, or the terminal's own where the palette has none.
func Or(c color.Color) color.Color {
	if c == nil {
		return lipgloss.NoColor{}
	}
	return c
}
