package extract

import (
	"slices"
	"strings"
	"unicode/utf8"

	"entente/text"
)

// sentence is a run of tokens of one line (or wrapped paragraph) in one zone.
type sentence struct {
	first, last int // tokens, last exclusive
	from, to    int // items, to exclusive
	zone        zoneMark
	para        int // number of the paragraph
	index       int // number of the sentence in the text, from 1; 0 above it
	paraFirst   bool
	marks       mark    // of any of its words
	kinds       kindSet // of its items; set by survey, as is what follows
	named       int     // people and roles among them
	date, dated int     // its dates: the first, and behind the last
	note, noted int     // likewise its tokens in document.noted
	cls         class   // classes of any of them
}

// abbreviation tells that a point behind a word, given in small letters, ends no sentence.
func abbreviation(w string) bool {
	switch w {
	case "mr", "mrs", "ms", "dr", "gen", "sen", "gov", "st", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct",
		"nov", "dec", "no", "vs", "prof", "rep", "lt", "col", "maj", "capt", "ca", "approx", "hon", "rev", "bros", "inc", "ltd", "co",
		"dept", "mon", "tue", "tues", "wed", "thu", "thurs", "fri", "sat", "sun", "dir", "amb", "sec", "ie", "eg":
		return true
	}
	return false
}

// tokenize cuts every line that is read into sentences and tokens.
func (d *document) tokenize() {
	d.tokens, d.sents, d.noted = d.tokens[:0], d.sents[:0], d.noted[:0]
	if len(d.text) > longText {
		d.makeRoom()
	}
	para, index := 0, 0
	for i, l := range d.lines {
		if l.blank || l.joined {
			continue
		}
		end := l.end
		for j := i + 1; j < len(d.lines) && d.lines[j].joined; j++ {
			end = d.lines[j].end
		}
		switch l.zone {
		case zoneTail, zoneCaption:
			continue
		case zoneProse, zoneBackground, zoneTitle, zoneStamp, zoneHeading:
		}
		para++
		before := len(d.sents)
		d.tokenizeSpan(l.start, end, l.zone, para)
		for k := before; k < len(d.sents); k++ {
			if l.zone == zoneProse || l.zone == zoneBackground {
				index++
			}
			d.sents[k].index = index
			d.sents[k].paraFirst = k == before
		}
	}
}

// makeRoom makes room for all tokens and sentences of a long text: growing slices take more than twice what they hold.
func (d *document) makeRoom() {
	n, _ := text.Pieces(d.text, len(d.text))
	ends := len(d.lines) + n/longestSentence
	for _, mark := range []string{".", "!", "?", "…"} {
		ends += strings.Count(d.text, mark)
	}
	d.tokens, d.sents = slices.Grow(d.tokens, n), slices.Grow(d.sents, min(n, ends))
}

// What tokenizeSpan tells of a byte.
const (
	charSpace  uint8 = iota
	charPlain        // a letter or digit of ASCII
	charLetter       // the first byte of what may be a letter beyond ASCII
	charMark         // punctuation
)

var charKind = func() (t [256]uint8) {
	for c := range t {
		switch {
		case c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '*': // an asterisk is emphasis, no mark of its own
		case c < utf8.RuneSelf && wordByte[c]:
			t[c] = charPlain
		case c >= 0xC3 && c != 0xE2 && c != 0xF0:
			t[c] = charLetter
		default:
			t[c] = charMark
		}
	}
	return t
}()

// longestSentence is where a sentence without end is cut, in words and marks: rules look back to its beginning, and a text may be a megabyte.
const longestSentence = 800

// tokenizeSpan cuts one paragraph.
func (d *document) tokenizeSpan(from, to int, zone zoneMark, para int) {
	first, begun, note := len(d.tokens), len(d.tokens), len(d.noted)
	quoteOn := false
	closeSentence := func() {
		if len(d.tokens) > first {
			d.tokens[first].flags |= flagSentence
			d.sents = append(d.sents, sentence{first: first, last: len(d.tokens), zone: zone, para: para, marks: d.marked, note: note, noted: len(d.noted)})
			first, note, d.marked = len(d.tokens), len(d.noted), 0
		}
	}
	for i := from; i < to; {
		switch charKind[d.bytes[i]] {
		case charPlain:
			if i = d.word(i, quoteOn); i >= to || d.bytes[i] != ' ' {
				continue
			}
			fallthrough // as behind most words
		case charSpace:
			if i++; len(d.tokens)-first >= longestSentence {
				closeSentence()
			}
			continue
		case charLetter:
			if n, ok := letterAt(d.text, i); ok {
				i = d.word(i, quoteOn)
			} else {
				i += n
			}
			continue
		}
		if d.text[i] == '-' && d.joins(i, from, to) {
			i++ // a hyphen inside a word: the next token carries flagHyphen
			continue
		}
		var ends bool
		i, ends = d.mark(i, from, to, &quoteOn)
		ends = ends && d.sentenceEnds(i, to, len(d.tokens)-2) && (first > begun || !d.lineOn(begun, d.text[i:to]))
		if ends || len(d.tokens)-first >= longestSentence {
			i = d.closers(i, to, &quoteOn)
			closeSentence()
		}
	}
	closeSentence()
}

