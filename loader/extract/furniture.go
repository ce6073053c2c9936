package extract

import (
	"math/bits"
	"strings"
	"unicode/utf8"
)

// facts are what a line looks like, gathered in one walk over its bytes.
type facts struct {
	words  int
	digits int
	seps   int  // bars, bullets and the like between its parts
	stops  int  // sentences that end inside it
	ends   bool // ends like a sentence; what ends with a question is as often a headline
	points bool // ends with a point, and not with another mark
	bullet bool
	marker markerKind
}

// What lineFacts tells of a byte.
const (
	byteInk   uint8 = 1 << iota // is no space
	byteDigit                   // 0 to 9
	byteMark                    // may stand between the parts of a line
	byteStop                    // may end a sentence
)

var byteKind = func() (t [256]uint8) {
	for c := range t {
		t[c] = byteInk
		switch {
		case c == ' ' || c == '\t' || c == '\n' || c == '\r':
			t[c] = 0
		case c >= '0' && c <= '9':
			t[c] |= byteDigit
		case c == '|' || c == '/' || c == '>' || c == 0xE2 || c == 0xC2:
			t[c] |= byteMark
		case c == '.' || c == '!' || c == '?':
			t[c] |= byteStop
		}
	}
	return t
}()

// count walks over the bytes of a line: words, figures, marks between its parts and ends of sentences. small is the line in small letters.
func (f *facts) count(l string, small []byte) {
	in := uint64(0) // 0x80 inside a word
	for i := 0; i < len(l); {
		to := len(l)
		if i+8 <= len(l) {
			if ink, spaces := inkAndSpaces(load8(small, i)); ink|spaces == highBits { // most of a line
				f.words += bits.OnesCount64(ink &^ (ink<<8 | in))
				in = ink >> 56
				i += 8
				continue
			}
			to = i + 8
		}
		for ; i < to; i++ {
			k := byteKind[l[i]]
			if k == 0 {
				in = 0
				continue
			}
			if in == 0 {
				f.words++
				in = 0x80
			}
			if k != byteInk {
				f.note(l, i, k)
			}
		}
	}
}

// note takes down a figure, a mark or the end of a sentence at byte i.
func (f *facts) note(l string, i int, k uint8) {
	if k&byteDigit != 0 {
		f.digits++
	}
	if k&byteMark != 0 && separates(l, i) {
		f.seps++
	}
	if k&byteStop != 0 && i > 0 && i+1 < len(l) && byteKind[l[i+1]] == 0 {
		f.stops++
	}
}

// inkAndSpaces tells which of eight bytes are small letters of ASCII, brackets, apostrophes, commas or hyphens, and which are spaces, each by its
// upper bit.
func inkAndSpaces(w uint64) (ink, spaces uint64) {
	low := w &^ highBits
	letters := (low + (0x80-'a')*lowBits) &^ (low + (0x7f-'z')*lowBits)
	marks := (low + (0x80-'\'')*lowBits) &^ (low + (0x7f-'-')*lowBits)
	other := w ^ ' '*lowBits
	return (letters | marks) &^ w & highBits, ^((other&^highBits + 0x7f*lowBits) | other) & highBits
}

// lineFacts looks at a line, which small has in small letters, or as it is: that takes longer.
func lineFacts(l string, small []byte) facts {
	var f facts
	f.count(l, small)
	f.bullet = bulleted(l)
	end := len(l)
	for end > 0 && strings.IndexByte(` "')]*_`, l[end-1]) >= 0 || end > 2 && (l[end-3:end] == "”" || l[end-3:end] == "’") || end > 1 && l[end-2:end] == "»" {
		if l[end-1] < utf8.RuneSelf {
			end--
			continue
		}
		_, n := utf8.DecodeLastRuneInString(l[:end])
		end -= n
	}
	r, _ := utf8.DecodeLastRuneInString(l[:end])
	f.ends = r == '.' || r == '!' || r == '…' || f.words >= 9 && (r == ':' || r == ';' || r == ',')
	f.points = r == '.'
	f.marker = marker(l, &f)
	return f
}

// separates tells that the mark at i stands between two parts of a line: a bar, a bullet, a triangle, a slash between spaces.
func separates(l string, i int) bool {
	spaced := i > 0 && l[i-1] == ' ' && i+1 < len(l) && l[i+1] == ' '
	switch l[i] {
	case '|':
		return true
	case '/', '>':
		return spaced
	case 0xE2: // • › ▌ ▸
		return i > 0 && i+2 < len(l) && (l[i+1] == 0x80 && (l[i+2] == 0xA2 || l[i+2] == 0xBA) || l[i+1] == 0x96)
	case 0xC2: // ·
		return i > 0 && l[i-1] == ' ' && i+1 < len(l) && l[i+1] == 0xB7
	}
	return false
}

