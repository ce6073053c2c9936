package extract

import (
	"slices"
	"strings"

	"entente/model"
)

// The scores from which an encounter is believed: by itself, and in an article that speaks of encounters elsewhere too.
const (
	believed        = 8
	believedWithAid = 4
	believedOfOld   = 10 // an article about what was long ago must say so clearly
	believedBeside  = 4  // a further encounter, with names and day
	believedDated   = 3  // the same, told with both in one sentence
	believedPlaced  = 2  // the same, told with the place as well
	ofStory         = 3  // a further encounter without a day, which may have been on the day of the story
	believedOfPlay  = 16 // in a piece about a match, a play or a novel
)

// believes decides whether an event took place, or is planned, by the article's own words.
func (d *document) believes(e *event, primary bool) bool {
	if e.doubtful || e.bare {
		return false
	}
	if !primary {
		told := e.score >= believedBeside || e.dated && e.score >= believedDated || e.placed && e.score >= believedPlaced
		return told && !e.remarks && (e.placed || !e.journey) && !d.ofPlay(e)
	}
	if e.back && e.score < believedOfOld || d.ofPlay(e) || e.dateFrom < 0 && d.retrospect() {
		return false
	}
	e.passing = d.farDownUndated(e)
	return e.score+e.lead >= believed || e.score+e.lead >= believedWithAid && d.encounterWords() >= 2
}

// encounterWords counts the words of title and text that belong to encounters, quotations left out.
func (d *document) encounterWords() int {
	n := 0
	for k := range d.sents {
		s := &d.sents[k]
		const words = classTalk | classMeeting | classCall | classPress | classReceive | classVisit | classMeet | classDiscuss | classGather
		if s.zone != zoneProse && s.zone != zoneTitle || s.index > 20 || s.cls&words == 0 {
			continue
		}
		for i := s.from; i < s.to; i++ {
			it := &d.items[i]
			if it.kind == itemWord && !it.quoted && it.is(words) {
				n++
			}
		}
	}
	return n
}

// The scores below which an encounter is taken to be the one that title or lead say was called off.
const (
	offInTitle = 30
	offInLead  = 17
)

// mealBefore tells that what item i says was called off is only a part of an encounter: lunch cancelled.
func (d *document) mealBefore(s *sentence, i int) bool {
	for j := i - 1; j >= s.from && j >= i-5; j-- {
		if it := &d.items[j]; j >= i-2 && (it.is(classPress) || meals.has(d.lower(it))) || speeches.has(d.lower(it)) {
			return true
		}
	}
	return false
}

// speeches may be called off while their speaker is received.
var speeches = setOf("speech", "address", "parade", "rally", "tour")

var meals = setOf("lunch", "dinner", "breakfast", "banquet", "reception", "statement", "statements", "photo", "ceremony")

// ofPlay tells that an encounter is one of a match, where sides meet too, of a play or a novel, where presidents do, or of a life that is told when it has ended.
func (d *document) ofPlay(e *event) bool {
	if e.kind == model.KindSummit && len(e.people) >= manyDelegations {
		return false // forty leaders ran on to the pitch for the summit
	}
	g := &d.genre
	if !g.known { // it is asked of every encounter
		g.genreCounts, g.known = d.genreWords(), true
	}
	return e.indirect && g.sport >= 2 || e.score < believedOfPlay && (g.fiction >= 3 || g.sport >= 4 || g.life >= 4)
}

// headlineOff tells that title or first sentence say that something was called off, refused or did
// not take place: it returns the score below which an encounter is taken to be that, 0 for none.
func (d *document) headlineOff() int {
	const encounter = classTalk | classMeeting | classCall | classVisit | classGather | classMeet | classReceive | classSpeak
	limit := 0
	for k := range d.sents {
		s := &d.sents[k]
		if s.zone != zoneTitle && (s.zone != zoneProse || s.index > 2) || s.cls&classOff == 0 {
			continue
		}
		for i := s.from; i < s.to; i++ {
			if !d.calledOff(s, i) || d.items[i].quoted || d.mealBefore(s, i) {
				continue
			}
			if s.zone == zoneTitle {
				return offInTitle
			}
			if w := d.lower(&d.items[i]); s.cls&encounter != 0 || strings.Contains(w, " ") && !strings.HasPrefix(w, "denie") {
				limit = offInLead // what a lead says was postponed or denied may be anything else: a delivery, a landing
			}
		}
	}
	return limit
}

