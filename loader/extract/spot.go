package extract

import (
	"slices"

	"entente/model"
)

// townOf is the place that a town of the tables stands for.
func (d *document) townOf(it *item) model.Place {
	if host := d.regionOf(it.last); host != "" && host != it.party {
		return model.Place{City: d.span(it.first, it.last), Host: host} // Athens, Ohio
	}
	if it.ref >= 0 {
		c := &d.g.Cities[it.ref]
		if c.Capital { // one spelling for one capital
			if k := d.g.Country(c.Country); k != nil && len(k.Capitals) == 1 {
				return model.Place{City: k.Capitals[0], Host: c.Country}
			}
		}
		return model.Place{City: c.Name, Host: c.Country}
	}
	return model.Place{City: d.seatOf(it.party), Host: it.party}
}

// seats are the towns from which countries are governed, where that is not their first capital.
var seats = map[model.Party]string{"NL": "The Hague"}

// seatOf is the town where those who govern a country receive.
func (d *document) seatOf(p model.Party) string {
	if s := seats[p]; s != "" {
		return s
	}
	if c := d.g.Country(p); c != nil && len(c.Capitals) > 0 {
		return c.Capitals[0]
	}
	return ""
}

// townSpot weighs a town by what stands in front of it and behind it: ‘in Kyiv’ is a place, ‘Kyiv said’ a government.
func (d *document) townSpot(s *sentence, i int) spot {
	it := &d.items[i]
	sp := spot{place: d.townOf(it), why: "town"}
	in := d.introOf(s, it.first)
	sp.score, sp.next = in.score, in.next
	after := placing(0)
	if it.last < s.last {
		after = d.placingAt(it.last)
	}
	capital := it.party != "" && d.seatOf(it.party) == sp.place.City
	switch {
	case after&placeRegion != 0 && !d.tokens[it.last-1].is(flagPossessive):
		sp.place.City = d.span(it.first, it.last+1)
		sp.score -= 2
		sp.why = "region"
	case after&placeAir != 0:
		sp.score = max(sp.score, 4)
	case it.possessive && in.score > 0:
		sp.score = max(in.score-2, 1) // in Kyiv's old town
	case it.possessive:
		sp.score = 2
		if capital {
			sp.score = 0
		}
	case after&placeThing != 0 && in.kind != introNear:
		sp.score = 0
		if after&placeEncounter != 0 && in.kind == introIn {
			sp.score = 6 // at the Vilnius summit
		}
	case sp.score == 0 && in.kind == introNone && after&placeEncounter != 0 && (!capital || s.zone == zoneTitle):
		sp.score = 4
	case sp.score == 0 && in.kind == introNone && d.dateline(s, i):
		sp.score, sp.line, sp.why = lineScore, true, "dateline"
	case sp.score == 0 && in.kind == introNone:
		if i > s.from+1 {
			d.listedTown(s, i, &sp)
		}
		if sp.score == 0 && (after&placeHosted != 0 || d.fieldOf(s) == fieldWhere || i > s.from && d.choice(s, i) || d.wasStage(s, i)) {
			sp.score = 7
		}
		if sp.score <= 0 && d.scene(s, i) {
			sp.score = 8
		}
	case sp.score == 0 && in.kind == introTo && d.followedByWhere(s, i):
		sp.score = 8 // back to Kyiv, where he received her
	}
	sp.next = sp.next || d.aheadBehindTown(s, i)
	return sp
}

// aheadBehindTown tells that a clause behind the town at item i says what is to begin there: the summit in Vilnius, which opens on Tuesday; a
// centre in The Hague that would collect it.
func (d *document) aheadBehindTown(s *sentence, i int) bool {
	j := i + 1
	if j < s.to && d.items[j].isPunct(',') {
		j++
	}
	if j+1 >= s.to || d.items[j].kind != itemWord {
		return false
	}
	if w := d.lower(&d.items[j]); w != "which" && w != "that" {
		return false
	}
	n := &d.items[j+1]
	return n.kind == itemWord && (aheadVerbs.has(d.lower(n)) || n.is(classFuture) || d.lower(n) == "would")
}

