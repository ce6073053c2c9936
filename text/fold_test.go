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

func BenchmarkFold(b *testing.B) { // budget: 150 MB/s
	const s = "Recep Tayyip Erdoğan and Volodymyr Zelenskyy – the leaders’ talks in Bürgenstock"
	b.SetBytes(int64(len(s)))
	b.ReportAllocs()
	for b.Loop() {
		Fold(s)
	}
}
