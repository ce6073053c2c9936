package model

import (
	"runtime"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"entente/text"
)

// Texts finds articles by the words of their titles and texts, as an index has
// them. An Archive and a Shelf may be one; the texts of others are looked through.
type Texts interface {
	// Having tells which articles have a phrase; ok is false where that cannot be told.
	Having(p Phrase) (found map[Content]struct{}, ok bool)
}

// Phrase is words that stand one behind another. Of the last a beginning is enough, from three letters on.
type Phrase struct {
	Words []string // folded
	Begun bool     // the last word may go on
}

// ParsePhrase takes the words of what somebody has typed.
func ParsePhrase(s string) Phrase {
	const least = 3
	p := Phrase{Words: strings.FieldsFunc(text.Fold(s), between)}
	if n := len(p.Words); n > 0 {
		p.Begun = utf8.RuneCountInString(p.Words[n-1]) >= least
	}
	return p
}

func between(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) }

// In tells that a text has the phrase.
func (p Phrase) In(s string) bool {
	start, _ := p.Next(text.Fold(s), 0)
	return start >= 0
}

// Find tells where the phrase stands in a text, at most so many times.
func (p Phrase) Find(s string, most int) (out []Span) {
	folded, places := text.FoldPlaces(s)
	place := func(i int) int {
		if i < len(places) {
			return places[i]
		}
		return len(s)
	}
	for from := 0; len(out) < most; {
		start, end := p.Next(folded, from)
		if start < 0 {
			break
		}
		out = append(out, Span{Start: place(start), End: place(end)})
		from = end
	}
	return out
}

// Next tells where the phrase stands next in a folded text, its last word to the end; start is -1 where it does not any more.
func (p Phrase) Next(folded string, from int) (start, end int) {
	if len(p.Words) == 0 {
		return -1, -1
	}
	for {
		i := strings.Index(folded[from:], p.Words[0])
		if i < 0 {
			return -1, -1
		}
		i += from
		if before, _ := utf8.DecodeLastRuneInString(folded[:i]); i == 0 || between(before) {
			if n := p.at(folded[i:]); n > 0 {
				return i, i + n
			}
		}
		_, size := utf8.DecodeRuneInString(folded[i:])
		from = i + size
	}
}

// at tells how many bytes of a folded text the phrase takes at its beginning; 0 where it does not begin so.
func (p Phrase) at(folded string) int {
	s := folded
	for i, w := range p.Words {
		rest, ok := strings.CutPrefix(s, w)
		if !ok {
			return 0
		}
		next, _ := utf8.DecodeRuneInString(rest)
		last := i == len(p.Words)-1
		switch {
		case last && p.Begun:
			rest = strings.TrimLeftFunc(rest, func(r rune) bool { return !between(r) })
		case rest != "" && !between(next):
			return 0
		}
		if last {
			return len(folded) - len(rest)
		}
		s = strings.TrimLeftFunc(rest, between)
	}
	return 0
}

// found remembers which rows the last phrases were found in: one screen asks for the same again and again.
type found struct {
	mu   sync.Mutex
	last [8]struct {
		phrase string
		rows   bitset
	}
	next int
}

// markBody adds the rows of which an article has a phrase.
func (t *Timeline) markBody(out bitset, typed string) {
	f := t.found
	f.mu.Lock()
	defer f.mu.Unlock()
	for i := range f.last {
		if l := &f.last[i]; l.rows != nil && l.phrase == typed {
			out.or(l.rows)
			return
		}
	}
	l := &f.last[f.next]
	f.next = (f.next + 1) % len(f.last)
	l.phrase, l.rows = typed, t.having(ParsePhrase(typed))
	out.or(l.rows)
}

// having finds the rows of which an article has a phrase.
func (t *Timeline) having(p Phrase) bitset {
	rows := newBitset(t.Len())
	if len(p.Words) == 0 {
		return rows
	}
	has := t.articlesHaving(p)
	from := uint32(0)
	for row, end := range t.told.ends {
		if slices.ContainsFunc(t.told.articles[from:end], has) {
			rows.set(int32(row))
		}
		from = end
	}
	return rows
}

// articlesHaving tells of the numbers of articles which of them have a phrase.
func (t *Timeline) articlesHaving(p Phrase) func(number int32) bool {
	if index, ok := t.archive.(Texts); ok {
		if found, ok := index.Having(p); ok {
			return func(n int32) bool {
				_, has := found[t.told.contents[n]]
				return has
			}
		}
	}
	articles := make([]*Article, t.told.count)
	meetings, _ := t.All()
	from := uint32(0)
	for row, end := range t.told.ends {
		for i, a := range t.told.articles[from:end] {
			if row < len(meetings) && i < len(meetings[row].Reports) {
				articles[a] = meetings[row].Reports[i].Article
			}
		}
		from = end
	}
	has := make([]bool, len(articles))
	var readers sync.WaitGroup
	n := runtime.GOMAXPROCS(0)
	for k := range n {
		readers.Go(func() {
			for i := k; i < len(articles); i += n {
				has[i] = articles[i] != nil && articles[i].has(p)
			}
		})
	}
	readers.Wait()
	return func(n int32) bool { return has[n] }
}

// has tells that the title or the text of an article has a phrase.
func (a *Article) has(p Phrase) bool {
	if index, ok := a.Shelf.(Texts); ok {
		if found, ok := index.Having(p); ok {
			_, has := found[a.Content]
			return has
		}
	}
	w := a.Whole()
	return p.In(w.Title) || p.In(w.Text)
}
