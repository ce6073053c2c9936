package extract

import (
	"slices"
	"strings"

	"entente/model"
	"entente/text"
)

// introduce settles who the people are whom no table knows: somebody new in office, or of long ago.
// A title without a country takes the country of an office that the text names and nobody
// in it holds, else the country that the text speaks of and nobody speaks for. And a full name without
// a title takes such an office itself: ‘Leo Varadkar … the Taoiseach’.
func (d *document) introduce() {
	d.appositions()
	d.unite()
	for k := range d.people {
		if p := &d.people[k]; p.row < 0 && p.office != "" && len(p.surname) > 2 {
			d.recognise(int32(k), text.Fold(p.name), p.surname)
		}
	}
	role, open := d.openRole()
	for k := range d.people {
		p := &d.people[k]
		if p.row >= 0 || p.party != "" || p.former || d.minor(p) {
			continue
		}
		if open && d.lex.offices[role.office-1].name == p.office {
			p.party = role.party
			open = false
			continue
		}
		if p.party, p.guessed = d.wentTo(p), true; p.party == "" {
			p.party = d.spokenOf()
		}
	}
	if !open || d.encounterWords() < 2 { // a recipe names people too
		return
	}
	name, surname := d.fullName()
	if name == "" || !d.near(role, surname) {
		return
	}
	surname = text.Fold(surname)
	if who := d.stranger(person{row: -1, name: name, surname: surname, party: role.party, office: d.lex.offices[role.office-1].name}); who >= 0 {
		d.recognise(who, text.Fold(name), surname)
	}
}

// wentTo is the country to which a sentence says that somebody came, in front of an official whom nobody knows and who is told by office alone: the first secretary to
// travel to Cambodia to meet his counterpart, Defence Minister Tea Seiha. It is empty where it says no such thing.
func (d *document) wentTo(p *person) model.Party {
	for k := range d.sents {
		s := &d.sents[k]
		if p.first < s.first || p.first >= s.last {
			continue
		}
		colleague, to := false, model.Party("")
		for i := s.from; i < s.to && d.items[i].last <= p.first; i++ {
			it := &d.items[i]
			colleague = colleague || it.kind == itemRole && counterparts.has(d.low(it.last-1))
			if it.kind == itemCountry && !it.possessive && i > s.from+1 && d.items[i-1].is(classTo) {
				to = it.party
			}
		}
		if colleague {
			return to
		}
		return ""
	}
	return ""
}

// openRole is the one high office of the text that nobody named in it holds; false for none, or several.
func (d *document) openRole() (item, bool) {
	var found item
	some := false
	for n := range d.sents {
		s := &d.sents[n]
		if s.zone != zoneTitle && s.zone != zoneProse || s.index > 8 || !s.kinds.has(kindRole) {
			continue
		}
		for i := s.from; i < s.to; i++ {
			it := &d.items[i]
			if it.kind != itemRole || it.plural || it.former || it.quoted || it.party == "" || it.office == 0 || d.indefinite(s, i) {
				continue
			}
			p := person{row: -1, office: d.lex.offices[it.office-1].name}
			if !highOffice(&p) || some && it.party == found.party && it.office == found.office || d.whoIs(it) >= 0 {
				continue
			}
			if some {
				return found, false
			}
			found, some = *it, true
		}
	}
	return found, some
}

// indefinite tells that a role is anybody's: an American secretary of state.
func (d *document) indefinite(s *sentence, i int) bool {
	return i > s.from && (d.lower(&d.items[i-1]) == "a" || d.lower(&d.items[i-1]) == "an")
}

// near tells that a word stands within three sentences of a role.
func (d *document) near(role item, word string) bool {
	const reach = 3
	at := 0
	for k := range d.sents {
		if d.sents[k].first <= role.first && role.first < d.sents[k].last {
			at = k
		}
	}
	for k := max(at-reach, 0); k <= at+reach && k < len(d.sents); k++ {
		for i := d.sents[k].from; i < d.sents[k].to; i++ {
			if d.lower(&d.items[i]) == word {
				return true
			}
		}
	}
	return false
}

