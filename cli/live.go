package cli

import (
	"context"
	"errors"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"entente/loader"
	"entente/model"
	"entente/store"
	"entente/ui"
)

// live is what the screen shows from one load to the next: it keeps what was
// read, so that a load reads only what has changed since, and it watches the files.
type live struct {
	app    *app
	paths  []string
	first  chan []loader.Source // for the first load; later ones look anew
	recent loader.Recent
	desk   desk
	whole  atomic.Bool  // a load came to its end
	anew   atomic.Bool  // the next load is to believe nothing that was read before
	code   atomic.Int32 // the load may still run when the screen closes
	watch  func() *loader.Watcher
	// What the index had when the screen opened, and the timeline of it; nil once the files or the corrections are others.
	archive  *store.Archive
	archived *model.Timeline
}

func (a *app) live(ctx context.Context, paths []string, sources []loader.Source) *live {
	l := &live{app: a, paths: paths, first: make(chan []loader.Source, 1)}
	l.first <- sources
	l.watch = sync.OnceValue(func() *loader.Watcher { return loader.Watch(ctx, sources) })
	return l
}

// load reads what is new. It is ui.Options.Load.
func (l *live) load(ctx context.Context, progress func(ui.Progress)) (ui.Loaded, error) {
	e, s := l.app.engine(), l.desk.open(l.app, l.paths)
	var sources []loader.Source
	select {
	case sources = <-l.first:
	default:
		sources = l.app.sources(l.paths)
	}
	g := growth{opts: loader.Options{Merge: e.Merge, Correct: l.app.open(l.paths).correct, Names: e.Names}}
	g.show = func(r loader.Result) {
		progress(ui.Progress{Timeline: r.Timeline, Marks: l.desk.marked(r.Timeline)})
	}
	m := newMeter()
	how := gathering{recent: &l.recent, show: func(p loader.Progress) {
		rate, left := m.measure(p)
		progress(ui.Progress{Preparing: preparing(p), Files: p.Files, Total: p.Total, Articles: p.Articles, Share: p.Share(), Rate: rate, Left: left})
	}}
	if how.anew = l.anew.Swap(false); how.anew {
		l.recent.Drop()
		l.archive, l.archived = nil, nil
	}
	how.same = func() (loader.Result, bool) { return l.same(sources, s) }
	if !l.whole.Load() && !how.anew { // else all of it is on the screen
		how.sofar = g.sofar
		how.early = l.early(&g, s)
	}
	res, notes, err := l.app.gather(ctx, l.paths, sources, e, s, how)
	g.wg.Wait()
	notes = append(notes, s.notes()...)
	if err == nil { // a load that was left says nothing about the files
		l.whole.Store(true)
		l.code.Store(int32(exitCode(&res.Report))) //nolint:gosec // one of a few small numbers.
	}
	noted, more := l.desk.loaded(&res, e.Names)
	return ui.Loaded{
		Timeline: res.Timeline, Marks: noted, Notes: slices.Concat(sentences(&res.Report), notes, more), Failed: len(res.Report.Failed), Corrections: s.inForce(),
	}, err
}

// early shows the collection as the last load left it: its beginning at
// once, all of it as soon as it is indexed. Whether the files are still the same the load finds out.
func (l *live) early(g *growth, s *session) func(context.Context, *store.Index) bool {
	return func(ctx context.Context, x *store.Index) bool {
		first, ok := x.Early(ctx)
		if !ok {
			return false
		}
		show := func(meetings []*model.Meeting, articles []*model.Article) {
			g.show(loader.Result{Timeline: model.NewTimeline(g.opts.Correct(meetings), articles, g.opts.Names)})
		}
		show(first.Meetings, first.Articles)
		if t := l.open(ctx, x, s); t != nil {
			g.show(loader.Result{Timeline: t})
		} else if meetings, articles, ok := x.All(); ok { //nolint:contextcheck // the load needs it in any case.
			show(meetings, articles)
		}
		return true
	}
}

// open is the timeline of what the last load left in the index, which need
// not be in memory for it; nil where it is not there, or where there is
// something to correct in it, which wants all of it in memory.
func (l *live) open(ctx context.Context, x *store.Index, s *session) *model.Timeline {
	if !s.bare(nil) {
		return nil
	}
	a, ok := x.Archive(ctx)
	if !ok {
		return nil
	}
	t, ok := model.OpenTimeline(a, l.app.engine().Names)
	if !ok || !s.bare(t) {
		return nil
	}
	l.archive, l.archived = a, t
	return t
}

// same is what a load would come to, where that is what the archive has.
func (l *live) same(sources []loader.Source, s *session) (res loader.Result, ok bool) {
	if l.archived != nil && s.bare(l.archived) {
		res.Timeline = l.archived
		res.Report, ok = loader.Unchanged(sources, l.archive.Files())
	}
	if !ok {
		l.archive, l.archived = nil, nil
	}
	return res, ok
}

// wait returns when a file has changed. It is ui.Options.Watch.
func (l *live) wait(ctx context.Context) error {
	err := l.watch().Wait(ctx)
	if errors.Is(err, loader.ErrStill) { // then nothing will
		<-ctx.Done()
		return ctx.Err() //nolint:wrapcheck // the screen's own word for stopping.
	}
	return err
}

// growth shows what was read so far, while the rest is read. It is put together
// beside the load, and so seldom that it takes no more than a small part of its time.
type growth struct {
	opts loader.Options
	show func(loader.Result)
	wg   sync.WaitGroup
	busy atomic.Bool
	next time.Time // when to show more; only sofar and, while busy, its helper touch it
}

const (
	growFirst = 250 * time.Millisecond // most loads are over by then
	growShare = 5                      // how many times longer than the work the pause after it is
)

// sofar is loader.Options.Sofar.
func (g *growth) sofar(articles []*model.Article) {
	if g.busy.Load() {
		return
	}
	now := time.Now()
	if g.next.IsZero() {
		g.next = now.Add(growFirst)
	}
	if now.Before(g.next) {
		return
	}
	g.busy.Store(true)
	g.wg.Go(func() {
		g.show(loader.Assemble(articles, g.opts))
		end := time.Now()
		g.next = end.Add(max(growFirst, growShare*end.Sub(now)))
		g.busy.Store(false)
	})
}
