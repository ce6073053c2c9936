package extract

import (
	"slices"
	"strings"

	"entente/model"
)

// sides says which country received and which one came, as far as the text tells.
type sides struct {
	parties [16]model.Party
	host    model.Party
	guest   model.Party
	votes   [16]int // above zero: received; below: came
	n       int
	sure    int // votes for the host
}

// add gives a party of the encounter a vote; others are of no interest.
func (r *sides) add(p model.Party, v int) {
	for k := range r.n {
		if r.parties[k] == p {
			r.votes[k] += v
			return
		}
	}
}

// party enters somebody's country among the sides.
func (r *sides) party(p model.Party) {
	if p == "" || r.n == len(r.parties) {
		return
	}
	for k := range r.n {
		if r.parties[k] == p {
			return
		}
	}
	r.parties[r.n] = p
	r.n++
}

// seatsOfBodies are the countries where bodies have their house: to meet their head there is no journey to a third country.
var seatsOfBodies = map[model.Party]model.Place{
	"EU": {City: "Brussels", Host: "BE"}, "NATO": {City: "Brussels", Host: "BE"}, "UN": {City: "New York", Host: "US"}, "CoE": {City: "Strasbourg", Host: "FR"},
	"IAEA": {City: "Vienna", Host: "AT"}, "IMF": {City: "Washington", Host: "US"}, "WB": {City: "Washington", Host: "US"}, "ICC": {City: "The Hague", Host: "NL"},
	"OSCE": {City: "Vienna", Host: "AT"},
}

// prior is what the sides say of a country as the place.
func (r *sides) prior(p model.Party) int {
	for k := range r.n {
		q := r.parties[k]
		if q != p && (p == "" || seatsOfBodies[q].Host != p) {
			continue
		}
		switch {
		case q == r.host:
			return partyBonus + hostBonus
		case q != p: // a body's house is there
			return partyBonus - 2
		case p == r.guest:
			return partyBonus - guestMalus
		}
		return partyBonus
	}
	return 0
}

// rolesOf finds who received and who came, in the sentences of the event and, when the article is about it, in the lead.
func (d *document) rolesOf(e *event, frames []frame) (r sides) {
	for _, p := range e.people {
		r.party(d.partyOfPerson(&d.people[p]))
	}
	for _, p := range e.parties {
		r.party(p)
	}
	leading := d.leading(e)
	for k := range d.sents {
		s := &d.sents[k]
		near := false
		for _, f := range e.frames {
			near = near || frames[f].sent == k || frames[f].sent == k-1
		}
		if !near && (!leading || s.index > 4) || s.zone == zoneStamp || s.zone == zoneTail {
			continue
		}
		weight := 1
		if near {
			weight = 2
		}
		d.rolesIn(s, &r, weight)
	}
	best, worst := 0, 0
	for k := range r.n {
		if r.votes[k] > best {
			best, r.host = r.votes[k], r.parties[k]
		}
		if r.votes[k] < worst {
			worst, r.guest = r.votes[k], r.parties[k]
		}
	}
	r.sure = best
	if r.n > 3 { // a gathering of many: who is whose guest tells nothing of the place
		r.guest = ""
	}
	if r.host == "" && r.guest != "" && r.n == 2 {
		for k := range r.n {
			if r.parties[k] != r.guest {
				r.host = r.parties[k]
			}
		}
	}
	if r.host == "" {
		r.host = d.seatOwner(e, frames)
	}
	return r
}

// seatOwner is the country of the one participant in whose house the encounter took place: with the chancellor in the chancellery, with
// a president at the presidential palace. It is empty where the text tells of no such house, or two hold such an office.
func (d *document) seatOwner(e *event, frames []frame) (owner model.Party) {
	for n := range d.spots {
		sp := &d.spots[n]
		if !sp.seat || sp.score <= 0 || !slices.ContainsFunc(e.frames, func(k int) bool { return frames[k].sent == sp.sent }) {
			continue
		}
		title := ""
		switch {
		case d.lower(&d.items[sp.at]) == "chancellery":
			title = "Chancellor of "
		case sp.at > 0 && d.lower(&d.items[sp.at-1]) == "presidential":
			title = "President of "
		case sp.at > 0 && d.lower(&d.items[sp.at-1]) == "royal":
			title = "King of "
		}
		for _, p := range e.people {
			party := d.partyOfPerson(&d.people[p])
			if title == "" || d.isBody(party) || party == owner || !strings.HasPrefix(d.officeOf(&d.people[p]), title) {
				continue
			}
			if owner != "" {
				return "" // two presidents
			}
			owner = party
		}
	}
	return owner
}

// placeSides are the words by which rolesIn tells them.
const placeSides = placeVisiting | placeGuest | placeHost | placeSoil | placeCapital

