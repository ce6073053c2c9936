package loader

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"

	"entente/model"
	"entente/text"
)

// meetings lets the reports of every group vote and gives each meeting its ID.
func (m *merger) meetings() []*model.Meeting {
	groups := m.groups()
	out := make([]*model.Meeting, 0, len(groups))
	for _, g := range groups {
		out = append(out, m.meeting(g))
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
	value    string
	weight   int
	reports  int
	example  int // the heaviest voter for it
	bySource map[int]int
}

// poll counts the versions of a field; value returns the empty string for a
// report that does not tell it. The weightiest version comes first; of equal
// ones that of more reports, then the first in alphabetical order.
func poll(voters []voter, value func(*voter) string) []tally {
	return pollEach(voters, func(v *voter) []string {
		if s := value(v); s != "" {
			return []string{s}
		}
		return nil
	})
}

// pollEach is poll for a field that has several values in one report.
func pollEach(voters []voter, values func(*voter) []string) []tally {
	var out []tally
	at := map[string]int{}
	for i := range voters {
		for _, v := range values(&voters[i]) {
			n, ok := at[v]
			if !ok {
				n = len(out)
				at[v] = n
				out = append(out, tally{value: v, example: i, bySource: map[int]int{}})
			}
			t := &out[n]
			t.reports++
			if w := voters[i].weight; w > t.bySource[voters[i].source] {
				t.weight += w - t.bySource[voters[i].source]
				t.bySource[voters[i].source] = w
			}
			if voters[i].weight > voters[t.example].weight {
				t.example = i
			}
		}
	}
	slices.SortStableFunc(out, func(a, b tally) int {
		return cmp.Or(cmp.Compare(b.weight, a.weight), cmp.Compare(b.reports, a.reports), strings.Compare(a.value, b.value))
	})
	return out
}

// What a vote weighs: the report's confidence in hundredths, doubled where the
// article is about this encounter, a quarter more where it says so at its
// beginning. An announcement knows less than a report of what took place.
const (
	weightPrimary      = 2
	weightEarly        = 4 // a quarter: the inverse
	earlyPart          = 5 // the first fifth of the article
	weightAnnouncement = 3 // a third
	inferredPart       = 4
)

func weigh(r *model.Report, held bool) int {
	w := 4 + int(math.Round(r.Confidence*400)) //nolint:mnd // in quarter hundredths, so that integers serve.
	if r.Primary {
		w *= weightPrimary
	}
	if e, ok := r.Find("kind"); ok && e.Start*earlyPart < len(r.Article.Text) {
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
		voters = append(voters, voter{c, c.report, weigh(c.report, held), sources.of[n]})
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

// contradict writes down the versions of a field when there are several.
func contradict(out *model.Meeting, field string, versions []tally) {
	if len(versions) < 2 {
		return
	}
	c := model.Conflict{Field: field}
	for _, t := range versions {
		c.Values = append(c.Values, model.ConflictValue{Value: t.value, Reports: t.reports})
	}
	slices.SortStableFunc(c.Values, func(a, b model.ConflictValue) int { return cmp.Compare(b.Reports, a.Reports) })
	out.Conflicts = append(out.Conflicts, c)
}

// voteDate chooses the days. A month says nothing against a day in it, and a day
// nothing against a span that holds it: the version that tells more is taken then.
func voteDate(out *model.Meeting, voters []voter) {
	voters = slices.Clone(voters)
	for i := range voters { // a day that was only inferred has a quarter of a vote
		if voters[i].claim.inferred {
			voters[i].weight = max(voters[i].weight/inferredPart, 1)
		}
	}
	versions := poll(voters, func(v *voter) string {
		d := v.report.Date.String()
		if e := v.report.End; !e.IsZero() && e != v.report.Date {
			d += " – " + e.String()
		}
		return d
	})
	if len(versions) == 0 {
		return
	}
	holds := func(wide, narrow *model.Report) bool {
		last := wide.End.Last()
		if wide.End.IsZero() {
			last = wide.Date.Last()
		}
		end := narrow.End.Last()
		if narrow.End.IsZero() {
			end = narrow.Date.Last()
		}
		return model.Compare(wide.Date.First(), narrow.Date.First()) <= 0 && model.Compare(end, last) <= 0
	}
	finest := func(i int) model.Precision { return voters[versions[i].example].report.Date.Precision() }
	best := 0
	for i := range versions { // never a month where a day is told
		if finest(i) > finest(best) {
			best = i
		}
	}
	chosen := voters[versions[best].example].report
	out.Date, out.End = chosen.Date, chosen.End
	open := versions[:0:0]
	for _, t := range versions {
		r := voters[t.example].report
		if r == chosen || !holds(r, chosen) && !holds(chosen, r) {
			open = append(open, t)
		}
	}
	contradict(out, "date", open)
}

// voteKind: of equal votes for a meeting and a summit the meeting wins, being
// first in the alphabet, which is well: a summit is often only talked about.
func voteKind(out *model.Meeting, voters []voter) {
	versions := poll(voters, func(v *voter) string { return v.report.Kind.String() })
	out.Kind = voters[versions[0].example].report.Kind
	contradict(out, "kind", versions)
}

// voteStatus: what was announced and then reported is held, which is no contradiction. Off against the others is one.
func voteStatus(out *model.Meeting, voters []voter) {
	versions := poll(voters, func(v *voter) string { return v.report.Status.String() })
	told := func(s model.Status) int {
		return slices.IndexFunc(versions, func(t tally) bool { return t.value == s.String() })
	}
	held, planned, off := told(model.StatusHeld), told(model.StatusPlanned), told(model.StatusOff)
	switch {
	case held >= 0 && (off < 0 || held < off):
		out.Status = model.StatusHeld
	case off >= 0:
		out.Status = model.StatusOff
	default:
		out.Status = model.StatusPlanned
	}
	if off >= 0 && held >= 0 {
		if planned >= 0 {
			versions = slices.Delete(slices.Clone(versions), planned, planned+1)
		}
		contradict(out, "status", versions)
	}
}

// votePlace chooses city and host together, so that they belong to each other;
// a host without a city counts for every city in that country.
func votePlace(out *model.Meeting, voters []voter) {
	hosts := poll(voters, func(v *voter) string { return string(v.claim.host) })
	cities := poll(voters, func(v *voter) string { return v.claim.city })
	if len(hosts) > 0 {
		out.Place.Host = model.Party(hosts[0].value)
	}
	for _, t := range cities {
		c := voters[t.example].claim
		if c.host == "" || out.Place.Host == "" || c.host == out.Place.Host {
			out.Place.City = c.report.Place.City
			break
		}
	}
	if len(cities) > 1 {
		for i := range cities {
			cities[i].value = voters[cities[i].example].report.Place.City
		}
		contradict(out, "place", cities)
	} else {
		contradict(out, "host", hosts)
	}
}

// Who is named by less than this share of the votes (a third, an eighth) is left
// out of a meeting; at a summit every paper names others, so one good report is enough.
const (
	peopleShare = 3
	summitShare = 8
)

// seat is a person as the votes see them.
type seat struct {
	number int32
	weight int
	as     model.Participant // as the heaviest report writes them
}

// votePeople chooses who took part, the collection's own subject first, the
// others as the weightiest report orders them. Reports that name fewer people
// contradict nobody; two of which each names somebody whom the other leaves out do.
func votePeople(out *model.Meeting, voters []voter, subject map[int32]bool) {
	share := peopleShare
	if out.Kind == model.KindSummit {
		share = summitShare
	}
	total := 0
	for _, t := range poll(voters, func(*voter) string { return "all" }) {
		total += t.weight
	}
	parties := map[model.Party]bool{}
	for _, s := range seats(voters) {
		if s.weight*share < total {
			continue
		}
		out.People = append(out.People, s.as)
		if subject[s.number] {
			for i := len(out.People) - 1; i > 0; i-- {
				out.People[i], out.People[i-1] = out.People[i-1], out.People[i]
			}
		}
		if s.as.Party != "" {
			parties[s.as.Party] = true
		}
	}
	for _, t := range pollEach(voters, func(v *voter) []string { return partyNames(v.report.Parties) }) {
		if t.weight*share >= total {
			parties[model.Party(t.value)] = true
		}
	}
	out.Parties = slices.Sorted(maps.Keys(parties))
	contradictPeople(out, voters)
}

// seats lists everybody whom a report names, in the order of the weightiest report that does.
func seats(voters []voter) []seat {
	ordered := slices.Clone(voters)
	slices.SortStableFunc(ordered, func(a, b voter) int { return cmp.Compare(b.weight, a.weight) })
	at := map[int32]int{}
	var out []seat
	for _, v := range ordered {
		for i, n := range v.claim.names {
			p := v.report.People[i]
			j, ok := at[n]
			if !ok {
				j = len(out)
				at[n] = j
				out = append(out, seat{number: n, as: p})
			}
			if out[j].as.Office == "" && out[j].as.Party == p.Party {
				out[j].as.Office = p.Office
			}
		}
	}
	for i := range out {
		for _, t := range poll(voters, func(v *voter) string {
			if slices.Contains(v.claim.people, out[i].number) {
				return "named"
			}
			return ""
		}) {
			out[i].weight = t.weight
		}
	}
	return out
}

// contradictPeople looks for two reports that name different people, each more than the other in something.
func contradictPeople(out *model.Meeting, voters []voter) {
	nested := func(a, b *claim) bool {
		for _, p := range a.people {
			if !slices.Contains(b.people, p) {
				return false
			}
		}
		return true
	}
	versions := poll(voters, func(v *voter) string { return names(v.report) })
	for i := range versions {
		for j := range i {
			a, b := voters[versions[i].example].claim, voters[versions[j].example].claim
			if !nested(a, b) && !nested(b, a) {
				contradict(out, "people", versions)
				return
			}
		}
	}
}

func names(r *model.Report) string {
	all := make([]string, 0, len(r.People))
	for _, p := range r.People {
		all = append(all, p.Name)
	}
	slices.Sort(all)
	return strings.Join(slices.Compact(all), ", ")
}

func partyNames(parties []model.Party) []string {
	out := make([]string, 0, len(parties))
	for _, p := range parties {
		out = append(out, string(p))
	}
	return out
}

// A meeting lists so many topics at most: those that most reports name.
const maxTopics = 8

func voteTopics(voters []voter) []string {
	var out []string
	for _, t := range pollEach(voters, func(v *voter) []string { return v.report.Topics }) {
		if len(out) < maxTopics {
			out = append(out, t.value)
		}
	}
	return out
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

// idDigits is how many hexadecimal digits of the hash an ID has: with a
// million meetings two share them once in two.
const idDigits = 10

// nameMeetings gives every meeting its ID, a hash of day and people, so that
// it stays the same from one reading to the next. Meetings that share it (a
// call and a visit of one day) are told apart by a number, in the order of
// kind, place and first article.
func nameMeetings(all []*model.Meeting) {
	byID := map[string][]*model.Meeting{}
	for _, m := range all {
		people := make([]string, 0, len(m.People))
		for _, p := range m.People {
			people = append(people, text.Fold(p.Name))
		}
		slices.Sort(people)
		if len(people) == 0 {
			people = partyNames(m.Parties)
		}
		sum := sha256.Sum256([]byte(m.Date.String() + "\n" + strings.Join(people, "\n")))
		m.ID = "m-" + hex.EncodeToString(sum[:])[:idDigits]
		byID[m.ID] = append(byID[m.ID], m)
	}
	for _, same := range byID { // each list is treated by itself.
		slices.SortStableFunc(same, func(a, b *model.Meeting) int {
			return cmp.Or(cmp.Compare(a.Kind, b.Kind), strings.Compare(a.Place.City, b.Place.City))
		})
		for i, m := range same[1:] {
			m.ID += "-" + strconv.Itoa(i+2) //nolint:mnd // the first has no number, the second is 2.
		}
	}
}
