package text

import (
	"bytes"
	"fmt"
	"unicode/utf16"
	"unicode/utf8"
)

// JSON makes encoded JSON safe to look at. Encoders leave most of what a terminal
// would obey as it is: here it becomes \u and a number, so that every string means
// what it meant. Line feeds stay. Clean JSON comes back as it is, without an
// allocation. JSON is idempotent.
func JSON(b []byte) []byte {
	obeyed := func(r rune) bool { return r != '\n' && !Safe(r) }
	n := bytes.IndexFunc(b, obeyed)
	if n < 0 && utf8.Valid(b) {
		return b
	}
	out := make([]byte, 0, len(b)+64)
	for len(b) > 0 {
		r, size := utf8.DecodeRune(b)
		switch {
		case !obeyed(r) && (r != utf8.RuneError || size > 1):
			out = append(out, b[:size]...)
		case r > 0xffff:
			high, low := utf16.EncodeRune(r)
			out = fmt.Appendf(out, `\u%04x\u%04x`, high, low)
		default:
			out = fmt.Appendf(out, `\u%04x`, r)
		}
		b = b[size:]
	}
	return out
}
