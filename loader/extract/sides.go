package extract

// leftSide takes the subject: the nearest list of people in front of the trigger.
func (d *document) leftSide(f *frame, s *sentence, fo *focus) {
	found, crossed, verbs := 0, 0, false
	if d.beginsWithSubject(f, s) {
		found = 1 // only who is listed with it
	}
	for i := d.overRelative(s, f.at) - 1; i >= s.from && i > f.at-40; i-- {
		it := &d.items[i]
		switch {
		case it.is(classAnd) && it.kind == itemWord && d.joinsVerbs(i, f.at):
			verbs = true
		case it.boundary():
			if found > 0 {
				d.antecedent(f, s, i, fo)
				return
			}
			if crossed == 2 || crossed == 0 && d.othersWho(s, i) {
				return
			}
			f.relative = f.relative || crossed == 0 && it.is(classRelative)
			crossed++
		case it.is(classPerson|classGroup|classGroup3|classPronoun|classFirst) && it.quoted == d.items[f.at].quoted && !it.possessiveOf(d, i, s.to):
			if found > 0 && !d.inList(f, s, i) {
				return
			}
			switch {
			case d.onlyOwner(s, i), i > s.from && d.likeOrJoining(it, i):
			case crossed > 0 && it.is(classPronoun) && it.word == d.lex.pronouns.them:
			case found == 0 && d.passedOver(f, s, i, verbs):
			case d.argument(f, s, i, fo):
				found++
			}
		}
	}
}

// beginsWithSubject tells that a trigger begins with who acts: ‘A and B spoke’, behind a mark, ‘who’ or ‘between’.
func (d *document) beginsWithSubject(f *frame, s *sentence) bool {
	if !d.items[f.at].is(classPerson) || f.at == s.from {
		return false
	}
	p := &d.items[f.at-1]
	return p.kind == itemPunct || f.rule.steps[0].cls&classPerson != 0 && p.is(classRelative|classBetween)
}

// inList tells that the person at item i is listed with the next one, in front of a trigger. Hosted by
// him, they met: the host is no part of the list.
func (d *document) inList(f *frame, s *sentence, i int) bool {
	if i > s.from && d.items[i-1].kind == itemWord && d.items[i-1].is(classThank|classFrom|classAbout) {
		return false // according to him, she called
	}
	return d.listed(i, s.to) && (i == s.from || !d.items[i-1].is(classBy) || d.items[f.at].is(classBy))
}

// addressed tells that the person at item i stands behind ‘to’, ‘from’, ‘about’ or ‘for’.
func (d *document) addressed(s *sentence, i int) bool {
	return d.items[i].kind == itemPerson && d.behindPreposition(s, i) && d.items[i-1].is(classTo|classFrom|classAbout|classFor) && !d.items[i-1].is(classBy)
}

// accordingTo tells that the person at item i is whose word it is: according to her aide X they talked.
func (d *document) accordingTo(s *sentence, i int) bool {
	for j := i - 1; j >= s.from && j >= i-4 && s.cls&classThank != 0; j-- {
		it := &d.items[j]
		if it.is(classThank) && d.lower(it) == "according to" {
			return true
		}
		if it.kind == itemPunct || it.kind == itemWord && it.cls&^(classThe|classHis) != 0 {
			return false
		}
	}
	return false
}

// othersWho tells that the relative clause at item i is about people without a name: their bosses, who
// are to meet. Whoever stands further in front is not the subject.
func (d *document) othersWho(s *sentence, i int) bool {
	if w := d.lower(&d.items[i]); w != "who" && w != "that" || i-1 <= s.from {
		return false
	}
	p := &d.items[i-1]
	if p.isPunct(',') && i-2 > s.from {
		p = &d.items[i-2]
	}
	w := d.lower(p)
	return p.kind == itemWord && p.cls == 0 && len(w) > 3 && w[len(w)-1] == 's' || p.kind == itemRole && p.plural
}

// joinsVerbs tells that ‘and’ at item i, in front of a trigger at an item, does not join people: what follows is a verb or a thing.
func (d *document) joinsVerbs(i, at int) bool {
	n := &d.items[i+1]
	if i+1 == at {
		return !n.is(classPerson)
	}
	const people = classPerson | classThe | classHis | classOf | classFormer | classHonorific | classSeparate | classPronoun | classGroup
	return n.kind == itemWord && (!n.is(people) || n.is(classBe)) || d.verbBehindAside(i+1, len(d.items))
}

