package extract

import (
	"slices"

	"entente/model"
)

// ofOther tells that a date is that of a thing of which the sentence only speaks, and not of the encounter at item at: the outcome of the
// council's meeting held on 4 November; about his talks in Brussels on 6 April; her victory in the election on 3 April. at is negative
// where no encounter stands in the sentence.
func (d *document) ofOther(x *dateExpr, at int) bool {
	if x.form == formYear || x.form == formVague || x.form == formMonth {
		return false
	}
	s := &d.sents[x.sent]
	it := d.itemOf(x.sent, x.first-x.front)
	switch {
	case it <= s.from+1:
		return false
	case d.dayAfterOf(s, it), d.ofWhom(s, it, at), d.keptDay(s, it), d.ofDeed(s, it, at):
		return true
	case d.datesListed(s, it):
		k, _ := d.datesIn(x.sent)
		for ; k < len(d.dates) && d.dates[k].sent == x.sent; k++ {
			if y := &d.dates[k]; y.last < x.first && y.last >= x.first-2 {
				return d.ofOther(y, at)
			}
		}
	}
	thing, done := d.thingOf(s, it)
	if thing < s.from || at >= thing && at < it {
		return false
	}
	w := &d.items[thing]
	switch {
	case w.kind == itemWord && happenings.has(d.lower(w)):
		return it-thing <= 2 // the vote on Sunday; not: brought the news to Kyiv on Tuesday
	case done:
		return d.mentioned(s, thing)
	}
	return d.ownedBySomebody(s, thing) && d.mentioned(s, thing)
}

// dayAfterOf tells that the date at item it only says which thing is meant: the statement of 9 November.
func (d *document) dayAfterOf(s *sentence, it int) bool {
	of := &d.items[it-1]
	if of.kind != itemWord || !of.is(classOf) || d.lower(of) != "of" || d.items[it].kind != itemNumber && d.items[it].kind != itemMonth {
		return false
	}
	if it-2 >= s.from && s.zone == zoneTitle && d.items[it-2].is(classTalk|classMeeting|classCall|classVisit|classGather) {
		return false // Talks of 17 May: what was agreed
	}
	return it-2 >= s.from && !d.items[it-2].is(classDay)
}

// datesListed tells that the date at item it stands behind another: of 9 November and 11 January.
func (d *document) datesListed(s *sentence, it int) bool {
	w := &d.items[it-1]
	return it-2 > s.from && (w.isPunct(',') || w.kind == itemWord && w.is(classAnd))
}

// ofWhom tells that the date at item it stands in a clause about somebody named in front of it, apart from the encounter at item at: the guest
// who was elected on Sunday.
func (d *document) ofWhom(s *sentence, it, at int) bool {
	for j := it - 1; j > s.from && j >= it-10 && s.marks&markWho != 0; j-- {
		w := &d.items[j]
		switch {
		case w.kind == itemWord && d.lower(w) == "who":
			return !d.arrival(s, it) && (at < j || at > it && slices.ContainsFunc(d.items[it:at], func(w item) bool { return w.kind == itemPunct || w.boundary() }))
		case w.kind == itemPunct && !w.isPunct('-') || w.boundary():
			return false
		}
	}
	return false
}

// ofDeed tells that the date at item it is when something befell those who are named in front of it: the people killed on Saturday; her
// colleague, sworn in last Tuesday. Where the deed is told as news, the sentence is about that day: six were killed on Saturday.
func (d *document) ofDeed(s *sentence, it, at int) bool {
	for j := it - 1; j > s.from && j >= it-5; j-- {
		w := &d.items[j]
		switch {
		case w.kind == itemWord && deeds.has(d.low(w.first)):
			p := &d.items[j-1]
			if p.kind == itemWord && (p.is(classBe|classPronoun|classRelative|classHold) || finite.has(d.lower(p)) || beWords.has(d.low(p.last-1))) {
				return false
			}
			return at < j || at > it
		case w.kind == itemPunct || w.boundary():
			return false
		case w.kind == itemWord && w.cls == 0 && d.items[j-1].kind == itemWord && d.items[j-1].is(classFrom|classIn):
			// released from hospital the day before
		case w.kind == itemWord && !w.is(classIn|classAbout|classBy|classThe|classDay|classFrom) && !edgeWords.has(d.lower(w)) && d.lower(w) != "in":
			return false
		}
	}
	return false
}

// deeds are participles of what befalls people and things and is no encounter.
var deeds = setOf("killed", "wounded", "injured", "murdered", "slain", "released", "freed", "arrested", "detained", "abducted", "captured", "kidnapped", "bombed",
	"shelled", "destroyed", "damaged", "hit", "struck", "attacked", "liberated", "sworn", "elected", "re-elected", "reelected", "appointed", "inaugurated",
	"born", "buried",
	"sacked", "dismissed", "downed", "deported", "evacuated", "unveiled", "introduced", "sunk", "seized", "occupied", "expelled", "mined", "confirmed")

