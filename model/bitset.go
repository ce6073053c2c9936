package model

import "math/bits"

// bitset marks rows of a timeline.
type bitset []uint64

func newBitset(n int) bitset { return make(bitset, (n+63)/64) }

func (b bitset) set(i int32)      { b[i>>6] |= 1 << (i & 63) }
func (b bitset) unset(i int32)    { b[i>>6] &^= 1 << (i & 63) }
func (b bitset) has(i int32) bool { return b[i>>6]&(1<<(i&63)) != 0 }

// fill marks the first n rows.
func (b bitset) fill(n int) {
	for i := range b {
		b[i] = ^uint64(0)
	}
	if n%64 != 0 {
		b[len(b)-1] = 1<<(uint(n)%64) - 1
	}
}

// part is the word of bits that a range from…to (not including to) has in common with word i.
func part(i, from, to int) uint64 {
	w := ^uint64(0)
	if at := from - i*64; at > 0 {
		w &= ^uint64(0) << at
	}
	if at := to - i*64; at < 64 {
		w &= 1<<at - 1
	}
	return w
}

// setRange marks the rows from…to, not including to.
func (b bitset) setRange(from, to int) {
	if from >= to {
		return
	}
	for i := from >> 6; i <= (to-1)>>6; i++ {
		b[i] |= part(i, from, to)
	}
}

// countRange counts the marked rows from…to, not including to.
func (b bitset) countRange(from, to int) int {
	n := 0
	if from < to {
		for i := from >> 6; i <= (to-1)>>6; i++ {
			n += bits.OnesCount64(b[i] & part(i, from, to))
		}
	}
	return n
}

func (b bitset) and(o bitset) {
	for i := range b {
		b[i] &= o[i]
	}
}

func (b bitset) andNot(o bitset) {
	for i := range b {
		b[i] &^= o[i]
	}
}

func (b bitset) or(o bitset) {
	for i := range b {
		b[i] |= o[i]
	}
}

func (b bitset) count() int {
	n := 0
	for _, w := range b {
		n += bits.OnesCount64(w)
	}
	return n
}

// common counts the rows that both mark.
func (b bitset) common(o bitset) int {
	n := 0
	for i := range b {
		n += bits.OnesCount64(b[i] & o[i])
	}
	return n
}

// rows lists the n marked rows in order.
func (b bitset) rows(n int) []int32 {
	out := make([]int32, 0, n)
	for i, w := range b {
		for w != 0 {
			out = append(out, int32(i*64+bits.TrailingZeros64(w))) //nolint:gosec // a row number.
			w &= w - 1
		}
	}
	return out
}