// spokenOf is the country that the text names most among those for which nobody in it speaks; empty
// when two are named as often, or none twice.
func (d *document) spokenOf() model.Party {
	var parties []model.Party
	var counts []int
	for k := range d.sents {
		s := &d.sents[k]
		if s.zone == zoneBackground || s.index > 12 {
			continue
		}
		for i := s.from; i < s.to; i++ {
			it := &d.items[i]
			names := it.kind == itemCountry || it.kind == itemDemonym || it.kind == itemCity || it.kind == itemRole && it.office != 0
			if !names || it.party == "" || d.isBody(it.party) {
				continue
			}
			n := slices.Index(parties, it.party)
			if n < 0 {
				n = len(parties)
				parties, counts = append(parties, it.party), append(counts, 0)
			}
			counts[n]++
		}
	}
	best, most, second := model.Party(""), 1, 0
	for n, p := range parties {
		switch {
		case d.spokenFor(p):
		case counts[n] > most:
			best, most, second = p, counts[n], most
		default:
			second = max(second, counts[n])
		}
	}
	if most == second {
		return ""
	}
	return best
}

// spokenFor tells that somebody in the text speaks for a party: in office on the article's day, and named with it or more than once.
func (d *document) spokenFor(p model.Party) bool {
	for k := range d.people {
		o := &d.people[k]
		if o.former || d.partyOfPerson(o) != p {
			continue
		}
		if _, holds := d.roleOf(o); o.row < 0 || holds && (o.office != "" || o.mentions > 1) {
			return true
		}
	}
	return false
}

// appositions reads ‘Odvarik Prasannath, the president of Singapore, …’: a name that no table knows in front of a high office.
func (d *document) appositions() {
	for k := range d.sents {
		s := &d.sents[k]
		if s.zone != zoneProse && s.zone != zoneTitle || !s.kinds.has(kindName) || !s.kinds.has(kindRole) {
			continue
		}
		for i := s.from; i < s.to; i++ {
			n := d.nameRun(s, i)
			if n == 0 {
				continue
			}
			j := i + n
			if j < s.to && d.items[j].isPunct(',') {
				j++
			}
			if j < s.to && d.items[j].is(classThe) {
				j++
			}
			if j == i+n || j >= s.to || !d.officeAt(j, s.to) {
				i += n - 1
				continue
			}
			name := d.span(d.items[i].first, d.items[i+n-1].last)
			p := person{row: -1, name: name, surname: text.Fold(d.span(d.items[i+n-1].first, d.items[i+n-1].last)), party: d.items[j].party}
			p.office = d.lex.offices[d.items[j].office-1].name
			if who := d.stranger(p); who >= 0 {
				d.recognise(who, text.Fold(name), p.surname)
			}
		}
	}
}

// officeAt tells that item j is a high office with its country, that nobody named holds it, and that a mark stands behind it.
func (d *document) officeAt(j, to int) bool {
	it := &d.items[j]
	if it.kind != itemRole || it.plural || it.former || it.party == "" || it.office == 0 {
		return false
	}
	p := person{row: -1, office: d.lex.offices[it.office-1].name}
	if !highOffice(&p) || d.whoIs(it) >= 0 {
		return false
	}
	return j+1 >= to || d.items[j+1].kind == itemPunct
}

// unite makes one of two people whom no table knows when one is named by a part of the other's name alone: PM Modi, Narendra Modi.
func (d *document) unite() {
	for a := 0; a < len(d.people); a++ {
		for b := a + 1; b < len(d.people); b++ {
			p, q := &d.people[a], &d.people[b]
			switch {
			case p.row < 0 && q.row < 0 && (partOf(p.name, q.name) || partOf(q.name, p.name)):
				if len(q.name) > len(p.name) {
					p.name, p.surname, p.folded = q.name, q.surname, q.folded
				}
			case p.row >= 0 && q.byGivenName(p):
			case q.row >= 0 && p.byGivenName(q):
				p.row, p.name, p.surname, p.folded = q.row, q.name, "", ""
			default:
				continue
			}
			if p.office == "" {
				p.office = q.office
			}
			if p.party == "" {
				p.party = q.party
			}
			p.mentions += q.mentions
			d.people = slices.Delete(d.people, b, b+1)
			for i := range d.items {
				switch it := &d.items[i]; {
				case it.kind != itemPerson || int(it.ref) < b:
				case int(it.ref) == b:
					it.ref = int32(a)
				default:
					it.ref--
				}
			}
			b--
		}
	}
}

// partOf tells that a name of one word is a word of another name.
// byGivenName tells that somebody of an office whom no table knows is called by the given name alone of one whom a table knows: President Joko “Jokowi” Widodo.
func (p *person) byGivenName(known *person) bool {
	given, _, more := strings.Cut(known.name, " ")
	return p.row < 0 && known.row >= 0 && p.office != "" && more && p.name == given
}

