package extract

import (
	"strings"

	"entente/model"
)

// introKind is how a place is brought in.
type introKind uint8

const (
	introNone  introKind = iota
	introIn              // in, at
	introTo              // to, into
	introNear            // visited, reached: the verb takes the place itself
	introFrom            // from, via
	introLeave           // left
	introOf              // of: the mayor of Kyiv
)

// intro is what stands in front of a place.
type intro struct {
	kind   introKind
	score  int
	motion bool // somebody came, flew, paid a visit
	next   bool // yet to come
}

// introOf reads backwards from token i: articles, adjectives and ‘the city of’
// are passed over until a preposition or a verb is found.
func (d *document) introOf(s *sentence, i int) intro {
	j := i - 1
	if j > s.first && d.tokens[j].is(flagPunct) && d.tokens[j].word == ',' && d.placingAt(j-1)&placeCapital != 0 {
		j-- // the Ukrainian capital, Kyiv
	}
	settled, article := false, false
	for n := 0; j >= s.first && n < 6; n++ {
		t := &d.tokens[j]
		if t.is(flagPunct) {
			return intro{}
		}
		w := d.placingAt(j)
		switch {
		case w&placeOf != 0:
			if j > s.first && d.placingAt(j-1)&(placeSettle|placeRegion) != 0 {
				j -= 2
				settled = true
				continue
			}
			return intro{kind: introOf}
		case w&placeIn != 0:
			return d.introIn(s, j)
		case w&placeTo != 0:
			return d.introTo(s, j)
		case w&placeFrom != 0:
			return d.introFrom(s, j)
		case w&placeNear != 0 && !settled || w&placeNear != 0 && j >= i-4:
			in := intro{kind: introNear, score: 8, motion: true}
			in.next = d.yetToCome(s, j)
			return in
		case w&placeLeave != 0:
			return intro{kind: introLeave, score: 3}
		case article:
			return intro{}
		case w&(placeSettle|placeSoil|placeCapital|placeRegion) != 0:
			settled = true
		case t.word != 0 && d.lex.classes[t.word]&classThe != 0:
			article = true
		case t.is(flagHyphen), settled, n < 3 && !t.capital() && d.adjective(t):
		case n < 3 && t.capital() && j < i-1: // a proper adjective
		default:
			return intro{}
		}
		j--
	}
	return intro{}
}

// adjective tells that a word may describe a place: it is in no table, or in no class of the rules.
func (d *document) adjective(t *token) bool {
	return !t.is(flagNumber) && (t.word == 0 || d.lex.classes[t.word] == 0)
}

// introIn weighs ‘in’: behind a verb of motion it tells most, behind ‘officials’ nothing.
func (d *document) introIn(s *sentence, j int) intro {
	in := intro{kind: introIn, score: 9, next: d.yetToCome(s, j)}
	if j == s.first {
		return in
	}
	if d.placingAt(j-1)&placeSource != 0 {
		in.score = 0
		return in
	}
	if t := &d.tokens[j-1]; !t.is(flagPunct|flagNumber) && !t.capital() && (t.word == 0 || d.lex.classes[t.word] == 0) {
		in.score = 7 // a noun that has nothing to do with encounters, for all that we know
	}
	for k := j - 1; k >= s.first && k >= j-3 && !d.tokens[k].is(flagPunct); k-- {
		if d.placingAt(k)&placeGo != 0 {
			in.score, in.motion = 10, true
		}
	}
	return in
}

// introTo weighs ‘to’: only a verb of motion or a trip makes it a place.
func (d *document) introTo(s *sentence, j int) intro {
	in := intro{kind: introTo, next: d.yetToCome(s, j)}
	for k := j - 1; k >= s.first && k >= j-8; k-- {
		if t := &d.tokens[k]; t.is(flagPunct) && t.word != ',' && t.word != '"' {
			break
		}
		w := d.placingAt(k)
		if w&placeBack != 0 {
			return intro{kind: introTo} // home again
		}
		if w&placeGo != 0 {
			in.score, in.motion = 8, true
			return in
		}
	}
	return in
}

// introFrom weighs ‘from’: somebody who returns from a place was there, and so
// was he who goes on from it; where somebody came from is not where he is.
func (d *document) introFrom(s *sentence, j int) intro {
	in := intro{kind: introFrom}
	if j == s.first {
		in.score = 3
	}
	for k := j - 1; k >= s.first && k >= j-4 && !d.tokens[k].is(flagPunct); k-- {
		if d.placingAt(k)&placeBack != 0 {
			in.score = 5
		}
	}
	return in
}

// yetToCome tells that the clause in front of token j speaks of what is to come.
func (d *document) yetToCome(s *sentence, j int) bool {
	for k := j - 1; k >= s.first && k >= j-9; k-- {
		if t := &d.tokens[k]; t.is(flagPunct) {
			return false
		}
		if d.placingAt(k)&placeNext != 0 {
			return true
		}
		if d.tokens[k].word != 0 && d.lex.classes[d.tokens[k].word]&(classRelative|classSubord) != 0 {
			return false
		}
	}
	return false
}

