package store_test

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"entente/loader"
	"entente/model"
	"entente/store"
)

// showing loads a folder with its index, merged, and keeps what it came to.
func showing(t *testing.T, x *store.Index, dir string) loader.Result {
	t.Helper()
	res, err := loader.Load(t.Context(), []loader.Source{loader.Open(dir, nil)}, loader.Options{Reader: plain{}, Merge: loader.Merge, Memory: x})
	if err != nil || !x.Finish() {
		t.Fatal(err, x.Notes())
	}
	return res
}

func openIndex(t *testing.T, path string) *store.Index {
	t.Helper()
	x, err := store.OpenIndex(t.Context(), path, "engine")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(x.Close)
	return x
}

func TestIndex_Shown(t *testing.T) {
	dir := folderOf(t, 40)
	write(t, dir, "twice.txt", "Article 7. Said twice.")
	write(t, dir, "twice-more.txt", "Article 7. Said twice.")
	x := openIndex(t, indexOf(dir))
	if _, ok := x.Early(t.Context()); ok {
		t.Error("something was shown before anything was read")
	}
	want := showing(t, x, dir)
	if _, ok := x.Shown(want.Articles); ok {
		t.Error("shown before it was kept")
	}
	if err := x.Show(t.Context(), want.Articles, want.Meetings); err != nil {
		t.Fatal(err)
	}

	for _, way := range []string{"the same index, begun again", "the index, opened again"} {
		t.Run(way, func(t *testing.T) {
			if way == "the same index, begun again" {
				x.Begin()
			} else {
				x = openIndex(t, indexOf(dir))
			}
			first, ok := x.Early(t.Context())
			meetings, articles, ok2 := x.All()
			if !ok || !ok2 || len(first.Meetings) == 0 || len(first.Meetings) > len(meetings) || len(articles) != len(want.Articles) {
				t.Fatalf("shown: %v %v", ok, ok2)
			}
			if known, _ := x.Counts(); known != 0 {
				t.Errorf("%d files were looked up for it", known)
			}
			got := showing(t, x, dir)
			if a, b := listed(t, got.Meetings), listed(t, want.Meetings); a != b {
				t.Errorf("the meetings differ: %s", firstDifference(a, b))
			}
			if _, ok := x.Shown(got.Articles); !ok {
				t.Error("what was read is not what was shown")
			}
			if known, read := x.Counts(); read != 0 || known != 44 {
				t.Errorf("%d files known and %d read", known, read)
			}
			for i, a := range got.Articles {
				if a.Text != "" || len(a.Reports[0].Evidence) > 0 {
					t.Errorf("%s is in memory", a.ID)
				}
				if a.Whole().Text != want.Articles[i].Text || len(a.Reports[0].Whole().Evidence) != 1 {
					t.Errorf("%s cannot be had", a.ID)
				}
			}
		})
	}
}

// Merging what is light comes to what merging the whole does.
func TestIndex_LightArticlesMergeAlike(t *testing.T) {
	x := openIndex(t, filepath.Join(t.TempDir(), "x.db"))
	res := collection()
	for i, a := range res.Articles {
		x.Keep(a.ID, model.Stamp{Size: int64(i), Modified: 1}, []*model.Article{a}, "")
	}
	x.Finish()
	if err := x.Show(t.Context(), res.Articles, res.Meetings); err != nil {
		t.Fatal(err)
	}
	x.Begin()
	meetings, articles, ok := x.All()
	if !ok || articles[0].Shelf == nil {
		t.Fatal("nothing was shown")
	}
	if got, want := listed(t, loader.Merge(articles)), listed(t, res.Meetings); got != want {
		t.Errorf("the meetings differ: %s", firstDifference(got, want))
	}
	if got, want := listed(t, meetings), listed(t, res.Meetings); got != want {
		t.Errorf("what was merged differs: %s", firstDifference(got, want))
	}
}