func partOf(short, long string) bool {
	short = text.Fold(short)
	for w := range strings.FieldsSeq(text.Fold(long)) {
		if w == short {
			return true
		}
	}
	return false
}

// fullName is the name in full, given name and surname, whose surname the text uses alone as well;
// of several the one that it uses most. Empty when there is none, or two are used alike.
func (d *document) fullName() (name, surname string) {
	most, even := 0, false
	for k := range d.sents {
		s := &d.sents[k]
		if s.zone != zoneProse && s.zone != zoneTitle || s.index > 6 {
			continue
		}
		for i := s.from; i < s.to; i++ {
			n := d.nameRun(s, i)
			if n == 0 {
				continue
			}
			full := d.span(d.items[i].first, d.items[i+n-1].last)
			family := d.lower(&d.items[i+n-1])
			uses := d.usesAlone(family)
			if first := d.lower(&d.items[i]); d.usesAlone(first) > uses { // the surname stands first in the east of Asia
				family, uses = first, d.usesAlone(first)
			}
			i += n - 1
			switch {
			case uses == 0 || full == name:
			case uses > most:
				name, surname, most, even = full, family, uses, false
			case uses == most:
				even = true
			}
		}
	}
	if even {
		return "", ""
	}
	return name, surname
}

// nameRun counts the words of what looks like a full name at item i: two or three capitalised
// words that no table knows, with nothing before them that makes them part of something else.
func (d *document) nameRun(s *sentence, i int) int {
	n := 0
	for i+n < s.to && n < 4 && d.plainName(&d.items[i+n]) && (n == 0 || !d.items[i+n-1].possessive) {
		n++
	}
	if n < 2 || n > 3 || noNames.has(d.lower(&d.items[i+n-1])) {
		return 0
	}
	if i > s.from {
		switch p := &d.items[i-1]; {
		case p.kind == itemDemonym, p.kind == itemCountry, p.kind == itemCity, p.kind == itemNumber, p.is(classThe), p.is(classIn):
			return 0
		}
	}
	return n
}

// plainName tells that an item is a capitalised word that no table knows.
func (d *document) plainName(it *item) bool {
	return it.kind == itemName && it.party == "" && it.last-it.first == 1 && !it.quoted && !d.tokens[it.first].is(flagAllCaps) && len(d.lower(it)) > 1
}

// usesAlone counts how often a word stands by itself as a name.
func (d *document) usesAlone(surname string) int {
	n := 0
	for k := range d.sents {
		s := &d.sents[k]
		for i := s.from; i < s.to; i++ {
			if it := &d.items[i]; it.kind != itemName || d.lower(it) != surname {
				continue
			}
			if (i == s.from || d.items[i-1].kind != itemName) && (i+1 >= s.to || d.items[i+1].kind != itemName) {
				n++
			}
		}
	}
	return n
}

// recognise makes people of every mention of a name that has become known.
func (d *document) recognise(ref int32, name, surname string) {
	p := &d.people[ref]
	words := strings.Count(name, " ") + 1
	for k := range d.sents {
		s := &d.sents[k]
		found := false
		for i := s.from; i < s.to; i++ {
			if it := &d.items[i]; it.kind != itemName && (it.kind != itemWord || it.cls != 0 || !d.tokens[it.first].capital()) {
				continue
			}
			var n int
			switch {
			case i+words <= s.to && text.Fold(d.span(d.items[i].first, d.items[i+words-1].last)) == name:
				n = words
			case text.Fold(d.span(d.items[i].first, d.items[i].last)) == surname:
				n = 1
			default:
				continue
			}
			found = true
			it := d.items[i]
			last := &d.items[i+n-1]
			if p.mentions == 0 {
				p.first = it.first
			}
			p.mentions++
			d.items[i] = item{kind: itemPerson, first: it.first, last: last.last, cls: classPerson, ref: ref, possessive: last.possessive, quoted: it.quoted}
			if n > 1 {
				copy(d.items[i+1:], d.items[i+n:s.to])
				for j := s.to - n + 1; j < s.to; j++ { // what is left over says nothing
					d.items[j] = item{kind: itemPunct, first: last.last - 1, last: last.last, ref: -1}
				}
				s.to -= n - 1
			}
		}
		if found {
			d.survey(s)
		}
	}
}
