//go:build unix

package loader_test

import (
	"io/fs"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"entente/loader"
)

// What was a file when it was listed and is a pipe when it is opened is refused, and nobody waits for a writer.
func TestOpen_PipeInThePlaceOfAFile(t *testing.T) {
	dir := t.TempDir()
	if err := syscall.Mkfifo(filepath.Join(dir, "a.txt"), 0o600); err != nil {
		t.Skip("no pipes here:", err)
	}
	opened := make(chan fs.FileMode, 1)
	go func() {
		f, err := loader.Open(dir, nil).FS.Open("a.txt")
		if err != nil {
			t.Error(err)
			opened <- 0
			return
		}
		defer f.Close()
		info, _ := f.Stat()
		opened <- info.Mode()
	}()
	select {
	case mode := <-opened:
		if mode.IsRegular() {
			t.Errorf("it is opened as %v", mode)
		}
	case <-time.After(10 * time.Second):
		t.Error("it waits")
	}
}
