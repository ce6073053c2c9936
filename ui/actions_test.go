package ui

import (
	"context"
	"maps"
	"os/exec"
	"slices"
	"strings"
	"testing"

	"entente/model"
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
	for i, keys := range []string{"", "/ x enter", "f l", "?", "w", "enter", "g i", "g m", "g c", "g a", "1 1 G &", "c", "p", ": a u d i t enter", ": s i n c e space 2 0 2 4 enter"} {
		for k, row := range table {
			if testing.Short() && (i+k)%4 != 0 {
				continue
			}
			a := start(t, 120, 40)
			a.press(keys)
			a.drain(row.run(a.m, call{count: 1}))
			a.m.compose()
			exact(t, a, 120, 40, row.name+" after "+keys)
		}
	}
}

// excuses are what the screen says when a key could do nothing.
var excuses = []string{"does nothing here", "cannot be kept", "No editor is known"}

// everything lets a test start with all that the program around the screen can do.
func everything(o *Options) {
	load := o.Load
	keep := func() (Loaded, error) { return o.Load(context.Background(), nil) }
	o.Load = func(ctx context.Context, p func(Progress)) (Loaded, error) {
		l, err := load(ctx, p)
		l.Corrections = []Kept{{Says: "status = off", Of: "m10", Where: "entente.corrections:3", Line: 3}}
		return l, err
	}
	o.Remove = func(context.Context, []Kept) (Loaded, error) { return keep() }
	o.Correct = func(context.Context, Change) (Loaded, error) { return keep() }
	o.Uncorrect = func(context.Context) (Loaded, error) { return keep() }
	o.Open = func(string) error { return nil }
	o.Edit = func(*model.Article, int) (*exec.Cmd, error) { return exec.Command("true"), nil } //nolint:noctx // it is not run here.
	o.Views = func() ([]SavedView, error) { return []SavedView{{"war", "with:ee"}}, nil }
	o.Mark = func(map[string]model.Mark, map[string]model.Mark) error { return nil }
	o.Since = func(context.Context, Point) (News, error) { return News{}, nil }
	o.Export = func(x Export) (string, error) { return x.File, nil }
	o.JSON = func(*model.Meeting) (string, error) { return "{}", nil }
	o.SaveView = func(SavedView) error { return nil }
}

// Every key of every scope is pressed where it holds, and something is seen:
// another frame, or a request to the terminal.
func TestActions_EveryKeyHasAnEffectThatIsSeen(t *testing.T) {
	openers := map[scope][]string{
		// The middle of the list, something to undo, to redo, to drop and to go back to.
		scopeEverywhere: {"/ i n : k enter , s u 8 j ctrl+e", "enter 5 j", "g i 5 j", "g c 3 j", "/ i n : k enter g i H", "3 0 G"},
		scopeTyping:     {"f c pgdown", "? pgdown"},
		scopeTimeline:   {"/ i n : k y i v enter , s , d 8 j", "1 1 G", "1 2 G g i H", "; 4 G", "z M", ", s"},
		scopeRange:      {"5 j v }"},
		scopeReader:     {"4 G enter / a i r enter ctrl+f", "4 G enter / a i r enter G", "1 4 G enter"},
		scopeFacet:      {"f l down"},
		scopeHelp:       {"?"},
		scopePage:       {"g i", "tab"},
		scopeGrid:       {"g m 3 j l l"},
		scopeTable:      {"g c"},
		scopeAudit:      {": a u d i t enter y"},
	}
	for _, row := range table {
		for _, key := range row.keys {
			seen := false
			for _, open := range openers[row.scope] {
				a := start(t, 120, 40, everything)
				a.press(open)
				before, sent := a.screen(), len(a.sent)
				a.press(key)
				after := a.screen()
				if slices.ContainsFunc(excuses, func(s string) bool { return strings.Contains(after, s) }) {
					continue
				}
				if after != before || len(a.sent) > sent {
					seen = true
					break
				}
			}
			if !seen {
				t.Errorf("%s (%s, %s) changes nothing that is seen", key, row.name, row.scope)
			}
		}
	}
}
