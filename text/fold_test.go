package text

import (
	"testing"
	"unicode/utf8"
)

func TestAppendFold_FastAndSlowWayAgree(t *testing.T) {
	for r := rune(utf8.RuneSelf); r < 0x3100; r++ {
		if r == '`' {
			continue
		}
		s := string(r)
		if fast, slow := string(AppendFold(nil, s)), string(appendFoldSlow(nil, s)); fast != slow {
			t.Errorf("fold of %U: fast %q, slow %q", r, fast, slow)
		}
	}
}

func TestFold(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"", ""},
		{"kyiv", "kyiv"},
		{"Recep Tayyip Erdoğan", "recep tayyip erdogan"},
		{"Bürgenstock – İstanbul ‘Łódź’ Straße", "burgenstock - istanbul 'lodz' strasse"},
		{"e\u0301te\u0301 \xff x", "ete \ufffd x"},
		{"Київ Володимирович Йосипенко та багато інших слів", "киів володимирович иосипенко та багато інших слів"},
	} {
		if got := Fold(c.in); got != c.want {
			t.Errorf("Fold(%q) = %q, want %q", c.in, got, c.want)
		}
		if again := Fold(Fold(c.in)); again != Fold(c.in) {
			t.Errorf("Fold is not idempotent: %q becomes %q", Fold(c.in), again)
		}
	}
}

func TestFoldPlaces(t *testing.T) {
	for _, s := range []string{"", "Kyiv", "Łódź, Straße, ﬁnal, Ærø", "e\u0301 \xff\ufffd …", "Київ 泽连斯基"} {
		folded, places := FoldPlaces(s)
		if folded != Fold(s) || len(places) != len(folded) {
			t.Errorf("%q: %q with %d places, want %q", s, folded, len(places), Fold(s))
		}
		for i, at := range places {
			if r, size := utf8.DecodeRuneInString(s[at:]); at < 0 || r != utf8.RuneError && size > 0 && Fold(string(r)) == "" || i > 0 && at < places[i-1] {
				t.Errorf("%q: byte %d from %d", s, i, at)
			}
		}
	}
}

func BenchmarkFold(b *testing.B) { // budget: 150 MB/s
	const s = "Recep Tayyip Erdoğan and Volodymyr Zelenskyy – the leaders’ talks in Bürgenstock"
	b.SetBytes(int64(len(s)))
	b.ReportAllocs()
	for b.Loop() {
		Fold(s)
	}
}
