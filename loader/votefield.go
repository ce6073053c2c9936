package loader

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"entente/model"
)

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

// byCertainty gives voters who only infer a field a part of their vote on it.
func byCertainty(voters []voter, field string) []voter {
	out := slices.Clone(voters)
	for i := range out {
		if c := out[i].claim; field == "date" && c.inferred || field == "place" && c.guessed {
			out[i].weight = max(out[i].weight/inferredPart, 1)
		}
	}
	return out
}

// voteDate chooses the days. A month says nothing against a day in it, and a day
// nothing against a span that holds it: the version that tells more is taken then.
func voteDate(out *model.Meeting, voters []voter) {
	voters = byCertainty(voters, "date")
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
	voters = byCertainty(voters, "place")
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
func votePeople(out *model.Meeting, voters []voter, subject []bool) {
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
