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

// The first stages alone; all that follows is the difference from BenchmarkRead.
// Budgets on one core, in MB/s: small letters 1500, lines and zones 400, tokens 250, dates 1500, items 300.
func BenchmarkStages(b *testing.B) {
	all, n := texts(b)
	r := New(gazetteer.Default())
	docs := make([]*document, len(all))
	for i, s := range all {
		d := &document{lex: r.lex, g: r.g}
		d.read(r, &model.Article{Text: s})
		docs[i] = d
	}
	for _, stage := range []struct {
		name string
		run  func(*document)
	}{
		{"small letters", (*document).lowerText},
		{"lines and zones", func(d *document) { d.lines = splitLines(d.text, d.lines); d.layout.markZones(d.text, d.bytes, d.lines) }},
		{"tokens", (*document).tokenize},
		{"dates", (*document).findDates},
		{"items", func(d *document) { d.people = d.people[:0]; d.nameInFull(); d.itemize() }},
	} {
		b.Run(stage.name, func(b *testing.B) {
			b.SetBytes(n)
			b.ReportAllocs()
			for b.Loop() {
				for _, d := range docs {
					stage.run(d)
				}
			}
		})
	}
}

// One text of all articles: what is looked for around each encounter must not grow with the text.
// Budget: a quarter of the speed of BenchmarkRead.
func BenchmarkReadLong(b *testing.B) {
	all, n := texts(b)
	r := New(gazetteer.Default())
	text := strings.Join(all, "\n\n")
	b.SetBytes(n)
	b.ReportAllocs()
	for b.Loop() {
		r.Read(&model.Article{Text: text})
	}
}

// Reading allocates what it keeps: not more with the words of a text.
func TestRead_AllocatesNothingPerToken(t *testing.T) {
	r := New(gazetteer.Default())
	sentence := "The committee, which had been set up long before, looked into the matter of roads and found them wanting in many ways. "
	few, many := strings.Repeat(sentence, 20), strings.Repeat(sentence, 400)
	count := func(s string) float64 {
		r.Read(&model.Article{Text: s})
		return testing.AllocsPerRun(20, func() { r.Read(&model.Article{Text: s}) })
	}
	if a, b := count(few), count(many); b > a+40 {
		t.Errorf("%.0f allocations for 20 sentences, %.0f for 400", a, b)
	}
}

// Budget: 4 ms for the tables and the reader together, on one core.
func BenchmarkStart(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		New(gazetteer.Load())
	}
}
