package text

import (
	"unicode"
	"unicode/utf8"
)

// class says what becomes of a rune on its way through the door.
type class uint8

const (
	keep     class = iota // letters, digits, punctuation, symbols
	mark                  // combines with the base before it: kept up to maxMarks
	space                 // any space that is not U+0020: becomes U+0020
	line                  // any line end that is not U+000A: becomes U+000A
	tab                   // becomes spaces up to the next stop
	carriage              // a line end, unless U+000A follows
	escape                // opens an escape sequence, which goes as a whole
	joiner                // zero-width joiner or non-joiner: kept where the script needs it
	override              // reorders what is read: goes; a row shows a symbol in its place
	drop                  // controls and what no reader can see
	invalid               // a byte that is no UTF-8
)

// Marks on one base beyond this many serve no script and only climb over the
// neighbouring rows.
const maxMarks = 5

// tabStop is the distance of the columns to which tabs are expanded.
const tabStop = 4

// ascii classifies the first 128 runes; it is asked for nearly every byte.
var ascii = func() (t [128]class) {
	for i := range t {
		switch {
		case i == '\t':
			t[i] = tab
		case i == '\r':
			t[i] = carriage
		case i == '\v' || i == '\f':
			t[i] = line
		case i == 0x1b:
			t[i] = escape
		case i < ' ' && i != '\n', i == 0x7f:
			t[i] = drop
		}
	}
	return t
}()

// hidden is what no reader can see and what can therefore lie: soft hyphen,
// zero-width space, invisible operators, bidi marks, annotation anchors, fillers,
// variation selectors that select nothing in text, and tags.
var hidden = &unicode.RangeTable{
	R16: []unicode.Range16{
		{0x00ad, 0x00ad, 1},
		{0x034f, 0x034f, 1},
		{0x061c, 0x061c, 1},
		{0x180e, 0x180e, 1},
		{0x200b, 0x200b, 1},
		{0x200e, 0x200f, 1},
		{0x2060, 0x2065, 1},
		{0x206a, 0x206f, 1},
		{0x3164, 0x3164, 1},
		{0xfeff, 0xfeff, 1},
		{0xffa0, 0xffa0, 1},
		{0xfff0, 0xfffb, 1},
		{0xfffe, 0xffff, 1},
	},
	R32:         []unicode.Range32{{0x1bca0, 0x1bca3, 1}, {0x1d173, 0x1d17a, 1}, {0xe0000, 0xe0fff, 1}},
	LatinOffset: 1,
}

// joining lists the scripts in which a joiner changes the word.
var joining = []*unicode.RangeTable{
	unicode.Arabic, unicode.Syriac, unicode.Mongolian, unicode.Nko, unicode.Mandaic,
	unicode.Devanagari, unicode.Bengali, unicode.Gurmukhi, unicode.Gujarati, unicode.Oriya, unicode.Tamil,
	unicode.Telugu, unicode.Kannada, unicode.Malayalam, unicode.Sinhala, unicode.Khmer, unicode.Myanmar, unicode.Tibetan,
}

// classify tells what becomes of a rune beyond ASCII. The ranges that fill
// newspapers are answered before any table is searched.
func classify(r rune) class {
	switch {
	case r < 0x80:
		return ascii[r]
	case r < 0xa0:
		return classifyC1(r)
	case r == 0xa0:
		return space
	case r < 0x300 && r != 0xad, 0x370 <= r && r < 0x483, 0x48a <= r && r < 0x530, 0x2010 <= r && r < 0x2028,
		0x2030 <= r && r < 0x205f, 0x3041 <= r && r < 0x3099, 0x4e00 <= r && r < 0xa000, 0xac00 <= r && r < 0xd7a4:
		return keep
	}
	switch r {
	case 0x2028, 0x2029:
		return line
	case 0x200c, 0x200d:
		return joiner
	case 0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2066, 0x2067, 0x2068, 0x2069:
		return override
	}
	switch {
	case unicode.Is(hidden, r):
		return drop
	case unicode.In(r, unicode.Mn, unicode.Me):
		return mark
	case unicode.Is(unicode.Zs, r):
		return space
	}
	return keep
}

// Safe tells that a rune may be written to a terminal as it is: no control, nothing
// that reorders, nothing that hides.
func Safe(r rune) bool {
	switch classify(r) {
	case keep, mark, joiner, space:
		return r != '\n'
	case line, tab, carriage, escape, override, drop, invalid:
	}
	return false
}

// classifyC1 answers for the second block of controls, which terminals obey
// like their escape forms: U+009B opens what ESC [ opens.
func classifyC1(r rune) class {
	switch r {
	case 0x85:
		return line
	case 0x90, 0x98, 0x9b, 0x9d, 0x9e, 0x9f:
		return escape
	}
	return drop
}

// joins tells that a joiner between two runes does its work: both belong to a
// script of joined letters, or both to one pictogram.
func joins(before, after rune) bool {
	if before < 0x300 || after < 0x300 {
		return false
	}
	pictogram := func(r rune) bool { return r != utf8.RuneError && unicode.Is(unicode.So, r) }
	if pictogram(after) && (pictogram(before) || before == 0xfe0f || 0x1f3fb <= before && before <= 0x1f3ff) {
		return true
	}
	return unicode.In(before, joining...) && unicode.In(after, joining...)
}
