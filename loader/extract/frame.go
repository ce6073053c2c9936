package extract

import (
	"slices"
	"strings"

	"entente/model"
)

// frame is one place in the text that tells of an encounter: a rule's trigger with its arguments.
type frame struct {
	rule     *rule
	sent     int
	at, end  int           // items of the trigger
	people   []int32       // indexes in document.people, in order of the text
	parties  []model.Party // of people whom the text gives by office only
	kind     model.Kind
	status   model.Status
	weight   int
	date     int // index in document.dates, -1 for none
	doubtful bool
	relative bool // stands in a relative clause: who met her in Rome, …
	back     bool // told as what was before
	group    bool // ‘the two leaders’: who they are was taken from what stands before
	filled   bool // one side was taken from the context
	notes    []string
}

func (f *frame) has(p int32) bool { return slices.Contains(f.people, p) }

func (f *frame) add(p int32) {
	if p >= 0 && !f.has(p) {
		f.people = append(f.people, p)
	}
}

// focus is whom the text speaks of at the moment.
type focus struct {
	subject  int32   // who acted last; -1 for nobody
	recent   []int32 // people by last mention, the latest first
	pair     []int32 // the people of the encounter told last
	pairSent int     // the sentence and the kind of that encounter
	pairKind model.Kind
}

func (f *focus) mention(p int32) {
	if i := slices.Index(f.recent, p); i >= 0 {
		f.recent = slices.Delete(f.recent, i, i+1)
	}
	f.recent = slices.Insert(f.recent, 0, p)
}

// findFrames walks the text and fills every trigger's places.
func (d *document) findFrames(rules []rule) []frame {
	var out []frame
	starts := triggers(rules)
	fo := focus{subject: -1}
	for k := range d.sents {
		s := &d.sents[k]
		if s.zone == zoneStamp || s.zone == zoneTail || s.zone == zoneHeading {
			continue
		}
		for i := s.from; i < s.to; i++ {
			if d.items[i].cls&starts == 0 {
				continue
			}
			if f, ok := d.bestRule(rules, i, s, k); ok {
				d.arguments(&f, s, &fo)
				d.factuality(&f, s)
				if len(f.people)+len(f.parties) > 0 {
					out = append(out, f)
					if len(f.people) >= 2 {
						fo.pair, fo.pairSent, fo.pairKind = slices.Clone(f.people), k, f.kind
					}
				}
			}
		}
		if f, ok := d.together(s, k, out); ok {
			out = append(out, f)
		}
		for i := s.from; i < s.to; i++ {
			if it := &d.items[i]; it.kind == itemPerson && !it.quoted {
				if i == s.from || fo.subject < 0 || i < s.from+6 && !d.behindPreposition(s, i) {
					fo.subject = it.ref
				}
				fo.mention(it.ref)
			}
		}
	}
	return out
}

// togetherRule is the weakest sign of all: people of two parties act in one sentence high up in the article.
var togetherRule = rule{name: "together", weight: 3, kind: model.KindMeeting}

// together makes a frame of a sentence without a trigger that names people of
// two parties, unless they are only owners or objects of a preposition.
func (d *document) together(s *sentence, k int, frames []frame) (frame, bool) {
	f := frame{rule: &togetherRule, sent: k, date: -1, weight: togetherRule.weight}
	if s.index > 12 || s.zone == zoneBackground {
		return f, false
	}
	for i := s.from; i < s.to; i++ {
		it := &d.items[i]
		if it.quoted || it.possessiveOf(d, i, s.to) || d.behindPreposition(s, i) && !d.items[i-1].is(classBy) {
			continue
		}
		if it.kind == itemPerson && !d.minor(&d.people[it.ref]) {
			f.add(it.ref)
			f.at, f.end = i, i+1
		} else if it.kind == itemRole && it.party != "" && !it.former && !it.plural {
			if p := d.whoIs(it); p >= 0 {
				f.add(p)
				f.at, f.end = i, i+1
			}
		}
	}
	if len(f.people) < 2 {
		return f, false
	}
	for j := len(frames) - 1; j >= 0 && frames[j].sent == k; j-- {
		if len(frames[j].people) >= 2 {
			return f, false
		}
	}
	d.factuality(&f, s)
	f.status = model.StatusHeld
	return f, true
}

