package extract

import (
	"math/bits"
	"slices"
	"strings"
)

// word adds the word that begins at i and returns where the next token may begin.
func (d *document) word(i int, quoted bool) int {
	if len(d.tokens) == cap(d.tokens) {
		d.tokens = slices.Grow(d.tokens, 256)
	}
	t := &d.tokens[:len(d.tokens)+1][len(d.tokens)] // in its place at once, like an item
	*t = token{start: int32(i)}                     //nolint:gosec // articles are capped far below 2 GB.
	if quoted {
		t.flags = flagQuoted
		d.marked |= markQuote
	}
	b := d.bytes
	if i > 1 && b[i-1] == '-' && b[i-2] != ' ' && b[i-2] != '\n' {
		t.flags |= flagHyphen
	}
	w := load8(b, i)
	n := plainPrefix(w)
	j := i + n
	if n == 8 {
		for plainByte[b[j]] {
			j++
		}
	}
	if c := b[j]; oddByte[c] && (c != '.' || j-i <= 1) { // a letter beyond ASCII is the first of no plain word
		return d.oddWord(t, i)
	}
	t.end = int32(j) //nolint:gosec // as above.
	figure := mark(0)
	switch first := d.text[i]; { // a word in small letters has no shape
	case first >= 'a':
	case first >= 'A' && j-i > 1 && d.text[i+1] >= 'a':
		t.flags |= flagCapital
	default:
		t.flags |= shape(d.text, i, j)
		figure = markFigure(first)
	}
	switch {
	case n < 8:
		t.word = d.lex.words.short(w & (1<<(8*n&63) - 1)) // most words
	case j-i == 8:
		t.word = d.lex.words.short(w)
	default:
		t.word = d.lex.words.find(longKey(b[i:j]), b[i:j])
	}
	t.marks = d.lex.rows[t.word].marks | figure
	if t.word-1 >= d.lex.known {
		d.strange(t)
	}
	d.note(t)
	return j
}

// note counts the word behind the last token among them, and notes where it stands if some stage looks for the likes of it in the whole text.
func (d *document) note(t *token) {
	if d.marked |= t.marks; t.marks&markNoted != 0 {
		d.noted = append(d.noted, int32(len(d.tokens))) //nolint:gosec // articles are capped far below 2 GB.
	}
	d.tokens = d.tokens[:len(d.tokens)+1]
}

// notedIn are the tokens of a sentence that some stage looks for in the whole text.
func (d *document) notedIn(s *sentence) []int32 { return d.noted[s.note:s.noted] }

// markFigure is what a word is marked with that begins with a figure.
func markFigure(first byte) mark {
	if digit(first) {
		return markDay
	}
	return 0
}

// strange gives a token whose word no table knows, or one that is only watched, the word that it sounds like, if it is a name.
func (d *document) strange(t *token) {
	t.word = 0
	if t.capital() && t.end-t.start >= soundMin && !t.is(flagAllCaps) {
		t.word = d.sounds(d.text[t.start:t.end])
		t.marks |= d.lex.rows[t.word].marks
	}
}

// oddWord adds a word with letters beyond ASCII, points or apostrophes, and what an apostrophe joins to it, and returns where the next token may begin.
func (d *document) oddWord(t *token, i int) int {
	j, next, possessive := wordEnd(d.text, i)
	t.flags |= shape(d.text, i, j)
	if possessive {
		t.flags |= flagPossessive
	}
	t.end = int32(j) //nolint:gosec // as above.
	t.word = d.lookup(d.text[i:j])
	t.marks = d.lex.rows[t.word].marks | markFigure(d.text[i])
	n := next - j
	hadOrWould := n >= 2 && n <= 4 && d.bytes[next-1] == 'd' && apostrophe(d.text, j) == n-1
	if hadOrWould {
		t.marks |= markHad
	}
	if t.word-1 >= d.lex.known {
		d.strange(t)
	}
	short := possessive && d.lex.rows[t.word].cls&(classPronoun|classRelative) != 0 // he's, who's
	if short {
		t.flags &^= flagPossessive
	}
	flags := t.flags
	d.note(t)
	if short && strings.HasPrefix(d.text[next:], " to ") {
		d.contracted(d.lex.is, next-1, next, flags)
	}
	if n >= 3 && strings.HasSuffix(d.text[j:next], "ll") { // he'll: the will is a word of its own
		d.contracted(d.lex.will, next-2, next, flags)
	}
	if hadOrWould && d.wouldAt(next) {
		d.contracted(d.lex.would, next-1, next, flags)
	}
	return max(next, i+1)
}

// contracted adds the word of which only the letters from i to j are written: the will of he'll.
func (d *document) contracted(word uint32, i, j int, flags tokenFlags) {
	d.tokens = append(d.tokens, token{start: int32(i), end: int32(j), word: word, flags: flags & flagQuoted, marks: d.lex.rows[word].marks}) //nolint:gosec // as above.
}

// plainPrefix is how many of the eight bytes in front of any other are small letters and digits of ASCII.
func plainPrefix(w uint64) int {
	low := w &^ highBits
	letters := (low + (0x80-'a')*lowBits) &^ (low + (0x7f-'z')*lowBits)
	figures := (low + (0x80-'0')*lowBits) &^ (low + (0x7f-'9')*lowBits)
	other := ^((letters | figures) &^ w) & highBits
	return bits.TrailingZeros64(other) / 8
}

// lookup returns the number of a word in the lexicon, 0 when it is not there.
func (d *document) lookup(w string) uint32 {
	if len(w) > len(d.buf)-8 {
		return 0
	}
	return d.lex.words.get(foldWord(d.buf[:0], w))
}
