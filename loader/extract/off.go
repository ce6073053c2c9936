package extract

import "strings"

// offNear tells that words for a cancellation stand in the trigger's clause.
func (d *document) offNear(f *frame, s *sentence) bool {
	if s.cls&classOff == 0 {
		return false
	}
	for i := f.at - 1; i >= s.from && i >= f.at-9 && !d.items[i].boundary(); i-- {
		if d.calledOff(s, i) {
			return true
		}
	}
	comma := false
	for i := f.at; i < s.to && i < f.end+9 && !d.items[i].boundary(); i++ {
		comma = comma || i >= f.end && d.items[i].isPunct(',')
		if comma && i+1 < s.to && d.items[i+1].kind == itemWord && d.items[i+1].is(classThe|classHis) {
			continue // received in Ankara, he put off a trip
		}
		if d.calledOff(s, i) {
			return true
		}
	}
	return false
}

// calledOff tells that item i is a word for a cancellation, and not of some other thing.
func (d *document) calledOff(s *sentence, i int) bool {
	it := &d.items[i]
	return it.kind == itemWord && it.is(classOff) && !d.offOfOther(s, i) && (!movedWords.has(d.low(it.first)) || d.movedTo(s, i) < 0 && !d.heldInSentence(s))
}

// offOfOther tells that the word of cancelling at item i is of a thing at which nobody meets anybody: an aborted march, scrapped
// the tax. An encounter, a journey and whatever has somebody in it is none: the cancelled talks, postponed his trip to Berlin.
func (d *document) offOfOther(s *sentence, i int) bool {
	if i+1 < s.to && d.withdrawn(i) {
		return d.otherThings(s, i) // his army pulled out of the town
	}
	if i+1 >= s.to || d.items[i].last-d.items[i].first != 1 {
		return false // did not take place
	}
	before, next := &d.items[max(i-1, s.from)], &d.items[i+1]
	determined := i > s.from && (before.possessive || before.kind == itemWord && before.is(classThe|classHis))
	object := next.kind == itemWord && next.is(classThe|classHis) && (i == s.from || !before.is(classBe))
	if !determined && !object {
		return false
	}
	return d.otherThings(s, i)
}

// withdrawn tells that the words of cancelling at item i say that somebody drew back out of what stands behind them, and who: their
// troops pulled out of the town. Whoever is named may draw back out of a journey: he pulled out of Tallinn.
func (d *document) withdrawn(i int) bool {
	it := &d.items[i]
	return it.last-it.first == 3 && d.low(it.last-1) == "of" && i > 0 && d.items[i-1].kind != itemPerson
}

// otherThings tells that what stands behind item i is no encounter: the tax, a march, a town.
func (d *document) otherThings(s *sentence, i int) bool {
	things := 0
	for j := i + 1; j < s.to && j <= i+offObject; j++ {
		it := &d.items[j]
		const met = classTalk | classMeeting | classCall | classVisit | classGather | classMeet | classPerson | classPronoun | classGroup | classGroup3
		if it.kind != itemPunct && it.is(met) || it.kind == itemPerson || it.kind == itemRole || it.kind == itemSummit {
			return false
		}
		switch {
		case it.kind == itemWord && it.is(classThe|classHis):
		case it.kind != itemWord && it.is(classPlace) && j <= i+2:
			things++
		case it.kind == itemWord && it.cls == 0 && !nounPrepositions.has(d.lower(it)) && !offAside.has(d.lower(it)):
			things++
		default:
			return things > 0
		}
	}
	return things > 0
}

const offObject = 4 // items of which the thing that is called off is made

// offAside are words behind one of cancelling that name nothing else which was called off: ideas and occasions of an encounter,
// and what begins a phrase of its own.
var offAside = setOf("idea", "proposal", "invitation", "offer", "request", "plan", "plans", "possibility", "appearance", "reception", "date", "event", "appointment",
	"for", "from", "to", "with", "due", "again", "later", "earlier", "now", "amid", "because", "until")

// othersCome tells that who comes stands in front of a trigger and is nobody of those whom the sentence names behind it: half of the gas will have to come from
// abroad, the chancellor said.
func (d *document) othersCome(f *frame, s *sentence) bool {
	if f.rule.name != "visit" || f.at <= s.from+1 || s.zone != zoneProse || d.items[f.at].kind != itemWord {
		return false
	}
	switch d.lower(&d.items[f.at]) {
	case "come", "arrive", "return", "fly", "travel":
		w := &d.items[f.at-1]
		return w.kind == itemWord && w.is(classTo|classFuture|classModal) && !w.is(classPronoun)
	}
	return false
}

// stoodUp tells that an encounter had only been arranged for a day, and that the text goes on about one who did not come: a meeting had been agreed for Sunday;
// he waited, and she did not appear.
func (d *document) stoodUp(f *frame, s *sentence) bool {
	if !d.items[f.at].is(classTalk | classMeeting | classCall) {
		return false
	}
	arranged := false
	for i := f.end; i+1 < s.to && i < f.end+10 && !d.items[i].boundary() && !arranged; i++ {
		it := &d.items[i]
		arranged = it.kind == itemWord && arrangedWords.has(d.low(it.first)) && d.items[i-1].is(classBe) && (d.items[i+1].is(classFor) || d.low(it.last-1) == "for")
	}
	for k := f.sent; arranged && k < len(d.sents) && k <= f.sent+noShowReach; k++ {
		if t := &d.sents[k]; t.zone == zoneProse && t.cls&(classNeg|classNotHere) != 0 && d.noShow(t) {
			return true
		}
	}
	return false
}

const noShowReach = 2 // sentences behind one of an encounter that was arranged

// noShow tells that a sentence says of somebody that he did not come: did not appear, never came.
func (d *document) noShow(s *sentence) bool {
	for i := s.from; i < s.to; i++ {
		it := &d.items[i]
		if it.kind != itemWord || it.quoted || !it.is(classNeg|classNotHere) {
			continue
		}
		if it.is(classNotHere) || i+1 < s.to && appearing.has(d.lower(&d.items[i+1])) {
			return true
		}
	}
	return false
}

var (
	arrangedWords = setOf("agreed", "arranged", "set", "fixed", "booked", "planned", "scheduled", "slotted", "foreseen", "pencilled", "penciled")
	appearing     = setOf("appear", "appeared", "come", "came", "show", "showed", "turn", "turned", "arrive", "arrived", "materialise", "materialised")
)

// nowhere tells that the clause of a trigger ends with a word by which nothing of it was: met the guest nowhere.
func (d *document) nowhere(f *frame, s *sentence) bool {
	for i := f.end; i < s.to && i < f.end+5 && !d.items[i].boundary() && !d.items[i].isPunct(','); i++ {
		if it := &d.items[i]; it.kind == itemWord && !it.quoted && d.lower(it) == "nowhere" {
			return true
		}
	}
	return false
}

// unset tells that what follows an encounter says that its day or place is still open: a meeting of the two has not been fixed.
func (d *document) unset(s *sentence, i int) bool {
	neg := false
	for end := i + 7; i < s.to && i < end && !d.items[i].boundary() && d.items[i].kind != itemPunct; i++ {
		it := &d.items[i]
		if it.kind != itemWord {
			continue
		}
		neg = neg || it.is(classNeg) || d.lower(it) == "yet"
		if neg && settled.has(d.lower(it)) {
			return true
		}
	}
	return false
}

// settled is said of a day.
var settled = setOf("fixed", "set", "agreed", "scheduled", "settled", "arranged", "decided", "confirmed", "announced", "planned")

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
