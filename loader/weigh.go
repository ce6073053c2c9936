package loader

import (
	"sync"

	"entente/loader/decode"
	"entente/text"
)

// light is the size of a text that is not worth weighing: it goes by its bytes.
const light = 16 << 10

// weight is what a text takes to be read, in bytes of ordinary prose: what stands for each word and mark counts, and hostile texts have nothing else.
func weight(s string) int {
	if len(s) <= light {
		return len(s)
	}
	n, _ := text.Pieces(s, decode.MaxPieces)
	return max(len(s), n*decode.MaxText/decode.MaxPieces)
}

// scales let readers take texts of so much weight together: what a text takes of memory
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

// take waits until there is room for a text of weight n, and returns what makes room again.
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