// verbAt tells that a verb stands at item i, words such as then and later passed over.
func (d *document) verbAt(i int) bool {
	it := &d.items[i]
	if it.kind == itemWord && it.is(classSeparate) && i+1 < len(d.items) {
		it = &d.items[i+1]
	}
	return it.kind == itemWord && !it.is(classTalk|classHis) && it.is(classBe|classHold|classReceive|classMeet|classVisit|classSign|classSay|classGreet|classPhoned)
}

// object tells that the person at item i stands behind a preposition, or is who was accompanied, received or had as a guest.
func (d *document) object(s *sentence, i int) bool {
	named := d.items[i].kind == itemPerson // he took them inside, and talked
	for i--; i > s.from && d.items[i].kind == itemWord && d.items[i].is(classThe|classHis); {
		i--
	}
	if i < s.from || d.items[i].kind != itemWord {
		return false
	}
	if named && d.items[i].is(classHold|classReceive) {
		return true
	}
	return d.items[i].is(classWith|classTo|classBy|classFor|classFrom|classAbout|classOf) || d.lower(&d.items[i]) == "accompanied"
}

// onlyOwner tells that the person at item i is only whose people or affairs the sentence is about: aides of hers, before the swearing-in of
// Argentina's president.
func (d *document) onlyOwner(s *sentence, i int) bool {
	if d.items[i].kind == itemRole {
		return i > s.from && d.ownedThing(s, i)
	}
	return d.items[i].kind == itemPerson && (d.staffOf(s, i) || d.otherHolder(s, i))
}

// antecedent adds whom ‘whom’ at item i stands for: Milei, whom the Pope received.
func (d *document) antecedent(f *frame, s *sentence, i int, fo *focus) {
	if i == s.from || d.lower(&d.items[i]) != "whom" {
		return
	}
	j := i - 1
	if j > s.from && (d.items[j].isPunct(',') || d.items[j].is(classWith|classTo)) {
		j--
	}
	if j > s.from && d.items[j].isPunct(',') {
		j--
	}
	if d.items[j].is(classPerson) {
		d.argument(f, s, j, fo)
	}
}

// rightSide takes the people behind the trigger up to the end of its clause.
func (d *document) rightSide(f *frame, s *sentence, fo *focus) {
	found, inside := 0, 0
	for i := f.at; i < f.end; i++ {
		if d.items[i].is(classPerson) {
			inside++
		}
	}
	for i := f.end; i < s.to && i < f.end+60; i++ {
		i = d.overBrackets(i, s.to, found+inside)
		it := &d.items[i]
		switch {
		case it.boundary():
			if !d.clauseGoesOn(f, s, i, found) {
				return
			}
		case d.sideEnds(f, s, i, found, inside):
			d.apartBehind(f, s, i)
			return
		case d.mayBeObject(f, s, i):
			if (found+inside > 0 || len(f.people) >= 2) && d.attributed(s, i) {
				return
			}
			if d.ofAnother(f, i, found) || d.regardsTo(f, s, i) {
				continue
			}
			if found+inside > 0 && d.setApart(s, i) {
				f.then, f.thenAt = d.refOf(i), i
				return
			}
			if d.argument(f, s, i, fo) {
				found++
			}
			if i+1 < s.to && it.kind == itemPerson && d.lower(&d.items[i+1]) == "first" {
				return // dials Putin first and Zelenskyy next
			}
		}
	}
}

// clauseGoesOn tells that the boundary at item i does not end what stands behind a trigger: so did he,
// a dash or a relative right behind it.
func (d *document) clauseGoesOn(f *frame, s *sentence, i, found int) bool {
	it := &d.items[i]
	if w := d.lower(it); i+1 < s.to && (w == "as" || w == "so") && d.lower(&d.items[i+1]) == "did" {
		return true
	}
	if it.isPunct(';') && found > 0 && d.listGoesOn(i+1, s.to) {
		return true // by the minister of defence, X; the minister of energy, Y; and Z
	}
	if it.is(classRelative) && found > 0 && (d.items[i-1].isPunct(',') || d.items[i-1].is(classWith) && d.items[i-2].isPunct(',')) {
		for j := i + 1; j < s.to && j < i+listReach; j++ {
			if d.items[j].isPunct(';') {
				return d.listGoesOn(j+1, s.to) // X, who chairs the union; and Y
			}
		}
	}
	if it.isPunct(':') && found == 0 && (f.end < i || f.rule.name == "one.by.one" || d.items[i-1].kind == itemRole && d.items[i-1].plural) && d.listGoesOn(i+1, s.to) {
		return true // received three neighbours: A, B and C
	}
	return found == 0 && (it.isPunct('-') || i == f.end && it.is(classRelative))
}

