package cli

import (
	"context"
	"fmt"
	"log/slog"

	"entente/loader"
	"entente/loader/decode"
	"entente/model"
	"entente/store"
	"entente/text"
)

// collectionName is what messages call the articles inside the program.
const collectionName = "the collection"

func (a *app) sources(paths []string) []loader.Source {
	out := make([]loader.Source, 0, len(paths)+1)
	for _, p := range paths {
		out = append(out, loader.Open(p, a.In))
	}
	if len(paths) == 0 || a.flags.withCollection {
		out = append(out, collectionSource())
	}
	return out
}

// load reads everything and tells what went wrong.
func (a *app) load(ctx context.Context, paths []string) (loader.Result, error) {
	e, s := a.engine(), a.open(paths)
	show, done := a.progress()
	res, notes, err := a.gather(ctx, paths, a.sources(paths), e, s, gathering{show: show})
	done()
	if err != nil {
		return res, fmt.Errorf("load: %w", err)
	}
	a.tell(&res.Report)
	if !a.terse {
		notes = append(notes, s.lost()...)
	}
	for _, n := range append(notes, s.faults()...) {
		a.say(n)
	}
	slog.Debug("loaded", "files", res.Report.Files, "articles", len(res.Articles), "meetings", len(res.Meetings))
	return res, nil
}

// gathering is what a load may remember of the one before, and whom it tells how it goes on.
type gathering struct {
	recent *loader.Recent // may be nil
	anew   bool           // what the index has of files is not believed
	show   func(loader.Progress)
	sofar  func([]*model.Article)
	// early shows what an index has of the last load, before any file is looked at; it is false where that is nothing.
	early func(context.Context, *store.Index) bool
	// same is what a load would come to, where that is known without one; may be nil.
	same func() (loader.Result, bool)
}

// gather reads the articles and puts the user's word on what they say. The
// notes say what became of the index.
func (a *app) gather(ctx context.Context, paths []string, sources []loader.Source, e Engine, s *session, g gathering) (loader.Result, []string, error) {
	if res, ok := a.collected(paths, e); ok {
		res.Timeline = model.NewTimeline(s.correct(res.Meetings), res.Articles, e.Names)
		return res, nil, ctx.Err() //nolint:wrapcheck // the caller's own word for stopping.
	}
	var memory loader.Memory
	x := a.index(ctx, paths)
	if x != nil {
		memory = x
		if g.anew {
			memory = loader.Anew(x)
		}
		if g.early != nil && !a.flags.withCollection && g.early(ctx, x) {
			g.sofar = nil
		}
		if g.same != nil && !a.flags.withCollection {
			if res, ok := g.same(); ok {
				x.Finish()
				return res, x.Notes(), ctx.Err()
			}
		}
	}
	if g.recent != nil {
		memory = g.recent.Behind(memory)
	}
	res, err := loader.Load(ctx, sources, loader.Options{
		Reader: late(e.Reader), News: e.News, Decode: a.how, Merge: e.Merge, Correct: s.correct, Names: e.Names, Memory: memory, Progress: g.show, Sofar: g.sofar,
	})
	if x == nil {
		return res, nil, err
	}
	notes := a.finish(ctx, x, &res, err)
	return res, notes, err
}

// tell says what could not be read and sets the exit code.
func (a *app) tell(r *loader.Report) {
	told := sentences(r)
	if a.terse && r.Articles > 0 {
		told = failures(r)
	}
	for _, s := range told {
		a.say(s)
	}
	if r.Articles == 0 && len(r.Skipped) > 0 {
		a.say("no article was found")
	}
	a.code = exitCode(r)
}

// exitCode is what a load comes to.
func exitCode(r *loader.Report) int {
	switch {
	case r.Articles == 0:
		return exitNothing
	case len(r.Failed) > 0:
		return exitPartly
	}
	return exitOK
}

// failures says which files could not be read, and why.
func failures(r *loader.Report) []string {
	out := make([]string, 0, len(r.Failed))
	for _, n := range r.Failed {
		out = append(out, text.Row(n.String()))
	}
	return out
}

// sentences says what became of the files that gave no article: failures one
// by one, the rest once a reason.
func sentences(r *loader.Report) []string {
	out := failures(r)
	for _, name := range r.Empty {
		out = append(out, name+" is a folder without articles: there is no file in it")
	}
	count, first := map[string]int{}, []loader.Note{}
	for _, n := range r.Skipped {
		if count[n.Reason]++; count[n.Reason] == 1 {
			first = append(first, n)
		}
	}
	for _, n := range first {
		switch more := count[n.Reason] - 1; more {
		case 0:
			out = append(out, n.String())
		case 1:
			out = append(out, n.String()+"; likewise one more")
		default:
			out = append(out, fmt.Sprintf("%s; likewise %d more", n, more))
		}
	}
	for i := range out {
		out[i] = text.Row(out[i])
	}
	return out
}

// decoding reads the flags that say how to decode.
func (a *app) decoding() error {
	if err := decode.CheckEncoding(a.flags.encoding); err != nil {
		return fmt.Errorf("invalid argument for --encoding: %w", err)
	}
	c, err := decode.ParseColumns(a.flags.columns)
	if err != nil {
		return fmt.Errorf("invalid argument for --columns: %w", err)
	}
	a.how = decode.Options{Encoding: a.flags.encoding, Columns: c, Cache: store.CacheDir("code")}
	return nil
}
