package store_test

import (
	"context"
	"encoding/binary"
	"os"
	"path/filepath"
	"testing"

	"entente/loader"
	"entente/store"
)

// FuzzIndexFile damages the file of an index: bytes are changed, and its end is
// cut off. SQLite knows no checksums of rows, so a text may read otherwise then; but a
// load comes to its end, no span leads out of its article, and an index that is made
// anew says what the articles say.
func FuzzIndexFile(f *testing.F) {
	dir := folderOf(f, 6)
	readWith(f, dir, "engine")
	good, err := os.ReadFile(indexOf(dir))
	if err != nil {
		f.Fatal(err)
	}
	want := readWithout(f, dir)
	f.Add([]byte{}, uint32(0))
	f.Add([]byte{0, 0, 0, 0, 'X'}, uint32(0))                // no SQLite file any more
	f.Add([]byte{0, 0, 0, 18, 9, 0, 0, 0, 19, 9}, uint32(0)) // of another version of SQLite
	f.Add([]byte{0, 0, 0, 100, 0xff}, uint32(0))             // the first page
	f.Add([]byte{0, 0, 0x20, 0, 0xff, 0, 0, 0x30, 5, 7}, uint32(0))
	f.Add([]byte{}, uint32(1))
	f.Add([]byte{}, uint32(len(good)-4096))
	f.Fuzz(func(t *testing.T, edits []byte, cut uint32) {
		bad := append([]byte(nil), good...)
		for ; len(edits) >= 5; edits = edits[5:] {
			bad[int(binary.BigEndian.Uint32(edits))%len(bad)] = edits[4]
		}
		bad = bad[:len(bad)-int(cut)%len(bad)]
		path := filepath.Join(t.TempDir(), "x.db")
		if err := os.WriteFile(path, bad, 0o600); err != nil {
			t.Fatal(err)
		}
		for n, engine := range []string{"engine", "engine", "another", "another"} {
			x, err := store.OpenIndex(context.Background(), path, engine)
			if err != nil { // then the program does without
				return
			}
			res, err := loader.Load(context.Background(), []loader.Source{loader.Open(dir, nil)}, loader.Options{Reader: plain{}, Memory: x})
			x.Close()
			if err != nil {
				t.Fatal(err)
			}
			for _, a := range res.Articles {
				for _, r := range a.Reports {
					for _, e := range r.Evidence {
						if e.Start < 0 || e.Start > e.End || e.End > len(a.Text) {
							t.Fatalf("%v in an article of %d bytes", e.Span, len(a.Text))
						}
					}
				}
			}
			if n > 1 {
				same(t, "made anew", res.Articles, want)
			}
		}
	})
}

// The index is deleted while it is open, as whoever empties the cache does: the load goes on, and the next one makes it anew.
func TestIndex_DeletedMeanwhile(t *testing.T) {
	dir := folderOf(t, 40)
	want := readWithout(t, dir)
	readWith(t, dir, "1")
	x, err := store.OpenIndex(context.Background(), indexOf(dir), "1")
	if err != nil {
		t.Fatal(err)
	}
	write(t, dir, "00007.txt", "Changed, so that something is written to the index.")
	if err := os.RemoveAll(filepath.Dir(indexOf(dir))); err != nil {
		t.Fatal(err)
	}
	res, err := loader.Load(context.Background(), []loader.Source{loader.Open(dir, nil)}, loader.Options{Reader: plain{}, Memory: x})
	x.Close()
	if err != nil || len(res.Articles) != len(want) {
		t.Fatalf("%d articles, want %d, %v", len(res.Articles), len(want), err)
	}
	want = readWithout(t, dir)
	same(t, "deleted", res.Articles, want)
	for range 2 {
		same(t, "made anew", readWith(t, dir, "1").articles, want)
	}
	sound(t, dir)
}
