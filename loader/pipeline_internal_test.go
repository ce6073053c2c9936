package loader

import (
	"testing"

	"entente/loader/decode"
)

// Which files get little work depends on their places alone, not on which of those that are read at once is done first.
func TestPipeline_Few(t *testing.T) {
	p := &pipeline{}
	for i := range decode.MaxSpent {
		p.spent = append(p.spent, 10*i)
	}
	last := p.spent[len(p.spent)-1]
	for number, want := range map[int]bool{0: false, last: false, last + filesAhead: false, last + filesAhead + 1: true, last + 1000: true} {
		if got := p.few(number); got != want {
			t.Errorf("file %d: %v", number, got)
		}
	}
}
