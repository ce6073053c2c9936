package reader

import (
	"cmp"
	"slices"
	"strings"

	"entente/model"
	"entente/text"
)

// search is what is looked for in the open article, and where it stands.
type search struct {
	query   string
	sought  []model.Phrase // by the filter, while there is no query
	matches []match
	at      int  // the match that n and N stand on; nowhere until one of what the filter seeks is gone to
	only    bool // show only the paragraphs with a match
}

// match is one place where the query stands. It may run over the end of a line.
type match struct {
	line, end int // the first line and the one after the last
	from, to  int // byte of the first line where it begins, of the last line where it ends
}

// Find looks for a query, folded, and goes to the first match from here on.
// An empty query ends the search.
func (r *Reader) Find(query string) int {
	block, _ := r.place()
	r.find.query = query
	r.find.at = 0
	if query == "" {
		r.find.only = false
	}
	r.search()
	if query == "" {
		r.find.at = nowhere
		return 0
	}
	for i, m := range r.find.matches {
		if r.lines[m.line].block >= block {
			r.find.at = i
			break
		}
	}
	r.toMatch()
	return len(r.find.matches)
}

// nowhere is no match.
const nowhere = -1

// Seek marks what a filter has found in the text, as a query would, for as long as there is no query.
func (r *Reader) Seek(sought []model.Phrase) {
	r.find.sought = sought
	if r.find.query == "" {
		r.find.at = nowhere
		r.search()
	}
}

// Next goes to the n-th match on, round the end. It reports false when there is none.
func (r *Reader) Next(n int) bool {
	k := len(r.find.matches)
	if k == 0 {
		return false
	}
	if r.find.at == nowhere { // the first one from here on, or the last one before
		first := k
		for i, m := range r.find.matches {
			if row := r.row(m.line); row >= r.top {
				first = i
				break
			}
		}
		r.find.at = first - min(n, 1)
		if n < 0 {
			r.find.at = first
		}
	}
	r.find.at = ((r.find.at+n)%k + k) % k
	r.toMatch()
	return true
}

// Matches tells which match is stood on, from 1, or 0 for none, and how many there are.
func (r *Reader) Matches() (at, n int) {
	if len(r.find.matches) == 0 {
		return 0, 0
	}
	return r.find.at + 1, len(r.find.matches)
}

// Query is what is looked for.
func (r *Reader) Query() string { return r.find.query }

// Only shows the paragraphs with a match alone, or all again. It reports which.
func (r *Reader) Only() bool {
	r.find.only = !r.find.only && len(r.find.matches) > 0
	r.search()
	r.top = 0
	if r.find.only {
		r.top = len(r.card)
	}
	r.clamp()
	return r.find.only
}

// OnlyMatches tells that only the paragraphs with a match are shown.
func (r *Reader) OnlyMatches() bool { return r.find.only }

// search finds the query, or what the filter seeks, in the lines as they are laid out now.
func (r *Reader) search() {
	r.find.matches, r.shown = nil, nil
	want := text.Fold(strings.Join(strings.Fields(r.find.query), " "))
	if want == "" && len(r.find.sought) == 0 {
		return
	}
	flat := flatten(r.lines)
	add := func(from, to int) {
		a, b := flat.at(from), flat.at(to-1)
		r.find.matches = append(r.find.matches, match{line: a.line, end: b.line + 1, from: a.from, to: b.to})
	}
	if want != "" {
		for from := 0; ; {
			i := strings.Index(flat.text[from:], want)
			if i < 0 {
				break
			}
			from += i + len(want)
			add(from-len(want), from)
		}
	} else {
		for _, p := range r.find.sought {
			for from, to := p.Next(flat.text, 0); from >= 0; from, to = p.Next(flat.text, to) {
				add(from, to)
			}
		}
		slices.SortStableFunc(r.find.matches, func(a, b match) int { return cmp.Or(cmp.Compare(a.line, b.line), cmp.Compare(a.from, b.from)) })
	}
	r.find.at = min(r.find.at, max(0, len(r.find.matches)-1))
	if r.find.only {
		hit := map[int]bool{}
		for _, m := range r.find.matches {
			hit[r.lines[m.line].block] = true
		}
		r.shown = []int{}
		for i, l := range r.lines {
			if hit[l.block] {
				r.shown = append(r.shown, i)
			}
		}
	}
}

// flat is the whole article folded into one string, lines joined by spaces.
// Folding changes lengths, so each byte knows which rune of the page it came from.
type flat struct {
	text string
	from []origin
}

// origin is a rune of the page: its line and its bytes there.
type origin struct{ line, from, to int }

func (f flat) at(i int) origin { return f.from[i] }

func flatten(ls []line) flat {
	var b strings.Builder
	var f flat
	for n, l := range ls {
		s := l.String()
		if b.Len() > 0 {
			b.WriteByte(' ')
			f.from = append(f.from, origin{n, 0, 0})
		}
		for i, c := range s {
			size := len(string(c))
			if c < 0x80 {
				if 'A' <= c && c <= 'Z' {
					c |= 0x20
				}
				b.WriteByte(byte(c)) //nolint:gosec // below 0x80.
				f.from = append(f.from, origin{n, i, i + 1})
				continue
			}
			folded := text.Fold(string(c))
			b.WriteString(folded)
			for range len(folded) {
				f.from = append(f.from, origin{n, i, i + size})
			}
		}
	}
	f.text = b.String()
	return f
}

// toMatch scrolls so that the match is seen, with a few rows above it.
func (r *Reader) toMatch() {
	if len(r.find.matches) == 0 {
		return
	}
	r.toRow(r.row(r.find.matches[max(0, r.find.at)].line))
}

// row is where a line of the article stands on the page.
func (r *Reader) row(line int) int {
	row := len(r.card)
	for i, at := range r.visible() {
		if at == line {
			return row + i
		}
	}
	return row
}

// toRow scrolls so that a row is seen, with a few above it.
func (r *Reader) toRow(row int) {
	if row < r.top || row >= r.top+r.height {
		r.top = row - min(4, r.height/3)
		r.clamp()
	}
}
