//go:build unix

package cli_test

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// TestPipe: nobody writes to it, and to open it would wait for ever.
func TestPipe(t *testing.T) {
	name := filepath.Join(t.TempDir(), "pipe")
	if err := syscall.Mkfifo(name, 0o600); err != nil {
		t.Fatal(err)
	}
	go func() {
		if w, err := os.OpenFile(name, os.O_WRONLY, 0); err == nil {
			_, _ = w.WriteString("MEET held call 2023-01-03 - -: Justin Trudeau (CA)\n")
			_ = w.Close()
		}
	}()
	if r := run(t, "", "list", name); r.code != 0 || strings.Count(r.out, "\n") != 1 {
		t.Errorf("%+v", r)
	}
}
