package extract

import (
	"errors"
	"fmt"
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

// readRules compiles the rules.
func (l *lexicon) readRules() ([]rule, error) {
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
	return out, err
}

// pattern compiles ‘HOLD _6 TALK’: classes in capitals, words in small letters,
// | between alternatives, _n for up to n items in between.
func (l *lexicon) pattern(p string) ([]step, error) {
	var out []step
	gap := 0
	for _, f := range strings.Fields(p) {
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
		for _, alt := range strings.Split(f, "|") {
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

// triggers are the classes with which a pattern may begin.
func triggers(rules []rule) class {
	var c class
	for _, r := range rules {
		c |= r.steps[0].cls
	}
	return c | classRule
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
