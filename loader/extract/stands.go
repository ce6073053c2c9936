package extract

import "strings"

// standsWell tells that what stands around item i lets a rule begin there.
func (d *document) standsWell(r *rule, s *sentence, i int) bool {
	switch r.name {
	case "visit.in": // the inauguration of Javier Milei in Buenos Aires, attacked him in Warsaw, said in Brussels that
		return (i == s.from || !d.items[i-1].is(classOf|classAbout) || d.items[i-1].is(classIn)) && !d.postedIn(i) && !d.talkedOf(s, i)
	case "his.guest": // our guest is an historian
		return d.lower(&d.items[i]) != "our" && d.lower(&d.items[i]) != "its"
	case "expects": // expects him to give way
		return !d.expectsDeed(s, i)
	case "expected.by": // was expected, but did not come
		return i == s.from || d.lower(&d.items[i-1]) != "was" && d.lower(&d.items[i-1]) != "been"
	case "see.at": // he is to see her in Riga, papers report
		return i == s.from || d.lower(&d.items[i-1]) != "to"
	case "one.by.one": // flying to see him one at a time
		return i+1 < s.to && !d.items[i+1].is(classPronoun)
	case "p.with.p": // Yoon with Kishida, a bit later: …
		return (i == s.from || d.items[i-1].isPunct(':') && d.fieldOf(s) == fieldNone) && d.placeOrPause(s, i)
	case "see": // that this paper has seen, Petr Pavel
		return i+1 < s.to && d.items[i+1].kind != itemPunct
	case "join": // took part in the swearing-in, attends a fair
		return !d.ceremony(s, i) && !d.satSomewhere(s, i) && (!strings.HasPrefix(d.lower(&d.items[i]), "attend") || d.joinsTalks(s, i)) && !d.joinsOpinion(s, i)
	case "opposite", "p.beside", "beside.stood", "speaking.beside":
		return !d.fromAfar(s, 0)
	case "beside": // a wax figure of him stands beside her, sat in the row beside her
		return !d.fromAfar(s, 0) && !d.inRow(s, i)
	case "pair.there", "group.sat": // sat in the first row at the funeral
		return !d.ceremony(s, i+2) && !d.staffOf(s, i)
	case "call":
		return d.callNoun(i, s.from)
	case "pair.phoned": // called each other friends
		return !d.staffOf(s, i) && !d.namedEachOther(s, i)
	case "pair", "pair.talk": // the film about A and B opened
		return !d.staffOf(s, i) && (i == s.from || !d.items[i-1].is(classAbout) || d.items[i-1].is(classIn))
	case "pair.guest": // her and her guest; but: she and her colleague
		return d.namedGuest(s, i)
	case "together.with":
		return i == s.from
	case "went.to": // an invitation went to him
		for j := max(s.from, i-6); j < i; j++ {
			if sentThings.has(d.lower(&d.items[j])) {
				return false
			}
		}
	}
	return d.calledAt(r, s, i)
}

// satSomewhere tells that ‘sat in’ at item i only says where somebody sat: in a classroom, in the same room, in the first row.
func (d *document) satSomewhere(s *sentence, i int) bool {
	return d.lower(&d.items[i]) == "sat in" && i+1 < s.to && d.items[i+1].kind == itemWord && d.items[i+1].is(classThe|classHis)
}

// talkedOf tells that what stands around the person at item i is only what is said of him, or by him: attacked him in Warsaw, he said in Brussels.
func (d *document) talkedOf(s *sentence, i int) bool {
	for j := max(i-1, s.from); j < s.to && j < i+3; j++ {
		if attacks.has(d.lower(&d.items[j])) {
			return true
		}
	}
	return i+2 < s.to && d.items[i+1].kind == itemWord && d.items[i+1].is(classSay) && !d.items[i+1].is(classPhoned) && d.items[i+2].is(classIn)
}

// attacks are verbs of what is done to somebody by words, from wherever one is.
var attacks = setOf("attacked", "attacks", "mocked", "mocks", "quoted", "quotes", "defended", "defends", "backed", "backs", "contradicted", "contradicts", "blasted",
	"lambasted", "slammed", "rebuked", "denounced", "derided", "ridiculed", "insulted", "criticised", "criticized", "condemned", "accused", "blamed",
	"endorsed", "endorses", "likened", "compared", "nominated")

// joinsOpinion tells that what the word at item i says somebody joined is only what another one says too: joined him in condemning the raid.
func (d *document) joinsOpinion(s *sentence, i int) bool {
	for j := i + 1; j+1 < s.to && j < i+6; j++ {
		if d.items[j].is(classPerson) {
			return d.lower(&d.items[j+1]) == "in" && j+2 < s.to && opinions.has(d.lower(&d.items[j+2]))
		}
	}
	return false
}

