package cli_test

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"entente/cli"
	"entente/loader"
	"entente/model"
	"entente/ui"
)

var soak = flag.Duration("soak", time.Second, "how long ten writers change a folder that is open")

// TestSoak follows a folder while ten writers make, change, rename and remove
// files in it. When they have gone, what is shown is what a fresh reading shows, and when
// the screen closes no goroutine stays.
func TestSoak(t *testing.T) {
	dir := t.TempDir()
	before := runtime.NumGoroutine()
	ctx, stop := context.WithCancel(t.Context())
	load, wait := cli.Follow(ctx, engine(), dir)
	writing, done := context.WithTimeout(t.Context(), *soak)
	defer done()
	var writers sync.WaitGroup
	for w := range 10 {
		writers.Go(func() {
			rnd := rand.New(rand.NewPCG(1, uint64(w)))
			for n := 0; writing.Err() == nil; n++ {
				name := filepath.Join(dir, fmt.Sprintf("%d-%d.txt", w, rnd.IntN(20)))
				switch rnd.IntN(6) {
				case 0:
					_ = os.Remove(name)
				case 1:
					_ = os.Rename(name, strings.Replace(name, ".txt", ".md", 1))
				case 2:
					_ = os.WriteFile(name, nil, 0o600)
				default:
					_ = os.WriteFile(name, fmt.Appendf(nil, "MEET held call 2023-01-%02d - -: Person %d-%d (CA)\n", 1+n%28, w, n), 0o600)
				}
				time.Sleep(time.Duration(rnd.IntN(20)) * time.Millisecond)
			}
		})
	}
	loads := 0
	for ; writing.Err() == nil; loads++ {
		if _, err := load(); err != nil {
			t.Fatal(err)
		}
		if wait(writing) != nil {
			break
		}
	}
	writers.Wait()
	shown, err := load()
	fresh, _, err2 := cli.Load(ctx, engine(), dir)
	if err != nil || err2 != nil {
		t.Fatal(err, err2)
	}
	if got, want := meetings(shown.Timeline), meetings(fresh.Timeline); got != want {
		t.Errorf("after %d loads the screen shows\n%swant\n%s", loads, got, want)
	}
	stop()
	for limit := time.Now().Add(20 * time.Second); runtime.NumGoroutine() > before; time.Sleep(10 * time.Millisecond) {
		if time.Now().After(limit) {
			buf := make([]byte, 1<<20)
			t.Fatalf("%d goroutines, %d before:\n%s", runtime.NumGoroutine(), before, buf[:runtime.Stack(buf, true)])
		}
	}
	t.Logf("%d loads in %v, %d meetings at the end", loads+1, *soak, shown.Timeline.Len())
}

// A folder that was read before is shown out of its index, not out of memory, until something changes.
func TestFollow_Archived(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	t.Setenv("XDG_DATA_HOME", t.TempDir())
	put := func(n int) {
		text := fmt.Appendf(nil, "MEET held call 2023-01-%02d - -: Person %d (CA)\n", 1+n, n)
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("%d.txt", n)), text, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for n := range 9 {
		put(n)
	}
	follow := func() (load func() *model.Timeline, end func()) {
		ctx, stop := context.WithCancel(context.Background())
		again, _ := cli.Follow(ctx, engine(), dir)
		return func() *model.Timeline {
			l, err := again()
			e := engine()
			fresh, err2 := loader.Load(t.Context(), []loader.Source{loader.Open(dir, nil)}, loader.Options{Reader: e.Reader(), Merge: e.Merge})
			if err != nil || err2 != nil {
				t.Fatal(err, err2)
			}
			if got, want := meetings(l.Timeline), meetings(fresh.Timeline); got != want {
				t.Errorf("the screen shows\n%swant\n%s", got, want)
			}
			return l.Timeline
		}, stop
	}
	load, end := follow()
	if load().Archived() != nil {
		t.Error("the first load has an archive")
	}
	end()
	var first *model.Timeline
	for range 200 { // what was read is kept behind the user's back
		load, end = follow()
		if first = load(); first.Archived() != nil {
			break
		}
		end()
		time.Sleep(20 * time.Millisecond)
	}
	defer end()
	if first.Archived() == nil || load() != first {
		t.Fatal("the second opening is not of the archive, or a load without a change shows another")
	}
	put(9)
	if now := load(); now.Archived() != nil || now.Len() != 10 || first.Len() != 9 || first.At(8).Reports[0].Article.Whole().Text == "" {
		t.Error("the change is not shown, or what was shown has gone")
	}
}

// What an archive has can be corrected as what is in memory can.
func TestLoad_ArchivedCorrected(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	t.Setenv("XDG_DATA_HOME", t.TempDir())
	if err := os.WriteFile(filepath.Join(dir, "a.txt"), []byte("MEET held call 2023-01-03 - -: Person A (CA)\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	tried := func() bool {
		ctx, stop := context.WithCancel(context.Background())
		defer stop()
		loaded, change, err := cli.Load(ctx, engine(), dir)
		if err != nil {
			t.Fatal(err)
		}
		if loaded.Timeline.Archived() == nil {
			return false
		}
		if err := change(cli.Reject(loaded.Timeline)); err != nil {
			t.Fatal(err)
		}
		after, _, err := cli.Load(ctx, engine(), dir)
		if err != nil || loaded.Timeline.Len() != 1 || after.Timeline.Len() != 0 {
			t.Errorf("%d meetings, and %d when it was rejected: %v", loaded.Timeline.Len(), after.Timeline.Len(), err)
		}
		return true
	}
	for limit := time.Now().Add(10 * time.Second); !tried(); time.Sleep(20 * time.Millisecond) {
		if time.Now().After(limit) {
			t.Fatal("nothing was ever kept")
		}
	}
}

func meetings(t *model.Timeline) string {
	var b strings.Builder
	v := t.View(model.Filter{}, model.ByDate, false)
	for i := range v.Len() {
		m := v.At(i)
		fmt.Fprintln(&b, m.ID, m.Date, m.People[0].Name, m.Reports[0].Article.ID)
	}
	return b.String()
}

// TestAnew: a file that changed within one tick and one size is read when the user asks for everything.
func TestAnew(t *testing.T) {
	for _, v := range []string{"XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"} {
		t.Setenv(v, t.TempDir())
	}
	name := filepath.Join(t.TempDir(), "a.txt")
	write := func(day string) {
		then := time.Date(2024, 1, 1, 0, 0, 0, 0, time.UTC)
		if err := errors.Join(os.WriteFile(name, []byte("MEET held call 2023-01-"+day+" - -: Kaja Kallas (EE)\n"), 0o600), os.Chtimes(name, then, then)); err != nil {
			t.Fatal(err)
		}
	}
	write("03")
	before, same, after, err := cli.Anew(t.Context(), engine(), func() { write("04") }, filepath.Dir(name))
	if err != nil {
		t.Fatal(err)
	}
	day := func(l ui.Loaded) string { return l.Timeline.At(0).Date.String() }
	// Whether the second load notices is the system's matter, which has a time of its own or has none.
	if day(before) != "2023-01-03" || day(after) != "2023-01-04" {
		t.Errorf("%s, read again %s, and anew %s", day(before), day(same), day(after))
	}
}
