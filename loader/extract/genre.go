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
	genreWar  // of the full-scale invasion
	genreLife // of somebody who died
)

var genreNames = []string{"sport", "fiction", "war", "life"}

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

// genreCounts is how many different words of matches, of plays and novels, and of a life that has ended an article uses.
type genreCounts struct{ sport, fiction, life int }

func (d *document) genreWords() (n genreCounts) {
	var seen []uint32
	for at := range d.sents {
		s := &d.sents[at]
		for k := s.from; k < s.to && s.marks&markGenre != 0; k++ {
			it := &d.items[k]
			if it.marks&markGenre == 0 || it.kind != itemWord && it.kind != itemName || it.last-it.first > 1 || slices.Contains(seen, it.word) {
				continue
			}
			seen = append(seen, it.word)
			g := d.lex.genres[it.word] // none where the word has another sense here
			if g&genreSport != 0 {
				n.sport++
			}
			if g&genreFiction != 0 {
				n.fiction++
			}
			if g&genreLife != 0 {
				n.life++
			}
		}
	}
	return n
}