// sideEnds tells that item i, within a clause, begins something else than the people behind a trigger,
// of whom some were found behind it and some inside.
func (d *document) sideEnds(f *frame, s *sentence, i, found, inside int) bool {
	it := &d.items[i]
	switch {
	case f.rule.name == "after.seeing" && found > 0 && it.kind == itemWord && !it.is(classAnd|classThe|classPerson):
		return true // before seeing her, he had talks with another
	case f.relative && it.isPunct(',') && found+inside > 0 && i+1 < s.to && !d.items[i+1].is(classPerson|classAnd):
		return true
	case it.isPunct(',') && i+2 < s.to && d.items[i+1].is(classPerson) && (d.verbAt(i+2) || seatVerbs.has(d.lower(&d.items[i+2]))) &&
		(d.clauseOf(s, f.at) != 0 || found+inside > 0 && d.clauseBefore(s, f.at) >= 0):
		return true // in Warsaw, where he was on a visit, she held talks; before he was received by Xi, Blinken held talks
	case it.isPunct(',') && (found+inside > 0 || d.items[f.at].is(classVisit)) && i+2 < s.to && d.verbAt(i+1) && !d.items[i+1].is(classSay) && d.clauseOf(s, f.at) != 0:
		return true // who came from Munich, where she had seen him, received her
	case it.isPunct(',') && f.left > 0 && f.rule.name == "the.talks":
		return true // he told the press after the talks, there are two candidates
	case it.is(classSay) && it.kind == itemWord && i > f.end && d.items[i-1].is(classPerson):
		return true
	case it.kind == itemWord && found+inside == 0 && (f.rule.name == "visit" && it.is(classFuture) || d.lower(it) == "why" || d.lower(it) == "how"):
		return true // flew home to prepare for hers; discussed why he had phoned her
	case it.is(classAnd) && found+inside > 0 && i+1 < s.to && (d.verbAt(i+1) || d.lower(&d.items[i+1]) == "will" || d.verbBehindAside(i+1, s.to) || d.nextClause(s, i+1)):
		return true // talked with A and was received by B
	}
	return it.is(classSeparate) && it.kind == itemWord && found+inside > 0 && d.anotherBegins(i, s)
}

// mayBeObject tells that item i is somebody who may stand behind a trigger.
func (d *document) mayBeObject(f *frame, s *sentence, i int) bool {
	it := &d.items[i]
	if it.quoted != d.items[f.at].quoted {
		return false
	}
	if it.is(classGroup|classGroup3) && i+1 < s.to && d.items[i+1].is(classSay) && !d.items[i+1].is(classDiscuss|classPhoned) {
		return false // he was in Kyiv, both sides confirmed
	}
	if it.is(classPerson | classGroup | classGroup3) {
		return !it.possessiveOf(d, i, s.to)
	}
	p := &d.lex.pronouns
	return it.is(classPronoun) && i <= f.end+1 && it.word != p.they && it.word != p.he && it.word != p.she
}

// ofAnother tells that the person at item i belongs to something else behind the trigger: talks about
// him, with the minister of hers. ‘A and of B’ is a list all the same, ‘talks of A’ are with A.
func (d *document) ofAnother(f *frame, i, found int) bool {
	if d.items[i].kind == itemRole && i-2 > f.end && d.items[i-1].is(classThe) && d.items[i-2].is(classOf) && d.items[i-3].is(classVisit) {
		return true // discussed the visit of the president
	}
	p := &d.items[i-1]
	if f.rule.name == "join" && f.left > 1 && p.is(classBy) && i-2 >= f.end && (d.items[i-2].is(classHold|classReceive) || d.lower(&d.items[i-2]) == "convened") {
		return true // they joined the session chaired by him
	}
	if i-2 > f.end && p.kind == itemWord && p.is(classThe) && d.items[i-2].is(classFrom) {
		return true // proposals from the UN's secretary general
	}
	if p.kind != itemWord || !p.is(classFor|classAbout|classFrom|classOf) || p.is(classWith) {
		return p.kind == itemWord && p.is(classTo) && i-2 >= f.end && staff.has(d.low(d.items[i-2].last-1)) // met an aide to him
	}
	if !p.is(classOf) {
		return true
	}
	if i-2 > f.at && partaking.has(d.lower(&d.items[i-2])) {
		return false // with the participation of the minister
	}
	if found > 0 && d.items[i-2].is(classAnd) && d.items[i-3].kind == itemPerson && f.has(d.items[i-3].ref) {
		return false
	}
	return i-2 < f.at || !d.items[i-2].is(classTalk|classMeeting)
}

