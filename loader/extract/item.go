package extract

import (
	"slices"

	"entente/loader/gazetteer"
	"entente/model"
)

// itemKind says what an item of a sentence is.
type itemKind uint8

const (
	itemWord itemKind = iota
	itemPunct
	itemNumber
	itemPerson  // somebody with a name: ref is the index in document.people
	itemRole    // somebody by office alone: ‘the Finnish president’
	itemCountry // a country or body by name
	itemDemonym
	itemCity
	itemVenue
	itemSummit
	itemMonth
	itemWeekday
	itemOffice // only until combine has made a person or a role of it
	itemName   // capitalised words that no table knows; likewise
)

// item is what the rules see of a sentence: a word, a mark, or several tokens that name one thing.
// Its fields stand so that it fills one line of a processor's cache, 64 bytes.
type item struct {
	first, last int // tokens, last exclusive
	cls         class
	party       model.Party
	word        uint32
	ref         int32 // row of the table of its kind, or index in document.people
	office      int32 // row in lexicon.offices plus one; 0 for none
	kind        itemKind
	possessive  bool
	quoted      bool
	former      bool
	plural      bool
	marks       mark // of the first word, where the item is a word or a name
}

func (it *item) is(c class) bool { return it.cls&c != 0 }

// isPunct tells that the item is the given mark.
func (it *item) isPunct(c byte) bool { return it.kind == itemPunct && it.word == uint32(c) }

// match is the longest known sequence of words at a token.
type match struct {
	n       int // tokens
	entries []entry
	cls     class
}

// longest walks the trie from token i and returns the longest sequence that is
// written as its entry demands.
func (d *document) longest(i, last int) (best match) {
	t := &d.tokens[i]
	if t.is(flagPunct) || t.word == 0 {
		return best
	}
	r := &d.lex.rows[t.word]
	at := r.root
	if at == 0 || r.marks&markForm == 0 && t.flags&(flagCapital|flagAllCaps) == 0 || r.marks&markWhole == 0 && !d.mayFollow(r, i+1, last) {
		return best
	}
	over := false // a possessive ending stands inside
	for j := i + 1; at != 0; j++ {
		n := &d.lex.nodes[at]
		switch {
		case over && !officeOnly(d.lex.entries(at)): // Germany's Scholz is two things; the head of the president's office is one
		case n.n > 0 && d.anyFits(d.lex.entries(at), i, j):
			best = match{n: j - i, entries: d.lex.entries(at), cls: n.multi}
		case n.multi != 0:
			best = match{n: j - i, cls: n.multi}
		}
		if j >= last || n.nexts == 0 {
			break
		}
		next := &d.tokens[j]
		point := next.word == '.' || next.word == '\'' || next.word == '*' && next.end-next.start == 3
		if next.is(flagPunct) && point && j+1 < last && d.tokens[j-1].end == next.start { // Mr. Biden, St. Petersburg: no part of a form
			j++
			next = &d.tokens[j]
		}
		if next.end-next.start == 1 && j == i+1 && next.capital() && d.lex.edges.next(at, next.word) == 0 {
			j = d.overInitial(j, last)
			next = &d.tokens[j]
		}
		if next.is(flagPunct) || !mayGoOn(n.nexts, next.word) { // most words end every sequence
			break
		}
		over = over || d.tokens[j-1].is(flagPossessive)
		at = d.lex.edges.next(at, next.word)
	}
	return best
}

// overInitial is the token behind the letter at token j, which may stand for a second given name: Janet L. Yellen.
func (d *document) overInitial(j, last int) int {
	k := j + 1
	if d.punct(k, last, '.') {
		k++
	}
	if k < last && d.tokens[k].capital() {
		return k
	}
	return j
}

// officeOnly tells that a sequence is the name of an office.
func officeOnly(out []entry) bool {
	return len(out) > 0 && out[0].kind == entryOffice
}

