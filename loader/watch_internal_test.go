package loader

import (
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"
)

// TestWatcher_Looks: where the system tells nothing, looking finds out.
func TestWatcher_Looks(t *testing.T) {
	t.Parallel() // it waits more than it works
	dir := t.TempDir()
	name := filepath.Join(dir, "a.txt")
	if err := os.WriteFile(name, []byte("one"), 0o600); err != nil {
		t.Fatal(err)
	}
	w := &Watcher{changed: make(chan struct{}, 1)}
	places := []spot{{dir: dir}}
	before := fingerprint(t.Context(), places)
	if again := fingerprint(t.Context(), places); again != before {
		t.Fatal("nothing changed, and it looks otherwise")
	}
	go w.look(t.Context(), places)
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
	defer cancel()
	for i := 1; ; i++ { // the first look may come after the first change
		if err := os.Truncate(name, int64(i)); err != nil {
			t.Fatal(err)
		}
		one, stop := context.WithTimeout(ctx, 2*lookEvery)
		err := w.Wait(one)
		stop()
		if err == nil {
			return
		}
		if ctx.Err() != nil {
			t.Fatal("no change was seen")
		}
	}
}
