package field

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"entente/ui/theme"
)

func TestField_Keys(t *testing.T) {
	tests := []struct {
		name  string
		start string
		keys  []string
		want  string
	}{
		{"typing at the cursor", "ac", []string{"left", "+b"}, "abc"},
		{"rub out", "abc", []string{"backspace"}, "ab"},
		{"delete under the cursor", "abc", []string{"home", "delete"}, "bc"},
		{"rub out a word", "who:kallas in:kyiv", []string{"ctrl+w"}, "who:kallas "},
		{"to the beginning", "abc", []string{"left", "ctrl+u"}, "c"},
		{"to the end", "abc", []string{"ctrl+a", "ctrl+k"}, ""},
		{"rubbing out nothing", "", []string{"backspace", "delete", "left", "right"}, ""},
		{"back in the history", "new", []string{"up", "up"}, "first"},
		{"and on again to what was typed", "new", []string{"up", "down"}, "new"},
		{"a paste with line feeds and escapes", "", []string{"+a\nb\x1b[2Jc"}, "a bc"},
		{"letters of more than one byte", "Niinistö", []string{"backspace", "+ö!"}, "Niinistö!"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			f := New(tt.start, []string{"first", "second"})
			for _, k := range tt.keys {
				if k[0] == '+' {
					f.Insert(k[1:])
				} else if !f.Key(press(k)) {
					t.Fatalf("%s means nothing", k)
				}
			}
			if got := f.Value(); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

// press is a key by its name.
func press(name string) tea.KeyPressMsg {
	var mod tea.KeyMod
	if rest, ok := strings.CutPrefix(name, "ctrl+"); ok {
		mod, name = tea.ModCtrl, rest
	}
	named := map[string]rune{
		"left": tea.KeyLeft, "right": tea.KeyRight, "home": tea.KeyHome, "end": tea.KeyEnd, "up": tea.KeyUp, "down": tea.KeyDown,
		"backspace": tea.KeyBackspace, "delete": tea.KeyDelete, "tab": tea.KeyTab,
	}
	if c, ok := named[name]; ok {
		return tea.KeyPressMsg{Code: c, Mod: mod}
	}
	r, _ := utf8.DecodeRuneInString(name)
	return tea.KeyPressMsg{Code: r, Mod: mod}
}

// Tab, and the key that asks the system's clipboard elsewhere, are not the line's.
func TestField_KeysOfOthers(t *testing.T) {
	f := New("ab", nil)
	for _, k := range []string{"tab", "ctrl+v", "ctrl+x"} {
		if f.Key(press(k)) || f.Value() != "ab" {
			t.Errorf("%s edits the line: %q", k, f.Value())
		}
	}
	if f.Insert(strings.Repeat("x", 3*longest)); len(f.Value()) != longest {
		t.Errorf("a line of %d bytes", len(f.Value()))
	}
	f.Set("who:zelen")
	if f.ReplaceWord(5, "Volodymyr"); f.Value() != "who:Volodymyr" || f.Before() != f.Value() {
		t.Errorf("%q, the cursor behind %q", f.Value(), f.Before())
	}
}

func TestField_CursorIsAlwaysSeen(t *testing.T) {
	st := theme.New(theme.Options{})
	f := New("a rather long filter with 会議 in it and more", nil)
	for w := range 60 {
		for range 50 {
			row, x := f.View(st, "/", w)
			if ansi.StringWidth(row) != w {
				t.Fatalf("%d cells, want %d", ansi.StringWidth(row), w)
			}
			if w > 0 && (x < 0 || x >= w) {
				t.Fatalf("the cursor is in cell %d of %d", x, w)
			}
			f.Key(press("left"))
		}
		f.Key(press("end"))
	}
}

func TestRemember_NoEntryTwice(t *testing.T) {
	h := Remember(Remember(Remember(nil, "a"), "b"), "a")
	if len(h) != 2 || h[1] != "a" {
		t.Errorf("got %v", h)
	}
}

func TestWords(t *testing.T) {
	for in, want := range map[string][]string{
		"":                      nil,
		"  wc -l ":              {"wc", "-l"},
		`grep -i "air defence"`: {"grep", "-i", "air defence"},
		`a '' b`:                {"a", "", "b"},
		"a; rm -rf $HOME `x`":   {"a;", "rm", "-rf", "$HOME", "`x`"},
	} {
		if got := Words(in); !slices.Equal(got, want) {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}
