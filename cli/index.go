package cli

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"runtime/debug"
	"strings"
	"sync"
	"time"

	"github.com/spf13/cobra"

	"entente/loader"
	"entente/loader/decode"
	"entente/model"
	"entente/store"
	"entente/text"
)

// smallFile is the size up to which a file given by itself is read each time: that takes no longer than to look it up.
const smallFile = 4 << 20

// indexed tells that keeping what was read of the paths is worth a file in the user's cache.
func indexed(paths []string) bool {
	for _, p := range paths {
		if info, err := os.Stat(p); err == nil && (info.IsDir() || info.Mode().IsRegular() && info.Size() > smallFile) {
			return true
		}
	}
	return false
}

// indexes are those that this run has opened: articles read out of one need it until the end.
type indexes struct {
	mu     sync.Mutex
	open   map[string]*store.Index // by the paths
	saving sync.WaitGroup
	leave  map[*store.Index]context.CancelFunc // ends the saving of what was shown
}

// index opens the index of the collection that the paths name and makes it
// ready for a load; nil where there is none. Without an index everything is read
// each time, which is slower and gives the same.
func (a *app) index(ctx context.Context, paths []string) *store.Index {
	if a.flags.noIndex || !indexed(paths) {
		return nil
	}
	key := strings.Join(paths, "\x00")
	a.indexes.mu.Lock()
	defer a.indexes.mu.Unlock()
	x := a.indexes.open[key]
	if leave := a.indexes.leave[x]; leave != nil {
		leave() // something has changed again: that load will have more to save, and need not wait
	}
	if x != nil && x.Begin() { //nolint:contextcheck // it asks for a number, and writes to the end.
		return x
	}
	var err error
	if x, err = a.openIndex(ctx, paths); err != nil {
		slog.Debug("no index", "error", text.Row(err.Error()))
		return nil
	}
	if a.indexes.open == nil {
		a.indexes.open = map[string]*store.Index{}
	}
	a.indexes.open[key] = x
	return x
}

// finish ends a load with its index and keeps what it came to for the next
// one, behind the user's back. It says what the user should know.
func (a *app) finish(ctx context.Context, x *store.Index, res *loader.Result, err error) []string {
	good := x.Finish()
	known, read := x.Counts()
	slog.Debug("index", "path", text.Row(x.Path), "known", known, "read", read)
	if _, shown := x.Shown(res.Articles); err == nil && good && !shown && !a.flags.withCollection {
		ctx, leave := context.WithCancel(context.WithoutCancel(ctx)) // a load is over when its result is shown
		a.indexes.leaving(x, leave)
		a.indexes.saving.Go(func() {
			defer leave()
			if err := x.Show(ctx, res.Articles, res.Meetings); err != nil {
				slog.Debug("index", "path", text.Row(x.Path), "error", text.Row(err.Error()))
			}
		})
	}
	return x.Notes()
}

// leaving takes down how to end the saving of what an index was shown of.
func (x *indexes) leaving(of *store.Index, leave context.CancelFunc) {
	x.mu.Lock()
	defer x.mu.Unlock()
	if x.leave == nil {
		x.leave = map[*store.Index]context.CancelFunc{}
	}
	x.leave[of] = leave
}

// closeIndexes lets go of every index, once all is saved.
func (a *app) closeIndexes() {
	a.indexes.saving.Wait()
	for _, x := range a.indexes.open {
		x.Close()
	}
}

func (a *app) openIndex(ctx context.Context, paths []string) (*store.Index, error) {
	path, err := store.NewCollection(paths).IndexPath()
	if err != nil {
		return nil, err
	}
	return store.OpenIndex(ctx, path, a.engineMark())
}

// engineMark tells one way of reading from another. Any build may read
// otherwise, so it is the program's own file that counts, and its version for
// people; and the flags that say how to read.
func (a *app) engineMark() string {
	mark := Version
	if exe, err := os.Executable(); err == nil {
		if info, err := os.Stat(exe); err == nil {
			mark += fmt.Sprintf(" %d %s", info.Size(), info.ModTime().UTC().Format(time.RFC3339Nano))
		}
	}
	if a.how.Encoding != "" || len(a.how.Columns) > 0 {
		mark += fmt.Sprintf(" %q %s", a.how.Encoding, a.how.Columns)
	}
	return mark
}

