package extract

import "entente/model"

// series is a row of encounters that somebody had one after the other, and which the text goes through: she saw three presidents in a row. A was
// the first. After him came B. Or as a list: a) A, on trade; b) B, on tractors.
type series struct {
	open     bool
	who      int32 // who met them all
	sent     int   // the sentence that told of one of them last
	status   model.Status
	doubtful bool
}

// seriesReach is how many sentences may stand between two of a series.
const seriesReach = 5

// seriesRule is for whoever is named as the next one of a series.
var seriesRule = rule{name: "series", weight: 6, open: true, kind: model.KindMeeting}

// classSeries has the words for what a series is of.
const classSeries = classMeet | classReceive | classTalk | classMeeting

// opensSeries begins a series where a sentence says, with the word at item met, that somebody met several of whom it names none: used the
// morning for three talks; saw two ministers one after the other; whom he met in
// Munich: A and B.
func (d *document) opensSeries(s *sentence, k, met int, fo *focus) {
	if s.zone != zoneProse && s.zone != zoneTitle || !d.items[s.to-1].isPunct(':') && (s.zone == zoneTitle || !d.several(s) && d.rounds(s) < 0) {
		return
	}
	who := int32(-1)
	for i := s.from; i < s.to; i++ {
		it := &d.items[i]
		if it.kind != itemPerson || it.possessive || it.quoted || d.minor(&d.people[it.ref]) {
			continue
		}
		if who >= 0 && who != it.ref {
			return
		}
		who = it.ref
	}
	if who < 0 && fo.subject >= 0 && d.heIs(s, fo.subject) {
		who = fo.subject
	}
	if who < 0 {
		who = d.hero
	}
	if who < 0 {
		return
	}
	f := frame{rule: &seriesRule, sent: k, at: met, end: met + 1, date: -1, then: -1}
	if d.factuality(&f, s); !f.back && f.status != model.StatusOff {
		fo.series = series{open: true, who: who, sent: k, status: f.status, doubtful: f.doubtful}
	}
}

// rounds is the item by which a sentence says that somebody goes from one to the next: he worked through the list, she made the rounds; -1 for none.
func (d *document) rounds(s *sentence) int {
	for i := s.from + 2; i < s.to && s.marks&markRound != 0; i++ {
		it := &d.items[i]
		if it.kind == itemWord && d.items[i-1].is(classThe|classHis) && !it.quoted && roundWords.has(d.lower(it)) && roundVerbs.has(d.lower(&d.items[i-2])) {
			return i
		}
	}
	return -1
}

// roundWords are what somebody works through who meets several, roundVerbs what stands in front of them.
var (
	roundWords = setOf("list", "rounds", "appointments", "schedule", "programme", "program", "bilaterals", "guests", "visitors", "round", "agenda",
		"calendar", "diary", "itinerary")
	roundVerbs = setOf("through", "making", "made", "makes", "doing", "did")
)

// heIs tells that he or she in a sentence that names nobody may be somebody.
func (d *document) heIs(s *sentence, p int32) bool {
	for i := s.from; i < s.to; i++ {
		if it := &d.items[i]; it.kind == itemWord && (it.word == d.lex.pronouns.he || it.word == d.lex.pronouns.she) {
			return d.agrees(p, d.lower(it))
		}
	}
	return false
}

// several tells that a sentence speaks of a number of talks, leaders or guests: three South Americans, two meetings.
func (d *document) several(s *sentence) bool {
	for i := s.from; i+1 < s.to && (s.marks&markSeveral != 0 || s.cls&classApart != 0); i++ {
		it := &d.items[i]
		if it.kind != itemWord || it.quoted {
			continue
		}
		if it.is(classApart) {
			return true
		}
		if it.marks&markSeveral == 0 || !severalNumbers.has(d.lower(it)) {
			continue
		}
		for j := i + 1; j < s.to && j <= i+3; j++ {
			n := &d.items[j]
			if n.kind == itemPunct || n.is(classDay) || d.lower(n) == "minutes" {
				break
			}
			if last := d.low(n.last - 1); n.kind == itemRole && n.plural || n.is(classTalk) && last[len(last)-1] == 's' || severalPeople.has(last) {
				return true
			}
		}
	}
	return false
}

// severalNumbers are how many they are.
var severalNumbers = func() *wordSet {
	s := setOf("several")
	for w, n := range numberWords {
		if n >= 2 {
			s.add(w)
		}
	}
	return s
}()

// severalPeople are words for whom somebody meets.
var severalPeople = setOf("leaders", "guests", "visitors", "colleagues", "counterparts", "presidents", "ministers", "premiers", "neighbours", "neighbors", "europeans",
	"americans", "africans", "asians", "heads", "partners", "allies", "encounters", "appointments", "bilaterals", "faces", "people", "statesmen")

// nextInSeries makes a frame for the next one of the series that the text goes through.
func (d *document) nextInSeries(s *sentence, k int, fo *focus, frames []frame) (frame, bool) {
	f := frame{rule: &seriesRule, sent: k, date: -1, then: -1, weight: seriesRule.weight, left: 1, kind: seriesRule.kind}
	if !fo.series.open {
		return d.nextOfTour(s, k, frames)
	}
	if s.zone != zoneProse && s.zone != zoneTitle || k-fo.series.sent > seriesReach || k == fo.series.sent {
		return f, false
	}
	at := d.nextNamed(s)
	if p := &d.sents[k-1]; at < 0 && p.to-p.from <= 2 && d.listMark(p, p.from) && d.items[s.from].kind == itemPerson {
		at = s.from // the number of the line is a sentence by itself
	}
	if at < 0 {
		return f, false
	}
	p, who := d.refOf(at), fo.series.who
	if p < 0 || p == who || d.partyOfPerson(&d.people[p]) == d.partyOfPerson(&d.people[who]) {
		return f, false
	}
	f.people, f.at, f.end, f.status, f.doubtful = []int32{who, p}, at, at+1, fo.series.status, fo.series.doubtful
	fo.series.sent = k
	return f, true
}