func (d *document) anyFits(out []entry, i, j int) bool {
	for _, e := range out {
		if d.fits(e, i, j) {
			return true
		}
	}
	return false
}

// fits tells that tokens i…j are written as the entry demands.
func (d *document) fits(e entry, i, j int) bool {
	if e.caps {
		return d.tokens[i].is(flagAllCaps)
	}
	return !e.capital || d.tokens[i].capital() && (e.tail || d.tokens[j-1].capital() || d.tokens[j-1].is(flagHyphen|flagNumber))
}

// itemize cuts every sentence into items.
func (d *document) itemize() {
	d.items, d.gathering.known = slices.Grow(d.items[:0], len(d.tokens)), false // there are no more; to grow takes twice the room
	clear(d.parties)
	for k := range d.sents {
		s := &d.sents[k]
		d.itemsOf(s)
		if s.kinds.has(begins) || s.cls&classBegins != 0 || s.marks&markTitle != 0 {
			if d.combine(s); s.zone == zoneTitle {
				d.lowerHeadline(s)
				d.survey(s)
			}
		}
	}
}

// lowerHeadline takes the capitals of a headline for what they are: Sunak Scraps Talks With Greek PM. What is no name of anybody and has a class is a word.
func (d *document) lowerHeadline(s *sentence) {
	for i := s.from; i < s.to; i++ {
		if it := &d.items[i]; it.kind == itemName && it.ref < 0 && it.cls&^(classPerson|classPlace) != 0 && !it.is(classPerson) {
			it.kind = itemWord
		}
	}
}

// itemsOf cuts a sentence into items, and surveys them.
func (d *document) itemsOf(s *sentence) {
	s.from, s.named = len(d.items), 0
	kinds, cls, back := kindSet(0), class(0), false
	for i, n := s.first, 1; i < s.last; i, n = i+n, 1 {
		t, k := &d.tokens[i], len(d.items)
		it := &d.items[:k+1][k] // it is not among the others until it is known what it is
		*it = item{}            // and field by field: an item on its way through the stack costs twice the time
		it.first, it.last, it.word, it.ref, it.possessive, it.quoted = i, i+1, t.word, -1, t.is(flagPossessive), t.is(flagQuoted)
		switch {
		case t.is(flagPunct):
			if it.kind = itemPunct; t.word == '&' {
				it.kind, it.cls = itemWord, classAnd
			}
		case t.is(flagNumber):
			it.kind = itemNumber
		case t.flags&(flagCapital|flagAllCaps) == 0 && (t.marks&markForm == 0 || !d.mayForm(t.word, i+1, s.last)): // a word in small letters that begins no form
			if it.marks = t.marks; t.marks&markClass == 0 { // most words
				break
			}
			if it.cls = d.lex.rows[t.word].cls; it.is(classFuture) && d.noContraction(i) {
				it.cls &^= classFuture
			}
		default:
			n = d.formAt(it, i, s.last)
			if it.is(classPlace) && k > 0 && d.items[k-1].is(classRemember) && d.low(d.items[k-1].first) == "back" {
				d.items[k-1].cls &^= classRemember // back in Paris, and not: back in 2019
				back = true
			}
		}
		kinds |= 1 << it.kind
		cls |= it.cls
		d.items = d.items[:k+1]
	}
	s.to, s.kinds, s.cls = len(d.items), kinds, cls
	if back {
		d.survey(s)
	}
}

