package extract

import (
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
	town   bool // the village of, the island of
}

// introOf reads backwards from token i: articles, adjectives and ‘the city of’
// are passed over until a preposition or a verb is found.
func (d *document) introOf(s *sentence, i int) intro {
	j := i - 1
	if j > s.first && d.tokens[j].is(flagPunct) && d.tokens[j].word == ',' && d.placingAt(j-1)&placeCapital != 0 {
		j-- // the Ukrainian capital, Kyiv
	}
	settled, article, of, town := false, false, false, false
	for n := 0; j >= s.first && n < 6; n++ {
		t := &d.tokens[j]
		if t.is(flagPunct) {
			if t.word == '"' && n == 0 {
				j-- // at "Dondukov" 2
				continue
			}
			return intro{}
		}
		w := d.placingAt(j)
		switch {
		case w&placeOf != 0:
			if j > s.first && d.partBefore(j-1) {
				town = !article // and not: the steps of the palace
				j -= 2
				settled, of, article = true, true, false
				continue
			}
			return intro{kind: introOf}
		case w&placeIn != 0 || w&placeOn != 0 && settled:
			in := d.introIn(s, j)
			in.town = town
			return in
		case w&placeTo != 0:
			return d.introTo(s, j)
		case w&placeFrom != 0:
			return d.introFrom(s, j)
		case w&placeNear != 0 && !settled || w&placeNear != 0 && j >= i-4:
			in := intro{kind: introNear, score: 8, motion: true}
			in.next = d.yetToCome(s, j)
			return in
		case w&placeLeave != 0:
			return d.introLeft(j)
		case article && of:
			return intro{kind: introOf, town: true}
		case article:
			return intro{}
		case w&(placeSettle|placeSoil|placeCapital|placeRegion|placePart) != 0:
			settled = true
		case t.word != 0 && d.lex.rows[t.word].cls&classThe != 0:
			article = true
		case settled, d.describes(s, j, i):
		default:
			return intro{}
		}
		j--
	}
	return intro{}
}

// introLeft weighs ‘left’ at token j: who had left Paris was elsewhere.
func (d *document) introLeft(j int) intro {
	if d.before(j) == "had" {
		return intro{kind: introLeave}
	}
	return intro{kind: introLeave, score: 3}
}

// describes tells that the word at token j may describe the place at token i: rainy central Lisbon, Lower Austria, 10 Downing Street.
func (d *document) describes(s *sentence, j, i int) bool {
	t := &d.tokens[j]
	switch {
	case t.is(flagHyphen):
		return true
	case i-j > 3:
		return false
	case t.is(flagNumber):
		return j == i-1 && j > s.first
	case t.capital():
		return j < i-1 || sideWords.has(d.low(j)) // a proper adjective
	}
	return d.adjective(t)
}

// partBefore tells that token j is the part of ‘the village of’, ‘the outskirts of’, ‘the south of’, but not of ‘ten kilometres south of’.
func (d *document) partBefore(j int) bool {
	return d.placingAt(j)&(placeSettle|placeRegion|placePart) != 0 && (!compass[d.low(j)] || d.before(j) == "the")
}

// sideWords make a part of a country's name: Lower Austria.
var sideWords = setOf("lower", "upper", "northern", "southern", "eastern", "western", "central")

// adjective tells that a word may describe a place: it is in no table, or in no class of the rules.
func (d *document) adjective(t *token) bool {
	return !t.is(flagNumber) && (t.word == 0 || d.lex.rows[t.word].cls == 0)
}

// introIn weighs ‘in’: behind a verb of motion it tells most, behind ‘officials’ nothing.
func (d *document) introIn(s *sentence, j int) intro {
	in := intro{kind: introIn, score: 9, next: d.yetToCome(s, j)}
	if j == s.first {
		return in
	}
	if d.placingAt(j-1)&placeSource != 0 {
		in.score = 0
		if d.inHouse(s, j-1) {
			in.score = 9
		}
		return in
	}
	if t := &d.tokens[j-1]; !t.is(flagPunct|flagNumber) && !t.capital() && (t.word == 0 || d.lex.rows[t.word].cls == 0) {
		in.score = 7 // a noun that has nothing to do with encounters, for all that we know
	}
	if d.placingAt(j-1)&placeOnward != 0 || j-2 >= s.first && d.placingAt(j-2)&placeOnward != 0 {
		in.next = s.zone != zoneTitle // the programme goes on in Kyiv
	}
	if d.low(j-1) == "that" && j-1 > s.first {
		in.score = 5 // the message is that in Rome nothing has changed
	}
	if d.struckAt(s, j) {
		in.score = 2
	}
	if w := d.low(j - 1); w == "remained" || w == "stayed" || w == "remains" || w == "stays" {
		in.score = 3 // he was not with the others
	}
	if d.placingAt(j)&placeBeside != 0 {
		in.score = 7 // near Kyiv
	}
	if t := &d.tokens[j-1]; t.word != 0 && d.lex.rows[t.word].cls&classSay != 0 {
		in.score = 7 // said in Ankara: of what was or will be elsewhere, as often as not
	}
	for k := j - 1; k >= s.first && k >= j-4 && !d.tokens[k].is(flagPunct); k-- {
		if d.placingAt(k)&placeGo != 0 && k >= j-3 {
			in.score, in.motion = 10, true
		} else if w := d.tokens[k].word; w != 0 && d.lex.rows[w].cls&(classMeet|classTalk|classMeeting|classReceive|classGreet|classSpeak) != 0 {
			in.score = 10
		}
	}
	return in
}