// nextNamed is the item of whom a sentence brings in as the next of several: b) Kallas; next came Kallas; Kallas was last. -1 for nobody.
func (d *document) nextNamed(s *sentence) int {
	i := s.from
	for i < s.to && i < s.from+3 && d.listMark(s, i) {
		i++
	}
	if i > s.from && i < s.to && d.items[i].kind == itemPerson {
		return i
	}
	if i = s.from; d.items[i].kind == itemPerson {
		if d.saidNext(s, i+1) {
			return i
		}
		return -1
	}
	if !nextWords.has(d.lower(&d.items[i])) {
		return -1
	}
	told := false // a word says that he came next
	for j := i + 1; j < s.to && j <= i+5; j++ {
		it := &d.items[j]
		if it.kind == itemPerson {
			if told || j+1 >= s.to || d.items[j+1].kind == itemPunct {
				return j
			}
			return -1
		}
		w := d.lower(it)
		if !it.isPunct(',') && !it.isPunct(':') && !seriesFill.has(w) && !timeFill.has(w) {
			return -1
		}
		told = told || it.kind == itemWord && w != "him" && w != "her" && w != "the" && w != "in" && !timeFill.has(w)
	}
	return -1
}

// listMark tells that item i is a part of what stands in front of a line of a list: -, 1., a).
func (d *document) listMark(s *sentence, i int) bool {
	it := &d.items[i]
	switch {
	case it.kind == itemPunct:
		return it.word == '-' || it.word == '*' || it.word == '(' || it.word == ')' || it.word == '.'
	case it.kind == itemNumber:
		return true
	case it.kind == itemWord && len(d.lower(it)) == 1 && i+1 < s.to:
		return d.items[i+1].isPunct(')') || d.items[i+1].isPunct('.')
	}
	return false
}

// saidNext tells that the words from item i on say of somebody that he was one of several: was the first, came next, followed.
func (d *document) saidNext(s *sentence, i int) bool {
	if i >= s.to {
		return false
	}
	switch d.lower(&d.items[i]) {
	case "followed", "follows":
		return i+1 >= s.to || d.items[i+1].kind == itemPunct
	case "was", "is", "came", "comes", "went":
	default:
		return false
	}
	for j := i + 1; j < s.to && j <= i+3; j++ {
		switch w := d.lower(&d.items[j]); {
		case orderWords.has(w):
			return j+1 >= s.to || d.items[j+1].kind == itemPunct || d.items[j+1].is(classAnd|classWith) || d.lower(&d.items[j+1]) == "in"
		case w != "the" && w != "up":
			return false
		}
	}
	return false
}

var (
	// nextWords begin a sentence that brings in the next one of several.
	nextWords = setOf("first", "next", "then", "finally", "last", "lastly", "second", "third", "fourth", "after", "afterwards", "later", "thereafter", "after that",
		"before", "before that")
	// seriesFill may stand between such a word and the name.
	seriesFill = setOf("him", "her", "the", "was", "is", "came", "comes", "followed", "follows", "it", "turn", "of", "in", "line", "up")
	orderWords = setOf("first", "next", "second", "third", "fourth", "fifth", "last", "then", "afterwards")
)

// byTheHour tells that a sentence names two hours at which somebody was met: A at nine, B at ten.
func (d *document) byTheHour(s *sentence) bool {
	n := 0
	for i := s.from + 1; i < s.to; i++ {
		if it := &d.items[i]; (it.kind == itemNumber || it.kind == itemWord) && d.clockTime(i) {
			n++
		}
	}
	return n >= 2
}

// oneAfterOther tells that those whom a sentence lists were met one after the other: first with A, then with B.
func (d *document) oneAfterOther(s *sentence) bool {
	for i := s.from; i+1 < s.to && s.cls&(classApart|classSeparate) != 0; i++ {
		it := &d.items[i]
		if it.kind != itemWord || it.quoted {
			continue
		}
		if it.is(classApart) || it.is(classSeparate) && d.items[i+1].is(classWith) && i > s.from && d.items[i-1].kind == itemPunct {
			return true
		}
	}
	return false
}

// manyCalls tells that a trigger is of several calls or of a verb of calling, of people of as many countries: telephoned A and B; had calls with A,
// B and C.
func (d *document) manyCalls(f *frame) bool {
	many := d.items[f.at].is(classPhoned)
	for i := f.at; i < f.end && !many; i++ {
		many = d.items[i].kind == itemWord && severalCalls.has(d.lower(&d.items[i]))
	}
	if !many {
		return false
	}
	for i, p := range f.people {
		for _, q := range f.people[:i] {
			if d.partyOfPerson(&d.people[p]) == d.partyOfPerson(&d.people[q]) {
				return false
			}
		}
	}
	return true
}

// severalCalls are words for more than one encounter of one with others.
var severalCalls = setOf("calls", "phone calls", "telephone calls", "phone conversations", "telephone conversations", "bilaterals",
	"bilats", "bilateral meetings", "video calls")