// formAt makes of an item the form that begins at token i, and returns how many tokens it has.
func (d *document) formAt(it *item, i, last int) int {
	t, n := &d.tokens[i], 1
	it.marks = t.marks
	m := d.longest(i, last)
	if m.n > 0 {
		n = m.n
		d.classify(it, m, i)
		it.last = i + n
		it.possessive = d.tokens[i+n-1].is(flagPossessive) || it.kind == itemPerson && d.namesTeam(i, i+n)
	}
	if n == 1 && t.word != 0 {
		it.cls |= d.lex.rows[t.word].cls
	}
	if n == 1 && t.word == d.lex.pronouns.he && d.excellency(i, last) {
		it.cls = classHonorific
	}
	if n == 1 && t.is(flagSentence) && it.kind == itemName && (i+1 >= last || !d.tokens[i+1].capital()) && !d.tokens[i].is(flagPossessive) {
		it.kind = itemWord
	}
	quotes := it.cls != 0 && i > 0 && d.tokens[i-1].word == '"' // "If he comes": the first word of what somebody says
	inside := !t.is(flagSentence) && !quotes || i+1 < last && d.tokens[i+1].capital() && it.cls == 0 && d.placingAt(i)&(placeHere|placeThere) == 0
	if it.kind == itemWord && t.capital() && m.n == 0 && inside && !it.is(classHonorific|classGroup|classPronoun|classHis|classThe) {
		it.kind = itemName
	}
	return n
}

// mayForm tells that a form begins with a word, which begins some, in front of token i: with the word alone, or as it goes on with the next.
func (d *document) mayForm(word uint32, i, last int) bool {
	r := &d.lex.rows[word]
	return r.marks&markWhole != 0 || i < last && (d.tokens[i].is(flagPunct) || mayGoOn(r.nexts, d.tokens[i].word))
}

// mayGoOn tells that a sequence may go on with a word.
func mayGoOn(nexts uint64, word uint32) bool { return nexts>>(word&63)&1 != 0 }

// mayFollow tells that a sequence that begins with a word may go on with token i, or over a mark or a letter there.
func (d *document) mayFollow(r *wordRow, i, last int) bool {
	if i >= last || r.nexts == 0 {
		return false
	}
	t := &d.tokens[i]
	return t.is(flagPunct) || t.end-t.start == 1 || mayGoOn(r.nexts, t.word)
}

// noContraction tells that token i is the word shell, hell or ill and not she'll, he'll or I'll, which fold to the same.
func (d *document) noContraction(i int) bool {
	switch d.low(i) {
	case "shell", "hell", "ill":
		return true
	}
	return false
}

// excellency tells that HE at token i is His or Her Excellency: HE the Amir, HE Sheikh Tamim. In a line of capitals it is a pronoun.
func (d *document) excellency(i, last int) bool {
	if !d.tokens[i].is(flagAllCaps) || i+1 >= last || d.tokens[i+1].is(flagPunct|flagAllCaps) {
		return false
	}
	return d.tokens[i+1].capital() || d.low(i+1) == "the"
}

// classify decides what a matched sequence is: of several readings the most telling.
func (d *document) classify(it *item, m match, i int) {
	it.cls |= m.cls
	j := i + m.n
	var best entry
	for _, e := range m.entries {
		if d.fits(e, i, j) && entryRank[e.kind] > entryRank[best.kind] {
			best = e
		}
	}
	if best.kind == entryCountry && m.n == 1 && d.namedSurname(m.entries) && !d.placeContext(i) {
		d.surname(it, m, i) // Luís Montenegro was in Lisbon; Montenegro said
		return
	}
	switch best.kind {
	case entryPerson:
		it.kind, it.ref = itemPerson, d.known(best.index, i)
		it.cls |= classPerson
	case entrySurname:
		if m.n == 1 && d.lex.rows[d.tokens[i].word].cls != 0 && !d.namedSurname(m.entries) {
			return // He, To, Will: a word first of all
		}
		d.surname(it, m, i)
	case entryCountry:
		it.kind, it.ref, it.party = itemCountry, best.index, partyOf(d.g, best.index)
		if !d.isBody(it.party) {
			it.cls |= classPlace
		}
	case entryDemonym:
		it.kind, it.ref, it.party = itemDemonym, best.index, d.g.Countries[best.index].Code
	case entryCapital:
		it.kind, it.ref, it.party = itemCity, d.bestCity(m, i, j), d.g.Countries[best.index].Code
		it.cls |= classPlace
	case entryCity:
		it.kind, it.ref = itemCity, d.bestCity(m, i, j)
		it.party = d.g.Cities[it.ref].Country
		it.cls |= classPlace
		if m.n == 1 && !d.placeContext(i) {
			it.kind = itemName
			it.cls &^= classPlace
		}
	case entryVenue:
		it.kind, it.ref, it.party = itemVenue, best.index, d.g.Venues[best.index].Country
		it.cls |= classPlace
	case entrySummit:
		it.kind, it.ref, it.party = itemSummit, best.index, d.g.Summits[best.index].Country
		it.cls |= classGather
	case entryOffice:
		it.kind, it.office = itemOffice, best.index+1
		it.plural = d.ofSeveral(i, j)
	case entryMonth:
		it.kind, it.ref = itemMonth, best.index
	case entryWeekday:
		it.kind, it.ref = itemWeekday, best.index
	case entryNone, entryClass:
	}
}

