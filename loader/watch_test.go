package loader_test

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"entente/loader"
	"entente/model"
)

// soon is far more than a change may take to be seen: the tests share the machine with others.
const soon = 20 * time.Second

// settle lets what was told of a change pass, so that the next Wait is for the next one.
func settle(t *testing.T, w *loader.Watcher) {
	t.Helper()
	for {
		ctx, cancel := context.WithTimeout(t.Context(), time.Second)
		err := w.Wait(ctx)
		cancel()
		if errors.Is(err, context.DeadlineExceeded) {
			return
		}
		if err != nil {
			t.Fatal(err)
		}
	}
}

func do(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// TestWatch_SeesWhatHappensToFiles covers what editors and people do, among it
// saving under another name and renaming, and folders that come later.
func TestWatch_SeesWhatHappensToFiles(t *testing.T) {
	t.Parallel() // it waits more than it works
	dir := t.TempDir()
	at := func(name string) string { return filepath.Join(dir, name) }
	write := func(name, s string) error { return os.WriteFile(at(name), []byte(s), 0o600) }
	do(t, os.Mkdir(at("sub"), 0o700))
	do(t, write("sub/a.txt", "one"))
	do(t, write("old.txt", "old"))
	w := loader.Watch(t.Context(), []loader.Source{loader.Open(dir, nil)})
	settle(t, w) // until it watches
	for _, c := range []struct {
		name string
		do   func() error
	}{
		{"a new file", func() error { return write("sub/b.txt", "two") }},
		{"a file that changes where it lies", func() error { return write("sub/a.txt", "one and more") }},
		{"an editor that renames", func() error {
			return errors.Join(write("sub/.a.swp", "three"), os.Rename(at("sub/.a.swp"), at("sub/a.txt")))
		}},
		{"a file that is renamed", func() error { return os.Rename(at("old.txt"), at("new.txt")) }},
		{"a file that is removed", func() error { return os.Remove(at("new.txt")) }},
		{"a folder with a file", func() error { return errors.Join(os.MkdirAll(at("x/y"), 0o700), write("x/y/c.txt", "four")) }},
		{"a file of the new folder", func() error { return write("x/y/c.txt", "four and more") }},
		{"a folder that loses its permission", func() error { return os.Chmod(at("x"), 0) }},
		{"and gets it back", func() error { return os.Chmod(at("x"), 0o700) }},
		{"a file of the folder that it got back", func() error { return write("x/y/c.txt", "five") }},
		{"a file that gets its permission back", func() error { return os.Chmod(at("x/y/c.txt"), 0o400) }},
		{"a folder that is removed", func() error { return os.RemoveAll(at("x")) }},
	} {
		do(t, c.do())
		ctx, cancel := context.WithTimeout(t.Context(), soon)
		if err := w.Wait(ctx); err != nil {
			t.Errorf("%s: %v", c.name, err)
		}
		cancel()
		settle(t, w)
	}
}

func TestWatch_PassesByWhatIsNotRead(t *testing.T) {
	t.Parallel() // it waits more than it works
	dir := t.TempDir()
	w := loader.Watch(t.Context(), []loader.Source{loader.Open(dir, nil)})
	settle(t, w)
	for _, name := range []string{".hidden", "entente.corrections", "entente.corrections.lock"} {
		do(t, os.WriteFile(filepath.Join(dir, name), []byte("x"), 0o600))
	}
	ctx, cancel := context.WithTimeout(t.Context(), time.Second)
	defer cancel()
	if err := w.Wait(ctx); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("it woke: %v", err)
	}
}

// TestWatch_OneFile: an editor replaces the file, which a watch over the file itself would lose.
func TestWatch_OneFile(t *testing.T) {
	t.Parallel() // it waits more than it works
	dir := t.TempDir()
	name := filepath.Join(dir, "a.txt")
	do(t, os.WriteFile(name, []byte("one"), 0o600))
	w := loader.Watch(t.Context(), []loader.Source{loader.Open(name, nil)})
	settle(t, w)
	for range 2 {
		do(t, os.WriteFile(filepath.Join(dir, "other"), []byte("two"), 0o600))
		do(t, os.Rename(filepath.Join(dir, "other"), name))
		ctx, cancel := context.WithTimeout(t.Context(), soon)
		if err := w.Wait(ctx); err != nil {
			t.Error(err)
		}
		cancel()
		settle(t, w)
	}
}

