package extract

import (
	"strings"
	"unicode/utf8"
)

// datedPart tells that one of the parts of a line, between bars, dashes, brackets and commas, is a day and nothing else, and how many words the longest
// of its other parts has: Harbour Letter — issue 212 — 29 July; (M. Tamm, 24 April 2023).
func (b *block) datedPart() (ok bool, longest int) {
	const most = 24 // words of such a line
	if b.digits == 0 || b.words > most {
		return false, 0
	}
	for rest := b.text; rest != ""; {
		n, gap := partEnd(rest)
		part := strings.TrimSpace(rest[:n])
		rest = rest[n+gap:]
		switch {
		case part == "":
		case !ok && dayAlone(part):
			ok = true
		default:
			longest = max(longest, countWords(part))
		}
	}
	return ok, longest
}

// partEnd is how many bytes the first part of a line has, and how many the mark behind it.
func partEnd(s string) (n, gap int) {
	for i := range len(s) {
		spaced := i > 0 && s[i-1] == ' '
		switch c := s[i]; {
		case c == '|' || c == ',' || c == '(' || c == ')' || c == '[' || c == ']' || c == ';':
			return i, 1
		case (c == '-' || c == '/') && spaced && i+1 < len(s) && s[i+1] == ' ':
			return i, 1
		case (c == 0xE2 || c == 0xC2) && (separates(s, i) || spaced && (strings.HasPrefix(s[i:], "–") || strings.HasPrefix(s[i:], "—"))):
			_, w := utf8.DecodeRuneInString(s[i:])
			return i, w
		case c == '.' && i > 3 && i+1 < len(s) && s[i+1] == ' ' && asciiLetter(s[i-1]) && asciiLetter(s[i-2]) && asciiLetter(s[i-3]) && asciiLetter(s[i-4]):
			return i, 1 // Recorded in Vilnius. Out 14 June
		}
	}
	return len(s), 0
}

// dayAlone tells that a part of a line is a day, with a weekday, a clock or one word in front of it: Tuesday 13 June; Sent Sunday 18 February; 28 de maio de 2024.
func dayAlone(part string) bool {
	var buf [32]byte
	table, other, words, day, last := markers().stamped, 0, 0, false, ""
	for i, j := wordAt(part, 0); i < j; i, j = wordAt(part, j) {
		w := part[i:j]
		words++
		last = w
		digits := digitsIn(w)
		day = day || digits > 0 && digits <= 2
		if digits == 0 && len(w) > 1 && !fillers.has(w) && (!table.may(w) || !table.words[string(lowerHead(&buf, w))]) {
			if other++; words > 1 || len(w) > 8 {
				other++
			}
		}
	}
	p := block{text: part, facts: facts{digits: digitsIn(part)}}
	switch {
	case other == 0 || other == 1 && words > 2:
		return day && p.dated()
	case !digit(part[0]) || words > 6 || len(last) != 4 || last[0] != '2' || digitsIn(last) != 4:
		return false
	}
	return day // in another language
}

// partlyDated tells that one of the parts of a line is a day, and that none is so long that it may be a headline.
func (b *block) partlyDated() bool {
	dated, longest := b.datedPart()
	return dated && longest <= 8
}

// dashed tells that a dash or a bar stands between parts of a line, as hardly in a sentence: Radio One — Bulletin, 24 April 2023, edition of 5.30 p.m.
func (b *block) dashed() bool {
	return b.seps > 0 || strings.Contains(b.text, " — ") || strings.Contains(b.text, " – ") || strings.Contains(b.text, " - ")
}

// signed tells that a line is a day and short parts, as below a report: (M. Tamm, 24 April 2023).
func (b *block) signed() bool {
	dated, longest := b.datedPart()
	return dated && longest <= maxPart
}