// venueSpot weighs a palace, a base or a house. Many of them are governments by another name:
// without a preposition they speak rather than are visited.
func (d *document) venueSpot(s *sentence, i int) spot {
	it := &d.items[i]
	v := &d.g.Venues[it.ref]
	sp := spot{place: model.Place{City: v.City, Host: v.Country}, why: "venue"}
	if it.last < s.last && d.placingAt(it.last)&(placeThing|placeEncounter) == placeThing {
		return sp // the Ramstein format
	}
	in := d.introOf(s, it.first)
	sp.next = in.next
	switch in.kind {
	case introIn, introTo, introNear:
		sp.score = max(in.score, 7)
		if in.score == 0 {
			sp.score = 0
		}
	case introOf:
		sp.score = 5
		if in.town {
			sp.score = 7 // climbed the stairs of the Élysée
		}
	case introLeave:
		sp.score = 6 // left the Élysée: he had been there
	case introNone:
		if it.first > s.first && d.placingAt(it.first-1)&placeOn != 0 && d.placingAt(it.last-1)&placePart != 0 {
			sp.score = 8 // on Sophia Square
		}
		if it.first-1 > s.first && d.low(it.first-1) == "the" && d.placingAt(it.first-2)&placeOn != 0 && d.placingAt(it.first)&placeSeat == 0 {
			sp.score = 8 // on the Bürgenstock
		}
		if s.zone == zoneTitle && i > s.from && d.items[i-1].is(classFor|classOf|classThe) {
			sp.score = 5 // the Bürgenstock weekend; a first for Camp David
		}
		if i > s.from && d.choice(s, i) || d.wasStage(s, i) || d.fieldOf(s) == fieldWhere {
			sp.score = 7
		}
		if s.paraFirst && d.dateline(s, i) {
			sp.score, sp.line = lineScore, true
		}
	case introFrom:
		sp.score = in.score
	}
	if v.Region && sp.score > 0 {
		sp.score -= 3
		sp.why = "region"
	}
	return sp
}

// countrySpot reads ‘arrived in Estonia’, ‘a visit to the Republic of Moldova’: a host without a town.
func (d *document) countrySpot(s *sentence, i int) spot {
	it := &d.items[i]
	if d.isBody(it.party) {
		return d.seriesSpot(s, i)
	}
	sp := spot{place: model.Place{Host: it.party}, why: "country"}
	if c := d.g.Country(it.party); c != nil && len(c.Capitals) > 0 && c.Capitals[0] == d.g.PartyName(it.party) || it.party == "VA" {
		sp.place.City = d.seatOf(it.party) // a country that is a town
	}
	in := d.introOf(s, it.first)
	sp.next = in.next
	if it.possessive || it.last < s.last && d.placingAt(it.last)&placeThing != 0 {
		if in.score > 0 && it.party == "VA" {
			sp.score = in.score - 2
		}
		return sp
	}
	switch in.kind {
	case introIn:
		if in.score >= 9 && d.tellsWhere(s, it.first) { // not: peace in Ukraine
			sp.score = 3
		}
		if in.motion {
			sp.score = 9
		} else if it.party == "VA" {
			sp.score = in.score
		}
	case introTo:
		if in.motion {
			sp.score = in.score
		}
	case introNear:
		sp.score = in.score
	case introNone, introOf, introFrom, introLeave:
	}
	if sp.score > 0 && sp.place.City != "" {
		sp.score++
	}
	return sp
}

// placeWords are the words that tell of a place without naming it.
const placeWords = placeCapital | placeSeat | placeSoil | placeHere | placeThere | placeSeries | placeSettle

