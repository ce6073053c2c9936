package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// letters that decompose to nothing but that readers type without their stroke.
var plain = map[rune]string{
	'ł': "l", 'ø': "o", 'đ': "d", 'ð': "d", 'þ': "th", 'ß': "ss", 'æ': "ae", 'œ': "oe", 'ı': "i", 'ə': "a",
	'’': "'", '‘': "'", 'ʻ': "'", 'ʼ': "'", '`': "'", '–': "-", '—': "-", '‑': "-", '\u00a0': " ",
}

// latin has what the letters of European names fold to, from U+00C0 on; a point
// stands for what takes the slow way. A test holds it to the slow way's answers.
const (
	latinFrom = 0xC0
	latin     = "aaaaaa.ceeeeiiiidnooooo.ouuuuy.." + // U+00C0
		"aaaaaa.ceeeeiiiidnooooo.ouuuuy.y" + // U+00E0
		"aaaaaaccccccccddddeeeeeeeeeegggg" + // U+0100
		"gggghh..iiiiiiiiii..jjkk.llllll." + // U+0120
		".llnnnnnn...oooooo..rrrrrrssssss" + // U+0140
		"sstttt..uuuuuuuuuuuuwwyyyzzzzzzs" // U+0160
)

// Fold returns s in lower case without accents, for comparing what people type
// with what articles write. ASCII comes back without an allocation where it is
// lower case already. Fold is idempotent.
func Fold(s string) string {
	ascii, lower := true, true
	for i := range len(s) {
		c := s[i]
		if c >= utf8.RuneSelf {
			ascii = false
			break
		}
		if 'A' <= c && c <= 'Z' || c == '`' {
			lower = false
		}
	}
	if ascii && lower {
		return s
	}
	var b strings.Builder
	b.Grow(len(s) + 8)
	var buf [64]byte
	for s != "" { // in pieces that fit the buffer: the result is the only allocation
		n := min(len(s), 16)
		for n < len(s) && n < 20 && !utf8.RuneStart(s[n]) {
			n++
		}
		b.Write(AppendFold(buf[:0], s[:n]))
		s = s[n:]
	}
	return b.String()
}

// FoldPlaces folds like Fold, and tells of each byte of the result at which byte of s its rune begins.
func FoldPlaces(s string) (folded string, places []int) {
	out := make([]byte, 0, len(s)+8)
	places = make([]int, 0, len(s)+8)
	for i, r := range s {
		size := utf8.RuneLen(r)
		if r == utf8.RuneError { // as it stands, or instead of a byte that is no rune
			_, size = utf8.DecodeRuneInString(s[i:])
		}
		out = AppendFold(out, s[i:i+size])
		for len(places) < len(out) {
			places = append(places, i)
		}
	}
	return string(out), places
}

// AppendFold appends the folded form of s to dst.
func AppendFold(dst []byte, s string) []byte {
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			switch {
			case 'A' <= c && c <= 'Z':
				c |= 0x20
			case c == '`':
				c = '\''
			}
			dst = append(dst, c)
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		switch {
		case r >= latinFrom && r < latinFrom+rune(len(latin)) && latin[r-latinFrom] != '.':
			dst = append(dst, latin[r-latinFrom])
		case r == '’' || r == '‘':
			dst = append(dst, '\'')
		case r == '–' || r == '—':
			dst = append(dst, '-')
		case r == '“' || r == '”' || r == '«' || r == '»':
			dst = append(dst, s[i:i+n]...)
		default:
			dst = appendFoldSlow(dst, s[i:i+n])
		}
		i += n
	}
	return dst
}

// appendFoldSlow folds any rune by Unicode's tables.
func appendFoldSlow(dst []byte, s string) []byte {
	var buf [32]byte
	for b := norm.NFKD.AppendString(buf[:0], s); len(b) > 0; {
		r, n := utf8.DecodeRune(b)
		b = b[n:]
		r = unicode.ToLower(r)
		if unicode.Is(unicode.Mn, r) {
			continue
		}
		if p, ok := plain[r]; ok {
			dst = append(dst, p...)
			continue
		}
		dst = utf8.AppendRune(dst, r)
	}
	return dst
}
