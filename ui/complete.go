package ui

import (
	"fmt"
	"strconv"
	"strings"

	"entente/model"
	"entente/text"
	"entente/ui/theme"
)

// completer offers what can stand in place of the end of a text: how many of
// its last runes, and by what. The rows of actions name the one for what stands
// behind them on the command line; lines that ask for the same use it, too.
type completer func(m *root, typed string) (word int, options []completion)

// completeCommand offers names of actions, and behind a name what its row does.
func completeCommand(m *root, before string) (int, []completion) {
	word, arg, spaced := strings.Cut(before, " ")
	if spaced {
		if a, ok := commandNamed(word); ok && a.complete != nil {
			return a.complete(m, arg)
		}
		return 0, nil
	}
	var out []completion
	seen := map[string]bool{}
	for _, a := range table {
		if word != "" && strings.HasPrefix(a.name, word) && !seen[a.name] {
			seen[a.name] = true
			out = append(out, completion{a.name, a.name, m.keyFor(a)})
		}
	}
	return len([]rune(word)), out
}

// slowCommand tells that what stands behind a command is not known at once.
func slowCommand(before string) bool {
	word, _, spaced := strings.Cut(before, " ")
	a, ok := commandNamed(word)
	return spaced && ok && a.slow
}

// among offers words of a list.
func among(words ...string) completer {
	return func(_ *root, typed string) (int, []completion) {
		var out []completion
		for _, s := range words {
			if strings.HasPrefix(s, typed) {
				out = append(out, completion{text: s, show: s})
			}
		}
		return len([]rune(typed)), out
	}
}

var (
	onOff         = among("on", "off")
	completeTheme = among(theme.Names()...)
)

// completeSetting offers settings, and behind one what its own row does.
func completeSetting(m *root, typed string) (int, []completion) {
	if name, value, ok := strings.Cut(typed, " "); ok {
		return completeCommand(m, name+" "+value)
	}
	return among(settings...)(m, typed)
}

// completeField offers the fields that can be corrected, and behind one its values.
func completeField(m *root, typed string) (int, []completion) {
	name, value, valued := strings.Cut(typed, " ")
	switch {
	case !valued:
		return among("date", "kind", "place", "status")(m, typed)
	case name == "kind":
		return among(namesOf(model.Kinds())...)(m, value)
	case name == "status":
		return among(namesOf(model.Statuses())...)(m, value)
	case name == "place":
		return m.completeLabels(value, model.FieldIn)
	}
	return 0, nil
}

func namesOf[T fmt.Stringer](all []T) []string {
	out := make([]string, len(all))
	for i, x := range all {
		out[i] = x.String()
	}
	return out
}

// completeActors offers people, countries and bodies, of which the last is typed behind a comma.
func completeActors(m *root, typed string) (int, []completion) {
	last := strings.TrimLeft(typed[strings.LastIndexByte(typed, ',')+1:], " ")
	return m.completeLabels(last, model.FieldWho, model.FieldWith)
}

// completePerson offers people.
func completePerson(m *root, typed string) (int, []completion) {
	return m.completeLabels(typed, model.FieldWho)
}

// completeLabels offers values of fields among what is shown, by the beginning of any of their words.
func (m *root) completeLabels(typed string, fields ...model.Field) (int, []completion) {
	want := text.Fold(typed)
	if want == "" {
		return 0, nil
	}
	var out []completion
	for _, f := range fields {
		for _, c := range m.base.Facet(f) {
			if startsWord(c.Label, want) && len(out) < mostOptions {
				out = append(out, completion{c.Label, c.Label, strconv.Itoa(c.N)})
			}
		}
	}
	return len([]rune(typed)), out
}

// completeDay offers the months in which something is shown.
func completeDay(m *root, typed string) (int, []completion) {
	want := text.Fold(typed)
	var out []completion
	for _, c := range m.base.Months() {
		if want != "" && (strings.HasPrefix(c.Key, want) || startsWord(c.Label, want)) && len(out) < mostOptions {
			out = append(out, completion{c.Key, c.Label, strconv.Itoa(c.N)})
		}
	}
	return len([]rune(typed)), out
}
