package extract

import (
	"slices"

	"entente/loader/gazetteer"
	"entente/model"
)

// seated leaves out of those who may have been at the gathering of a sentence who stayed at home, and where the text says how many sat at
// the table, those beyond that number who do nothing but say something: the three signed, and the chancellor says.
func (d *document) seated(people []int32, sent int) []int32 {
	if n := d.tableSize(); n > 0 {
		for k := len(people) - 1; k >= 0 && len(people) > n; k-- {
			if d.onlySpeaks(people[k]) {
				people = slices.Delete(people, k, k+1)
			}
		}
	}
	host := d.stageOf(sent)
	if host == "" {
		return people
	}
	return slices.DeleteFunc(people, func(p int32) bool {
		party := d.partyOfPerson(&d.people[p])
		return party != host && d.stayedHome(p, party)
	})
}

// stageOf is the country of the place that a sentence tells; empty where it tells none, or several.
func (d *document) stageOf(sent int) (host model.Party) {
	for k := range d.spots {
		sp := &d.spots[k]
		if sp.sent != sent || sp.score <= 0 || sp.place.Host == "" {
			continue
		}
		if host != "" && host != sp.place.Host {
			return ""
		}
		host = sp.place.Host
	}
	return host
}

// stayedHome tells that somebody is named in a town of his own country, right behind the name or the verb: Lukashenko in Minsk, held the fort in Chisinau.
func (d *document) stayedHome(p int32, party model.Party) bool {
	const reach = 5
	for k := range d.sents {
		s := &d.sents[k]
		for i := s.from; i < s.to && s.zone == zoneProse && s.kinds.has(kindPerson) && s.kinds.has(kindCity); i++ {
			if it := &d.items[i]; it.kind != itemPerson || it.ref != p || it.quoted {
				continue
			}
			for j := i + 2; j < s.to && j <= i+reach && !d.items[j-1].is(classPerson) && d.items[j-1].kind != itemPunct; j++ {
				if c := &d.items[j]; c.kind == itemCity && c.party == party && d.lower(&d.items[j-1]) == "in" {
					return true
				}
			}
		}
	}
	return false
}

// commentator tells that somebody is a minister who is named only for what he said, while his country has
// its head of state or government at the table.
func (d *document) commentator(p int32, people []int32) bool {
	o, ok := d.roleOf(&d.people[p])
	if !ok || o.Role != gazetteer.RoleForeignMinister && o.Role != gazetteer.RoleDefenceMinister {
		return false
	}
	led := slices.ContainsFunc(people, func(q int32) bool {
		r, ok := d.roleOf(&d.people[q])
		return ok && q != p && r.Party == o.Party && (r.Role == gazetteer.RoleHeadOfState || r.Role == gazetteer.RoleHeadOfGovernment)
	})
	return led && d.onlySpeaks(p)
}

// onlySpeaks tells that somebody does nothing in the text but say something.
func (d *document) onlySpeaks(p int32) bool {
	for k := range d.sents {
		s := &d.sents[k]
		for i := s.from; i < s.to && s.zone == zoneProse && s.kinds.has(kindPerson); i++ {
			if it := &d.items[i]; it.kind == itemPerson && it.ref == p && !d.saysOnly(s, i) {
				return false
			}
		}
	}
	return true
}

// tableSize is how many the text says sat at the table: the three, all four; 0 where it does not say, or says several numbers.
func (d *document) tableSize() int {
	const reach = 12
	size := 0
	for k := range d.sents {
		s := &d.sents[k]
		if s.zone != zoneProse || s.index > reach || s.cls&classGroup3 == 0 {
			continue
		}
		for i := s.from; i < s.to; i++ {
			if it := &d.items[i]; it.is(classGroup3) && !it.quoted && !d.partitive(s, i) && (i+1 == s.to || !d.items[i+1].isPunct('-')) { // not the five-sided talks
				if n := d.groupSize(i); n > 0 && size > 0 && n != size {
					return 0
				} else if n > 0 {
					size = n
				}
			}
		}
	}
	return size
}

// saysOnly tells that the first verb behind somebody, relative clauses left out, is one of speaking.
func (d *document) saysOnly(s *sentence, i int) bool {
	inside := false
	for j := i + 1; j < s.to; j++ {
		it := &d.items[j]
		switch {
		case it.kind == itemWord && it.is(classRelative) && d.items[j-1].isPunct(','):
			inside = true
		case inside && it.isPunct(','):
			inside = false
		case inside || it.kind != itemWord:
		case it.is(classSay):
			return true
		case it.is(classMeet | classJoin | classVisit | classHold | classBe | classSign | classReceive | classGreet):
			return false
		}
	}
	return false
}

// houses are where a table stands.
var houses = setOf("house", "palace", "castle", "hall", "villa", "residence", "chancellery", "mansion", "manor", "centre", "center", "hotel", "fortress", "table")

// behindPlace tells that nothing stands in front of the person at item i, who does something, but where it was: at the guest house she had cake.
func (d *document) behindPlace(s *sentence, i int) bool {
	const most = 7 // words for a place
	if i-s.from > most || i+1 >= s.to || !d.items[s.from].is(classIn) || d.items[s.from].kind != itemWord || d.items[i+1].kind != itemWord {
		return false
	}
	house := false
	for j := s.from + 1; j < i; j++ {
		it := &d.items[j]
		if it.kind == itemPunct || it.is(classPerson|classOf|classTo) && !it.is(classIn) || it.boundary() || d.pastForm(j) {
			return false
		}
		house = house || it.kind == itemVenue || houses.has(d.lower(it))
	}
	verb := &d.items[i+1]
	return house && !verb.is(classReceive|classMeet) && (verb.is(classHold|classBe|classSay) || d.pastForm(i+1))
}

// withGuest adds whoever speaks for the country with which a gathering was held, where one of those who came is told to have met him: the second Nordic summit with
// Ukraine.
func (d *document) withGuest(events []event, at int, people []int32) []int32 {
	if len(people) < 3 || at+2 >= len(d.items) || d.items[at+1].kind != itemWord || !d.items[at+1].is(classWith) || d.items[at+2].kind != itemCountry {
		return people
	}
	party := d.items[at+2].party
	if d.isBody(party) || slices.ContainsFunc(people, func(p int32) bool { return d.partyOfPerson(&d.people[p]) == party }) {
		return people
	}
	for i := range events {
		e := &events[i]
		if len(e.people) != 2 || e.kind != model.KindMeeting || e.status != model.StatusHeld || e.back || e.doubtful {
			continue
		}
		for k, p := range e.people {
			if d.partyOfPerson(&d.people[p]) == party && slices.Contains(people, e.people[1-k]) {
				return append(people, p)
			}
		}
	}
	return people
}
