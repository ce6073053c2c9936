package extract

import "strings"

// mark is what some stages look for in words of which few texts have many: one look at a byte spares them a look at a table.
type mark uint8

const (
	markSense mark = 1 << iota // may tell of no encounter: senses.tsv
	markSpot                   // tells of a place without naming it
	markTitle                  // may stand between a country and an office
	markGenre                  // typical of matches, plays and novels
	markTopic                  // a phrase that names a topic begins with it
	markWar                    // of the full-scale invasion
	markGiven                  // the full name of somebody begins with it
	markQuote                  // of a sentence: some of it stands in quotation marks
)

// markSentence gathers the marks of a sentence's words.
func (d *document) markSentence(s *sentence) {
	var all mark
	var flags tokenFlags
	for i := s.first; i < s.last; i++ {
		t := &d.tokens[i]
		flags |= t.flags
		if t.flags&flagPunct == 0 {
			all |= d.lex.marks[t.word]
		}
	}
	if flags&flagQuoted != 0 {
		all |= markQuote
	}
	s.marks = all
}

// markWords sets the marks of all words, once all of them are known.
func (l *lexicon) markWords() {
	for w := range titleWords.words {
		first, _, _ := strings.Cut(w, " ")
		l.word([]byte(first))
	}
	l.marks = make([]mark, l.count+1)
	for w, rows := range l.senses {
		if len(rows) > 0 {
			l.marks[w] |= markSense
		}
	}
	for w, p := range l.placing {
		if p&placeWords != 0 {
			l.marks[w] |= markSpot
		}
	}
	for w, g := range l.genres {
		if g&(genreSport|genreFiction) != 0 {
			l.marks[w] |= markGenre
		}
		if g&genreWar != 0 {
			l.marks[w] |= markWar
		}
	}
	for w, node := range l.topics.root {
		if node != 0 {
			l.marks[w] |= markTopic
		}
	}
	for w := range l.marks {
		if l.given.has(uint32(w)) {
			l.marks[w] |= markGiven
		}
	}
	for w := range titleWords.words {
		first, _, _ := strings.Cut(w, " ")
		l.marks[l.word([]byte(first))] |= markTitle
	}
}
