package loader_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync/atomic"
	"testing"
	"testing/fstest"
	"time"

	"entente/loader"
	"entente/model"
)

func file(s string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(s)} }

func folder(name string, files fstest.MapFS) loader.Source {
	return loader.Source{Name: name, FS: files, Root: "."}
}

func ids(articles []*model.Article) []string {
	out := make([]string, 0, len(articles))
	for _, a := range articles {
		out = append(out, a.ID)
	}
	return out
}

func notes(all []loader.Note) string {
	var b strings.Builder
	for _, n := range all {
		fmt.Fprintln(&b, n)
	}
	return b.String()
}

func load(t *testing.T, o loader.Options, sources ...loader.Source) loader.Result {
	t.Helper()
	res, err := loader.Load(t.Context(), sources, o)
	if err != nil {
		t.Fatal(err)
	}
	return res
}

func TestLoad_PathOrderWhateverTheWorkers(t *testing.T) {
	files := fstest.MapFS{}
	var want []string
	for i := range 300 {
		name := fmt.Sprintf("%02d/%03d.txt", i%7, i)
		files[name] = file(name)
		want = append(want, name)
	}
	slices.Sort(want)
	for _, workers := range []int{1, 2, 8} {
		res := load(t, loader.Options{Workers: workers, Reader: slow{}}, folder("pile", files))
		if got := ids(res.Articles); !slices.Equal(got, want) {
			t.Fatalf("%d workers: %v", workers, got)
		}
		if res.Report.Articles != 300 || res.Report.Files != 300 {
			t.Errorf("report: %+v", res.Report)
		}
	}
}

// slow takes longer over some articles than over those that follow.
type slow struct{}

func (slow) Read(a *model.Article) {
	if strings.HasSuffix(a.ID, "3.txt") {
		for range 100 {
			runtime.Gosched()
		}
	}
}

func TestLoad_SortsOutWhatIsNoArticle(t *testing.T) {
	res := load(t, loader.Options{}, folder("pile", fstest.MapFS{
		"a.txt":            file("Kallas met Zelensky.\n"),
		"b.md":             file("---\ntitle: T\n---\n\nBody.\n"),
		"empty.txt":        file(""),
		"photo.txt":        file("\xff\xd8\xff\xe0\x00\x10JFIF"),
		"zeros.txt":        file(strings.Repeat("\x00", 1000)),
		"papers.rar":       file("Rar!\x1a\x07 …"),
		".hidden/x.txt":    file("hidden"),
		".x.txt":           file("hidden"),
		"link.txt":         {Data: []byte("a.txt"), Mode: fs.ModeSymlink},
		"pipe":             {Mode: fs.ModeNamedPipe},
		"sub/deep/er/c.md": file("# C\n"),
	}))
	if got, want := ids(res.Articles), []string{"a.txt", "b.md", "sub/deep/er/c.md"}; !slices.Equal(got, want) {
		t.Errorf("articles %v, want %v", got, want)
	}
	want := `pile/link.txt is a link, which entente does not follow; name it to read it
pile/pipe is no regular file
pile/empty.txt is empty
pile/papers.rar is a RAR archive, which entente does not open
pile/photo.txt is an image
pile/zeros.txt is no text
`
	if got := notes(res.Report.Skipped); got != want {
		t.Errorf("skipped\n%swant\n%s", got, want)
	}
	if len(res.Report.Failed) > 0 {
		t.Errorf("failed: %v", res.Report.Failed)
	}
}

func TestLoad_ArticleFields(t *testing.T) {
	res := load(t, loader.Options{}, folder("pile", fstest.MapFS{"b.md": file(`---
title: "A  title\u001b[31m"
source: "https://example.org/a"
author:
  - "[[Ingvild Moe]]"
published: 2023-08-25T10:00
lang: en-GB
sources:
  - outlet: Ukrinform
    url: https://www.ukrinform.net/1
  - outlet: Bad
    url: javascript:alert(1)
---

First line.
`)}))
	a := res.Articles[0]
	if a.Title != "A title" || a.URL != "https://example.org/a" || a.Byline != "Ingvild Moe" || a.Published != model.NewDate(2023, 8, 25) ||
		a.Lang != "en" || a.Text != "First line.\n" || !a.Markdown || a.Source != "" {
		t.Errorf("%+v", a)
	}
	if len(a.Sources) != 2 || a.Sources[0] != (model.SourceRef{Outlet: "Ukrinform", URL: "https://www.ukrinform.net/1"}) || a.Sources[1].URL != "" {
		t.Errorf("sources %v", a.Sources)
	}
}

