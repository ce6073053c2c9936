package extract

import (
	"strings"

	"entente/text"
)

// soundOf returns one spelling for the usual transliterations of a surname:
// Zelensky, Zelenskyy, Zelenskiy, Zelenskyj, Selenskyj.
func soundOf(w string) string {
	w = text.Fold(w)
	w = strings.NewReplacer("'", "", "-", "", ".", "").Replace(w)
	for _, end := range [...]string{"skyy", "skiy", "skyi", "skyj", "skij", "skii", "sky", "ski"} {
		if strings.HasSuffix(w, end) {
			w = strings.TrimSuffix(w, end) + "ski"
			break
		}
	}
	w = soundPairs.Replace(w)
	if strings.HasPrefix(w, "s") && strings.HasSuffix(w, "ski") {
		w = "z" + w[1:] // Selenskyj is German for Zelensky
	}
	var b strings.Builder
	last := byte(0)
	for i := range len(w) {
		c := w[i]
		if c == 'y' || c == 'j' {
			c = 'i'
		}
		if c != last {
			b.WriteByte(c)
		}
		last = c
	}
	return b.String()
}

var soundPairs = strings.NewReplacer("tsch", "ch", "tch", "ch", "sch", "sh", "kh", "h", "zh", "j", "ph", "f", "ck", "k", "dj", "j", "ts", "c", "tz", "c", "ou", "u", "oe", "o", "ae", "a", "ue", "u", "w", "v", "q", "k", "x", "ks")

// soundMin is the length from which a surname may be told by its sound.
const soundMin = 6

// addSound enters a surname of one word by its sound; two surnames of one sound cancel each other.
func (l *lexicon) addSound(surname string) {
	if len(surname) < soundMin || strings.ContainsAny(surname, " -'") {
		return
	}
	w := l.word(string(foldWord(nil, surname)))
	key := soundOf(surname)
	switch old, ok := l.sounds[key]; {
	case !ok:
		l.sounds[key] = w // the first spelling, for the full name is entered with it
	case old != 0 && old != w && !l.sharePerson(old, w):
		l.sounds[key] = 0
	}
}

// sharePerson tells that two words are surnames of one person.
func (l *lexicon) sharePerson(a, b uint32) bool {
	for _, x := range l.out[l.root[a]] {
		for _, y := range l.out[l.root[b]] {
			if x.kind == entrySurname && y.kind == entrySurname && x.index == y.index {
				return true
			}
		}
	}
	return false
}

// sounds returns the word of the lexicon that sounds like an unknown capitalised word, 0 for none.
func (d *document) sounds(w string) uint32 {
	if n, ok := d.heard[w]; ok {
		return n
	}
	n := d.lex.sounds[soundOf(w)]
	if d.heard == nil || len(d.heard) > 4096 {
		d.heard = map[string]uint32{}
	}
	d.heard[strings.Clone(w)] = n
	return n
}
