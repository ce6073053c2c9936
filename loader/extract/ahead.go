package extract

import (
	"strings"

	"entente/model"
)

// presentAhead tells that a verb in the present tells of a day to come: he arrives in Tallinn on Friday. Headlines and logs of a
// day tell in the present what was.
func (d *document) presentAhead(f *frame, s *sentence) bool {
	if d.today.Precision() != model.PrecisionDay {
		return false
	}
	if d.aheadAt == f.sent && f.rule.name == "visit.in" {
		return true // they see him in Munich on Friday
	}
	if s.zone == zoneTitle {
		return d.titleAhead(f, s)
	}
	if s.zone != zoneProse {
		return false
	}
	if d.aheadAt >= 0 && f.sent-d.aheadAt <= programmeReach && d.programme(s) {
		return true
	}
	if !d.presentForm(f, s) && !d.thereIs(f, s) {
		return false
	}
	day, on := d.weekdayBeside(f, s)
	if f.sent > 0 && d.sents[f.sent-1].para == s.para && d.aheadAt == f.sent-1 && (!d.daySpoken(s) || day > 0) {
		if day > 0 {
			d.aheadAt = f.sent
		}
		return true // Petr Pavel receives her at the castle
	}
	if day == 0 && !d.daySpoken(s) && d.dayAheadAbove(f.sent) {
		d.aheadAt = f.sent
		return true
	}
	if day == 0 || !on && day > nearAhead {
		return false
	}
	d.aheadAt = f.sent
	return true
}

// dayAheadAbove tells that one of the two sentences above sentence k has a weekday that is yet to come by its own words: the two governments will
// sign on Friday.
func (d *document) dayAheadAbove(k int) bool {
	for j := k - 1; j >= 0 && j >= k-2; j-- {
		s := &d.sents[j]
		if s.zone != zoneProse && s.zone != zoneTitle || !s.kinds.has(kindWeekday) {
			continue
		}
		for i := s.from; i < s.to; i++ {
			if it := &d.items[i]; it.kind == itemWeekday && !it.quoted && int(it.ref) != int(d.today.Weekday()) && (d.ahead(s, i) >= 0 || d.presentBefore(s, i)) {
				return true
			}
		}
	}
	return false
}

// presentBefore tells that a verb in the present stands in front of the weekday at item i, behind who is to do that: she speaks to the chambers on Friday.
func (d *document) presentBefore(s *sentence, i int) bool {
	const verbs = classMeet | classReceive | classSpeak | classVisit | classJoin
	for j := i - 1; j > s.from && j >= i-aheadReach && !d.items[j].boundary() && d.items[j].kind != itemPunct; j-- {
		it := &d.items[j]
		if it.kind != itemWord || !it.is(verbs) || it.quoted || !d.items[j-1].is(classPerson|classPronoun) {
			continue
		}
		w := d.low(it.first)
		return w[len(w)-1] == 's' && !d.pastForm(j)
	}
	return false
}

// headsAhead tells that a headline or a heading is one of what is to come: the week ahead, coming up.
func (d *document) headsAhead(s *sentence) bool {
	line := d.small[d.tokens[s.first].start:d.tokens[s.last-1].end]
	for _, p := range headsAhead {
		if strings.Contains(line, p) {
			return true
		}
	}
	return false
}

var headsAhead = [...]string{"week ahead", "days ahead", "month ahead", "coming up", "coming week", "coming days", "agenda for", "diary for"}

// titleAhead tells that a headline tells in the present of a weekday to come: Biden hosts him Tuesday, on a Sunday. A headline of yesterday's news
// is in the present, too.
func (d *document) titleAhead(f *frame, s *sentence) bool {
	const yesterday = 6 // days until the weekday is there again
	if !d.presentForm(f, s) && (f.rule.name != "visit.in" || d.lower(&d.items[min(f.end, s.to-1)]) != "from") {
		return false // the premier in Oslo from Tuesday
	}
	day, _ := d.weekdayBeside(f, s)
	if day == 0 || day >= yesterday {
		return false
	}
	d.aheadAt = f.sent
	return true
}

// onWords stand in front of a weekday of which the present tense tells: on Friday, next Friday.
var onWords = setOf("on", "next", "this")

// nearAhead is how many days off a weekday is nearer ahead than behind.
const nearAhead = 3

// weekdayBeside is how many days from today the weekday is that stands behind a trigger or begins its sentence; 0 for none and for
// today. on tells that ‘on’ stands in front of one behind the trigger.
func (d *document) weekdayBeside(f *frame, s *sentence) (days int, on bool) {
	for i := f.at; i < s.to && i < f.end+7 && !d.items[i].boundary(); i++ {
		switch w := &d.items[i]; w.kind { //nolint:exhaustive // nothing else is a day.
		case itemWeekday:
			return d.daysTo(w), onWords.has(d.lower(&d.items[i-1]))
		case itemMonth:
			if n := d.daysUntil(f.sent, i); n > 0 {
				return n, true
			}
		}
	}
	for i := s.from; i < f.at; i++ {
		next := i > s.from && d.lower(&d.items[i-1]) == "next"
		if w := &d.items[i]; w.kind == itemWeekday && !d.items[i+1].isPunct(':') && (next || i < s.from+6) { // Monday: the two meet in Split
			return d.daysTo(w), next
		}
	}
	return 0, false
}

