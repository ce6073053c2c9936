package field

import (
	"slices"
	"testing"

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
				} else if !f.Key(k) {
					t.Fatalf("%s means nothing", k)
				}
			}
			if got := f.Value(); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
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
			f.Key("left")
		}
		f.Key("end")
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
