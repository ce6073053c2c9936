package loader_test

import (
	"context"
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"entente/loader"
	"entente/model"
)

// notebook is a Memory that keeps everything in a map and takes down what it was asked.
type notebook struct {
	mu    sync.Mutex
	files map[string]noted
	log   []string
}

type noted struct {
	stamp    model.Stamp
	articles []*model.Article
	skipped  string
}

func (*notebook) Shown([]*model.Article) ([]*model.Meeting, bool) { return nil, false }

func (n *notebook) Recall(id string, now model.Stamp, sum func() ([sha256.Size]byte, error)) ([]*model.Article, string, bool) {
	n.mu.Lock()
	defer n.mu.Unlock()
	k, ok := n.files[id]
	if !ok || k.stamp.Size != now.Size {
		return nil, "", false
	}
	if k.stamp.Modified != now.Modified {
		if s, err := sum(); err != nil || s != k.stamp.Sum {
			return nil, "", false
		}
	}
	n.log = append(n.log, "recalled "+id)
	return k.articles, k.skipped, true
}

func (n *notebook) Keep(id string, stamp model.Stamp, articles []*model.Article, skipped string) {
	n.mu.Lock()
	defer n.mu.Unlock()
	n.files[id] = noted{stamp, articles, skipped}
	n.log = append(n.log, fmt.Sprintf("kept %s: %d %s", id, len(articles), skipped))
}

func (*notebook) Merged([]*model.Meeting) {}

func (n *notebook) Forget(seen map[string]bool) {
	n.mu.Lock()
	defer n.mu.Unlock()
	for id := range n.files {
		if !seen[id] {
			n.log = append(n.log, "forgot "+id)
			delete(n.files, id)
		}
	}
}

func TestLoad_Memory(t *testing.T) {
	dir := t.TempDir()
	write := func(name, s string) {
		t.Helper()
		if err := os.WriteFile(filepath.Join(dir, name), []byte(s), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	n := &notebook{files: map[string]noted{}}
	load := func() string {
		t.Helper()
		n.log = nil
		res, err := loader.Load(context.Background(), []loader.Source{loader.Open(dir, nil)}, loader.Options{Memory: n})
		if err != nil {
			t.Fatal(err)
		}
		var ids []string
		for _, a := range res.Articles {
			ids = append(ids, a.ID)
		}
		slices.Sort(n.log)
		return strings.Join(ids, " ") + "; " + strings.Join(n.log, ", ") + fmt.Sprintf("; %d skipped, %d failed", len(res.Report.Skipped), len(res.Report.Failed))
	}
	write("a.txt", "One article.")
	write("b.jsonl", "{\"text\":\"first\"}\n{\"text\":\"second\"}\n")
	write("c.png", "\x89PNG\r\n\x1a\n")
	write("d.jsonl", "{\"text\":\"another\"}\n{broken\n")
	for _, step := range []struct {
		name string
		do   func()
		want string
	}{
		{"from nothing; what fails is not kept", func() {}, "a.txt b.jsonl#1 b.jsonl#2 d.jsonl#1; kept a.txt: 1 , kept b.jsonl: 2 , kept c.png: 0 is an image; 1 skipped, 1 failed"},
		{"unchanged", func() {}, "a.txt b.jsonl#1 b.jsonl#2 d.jsonl#1; recalled a.txt, recalled b.jsonl, recalled c.png; 1 skipped, 1 failed"},
		{"changed", func() { write("a.txt", "Another article.") }, "a.txt b.jsonl#1 b.jsonl#2 d.jsonl#1; kept a.txt: 1 , recalled b.jsonl, recalled c.png; 1 skipped, 1 failed"},
		{
			"only touched", func() { _ = os.Chtimes(filepath.Join(dir, "a.txt"), time.Time{}, time.Unix(1e9, 0)) },
			"a.txt b.jsonl#1 b.jsonl#2 d.jsonl#1; recalled a.txt, recalled b.jsonl, recalled c.png; 1 skipped, 1 failed",
		},
		{"removed", func() { _ = os.Remove(filepath.Join(dir, "b.jsonl")) }, "a.txt d.jsonl#1; forgot b.jsonl, recalled a.txt, recalled c.png; 1 skipped, 1 failed"},
	} {
		step.do()
		if got := load(); got != step.want {
			t.Errorf("%s:\n got %s\nwant %s", step.name, got, step.want)
		}
	}
}

// The same article under two names is one; line ends and spaces do not make another.
func TestLoad_TheSameTwice(t *testing.T) {
	dir := t.TempDir()
	for name, s := range map[string]string{
		"a.txt": "One article.\nOf two lines.", "b.txt": "One article. Of  two lines.\r\n", "c.txt": "One article.\nOf three lines.",
		"d.jsonl": "{\"title\":\"T\",\"text\":\"Words\"}\n{\"title\":\"T\",\"text\":\"Words\"}\n{\"title\":\"U\",\"text\":\"Words\"}\n",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(s), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	res, err := loader.Load(context.Background(), []loader.Source{loader.Open(dir, nil)}, loader.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var ids, notes []string
	for _, a := range res.Articles {
		ids = append(ids, a.ID)
	}
	for _, n := range res.Report.Skipped {
		notes = append(notes, n.String())
	}
	if got, want := strings.Join(ids, " "), "a.txt c.txt d.jsonl#1 d.jsonl#3"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	const because = " says the same as an article before it, which is shown"
	if got, want := strings.Join(notes, "; "), "b.txt"+because+"; d.jsonl#2"+because; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}