// daysUntil is how many days from today the day of a month at item i of sentence k is: on 3 June; 0 for one past, or far off.
func (d *document) daysUntil(k, i int) int {
	const far = 60
	for n, to := d.datesIn(k); n < to; n++ {
		x := &d.dates[n]
		if x.form != formNoYear || x.bound || x.used || d.items[i].first < x.first || d.items[i].first >= x.last {
			continue
		}
		day := x.date
		for day.Year = d.today.Year; day.Year <= d.today.Year+1; day.Year++ {
			if gap := day.Days() - d.today.Days(); day.Valid() && gap > 0 && gap <= far {
				return gap
			}
		}
	}
	return 0
}

// presentForm tells that the verb of a frame's trigger is in the present: arrives, receives, they see; or that of the journey for which
// it is: flies to Oslo for talks.
func (d *document) presentForm(f *frame, s *sentence) bool {
	const verbs = classMeet | classReceive | classSpeak | classVisit | classHold | classJoin
	for i := f.at; i < f.end; i++ {
		it := &d.items[i]
		if d.progressive(s, i) {
			return true // is hosting her
		}
		if it.kind != itemWord || !it.is(verbs) && !seeing.has(d.lower(it)) || it.quoted || it.is(classTalk|classMeeting) || d.tokens[it.last-1].is(flagCapital) {
			continue
		}
		if i > s.from && d.pastForm(i) && presentBe.has(d.lower(&d.items[i-1])) {
			return true // is received
		}
		w := d.low(it.first) // crossed paths is no present
		if presentPlural.has(w) {
			return i > s.from && d.items[i-1].is(classPerson|classGroup|classGroup3|classPronoun)
		}
		return w[len(w)-1] == 's' && w != "was" && !strings.HasSuffix(w, "ss") && (i == s.from || !d.items[i-1].is(classHis|classThe|classOf))
	}
	if !d.items[f.at].is(classTalk|classMeeting) || f.at < s.from+3 {
		return false
	}
	if w := d.lower(&d.items[f.at-1]); w == "has" || w == "holds" {
		return !d.items[f.at-1].quoted // has talks with her
	}
	if !d.items[f.at-1].is(classFor) {
		return false
	}
	for i := f.at - 2; i >= s.from && i >= f.at-6; i-- {
		if it := &d.items[i]; it.kind == itemWord && it.is(classVisit) && !it.quoted {
			return strings.HasSuffix(d.low(it.first), "s")
		}
	}
	return false
}

// progressive tells that the verb of an encounter at item i is said of what goes on or is to come: he is hosting her, they are meeting.
func (d *document) progressive(s *sentence, i int) bool {
	it := &d.items[i]
	if i == s.from || it.kind != itemWord || it.quoted || !it.is(classMeeting|classReceive|classHold|classVisit) || !strings.HasSuffix(d.low(it.first), "ing") {
		return false
	}
	if i--; i > s.from && d.items[i].kind == itemWord && d.lower(&d.items[i]) == "also" {
		i--
	}
	return d.items[i].kind == itemWord && presentBe.has(d.lower(&d.items[i]))
}

var seeing, presentBe = setOf("see", "sees"), setOf("is", "are")

// presentPlural are verbs of encounters as they follow several people: they see him on Friday.
var presentPlural = setOf("see", "meet", "hold", "sit", "receive", "host", "welcome", "speak", "talk", "visit", "travel", "fly", "arrive", "come")

// daySpoken tells that a sentence names a day.
func (d *document) daySpoken(s *sentence) bool {
	for i := s.from; i < s.to; i++ {
		if k := d.items[i].kind; k == itemWeekday || k == itemMonth {
			return true
		}
	}
	return false
}

// ahead finds the word in the clause in front of the date at item i that speaks of what is to come; -1 for none.
func (d *document) ahead(s *sentence, i int) int {
	for j := i - 1; j >= s.from && j >= i-aheadReach; j-- {
		it := &d.items[j]
		if it.boundary() || it.isPunct(',') {
			return -1
		}
		if it.kind == itemWord && j > s.from && d.items[j-1].is(classRelative) && aheadVerbs.has(d.lower(it)) {
			return j // the summit that begins on Tuesday
		}
		if it.kind == itemWord && it.is(classFuture) && d.lower(it) != "next" && d.lower(it) != "tomorrow" && (!it.is(classReceive) || !d.firstTo(s, j)) {
			if j > s.from {
				switch d.lower(&d.items[j-1]) {
				case "was", "were", "been", "had":
					return -1 // had been expected on Friday
				}
			}
			return j
		}
	}
	return d.aheadBehind(s, i)
}

