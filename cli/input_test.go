package cli_test

import (
	"bytes"
	"context"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"
	"time"

	"entente/cli"
)

// TestBadInput gives every command what cannot be read: a clear sentence that
// names the path, the exit code as documented, and whatever else could be read.
func TestBadInput(t *testing.T) {
	dir := t.TempDir()
	path := func(name string) string { return filepath.Join(dir, name) }
	write := func(name, content string) string {
		t.Helper()
		if err := os.MkdirAll(filepath.Dir(path(name)), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path(name), []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		return path(name)
	}
	if err := os.Mkdir(path("empty"), 0o700); err != nil {
		t.Fatal(err)
	}
	good := write("good.txt", "MEET held call 2023-01-03 - -: Justin Trudeau (CA)\n")
	zero := write("zero.txt", "")
	for _, name := range []string{"a", "b", "c"} {
		write("pics/"+name+".jpg", "\xff\xd8\xff\xe0\x00\x10JFIF\x00")
	}
	zeros := write("zeros.bin", "")
	if err := os.Truncate(zeros, 1<<30); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("loop", path("loop")); err != nil {
		t.Fatal(err)
	}
	hostile := write("evil\x1b]0;owned\x07\u202etxt.jpg", "\xff\xd8\xff\xe0")

	for _, c := range []struct {
		name  string
		paths []string
		code  int
		said  string
	}{
		{"a folder that is not there", []string{path("nosuchdir")}, 3, "DIR/nosuchdir could not be read: no such file or directory"},
		{"an empty folder", []string{path("empty")}, 3, "DIR/empty is a folder without articles: there is no file in it"},
		{"a folder of photographs", []string{path("pics")}, 3, "DIR/pics/a.jpg is an image; likewise 2 more|no article was found"},
		{"an empty file", []string{zero}, 3, "DIR/zero.txt is empty|no article was found"},
		{"a gigabyte of zeros", []string{zeros}, 3, "DIR/zeros.bin is no text|no article was found"},
		{"a link to itself", []string{path("loop")}, 3, "DIR/loop could not be read: too many levels of symbolic links"},
		{"a name that the terminal would obey", []string{hostile}, 3, "DIR/evil⇄txt.jpg is an image|no article was found"},
		{"an empty path", []string{""}, 3, "\"\" could not be read: no such file or directory"},
		{"one of two that is not there", []string{path("nosuchdir"), good}, 1, "DIR/nosuchdir could not be read: no such file or directory"},
		{"photographs beside an article", []string{path("pics"), good}, 0, "DIR/pics/a.jpg is an image; likewise 2 more"},
	} {
		for _, command := range []string{"list", "extract"} {
			t.Run(command+" "+c.name, func(t *testing.T) {
				r := run(t, "", append([]string{command}, c.paths...)...)
				var want strings.Builder
				for s := range strings.SplitSeq(c.said, "|") {
					want.WriteString("entente: " + strings.TrimSpace(s) + "\n")
				}
				if got := strings.ReplaceAll(r.err, dir, "DIR"); got != want.String() || r.code != c.code {
					t.Errorf("exit code %d, want %d, said\n%swant\n%s", r.code, c.code, got, want.String())
				}
				if got := strings.Count(r.out, "\n"); (got == 1) != (c.code < 3) {
					t.Errorf("%d lines of output", got)
				}
			})
		}
	}
}

type fullDisk struct{}

func (fullDisk) Write([]byte) (int, error) { return 0, syscall.ENOSPC }

func TestFullDisk(t *testing.T) {
	for _, args := range [][]string{{"list"}, {"list", "--format", "jsonl"}, {"extract"}, {"read", "2024/kyiv.md"}, {"why", "2024/kyiv.md"}} {
		var errs bytes.Buffer
		code := cli.Main(t.Context(), append(args, "testdata/pile"), cli.Streams{In: strings.NewReader(""), Out: fullDisk{}, Err: &errs}, engine)
		if code != 1 || !strings.Contains(errs.String(), "no space left on device") || strings.Count(errs.String(), "\n") != 1 {
			t.Errorf("%v: exit code %d, %q", args, code, errs.String())
		}
	}
}

func TestStopped(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	var out, errs bytes.Buffer
	if code := cli.Main(ctx, []string{"list"}, cli.Streams{In: strings.NewReader(""), Out: &out, Err: &errs}, engine); code != 130 || out.Len() > 0 {
		t.Errorf("exit code %d, %d bytes, %q", code, out.Len(), errs.String())
	}
}

func TestDebugFiles(t *testing.T) {
	dir := t.TempDir()
	log, profile := filepath.Join(dir, "log"), filepath.Join(dir, "profile")
	if r := run(t, "", "list", "--debug", log, "--cpuprofile", profile, "testdata/pile"); r.code != 0 || r.err != "" {
		t.Fatalf("%+v", r)
	}
	for _, f := range []string{log, profile} {
		if info, err := os.Stat(f); err != nil || info.Size() == 0 {
			t.Errorf("%s: %v", f, err)
		}
	}
	if r := run(t, "", "list", "--debug", filepath.Join(dir, "no", "log"), "testdata/pile"); r.code != 1 || !strings.Contains(r.err, "no such file") {
		t.Errorf("%+v", r)
	}
}

// TestStopped_WhileReading: a read of a terminal or a pipe never comes back by
// itself, so the first Ctrl-C would be swallowed and so would every later one.
func TestStopped_WhileReading(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	in, silent := io.Pipe()
	t.Cleanup(func() { _ = silent.Close() })
	read := make(chan struct{})
	stdin := readerFunc(func(p []byte) (int, error) {
		close(read)
		return in.Read(p)
	})
	code := make(chan int, 1)
	go func() {
		code <- cli.Main(ctx, []string{"list", "-"}, cli.Streams{In: stdin, Out: io.Discard, Err: io.Discard}, engine)
	}()
	<-read
	cancel()
	select {
	case c := <-code:
		if c != 130 {
			t.Errorf("exit code %d", c)
		}
	case <-time.After(time.Minute):
		t.Fatal("the program does not stop")
	}
}

type readerFunc func([]byte) (int, error)

func (f readerFunc) Read(p []byte) (int, error) { return f(p) }

// TestOldNames reads files whose names are no UTF-8, in a folder and by themselves.
func TestOldNames(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("file names are UTF-8 on this system")
	}
	dir := t.TempDir()
	const old = "Gespr\xe4ch.txt" // in windows-1252
	name := filepath.Join(dir, old)
	if err := os.WriteFile(name, []byte("MEET held call 2023-01-03 - -: Justin Trudeau (CA)\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{dir, name} {
		if r := run(t, "", "list", path); r.code != 0 || r.err != "" || strings.Count(r.out, "\n") != 1 {
			t.Errorf("%+v", r)
		}
	}
}

// TestLongRows writes rows that are longer than any buffer between the table and
// standard output: letters of three bytes, for one of them falls on every edge.
func TestLongRows(t *testing.T) {
	for _, letter := range []string{"語", "杝", "\U0001d53c"} {
		name := strings.Repeat(letter, 9000)
		for _, shift := range []string{"", "a", "ab"} {
			r := run(t, "MEET held call 2023-01-03 - -: "+shift+name+" (CA)\n", "list", "-")
			if want := "2023-01-03  ● call  –  1  " + shift + name + " (CA)\n"; r.out != want || r.code != 0 {
				t.Errorf("%s after %q: %d bytes, want %d; code %d", letter, shift, len(r.out), len(want), r.code)
			}
		}
	}
}
