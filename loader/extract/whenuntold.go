package extract

import (
	"slices"

	"entente/model"
)

// ofEncounter tells that a day is that of an encounter by its grammar: yesterday's visit, Tuesday's talks.
func (d *document) ofEncounter(x *dateExpr) bool {
	if !d.tokens[x.last-1].is(flagPossessive) {
		return false
	}
	i := d.itemOf(x.sent, x.last)
	return i < d.sents[x.sent].to && d.items[i].kind == itemWord && d.items[i].is(classVisit|classTalk|classMeeting|classCall)
}

// defaultDate is the day of an encounter for which the text tells none near
// it: a day told with ‘the talks’ or ‘the visit’, the first day of the lead, else the publication day.
func (d *document) defaultDate(e *event, pub model.Date) (model.Date, string) {
	if e.dateRule == "date.vague" {
		return d.monthTold(e, pub)
	}
	best := choice{weight: 0, expr: -1}
	for k := range d.dates {
		x := &d.dates[k]
		s := &d.sents[x.sent]
		ofVisit := d.ofEncounter(x)
		if s.index > 8 && !ofVisit || d.before(x.first) == "since" || !d.mayBeDay(e, x) {
			continue
		}
		w := 8 - 2*s.index
		if ofVisit {
			w = max(w, 2)
		}
		if d.speaksOfEncounter(s) {
			w += 6
		}
		if d.tokens[x.first].is(flagQuoted) || x.bound || d.saidByOthers(x, e.people) {
			w -= 6
		}
		if x.weekday >= 0 {
			w++
		}
		if e.status == model.StatusPlanned && (d.saidOn(s, d.itemOf(x.sent, x.first)) || x.form == formWeekday && d.pastTold(s)) {
			continue
		}
		day, rule := d.resolveDate(x, pub, e.status)
		if day.IsZero() {
			continue
		}
		w -= 2 * distance(day, pub, e.status)
		if w > best.weight {
			best = choice{weight: w, expr: k, day: day, rule: rule}
		}
	}
	switch {
	case best.expr >= 0:
		e.dateFrom = best.expr
		e.end = rangeEndOf(&d.dates[best.expr], best.day)
		return best.day, best.rule
	case pub.Precision() >= model.PrecisionMonth && e.status == model.StatusHeld:
		return pub, "date.published"
	}
	return d.monthTold(e, pub)
}

// saysWhen tells that a sentence says of what was told before it when it was: It was on Sunday, in the hours before the feast. What it was that was done on
// that day stands in others behind the day: It was on Sunday that he left.
func (d *document) saysWhen(s *sentence) bool {
	i := s.from
	if w := d.lower(&d.items[i]); i+3 >= s.to || w != "it" && w != "that" && w != "this" || !d.items[i+1].is(classBe) {
		return false
	}
	for i += 2; i < s.to && i <= s.from+4; i++ {
		if it := &d.items[i]; it.kind == itemWeekday || it.kind == itemMonth {
			return i+1 < s.to && !d.items[i+1].is(classRelative)
		}
	}
	return false
}

// monthTold is the month of an encounter in a text that tells neither a day nor when it appeared: that of the issue, else the first that the text tells
// with its year.
func (d *document) monthTold(e *event, pub model.Date) (model.Date, string) {
	if e.status != model.StatusHeld || pub.Precision() == model.PrecisionDay {
		return model.Date{}, ""
	}
	if pub.Precision() == model.PrecisionMonth {
		return pub, "date.published"
	}
	for k := range d.dates {
		x := &d.dates[k]
		switch s := &d.sents[x.sent]; {
		case s.index > topSentences+4:
			return model.Date{}, ""
		case x.form == formMonth && x.date.Year != 0 && x.date.Month != 0 && !x.bound && !x.aside && !d.sinceThen(s, x) && d.ahead(s, d.itemOf(x.sent, x.first)) < 0:
			e.dateFrom = k
			return x.date, "date.month"
		}
	}
	return model.Date{}, ""
}

// sinceThen tells that a date is that of something since which the rest has been so: since he came to power in November 2023.
func (d *document) sinceThen(s *sentence, x *dateExpr) bool {
	for i := d.itemOf(x.sent, x.first) - 1; i >= s.from && d.items[i].kind != itemPunct; i-- {
		if d.lower(&d.items[i]) == "since" {
			return true
		}
	}
	return false
}

// speaksOfEncounter tells that a sentence has a word for a meeting, a call or a visit.
func (d *document) speaksOfEncounter(s *sentence) bool {
	return d.holdsWord(s, classMeet|classMeeting|classTalk|classCall|classVisit|classReceive|classPress)
}

// holdsWord tells that a sentence has a word of one of the classes.
func (d *document) holdsWord(s *sentence, cls class) bool {
	for i := s.from; i < s.to; i++ {
		if it := &d.items[i]; it.kind == itemWord && it.is(cls) {
			return true
		}
	}
	return false
}

// mayBeDay tells that a date may be the day of an encounter for which the text tells none near it.
func (d *document) mayBeDay(e *event, x *dateExpr) bool {
	s := &d.sents[x.sent]
	if x.aside || x.used || x.prefix || x.dateline || s.zone == zoneStamp || s.zone == zoneTail || s.zone == zoneBackground || !x.form.tellsDay() {
		return false
	}
	if d.ofOther(x, -1) || d.ofElse(s, e.people, d.toldFirst(e, d.frames) < x.sent) || d.hadHappened(x, s) {
		return false
	}
	if e.onLine && d.inPerson(x) || d.toldInLead(e) && d.ofOthers(e, d.frames, d.dateIndex(x)) {
		return false
	}
	return e.status != model.StatusHeld || d.ahead(s, d.itemOf(x.sent, x.first)) < 0 && !d.todayNow(x, s)
}

// toldInLead tells that the first sentence tells of an encounter by itself: as news, of the day on which it appeared. The day of another encounter is not its day.
func (d *document) toldInLead(e *event) bool {
	return e.status == model.StatusHeld && slices.ContainsFunc(e.frames, func(k int) bool {
		f := &d.frames[k]
		return d.sents[f.sent].index == 1 && f.rule.weight >= 6 && !f.filled && !f.doubtful
	})
}
