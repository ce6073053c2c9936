package cells

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"entente/ui/theme"
)

func TestLine_IsNeverWiderThanItWasMade(t *testing.T) {
	nasty := []string{"plain", "Жовква", "会議の記録", "e\u0301\u0301", "👩‍👩‍👧 family", "a\x1b[2Jb", "\u202egnp.exe", "tab\there", "", "two\nrows"}
	for _, ascii := range []bool{false, true} {
		st := theme.New(theme.Options{ASCII: ascii})
		for _, s := range nasty {
			for w := range 30 {
				l := NewLine(st, w).Put(st.Strong, s).Gap(1).PutIn(st.Text, s, 7).PutRight(st.Subtle, s, 5).Put(st.Text, s)
				got := l.String()
				if ansi.StringWidth(got) != w {
					t.Fatalf("%q in %d cells takes %d: %q", s, w, ansi.StringWidth(got), got)
				}
				if strings.Contains(ansi.Strip(got), "\x1b") || strings.ContainsAny(got, "\n\t\u202e") {
					t.Fatalf("%q came through as %q", s, got)
				}
			}
		}
	}
}

func TestWrap(t *testing.T) {
	tests := []struct {
		name, in string
		w        int
		want     string
	}{
		{"between words", "one two three", 7, "one two|three"},
		{"a word too long is broken", "abcdefgh ij", 3, "abc|def|gh|ij"},
		{"line feeds stay", "a\nb c", 9, "a|b c"},
		{"wide letters", "会議 会議", 5, "会議|会議"},
		{"a wide letter in one cell is dropped", "会", 1, ""},
		{"an empty text is one empty row", "", 5, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := strings.Join(Wrap(tt.in, tt.w), "|"); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

func FuzzWrap(f *testing.F) {
	f.Add("a quick brown 会議 fox", 7)
	f.Fuzz(func(t *testing.T, s string, w int) {
		w %= 100
		for _, row := range Wrap(s, w) {
			if n := ansi.StringWidth(row); w > 0 && n > w && !strings.ContainsFunc(s, func(r rune) bool { return r < ' ' || r > '~' }) {
				t.Errorf("%q: row %q is %d wide, want at most %d", s, row, n, w)
			}
		}
	})
}
