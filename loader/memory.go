package loader

import (
	"context"
	"crypto/sha256"
	"errors"
	"hash"
	"io"
	"io/fs"
	"sync/atomic"

	"entente/loader/decode"
	"entente/model"
)

// Memory keeps what was read of files from one load to the next: an index.
// Its methods are called from several goroutines.
type Memory interface {
	// Recall returns what was read of a file that has not changed: its articles, or
	// why it holds none. sum reads the file's bytes. ok is false where the file has to be read.
	Recall(id string, now model.Stamp, sum func() ([sha256.Size]byte, error)) (articles []*model.Article, skipped string, ok bool)
	// Keep takes down what was read of a file, once all of it was.
	Keep(id string, stamp model.Stamp, articles []*model.Article, skipped string)
	// Shown returns what was merged the last time; ok tells that it was of exactly these articles.
	Shown(articles []*model.Article) (meetings []*model.Meeting, ok bool)
	// Merged is told what was merged of others.
	Merged(meetings []*model.Meeting)
	// Forget drops every file that is not among those of the load.
	Forget(seen map[string]bool)
}

// recall sends the articles that are known of a file, and tells whether it did. The file is not opened for it.
func (p *pipeline) recall(ctx context.Context, q *queue) bool {
	if p.opts.Memory == nil {
		return false
	}
	now, ok := q.file.stamp()
	if _, session := p.opts.Memory.(*Recent); !ok && !session {
		return false
	}
	articles, skipped, ok := p.opts.Memory.Recall(q.file.id, now, q.file.sum)
	if !ok {
		return false
	}
	q.recalled = true
	p.bytes.Add(now.Size)
	if skipped != "" {
		q.err = &decode.SkipError{Reason: skipped}
	}
	for _, a := range articles {
		select {
		case q.out <- &pending{article: a, done: closed}:
		case <-ctx.Done():
			q.err = ctx.Err()
			return true
		}
	}
	return true
}

// stamp is the state of a file as it was listed; ok is false for a stream, for
// what is inside the program and for what could not be asked: opening that tells why.
func (f *file) stamp() (s model.Stamp, ok bool) {
	return model.Stamp{Size: f.size, Modified: f.modified}, f.told
}

// closed is what waits for nothing.
var closed = func() chan struct{} {
	c := make(chan struct{})
	close(c)
	return c
}()

// sum hashes the bytes of a file.
func (f *file) sum() (sum [sha256.Size]byte, err error) {
	h, _, err := f.open()
	if err != nil {
		return sum, err
	}
	defer h.Close() //nolint:errcheck // nothing was written.
	s := sha256.New()
	if _, err := io.Copy(s, h); err != nil {
		return sum, err //nolint:wrapcheck // the file is read again then, which tells.
	}
	return [sha256.Size]byte(s.Sum(nil)), nil
}

// hashed counts and hashes a file while it is decoded.
type hashed struct {
	fs.File
	info  fs.FileInfo // as it was opened: who asks need not ask the system
	hash  hash.Hash   // nil hashes nothing
	count *atomic.Int64
	read  int64
	end   bool
}

// Stat tells what the file was when it was opened.
func (h *hashed) Stat() (fs.FileInfo, error) { return h.info, nil }

// Read reads on.
func (h *hashed) Read(b []byte) (int, error) {
	n, err := h.File.Read(b)
	if h.hash != nil {
		_, _ = h.hash.Write(b[:n]) // a hash takes everything
	}
	h.read += int64(n)
	h.count.Add(int64(n))
	h.end = h.end || errors.Is(err, io.EOF)
	return n, err //nolint:wrapcheck // passes the file's own errors, io.EOF among them.
}

// hashedAt is hashed for a file that is also read in any order, as archives are. It has no sum then.
type hashedAt struct {
	*hashed
	io.ReaderAt
}

// reader is what to decode from.
func (h *hashed) reader() io.Reader {
	if at, ok := h.File.(io.ReaderAt); ok {
		return hashedAt{h, at}
	}
	return h
}

// stamp is the state of a file that was decoded to its end; without a sum where bytes were left.
func (h *hashed) stamp(s model.Stamp) model.Stamp {
	if h.end {
		s.Sum = [sha256.Size]byte(h.hash.Sum(nil))
	}
	return s
}

// keep gives the index what was read of a file, unless something failed: that is to be read again.
func (p *pipeline) keep(q *queue, articles []*model.Article) {
	if p.opts.Memory == nil || q.stamp == nil || q.recalled {
		return
	}
	var skip *decode.SkipError
	switch {
	case errors.As(q.err, &skip):
		p.opts.Memory.Keep(q.file.id, *q.stamp, articles, skip.Reason)
	case q.err == nil && len(articles) == 0:
		p.opts.Memory.Keep(q.file.id, *q.stamp, nil, q.why())
	case q.err == nil:
		p.opts.Memory.Keep(q.file.id, *q.stamp, articles, "")
	}
}
