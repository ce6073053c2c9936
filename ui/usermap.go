package ui

import (
	"fmt"
	"slices"
	"strings"

	"entente/text"
	"entente/ui/keys"
)

// The user's key map is a text of lines such as
//
//	next-month = ctrl+n, g n     # comments are left alone
//	quit =                       # no key at all
//
// A line gives an action exactly these keys in place of its own. The comma and
// the sign that begins a comment are called comma and hash.

// buildKeymap binds the keys of the table, changed as the user's key map says.
// What cannot be done is reported, with the line.
func buildKeymap(user, name string) (*keys.Map, []error) {
	if name == "" {
		name = "keys"
	}
	var mine []keys.Binding
	var problems []error
	changed := map[string]bool{}
	taken := map[string]int{} // scope and keys → line
	for i, line := range strings.Split(user, "\n") {
		line, _, _ = strings.Cut(line, "#")
		if line = strings.TrimSpace(line); line == "" {
			continue
		}
		report := func(format string, args ...any) {
			problems = append(problems, fmt.Errorf("%s, line %d: %s", name, i+1, fmt.Sprintf(format, args...)))
		}
		action, list, ok := strings.Cut(line, "=")
		if !ok {
			report("want NAME = KEYS")
			continue
		}
		row, ok := actionNamed(strings.TrimSpace(action))
		if !ok {
			report("there is no action %s%s", text.Row(action), didYouMean(strings.TrimSpace(action)))
			continue
		}
		changed[row.name] = true
		for k := range strings.SplitSeq(list, ",") {
			k = spell(k)
			if k == "" {
				continue
			}
			at := string(row.scope) + " " + k
			if was, ok := taken[at]; ok {
				report("%s is bound in line %d already", text.Row(k), was)
				continue
			}
			taken[at] = i + 1
			mine = append(mine, keys.Binding{Scope: string(row.scope), Keys: k, Action: row.name})
		}
	}
	all := mine
	for _, b := range bindings() {
		// The user's own key wins over the table's, also where it only begins like it.
		clash := slices.ContainsFunc(mine, func(u keys.Binding) bool {
			return u.Scope == b.Scope && (u.Keys == b.Keys || strings.HasPrefix(u.Keys, b.Keys+" ") || strings.HasPrefix(b.Keys, u.Keys+" "))
		})
		if !changed[b.Action] && !clash {
			all = append(all, b)
		}
	}
	m, more := keys.New(all)
	return m, append(problems, more...)
}

// spell writes keys as the terminal library names them.
func spell(s string) string {
	words := strings.Fields(s)
	for i, w := range words {
		switch w {
		case "comma":
			words[i] = ","
		case "hash":
			words[i] = "#"
		}
	}
	return strings.Join(words, " ")
}

func didYouMean(word string) string {
	if n := nearest(word); n != "" {
		return "; did you mean " + n + "?"
	}
	return ""
}

// bind gives an action a further key for this session.
func (m *root) bind(seq, name string) error {
	row, ok := actionNamed(name)
	if !ok {
		return fmt.Errorf("there is no action %s%s", name, didYouMean(name))
	}
	all := []keys.Binding{{Scope: string(row.scope), Keys: spell(seq), Action: name}}
	for _, b := range m.keymap.Bindings() {
		if b.Scope != string(row.scope) || b.Keys != spell(seq) {
			all = append(all, b)
		}
	}
	next, problems := keys.New(all)
	if len(problems) > 0 {
		return problems[0]
	}
	m.keymap = next
	return nil
}