// rolesIn reads one sentence: verbs of receiving, guests and hosts, who is visiting.
func (d *document) rolesIn(s *sentence, r *sides, weight int) {
	if s.cls&classReceive == 0 && s.marks&markSides == 0 {
		return
	}
	for i := s.from; i < s.to; i++ {
		it := &d.items[i]
		if it.quoted {
			continue
		}
		if it.kind == itemWord && it.is(classReceive) {
			d.received(s, i, r, weight)
			continue
		}
		if (it.kind == itemPerson || it.kind == itemRole) && it.last-it.first > 1 && (d.placingAt(it.first)|d.placingAt(it.first+1))&placeVisiting != 0 {
			r.add(d.partyAt(i), -weight) // the visiting Danish prime minister
			continue
		}
		if it.kind != itemWord && it.kind != itemRole {
			continue
		}
		w := d.placingAt(it.last - 1)
		switch {
		case w&placeVisiting != 0 && i+1 < s.to:
			if p := d.partyAt(i + 1); p != "" {
				r.add(p, -weight)
			}
		case w&placeGuest != 0 || w&placeHost != 0 && it.kind == itemRole:
			d.hosted(s, i, w&placeGuest != 0, r, weight)
		case w&(placeSoil|placeCapital) != 0 && i > s.from && d.speaker >= 0 && d.lower(&d.items[i-1]) == "our":
			r.add(d.partyOfPerson(&d.people[d.speaker]), 2*weight) // I received her in our capital
		case w&placeSoil != 0 && i > s.from && d.placingAt(it.first-1)&placeOur != 0:
			if in := d.introOf(s, it.first); in.motion { // arrived in our country
				r.add(d.subjectBefore(s, i), -2*weight)
			}
		}
	}
}

// partyAt is the party of the person or office at item i.
func (d *document) partyAt(i int) model.Party {
	it := &d.items[i]
	switch it.kind {
	case itemPerson:
		return d.partyOfPerson(&d.people[it.ref])
	case itemRole, itemDemonym:
		return it.party
	case itemWord, itemPunct, itemNumber, itemCountry, itemCity, itemVenue, itemSummit, itemMonth, itemWeekday, itemOffice, itemName:
	}
	return ""
}

// subjectBefore is the party of who acts in front of item i: the nearest
// person that is no object of a preposition, within the clause where there is one.
func (d *document) subjectBefore(s *sentence, i int) model.Party {
	for j := i - 1; j >= s.from; j-- {
		it := &d.items[j]
		if it.kind != itemPerson && it.kind != itemRole || it.possessive || it.plural {
			continue
		}
		if j+2 < i && d.items[j+1].isPunct(',') && d.lower(&d.items[j+2]) == "who" {
			return d.partyAt(j) // opened it to the guest, who talked with his host
		}
		if p := d.partyAt(j); p != "" && !d.behindPreposition(s, j) {
			return p
		}
	}
	return ""
}

// received reads ‘X received Y’, ‘Y was received by X’, ‘X, received by Y’.
func (d *document) received(s *sentence, i int, r *sides, weight int) {
	passive := false
	for j := i - 1; j >= s.from && j >= i-3; j-- {
		passive = passive || d.items[j].is(classBe)
	}
	by, object := -1, -1
	for j := i + 1; j < s.to && j <= i+9 && !d.items[j].boundary(); j++ {
		it := &d.items[j]
		if it.is(classGather) && by < 0 && !passive {
			return // hosts a conference
		}
		if it.is(classBy) && by < 0 {
			by = j
		}
		if p := d.partyAt(j); p != "" && it.kind != itemDemonym {
			object = j
			break
		}
	}
	subject := d.subjectBefore(s, i)
	switch {
	case by >= 0 && object > by && d.placingAt(d.items[object].last-1)&placeGuest != 0:
		r.add(subject, weight) // received by the visitor: for talks, at the guest's table
	case by >= 0 && object > by:
		r.add(d.partyAt(object), 2*weight)
		if subject != d.partyAt(object) {
			r.add(subject, -weight)
		}
	case passive:
		r.add(subject, -2*weight)
	case object >= 0:
		if p := d.partyAt(object); p != subject && subject != "" {
			r.add(subject, 2*weight)
			r.add(p, -weight)
		}
	case i+1 < s.to && (d.items[i+1].is(classPronoun) || d.items[i+1].is(classHis)):
		r.add(subject, weight)
	}
}

// hosted reads ‘his guest’, ‘the guest of President X’, ‘her host’.
func (d *document) hosted(s *sentence, i int, guest bool, r *sides, weight int) {
	sign := weight
	if !guest {
		sign = -weight
	}
	it := &d.items[i]
	if it.last < s.last && d.placingAt(it.last)&placeOf != 0 {
		for j := i + 1; j < s.to && j <= i+4; j++ {
			if p := d.partyAt(j); p != "" {
				r.add(p, 2*sign) // guest of X: X is the host
				return
			}
		}
	}
	if it.first > s.first && (d.placingAt(it.first-1)&placeTheirs != 0 || d.placingAt(it.first)&placeTheirs != 0) {
		r.add(d.subjectBefore(s, i), sign)
	}
}
