//go:build linux || openbsd || dragonfly || solaris || illumos

package loader_test

import (
	"os"
	"path/filepath"
	"testing"

	"entente/loader"
	"entente/model"
)

// What is rewritten with the same size, and given the time that it had, is read again all the same.
func TestLoad_RewrittenWithSameSizeAndTime(t *testing.T) {
	dir := t.TempDir()
	name := filepath.Join(dir, "a.txt")
	do(t, os.WriteFile(name, []byte("one"), 0o600))
	before, err := os.Stat(name)
	do(t, err)
	recent := &loader.Recent{}
	read := func() []*model.Article {
		return load(t, loader.Options{Memory: recent}, loader.Open(dir, nil)).Articles
	}
	if all := read(); len(all) != 1 || all[0].Text != "one" {
		t.Fatal(all)
	}
	for { // until the clock of the file system has gone on
		do(t, os.WriteFile(name, []byte("two"), 0o600))
		do(t, os.Chtimes(name, before.ModTime(), before.ModTime()))
		if now, err := os.Stat(name); err != nil || loader.Altered(now) > loader.Altered(before) {
			do(t, err)
			break
		}
	}
	if all := read(); len(all) != 1 || all[0].Text != "two" {
		t.Errorf("%q is stale", all[0].Text)
	}
	if loader.Altered(nothing{before}) != 0 {
		t.Error("a file of no system has a time")
	}
}

// nothing is a file of which the system knows no more.
type nothing struct{ os.FileInfo }

func (nothing) Sys() any { return nil }
