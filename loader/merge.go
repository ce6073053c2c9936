package loader

import (
	"cmp"
	"slices"
	"strings"

	"entente/model"
)

// Merge makes meetings of what the articles report. Reports of the same
// encounter become one meeting, each article's report staying visible in it.
// The result is the same whatever the order of the articles.
//
//	reports ─► claims ─► same ─► alike ─► vague ─► vote ─► meetings
//
//	same   day, people, kind and place are equal, or it is one summit: one encounter
//	alike  day (or the next, where one report only infers it) and a party are
//	       shared: pairs are scored and joined, the most alike first, as long as
//	       everything in the two groups fits together
//	vague  a report that knows the month alone joins the only meeting of those
//	       people in that month
//	vote   each field is chosen among the group's reports: see vote.go
//
// Meetings that were made before, of some of the same reports, spare the vote
// on those that are still of just these; what comes out is the same.
//
// Pairs are looked for only among claims that share a day and a party, and
// only so many neighbours are compared there, so the work grows with the number of reports.
func Merge(articles []*model.Article, before ...*model.Meeting) []*model.Meeting {
	m := newMerger(articles)
	m.joinSame()
	m.joinGatherings()
	m.joinAlike()
	m.joinVague()
	return m.meetings(before)
}

// merger holds the claims in their fixed order and which of them are one.
type merger struct {
	articles   []*model.Article
	claims     []claim
	parent     []int32          // union–find: the root is always the smallest claim
	single     []int32          // the claims themselves: a group of one is a part of this
	groups     map[int32]*group // by root, those of more than one claim
	ubiquitous []bool           // by their numbers, people whom everybody meets
	common     []bool           // parties likewise
}

// group is what is known of several claims under one root.
type group struct {
	sample   []int32 // one of each kind of claim, as many as are compared
	articles map[int32]bool
}

// A join compares at most this many different claims of each side: beyond
// that a group is a summit whose reports name different people, and says
// nothing more by its next report.
const maxSample = 24

func newMerger(articles []*model.Article) *merger {
	inOrder := func(a, b *model.Article) int {
		return cmp.Or(strings.Compare(a.ID, b.ID), strings.Compare(a.Path, b.Path), strings.Compare(a.Text, b.Text))
	}
	if !slices.IsSortedFunc(articles, inOrder) {
		articles = slices.Clone(articles)
		slices.SortStableFunc(articles, inOrder)
	}
	m := &merger{articles: articles, claims: claims(articles), groups: map[int32]*group{}}
	m.ubiquitous = ubiquitous(m.claims, func(c *claim) []int32 { return c.people })
	m.common = ubiquitous(m.claims, func(c *claim) []int32 { return c.parties })
	m.parent, m.single = make([]int32, len(m.claims)), make([]int32, len(m.claims))
	for i := range m.parent {
		m.parent[i], m.single[i] = int32(i), int32(i)
	}
	return m
}

// root finds the claim that stands for i's group.
func (m *merger) root(i int32) int32 {
	for m.parent[i] != i {
		m.parent[i] = m.parent[m.parent[i]]
		i = m.parent[i]
	}
	return i
}

// join makes one group of two claims' groups.
func (m *merger) join(i, j int32) {
	a, b := m.root(i), m.root(j)
	if a == b {
		return
	}
	if b < a {
		a, b = b, a
	}
	big := m.groups[a]
	if big == nil {
		big = &group{sample: []int32{a}, articles: map[int32]bool{m.claims[a].article: true}}
		m.groups[a] = big
	}
	sample := m.sample(b)
	if small := m.groups[b]; small == nil {
		big.articles[m.claims[b].article] = true
	} else {
		add := small.articles
		if len(add) > len(big.articles) {
			big.articles, add = add, big.articles
		}
		for n := range add { // a set is filled: order does not matter.
			big.articles[n] = true
		}
		delete(m.groups, b)
	}
	m.parent[b] = a
	for _, s := range sample {
		if len(big.sample) < maxSample && !slices.ContainsFunc(big.sample, func(t int32) bool { return m.claims[s].equal(&m.claims[t]) }) {
			big.sample = append(big.sample, s)
		}
	}
}

// sample is what is compared of the group under a root.
func (m *merger) sample(root int32) []int32 {
	if g := m.groups[root]; g != nil {
		return g.sample
	}
	return m.single[root : root+1]
}

// speaks tells that an article has a claim in the group under a root.
func (m *merger) speaks(article, root int32) bool {
	if g := m.groups[root]; g != nil {
		return g.articles[article]
	}
	return m.claims[root].article == article
}

// shareArticle tells that an article has a claim in each of two groups.
func (m *merger) shareArticle(a, b int32) bool {
	few, many := a, b
	if m.size(few) > m.size(many) {
		few, many = many, few
	}
	g := m.groups[few]
	if g == nil {
		return m.speaks(m.claims[few].article, many)
	}
	for n := range g.articles { // a question about a set: order does not matter.
		if m.speaks(n, many) {
			return true
		}
	}
	return false
}

// size is how many articles speak of the group under a root.
func (m *merger) size(root int32) int {
	if g := m.groups[root]; g != nil {
		return len(g.articles)
	}
	return 1
}

// all lists the groups' claims, each ascending, in the order of their first claims.
func (m *merger) all() [][]int32 {
	sizes, roots := make([]int32, len(m.claims)), 0
	for i := range m.claims {
		r := m.root(int32(i))
		if sizes[r]++; sizes[r] == 1 {
			roots++
		}
	}
	out := make([][]int32, 0, roots)
	room, place := make([]int32, len(m.claims)), make([]int32, len(m.claims))
	for i := range m.claims {
		r := m.root(int32(i))
		if int(r) == i { // the first of its group
			place[r] = int32(len(out)) //nolint:gosec // fewer than claims.
			out, room = append(out, room[:0:sizes[r]]), room[sizes[r]:]
		}
		out[place[r]] = append(out[place[r]], int32(i))
	}
	return out
}
