package extract

import (
	"errors"
	"fmt"
	"math"
	"math/bits"
	"slices"
	"strconv"
	"strings"

	"entente/model"
)

// rule is a row of rules.tsv: a phrase that tells of an encounter.
type rule struct {
	name    string
	steps   []step
	kind    model.Kind
	open    bool // tells nothing of the kind: they spoke, they agreed
	weight  int
	example string
}

// step is one place of a pattern: any of some classes or words, at most gap
// items behind the step before.
type step struct {
	cls   class
	words []uint32
	gap   int
}

func (s *step) takes(it *item) bool {
	if it.cls&s.cls != 0 {
		return true
	}
	for _, w := range s.words {
		if it.word == w && (it.kind == itemWord || it.kind == itemRole) {
			return true
		}
	}
	return false
}

var errPattern = errors.New("empty pattern")

// ruleTable has the rules, and which of them may begin at an item.
type ruleTable struct {
	rows   []rule
	starts class       // of all rules
	by     [64]ruleSet // by class: the rules that begin with it
	byWord []uint16    // by word: which of the sets below it has
	words  []ruleSet   // the rules that begin with a word; the first set is empty
	needs  []need      // what a sentence must have for some rules
}

// need is classes of which a sentence must have one for a step of some rules.
type need struct {
	cls   class
	rules ruleSet
}

// ruleSet is a set of rules by their number.
type ruleSet [3]uint64

// maxRules is how many rules a set holds.
const maxRules = 192

// candidates are the live rules that may begin at an item, in the order of the table.
func (t *ruleTable) candidates(it *item, live ruleSet) ruleSet {
	var s ruleSet
	for c := it.cls & t.starts; c != 0; c &= c - 1 {
		b := &t.by[bits.TrailingZeros64(uint64(c))]
		s[0] |= b[0]
		s[1] |= b[1]
		s[2] |= b[2]
	}
	if (it.kind == itemWord || it.kind == itemRole) && int(it.word) < len(t.byWord) {
		b := &t.words[t.byWord[it.word]]
		s[0] |= b[0]
		s[1] |= b[1]
		s[2] |= b[2]
	}
	s[0] &= live[0]
	s[1] &= live[1]
	s[2] &= live[2]
	return s
}

// live are the rules for whose every step a sentence has one of the classes that it takes.
func (t *ruleTable) live(s *sentence) ruleSet {
	live := ruleSet{math.MaxUint64, math.MaxUint64, math.MaxUint64}
	for k := range t.needs {
		if n := &t.needs[k]; n.cls&s.cls == 0 {
			live[0] &^= n.rules[0]
			live[1] &^= n.rules[1]
			live[2] &^= n.rules[2]
		}
	}
	return live
}

// require notes which classes the steps of a rule behind the first need.
func (t *ruleTable) require(r int) {
	for _, s := range t.rows[r].steps[1:] {
		if len(s.words) > 0 {
			continue // a word alone will do
		}
		k := slices.IndexFunc(t.needs, func(n need) bool { return n.cls == s.cls })
		if k < 0 {
			k = len(t.needs)
			t.needs = append(t.needs, need{cls: s.cls})
		}
		t.needs[k].rules[r/64] |= 1 << (r % 64)
	}
}

// next takes the first rule out of the set; ok is false where there is none.
func (s *ruleSet) next() (rule int, ok bool) {
	for w := range s {
		if s[w] != 0 {
			rule = w*64 + bits.TrailingZeros64(s[w])
			s[w] &= s[w] - 1
			return rule, true
		}
	}
	return 0, false
}

// newRuleTable sorts the rules by the classes with which they begin.
func newRuleTable(rows []rule, words uint32) (*ruleTable, error) {
	if len(rows) > maxRules {
		return nil, fmt.Errorf("%d rules, more than %d", len(rows), maxRules)
	}
	t := &ruleTable{rows: rows, starts: classRule, byWord: make([]uint16, words+1), words: make([]ruleSet, 1)}
	for r := range rows {
		t.require(r)
		first := &rows[r].steps[0]
		t.starts |= first.cls
		for c := range t.by {
			if first.cls>>c&1 != 0 {
				t.by[c][r/64] |= 1 << (r % 64)
			}
		}
		for _, w := range first.words {
			if t.byWord[w] == 0 {
				if len(t.words) > math.MaxUint16 {
					return nil, fmt.Errorf("rules begin with more than %d words", math.MaxUint16)
				}
				t.byWord[w] = uint16(len(t.words)) //nolint:gosec // just checked.
				t.words = append(t.words, ruleSet{})
			}
			t.words[t.byWord[w]][r/64] |= 1 << (r % 64)
		}
	}
	return t, nil
}

// readRules compiles the rules.
func (l *lexicon) readRules() (*ruleTable, error) {
	var out []rule
	kinds := map[string]model.Kind{"meeting": model.KindMeeting, "call": model.KindCall, "summit": model.KindSummit}
	err := eachRow("rules.tsv", 5, func(_ int, c []string) error {
		k, ok := kinds[c[2]]
		if !ok && c[2] != "any" {
			return fmt.Errorf("unknown kind %q", c[2])
		}
		w, err := strconv.Atoi(c[3])
		if err != nil {
			return fmt.Errorf("weight: %w", err)
		}
		r := rule{name: c[0], kind: k, open: !ok, weight: w, example: c[4]}
		if r.steps, err = l.pattern(c[1]); err != nil {
			return err
		}
		out = append(out, r)
		return nil
	})
	if err != nil {
		return nil, err
	}
	return newRuleTable(out, l.count)
}

// pattern compiles ‘HOLD _6 TALK’: classes in capitals, words in small letters,
// | between alternatives, _n for up to n items in between.
func (l *lexicon) pattern(p string) ([]step, error) {
	var out []step
	gap := 0
	for f := range strings.FieldsSeq(p) {
		if f[0] == '_' {
			n, err := strconv.Atoi(f[1:])
			if err != nil {
				return nil, fmt.Errorf("gap %q: %w", f, err)
			}
			gap = n
			continue
		}
		s := step{gap: gap}
		gap = 0
		for alt := range strings.SplitSeq(f, "|") {
			if strings.ToUpper(alt) == alt {
				c, ok := classByName(alt)
				if !ok {
					return nil, fmt.Errorf("unknown class %q", alt)
				}
				s.cls |= c
				continue
			}
			w := l.word([]byte(alt))
			s.words = append(s.words, w)
			if len(out) == 0 {
				l.classes[w] |= classRule
			}
		}
		out = append(out, s)
	}
	if len(out) == 0 {
		return nil, errPattern
	}
	return out, nil
}

// matchRule tells that a rule's pattern begins at item k of a sentence and returns the item behind it.
func (d *document) matchRule(r *rule, k, to int) (int, bool) {
	if !r.steps[0].takes(&d.items[k]) {
		return 0, false
	}
	at := k + 1
	for i := 1; i < len(r.steps); i++ {
		s := &r.steps[i]
		found := false
		for j := at; j < to && j <= at+s.gap; j++ {
			it := &d.items[j]
			if s.takes(it) {
				at, found = j+1, true
				break
			}
			if it.kind == itemPunct && (it.word == ';' || it.word == ':' || it.word == '.') {
				break
			}
		}
		if !found {
			return 0, false
		}
	}
	return at, true
}