// bestRule returns the heaviest rule that begins at item i.
func (d *document) bestRule(rules []rule, i int, s *sentence, k int) (frame, bool) {
	f := frame{sent: k, at: i, date: -1}
	for r := range rules {
		if rules[r].name == "call" && !d.callNoun(i, s.from) {
			continue
		}
		end, ok := d.matchRule(&rules[r], i, s.to)
		if ok && (f.rule == nil || rules[r].weight > f.rule.weight) {
			f.rule, f.end = &rules[r], end
		}
	}
	if f.rule == nil {
		return f, false
	}
	f.kind, f.weight = f.rule.kind, f.rule.weight
	return f, true
}

// callNoun tells that item i is a call, not the verb: ‘what he calls’, ‘to call for’.
func (d *document) callNoun(i, from int) bool {
	it := &d.items[i]
	if !it.is(classCall) || it.last-it.first > 1 {
		return true
	}
	if i == from {
		return false
	}
	p := &d.items[i-1]
	return p.is(classThe|classHis|classCall) || p.kind == itemNumber || p.kind == itemWord && !p.is(classPronoun|classTo|classRelative|classFuture|classModal|classSay) && i-2 >= from && d.items[i-2].is(classThe|classHis)
}

// boundary tells that the item ends a clause.
func (it *item) boundary() bool {
	if it.kind == itemPunct {
		return it.word == ';' || it.word == ':' || it.word == '-'
	}
	return it.kind == itemWord && it.is(classRelative|classSubord)
}

// behindPreposition tells that the person at item i is the object of a preposition that makes nobody a participant.
func (d *document) behindPreposition(s *sentence, i int) bool {
	if i == s.from {
		return false
	}
	p := &d.items[i-1]
	if p.is(classThe|classHis) && i-1 > s.from {
		p = &d.items[i-2]
	}
	return p.kind == itemWord && p.is(classFor|classAbout|classFrom|classIn|classTo|classOf|classBy|classThank) && !p.is(classWith|classBetween)
}

// arguments finds who stands at the two sides of a trigger.
func (d *document) arguments(f *frame, s *sentence, fo *focus) {
	if f.rule.name == "then.with" {
		if len(fo.pair) == 0 || fo.pairSent != f.sent {
			f.weight = 0
			return
		}
		f.add(fo.pair[0])
		f.kind = fo.pairKind
	} else {
		d.leftSide(f, s, fo)
	}
	d.rightSide(f, s, fo)
	for i := f.at; i < f.end; i++ { // people inside the pattern
		d.argument(f, s, i, fo)
	}
	if f.rule.weight >= 4 && len(f.people) > 0 && !d.international(f) {
		d.sameSentence(f, s)
	}
}

// leftSide takes the subject: the nearest list of people in front of the trigger.
func (d *document) leftSide(f *frame, s *sentence, fo *focus) {
	found, crossed := 0, 0
	for i := f.at - 1; i >= s.from && i > f.at-40; i-- {
		it := &d.items[i]
		switch {
		case it.boundary():
			if found > 0 {
				return
			}
			f.relative = f.relative || crossed == 0 && it.is(classRelative)
			crossed++
			if crossed > 2 {
				return
			}
		case it.cls&(classPerson|classGroup|classGroup3|classPronoun|classFirst) != 0 && !it.possessiveOf(d, i, s.to):
			if it.quoted != d.items[f.at].quoted {
				continue
			}
			if found > 0 && !d.listed(i, s.to) {
				return
			}
			if it.is(classPronoun) && (found > 0 || crossed > 0 && it.word == d.lex.words["them"]) {
				continue
			}
			if it.kind == itemPerson && d.behindPreposition(s, i) && found == 0 && !d.items[i-1].is(classBy) {
				if d.items[i-1].is(classTo) || d.items[i-1].is(classFrom) || d.items[i-1].is(classAbout) || d.items[i-1].is(classFor) {
					continue
				}
			}
			if d.argument(f, s, i, fo) {
				found++
			}
		}
	}
}

