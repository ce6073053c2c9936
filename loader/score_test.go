package loader_test

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"entente/model"
	"entente/score"
	"entente/text"
)

// encounter is an encounter as a label or a report has it, with the report that it is of.
type encounter struct {
	score.Event

	report *model.Report
}

// reading is what one article says, by its label or by the reader.
type reading struct {
	ID        string      `json:"id"`
	Published string      `json:"published"`
	Events    []encounter `json:"events"`
}

// readingOf turns an article into what is scored. What did not take place is no encounter.
func readingOf(a *model.Article) reading {
	told := score.ReadingOf(a)
	out := reading{ID: told.ID, Published: told.Published}
	reports := slices.DeleteFunc(slices.Clone(a.Reports), func(r *model.Report) bool { return r.Status == model.StatusOff })
	for i, e := range told.Events {
		out.Events = append(out.Events, encounter{e, reports[i]})
	}
	return out
}

// main is the encounter that the article is about, or nil.
func (r reading) main() *encounter {
	for i := range r.Events {
		if r.Events[i].Primary {
			return &r.Events[i]
		}
	}
	if len(r.Events) > 0 {
		return &r.Events[0]
	}
	return nil
}

// tally counts what was found, invented and missed.
type tally struct{ right, extra, missed int }

func (t *tally) add(right, extra, missed int) {
	t.right, t.extra, t.missed = t.right+right, t.extra+extra, t.missed+missed
}

// f1 is the harmonic mean of precision and recall, in per cent.
func (t *tally) f1() float64 {
	if t.right == 0 {
		return 0
	}
	return 200 * float64(t.right) / float64(2*t.right+t.extra+t.missed)
}

// share counts how many of some things are right.
type share struct{ right, of int }

func (s *share) add(ok bool) {
	s.of++
	if ok {
		s.right++
	}
}

func (s *share) percent() float64 {
	if s.of == 0 {
		return 0
	}
	return 100 * float64(s.right) / float64(s.of)
}

// figures are the scores of a set of articles. A missed encounter is wrong in every field.
type figures struct {
	event, people, parties               tally
	date, kind, status, host, city       share
	record, published                    share
	allEvents, allPeople, allParties     tally
	allDate, allKind, allStatus, allHost share
	pairs                                tally
	wrong                                []string // one line an article that is not fully right
}

// score adds an article.
func (f *figures) score(want, got reading) {
	w, g := want.main(), got.main()
	var bad []string
	note := func(ok bool, what string) bool {
		if !ok {
			bad = append(bad, what)
		}
		return ok
	}
	f.event.add(b2i(w != nil && g != nil), b2i(w == nil && g != nil), b2i(w != nil && g == nil))
	people, parties := compare(&f.people, &f.parties, w, g)
	if w != nil {
		whole := note(people, "people")
		whole = note(parties, "parties") && whole
		for _, x := range []struct {
			to    *share
			what  string
			whole bool
		}{{&f.date, "date", true}, {&f.kind, "kind", true}, {&f.status, "status", true}, {&f.host, "host", false}, {&f.city, "city", false}} {
			ok := g != nil && agrees(x.what, w, g)
			x.to.add(ok)
			note(ok, x.what)
			whole = whole && (ok || !x.whole)
		}
		f.record.add(whole)
	}
	switch {
	case w != nil && g == nil:
		bad = []string{"missed"}
	case w == nil && g != nil:
		bad = []string{"invented"}
	}
	if want.Published != "" {
		f.published.add(want.Published == got.Published)
	}
	note(want.Published == got.Published, "published")
	f.scoreAll(want.Events, got.Events, &bad)
	if len(bad) > 0 {
		f.wrong = append(f.wrong, fmt.Sprintf("%s: %s\n\twant %s %s\n\tread %s %s", want.ID, strings.Join(bad, ", "),
			want.Published, list(want.Events), got.Published, list(got.Events)))
	}
}

