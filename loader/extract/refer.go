package extract

import "slices"

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

// speaks tells that the person at item i is the one who says something: a spokesman, a reporter's source.
func (d *document) speaks(i, to int) bool {
	for j := i + 1; j < to && j <= i+2; j++ {
		if d.items[j].kind == itemWord && d.items[j].is(classSay) {
			return true
		}
	}
	return false
}
