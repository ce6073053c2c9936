package extract

import (
	"strings"

	"entente/loader/gazetteer"
	"entente/model"
)

// visitsHero tells that a frame is of the visit of somebody without a name to the country of whom the article is about.
func (d *document) visitsHero(f *frame, hero int32) bool {
	if len(f.people) > 0 || len(f.parties) != 1 || !strings.HasPrefix(f.rule.name, "visit") || hero < 0 {
		return false
	}
	party := d.partyOfPerson(&d.people[hero])
	return party != f.parties[0] && d.placeIn(f.sent, f.at).place.Host == party
}

// completeVisit gives somebody who came to a country, or rang its capital, the one who received: the person of that country
// whom the article names most.
func (d *document) completeVisit(f *frame, guest int32) {
	if f.rule.name == "rang.capital" {
		d.completeCall(f, guest)
		return
	}
	if d.speaker >= 0 && d.ourPlace(f.sent) && d.partyOfPerson(&d.people[d.speaker]) != d.partyOfPerson(&d.people[guest]) {
		f.add(d.speaker)
		f.weight += 4
		return
	}
	if o, ok := d.roleOf(&d.people[guest]); ok && o.Role == gazetteer.RoleOther && d.people[guest].office == "" {
		return // whom the wife of a president saw is not told
	}
	place := d.placeIn(f.sent, f.at).place
	if f.rule.name == "visit.in" && !d.capital(place) && d.encounterWords() == 0 {
		return // she cycles in Provence
	}
	at := place.Host
	if at == "" {
		at, _ = d.hostCountry(f.sent)
	}
	if at == "" || at == d.partyOfPerson(&d.people[guest]) {
		return
	}
	best := d.foremost(at, func(k int32, p *person) bool { return k != guest && p.row >= 0 && !d.awayFrom(f.sent, k, place.City) })
	if best >= 0 {
		f.add(best)
		f.filled = true
		f.weight += 3
	}
}

// foremost is the one of a party, and of those who fit, who speaks for it: its president rather than a minister; -1 for nobody.
func (d *document) foremost(party model.Party, fits func(k int32, p *person) bool) int32 {
	best := int32(-1)
	for k := range d.people {
		if p := &d.people[k]; d.partyOfPerson(p) == party && (best < 0 || d.aboveIn(p, best)) && fits(int32(k), p) {
			best = int32(k)
		}
	}
	return best
}

// completeCall gives somebody who rang a capital the one who speaks for its country and whom the article names most.
func (d *document) completeCall(f *frame, one int32) {
	at := d.items[f.end-1].party
	f.add(d.foremost(at, func(k int32, _ *person) bool { return k != one }))
}

// callOfMany tells that a call of which only one side is known is one of many who are not named: the first videoconference of the G7, a call with leaders.
func (d *document) callOfMany(f *frame) bool {
	return f.rule.name == "call" && d.manyBehind(&d.sents[f.sent], f.end)
}

// manyBehind tells that the words from item i on name a gathering, or people in the plural.
func (d *document) manyBehind(s *sentence, i int) bool {
	for end := i + 6; i < s.to && i < end && !d.items[i].boundary() && !d.items[i].isPunct(','); i++ {
		if it := &d.items[i]; it.is(classGather) || it.kind == itemRole && it.plural || severalSides.has(d.lower(it)) {
			return true
		}
	}
	return false
}

// severalSides are those with whom a call may be who are more than two.
var severalSides = setOf("g7", "g20", "leaders", "ministers", "allies", "partners", "members", "coalition", "alliance", "capitals", "colleagues", "counterparts", "group")

// guestsOnly tells that all people of a frame came from elsewhere to a country of which the article names somebody else.
func (d *document) guestsOnly(f *frame) bool {
	at := d.placeIn(f.sent, f.at).place.Host
	if at == "" {
		return false
	}
	host := false
	for k := range d.people {
		if d.partyOfPerson(&d.people[k]) != at || d.people[k].row < 0 {
			continue
		}
		if f.has(int32(k)) {
			return false
		}
		host = true
	}
	return host
}

// houseMeant gives a call or talks, of which one side is known, whom a house or a capital stands for behind it: a call from the White House. It tells that one
// stands there, and nobody else is the other side.
func (d *document) houseMeant(f *frame, party model.Party) bool {
	s, i := &d.sents[f.sent], f.end
	if !d.items[f.end-1].is(classCall|classTalk) || i+1 >= s.to || d.items[i].kind != itemWord || !d.items[i].is(classFrom|classWith|classTo) {
		return false
	}
	i = d.overThe(i+1, s.to)
	it := &d.items[i]
	if it.kind != itemCity && it.kind != itemVenue && it.kind != itemCountry || it.party == "" || it.party == party || it.possessive {
		return false
	}
	if i+1 < s.to && d.items[i+1].kind == itemVenue {
		return false // the Kremlin museum
	}
	best := d.foremost(it.party, func(_ int32, p *person) bool { return p.row >= 0 && !p.former && !d.minor(p) })
	if best < 0 {
		return it.kind != itemCountry
	}
	f.add(best)
	f.filled = true
	return true
}
