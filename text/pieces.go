package text

import (
	"unicode"
	"unicode/utf8"
)

// What a byte of ASCII is to Pieces.
const (
	pieceSpace = iota
	pieceWord
	pieceMark
)

var pieceKind = func() (t [utf8.RuneSelf]uint8) {
	for c := range t {
		switch {
		case c <= ' ':
			t[c] = pieceSpace
		case c >= '0' && c <= '9' || c|0x20 >= 'a' && c|0x20 <= 'z':
			t[c] = pieceWord
		default:
			t[c] = pieceMark
		}
	}
	return t
}()

// Pieces counts the words, figures and marks of punctuation of s, and stops in front of the one that is more than most.
// end is the byte up to which it has counted. Whoever takes a text apart makes no more pieces of it.
func Pieces(s string, most int) (n, end int) {
	word := false // the piece before is a word, which may go on
	for i := 0; i < len(s); {
		kind, size := uint8(pieceMark), 1
		if c := s[i]; c < utf8.RuneSelf {
			kind = pieceKind[c]
		} else {
			var r rune
			if r, size = utf8.DecodeRuneInString(s[i:]); c != 0xC2 && c != 0xE2 && c != 0xF0 && unicode.In(r, unicode.L, unicode.Nd, unicode.Mn) {
				kind = pieceWord // the blocks left out are of marks and symbols: a letter among them counts by itself
			}
		}
		if kind == pieceMark || kind == pieceWord && !word {
			if n == most {
				return n, i
			}
			n++
		}
		word = kind == pieceWord
		i += size
	}
	return n, len(s)
}
