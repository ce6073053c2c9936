package extract

import "strings"

// Who is named in an article about a gathering, and was not there.

// stayedAway lists those of whom the text, up to a sentence, says that they did not come to the gathering of which it tells.
func (d *document) stayedAway(upTo int) (away []int32) {
	for k := range d.sents {
		s := &d.sents[k]
		if s.zone != zoneProse && s.zone != zoneTitle || s.index > upTo || s.cls&classNotHere == 0 {
			continue
		}
		for i := s.from + 1; i < s.to; i++ {
			if it := &d.items[i]; it.kind != itemWord || it.quoted || !it.is(classNotHere) || i+1 < s.to && notAlone.has(d.lower(&d.items[i+1])) {
				continue
			}
			if p := d.whoOf(s, i); p >= 0 && !d.staysAbroad(s, i, p) {
				away = append(away, p)
				if q := d.awayToo(s, i); q >= 0 {
					away = append(away, q)
				}
			}
		}
	}
	return away
}

// awayToo is who was not there either, by the words behind item i: A stayed away, B of Slovakia too; -1 for nobody.
func (d *document) awayToo(s *sentence, i int) int32 {
	who := int32(-1)
	for j := i + 1; j < s.to && j <= i+8; j++ {
		switch it := &d.items[j]; {
		case it.kind == itemPerson && !it.quoted && !it.possessive && who < 0:
			who = it.ref
		case d.lower(it) == "too" || d.lower(it) == "likewise":
			return who
		case it.kind == itemPunct && who >= 0, it.isPunct(';'):
			return -1
		}
	}
	return -1
}

// staysAbroad tells that ‘stayed in’ at item i is of a place abroad, where somebody is a guest.
func (d *document) staysAbroad(s *sentence, i int, p int32) bool {
	if i+1 >= s.to || !strings.HasSuffix(d.lower(&d.items[i]), " in") {
		return false
	}
	n := &d.items[i+1]
	return n.is(classPlace) && n.party != "" && n.party != d.partyOfPerson(&d.people[p])
}

// notAlone are words behind ‘did not come’ of somebody who came: did not come by himself, empty-handed.
var notAlone = setOf("by", "alone", "empty", "empty-handed", "without", "only", "just")

// whoOf is the person right in front of item i, within the same clause; -1 for nobody.
func (d *document) whoOf(s *sentence, i int) int32 {
	for j := i - 1; j >= s.from && j > i-12; j-- {
		it := &d.items[j]
		switch {
		case it.kind == itemPerson:
			if it.possessive || it.quoted {
				return -1
			}
			return it.ref
		case it.isPunct(',') || it.boundary() && !d.saysOfHimself(s, j):
			return -1
		}
	}
	return -1
}

// saysOfOthers tells that item i is a verb of speaking, and that what is said is not of the one who says it: warned Russia must not count on that.
func (d *document) saysOfOthers(s *sentence, i int) bool {
	if it := &d.items[i]; it.kind != itemWord || !it.is(classSay) || i+2 >= s.to {
		return false
	}
	for j := i + 1; j <= i+2; j++ {
		switch d.lower(&d.items[j]) {
		case "he", "she", "not", "to":
			return false
		}
	}
	return true
}

// saysOfHimself tells that ‘that he’ stands at item i: he let it be known that he would stay in Baku.
func (d *document) saysOfHimself(s *sentence, i int) bool {
	if d.lower(&d.items[i]) != "that" || i+1 >= s.to {
		return false
	}
	w := d.lower(&d.items[i+1])
	return w == "he" || w == "she"
}

// notInvited tells that a clause behind the person at item i says that he was not there: who stayed away.
func (d *document) notInvited(s *sentence, i int) bool {
	if i+2 >= s.to || !d.items[i+1].isPunct(',') || d.lower(&d.items[i+2]) != "who" {
		return false
	}
	for j := i + 3; j < s.to && j < i+10 && !d.items[j].isPunct(','); j++ {
		if d.items[j].is(classAbsent | classNotHere) {
			return true
		}
	}
	return false
}

// meantToBe tells that a sentence tells in front of its people of what was only meant to be: the talks were meant to bring together A and B.
func (d *document) meantToBe(s *sentence) bool {
	for i := s.from; i < s.to && !d.items[i].is(classPerson); i++ {
		it := &d.items[i]
		if w := d.lower(it); it.kind == itemWord && !it.quoted && neverWas.has(w) {
			return true
		}
	}
	return false
}

// neverWas are words for what was only meant to be.
var neverWas = setOf("meant to", "supposed to", "was to have", "were to have")

// absentBehind tells that the words behind the person at item i say that he was not there: had a cold, let it be known that he would stay in Baku.
func (d *document) absentBehind(s *sentence, i int) bool {
	others := false // said Europe must not count on that
	for j := i; j < s.to && j < i+9; j++ {
		others = others || j > i && d.saysOfOthers(s, j)
		if d.items[j].is(classAbsent|classNotHere) || j < i+5 && !others && d.denies(s, j) {
			return true
		}
		if j > i && d.items[j].boundary() && d.items[j].word != uint32('-') && !d.saysOfHimself(s, j) {
			return d.absentAfterClause(s, j)
		}
	}
	return false
}

// absentAfterClause tells that behind the relative clause, between commas, whose first word is item i, somebody is said to have been elsewhere: Blinken, who was
// in the city the same day, sat elsewhere.
func (d *document) absentAfterClause(s *sentence, i int) bool {
	if d.items[i].isPunct(',') {
		i++
	}
	if i >= s.to || !d.items[i-1].isPunct(',') || d.lower(&d.items[i]) != "who" {
		return false
	}
	for j := i + 1; j < s.to && j < i+20; j++ {
		if !d.items[j].isPunct(',') {
			continue
		}
		for k := j + 1; k < s.to && k <= j+3; k++ {
			if it := &d.items[k]; it.is(classAbsent|classNotHere) || awayWords.has(d.lower(it)) || d.denies(s, k) {
				return true
			}
		}
		return false
	}
	return false
}
