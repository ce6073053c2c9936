package loader

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"entente/model"
	"entente/text"
)

// census gives every person a number. A reader writes known people in one
// way, but people whom no table lists come as each article spells them: with
// or without a family name behind the patronymic, with or without a hyphen,
// the family name first or last.
type census struct {
	written map[written]int32 // the position of its spelling in names
	seen    map[string]int32  // the same by key: ‘Zelenskyy’ and ‘zelenskyy’ are one spelling
	names   []spelling
}

// written is a person as a report has it.
type written struct {
	name  string
	party model.Party
}

// spelling is one way in which articles write a person.
type spelling struct {
	key    string // folded words in the order written, with the party
	words  []string
	sorted string // the same words in alphabetical order
	party  model.Party
}

// Words before a name that some reports write and others leave out.
var nameTitles = map[string]bool{
	"king": true, "queen": true, "pope": true, "prince": true, "princess": true, "emir": true, "sheikh": true, "cardinal": true,
	"archbishop": true, "dr": true, "sir": true,
}

func spell(p written) spelling {
	words := strings.FieldsFunc(strings.ReplaceAll(text.Fold(p.name), "'", ""), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r)
	})
	for len(words) > 1 && nameTitles[words[0]] {
		words = words[1:]
	}
	sorted := slices.Sorted(slices.Values(words))
	return spelling{key: strings.Join(words, " ") + "\t" + string(p.party), words: words, sorted: strings.Join(sorted, " "), party: p.party}
}

// add enters a person and returns which spelling it has, counted from 0.
func (c *census) add(p *model.Participant) int32 {
	w := written{p.Name, p.Party}
	n, ok := c.written[w]
	if ok {
		return n
	}
	if c.seen == nil {
		c.written, c.seen = map[written]int32{}, map[string]int32{}
	}
	s := spell(w)
	if n, ok = c.seen[s.key]; !ok {
		n = int32(len(c.names)) //nolint:gosec // far fewer people than articles.
		c.seen[s.key] = n
		c.names = append(c.names, s)
	}
	c.written[w] = n
	return n
}

// number gives every spelling the number of a person. The longest spelling
// stands for a person; a shorter one belongs to it when all its words are
// there, the first or the last word agrees and the parties do.
func (c *census) number() []int32 {
	order := make([]int32, len(c.names))
	for i := range order {
		order[i] = int32(i)
	}
	slices.SortFunc(order, func(i, j int32) int {
		a, b := &c.names[i], &c.names[j]
		return cmp.Or(len(b.words)-len(a.words), strings.Compare(a.key, b.key))
	})
	of := make([]int32, len(c.names))
	var people []*spelling
	byWord := map[string][]int32{}
	for _, i := range order {
		s := &c.names[i]
		n := int32(len(people)) //nolint:gosec // as above.
		for _, q := range rarest(byWord, s.words) {
			if people[q].includes(s) {
				n = q
				break
			}
		}
		if int(n) == len(people) {
			people = append(people, s)
			for _, w := range slices.Compact(slices.Sorted(slices.Values(s.words))) {
				byWord[w] = append(byWord[w], n)
			}
		}
		of[i] = n
	}
	return of
}

// rarest lists the people who have the rarest of some words: whoever has them all is among them.
func rarest(byWord map[string][]int32, words []string) []int32 {
	var out []int32
	for i, w := range words {
		if list := byWord[w]; i == 0 || len(list) < len(out) {
			out = list
		}
	}
	return out
}

// includes tells that t may be a shorter or reordered form of s.
func (s *spelling) includes(t *spelling) bool {
	if s.party != t.party && s.party != "" && t.party != "" {
		return false
	}
	if s.sorted == t.sorted {
		return true
	}
	if len(t.words) < 2 || s.words[0] != t.words[0] && s.words[len(s.words)-1] != t.words[len(t.words)-1] {
		return false
	}
	for _, w := range t.words {
		if !slices.Contains(s.words, w) {
			return false
		}
	}
	return true
}
