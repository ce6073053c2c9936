package extract

import (
	"slices"
	"strings"

	"entente/loader/gazetteer"
)

// groupSizes are the numbers in words for a group: all three, the four leaders.
var groupSizes = map[string]int{"three": 3, "trio": 3, "four": 4, "five": 5}

// groupSize is how many people a group word at item i speaks of; 0 where it does not say.
func (d *document) groupSize(i int) int {
	it := &d.items[i]
	for t := it.first; t < it.last; t++ {
		if n := groupSizes[d.low(t)]; n > 0 {
			return n
		}
	}
	return 0
}

// counted adds the people whom ‘all three’ means where no list in front has as many: those named last, whoever stands on
// the other side of the same sentence left out.
func (d *document) counted(f *frame, s *sentence, i int, fo *focus) bool {
	n := d.groupSize(i)
	if n == 0 || len(fo.pair) == n || len(fo.list) == n && f.sent-fo.listSent <= 2 {
		return false
	}
	if who := d.inFront(s, i); len(who) == n {
		f.people = append(f.people, who...)
		return true
	}
	if p := d.alsoIn(s, i, fo.list); p >= 0 && !f.has(p) && i <= f.at && len(fo.list) == n-1 && f.sent-fo.listSent <= 2 {
		f.addAll(fo.list)
		f.add(p)
		return true
	}
	if p := d.besideList(fo); p >= 0 && len(fo.list) == n-1 {
		f.people = append(append(f.people, fo.list...), p)
		return true
	}
	var who []int32
	for _, p := range fo.recent {
		if len(who) < n && !d.minor(&d.people[p]) && !d.namedBehind(s, i, p) {
			who = append(who, p)
		}
	}
	slices.Reverse(who)
	if len(who) < n && len(fo.recent) == 0 {
		who = d.listAhead(f.sent, n)
	}
	if len(who) < n {
		return false
	}
	f.addAll(who)
	return true
}

// alsoIn is the only one, none of a list, whom a sentence names in front of item i: they heard her speech, and afterwards the three of them talked.
// -1 for nobody.
func (d *document) alsoIn(s *sentence, i int, list []int32) int32 {
	one := int32(-1)
	for j := s.from; j < i; j++ {
		it := &d.items[j]
		if it.kind != itemPerson || it.quoted || d.minor(&d.people[it.ref]) || slices.Contains(list, it.ref) {
			continue
		}
		if one >= 0 && one != it.ref {
			return -1
		}
		one = it.ref
	}
	return one
}

// besideList is whom the text has named last of another country than those of its last list, who all speak for one: A, B and C took the train. It was D
// who waited, and the four met; -1 for nobody.
func (d *document) besideList(fo *focus) int32 {
	if len(fo.list) < 2 {
		return -1
	}
	party := d.partyOfPerson(&d.people[fo.list[0]])
	for _, p := range fo.list {
		if d.partyOfPerson(&d.people[p]) != party {
			return -1
		}
	}
	for _, p := range fo.recent {
		if q := d.partyOfPerson(&d.people[p]); q != party && q != "" && !d.minor(&d.people[p]) {
			return p
		}
	}
	return -1
}

// inFront are those whom a sentence names in front of item i, by name or office: she sat with A, B and C, and the four had tea.
func (d *document) inFront(s *sentence, i int) (who []int32) {
	for j := s.from; j < i; j++ {
		if p := d.refOf(j); p >= 0 && !d.items[j].quoted && !d.items[j].possessive && !d.minor(&d.people[p]) && !slices.Contains(who, p) {
			who = append(who, p)
		}
	}
	return who
}

// listAhead is the first list of so many people in the sentences behind sentence k: a lead may speak of the three before it names them.
func (d *document) listAhead(k, n int) []int32 {
	for j := k + 1; j < len(d.sents) && j <= k+3; j++ {
		if list := d.listIn(d.sents[j].from, d.sents[j].to); len(list) == n {
			return list
		}
	}
	return nil
}

