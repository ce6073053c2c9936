package extract

import (
	"strings"

	"entente/model"
)

// dateline tells that the town at item i begins a report: in capitals, or followed by nothing but agency and day up to a dash or a colon.
func (d *document) dateline(s *sentence, i int) bool {
	if !s.paraFirst || i > s.from+8 {
		return false
	}
	alone := true
	for j := s.from; j < i; j++ {
		switch it := &d.items[j]; it.kind {
		case itemWord:
			if !it.is(classAnd) && !d.tokens[it.first].capital() && j > s.from {
				return false
			}
			alone = false
		case itemPerson, itemRole, itemDemonym, itemCountry, itemVenue, itemSummit, itemOffice:
			return false
		case itemCity, itemName, itemPunct, itemNumber, itemMonth, itemWeekday:
		}
	}
	if d.tokens[d.items[i].first].is(flagAllCaps) && s.zone != zoneTitle {
		return d.lineGoesOn(s, i)
	}
	if !alone || i > s.from+3 || s.index > 2 {
		return false
	}
	if s.zone == zoneTitle {
		return i+1 < s.to && d.items[i+1].isPunct(':')
	}
	if end := d.overBrackets(i+1, s.to, 1); i == s.from && i+1 < s.to && end > i+1 && end <= i+5 {
		return true // Berlin (tb/ld).
	}
	for j := i + 1; j < s.to && j < i+14; j++ {
		it := &d.items[j]
		switch it.kind {
		case itemPunct:
			if (it.word == '-' || it.word == ':') && j+1 < s.to {
				return true
			}
		case itemWord, itemPerson, itemRole, itemDemonym:
			if it.kind != itemWord || !d.tokens[it.first].capital() {
				return false
			}
		case itemCity, itemName, itemNumber, itemMonth, itemWeekday, itemOffice, itemCountry, itemVenue, itemSummit:
		}
	}
	return false
}

// lineGoesOn tells that a dateline goes on behind its town: with a mark, a number or a day.
func (d *document) lineGoesOn(s *sentence, i int) bool {
	if i+1 >= s.to {
		return true
	}
	switch d.items[i+1].kind {
	case itemPunct, itemNumber, itemMonth, itemWeekday, itemCity:
		return true
	case itemWord, itemPerson, itemRole, itemCountry, itemDemonym, itemVenue, itemSummit, itemOffice, itemName:
	}
	return false
}

// stampSpot reads a dateline that stands on a line of its own.
func (d *document) stampSpot(s *sentence, k int) {
	onlyDay := true // nothing but a day stands in front: 19 September 2023, New York
	for i := s.from; i < s.to && i < s.from+6; i++ {
		it := &d.items[i]
		if it.kind == itemVenue && i == s.from && it.last < s.last && d.tokens[it.last].is(flagPunct) {
			v := &d.g.Venues[it.ref]
			d.spots = append(d.spots, spot{place: model.Place{City: v.City, Host: v.Country}, score: 4, at: i, sent: k, line: true, why: "dateline"})
			return
		}
		begins := d.tokens[it.first].is(flagAllCaps) || i == s.from || onlyDay && i+1 == s.to
		if it.kind == itemCity && begins && (it.last >= s.last || d.tokens[it.last].is(flagPunct)) {
			d.spots = append(d.spots, spot{place: d.townOf(it), score: 4, at: i, sent: k, line: true, why: "dateline"})
			return
		}
		onlyDay = onlyDay && (it.kind == itemNumber || it.kind == itemMonth || it.kind == itemWeekday || it.isPunct(','))
	}
}

// unknownSpot reads names that no table knows: the village in a region, the town in a country, the airport.
func (d *document) unknownSpot(s *sentence, i int) spot {
	it := &d.items[i]
	if d.dateline(s, i) {
		return d.lineSpot(s, i)
	}
	in := d.introOf(s, it.first)
	if in.kind != introIn && in.kind != introTo && in.kind != introNear || in.score == 0 {
		return spot{}
	}
	last := i
	for last+1 < s.to && d.items[last+1].kind == itemName && !d.items[last].possessive {
		last++
	}
	name := d.span(it.first, d.items[last].last)
	sp := spot{score: in.score - 1, next: in.next, why: "a name beside its region"}
	sp.place = model.Place{City: name, Host: d.regionBehind(s, last+1)}
	if sp.place.Host == "" {
		if !in.town && (last > i || !d.bareName(s, i)) {
			return spot{}
		}
		sp.score, sp.why = sp.score-2, "a name that no table knows"
	}
	return sp
}

