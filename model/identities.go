package model

import (
	"bytes"
	"slices"
	"strings"
)

// identities are the meetings' identities, by row, and the rows in the order of them.
type identities struct {
	all   []byte   // one after another
	ends  []uint32 // by row: where its ID ends
	order []int32
}

// add enters the ID of the next row.
func (x *identities) add(id string) {
	x.all = append(x.all, id...)
	x.ends = append(x.ends, uint32(len(x.all))) //nolint:gosec // a dozen bytes a meeting.
}

// sort ends adding.
func (x *identities) sort() {
	x.order = make([]int32, len(x.ends))
	for i := range x.order {
		x.order[i] = int32(i)
	}
	slices.SortFunc(x.order, func(a, b int32) int { return bytes.Compare(x.at(a), x.at(b)) })
}

func (x *identities) at(row int32) []byte {
	from := uint32(0)
	if row > 0 {
		from = x.ends[row-1]
	}
	return x.all[from:x.ends[row]]
}

// find is the row of an ID.
func (x *identities) find(id string) (row int32, ok bool) {
	i, ok := slices.BinarySearchFunc(x.order, id, func(row int32, id string) int { return strings.Compare(string(x.at(row)), id) })
	if !ok {
		return 0, false
	}
	return x.order[i], true
}
