package extract

import (
	"slices"

	"entente/model"
)

// abroad is whom ‘the couple’ at item i means: of those who met last the only one who is not at home where the text has placed the
// encounter last. It is -1 where the words are others, or where nobody is or several are.
func (d *document) abroad(f *frame, i int, fo *focus) int32 {
	if d.low(d.items[i].last-1) != "couple" || len(fo.pair) < 2 || len(f.people) == 0 {
		return -1
	}
	home := d.lastHost(f.sent)
	if home == "" {
		return -1
	}
	if !slices.ContainsFunc(f.people, func(p int32) bool { return d.partyOfPerson(&d.people[p]) == home }) {
		return -1 // somebody else has a guest
	}
	guest, host := int32(-1), false
	for _, p := range fo.pair {
		switch {
		case d.partyOfPerson(&d.people[p]) == home:
			host = true
		case guest >= 0:
			return -1
		default:
			guest = p
		}
	}
	if !host || guest >= 0 && f.has(guest) {
		return -1
	}
	return guest
}

// lastHost is the country in which the text has placed something last, up to sentence k.
func (d *document) lastHost(k int) (host model.Party) {
	const told = 7 // the score of a place that something happened at
	at := -1
	for n := range d.spots {
		if sp := &d.spots[n]; sp.sent <= k && sp.sent > at && sp.score >= told && sp.place.Host != "" {
			host, at = sp.place.Host, sp.sent
		}
	}
	return host
}

// otherHolder tells that the person at item i only says who somebody else is: the successor of Rutte.
func (d *document) otherHolder(s *sentence, i int) bool {
	return i > s.from+1 && d.items[i-1].is(classOf) && d.items[i-2].is(classFormer)
}

// ownedThing tells that the office at item i stands behind ‘of’ and a thing that is no talk.
func (d *document) ownedThing(s *sentence, i int) bool {
	for i--; i > s.from && d.items[i].kind == itemWord && d.items[i].is(classThe|classHis); {
		i--
	}
	return i > s.from && d.items[i].is(classOf) && !d.items[i-1].is(classTalk|classMeeting|classCall|classPerson|classWith|classBetween)
}

// asGuest tells that the word for a guest at item i says what somebody is, and means nobody else: was at the air base as a surprise guest.
func (d *document) asGuest(i int) bool {
	for j := i - 1; j >= 0 && j >= i-3; j-- {
		switch w := d.lower(&d.items[j]); {
		case w == "a" || w == "an":
			return j > 0 && d.lower(&d.items[j-1]) == "as"
		case d.items[j].kind != itemWord || d.items[j].is(classThe|classHis):
			return false
		}
	}
	return false
}

// cameTo adds whom ‘the guest’ at item i means where those told of last are many: the one of whom the text has said that he came. It tells whether there is one.
func (d *document) cameTo(f *frame, i int, fo *focus) bool {
	w := d.low(d.items[i].last - 1)
	if w != "guest" && w != "visitor" || len(fo.pair) < 3 || fo.came < 0 || f.has(fo.came) {
		return false
	}
	if len(f.people) > 0 && d.partyOfPerson(&d.people[f.people[0]]) == d.partyOfPerson(&d.people[fo.came]) {
		return false
	}
	f.add(fo.came)
	return true
}

// comes tells that the person at item i is said to have come somewhere: she landed in Oslo; it was her first visit to Norway.
func (d *document) comes(s *sentence, i int) bool {
	for j := i + 1; j+1 < s.to && j <= i+3; j++ {
		it := &d.items[j]
		switch {
		case it.kind != itemWord:
			return false
		case d.items[i].possessive && (it.is(classVisit) || d.lower(it) == "time"):
			return d.items[j+1].is(classTo | classIn)
		case !d.items[i].possessive && it.is(classVisit):
			return d.pastForm(j)
		}
	}
	return false
}

// counterpart adds whom ‘his counterpart’, ‘the guest’ or the like means: the other one of those who met last, else whom the text named last.
func (d *document) counterpart(f *frame, fo *focus) bool {
	also := f.at > 0 && d.lower(&d.items[f.at-1]) == "also" // the president also received the guest: with whom the pair tells of
	if len(f.people) == 0 && !also {                        // the guest was received by the president
		if p := d.pairGuest(f, fo); p >= 0 {
			f.add(p)
			return true
		}
	}
	for _, p := range fo.pair {
		if !f.has(p) && (len(f.people) == 0 || d.partyOfPerson(&d.people[p]) != d.partyOfPerson(&d.people[f.people[0]])) {
			f.add(p)
			return true
		}
	}
	best := int32(-1)
	for _, p := range fo.recent {
		if f.has(p) || p == fo.subject || d.minor(&d.people[p]) {
			continue
		}
		if len(f.people) > 0 && d.partyOfPerson(&d.people[p]) == d.partyOfPerson(&d.people[f.people[0]]) {
			continue
		}
		if best < 0 || d.standing(p) > d.standing(best) {
			best = p // the visitor is the president rather than one of the ministers
		}
	}
	f.add(best)
	f.filled = f.filled || best >= 0
	return best >= 0
}

// saysWho tells that the office at item i only says who the person in front of it is: Lloyd Austin, the Pentagon chief, and others.
func (d *document) saysWho(i int) bool {
	j := i - 1
	for ; j > i-4 && j > 1; j-- {
		it := &d.items[j]
		if it.kind != itemName && it.kind != itemVenue && it.kind != itemWord || it.is(classPerson|classAnd|classWith) {
			break
		}
	}
	return j > 0 && j < i-1 && d.items[j].isPunct(',') && d.items[j-1].kind == itemPerson && !d.items[j-1].possessive &&
		i+1 < len(d.items) && (d.items[i+1].kind == itemPunct || d.items[i+1].is(classAnd))
}

// guestBeside gives somebody who speaks to ‘his guest’ the only one of another party whom the sentence behind names, or the one in front.
func (d *document) guestBeside(f *frame, party model.Party) bool {
	for _, k := range [...]int{f.sent + 1, f.sent - 1} {
		if k < 0 || k >= len(d.sents) || d.sents[k].zone == zoneStamp {
			continue
		}
		guest := int32(-1)
		for _, p := range d.peopleIn(&d.sents[k]) {
			if q := d.partyOfPerson(&d.people[p]); q == party || q == "" {
				continue
			}
			if guest >= 0 {
				guest = -1
				break
			}
			guest = p
		}
		if guest >= 0 {
			f.add(guest)
			f.filled = true
			return true
		}
	}
	return false
}