// aheadBehind finds the word of what is to come behind the date at item i, where that begins its sentence: on Saturday the minister is expected in Rome.
func (d *document) aheadBehind(s *sentence, i int) int {
	if i > s.from+1 {
		return -1
	}
	for j := i + 1; j < s.to && j < i+aheadReach; j++ {
		it := &d.items[j]
		w := d.low(it.last - 1)
		switch {
		case it.isPunct(',') && j <= i+2:
		case it.kind == itemPunct, it.boundary(), strings.HasSuffix(w, "ed") && !it.is(classFuture), irregularPast.has(w), w == "was", w == "were":
			return -1
		case it.kind == itemWord && it.is(classFuture) && !it.quoted && w != "next" && w != "tomorrow":
			return j
		}
	}
	return -1
}

// aheadVerbs tell in the present of a day to come, behind that or which.
var aheadVerbs = setOf("begins", "starts", "opens", "ends", "closes", "lapses", "expires", "falls", "gathers", "meets", "convenes", "follows", "comes", "takes",
	"votes", "decides", "publishes", "debates", "presents", "rules")

// programmeReach is how many sentences behind one of what is to come its programme may stand.
const programmeReach = 5

// programme tells that a sentence is an item of a programme: on the agenda: talks with her.
func (d *document) programme(s *sentence) bool {
	for i := s.from; i+1 < s.to && i <= s.from+4; i++ {
		if it := &d.items[i]; it.kind == itemWord && !it.quoted && programmes.has(d.lower(it)) {
			return d.items[i+1].isPunct(':')
		}
	}
	return false
}

// programmes stand, with a colon behind, in front of what is to come: on the agenda: talks with her.
var programmes = setOf("programme", "program", "agenda", "schedule", "itinerary", "timetable", "menu", "plan", "diary")

// thereIs tells that a noun for an encounter stands behind ‘there is’, as in a programme: first there's a courtesy call on her.
func (d *document) thereIs(f *frame, s *sentence) bool {
	if !d.items[f.at].is(classTalk | classMeeting | classCallOn) {
		return false
	}
	for i := f.at - 1; i >= s.from && i >= f.at-5; i-- {
		switch it := &d.items[i]; {
		case it.kind != itemWord:
			return false
		case d.lower(it) == "there":
			return it.possessive || presentBe.has(d.lower(&d.items[i+1]))
		}
	}
	return false
}

// aheadReach is how many items in front of a date are looked at for such a word.
const aheadReach = 13

// invitedFor tells that a frame is of an invitation to a place for a day that is told: invited him to the White House for Tuesday, asked her to come to
// Prague on Friday.
func (d *document) invitedFor(f *frame, s *sentence) bool {
	if f.rule.name != "told" {
		return false
	}
	from := f.end
	if from < s.to && d.items[from].isPunct(',') {
		from++ // asked his counterpart, Petr Pavel, to the castle
	}
	if w := d.lower(&d.items[f.at]); w != "invited" && w != "invites" && (w != "asked" && w != "asks" || !d.bidCome(s, from) && !d.bidTo(s, from)) {
		return false
	}
	to, set := false, s.zone == zoneTitle
	for i := from; i < s.to && i < from+12 && !d.items[i].boundary() && !d.items[i].isPunct(','); i++ {
		it := &d.items[i]
		to = to || it.is(classPlace)
		set = set || it.is(classTalk|classMeeting|classVisit) && it.kind == itemWord && to // to the White House for a meeting on Tuesday
		if it.kind == itemWeekday || it.kind == itemMonth || it.kind == itemWord && d.lower(it) == "tomorrow" {
			return to && (set || d.items[i-1].is(classFor|classAbout) || it.kind != itemWeekday || d.lower(&d.items[i-1]) == "next")
		}
	}
	return false
}

// bidCome tells that ‘to come’ or the like stands right behind item i.
func (d *document) bidCome(s *sentence, i int) bool {
	for j := i; j+1 < s.to && j <= i+2; j++ {
		if it := &d.items[j+1]; d.items[j].is(classTo) && it.kind == itemWord && it.is(classVisit) {
			return true
		}
	}
	return false
}

// bidTo tells that a place to which somebody is asked stands right behind item i: asked her to the White House.
func (d *document) bidTo(s *sentence, i int) bool {
	if i+2 >= s.to || d.lower(&d.items[i]) != "to" {
		return false
	}
	n := &d.items[i+1]
	return n.is(classPlace) || n.is(classThe) && n.kind == itemWord && d.items[i+2].is(classPlace)
}
