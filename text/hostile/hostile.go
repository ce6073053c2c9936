// Package hostile holds what terminals, spreadsheets, calendars and browsers were
// made to obey, and people to misread: the payloads of the tests of every way
// in and out. Nothing but tests imports it.
package hostile

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Payload is a piece of text that an article, a name or a line may carry.
type Payload struct{ Class, Name, Text string }

// All lists the payloads, class by class. The order does not change, so that a number names one.
func All() []Payload {
	out := singles()
	for _, c := range table {
		for _, r := range c.rows {
			out = append(out, Payload{c.class, r.name, r.text})
		}
	}
	return out
}

// singles are the characters that do harm by themselves, one by one.
func singles() []Payload {
	var out []Payload
	each := func(class string, from, to rune) {
		for r := from; r <= to; r++ {
			out = append(out, Payload{class, fmt.Sprintf("%U", r), "be" + string(r) + "fore 0;x"})
		}
	}
	each("control, C0", 0, 0x1f)
	each("control, C0", 0x7f, 0x7f)
	each("control, C1", 0x80, 0x9f)
	each("direction", 0x202a, 0x202e)
	each("direction", 0x2066, 0x2069)
	each("direction", 0x200e, 0x200f)
	each("direction", 0x61c, 0x61c)
	for _, r := range []rune{
		0xad, 0x34f, 0x180e, 0x200b, 0x200c, 0x200d, 0x2060, 0x2061, 0x2063, 0x206a, 0x206f, 0x3164, 0xfeff, 0xffa0, 0xfff9, 0xfffb, 0xfffe, 0x1d173,
	} {
		each("unseen", r, r)
	}
	return out
}

// Obeyed finds a character that a terminal would obey or a reader not see, and
// where it stands. Line feeds are no such thing, nor are joiners, which scripts need.
func Obeyed(s string) (r rune, at int, found bool) {
	for i, r := range s {
		switch {
		case r == '\n' || r == 0x200c || r == 0x200d, unicode.Is(unicode.Prepended_Concatenation_Mark, r): // those are signs of scripts
		case r == utf8.RuneError && !strings.HasPrefix(s[i:], string(utf8.RuneError)),
			unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp),
			r == 0x34f, r == 0x3164, r == 0xffa0, r >= 0xe0000 && r < 0xe1000:
			return r, i, true
		}
	}
	return 0, 0, false
}
