package loader

import (
	"io/fs"
	"slices"
	"strings"
	"testing"
	"unicode"

	"entente/articles"
	"entente/text"
	"entente/text/hostile"
)

// Words are told apart and folded rune by rune; it must come to what folding whole words does.
func TestSampleShingles_FoldWords(t *testing.T) {
	slowly := func(s string) []uint64 {
		var words []string
		for w := range strings.FieldsFuncSeq(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
			words = append(words, text.Fold(w))
		}
		return sampleShingles(strings.Join(words, " "))
	}
	var texts []string
	for _, p := range hostile.All() {
		texts = append(texts, strings.Repeat("Łódź Straße and "+p.Text+" ", 12))
	}
	err := fs.WalkDir(articles.FS, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		b, err := fs.ReadFile(articles.FS, name)
		texts = append(texts, string(b))
		return err
	})
	if err != nil || len(texts) < 300 {
		t.Fatal(len(texts), err)
	}
	n := 0
	for _, s := range texts {
		got, want := sampleShingles(s), slowly(s)
		if n += len(got); !slices.Equal(got, want) {
			t.Errorf("%d samples, folded first %d, of %.60q", len(got), len(want), s)
		}
	}
	if n < 5000 {
		t.Errorf("only %d samples", n)
	}
}
