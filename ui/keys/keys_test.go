package keys

import (
	"strings"
	"testing"
)

func testMap(t *testing.T) *Map {
	t.Helper()
	m, problems := New([]Binding{
		{"list", "j", "down"},
		{"list", "g g", "first"},
		{"list", "d", "half"},
		{"all", "q", "back"},
		{"all", "g t", "timeline"},
		{"all", "d", "never seen in a list"},
		{"all", "ctrl+d", "half"},
		{"all", ":", "command"},
	})
	for _, p := range problems {
		t.Error(p)
	}
	return m
}

func TestState_Press(t *testing.T) {
	tests := []struct {
		name    string
		typed   string
		action  string
		count   int
		pending bool
		unknown string
	}{
		{"one key", "j", "down", 0, false, ""},
		{"a count", "1 2 j", "down", 12, false, ""},
		{"a nought within a count", "1 0 j", "down", 10, false, ""},
		{"a nought alone is no count", "0", "", 0, false, "0"},
		{"a sequence", "g g", "first", 0, false, ""},
		{"a sequence of the outer scope, though the inner knows its beginning", "g t", "timeline", 0, false, ""},
		{"a count before a sequence", "3 g g", "first", 3, false, ""},
		{"a sequence half way", "g", "", 0, true, ""},
		{"esc gives a sequence up", "g esc", "", 0, false, ""},
		{"an unknown end", "g x", "", 0, false, "g x"},
		{"the inner scope wins", "d", "half", 0, false, ""},
		{"a Russian letter at the same key", "о", "down", 0, false, ""},
		{"a sequence in Russian letters", "п п", "first", 0, false, ""},
		{"control with a Russian letter", "ctrl+в", "half", 0, false, ""},
		{"a shifted Russian letter", "Ж", "command", 0, false, ""},
		{"a count too long", "9 9 9 9 9 9 9 9 9 9 9 9 j", "down", maxCount, false, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			m := testMap(t)
			var s State
			var got Answer
			for k := range strings.FieldsSeq(tt.typed) {
				got = s.Press(m, []string{"list", "all"}, k)
			}
			if got != (Answer{tt.action, tt.count, tt.pending, tt.unknown}) {
				t.Errorf("got %+v", got)
			}
			if s.Pending() != tt.pending {
				t.Errorf("pending is %v afterwards", s.Pending())
			}
		})
	}
}

func TestNew_ReportsClashes(t *testing.T) {
	tests := []struct{ name, first, second string }{
		{"the same key", "j", "j"},
		{"a beginning of a bound sequence", "g g", "g"},
		{"a sequence that a bound key begins", "g", "g g"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			m, problems := New([]Binding{{"list", tt.first, "a"}, {"list", tt.second, "b"}, {"other", tt.second, "b"}})
			if len(problems) != 1 {
				t.Fatalf("%d problems, want 1: %v", len(problems), problems)
			}
			if got := m.Keys("list", "a"); len(got) != 1 {
				t.Errorf("the first binding is gone")
			}
			if got := m.Keys("other", "b"); len(got) != 1 {
				t.Errorf("another scope was affected")
			}
		})
	}
}

func TestState_Continue(t *testing.T) {
	m := testMap(t)
	var s State
	s.Press(m, []string{"list", "all"}, "g")
	got := s.Continue(m, []string{"list", "all"})
	want := []Next{{"g", "first"}, {"t", "timeline"}}
	if len(got) != len(want) || got[0] != want[0] || got[1] != want[1] {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestLayouts_AreAsLongAsTheKeyboard(t *testing.T) {
	for _, l := range layouts {
		if a, b := len([]rune(l.lower)), len(usLower); a != b {
			t.Errorf("%s: %d lower letters, %d keys", l.name, a, b)
		}
		if a, b := len([]rune(l.upper)), len(usUpper); a != b {
			t.Errorf("%s: %d upper letters, %d keys", l.name, a, b)
		}
	}
}