// Whatever changes in the index, what was shown of it counts no more, and the rest still does.
func TestIndex_ShownAndChangedSince(t *testing.T) {
	for name, change := range map[string]func(t *testing.T, dir string){
		"a file changed": func(t *testing.T, dir string) {
			t.Helper()
			write(t, dir, "00003.txt", "Another text about talks.")
		},
		"a file added": func(t *testing.T, dir string) {
			t.Helper()
			write(t, dir, "new.txt", "A new text.")
		},
		"a file removed": func(_ *testing.T, dir string) { _ = os.Remove(filepath.Join(dir, "00003.txt")) },
		"a file touched": func(_ *testing.T, dir string) {
			_ = os.Chtimes(filepath.Join(dir, "00003.txt"), time.Time{}, time.Unix(1e9, 0))
		},
		"damage": func(t *testing.T, dir string) {
			t.Helper()
			db, err := sql.Open("sqlite", indexOf(dir))
			if err != nil {
				t.Fatal(err)
			}
			defer db.Close()
			if _, err := db.ExecContext(t.Context(), "UPDATE shown_meetings SET body = zeroblob(length(body))"); err != nil {
				t.Fatal(err)
			}
		},
	} {
		t.Run(name, func(t *testing.T) {
			dir := folderOf(t, 10)
			x := openIndex(t, indexOf(dir))
			res := showing(t, x, dir)
			if err := x.Show(t.Context(), res.Articles, res.Meetings); err != nil {
				t.Fatal(err)
			}
			x.Close()
			change(t, dir)
			x = openIndex(t, indexOf(dir))
			showing(t, x, dir) // and what it came to is not kept, as when a program is killed
			if _, ok := x.Early(t.Context()); !ok {
				t.Error("nothing to begin with is left")
			}
			if a, ok := x.Archive(t.Context()); name != "damage" && (!ok || counts(a, dir)) {
				t.Error("what was shown of the file still counts")
			}
			x.Close()
			x = openIndex(t, indexOf(dir))
			res = showing(t, x, dir)
			if _, read := x.Counts(); read > 0 {
				t.Errorf("%d files were read again", read)
			}
			want, err := loader.Load(t.Context(), []loader.Source{loader.Open(dir, nil)}, loader.Options{Reader: plain{}, Merge: loader.Merge})
			if err != nil {
				t.Fatal(err)
			}
			if got, want := listed(t, res.Meetings), listed(t, want.Meetings); got != want {
				t.Errorf("the meetings differ: %s", firstDifference(got, want))
			}
			if err := x.Show(t.Context(), res.Articles, res.Meetings); err != nil {
				t.Fatal(err)
			}
			if a, ok := x.Archive(t.Context()); !ok || a.Len() != len(res.Meetings) || !counts(a, dir) {
				t.Error("what is shown now was not kept")
			}
		})
	}
}

// counts tells that what was shown is what a load of the folder would come to.
func counts(a *store.Archive, dir string) bool {
	_, same := loader.Unchanged([]loader.Source{loader.Open(dir, nil)}, a.Files())
	return same
}

// Who stops the keeping of what is shown leaves what was there before.
func TestIndex_ShowStopped(t *testing.T) {
	dir := folderOf(t, 5)
	x := openIndex(t, indexOf(dir))
	res := showing(t, x, dir)
	if err := x.Show(t.Context(), res.Articles, res.Meetings); err != nil {
		t.Fatal(err)
	}
	x.Begin()
	write(t, dir, "new.txt", "A new text.")
	res = showing(t, x, dir)
	ctx, stop := context.WithCancel(t.Context())
	stop()
	if err := x.Show(ctx, res.Articles, res.Meetings); !errors.Is(err, context.Canceled) {
		t.Fatalf("it was kept all the same: %v", err)
	}
	a, ok := x.Archive(t.Context())
	if !ok || a.Files().Len() != 7 {
		t.Fatalf("what was shown before is gone: %v", ok)
	}
	if err := x.Show(t.Context(), res.Articles, res.Meetings); err != nil {
		t.Fatal(err)
	}
	if a, ok := x.Archive(t.Context()); !ok || a.Files().Len() != 8 {
		t.Errorf("what is shown now was not kept: %v", ok)
	}
}

// An article that another program has replaced meanwhile is as it stands in the list, never another's text.
func TestIndex_ReplacedMeanwhile(t *testing.T) {
	dir := folderOf(t, 3)
	x := openIndex(t, indexOf(dir))
	res := showing(t, x, dir)
	if err := x.Show(t.Context(), res.Articles, res.Meetings); err != nil {
		t.Fatal(err)
	}
	x.Begin()
	_, articles, _ := x.All()
	x.Finish()
	for i := range 3 {
		write(t, dir, fmt.Sprintf("%05d.txt", 2-i), "Something else about talks.")
	}
	showing(t, openIndex(t, indexOf(dir)), dir)
	gone := 0
	for _, a := range articles {
		if w := a.Whole(); w == a {
			gone++
		} else if w.Content != a.Content {
			t.Errorf("%s has the text of another", a.ID)
		}
	}
	if gone != 3 {
		t.Errorf("%d articles are gone, want 3", gone)
	}
}

// Budget: 5 ms for the first meetings, however many there are.
func BenchmarkIndex_Shown(b *testing.B) {
	res := collection()
	x, err := store.OpenIndex(context.Background(), filepath.Join(b.TempDir(), "x.db"), "e")
	if err != nil {
		b.Fatal(err)
	}
	defer x.Close()
	for i, a := range res.Articles {
		x.Keep(a.ID, model.Stamp{Size: int64(i), Modified: 1}, []*model.Article{a}, "")
	}
	x.Finish()
	if err := x.Show(context.Background(), res.Articles, res.Meetings); err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, ok := x.Early(context.Background()); !ok {
			b.Fatal("nothing was shown")
		}
	}
}
