package text

import (
	"strings"
	"unicode/utf8"
)

// overrideSymbol stands in a row where a bidi override or isolate was.
const overrideSymbol = '⇄'

// Body makes running text safe to show and to measure. Letters, marks, digits,
// punctuation, symbols, spaces and line feeds stay. Invalid UTF-8 becomes U+FFFD, one
// for a run of bytes; every line end becomes a line feed, every space a plain
// one; tabs are expanded. Escape sequences, controls, bidi controls and zero-width
// characters go; joiners stay between letters that need them. Clean text comes
// back as it is, without an allocation. Body is idempotent.
func Body(s string) string {
	n, _ := scan(s, 0)
	if n == len(s) {
		return s
	}
	// What a rune becomes depends only on its line.
	start := strings.LastIndexByte(s[:n], '\n') + 1
	c := cleaner{out: make([]byte, 0, len(s)+len(s)/64)}
	c.out = append(c.out, s[:start]...)
	c.from = start
	c.write(s[start:])
	return string(c.out)
}

// Row makes a field of one row safe: Body's rules, and line ends become spaces,
// runs of spaces one space, none at either end, and bidi overrides a visible
// symbol, for a title must not read otherwise than it is spelt. Clean fields come
// back as they are, without an allocation. Row is idempotent.
func Row(s string) string {
	if n, _ := scan(s, 0); n == len(s) && spaced(s) {
		return s
	}
	c := cleaner{out: make([]byte, 0, len(s)), row: true}
	c.write(s)
	return squeeze(c.out)
}

// Name makes the name of a file safe. A name that is safe stays as it is, with
// every space, since it has to be found again; another one becomes a Row.
func Name(s string) string {
	if utf8.ValidString(s) && !strings.ContainsFunc(s, func(r rune) bool { return !Safe(r) }) {
		return s
	}
	return Row(s)
}

// spaced tells that clean s has no line feeds, no two spaces side by side and none at its ends.
func spaced(s string) bool {
	before := byte(' ')
	for i := range len(s) {
		if s[i] == '\n' || s[i] == ' ' && before == ' ' {
			return false
		}
		before = s[i]
	}
	return s == "" || before != ' '
}

// squeeze joins the words of b with single spaces.
func squeeze(b []byte) string {
	out := b[:0]
	for _, c := range b {
		if c == '\n' {
			c = ' '
		}
		if c == ' ' && (len(out) == 0 || out[len(out)-1] == ' ') {
			continue
		}
		out = append(out, c)
	}
	if n := len(out); n > 0 && out[n-1] == ' ' {
		out = out[:n-1]
	}
	return string(out)
}

// scan returns the length of the longest prefix of s that passes unchanged, given
// how many marks stand before s, and how many stand at the prefix's end. It
// may stop before a joiner that will stay.
func scan(s string, marks int) (n, marksAfter int) {
	for n < len(s) {
		if c := s[n]; c < utf8.RuneSelf {
			if ascii[c] != keep {
				return n, marks
			}
			marks = 0
			n++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[n:])
		if r == utf8.RuneError && size == 1 {
			return n, marks
		}
		switch classify(r) {
		case keep:
			marks = 0
		case mark:
			if marks == maxMarks {
				return n, marks
			}
			marks++
		default:
			return n, marks
		}
		n += size
	}
	return n, marks
}

// cleaner writes the clean form of a text.
type cleaner struct {
	out   []byte
	row   bool
	marks int // marks since the last base

	from   int    // where in out the current line begins, or its last tab ended
	column int    // the column there
	noEnd  [2]int // control strings that open before this byte of the input have no end; [1] for those that BEL may end
}

