package extract

import (
	"slices"

	"entente/model"
)

// Who of all that a text names sat at a table of three and more is not told by the words of one sentence: some are named in a list, some only with
// what they said, some were met on the margins, some stayed away. So each is weighed, and whoever has more than no points was there.

// seatSetting is what a table is, which some signs depend on: at a summit of many it says less that somebody is named in a list.
type seatSetting uint8

const (
	anyTable seatSetting = iota
	atSummit
	ofFive // taken for present, or more
	seatSettings
)

// tableIs tells which settings a table has.
type tableIs [seatSettings]bool

func settingOf(e *event) tableIs {
	return tableIs{anyTable: true, atSummit: e.kind == model.KindSummit, ofFive: len(e.people) > manyAtTable}
}

// leastTable is how many make a table of several, of whom each is weighed; of a summit, each is weighed however few are named.
const leastTable = 3

// weighSeats decides who took part in the encounter that the article is about, where several did.
func (d *document) weighSeats(e *event, frames []frame, events []event) {
	d.weighedSeats = d.weighedSeats[:0]
	if len(e.people) < leastTable && e.kind != model.KindSummit {
		return
	}
	d.weighedSeats = d.signsOfSeats(e, frames, events)
	d.table = settingOf(e)
	there := func(p int32) bool { return d.lex.seating.of(d.weighedSeats[p], d.table[:]) > 0 }
	people := make([]int32, 0, len(e.people)+2)
	for k := range d.people {
		if p := int32(k); there(p) {
			people = append(people, p)
		}
	}
	slices.SortStableFunc(people, func(a, b int32) int { return d.people[a].first - d.people[b].first })
	if len(people) >= 2 && d.ofTwoParties(people, e.parties) {
		e.people = people
	}
}

// ofTwoParties tells that some people, and others whom the text gives by office only, do not all speak for one party.
func (d *document) ofTwoParties(people []int32, parties []model.Party) bool {
	f := frame{people: people, parties: parties}
	return d.international(&f)
}

// seats says of everybody named what spoke for and against his having been there, where several met, the likeliest first.
func (t *tracer) seats(e *event) []string {
	d := t.d
	return d.lex.seating.tell(len(d.weighedSeats), d.table[:], func(k int) signSet { return d.weighedSeats[k] }, func(_, k int) string {
		there := " there"
		if !slices.Contains(e.people, int32(k)) { //nolint:gosec // of few.
			there = " not there"
		}
		return "seat: " + d.people[k].name + there
	})
}

// Seat is somebody whom an article names, with what speaks for and against his having sat at the table that the article is about.
type Seat struct {
	Name     string
	Taken    bool   // for present, by the rules alone
	Signs    []bool // by the rows of seats.tsv
	Settings []bool // by its columns
}

// Seats reads an article again and returns everybody whom it names where several met, none where not, for those who set the points of seats.tsv by
// labelled articles.
func (r *Reader) Seats(a *model.Article) []Seat {
	d := r.trace(a).d
	out := make([]Seat, 0, len(d.weighedSeats))
	for k, s := range d.weighedSeats {
		out = append(out, Seat{Name: d.people[k].name, Taken: s.has(seatTaken), Signs: s.list(seatSigns), Settings: d.table[:]})
	}
	return out
}
