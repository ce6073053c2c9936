package model

import (
	"iter"
	"math/bits"
	"slices"
)

// posting is the set of rows that have a value. It takes whichever shape is the smallest:
//
//	run   from, from+1, …   a month of a timeline that is in order
//	list  4 bytes a row     somebody who is in few meetings
//	bits  1 bit a row of the timeline, where more than one in bitShare has the value
type posting struct {
	n    int     // how many rows are in it
	from int32   // run: the first row
	list []int32 // ascending; nil for a run and for bits
	bits bitset  // nil for a run and for a list
	// inverse: in the set are the rows that are not in the posting, for nearly all are
	inverse bool
}

// bitShare is the share of rows, one in so many, beyond which a bit a row takes less than a number a member.
const bitShare = 32

// add enters a row of a timeline of so many. Rows come in ascending order; one that is there is not entered again.
func (p *posting) add(row int32, rows int) {
	switch {
	case p.bits != nil:
		if p.bits.has(row) {
			return
		}
		p.bits.set(row)
	case p.n == 0:
		p.from = row
	case p.list != nil:
		if p.list[len(p.list)-1] == row {
			return
		}
		p.list = append(p.list, row)
	case row == p.from+int32(p.n)-1: //nolint:gosec // a row number.
		return
	case row != p.from+int32(p.n): //nolint:gosec // as above.
		p.list = append(slices.Collect(p.all()), row)
	}
	p.n++
	if p.list != nil && p.n > rows/bitShare && rows > bitShare {
		p.bits = newBitset(rows)
		for _, r := range p.list {
			p.bits.set(r)
		}
		p.list = nil
	}
}

// has tells whether a row is in the set.
func (p *posting) has(row int32) bool {
	var in bool
	switch {
	case p.bits != nil:
		in = p.bits.has(row)
	case p.list != nil:
		_, in = slices.BinarySearch(p.list, row)
	default:
		in = p.n > 0 && row >= p.from && row < p.from+int32(p.n) //nolint:gosec // a row number.
	}
	return in != p.inverse
}

// all yields the posting's rows in ascending order.
func (p *posting) all() iter.Seq[int32] {
	return func(yield func(int32) bool) {
		switch {
		case p.bits != nil:
			for i, w := range p.bits {
				for ; w != 0; w &= w - 1 {
					if !yield(int32(i*64 + bits.TrailingZeros64(w))) { //nolint:gosec // a row number.
						return
					}
				}
			}
		case p.list != nil:
			for _, r := range p.list {
				if !yield(r) {
					return
				}
			}
		default:
			for i := range p.n {
				if !yield(p.from + int32(i)) {
					return
				}
			}
		}
	}
}

// mark adds the set to out.
func (p *posting) mark(out bitset, rows int) {
	if p.inverse {
		others := newBitset(rows)
		others.fill(rows)
		for r := range p.all() {
			others.unset(r)
		}
		out.or(others)
		return
	}
	switch {
	case p.bits != nil:
		out.or(p.bits)
	case p.list != nil:
		for _, r := range p.list {
			out.set(r)
		}
	default:
		out.setRange(int(p.from), int(p.from)+p.n)
	}
}

// count is how many of the set are in a bitset.
func (p *posting) count(in bitset) int {
	n := 0
	switch {
	case p.bits != nil:
		n = p.bits.common(in)
	case p.list != nil:
		for _, r := range p.list {
			if in.has(r) {
				n++
			}
		}
	default:
		n = in.countRange(int(p.from), int(p.from)+p.n)
	}
	if p.inverse {
		return in.count() - n
	}
	return n
}