func TestLoad_BrokenFrontMatterKeepsTheText(t *testing.T) {
	res := load(t, loader.Options{}, folder("pile", fstest.MapFS{"b.md": file("---\ntitle: [\n---\nBody.\n")}))
	if len(res.Articles) != 1 || res.Articles[0].Text != "Body.\n" || len(res.Report.Failed) != 1 {
		t.Errorf("%v, %+v", ids(res.Articles), res.Report)
	}
}

func TestLoad_SameNameInTwoFolders(t *testing.T) {
	one, two, three := fstest.MapFS{"a.txt": file("one")}, fstest.MapFS{"a.txt": file("two")}, fstest.MapFS{"a.txt": file("three")}
	res := load(t, loader.Options{}, folder("one", one), folder("two", two), folder("three", three))
	if got, want := ids(res.Articles), []string{"a.txt", "a.txt~2", "a.txt~3"}; !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}

func TestLoad_Stream(t *testing.T) {
	res := load(t, loader.Options{}, loader.Open("-", strings.NewReader("Kallas met Zelensky.")))
	if got := ids(res.Articles); !slices.Equal(got, []string{"stdin"}) {
		t.Errorf("%v", got)
	}
}

// broken is a file system that refuses some paths, as one does without permission.
type broken struct {
	fs.FS
	path string
}

func (b broken) Open(name string) (fs.File, error) {
	if name == b.path {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrPermission}
	}
	return b.FS.Open(name)
}

func TestLoad_WhatCannotBeReadDoesNotStopTheRest(t *testing.T) {
	files := fstest.MapFS{"a.txt": file("a"), "no/b.txt": file("b"), "c.txt": file("c")}
	for _, c := range []struct{ path, want string }{
		{"a.txt", "pile/a.txt could not be read: permission denied\n"},
		{"no", "pile/no could not be read: permission denied\n"},
	} {
		res := load(t, loader.Options{}, loader.Source{Name: "pile", FS: broken{files, c.path}, Root: "."})
		if got := notes(res.Report.Failed); got != c.want || len(res.Articles) != 2 {
			t.Errorf("%s: %v, %q", c.path, ids(res.Articles), got)
		}
		if err := res.Report.Err(); !errors.Is(err, fs.ErrPermission) || !strings.Contains(err.Error(), "read pile/") {
			t.Errorf("Err() = %v", err)
		}
	}
}

type cutShort struct{ io.Reader }

func (c cutShort) Read(p []byte) (int, error) {
	n, err := c.Reader.Read(p)
	if errors.Is(err, io.EOF) {
		err = errors.New("input/output error")
	}
	return n, err
}

func TestLoad_DiskFault(t *testing.T) {
	res := load(t, loader.Options{}, loader.Source{Name: "disk", R: cutShort{strings.NewReader(strings.Repeat("x", 1<<20))}})
	if got := notes(res.Report.Failed); got != "disk could not be read: read as plain text: read: input/output error\n" {
		t.Errorf("%q", got)
	}
}

type explosive struct{}

func (explosive) Read(a *model.Article) {
	if a.ID == "b.txt" {
		panic("boom")
	}
}

func TestLoad_PanicCostsOneArticle(t *testing.T) {
	res := load(t, loader.Options{Reader: explosive{}}, folder("pile", fstest.MapFS{"a.txt": file("a"), "b.txt": file("b"), "c.txt": file("c")}))
	if got := ids(res.Articles); !slices.Equal(got, []string{"a.txt", "c.txt"}) {
		t.Errorf("%v", got)
	}
	if got := notes(res.Report.Failed); !strings.Contains(got, "pile/b.txt could not be read: a fault in entente") {
		t.Errorf("%q", got)
	}
}

// zeros never ends; reading it whole would never end either.
type zeros struct{ n atomic.Int64 }

func (z *zeros) Read(p []byte) (int, error) { clear(p); z.n.Add(int64(len(p))); return len(p), nil }

func TestLoad_EndlessStreams(t *testing.T) {
	if testing.Short() {
		t.Skip("sixty-four megabytes of one letter")
	}
	z := &zeros{}
	res := load(t, loader.Options{}, loader.Source{Name: "zeros", R: z}, loader.Source{Name: "letters", R: letters{}})
	if z.n.Load() > 1<<20 {
		t.Errorf("%d bytes read of zeros", z.n.Load())
	}
	if got := notes(res.Report.Skipped) + notes(res.Report.Failed); got != "zeros is no text\nletters could not be read: read as plain text: a text is larger than 64 MiB\n" {
		t.Errorf("%q", got)
	}
}

type letters struct{}

func (letters) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = 'a'
	}
	return len(p), nil
}

