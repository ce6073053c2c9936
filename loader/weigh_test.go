package loader_test

import (
	"context"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"entente/loader"
	"entente/loader/decode"
	"entente/model"
)

// weighing is a reader that notes how much text is being read at a time.
type weighing struct {
	mu        sync.Mutex
	now, most int
}

func (w *weighing) Read(a *model.Article) {
	w.mu.Lock()
	w.now += len(a.Text)
	w.most = max(w.most, w.now)
	w.mu.Unlock()
	for range 100 { // time enough for the others to come in
		strings.Count(a.Text, "they")
	}
	w.mu.Lock()
	w.now -= len(a.Text)
	w.mu.Unlock()
}

// A text beyond all measure is cut, which is told, and readers hold no more than one such text together.
func TestLoad_LongTexts(t *testing.T) {
	files := fstest.MapFS{"honest.txt": {Data: []byte("They met in Kyiv.")}}
	long := strings.Repeat("They met in Kyiv again.\n", 2*decode.MaxText/24)
	for _, name := range []string{"a.txt", "b.txt", "c.txt"} {
		files[name] = &fstest.MapFile{Data: []byte(name + " " + long)}
		files["fits-"+name] = &fstest.MapFile{Data: []byte(name + " " + long[:decode.MaxText/2])}
	}
	var w weighing
	res, err := loader.Load(context.Background(), []loader.Source{{Name: "pile", FS: files, Root: "."}}, loader.Options{Reader: &w, Workers: 4})
	if err != nil || len(res.Articles) != len(files) {
		t.Fatalf("%d articles, %v", len(res.Articles), err)
	}
	for _, a := range res.Articles {
		if len(a.Text) > decode.MaxText || strings.HasPrefix(a.ID, "fits") != (len(a.Text) < decode.MaxText*2/3) && a.ID != "honest.txt" {
			t.Errorf("%s has %d bytes", a.ID, len(a.Text))
		}
	}
	if w.most > decode.MaxText {
		t.Errorf("%d bytes were read at a time", w.most)
	}
	w, dense := weighing{}, fstest.MapFS{}
	for _, name := range []string{"a.txt", "b.txt", "c.txt"} { // to read a letter that stands alone takes as much as to read a word
		dense[name] = &fstest.MapFile{Data: []byte(strings.Repeat("a ", decode.MaxPieces/2+10))}
	}
	if _, err := loader.Load(context.Background(), []loader.Source{{Name: "pile", FS: dense, Root: "."}}, loader.Options{Reader: &w, Workers: 4}); err != nil || w.most > decode.MaxPieces+100 {
		t.Errorf("%d bytes of single letters were read at a time, %v", w.most, err)
	}
	if len(res.Report.Failed) != 3 || !strings.Contains(res.Report.Failed[0].String(), "pile/a.txt could not be read: the text is larger than 4 MiB; only its beginning was read") {
		t.Errorf("told: %v", res.Report.Failed)
	}
}
