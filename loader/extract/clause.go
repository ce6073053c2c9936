package extract

import "strings"

// passRelative returns the last item of the relative clause that begins at item i, in front of a trigger at item at; i itself where
// none begins, or where the trigger may stand in it: Kaja Kallas, who might go to Brussels, received him; the commissioner who is going to deal
// with it had talks; but: who is going to meet him.
func (d *document) passRelative(s *sentence, i, at int) int {
	it := &d.items[i]
	if it.kind != itemWord || !it.is(classRelative) {
		return i
	}
	if i > s.from && d.lower(it) == "that" && d.items[i-1].is(classSay) {
		return i // she said that he will come
	}
	for j := i + 1; j < at; j++ {
		if d.items[j].isPunct(',') {
			return j
		}
		if d.items[j].boundary() {
			return i
		}
	}
	v := d.verbOf(at, i)
	if v-i < 3 || !d.pastForm(v) { // too near to be another clause's
		return i
	}
	if b := &d.items[v-1]; b.is(classBe|classFuture|classModal|classAnd|classNeg|classTo) || strings.HasSuffix(d.lower(b), "have") {
		return i // who might have met him, who came and met him
	}
	return v - 1
}

// verbOf is the verb that goes with a trigger at item at: the trigger itself, or for a noun the verb of holding in front of it.
func (d *document) verbOf(at, from int) int {
	if d.items[at].is(classTalk | classMeeting | classCall) {
		for j := at - 1; j > from && j >= at-3; j-- {
			if d.items[j].kind == itemWord && d.items[j].is(classHold) {
				return j
			}
		}
	}
	return at
}

// nextClause tells that a clause with a subject of its own begins at item i, perhaps with its day: and on Saturday he meets the premier.
func (d *document) nextClause(s *sentence, i int) bool {
	if i+2 < s.to && d.items[i].kind == itemPerson && !d.items[i].possessive && d.items[i-2].isPunct(',') && auxiliaries.has(d.lower(&d.items[i+1])) {
		return true // received by him on Monday, and she did not fail to mention it
	}
	for ; i+1 < s.to; i++ {
		switch it := &d.items[i]; {
		case it.is(classPronoun) && !it.is(classHis):
			return d.items[i+1].kind == itemWord && !it.quoted && it.word != d.lex.pronouns.them
		case it.kind != itemWeekday && it.kind != itemMonth && it.kind != itemNumber && (it.kind != itemWord || !it.is(classIn|classAbout|classDay|classSeparate)):
			return false
		}
	}
	return false
}

// clauseBefore is the word that begins the clause in front of the main one in which item i stands: before he was received by A, B …; -1 where it stands in none.
func (d *document) clauseBefore(s *sentence, i int) int {
	for j := i - 1; j >= s.from && d.items[j].kind != itemPunct; j-- {
		if it := &d.items[j]; it.kind == itemWord && clauseWords.has(d.lower(it)) {
			return j
		}
	}
	return -1
}

// clauseWords begin a clause that says when the other thing was done.
var clauseWords = setOf("before", "after", "when", "while", "as", "once")

// verbBehindAside tells that a verb follows behind what stands between the comma at item i and the next: and, later on Tuesday, was received.
func (d *document) verbBehindAside(i, to int) bool {
	if !d.items[i].isPunct(',') {
		return false
	}
	for j := i + 1; j < to-1 && j <= i+6; j++ {
		if it := &d.items[j]; it.isPunct(',') {
			return d.verbAt(j + 1)
		} else if it.kind == itemPerson {
			return false
		}
	}
	return false
}

// opensClause tells that the date at item it begins, behind ‘and’, the clause in which a trigger stands: and on Saturday he meets the premier.
func (d *document) opensClause(s *sentence, it, at int) bool {
	j := it - 1
	for j > s.from && d.items[j].kind == itemWord && d.items[j].is(classIn|classAbout) {
		j--
	}
	return j > s.from && d.items[j].kind == itemWord && d.items[j].is(classAnd) && d.nextClause(s, j+1) && at-it <= 4
}

// inAside tells that a trigger says before or after which talks something else took place, and that who did that stands in front of the person at item i: she
// was received by A after talks with B.
func (d *document) inAside(s *sentence, i int, f *frame) bool {
	j := f.at
	if f.rule.name != "the.talks" {
		if !d.items[j].is(classTalk | classMeeting) {
			return false
		}
		for j--; j > i && j > f.at-4 && d.items[j].kind == itemWord && !d.items[j].is(classSubord); {
			j--
		}
	}
	if w := d.lower(&d.items[j]); j <= i || !d.object(s, i) || w != "after" && w != "before" && w != "following" {
		return false
	}
	p := &d.lex.pronouns
	for k := s.from; k < i; k++ {
		it := &d.items[k]
		acts := it.kind == itemPerson && !it.possessive || it.kind == itemWord && (it.word == p.he || it.word == p.she || it.word == p.they)
		if acts && !it.quoted && !d.object(s, k) {
			return true
		}
	}
	return false
}

// passedOver tells that the person at item i in front of a trigger is no subject of it: talked with A and was received by B. verbs tells that ‘and’ joins two verbs.
func (d *document) passedOver(f *frame, s *sentence, i int, verbs bool) bool {
	return d.addressed(s, i) || d.quotedSource(s, i) || d.agentAside(s, i, f.at) || d.accordingTo(s, i) || verbs && d.object(s, i) || d.inAside(s, i, f)
}

// auxiliaries stand behind who acts in a clause of his own.
var auxiliaries = setOf("did", "didn't", "does", "doesn't", "will", "would", "won't", "could", "can", "may", "might", "must", "should")

// relativeEnd is the comma behind the relative clause that begins behind the one at item i: with her, whom he calls a friend, he agreed. It is i where none
// begins, or ends near by.
func (d *document) relativeEnd(i, to int) int {
	const reach = 14
	if i+1 >= to || d.items[i+1].kind != itemWord || !d.items[i+1].is(classRelative) {
		return i
	}
	for j := i + 2; j < to && j < i+reach; j++ {
		if d.items[j].isPunct(',') {
			return j
		}
	}
	return i
}

// clauseOf numbers the relative clause in which item i of a sentence stands: 0 for none. Such a clause
// goes from ‘, who’ to the next comma.
func (d *document) clauseOf(s *sentence, i int) int {
	open, n := 0, 0
	for j := s.from + 1; j <= i && j < s.to; j++ {
		it := &d.items[j]
		switch {
		case it.isPunct(',') || it.isPunct('-') || it.isPunct('(') || it.isPunct(')') || it.isPunct(':') || it.isPunct(';'):
			open = 0
		case it.kind == itemWord && it.is(classRelative) && d.items[j-1].kind == itemPunct:
			n++
			open = n
		}
	}
	return open
}