// entryRank orders the readings of one sequence.
var entryRank = [...]int{
	entryNone: 0, entryClass: 1, entrySurname: 3, entryCity: 2, entryVenue: 4, entrySummit: 9, entryOffice: 5, entryMonth: 6,
	entryWeekday: 6, entryDemonym: 7, entryCapital: 8, entryCountry: 7, entryPerson: 10,
}

// bestCity picks among towns of one name: the capital, then one of the country that stands behind it, then one of a country that the
// article names unless another is far larger, then the largest.
func (d *document) bestCity(m match, i, j int) int32 {
	best := int32(-1)
	for _, e := range m.entries {
		if e.kind == entryCity && d.fits(e, i, j) && (best < 0 || d.likelier(&d.g.Cities[e.index], &d.g.Cities[best], j)) {
			best = e.index
		}
	}
	return best
}

// likelier tells that a town is meant rather than another of its name; its name ends at token j.
func (d *document) likelier(a, b *gazetteer.City, j int) bool {
	const farLarger = 10
	switch {
	case a.Capital != b.Capital:
		return a.Capital
	case a.Country == b.Country:
		return a.Population > b.Population
	}
	if behind := d.countryBehind(j); behind == a.Country || behind == b.Country {
		return behind == a.Country
	}
	if a.Population < farLarger*b.Population && b.Population < farLarger*a.Population {
		if in := d.namesParty(a.Country); in != d.namesParty(b.Country) {
			return in
		}
	}
	return a.Population > b.Population
}

// countryBehind is the country whose name, or that of one of its regions, stands in ‘Valencia, Spain’ behind a town
// whose name ends at token j; empty for none.
func (d *document) countryBehind(j int) model.Party {
	if j+1 >= len(d.tokens) || d.tokens[j].word != ',' || !d.tokens[j].is(flagPunct) {
		return ""
	}
	for _, e := range d.longest(j+1, len(d.tokens)).entries {
		switch {
		case e.kind == entryCountry && int(e.index) < len(d.g.Countries):
			return d.g.Countries[e.index].Code
		case e.kind == entryVenue && d.g.Venues[e.index].Region:
			return d.g.Venues[e.index].Country
		}
	}
	return ""
}

// placeContext tells that the word at token i stands where a town would: behind a preposition, in
// front of a comma and a country, or alone in capitals at the beginning of a dateline.
func (d *document) placeContext(i int) bool {
	if i == 0 {
		return true
	}
	p := d.tokens[i-1]
	if p.is(flagPunct) {
		return p.word == '-' || p.word == '(' || p.word == '/' || d.tokens[i].is(flagAllCaps)
	}
	if d.tokens[i].is(flagAllCaps) && d.tokens[i].is(flagSentence) {
		return true
	}
	switch d.span(i-1, i) {
	case "in", "at", "to", "from", "near", "of", "outside", "via", "for", "In", "At", "through", "between", "and", "visited", "leaving", "left", "reached":
		return true
	}
	return false
}