func (c *cleaner) write(s string) {
	for i := 0; i < len(s); {
		n, marks := scan(s[i:], c.marks)
		c.keep(s[i:i+n], marks)
		if i += n; i == len(s) {
			return
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		k := classify(r)
		if r == utf8.RuneError && size == 1 {
			k = invalid
		}
		switch k {
		case invalid:
			for i+size < len(s) && !validAt(s[i+size:]) {
				size++
			}
			c.keep(string(utf8.RuneError), 0)
		case space:
			c.keep(" ", 0)
		case line:
			c.keep("\n", 0)
		case carriage:
			if i+1 == len(s) || s[i+1] != '\n' {
				c.keep("\n", 0)
			}
		case tab:
			c.tab()
		case escape:
			size = c.sequence(s, i, r, size)
		case joiner:
			before, _ := utf8.DecodeLastRune(c.out)
			after, _ := utf8.DecodeRuneInString(s[i+size:])
			if joins(before, after) && c.fits(after) {
				c.out = append(c.out, s[i:i+size]...)
			}
		case override:
			if c.row {
				c.keep(string(overrideSymbol), 0)
			}
		case keep, mark, drop:
		}
		i += size
	}
}

// fits tells that r will stay: what a joiner joins must still be there when the
// result is read again.
func (c *cleaner) fits(r rune) bool {
	k := classify(r)
	return k == keep || k == mark && c.marks < maxMarks
}

// validAt tells that s begins with a whole UTF-8 sequence.
func validAt(s string) bool {
	r, size := utf8.DecodeRuneInString(s)
	return r != utf8.RuneError || size != 1
}

// keep appends clean text that ends in so many marks.
func (c *cleaner) keep(s string, marks int) {
	if nl := strings.LastIndexByte(s, '\n'); nl >= 0 {
		c.from, c.column = len(c.out)+nl+1, 0
	}
	c.out = append(c.out, s...)
	c.marks = marks
}

// tab fills up to the next stop, counted in runes: cells would need the
// grapheme tables in the hot path, and only tables of figures care.
func (c *cleaner) tab() {
	c.column += utf8.RuneCount(c.out[c.from:])
	n := tabStop - c.column%tabStop
	c.out = append(c.out, "    "[:n]...)
	c.from, c.column, c.marks = len(c.out), c.column+n, 0
}

// sequence returns the length of the escape sequence that begins at i with a
// rune of the given size. A sequence that is not whole loses its introducer only, so that
// nobody can make the rest of an article vanish by opening one.
func (c *cleaner) sequence(s string, i int, r rune, size int) int {
	kind, head := r, size
	if r == 0x1b {
		if i+1 == len(s) {
			return 1
		}
		kind, head = rune(s[i+1])+0x40, 2 // the C1 control that ESC and this byte stand for
	}
	switch kind {
	case 0x9b:
		return head + controlLen(s[i+head:])
	case 0x9d:
		return c.stringLen(s, i, head, 1)
	case 0x90, 0x98, 0x9e, 0x9f:
		return c.stringLen(s, i, head, 0)
	}
	return escapeLen(s[i:])
}

// controlLen measures the parameters and the final byte of a control sequence; 0 when it has none.
func controlLen(s string) int {
	i := 0
	for i < len(s) && 0x20 <= s[i] && s[i] < 0x40 {
		i++
	}
	if i < len(s) && 0x40 <= s[i] && s[i] < 0x7f {
		return i + 1
	}
	return 0
}

// escapeLen measures an escape sequence without parameters: ESC, intermediate bytes, a final byte.
func escapeLen(s string) int {
	i := 1
	for i < len(s) && 0x20 <= s[i] && s[i] < 0x30 {
		i++
	}
	if i < len(s) && 0x30 <= s[i] && s[i] < 0x7f {
		return i + 1
	}
	return 1
}

// stringLen measures a control string (OSC, DCS, APC, PM, SOS) up to its
// terminator in the same line. Where there is none it remembers so up to the line's end:
// a line of openings is then read once, not once for each.
func (c *cleaner) stringLen(s string, i, head, bell int) int {
	if i < c.noEnd[bell] {
		return head
	}
	for j := i + head; j < len(s) && s[j] != '\n'; j++ {
		switch {
		case s[j] == 0x07 && bell == 1:
			return j + 1 - i
		case s[j] == 0x1b && j+1 < len(s) && s[j+1] == '\\', s[j] == 0xc2 && j+1 < len(s) && s[j+1] == 0x9c:
			return j + 2 - i
		}
		c.noEnd[bell] = j + 1
	}
	return head
}
