package extract

import (
	"slices"

	"entente/model"
)

// delegationReach is how many sentences behind an encounter tell who else sat at the table.
const delegationReach = 12

// tablemates adds those who are named as sitting on one side of a table, or as
// accompanying a leader, to the encounter that the article tells at that place:
// ministers and envoys of the parties that met.
func (d *document) tablemates(events []event) {
	for k := range d.sents {
		s := &d.sents[k]
		if s.zone != zoneProse || !s.kinds.has(kindPerson) || !d.seats(k) {
			continue
		}
		best := -1
		for i := range events {
			e := &events[i]
			if e.first > k || s.index-d.sents[e.first].index > delegationReach || e.kind == model.KindCall || e.back || e.score < believed {
				continue
			}
			if d.partiesOf(e) > mostSides || d.onOtherDay(k, e) {
				continue
			}
			if best < 0 || e.score+e.lead > events[best].score+events[best].lead {
				best = i
			}
		}
		if best >= 0 {
			d.seat(s, &events[best])
		}
	}
}

// mostSides is how many parties sit at a table of which who sits beside whom is told.
const mostSides = 3

// seats tells that sentence k says who was there while others talked.
func (d *document) seats(k int) bool {
	s := &d.sents[k]
	return d.tableAt(s) >= 0 || k > 0 && d.soWas(s) && d.tableAt(&d.sents[k-1]) >= 0
}

// soWas tells that a sentence says of somebody what the one in front of it says: So was her foreign minister.
func (d *document) soWas(s *sentence) bool {
	if s.from+2 >= s.to || d.lower(&d.items[s.from]) != "so" {
		return false
	}
	w := d.lower(&d.items[s.from+1])
	return w == "was" || w == "were"
}

// tableAt is the item by which a sentence says where somebody was while others talked, and neither denies it nor says that he will be; -1 for none.
func (d *document) tableAt(s *sentence) int {
	for i := s.from; i < s.to; i++ {
		it := &d.items[i]
		if it.kind != itemWord || it.quoted {
			continue
		}
		table := it.is(classTable)
		if !table {
			switch seat := it.marks&markSeat != 0; {
			case seat && seatVerbs.has(d.lower(it)):
				table = d.placeNear(s, i, seatPlaces)
			case it.is(classBe):
				table = d.placeNear(s, i, tablePlaces) || i == s.from+2 && d.items[i-1].kind == itemPerson && d.items[s.from].is(classWith)
			case seat && partWords.has(d.lower(it)):
				table = d.ofSide(s, i, d.lower(it))
			}
		}
		if table && !d.notThen(s, i) && !d.ceremony(s, i) {
			return i
		}
	}
	return -1
}

// placeNear tells that one of the words for a place at a table stands near the verb at item i, in its clause.
func (d *document) placeNear(s *sentence, i int, places *wordSet) bool {
	const reach = 6
	for j := i - 1; j >= s.from && j >= i-reach && !d.items[j].boundary(); j-- {
		if d.tablePlace(s, j, places) {
			return true
		}
	}
	for j := i + 1; j < s.to && j <= i+reach && !d.items[j].boundary(); j++ {
		if d.tablePlace(s, j, places) {
			return true
		}
	}
	return false
}

// tablePlace tells that item i is a word for a place at a table: the table, the room, next to him, to her left.
func (d *document) tablePlace(s *sentence, i int, places *wordSet) bool {
	it := &d.items[i]
	if it.kind != itemWord || it.quoted {
		return false
	}
	w := d.lower(it)
	if !places.has(w) {
		return false
	}
	switch w {
	case "table", "room":
		if i-1 > s.from && d.items[i-1].kind == itemWord && !d.items[i-1].is(classThe) && d.lower(&d.items[i-1]) != "same" {
			i-- // the negotiating table
		}
		return i > s.from && (d.items[i-1].is(classThe) && d.lower(&d.items[i-1]) != "a" || d.lower(&d.items[i-1]) == "same")
	case "left", "right":
		return i > s.from && d.items[i-1].is(classHis)
	case "next to", "beside", "opposite", "alongside":
		return i+1 < s.to && (d.items[i+1].is(classPerson|classPronoun) || d.items[i+1].is(classThe))
	}
	return true
}

var (
	// seatVerbs say that somebody sat.
	seatVerbs = setOf("sat", "sits", "seated", "sitting")
	// seatPlaces are places beside somebody who talks, tablePlaces those where whoever is there sits too.
	seatPlaces  = setOf("table", "next to", "beside", "opposite", "left", "right", "alongside")
	tablePlaces = setOf("table", "room")
)

// partWords are those of which ofSide tells more.
var partWords = setOf("side", "there", "delegation")

