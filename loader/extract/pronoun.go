package extract

import (
	"slices"
	"strings"

	"entente/model"
	"entente/text"
)

// oppositeParty is the party of whom the words of a trigger, or those right behind them, name as the other side of he or she at item i in front of it; empty
// for nobody. He stood beside the chancellor: no countryman of his.
func (d *document) oppositeParty(f *frame, i int) model.Party {
	if i >= f.at {
		return ""
	}
	for j := f.at; j < min(f.end+2, len(d.items)); j++ {
		if it := &d.items[j]; it.kind == itemPerson && !it.possessive && !it.quoted {
			return d.partyOfPerson(&d.people[it.ref])
		}
	}
	return ""
}

// eachOther tells that what they did, who stand in front of a trigger, they did with each other: they met for the first time.
func (d *document) eachOther(f *frame, s *sentence) bool {
	if !d.items[f.at].is(classMeet) {
		return false
	}
	for i := f.end; i < s.to && i < f.end+4 && !d.items[i].boundary() && !d.items[i].isPunct(','); i++ {
		if it := &d.items[i]; it.is(classPerson|classPronoun|classWith|classGroup) || it.kind == itemName {
			return false
		}
	}
	return true
}

// travelled returns those of whom a sentence says that they came with somebody: Lammy flew to Kyiv with the American minister and the Polish
// one; she, whom the text speaks of, was accompanied by A and B. They saw the president.
func (d *document) travelled(s *sentence, subject int32) []int32 {
	one, moved := int32(-1), false
	for i := s.from; i < s.to; i++ {
		switch it := &d.items[i]; {
		case it.quoted || it.boundary():
			return nil
		case it.kind == itemPerson && one < 0:
			if it.possessive || i > s.from+4 {
				return nil
			}
			one = it.ref
		case one < 0 && i == s.from && subject >= 0 && (d.lower(it) == "he" || d.lower(it) == "she") && d.agrees(subject, d.lower(it)):
			one = subject
		case it.kind == itemPerson && moved && (d.items[i-1].is(classWith|classBy) || companionWords.has(d.lower(&d.items[i-1]))):
			return d.cameAlong(s, one, i)
		case it.kind == itemPerson:
			return nil
		case it.kind == itemWord && one >= 0 && (it.is(classVisit) && d.pastForm(i) || d.lower(it) == "accompanied"):
			moved = true
		case it.kind == itemWord && it.is(classMeet|classReceive|classTalk):
			return nil
		}
	}
	return nil
}

// cameAlong is somebody and the list of those who came along, of which item i is the first; nil where one of them leads no delegation.
func (d *document) cameAlong(s *sentence, one int32, i int) []int32 {
	list := []int32{one}
	for ; i < s.to; i++ {
		it := &d.items[i]
		if it.kind != itemPerson {
			continue
		}
		if it.possessive || it.ref == one || d.minor(&d.people[it.ref]) {
			return nil
		}
		if list = append(list, it.ref); !d.listed(i, s.to) {
			break
		}
	}
	return list
}

// andHe is who stands in front of ‘and he’ at item i: the Belgian premier, Alexander De Croo, and he signed it. He is somebody else. -1 for nobody.
func (d *document) andHe(s *sentence, i int) int32 {
	j := i - 2
	if j <= s.from || !d.items[i-1].is(classAnd) || d.items[i].word != d.lex.pronouns.he && d.items[i].word != d.lex.pronouns.she {
		return -1
	}
	if d.items[j].isPunct(',') {
		j--
	}
	if it := &d.items[j]; it.kind == itemPerson && !it.possessive && !it.quoted {
		return it.ref
	}
	return -1
}

// otherIn is the first of another party than somebody whom a sentence names or tells by office in front of item i; -1 for nobody.
func (d *document) otherIn(s *sentence, i int, p int32) int32 {
	for j := s.from; j < i; j++ {
		if it := &d.items[j]; it.quoted || it.possessive {
			continue
		}
		if q := d.refOf(j); q >= 0 && q != p && d.partyOfPerson(&d.people[q]) != d.partyOfPerson(&d.people[p]) {
			return q
		}
	}
	return -1
}

// untoldBefore gives a frame whom the sentence behind it names with ‘It was’.
func (d *document) untoldBefore(f *frame, party model.Party) bool {
	if d.houseMeant(f, party) {
		return true
	}
	p := d.itWas(f.sent+1, party)
	if p < 0 {
		return false
	}
	f.add(p)
	f.far = true
	return true
}

// itWas is whom a sentence brings in behind one that leaves the other side untold: The prime minister took a call on Monday. It was Petr Pavel. It is -1 where
// there is nobody of another party.
func (d *document) itWas(k int, party model.Party) int32 {
	if k >= len(d.sents) || d.sents[k].zone != zoneProse {
		return -1
	}
	s := &d.sents[k]
	if s.to-s.from < 3 || d.lower(&d.items[s.from]) != "it" || !d.items[s.from+1].is(classBe) {
		return -1
	}
	it := &d.items[s.from+2]
	if it.kind != itemPerson || it.possessive && !d.comes(s, s.from+2) || it.quoted || d.partyOfPerson(&d.people[it.ref]) == party {
		return -1
	}
	return it.ref
}