var opinions = setOf("condemning", "calling", "urging", "demanding", "supporting", "backing", "rejecting", "opposing", "welcoming", "saying", "warning", "mourning",
	"criticising", "criticizing", "expressing", "imposing", "voting", "pledging", "recognising", "recognizing", "praising", "denouncing", "congratulating", "wishing")

// expectsDeed tells that ‘expects’ at item i is of a deed and of no arrival: expects him to give way.
func (d *document) expectsDeed(s *sentence, i int) bool {
	for j := i + 1; j+1 < s.to && j <= i+6; j++ {
		if n := &d.items[j+1]; d.items[j].is(classTo) && d.items[j].kind == itemWord && d.lower(&d.items[j]) == "to" {
			return n.kind == itemWord && !n.is(classVisit|classMeet|classBe) && n.cls&classPlace == 0
		}
	}
	return false
}

// namedEachOther tells that ‘called’ behind the pair at item i only gives names: called each other friends.
func (d *document) namedEachOther(s *sentence, i int) bool {
	for i++; i+3 < s.to && d.lower(&d.items[i]) != "called"; i++ {
		if d.items[i].kind == itemPunct {
			return false
		}
	}
	if i+3 >= s.to || d.lower(&d.items[i+1]) != "each" && d.lower(&d.items[i+1]) != "one" {
		return false
	}
	n := &d.items[i+3]
	return n.is(classThe) || plainWord(n, d.lower(n))
}

// namedGuest tells that behind the person at item i somebody is named as his guest or host: Kallas and her guest Pavel.
func (d *document) namedGuest(s *sentence, i int) bool {
	for j := i + 3; j < s.to && j <= i+5; j++ {
		if it := &d.items[j]; it.kind == itemPerson {
			for t := it.first; t < it.last; t++ {
				switch d.low(t) {
				case "guest", "visitor", "host", "hostess":
					return true
				}
			}
			prev := &d.items[j-1]
			return prev.kind == itemRole && counterparts.has(d.low(prev.last-1)) && d.low(prev.last-1) != "colleague" && d.low(prev.last-1) != "counterpart"
		}
	}
	return false
}

// inRow tells that the seat behind the word at item i is one among many: in the third row, in a pew.
func (d *document) inRow(s *sentence, i int) bool {
	for j := i + 1; j < s.to && j < i+7; j++ {
		if rowWords.has(d.lower(&d.items[j])) {
			return true
		}
	}
	return false
}

var rowWords = setOf("row", "rows", "pew", "pews", "grandstand", "stands", "gallery", "tribune")

// placeOrPause tells that a place, a mark or nothing stands behind ‘A with B’ at item i: A with B at the palace, A with B: a corridor for grain.
func (d *document) placeOrPause(s *sentence, i int) bool {
	if i+3 >= s.to {
		return true
	}
	n := &d.items[i+3]
	return n.kind == itemPunct || n.is(classIn) && (d.lower(n) == "in" || d.lower(n) == "at")
}

// joinsTalks tells that what the word at item i says somebody attends is talks, a gathering or a table; ‘attended’ alone tells as much.
func (d *document) joinsTalks(s *sentence, i int) bool {
	if i+1 < s.to && d.items[i+1].is(classBy) && d.items[i+1].kind == itemWord {
		return !d.otherOccasion(s, i) // a concert was attended by her
	}
	for j := i + 1; j < s.to && j < i+9; j++ {
		it := &d.items[j]
		if it.is(classTalk|classMeeting|classCall|classGather|classPress|classPerson|classGroup|classPronoun) || it.kind == itemSummit {
			return true
		}
		if it.kind == itemPunct || it.kind == itemWord && it.is(classIn) && !it.is(classAbout) {
			return j == i+1
		}
	}
	return false
}

// otherOccasion tells that the subject in front of item i is an occasion that is no talk: a concert, the service.
func (d *document) otherOccasion(s *sentence, i int) bool {
	for j := i - 1; j >= s.from && j >= i-9 && !d.items[j].boundary(); j-- {
		switch it := &d.items[j]; {
		case it.is(classTalk | classMeeting | classGather):
			return false
		case ceremonies.has(d.lower(it)):
			return true
		}
	}
	return false
}

