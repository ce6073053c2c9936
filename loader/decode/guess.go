package decode

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding"
)

// script is how a language is written.
type script uint8

const (
	alphabet   script = iota
	ideographs        // Chinese
	kana              // Japanese: kana, and ideographs between them
	syllables         // Korean
)

// How likely a character of a text is, as a logarithm. Only what is beyond
// ASCII counts, for all encodings agree on the rest; a sum is divided by the
// bytes that it was made of, so that one and two bytes a character compare.
const (
	likeSign    = -2.5 // a dash, a quotation mark
	likeCapital = -2.0 // more than the small letter
	likeOther   = -6.0 // a letter that no such text needs
	likeSymbol  = -7.0 // a box, a fraction
	likeBroken  = -12.0
	likeMixed   = -4.0 // more for a word of two scripts, or a capital inside a word
	likeKana    = -3.5
	likeCommon  = -5.0 // an ideograph or syllable that every page has
	likeRare    = -8.5
)

// guessed is what a text is most likely written in.
type guessed struct {
	name  string
	enc   encoding.Encoding
	score float64
}

// guess chooses the encoding in which the bytes make the most plausible text.
// high tells how many bytes that rests on.
func guess(b []byte) (best guessed, high int) {
	sample := sampleOf(b)
	for _, c := range sample {
		if c >= utf8.RuneSelf {
			high++
		}
	}
	best = guessed{name: guesses[0].name, enc: guesses[0].enc, score: math.Inf(-1)}
	whole := b[:min(len(b), sampleSize)&^1] // two bytes a character: lines are not to be seen
	for i := range guesses {
		g, in := &guesses[i], sample
		if strings.HasPrefix(g.name, "utf-16") {
			in = whole
		}
		if s := likely(decodeTo(in, g.enc), i, len(in)) - g.rare; s > best.score+1e-9 {
			best = guessed{g.name, g.enc, s}
		}
	}
	return best, high
}

// sampleSize is how much of a text is looked at.
const sampleSize = 6 << 10

// sampleOf takes the lines that tell encodings apart, up to that size.
func sampleOf(b []byte) []byte {
	out := make([]byte, 0, sampleSize)
	for len(b) > 0 && len(out) < sampleSize {
		end, high := 0, false
		for end < len(b) && end < sampleSize && (b[end] != '\n' || end == 0) {
			high = high || b[end] >= utf8.RuneSelf
			end++
		}
		if high {
			out = append(out, b[:end]...)
		}
		b = b[end:]
	}
	return out
}

// languageScores has for each guess and language the logarithm of how often each letter occurs.
var languageScores = func() [][]map[rune]float64 {
	out := make([][]map[rune]float64, len(guesses))
	for i, g := range guesses {
		for _, letters := range g.languages {
			m := map[rune]float64{}
			all := []rune(letters)
			sum := 0.0
			for k := range all {
				sum += 1 / float64(k+2)
			}
			for k, r := range all {
				if _, twice := m[r]; twice {
					continue
				}
				if g.script == alphabet {
					m[r] = math.Log(1 / float64(k+2) / sum)
				} else {
					m[r] = likeCommon
				}
			}
			out[i] = append(out[i], m)
		}
	}
	return out
}()

// likely tells how much a text looks like one of the languages of a guess: a mean logarithm, 0 at best.
func likely(s string, guess, size int) float64 {
	best := math.Inf(-1)
	for _, letters := range languageScores[guess] {
		if sum := likelihood(s, guesses[guess].script, letters); sum > best {
			best = sum
		}
	}
	for i := range len(s) {
		if s[i] < utf8.RuneSelf {
			size-- // ASCII is a byte in every encoding
		}
	}
	if size <= 0 {
		return math.Inf(-1)
	}
	return best / float64(size)
}

func likelihood(s string, in script, letters map[rune]float64) float64 {
	sum, before := 0.0, ' '
	for _, r := range s {
		if r >= utf8.RuneSelf {
			sum += like(r, in, letters)
			if mixed(before, r) {
				sum += likeMixed
			}
		} else if mixed(before, r) {
			sum += likeMixed
		}
		before = r
	}
	return sum
}

// mixed tells a capital behind a small letter, and letters of two scripts side by side.
func mixed(a, b rune) bool {
	if a < utf8.RuneSelf && b < utf8.RuneSelf || !unicode.IsLetter(a) || !unicode.IsLetter(b) {
		return false
	}
	return unicode.IsLower(a) && unicode.IsUpper(b) || unicode.Is(unicode.Latin, a) != unicode.Is(unicode.Latin, b)
}

func like(r rune, in script, letters map[rune]float64) float64 {
	if p, ok := letters[r]; ok {
		return p
	}
	switch {
	case r == utf8.RuneError, unicode.Is(unicode.Cc, r), unicode.Is(unicode.Co, r):
		return likeBroken
	case unicode.IsUpper(r):
		if p, ok := letters[unicode.ToLower(r)]; ok {
			return p + likeCapital
		}
		return likeOther + likeCapital
	case sign[r]:
		return likeSign
	case r >= 0x3000 && r <= 0x303f, r >= 0xff01 && r <= 0xff5e:
		if in != alphabet {
			return likeCommon + 1
		}
	case unicode.In(r, unicode.Hiragana, unicode.Katakana) && r < 0xff00:
		if in == kana {
			return likeKana
		}
		return likeRare
	case unicode.In(r, unicode.Han, unicode.Hangul):
		if unicode.Is(unicode.Hangul, r) != (in == syllables) {
			return likeRare - 2
		}
		return likeRare
	case unicode.IsLetter(r), unicode.IsMark(r):
		return likeOther
	}
	return likeSymbol
}

// sign has the signs that prose of any script may have, and that stand beside letters.
var sign = func() map[rune]bool {
	m := map[rune]bool{}
	for _, r := range "–—“”„‘’‚«»…№•¿¡\u00a0\u00ad" {
		m[r] = true
	}
	return m
}()
