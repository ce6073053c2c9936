package loader

import (
	"cmp"
	"slices"
	"strings"

	"entente/model"
	"entente/text"
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

// claim is a report as merging sees it: names are numbers, days are numbers, the city is folded.
type claim struct {
	report      *model.Report
	article     int32
	names       []int32 // the report's people in its order
	people      []int32 // the same ascending, each once
	parties     []model.Party
	first, last int // days since 1970; meaningless unless dated
	dated       bool
	inferred    bool // the day follows from the publication day, so it may be the next or the one before
	city        string
	host        model.Party
	guessed     bool // the place was not told of this encounter itself
	early       bool // it is told in the first part of the article
	kind        model.Kind
}

// merger holds the claims in their fixed order and which of them are one.
type merger struct {
	articles   []*model.Article
	claims     []claim
	parent     []int32              // union–find: the root is always the smallest claim
	members    map[int32]group      // by root
	ubiquitous map[int32]bool       // people whom everybody meets
	common     map[model.Party]bool // parties likewise
}

// group is what is known of the claims under one root.
type group struct {
	claims   []int32
	sample   []int32 // one of each kind of claim, as many as are compared
	articles map[int32]bool
}

// A join compares at most this many different claims of each side: beyond
// that a group is a summit whose reports name different people, and says
// nothing more by its next report.
const maxSample = 24

func newMerger(articles []*model.Article) *merger {
	m := &merger{articles: slices.Clone(articles), members: map[int32]group{}}
	slices.SortStableFunc(m.articles, func(a, b *model.Article) int {
		return cmp.Or(strings.Compare(a.ID, b.ID), strings.Compare(a.Path, b.Path), strings.Compare(a.Text, b.Text))
	})
	var names census
	for _, a := range m.articles {
		for _, r := range a.Reports {
			for _, p := range r.People {
				names.add(p)
			}
		}
	}
	number := names.number()
	for i, a := range m.articles {
		for _, r := range a.Reports {
			m.claims = append(m.claims, newClaim(r, int32(i), number))
		}
	}
	m.ubiquitous = ubiquitous(m.claims, func(c *claim) []int32 { return c.people })
	m.common = ubiquitous(m.claims, func(c *claim) []model.Party { return c.parties })
	m.parent = make([]int32, len(m.claims))
	for i := range m.claims {
		n := int32(i)
		m.parent[i] = n
		m.members[n] = group{claims: []int32{n}, sample: []int32{n}, articles: map[int32]bool{m.claims[i].article: true}}
	}
	return m
}

// A report that names a longer span than this tells of a tour, not of an
// encounter; it is found by its first days only.
const maxSpan = 7

func newClaim(r *model.Report, article int32, number func(model.Participant) int32) claim {
	f := r.Footing
	if r.Article.Shelf == nil { // it is all here
		f = footing(r)
	}
	c := claim{
		report: r, article: article, parties: partiesOf(r), kind: r.Kind, city: cityKey(r.Place.City), host: r.Place.Host,
		inferred: f&model.InferredDay != 0, guessed: f&model.InferredPlace != 0, early: f&model.ToldEarly != 0,
	}
	for _, p := range r.People {
		c.names = append(c.names, number(p))
	}
	c.people = slices.Compact(slices.Sorted(slices.Values(c.names)))
	if r.Date.Precision() == model.PrecisionDay {
		c.dated, c.first = true, r.Date.Days()
		c.last = c.first
		if r.End.Precision() == model.PrecisionDay {
			c.last = max(c.first, min(r.End.Days(), c.first+maxSpan-1))
		}
	}
	return c
}

// partiesOf lists the parties of a report and of its people, each once.
func partiesOf(r *model.Report) []model.Party {
	out := slices.Clone(r.Parties)
	for _, p := range r.People {
		if p.Party != "" {
			out = append(out, p.Party)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// Words behind a place's name that say what it is, not which.
var placeKinds = []string{" oblast", " region", " province", " district", " city", " county"}

// cityKey folds a place's name so that ‘Washington, D.C.’ is ‘Washington’ and ‘Zhytomyr Oblast’ is ‘Zhytomyr’.
func cityKey(city string) string {
	key, _, _ := strings.Cut(text.Fold(city), ",")
	for _, k := range placeKinds {
		key = strings.TrimSuffix(key, k)
	}
	return key
}

// Rules by which a reader infers a day or a place that the text does not tell
// of this encounter itself: from the day and the place of publication, or from who was host.
var inferringRules = map[string]bool{
	"date.published": true, "date.dateline": true, "date.relative": true, "date.shift": true, "date.story": true,
	"place.dateline": true, "place.here": true, "place.seat-of-the-host": true, "place.country": true,
}

// footing is what merging asks of a report's evidence, which has to be in memory.
func footing(r *model.Report) model.Footing {
	var f model.Footing
	if inferred(r, "date") {
		f |= model.InferredDay
	}
	if inferred(r, "place") {
		f |= model.InferredPlace
	}
	if e, ok := r.Find("kind"); ok && e.Start*earlyPart < len(r.Article.Text) {
		f |= model.ToldEarly
	}
	return f
}

// inferred tells that a field of a report follows from something else. So does
// a day for which a report that was read from words has none.
func inferred(r *model.Report, field string) bool {
	e, ok := r.Find(field)
	if !ok {
		return field == "date" && len(r.Evidence) > 0
	}
	return inferringRules[e.Rule]
}

// Whoever is in at least a quarter of all claims and has met at least this
// many others is ubiquitous: sharing only that person, or that party, says nothing then.
const (
	ubiquitousShare  = 4
	ubiquitousOthers = 5
)

// ubiquitous finds who is in almost every encounter of this collection: its
// own subject, whoever that is. It serves people and parties alike.
func ubiquitous[T cmp.Ordered](claims []claim, those func(*claim) []T) map[T]bool {
	count := map[T]int{}
	for i := range claims {
		for _, p := range those(&claims[i]) {
			count[p]++
		}
	}
	met := map[T]map[T]bool{}
	for p, n := range count {
		if n*ubiquitousShare >= len(claims) {
			met[p] = map[T]bool{}
		}
	}
	for i := range claims {
		for _, p := range those(&claims[i]) {
			if others := met[p]; others != nil && len(others) <= ubiquitousOthers {
				for _, q := range those(&claims[i]) {
					others[q] = true
				}
			}
		}
	}
	out := map[T]bool{}
	for p, others := range met {
		out[p] = len(others) > ubiquitousOthers // p itself is one of them
	}
	return out
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
	big, small := m.members[a], m.members[b]
	m.parent[b] = a
	delete(m.members, b)
	known := big.articles
	add := small.articles
	if len(add) > len(known) {
		known, add = add, known
	}
	for n := range add { // a set is filled: order does not matter.
		known[n] = true
	}
	big.articles = known
	big.claims = append(big.claims, small.claims...)
	for _, s := range small.sample {
		if len(big.sample) < maxSample && !slices.ContainsFunc(big.sample, func(t int32) bool { return m.claims[s].equal(&m.claims[t]) }) {
			big.sample = append(big.sample, s)
		}
	}
	m.members[a] = big
}

// groups lists the groups' claims, each ascending, in the order of their first claims.
func (m *merger) groups() [][]int32 {
	var out [][]int32
	for i := range m.claims {
		if g, ok := m.members[int32(i)]; ok {
			slices.Sort(g.claims)
			out = append(out, g.claims)
		}
	}
	return out
}
