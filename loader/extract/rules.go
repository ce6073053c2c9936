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
	plain bool // one of the words is an everyday one
}

func (s *step) takes(it *item) bool {
	if it.cls&s.cls != 0 {
		return true
	}
	return (it.kind == itemWord || it.kind == itemRole) && slices.Contains(s.words, it.word)
}

var errPattern = errors.New("empty pattern")

// ruleTable has the rules, and which of them may begin at an item.
type ruleTable struct {
	rows   []rule
	starts class       // of all rules
	by     [64]ruleSet // by class: the rules that begin with it
	begins wordRules   // by word: the rules that begin with it
	anchor wordRules   // by word: the rules that have no other word than this and others of its kind for one of their steps
	free   ruleSet     // the rules without such a step
	single class       // what a sentence must have for some rules
	needy  [64]ruleSet // by class: these rules
	needs  []need      // the same where one of several classes will do
}

// need is classes of which a sentence must have one for a step of some rules.
type need struct {
	cls   class
	rules ruleSet
}

// ruleSet is a set of rules by their number.
type ruleSet [3]uint64

func (s *ruleSet) add(r int) { s[r/64] |= 1 << (r % 64) }

// join adds the rules of another set.
func (s *ruleSet) join(o *ruleSet) {
	s[0] |= o[0]
	s[1] |= o[1]
	s[2] |= o[2]
}

// drop takes out the rules of another set.
func (s *ruleSet) drop(o *ruleSet) {
	s[0] &^= o[0]
	s[1] &^= o[1]
	s[2] &^= o[2]
}

// wordRules are sets of rules by word.
type wordRules struct {
	at   []uint16  // by word: its set
	sets []ruleSet // the first is empty
}

func newWordRules(words uint32) wordRules {
	return wordRules{at: make([]uint16, words+1), sets: make([]ruleSet, 1)}
}

func (t *wordRules) add(word uint32, r int) error {
	if t.at[word] == 0 {
		if len(t.sets) > math.MaxUint16 {
			return fmt.Errorf("rules have more than %d words", math.MaxUint16)
		}
		t.at[word] = uint16(len(t.sets)) //nolint:gosec // just checked.
		t.sets = append(t.sets, ruleSet{})
	}
	t.sets[t.at[word]].add(r)
	return nil
}

// of are the rules of an item's word.
func (t *wordRules) of(it *item) *ruleSet {
	if int(it.word) >= len(t.at) || it.kind != itemWord && it.kind != itemRole {
		return &t.sets[0]
	}
	return &t.sets[t.at[it.word]]
}

// maxRules is how many rules a set holds.
const maxRules = 192

// candidates are the live rules that may begin at an item, in the order of the table.
func (t *ruleTable) candidates(it *item, live ruleSet) ruleSet {
	var s ruleSet
	for c := it.cls & t.starts; c != 0; c &= c - 1 {
		s.join(&t.by[bits.TrailingZeros64(uint64(c))])
	}
	s.join(t.begins.of(it))
	s[0] &= live[0]
	s[1] &= live[1]
	s[2] &= live[2]
	return s
}

// live are the rules for whose every step a sentence has one of the classes that it takes, and for one that takes words alone one of them.
func (t *ruleTable) live(d *document, s *sentence) ruleSet {
	live := t.free
	for i := s.from; i < s.to && s.marks&markAnchor != 0; i++ {
		if it := &d.items[i]; it.marks&markAnchor != 0 || it.kind == itemRole {
			live.join(t.anchor.of(it))
		}
	}
	for c := t.single &^ s.cls; c != 0; c &= c - 1 {
		live.drop(&t.needy[bits.TrailingZeros64(uint64(c))])
	}
	for k := range t.needs {
		if n := &t.needs[k]; n.cls&s.cls == 0 {
			live.drop(&n.rules)
		}
	}
	return live
}

// everyday are words that stand in most sentences.
var everyday = setOf("in", "to", "on", "at", "is", "was", "are", "were", "has", "had", "with", "by", "for", "from", "him", "her", "them")

// fasten notes the words of the last step of a rule behind the first that takes words alone, none of them everyday ones: without one of them it
// fits nowhere.
func (t *ruleTable) fasten(r int) error {
	for _, s := range slices.Backward(t.rows[r].steps[1:]) {
		if s.cls != 0 || s.plain {
			continue
		}
		for _, w := range s.words {
			if err := t.anchor.add(w, r); err != nil {
				return err
			}
		}
		return nil
	}
	t.free.add(r)
	return nil
}

// require notes which classes the steps of a rule behind the first need.
func (t *ruleTable) require(r int) {
	for _, s := range t.rows[r].steps[1:] {
		if len(s.words) > 0 {
			continue // a word alone will do
		}
		if s.cls&(s.cls-1) == 0 {
			t.single |= s.cls
			t.needy[bits.TrailingZeros64(uint64(s.cls))].add(r)
			continue
		}
		k := slices.IndexFunc(t.needs, func(n need) bool { return n.cls == s.cls })
		if k < 0 {
			k = len(t.needs)
			t.needs = append(t.needs, need{cls: s.cls})
		}
		t.needs[k].rules.add(r)
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
	t := &ruleTable{rows: rows, starts: classRule, begins: newWordRules(words), anchor: newWordRules(words)}
	for r := range rows {
		t.require(r)
		if err := t.fasten(r); err != nil {
			return nil, err
		}
		first := &rows[r].steps[0]
		t.starts |= first.cls
		for c := range t.by {
			if first.cls>>c&1 != 0 {
				t.by[c].add(r)
			}
		}
		for _, w := range first.words {
			if err := t.begins.add(w, r); err != nil {
				return nil, err
			}
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
			s.plain = s.plain || everyday.has(alt)
			if len(out) == 0 {
				l.rows[w].cls |= classRule
			}
		}
		out = append(out, s)
	}
	if len(out) == 0 {
		return nil, errPattern
	}
	return out, nil
}

// matchRule tells that a rule's pattern, whose first step takes item k of a sentence, fits there, and returns the item behind it.
func (d *document) matchRule(r *rule, k, to int) (int, bool) {
	at := k + 1
	for i := 1; i < len(r.steps); i++ {
		s := &r.steps[i]
		found := false
		for j, over := at, 0; j < to && j <= at+s.gap+over; j++ {
			it := &d.items[j]
			if it.kind == itemPunct && it.word == ',' && r.withOnly() {
				over += d.relativeEnd(j, to) - j
				j = d.relativeEnd(j, to)
				continue
			}
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
