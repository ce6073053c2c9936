package extract

import "strings"

// mark is what some stages look for in words of which few texts have many: one look at a byte spares them a look at a table.
type mark uint8

const (
	markSense mark = 1 << iota // may tell of no encounter: senses.tsv
	markSpot                   // tells of a place without naming it
	markTitle                  // may stand between a country and an office
	markGenre                  // typical of matches, plays and novels
)

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
	}
	for w := range titleWords.words {
		first, _, _ := strings.Cut(w, " ")
		l.marks[l.word([]byte(first))] |= markTitle
	}
}
