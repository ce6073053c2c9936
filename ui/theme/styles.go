package theme

import (
	"image/color"

	"charm.land/lipgloss/v2"
)

// Options says what the terminal and the user want.
type Options struct {
	Theme   string
	Paper   Paper
	NoColor bool
	ASCII   bool
	Bidi    bool // put right-to-left text into visual order: the terminal does not
	Speech  bool // the screen is read aloud: words, and no drawing
}

// Styles is every ink and glyph that the program draws with. It is built
// whole, never changed, and passed to whatever draws.
type Styles struct {
	Palette Palette
	ASCII   bool
	Bidi    bool
	Speech  bool
	Glyphs  Glyphs

	Text   Ink
	Strong Ink // names, titles
	Subtle Ink
	Accent Ink
	Cursor Ink // the row under the cursor: bold, with the gutter beside it
	Gutter Ink
	Key    Ink // a key in a hint
	Rule   Ink
	Alert  Ink // something went wrong

	Held, Planned, Off Ink

	// Who, Where and When mark the words that a fact was read from, each by an
	// attribute of its own, so that they can be told apart without colour.
	Who, Where, When Ink
	Match            Ink // what a search found
	MatchHere        Ink // the match that n and N stand on
	Quote            Ink
}

// New builds the styles.
func New(o Options) *Styles {
	p := choose(o.Theme, o.Paper)
	if o.NoColor {
		p = Palette{Name: p.Name}
	}
	plain := lipgloss.NewStyle()
	in := func(c color.Color) lipgloss.Style {
		if c == nil {
			return plain
		}
		return plain.Foreground(c)
	}
	subtle := in(p.Subtle)
	if p.Subtle == nil {
		// No colour of the sixteen is safely grey; faint is, wherever it is drawn at all.
		subtle = plain.Faint(true)
	}
	accent := in(p.Accent)
	match := accent.Underline(true)
	if p.Accent == nil {
		match = plain.Bold(true).Underline(true)
	}
	signs := glyphs(o.ASCII)
	if o.Speech {
		signs = spoken()
	}
	return &Styles{
		Palette: p, ASCII: o.ASCII || o.Speech, Bidi: o.Bidi, Speech: o.Speech, Glyphs: signs,
		Text: NewInk(in(p.Text)), Strong: NewInk(in(p.Text).Bold(true)), Subtle: NewInk(subtle),
		Accent: NewInk(accent), Cursor: NewInk(in(p.Text).Bold(true)), Gutter: NewInk(accent.Bold(true)),
		Key: NewInk(accent), Rule: NewInk(subtle), Alert: NewInk(in(p.Off).Bold(true)),
		Held: NewInk(in(p.Held)), Planned: NewInk(in(p.Planned)), Off: NewInk(in(p.Off)),
		Who: NewInk(in(p.Text).Bold(true)), Where: NewInk(in(p.Text).Underline(true)), When: NewInk(in(p.Text).Reverse(true)),
		Match: NewInk(match), MatchHere: NewInk(accent.Reverse(true)), Quote: NewInk(in(p.Text).Italic(true)),
	}
}
