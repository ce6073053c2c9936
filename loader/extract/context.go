package extract

import (
	"slices"
	"strings"
)

// aloneBefore is the only person whom the sentence before sentence k names, somebody else than one and of another party; -1 for none.
func (d *document) aloneBefore(k int, one int32, word string) int32 {
	if k == 0 {
		return -1
	}
	found := int32(-1)
	for _, p := range d.peopleIn(&d.sents[k-1]) {
		if p == one || d.minor(&d.people[p]) {
			continue
		}
		if found >= 0 {
			return -1
		}
		found = p
	}
	if found >= 0 && d.agrees(found, word) && d.partyOfPerson(&d.people[found]) != d.partyOfPerson(&d.people[one]) {
		return found
	}
	return -1
}

// peopleIn lists whom a sentence names, quotations left out.
func (d *document) peopleIn(s *sentence) []int32 {
	var out []int32
	for i := s.from; i < s.to; i++ {
		if it := &d.items[i]; it.kind == itemPerson && !it.quoted {
			if !slices.Contains(out, it.ref) {
				out = append(out, it.ref)
			}
		}
	}
	return out
}

// thought tells that the person at item i only stands in what another says, asks or thinks: he asked why Putin can go on.
func (d *document) thought(s *sentence, i int) bool {
	said := false
	for j := s.from; j < i && s.marks&markAsk != 0; j++ {
		it := &d.items[j]
		if it.kind != itemWord || it.quoted {
			continue
		}
		w := d.lower(it)
		if said && questionWords.has(w) {
			return true
		}
		said = said || it.is(classSay) && !it.is(classThank|classPhoned) || w == "knows" || w == "knew"
	}
	return false
}

// questionWords begin a clause that tells what is asked, said or thought.
var questionWords = setOf("why", "how", "whether", "what", "that")

// tookPlace tells that the verb behind a pair, which ends at item end, is that of the encounter between the two: a call between
// A and B took place.
func (d *document) tookPlace(s *sentence, end int) bool {
	return end < s.to && d.lower(&d.items[end-1]) == "took" && d.lower(&d.items[end]) == "place"
}

// ofThing tells that the relative word at item i stands behind a thing: in a helicopter that came down. Who is named in front of
// it does not act in the clause.
func (d *document) ofThing(s *sentence, i int, f *frame) bool {
	if w := d.lower(&d.items[i]); w != "that" && w != "which" || i <= s.from || f.at-i > 2 {
		return false
	}
	p := &d.items[i-1]
	return p.kind == itemWord && p.cls == 0 && d.pastForm(f.at)
}

// invitedFor tells that a frame is of an invitation to a place for a day that is told: invited him to the White House for Tuesday, asked her to come to
// Prague on Friday.
func (d *document) invitedFor(f *frame, s *sentence) bool {
	if f.rule.name != "told" {
		return false
	}
	from := f.end
	if from < s.to && d.items[from].isPunct(',') {
		from++ // asked his counterpart, Petr Pavel, to the castle
	}
	if w := d.lower(&d.items[f.at]); w != "invited" && w != "invites" && (w != "asked" && w != "asks" || !d.bidCome(s, from) && !d.bidTo(s, from)) {
		return false
	}
	to, set := false, s.zone == zoneTitle
	for i := from; i < s.to && i < from+12 && !d.items[i].boundary() && !d.items[i].isPunct(','); i++ {
		it := &d.items[i]
		to = to || it.is(classPlace)
		set = set || it.is(classTalk|classMeeting|classVisit) && it.kind == itemWord && to // to the White House for a meeting on Tuesday
		if it.kind == itemWeekday || it.kind == itemMonth || it.kind == itemWord && d.lower(it) == "tomorrow" {
			return to && (set || d.items[i-1].is(classFor|classAbout) || it.kind != itemWeekday || d.lower(&d.items[i-1]) == "next")
		}
	}
	return false
}

// bidCome tells that ‘to come’ or the like stands right behind item i.
func (d *document) bidCome(s *sentence, i int) bool {
	for j := i; j+1 < s.to && j <= i+2; j++ {
		if it := &d.items[j+1]; d.items[j].is(classTo) && it.kind == itemWord && it.is(classVisit) {
			return true
		}
	}
	return false
}

// bidTo tells that a place to which somebody is asked stands right behind item i: asked her to the White House.
func (d *document) bidTo(s *sentence, i int) bool {
	if i+2 >= s.to || d.lower(&d.items[i]) != "to" {
		return false
	}
	n := &d.items[i+1]
	return n.is(classPlace) || n.is(classThe) && n.kind == itemWord && d.items[i+2].is(classPlace)
}