// lineOn tells that a point behind the first words of a paragraph belongs to a dateline that goes on: Moscow. September 1. EastWire (…).
func (d *document) lineOn(begun int, rest string) bool {
	const mostWords, reach = 8, 48
	n := len(d.tokens) - begun
	if n < 2 || n > mostWords {
		return false
	}
	for k := begun; k < len(d.tokens); k++ {
		if t := &d.tokens[k]; !t.is(flagPunct|flagNumber) && !t.capital() {
			return false
		}
	}
	if !strings.ContainsAny(rest[:min(len(rest), reach)], "-–—(") {
		return false
	}
	last := d.tokens[len(d.tokens)-2]
	if last.is(flagNumber) && n > 2 {
		return monthAhead(d.text[d.tokens[len(d.tokens)-3].start:])
	}
	rest = strings.TrimLeft(rest, " ")
	return rest != "" && asciiLetter(rest[0]) && monthAhead(rest)
}

// joins tells that the hyphen at i stands between two words without spaces.
func (d *document) joins(i, from, to int) bool {
	return i > from && i+1 < to && d.text[i-1] != ' ' && d.text[i+1] != ' '
}

// mark adds the mark of punctuation at i and returns the byte behind it, and whether a sentence may end there.
func (d *document) mark(i, from, to int, quoteOn *bool) (next int, ends bool) {
	c, n := d.text[i], 1
	ends = c == '.' || c == '!' || c == '?'
	switch {
	case c == '"':
		*quoteOn = !*quoteOn
	case c >= utf8.RuneSelf:
		var r rune
		r, n = utf8.DecodeRuneInString(d.text[i:to])
		c = '*'
		switch r {
		case '“', '«', '„':
			*quoteOn = true
			c = '"'
		case '”', '»':
			*quoteOn = false
			c = '"'
		case '—':
			c = '-'
		case '–':
			c = '-'
			if i > from && d.text[i-1] != ' ' && i+n < to && d.text[i+n] != ' ' {
				c = '~' // a range: 15–16 June
			}
		case '…':
			c = '.'
			ends = true
		}
	}
	f := flagPunct
	if *quoteOn {
		f |= flagQuoted
	}
	d.tokens = append(d.tokens, token{start: int32(i), end: int32(i + n), word: uint32(c), flags: f}) //nolint:gosec // articles are capped far below 2 GB.
	return i + n, ends
}

// closers passes over closing quotes and brackets, which belong to the sentence.
func (d *document) closers(i, to int, quoteOn *bool) int {
	for i < to {
		r, m := utf8.DecodeRuneInString(d.text[i:to])
		switch r {
		case '"', '”', '»':
			*quoteOn = false
		case '’', ')', '\'':
		default:
			return i
		}
		i += m
	}
	return i
}

// oddByte marks what may go on with a word of plain letters.
var oddByte = func() (t [256]bool) {
	for c := range t {
		t[c] = c >= utf8.RuneSelf || c == '\'' || c == '`' || c == '.'
	}
	return t
}()

// plainByte marks the small letters and digits of ASCII.
var plainByte = func() (t [256]bool) {
	for c := range t {
		t[c] = c >= '0' && c <= '9' || c >= 'a' && c <= 'z'
	}
	return t
}()

// sentenceEnds tells that a point before byte i, behind token k, ends a sentence.
func (d *document) sentenceEnds(i, to, k int) bool {
	s := d.text
	if i >= to {
		return true
	}
	j := i
	for j < to {
		r, m := utf8.DecodeRuneInString(s[j:to])
		if r != '”' && r != '"' && r != '’' && r != ')' && r != '»' && r != '\'' {
			break
		}
		j += m
	}
	if j < to && s[j] != ' ' && s[j] != '\n' {
		return false
	}
	for j < to && (s[j] == ' ' || s[j] == '\n') {
		j++
	}
	if j >= to {
		return true
	}
	if s[j] >= 'a' && s[j] <= 'z' {
		return false
	}
	if k >= 0 && s[i-1] == '.' && int(d.tokens[k].end) == i-1 {
		w := d.small[d.tokens[k].start:d.tokens[k].end]
		if len(w) <= 2 && digit(w[0]) && (monthAhead(s[j:]) || d.foreignAhead(s[j:])) {
			return false // 24. April
		}
		if digit(s[j]) && len(w) >= 3 && len(w) <= 4 && d.lex.shortMonths[w] > 0 {
			return false // 24. Dez. 2023
		}
		if abbreviation(w) && (w != "no" || s[j] >= '0' && s[j] <= '9') || len(w) == 1 && asciiLetter(w[0]) && d.tokens[k].capital() {
			return false
		}
	}
	return true
}

// words returns the text of tokens i up to, not including, j.
func (d *document) span(i, j int) string {
	if i >= j {
		return ""
	}
	return d.text[d.tokens[i].start:d.tokens[j-1].end]
}
