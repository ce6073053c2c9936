// Package keys turns key presses into names of actions. It knows sequences
// such as "g g", counts such as 12, scopes that shadow one another, and the
// letters that another keyboard layout puts on the same key. It knows neither
// the terminal nor what the actions do.
package keys

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// Binding says that a sequence of keys, named as the terminal library names
// them and separated by spaces, means an action within a scope.
type Binding struct{ Scope, Keys, Action string }

// Map holds bindings by scope.
type Map struct {
	actions  map[string]map[string]string // scope → sequence → action
	prefixes map[string]map[string]bool   // scope → beginning of a sequence
	order    []Binding
}

// New builds a map. Every binding that cannot hold beside an earlier one of
// its scope is left out and reported.
func New(bindings []Binding) (*Map, []error) {
	m := &Map{actions: map[string]map[string]string{}, prefixes: map[string]map[string]bool{}}
	var problems []error
	for _, b := range bindings {
		if err := m.add(b); err != nil {
			problems = append(problems, err)
		}
	}
	return m, problems
}

func (m *Map) add(b Binding) error {
	b.Keys = strings.Join(strings.Fields(b.Keys), " ")
	if b.Keys == "" {
		return fmt.Errorf("bind %s: no key given", b.Action)
	}
	if m.actions[b.Scope] == nil {
		m.actions[b.Scope], m.prefixes[b.Scope] = map[string]string{}, map[string]bool{}
	}
	actions, prefixes := m.actions[b.Scope], m.prefixes[b.Scope]
	if was, ok := actions[b.Keys]; ok {
		return fmt.Errorf("bind %s: %s already means %s in %s", b.Action, b.Keys, was, b.Scope)
	}
	if prefixes[b.Keys] {
		return fmt.Errorf("bind %s: longer sequences begin with %s in %s", b.Action, b.Keys, b.Scope)
	}
	begins := beginnings(b.Keys)
	for _, p := range begins {
		if was, ok := actions[p]; ok {
			return fmt.Errorf("bind %s: %s begins with %s, which means %s in %s", b.Action, b.Keys, p, was, b.Scope)
		}
	}
	actions[b.Keys] = b.Action
	for _, p := range begins {
		prefixes[p] = true
	}
	m.order = append(m.order, b)
	return nil
}

// beginnings lists the proper beginnings of a sequence.
func beginnings(seq string) []string {
	var out []string
	for i := range len(seq) {
		if seq[i] == ' ' {
			out = append(out, seq[:i])
		}
	}
	return out
}

// Keys lists the sequences bound to an action in a scope, in the order given.
func (m *Map) Keys(scope, action string) []string {
	var out []string
	for _, b := range m.order {
		if b.Scope == scope && b.Action == action {
			out = append(out, b.Keys)
		}
	}
	return out
}

// Bindings lists everything that is bound, in the order given.
func (m *Map) Bindings() []Binding { return slices.Clone(m.order) }

// find looks a sequence up in scopes, the innermost first. The first scope
// that knows it, as a whole or as a beginning, decides.
func (m *Map) find(scopes []string, seq string) (action string, more bool) {
	for _, s := range scopes {
		if a, ok := m.actions[s][seq]; ok {
			return a, false
		}
		if m.prefixes[s][seq] {
			return "", true
		}
	}
	return "", false
}

// Next is one way to go on with a sequence that has begun.
type Next struct{ Key, Action string }

// State is what has been typed of a sequence so far. The zero State is ready.
type State struct {
	count string
	seq   string
}

// Answer is what one key press came to.
type Answer struct {
	Action  string // empty unless the sequence is complete
	Count   int    // 0 when none was typed
	Pending bool   // more keys are wanted
	Unknown string // the sequence that means nothing here
}

// maxCount keeps a count that a cat typed from overflowing.
const maxCount = 1_000_000_000

// Press adds one key.
func (s *State) Press(m *Map, scopes []string, key string) Answer {
	if key == "esc" && s.Pending() {
		s.Reset()
		return Answer{}
	}
	if s.seq == "" && isDigit(key) && (key != "0" || s.count != "") {
		if a, _ := m.find(scopes, key); a == "" {
			s.count += key
			return Answer{Pending: true}
		}
	}
	action, more, seq := s.resolve(m, scopes, key)
	if more {
		s.seq = seq
		return Answer{Pending: true}
	}
	n, _ := strconv.Atoi(s.count)
	s.Reset()
	if action == "" {
		return Answer{Unknown: seq}
	}
	return Answer{Action: action, Count: min(n, maxCount)}
}

// resolve tries the key as it is and, where nothing is bound to it, as the
// letter that the same key has on a Latin keyboard.
func (s *State) resolve(m *Map, scopes []string, key string) (action string, more bool, seq string) {
	for _, k := range []string{key, Latin(key)} {
		try := strings.TrimPrefix(s.seq+" "+k, " ")
		if action, more = m.find(scopes, try); action != "" || more {
			return action, more, try
		}
	}
	return "", false, strings.TrimPrefix(s.seq+" "+key, " ")
}

// Pending tells that a count or a sequence has begun.
func (s *State) Pending() bool { return s.count != "" || s.seq != "" }

// Typed returns what has been typed, for the status line.
func (s *State) Typed() string { return s.count + strings.ReplaceAll(s.seq, " ", "") }

// Begun returns the sequence that has begun, without the count.
func (s *State) Begun() string { return s.seq }

// Reset forgets what has been typed.
func (s *State) Reset() { *s = State{} }

// Continue lists how the begun sequence can go on, each key once, in the
// order of the bindings.
func (s *State) Continue(m *Map, scopes []string) []Next {
	if s.seq == "" {
		return nil
	}
	var out []Next
	seen := map[string]bool{}
	for _, scope := range scopes {
		for _, b := range m.order {
			rest, ok := strings.CutPrefix(b.Keys, s.seq+" ")
			if b.Scope != scope || !ok {
				continue
			}
			key, _, longer := strings.Cut(rest, " ")
			if seen[key] {
				continue
			}
			seen[key] = true
			n := Next{Key: key, Action: b.Action}
			if longer {
				n.Action = ""
			}
			out = append(out, n)
		}
	}
	return out
}

func isDigit(key string) bool { return len(key) == 1 && key[0] >= '0' && key[0] <= '9' }
