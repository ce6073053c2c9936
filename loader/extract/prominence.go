package extract

import (
	"cmp"
	"slices"

	"entente/model"
)

// protagonist is whom the article names most.
func (d *document) protagonist() int32 {
	best := int32(-1)
	for k := range d.people {
		if best < 0 || d.people[k].mentions > d.people[best].mentions {
			best = int32(k)
		}
	}
	return best
}

// findSpeaker finds who says I: whom an address in the first person is by.
func (d *document) findSpeaker(hero int32) {
	n, first := 0, class(0)
	for k := range d.sents {
		s := &d.sents[k]
		first |= s.cls & classFirst
		for i := s.from; i < s.to && (s.cls&classFirst != 0 || s.kinds.has(kindName)); i++ {
			it := &d.items[i]
			if t := &d.tokens[it.first]; it.quoted || t.end != t.start+1 { // not one letter
				continue
			}
			if (it.kind == itemWord && it.is(classFirst) || it.kind == itemName) && d.lower(it) == "i" {
				n++
			}
		}
	}
	if n >= 3 && hero >= 0 && !d.minor(&d.people[hero]) {
		d.speaker = hero
	}
	if n == 0 && first == 0 {
		return
	}
	if p := d.addressBy(); p >= 0 {
		d.speaker = p
	}
}

// addressBy is whose words the headline says the text to be: address of the president, remarks by Kaja Kallas; -1 for nobody's.
func (d *document) addressBy() int32 {
	for k := range d.sents {
		s := &d.sents[k]
		if s.index > 0 {
			break
		}
		for i := s.from; i+2 < s.to && s.zone == zoneTitle; i++ {
			if it := &d.items[i]; it.kind != itemWord && it.kind != itemName || !addresses.has(d.lower(it)) || !d.items[i+1].is(classOf|classBy|classFrom) {
				continue
			}
			for j := i + 2; j < s.to && j <= i+5; j++ {
				if p := d.refOf(j); p >= 0 && !d.items[j].possessive {
					return p
				}
			}
		}
	}
	return -1
}

// addresses are words for what somebody says or writes in the first person.
var addresses = setOf("address", "speech", "remarks", "statement", "message", "greeting", "appeal", "words", "letter")

// positionWeight: news tells first what it is about.
func positionWeight(s *sentence) int {
	switch {
	case s.zone == zoneTitle:
		return 5
	case s.index <= 1:
		return 6
	case s.index == 2:
		return 5
	case s.index == 3:
		return 4
	case s.index <= 5:
		return 3
	case s.index <= 9:
		return 1
	}
	return 0
}

// prominence raises an event whose people the article names often or in its title, and lowers one
// whose people it names once.
func (d *document) prominence(e *event) int {
	n, most, second, titled := 0, 0, 0, 0
	for _, p := range e.people {
		if d.inTitle(p) {
			titled++
		}
		if p == d.hero {
			continue
		}
		n++
		switch m := d.people[p].mentions; {
		case m > most:
			most, second = m, most
		case m > second:
			second = m
		}
	}
	if n == 0 {
		return 0
	}
	score := min((most+second)/min(n, 2), 5) - 2 + 2*min(titled, 2)
	if d.sents[e.first].index <= 3 {
		score += 2
	}
	if len(e.people) < 2 {
		score -= 6 // the other side has no name
	}
	return score
}

// inTitle tells that the title names somebody.
func (d *document) inTitle(p int32) bool {
	for k := range d.sents {
		s := &d.sents[k]
		if s.zone != zoneTitle || s.named == 0 {
			continue
		}
		for i := s.from; i < s.to; i++ {
			if it := &d.items[i]; it.kind == itemPerson && it.ref == p || it.kind == itemRole && d.roleFits(it, &d.people[p]) && it.party != "" {
				return true
			}
		}
	}
	return false
}

// callWords weighs the words for telephone and video in the title, and in the lead where an encounter is told there.
func (d *document) callWords(e *event) int {
	lead := d.sents[e.first].index <= 3
	n := 0
	for k := range d.sents {
		s := &d.sents[k]
		if s.zone != zoneTitle && (s.zone != zoneProse || s.index > 2 || !lead) || s.cls&(classByPhone|classCall|classPhone|classPhoned) == 0 {
			continue
		}
		telling := classByPhone
		if s.zone == zoneTitle {
			telling |= classCall
			if !s.kinds.has(kindCity) {
				telling |= classPhone // and not: candidate on the line, Merz in Kyiv
			}
		}
		for i := s.from; i < s.to; i++ {
			it := &d.items[i]
			if it.quoted || it.kind != itemWord || d.callOfOthers(s, i, e) || !it.is(telling) && (s.zone != zoneTitle || !ringing.has(d.lower(it))) {
				continue
			}
			n += 7
			if s.zone == zoneTitle {
				n += 6
			}
		}
	}
	return n
}

// manyAtTable is more than how many make a gathering that nobody passes over.
const manyAtTable = 4

// rank orders events: what the article is about comes first, and a gathering before what took place on its margins.
func rank(events []event) []int {
	order, weight := make([]int, len(events)), make([]int, len(events))
	for i := range order {
		e := &events[i]
		order[i], weight[i] = i, e.score+e.lead
		if e.beside && slices.ContainsFunc(events, func(o event) bool { return len(o.people) > len(e.people) && includes(&o, e) && sameDay(&o, e) }) {
			weight[i] -= 20
		}
		if e.again {
			weight[i] -= 8 // what is yet to come of those who met
		}
		if e.opens {
			weight[i] += 3
		}
		if e.kind == model.KindSummit && len(e.people) > manyAtTable {
			weight[i] += 2 // a table of many is what the report on it is about, whoever was received before
		}
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(weight[b], weight[a]) })
	return order
}

// partiesOf counts the parties of an event.
func (d *document) partiesOf(e *event) int {
	seen := slices.Clone(e.parties)
	for _, p := range e.people {
		if q := d.partyOfPerson(&d.people[p]); q != "" && !slices.Contains(seen, q) {
			seen = append(seen, q)
		}
	}
	return len(seen)
}

// callOfOthers tells that the call at item i was with a capital or country that has no part in an event, or of many, or no call at all: a call with
// Prague; a videoconference of the G7; calls her to the castle.
func (d *document) callOfOthers(s *sentence, i int, e *event) bool {
	if i+2 < s.to && d.items[i+1].kind == itemPerson && d.calledTo(i, i+2) {
		return true
	}
	if i+1 == s.to && i > s.from && d.items[i-1].kind == itemPerson && d.lower(&d.items[i]) == "calls" {
		return true // on the day she calls
	}
	if e == nil || i+2 >= s.to {
		return false
	}
	if !d.items[i+1].is(classWith | classTo) {
		return len(e.people) == 2 && d.manyBehind(s, i+1)
	}
	it := &d.items[i+2]
	if it.kind != itemCity && it.kind != itemCountry || it.party == "" {
		return false
	}
	return !slices.Contains(e.parties, it.party) && !slices.ContainsFunc(e.people, func(p int32) bool { return d.partyOfPerson(&d.people[p]) == it.party })
}

// ringing are the verbs of a headline that tell of a call, whoever is called: Scholz rings the Kremlin.
var ringing = setOf("rings", "rang", "phones", "phoned", "telephones", "telephoned", "dials")
