package extract

import (
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

// guestBefore tells that the person at item j is one of several encounters, and not who had the next, of whom the pronoun at item i tells: after A he saw
// B; between A and lunch she had C.
func (d *document) guestBefore(j, i int) bool {
	if !afterWords.has(d.lower(&d.items[j-1])) {
		return false
	}
	n := &d.items[j+1]
	return j+1 == i || n.isPunct(',') || n.is(classAnd)
}

// afterWords stand in front of one guest where another is told: after A he saw B.
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
