package loader

import (
	"slices"

	"entente/model"
)

// What a group is voted depends on its reports, in their order, and on two
// things that the whole collection decides: which of their names are one person,
// and who is ubiquitous. A ballot is a hash of all that, and never zero. A
// meeting that was voted by the same ballot, of the very same reports, is what
// another vote would come to; its texts, which may be on the disk, need not be read for it.

// ballot is that of a group.
func (m *merger) ballot(group []int32) uint64 {
	h := uint64(len(group))
	put := func(x uint64) { // splitmix64
		h += x + 0x9e3779b97f4a7c15
		h = (h ^ h>>30) * 0xbf58476d1ce4e5b9
		h = (h ^ h>>27) * 0x94d049bb133111eb
		h ^= h >> 31
	}
	var known []int32 // people, in the order in which they are named
	for _, i := range group {
		c := &m.claims[i]
		put(uint64(c.report.Article.Content))
		put(uint64(slices.Index(c.report.Article.Reports, c.report))) //nolint:gosec // any bits.
		for _, name := range c.names {
			who := slices.Index(known, name)
			if who < 0 {
				who = len(known)
				known = append(known, name)
			}
			common := uint64(0)
			if m.ubiquitous[name] {
				common = 1
			}
			put(uint64(who)<<1 | common)
		}
	}
	return h | 1
}

// voted are meetings of an earlier merging, by their ballots.
type voted map[uint64]*model.Meeting

func newVoted(meetings []*model.Meeting) voted {
	v := make(voted, len(meetings))
	for _, m := range meetings {
		if m.Ballot != 0 {
			v[m.Ballot] = m
		}
	}
	return v
}

// again is the meeting of a group as it was voted before; nil where it was not. Only its ID is to be given anew.
func (v voted) again(m *merger, group []int32, ballot uint64) *model.Meeting {
	was := v[ballot]
	if was == nil || len(was.Reports) != len(group) {
		return nil
	}
	next := 1 // the leading report stands first, the others in their order
	for _, i := range group {
		switch r := m.claims[i].report; {
		case r == was.Reports[0]:
		case next < len(was.Reports) && r == was.Reports[next]:
			next++
		default: // another reading is another report
			return nil
		}
	}
	same := *was
	return &same
}