// sameSentence gives a frame with one side the only other person of the sentence who speaks for another party.
func (d *document) sameSentence(f *frame, s *sentence) {
	other := int32(-1)
	party := d.partyOfPerson(&d.people[f.people[0]])
	for i := s.from; i < s.to; i++ {
		it := &d.items[i]
		if it.kind != itemPerson || it.quoted != d.items[f.at].quoted || f.has(it.ref) || d.partyOfPerson(&d.people[it.ref]) == party || it.possessiveOf(d, i, s.to) {
			continue
		}
		if other >= 0 && other != it.ref {
			return
		}
		if i > s.from && d.items[i-1].kind == itemWord && d.items[i-1].is(classFrom|classAbout|classFor) && !d.items[i-1].is(classTo) {
			continue
		}
		other = it.ref
	}
	f.add(other)
}

// listed tells that the person at item i is joined to the next one: by a comma or ‘and’.
func (d *document) listed(i, to int) bool {
	for j := i + 1; j < to && j <= i+3; j++ {
		it := &d.items[j]
		if it.is(classPerson) {
			return true
		}
		if !it.isPunct(',') && !it.is(classAnd|classThe|classWith) {
			return false
		}
	}
	return false
}

// possessiveOf tells that somebody is named only as the owner of something that is no talk: ‘Kallas's party’.
func (it *item) possessiveOf(d *document, i, to int) bool {
	if !it.possessive {
		return false
	}
	for j := i + 1; j < to && j <= i+4; j++ {
		if d.items[j].is(classTalk | classMeeting | classCall | classVisit | classReceive | classSpeak) {
			return false
		}
	}
	return true
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
		it := &d.items[i]
		switch {
		case f.relative && it.isPunct(',') && found+inside > 0 && i+1 < s.to && !d.items[i+1].is(classPerson|classAnd):
			return
		case it.boundary():
			if i+1 < s.to && d.lower(it) == "as" && d.lower(&d.items[i+1]) == "did" {
				continue
			}
			if found == 0 && (it.kind == itemPunct && it.word == '-' || i == f.end && it.is(classRelative)) {
				continue
			}
			return
		case it.is(classSay) && it.kind == itemWord && i > f.end && d.items[i-1].is(classPerson):
			return
		case it.is(classSeparate) && it.kind == itemWord && found > 0 && d.thenWith(i, s.to):
			return
		case it.cls&(classPerson|classGroup|classGroup3) != 0 && !it.possessiveOf(d, i, s.to) || it.is(classPronoun) && i <= f.end+1 && it.word != d.lex.words["they"] && it.word != d.lex.words["he"] && it.word != d.lex.words["she"]:
			if it.quoted != d.items[f.at].quoted {
				continue
			}
			if i+1 < s.to && d.items[i+1].kind == itemWord && d.items[i+1].is(classSay) && found > 0 {
				return
			}
			if p := &d.items[i-1]; p.kind == itemWord && p.is(classFor|classAbout|classFrom|classOf) && !p.is(classWith) && !(p.is(classOf) && i-2 >= f.at && d.items[i-2].is(classTalk|classMeeting)) {
				continue
			}
			if d.argument(f, s, i, fo) {
				found++
			}
		}
	}
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

// thenWith tells that ‘afterwards with’ or ‘later to’ begins another encounter at item i.
func (d *document) thenWith(i, to int) bool {
	for j := i + 1; j < to && j <= i+2; j++ {
		if d.items[j].is(classWith | classTo) {
			return true
		}
	}
	return false
}

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

