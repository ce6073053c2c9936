package ui

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"entente/ui/keys"
)

// No key means two things in a scope, and none is without its line of help.
func TestActions_EveryScope(t *testing.T) {
	if _, problems := keys.New(bindings()); len(problems) > 0 {
		for _, p := range problems {
			t.Error(p)
		}
	}
	seen := map[string]bool{}
	for _, a := range table {
		if seen[a.name] {
			t.Errorf("two rows are called %s", a.name)
		}
		seen[a.name] = true
		if a.help == "" || a.group == "" || a.scope == "" || a.run == nil {
			t.Errorf("%s lacks help, group, scope or handler", a.name)
		}
		if !slices.Contains(groupOrder, a.group) {
			t.Errorf("%s: help does not show the group %s", a.name, a.group)
		}
		if strings.ContainsAny(a.name, " :=") || strings.ToLower(a.name) != a.name {
			t.Errorf("%q is no name that can be typed", a.name)
		}
		for _, k := range a.keys {
			for word := range strings.FieldsSeq(k) {
				// A plain terminal sends these as Tab, Enter, Backspace, Esc, or keeps them for itself.
				if slices.Contains([]string{"ctrl+i", "ctrl+m", "ctrl+h", "ctrl+[", "ctrl+s", "ctrl+q"}, word) {
					t.Errorf("%s is bound to %s, which no plain terminal can send", a.name, word)
				}
			}
		}
	}
}

// A key that begins a sequence in one scope must not hide a whole key of a scope below it.
func TestActions_NoSequenceHidesAKeyOfEverywhere(t *testing.T) {
	begins := map[string]string{}
	whole := map[string]string{}
	for _, b := range bindings() {
		first, _, longer := strings.Cut(b.Keys, " ")
		if longer {
			begins[first] = b.Action
		} else if b.Scope == string(scopeEverywhere) {
			whole[b.Keys] = b.Action
		}
	}
	for _, k := range slices.Sorted(maps.Keys(begins)) {
		if w, ok := whole[k]; ok {
			t.Errorf("%s is %s everywhere, and begins %s", k, w, begins[k])
		}
	}
}

func TestActions_NamesInTheCodeAreInTheTable(t *testing.T) {
	a := start(t, 120, 40)
	for _, keys := range []string{"", "enter", "q f l", "esc ?", "esc esc g i"} {
		a.press(keys)
		for _, name := range hintsFor(a.m.top()) {
			name, _, _ = strings.Cut(name, "=")
			name = strings.TrimSuffix(name, "-*")
			if _, ok := actionNamed(name); !ok {
				t.Errorf("the hints of %s name %s, which is no action", a.m.top().name(), name)
			}
		}
	}
	for _, name := range []string{"clear-filter", "drop-term", "messages", "find", "last"} {
		mustAction(name)
	}
}

// Every row of the table can be called from every surface without a panic, by its name and by its key.
func TestActions_RunOverEverySurface(t *testing.T) {
	for _, keys := range []string{"", "/ x enter", "f l", "?", "w", "enter", "g i", "g m", "g c", "g a", "1 1 G &", "c", "p"} {
		for _, row := range table {
			a := start(t, 120, 40)
			a.press(keys)
			a.drain(row.run(a.m, call{count: 1}))
			a.m.compose()
			exact(t, a, 120, 40, row.name+" after "+keys)
		}
	}
}
