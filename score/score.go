// Package score measures how well articles were read, beside labels that say
// what a careful reader understands of each. A label is a line of JSON:
//
//	{"id":"a.txt","published":"2024-05-15","events":[{"primary":true,"date":"2024-05-14","kind":"meeting","status":"held",
//	 "participants":["Kaja Kallas"],"countries":["EE"],"city":"Tallinn","host":"EE"}]}
//
// The scorer has its own notion of who is whom, apart from the reader's: a
// mistake in the reader's tables must not hide itself.
package score

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"entente/model"
	"entente/text"
)

// Reading is what one article says, by its label or as it was read.
type Reading struct {
	ID        string  `json:"id"`
	Published string  `json:"published"`
	Events    []Event `json:"events"`
}

// Event is an encounter as a label or a report has it.
type Event struct {
	Primary bool     `json:"primary"`
	Date    string   `json:"date"`
	Kind    string   `json:"kind"`
	KindAlt string   `json:"kind_alt"` // what another fair reader may call it
	Status  string   `json:"status"`
	People  []string `json:"participants"`
	Parties []string `json:"countries"`
	City    string   `json:"city"`
	Host    string   `json:"host"`
	Merge   string   `json:"merge"` // the same for every article about one encounter
}

// ReadingOf is what was read of an article. What did not take place is no encounter.
func ReadingOf(a *model.Article) Reading {
	out := Reading{ID: a.ID, Published: a.Published.String()}
	for _, r := range a.Reports {
		e := Event{
			Primary: r.Primary, Date: r.Date.String(), Kind: r.Kind.String(), Status: r.Status.String(), City: r.Place.City, Host: string(r.Place.Host),
		}
		for _, p := range r.People {
			e.People = append(e.People, p.Name)
		}
		for _, p := range r.Parties {
			e.Parties = append(e.Parties, string(p))
		}
		out.Events = append(out.Events, e)
	}
	out.normal()
	return out
}

// normal leaves out what was called off.
func (r *Reading) normal() {
	r.Events = slices.DeleteFunc(r.Events, func(e Event) bool { return e.Status == model.StatusOff.String() })
}

var (
	errNoID  = errors.New("there is no id")
	errTwice = errors.New("its id stands in an earlier line, too")
)

// Labels reads labels, one a line, and sorts them by ID.
func Labels(r io.Reader) ([]Reading, error) {
	const longest = 1 << 20
	var out []Reading
	seen := map[string]bool{}
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, longest)
	for n := 1; lines.Scan(); n++ {
		if strings.TrimSpace(lines.Text()) == "" {
			continue
		}
		var x Reading
		err := json.Unmarshal(lines.Bytes(), &x)
		switch {
		case err != nil:
		case x.ID == "":
			err = errNoID
		case seen[x.ID]:
			err = errTwice
		}
		if err != nil {
			return nil, fmt.Errorf("line %d: %w", n, err)
		}
		seen[x.ID] = true
		x.normal()
		out = append(out, x)
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("read: %w", err)
	}
	slices.SortFunc(out, func(a, b Reading) int { return strings.Compare(a.ID, b.ID) })
	return out, nil
}

// main is the encounter that the article is about, or nil.
func (r *Reading) main() *Event {
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

// codes brings codes of countries to one spelling.
func code(s string) string {
	s = strings.ToUpper(strings.TrimSpace(s))
	if other, ok := map[string]string{"UK": "GB", "EL": "GR", "HOLY SEE": "VA", "KS": "XK", "XKX": "XK"}[s]; ok {
		return other
	}
	return s
}

func codes(all []string) map[string]bool {
	out := map[string]bool{}
	for _, s := range all {
		if c := code(s); c != "" {
			out[c] = true
		}
	}
	return out
}

// agrees compares one field of two encounters.
func agrees(field string, w, g *Event) bool {
	switch field {
	case "date_exact":
		return w.Date == g.Date
	case "date_ok":
		return nearDate(w.Date, g.Date)
	case "kind":
		return w.Kind == g.Kind || w.KindAlt != "" && w.KindAlt == g.Kind
	case "status":
		return w.Status == g.Status
	case "host":
		return code(w.Host) == code(g.Host)
	}
	a, b := strings.TrimSpace(text.Fold(w.City)), strings.TrimSpace(text.Fold(g.City))
	return a == b || a != "" && b != "" && SameWord(onlyWords(a), onlyWords(b))
}

func onlyWords(s string) string { return strings.Join(coreLetters(s), "") }

// nearDate also takes a day inside the month of the label, or the month of its day.
func nearDate(a, b string) bool {
	const month = len("2024-05")
	return a == b || len(a) == month && strings.HasPrefix(b, a) || len(b) == month && strings.HasPrefix(a, b)
}

// compare enters people and parties of two encounters, either of which may be
// missing, and tells whether each is complete and nobody too many.
func compare(people, parties *Found, want, got *Event) (samePeople, sameParties bool) {
	var w, g Event
	if want != nil {
		w = *want
	}
	if got != nil {
		g = *got
	}
	n := SharedPeople(w.People, g.People)
	people.add(n, len(g.People)-n, len(w.People)-n)
	wc, gc := codes(w.Parties), codes(g.Parties)
	m := 0
	for c := range wc {
		if gc[c] {
			m++
		}
	}
	parties.add(m, len(gc)-m, len(wc)-m)
	return n == len(w.People) && n == len(g.People), m == len(wc) && m == len(gc)
}

// likeness of two encounters, for finding which of several is meant: day, people, parties.
func likeness(w, g *Event) float64 {
	var people, parties Found
	compare(&people, &parties, w, g)
	day := 0.0
	switch {
	case w.Date == g.Date:
		day = 1
	case w.Date != "" && nearDate(w.Date, g.Date):
		day = 0.5
	}
	// Each product is rounded by itself, or another processor would sort a tie otherwise.
	return float64(float64(0.4*day)+float64(0.4*people.f1())) + float64(0.2*parties.f1())
}

// WholeRecord tells that everything that makes a record is right: day, kind, status, people and parties.
func WholeRecord(w, g *Event) bool {
	people, parties := compare(&Found{}, &Found{}, w, g)
	return people && parties && agrees("date_exact", w, g) && agrees("kind", w, g) && agrees("status", w, g)
}

// Align pairs the encounters of two readings, the likest first, and returns what is left of either.
func Align(want, got []Event) (pairs [][2]*Event, missed, extra []*Event) {
	type both struct {
		like float64
		i, j int
	}
	all := make([]both, 0, len(want)*len(got))
	for i := range want {
		for j := range got {
			all = append(all, both{likeness(&want[i], &got[j]), i, j})
		}
	}
	slices.SortStableFunc(all, func(a, b both) int { // as they come where they are alike
		switch {
		case a.like > b.like:
			return -1
		case a.like < b.like:
			return 1
		}
		return 0
	})
	const least = 0.3
	left, right := make([]bool, len(want)), make([]bool, len(got))
	for _, x := range all {
		if x.like >= least && !left[x.i] && !right[x.j] {
			left[x.i], right[x.j] = true, true
			pairs = append(pairs, [2]*Event{&want[x.i], &got[x.j]})
		}
	}
	for i := range want {
		if !left[i] {
			missed = append(missed, &want[i])
		}
	}
	for j := range got {
		if !right[j] {
			extra = append(extra, &got[j])
		}
	}
	return pairs, missed, extra
}
