package cli

import (
	"context"
	"io"

	"entente/model"
	"entente/store"
	"entente/ui"
)

// Load reads paths as the screen does, with the corrections that stand there, and returns what keeps another.
func Load(ctx context.Context, e Engine, paths ...string) (ui.Loaded, func(ui.Change) error, error) {
	a := &app{Streams: Streams{Out: io.Discard, Err: io.Discard}, engine: func() Engine { return e }}
	context.AfterFunc(ctx, a.closeIndexes)
	l := a.live(ctx, paths, a.sources(paths))
	l.desk.marks, _ = store.OpenMarks(store.NewCollection(paths))
	loaded, err := l.load(ctx, func(ui.Progress) {})
	return loaded, func(c ui.Change) error {
		_, err := l.desk.correct(ctx, c)
		return err
	}, err
}

// Reject is the change that takes every meeting out.
func Reject(t *model.Timeline) ui.Change {
	c := ui.Change{Kind: ui.ChangeReject}
	v := t.View(model.Filter{}, model.ByDate, false)
	for i := range v.Len() {
		c.Meetings = append(c.Meetings, v.At(i))
	}
	return c
}

// Anew reads paths, and then again as R on the screen does: once alter is through, which may change a file so that nobody can tell.
func Anew(ctx context.Context, e Engine, alter func(), paths ...string) (before, same, after ui.Loaded, err error) {
	a := &app{Streams: Streams{Out: io.Discard, Err: io.Discard}, engine: func() Engine { return e }}
	context.AfterFunc(ctx, a.closeIndexes)
	l := a.live(ctx, paths, a.sources(paths))
	l.desk.marks, _ = store.OpenMarks(store.NewCollection(paths))
	read := func() (loaded ui.Loaded) {
		if err == nil {
			loaded, err = l.load(ctx, func(ui.Progress) {})
		}
		return loaded
	}
	before = read()
	alter()
	same = read()
	l.anew.Store(true)
	after = read()
	return before, same, after, err
}

// Follow reads paths as an open screen does: again and again, with what it keeps in between, and waits for changes.
func Follow(ctx context.Context, e Engine, paths ...string) (load func() (ui.Loaded, error), wait func(context.Context) error) {
	a := &app{Streams: Streams{Out: io.Discard, Err: io.Discard}, engine: func() Engine { return e }}
	context.AfterFunc(ctx, a.closeIndexes)
	l := a.live(ctx, paths, a.sources(paths))
	l.desk.marks, _ = store.OpenMarks(store.NewCollection(paths))
	return func() (ui.Loaded, error) { return l.load(ctx, func(ui.Progress) {}) }, l.wait
}