// report turns events into reports.
func (d *document) report(a *model.Article, frames []frame, events []event, pub model.Date) {
	a.Reports = nil
	order := rank(events)
	primary := d.primary(events, order)
	for _, i := range order {
		e := &events[i]
		if (!d.believes(e, i == primary) || i != primary && d.undatedBefore(e, frames)) && !d.datedBefore(e, frames) {
			continue
		}
		if i != primary && e.date.IsZero() && e.status == model.StatusHeld && !e.back && e.score >= ofStory &&
			(saysSo(e, frames) || d.sameDayTold(e, frames)) && !d.tellsMonth(e, frames) {
			e.date, e.dateRule = dayOfStory(events, i, primary)
		}
		if i != primary && primary >= 0 && laterThatDay(e, &events[primary], frames) {
			e.date, e.dateRule = events[primary].date, "date.story"
		}
		if i != primary {
			if len(e.people) < 2 || e.date.Precision() != model.PrecisionDay && e.status != model.StatusOff {
				continue
			}
		} else if e.date.IsZero() {
			e.date, e.dateRule = d.defaultDate(e, pub)
		}
		if i == primary {
			d.lookAround(e, frames, events)
			d.weighDay(e, frames, pub)
			d.placeByName(e, frames)
			d.weighSite(e, events)
			d.weighSeats(e, frames, events)
		}
		a.Reports = append(a.Reports, d.reportOf(a, frames, events, i, i == primary))
	}
	slices.SortStableFunc(a.Reports, func(x, y *model.Report) int {
		switch {
		case x.Primary && !y.Primary:
			return -1
		case y.Primary && !x.Primary:
			return 1
		}
		return 0
	})
}

// primary is the event that the article is about, -1 for none; what the headline calls off is noted first.
func (d *document) primary(events []event, order []int) int {
	primary := -1
	off := d.headlineOff()
	away := d.stayedAway(1)
	for _, i := range order {
		e := &events[i]
		if e.score < offInTitle && slices.ContainsFunc(e.people, func(p int32) bool { return slices.Contains(away, p) }) {
			e.status = model.StatusOff // why she won't be in Granada
		}
		if off > 0 && e.score < off && (!e.back || off > offInLead) {
			e.status = model.StatusOff
		}
		if e.status == model.StatusOff || len(e.people) == 0 || primary >= 0 && (!events[primary].longGone() || e.back) || !d.believes(e, true) {
			continue // what was long before gives way to what is told as new
		}
		primary = i
	}
	return primary
}

// longGone tells that all the text says of when an event was is a month gone by.
func (e *event) longGone() bool {
	return e.back && e.kind != model.KindSummit && e.date.Precision() == model.PrecisionMonth
}

// datedBefore tells that an encounter of the past is told with its people and its own day: worth
// listing, however far down it stands.
func (d *document) datedBefore(e *event, frames []frame) bool {
	if !e.back || e.dateFrom < 0 || e.date.Precision() != model.PrecisionDay || e.status != model.StatusHeld || len(e.people) != 2 {
		return false
	}
	for _, k := range e.frames {
		f := &frames[k]
		if f.rule.weight >= 5 && !f.doubtful && !f.filled && d.dates[e.dateFrom].sent == f.sent {
			return true
		}
	}
	return false
}

// undatedBefore tells that an encounter of the past has no day but that of another sentence: last year he saw her.
func (d *document) undatedBefore(e *event, frames []frame) bool {
	return e.back && e.dateFrom >= 0 && !slices.ContainsFunc(e.frames, func(k int) bool { return d.dates[e.dateFrom].sent == frames[k].sent })
}

