package extract

import (
	"strings"

	"entente/model"
)

// boundary tells that the item ends a clause.
func (it *item) boundary() bool {
	if it.kind == itemPunct {
		return it.word == ';' || it.word == ':' || it.word == '-'
	}
	return it.kind == itemWord && it.is(classRelative|classSubord)
}

// behindPreposition tells that the person at item i is the object of a preposition that makes nobody a participant.
func (d *document) behindPreposition(s *sentence, i int) bool {
	if i == s.from {
		return false
	}
	p := &d.items[i-1]
	if p.is(classThe|classHis) && i-1 > s.from {
		p = &d.items[i-2]
	}
	return p.kind == itemWord && p.is(classFor|classAbout|classFrom|classIn|classTo|classOf|classBy|classThank) && !p.is(classWith|classBetween)
}

// arguments finds who stands at the two sides of a trigger.
func (d *document) arguments(f *frame, s *sentence, fo *focus) {
	if f.rule.name == "then.with" {
		switch {
		case len(fo.pair) > 0 && fo.pairSent == f.sent:
			f.add(fo.pair[0])
			f.kind = fo.pairKind
		case d.wentBefore(s, f.at):
			d.leftSide(f, s, fo)
			f.kind = model.KindMeeting
		default:
			f.weight = 0
			return
		}
	} else {
		d.leftSide(f, s, fo)
	}
	d.rightSide(f, s, fo)
	for i := f.at; i < f.end; i++ { // people inside the pattern
		if i == f.at && strings.HasPrefix(f.rule.name, "host") && d.items[i].kind == itemRole {
			continue // the word itself: was the host of
		}
		d.argument(f, s, i, fo)
	}
	if strings.HasPrefix(f.rule.name, "guests") {
		d.possessor(f, s, fo)
	}
	if f.rule.weight >= 4 && len(f.people) > 0 && !d.international(f) {
		d.sameSentence(f, s)
	}
	if f.rule.weight >= 6 && len(f.people) > 0 && !d.international(f) {
		d.possessor(f, s, fo)
	}
}

// wentBefore tells that a verb of motion stands in front of item i: he went to Bucha and then to the president.
func (d *document) wentBefore(s *sentence, i int) bool {
	for j := i - 1; j >= s.from; j-- {
		if w := d.lower(&d.items[j]); w == "went" || w == "drove" || w == "walked" || d.items[j].kind == itemWord && d.items[j].is(classVisit) {
			return true
		}
	}
	return false
}

// possessor adds whom ‘his’ or ‘her’ in front of a trigger means: his guests were, her talks with him.
func (d *document) possessor(f *frame, s *sentence, fo *focus) {
	for i := f.at - 1; i >= s.from && i >= f.at-2; i-- {
		it := &d.items[i]
		word := d.lower(it)
		if it.kind != itemWord || word != "his" && word != "her" {
			continue
		}
		if word == "his" {
			word = "he"
		}
		for _, p := range append([]int32{fo.subject}, fo.recent...) {
			if p >= 0 && !f.has(p) && d.agrees(p, word) && !d.minor(&d.people[p]) {
				f.add(p)
				return
			}
		}
	}
}

// leftSide takes the subject: the nearest list of people in front of the trigger.
func (d *document) leftSide(f *frame, s *sentence, fo *focus) {
	found, crossed := 0, 0
	if d.items[f.at].kind == itemPerson && f.at > s.from && d.items[f.at-1].kind == itemPunct {
		found = 1 // the trigger begins with the subject: only who is listed with it
	}
	for i := d.overRelative(s, f.at) - 1; i >= s.from && i > f.at-40; i-- {
		it := &d.items[i]
		switch {
		case it.boundary():
			if found > 0 {
				return
			}
			f.relative = f.relative || crossed == 0 && it.is(classRelative)
			crossed++
			if crossed > 2 {
				return
			}
		case it.cls&(classPerson|classGroup|classGroup3|classPronoun|classFirst) != 0 && !it.possessiveOf(d, i, s.to):
			if it.quoted != d.items[f.at].quoted {
				continue
			}
			if found > 0 && (!d.listed(i, s.to) || i > s.from && d.items[i-1].is(classBy) && !d.items[f.at].is(classBy)) {
				return // hosted by him, they met: the host is no part of the list
			}
			if it.is(classPronoun) && (found > 0 && !d.listed(i, s.to) || crossed > 0 && it.word == d.lex.pronouns.them) {
				continue
			}
			if it.kind == itemPerson && d.behindPreposition(s, i) && found == 0 && !d.items[i-1].is(classBy) {
				if d.items[i-1].is(classTo) || d.items[i-1].is(classFrom) || d.items[i-1].is(classAbout) || d.items[i-1].is(classFor) {
					continue
				}
			}
			if d.argument(f, s, i, fo) {
				found++
			}
			if i+1 < s.to && it.kind == itemPerson && d.lower(&d.items[i+1]) == "first" {
				return // dials Putin first and Zelenskyy next
			}
		}
	}
}