func TestWatch_NothingCanChange(t *testing.T) {
	for _, s := range []loader.Source{
		{Name: "standard input", R: strings.NewReader("x")},
		{Name: "the collection", FS: fstest.MapFS{}, Root: "."},
		loader.Open(filepath.Join(t.TempDir(), "missing"), nil),
	} {
		if err := loader.Watch(t.Context(), []loader.Source{s}).Wait(t.Context()); !errors.Is(err, loader.ErrStill) {
			t.Errorf("%s: %v", s.Name, err)
		}
	}
}

// counting is a folder that counts how often a file is opened for reading.
type counting struct {
	fs.FS
	n map[string]int
}

func (c counting) Open(name string) (fs.File, error) {
	c.n[name]++
	return c.FS.Open(name)
}

func TestRecent_ReadsOnlyWhatHasChanged(t *testing.T) {
	now := time.Now()
	files := fstest.MapFS{
		"a.txt": {Data: []byte("one"), ModTime: now},
		"b.txt": {Data: []byte("two"), ModTime: now},
		"c.css": {Data: []byte("three"), ModTime: now},
	}
	var r loader.Recent
	n := map[string]int{}
	read := func() loader.Result {
		clear(n)
		return load(t, loader.Options{Workers: 1, Memory: r.Behind(nil)}, loader.Source{Name: "pile", FS: counting{files, n}, Root: "."})
	}
	first := read()
	if n["a.txt"] == 0 || len(first.Articles) != 2 {
		t.Fatal(n, ids(first.Articles))
	}
	again := read()
	if n["a.txt"]+n["b.txt"]+n["c.css"] != 0 || len(again.Articles) != 2 || notes(again.Report.Skipped) != notes(first.Report.Skipped) {
		t.Errorf("read again: %v, %v", n, again.Report)
	}
	files["b.txt"] = &fstest.MapFile{Data: []byte("new"), ModTime: now.Add(time.Second)}
	delete(files, "a.txt")
	files["d.txt"] = &fstest.MapFile{Data: []byte("four"), ModTime: now}
	third := read()
	if got := ids(third.Articles); n["c.css"] != 0 || n["b.txt"] != 1 || len(got) != 2 || got[0] != "b.txt" || third.Articles[0].Text != "new" {
		t.Errorf("after a change: %v, %v", n, got)
	}
	r.Drop()
	if fourth := read(); n["b.txt"] != 1 || n["c.css"] != 1 || n["d.txt"] != 1 || len(fourth.Articles) != 2 {
		t.Errorf("all anew: %v, %v", n, fourth.Report)
	}
}

// TestRecent_StreamsAreReadOnce: what came from a pipe is still there when another file has changed.
func TestRecent_StreamsAreReadOnce(t *testing.T) {
	var r loader.Recent
	read := func(s string) loader.Result {
		return load(t, loader.Options{Memory: r.Behind(nil)}, loader.Source{Name: "standard input", R: strings.NewReader(s)})
	}
	read("from a pipe")
	if again := read(""); len(again.Articles) != 1 || again.Articles[0].Text != "from a pipe" {
		t.Errorf("%v", again.Report)
	}
	r.Drop()
	if anew := read(""); len(anew.Articles) != 1 || anew.Articles[0].Text != "from a pipe" {
		t.Errorf("after all was dropped: %v", anew.Report)
	}
}

func TestLoad_TellsWhatItHasReadSoFar(t *testing.T) {
	files := fstest.MapFS{}
	for _, name := range []string{"a.txt", "b.txt", "c.txt"} {
		files[name] = file(name)
	}
	var sizes []int
	load(t, loader.Options{Sofar: func(all []*model.Article) { sizes = append(sizes, len(all)) }}, folder("pile", files))
	if len(sizes) != 3 || sizes[0] != 1 || sizes[2] != 3 {
		t.Error(sizes)
	}
}

func TestProgress_CountsBytesOfFiles(t *testing.T) {
	dir := t.TempDir()
	size := 0
	for _, name := range []string{"a.txt", "b.txt", "c.zip"} { // the last is broken, and done with all the same
		s := strings.Repeat(name+" ", 1000)
		do(t, os.WriteFile(filepath.Join(dir, name), []byte(s), 0o600))
		size += len(s)
	}
	var last loader.Progress
	load(t, loader.Options{Progress: func(p loader.Progress) { last = p }}, loader.Open(dir, nil))
	if last.Bytes != int64(size) || last.Size != int64(size) || last.Share() != 1 || last.Files != 3 {
		t.Errorf("%+v, want %d bytes", last, size)
	}
}
