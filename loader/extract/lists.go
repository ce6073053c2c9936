package extract

import (
	"slices"

	"entente/model"
)

// listed tells that the person at item i is joined to the next one: by a comma or ‘and’.
func (d *document) listed(i, to int) bool {
	i = d.overPost(i, to)
	for j, last := i+1, i+4; j < to && j <= last; j++ {
		it := &d.items[j]
		if it.is(classPerson) {
			return j != i+2 || !d.items[i+1].isPunct(',') || !d.endsClause(i, to)
		}
		if it.is(classFrom) && j+2 < to && j > i+1 { // and, from the Netherlands, B
			if k := d.overThe(j+1, to); d.items[k].kind == itemCountry {
				j, last = k, k+2
				continue
			}
		}
		if !it.isPunct(',') && !it.is(classAnd|classThe|classWith) {
			return false
		}
	}
	return false
}

// overThe is the item behind ‘the’ at item i, or i itself.
func (d *document) overThe(i, to int) int {
	if i+1 < to && d.items[i].kind == itemWord && d.items[i].is(classThe) {
		return i + 1
	}
	return i
}

// overPost returns the item in front of the comma behind what a list says of the person at item i between commas: A, foreign affairs, and B, defence; A, who
// is new, and B. It is i where it says nothing, or tells of somebody else, or of something done.
func (d *document) overPost(i, to int) int {
	const reach = 9
	if i+2 >= to || !d.items[i].is(classPerson) || !d.items[i+1].isPunct(',') {
		return i
	}
	relative := d.items[i+2].kind == itemWord && d.items[i+2].is(classRelative)
	for j := i + 2; j < to && j <= i+reach; j++ {
		switch it := &d.items[j]; {
		case it.isPunct(',') && j > i+2:
			if j+1 < to && d.items[j+1].is(classAnd) {
				return j - 1
			}
			return i
		case it.kind == itemPerson || it.kind == itemPunct || it.is(classAnd|classPronoun) || (j > i+2 || !relative) && it.boundary():
			return i
		case !relative && it.kind == itemWord && (it.is(classBe|classSay|classMeet|classVisit|classHold|classReceive) || d.pastForm(j)):
			return i
		}
	}
	return i
}

// listGoesOn tells that the next one of a list stands at item i: somebody, or ‘and’ and somebody.
func (d *document) listGoesOn(i, to int) bool {
	if i < to && d.items[i].is(classAnd) {
		i++
	}
	i = d.overAside(i, to)
	for i < to && d.items[i].kind == itemWord && d.items[i].is(classThe|classHis) {
		if i++; i < to {
			i = d.overEpithet(i, to)
		}
	}
	return i < to && d.items[i].kind == itemPerson && (i+1 >= to || !d.items[i+1].is(classSay))
}

// overEpithet returns the item of whom the words from item i on, behind ‘the’, describe in front of a comma: the youngest of all, Daniel Noboa; i where
// they describe nobody.
func (d *document) overEpithet(i, to int) int {
	for j := i; j+1 < to && j <= i+3; j++ {
		if it := &d.items[j]; it.isPunct(',') && d.items[j+1].kind == itemPerson {
			return j + 1
		} else if it.kind != itemWord || it.boundary() {
			break
		}
	}
	return i
}

// overAside returns the item behind what a list sets off for one side of a table, at item i: and, on the Ukrainian side, by.
func (d *document) overAside(i, to int) int {
	if i >= to || !d.items[i].isPunct(',') {
		return i
	}
	for j := i + 1; j < to && j <= i+7; j++ {
		if it := &d.items[j]; it.isPunct(',') {
			for j++; j < to && d.items[j].kind == itemWord && d.items[j].is(classBy); {
				j++
			}
			return j
		} else if it.is(classPerson) || it.boundary() {
			break
		}
	}
	return i
}

// overBrackets returns the last item of what stands in brackets from item i on, within a list of which somebody was named; i
// where there are none.
func (d *document) overBrackets(i, to, named int) int {
	if named == 0 || i >= to || !d.items[i].isPunct('(') {
		return i
	}
	for j := i + 1; j < to && j <= i+listReach; j++ {
		if d.items[j].isPunct(')') {
			return j
		}
	}
	return i
}

// bracketed tells that item i stands in brackets that tell of something by themselves, with a verb, and a trigger outside of them: the second summit (the
// first met last May).
func (d *document) bracketed(s *sentence, at, i int) bool {
	for j := i - 1; j > s.from && !d.items[j].isPunct(')'); j-- {
		if !d.items[j].isPunct('(') {
			continue
		}
		end := d.overBrackets(j, s.to, 1)
		if end < i || j < at && at < end {
			return false
		}
		for j++; j < end; j++ {
			if it := &d.items[j]; it.kind == itemWord && it.is(classBe|classHold|classMeet|classVisit|classReceive|classSpeak) && !it.is(classTalk|classMeeting) {
				return true
			}
		}
		return false
	}
	return false
}

