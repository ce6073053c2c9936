package store_test

import (
	"database/sql"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"testing"
	"time"

	"entente/loader"
	"entente/loader/gazetteer"
	"entente/model"
	"entente/store"
)

// archived keeps a collection in an index, and opens its archive.
func archived(tb testing.TB, path string, res loader.Result) (*store.Index, *store.Archive) {
	tb.Helper()
	x, err := store.OpenIndex(tb.Context(), path, "engine")
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(x.Close)
	for i, a := range res.Articles {
		x.Keep(a.ID, model.Stamp{Size: int64(i), Modified: 1}, []*model.Article{a}, "")
	}
	if !x.Finish() {
		tb.Fatal(x.Notes())
	}
	if _, ok := x.Archive(tb.Context()); ok {
		tb.Fatal("there is an archive of nothing")
	}
	if err := x.Show(tb.Context(), res.Articles, res.Meetings); err != nil {
		tb.Fatal(err)
	}
	a, ok := x.Archive(tb.Context())
	if !ok {
		tb.Fatal("there is no archive")
	}
	return x, a
}

// A timeline of an archive answers whatever one in memory does, meeting by meeting.
func TestArchive(t *testing.T) {
	res := collection()
	names := gazetteer.Default()
	x, a := archived(t, filepath.Join(t.TempDir(), "x.db"), res)
	got, ok := model.OpenTimeline(a, names)
	want := model.NewTimeline(res.Meetings, res.Articles, names)
	if !ok || got.Len() != want.Len() {
		t.Fatalf("%d meetings, want %d", got.Len(), want.Len())
	}
	for _, q := range []string{"", "kallas", "zelensky kyiv", `"prime minister"`, "date:2023-04..2023-06", "src>=2", "conflict:yes", "conf<80", "in:poland", "topic:energy", "src:ukrinform"} {
		f, err := model.ParseFilter(q)
		if err != nil {
			t.Fatal(err)
		}
		for o := model.ByDate; o <= model.ByName; o++ {
			v, w := got.View(f, o, true), want.View(f, o, true)
			if !slices.Equal(v.Rows, w.Rows) {
				t.Errorf("%s in order %d: %v, want %v", q, o, v.Rows, w.Rows)
			}
			if v.Told() != w.Told() || !reflect.DeepEqual(v.Facet(model.FieldWho), w.Facet(model.FieldWho)) || !reflect.DeepEqual(v.Months(), w.Months()) ||
				!reflect.DeepEqual(model.RhythmOf(v), model.RhythmOf(w)) || !reflect.DeepEqual(model.NewGrid(v, model.FieldWith, 9).N, model.NewGrid(w, model.FieldWith, 9).N) {
				t.Errorf("%s in order %d counts otherwise", q, o)
			}
		}
	}
	var one, all []*model.Meeting
	for row := range int32(got.Len()) {
		m, w := got.At(row), want.At(row)
		one = append(one, m)
		if o := got.View(model.Filter{}, model.ByDate, false).Outline(int(row)); o.ID != w.ID || len(o.Reports) != len(w.Reports) || o.Reported() != w.Reported() || o.Title != w.Title {
			t.Errorf("outline %+v of %+v", o, w)
		}
		if found, ok := got.Row(w.ID); !ok || found != row || got.ID(row) != w.ID {
			t.Errorf("%s stands in row %d, want %d", w.ID, found, row)
		}
		for i, r := range m.Reports {
			if !reflect.DeepEqual(r.Whole().Evidence, w.Reports[i].Evidence) || r.Article.Whole().Text != w.Reports[i].Article.Text {
				t.Errorf("%s: the words of report %d are others", w.ID, i)
			}
		}
	}
	all, articles := got.All()
	if wanted := listed(t, res.Meetings); listed(t, one) != wanted || listed(t, all) != wanted || listed(t, got.View(model.Filter{}, model.ByDate, false).Meetings()) != wanted {
		t.Error("the meetings differ")
	}
	if a, b := got.Span(); len(articles) != len(res.Articles) || !reflect.DeepEqual([]model.Date{a, b}, func() []model.Date { a, b := want.Span(); return []model.Date{a, b} }()) {
		t.Error("the articles or the span differ")
	}

	// What was written since does not show, and what can no more be read is told as far as it is known.
	x.Begin()
	x.Keep(res.Articles[0].ID, model.Stamp{Size: 7}, nil, "is gone")
	x.Finish()
	if a, ok := x.Archive(t.Context()); !ok {
		t.Error("all of it is gone with one file")
	} else if _, _, _, _, ok := a.Files().Known(0, res.Articles[0].ID, model.Stamp{Size: 7}); ok {
		t.Error("the file counts as it was")
	}
	if m := got.At(int32(got.Len()) - 1); len(m.Reports) == 0 {
		t.Error("the archive has changed")
	}
	x.Close()
	for row := range int32(got.Len()) {
		m, w := got.At(row), want.At(row)
		if m.ID != w.ID || m.Date != w.Date || m.Kind != w.Kind || m.Status != w.Status || m.Place != w.Place || len(m.People) != len(w.People) && len(m.Reports) == 0 {
			t.Fatalf("without its archive %+v is %+v", w, m)
		}
	}
}