// partOf tells that an item is the suburb of ‘a suburb of’, the village of ‘a village near’.
func (d *document) partOf(it *item) bool {
	return d.placingAt(it.first)&(placeSettle|placePart) != 0 && it.last < len(d.tokens) && d.placingAt(it.last)&(placeOf|placeBeside) != 0
}

// bareName tells that a name no table knows stands in ‘in Yahidne’ and nothing that makes an office or a house of it.
func (d *document) bareName(s *sentence, i int) bool {
	it := &d.items[i]
	if d.tokens[it.first].word != 0 || it.first == s.first || d.placingAt(it.first-1)&placeInside == 0 {
		return false
	}
	return it.last >= s.last || !d.tokens[it.last].is(flagNumber) && d.placingAt(it.last)&(placeThing|placeOf) == 0
}

// lineSpot is the place of the dateline at item i, which is no town to the tables or did not look like one.
func (d *document) lineSpot(s *sentence, i int) spot {
	it := &d.items[i]
	if it.ref >= 0 && it.party != "" {
		return spot{place: d.townOf(it), score: lineScore, line: true, why: "dateline"}
	}
	return d.unknownLine(s, i)
}

// unknownLine reads a dateline whose town no table knows: ‘SHANNON, Ireland, July 13 —’.
func (d *document) unknownLine(s *sentence, i int) spot {
	it := &d.items[i]
	if i > s.from || !d.tokens[it.first].is(flagAllCaps) || i+1 >= s.to || s.index > 2 {
		return spot{}
	}
	host := model.Party("")
	if i+2 < s.to && d.items[i+1].isPunct(',') && d.items[i+2].kind == itemCountry && !d.isBody(d.items[i+2].party) {
		host = d.items[i+2].party
	} else if !d.items[i+1].isPunct('-') && !d.items[i+1].isPunct('(') && !d.items[i+1].isPunct(',') {
		return spot{}
	}
	name := d.span(it.first, it.last)
	name = name[:1] + strings.ToLower(name[1:])
	return spot{place: model.Place{City: name, Host: host}, score: lineScore, line: true, why: "dateline"}
}

// compass has the words of ‘west of Kyiv’.
var compass = map[string]bool{"north": true, "south": true, "east": true, "west": true, "northeast": true, "northwest": true, "southeast": true, "southwest": true}

// regionBehind is the country of ‘, in the Chernihiv region’, ‘, Moldova’ or ‘in Poland’ from item i on.
func (d *document) regionBehind(s *sentence, i int) model.Party {
	comma, side, part := false, false, false // side: ‘west of’ was told; part: ‘a suburb of’
	for n := 0; i < s.to && n < 6; i, n = i+1, n+1 {
		it := &d.items[i]
		switch {
		case n == 0 && it.isPunct(','):
			comma = true
		case n == 0 && it.isPunct('('):
		case n <= 1 && d.placingAt(it.first)&placeBeside != 0:
		case n <= 4 && compass[d.lower(it)]:
			side = true
		case it.kind == itemCity, it.kind == itemName && it.ref >= 0 && it.party != "":
			if it.last < s.last && d.placingAt(it.last)&placeRegion != 0 || n > 0 && (d.placingAt(it.first-1)&placeBeside != 0 || side || part) {
				return it.party
			}
			return ""
		case it.kind == itemVenue && (n == 1 || n > 0 && comma) && d.g.Venues[it.ref].Region:
			return it.party // a village in Moravia
		case it.kind == itemDemonym && n > 0:
			if it.last < s.last && d.placingAt(it.last)&(placeRegion|placeSettle) != 0 {
				return it.party
			}
		case it.kind == itemCountry && !d.isBody(it.party) && (comma || n > 0) && !it.possessive:
			return it.party
		case it.kind == itemWord && n <= 3 && comma && d.partOf(it):
			part = true
		case it.kind == itemWord && n <= 4 && (it.is(classThe) || d.placingAt(it.first)&(placeIn|placeOf|placeSettle) != 0 || it.cls == 0):
		default:
			return ""
		}
	}
	return ""
}

// headline tells that a line among the stamps names somebody and is neither a byline nor one with a label: a second headline.
func (d *document) headline(s *sentence) bool {
	if s.from+1 >= s.to || d.items[s.from].is(classBy) || d.items[s.from+1].isPunct(':') { // by her; Tags: Kallas
		return false
	}
	for i := s.from; i < s.to; i++ {
		if d.items[i].kind == itemPerson {
			return true
		}
	}
	return false
}