// twoAhead are the two whom a lead leaves unnamed and the three sentences behind sentence k name, and nobody else: The two premiers met
// in Narva. The second is -1 where they are more or fewer, or of one party.
func (d *document) twoAhead(k int) (a, b int32) {
	a, b = -1, -1
	for j := k + 1; j < len(d.sents) && j <= k+3 && d.sents[k].index <= 2; j++ {
		for _, p := range d.peopleIn(&d.sents[j]) {
			switch {
			case p == a || p == b || d.minor(&d.people[p]):
			case a < 0:
				a = p
			case b < 0 && d.partyOfPerson(&d.people[a]) != d.partyOfPerson(&d.people[p]):
				b = p
			default:
				return -1, -1
			}
		}
	}
	return a, b
}

// namedBehind tells that a sentence names somebody behind item i: ‘he’ in front of the name is somebody else.
func (d *document) namedBehind(s *sentence, i int, p int32) bool {
	for j := i + 1; j < s.to; j++ {
		if it := &d.items[j]; it.kind == itemPerson && it.ref == p && it.quoted == d.items[i].quoted {
			return true
		}
	}
	return false
}

// partitive tells that the group word at item i is only what some are taken from, or is told by what follows: each pair of the
// three, two of the leaders; the leaders of the EU.
func (d *document) partitive(s *sentence, i int) bool {
	if d.countsThings(s, i) {
		return true
	}
	if i+1 < s.to && d.items[i+1].is(classOf) && d.items[i+1].kind == itemWord {
		return i+2 >= s.to || !d.items[i+2].is(classPronoun|classFirst) // but: the two of them, the three of us
	}
	if i-2 < s.from || !d.items[i-1].is(classOf) {
		return false
	}
	switch d.lower(&d.items[i-2]) {
	case "pair", "pairs", "one", "two", "some", "each", "none", "any", "neither", "either":
		return true
	}
	return false
}

// countsThings tells that the group word at item i only counts things: between the two sessions, in all three rooms.
func (d *document) countsThings(s *sentence, i int) bool {
	if i+1 >= s.to || d.items[i+1].kind != itemWord || !countingWords.has(d.lower(&d.items[i])) {
		return false
	}
	const plural = classDay | classTalk | classMeeting | classCall | classVisit | classGather
	n := &d.items[i+1]
	w := d.lower(n)
	return countedThings.has(w) || n.is(plural) && w[len(w)-1] == 's'
}

// countingWords may count things as well as people: the two sessions, the two presidents.
var countingWords = setOf("the two", "both", "the three", "all three", "the four", "the five")

// countedThings are what comes in twos and threes and is nobody.
var countedThings = setOf("sessions", "rounds", "rooms", "halls", "tables", "chairs", "flags", "wars", "towns", "cities", "capitals", "villages",
	"buildings", "doors", "questions", "topics", "subjects", "issues", "points", "things", "matters", "files", "papers", "documents", "texts",
	"treaties", "agreements", "accords", "declarations", "statements", "speeches", "pages", "sentences", "words", "letters", "photographs", "photos",
	"pictures", "planes", "aircraft", "jets", "helicopters", "trains", "cars", "convoys", "batteries", "systems", "packages", "projects", "bridges",
	"ports", "borders", "programmes", "funds", "laws", "appointments", "engagements", "occasions", "events", "ceremonies", "times", "cases",
	"languages", "halves", "ends", "parts", "crises", "fronts", "seas")

// groupRoles are the roles that a group word tells of its members, by its last words: the presidents.
var groupRoles = []struct {
	words string
	role  gazetteer.Role
}{
	{"presidents", gazetteer.RoleHeadOfState},
	{"heads of state", gazetteer.RoleHeadOfState},
	{"prime ministers", gazetteer.RoleHeadOfGovernment},
	{"foreign ministers", gazetteer.RoleForeignMinister},
	{"defence ministers", gazetteer.RoleDefenceMinister},
}