// struckAt tells that what hit something or somebody is told in front of token j: a missile hit a block of flats in Dnipro.
func (d *document) struckAt(s *sentence, j int) bool {
	for k := j - 1; k >= s.first && k >= j-7 && !d.tokens[k].is(flagPunct); k-- {
		if t := &d.tokens[k]; !t.capital() && strikes.has(d.low(k)) {
			return true
		}
	}
	return false
}

// strikes tell of a town that was hit, where nobody met: rockets hit Dnipro.
var strikes = setOf("hit", "killed", "killing", "wounded", "injured", "destroyed", "shelled", "bombed", "exploded", "shelling", "bombing", "explosion", "explosions",
	"missiles", "rockets", "rubble", "rescuers", "airstrike", "airstrikes")

// inHouse tells that the noun at token j is a house in which somebody was: at his office in Kyiv, in a hospital in Lviv.
func (d *document) inHouse(s *sentence, j int) bool {
	if !houseWords.has(d.low(j)) {
		return false
	}
	for k := j - 1; k >= s.first && k >= j-4; k-- {
		t := &d.tokens[k]
		if d.placingAt(k)&placeIn != 0 {
			return true
		}
		if t.is(flagPunct) || t.word != 0 && d.lex.rows[t.word].cls&(classThe|classHis) == 0 && !d.adjective(t) {
			return false
		}
	}
	return false
}

var houseWords = setOf("office", "offices", "embassy", "residence", "university", "institute", "hospital", "bureau", "government", "desk")

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
		if w&placeOnward != 0 && s.zone != zoneTitle && k >= j-4 {
			in.next = true
		}
		if w&placeGo != 0 {
			in.score, in.motion = 8, true
			return in
		}
		if w&placeCarry != 0 {
			in.score = 7
			return in
		}
	}
	if d.low(j) == "into" { // breezed into Sofia
		in.score, in.motion = 7, true
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
		if d.tokens[k].word != 0 && d.lex.rows[d.tokens[k].word].cls&(classRelative|classSubord) != 0 {
			return false
		}
	}
	return false
}

// tellsWhere tells that ‘in’ in front of a country at token i stands behind
// an encounter, a person or a day, or begins the clause.
func (d *document) tellsWhere(s *sentence, i int) bool {
	j := i - 1
	for j > s.first && d.placingAt(j)&placeIn == 0 {
		j--
	}
	if j <= s.first {
		return true
	}
	t := &d.tokens[j-1]
	if t.is(flagPunct) {
		return t.word == ','
	}
	if d.low(j-1) == "somewhere" || t.capital() && d.endsPerson(s, j) {
		return true
	}
	return t.word != 0 && d.lex.rows[t.word].cls&(classTalk|classMeeting|classMeet|classPress|classSpeak|classBe) != 0
}

// endsPerson tells that somebody's name ends in front of token j, behind a word for an encounter: met her in Germany.
func (d *document) endsPerson(s *sentence, j int) bool {
	for k := s.from; k < s.to && d.items[k].first < j; k++ {
		if d.items[k].last == j {
			return k > s.from && d.items[k].kind == itemPerson && d.items[k-1].is(classMeet|classReceive|classWith)
		}
	}
	return false
}

// occasionOf tells that a gathering is where people were: at, on the sidelines of.
func (d *document) occasionOf(s *sentence, i int) bool {
	for j := i - 1; j >= s.first && j >= i-7 && !d.tokens[j].is(flagPunct); j-- {
		w := d.placingAt(j)
		if w&placeIn != 0 || d.tokens[j].word != 0 && d.lex.rows[d.tokens[j].word].cls&classSideline != 0 {
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
	if seat, ok := seatsOfBodies[it.party]; ok && it.last < s.last && d.placingAt(it.last)&placeSeat != 0 {
		in := d.introOf(s, it.first)
		return spot{place: seat, score: min(in.score, 8), next: in.next, why: "headquarters"}
	}
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

// ofPacts tells that the place at item i is where something was agreed of which the sentence only speaks: the agreements made at Chequers.
func (d *document) ofPacts(s *sentence, i int) bool {
	return i-3 >= s.from && d.items[i-1].is(classIn) && made.has(d.lower(&d.items[i-2])) && pacts.has(d.lower(&d.items[i-3]))
}

var (
	made  = setOf("made", "reached", "struck", "concluded", "given")
	pacts = setOf("agreements", "deals", "pacts", "promises", "accords", "commitments", "understandings", "arrangements")
)
