package loader

import (
	"cmp"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"entente/loader/decode"
	"entente/model"
	"entente/text"
)

// tellEvery is after how many articles of one file progress is told.
const tellEvery = 64

// pipeline is what the stages of one load share.
type pipeline struct {
	opts     Options
	articles chan *pending
	scales   *scales
	report   Report   // touched by Each's own goroutine only
	progress Progress // likewise
	bytes    atomic.Int64
	waiting  atomic.Int32  // decoders that wait for a reader to start
	stirred  chan struct{} // holds one: that waiting or bytes has changed

	mu    sync.Mutex
	spent []int // the numbers of files that took all the work that a file may make
}

// few tells that so many files took all that they were given that the one with a number gets little. It
// looks at those before it that are delivered in any case when it is begun: which others are is a matter of chance.
func (p *pipeline) few(number int) bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	before, _ := slices.BinarySearch(p.spent, number-filesAhead)
	return before >= decode.MaxSpent
}

// stir has progress told.
func (p *pipeline) stir() {
	select {
	case p.stirred <- struct{}{}:
	default:
	}
}

// now is the time, where somebody wants to know what files take.
func (p *pipeline) now() time.Time {
	if p.opts.Clock == nil {
		return time.Time{}
	}
	return p.opts.Clock()
}

// tell reports how far the load is.
func (p *pipeline) tell(articles int) {
	if p.opts.Progress != nil {
		p.progress.Articles = articles
		p.progress.Bytes = p.bytes.Load()
		p.progress.Preparing = p.waiting.Load() > 0
		p.opts.Progress(p.progress)
	}
}

// queue carries the articles of one file in order.
type queue struct {
	number int // among all files
	file   *file
	out    chan *pending
	err    error // set before out is closed

	noticed  []string      // likewise: what is odd about the file
	took     time.Duration // likewise: to decode it
	stamp    *model.Stamp  // likewise: the file's state, where it has one
	recalled bool          // likewise: nothing of it was read
	none     string        // why it has no article, where all of it was read; touched by Each's own goroutine only
}

// why says why a file that was read has no article.
func (q *queue) why() string { return cmp.Or(q.none, noArticles) }

// drain lets a decoder that nobody listens to any more come to its end.
func (q *queue) drain() {
	for range q.out { // only emptied
	}
}

// pending is an article on its way through a reader.
type pending struct {
	article *model.Article
	done    chan struct{}
	err     error         // set before done is closed
	took    time.Duration // likewise
}

func (p *pipeline) decode(ctx context.Context, q *queue) {
	defer close(q.out)
	if q.err = ctx.Err(); q.err != nil {
		return
	}
	begun := p.now()
	defer func() { q.took += p.now().Sub(begun) }()
	q.err = guard(func() error {
		if p.recall(ctx, q) {
			return q.err
		}
		in, done, err := p.open(q)
		if err != nil {
			return err
		}
		defer done()
		return decode.Decode(ctx, q.file.path, in, p.deciding(q), func(a *model.Article) error {
			identify(a, q.file)
			w := &pending{article: a, done: make(chan struct{})}
			begun := p.now()
			defer func() { q.took -= p.now().Sub(begun) }() // waiting is no work
			for _, to := range []chan *pending{q.out, p.articles} {
				select {
				case to <- w:
				case <-ctx.Done():
					return ctx.Err()
				}
			}
			return nil
		})
	})
}

// open opens a file so that what is read of it is counted and, for an index, hashed. done closes it.
func (p *pipeline) open(q *queue) (in io.Reader, done func(), err error) {
	r, info, err := q.file.open()
	if err != nil {
		return nil, nil, err
	}
	var now model.Stamp
	f, ok := r.(fs.File)
	if ok {
		now, ok = stamp(info)
	}
	if !ok { // a stream, or what is inside the program
		if q.file.source.R != nil {
			q.stamp = &model.Stamp{}
		}
		return r, func() { _ = r.Close() }, nil
	}
	h := &hashed{File: f, info: info, count: &p.bytes}
	if p.opts.Memory != nil {
		h.hash = sha256.New()
	}
	return h.reader(), func() {
		if h.hash != nil {
			s := h.stamp(now)
			q.stamp = &s
		}
		p.bytes.Add(now.Size - h.read) // an archive is not read from its beginning to its end
		_ = r.Close()                  // nothing was written
	}, nil
}

// deciding is how to decode a file, with somebody to listen to what is odd about it.
func (p *pipeline) deciding(q *queue) decode.Options {
	o := p.opts.Decode
	o.Few = p.few(q.number)
	o.Preparing = func(begins bool) {
		if begins {
			p.waiting.Add(1)
		} else {
			p.waiting.Add(-1)
		}
		p.stir()
	}
	o.Notice = func(s string) {
		if !slices.Contains(q.noticed, s) {
			q.noticed = append(q.noticed, s)
		}
	}
	return o
}

