//go:build unix

package store_test

import (
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"entente/store"
)

// TestReplace writes over everything that a name can lead to.
func TestReplace(t *testing.T) {
	defer syscall.Umask(syscall.Umask(0o022))
	dir := t.TempDir()
	at := func(name string) string { return filepath.Join(dir, name) }
	file := func(name string, mode fs.FileMode) string {
		if err := os.WriteFile(at(name), []byte("before"), mode); err != nil {
			t.Fatal(err)
		}
		if err := os.Chmod(at(name), mode); err != nil {
			t.Fatal(err)
		}
		return name
	}
	link := func(name, to string) string {
		if err := os.Symlink(to, at(name)); err != nil {
			t.Fatal(err)
		}
		return name
	}
	if err := os.MkdirAll(at("a/b"), 0o700); err != nil {
		t.Fatal(err)
	}
	link("d", "a/b")
	link("a/b/up", "../over")
	for _, c := range []struct {
		name, write, read string
		mode              fs.FileMode
	}{
		{"a new file is as the mask has it", "new", "new", 0o644},
		{"a file keeps its mode", file("private", 0o600), "private", 0o600},
		{"a file keeps a mode that the mask would narrow", file("shared", 0o666), "shared", 0o666},
		{"a link stays one", link("link", file("behind", 0o640)), "behind", 0o640},
		{"a link to a link", link("far", "link"), "behind", 0o640},
		{"a link to what is not there", link("dangling", "a/b/made"), "a/b/made", 0o644},
		{"a link out of a folder that is one", "d/up", "a/over", 0o644},
	} {
		t.Run(c.name, func(t *testing.T) {
			was, wasErr := os.Readlink(at(c.write))
			if err := store.Replace(at(c.write), []byte("after")); err != nil {
				t.Fatal(err)
			}
			got, err := os.ReadFile(at(c.read))
			if info, statErr := os.Lstat(at(c.read)); err != nil || statErr != nil || string(got) != "after" || info.Mode() != c.mode {
				t.Errorf("%q, %v, mode %v", got, err, info.Mode())
			}
			if is, isErr := os.Readlink(at(c.write)); is != was || (isErr == nil) != (wasErr == nil) {
				t.Errorf("the link to %q leads to %q", was, is)
			}
		})
	}
	nothingLeft(t, dir)
}

// nothingLeft checks that no file of a write that has ended is there.
func nothingLeft(t *testing.T, dir string) {
	t.Helper()
	for _, pattern := range []string{".*", "*/.*", "*.bak"} {
		if left, err := filepath.Glob(filepath.Join(dir, pattern)); err != nil || len(left) > 0 {
			t.Errorf("left behind: %v, %v", left, err)
		}
	}
}

func TestReplace_Refused(t *testing.T) {
	dir := t.TempDir()
	if err := os.Symlink("ring", filepath.Join(dir, "ring")); err != nil {
		t.Fatal(err)
	}
	for name, say := range map[string]string{
		dir:                              "is a directory",
		filepath.Join(dir, "no", "file"): "no such file or directory",
		filepath.Join(dir, "ring"):       "too many levels of symbolic links",
		"/dev/full":                      "no space left on device",
	} {
		err := store.Replace(name, []byte("x"))
		if err == nil || !strings.HasPrefix(err.Error(), "write "+name+": ") || !strings.HasSuffix(err.Error(), say) {
			t.Errorf("%s: %v, want %s", name, err, say)
		}
	}
	guarded := filepath.Join(dir, "guarded")
	if err := os.WriteFile(guarded, []byte("before"), 0o400); err != nil {
		t.Fatal(err)
	}
	err := store.Replace(guarded, []byte("after"))
	got := string(must(os.ReadFile(guarded)))
	if root := os.Getuid() == 0; !root && (err == nil || got != "before") || root && got != "after" {
		t.Errorf("a file that its owner may not write: %v, %q", err, got)
	}
	nothingLeft(t, dir)
}

// What has a reader at its other end is written to, and stays what it is.
func TestReplace_Pipe(t *testing.T) {
	name := filepath.Join(t.TempDir(), "pipe")
	if err := syscall.Mkfifo(name, 0o600); err != nil {
		t.Fatal(err)
	}
	read := make(chan string)
	go func() {
		h, err := os.Open(name)
		if err != nil {
			t.Error(err)
		}
		got, err := io.ReadAll(h)
		if err != nil {
			t.Error(err)
		}
		read <- string(got)
	}()
	data := strings.Repeat("after", 100_000) // more than a pipe holds
	if err := store.Replace(name, []byte(data)); err != nil {
		t.Fatal(err)
	}
	if got := <-read; got != data {
		t.Errorf("%d bytes of %d came through", len(got), len(data))
	}
	if info, err := os.Lstat(name); err != nil || info.Mode()&fs.ModeNamedPipe == 0 {
		t.Errorf("the pipe became %v, %v", info.Mode(), err)
	}
}
