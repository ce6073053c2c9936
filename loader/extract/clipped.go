package extract

import "strings"

// clipped tells that the trigger stands in quotation marks without a subject, as posts have it: “Good meeting with her today”, “Met with
// him”, “We had good talks with him”. What is wished for, denied or yet to come is none.
func (d *document) clipped(f *frame, s *sentence) bool {
	if !d.items[f.at].quoted || f.rule.weight < 6 {
		return false
	}
	for i := f.at - 1; i >= s.from && i >= f.at-clippedReach; i-- {
		it := &d.items[i]
		w := d.lower(it)
		switch {
		case it.isPunct('"'):
			return true
		case w == "no" || w == "i" || w == "we" && !d.withOther(f):
			return false
		case it.kind == itemName || w == "we" || it.kind == itemWord && (it.cls == 0 || it.is(classThe|classHold)):
		default:
			return false
		}
	}
	return d.items[s.from].quoted && f.at-s.from <= clippedReach
}

// clippedReach is how many words a post has at most in front of the word for an encounter: Very good and useful talks.
const clippedReach = 6

// teller is who says the words in quotation marks at item i of sentence k, by a verb of saying or by a colon in front of them: Kallas: “Good talks with him”.
func (d *document) teller(k, i int) int32 {
	s := &d.sents[k]
	for j := i - 1; j > s.from+1 && d.items[i].quoted; j-- {
		if d.items[j].isPunct('"') && d.items[j-1].isPunct(':') {
			if p := d.refOf(j - 2); p >= 0 {
				return p
			}
		}
	}
	return d.sayer(k, i)
}

// withOther tells that the words of a trigger say with whom: we talked with him; but: we met in Narva.
func (d *document) withOther(f *frame) bool {
	for i := f.at; i <= f.end && i < len(d.items); i++ {
		if d.items[i].kind == itemWord && d.items[i].is(classWith) {
			return true
		}
	}
	return false
}

// ofMine tells that a rule's words tell of an encounter where I is in front of them: I met her, I saw him; “I call on them” is no call.
func (r *rule) ofMine() bool {
	return (r.weight >= 6 || strings.HasPrefix(r.name, "see")) && r.name != "call"
}

// ofTeller tells that the item is the I or the We of somebody who tells of his own encounter: I met her, we had talks with her.
func (d *document) ofTeller(f *frame, it *item) bool {
	w := d.lower(it)
	return f.rule.ofMine() && (w == "i" || w == "we" && d.withOther(f))
}

// noteOfTalks tells that a sentence begins with talks that nobody is told to have: In the afternoon, talks with the premier. Lunch with A.
func (d *document) noteOfTalks(f *frame) bool {
	s := &d.sents[f.sent]
	if f.rule.name != "meeting.with" || f.left > 0 || s.zone != zoneProse || f.at > s.from+4 {
		return false
	}
	for i := s.from; i < f.at; i++ {
		if it := &d.items[i]; it.kind == itemWord && !it.is(classIn|classThe|classDay|classSeparate|classAnd) && it.cls != 0 || it.is(classPerson|classNeg) {
			return false
		}
	}
	return true
}

// added adds somebody to a frame, if anybody.
func (f *frame) added(p int32) bool {
	f.add(p)
	return p >= 0
}

// bothOf are the two of two parties whom a sentence names and then calls both or the two: A looked at B, and both of them laughed. Nil where there are none.
func (d *document) bothOf(s *sentence) []int32 {
	if s.cls&classGroup == 0 || s.zone != zoneProse {
		return nil
	}
	for i := s.to - 1; i > s.from; i-- {
		if it := &d.items[i]; !it.is(classGroup) || it.quoted || !pairWords.has(d.lower(it)) || d.items[i-1].is(classBe) { // they are both sixty
			continue
		}
		if i+1 < s.to && (d.items[i+1].is(classPerson|classThe) || d.countsThings(s, i)) {
			continue
		}
		who := d.inFront(s, i)
		if len(who) == 2 && d.partyOfPerson(&d.people[who[0]]) != d.partyOfPerson(&d.people[who[1]]) {
			return who
		}
		return nil
	}
	return nil
}
