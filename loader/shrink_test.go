package loader_test

import (
	"archive/zip"
	"bytes"
	"context"
	"io"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"entente/loader"
)

// shrinking is a folder whose files lose their second half between being listed and being read.
type shrinking struct{ fstest.MapFS }

// Open opens a file that says more of itself than it holds.
func (s shrinking) Open(name string) (fs.File, error) {
	f, err := s.MapFS.Open(name)
	if m := s.MapFS[name]; m != nil && err == nil && strings.HasPrefix(name, "half") {
		return &half{f, bytes.NewReader(m.Data[:len(m.Data)/2])}, nil
	}
	return f, err
}

type half struct {
	fs.File
	data *bytes.Reader
}

// Read reads what is left.
func (h *half) Read(p []byte) (int, error) { return h.data.Read(p) }

// ReadAt reads what is left.
func (h *half) ReadAt(p []byte, at int64) (int, error) { return h.data.ReadAt(p, at) }

// What shrinks while it is read gives what is left of it, or is told of; the file beside it is complete.
func TestLoad_FileShrinks(t *testing.T) {
	var packed bytes.Buffer
	z := zip.NewWriter(&packed)
	for _, name := range []string{"a.txt", "b.txt"} {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(w, strings.Repeat("They met in Kyiv. ", 200)); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	text := strings.Repeat("They met in Kyiv. ", 5000)
	lines := strings.Repeat(`{"title":"A","text":"They met."}`+"\n", 101)
	for name, c := range map[string]struct {
		content  string
		articles int
		failed   bool
	}{
		"half.txt": {text, 2, false}, "half.html": {"<article><p>" + text, 2, false}, "half.jsonl": {lines, 50 + 1, true}, "half.zip": {packed.String(), 1, true},
		"half.csv": {"title,text\n" + strings.Repeat("A,\"They met.\"\n", 100), 51, true},
	} {
		t.Run(name, func(t *testing.T) {
			files := shrinking{fstest.MapFS{name: file(c.content), "honest.txt": file("They met.")}}
			done := make(chan loader.Result, 1)
			go func() {
				res, _ := loader.Load(context.Background(), []loader.Source{{Name: "pile", FS: files, Root: "."}}, loader.Options{})
				done <- res
			}()
			select {
			case res := <-done:
				all := ids(res.Articles)
				if len(all) == 0 || all[len(all)-1] != "honest.txt" || (len(res.Report.Failed) > 0) != c.failed {
					t.Errorf("%v\n%s", all, notes(res.Report.Failed))
				}
				if res.Report.Articles != c.articles {
					t.Errorf("%d articles, want %d: %s", res.Report.Articles, c.articles, notes(res.Report.Failed))
				}
			case <-time.After(time.Minute):
				t.Fatal("the load does not end")
			}
		})
	}
}