// officePair are the two people named last who hold the office of the group word at item i, where those whom it would mean
// otherwise do not: the presidents, behind two archbishops. The second is -1 where there are none.
func (d *document) officePair(s *sentence, i int, fo *focus) (a, b int32) {
	role := gazetteer.RoleOther
	for _, g := range groupRoles {
		if strings.HasSuffix(d.lower(&d.items[i]), g.words) {
			role = g.role
		}
	}
	if role == gazetteer.RoleOther || d.groupSize(i) > 2 {
		return -1, -1
	}
	holds := func(p int32) bool {
		o, ok := d.roleOf(&d.people[p])
		return ok && o.Role == role
	}
	a, b = d.pairBefore(s, i)
	if b < 0 && len(fo.pair) >= 2 {
		a, b = fo.pair[0], fo.pair[1]
	} else if b < 0 {
		a, b = d.lastTwo(fo)
	}
	if b < 0 || holds(a) && holds(b) {
		return -1, -1
	}
	a, b = -1, -1
	for _, p := range fo.recent {
		switch {
		case !holds(p):
		case a < 0:
			a = p
		case b < 0 && d.partyOfPerson(&d.people[p]) != d.partyOfPerson(&d.people[a]):
			b = p
		}
	}
	return a, b
}

// theyTwo adds the two of whom ‘they talked’ tells: whose encounter was told right before, else the only two whom the paragraph names.
func (d *document) theyTwo(f *frame, fo *focus) bool {
	if len(fo.pair) == 2 && f.sent-fo.pairSent <= 2 {
		f.add(fo.pair[0])
		f.add(fo.pair[1])
		f.group = true
		return true
	}
	a, b := d.lastTwo(fo)
	if b < 0 {
		return false
	}
	seen := 0
	for k := f.sent; k >= 0 && d.sents[k].para == d.sents[f.sent].para; k-- {
		s := &d.sents[k]
		if d.namedIn(a, s.from, s.to) {
			seen |= 1
		}
		if d.namedIn(b, s.from, s.to) {
			seen |= 2
		}
	}
	if seen != 3 {
		return false
	}
	f.add(a)
	f.add(b)
	f.group = true
	return true
}

// lastTwo are the two people named last who speak for two parties; the second is -1 where there are none.
func (d *document) lastTwo(fo *focus) (a, b int32) {
	a = -1
	for _, p := range fo.recent {
		if d.minor(&d.people[p]) {
			continue
		}
		if a < 0 {
			a = p
		} else if one, other := d.partyOfPerson(&d.people[a]), d.partyOfPerson(&d.people[p]); one != other && !slices.Contains(enemies[one], other) {
			return a, p
		}
	}
	return -1, -1
}

// pairGuest is the one of those who met last of whose party the sentence names nobody, where it names somebody of the other's; -1 for none.
func (d *document) pairGuest(f *frame, fo *focus) int32 {
	if len(fo.pair) != 2 || f.rule.name != "received.by" {
		return -1
	}
	a, b := fo.pair[0], fo.pair[1]
	for _, p := range d.peopleIn(&d.sents[f.sent]) {
		switch d.partyOfPerson(&d.people[p]) {
		case d.partyOfPerson(&d.people[a]):
			return b
		case d.partyOfPerson(&d.people[b]):
			return a
		}
	}
	return -1
}

// withSubject are the only person whom a sentence names in front of item i and who acted before it: Starmer brought along a list, and the two sat together. The
// second is -1 where the pair told last is meant.
func (d *document) withSubject(s *sentence, i int, fo *focus) (a, b int32) {
	a, b = -1, fo.subject
	for j := s.from; j < i; j++ {
		it := &d.items[j]
		if it.kind != itemPerson || it.possessive || it.quoted != d.items[i].quoted || it.ref == a {
			continue
		}
		if a >= 0 {
			return -1, -1
		}
		a = it.ref
	}
	if fo.series.open {
		b = fo.series.who
	}
	if a < 0 || b < 0 || a == b || slices.Contains(fo.pair, a) || d.minor(&d.people[a]) || d.minor(&d.people[b]) || !pairWords.has(d.lower(&d.items[i])) ||
		d.partyOfPerson(&d.people[a]) == d.partyOfPerson(&d.people[b]) {
		return -1, -1
	}
	return a, b
}

// ofTwo tells that the group word at item i is one of two people: the two women, both, the pair.
func (d *document) ofTwo(i int) bool {
	for t := d.items[i].first; t < d.items[i].last; t++ {
		switch d.low(t) {
		case "two", "both", "pair", "duo", "couple":
			return true
		}
	}
	return false
}

// likeOrJoining tells that who is told at item i is not who acts: like her; A and, joining the two of them, B.
func (d *document) likeOrJoining(it *item, i int) bool {
	w := d.lower(&d.items[i-1])
	return w == "like" || w == "joining" && it.is(classGroup)
}
