package loader

import (
	"cmp"
	"encoding/binary"
	"slices"

	"entente/model"
)

// equal tells that two claims say the same in every field that merging looks at.
func (c *claim) equal(d *claim) bool {
	return c.dated == d.dated && c.first == d.first && c.last == d.last && c.inferred == d.inferred && c.guessed == d.guessed && c.kind == d.kind &&
		c.city == d.city && c.host == d.host && slices.Equal(c.people, d.people) && slices.Equal(c.parties, d.parties)
}

// together tells that everything in two groups fits: no article speaks of
// both as two encounters, and no two of their claims exclude each other.
func (m *merger) together(a, b int32) bool {
	ga, gb := m.members[a], m.members[b]
	few, many := ga.articles, gb.articles
	if len(few) > len(many) {
		few, many = many, few
	}
	for n := range few { // a question about a set: order does not matter.
		if many[n] {
			return false
		}
	}
	for _, i := range ga.sample {
		for _, j := range gb.sample {
			if _, by := m.fits(&m.claims[i], &m.claims[j]); by == holdNone {
				return false
			}
		}
	}
	return true
}

// joinSame joins the claims that are equal in day, people, kind and place.
func (m *merger) joinSame() {
	first := map[string]int32{}
	var key []byte
	for i := range m.claims {
		c := &m.claims[i]
		if !c.dated || len(c.people) == 0 {
			continue
		}
		key = binary.AppendVarint(key[:0], int64(c.first))
		key = binary.AppendVarint(key, int64(c.last))
		key = append(key, byte(c.kind))
		for _, p := range c.people {
			key = binary.AppendVarint(key, int64(p))
		}
		key = append(append(key, 0xFF), c.city...)
		key = append(append(key, 0), c.host...)
		n := int32(i)
		if j, ok := first[string(key)]; ok && m.telling(j, n) {
			m.join(j, n)
		} else if !ok {
			first[string(key)] = n
		}
	}
}

// telling tells that two equal claims are more than one person of whom everybody speaks.
func (m *merger) telling(i, j int32) bool {
	n, telling := m.shared(&m.claims[i], &m.claims[j])
	return n >= 2 || telling || m.claims[i].city != "" && slices.Equal(m.claims[i].parties, m.claims[j].parties)
}

// joinGatherings joins the summits of one day and one city, whoever is named
// there: every paper names others. Where an article tells of two of them, their people must decide.
func (m *merger) joinGatherings() {
	type gathering struct {
		day  int
		city string
		host model.Party
	}
	at := map[gathering][]int32{}
	var order []gathering
	for i := range m.claims {
		if c := &m.claims[i]; c.dated && c.kind == model.KindSummit && c.city != "" && c.first == c.last {
			k := gathering{c.first, c.city, c.host}
			if at[k] == nil {
				order = append(order, k)
			}
			at[k] = append(at[k], int32(i))
		}
	}
	for _, k := range order {
		claims := at[k]
		twice := false
		for n := range claims[1:] { // the claims of one article stand together
			twice = twice || m.claims[claims[n]].article == m.claims[claims[n+1]].article
		}
		for _, i := range claims[1:] {
			if !twice {
				m.join(claims[0], i)
			}
		}
	}
}

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

// joinAlike looks for pairs block by block and joins the most alike first.
func (m *merger) joinAlike() {
	pairs := m.pairs()
	weak := slices.IndexFunc(pairs, func(p pair) bool { return p.by > holdFirm })
	if weak < 0 {
		weak = len(pairs)
	}
	m.joinPairs(pairs[:weak])
	apart := slices.IndexFunc(pairs, func(p pair) bool { return p.by > holdWeak })
	if apart < 0 {
		apart = len(pairs)
	}
	m.joinPairs(m.settled(pairs[weak:apart]))
	m.joinPairs(pairs[apart:])
}

func (m *merger) joinPairs(pairs []pair) {
	for _, p := range pairs {
		if a, b := m.root(p.a), m.root(p.b); a != b && m.together(a, b) {
			m.join(a, b)
		}
	}
}

