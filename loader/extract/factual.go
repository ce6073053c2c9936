package extract

import (
	"strings"

	"entente/model"
)

// doubts are what a clause says against its encounter having taken place.
type doubts struct {
	neg, future, modal bool
	back               bool // told as what was before
	never              bool // had never met before: nothing that was called off
}

// forget drops the doubts of a clause that is over.
func (x *doubts) forget() { x.neg, x.never, x.future, x.modal = false, false, false, false }

// factuality decides whether the trigger tells of something that took place, is to take place, or did not.
func (d *document) factuality(f *frame, s *sentence) {
	var x doubts
	from, to := d.doubtSpan(f, s)
	d.doubtsIn(&x, f, s, from, to)
	d.infinitive(&x, f, s)
	noun := d.items[f.at].is(classTalk | classMeeting | classCall)
	asked := d.asks(f, s)
	x.modal = x.modal || asked || d.onlyThought(f, s, noun)
	x.never = x.never || d.yetTo(s, f.at) || d.auxiliary(f, s)
	x.neg = x.neg || d.metNobody(f, s) || d.nowhere(f, s) || s.marks&markThat != 0 && d.deniedThat(s, f.at) || noun && d.stoodUp(f, s)
	x.neg = x.neg && !d.litotes(s, f.at)
	x.back = x.back || d.ofOld(f, s)
	x.never = x.never || s.marks&markHabit != 0 && (d.ofHabit(f, s) || d.imagined(f, s))
	if s.zone == zoneBackground {
		f.weight -= 5
		x.back = true
	}
	f.back, f.spokenOf = x.back, noun && d.toldOf(s, f)
	d.ownersOf(f, s)
	if x.back {
		f.weight -= 4
	}
	if d.items[f.at].quoted && (!f.first || f.rule.name == "told") {
		f.weight -= 4
	}
	d.decide(f, s, &x, asked)
}

// asks tells that the sentence of a trigger is a question. Most questions about a trigger are for sentences with some word or mark: where it is
// missing, here and in what follows, none is put.
func (d *document) asks(f *frame, s *sentence) bool {
	return d.items[s.to-1].isPunct('?') && (d.asked(s) || d.asksBehind(s, f.at)) || s.cls&(classFuture|classModal) != 0 && d.toReader(s, f.at)
}

// onlyThought tells that what a trigger tells of is only thought of: talks would be, remain possible.
func (d *document) onlyThought(f *frame, s *sentence, noun bool) bool {
	return noun && d.askedBehind(f, s) || (noun || f.rule.name == "visit.in") && d.wouldBehind(f, s) || d.hadHe(s)
}

// ofOld tells that what a trigger tells of was before what the article is about.
func (d *document) ofOld(f *frame, s *sentence) bool {
	return s.cls&(classBackground|classRemember) != 0 && d.longAgo(f, s) ||
		d.ofOldYear(f, s) || s.kinds.has(kindWhen) && d.ofOtherMonth(f, s) || d.backThen(f, s)
}

// decide sets the status of a trigger by the doubts about it.
func (d *document) decide(f *frame, s *sentence, x *doubts, asked bool) {
	switch {
	case x.never:
		f.back, f.doubtful = true, true
		f.weight -= 10
	case d.lastMet(f, s):
		f.back = true
		if !d.datedInFull(f.sent) {
			f.weight -= 10
		}
	case d.invitedFor(f, s):
		f.status = model.StatusPlanned
		f.weight += 3
	case d.putOff(f, s):
		f.status = model.StatusPlanned
	case x.neg || s.cls&classOff != 0 && d.offNear(f, s) || d.refusedNext(f):
		f.status = model.StatusOff
	case x.future && !d.pastForm(f.at) || d.presentAhead(f, s) || d.headed && s.zone == zoneProse && !d.pastForm(f.at):
		f.status = model.StatusPlanned
		if s.zone == zoneProse {
			d.aheadAt = f.sent
		}
		if asked { // will they meet? Nobody says so
			f.doubtful = true
			f.weight -= 4
		}
	case x.modal:
		f.doubtful = true
		f.weight -= 4
	}
}

