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
	Typed []string // as they were typed, in lower case: an index may fold less, and not know l for ł
	Begun bool     // the last word may go on
}

// ParsePhrase takes the words of what somebody has typed.
func ParsePhrase(s string) Phrase {
	const least = 3
	p := Phrase{Words: strings.FieldsFunc(text.Fold(s), between), Typed: strings.FieldsFunc(strings.ToLower(s), between)}
	if n := len(p.Words); n > 0 {
		p.Begun = utf8.RuneCountInString(p.Words[n-1]) >= least
	}
	return p
}

func between(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) }

// In tells that a text has the phrase.
func (p Phrase) In(s string) bool {
	if len(p.Words) == 0 {
		return false
	}
	s = text.Fold(s)
	for from := 0; ; {
		i := strings.Index(s[from:], p.Words[0])
		if i < 0 {
			return false
		}
		i += from
		if before, _ := utf8.DecodeLastRuneInString(s[:i]); (i == 0 || between(before)) && p.at(s[i:]) {
			return true
		}
		_, size := utf8.DecodeRuneInString(s[i:])
		from = i + size
	}
}

// at tells that a text begins with the phrase.
func (p Phrase) at(s string) bool {
	for i, w := range p.Words {
		rest, ok := strings.CutPrefix(s, w)
		if !ok {
			return false
		}
		next, _ := utf8.DecodeRuneInString(rest)
		mayGoOn := p.Begun && i == len(p.Words)-1
		if rest != "" && !between(next) && !mayGoOn {
			return false
		}
		s = strings.TrimLeftFunc(rest, between)
	}
	return true
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
