package extract

import "slices"

// Who ‘the two’ are, once somebody has come or gone.

// newcomer adds the only one whom the paragraph names in front of item i, and the guest of those who met before it: the president drove with her to the castle. At
// the villa the head of the government, Petr Fiala, had cake, and the two talked. It tells whether the group word means them.
func (d *document) newcomer(f *frame, s *sentence, i int, fo *focus) bool {
	if len(fo.pair) != 2 || !d.ofTwo(i) || d.sents[fo.pairSent].para == s.para || s.zone != zoneProse {
		return false
	}
	one := int32(-1)
	for k := f.sent; k > fo.pairSent && d.sents[k].para == s.para; k-- {
		t := &d.sents[k]
		for j := t.from; j < min(t.to, i) && t.named > 0; j++ {
			it := &d.items[j]
			if it.kind != itemPerson || it.quoted || it.ref == one {
				continue
			}
			if one >= 0 || it.possessive || d.minor(&d.people[it.ref]) || d.speaksOrIsAway(t, j) {
				return false
			}
			one = it.ref
		}
	}
	if one < 0 || slices.Contains(fo.pair, one) {
		return false
	}
	home := d.partyOfPerson(&d.people[one])
	guest := fo.pair[0]
	if d.partyOfPerson(&d.people[guest]) == home {
		guest = fo.pair[1]
	} else if d.partyOfPerson(&d.people[fo.pair[1]]) != home {
		return false
	}
	if d.partyOfPerson(&d.people[guest]) == home {
		return false
	}
	f.add(one)
	f.add(guest)
	return true
}

// speaksOrIsAway tells that what stands behind the person at item i is that he says something, or is or went somewhere: called it a success, was in Riga.
func (d *document) speaksOrIsAway(s *sentence, i int) bool {
	if i+2 >= s.to || d.items[i+1].kind != itemWord {
		return false
	}
	it := &d.items[i+1]
	return it.is(classSay|classVisit) || it.is(classBe) && d.items[i+2].is(classIn)
}

// stayedOn adds the two of three who met and of whom one left in front of item i: she left; the two went on alone. It tells whether the group word means them.
func (d *document) stayedOn(f *frame, s *sentence, i int, fo *focus) bool {
	if len(fo.pair) != 3 || !d.ofTwo(i) {
		return false
	}
	gone := int32(-1)
	for j := s.from; j+1 < i && j <= s.from+2; j++ {
		if !leaving.has(d.lower(&d.items[j+1])) {
			continue
		}
		w := d.lower(&d.items[j])
		for _, p := range fo.pair {
			if q := d.refOf(j); q == p || q < 0 && (w == "he" || w == "she") && d.woman(p) == (w == "she") {
				if gone >= 0 {
					return false
				}
				gone = p
			}
		}
	}
	if gone < 0 {
		return false
	}
	for _, p := range fo.pair {
		if p != gone {
			f.add(p)
		}
	}
	return true
}

// leaving say behind somebody that he went, and the others stayed: she left.
var leaving = setOf("left", "departed", "withdrew", "went")