// doubtSpan returns the items of a trigger's clause that are read for doubts about it.
func (d *document) doubtSpan(f *frame, s *sentence) (from, to int) {
	from, to = max(s.from, f.at-10), f.end
	if d.items[f.at].is(classTalk | classMeeting | classCall | classVisit | classGather) {
		for to < s.to && to < f.end+9 && !d.items[to].boundary() { // talks with him are planned
			to++
		}
	}
	switch {
	case f.rule.name == "the.talks", d.saidAtLast(f, s):
		from = f.at
	case f.rule.name == summitRule.name:
		from = s.from
	}
	if !d.items[f.at].is(classTalk | classMeeting | classCall) {
		return from, to
	}
	for i := f.at - 1; i >= from && i >= f.at-3; i-- { // at their meeting: what was said before is no doubt about it
		if d.items[i].kind == itemWord && nounPrepositions.has(d.lower(&d.items[i])) {
			return i, to
		}
		if d.items[i].is(classFor) {
			break // is due at the castle for talks
		}
	}
	return from, to
}

// doubtful are the classes of words that may cast doubt, was to have beside them: two words.
const doubtful = classNeg | classFuture | classModal | classBackground | classRemember

// untouched tells that an item changes nothing of the doubts.
func (x *doubts) untouched(it *item) bool {
	return it.kind != itemWord || !x.neg && !it.is(doubtful) && it.last-it.first != 2
}

// doubtsIn gathers the doubts that stand between two items.
func (d *document) doubtsIn(x *doubts, f *frame, s *sentence, from, to int) {
	named := d.items[f.at].is(classPerson) // a denial in front of the name belongs to what stands before
	for i := from; i < to; i++ {
		it := &d.items[i]
		if i < f.at && d.nextSubject(s, i) || it.boundary() && i < f.at && (d.lower(it) != "as" || !d.items[i+1].is(classThe)) {
			x.forget()
			x.modal = it.is(classModal) || d.proposedThat(s, i, f) // if he met her
			i = d.passRelative(s, i, f.at)
			continue
		}
		if x.untouched(it) || i >= f.end && !it.is(classFuture) {
			continue // most words
		}
		x.neg = x.neg || it.is(classNeg) && d.negates(f, i, named)
		x.never = x.never || x.neg && (d.lower(it) == "never" || it.is(classNeg) && i > s.from && perfect.has(d.lower(&d.items[i-1])))
		x.never = x.never || it.is(classNeg) && perfectNot.has(d.lower(it))
		x.future = x.future || it.is(classFuture) && (!it.is(classReceive) || !d.firstTo(s, i)) && !d.ofThingAhead(s, i) && !d.firstMeant(s, i)
		offered := i == f.at && (f.rule.name == "object.phone" || f.rule.name == "proposed.to" || it.is(classDiscuss)) // offered him condolences, is discussing it
		x.modal = x.modal || it.is(classModal) && i >= f.at-7 && !offered
		x.back = x.back || d.recalls(f.sent, i)
	}
}

// proposedThat tells that ‘that’ at item i begins what is proposed, and the trigger behind it is a verb in its plain form: suggested that
// the two meet in Prague. Who suggested that they met says that they did.
func (d *document) proposedThat(s *sentence, i int, f *frame) bool {
	if d.lower(&d.items[i]) != "that" || d.pastForm(f.at) || d.pastForm(f.end-1) || d.items[f.at].is(classTalk|classMeeting|classCall) {
		return false
	}
	for j := i - 1; j >= s.from && j >= i-6 && d.items[j].kind != itemPunct && !d.items[j].boundary(); j-- {
		if proposals.has(d.lower(&d.items[j])) {
			return true
		}
	}
	return false
}

// proposals stand in front of ‘that’ and what somebody would like to be.
var proposals = setOf("proposed", "proposes", "proposing", "proposal", "suggested", "suggests", "suggesting", "suggestion", "demanded", "demands", "demand",
	"requested", "requests", "request", "recommended", "recommends", "insisted", "insists", "urged", "asked", "idea", "wish", "condition")

// ofThingAhead tells that the word for what is to come at item i belongs to a thing and to no encounter: thanked them for the forthcoming packages.
func (d *document) ofThingAhead(s *sentence, i int) bool {
	if w := d.lower(&d.items[i]); w != "forthcoming" && w != "upcoming" {
		return false
	}
	for j := i + 1; j < s.to && j <= i+3; j++ {
		if it := &d.items[j]; it.is(classTalk | classMeeting | classVisit | classGather | classCall | classPress) {
			return false
		} else if it.kind != itemWord {
			return it.kind == itemPunct || it.is(classPerson)
		}
	}
	return true
}

// nextSubject tells that ‘and’ at item i begins a clause with somebody else as its subject: she asked for shells, and he, opposite her, nodded.
func (d *document) nextSubject(s *sentence, i int) bool {
	it := &d.items[i]
	if it.kind != itemWord || !it.is(classAnd) || i == s.from || i+2 >= s.to || !d.items[i-1].isPunct(',') {
		return false
	}
	n := &d.items[i+1]
	return n.is(classPerson) && !n.possessive && (d.items[i+2].kind == itemWord && !d.items[i+2].is(classAnd|classPerson) || d.items[i+2].isPunct(','))
}

