package loader

import (
	"slices"
	"strings"

	"entente/model"
	"entente/text"
)

// claim is a report as merging sees it: people and parties are numbers, days are numbers, the city is folded.
type claim struct {
	report      *model.Report
	article     int32
	names       []int32 // the report's people in its order
	people      []int32 // the same ascending, each once
	parties     []int32 // of the report and of its people, ascending, each once
	city        string
	host        model.Party
	first, last int // days since 1970; meaningless unless dated
	dated       bool
	inferred    bool // the day follows from the publication day, so it may be the next or the one before
	guessed     bool // the place was not told of this encounter itself
	early       bool // it is told in the first part of the article
	kind        model.Kind
}

// A report that names a longer span than this tells of a tour, not of an
// encounter; it is found by its first days only.
const maxSpan = 7

// registrar turns reports into claims. What many reports have in common, a
// name, a party, a city, it works out once; their numbers lie in few long lists.
type registrar struct {
	census  census
	people  []int32 // by the census's spelling: the number of the person
	parties map[model.Party]int32
	cities  map[string]string // folded
	room    []int32
	need    int // how many numbers are still asked for
}

// claims numbers whoever takes part in the reports of articles and makes claims of these, in their order.
func claims(articles []*model.Article) []claim {
	r := registrar{parties: map[model.Party]int32{}, cities: map[string]string{}}
	n := 0
	for _, a := range articles {
		n += len(a.Reports)
		for _, x := range a.Reports {
			r.need += 3*len(x.People) + len(x.Parties)
			for i := range x.People {
				r.census.add(&x.People[i])
			}
		}
	}
	r.people = r.census.number()
	out := make([]claim, 0, n)
	for i, a := range articles {
		for _, x := range a.Reports {
			out = append(out, r.claim(x, int32(i)))
		}
	}
	return out
}

func (r *registrar) claim(x *model.Report, article int32) claim {
	f := x.Footing
	if x.Article.Shelf == nil { // it is all here
		f = footing(x)
	}
	c := claim{
		report: x, article: article, kind: x.Kind, city: r.city(x.Place.City), host: x.Place.Host,
		inferred: f&model.InferredDay != 0, guessed: f&model.InferredPlace != 0, early: f&model.ToldEarly != 0,
	}
	c.names = r.list(len(x.People))
	c.parties = r.list(len(x.Parties) + len(x.People))[:0]
	for i := range x.People {
		p := &x.People[i]
		c.names[i] = r.people[r.census.add(p)]
		if p.Party != "" {
			c.parties = append(c.parties, r.party(p.Party))
		}
	}
	c.people = r.list(len(c.names))
	copy(c.people, c.names)
	c.people = ascending(c.people)
	for _, p := range x.Parties {
		c.parties = append(c.parties, r.party(p))
	}
	c.parties = ascending(c.parties)
	if x.Date.Precision() == model.PrecisionDay {
		c.dated, c.first = true, x.Date.Days()
		c.last = c.first
		if x.End.Precision() == model.PrecisionDay {
			c.last = max(c.first, min(x.End.Days(), c.first+maxSpan-1))
		}
	}
	return c
}

func ascending(list []int32) []int32 {
	slices.Sort(list)
	return slices.Compact(list)
}

// list is room for n numbers.
func (r *registrar) list(n int) []int32 {
	const many = 1 << 14
	if n > len(r.room) {
		r.room = make([]int32, max(n, min(r.need, many)))
	}
	r.need -= n
	out := r.room[:n:n]
	r.room = r.room[n:]
	return out
}

func (r *registrar) party(p model.Party) int32 {
	n, ok := r.parties[p]
	if !ok {
		n = int32(len(r.parties)) //nolint:gosec // there are not so many parties.
		r.parties[p] = n
	}
	return n
}

func (r *registrar) city(name string) string {
	key, ok := r.cities[name]
	if !ok {
		key = cityKey(name)
		r.cities[name] = key
	}
	return key
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
// own subject, whoever that is. It serves people and parties alike; what comes out is by their numbers.
func ubiquitous(claims []claim, those func(*claim) []int32) []bool {
	var count []int
	for i := range claims {
		for _, p := range those(&claims[i]) {
			for int(p) >= len(count) {
				count = append(count, 0)
			}
			count[p]++
		}
	}
	out := make([]bool, len(count))
	for p, n := range count {
		out[p] = n > 0 && n*ubiquitousShare >= len(claims) && meetsMany(claims, those, int32(p))
	}
	return out
}

// meetsMany tells that one of those has met at least ubiquitousOthers.
func meetsMany(claims []claim, those func(*claim) []int32, p int32) bool {
	met := map[int32]bool{}
	for i := range claims {
		if all := those(&claims[i]); slices.Contains(all, p) {
			for _, q := range all {
				met[q] = true
			}
			if len(met) > ubiquitousOthers { // p itself is one of them
				return true
			}
		}
	}
	return false
}