func (a *app) indexCommand() *cobra.Command {
	var check bool
	c := &cobra.Command{
		Use:   "index PATH…",
		Short: "Read articles into the index, or check it",
		Long: `Read what has changed in the PATHs into their index, so that the next opening need not, and say what it holds.
The screen and every command but extract and doctor, which read each file, do the same; --no-index keeps them from that. The index is an SQLite file in your cache
folder, which docs/index.md explains; it can be deleted at any time. With --check nothing is read: the index is looked
through for damage.

` + exitHelp,
		Example: `entente index ~/articles
entente index --check ~/articles`,
		Args: cobra.MinimumNArgs(1),
		RunE: a.run(func(c *cobra.Command, args []string) error {
			if check {
				return a.checkIndex(c.Context(), args)
			}
			return a.readIndex(c.Context(), args)
		}),
	}
	c.Flags().BoolVar(&check, "check", false, "look the index through for damage")
	return c
}

func (a *app) readIndex(ctx context.Context, paths []string) error {
	defer debug.SetGCPercent(debug.SetGCPercent(collectAt))
	e := a.engine()
	go e.Reader() // it is made while the index is opened and the files are listed
	x, err := a.openIndex(ctx, paths)
	if err != nil {
		return err
	}
	show, done := a.progress()
	o := loader.Options{Reader: late(e.Reader), News: e.News, Decode: a.how, Memory: x, Progress: show}
	report, err := loader.Each(ctx, a.sources(paths), o, func(*model.Article) error { return nil })
	kept := x.Finish()
	state, uncounted := x.Count(ctx)
	done()
	for _, n := range x.Notes() {
		a.say(n)
	}
	if err != nil {
		return fmt.Errorf("index: %w", err)
	}
	a.tell(&report)
	if !kept { // which is what was asked for
		a.code = max(a.code, exitPartly)
	}
	known, read := x.Counts()
	if _, err := fmt.Fprintf(a.Out, "%s read, %s known already\n", many(read, "file"), many(known, "file")); err != nil {
		return fmt.Errorf("standard output: %w", err)
	}
	return a.tellIndex(x.Path, state, uncounted)
}

// collectAt is by how many hundredths what is in use grows before a reading into the index looks for what is not: twice Go's own,
// for nearly all is garbage a moment later, and little is in use.
const collectAt = 200

// late is a reader that is made when something is to be read, which takes as long as to read some hundred articles.
type late func() loader.Reader

// Read has the reader read.
func (l late) Read(a *model.Article) { l().Read(a) }

func many(n int, thing string) string {
	if n == 1 {
		return "1 " + thing
	}
	return fmt.Sprintf("%d %ss", n, thing)
}

// checkIndex looks an index through and says what it holds.
func (a *app) checkIndex(ctx context.Context, paths []string) error {
	path, err := store.NewCollection(paths).IndexPath()
	if err != nil {
		return err
	}
	s, err := store.CheckIndex(ctx, path)
	return a.tellIndex(path, s, err)
}

// tellIndex says what an index holds, where that could be found out.
func (a *app) tellIndex(path string, s store.IndexState, err error) error {
	if errors.Is(err, store.ErrNoIndex) {
		a.say("there is no index yet; it would be " + path)
		a.code = max(a.code, exitPartly)
		return nil
	}
	if err != nil {
		return err
	}
	if _, err := fmt.Fprintf(a.Out, "%s: %s, %s (%d different), %s, %s\n", text.Row(path), many(s.Files, "file"),
		many(s.Articles, "article"), s.Distinct, many(s.Reports, "report"), decode.Bytes(s.Bytes)); err != nil {
		return fmt.Errorf("standard output: %w", err)
	}
	for _, f := range s.Faults {
		a.say(f)
		a.code = max(a.code, exitPartly)
	}
	return nil
}
