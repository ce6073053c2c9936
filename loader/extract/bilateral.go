package extract

// ofTwoStates tells that the gathering at item i is named after two states alone: the India-Russia summit. It is a meeting of the two.
func (d *document) ofTwoStates(s *sentence, i int) bool {
	for j := i - 1; j > s.from && j >= i-3; j-- {
		a, b := &d.items[j-1], &d.items[j]
		if !d.tokens[b.first].is(flagHyphen) {
			continue
		}
		if j-2 >= s.from && d.tokens[a.first].is(flagHyphen) {
			return false // of three
		}
		return d.ofState(a) && d.ofState(b)
	}
	return false
}

// ofState tells that an item names a state, its people or who leads it.
func (d *document) ofState(it *item) bool {
	switch it.kind {
	case itemCountry, itemDemonym:
		return !d.isBody(it.party)
	case itemPerson:
		return true
	case itemWord, itemPunct, itemNumber, itemRole, itemCity, itemVenue, itemSummit, itemMonth, itemWeekday, itemOffice, itemName:
	}
	return false
}

// asBody tells that the gathering at item i is meant as a body in which somebody holds an office: he took over at the European Council.
func (d *document) asBody(s *sentence, i int) bool {
	if g := &d.items[i]; g.kind == itemSummit || g.last-g.first < 2 || !g.is(classGather) {
		return false
	}
	for j := i - 1; j >= s.from && j >= i-4; j-- {
		switch d.lower(&d.items[j]) {
		case "over", "chief", "presidency", "president", "helm", "head", "predecessor", "successor", "seat", "chair":
			return true
		}
		if d.items[j].kind == itemRole || d.items[j].kind == itemOffice {
			return true
		}
	}
	return false
}

// homeVoice tells that somebody is named but once, in a clause about affairs at home, while somebody else leads his country's
// delegation: his mandate ends when the president decides so.
func (d *document) homeVoice(p int32, people []int32) bool {
	if d.people[p].mentions != 1 {
		return false
	}
	led := false
	for _, q := range people {
		led = led || q != p && d.people[q].mentions > 1 && d.partyOfPerson(&d.people[q]) == d.partyOfPerson(&d.people[p])
	}
	if !led {
		return false
	}
	for k := range d.sents {
		s := &d.sents[k]
		for i := s.from; i < s.to; i++ {
			if it := &d.items[i]; it.kind == itemPerson && it.ref == p {
				return i > s.from && d.items[i-1].kind == itemWord && d.items[i-1].is(classSubord|classRelative) && !d.supports(s)
			}
		}
	}
	return false
}
