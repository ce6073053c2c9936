package loader

import (
	"context"
	"errors"
	"fmt"
	"hash/fnv"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"time"

	"github.com/fsnotify/fsnotify"
)

// Watcher tells when files of sources change. It learns of that from the
// system where the system tells; else, and on file systems of other machines,
// it looks again and again, and never for more than a small part of the time.
type Watcher struct {
	changed chan struct{} // holds one: that something has changed since it was taken
	err     chan error
}

// ErrStill tells that nothing of the sources can change: streams, and what is inside the program.
var ErrStill = errors.New("nothing here can change")

// Times of the watch.
const (
	quiet    = 100 * time.Millisecond // without news before a change is told: who saves a file does several things
	patience = 500 * time.Millisecond // the longest wait for that
	// lookEvery is how often to look where the system tells nothing, and lookShare how many times longer than a look the pause is at least.
	lookEvery = time.Second
	lookShare = 20
)

// Watch begins to watch the files of sources until the context ends.
func Watch(ctx context.Context, sources []Source) *Watcher {
	w := &Watcher{changed: make(chan struct{}, 1), err: make(chan error, 1)}
	var places []spot
	for i := range sources {
		if p, ok := spotOf(&sources[i]); ok {
			places = append(places, p)
		}
	}
	go func() {
		if len(places) == 0 {
			w.err <- ErrStill
			return
		}
		w.follow(ctx, places)
	}()
	return w
}

// Wait returns when something has changed since it returned last, or with the reason why that cannot be told.
func (w *Watcher) Wait(ctx context.Context) error {
	select {
	case <-w.changed:
		return nil
	case err := <-w.err:
		return err
	case <-ctx.Done():
		return ctx.Err() //nolint:wrapcheck // the caller's own word for stopping.
	}
}

func (w *Watcher) tell() {
	select {
	case w.changed <- struct{}{}:
	default: // it has not been asked yet about the change before
	}
}

// spot is where to look: a folder with all below it, or one file of it.
type spot struct {
	dir  string
	file string // base name; empty for all
}

func spotOf(s *Source) (spot, bool) {
	if s.FS == nil || s.Err != nil {
		return spot{}, false
	}
	info, err := os.Stat(s.Name)
	switch {
	case err != nil || s.Name == "": // inside the program
		return spot{}, false
	case info.IsDir():
		return spot{dir: s.Name}, true
	}
	return spot{filepath.Dir(s.Name), filepath.Base(s.Name)}, true
}

// follow tells of changes until the context ends: as the system tells, or by looking.
func (w *Watcher) follow(ctx context.Context, places []spot) {
	var ask []spot
	for _, p := range places {
		if !notified || elsewhere(p.dir) {
			ask = append(ask, p)
		}
	}
	if len(ask) == 0 && w.listen(ctx, places) == nil {
		return
	}
	w.look(ctx, places)
}

// notified tells that the system has news of a whole folder. Others want a
// file opened for every file, which a large folder has too many of.
const notified = runtime.GOOS == "linux" || runtime.GOOS == "windows"

// listen passes on what the system tells. It returns an error where the system does not tell, and nil when the context ends.
func (w *Watcher) listen(ctx context.Context, places []spot) error {
	n, err := fsnotify.NewWatcher()
	if err != nil {
		return fmt.Errorf("watch: %w", err)
	}
	defer n.Close() //nolint:errcheck // it ends with the program at the latest.
	for _, p := range places {
		if err := p.enter(n, p.dir); err != nil {
			return err
		}
	}
	var since time.Time // of the first change that was not told
	calm := time.NewTimer(time.Hour)
	for {
		select {
		case <-ctx.Done():
			return nil
		case e := <-n.Events:
			if !news(e, places) {
				continue
			}
			if e.Has(fsnotify.Create) || e.Has(fsnotify.Chmod) { // a folder that may be read now has news from now on
				if info, err := os.Lstat(e.Name); err == nil && info.IsDir() {
					if err := enter(n, e.Name); err != nil {
						return err // too many folders to be told of: look instead
					}
				}
			}
		case <-n.Errors: //nolint:errcheck // some news was lost, which is news
		case <-calm.C:
			since = time.Time{}
			w.tell()
			continue
		}
		now := time.Now()
		if since.IsZero() {
			since = now
		}
		calm.Reset(min(quiet, max(0, patience-now.Sub(since))))
	}
}

// news tells that an event is of a file that a load would read, or of a folder: its permission may have been taken or given back.
func news(e fsnotify.Event, places []spot) bool {
	base := filepath.Base(e.Name)
	for _, p := range places {
		if p.file == base && filepath.Dir(e.Name) == filepath.Clean(p.dir) {
			return true
		}
	}
	if aside(base) {
		return false
	}
	for _, p := range places {
		if rel, err := filepath.Rel(p.dir, e.Name); p.file == "" && err == nil && !strings.HasPrefix(rel, "..") {
			return true
		}
	}
	return false
}

// aside tells names that a load passes by.
func aside(base string) bool { return strings.HasPrefix(base, ".") || strings.HasPrefix(base, ownFile) }

// enter asks for news of a place.
func (p spot) enter(n *fsnotify.Watcher, dir string) error {
	if p.file != "" { // its folder, for an editor saves under another name and renames
		if err := n.Add(dir); err != nil {
			return fmt.Errorf("watch %s: %w", dir, err)
		}
		return nil
	}
	return enter(n, dir)
}

// enter asks for news of a folder and all below it. One that cannot be read has none that matter.
func enter(n *fsnotify.Watcher, dir string) error {
	return filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error { //nolint:wrapcheck // wrapped below.
		switch {
		case err != nil && path == dir:
			return fmt.Errorf("watch %s: %w", dir, err)
		case err != nil || !d.IsDir():
			return nil //nolint:nilerr // a folder that cannot be read has no news that matter.
		case path != dir && aside(d.Name()):
			return fs.SkipDir
		}
		if err := n.Add(path); err != nil && !errors.Is(err, fs.ErrNotExist) && !errors.Is(err, fs.ErrPermission) {
			return fmt.Errorf("watch %s: %w", path, err)
		}
		return nil
	})
}

// look compares the places with how they were, again and again.
func (w *Watcher) look(ctx context.Context, places []spot) {
	before := uint64(0)
	for first := true; ; first = false {
		begun := time.Now()
		now := fingerprint(ctx, places)
		if ctx.Err() != nil {
			return
		}
		if !first && now != before {
			w.tell()
		}
		before = now
		select {
		case <-ctx.Done():
			return
		case <-time.After(max(lookEvery, lookShare*time.Since(begun))):
		}
	}
}

// fingerprint is another number when a file of the places is another.
func fingerprint(ctx context.Context, places []spot) uint64 {
	h := fnv.New64a()
	for _, p := range places {
		if p.file != "" {
			if info, err := os.Stat(filepath.Join(p.dir, p.file)); err == nil {
				_, _ = fmt.Fprintln(h, p.file, info.Size(), modified(info))
			}
			continue
		}
		_ = filepath.WalkDir(p.dir, func(path string, d fs.DirEntry, err error) error { // what cannot be read is passed by
			switch {
			case ctx.Err() != nil:
				return fs.SkipAll
			case err != nil:
				return nil //nolint:nilerr // it is the same each time.
			case path != p.dir && aside(d.Name()):
				if d.IsDir() {
					return fs.SkipDir
				}
				return nil
			case !d.Type().IsRegular():
				return nil
			}
			if info, err := d.Info(); err == nil {
				_, _ = fmt.Fprintln(h, path, info.Size(), modified(info))
			}
			return nil
		})
	}
	return h.Sum64()
}
