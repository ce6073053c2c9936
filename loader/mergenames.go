package loader

import (
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
	seen  map[string]bool
	names []spelling
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

func spell(p model.Participant) spelling {
	words := strings.FieldsFunc(strings.ReplaceAll(text.Fold(p.Name), "'", ""), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r)
	})
	for len(words) > 1 && nameTitles[words[0]] {
		words = words[1:]
	}
	sorted := slices.Sorted(slices.Values(words))
	return spelling{key: strings.Join(words, " ") + "\t" + string(p.Party), words: words, sorted: strings.Join(sorted, " "), party: p.Party}
}

func (c *census) add(p model.Participant) {
	if c.seen == nil {
		c.seen = map[string]bool{}
	}
	s := spell(p)
	if !c.seen[s.key] {
		c.seen[s.key] = true
		c.names = append(c.names, s)
	}
}

// number gives every spelling the number of a person. The longest spelling
// stands for a person; a shorter one belongs to it when all its words are
// there, the first or the last word agrees and the parties do.
func (c *census) number() func(model.Participant) int32 {
	slices.SortFunc(c.names, func(a, b spelling) int {
		if len(a.words) != len(b.words) {
			return len(b.words) - len(a.words)
		}
		return strings.Compare(a.key, b.key)
	})
	of := make(map[string]int32, len(c.names))
	var people []spelling
	byWord := map[string][]int32{}
	for _, s := range c.names {
		n := int32(len(people)) //nolint:gosec // far fewer people than articles.
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
		of[s.key] = n
	}
	return func(p model.Participant) int32 { return of[spell(p).key] }
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
func (s spelling) includes(t spelling) bool {
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
