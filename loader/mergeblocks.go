package loader

import (
	"cmp"
	"slices"

	"entente/model"
)

// pair is two claims that may be one encounter.
type pair struct {
	by    hold
	score int
	a, b  int32
}

// On one day and with one party a claim is compared with so many neighbours
// at most. Claims that name the same people stand together there, so what is
// not compared is far apart in a day on which thousands report.
const maxNeighbours = 64

// pairs lists what may be joined: the firm pairs first, and of those the most alike first.
func (m *merger) pairs() []pair {
	var pairs []pair
	m.blocks(func(block []int32) {
		for x, i := range block {
			for _, j := range block[x+1 : min(len(block), x+1+maxNeighbours)] {
				if m.claims[i].article == m.claims[j].article || m.root(i) == m.root(j) {
					continue
				}
				if s, by := m.fits(&m.claims[i], &m.claims[j]); by > holdLoose {
					pairs = append(pairs, pair{by, s, min(i, j), max(i, j)})
				}
			}
		}
	})
	slices.SortFunc(pairs, func(p, q pair) int {
		return cmp.Or(cmp.Compare(p.by, q.by), cmp.Compare(q.score, p.score), cmp.Compare(p.a, q.a), cmp.Compare(p.b, q.b))
	})
	return slices.Compact(pairs)
}

// entry puts a claim into a block: those of a day that name one person, or one party.
type entry struct {
	key   uint64
	claim int32
}

// A key of a party is told from that of a person by this bit.
const partyKey = 1 << 32

// blocks gathers a sample of each group's claims under their days, the next day so
// that neighbours meet, and each of their people and parties; yield is given
// the claims of each block that has several, and may not keep them.
func (m *merger) blocks(yield func(claims []int32)) {
	var open []int32 // the claims of the days that are looked at
	var entries []entry
	var near []int32
	next := m.byDay()
	for day := 0; len(open) > 0 || len(next) > 0; day++ {
		if len(open) == 0 {
			day = m.claims[next[0]].first
		}
		open = slices.DeleteFunc(open, func(i int32) bool { return m.claims[i].last+1 < day })
		for len(next) > 0 && m.claims[next[0]].first == day {
			open, next = append(open, next[0]), next[1:]
		}
		entries = entries[:0]
		for _, i := range open {
			entries = m.enter(entries, i)
		}
		slices.SortFunc(entries, func(a, b entry) int { return cmp.Or(cmp.Compare(a.key, b.key), cmp.Compare(a.claim, b.claim)) })
		for len(entries) > 0 {
			n := 1
			for n < len(entries) && entries[n].key == entries[0].key {
				n++
			}
			if n > 1 {
				near = near[:0]
				for _, e := range entries[:n] {
					near = append(near, e.claim)
				}
				slices.SortFunc(near, func(i, j int32) int { return cmp.Or(m.byPeople(i, j), cmp.Compare(i, j)) })
				yield(near)
			}
			entries = entries[n:]
		}
	}
}

// byDay lists a sample of each group's claims by their first days.
func (m *merger) byDay() []int32 {
	out := make([]int32, 0, len(m.claims))
	for i := range m.claims {
		n := int32(i)
		if m.claims[i].dated && slices.Contains(m.sample(m.root(n)), n) {
			out = append(out, n)
		}
	}
	slices.SortFunc(out, func(i, j int32) int {
		return cmp.Or(cmp.Compare(m.claims[i].first, m.claims[j].first), cmp.Compare(i, j))
	})
	return out
}

// enter appends the blocks of a claim. Whom everybody meets makes no block,
// except for a summit and for a claim that has nobody else.
func (m *merger) enter(entries []entry, i int32) []entry {
	c := &m.claims[i]
	before := len(entries)
	for _, p := range c.people {
		if !m.ubiquitous[p] {
			entries = append(entries, entry{uint64(p), i}) //nolint:gosec // counted from 0.
		}
	}
	for _, p := range c.parties {
		if !m.common[p] {
			entries = append(entries, entry{partyKey | uint64(p), i}) //nolint:gosec // as above.
		}
	}
	if len(entries) > before && c.kind != model.KindSummit {
		return entries
	}
	for _, p := range c.parties {
		if m.common[p] {
			entries = append(entries, entry{partyKey | uint64(p), i}) //nolint:gosec // as above.
		}
	}
	return entries
}

// byPeople orders claims so that those who name the same people stand
// together: by the people who are not ubiquitous.
func (m *merger) byPeople(i, j int32) int {
	a, b := m.claims[i].people, m.claims[j].people
	x, y := 0, 0
	for {
		for x < len(a) && m.ubiquitous[a[x]] {
			x++
		}
		for y < len(b) && m.ubiquitous[b[y]] {
			y++
		}
		if x == len(a) || y == len(b) {
			return cmp.Compare(len(a)-x, len(b)-y)
		}
		if c := cmp.Compare(a[x], b[y]); c != 0 {
			return c
		}
		x++
		y++
	}
}
