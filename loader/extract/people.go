package extract

import (
	"slices"
	"strings"

	"entente/model"
)

// nameInFull finds everybody of the gazetteer whom the article names in full,
// so that a headline's surname is known before the text introduces it.
func (d *document) nameInFull() {
	d.named = d.named[:0]
	for k := range d.sents {
		s := &d.sents[k]
		next := 0
		for _, n := range d.notedIn(s) {
			i := int(n)
			if t := &d.tokens[i]; t.marks&markGiven == 0 || !t.capital() || i < next {
				continue
			}
			m := d.longest(i, s.last)
			if m.n == 0 {
				continue
			}
			for _, e := range m.entries {
				if e.kind == entryPerson && d.fits(e, i, i+m.n) && !slices.Contains(d.named, e.index) {
					d.named = append(d.named, e.index)
				}
			}
			next = i + m.n
		}
	}
}

// combine joins the items of a sentence into people and roles: office and
// country words in front of a name, or behind it between commas. It surveys the sentence on the way.
func (d *document) combine(s *sentence) {
	in, out := d.items[s.from:s.to], 0
	kinds, cls, named := kindSet(0), class(0), 0
	for i := 0; i < len(in); out++ {
		it := &in[i]
		if it.kind == itemWord && it.cls&classBegins == 0 && it.marks&markTitle == 0 || !d.mayBegin(it) { // most items
			if kinds |= 1 << it.kind; out < i {
				in[out] = *it // something was joined
			}
			cls |= it.cls
			i++
			continue
		}
		joined, n := d.personAt(in, i)
		if n == 0 {
			joined, n = *it, 1
		} else if joined.kind == itemPerson {
			n += d.apposition(in, i+n, joined.ref)
			joined.last = max(joined.last, in[i+n-1].last)
		}
		if in[out] = joined; joined.kind == itemPerson || joined.kind == itemRole {
			named++
		}
		kinds |= 1 << joined.kind
		cls |= joined.cls
		i += n
	}
	d.items = d.items[:s.from+out]
	s.to, s.kinds, s.cls, s.named = len(d.items), kinds, cls, named
}

// mayBegin tells that a person or a role may begin with an item.
func (d *document) mayBegin(it *item) bool {
	if it.kind == itemWord {
		return it.is(classBegins) || it.marks&markTitle != 0 && titleWords.has(d.lower(it))
	}
	return begins.has(1<<it.kind) || it.is(classHonorific)
}

// begins are the kinds of items with which a person or a role may begin, classBegins the classes of words.
var begins = setOfKinds(itemPerson, itemDemonym, itemCountry, itemOffice, itemName)

const classBegins = classHonorific | classFormer

func (d *document) lower(it *item) string {
	if it.first >= it.last {
		return ""
	}
	return d.small[d.tokens[it.first].start:d.tokens[it.last-1].end]
}

func (d *document) isBody(p model.Party) bool { return d.g.Country(p) == nil && p != "" }

// personAt reads a person or a role at item i: an item and how many items it took; 0 when there is none.
func (d *document) personAt(in []item, i int) (item, int) {
	if in[i].kind == itemPerson {
		return in[i], 1
	}
	if in[i].is(classHonorific) && in[i].kind != itemOffice {
		if it, n := d.honoured(in, i); n > 0 {
			return it, n
		}
	}
	if hosts(in, i) || d.ofGuests(in, i) {
		in[i].kind, in[i].office = itemWord, 0
		return item{}, 0
	}
	if it, ok := d.nation(in, i); ok {
		return it, 1
	}
	t := d.titleAt(in, i)
	switch {
	case t.n == 0:
		if in[i].kind == itemName {
			if it, n := d.nameAt(in, i, title{}); n > 0 && it.kind == itemPerson {
				return it, n
			}
		}
		return item{}, 0
	case t.office == 0: // ‘Britain's Starmer’: a country and a name
		it, n := d.nameAt(in, i+t.n, t)
		if n == 0 {
			return item{}, 0
		}
		it.first = in[i].first
		return it, t.n + n
	}
	return d.officeHolder(in, i, t)
}

// honoured reads a name behind ‘Mr’ or ‘Her Majesty’ at item i.
func (d *document) honoured(in []item, i int) (item, int) {
	j := i + 1
	if j < len(in) && in[j].isPunct('.') {
		j++
	}
	for j < len(in) && in[j].is(classHonorific) {
		j++
	}
	if j >= len(in) || in[j].kind != itemPerson && in[j].kind != itemName {
		return item{}, 0
	}
	it, n := d.nameAt(in, j, title{honorific: true})
	if n == 0 {
		return item{}, 0
	}
	it.first = in[i].first
	return it, j + n - i
}

// officeHolder reads the name behind the title at item i: a person, or a role when the office stands for somebody.
func (d *document) officeHolder(in []item, i int, t title) (item, int) {
	j := i + t.n
	k := d.overField(in, j)
	if k+1 < len(in) && in[k].isPunct(',') && (in[k+1].kind == itemPerson || in[k+1].kind == itemName && twoNames(in, k+1)) {
		t.comma = true
		k++
	}
	for k < len(in) && (in[k].is(classHonorific) || in[k].isPunct('.') && k > j && in[k-1].is(classHonorific)) && in[k].kind != itemPerson {
		k++
	}
	if k < len(in) && !in[j-1].possessive && (in[k].kind == itemPerson || in[k].kind == itemName) {
		if it, n := d.nameAt(in, k, t); n > 0 {
			it.first = in[i].first
			return it, k + n - i
		}
	}
	r := item{
		kind: itemRole, word: d.tokens[in[j-1].last-1].word, first: in[i].first, last: in[j-1].last,
		office: t.office, party: t.party, plural: t.plural, former: t.former || t.minor,
		possessive: in[j-1].possessive, quoted: in[i].quoted, ref: -1, cls: classPerson,
	}
	return r, t.n
}