// laterThatDay tells that an encounter without a day is planned for where and when another is: he signs with her at noon; with the king he will later have lunch.
func laterThatDay(e, o *event, frames []frame) bool {
	if !e.date.IsZero() || e.status != model.StatusPlanned || o.status != model.StatusPlanned || o.date.Precision() != model.PrecisionDay || !sharesPerson(e, o) {
		return false
	}
	return e.place.place.City != "" && e.place.place.City == o.place.place.City && ownMeeting(e, frames)
}

// dayOfStory is the day of an encounter that is told without one after another: a text that goes
// through somebody's day names the day once.
func dayOfStory(events []event, at, primary int) (model.Date, string) {
	best := -1
	for k := range events {
		o := &events[k]
		if k != at && o.date.Precision() == model.PrecisionDay && !o.back && o.status == model.StatusHeld &&
			o.first <= events[at].first && (best < 0 || o.first >= events[best].first) {
			best = k
		}
	}
	if best < 0 {
		best = primary
	}
	if best < 0 || events[best].back {
		return model.Date{}, ""
	}
	if a, b := &events[at], &events[best]; (a.kind == model.KindCall) != (b.kind == model.KindCall) && a.first-b.first > farDown {
		return model.Date{}, ""
	}
	return events[best].date, "date.story"
}

// sameDayTold tells that a sentence of an event puts it on the same day as what the text has told before.
func (d *document) sameDayTold(e *event, frames []frame) bool {
	return slices.ContainsFunc(e.frames, func(k int) bool {
		f := &frames[k]
		return f.withDay() && d.dates[f.date].form == formShift && d.dates[f.date].days == 0
	})
}

// saysSo tells that some words of an event, and no doubtful ones, say by themselves that people met or spoke.
func saysSo(e *event, frames []frame) bool {
	return slices.ContainsFunc(e.frames, func(k int) bool {
		f := &frames[k]
		return !f.doubtful && (f.rule.weight >= 5 || f.rule.weight == 4 && !f.filled && len(e.people) == 2)
	})
}

// sharesPerson tells that somebody took part in both events.
func sharesPerson(a, b *event) bool {
	return slices.ContainsFunc(a.people, func(p int32) bool { return slices.Contains(b.people, p) })
}

// tellsMonth tells that a sentence of an event names a month: the day of another encounter is not its day.
func (d *document) tellsMonth(e *event, frames []frame) bool {
	strongest := 0
	for _, k := range e.frames {
		if !frames[k].back || e.back {
			strongest = max(strongest, frames[k].rule.weight)
		}
	}
	for _, k := range e.frames {
		if frames[k].back && !e.back || frames[k].rule.weight < strongest {
			continue
		}
		s := &d.sents[frames[k].sent]
		if x := frames[k].date; x >= 0 && d.dates[x].form == formYear && d.today.Year != 0 && d.dates[x].date.Year < d.today.Year {
			return true // there with him in 2017
		}
		for i := s.from; i < s.to; i++ {
			if w := d.lower(&d.items[i]); w == "occasions" || w == "times" {
				return true // they have spoken several times
			}
			if d.items[i].kind == itemMonth && (i == s.from || !boundWords.has(d.lower(&d.items[i-1]))) {
				return true
			}
		}
	}
	return false
}

// farDownUndated tells that an encounter is only spoken of far down, on no day, in an article whose headline and lead do not name
// those who met.
func (d *document) farDownUndated(e *event) bool {
	if e.dateFrom >= 0 || e.status != model.StatusHeld || e.score >= toldPlainly || d.sents[e.first].index <= farBelow {
		return false
	}
	named := 0
	for k := range d.sents {
		s := &d.sents[k]
		if s.index > topSentences {
			break
		}
		if s.zone != zoneProse && s.zone != zoneTitle {
			continue
		}
		for _, p := range d.peopleIn(s) {
			if slices.Contains(e.people, p) {
				named++
			}
		}
	}
	return named < 2
}

const (
	toldPlainly  = 12 // the score from which an encounter is told so that nobody doubts it
	farBelow     = 6  // sentences behind the headline
	topSentences = 3  // headline and lead
)
