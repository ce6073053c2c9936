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