// prose tells that a line reads like running text: enough words, and the end of a sentence.
func (f *facts) prose() bool {
	return f.words >= 9 && f.seps < 2 && (f.ends || f.words >= 28)
}

// headline tells that a line is short enough for a headline and may be one.
func (b *block) headline() bool { return b.words <= 30 && b.stops == 0 }

// listed tells that a line is a row of headlines, links or figures.
func (f *facts) listed() bool { return f.seps >= 2 && !f.points }

// rule tells that a line is only drawn: ***, ---, * * *.
func (b *block) rule() bool {
	for i := range len(b.text) {
		if wordByte[b.text[i]] && b.text[i] < utf8.RuneSelf {
			return false
		}
	}
	return b.words <= 5
}

func bulleted(l string) bool {
	if c := l[0] | 0x20; c >= 'a' && c <= 'z' {
		return false
	}
	for _, p := range [...]string{"- ", "– ", "— ", "• ", "* ", "● ", "+ ", "> ", "» ", "~ ", "▪ ", "■ ", "▸ ", "❐ ", "♦ ", "→ ", "› ", ">> "} {
		if strings.HasPrefix(l, p) {
			return true
		}
	}
	return len(l) > 2 && l[0] >= '0' && l[0] <= '9' && (l[1] == '.' && l[2] == ' ' || l[1] == ')' || l[2] == '.' && len(l) > 3 && l[3] == ' ')
}

// countWords counts the words of a line, roughly: runs between spaces.
func countWords(s string) int {
	n, in := 0, false
	for i := range len(s) {
		sp := s[i] == ' ' || s[i] == '\t' || s[i] == '\n'
		if !sp && !in {
			n++
		}
		in = !sp
	}
	return n
}

// lowerHead writes the beginning of a line in small letters, curly apostrophes made straight.
func lowerHead[T interface{ *[32]byte | *[48]byte }](buf T, l string) []byte {
	var out []byte
	switch b := any(buf).(type) {
	case *[32]byte:
		out = b[:0]
	case *[48]byte:
		out = b[:0]
	}
	for i := 0; i < len(l) && len(out) < cap(out); i++ {
		c := l[i]
		switch {
		case c >= 'A' && c <= 'Z':
			c |= 0x20
		case c == 0xE2 && i+2 < len(l) && l[i+1] == 0x80 && (l[i+2] == 0x99 || l[i+2] == 0x98):
			c = '\''
			i += 2
		}
		out = append(out, c)
	}
	return out
}

func firstWord(s string) string {
	word, _, _ := strings.Cut(s, " ")
	return word
}

// wordAt returns where the first word from byte i begins and ends; both are the length of s where there is none.
func wordAt[T string | []byte](s T, i int) (from, to int) {
	for i < len(s) && !isWordByte(s[i]) {
		i++
	}
	from = i
	for i < len(s) && isWordByte(s[i]) {
		i++
	}
	return from, i
}

// holds tells that one of the phrases stands in a block, on word boundaries at its front.
func (b *block) holds(set *phraseSet) bool {
	t := b.small
	var j int
	for i := 0; i < len(t); i = j + 1 {
		if j = i + plainPrefix(load8(t, i)); j == i+8 {
			for plainByte[t[:cap(t)][j]] {
				j++
			}
		}
		if j = min(j, len(t)); j == i || !set.mayBe(j-i, t[i], t[j-1]) {
			continue
		}
		for _, p := range set.phrases[string(t[i:j])] {
			if beginsWith(t[i:], p) {
				return true
			}
		}
	}
	return false
}

// beginsWith tells that a text in small letters begins with a phrase, whose apostrophes may be curly in the text.
func beginsWith(t []byte, phrase string) bool {
	at := 0
	for k := range len(phrase) {
		n := 1
		if phrase[k] == '\'' && at+2 < len(t) && t[at] == 0xE2 && t[at+1] == 0x80 && (t[at+2] == 0x98 || t[at+2] == 0x99) {
			n = 3
		} else if at >= len(t) || t[at] != phrase[k] {
			return false
		}
		at += n
	}
	return true
}

// banner tells that a block above the text is a notice of the page: cookies, log in, subscribe.
func (b *block) banner() bool { return b.words <= 70 && b.holds(markers().banner) }