// wordSpot reads places that are told by a common word: the capital, the palace, here, our country.
func (d *document) wordSpot(s *sentence, i int) spot {
	it := &d.items[i]
	if it.kind == itemRole {
		return spot{}
	}
	if i <= s.from+lineReach && s.paraFirst && it.cls == 0 && d.dateline(s, i) {
		return d.lineSpot(s, i)
	}
	if it.ref >= 0 && it.party != "" && d.tokens[it.first].capital() {
		return d.townSpot(s, i) // a town that begins the sentence
	}
	w := d.placingAt(it.first)
	if w&placeWords == 0 {
		return spot{}
	}
	owner, from := d.ownerOf(s, i)
	in := d.introOf(s, d.items[from].first)
	sp := spot{score: in.score, next: in.next}
	switch {
	case w&placeCapital != 0:
		sp.why = "the capital"
		if in.kind == introNone && from > s.from && (d.items[from-1].is(classBy) || from > s.from+1 && d.items[from-1].is(classThe) && d.items[from-2].is(classBy)) {
			sp.score = 6
		}
		if in.kind == introNone && owner != "" && d.wasStage(s, i) {
			sp.score = 7
		}
	case w&placeSeries != 0:
		return d.seriesSpot(s, i)
	case w&placeSeat != 0:
		sp.why = "seat of those who govern"
		sp.score = min(in.score, 7)
	case w&placeSoil != 0:
		if owner == "" || in.kind != introIn && in.kind != introTo && in.kind != introNear && (from <= s.from || d.lower(&d.items[from-1]) != "on") {
			return spot{}
		}
		return spot{place: model.Place{Host: owner}, score: max(in.score, 6) - 1, next: in.next, why: "on its soil"}
	case w&(placeHere|placeThere) != 0:
		return d.hereSpot(s, i, w&placeThere != 0)
	default:
		return d.sameTown(s, i, in, owner)
	}
	if sp.score == 0 {
		return spot{}
	}
	if owner != "" {
		sp.place = model.Place{City: d.seatOf(owner), Host: owner}
		return sp
	}
	if it.last < s.last && w&placeCapital != 0 && d.placingAt(it.last)&placeOf != 0 {
		return d.capitalOf(i, s.to, sp)
	}
	sp.seat = true
	sp.score -= 2
	return sp
}

// capitalOf reads ‘the capital of Estonia’.
func (d *document) capitalOf(i, to int, sp spot) spot {
	for j := i + 1; j < to && j <= i+4; j++ {
		if it := &d.items[j]; it.kind == itemCountry && !d.isBody(it.party) {
			sp.place = model.Place{City: d.seatOf(it.party), Host: it.party}
			return sp
		}
	}
	return spot{}
}

// ownerOf is the country to which the thing at item i belongs (‘the Ukrainian
// capital’, ‘Latvia's presidential palace’), and the item with which the whole phrase begins.
func (d *document) ownerOf(s *sentence, i int) (model.Party, int) {
	for j := i - 1; j >= s.from && j >= i-3; j-- {
		it := &d.items[j]
		switch {
		case it.kind == itemDemonym, it.kind == itemCountry && it.possessive && !d.isBody(it.party):
			return it.party, j
		case it.kind == itemRole && it.possessive && it.party != "" && !d.isBody(it.party):
			return it.party, j
		case it.kind == itemPerson && it.possessive:
			if p := d.partyOfPerson(&d.people[it.ref]); p != "" && !d.isBody(p) {
				return p, j
			}
			return "", i
		case it.kind != itemWord && it.kind != itemName || d.placingAt(it.first)&(placeIn|placeTo|placeFrom) != 0:
			return "", i
		}
	}
	return "", i
}