// factuality decides whether the trigger tells of something that took place, is to take place, or did not.
func (d *document) factuality(f *frame, s *sentence) {
	neg, future, modal, off, back := false, false, false, false, false
	end := f.end
	if d.items[f.at].is(classTalk | classMeeting | classCall | classVisit | classGather) {
		for end < s.to && end < f.end+9 && !d.items[end].boundary() { // talks with him are planned
			end++
		}
	}
	start := max(s.from, f.at-10)
	if d.items[f.at].is(classTalk | classMeeting | classCall) { // at their meeting: what was said before is no doubt about it
		for i := f.at - 1; i >= start && i >= f.at-3; i-- {
			if d.items[i].kind == itemWord && nounPrepositions[d.lower(&d.items[i])] {
				start = i
				break
			}
		}
	}
	never := false
	for i := start; i < end; i++ {
		it := &d.items[i]
		if it.boundary() && i < f.at && !(d.lower(it) == "as" && d.items[i+1].is(classThe)) {
			neg, future, modal = false, false, false
			continue
		}
		if it.kind != itemWord {
			continue
		}
		if i >= f.end && !it.is(classFuture) {
			continue
		}
		neg = neg || it.is(classNeg) && i >= f.at-4
		never = never || neg && d.lower(it) == "never"
		future = future || it.is(classFuture)
		modal = modal || it.is(classModal) && i >= f.at-7
		back = back || it.is(classRemember|classBackground)
	}
	if f.at > s.from+1 && d.items[f.at-1].is(classTo) && d.items[f.at].is(classMeet|classReceive|classVisit|classSpeak|classSign|classDiscuss|classHold) {
		if d.items[f.at-2].is(classBe) || s.zone == zoneTitle {
			future = true // is to meet; Zelensky to visit Poland
		} else if d.items[f.at].is(classMeet | classReceive | classSpeak) {
			f.weight -= 2
		}
	}
	off = d.offNear(f, s)
	for i := s.from; i < s.to; i++ {
		back = back || d.items[i].is(classBackground|classRemember)
	}
	if s.zone == zoneBackground {
		f.weight -= 5
		back = true
	}
	if future && d.pastForm(f.at) {
		future = false
	}
	f.back = back
	if back {
		f.weight -= 4
	}
	if d.items[f.at].quoted {
		f.weight -= 4
	}
	switch {
	case never: // had never met before: nothing that was called off
		f.back = true
		f.weight -= 10
	case neg || off:
		f.status = model.StatusOff
	case future:
		f.status = model.StatusPlanned
	case modal:
		f.doubtful = true
		f.weight -= 4
	}
}

// pastForm tells that the trigger is a verb in the past: whatever will be stands elsewhere in the sentence.
func (d *document) pastForm(i int) bool {
	it := &d.items[i]
	if it.kind != itemWord || it.last-it.first != 1 || !it.is(classMeet|classReceive|classSpeak|classSign|classDiscuss|classVisit|classHold|classGreet|classPhoned|classRule|classJoin) {
		return false
	}
	if i > 0 && d.items[i-1].kind == itemWord && d.items[i-1].is(classBe|classFuture) {
		w := d.lower(&d.items[i-1])
		return w != "be" && w != "to" && !d.items[i-1].is(classFuture)
	}
	w := d.lower(it)
	return strings.HasSuffix(w, "ed") || irregularPast[w]
}

var irregularPast = map[string]bool{
	"met": true, "spoke": true, "held": true, "saw": true, "sat": true, "took": true, "came": true, "flew": true, "had": true, "told": true, "rang": true, "led": true, "began": true, "went": true, "shook": true,
}

// nounPrepositions stand in front of an encounter that is taken as given: after talks, at a meeting.
var nounPrepositions = map[string]bool{"at": true, "in": true, "after": true, "during": true, "following": true, "on": true, "over": true, "by": true}

// offNear tells that words for a cancellation stand in the trigger's clause.
func (d *document) offNear(f *frame, s *sentence) bool {
	for i := f.at - 1; i >= s.from && i >= f.at-9 && !d.items[i].boundary(); i-- {
		if d.items[i].is(classOff) && d.items[i].kind == itemWord {
			return true
		}
	}
	for i := f.at; i < s.to && i < f.end+9 && !d.items[i].boundary(); i++ {
		if d.items[i].is(classOff) && d.items[i].kind == itemWord {
			return true
		}
	}
	return false
}
