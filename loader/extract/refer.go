package extract

import (
	"slices"
	"strings"
)

// argument adds whoever item i means to the frame and tells whether it was anybody.
func (d *document) argument(f *frame, s *sentence, i int, fo *focus) bool {
	it := &d.items[i]
	switch {
	case it.kind == itemPerson:
		if d.stoodInFor(s, i) || i > s.from && exceptions.has(d.lower(&d.items[i-1])) {
			return false
		}
		if d.spokesman(&d.people[it.ref]) {
			return false
		}
		if d.minor(&d.people[it.ref]) && (!f.admits(&d.people[it.ref]) || d.speaks(i, s.to)) {
			return false
		}
		f.add(it.ref)
		return true
	case (it.kind == itemRole || it.is(classGroup|classGroup3)) && d.officesOf(f, s, i):
		return true
	case it.kind == itemRole:
		return d.roleArgument(f, i, fo)
	case it.is(classGroup | classGroup3):
		if i+1 < s.to && d.lower(it) == "both" && d.items[i+1].is(classPerson|classThe) {
			return false // both Putin and Zelensky
		}
		if d.partitive(s, i) {
			return false
		}
		return d.groupArgument(f, s, i, fo)
	case it.is(classPronoun) && it.is(classHis) && i+1 < s.to &&
		(d.items[i+1].is(classPerson) || roundWords.has(d.lower(&d.items[i+1])) || d.lower(&d.items[i+1]) == "own"):
		return false // her colleague, her own
	case it.is(classPronoun) && (d.manyArgument(f, s, i, fo) || f.rule.name == "they.spoke" && i == f.at && d.theyTwo(f, fo)):
		return true
	case it.is(classPronoun):
		p, near := d.pronoun(f, s, i, fo)
		if p < 0 {
			return false
		}
		f.add(p)
		f.far = f.far || !near
		return true
	case it.is(classFirst):
		return d.saysI(f, i)
	}
	return false
}

// admits tells that somebody who leads no delegation may be among those whom a trigger tells of: its words are strong, or say
// that people joined the talks of others, as whoever holds an office may.
func (f *frame) admits(p *person) bool {
	return f.rule.weight >= 6 || f.rule.name == "join" && p.office != ""
}

// stoodInFor tells that somebody else acts for the person at item i: on behalf of the chancellor, in the absence of the minister.
func (d *document) stoodInFor(s *sentence, i int) bool {
	j := i - 1
	for j > s.from && d.items[j].kind == itemWord && d.items[j].is(classThe|classHis|classHonorific) {
		j--
	}
	return j > s.from && d.items[j].kind == itemWord && d.items[j].is(classOf) && standInWords.has(d.lower(&d.items[j-1]))
}

var standInWords = setOf("behalf", "absence", "stead", "place", "name", "instead")

// groupArgument adds those whom ‘the two leaders’ means: two people whom the sentence has
// named, else the people of the encounter told last, else those named last.
func (d *document) groupArgument(f *frame, s *sentence, i int, fo *focus) bool {
	if t := d.items[i].last; t < len(d.tokens) && d.tokens[t].is(flagHyphen) && d.low(t) != "way" {
		return false // the five-sided meeting
	}
	f.group = true
	if d.stayedOn(f, s, i, fo) {
		return true
	}
	if p := d.abroad(f, i, fo); p >= 0 { // the king gave the couple coffee
		f.add(p)
		return true
	}
	if a, b := d.officePair(s, i, fo); b >= 0 {
		f.add(a)
		f.add(b)
		return true
	}
	// whoever joins the two is none of them
	if a, b := d.pairBefore(s, i); b >= 0 && (f.rule.name != "join" || !slices.Contains(f.people[:f.left], a) && !slices.Contains(f.people[:f.left], b)) {
		f.add(a)
		f.add(b)
		return true
	}
	if d.counted(f, s, i, fo) {
		return true
	}
	if a, b := d.withSubject(s, i, fo); b >= 0 && i <= f.at {
		f.add(a)
		f.add(b)
		return true
	}
	if d.newcomer(f, s, i, fo) {
		return true
	}
	a, b := d.lastTwo(fo)
	if n := len(fo.pair); n == 2 || n > 2 && (b < 0 || !pairWords.has(d.lower(&d.items[i])) || slices.Contains(fo.pair, a) && slices.Contains(fo.pair, b)) {
		f.addAll(fo.pair)
		return true
	}
	if len(fo.recent) == 0 {
		a, b = d.twoAhead(f.sent)
	}
	f.add(a)
	f.add(b)
	return b >= 0
}

