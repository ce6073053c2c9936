package extract

import "entente/model"

// regionOf is the country of the region whose name stands behind a comma at token j, as in ‘Athens, Ohio’.
func (d *document) regionOf(j int) model.Party {
	if j+1 >= len(d.tokens) || d.tokens[j].word != ',' || !d.tokens[j].is(flagPunct) || !d.tokens[j+1].capital() {
		return ""
	}
	for _, e := range d.longest(j+1, len(d.tokens)).entries {
		if e.kind == entryVenue && d.g.Venues[e.index].Region {
			return d.g.Venues[e.index].Country
		}
	}
	return ""
}

// wasStage tells that the words behind the place at item i make it the place of an encounter: Kyiv was the setting, the capital
// welcomed her, Narva's castle served as venue, Vienna saw talks.
func (d *document) wasStage(s *sentence, i int) bool {
	j := i + 1
	if d.items[i].possessive && j < s.to && d.items[j].kind == itemWord {
		j++
	}
	if j >= s.to || d.items[j].kind != itemWord {
		return false
	}
	w := d.placingAt(d.items[j].first)
	for k := j + 1; k < s.to && k <= j+4 && !d.items[k].boundary(); k++ {
		it := &d.items[k]
		switch {
		case w&placeServed != 0 && it.kind == itemWord && d.placingAt(it.first)&placeStage != 0:
			return true
		case w&placeWelcomed != 0 && k <= j+2 && it.is(classPerson):
			return true
		case w&placeWelcomed != 0 && it.is(classTalk|classMeeting) && d.lower(&d.items[j])[0] != 'w':
			return true // and not: Kyiv welcomed the talks
		}
	}
	return w&placeServed != 0 && j+1 < s.to && d.placingAt(d.items[j+1].first)&placeStage != 0
}

// choice tells that a town stands in ‘he chose Kyiv’, ‘his first stop was Eindhoven’.
func (d *document) choice(s *sentence, i int) bool {
	p := &d.items[i-1]
	if d.placingAt(p.first)&placeChose != 0 {
		return true
	}
	return p.is(classBe) && i-2 >= s.from && d.placingAt(d.items[i-2].last-1)&(placeGo|placeEncounter) != 0
}

// listedTown gives a town the standing of the one that it is listed with: ‘in Lviv and Kyiv’, ‘LONDON/PARIS’.
func (d *document) listedTown(s *sentence, i int, sp *spot) {
	if len(d.spots) == 0 {
		return
	}
	last := &d.spots[len(d.spots)-1]
	if last.sent >= len(d.sents) || &d.sents[last.sent] != s || i-last.at > 3 {
		return
	}
	for j := last.at + 1; j < i; j++ {
		if it := &d.items[j]; !it.isPunct(',') && !it.isPunct('/') && !it.is(classAnd) {
			return
		}
	}
	sp.score, sp.next, sp.line = last.score-1, last.next, last.line
	if last.line {
		last.score--
	}
}

// followedByWhere tells that the text goes on with ‘, where’: what took place there comes next.
func (d *document) followedByWhere(s *sentence, i int) bool {
	for j := i + 1; j < s.to && j <= i+5; j++ {
		it := &d.items[j]
		if it.kind == itemWord && it.is(classRelative) {
			return d.placingAt(it.first)&placeWhere != 0
		}
		if it.kind == itemPunct && it.word != ',' {
			return false
		}
	}
	return false
}

// scene tells that a sentence without a verb is there to say where the scene is, the town at item i: Next stop, Tallinn. And then Paris. Kyiv, again.
func (d *document) scene(s *sentence, i int) bool {
	const few = 9
	if s.zone != zoneProse || s.to-s.from > few || s.to-s.from < 3 || d.items[s.to-1].isPunct('?') {
		return false
	}
	towns := 0
	for j := s.from; j < s.to; j++ {
		it := &d.items[j]
		if it.kind == itemCity && !it.possessive {
			towns++
		}
		if it.quoted || it.kind == itemPerson || it.kind == itemWord && it.is(classVerb) && !sceneWords.has(d.lower(it)) || it.is(classNeg) && j+2 >= i {
			return false
		}
	}
	last := i == s.to-1 || i == s.to-2 && d.items[s.to-1].kind == itemPunct
	switch before := i > s.from; {
	case towns != 1:
		return false
	case before && last:
		return d.items[i-1].isPunct(',') || sceneWords.has(d.lower(&d.items[i-1]))
	}
	return i == s.from && i+2 < s.to && d.items[i+1].isPunct(',') && sceneWords.has(d.lower(&d.items[i+2]))
}

// classVerb are the classes of the rules that are verbs.
const classVerb = classBe | classSay | classHold | classMeet | classReceive | classVisit | classSpeak | classSign | classGreet | classFuture | classModal

// sceneWords stand beside a town where a story moves on.
var sceneWords = setOf("then", "next", "again", "finally", "first", "now", "later", "afterwards", "also", "once", "stop")