// overField returns the comma behind what an office is of, from item j on, where a full name stands behind it: the head of
// the arms agency, Ivan Petrenko. It is j where there is none.
func (d *document) overField(in []item, j int) int {
	for k := j; k+2 < len(in) && k <= j+4; k++ {
		it := &in[k]
		if it.isPunct(',') {
			if k > j && twoNames(in, k+1) {
				return k
			}
			return j
		}
		if it.kind != itemWord || it.possessive || it.is(noField) || it.boundary() || d.tokens[it.first].capital() {
			return j
		}
	}
	return j
}

// noField are words that are no part of what an office is of.
const noField = classSay | classMeet | classHold | classBe | classVisit | classReceive | classWith | classBy | classNeg | classFuture | classModal | classSpeak |
	classPronoun | classTo | classFormer

// hosts tells that ‘host’ at item i is the verb: will host, to host, who host.
func hosts(in []item, i int) bool {
	return i > 0 && in[i].kind == itemOffice && in[i].is(classReceive) && in[i-1].kind == itemWord && in[i-1].is(classFuture|classModal|classTo|classRelative|classNeg)
}

// ofGuests tells that ‘guest’ or ‘host’ at item i only says what a thing is for: the guest house, the host country.
func (d *document) ofGuests(in []item, i int) bool {
	return in[i].kind == itemOffice && !in[i].possessive && in[i].last-in[i].first == 1 && i+1 < len(in) && in[i+1].kind == itemWord &&
		counterparts.has(d.lower(&in[i])) && guestThings.has(d.lower(&in[i+1]))
}

// guestThings are things for guests, or of hosts.
var guestThings = setOf("house", "houses", "room", "rooms", "book", "wing", "list", "palace", "villa", "suite", "quarters", "country", "nation", "city", "government",
	"centre", "center", "workers", "town", "state", "passes", "badge")

// behindNation are the words that may follow a nationality that stands for somebody.
const behindNation = classSay | classBe | classAnd | classMeet | classHold | classReceive | classSpeak | classGreet | classIn | classFuture |
	classModal | classRelative | classSubord | classVisit | classThank | classTo | classWith | classFor

// nation reads a nationality that stands for somebody: ‘the Norwegian said’, ‘with the Estonian in Kyiv’.
func (d *document) nation(in []item, i int) (item, bool) {
	if in[i].kind != itemDemonym || i == 0 || d.lower(&in[i-1]) != "the" || in[i].possessive {
		return item{}, false
	}
	if w := d.lower(&in[i]); strings.HasSuffix(w, "s") || strings.HasSuffix(w, "sh") || strings.HasSuffix(w, "ch") || strings.HasSuffix(w, "ese") {
		return item{}, false // the Poles, the British, the French: many
	}
	if i+1 < len(in) {
		n := &in[i+1]
		if n.kind != itemPunct && (n.kind != itemWord || !n.is(behindNation) && !irregularPast.has(d.lower(n))) {
			return item{}, false
		}
		comma, and := n.isPunct(','), n.is(classAnd)
		if i+2 < len(in) && (in[i+2].kind == itemDemonym && (comma || and) || in[i+2].kind == itemOffice && comma) ||
			i+3 < len(in) && in[i+3].kind == itemDemonym && and {
			return item{}, false // the Polish and Lithuanian presidents
		}
	}
	it := in[i]
	it.kind, it.cls, it.ref = itemRole, classPerson, -1
	return it, true
}

func twoNames(in []item, k int) bool {
	return k+1 < len(in) && in[k+1].kind == itemName
}

// apposition reads ‘, the Finnish president,’ or ‘(Romania)’ behind a name and returns how many items it took.
func (d *document) apposition(in []item, j int, ref int32) int {
	if j+1 >= len(in) {
		return 0
	}
	if in[j].isPunct('(') && (in[j+1].kind == itemCountry || in[j+1].kind == itemDemonym) && j+2 < len(in) && in[j+2].isPunct(')') {
		d.entitle(ref, title{party: in[j+1].party})
		return 3
	}
	k := j
	if in[k].isPunct(',') {
		k++
	} else if !in[k].is(classOf) {
		return 0
	}
	if k == j && in[k].is(classOf) { // Mette Frederiksen of Denmark
		n := 2
		if k+2 < len(in) && d.lower(&in[k+1]) == "the" {
			n = 3
		}
		if k+n-1 < len(in) && in[k+n-1].kind == itemCountry {
			d.entitle(ref, title{party: in[k+n-1].party})
			return n
		}
		return 0
	}
	if k < len(in) && in[k].is(classThe) {
		k++
	}
	if k >= len(in) {
		return 0
	}
	t := d.titleAt(in, k)
	if t.n == 0 || t.office == 0 || t.plural {
		return 0
	}
	end := k + t.n
	if t.party != "" && end+1 < len(in) && in[end].kind == itemWord && in[end].is(classIn|classFor) && (in[end+1].kind == itemName || in[end+1].kind == itemCountry) {
		end += 2 // the top U.S. commander in Europe
	}
	if end < len(in) && !in[end].isPunct(',') && !in[end].isPunct('.') && !in[end].isPunct(')') && !in[end].isPunct(';') {
		return 0
	}
	d.entitle(ref, t)
	return end - j
}
