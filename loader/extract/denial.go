package extract

import (
	"slices"
	"strings"

	"entente/model"
)

// deniedThat tells that the clause in which a trigger stands is what somebody denies: diplomats deny that A and B met; it is not
// true that he rang her; there is no proof that they talked.
func (d *document) deniedThat(s *sentence, at int) bool {
	that := -1
	for i := at - 1; i > s.from && i >= at-listReach && that < 0 && s.marks&markThat != 0; i-- {
		it := &d.items[i]
		if it.kind == itemPunct && !it.isPunct(',') {
			return false
		}
		if it.kind == itemWord && d.lower(it) == "that" {
			that = i
		}
	}
	for i := that - 1; i >= s.from && i >= that-6; i-- {
		it := &d.items[i]
		if it.kind == itemPunct && !it.isPunct('-') {
			return false
		}
		w := d.lower(it)
		if it.kind != itemWord || it.quoted {
			continue
		}
		if hearsay.has(w) && d.calledFalse(s, at) {
			return true
		}
		if denials.has(w) {
			return i == s.from || !d.items[i-1].is(classNeg)
		}
		if unproven.has(w) && (i > s.from && d.items[i-1].is(classNeg) || i-1 > s.from && d.items[i-2].is(classNeg)) {
			return true
		}
	}
	return false
}

var (
	// denials are verbs and words behind which stands what is not so.
	denials = setOf("deny", "denies", "denied", "denying", "rejects", "rejected", "dismisses", "dismissed", "refutes", "refuted",
		"rebuts", "rebutted", "untrue", "false", "nonsense", "lie", "fiction", "invention", "myth", "disputes", "disputed", "doubts", "doubted")
	// unproven are words behind which, with a negation in front, stands what is not known to be so.
	unproven = setOf("true", "truth", "proof", "evidence", "sign", "indication", "confirm", "confirmed", "confirmation", "claim", "case", "trace", "record")
)

// hearsay stands in front of ‘that’ and of what somebody has told.
var hearsay = setOf("report", "reports", "claim", "claims", "story", "stories", "rumour", "rumours", "rumor", "rumors", "allegation", "allegations", "news")

// calledFalse tells that what stands behind an item calls it false: the report that they had talked was pure fiction.
func (d *document) calledFalse(s *sentence, at int) bool {
	for i := at + 1; i < s.to; i++ {
		if it := &d.items[i]; it.kind != itemWord || it.quoted || !it.is(classBe) {
			continue
		}
		for j := i + 1; j < s.to && j <= i+4; j++ {
			if it := &d.items[j]; it.kind == itemWord && (it.is(classOff) || denials.has(d.lower(it))) {
				return !d.items[j-1].is(classNeg)
			}
		}
	}
	return false
}

// auxiliary tells that the last word of a trigger only begins a verb that is denied: A and B have not spoken.
func (d *document) auxiliary(f *frame, s *sentence) bool {
	return f.end < s.to && d.items[f.end].is(classNeg) && perfect.has(d.lower(&d.items[f.end-1]))
}

// yetTo tells that ‘yet to’ stands in front of a trigger: he has yet to meet her, she is yet to be received by him.
func (d *document) yetTo(s *sentence, at int) bool {
	i := at - 1
	if d.items[at].is(classFuture) { // to be received is one item
		return i >= s.from && d.lower(&d.items[i]) == "yet"
	}
	if i > s.from && d.items[i].is(classBe) {
		i--
	}
	return i > s.from && d.items[i].is(classTo) && d.lower(&d.items[i-1]) == "yet"
}

// noContact tells that the negation at item i is of an encounter: did not exchange a word, has no plans to call him.
func (d *document) noContact(s *sentence, i int) bool {
	if it := &d.items[i]; !it.is(classNeg) || it.quoted || d.clauseOf(s, i) != 0 {
		return false
	}
	for j := i + 1; j < s.to && j <= i+4 && d.items[j].kind == itemWord && !d.items[j].boundary(); j++ {
		it := &d.items[j]
		switch d.lower(it) {
		case "exchange", "exchanged", "shake", "greet", "glance", "handshake", "see", "contact":
			return true
		}
		if it.is(classMeet | classMeeting | classTalk | classCall | classSpeak | classPhoned) {
			return true
		}
	}
	return false
}

