package loader_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"entente/loader"
	"entente/loader/decode/pdftest"
	"entente/loader/extract"
	"entente/loader/gazetteer"
)

// TestPDF_ReadAsText: an article that was set in columns and printed reports the encounters that its text does.
func TestPDF_ReadAsText(t *testing.T) {
	if testing.Short() {
		t.Skip("starts the reader of PDF")
	}
	texts, err := filepath.Glob(goldFolder + "/articles/text/*.txt")
	if err != nil || len(texts) < 50 {
		t.Fatal(len(texts), err)
	}
	layouts := []pdftest.Layout{{}, {Columns: 2}, {Columns: 3, Indent: true, Hyphens: true}, {Columns: 2, Hyphens: true, Head: "The Evening Courier"}}
	text, printed := fstest.MapFS{}, fstest.MapFS{}
	for i, name := range texts {
		b, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		base := strings.TrimSuffix(filepath.Base(name), ".txt")
		text[base+".txt"] = &fstest.MapFile{Data: b}
		printed[base+".pdf"] = &fstest.MapFile{Data: pdftest.Print(string(b), layouts[i%len(layouts)])}
	}
	o := loader.Options{Reader: extract.New(gazetteer.Default())}
	want, got := load(t, o, folder("text", text)), load(t, o, folder("printed", printed))
	if len(want.Articles) != len(texts) || len(got.Articles) != len(texts) {
		t.Fatalf("%d articles of text, %d printed: %s", len(want.Articles), len(got.Articles), notes(got.Report.Failed))
	}
	same := 0
	for i, a := range got.Articles {
		printed, text := events(readingOf(a)), events(readingOf(want.Articles[i]))
		if slices.Equal(printed, text) {
			same++
			continue
		}
		t.Logf("%s\n%s\nand as text\n%s", a.ID, strings.Join(printed, "\n"), strings.Join(text, "\n"))
	}
	if share := 100 * same / len(texts); share < 95 {
		t.Errorf("%d of %d are read as their texts are", same, len(texts))
	}
}

// events lists what was read, a line an encounter.
func events(r reading) []string {
	out := []string{"published " + r.Published}
	for _, e := range r.Events {
		out = append(out, strings.Join(append([]string{e.Date, e.Kind, e.Status, e.City, e.Host}, e.People...), " "))
	}
	return out
}