// infinitive reads ‘to’ in front of a trigger: is to meet, Zelensky to visit Poland.
func (d *document) infinitive(x *doubts, f *frame, s *sentence) {
	it := &d.items[f.at]
	if s.zone == zoneTitle && f.end-f.at > 2 && d.lower(&d.items[f.at+1]) == "to" && d.lower(&d.items[f.at+2]) == "be" {
		x.future = true // Zelensky to be at the White House
	}
	const verbs = classMeet | classReceive | classVisit | classSpeak | classSign | classDiscuss | classHold
	if f.at <= s.from+1 || !d.items[f.at-1].is(classTo) || !it.is(verbs) && !seeing.has(d.lower(it)) {
		return
	}
	switch {
	case d.items[f.at-2].is(classBe) || s.zone == zoneTitle:
		x.future = true
	case d.firstTo(s, f.at-1):
	case it.is(classMeet | classReceive | classSpeak):
		f.weight -= 2
	}
}

// firstTo tells that ‘to’ at item i goes on from ‘the first prime minister in six years’: to sit down with him is what he did.
func (d *document) firstTo(s *sentence, i int) bool {
	for j := i - 1; j > s.from && j >= i-9 && !d.items[j].boundary(); j-- {
		if w := d.low(d.items[j].first); (w == "first" || w == "latest" || w == "last" || w == "only" || w == "turn") && d.items[j-1].is(classThe|classHis) {
			return true
		}
	}
	return false
}

// perfect forms with a negation tell what had not been before: no encounter that was called off.
var perfect = setOf("had", "has", "have", "having")

// perfectNot are such forms with the negation in them: hadn’t met.
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

// irregularPast are past forms that do not end in ‘ed’: met, spoke.
var irregularPast = setOf(
	"met", "spoke", "held", "saw", "sat", "took", "came", "flew", "had", "told", "rang", "led", "began", "went", "shook",
)

// nounPrepositions stand in front of an encounter that is taken as given: after talks, at a meeting.
var nounPrepositions = setOf("at", "in", "after", "during", "following", "on", "over", "by")

// wouldBehind tells that ‘would’ follows an encounter that is thought of: what a meeting of A and B would mean.
func (d *document) wouldBehind(f *frame, s *sentence) bool {
	if !d.items[f.at].is(classTalk|classMeeting|classCall) && f.rule.name != "visit.in" {
		return false
	}
	for i := f.end; i < s.to; i++ {
		it := &d.items[i]
		if it.is(classPerson|classAnd|classThe|classPlace) || it.isPunct(',') || it.kind == itemWord && it.is(classIn|classOf) && !it.is(classTo) {
			continue
		}
		w := d.lower(it)
		if (w == "remains" || w == "remain" || it.is(classBe)) && i+1 < s.to && thinkable.has(d.lower(&d.items[i+1])) {
			return true // a meeting in Brussels remains possible
		}
		return w == "would" || w == "could" || w == "might"
	}
	return false
}

// thinkable is said of an encounter of which nobody knows whether it will be.
var thinkable = setOf("possible", "conceivable", "unlikely", "thinkable", "uncertain", "imaginable", "doubtful", "improbable")

// negates tells that the denial at item i is one of a trigger, which may begin with a name.
func (d *document) negates(f *frame, i int, named bool) bool {
	return i >= f.at-4 && (!named || i >= f.at) && !d.ofOwnVerb(i, f.at) && !d.endsAside(i, f.at)
}

// endsAside tells that the denial at item i is the last word of a clause in front of a trigger: she, who knows what works and what doesn't, met him.
func (d *document) endsAside(i, at int) bool {
	return i+2 <= at && strings.HasSuffix(d.lower(&d.items[i]), "n't") && d.items[i+1].isPunct(',') && (i+2 == at || !d.items[i+3].isPunct(','))
}

// ofOwnVerb tells that the denial at item i is of a verb of its own, behind which a finite one stands in front of a trigger: what he
// could not bring was explained to her.
func (d *document) ofOwnVerb(i, at int) bool {
	for j := i + 2; j < at; j++ {
		if it := &d.items[j]; it.kind == itemWord && it.is(classBe) && d.items[j-1].kind == itemWord && !d.items[j-1].is(classNeg|classRelative) {
			switch d.lower(it) {
			case "was", "were", "is", "are":
				return true
			}
		}
	}
	return false
}
