package text_test

import (
	"strings"
	"testing"

	"entente/text"
)

func TestPieces(t *testing.T) {
	for in, want := range map[string]int{
		"": 0, " \n": 0, "Kaja Kallas met Zelenskyy.": 5, "he'll": 3, "U.S.": 4, "a*b": 3, "été Київ 中文": 3, "“a”": 3, "1,2": 3, "e\u0301e": 1,
		strings.Repeat(".", 100): 100, strings.Repeat("a ", 100): 100, "ⱥⱥ": 2,
	} {
		if got, end := text.Pieces(in, 1000); got != want || end != len(in) {
			t.Errorf("%q has %d pieces up to %d, want %d", in, got, end, want)
		}
	}
	for in, want := range map[string]int{"a b c": 4, "a, b": 3, "aa": 2, "“”": 6, "ab c d": 5, "a b": 3} {
		if got, end := text.Pieces(in, 2); got > 2 || end != want {
			t.Errorf("two pieces of %q are %d up to %d, want %d", in, got, end, want)
		}
	}
}
