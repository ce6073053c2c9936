package extract

import (
	"entente/model"
)

// placeFound is a place that the text tells, with what speaks for it.
type placeFound struct {
	place model.Place
	score int
	at    int // item
	sent  int
	why   string
}

// placeIn looks for the place of an encounter in sentence k: a town, a venue, or ‘the Ukrainian
// capital’ behind a preposition; near is the item of the trigger.
func (d *document) placeIn(k, near int) (best placeFound) {
	s := &d.sents[k]
	for i := s.from; i < s.to; i++ {
		it := &d.items[i]
		var p placeFound
		switch it.kind {
		case itemCity:
			p = d.cityPlace(s, i)
		case itemVenue:
			v := &d.g.Venues[it.ref]
			p = placeFound{place: model.Place{City: v.City, Host: v.Country}, score: 8, why: "venue"}
			if i > s.from && !d.items[i-1].is(classIn|classThe|classTo|classOf) {
				p.score = 4
			}
		case itemSummit:
			g := &d.g.Summits[it.ref]
			p = placeFound{place: model.Place{City: g.City, Host: g.Country}, score: 4, why: "named gathering"}
		case itemWord:
			if i > s.from && d.items[i-1].kind == itemDemonym && d.lower(it) == "capital" {
				if c := d.g.Country(d.items[i-1].party); c != nil && len(c.Capitals) > 0 {
					p = placeFound{place: model.Place{City: c.Capitals[0], Host: c.Code}, score: 7, why: "the capital"}
				}
			}
		case itemPunct, itemNumber, itemPerson, itemRole, itemCountry, itemDemonym, itemMonth, itemWeekday, itemOffice, itemName:
		}
		if p.score == 0 {
			continue
		}
		if it.quoted {
			p.score -= 4
		}
		if near >= 0 {
			gap := i - near
			if gap < 0 {
				gap = -gap + 2
			}
			p.score -= gap / 4
			for j := min(i, near); j < max(i, near); j++ {
				if d.items[j].boundary() {
					p.score -= 2
					break
				}
			}
		}
		p.at, p.sent = i, k
		if p.score > best.score {
			best = p
		}
	}
	return best
}

// cityPlace weighs a town by the word in front of it: ‘in Kyiv’ is a place, ‘Kyiv said’ a government.
func (d *document) cityPlace(s *sentence, i int) placeFound {
	it := &d.items[i]
	if it.ref < 0 || it.possessive {
		return placeFound{}
	}
	c := &d.g.Cities[it.ref]
	p := placeFound{place: model.Place{City: c.Name, Host: c.Country}, why: "town"}
	prev := ""
	if i > s.from {
		prev = d.lower(&d.items[i-1])
	}
	switch prev {
	case "in", "at", "near", "outside":
		p.score = 9
	case "to":
		p.score = 6
	case "visited", "visits", "visit", "visiting", "reached", "toured":
		p.score = 7
	case "from", "via", "left", "leaving", "for":
		return placeFound{}
	default:
		if i == s.from && s.index <= 1 || i <= s.from+2 && d.tokens[it.first].is(flagAllCaps) {
			p.score = 5 // dateline
			p.why = "dateline"
		}
	}
	if p.score > 0 && i+1 < s.to && d.items[i+1].kind == itemName && s.index > 1 {
		p.score -= 3
	}
	return p
}

// hostCountry looks for ‘visit to Ukraine’, ‘arrived in Estonia’: the country of the encounter where no town is told.
func (d *document) hostCountry(k int) (model.Party, int) {
	s := &d.sents[k]
	for i := s.from; i < s.to; i++ {
		it := &d.items[i]
		if it.kind != itemCountry || it.possessive || d.isBody(it.party) || i == s.from {
			continue
		}
		j := i - 1
		for j > s.from && d.items[j].is(classThe) {
			j--
		}
		if !d.items[j].is(classTo | classIn) {
			continue
		}
		w := d.lower(&d.items[j])
		for b := j - 1; b >= s.from && b >= j-4; b-- {
			if d.items[b].is(classVisit) && (w == "to" || w == "in") {
				return it.party, i
			}
		}
	}
	return "", -1
}

// placeEvent chooses the place of an event: in the sentences of its frames,
// else in the title, the dateline and the first sentences, else the country visited.
func (d *document) placeEvent(e *event, frames []frame) {
	host := map[model.Party]bool{}
	for _, p := range e.people {
		host[d.partyOfPerson(&d.people[p])] = true
	}
	try := func(p placeFound, bonus int) {
		if p.score <= 0 {
			return
		}
		p.score += bonus
		if host[p.place.Host] {
			p.score += 3
		}
		if p.score > e.place.score {
			e.place = p
		}
	}
	best := -100
	for _, k := range e.frames {
		best = max(best, frames[k].weight)
	}
	for _, k := range e.frames {
		f := &frames[k]
		bonus := 4 - (best-f.weight)/2
		try(d.placeIn(f.sent, f.at), bonus)
		for n := f.sent + 1; n <= f.sent+2 && n < len(d.sents); n++ {
			try(d.placeIn(n, -1), bonus-6)
		}
		for n := f.sent - 1; n >= 0 && n >= f.sent-2; n-- {
			try(d.placeIn(n, -1), bonus-6)
		}
	}
	if d.leading(e) {
		for k := range d.sents {
			s := &d.sents[k]
			switch {
			case s.zone == zoneTitle:
				try(d.placeIn(k, -1), -1)
			case s.zone == zoneProse && s.index >= 1 && s.index <= 6:
				try(d.placeIn(k, -1), -2-s.index)
			case s.zone == zoneStamp:
				try(d.stampPlace(s, k), -3)
			}
		}
	}
	if e.place.score > 1 {
		return
	}
	e.place = placeFound{}
	for _, k := range e.frames {
		if p, at := d.hostCountry(frames[k].sent); p != "" {
			e.place = placeFound{place: model.Place{Host: p}, score: 2, at: at, sent: frames[k].sent, why: "country visited"}
			return
		}
	}
	if d.leading(e) {
		for k := range d.sents {
			if s := &d.sents[k]; s.index <= 6 || s.zone == zoneBackground {
				if p, at := d.hostCountry(k); p != "" && host[p] {
					e.place = placeFound{place: model.Place{Host: p}, score: 2, at: at, sent: k, why: "country visited"}
					return
				}
			}
		}
	}
}

// leading tells that an event is told in the title or at the beginning.
func (d *document) leading(e *event) bool {
	return d.sents[e.first].index <= 4
}

// stampPlace reads a dateline that stands on a line of its own.
func (d *document) stampPlace(s *sentence, k int) (best placeFound) {
	for i := s.from; i < s.to && i < s.from+6; i++ {
		if it := &d.items[i]; it.kind == itemCity && it.ref >= 0 && d.tokens[it.first].is(flagAllCaps) {
			c := &d.g.Cities[it.ref]
			return placeFound{place: model.Place{City: c.Name, Host: c.Country}, score: 5, at: i, sent: k, why: "dateline"}
		}
	}
	return best
}
