package theme

// Glyphs are the signs that stand for a meaning. Each is one cell wide, in
// the plain set as in the other; only the spoken set has words for what became
// of a meeting, Wide cells at most.
type Glyphs struct {
	Held, Planned, Off, Call, Summit string
	Wide                             int
	Conflict, Amended                string
	Gutter                           string
	Rule, Down, Cross                string // horizontal, vertical, and where a heading meets the vertical
	Ellipsis, Dash, Dot              string
	Open, Closed                     string // of a group that folds
	Ticked, Unticked, Excluded       string
	Caret                            string
	Bars                             []string // from nothing to full
	Void                             string   // a month of which nothing was read
	QuoteOpen, QuoteClose            string
	Times                            string
	Bookmark, Note, Tag              string
	Arrow                            string  // from one value to another
	Progress                         [2]rune // done, and to do
}

// spoken is the set for a screen that is read aloud: words in place of signs,
// and nothing in place of lines and bars, which would be spelt out one by one.
func spoken() Glyphs {
	g := glyphs(true)
	g.Held, g.Planned, g.Off, g.Call, g.Summit, g.Wide = "met", "planned", "off", "call", "summit", len("planned")
	g.Rule, g.Down, g.Cross, g.Gutter, g.Caret, g.Dot = " ", " ", " ", " ", " ", " "
	for i := range g.Bars {
		g.Bars[i] = " "
	}
	g.Progress = [2]rune{' ', ' '}
	return g
}

func glyphs(ascii bool) Glyphs {
	if ascii {
		return Glyphs{
			Wide: 1,
			Held: "*", Planned: "o", Off: "x", Call: "c", Summit: "#", Conflict: "!", Amended: "%", Gutter: ">",
			Rule: "-", Down: "|", Cross: "+", Ellipsis: "~", Dash: "-", Dot: "-", Open: "v", Closed: ">",
			Ticked: "x", Unticked: ".", Excluded: "!", Caret: "^",
			Bars: []string{"_", ".", ":", "-", "=", "+", "*", "#", "@"}, Void: " ",
			QuoteOpen: `"`, QuoteClose: `"`, Times: "x",
			Bookmark: "+", Note: `"`, Tag: "#", Arrow: ">", Progress: [2]rune{'=', '.'},
		}
	}
	return Glyphs{
		Wide: 1,
		Held: "●", Planned: "○", Off: "✕", Call: "☎", Summit: "◆", Conflict: "≠", Amended: "†", Gutter: "▌",
		Rule: "─", Down: "│", Cross: "┤", Ellipsis: "…", Dash: "–", Dot: "·", Open: "▾", Closed: "▸",
		Ticked: "✓", Unticked: "·", Excluded: "✕", Caret: "▲",
		Bars: []string{"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"}, Void: "·",
		QuoteOpen: "“", QuoteClose: "”", Times: "×",
		Bookmark: "★", Note: "✎", Tag: "#", Arrow: "→", Progress: [2]rune{'█', '░'},
	}
}