// partaking are words for being there, in front of ‘of’ and those who were.
var partaking = setOf("participation", "presence", "attendance", "involvement")

// regardsTo tells that the person at item i is only sent something: regards to the king, a letter from the president, or
// rules over what is spoken of: the policy under the prime minister.
func (d *document) regardsTo(f *frame, s *sentence, i int) bool {
	j := i - 1
	for j > s.from && d.items[j].kind == itemWord && d.items[j].is(classThe|classHis) {
		j--
	}
	if j <= s.from || d.items[j].kind != itemWord {
		return false
	}
	if d.lower(&d.items[j]) == "under" {
		return j > f.end // they met under him: he led them
	}
	return d.items[j].is(classTo|classOf|classFrom|classFor) && sentThings.has(d.lower(&d.items[j-1]))
}

// sentThings are what one sends to somebody who is not there.
var sentThings = setOf("regards", "greetings", "wishes", "condolences", "message", "messages", "letter", "letters",
	"invitation", "congratulations", "gratitude", "thanks", "respects")

// attributed tells that the person at item i is who tells all this: …, a minister, Kallas, has announced; …, A and B said.
func (d *document) attributed(s *sentence, i int) bool {
	j := i + 1
	if j < s.to && d.items[j].isPunct(',') && i > s.from && d.items[i-1].isPunct(',') {
		j++ // the name stands between commas, behind the office
	}
	if j+1 < s.to && d.items[j].is(classAnd) && d.items[j+1].kind == itemPerson && i > s.from && d.items[i-1].isPunct(',') {
		j += 2
	}
	for j < s.to && j < i+4 && d.items[j].kind == itemWord && (perfect.has(d.lower(&d.items[j])) || d.items[j].is(classSeparate)) {
		j++
	}
	return j < s.to && d.items[j].kind == itemWord && d.items[j].is(classSay) && !d.items[j].is(classPhoned)
}

// anotherBegins tells that the word at item i, such as then, separately or later, begins another encounter.
func (d *document) anotherBegins(i int, s *sentence) bool {
	if d.thenWith(i, s.to) {
		return true
	}
	p := &d.items[i-1]
	return d.lower(&d.items[i]) == "separately" && i+1 < s.to && (p.is(classAnd) || p.isPunct(','))
}

// thenWith tells that ‘afterwards with’ or ‘later to’ begins another encounter at item i.
func (d *document) thenWith(i, to int) bool {
	const reach = 2 // words in front of ‘with’, those for a stretch of time not counted: afterwards, an hour with
	for j, n := i+1, 0; j < to && n < reach; j++ {
		it := &d.items[j]
		if it.is(classWith | classTo) {
			return true
		}
		if !it.isPunct(',') && !it.is(classThe|classDay) {
			n++
		}
	}
	return false
}

// refOf is the person whom item i names or tells by office; -1 for nobody.
func (d *document) refOf(i int) int32 {
	switch it := &d.items[i]; it.kind { //nolint:exhaustive // nothing else is anybody.
	case itemPerson:
		return it.ref
	case itemRole:
		return d.whoIs(it)
	}
	return -1
}

// overRelative returns the item in front of which the subject of a trigger
// stands: a relative clause that ends right before it is passed over. In ‘Iwaya,
// minister in the cabinet that Ishiba formed, was received’ that is Iwaya.
func (d *document) overRelative(s *sentence, at int) int {
	i := at - 1
	for i > s.from && i > at-4 && d.items[i].kind == itemWord && d.items[i].is(classBe|classHold|classSeparate) && !d.items[i].boundary() {
		i--
	}
	if i <= s.from || !d.items[i].isPunct(',') {
		return at
	}
	for j := i - 1; j > s.from && j > i-25; j-- {
		it := &d.items[j]
		if it.kind == itemPunct && !it.isPunct(',') {
			return at
		}
		if it.kind == itemWord && it.is(classRelative) {
			if p := &d.items[j-1]; p.kind == itemWord && p.is(classSay) || d.onlySomebody(j+1, i) {
				return at // said that X, Y and Z met; in which the minister, X, took part
			}
			return j
		}
	}
	return at
}

// wentBefore tells that a verb of motion stands in front of item i: he went to Bucha and then to the president.
func (d *document) wentBefore(s *sentence, i int) bool {
	for j := i - 1; j >= s.from; j-- {
		if w := d.lower(&d.items[j]); w == "went" || w == "drove" || w == "walked" || w == "spent" || d.items[j].kind == itemWord && d.items[j].is(classVisit) {
			return true
		}
	}
	return false
}
