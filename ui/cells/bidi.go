package cells

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/bidi"

	"entente/text"
	"entente/ui/theme"
)

// Terminals differ: some put right-to-left text into visual order themselves,
// most do not. Where the user says that this one does not, a row is put into
// order here, last of all, so that what is stored, searched and copied stays
// in the order in which it is read.

// visualRuns orders a row of runs as a terminal that knows nothing of
// directions must show it. Every letter keeps its dress.
func visualRuns(st *theme.Styles, row []Run) []Run {
	if !st.Bidi {
		return row
	}
	var whole strings.Builder
	for _, r := range row {
		whole.WriteString(r.Text)
	}
	if !rightToLeft(whole.String()) {
		return row
	}
	stretches, ok := stretchesOf(whole.String())
	if !ok {
		return row
	}
	var out []Run
	for _, s := range stretches {
		pieces := between(row, s.from, s.to)
		if s.rtl {
			slices.Reverse(pieces)
			for k := range pieces {
				pieces[k].Text = bidi.ReverseString(pieces[k].Text)
			}
		}
		out = append(out, pieces...)
	}
	return out
}

// visual is visualRuns for text in one ink.
func visual(st *theme.Styles, s string) string {
	if !st.Bidi || !rightToLeft(s) {
		return s
	}
	var out strings.Builder
	for _, r := range visualRuns(st, []Run{{Text: s}}) {
		out.WriteString(text.Name(r.Text))
	}
	return out.String()
}

// rightToLeft tells that some letter of s is written from right to left.
func rightToLeft(s string) bool {
	for _, r := range s {
		if r < 0x590 { // nothing below is
			continue
		}
		p, _ := bidi.LookupRune(r)
		switch p.Class() { //nolint:exhaustive // these are the letters and figures of right-to-left scripts.
		case bidi.R, bidi.AL, bidi.AN:
			return true
		}
	}
	return false
}

// stretch is a run of letters of one direction, counted in runes.
type stretch struct {
	from, to int
	rtl      bool
	number   bool
}

// stretchesOf cuts a row into stretches, in the order in which they are seen.
// The library finds the stretches; it leaves them in the order of reading.
func stretchesOf(s string) ([]stretch, bool) {
	var p bidi.Paragraph
	if _, err := p.SetString(s); err != nil {
		return nil, false
	}
	order, err := p.Order()
	if err != nil {
		return nil, false
	}
	out := make([]stretch, order.NumRuns())
	for i := range out {
		r := order.Run(i)
		from, to := r.Pos()
		out[i] = stretch{from, to + 1, r.Direction() == bidi.RightToLeft, number(r.String())}
	}
	if order.Direction() == bidi.RightToLeft {
		slices.Reverse(out)
		return out, true
	}
	// Within a line from left to right, what is read from right to left is seen
	// the other way round as a whole, the figures in it with it.
	for i := 0; i < len(out); i++ {
		end := i
		for k := i; out[i].rtl && k < len(out) && (out[k].rtl || out[k].number); k++ {
			if out[k].rtl {
				end = k
			}
		}
		slices.Reverse(out[i : end+1])
		i = end
	}
	return out, true
}

func number(s string) bool {
	for _, r := range s {
		if !unicode.IsDigit(r) && !unicode.IsPunct(r) && r != ' ' {
			return false
		}
	}
	return true
}

// between cuts the runes from…to out of a row of runs.
func between(row []Run, from, to int) []Run {
	var out []Run
	at := 0
	for _, r := range row {
		runes := []rune(r.Text)
		a, b := max(from-at, 0), min(to-at, len(runes))
		if a < b {
			piece := r
			piece.Text = string(runes[a:b])
			out = append(out, piece)
		}
		at += len(runes)
	}
	return out
}