// scoreAll compares every encounter of an article, primary or not.
func (f *figures) scoreAll(want, got []encounter, bad *[]string) {
	paired := pair(want, got)
	used := map[int]bool{}
	for i := range want {
		j, ok := paired[i]
		var g *encounter
		if ok {
			g = &got[j]
			used[j] = true
		} else if i > 0 {
			*bad = append(*bad, "missed "+want[i].Merge)
		}
		f.allEvents.add(b2i(ok), 0, b2i(!ok))
		for _, x := range []struct {
			to   *share
			what string
		}{{&f.allDate, "date"}, {&f.allKind, "kind"}, {&f.allStatus, "status"}, {&f.allHost, "host"}} {
			x.to.add(ok && agrees(x.what, &want[i], g))
		}
		compare(&f.allPeople, &f.allParties, &want[i], g)
	}
	for j := range got {
		if !used[j] {
			f.allEvents.add(0, 1, 0)
			compare(&f.allPeople, &f.allParties, nil, &got[j])
			if j > 0 {
				*bad = append(*bad, "one too many")
			}
		}
	}
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

// compare enters people and parties of two encounters, either of which may be
// missing, and tells whether each is complete and nobody too many.
func compare(people, parties *tally, want, got *encounter) (samePeople, sameParties bool) {
	var w, g encounter
	if want != nil {
		w = *want
	}
	if got != nil {
		g = *got
	}
	n := score.SharedPeople(w.People, g.People)
	people.add(n, len(g.People)-n, len(w.People)-n)
	m := sharedCodes(w.Parties, g.Parties)
	parties.add(m, len(g.Parties)-m, len(w.Parties)-m)
	return n == len(w.People) && n == len(g.People), m == len(w.Parties) && m == len(g.Parties)
}

func sharedCodes(want, got []string) int {
	n := 0
	for _, w := range want {
		if slices.ContainsFunc(got, func(g string) bool { return strings.EqualFold(w, g) }) {
			n++
		}
	}
	return n
}

// agrees compares one field.
func agrees(field string, w, g *encounter) bool {
	switch field {
	case "date":
		return w.Date == g.Date
	case "kind":
		return w.Kind == g.Kind || w.KindAlt != "" && w.KindAlt == g.Kind
	case "status":
		return w.Status == g.Status
	case "host":
		return strings.EqualFold(w.Host, g.Host)
	}
	a, b := text.Fold(w.City), text.Fold(g.City)
	return a == b || a != "" && b != "" && score.SameWord(strings.ReplaceAll(a, " ", ""), strings.ReplaceAll(b, " ", ""))
}

// wholeRecord tells that everything that makes a record is right: day, kind, status, people and parties.
func wholeRecord(w, g *encounter) bool {
	people, parties := compare(&tally{}, &tally{}, w, g)
	return people && parties && agrees("date", w, g) && agrees("kind", w, g) && agrees("status", w, g)
}

// pair finds for each encounter wanted the one that was read of it, the likest first.
func pair(want, got []encounter) map[int]int {
	type likeness struct {
		score float64
		i, j  int
	}
	var all []likeness
	for i := range want {
		for j := range got {
			var people, parties tally
			compare(&people, &parties, &want[i], &got[j])
			s := 0.4*people.f1()/100 + 0.2*parties.f1()/100
			if want[i].Date == got[j].Date {
				s += 0.4
			} else if a, b := want[i].Date, got[j].Date; a != "" && (len(a) == 7 && strings.HasPrefix(b, a) || len(b) == 7 && strings.HasPrefix(a, b)) {
				s += 0.2
			}
			all = append(all, likeness{s, i, j})
		}
	}
	slices.SortStableFunc(all, func(a, b likeness) int { return cmp.Compare(b.score, a.score) })
	out, taken := map[int]int{}, map[int]bool{}
	for _, l := range all {
		if _, ok := out[l.i]; !ok && !taken[l.j] && l.score >= 0.3 {
			out[l.i], taken[l.j] = l.j, true
		}
	}
	return out
}

func list(events []encounter) string {
	var out []string
	for _, e := range events {
		out = append(out, fmt.Sprintf("[%s %s %s %s (%s) %s %s]", e.Date, e.Kind, e.Status, strings.Join(e.People, ", "), strings.Join(e.Parties, " "), e.City, e.Host))
	}
	return strings.Join(out, " ")
}