// pairs lists what may be joined: the firm pairs first, and of those the most alike first.
func (m *merger) pairs() []pair {
	var pairs []pair
	for _, block := range m.blocks() {
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
	}
	slices.SortFunc(pairs, func(p, q pair) int {
		return cmp.Or(cmp.Compare(p.by, q.by), cmp.Compare(q.score, p.score), cmp.Compare(p.a, q.a), cmp.Compare(p.b, q.b))
	})
	return slices.Compact(pairs)
}

// settled picks from weak pairs those that leave no choice: the claim that
// names one person at most fits one group clearly better than every other.
func (m *merger) settled(pairs []pair) []pair {
	best := map[int32][]pair{} // by the claim that names fewer people: one pair a group, best first
	var order []int32
	for _, p := range pairs {
		bare, other := p.a, p.b
		if len(m.claims[bare].people) > len(m.claims[other].people) {
			bare, other = other, bare
		}
		if m.root(bare) == m.root(other) || !m.together(m.root(bare), m.root(other)) {
			continue
		}
		list := best[bare]
		if list == nil {
			order = append(order, bare)
		}
		if !slices.ContainsFunc(list, func(q pair) bool { return m.root(q.a) == m.root(other) || m.root(q.b) == m.root(other) }) {
			best[bare] = append(list, p)
		}
	}
	var out []pair
	for _, bare := range order {
		if list := best[bare]; len(list) == 1 || list[0].score-list[1].score >= alikePlace {
			out = append(out, list[0])
		}
	}
	return out
}

// block names a set of claims that may be about one encounter: a day and a person or a party.
type block struct {
	day    int
	person int32 // -1 for a block of a party
	party  model.Party
}

// blocks gathers a sample of each group's claims under their days, the next day
// so that neighbours meet, and each of their people and parties.
func (m *merger) blocks() [][]int32 {
	by := map[block][]int32{}
	var order []block
	for i := range m.claims {
		c := &m.claims[i]
		n := int32(i)
		if !c.dated || !slices.Contains(m.members[m.root(n)].sample, n) {
			continue
		}
		keys := m.keys(c)
		for day := c.first; day <= c.last+1; day++ {
			for _, k := range keys {
				k.day = day
				if by[k] == nil {
					order = append(order, k)
				}
				by[k] = append(by[k], n)
			}
		}
	}
	out := make([][]int32, 0, len(order))
	for _, k := range order {
		if near := by[k]; len(near) > 1 {
			slices.SortFunc(near, func(i, j int32) int {
				return cmp.Or(m.byPeople(i, j), cmp.Compare(i, j))
			})
			out = append(out, near)
		}
	}
	return out
}

// keys lists the blocks of a claim, without their day. Whom everybody meets
// makes no block, except for a summit and for a claim that has nobody else.
func (m *merger) keys(c *claim) []block {
	var out, common []block
	for _, p := range c.people {
		if !m.ubiquitous[p] {
			out = append(out, block{person: p})
		}
	}
	for _, p := range c.parties {
		if k := (block{person: -1, party: p}); m.common[p] {
			common = append(common, k)
		} else {
			out = append(out, k)
		}
	}
	if len(out) == 0 || c.kind == model.KindSummit {
		out = append(out, common...)
	}
	return out
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

// joinVague lets a claim that knows only the month join the one group of
// that month with the same people, kind and place, if there is just one.
func (m *merger) joinVague() {
	type monthKey struct {
		month  model.Date
		kind   model.Kind
		people string
	}
	keyOf := func(c *claim) monthKey {
		var b []byte
		for _, p := range c.people {
			b = binary.AppendVarint(b, int64(p))
		}
		return monthKey{c.report.Date.MonthOf(), c.kind, string(b)}
	}
	dated := map[monthKey][]int32{}
	for i := range m.claims {
		if c := &m.claims[i]; c.dated && len(c.people) >= 2 {
			k := keyOf(c)
			if r := m.root(int32(i)); !slices.Contains(dated[k], r) {
				dated[k] = append(dated[k], r)
			}
		}
	}
	for i := range m.claims {
		c := &m.claims[i]
		if c.report.Date.Precision() != model.PrecisionMonth || len(c.people) < 2 {
			continue
		}
		found := dated[keyOf(c)]
		if len(found) != 1 || m.members[m.root(found[0])].articles[c.article] {
			continue
		}
		if where := c.place(&m.claims[found[0]]); where == placeSame || where == placeOpen {
			m.join(found[0], int32(i))
		}
	}
}
