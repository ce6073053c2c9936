package extract

import "slices"

// firstTold is the first sentence that tells of an encounter of two people or more, as news; -1 for none.
func (*document) firstTold(frames []frame) int {
	first := -1
	for k := range frames {
		if f := &frames[k]; len(f.people) >= 2 && !f.back && !f.doubtful && (first < 0 || f.sent < first) {
			first = f.sent
		}
	}
	return first
}

// classInPerson are words of those who are in one room, or on the way to it.
const classInPerson = classMeet | classMeeting | classReceive | classGreet | classVisit | classTable | classPress | classSign | classGather | classSideline

// spokenOnly tells that all that the text says of an encounter is that the two spoke: he spoke with her this morning, a spokesman said. Who is in one room is
// told to have met, to have come, or to have been somewhere; what is left is the telephone.
func (d *document) spokenOnly(e *event, frames []frame) bool {
	spoke := false
	if d.besideMany(e.first) || d.writtenElsewhere(e) || d.headedVisit() {
		return false
	}
	for _, k := range e.frames {
		f := &frames[k]
		if !f.rule.open || len(e.people) != 2 || f.apart {
			return false
		}
		if f.back || f.doubtful || f.rule.name == "told" {
			continue
		}
		s := &d.sents[f.sent]
		if s.cls&classInPerson != 0 && d.inOneRoom(s) || s.cls&(classSeparate|classApart) != 0 || d.placeIn(f.sent, f.at).score >= placeTold {
			return false
		}
		if f.rule.weight < 5 || f.group || !d.ofSpeaking(f) {
			continue
		}
		if d.sceneAt(f.sent) {
			return false // he was in her capital; they spoke about shells
		}
		spoke = true
	}
	return spoke
}

// headedVisit tells that the headline is of a journey that was made: on her eighth trip since the war began.
func (d *document) headedVisit() bool {
	return slices.ContainsFunc(d.sents, func(s sentence) bool {
		return s.zone == zoneTitle && s.cls&classVisit != 0 && s.cls&(classOff|classFuture|classModal|classNeg|classTo) == 0
	})
}

// writtenElsewhere tells that the report was written in a country of nobody who spoke: both had come there.
func (d *document) writtenElsewhere(e *event) bool {
	for k := range d.spots {
		sp := &d.spots[k]
		if !sp.line || sp.place.Host == "" || d.isBody(sp.place.Host) {
			continue
		}
		return !slices.ContainsFunc(e.people, func(p int32) bool {
			party := d.partyOfPerson(&d.people[p])
			return party == sp.place.Host || seatsOfBodies[party].Host == sp.place.Host
		})
	}
	return false
}

// sceneReach is how many sentences in front of an encounter its place may be told.
const sceneReach = 3

// placeTold is the score from which a sentence says where its encounter took place.
const placeTold = 7

// sceneAt tells that the text says where somebody was right in front of a sentence, in it or right behind it.
func (d *document) sceneAt(sent int) bool {
	for k := range d.spots {
		sp := &d.spots[k]
		if !sp.next && !sp.line && sp.score >= placeTold && sp.sent >= sent-sceneReach && sp.sent <= sent+1 && d.sents[sp.sent].zone != zoneStamp {
			return true
		}
	}
	return false
}

// ofSpeaking tells that the words of a frame are of speaking and of nothing else.
func (d *document) ofSpeaking(f *frame) bool {
	for i, to := f.at, d.sents[f.sent].to; i < to && i <= f.end; i++ { // the two have spoken: the trigger may end in front of the verb
		if it := &d.items[i]; it.kind == itemWord && it.is(classSpeak) && !it.quoted && !bargains.has(d.lower(it)) {
			return true
		}
	}
	return false
}

// inOneRoom tells that a word of a sentence is of people in one room.
func (d *document) inOneRoom(s *sentence) bool {
	for i := s.from; i < s.to; i++ {
		if it := &d.items[i]; it.kind == itemWord && it.is(classInPerson) && !it.quoted {
			return true
		}
	}
	return false
}

// besideMany tells that a text says up to a sentence that something took place on the margins of a gathering.
func (d *document) besideMany(sent int) bool {
	for k := range d.sents[:sent+1] {
		if d.sents[k].cls&classSideline != 0 {
			return true
		}
	}
	return false
}

// bargains are words for speaking at length, as one does at a table.
var bargains = setOf("negotiated", "negotiating", "haggled", "bargained", "wrangled", "parleyed", "deliberated", "huddled", "caucused", "chatted")

// calledTo tells that who is called at item i is called to a place, which begins behind item end: calls her to the White House for talks.
func (d *document) calledTo(i, end int) bool {
	if w := d.low(d.items[i].first); w != "calls" && w != "called" && w != "call" || end+2 >= len(d.items) || d.lower(&d.items[end]) != "to" {
		return false
	}
	n := &d.items[end+1]
	return n.is(classPlace) || n.is(classThe) && n.kind == itemWord && !d.items[end+2].is(classPhone)
}

// byPhone tells that item i says that people spoke by telephone.
func (d *document) byPhone(s *sentence, i int) bool {
	it := &d.items[i]
	return it.kind == itemWord && !it.quoted && (it.is(classByPhone) || d.phoneRang(s, i))
}

// phoneRang tells that the telephone at item i is what brought two people together: the telephone rang, the phone was from Kyiv.
func (d *document) phoneRang(s *sentence, i int) bool {
	it := &d.items[i]
	if !it.is(classPhone) || i == s.from || !d.items[i-1].is(classThe) || i-1 > s.from && d.items[i-2].is(classSubord) {
		return false // before the phone rang, he met her
	}
	if w := d.lower(it); w != "telephone" && w != "phone" && w != "line" {
		return false
	}
	for j := i + 1; j < s.to && j <= i+4; j++ { // the telephone in the hall rang
		if ringVerbs.has(d.lower(&d.items[j])) {
			return true
		}
		if d.items[j].kind == itemPunct {
			return false
		}
	}
	return false
}

// ringVerbs say behind a telephone that it brought two together: the phone rang, the line was from Kyiv.
var ringVerbs = setOf("rang", "rings", "was", "went", "buzzed", "came")