// dateline tells that the town at item i begins a report: in capitals, or followed by nothing but agency and day up to a dash or a colon.
func (d *document) dateline(s *sentence, i int) bool {
	if !s.paraFirst || i > s.from+8 {
		return false
	}
	for j := s.from; j < i; j++ {
		switch it := &d.items[j]; it.kind {
		case itemWord:
			if !it.is(classAnd) && !d.tokens[it.first].capital() && j > s.from {
				return false
			}
		case itemPerson, itemRole, itemDemonym, itemCountry, itemVenue, itemSummit, itemOffice:
			return false
		case itemCity, itemName, itemPunct, itemNumber, itemMonth, itemWeekday:
		}
	}
	if d.tokens[d.items[i].first].is(flagAllCaps) && s.zone != zoneTitle {
		return true
	}
	if i > s.from+3 {
		return false
	}
	if s.zone == zoneTitle {
		return i+1 < s.to && d.items[i+1].isPunct(':')
	}
	for j := i + 1; j < s.to && j < i+14; j++ {
		it := &d.items[j]
		switch it.kind {
		case itemPunct:
			if (it.word == '-' || it.word == ':') && j+1 < s.to {
				return true
			}
		case itemWord, itemPerson, itemRole, itemDemonym:
			if !(it.kind == itemWord && d.tokens[it.first].capital()) {
				return false
			}
		case itemCity, itemName, itemNumber, itemMonth, itemWeekday, itemOffice, itemCountry, itemVenue, itemSummit:
		}
	}
	return false
}

// stampSpot reads a dateline that stands on a line of its own.
func (d *document) stampSpot(s *sentence, k int) {
	for i := s.from; i < s.to && i < s.from+6; i++ {
		it := &d.items[i]
		if it.kind == itemCity && (d.tokens[it.first].is(flagAllCaps) || i == s.from) && (it.last >= s.last || d.tokens[it.last].is(flagPunct)) {
			d.spots = append(d.spots, spot{place: d.townOf(it), score: 4, at: i, sent: k, line: true, why: "dateline"})
			return
		}
	}
}

// unknownSpot reads names that no table knows: the village in a region, the town in a country, the airport.
func (d *document) unknownSpot(s *sentence, i int) spot {
	it := &d.items[i]
	if d.dateline(s, i) {
		if it.ref < 0 || it.party == "" {
			return d.unknownLine(s, i)
		}
		return spot{place: d.townOf(it), score: lineScore, line: true, why: "dateline"}
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
		return spot{}
	}
	return sp
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

// regionBehind is the country of ‘, in the Chernihiv region’, ‘, Moldova’ or ‘in Poland’ from item i on.
func (d *document) regionBehind(s *sentence, i int) model.Party {
	comma := false
	for n := 0; i < s.to && n < 6; i, n = i+1, n+1 {
		it := &d.items[i]
		switch {
		case n == 0 && it.isPunct(','):
			comma = true
		case n == 0 && it.isPunct('('):
		case it.kind == itemCity:
			if it.last < s.last && d.placingAt(it.last)&placeRegion != 0 {
				return it.party
			}
			return ""
		case it.kind == itemDemonym && n > 0:
			if it.last < s.last && d.placingAt(it.last)&(placeRegion|placeSettle) != 0 {
				return it.party
			}
		case it.kind == itemCountry && !d.isBody(it.party) && (comma || n > 0) && !it.possessive:
			return it.party
		case it.kind == itemWord && n <= 4 && (it.is(classThe) || d.placingAt(it.first)&(placeIn|placeOf|placeSettle) != 0 || it.cls == 0):
		default:
			return ""
		}
	}
	return ""
}

// occasionOf tells that a gathering is where people were: at, on the sidelines of.
func (d *document) occasionOf(s *sentence, i int) bool {
	for j := i - 1; j >= s.first && j >= i-7 && !d.tokens[j].is(flagPunct); j-- {
		w := d.placingAt(j)
		if w&placeIn != 0 || d.tokens[j].word != 0 && d.lex.classes[d.tokens[j].word]&classSideline != 0 {
			return true
		}
		if w&(placeNext|placeTo|placeFrom) != 0 {
			return false
		}
	}
	return false
}

// aroundNow tells that a gathering was held about the article's day.
func (d *document) aroundNow(from, to model.Date) bool {
	if d.today.Precision() != model.PrecisionDay {
		return d.today.IsZero() || d.today.Covers(from)
	}
	return model.Compare(from.AddDays(-10), d.today) <= 0 && model.Compare(d.today, to.AddDays(10)) <= 0
}

// seriesSpot reads ‘on the sidelines of the G7 summit’: which one it is follows from the article's day.
func (d *document) seriesSpot(s *sentence, i int) spot {
	it := &d.items[i]
	gather := false
	for j := i + 1; j < s.to && j <= i+2; j++ {
		gather = gather || d.items[j].is(classGather)
	}
	if !gather || !d.occasionOf(s, it.first) {
		return spot{}
	}
	word := d.span(it.first, it.last)
	for k := range d.g.Summits {
		g := &d.g.Summits[k]
		if len(g.Name) > len(word) && g.Name[:len(word)] == word && g.Name[len(word)] == ' ' && d.aroundNow(g.From, g.To) {
			return spot{place: model.Place{City: g.City, Host: g.Country}, score: 8, why: "gathering of these days"}
		}
	}
	return spot{}
}
