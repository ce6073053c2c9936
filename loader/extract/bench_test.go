package extract

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"entente/loader/gazetteer"
	"entente/model"
)

// texts are the articles of the collection without their front matter.
func texts(b *testing.B) ([]string, int64) {
	b.Helper()
	files, err := filepath.Glob("../../articles/20*/*.md")
	if err != nil || len(files) == 0 {
		b.Fatalf("no articles: %v", err)
	}
	var out []string
	n := 0
	for _, f := range files {
		raw, err := os.ReadFile(f)
		if err != nil {
			b.Fatal(err)
		}
		s := string(raw)
		if _, body, ok := strings.Cut(s, "\n---\n"); ok {
			s = body
		}
		out = append(out, s)
		n += len(s)
	}
	return out, int64(n)
}

// Budget: 40 MB/s on one core, 80 as the aim; 60 allocations an article, most of them what is kept.
func BenchmarkRead(b *testing.B) {
	all, n := texts(b)
	r := New(gazetteer.Default())
	b.SetBytes(n)
	b.ReportAllocs()
	for b.Loop() {
		for _, s := range all {
			r.Read(&model.Article{Text: s})
		}
	}
	b.ReportMetric(float64(len(all)), "articles/op")
}

// Budget: 4 ms for the tables and the reader together, on one core.
func BenchmarkStart(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		New(gazetteer.Load())
	}
}