// manyArgument adds those whom ‘they’ or ‘them’ at item i means: the list that the
// sentence, or one of the two before it, has named. It tells whether there was one.
func (d *document) manyArgument(f *frame, s *sentence, i int, fo *focus) bool {
	if w := d.lower(&d.items[i]); w != "they" && w != "them" {
		return false
	}
	list := d.listIn(s.from, i)
	if strings.HasPrefix(f.rule.name, "with.") || d.items[i].word == d.lex.pronouns.them && f.rule.weight >= 6 && f.hasAll(list) {
		list = nil // with A and B they signed: others than those two; A and B opened the talks with them
	}
	if len(list) < 2 && (f.sent-fo.listSent <= 2 || f.sent-fo.listSent <= 5 && (s.named > 0 || d.items[i].word == d.lex.pronouns.they) && fo.onlyListed()) {
		list = fo.list
	}
	if len(list) < 2 && f.sent-fo.pairSent <= 2 && d.eachOther(f, s) {
		list = fo.pair
		f.group = true
	}
	if fo.pairSent == fo.listSent && len(fo.pair) > len(list) && len(list) > 1 && allIn(list, fo.pair) {
		list = fo.pair // facing them sat A and B; she opened the talks with them
	}
	if len(list) < 2 && d.items[i].word == d.lex.pronouns.them {
		list = d.sideOf(f, i)
	}
	n := 0
	for _, p := range list {
		if !f.has(p) {
			n++
		}
	}
	if n < 2 {
		return false
	}
	f.addAll(list)
	return true
}

// pairBefore returns the two people of two parties whom a sentence names in front
// of item i; -1 when there are fewer or more.
func (d *document) pairBefore(s *sentence, i int) (a, b int32) {
	a, b = -1, -1
	for j := s.from; j < i; j++ {
		it := &d.items[j]
		if it.kind != itemPerson || it.possessive || it.quoted != d.items[i].quoted || it.ref == a || it.ref == b {
			continue
		}
		switch {
		case a < 0:
			a = it.ref
		case b < 0 && d.partyOfPerson(&d.people[a]) != d.partyOfPerson(&d.people[it.ref]):
			b = it.ref
		default:
			return -1, -1
		}
	}
	return a, b
}

// pronoun finds whom he, she or they at item i means, and tells whether the same sentence names them.
// Somebody named in the sentence comes first, then whom the article is about, then who acted last.
func (d *document) pronoun(f *frame, s *sentence, i int, fo *focus) (who int32, near bool) {
	it := &d.items[i]
	word := d.lower(it)
	if i+2 < s.to && d.items[i+1].is(classAnd) && d.items[i+2].kind == itemPerson { // he and Zelensky: somebody else
		return d.otherThan(f.sent, d.items[i+2].ref, word, fo), true
	}
	if p := d.andHe(s, i); p >= 0 {
		f.add(p)
		if q := d.otherIn(s, i, p); q >= 0 && d.agrees(q, word) {
			return q, true
		}
		return d.otherThan(f.sent, p, word, fo), true
	}
	if p := d.inSentence(f, s, i, word); p >= 0 {
		return p, true
	}
	if p := d.namedNext(f, s, i, word); p >= 0 {
		return p, true
	}
	if p := fo.subject; i == s.from && p >= 0 && p != d.hero && !f.has(p) && d.actsBefore(f.sent, p, d.hero, word) && d.beginsWith(p, d.hero, f.sent-1) {
		return p, false // and be it a countryman with whom he talks
	}
	if word == "them" && s.named == 0 {
		return -1, false // plums, which a man in Narva showed: he saw them last in 2014
	}
	other, before := d.oppositeParty(f, i), d.guestInFront(s, i)
	behind := func(p int32) bool {
		return p == before || word != "him" && word != "her" && word != "them" && d.namedBehind(s, i, p) || other != "" && d.partyOfPerson(&d.people[p]) == other
	}
	if p := d.onlyBefore(f.sent, i, word); p >= 0 && !f.has(p) && !behind(p) {
		return p, false
	}
	if hero := d.hero; hero >= 0 && !f.has(hero) && !behind(hero) && d.agrees(hero, word) && slices.Contains(fo.recent[:min(5, len(fo.recent))], hero) &&
		!d.actsBefore(f.sent, fo.subject, hero, word) {
		return hero, false
	}
	if p := fo.subject; p >= 0 && !f.has(p) && !behind(p) && d.agrees(p, word) {
		return p, false
	}
	for _, p := range fo.recent {
		if !f.has(p) && !behind(p) && d.agrees(p, word) && !d.minor(&d.people[p]) {
			return p, false
		}
	}
	return -1, false
}

// inSentence finds whom a pronoun at item i means in its own sentence: who acts there, for he,
// she and they; who was named last, for him and her.
func (d *document) inSentence(f *frame, s *sentence, i int, word string) int32 {
	subject := word == "he" || word == "she" || word == "they"
	found, owner := int32(-1), int32(-1)
	for j := s.from; j < i; j++ {
		p := &d.items[j]
		if subject && owner < 0 && word != "they" && p.kind == itemPerson && p.possessive && !p.quoted && !d.items[i].quoted && d.agrees(p.ref, word) && !f.has(p.ref) {
			owner = p.ref // Xi's first trip since he was there with her
		}
		if !subject && p.kind == itemRole && !p.plural && !p.former && p.party != "" && !p.possessive && !p.quoted {
			if q := d.whoIs(p); q >= 0 && !f.has(q) && d.agrees(q, word) {
				found = q // the Ukrainian president is in town, and she has him on her list
			}
		}
		if p.kind != itemPerson || p.possessive || f.has(p.ref) || p.quoted != d.items[i].quoted || !d.agrees(p.ref, word) {
			continue
		}
		if subject && j > s.from && d.items[j-1].kind == itemWord && (d.items[j-1].is(classWith|classFor|classAbout) || d.guestBefore(j, i)) {
			continue // after the talks with Scholz he left: he is not Scholz
		}
		if subject {
			return p.ref
		}
		found = p.ref
	}
	if found < 0 {
		return owner
	}
	return found
}

