// Package cells lays text out in rows of terminal cells. It is the ui's side
// of the door for untrusted text: whatever is put on a Line goes through
// text.Row first, so that no pane can forget it, and a Line is never wider
// than it was made.
package cells

import (
	"strings"

	"entente/text"
	"entente/ui/theme"
)

const blank = "                                                                                                    "

// Spaces returns n spaces.
func Spaces(n int) string {
	switch {
	case n <= 0:
		return ""
	case n <= len(blank):
		return blank[:n]
	}
	return strings.Repeat(" ", n)
}

// Line is one row of a fixed number of cells, filled from the left.
type Line struct {
	b     strings.Builder
	st    *theme.Styles
	width int
	at    int
}

// NewLine starts a row of the given width.
func NewLine(st *theme.Styles, width int) *Line {
	l := &Line{st: st, width: max(width, 0)}
	l.b.Grow(width + 64)
	return l
}

// Left is the number of cells still free.
func (l *Line) Left() int { return l.width - l.at }

// At is the number of cells already filled.
func (l *Line) At() int { return l.at }

// Put writes text, cut to what is free.
func (l *Line) Put(k theme.Ink, s string) *Line {
	if s == "" || l.Left() <= 0 {
		return l
	}
	s = visual(l.st, Cut(l.st, plain(l.st, text.Row(s)), l.Left()))
	k.Write(&l.b, s)
	l.at += text.Width(s)
	return l
}

// PutIn writes text in a column of its own, cut or filled up to exactly w cells.
func (l *Line) PutIn(k theme.Ink, s string, w int) *Line {
	w = min(w, l.Left())
	if w <= 0 {
		return l
	}
	s = visual(l.st, Cut(l.st, plain(l.st, text.Row(s)), w))
	k.Write(&l.b, s)
	n := text.Width(s)
	l.b.WriteString(Spaces(w - n))
	l.at += w
	return l
}

// PutRight is PutIn with the text at the right of the column, for numbers.
func (l *Line) PutRight(k theme.Ink, s string, w int) *Line {
	w = min(w, l.Left())
	if w <= 0 {
		return l
	}
	s = Cut(l.st, plain(l.st, text.Row(s)), w)
	l.Gap(w - text.Width(s))
	return l.Put(k, s)
}

// typography is what a screen of ASCII shows in place of the signs of print. Each takes as many cells.
var typography = strings.NewReplacer(
	"–", "-", "—", "-", "‘", "'", "’", "'", "“", `"`, "”", `"`, "…", "~", "•", "*", "·", "-", "×", "x", "│", "|", "─", "-", "«", `"`, "»", `"`,
)

// plain takes the signs of print out of clean text where the screen is ASCII. Letters stay: a name has no other spelling.
func plain(st *theme.Styles, s string) string {
	if !st.ASCII {
		return s
	}
	return typography.Replace(s)
}

// Gap leaves n cells empty.
func (l *Line) Gap(n int) *Line {
	n = min(n, l.Left())
	if n > 0 {
		l.b.WriteString(Spaces(n))
		l.at += n
	}
	return l
}

// To leaves the cells before a column empty.
func (l *Line) To(column int) *Line { return l.Gap(column - l.at) }

// Repeat writes a glyph of one cell n times.
func (l *Line) Repeat(k theme.Ink, glyph string, n int) *Line {
	n = min(n, l.Left())
	if n > 0 {
		k.Write(&l.b, strings.Repeat(glyph, n))
		l.at += n
	}
	return l
}

// Join writes what another Line holds, if there is room for all of it.
func (l *Line) Join(o *Line) *Line {
	if o.at <= l.Left() {
		l.b.WriteString(o.b.String())
		l.at += o.at
	}
	return l
}

// Head returns what has been written so far, without filling it up.
func (l *Line) Head() string { return l.b.String() }

// String returns the row, filled up to its width.
func (l *Line) String() string {
	l.Gap(l.Left())
	return l.b.String()
}

// Cut shortens clean text to at most w cells and ends what was cut with an ellipsis.
func Cut(st *theme.Styles, s string, w int) string {
	if len(s) <= w { // no byte is wider than a cell
		return s
	}
	c := text.Cut(s, w)
	if st.ASCII && len(c) != len(s) {
		c = strings.TrimSuffix(c, text.Ellipsis)
		if text.Width(c) < w {
			c += st.Glyphs.Ellipsis
		}
	}
	return c
}

// Block makes rows exactly h: cut at the end, or filled up with empty rows of w cells.
func Block(rows []string, w, h int) []string {
	h = max(h, 0)
	if len(rows) >= h {
		return rows[:h]
	}
	out := make([]string, h)
	copy(out, rows)
	for i := len(rows); i < h; i++ {
		out[i] = Spaces(w)
	}
	return out
}

// Wrap breaks clean text into rows of at most w cells, between words where it can.
func Wrap(s string, w int) []string {
	if w <= 0 {
		return nil
	}
	var out []string
	for par := range strings.SplitSeq(s, "\n") {
		out = append(out, wrapOne(par, w)...)
	}
	return out
}

func wrapOne(s string, w int) []string {
	var out []string
	var row strings.Builder
	at := 0
	flush := func() {
		out = append(out, row.String())
		row.Reset()
		at = 0
	}
	for word := range strings.FieldsSeq(s) {
		n := text.Width(word)
		if at > 0 && at+1+n > w {
			flush()
		}
		for n > w { // a word longer than a row is broken where the row ends
			head := cutPlain(word, w-at)
			if head == "" {
				if at == 0 { // not even one character fits: drop the word rather than loop
					n = 0
					word = ""
					break
				}
				flush()
				continue
			}
			row.WriteString(head)
			at = w
			flush()
			word = word[len(head):]
			n = text.Width(word)
		}
		if word == "" {
			continue
		}
		if at > 0 {
			row.WriteByte(' ')
			at++
		}
		row.WriteString(word)
		at += n
	}
	if at > 0 || len(out) == 0 {
		flush()
	}
	return out
}

// cutPlain returns the longest beginning of s that fits w cells, byte for byte as it stands in s.
func cutPlain(s string, w int) string {
	if w <= 0 {
		return ""
	}
	fits := 0
	for i := range s {
		if i > 64*w || text.Width(s[:i]) > w { // marks without width go on no longer than any letter has
			return s[:fits]
		}
		fits = i
	}
	if text.Width(s) <= w {
		return s
	}
	return s[:fits]
}