// overRelative returns the item in front of which the subject of a trigger
// stands: a relative clause that ends right before it is passed over. In ‘Iwaya,
// minister in the cabinet that Ishiba formed, was received’ that is Iwaya.
func (d *document) overRelative(s *sentence, at int) int {
	i := at - 1
	for i > s.from && i > at-4 && d.items[i].kind == itemWord && d.items[i].is(classBe|classHold|classSeparate) && !d.items[i].boundary() {
		i--
	}
	if i <= s.from || !d.items[i].isPunct(',') {
		return at
	}
	for j := i - 1; j > s.from && j > i-25; j-- {
		it := &d.items[j]
		if it.kind == itemPunct && !it.isPunct(',') {
			return at
		}
		if it.kind == itemWord && it.is(classRelative) {
			if p := &d.items[j-1]; p.kind == itemWord && p.is(classSay) {
				return at // said that X, Y and Z met
			}
			return j
		}
	}
	return at
}

// sameSentence gives a frame with one side the only other person of the sentence who speaks for another party.
func (d *document) sameSentence(f *frame, s *sentence) {
	other := int32(-1)
	party := d.partyOfPerson(&d.people[f.people[0]])
	for i := s.from; i < s.to; i++ {
		it := &d.items[i]
		if it.kind != itemPerson || it.quoted != d.items[f.at].quoted || f.has(it.ref) || d.partyOfPerson(&d.people[it.ref]) == party || it.possessiveOf(d, i, s.to) {
			continue
		}
		if other >= 0 && other != it.ref {
			return
		}
		if i > s.from && d.items[i-1].kind == itemWord && d.items[i-1].is(classFrom|classAbout|classFor) && !d.items[i-1].is(classTo) {
			continue
		}
		other = it.ref
	}
	f.add(other)
}

// listed tells that the person at item i is joined to the next one: by a comma or ‘and’.
func (d *document) listed(i, to int) bool {
	for j := i + 1; j < to && j <= i+4; j++ {
		it := &d.items[j]
		if it.is(classPerson) {
			return true
		}
		if !it.isPunct(',') && !it.is(classAnd|classThe|classWith) {
			return false
		}
	}
	return false
}

// possessiveOf tells that somebody is named only as the owner of something that is no talk: ‘Kallas's party’.
func (it *item) possessiveOf(d *document, i, to int) bool {
	if !it.possessive {
		return false
	}
	for j := i + 1; j < to && j <= i+4; j++ {
		if d.items[j].is(classTalk | classMeeting | classCall | classVisit | classReceive | classSpeak) {
			return false
		}
	}
	return true
}

// rightSide takes the people behind the trigger up to the end of its clause.
func (d *document) rightSide(f *frame, s *sentence, fo *focus) {
	found, inside := 0, 0
	for i := f.at; i < f.end; i++ {
		if d.items[i].is(classPerson) {
			inside++
		}
	}
	for i := f.end; i < s.to && i < f.end+60; i++ {
		it := &d.items[i]
		switch {
		case f.relative && it.isPunct(',') && found+inside > 0 && i+1 < s.to && !d.items[i+1].is(classPerson|classAnd):
			return
		case it.boundary():
			if w := d.lower(it); i+1 < s.to && (w == "as" || w == "so") && d.lower(&d.items[i+1]) == "did" {
				continue
			}
			if found == 0 && (it.kind == itemPunct && it.word == '-' || i == f.end && it.is(classRelative)) {
				continue
			}
			return
		case it.is(classSay) && it.kind == itemWord && i > f.end && d.items[i-1].is(classPerson):
			return
		case it.is(classSeparate) && it.kind == itemWord && found > 0 && (d.thenWith(i, s.to) || d.lower(it) == "separately" && i+1 < s.to && (d.items[i-1].is(classAnd) || d.items[i-1].isPunct(','))):
			return
		case it.cls&(classPerson|classGroup|classGroup3) != 0 && !it.possessiveOf(d, i, s.to) || it.is(classPronoun) && i <= f.end+1 && it.word != d.lex.pronouns.they && it.word != d.lex.pronouns.he && it.word != d.lex.pronouns.she:
			if it.quoted != d.items[f.at].quoted {
				continue
			}
			if i+1 < s.to && d.items[i+1].kind == itemWord && d.items[i+1].is(classSay) && found > 0 {
				return
			}
			if p := &d.items[i-1]; p.kind == itemWord && p.is(classFor|classAbout|classFrom|classOf) && !p.is(classWith) && !(p.is(classOf) && found > 0 && d.items[i-2].is(classAnd) && d.items[i-3].kind == itemPerson && f.has(d.items[i-3].ref)) && !(p.is(classOf) && i-2 >= f.at && d.items[i-2].is(classTalk|classMeeting)) {
				continue
			}
			if d.argument(f, s, i, fo) {
				found++
			}
		}
	}
}

// thenWith tells that ‘afterwards with’ or ‘later to’ begins another encounter at item i.
func (d *document) thenWith(i, to int) bool {
	for j := i + 1; j < to && j <= i+2; j++ {
		if d.items[j].is(classWith | classTo) {
			return true
		}
	}
	return false
}
