package extract

import (
	"encoding/binary"
	"slices"
	"unicode"
	"unicode/utf8"
)

// padding is how many bytes behind a text may be loaded with its last word.
const padding = 8

// lowerText puts the text in small letters beside the text itself, every letter
// at its own place. A letter whose small form has another length stays.
func (d *document) lowerText() {
	n := len(d.text)
	b := slices.Grow(d.bytes[:0], n+padding)[:n+padding]
	copy(b, d.text)
	clear(b[n:])
	foreign := false
	for i := 0; i+8 <= len(b); i += 8 {
		w := binary.LittleEndian.Uint64(b[i:])
		if w&highBits != 0 {
			foreign = true
		}
		binary.LittleEndian.PutUint64(b[i:], lower8(w))
	}
	for i := n &^ 7; i < n; i++ {
		if 'A' <= b[i] && b[i] <= 'Z' {
			b[i] |= 0x20
		}
	}
	if foreign {
		lowerForeign(b[:n])
	}
	d.bytes = b
	d.small = string(b[:n])
}

const (
	highBits = 0x8080808080808080
	lowBits  = 0x0101010101010101
)

// lower8 makes small letters of the capitals of A to Z among eight bytes.
func lower8(w uint64) uint64 {
	low := w &^ highBits
	atLeastA := low + (0x80-'A')*lowBits
	beyondZ := low + (0x7f-'Z')*lowBits
	return w | (atLeastA^beyondZ)&^w&highBits>>2
}

// lowerForeign makes small letters of capitals beyond ASCII.
func lowerForeign(b []byte) {
	for i := 0; i < len(b); {
		switch c := b[i]; {
		case c < utf8.RuneSelf:
			i++
			for i+8 <= len(b) && binary.LittleEndian.Uint64(b[i:])&highBits == 0 {
				i += 8
			}
		case c == 0xE2 && i+2 < len(b): // quotation marks and dashes
			i += 3
		default:
			r, n := utf8.DecodeRune(b[i:])
			if l := unicode.ToLower(r); l != r && utf8.RuneLen(l) == n {
				utf8.EncodeRune(b[i:i+n], l)
			}
			i += n
		}
	}
}
