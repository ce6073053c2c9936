package extract

import (
	"bytes"
	"encoding/binary"
	"math/bits"
)

// wordTable finds a number by a folded word. It is one flat table with open
// addressing: a word of up to eight bytes stands in its slot itself, so that
// most words of a text cost one look at memory. It is read-only once built.
type wordTable struct {
	slots []wordSlot // a power of two
	shift int        // 64 less its logarithm: the upper bits of a product depend on all of a key
	long  []byte     // the words of more than eight bytes, each behind its length
	n     int
}

type wordSlot struct {
	key   uint64 // the word's bytes, or the hash of a longer word, whose lowest byte is 0; 0 where the slot is free
	at    uint32 // of a longer word: where it stands in long
	value uint32
}

// Odd numbers with bits all over, for multiplying.
const (
	mixWord  = 0x9E3779B97F4A7C15
	mixChunk = 0xD6E8FEB86659FD93
)

func newWordTable(words int) wordTable {
	n := bits.Len(uint(words + words/2))
	return wordTable{slots: make([]wordSlot, 1<<n), shift: 64 - n, long: make([]byte, 0, 3*words)}
}

// load8 reads the eight bytes from i on.
func load8(b []byte, i int) uint64 { return binary.LittleEndian.Uint64(b[i : i+8]) }

// wordKey is the key of a word of which eight bytes can be loaded wherever it
// has that many.
func wordKey(w []byte) uint64 {
	n := len(w)
	if n > 8 {
		return longKey(w)
	}
	if n == 8 {
		return load8(w, 0)
	}
	var k uint64
	for i := n - 1; i >= 0; i-- {
		k = k<<8 | uint64(w[i])
	}
	return k
}

// longKey is the hash of a word of more than eight bytes.
func longKey(w []byte) uint64 {
	n := len(w)
	h := uint64(n) * mixWord
	for i := 0; i+8 < n; i += 8 {
		h = (h ^ load8(w, i)) * mixChunk
		h ^= h >> 32
	}
	h = (h ^ load8(w, n-8)) * mixChunk
	h ^= h >> 32
	return h&^0xff | 0x100
}

// get returns the number of a word, 0 when it is not there.
func (t *wordTable) get(w []byte) uint32 {
	if len(w) == 0 {
		return 0
	}
	return t.find(wordKey(w), w)
}

// find is get for a word whose key is known.
func (t *wordTable) find(key uint64, w []byte) uint32 {
	if len(w) <= 8 {
		return t.short(key)
	}
	mask := uint64(len(t.slots) - 1) //nolint:gosec // a length.
	for i := key * mixWord >> t.shift & mask; ; i = (i + 1) & mask {
		s := &t.slots[i]
		switch {
		case s.key == key && t.same(s.at, w):
			return s.value
		case s.key == 0:
			return 0
		}
	}
}

// short is find for a word of up to eight bytes, which its key tells.
func (t *wordTable) short(key uint64) uint32 {
	slots := t.slots
	for i := key * mixWord >> (t.shift & 63); ; i++ {
		s := &slots[i&uint64(len(slots)-1)] //nolint:gosec // a length.
		if s.key == key || s.key == 0 {     // the value of a free slot is 0
			return s.value
		}
	}
}

// same tells that the longer word that stands at a place is w.
func (t *wordTable) same(at uint32, w []byte) bool {
	n := uint32(t.long[at])
	return bytes.Equal(t.long[at+1:at+1+n], w)
}

// slot returns where the number of a word stands, entering the word when it is new.
func (t *wordTable) slot(w []byte) *uint32 {
	if t.n*3 > len(t.slots)*2 {
		t.grow()
	}
	w = w[:min(len(w), 255)] // no word of a table is as long
	key := wordKey(w)
	mask := uint64(len(t.slots) - 1) //nolint:gosec // a length.
	i := key * mixWord >> t.shift & mask
	for t.slots[i].key != 0 {
		if s := &t.slots[i]; s.key == key && (len(w) <= 8 || t.same(s.at, w)) {
			return &s.value
		}
		i = (i + 1) & mask
	}
	t.n++
	t.slots[i].key = key
	if len(w) > 8 {
		t.slots[i].at = uint32(len(t.long)) //nolint:gosec // far below 4 GB.
		t.long = append(append(t.long, byte(len(w))), w...)
	}
	return &t.slots[i].value
}

func (t *wordTable) grow() {
	old := t.slots
	t.slots = make([]wordSlot, max(2*len(old), 16))
	t.shift = 64 - bits.TrailingZeros(uint(len(t.slots)))
	mask := uint64(len(t.slots) - 1) //nolint:gosec // a length.
	for _, s := range old {
		if s.key == 0 {
			continue
		}
		i := s.key * mixWord >> t.shift & mask
		for t.slots[i].key != 0 {
			i = (i + 1) & mask
		}
		t.slots[i] = s
	}
}

// bitset is a set of small numbers, small enough itself to stay near the processor.
type bitset struct{ words []uint64 }

func (b *bitset) add(n uint32) {
	for int(n>>6) >= len(b.words) {
		b.words = append(b.words, 0)
	}
	b.words[n>>6] |= 1 << (n & 63)
}

func (b *bitset) has(n uint32) bool {
	return int(n>>6) < len(b.words) && b.words[n>>6]>>(n&63)&1 != 0
}

// edgeTable leads from a node of a trie and a word to the next node.
type edgeTable struct {
	slots []edgeSlot // a power of two
	shift int
	n     int
}

type edgeSlot struct {
	key uint64 // node and word; 0 where the slot is free
	to  uint32
}

func newEdgeTable(edges int) edgeTable {
	n := bits.Len(uint(edges + edges/2))
	return edgeTable{slots: make([]edgeSlot, 1<<n), shift: 64 - n}
}

// next returns the node behind a node, 0 when there is none.
func (t *edgeTable) next(node, word uint32) uint32 {
	key := uint64(node)<<32 | uint64(word)
	mask := uint64(len(t.slots) - 1) //nolint:gosec // a length.
	for i := key * mixWord >> t.shift & mask; ; i = (i + 1) & mask {
		switch s := &t.slots[i]; s.key {
		case key:
			return s.to
		case 0:
			return 0
		}
	}
}

// slot returns where the next node stands, 0 there when the edge is new.
func (t *edgeTable) slot(node, word uint32) *uint32 {
	if t.n*3 >= len(t.slots)*2 {
		old := t.slots
		*t = newEdgeTable(max(len(old), 16))
		for _, s := range old {
			if s.key != 0 {
				*t.slot(uint32(s.key>>32), uint32(s.key)) = s.to //nolint:gosec // the two halves of a key.
			}
		}
	}
	key := uint64(node)<<32 | uint64(word)
	mask := uint64(len(t.slots) - 1) //nolint:gosec // a length.
	i := key * mixWord >> t.shift & mask
	for t.slots[i].key != key {
		if t.slots[i].key == 0 {
			t.n++
			t.slots[i].key = key
			break
		}
		i = (i + 1) & mask
	}
	return &t.slots[i].to
}
