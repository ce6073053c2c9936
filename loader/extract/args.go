package extract

import (
	"slices"
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
		if len(fo.pair) == 0 || fo.pairSent != f.sent {
			f.weight = 0
			return
		}
		f.add(fo.pair[0])
		f.kind = fo.pairKind
	} else {
		d.leftSide(f, s, fo)
	}
	d.rightSide(f, s, fo)
	for i := f.at; i < f.end; i++ { // people inside the pattern
		d.argument(f, s, i, fo)
	}
	if f.rule.weight >= 4 && len(f.people) > 0 && !d.international(f) {
		d.sameSentence(f, s)
	}
}

// leftSide takes the subject: the nearest list of people in front of the trigger.
func (d *document) leftSide(f *frame, s *sentence, fo *focus) {
	found, crossed := 0, 0
	for i := f.at - 1; i >= s.from && i > f.at-40; i-- {
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
			if it.is(classPronoun) && (found > 0 || crossed > 0 && it.word == d.lex.words["them"]) {
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
		}
	}
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
	for j := i + 1; j < to && j <= i+3; j++ {
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
			if i+1 < s.to && d.lower(it) == "as" && d.lower(&d.items[i+1]) == "did" {
				continue
			}
			if found == 0 && (it.kind == itemPunct && it.word == '-' || i == f.end && it.is(classRelative)) {
				continue
			}
			return
		case it.is(classSay) && it.kind == itemWord && i > f.end && d.items[i-1].is(classPerson):
			return
		case it.is(classSeparate) && it.kind == itemWord && found > 0 && d.thenWith(i, s.to):
			return
		case it.cls&(classPerson|classGroup|classGroup3) != 0 && !it.possessiveOf(d, i, s.to) || it.is(classPronoun) && i <= f.end+1 && it.word != d.lex.words["they"] && it.word != d.lex.words["he"] && it.word != d.lex.words["she"]:
			if it.quoted != d.items[f.at].quoted {
				continue
			}
			if i+1 < s.to && d.items[i+1].kind == itemWord && d.items[i+1].is(classSay) && found > 0 {
				return
			}
			if p := &d.items[i-1]; p.kind == itemWord && p.is(classFor|classAbout|classFrom|classOf) && !p.is(classWith) && !(p.is(classOf) && i-2 >= f.at && d.items[i-2].is(classTalk|classMeeting)) {
				continue
			}
			if d.argument(f, s, i, fo) {
				found++
			}
		}
	}
}

// speaks tells that the person at item i is the one who says something: a spokesman, a reporter's source.
func (d *document) speaks(i, to int) bool {
	for j := i + 1; j < to && j <= i+2; j++ {
		if d.items[j].kind == itemWord && d.items[j].is(classSay) {
			return true
		}
	}
	return false
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

// argument adds whoever item i means to the frame and tells whether it was anybody.
func (d *document) argument(f *frame, s *sentence, i int, fo *focus) bool {
	it := &d.items[i]
	switch {
	case it.kind == itemPerson:
		if d.minor(&d.people[it.ref]) && (f.rule.weight < 6 || d.speaks(i, s.to)) {
			return false
		}
		f.add(it.ref)
		return true
	case it.kind == itemRole:
		return d.roleArgument(f, s, i, fo)
	case it.is(classGroup | classGroup3):
		if len(fo.pair) >= 2 {
			for _, p := range fo.pair {
				f.add(p)
			}
		} else {
			for _, p := range fo.recent[:min(2, len(fo.recent))] {
				f.add(p)
			}
		}
		f.group = true
		return true
	case it.is(classPronoun):
		if i+2 < s.to && d.items[i+1].is(classAnd) && d.items[i+2].kind == itemPerson { // he and Zelensky: somebody else
			for _, p := range fo.recent {
				if p != d.items[i+2].ref && !d.minor(&d.people[p]) && d.partyOfPerson(&d.people[p]) != d.partyOfPerson(&d.people[d.items[i+2].ref]) {
					f.add(p)
					return true
				}
			}
		}
		for j := i - 1; j >= s.from; j-- { // somebody named in the same sentence comes first
			if p := &d.items[j]; p.kind == itemPerson && !p.possessive && !f.has(p.ref) && p.quoted == it.quoted {
				f.add(p.ref)
				return true
			}
		}
		if hero := d.hero; hero >= 0 && !f.has(hero) && slices.Contains(fo.recent[:min(3, len(fo.recent))], hero) {
			f.add(hero)
			f.filled = true
			return true
		}
		if fo.subject >= 0 && !f.has(fo.subject) {
			f.add(fo.subject)
			f.filled = true
			return true
		}
	case it.is(classFirst):
		if d.speaker >= 0 {
			f.add(d.speaker)
			return true
		}
	}
	return false
}

// roleArgument finds who ‘the Estonian prime minister’ or ‘his host’ is.
func (d *document) roleArgument(f *frame, s *sentence, i int, fo *focus) bool {
	it := &d.items[i]
	if it.plural {
		return false
	}
	name := ""
	if it.office != 0 {
		name = d.lex.offices[it.office-1].name
	}
	if name == "leader" && it.party == "" { // his counterpart, her host: the other one
		for _, p := range fo.pair {
			if !f.has(p) {
				f.add(p)
				return true
			}
		}
		for _, p := range fo.recent {
			if !f.has(p) && p != fo.subject {
				f.add(p)
				f.filled = true
				return true
			}
		}
		return false
	}
	if p := d.whoIs(it); p >= 0 {
		f.add(p)
		return true
	}
	if it.party != "" && !slices.Contains(f.parties, it.party) {
		f.parties = append(f.parties, it.party)
		return true
	}
	return false
}

// whoIs returns the person of the article whom a role means, the one named most often; -1 for nobody.
func (d *document) whoIs(it *item) int32 {
	best, seen := int32(-1), 0
	for k := range d.people {
		p := &d.people[k]
		if d.roleFits(it, p) && p.mentions > seen && !it.former {
			best, seen = int32(k), p.mentions //nolint:gosec // a few people an article.
		}
	}
	return best
}
