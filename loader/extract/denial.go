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
		return i+2 >= s.to || !known.has(d.lower(&d.items[i+1])) && !known.has(d.lower(&d.items[i+2])) // of whose journey nobody had known
	case "neither", "none":
		return true
	case "no":
		return i+1 < s.to && d.lower(&d.items[i+1]) == "one"
	}
	return false
}

// known are what nobody did who was not told.
var known = setOf("knew", "known", "told", "informed", "noticed", "expected", "announced", "warned", "heard", "saw")

// lastMet tells that a trigger is told as the last one of its kind: when the two last met; the last time that he saw her.
func (d *document) lastMet(f *frame, s *sentence) bool {
	for i := f.at; i < f.end; i++ {
		it := &d.items[i]
		if it.is(classMeet|classSpeak) && !it.is(classMeeting|classTalk) && (i > s.from && d.lower(&d.items[i-1]) == "last" || strings.HasPrefix(d.lower(it), "last ")) {
			return true
		}
	}
	for i := f.at - 1; i > s.from && i >= f.at-8 && d.items[i].kind != itemPunct && s.marks&markFew != 0; i-- {
		if d.lower(&d.items[i]) == "last time" {
			return d.items[i-1].is(classThe) && (i-2 < s.from || !d.items[i-2].is(classFor))
		}
	}
	return false
}

// datedInFull tells that a sentence has a day of a month.
func (d *document) datedInFull(sent int) bool {
	from, to := d.datesIn(sent)
	for k := from; k < to; k++ {
		if d.dates[k].form == formFull || d.dates[k].form == formNoYear {
			return true
		}
	}
	return false
}