// agrees tells that he or she may mean a person. Whom the list of women's names
// does not know may still be a woman, unless the tables hold the name.
func (d *document) agrees(ref int32, word string) bool {
	switch word {
	case "he", "him":
		return !d.woman(ref)
	case "she", "her":
		p := &d.people[ref]
		return d.woman(ref) || p.row < 0
	}
	return true
}

func (d *document) woman(ref int32) bool {
	name := d.people[ref].name
	given, _, _ := strings.Cut(text.Fold(name), " ")
	return d.lex.women[given] || given == "queen" || given == "princess"
}

// readWomen reads the given names of women.
func (l *lexicon) readWomen() error {
	l.women = map[string]bool{}
	return eachRow("women.tsv", 2, func(_ int, c []string) error {
		for name := range strings.SplitSeq(c[1], ";") {
			l.women[name] = true
		}
		return nil
	})
}

// namedNext is whom the main clause names of whom the clause in front of it said he or she: before he was received by Xi, Blinken held talks. -1 for nobody.
func (d *document) namedNext(f *frame, s *sentence, i int, word string) int32 {
	if i+1 >= s.to || word != "he" && word != "she" || d.clauseBefore(s, i) < 0 {
		return -1
	}
	for j := i + 1; j+2 < s.to; j++ {
		if !d.items[j].isPunct(',') {
			continue
		}
		p := &d.items[j+1]
		if p.kind != itemPerson || p.possessive || p.quoted != d.items[i].quoted || d.items[j+2].kind != itemWord || f.has(p.ref) || !d.agrees(p.ref, word) {
			return -1
		}
		return p.ref
	}
	return -1
}

// guestBefore tells that the person at item j is one of several encounters, and not who had the next, of whom the pronoun at item i tells: after Scholz he saw
// Macron; between Scholz and lunch she had Orbán.
func (d *document) guestBefore(j, i int) bool {
	if !afterWords.has(d.lower(&d.items[j-1])) {
		return false
	}
	n := &d.items[j+1]
	return j+1 == i || n.isPunct(',') || n.is(classAnd)
}

var afterWords = setOf("after", "before", "between", "besides", "beside", "unlike", "like", "than")

// guestInFront is such a one in front of item i; -1 for nobody.
func (d *document) guestInFront(s *sentence, i int) int32 {
	for j := s.from + 1; j < i; j++ {
		if d.items[j].kind == itemPerson && d.guestBefore(j, i) {
			return d.items[j].ref
		}
	}
	return -1
}

// officeBehind tells that the one whom item i names ends a list, and that only what he is stands behind him between commas: and Helga Vos, the foreign minister,
// were in town.
func (d *document) officeBehind(i, to int) bool {
	if i+2 >= to || !d.items[i+1].isPunct(',') {
		return false
	}
	j := d.overThe(i+2, to)
	it := &d.items[j]
	if it.kind != itemRole || it.plural || j+1 < to && !d.items[j+1].isPunct(',') || j+2 < to && d.items[j+2].is(classPerson|classAnd) {
		return false
	}
	return d.roleFits(it, &d.people[d.items[i].ref])
}

// sideOf are those of one other party than theirs whom a paragraph names in front of item i, two at least: António Costa: …. Kallas: …. Zelensky, who had them in
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

// withLeader is a list with whom it came behind ‘with’, and a comma: Rubio led the American side, with A and B.
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

// leadsParty tells that the office at item i is that of who leads a party and no country: the leader of the CDU.
func (d *document) leadsParty(i int) bool {
	it := &d.items[i]
	if it.office == 0 || d.lex.offices[it.office-1].name != "leader" || i+2 >= len(d.items) || !d.items[i+1].is(classOf) || d.items[i+1].kind != itemWord {
		return false
	}
	j := d.overThe(i+2, len(d.items))
	return d.items[j].kind == itemName && !d.items[j].is(classPerson|classPlace)
}

// partyLeader is the one whom the article names who leads a party, or the opposition; -1 for nobody, or several.
func (d *document) partyLeader() int32 {
	found := int32(-1)
	for k := range d.people {
		p := &d.people[k]
		if o, ok := d.roleOf(p); (ok && strings.HasSuffix(o.Title, "leader") || p.office == "opposition leader") && p.mentions > 0 {
			if found >= 0 {
				return -1
			}
			found = int32(k)
		}
	}
	return found
}

// onlyBefore is whom ‘he’ or ‘she’ at item i means, with which a sentence begins: the only one whom the sentence in front of it names, in its paragraph. It is -1
// where that names nobody, or several.
func (d *document) onlyBefore(k, i int, word string) int32 {
	if k == 0 || i != d.sents[k].from || d.sents[k-1].para != d.sents[k].para || word != "he" && word != "she" {
		return -1
	}
	one := d.peopleIn(&d.sents[k-1])
	if len(one) != 1 || d.minor(&d.people[one[0]]) || !d.agrees(one[0], word) {
		return -1
	}
	return one[0]
}
