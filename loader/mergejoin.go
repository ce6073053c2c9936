package loader

import (
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
	if m.shareArticle(a, b) {
		return false
	}
	some := m.sample(b)
	for _, i := range m.sample(a) {
		for _, j := range some {
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
	vague := func(c *claim) bool { return c.report.Date.Precision() == model.PrecisionMonth && len(c.people) >= 2 }
	dated := map[monthKey][]int32{}
	for i := range m.claims {
		if c := &m.claims[i]; vague(c) {
			dated[keyOf(c)] = []int32{}
		}
	}
	if len(dated) == 0 {
		return
	}
	for i := range m.claims {
		if c := &m.claims[i]; c.dated && len(c.people) >= 2 {
			k := keyOf(c)
			roots, asked := dated[k]
			if r := m.root(int32(i)); asked && !slices.Contains(roots, r) {
				dated[k] = append(roots, r)
			}
		}
	}
	for i := range m.claims {
		c := &m.claims[i]
		if !vague(c) {
			continue
		}
		found := dated[keyOf(c)]
		if len(found) != 1 || m.speaks(c.article, m.root(found[0])) {
			continue
		}
		if where := c.place(&m.claims[found[0]]); where == placeSame || where == placeOpen {
			m.join(found[0], int32(i))
		}
	}
}