// owned are the rules whose words tell of no encounter where what follows the person is a thing of his.
var owned = setOf("receive", "see", "see.at", "listened", "heard.out", "across.from", "carpet", "after.seeing", "ran.into", "confronted")

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
	if i+1 < s.to && strings.HasPrefix(d.lower(&d.items[i+1]), "paths ") && d.items[i+1].is(classOff) {
		return true // their paths did not cross
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

// manyTimes tells that the encounters at items i up to end are counted and none of them told: eighty-odd conversations with him,
// dozens of calls.
func (d *document) manyTimes(i, end int) bool {
	for j := max(i, 1); j < end; j++ {
		it := &d.items[j]
		if it.kind != itemWord || !it.is(classTalk|classMeeting|classCall) {
			continue
		}
		if w := d.lower(&d.items[j-1]); w == "every" || w == "any" {
			return true
		}
		if !strings.HasSuffix(d.lower(it), "s") {
			continue
		}
		b := j - 1
		if b > 0 && d.items[b].is(classOf) {
			b--
		}
		if countless.has(d.lower(&d.items[b])) {
			return true
		}
		if n := &d.items[b]; n.kind == itemNumber && n.last-n.first == 1 && len(d.lower(n)) > 1 && b == j-1 {
			return true // 23 meetings
		}
	}
	return false
}

// countless are words for a number that nobody counts one by one.
var countless = setOf("odd", "dozens", "dozen", "scores", "hundreds", "countless", "numerous", "frequent", "regular", "innumerable")

// inVain tells that waiting, at items i up to end, is for something to happen: waited for him to decide, waited for two hours for him.
func (d *document) inVain(s *sentence, i, end int) bool {
	return end > i+3 || end < s.to && d.items[end].is(classTo)
}

// misread tells that a rule's words, from item i up to end, mean something else than an encounter: he welcomed her decision,
// received her letter.
func (d *document) misread(r *rule, s *sentence, i, end int) bool {
	last := &d.items[end-1]
	about := last.is(classPerson) && end-2 > i+1 && d.lower(&d.items[end-2]) == "about"
	if about && strings.HasSuffix(r.name, ".with") && d.items[i].is(classSpeak|classTalk|classMeeting) {
		return true // talked to pupils about him
	}
	if last.is(classPerson) && end+1 < s.to && d.lower(&d.items[end]) == "or" && d.items[end+1].is(classPerson) {
		return true // hopes for a word with the one or the other
	}
	if last.is(classPerson) && end-2 > i && exceptions.has(d.lower(&d.items[end-2])) || d.misreadAs(r, s, i, end) {
		return true
	}
	if d.manyTimes(i, end) || d.kinOf(s, end) || last.kind == itemPerson && last.quoted && !d.items[i].quoted {
		return true // gave the floor to "President Putin"
	}
	if r.name == "call.from" && last.kind == itemRole && last.party == "" {
		return true // a call from the minister of the interior
	}
	if !owned.has(r.name) || last.kind != itemPerson || !last.possessive || end >= s.to {
		return false
	}
	it := &d.items[end]
	return it.kind == itemWord && !it.is(classVisit|classTalk|classMeeting|classAnd) && it.cls&classPerson == 0 && i < end
}

// misreadAs is what misread asks of single rules.
func (d *document) misreadAs(r *rule, s *sentence, i, end int) bool {
	switch r.name {
	case "waited.for":
		return d.inVain(s, i, end)
	case "meet":
		return d.metAnybody(s, end) || d.bodyMeets(s, i)
	case "side.by", "pair.for":
		return d.withVerb(i, end) // they stand side by side in the polls, waited for an hour
	case "phoned.him":
		return d.herSomebody(s, end) // rang her colleague
	case "present.to":
		return d.lower(&d.items[i]) == "handed" && d.lower(&d.items[i+1]) == "over" && d.items[i+2].is(classTo) // handed over to his successor
	case "call":
		return d.homeCall(s, end)
	case "phoned":
		if last := &d.items[end-1]; last.kind == itemRole && last.plural {
			return true // called leaders of the region to dinner
		}
		if end < s.to && !d.items[i].quoted && (d.items[end].quoted || d.opensQuote(end) || d.items[end].is(classThe) || named.has(d.lower(&d.items[end]))) {
			return true // called him ‘a friend’
		}
		return d.calledTo(i, end)
	case "hold.talks":
		return d.helping(s, i) && end-1 > i+3 // had been a key player in the talks
	case "hours.with":
		for j := i - 1; j >= s.from && j >= i-4; j-- {
			if d.items[j].kind == itemWord && d.items[j].is(classSpeak) {
				return true // spoke for an hour with her: on the telephone, maybe
			}
		}
	case "discuss.with":
		return d.talksOfOthers(s, i+1, end) // discussed the outcome of his talks in Paris with her
	case "receive", "receive.far":
		w := d.lower(&d.items[i])
		return (w == "hosts" || w == "host") && i > s.from && d.items[i-1].is(classHis|classThe|classOf) // nor did his hosts care to discuss it
	case "meeting.of":
		return end-2 > i+1 && d.items[end-2].is(classBy) && d.items[end-2].kind == itemWord
	case "told":
		return d.items[i+1].is(classBy) && d.lower(&d.items[i]) == "asked" && end < s.to && d.items[end].is(classTo) // asked by him to make the case
	case "reception.by":
		return i+1 < s.to && d.items[i+1].is(classOf) // the reception of the plan by her
	case "will.be.with":
		return !d.staysWith(s, i, end)
	case "visit.in":
		return d.slain(s, i, end) // the killing of the general in Tehran
	}
	return false
}

// metAnybody tells that what stands behind ‘met’ at item i is nobody of whom it is news: met everybody there, sat down for an interview with her.
func (d *document) metAnybody(s *sentence, i int) bool {
	if i < s.to && anybody.has(d.lower(&d.items[i])) {
		return true
	}
	for j := i; j < min(s.to, i+6) && !d.items[j].is(classPerson); j++ {
		if d.lower(&d.items[j]) == "interview" {
			return true
		}
	}
	return false
}

// withVerb tells that a verb stands behind the two who are named between two items: with nothing but a comma, they are told as together.
func (d *document) withVerb(from, to int) bool {
	for j := to - 1; j > from; j-- {
		if d.items[j].kind == itemPerson {
			return j+1 < to && d.items[j+1].kind == itemWord && !d.items[j+1].is(classFor) && d.lower(&d.items[j+1]) != "side" && d.lower(&d.items[j+1]) != "shoulder"
		}
	}
	return false
}

// anybody are words for people whom nobody names.
var anybody = setOf("everyone", "everybody", "anyone", "anybody", "someone", "somebody", "people")

// named are words behind somebody who is called something: called him too radical.
var named = setOf("too", "my", "mr", "mister", "president", "sir", "friend", "comrade", "brother", "crazy", "weak", "out")

// helping tells that item i is a verb that only helps the next one: had been, has agreed to, have made.
func (d *document) helping(s *sentence, i int) bool {
	switch d.lower(&d.items[i]) {
	case "has", "had", "have", "having":
	default:
		return false
	}
	for j := i + 1; j < s.to && j <= i+3; j++ {
		w := d.lower(&d.items[j])
		switch {
		case strings.HasSuffix(w, "ed") || w == "been" || thrown.has(w):
			return true
		case d.items[j].kind != itemWord || d.items[j].is(classTalk|classMeeting|classThe):
			return false
		}
	}
	return false
}

// thrown are participles of strong verbs that stand in front of what was not held: has thrown doubt on the talks.
var thrown = setOf("made", "thrown", "given", "taken", "put", "shown", "seen", "become", "come", "gone", "done", "said", "told", "left", "brought", "kept", "set")

// slain tells that the words around the person at item i, whose place ends before item end, say that they were killed or died there.
func (d *document) slain(s *sentence, i, end int) bool {
	for j := max(s.from, i-5); j < min(s.to, end+2); j++ {
		if d.items[j].kind == itemWord && deathWords.has(d.lower(&d.items[j])) {
			return true
		}
	}
	return false
}

// deathWords tell of somebody's end.
var deathWords = setOf("killed", "killing", "assassinated", "assassination", "murdered", "murder", "slain", "slaying", "poisoned", "funeral")

// talksOfOthers tells that the last word for talks between two items is of those of somebody alone: his talks in Paris with her.
func (d *document) talksOfOthers(s *sentence, from, to int) bool {
	for j := to - 1; j >= from; j-- {
		w := &d.items[j]
		switch {
		case w.is(classTalk|classMeeting|classCall) && w.kind == itemWord:
			return d.ownedBySomebody(s, j)
		case w.kind == itemWord && !w.is(classWith|classIn|classThe|classDay), w.kind == itemPunct:
			return false
		}
	}
	return false
}

// opensQuote tells that item i is a mark with which a quotation begins: ‘, ', ".
func (d *document) opensQuote(i int) bool {
	it := &d.items[i]
	return it.kind == itemPunct && (it.word == '\'' || it.word == '"' || it.word == '‘' || it.word == '“' || it.word == '«')
}
