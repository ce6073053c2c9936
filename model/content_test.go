package model

import (
	"strings"
	"testing"
)

func TestContentOf(t *testing.T) {
	long := strings.Repeat("Talks were held in Kyiv on Tuesday. ", 1000)
	endless := strings.Repeat("x", 30_000)
	for _, c := range []struct {
		name           string
		title, a, b    string
		same, newTitle bool
	}{
		{"line ends and spaces", "T", "one  two\n\nthree\n", "one two three", true, false},
		{"other words", "T", "one two", "one too", false, false},
		{"words that grow together", "T", "one two", "onetwo", false, false},
		{"a long text wrapped otherwise", "", long, strings.ReplaceAll(long, ". ", ".\n"), true, false},
		{"a long text that ends otherwise", "", long, long + "No.", false, false},
		{"no space at all", "", endless, endless + "\n", true, false},
		{"no space at all, one letter more", "", endless, endless + "x", false, false},
		{"another title", "T", "one two", "one two", false, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			other := c.title
			if c.newTitle {
				other += "!"
			}
			if got := ContentOf(c.title, c.a) == ContentOf(other, c.b); got != c.same {
				t.Errorf("the same content: %t, want %t", got, c.same)
			}
		})
	}
	if len(ContentOf("", "").String()) != 16 || ContentOf("", "") == 0 {
		t.Error("an empty article has no content to be named by")
	}
}

// Where the pieces of a long text are cut must not show.
func FuzzContentOf(f *testing.F) {
	f.Add("one two", " ", uint16(3))
	f.Add("\n", "x\n ", uint16(5000))
	f.Fuzz(func(t *testing.T, word, gap string, n uint16) {
		s := strings.Repeat(word+gap, int(n%2000)+1)
		if len(s) > 1<<18 {
			return
		}
		if ContentOf("", s) != ContentOf("", " "+s+"\n") {
			t.Errorf("spaces round %q count", s)
		}
		if joined := strings.Join(strings.FieldsFunc(s, func(r rune) bool { return r < 0x80 && isSpace(byte(r)) }), "\n"); ContentOf("", s) != ContentOf("", joined) {
			t.Errorf("%q has another content than %q", s, joined)
		}
	})
}
