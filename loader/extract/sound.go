package extract

import (
	"bytes"
	"strings"

	"entente/text"
)

// appendSound appends one spelling for the usual transliterations of a surname:
// Zelensky, Zelenskyy, Zelenskiy, Zelenskyj, Selenskyj.
func appendSound(dst []byte, w string) []byte {
	var buf [96]byte
	f := text.AppendFold(buf[:0], w)
	n := 0
	for _, c := range f {
		if c != '\'' && c != '-' && c != '.' {
			f[n] = c
			n++
		}
	}
	f = f[:n]
	if k := bytes.LastIndexByte(f, 's'); k >= 0 && len(f)-k <= 4 && ending(string(f[k:])) {
		f = append(f[:k], "ski"...)
	}
	from := len(dst)
	for i := 0; i < len(f); {
		size, sound := soundAt(f[i:])
		dst = append(dst, sound...)
		i += size
	}
	if s := dst[from:]; len(s) > 0 && s[0] == 's' && bytes.HasSuffix(s, []byte("ski")) {
		s[0] = 'z' // Selenskyj is German for Zelensky
	}
	n = from
	last := byte(0)
	for _, c := range dst[from:] { // one letter for two of a kind
		if c == 'y' || c == 'j' {
			c = 'i'
		}
		if c != last {
			dst[n] = c
			n++
		}
		last = c
	}
	return dst[:n]
}

// ending tells that a word ends in -ski, as people write it.
func ending(s string) bool {
	switch s {
	case "skyy", "skiy", "skyi", "skyj", "skij", "skii", "sky", "ski":
		return true
	}
	return false
}

// soundPairs are groups of letters that sound like others, by their first letter; the first that fits counts.
var soundPairs = [256][][2]string{
	'a': {{"ae", "a"}},
	'c': {{"ck", "k"}},
	'd': {{"dj", "j"}},
	'k': {{"kh", "h"}},
	'o': {{"ou", "u"}, {"oe", "o"}},
	'p': {{"ph", "f"}},
	'q': {{"q", "k"}},
	's': {{"sch", "sh"}},
	't': {{"tsch", "ch"}, {"tch", "ch"}, {"ts", "c"}, {"tz", "c"}},
	'u': {{"ue", "u"}},
	'w': {{"w", "v"}},
	'x': {{"x", "ks"}},
	'z': {{"zh", "j"}},
}

// soundAt returns the sound at the beginning of w and how many bytes it takes.
func soundAt(w []byte) (int, string) {
	for i := range soundPairs[w[0]] {
		if p := &soundPairs[w[0]][i]; len(w) >= len(p[0]) && string(w[:len(p[0])]) == p[0] {
			return len(p[0]), p[1]
		}
	}
	return 1, single[w[0] : int(w[0])+1]
}

// single has every byte at its own place.
var single = func() string {
	var b [256]byte
	for i := range b {
		b[i] = byte(i)
	}
	return string(b[:])
}()

// soundMin is the length from which a surname may be told by its sound.
const soundMin = 6

// silent is the number of a sound that several surnames share.
const silent = ^uint32(0)

// addSound enters a surname of one word by its sound; two surnames of one sound cancel each other.
func (l *lexicon) addSound(surname string) {
	if len(surname) < soundMin || strings.ContainsAny(surname, " -'") {
		return
	}
	var buf [96]byte
	w := l.word(foldWord(buf[:], surname))
	switch old := l.sounds.slot(appendSound(buf[:0], surname)); {
	case *old == 0:
		*old = w // the first spelling, for the full name is entered with it
	case *old != silent && *old != w && !l.sharePerson(*old, w):
		*old = silent
	}
}

// sharePerson tells that two words are surnames of one person.
func (l *lexicon) sharePerson(a, b uint32) bool {
	for _, x := range l.entries(l.rows[a].root) {
		for _, y := range l.entries(l.rows[b].root) {
			if x.kind == entrySurname && y.kind == entrySurname && x.index == y.index {
				return true
			}
		}
	}
	return false
}

// sounds returns the word of the lexicon that sounds like an unknown capitalised word, 0 for none.
func (d *document) sounds(w string) uint32 {
	if len(w) > 64 {
		return 0
	}
	n := d.lex.sounds.get(appendSound(d.buf[:0], w))
	if n == silent {
		return 0
	}
	return n
}
