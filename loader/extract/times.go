package extract

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"entente/model"
)

// newsSpan is a span of days in which the news spoke of something.
type newsSpan struct {
	name       string
	from, last int // as [model.Date.Days] counts; last is 0 where there is none yet
}

// readTimes reads what the news spoke of, and when.
func (l *lexicon) readTimes() error {
	return eachRow("times.tsv", 3, func(_ int, c []string) error {
		from, err := model.ParseDate(c[1])
		if err != nil {
			return err
		}
		t := newsSpan{from: from.Days()}
		if c[2] != "-" {
			last, err := model.ParseDate(c[2])
			if err != nil || last.Days() < t.from {
				return fmt.Errorf("%s is no last day", c[2])
			}
			t.last = last.Days()
		}
		for words := range strings.SplitSeq(c[0], "|") {
			if t.name == "" {
				t.name = words
			}
			l.news.add(words, len(l.times))
			l.newsWords = append(l.newsWords, foldWord(nil, words[:wordLength(words)]))
		}
		l.times = append(l.times, t)
		return nil
	})
}

// wordLength is how many bytes the first word of a phrase has.
func wordLength(phrase string) int {
	n := strings.IndexFunc(phrase, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	if n < 0 {
		return len(phrase)
	}
	return n
}

// newsTold lists what the text names of that of which the times are known.
func (d *document) newsTold() []int32 {
	var out []int32
	for _, k := range d.noted {
		if t := &d.tokens[k]; t.marks&markNews != 0 {
			out = d.newsAt(out, d.small[t.start:])
		}
	}
	return out
}

// newsAt adds what the news spoke of with whose words a piece of text begins.
func (d *document) newsAt(out []int32, s string) []int32 {
	for _, f := range d.lex.news.mayBegin(s) {
		n := len(f.phrase)
		whole := strings.HasPrefix(s, f.phrase) && (n == len(s) || !asciiLetter(s[n]))
		if kind := int32(f.kind); whole && !slices.Contains(out, kind) { //nolint:gosec // a row of a table.
			out = append(out, kind)
		}
	}
	return out
}

// newsClues: of what a text names, the news spoke on that day: not before it came to be, and hardly when it was long past.
func (d *document) newsClues(c *clues, day model.Date, named []int32) {
	at := day.Last().Days()
	for _, k := range named {
		t := &d.lex.times[k]
		switch {
		case at < t.from:
			c.score -= 6
		case t.last != 0 && at > t.last+31:
			c.score--
		case t.last != 0:
			c.addNamed(5, "as ‘", t.name, "’ was in the news")
		}
	}
}