// offBehind tells that the verb of an encounter, which an inserted clause sets off from it, is one of cancelling: a call between A and
// B, of which a paper wrote, did not happen.
func (d *document) offBehind(f *frame, s *sentence) bool {
	if !d.items[f.at].is(classTalk | classMeeting | classCall) {
		return false
	}
	inside := false
	for i := f.end; i < s.to; i++ {
		it := &d.items[i]
		switch {
		case it.kind == itemPunct && !it.isPunct(','):
			return false
		case it.kind == itemWord && it.is(classRelative):
			inside = true
		case it.isPunct(',') && inside:
			n := i + 1
			return n < s.to && d.items[n].kind == itemWord && d.items[n].is(classOff)
		}
	}
	return false
}

// refusedNext tells that the next sentence says that what was told before it was refused, or was called off: It was refused.
func (d *document) refusedNext(f *frame) bool {
	const met = classTalk | classMeeting | classCall | classVisit | classMeet | classReceive
	if f.sent+1 >= len(d.sents) || d.sents[f.sent+1].para != d.sents[f.sent].para || !d.items[f.at].is(met) {
		return false
	}
	s := &d.sents[f.sent+1]
	for i := s.from; i < s.to && s.cls&classOff != 0; i++ {
		if it := &d.items[i]; it.kind == itemWord && it.is(classOff) && !it.quoted && strings.HasSuffix(strings.TrimSuffix(d.lower(it), " off"), " it") {
			return true // hours before it he called it off
		}
	}
	if s.to-s.from < 3 || d.lower(&d.items[s.from]) != "it" || !d.items[s.from+1].is(classBe) {
		return false
	}
	return d.items[s.from+2].is(classOff)
}

// elsewhereSeen tells that a frame is of somebody's coming to another town than the one where an event took place.
func (d *document) elsewhereSeen(f *frame, e *event) bool {
	if !strings.HasPrefix(f.rule.name, "visit") || e.place.place.City == "" {
		return false
	}
	at := d.placeIn(f.sent, f.at).place.City
	return at != "" && !strings.HasSuffix(at, e.place.place.City) && !strings.HasSuffix(e.place.place.City, at) // Delhi, New Delhi
}

// ofContent tells that a date stands in a clause about what somebody else did or what a day brought, apart from the encounter at item
// at: it was about what Saturday had laid bare; the first talks since she took office on 4 May.
func (d *document) ofContent(x *dateExpr, at int) bool {
	s := &d.sents[x.sent]
	it := d.itemOf(x.sent, x.first)
	for j := it - 1; j >= s.from && j >= it-8; j-- {
		w := &d.items[j]
		if w.kind == itemWord && w.marks&markAsk != 0 && contentWords.has(d.lower(w)) && !d.nameGiven(s, j) && (d.lower(w) != "since" || j < it-1 && x.form.tellsDay()) {
			return at < j || at > it
		}
		if w.kind == itemPunct || w.boundary() {
			return false
		}
	}
	return false
}

// nameGiven tells that ‘what’ at item i only brings in a name for the thing: what he called a good chat.
func (d *document) nameGiven(s *sentence, i int) bool {
	for j := i + 1; j < s.to && j <= i+3; j++ {
		switch d.lower(&d.items[j]) {
		case "called", "calls", "described", "describes", "termed", "dubbed", "considers", "considered", "hailed", "seemed", "looked":
			return true
		}
	}
	return false
}

// contentWords begin a clause about something else than what the sentence tells: what he did, how it went, since she took office on.
var contentWords = setOf("what", "how", "why", "whatever", "since")

// whereElse tells that the date at item it stands in a clause about the place of the encounter at item at: in the resort where the
// summit closes today.
func (d *document) whereElse(s *sentence, at, it int) bool {
	for j := at + 1; j < it; j++ {
		if w := &d.items[j]; w.kind == itemWord && d.lower(w) == "where" && j > s.from && d.items[j-1].kind != itemPunct {
			return !d.arrival(s, it)
		}
	}
	return false
}

// calledSo tells that between two items somebody is said to call the thing so: what the press office calls a state visit.
func (d *document) calledSo(s *sentence, from, to int) bool {
	for i := to - 1; i > from; i-- {
		switch d.lower(&d.items[i]) {
		case "calls", "called", "describes", "described":
			for j := i - 1; j > s.from && j >= i-6; j-- {
				if d.lower(&d.items[j]) == "what" {
					return true
				}
			}
			return false
		}
	}
	return false
}

// aboutTime tells that the word of doubt at item i is of a time: for forty minutes maybe they talked.
func (d *document) aboutTime(i int) bool {
	switch d.lower(&d.items[i]) {
	case "maybe", "perhaps", "probably":
		return i > 0 && d.items[i-1].kind == itemWord && (d.items[i-1].is(classDay) || d.lower(&d.items[i-1]) == "minutes" || d.lower(&d.items[i-1]) == "hour")
	}
	return false
}
