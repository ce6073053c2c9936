package loader

import (
	"sync"

	"entente/loader/decode"
)

// scales let readers take texts of so much together: what a text takes of memory
// while it is read grows with it, and all readers may have met with a very long one.
type scales struct {
	mu    sync.Mutex
	room  sync.Cond
	taken int
}

func newScales() *scales {
	s := &scales{}
	s.room.L = &s.mu
	return s
}

// take waits until there is room for n bytes of text, and returns what makes room again.
func (s *scales) take(n int) (done func()) {
	n = min(n, decode.MaxText) // a text that is longer is read alone
	s.mu.Lock()
	for s.taken+n > decode.MaxText {
		s.room.Wait()
	}
	s.taken += n
	s.mu.Unlock()
	return func() {
		s.mu.Lock()
		s.taken -= n
		s.mu.Unlock()
		s.room.Broadcast()
	}
}