// footer tells that a block below the text is about the author, the paper or the page.
func (b *block) footer() bool {
	return b.words <= 40 && (b.holds(markers().foot) || strings.Contains(b.text, "@") || strings.Contains(b.text, "©") || strings.Contains(b.text, "http"))
}

// outlet tells how much a line looks like the name of a paper, an agency or a section: 0, 3 or 6.
func (b *block) outlet() int {
	switch {
	case b.words > 9 || b.ends || !b.hasWord(markers().outlet):
		return 0
	case b.words > 5:
		return 3
	}
	return 6
}

func (b *block) hasWord(set *wordSet) bool {
	var buf [32]byte
	for i, j := wordAt(b.text, 0); i < j; i, j = wordAt(b.text, j) {
		if w := b.text[i:j]; set.may(w) && set.words[string(lowerHead(&buf, w))] {
			return true
		}
	}
	return false
}

// stamp tells that a line is a date, a byline, a counter or navigation: most of its words are
// such as stamps are made of.
func (b *block) stamp() bool { return b.stampness() > 0 }

// stampness is 0 for no stamp, 1 for one with other words in it, 2 for one that is nothing else.
func (b *block) stampness() int {
	if b.words > 18 {
		return 0
	}
	known, other := 0, 0
	var buf [32]byte
	table := markers().stamped
	for i := 0; i < len(b.text); {
		if !isWordByte(b.text[i]) {
			if b.text[i] == '@' {
				known++
			}
			i++
			continue
		}
		j := i
		for j < len(b.text) && (isWordByte(b.text[j]) || b.text[j] == '.' && j+1 < len(b.text) && isWordByte(b.text[j+1])) {
			j++
		}
		w := b.text[i:j]
		switch {
		case i == 0 && strings.EqualFold(w, "by") && b.words <= 12:
			return 2
		case digit(w[0]) || table.may(w) && table.words[string(lowerHead(&buf, w))]:
			known++
		case len(w) > 3 || !fillers.may(w) || !fillers.words[string(lowerHead(&buf, w))]:
			other++
		}
		i = j
	}
	switch {
	case known >= 1 && other*2 <= known || b.seps >= 3:
		return 2
	case known >= 2 && (other <= known && !b.prose() || b.seps >= 2):
		return 1
	}
	return 0
}

// stampLine tells that a line inside or below the text is a day of publication: nothing else, and no sentence.
func (b *block) stampLine() bool {
	if b.seps >= 2 && b.words <= 24 && b.digits > 0 && b.stampBetweenBars() {
		return true
	}
	return b.words <= 18 && b.dated() && (b.stampness() == 2 && !b.points || b.stamp() && b.published())
}

// stampBetweenBars tells that one of the parts of a line is a stamp: A day at court | Tuesday, 24 April 2023 | Translated from the Danish.
func (b *block) stampBetweenBars() bool {
	for part := range strings.SplitSeq(b.text, "|") {
		if p := (block{text: strings.TrimSpace(part)}); len(p.text) > 6 {
			p.facts = lineFacts(p.text, []byte(p.text))
			if p.dated() && p.stampness() == 2 || p.partlyDated() {
				return true
			}
		}
	}
	return false
}

// publicationNote tells that a line below the text says when the article appeared: This story was first published on 24 April.
func (b *block) publicationNote() bool {
	var buf [32]byte
	switch firstWord(string(lowerHead(&buf, strings.TrimLeft(b.text, "*([_ ")))) {
	case "this", "first", "appeared", "originally", "original", "published", "posted", "article", "story":
		return b.dated() && b.published()
	}
	return false
}

var fillers = setOf("the", "in", "of", "on", "at", "to", "a", "and", "for")

// dated tells that a stamp carries a day: a name of a month with a figure, or 13.04.2023.
func (b *block) dated() bool {
	if b.digits == 0 {
		return false
	}
	t := b.text
	for i := 1; i+2 < len(t); i++ {
		if c := t[i]; (c == '.' || c == '/' || c == '-') && digit(t[i-1]) && digit(t[i+1]) {
			for j := i + 1; j < len(t) && j <= i+3; j++ {
				if t[j] == c && j+1 < len(t) && digit(t[j+1]) {
					return true
				}
			}
		}
	}
	return b.hasWord(monthWords())
}

func digit(c byte) bool { return c >= '0' && c <= '9' }

// published tells that a stamp says what it is.
func (b *block) published() bool {
	return b.words <= 18 && b.hasWord(publishedWords)
}

var publishedWords = setOf("published", "posted", "publication", "appeared")
