package loader

import (
	"crypto/sha256"
	"sync"

	"entente/model"
)

// Recent is a Memory for as long as the program runs: what a load has read the
// next one knows without reading it, streams too, which can be read but once.
// Behind it may stand another memory, an index, which is told what is new.
type Recent struct {
	mu    sync.Mutex
	under Memory
	files map[string]remembered
	last  []*model.Meeting // as the load before merged them
	whole bool             // a load came to its end: what is not known here is new
}

// remembered is what was read of a file.
type remembered struct {
	stamp    model.Stamp
	articles []*model.Article
	skipped  string
}

// Behind puts another memory behind this one for the next load; nil for none.
func (r *Recent) Behind(m Memory) *Recent {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.under = m
	return r
}

// Drop forgets what was read of files, but not of streams, which cannot be read again.
func (r *Recent) Drop() {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.whole = false
	for id, k := range r.files {
		if k.stamp != (model.Stamp{}) {
			delete(r.files, id)
		}
	}
}

// Anew is a memory that takes down what is read, and recalls nothing.
func Anew(m Memory) Memory { return anew{m} }

type anew struct{ Memory }

// Recall recalls nothing.
func (anew) Recall(string, model.Stamp, func() ([sha256.Size]byte, error)) (articles []*model.Article, skipped string, ok bool) {
	return nil, "", false
}

// Recall returns what the load before read of a file that has not changed since.
func (r *Recent) Recall(id string, now model.Stamp, sum func() ([sha256.Size]byte, error)) (articles []*model.Article, skipped string, ok bool) {
	r.mu.Lock()
	k, known := r.files[id]
	under, whole := r.under, r.whole
	r.mu.Unlock()
	if known && k.stamp.Size == now.Size && k.stamp.Modified == now.Modified {
		return k.articles, k.skipped, true
	}
	if under == nil || whole || now == (model.Stamp{}) {
		return nil, "", false
	}
	articles, skipped, ok = under.Recall(id, now, sum)
	if ok {
		r.note(id, remembered{now, articles, skipped})
	}
	return articles, skipped, ok
}

func (r *Recent) note(id string, k remembered) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.files == nil {
		r.files = map[string]remembered{}
	}
	r.files[id] = k
}

// Keep takes down what was read of a file.
func (r *Recent) Keep(id string, stamp model.Stamp, articles []*model.Article, skipped string) {
	r.note(id, remembered{stamp, articles, skipped})
	if r.under != nil && stamp != (model.Stamp{}) { // a stream cannot be told from the next one
		r.under.Keep(id, stamp, articles, skipped)
	}
}

// Shown asks the memory behind this one, and remembers what the load before merged.
func (r *Recent) Shown(articles []*model.Article) (meetings []*model.Meeting, ok bool) {
	r.mu.Lock()
	under, last := r.under, r.last
	r.mu.Unlock()
	if under != nil {
		meetings, ok = under.Shown(articles)
	}
	if !ok && len(last) > 0 {
		meetings = last
	}
	return meetings, ok
}

// Merged remembers meetings for the next load.
func (r *Recent) Merged(meetings []*model.Meeting) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.last = meetings
}

// Forget drops what is gone; it ends a load that was not stopped.
func (r *Recent) Forget(seen map[string]bool) {
	r.mu.Lock()
	gone := !r.whole
	for id := range r.files {
		if !seen[id] {
			delete(r.files, id)
			gone = true
		}
	}
	r.whole = true
	r.mu.Unlock()
	if gone && r.under != nil { // going through an index for nothing takes long
		r.under.Forget(seen)
	}
}