// calledAt tells that a form of ‘call’ at item i tells of an encounter, if there is one: called him on Monday, called on him in Kyiv; but
// not called him a friend, called his plan a farce, called on him to resign.
func (d *document) calledAt(r *rule, s *sentence, i int) bool {
	it := &d.items[i]
	if it.kind != itemWord || !strings.HasPrefix(d.lower(it), "call") || !it.is(classPhoned|classCallOn) {
		return true
	}
	j := i + 1
	for j < s.to && j <= i+2 && d.items[j].kind == itemWord && d.items[j].is(classThe|classHis|classHonorific) {
		j++
	}
	if j >= s.to || !d.items[j].is(classPerson|classPronoun) || d.items[j].possessive {
		return !it.is(classCallOn) && !strings.HasPrefix(r.name, "phoned")
	}
	if j+1 >= s.to {
		return true
	}
	n := &d.items[j+1]
	if it.is(classCallOn) {
		return !n.is(classTo) && !d.demanded(s, j+1)
	}
	if i > s.from && d.items[i-1].is(classBe) {
		return false // was called the whisperer
	}
	w := d.lower(n)
	return w != "a" && w != "an" && w != "the" && w != "his" && w != "her" && !plainWord(n, w)
}

// plainWord tells that a word behind ‘called him’ is what he was called: called him smart, but: called him again, yesterday.
func plainWord(it *item, w string) bool {
	return it.kind == itemWord && it.cls == 0 && !strings.HasSuffix(w, "ly") && !afterCall.has(w)
}

// afterCall are the words that follow whom one rings.
var afterCall = setOf("again", "twice", "back", "first", "just", "early", "late", "only", "shortly", "once", "himself", "herself", "three", "this", "last", "next",
	"around", "o'clock", "within", "under", "at", "over", "halfway", "straight", "up", "out", "between", "during",
	"against", "amid", "instead", "even", "home", "soon", "or")

// demanded tells that ‘to’ and a verb follow within the sentence from item i on: called on him in the talks to end the war.
func (d *document) demanded(s *sentence, i int) bool {
	for ; i+1 < s.to; i++ {
		n := &d.items[i+1]
		const noDemand = classThe | classHis | classDiscuss | classSpeak | classThank | classPerson | classPlace
		if d.items[i].is(classTo) && n.kind == itemWord && !n.is(noDemand) && !d.tokens[n.first].capital() {
			return true
		}
	}
	return false
}

// withOutsiders tells that what is told at items i up to end is a call or a talk with reporters, voters or students.
func (d *document) withOutsiders(s *sentence, i, end int) bool {
	if !d.items[i].is(classTalk | classMeeting | classCall | classSpeak | classMeet) {
		return false
	}
	for j := i + 1; j < s.to && j <= end+3; j++ {
		it := &d.items[j]
		if d.civic(j) && (d.items[i+1].is(classWith|classTo) || d.items[i].is(classMeet)) {
			return true
		}
		if it.is(classPerson) || it.kind == itemPunct {
			return false
		}
		if it.kind == itemWord && outsiders.has(d.lower(it)) && (d.items[i+1].is(classWith|classTo) || d.items[i].is(classMeet) && j <= i+2) {
			return true
		}
	}
	return false
}

// mannerBehind tells that what stands behind ‘A and B spoke’ is how or for what they spoke, each by himself: in different
// tones, for a ceasefire, against it.
func (d *document) mannerBehind(s *sentence, i int) bool {
	if i+2 < s.to && d.items[i+1].kind == itemWeekday {
		i += 2 // on Tuesday
	}
	if i+1 >= s.to {
		return false
	}
	switch d.lower(&d.items[i]) {
	case "too":
		return true
	case "in":
		n := &d.items[i+1]
		return d.lower(n) != "private" && !n.is(classPlace|classThe|classPerson) && n.kind != itemName && n.kind != itemCountry
	case "against", "out", "of":
		return true
	case "at": // at the General Assembly, at a rally
		for j := i + 1; j < s.to && j < i+5; j++ {
			if stages.has(d.low(d.items[j].last - 1)) {
				return true
			}
		}
	}
	return false
}

// stages are occasions at which one speaks to a crowd.
var stages = setOf("assembly", "rally", "conference", "forum", "event", "ceremony", "vigil", "congress", "festival", "funeral", "commemoration",
	"parliament", "university")

// pairOnly tells that the verb behind a pair, which ends at item end, tells of no encounter between the two.
func (d *document) pairOnly(s *sentence, end int) bool {
	if p := &d.items[end-2]; p.is(classPronoun) && !p.is(classHis) {
		return true // with A and B they signed
	}
	return d.holdsNothing(s, end) || d.fromAStage(s, end) || d.inTurn(s, end) || d.items[end-1].is(classSpeak) && d.mannerBehind(s, end)
}

// inTurn tells that a pair, whose verb ends at item end, spoke before or after somebody, to a hall: A and B spoke before him.
func (d *document) inTurn(s *sentence, end int) bool {
	if !d.items[end-1].is(classSpeak) || end+1 >= s.to || !d.items[end+1].is(classPerson|classPronoun) || end+2 < s.to && d.items[end+2].kind != itemPunct {
		return false
	}
	w := d.lower(&d.items[end])
	return w == "before" || w == "after"
}