// keptDay tells that the date at item it is that of a feast: Unity Day, marked on 2 April.
func (d *document) keptDay(s *sentence, it int) bool {
	j := it - 1
	if d.items[j].is(classIn|classAbout) && j > s.from {
		j--
	}
	switch d.lower(&d.items[j]) {
	case "marked", "celebrated", "observed", "commemorated":
		return d.items[j].kind == itemWord
	}
	return false
}

// inPerson tells that a date is that of something for which people came together, which a call is not: the talks in Sochi on
// 26 November, the 23 November meeting, a visit to Delhi on Monday.
func (d *document) inPerson(x *dateExpr) bool {
	s := &d.sents[x.sent]
	it := d.itemOf(x.sent, x.first-x.front)
	if next := d.itemOf(x.sent, x.last-1) + 1; next < s.to {
		w := &d.items[next]
		if w.kind == itemWord && (w.is(classMeeting|classVisit) || d.lower(w) == "talks" || d.lower(w) == "summit") {
			return true
		}
		if w.kind == itemWord && w.is(classIn) && next+1 < s.to && d.items[next+1].kind == itemCity {
			return true
		}
	}
	j := it - 1
	if j > s.from && d.items[j].kind == itemWord && d.items[j].is(classIn|classAbout) {
		j--
	}
	if j > s.from && d.items[j].kind == itemCity && d.items[j-1].is(classIn|classTo) {
		return true
	}
	thing, _ := d.thingOf(s, it)
	return thing >= s.from && d.items[thing].kind == itemWord && d.items[thing].is(classMeeting|classVisit)
}

// toldAsCall tells that the headline or the lead says that they telephoned.
func (d *document) toldAsCall(f *frame) bool {
	return f.kind == model.KindCall && !f.rule.open && !f.doubtful && !f.group && d.sents[f.sent].index <= 2
}

// unseen leaves a date out that is no day of a call.
func (d *document) unseen(date int) int {
	if date >= 0 && d.inPerson(&d.dates[date]) {
		return -1
	}
	return date
}

// thingOf is the item of the thing whose day a date at item it is: the talks held in Moscow on Monday; his talks with her in Brussels on
// Tuesday. done tells that a participle stands between the two. -1 for none.
func (d *document) thingOf(s *sentence, it int) (thing int, done bool) {
	for j := it - 1; j > s.from && j >= it-12; j-- {
		w := &d.items[j]
		switch {
		case w.kind == itemPunct || w.boundary():
			return -1, false
		case w.kind != itemWord:
		case takenPlace.has(d.lower(w)):
			before := &d.items[j-1]
			if before.is(classBe|classHis) || beWords.has(d.low(before.last-1)) || finite.has(d.lower(before)) {
				return -1, false
			}
			if before.kind == itemPunct || before.kind == itemPerson || before.kind == itemRole {
				return -1, false
			}
			return j - 1, true
		case w.is(classTalk|classMeeting|classVisit|classCall|classGather) || happenings.has(d.lower(w)):
			return j, false
		case !w.is(classIn | classTo | classWith | classThe | classAbout | classFrom | classBetween | classAnd | classDay | classByPhone | classPhone | classOf):
			return -1, false
		}
	}
	return -1, false
}

// takenPlace are the participles that stand behind a thing to say when it was.
var takenPlace = setOf("held", "adopted", "signed", "delivered", "agreed", "reached", "elected", "received", "passed", "conducted", "published",
	"launched", "convened", "organised", "organized", "issued", "approved", "handed", "sent", "imposed", "committed", "carried")

// beWords end what makes a participle a verb: will be held.
var beWords = setOf("be", "been", "being", "was", "were", "is", "are")

// finite stand in front of such a word where it is a verb: had agreed, Kyiv also signed.
var finite = setOf("has", "had", "have", "having", "also", "not", "then", "later", "he", "she", "they", "who", "which", "that", "and")

// ownedBySomebody tells that the thing at item i is that of one of them alone: his talks, Minister Nielsen's visit.
func (d *document) ownedBySomebody(s *sentence, i int) bool {
	for j := i - 1; j >= s.from && j >= i-4; j-- {
		w := &d.items[j]
		switch {
		case w.kind == itemPerson || w.kind == itemRole:
			return w.possessive
		case w.kind == itemWord && w.is(classHis):
			return d.lower(w) != "their" && d.lower(w) != "our"
		case w.kind != itemWord && w.kind != itemNumber && w.kind != itemMonth || w.is(classThe) && !w.is(classHis):
			return false
		}
	}
	return false
}

// mentioned tells that the thing at item i is one of which the sentence speaks: about the talks, the outcome of the meeting; not: at the
// meeting, after the talks.
func (d *document) mentioned(s *sentence, i int) bool {
	for j := i - 1; j >= s.from && j >= i-9; j-- {
		w := &d.items[j]
		switch {
		case w.kind == itemPunct || w.boundary():
			return false
		case w.kind != itemWord:
		case d.items[j+1].is(classPlace) && w.is(classIn|classTo):
		case topicWords.has(d.lower(w)):
			return j == s.from || !d.items[j-1].is(classSideline) && !stretches.has(d.lower(&d.items[j-1]))
		case w.is(classDiscuss|classThank) && !w.is(classHold):
			return true
		case w.is(classIn|classSubord|classMeet|classSpeak) || d.lower(w) == "on" || d.lower(w) == "upon":
			return false
		}
	}
	return false
}

