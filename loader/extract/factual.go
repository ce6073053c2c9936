package extract

import (
	"strings"

	"entente/model"
)

// factuality decides whether the trigger tells of something that took place, is to take place, or did not.
func (d *document) factuality(f *frame, s *sentence) {
	neg, future, modal, back := false, false, false, false
	end := f.end
	if d.items[f.at].is(classTalk | classMeeting | classCall | classVisit | classGather) {
		for end < s.to && end < f.end+9 && !d.items[end].boundary() { // talks with him are planned
			end++
		}
	}
	start := max(s.from, f.at-10)
	named := d.items[f.at].is(classPerson) // a denial in front of the name belongs to what stands before
	if f.rule.name == "the.talks" {
		start = f.at
	}
	if d.items[f.at].is(classTalk | classMeeting | classCall) { // at their meeting: what was said before is no doubt about it
		for i := f.at - 1; i >= start && i >= f.at-3; i-- {
			if d.items[i].kind == itemWord && nounPrepositions.has(d.lower(&d.items[i])) {
				start = i
				break
			}
		}
	}
	never := false
	for i := start; i < end; i++ {
		it := &d.items[i]
		if it.boundary() && i < f.at && (d.lower(it) != "as" || !d.items[i+1].is(classThe)) {
			neg, future, modal = false, false, it.is(classModal) // if he met her
			continue
		}
		if it.kind != itemWord {
			continue
		}
		if i >= f.end && !it.is(classFuture) {
			continue
		}
		neg = neg || it.is(classNeg) && i >= f.at-4 && (!named || i >= f.at)
		never = never || neg && (d.lower(it) == "never" || it.is(classNeg) && i > s.from && perfect.has(d.lower(&d.items[i-1])))
		never = never || it.is(classNeg) && perfectNot.has(d.lower(it))
		future = future || it.is(classFuture)
		never = never || it.is(classFuture) && (d.lower(it) == "was to" || d.lower(it) == "were to") && i+1 < s.to && d.lower(&d.items[i+1]) == "have"
		modal = modal || it.is(classModal) && i >= f.at-7
		back = back || it.is(classRemember|classBackground)
	}
	if f.at > s.from+1 && d.items[f.at-1].is(classTo) && d.items[f.at].is(classMeet|classReceive|classVisit|classSpeak|classSign|classDiscuss|classHold) {
		if d.items[f.at-2].is(classBe) || s.zone == zoneTitle {
			future = true // is to meet; Zelensky to visit Poland
		} else if d.items[f.at].is(classMeet | classReceive | classSpeak) {
			f.weight -= 2
		}
	}
	off := d.offNear(f, s)
	modal = modal || d.asked(s) || d.wouldBehind(f, s)
	back = back || d.longBefore(s, f.at)
	for i := s.from; i < s.to; i++ {
		back = back || d.items[i].is(classBackground|classRemember)
	}
	if s.zone == zoneBackground {
		f.weight -= 5
		back = true
	}
	if future && d.pastForm(f.at) {
		future = false
	}
	f.back = back
	if back {
		f.weight -= 4
	}
	if d.items[f.at].quoted && !f.first {
		f.weight -= 4
	}
	switch {
	case never: // had never met before: nothing that was called off
		f.back = true
		f.weight -= 10
	case neg || off:
		f.status = model.StatusOff
	case future:
		f.status = model.StatusPlanned
	case modal:
		f.doubtful = true
		f.weight -= 4
	}
}

// perfect forms with a negation tell what had not been before: no encounter that was called off.
var perfect = setOf("had", "has", "have", "having")

var perfectNot = setOf("hadn't", "hasn't", "haven't")

// pastForm tells that the trigger is a verb in the past: whatever will be stands elsewhere in the sentence.
func (d *document) pastForm(i int) bool {
	it := &d.items[i]
	const verbs = classMeet | classReceive | classSpeak | classSign | classDiscuss | classVisit | classHold | classGreet | classPhoned | classRule | classJoin
	if it.kind != itemWord || it.last-it.first != 1 || !it.is(verbs) {
		return false
	}
	if i > 0 && d.items[i-1].kind == itemWord && d.items[i-1].is(classBe|classFuture) {
		w := d.lower(&d.items[i-1])
		return w != "be" && w != "to" && !d.items[i-1].is(classFuture)
	}
	w := d.lower(it)
	return strings.HasSuffix(w, "ed") || irregularPast.has(w)
}

var irregularPast = setOf(
	"met", "spoke", "held", "saw", "sat", "took", "came", "flew", "had", "told", "rang", "led", "began", "went", "shook",
)

// nounPrepositions stand in front of an encounter that is taken as given: after talks, at a meeting.
var nounPrepositions = setOf("at", "in", "after", "during", "following", "on", "over", "by")

// offNear tells that words for a cancellation stand in the trigger's clause.
func (d *document) offNear(f *frame, s *sentence) bool {
	for i := f.at - 1; i >= s.from && i >= f.at-9 && !d.items[i].boundary(); i-- {
		if d.items[i].is(classOff) && d.items[i].kind == itemWord {
			return true
		}
	}
	for i := f.at; i < s.to && i < f.end+9 && !d.items[i].boundary(); i++ {
		if d.items[i].is(classOff) && d.items[i].kind == itemWord {
			return true
		}
	}
	return false
}

// asked tells that a sentence is a question.
func (d *document) asked(s *sentence) bool {
	return s.zone == zoneProse && d.items[s.to-1].isPunct('?') && interrogative.has(d.lower(&d.items[s.from]))
}

// interrogative are the words with which a question begins; behind other words only its last clause asks.
var interrogative = setOf("who", "whom", "what", "when", "where", "why", "how", "which", "did", "do", "does", "is", "are", "was", "were",
	"will", "would", "can", "could", "has", "have", "had", "should", "may", "might", "if")

// wouldBehind tells that ‘would’ follows an encounter that is thought of: what a meeting of A and B would mean.
func (d *document) wouldBehind(f *frame, s *sentence) bool {
	if !d.items[f.at].is(classTalk | classMeeting | classCall) {
		return false
	}
	for i := f.end; i < s.to; i++ {
		it := &d.items[i]
		if it.is(classPerson|classAnd|classThe) || it.isPunct(',') {
			continue
		}
		w := d.lower(it)
		return w == "would" || w == "could" || w == "might"
	}
	return false
}

// longBefore tells that a trigger's own clause is told from weeks or more before: six weeks after he had embraced him.
func (d *document) longBefore(s *sentence, at int) bool {
	for i := at - 1; i > s.from; i-- {
		it := &d.items[i]
		if it.kind == itemPunct && !it.isPunct(',') {
			return false
		}
		if w := d.lower(it); w == "after" || w == "before" {
			return longUnits.has(d.lower(&d.items[i-1]))
		}
		if it.boundary() {
			return false
		}
	}
	return false
}

var longUnits = setOf("week", "weeks", "month", "months", "year", "years", "decades")