// fromAStage tells that three or more of whom the words say but that they speak do so from a stage, each in turn: Harris, Sunak and
// Wang Yi speak on Saturday.
func (d *document) fromAStage(s *sentence, end int) bool {
	if !fromStage.has(d.lower(&d.items[end-1])) || len(d.listIn(s.from, end)) < 3 {
		return false
	}
	for i := end; i < s.to && i < end+7; i++ {
		it := &d.items[i]
		if it.is(classWith|classAbout|classFor|classByPhone|classPhone|classTo) && !it.is(classIn) || d.lower(it) == "together" || d.lower(it) == "each" {
			return false
		}
	}
	return true
}

var fromStage = setOf("speak", "speaks", "spoke")

// holdsNothing tells that the verb behind a pair, which ends at item end, only helps another one and that no talks follow it: A and B
// have been, have said.
func (d *document) holdsNothing(s *sentence, end int) bool {
	switch d.lower(&d.items[end-1]) {
	case "have", "has", "had":
		if end >= s.to || d.lower(&d.items[end]) != "been" && !d.items[end].is(classSay) {
			return false
		}
	case "took": // the same view
		if end < s.to && (d.lower(&d.items[end]) == "part" || d.lower(&d.items[end]) == "stock") {
			return false
		}
	default:
		return false
	}
	for i := end; i < s.to && i < end+7 && !d.items[i].boundary(); i++ {
		it := &d.items[i]
		if it.is(classTalk|classMeeting|classCall|classMeet|classSpeak|classDiscuss|classAgree|classSign|classPress|classGather) || d.lower(it) == "together" {
			return false
		}
	}
	return true
}

// callNoun tells that item i is a call, not the verb: ‘what he calls’, ‘to call for’.
func (d *document) callNoun(i, from int) bool {
	it := &d.items[i]
	if !it.is(classCall) || it.last-it.first > 1 {
		return true
	}
	if i == from || d.namesSomething(i) {
		return false
	}
	p := &d.items[i-1]
	if p.is(classThe|classHis|classCall) || p.kind == itemNumber || p.kind == itemWeekday || d.spanOfTime(i, from) {
		return true
	}
	return p.kind == itemWord && !p.is(classPronoun|classTo|classRelative|classFuture|classModal|classSay) && i-2 >= from && d.items[i-2].is(classThe|classHis)
}

// spanOfTime tells that how long it was stands in front of item i: a 40-minute call, an hour-long call.
func (d *document) spanOfTime(i, from int) bool {
	for j := i - 1; j >= from && j >= i-2; j-- {
		switch d.lower(&d.items[j]) {
		case "minute", "hour", "long", "minutes", "hours":
			return true
		}
	}
	return false
}

// staffOf tells that the person at item i is only whose people are spoken of: aides of A and B met, an adviser to A.
func (d *document) staffOf(s *sentence, i int) bool {
	j := i - 1
	for j-1 > s.from && d.items[j].is(classAnd) && d.items[j-1].kind == itemPerson {
		j -= 2
	}
	return j > s.from && d.items[j].kind == itemWord && d.items[j].is(classOf|classTo) && staff.has(d.low(d.items[j-1].last-1))
}

// staff are people who act for somebody else.
var staff = setOf("aides", "aide", "advisers", "advisors", "deputies", "officials", "representatives", "diplomats", "staff", "teams", "team", "lawyers", "lawyer",
	"spokesmen", "spokesman", "spokeswoman", "spokespeople", "negotiators", "entourage", "assistants", "supporters",
	"allies", "opponents", "voters", "wives", "children", "sons", "adviser", "advisor", "envoys", "emissary", "emissaries",
	"fan", "fans", "widow", "daughter", "supporter", "envoy", "representative")

// kinOf tells that the person in front of item i is only whose wife or whose man is spoken of: sat beside the premier's wife.
func (d *document) kinOf(s *sentence, i int) bool {
	p := &d.items[i-1]
	return p.kind == itemPerson && p.possessive && i < s.to && kin.has(d.low(d.items[i].last-1))
}

// kin are people who are told by whose they are.
var kin = setOf("wife", "husband", "widow", "son", "sons", "daughter", "daughters", "mother", "father", "brother", "sister", "children", "parents", "spouse",
	"partner", "aide", "aides", "adviser", "advisers", "advisor", "advisors", "deputy", "deputies", "spokesman", "spokeswoman", "lawyer", "lawyers", "envoy", "envoys",
	"predecessor", "successor", "voters", "supporters", "critics", "opponents", "ambassador")

// herSomebody tells that ‘her’ in front of item i is whose somebody is: her colleague, her mother.
func (d *document) herSomebody(s *sentence, i int) bool {
	return i < s.to && d.lower(&d.items[i-1]) == "her" && (d.items[i].is(classPerson) || kin.has(d.low(d.items[i].last-1)) || counterparts.has(d.low(d.items[i].last-1)))
}
