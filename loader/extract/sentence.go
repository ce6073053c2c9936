package extract

import (
	"strings"
	"unicode/utf8"

	"entente/loader/gazetteer"
	"entente/model"
)

// sentence is a run of tokens of one line (or wrapped paragraph) in one zone.
type sentence struct {
	first, last int // tokens, last exclusive
	from, to    int // items, to exclusive
	zone        zoneMark
	para        int // number of the paragraph
	index       int // number of the sentence in the text, from 1; 0 above it
	paraFirst   bool
}

// document is an article while it is read. Its slices are reused from one article to the next.
type document struct {
	lex      *lexicon
	g        *gazetteer.Gazetteer
	text     string
	offset   int // bytes of a headline that was put in front of the article's text
	lines    []line
	tokens   []token
	sents    []sentence
	items    []item
	people   []person
	named    []int32 // people of the gazetteer whom the article names in full
	dates    []dateExpr
	headings []int // dates that stand as headings inside the text
	years    map[yearKey]yearFound
	spots    []spot      // every place that the text names
	places   []candidate // of the event that is being placed
	hero     int32       // whom the article names most; -1 for nobody
	speaker  int32       // who says I and we; -1 for nobody
	stamp    stamp       // the date taken for the publication day; its expr is -1 where the text has none
	dated    bool        // the publication day was told beside the text
	today    model.Date  // the day from which offices are judged until the publication day is known
	buf      [128]byte
	heard    map[string]uint32 // unknown words, by the surname that they sound like
	slow     map[string]uint32 // words with bytes beyond ASCII, already folded
}

// abbreviations after which a point ends no sentence.
var abbreviations = map[string]bool{
	"mr": true, "mrs": true, "ms": true, "dr": true, "gen": true, "sen": true, "gov": true, "st": true, "jan": true, "feb": true,
	"mar": true, "apr": true, "jun": true, "jul": true, "aug": true, "sept": true, "sep": true, "oct": true, "nov": true, "dec": true,
	"no": true, "vs": true, "prof": true, "rep": true, "lt": true, "col": true, "maj": true, "capt": true, "ca": true, "approx": true,
	"hon": true, "rev": true, "bros": true, "inc": true, "ltd": true, "co": true, "dept": true, "mon": true, "tue": true, "tues": true,
	"wed": true, "thu": true, "thurs": true, "fri": true, "sat": true, "sun": true, "dir": true, "amb": true, "sec": true, "ie": true, "eg": true,
}

// tokenize cuts every line that is read into sentences and tokens.
func (d *document) tokenize() {
	d.tokens, d.sents = d.tokens[:0], d.sents[:0]
	para, index := 0, 0
	for i := 0; i < len(d.lines); i++ {
		l := d.lines[i]
		if l.blank {
			continue
		}
		end := l.end
		if !l.joined {
			for j := i + 1; j < len(d.lines) && d.lines[j].joined; j++ {
				end = d.lines[j].end
			}
		} else {
			continue
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

// tokenizeSpan cuts one paragraph.
func (d *document) tokenizeSpan(from, to int, zone zoneMark, para int) {
	s := d.text
	first := len(d.tokens)
	quoteOn := false
	closeSentence := func() {
		if len(d.tokens) > first {
			d.tokens[first].flags |= flagSentence
			d.sents = append(d.sents, sentence{first: first, last: len(d.tokens), zone: zone, para: para})
			first = len(d.tokens)
		}
	}
	for i := from; i < to; {
		c := s[i]
		if c == ' ' || c == '\n' || c == '\t' || c == '\r' {
			i++
			continue
		}
		if c < utf8.RuneSelf && wordByte[c] || c >= 0xC3 && c != 0xE2 && c != 0xF0 {
			if n, ok := letterAt(s, i); ok {
				i = d.word(i, quoteOn)
				continue
			} else if c >= utf8.RuneSelf {
				i += n
				continue
			}
		}
		n := 1
		if c >= utf8.RuneSelf {
			_, n = utf8.DecodeRuneInString(s[i:to])
		}
		mark := s[i : i+n]
		switch mark {
		case `"`:
			quoteOn = !quoteOn
		case "“", "«", "„":
			quoteOn = true
		case "”", "»":
			quoteOn = false
		}
		b := c
		switch mark {
		case "–", "—":
			b = '-'
			if i > from && s[i-1] != ' ' && i+n < to && s[i+n] != ' ' && mark == "–" {
				b = '~' // a range: 15–16 June
			}
		case "…":
			b = '.'
		case "“", "”", "«", "»", "„":
			b = '"'
		default:
			if c >= utf8.RuneSelf {
				b = '*'
			}
		}
		if c == '-' && i > from && i+1 < to && s[i-1] != ' ' && s[i+1] != ' ' {
			i++ // a hyphen inside a word: the next token carries flagHyphen
			continue
		}
		f := flagPunct
		if quoteOn {
			f |= flagQuoted
		}
		d.tokens = append(d.tokens, token{start: int32(i), end: int32(i + n), word: uint32(b), flags: f}) //nolint:gosec // articles are capped far below 2 GB.
		i += n
		if (c == '.' || c == '!' || c == '?' || mark == "…") && d.sentenceEnds(i, to, len(d.tokens)-2) {
			for i < to { // closing quotes and brackets belong to the sentence
				r, m := utf8.DecodeRuneInString(s[i:to])
				if r != '”' && r != '"' && r != '’' && r != ')' && r != '»' && r != '\'' {
					break
				}
				if r == '"' || r == '”' || r == '»' {
					quoteOn = false
				}
				i += m
			}
			closeSentence()
		}
	}
	closeSentence()
}

// word adds the word that begins at i and returns where the next token may begin.
func (d *document) word(i int, quoted bool) int {
	end, next, poss := wordEnd(d.text, i)
	t := token{start: int32(i), end: int32(end), flags: shape(d.text, i, end)} //nolint:gosec // articles are capped far below 2 GB.
	if poss {
		t.flags |= flagPossessive
	}
	if quoted {
		t.flags |= flagQuoted
	}
	if i > 1 && d.text[i-1] == '-' && d.text[i-2] != ' ' && d.text[i-2] != '\n' {
		t.flags |= flagHyphen
	}
	t.word = d.lookup(d.text[i:end])
	if t.word == 0 && t.capital() && end-i >= soundMin && !t.is(flagAllCaps) {
		t.word = d.sounds(d.text[i:end])
	}
	d.tokens = append(d.tokens, t)
	if next-end >= 3 && strings.HasSuffix(d.text[end:next], "ll") { // he'll: the will is a word of its own
		d.tokens = append(d.tokens, token{start: int32(next - 2), end: int32(next), word: d.lex.words["will"], flags: t.flags & flagQuoted}) //nolint:gosec // as above.
	}
	return max(next, i+1)
}

// lookup returns the number of a word in the lexicon, 0 when it is not there.
func (d *document) lookup(w string) uint32 {
	if len(w) > len(d.buf)-8 {
		return 0
	}
	for i := range len(w) {
		if w[i] >= utf8.RuneSelf {
			if n, ok := d.slow[w]; ok {
				return n
			}
			n := d.lex.words[string(foldSlow(d.buf[:0], w))]
			if d.slow == nil || len(d.slow) > 4096 {
				d.slow = map[string]uint32{}
			}
			d.slow[strings.Clone(w)] = n
			return n
		}
	}
	return d.lex.words[string(foldWord(d.buf[:0], w))]
}

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
		w := strings.ToLower(s[d.tokens[k].start:d.tokens[k].end])
		if abbreviations[w] || len(w) == 1 && asciiLetter(w[0]) && d.tokens[k].capital() {
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