// otherThan is the one named last who speaks for another party than somebody.
func (d *document) otherThan(sent int, one int32, word string, fo *focus) int32 {
	if p := d.aloneBefore(sent, one, word); p >= 0 {
		return p
	}
	if h := d.hero; h >= 0 && h != one && d.agrees(h, word) && slices.Contains(fo.recent, h) && d.partyOfPerson(&d.people[h]) != d.partyOfPerson(&d.people[one]) {
		return h
	}
	for _, p := range fo.recent {
		if p != one && !d.minor(&d.people[p]) && d.agrees(p, word) && d.partyOfPerson(&d.people[p]) != d.partyOfPerson(&d.people[one]) {
			return p
		}
	}
	return -1
}

// roleArgument finds who ‘the Estonian prime minister’ or ‘his host’ is.
func (d *document) roleArgument(f *frame, i int, fo *focus) bool {
	it := &d.items[i]
	if it.plural || i+2 < len(d.items) && d.items[i+1].isPunct(',') && d.items[i+2].kind == itemPerson && counterparts.has(d.low(it.last-1)) {
		return false // the host, Prime Minister Carney: the name follows
	}
	if it.party == "" && d.saysWho(i) {
		return false // Lloyd Austin, the Pentagon chief
	}
	if i > 0 && (it.party == "" || d.isBody(it.party)) && indefinite.has(d.lower(&d.items[i-1])) {
		return false // a head of state, an EU leader: anybody
	}
	if it.party == "" && counterparts.has(d.low(it.last-1)) && i+1 < len(d.items) && d.items[i+1].is(classOf) {
		return false // as the guest of the king: whose guest it is, and who, others say
	}
	if it.party == "" && counterparts.has(d.low(it.last-1)) { // his counterpart, her host: the other one
		return !d.asGuest(i) && (d.cameTo(f, i, fo) || d.counterpart(f, fo))
	}
	if d.leadsParty(i) {
		p := d.partyLeader()
		f.add(p)
		return p >= 0
	}
	if p := d.meant(it, f, fo); p >= 0 {
		f.add(p)
		return true
	}
	party := it.party
	if party == "" {
		party = d.bodyOf(it)
	}
	if party != "" && it.office != 0 && !it.former && d.sendsParty(it) && !slices.Contains(f.parties, party) && (i == 0 || !d.items[i-1].is(classNeg)) {
		f.parties = append(f.parties, party)
		return true
	}
	return false
}

// sendsParty tells that somebody of an office may stand for a party without a name: no
// ambassador, member of parliament, spokesman or officer does.
func (d *document) sendsParty(it *item) bool {
	switch d.lex.offices[it.office-1].name {
	case "ambassador", "senator", "spokesman", "general", "director", "cardinal":
		return false
	}
	return true
}

var indefinite = setOf("a", "an", "any", "every", "each", "no", "another", "some", "which", "whichever", "whatever")

// counterparts are the words for somebody who is told only by the other side.
var counterparts = setOf("counterpart", "colleague", "host", "guest", "visitor", "homologue", "interlocutor")

// meant returns whom a role means: of those whom it fits the one named last, before all of another party than who acts (the
// president received the minister: not his own), then the one named most often.
func (d *document) meant(it *item, f *frame, fo *focus) int32 {
	if it.party != "" || it.former {
		return d.whoIs(it)
	}
	own := int32(-1)
	for _, p := range fo.recent {
		switch {
		case f.has(p) || !d.roleFits(it, &d.people[p]):
		case len(f.people) == 0 || d.partyOfPerson(&d.people[p]) != d.partyOfPerson(&d.people[f.people[0]]):
			return p
		case own < 0:
			own = p
		}
	}
	if own >= 0 {
		return own
	}
	return d.whoIs(it)
}

// whoIs returns the person of the article whom a role means, the one named most often; -1 for nobody.
func (d *document) whoIs(it *item) int32 {
	best, seen := int32(-1), 0
	for k := range d.people {
		p := &d.people[k]
		if d.roleFits(it, p) && p.mentions > seen && !it.former {
			best, seen = int32(k), p.mentions
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

// exceptions stand in front of whoever is left out: talks with everyone except her.
var exceptions = setOf("except", "excepting", "excluding", "bar", "barring", "minus", "save", "besides")