// ofSide tells that the side at item i is one of those who talk, or that somebody was there or in the delegation as well: on the
// Polish side were, at her side throughout, was there, too, the delegation also included.
func (d *document) ofSide(s *sentence, i int, w string) bool {
	switch p := &d.items[max(i-1, s.from)]; {
	case i == s.from:
		return false
	case w == "there":
		j := i + 1
		if j < s.to && d.items[j].isPunct(',') {
			j++
		}
		return p.is(classBe) && j < s.to && alsoWords.has(d.lower(&d.items[j]))
	case w == "delegation":
		for j := i + 1; j < s.to && j <= i+2; j++ {
			if n := d.lower(&d.items[j]); n == "included" || n == "comprised" {
				return true
			}
		}
		return d.wordNear(s, i-5, i, membership)
	case p.kind == itemCountry || p.kind == itemDemonym || p.possessive:
		return d.wordNear(s, i-3, i-1, atSide)
	default:
		return p.is(classHis) && d.wordNear(s, i-2, i-1, atSide)
	}
}

// wordNear tells that one of some words stands between two items.
func (d *document) wordNear(s *sentence, from, to int, words *wordSet) bool {
	for j := max(from, s.from); j < to; j++ {
		if words.has(d.lower(&d.items[j])) {
			return true
		}
	}
	return false
}

var (
	sameTable  = setOf("same")
	alsoWords  = setOf("too", "as well", "also")
	atSide     = setOf("on", "at")
	membership = setOf("part", "member", "members", "belonged")
)

// notThen tells that what item i says is denied, or yet to be: was not at the table, will sit there.
func (d *document) notThen(s *sentence, i int) bool {
	const reach = 5
	for j := i; j >= s.from && j >= i-reach; j-- {
		if it := &d.items[j]; it.boundary() || it.isPunct(',') {
			break
		} else if it.is(classNeg|classFuture|classModal) && !it.quoted {
			return true
		}
	}
	return d.lower(&d.items[s.from]) == "nobody" || i+1 < s.to && d.items[i+1].is(classNeg)
}

// onOtherDay tells that a sentence names a day, and that an event was on another one: had sat at that table in January.
func (d *document) onOtherDay(sent int, e *event) bool {
	from, to := d.datesIn(sent)
	if from == to || e.date.IsZero() {
		return false
	}
	for k := from; k < to; k++ {
		day, _ := d.resolveDate(&d.dates[k], d.today, model.StatusHeld)
		if day.IsZero() || day == e.date || day.Covers(e.date) {
			return false
		}
	}
	return true
}

// seat adds the people of a sentence who speak for one of the parties of an event and hold an office.
func (d *document) seat(s *sentence, e *event) {
	same := d.wordNear(s, s.from, s.to, sameTable)
	for i := s.from; i < s.to; i++ {
		it := &d.items[i]
		if it.kind != itemPerson || it.quoted || it.possessive || slices.Contains(e.people, it.ref) {
			continue
		}
		if i > s.from && d.items[i-1].is(classNeg) || d.quotedSource(s, i) || d.staffOf(s, i) {
			continue
		}
		p := &d.people[it.ref]
		if p.former || p.row < 0 && (p.office == "" || p.office == "spokesman") || d.items[i+1-min(1, s.to-1-i)].is(classAbsent) {
			continue
		}
		if _, ok := d.roleOf(p); !ok && p.row >= 0 && p.office == "" {
			continue
		}
		if same && !d.minor(p) && !d.atWar(it.ref, append(slices.Clone(e.people), it.ref)) {
			e.people = append(e.people, it.ref) // two colleagues from another country were at the same table
			continue
		}
		for _, q := range e.people {
			if d.partyOfPerson(&d.people[q]) == d.partyOfPerson(p) && (d.reigns(q) || !d.reigns(it.ref)) {
				e.people = append(e.people, it.ref)
				break
			}
		}
	}
}

// manyParties tells that people speak for three parties or more.
func (d *document) manyParties(people []int32) bool {
	var a, b model.Party
	for _, p := range people {
		switch q := d.partyOfPerson(&d.people[p]); {
		case q == "" || q == a || q == b:
		case a == "":
			a = q
		case b == "":
			b = q
		default:
			return true
		}
	}
	return false
}

// sends tells that one of some parties took part in an event.
func (d *document) sends(e *event, parties []model.Party) bool {
	return slices.ContainsFunc(parties, func(q model.Party) bool {
		return slices.Contains(e.parties, q) || slices.ContainsFunc(e.people, func(p int32) bool { return d.partyOfPerson(&d.people[p]) == q })
	})
}
