// Package loader turns files into a timeline: it lists the sources, decodes
// the files, lets a reader find the encounters in each article and merges the
// reports. The result depends on the files alone, not on how many workers read them.
package loader

import (
	"context"
	"runtime"
	"sync"
	"time"

	"entente/loader/decode"
	"entente/model"
)

// Reader finds what an article says: see package extract.
type Reader interface{ Read(a *model.Article) }

// Merger makes meetings of the reports of articles, in whatever order those
// stand. What it made before of some of them may spare it work, and changes nothing.
type Merger func(articles []*model.Article, before ...*model.Meeting) []*model.Meeting

// Corrector puts the user's own word in the place of what was read. It changes no meeting that it is given.
type Corrector func([]*model.Meeting) []*model.Meeting

// Options is how to load.
type Options struct {
	Reader   Reader                    // nil reads no events: articles only
	News     func(*model.Article) bool // tells what may be an article once it is read, of files that nobody has named; nil takes all for articles
	Merge    Merger                    // nil merges nothing
	Correct  Corrector                 // nil leaves the meetings as they were read
	Names    model.Names               // what parties are called; may be nil
	Memory   Memory                    // nil remembers nothing: every file is read
	Workers  int                       // 0: one a processor
	Clock    func() time.Time          // measures what each file takes, for the report; nil measures nothing
	Decode   decode.Options            // Notice is the load's own
	Progress func(Progress)            // told as the load goes on, by one goroutine; may be nil
	// Sofar is told by Load, after each article, all that it has read. What it is given only grows, and it must return soon; may be nil.
	Sofar func([]*model.Article)
}

// Progress is how far a load is.
type Progress struct {
	Files, Total, Articles int
	Preparing              bool  // a reader that takes seconds to start is waited for
	Bytes, Size            int64 // of the files as they lie on the disk; Size is 0 where nobody knows
}

// Share is the part that is done, from 0 to 1: by size where that is known, for files differ in it.
func (p Progress) Share() float64 {
	switch {
	case p.Size > 0:
		return min(1, float64(p.Bytes)/float64(p.Size))
	case p.Total > 0:
		return float64(p.Files) / float64(p.Total)
	}
	return 0
}

// Result is what a load gives.
type Result struct {
	Articles []*model.Article // in path order
	Meetings []*model.Meeting // as they were read
	Timeline *model.Timeline  // of the meetings as they were corrected
	Report   Report
}

// saidBefore stands behind the ID of an article that is not shown.
const saidBefore = "says the same as an article before it, which is shown"

// Load reads every article of the sources and merges what they report. The
// error is the context's: the result then holds what was read until it ended. What
// became of each file is in the report.
func Load(ctx context.Context, sources []Source, o Options) (Result, error) {
	var res Result
	var twice []string
	seen := map[model.Content]bool{}
	report, err := Each(ctx, sources, o, func(a *model.Article) error {
		if seen[a.Content] { // an article is what it says: the same under another name is no other
			twice = append(twice, a.ID)
			return nil
		}
		seen[a.Content] = true
		res.Articles = append(res.Articles, a)
		if o.Sofar != nil {
			o.Sofar(res.Articles)
		}
		return nil
	})
	for _, id := range twice {
		report.skip(id, saidBefore)
	}
	res = Assemble(res.Articles, o)
	res.Report = report
	return res, err
}

// Assemble merges what articles report and corrects it: the end of a load, or how it stands on the way.
func Assemble(articles []*model.Article, o Options) Result {
	res := Result{Articles: articles}
	if o.Merge != nil {
		res.Meetings = o.merge(articles)
	}
	shown := res.Meetings
	if o.Correct != nil {
		shown = o.Correct(shown)
	}
	res.Timeline = model.NewTimeline(shown, articles, o.Names)
	return res
}

// merge makes meetings, unless the memory has them of just these articles.
func (o *Options) merge(articles []*model.Article) []*model.Meeting {
	if o.Memory == nil {
		return o.Merge(articles)
	}
	meetings, ok := o.Memory.Shown(articles)
	if !ok {
		meetings = o.Merge(articles, meetings...)
		o.Memory.Merged(meetings)
	}
	return meetings
}

// How far decoding may run ahead of the caller, so that memory stays bounded
// however large the sources are.
const (
	filesAhead    = 64
	articlesAhead = 16
)

// Each reads the articles of the sources and gives them to yield in path
// order, each as soon as it and those before it are read. An error of yield
// stops the load and comes back.
//
//	list ──► files ──► decoders ──► articles ──► readers
//	                      │ queue of each file      │ done
//	                      ╰──────► in order ◄───────╯ ──► yield
func Each(ctx context.Context, sources []Source, o Options, yield func(*model.Article) error) (Report, error) {
	ctx, stop := context.WithCancel(ctx)
	p := &pipeline{opts: o, articles: make(chan *pending), scales: newScales(), stirred: make(chan struct{}, 1)}
	sources, leave := near(sources)
	defer leave()
	files := list(sources, &p.report)
	p.progress.Total = len(files)
	for i := range files {
		if s, ok := files[i].stamp(); ok {
			p.progress.Size += s.Size
		}
	}
	queues := make(chan *queue, filesAhead)
	work := make(chan *queue, filesAhead)

	var decoders, readers sync.WaitGroup
	n := o.Workers
	if n <= 0 {
		n = runtime.GOMAXPROCS(0)
	}
	for range n {
		decoders.Go(func() {
			for q := range work {
				p.decode(ctx, q)
			}
		})
		readers.Go(func() {
			for a := range p.articles {
				p.read(a)
			}
		})
	}
	go func() {
		defer close(queues)
		defer close(work)
		for i := range files {
			q := &queue{number: i, file: &files[i], out: make(chan *pending, articlesAhead)}
			select {
			case queues <- q: // in order, and before it is worked on
			case <-ctx.Done():
				return
			}
			work <- q
		}
	}()
	err := p.deliver(ctx, queues, yield)
	stop()
	for q := range queues {
		q.drain()
	}
	decoders.Wait()
	close(p.articles)
	readers.Wait()
	if err == nil && o.Memory != nil {
		seen := make(map[string]bool, len(files))
		for i := range files {
			seen[files[i].id] = true
		}
		o.Memory.Forget(seen)
	}
	return p.report, err
}