// kept is a folder with all sorts of files, what a load of it reports, and the files of its archive.
func kept(t *testing.T) (dir string, r loader.Report, f store.Files) {
	t.Helper()
	dir = folderOf(t, 12)
	write(t, dir, "twice.txt", "Article 7. Said twice.")
	write(t, dir, "twice-more.txt", "Article 7. Said twice.")
	write(t, dir, "blank.txt", " \n")
	for _, sub := range []string{"a", "a-b"} { // in the order of paths a/x stands behind a-b/x, in that of folders before
		if err := os.Mkdir(filepath.Join(dir, sub), 0o755); err != nil {
			t.Fatal(err)
		}
		write(t, dir, filepath.Join(sub, "x.txt"), "In "+sub+" there are talks.")
	}
	if err := os.Symlink("00001.txt", filepath.Join(dir, "link.txt")); err != nil {
		t.Fatal(err)
	}
	x := openIndex(t, indexOf(dir))
	res := showing(t, x, dir)
	if err := x.Show(t.Context(), res.Articles, res.Meetings); err != nil {
		t.Fatal(err)
	}
	a, ok := x.Archive(t.Context())
	if !ok {
		t.Fatal("there is no archive")
	}
	x.Begin()
	return dir, showing(t, x, dir).Report, a.Files()
}

// Unchanged tells what a load would, and only where it would find the same.
func TestUnchanged(t *testing.T) {
	for name, change := range map[string]func(dir string){
		"":         func(string) {},
		"added":    func(dir string) { write(t, dir, "new.txt", "New.") },
		"removed":  func(dir string) { _ = os.Remove(filepath.Join(dir, "a", "x.txt")) },
		"changed":  func(dir string) { write(t, dir, "00003.txt", "Another text.") },
		"touched":  func(dir string) { _ = os.Chtimes(filepath.Join(dir, "00004.txt"), time.Time{}, time.Unix(1e9, 0)) },
		"renamed":  func(dir string) { _ = os.Rename(filepath.Join(dir, "00005.txt"), filepath.Join(dir, "00005b.txt")) },
		"replaced": func(dir string) { _ = os.Rename(filepath.Join(dir, "00006.txt"), filepath.Join(dir, "00007.txt")) },
		"all gone": func(dir string) { _ = os.RemoveAll(dir) },
	} {
		dir, want, files := kept(t)
		change(dir)
		sources := []loader.Source{loader.Open(dir, nil)}
		got, ok := loader.Unchanged(sources, files)
		if ok != (name == "") {
			t.Errorf("%s: unchanged: %v", name, ok)
		}
		if name == "" && (got.Files != want.Files || got.Articles != want.Articles || fmt.Sprint(got.Skipped) != fmt.Sprint(want.Skipped)) {
			t.Errorf("%+v, want\n%+v", got, want)
		}
		if _, ok := loader.Unchanged(append(sources, sources...), files); ok {
			t.Error("two folders are one")
		}
	}
}

// A database that cannot be read any more is no archive.
func TestArchive_Damaged(t *testing.T) {
	for _, table := range []string{"shown", "shown_articles", "shown_meetings"} {
		path := filepath.Join(t.TempDir(), "x.db")
		x, _ := archived(t, path, collection())
		x.Close()
		db, err := sql.Open("sqlite", path)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := db.ExecContext(t.Context(), "UPDATE "+table+" SET body = zeroblob(length(body))"); err != nil {
			t.Fatal(err)
		}
		_ = db.Close()
		a, ok := openIndex(t, path).Archive(t.Context())
		if !ok {
			continue
		}
		tl, ok := model.OpenTimeline(a, nil)
		if meetings, _ := a.All(); meetings != nil || ok && table != "shown_articles" {
			t.Errorf("%s: damaged and read", table)
		}
		if ok && tl.At(0).ID == "" {
			t.Error("a meeting without a name")
		}
	}
}