// hereSpot makes ‘here’ the town of the dateline, or as ‘there’ the town named last.
func (d *document) hereSpot(s *sentence, i int, there bool) spot {
	if d.items[i].quoted {
		return spot{}
	}
	if there && i+1 < s.to && d.items[i+1].is(classBe|classFuture|classModal|classNeg) {
		return spot{} // there is, there will be
	}
	if !there {
		for _, sp := range slices.Backward(d.spots) {
			if sp.line {
				sp.score, sp.line, sp.why = 9, false, "here"
				return sp
			}
		}
		if n := len(d.spots); i == s.from && n > 0 && d.opens(&d.spots[n-1], d.lastSentence(s)) {
			sp := d.spots[n-1]
			sp.score, sp.next, sp.line, sp.why = 7, false, false, "there"
			return sp // Riga lies in fog. Here she received him
		}
		if i == s.from || !d.items[i-1].is(classBe) {
			return spot{} // a local paper's ‘here’
		}
		if sp := d.openedWith(s); sp != nil {
			here := *sp
			here.score, here.next, here.line, here.why = 7, false, false, "there"
			return here // Riga has seen much. It was here that she received him
		}
	}
	last := -1
	for k := len(d.spots) - 1; k >= 0 && d.spots[k].sent >= d.lastSentence(s); k-- {
		sp := &d.spots[k]
		if sp.place.City == "" || sp.seat || d.sents[sp.sent].zone == zoneStamp {
			continue
		}
		if last < 0 || sp.score > 0 && !sp.line && d.spots[last].score <= 0 {
			last = k
		}
	}
	if last < 0 {
		return spot{}
	}
	sp := d.spots[last]
	sp.score, sp.next, sp.line, sp.why = 7, false, false, "there"
	return sp
}

// openedWith is the town with which the paragraph in front of a sentence begins, where the sentence begins its own; nil for none.
func (d *document) openedWith(s *sentence) *spot {
	if !s.paraFirst {
		return nil
	}
	for n := len(d.spots) - 1; n >= 0 && d.sents[d.spots[n].sent].para >= s.para-1; n-- {
		if sp := &d.spots[n]; d.opens(sp, sp.sent) && d.sents[sp.sent].paraFirst {
			return sp
		}
	}
	return nil
}

// opens tells that a town is the first word of sentence k.
func (d *document) opens(sp *spot, k int) bool {
	return sp.sent == k && sp.at == d.sents[k].from && sp.place.City != ""
}

// lastSentence is the number of the sentence before s.
func (d *document) lastSentence(s *sentence) int {
	for k := range d.sents {
		if &d.sents[k] == s {
			return k - 1
		}
	}
	return 0
}

// sameTown makes ‘in the city’ the town named last, ‘in the Swiss resort’ the last one of that country.
func (d *document) sameTown(s *sentence, i int, in intro, owner model.Party) spot {
	it := &d.items[i]
	if in.score == 0 || it.possessive || it.last < s.last && d.placingAt(it.last)&placeOf != 0 {
		return spot{}
	}
	last := -1 // of those where somebody was, before insurers in London
	for k := len(d.spots) - 1; k >= 0 && (last < 0 || d.spots[last].score <= 0); k-- {
		sp := &d.spots[k]
		if sp.place.City == "" || sp.seat || sp.why == "venue" || owner != "" && sp.place.Host != owner {
			continue
		}
		if last < 0 || sp.score > 0 {
			last = k
		}
	}
	if last >= 0 {
		sp := d.spots[last]
		sp.score, sp.next, sp.line, sp.why = 5, in.next, false, "the same town"
		return sp
	}
	for j := i - 1; owner != "" && j >= 0 && j > i-60; j-- { // a town that nothing else brought in: it took Davos
		n := &d.items[j]
		if n.party == owner && (n.kind == itemName && n.ref >= 0 || n.kind == itemVenue && d.g.Venues[n.ref].Name == d.g.Venues[n.ref].City) {
			return spot{place: model.Place{City: d.span(n.first, n.last), Host: owner}, score: 5, next: in.next, why: "the same town"}
		}
	}
	return spot{}
}
