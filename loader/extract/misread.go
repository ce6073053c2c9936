package extract

import "strings"

// owned are the rules whose words tell of no encounter where what follows the person is a thing of his.
var owned = setOf("receive", "see", "see.at", "listened", "heard.out", "across.from", "carpet", "after.seeing", "ran.into", "confronted")

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
		return true // gave the floor to "President A"
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

// wishedFor tells that what the two in front of item end ‘had’ was a wish or a duty: A and B had wanted to come.
func (d *document) wishedFor(s *sentence, end int) bool {
	w := d.lower(&d.items[end-1])
	return (w == "had" || w == "has" || w == "have") && end < s.to && d.items[end].kind == itemWord && d.items[end].is(classModal)
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
	case "phoned":
		if last := &d.items[end-1]; last.kind == itemRole && last.plural {
			return true // called leaders of the region to dinner
		}
		if end < s.to && !d.items[i].quoted && (d.items[end].quoted || d.items[end].is(classThe) || epithets.has(d.lower(&d.items[end]))) {
			return true // called him ‘a friend’
		}
		return d.calledTo(i, end)
	case "pair":
		return d.wishedFor(s, end)
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

// epithets are words behind somebody who is called something: called him too radical.
var epithets = setOf("too", "my", "mr", "mister", "president", "sir", "friend", "comrade", "brother", "crazy", "weak", "out")

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