// listReach is how many items a relative clause within a list may have.
const listReach = 20

// companions adds whom a sentence names with its subject before the subject itself: together with A and B, he met C.
func (d *document) companions(f *frame, s *sentence) {
	for i := s.from; i < f.at; i++ {
		if it := &d.items[i]; it.kind != itemWord || it.quoted || !companionWords.has(d.lower(it)) {
			continue
		}
		for j := i + 1; j < f.at && !d.items[j].boundary(); j++ {
			switch it := &d.items[j]; {
			case it.kind == itemPerson:
				f.add(it.ref)
			case it.is(classPronoun) || it.kind == itemWord && it.is(classMeet|classVisit|classHold):
				return
			}
		}
		return
	}
}

var companionWords = setOf("together with", "along with", "alongside")

// onlySomebody tells that nothing stands between two items but somebody: the prime minister, Petr Fiala.
func (d *document) onlySomebody(from, to int) bool {
	for i := from; i < to; i++ {
		if it := &d.items[i]; !it.is(classPerson|classThe|classHis|classSeparate) && !it.isPunct(',') {
			return false
		}
	}
	return true
}

// onlyListed tells that nobody was named since the list told last.
func (f *focus) onlyListed() bool {
	n := len(f.list)
	return n >= 2 && len(f.recent) >= n && allIn(f.recent[:n], f.list)
}

// listIn returns the people of the first list that stands between two items of a sentence: A, B and C.
func (d *document) listIn(from, to int) []int32 {
	var list []int32
	for i := from; i < to; i++ {
		it := &d.items[i]
		if it.kind != itemPerson || it.possessive || it.quoted || d.minor(&d.people[it.ref]) {
			continue
		}
		if len(list) > 0 || d.listed(i, to) {
			if !slices.Contains(list, it.ref) {
				list = append(list, it.ref)
			}
			if !d.listed(i, to) {
				if len(list) >= 2 {
					return list
				}
				list = list[:0]
			}
		}
	}
	return nil
}

// endsClause tells that a clause in front of the main one ends with the person at item i, and that who stands behind the comma acts alone: before seeing her, he
// had talks with the premier; after they had met A, B said so.
func (d *document) endsClause(i, to int) bool {
	if d.listed(i+2, to) {
		return false // after A, B and C had met
	}
	for j := i - 1; j >= 0 && j > i-7 && d.items[j].kind != itemPunct; j-- {
		if it := &d.items[j]; it.kind == itemWord && it.is(classSubord) && clauseWords.has(d.lower(it)) {
			return true
		}
	}
	return false
}

// sideOf are those of one other party than theirs whom a paragraph names in front of item i, two at least: A: …. B: …. C, who had them in
// for talks. It is empty where those whom it names are of several.
func (d *document) sideOf(f *frame, i int) (list []int32) {
	if len(f.people) == 0 {
		return nil
	}
	own, other := d.partyOfPerson(&d.people[f.people[0]]), model.Party("")
	for k := f.sent; k >= 0 && d.sents[k].para == d.sents[f.sent].para; k-- {
		s := &d.sents[k]
		for j := s.from; j < min(s.to, i); j++ {
			it := &d.items[j]
			if it.kind != itemPerson || it.quoted || it.possessive || f.has(it.ref) || slices.Contains(list, it.ref) {
				continue
			}
			party := d.partyOfPerson(&d.people[it.ref])
			if party == own || party == "" || other != "" && party != other {
				return nil
			}
			other = party
			list = append(list, it.ref)
		}
	}
	return list
}

// withLeader is a list with whom it came behind ‘with’, and a comma: C led the other side, with A and B.
func (d *document) withLeader(s *sentence, list []int32) []int32 {
	lead := int32(-1)
	for i := s.from; i < s.to; i++ {
		it := &d.items[i]
		switch {
		case it.kind != itemPerson || it.quoted || it.possessive:
		case it.ref == list[0]:
			if lead >= 0 && i-2 > s.from && d.items[i-1].is(classWith) && d.items[i-2].isPunct(',') && !slices.Contains(list, lead) && !d.minor(&d.people[lead]) {
				return append([]int32{lead}, list...)
			}
			return list
		case lead < 0:
			lead = it.ref
		default:
			return list
		}
	}
	return list
}

// hasAll tells that a frame has everybody of a list.
func (f *frame) hasAll(list []int32) bool { return allIn(list, f.people) }

// allIn tells that everybody of a list is among others.
func allIn(list, others []int32) bool {
	return !slices.ContainsFunc(list, func(p int32) bool { return !slices.Contains(others, p) })
}