// metNobody tells that what stands behind the trigger says that it was nobody: has met neither of them, spoke to no one.
func (d *document) metNobody(f *frame, s *sentence) bool {
	i := f.end
	if i < s.to && i == f.at+1 && d.items[i].is(classWith|classTo) {
		i++
	}
	if i >= s.to || d.items[i].kind != itemWord {
		return false
	}
	switch d.lower(&d.items[i]) {
	case "nobody":
		return i+2 >= s.to || !uninformed.has(d.lower(&d.items[i+1])) && !uninformed.has(d.lower(&d.items[i+2])) // of whose journey nobody had known
	case "neither", "none":
		return true
	case "no":
		return i+1 < s.to && d.lower(&d.items[i+1]) == "one"
	}
	return false
}

// uninformed are verbs behind ‘nobody’ of who was not told, and not of who met nobody: of which nobody knew.
var uninformed = setOf("knew", "known", "told", "informed", "noticed", "expected", "announced", "warned", "heard", "saw")

// denyFlatly takes for called off what the text says right behind it did not take place, without naming anybody: There was no such call. No
// meeting took place.
func (d *document) denyFlatly(frames []frame, events []event) {
	for k := range d.sents {
		s := &d.sents[k]
		if s.zone != zoneProse && s.zone != zoneTitle || !d.saysNone(s) {
			continue
		}
		if s.zone == zoneTitle {
			d.denyNamed(s, events)
			continue
		}
		last := -1
		for i := range events {
			e := &events[i]
			if e.status != model.StatusHeld || e.back || len(e.people) != 2 {
				continue
			}
			for _, n := range e.frames {
				if f := &frames[n]; f.sent < k && k-f.sent <= denialReach && (last < 0 || f.sent >= events[last].first) {
					last = i
				}
			}
		}
		if last >= 0 {
			events[last].status = model.StatusOff
		}
	}
}

// denyNamed takes for called off the encounter of those whom a headline names which says that there was none: there was no call of A and B.
func (d *document) denyNamed(s *sentence, events []event) {
	named := d.peopleIn(s)
	for i := range events {
		e := &events[i]
		if len(e.people) == 2 && !e.back && slices.Contains(named, e.people[0]) && slices.Contains(named, e.people[1]) {
			e.status = model.StatusOff
		}
	}
}

// denialReach is how many sentences such a denial stands behind what it denies.
const denialReach = 3

// saysNone tells that a sentence begins by saying that there was no call, or that none took place.
func (d *document) saysNone(s *sentence) bool {
	if s.marks&markFew == 0 {
		return false
	}
	i := s.from
	for j := i + 1; s.zone == zoneTitle && j+1 < s.to && j <= i+3; j++ {
		if d.items[j].isPunct(':') {
			i = j + 1 // Castle: there was no call
		}
	}
	if i < s.to && d.items[i].isPunct('"') {
		i++
	}
	there := i+2 < s.to && d.lower(&d.items[i]) == "there" && d.items[i+1].is(classBe)
	if there {
		i += 2
	}
	if i >= s.to || !strings.HasPrefix(d.lower(&d.items[i]), "no ") && d.lower(&d.items[i]) != "no" {
		return false
	}
	for j := i; j < s.to && j <= i+2; j++ {
		if it := &d.items[j]; it.kind == itemPerson && there {
			i++ // there was no call; there was no Duda–Tusk call
			continue
		} else if it.kind != itemWord || !it.is(classTalk|classMeeting|classCall|classOff) {
			continue
		}
		if there {
			return j+1 >= s.to || d.items[j+1].kind == itemPunct || d.items[j+1].is(classWith|classBetween)
		}
		for n := j + 1; n < s.to && n <= j+3; n++ {
			switch d.lower(&d.items[n]) {
			case "took", "place", "happened", "occurred", "held":
				return true
			}
		}
	}
	return false
}

// litotes tells that ‘without’ in front of a trigger is denied itself: did not leave without seeing her.
func (d *document) litotes(s *sentence, at int) bool {
	for i := min(at+1, s.to-1); i > s.from && i >= at-3; i-- {
		if d.lower(&d.items[i]) != "without" {
			continue
		}
		for j := i - 1; j >= s.from && j >= i-8 && d.items[j].kind != itemPunct; j-- {
			if d.items[j].is(classNeg) {
				return true
			}
		}
	}
	return false
}
