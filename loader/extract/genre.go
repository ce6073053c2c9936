package extract

import (
	"fmt"
	"slices"
	"strings"
)

// genre says of which other kinds of article than news of politics a word is typical; genres.tsv has the words.
type genre uint8

const (
	genreSport genre = 1 << iota
	genreFiction
	genreWar // of the full-scale invasion
)

var genreNames = []string{"sport", "fiction", "war"}

// readGenres gives words the genres of which they are typical.
func (l *lexicon) readGenres() error {
	l.genres = make([]genre, l.count+1, l.count+128)
	return eachRow("genres.tsv", 2, func(_ int, c []string) error {
		k := slices.Index(genreNames, c[0])
		if k < 0 {
			return fmt.Errorf("unknown genre %q", c[0])
		}
		for form := range strings.SplitSeq(c[1], ";") {
			w := int(l.word(foldWord(nil, form)))
			for len(l.genres) <= w {
				l.genres = append(l.genres, 0)
			}
			l.genres[w] |= 1 << k
		}
		return nil
	})
}

// genreWords counts the different words of matches, and of plays and novels, that an article uses.
func (d *document) genreWords() (sport, fiction int) {
	var seen []uint32
	for n := range d.sents {
		s := &d.sents[n]
		for k := s.from; k < s.to && s.marks&markGenre != 0; k++ {
			it := &d.items[k]
			if it.marks&markGenre == 0 || it.kind != itemWord && it.kind != itemName || it.last-it.first > 1 || slices.Contains(seen, it.word) {
				continue
			}
			seen = append(seen, it.word)
			g := d.lex.genres[it.word] // none where the word has another sense here
			if g&genreSport != 0 {
				sport++
			}
			if g&genreFiction != 0 {
				fiction++
			}
		}
	}
	return sport, fiction
}
