package loader

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"entente/model"
)

// meetings lets the reports of every group vote, unless they have before, and gives each meeting its ID.
func (m *merger) meetings(before []*model.Meeting) []*model.Meeting {
	groups, was := m.all(), newVoted(before)
	out := make([]*model.Meeting, 0, len(groups))
	for _, g := range groups {
		ballot := m.ballot(g)
		x := was.again(m, g, ballot)
		if x == nil {
			x = m.meeting(g)
			x.Ballot = ballot
		}
		out = append(out, x)
	}
	nameMeetings(out)
	return out
}

// voter is a report with its weight and the independent source behind it.
type voter struct {
	claim  *claim
	report *model.Report
	weight int
	source int
}

// tally is one version of a field with what speaks for it. Several reports of
// one source count once, by the heaviest.
type tally struct {
	value   string
	weight  int
	reports int
	example int         // the heaviest voter for it
	source  int         // of the first report
	first   int         // the heaviest of that source
	others  map[int]int // the heaviest of each further source; nil mostly
}

// cast counts one more report.
func (t *tally) cast(voters []voter, i int) {
	v := &voters[i]
	t.reports++
	was := &t.first
	if v.source != t.source {
		w := t.others[v.source]
		was = &w
	}
	if v.weight > *was {
		t.weight += v.weight - *was
		*was = v.weight
		if v.source != t.source {
			if t.others == nil {
				t.others = map[int]int{}
			}
			t.others[v.source] = v.weight
		}
	}
	if v.weight > voters[t.example].weight {
		t.example = i
	}
}

// urn takes votes on a field.
type urn struct {
	versions []tally
	at       map[string]int // where a version stands, once there are more than fewVersions
}

// Among so few versions one is found by looking at each.
const fewVersions = 8

// version is the tally of a value, which voter i is the first to give if it is new.
func (u *urn) version(voters []voter, value string, i int) *tally {
	if u.at == nil {
		for n := range u.versions {
			if u.versions[n].value == value {
				return &u.versions[n]
			}
		}
	} else if n, ok := u.at[value]; ok {
		return &u.versions[n]
	}
	n := len(u.versions)
	u.versions = append(u.versions, tally{value: value, example: i, source: voters[i].source})
	switch {
	case u.at != nil:
		u.at[value] = n
	case n == fewVersions:
		u.at = make(map[string]int, 2*n) //nolint:mnd // there will be more of them.
		for k := range u.versions {
			u.at[u.versions[k].value] = k
		}
	}
	return &u.versions[n]
}

// counted lists the versions: the weightiest first; of equal ones that of more
// reports, then the first in alphabetical order.
func (u *urn) counted() []tally {
	slices.SortStableFunc(u.versions, func(a, b tally) int {
		return cmp.Or(cmp.Compare(b.weight, a.weight), cmp.Compare(b.reports, a.reports), strings.Compare(a.value, b.value))
	})
	return u.versions
}

// poll counts the versions of a field; value returns the empty string for a
// report that does not tell it.
func poll(voters []voter, value func(*voter) string) []tally {
	var u urn
	for i := range voters {
		if v := value(&voters[i]); v != "" {
			u.version(voters, v, i).cast(voters, i)
		}
	}
	return u.counted()
}

// pollEach is poll for a field that has several values in one report.
func pollEach(voters []voter, values func(*voter) []string) []tally {
	var u urn
	for i := range voters {
		for _, v := range values(&voters[i]) {
			u.version(voters, v, i).cast(voters, i)
		}
	}
	return u.counted()
}

// What a vote weighs: the report's confidence in hundredths, doubled where the
// article is about this encounter, a quarter more where it says so at its
// beginning. An announcement knows less than a report of what took place.
const (
	weightPrimary      = 2
	weightEarly        = 4 // a quarter: the inverse
	earlyPart          = 5 // the first fifth of the article
	weightAnnouncement = 3 // a third
	inferredPart       = 4 // a quarter
)

func weigh(c *claim, held bool) int {
	r := c.report
	w := 4 + int(math.Round(r.Confidence*400)) //nolint:mnd // in quarter hundredths, so that integers serve.
	if r.Primary {
		w *= weightPrimary
	}
	if c.early {
		w += w / weightEarly
	}
	if held && r.Status == model.StatusPlanned {
		w /= weightAnnouncement
	}
	return max(w, 1)
}

// meeting lets the claims of one group vote on every field.
func (m *merger) meeting(group []int32) *model.Meeting {
	held := slices.ContainsFunc(group, func(i int32) bool { return m.claims[i].report.Status == model.StatusHeld })
	sources := m.independent(group)
	voters := make([]voter, 0, len(group))
	for n, i := range group {
		c := &m.claims[i]
		voters = append(voters, voter{c, c.report, weigh(c, held), sources.of[n]})
	}
	out := &model.Meeting{Sources: sources.count}
	lead := leading(voters, held)
	voteDate(out, voters)
	voteKind(out, voters)
	voteStatus(out, voters)
	votePlace(out, voters)
	votePeople(out, voters, m.ubiquitous)
	out.Topics = voteTopics(voters)
	out.Title = lead.Article.Title
	out.Confidence = agree(voters, sources.count, len(out.Conflicts) > 0)
	out.Reports = append(out.Reports, lead)
	for i := range voters {
		if r := voters[i].report; r != lead {
			out.Reports = append(out.Reports, r)
		}
	}
	return out
}

// leading picks the report to show first: of those that say whether it took place, the weightiest,
// the earliest published, the first in the order of articles.
func leading(voters []voter, held bool) *model.Report {
	best := &voters[0]
	for i := range voters[1:] {
		v := &voters[i+1]
		if held && (v.report.Status == model.StatusHeld) != (best.report.Status == model.StatusHeld) {
			if v.report.Status == model.StatusHeld {
				best = v
			}
			continue
		}
		c := cmp.Compare(v.weight, best.weight)
		if p, q := v.report.Article.Published, best.report.Article.Published; c == 0 && !p.IsZero() && !q.IsZero() {
			c = model.Compare(q, p)
		}
		if c > 0 {
			best = v
		}
	}
	return best.report
}

// agree is the confidence of a meeting: that of the surest report; each
// further independent source halves the doubt that is left, and a contradiction doubles it.
func agree(voters []voter, sources int, contradicted bool) float64 {
	doubt := 1.0
	for i := range voters {
		doubt = min(doubt, 1-voters[i].report.Confidence)
	}
	for range min(sources, 4) - 1 { // further ones rest on the same words
		doubt /= 2
	}
	if contradicted {
		doubt *= 2
	}
	return max(0, 1-doubt)
}