// topicWords bring in what somebody speaks of.
var topicWords = setOf("about", "of", "regarding", "concerning", "for", "with", "by", "to", "on", "from", "under")

// stretches are parts of an encounter: the start of the talks held on Monday.
var stretches = setOf("start", "beginning", "end", "part", "day", "framework", "course", "opening", "close", "conclusion", "rest", "hours", "minutes")

// toldOf tells that a trigger is of talks that one of them had with somebody, and of which the sentence only speaks: informed her about his
// talks with the chancellor.
func (d *document) toldOf(s *sentence, f *frame) bool {
	w := &d.items[f.at]
	return w.kind == itemWord && w.is(classTalk|classMeeting|classCall) && !w.is(classHold|classSpeak|classMeet) &&
		d.ownedBySomebody(s, f.at) && d.mentioned(s, f.at)
}

// ownersOf puts right who had talks of which a sentence only speaks: A informed B of his talks with C tells of A and C, and nothing of
// what B was told brings C to the talks of the two.
func (d *document) ownersOf(f *frame, s *sentence) {
	switch {
	case f.spokenOf && f.left == 1 && len(f.people) == 2:
		if first := d.firstPerson(s, f.at); first >= 0 && first != f.people[1] && d.wasTold(s, f.people[0], f.at) {
			f.people[0] = first
		}
	case f.rule.name == "told":
		for j := f.end; j < s.to; j++ {
			w := &d.items[j]
			if w.kind != itemWord || !w.is(classTalk|classMeeting|classCall) || !d.ownedBySomebody(s, j) || !d.mentioned(s, j) {
				continue
			}
			f.people = slices.DeleteFunc(f.people, func(p int32) bool { return !d.namedIn(p, s.from, j) && d.namedIn(p, j, s.to) })
			return
		}
	}
}

// wasTold tells that somebody stands in front of item at as the one who was told: informed the prime minister.
func (d *document) wasTold(s *sentence, p int32, at int) bool {
	for j := at - 1; j > s.from; j-- {
		if w := &d.items[j]; w.kind == itemPerson && w.ref == p {
			switch d.lower(&d.items[j-1]) {
			case "informed", "informs", "told", "tells", "briefed", "briefs", "updated", "updates":
				return true
			}
			return false
		}
	}
	return false
}

// firstPerson is who is named first in a sentence, in front of item at; -1 for nobody.
func (d *document) firstPerson(s *sentence, at int) int32 {
	for j := s.from; j < at; j++ {
		if w := &d.items[j]; w.kind == itemPerson && !w.possessive && !d.minor(&d.people[w.ref]) {
			return w.ref
		}
	}
	return -1
}

// namedIn tells that somebody is named between two items.
func (d *document) namedIn(p int32, from, to int) bool {
	return slices.ContainsFunc(d.items[from:to], func(w item) bool { return w.kind == itemPerson && w.ref == p })
}

// longAfter tells that an event of which no words have told the day is the news of these days, and that a sentence further down tells of a day months before: the
// visit on Friday, and how the two had met in May of last year.
func (d *document) longAfter(e *event, sent int, day model.Date) bool {
	const months = 45
	if !e.date.IsZero() || e.back || e.status != model.StatusHeld || d.sents[e.first].index > topSentences || sent-e.first < topSentences {
		return false
	}
	if day.Precision() != model.PrecisionDay || d.today.Precision() != model.PrecisionDay || d.today.Days()-day.Days() < months {
		return false
	}
	return d.newsDay()
}

// newsDay tells that the first sentences name a day of the week before the article's day, or that day.
func (d *document) newsDay() bool { return !d.newsDate().IsZero() }

// newsDate is the latest such day; zero where there is none.
func (d *document) newsDate() (last model.Date) {
	for k := range d.dates {
		x := &d.dates[k]
		if d.sents[x.sent].index > topSentences+1 {
			return last
		}
		if x.used || x.aside || x.prefix || x.bound || !x.form.tellsDay() || d.sents[x.sent].zone == zoneStamp {
			continue
		}
		if day, _ := d.resolveDate(x, d.today, model.StatusHeld); !day.IsZero() {
			if gap := d.today.Days() - day.Days(); gap >= 0 && gap <= 7 && model.Compare(day, last) > 0 {
				last = day
			}
		}
	}
	return last
}

// heads tells that a date stands alone in front of the sentence of a frame, as in a diary: 18 April. The two met.
func (d *document) heads(f *frame, x *dateExpr) bool {
	s := &d.sents[x.sent]
	return f.sent == x.sent+1 && x.first == s.first && x.last >= s.last-1 && s.zone == zoneProse && (x.form == formFull || x.form == formNoYear)
}

// remembered tells that a word before the trigger puts it back in time: last met, previously visited.
func (d *document) remembered(f *frame) bool {
	for i := max(d.sents[f.sent].from, f.at-2); i < f.at; i++ {
		switch d.lower(&d.items[i]) {
		case "last", "previously", "earlier", "already", "once", "formerly":
			return true
		}
	}
	return false
}