// identify names an article after its file, the member of an archive and the record.
func identify(a *model.Article, f *file) {
	id := f.id
	if a.Path != "" {
		id += "/" + text.Name(a.Path)
	}
	a.Path = id
	if a.Record > 0 {
		id += "#" + strconv.Itoa(a.Record)
	}
	a.ID = id
}

func (p *pipeline) read(w *pending) {
	defer close(w.done)
	w.article.Content = model.ContentOf(w.article.Title, w.article.Text)
	if p.opts.Reader == nil {
		return
	}
	defer p.scales.take(weight(w.article.Text))()
	begun := p.now()
	w.err = guard(func() error {
		p.opts.Reader.Read(w.article)
		for _, r := range w.article.Reports {
			r.Footing = footing(r)
		}
		return nil
	})
	w.took = p.now().Sub(begun)
}

var errPanic = errors.New("a fault in entente; please report it with the file")

// guard turns a panic into an error, so that one article cannot take the load with it.
func guard(f func() error) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("%w (%v)", errPanic, r)
		}
	}()
	return f()
}

func (p *pipeline) deliver(ctx context.Context, queues <-chan *queue, yield func(*model.Article) error) error {
	for q := range queues {
		if err := p.deliverFile(ctx, q, yield); err != nil {
			q.drain()
			return err
		}
		p.progress.Files++
		p.tell(p.report.Articles)
	}
	return ctx.Err() //nolint:wrapcheck // the caller's own word for stopping.
}

func (p *pipeline) deliverFile(ctx context.Context, q *queue, yield func(*model.Article) error) error {
	n, failed, reading := 0, false, time.Duration(0)
	var kept []*model.Article
	for {
		w, more := p.next(q, n)
		if !more {
			break
		}
		select {
		case <-w.done:
		case <-ctx.Done():
			return ctx.Err() //nolint:wrapcheck // the caller's own word for stopping.
		}
		reading += w.took
		if w.err != nil {
			p.report.Fail(q.file.shown()+w.article.ID[len(q.file.id):], w.err)
			failed = true
			continue
		}
		if !p.news(q, w.article) {
			continue
		}
		n++
		if p.opts.Memory != nil {
			kept = append(kept, w.article)
		}
		if err := yield(w.article); err != nil {
			return err
		}
		if n%tellEvery == 0 { // a dump is one file
			p.tell(p.report.Articles + n)
		}
	}
	p.close(q, n, reading)
	if !failed && ctx.Err() == nil {
		p.keep(q, kept)
	}
	return ctx.Err() //nolint:wrapcheck // the caller's own word for stopping.
}

// noNews stands behind the name of a file that is read and is not taken for an article.
const noNews = "looks like a paper about a folder and not like an article, and is left out; named by itself it is read"

// news tells that an article is one. What somebody names or pipes is; of what is left out of an archive the file is told.
func (p *pipeline) news(q *queue, a *model.Article) bool {
	whole := a.ID == q.file.id
	named := whole && (q.file.source.R != nil || q.file.path == q.file.source.Root)
	if p.opts.News == nil || p.opts.Reader == nil || q.recalled || named || p.opts.News(a) {
		return true
	}
	if q.none = noNews; !whole {
		member := text.Row(strings.TrimPrefix(a.ID[len(q.file.id):], "/"))
		p.report.Noticed = append(p.report.Noticed, Note{Path: q.file.shown(), Reason: "holds " + member + ", which " + noNews})
	}
	return false
}

// next is the next article of a file. While there is none, what happens meanwhile is told.
func (p *pipeline) next(q *queue, n int) (w *pending, more bool) {
	for {
		select {
		case w, more = <-q.out:
			return w, more
		case <-p.stirred:
			p.tell(p.report.Articles + n)
		}
	}
}

// noArticles stands behind the name of a file of which all was read.
const noArticles = "holds no articles"

// close enters a file into the report.
func (p *pipeline) close(q *queue, articles int, reading time.Duration) {
	if p.opts.Clock != nil {
		p.report.Times = append(p.report.Times, FileTime{q.file.shown(), articles, q.took + reading})
	}
	for _, s := range q.noticed {
		p.report.Noticed = append(p.report.Noticed, Note{Path: q.file.shown(), Reason: s})
	}
	var skip *decode.SkipError
	switch {
	case errors.As(q.err, &skip):
		p.report.skip(q.file.shown(), skip.Reason)
		if errors.Is(q.err, decode.ErrSpent) {
			p.mu.Lock()
			p.spent = append(p.spent, q.number)
			p.mu.Unlock()
		}
	case errors.Is(q.err, context.Canceled), errors.Is(q.err, context.DeadlineExceeded):
	case q.err != nil:
		p.report.Fail(q.file.shown(), q.err)
	case articles == 0:
		p.report.skip(q.file.shown(), q.why())
	}
	if articles > 0 {
		p.report.Files++
		p.report.Articles += articles
	}
}