func TestEach_StopsWhenToldTo(t *testing.T) {
	files := fstest.MapFS{}
	for i := range 2000 {
		files[fmt.Sprintf("%04d.txt", i)] = file("x")
	}
	before := runtime.NumGoroutine()
	enough := errors.New("enough")
	n := 0
	_, err := loader.Each(t.Context(), []loader.Source{folder("pile", files)}, loader.Options{Reader: slow{}}, func(*model.Article) error {
		if n++; n == 50 {
			return enough
		}
		return nil
	})
	if !errors.Is(err, enough) || n != 50 {
		t.Errorf("%v after %d", err, n)
	}
	ctx, cancel := context.WithCancel(t.Context())
	n = 0
	_, err = loader.Each(ctx, []loader.Source{folder("pile", files)}, loader.Options{}, func(*model.Article) error {
		if n++; n == 50 {
			cancel()
		}
		return nil
	})
	if !errors.Is(err, context.Canceled) || n > 50+200 {
		t.Errorf("%v after %d", err, n)
	}
	for deadline := time.Now().Add(5 * time.Second); runtime.NumGoroutine() > before; runtime.Gosched() {
		if time.Now().After(deadline) {
			t.Fatalf("%d goroutines before, %d after", before, runtime.NumGoroutine())
		}
	}
}

func TestLoad_StoppedKeepsWhatWasRead(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	files := fstest.MapFS{}
	for i := range 500 {
		files[fmt.Sprintf("%04d.txt", i)] = file(strconv.Itoa(i))
	}
	res, err := loader.Load(ctx, []loader.Source{folder("pile", files)}, loader.Options{Progress: func(p loader.Progress) {
		if p.Files == 20 {
			cancel()
		}
	}})
	if !errors.Is(err, context.Canceled) || res.Timeline == nil || len(res.Timeline.Articles()) < 20 || len(res.Articles) == 500 {
		t.Errorf("%v, %d articles", err, len(res.Articles))
	}
}

func TestLoad_Progress(t *testing.T) {
	var got []loader.Progress
	load(t, loader.Options{Progress: func(p loader.Progress) { got = append(got, p) }}, folder("pile", fstest.MapFS{"a.txt": file("a"), "b.jpg": file("\xff\xd8\xff"), "c.txt": file("c")}))
	want := []loader.Progress{{Files: 1, Total: 3, Articles: 1}, {Files: 2, Total: 3, Articles: 1}, {Files: 3, Total: 3, Articles: 2}}
	if !slices.Equal(got, want) {
		t.Errorf("%v", got)
	}
}

func TestOpen(t *testing.T) {
	dir := t.TempDir()
	write := func(name, s string) {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(s), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write("a.txt", "Kallas met Zelensky.")
	if err := os.Mkdir(filepath.Join(dir, "in"), 0o700); err != nil {
		t.Fatal(err)
	}
	write("in/b.txt", "b")
	if err := os.Symlink("../a.txt", filepath.Join(dir, "in", "out.txt")); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("..", filepath.Join(dir, "in", "loop")); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		path string
		ids  []string
		fail string
	}{
		{"a.txt", []string{"a.txt"}, ""},
		{"in", []string{"b.txt"}, ""},
		{"in/out.txt", []string{"out.txt"}, ""}, // named by the user, so followed
		{"in/loop", []string{"a.txt", "in/b.txt"}, ""},
		{"nosuchdir", nil, "nosuchdir could not be read: no such file or directory\n"},
		{"a.txt/x", nil, "a.txt/x could not be read: not a directory\n"},
	} {
		res := load(t, loader.Options{}, loader.Open(filepath.Join(dir, c.path), nil))
		got := strings.ReplaceAll(notes(res.Report.Failed), dir+"/", "")
		if !slices.Equal(ids(res.Articles), c.ids) || got != c.fail {
			t.Errorf("%s: %v, %q", c.path, ids(res.Articles), got)
		}
	}
	empty := filepath.Join(dir, "empty")
	if err := os.Mkdir(empty, 0o700); err != nil {
		t.Fatal(err)
	}
	if res := load(t, loader.Options{}, loader.Open(empty, nil)); !slices.Equal(res.Report.Empty, []string{empty}) {
		t.Errorf("%+v", res.Report)
	}
}

// Budget: the pipeline itself, without reading for events, keeps up with a disk.
func BenchmarkLoad(b *testing.B) {
	files := fstest.MapFS{}
	body := bytes.Repeat([]byte("Kallas met Zelensky in Zhytomyr on 24 April, and they talked.\n"), 50)
	for i := range 2000 {
		files[fmt.Sprintf("%04d.txt", i)] = &fstest.MapFile{Data: body}
	}
	b.SetBytes(int64(2000 * len(body)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := loader.Load(b.Context(), []loader.Source{folder("pile", files)}, loader.Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
