package extract

import (
	"slices"
	"strings"

	"entente/model"
)

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
		if s.index > 8 {
			break
		}
		if !d.mayBeDay(e, x) {
			continue
		}
		w := 8 - 2*s.index
		if d.speaksOfEncounter(s) {
			w += 6
		}
		if d.tokens[x.first].is(flagQuoted) || x.bound || d.saidByOthers(x, e.people) {
			w -= 6
		}
		if x.weekday >= 0 {
			w++
		}
		if e.status == model.StatusPlanned && d.saidOn(s, d.itemOf(x.sent, x.first)) {
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
		case x.form == formMonth && x.date.Year != 0 && x.date.Month != 0 && !x.bound && !x.aside && d.ahead(s, d.itemOf(x.sent, x.first)) < 0:
			e.dateFrom = k
			return x.date, "date.month"
		}
	}
	return model.Date{}, ""
}

// speaksOfEncounter tells that a sentence has a word for a meeting, a call or a visit.
func (d *document) speaksOfEncounter(s *sentence) bool {
	for i := s.from; i < s.to; i++ {
		if it := &d.items[i]; it.kind == itemWord && it.is(classMeet|classMeeting|classTalk|classCall|classVisit|classReceive|classPress) {
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
	if d.ofOther(x, -1) || d.ofElse(s, e.people) || e.onLine && d.inPerson(x) || d.hadHappened(s) || d.toldInLead(e) && d.ofOthers(e, d.frames, d.dateIndex(x)) {
		return false
	}
	return e.status != model.StatusHeld || d.ahead(s, d.itemOf(x.sent, x.first)) < 0 && !d.todayNow(x, s)
}

// todayNow tells that a date is the today of a sentence that tells in the present of something else: today he speaks in Davos.
func (d *document) todayNow(x *dateExpr, s *sentence) bool {
	if x.form != formRelative || x.days != 0 || d.low(x.first) != "today" {
		return false
	}
	now := false
	for i := s.from; i < s.to; i++ {
		it := &d.items[i]
		if it.kind != itemWord || it.quoted {
			continue
		}
		w := d.low(it.last - 1)
		switch {
		case w == "was" || w == "were" || w == "had" || w == "did" || strings.HasSuffix(w, "ed") || irregularPast.has(w):
			return false
		case w == "is" || w == "are" || w == "has" || w == "have":
			now = true
		case i > s.from && len(w) > 3 && w[len(w)-1] == 's' && w[len(w)-2] != 's' && d.items[i-1].is(classPerson|classPronoun):
			now = true
		}
	}
	return now
}

// toldInLead tells that the first sentence tells of an encounter by itself: as news, of the day on which it appeared. The day of another encounter is not its day.
func (d *document) toldInLead(e *event) bool {
	return e.status == model.StatusHeld && slices.ContainsFunc(e.frames, func(k int) bool {
		f := &d.frames[k]
		return d.sents[f.sent].index == 1 && f.rule.weight >= 6 && !f.filled && !f.doubtful
	})
}

// ofElse tells that a sentence tells of something else than what some people did: it names none of them, nobody came, and nobody met; and it tells
// of a deed (on Monday parliament had voted) or stands far down.
func (d *document) ofElse(s *sentence, people []int32) bool {
	if s.zone != zoneProse || s.to-s.from < 7 || d.speaksOfEncounter(s) {
		return false
	}
	deed := s.index > sceneSentences
	for i := s.from; i < s.to; i++ {
		it := &d.items[i]
		if it.kind == itemWord && !it.quoted {
			w := d.lower(it)
			deed = deed || farDeeds.has(w) || happenings.has(w)
		}
		switch {
		case it.kind == itemWord && (it.is(classPronoun|classGroup|classGroup3) || coming.has(d.low(it.last-1))):
			return false
		case it.is(classPerson):
			if p := d.refOf(i); p >= 0 && slices.Contains(people, p) {
				return false
			}
		}
	}
	return deed
}

// sceneSentences is how far down a day that nobody is named with may be that of the scene: it snowed on Monday morning.
const sceneSentences = 4

// coming are words for those who come, and for how they do.
var coming = setOf("guest", "guests", "visitor", "visitors", "delegation", "delegations", "train", "plane", "aircraft", "airport", "motorcade", "arrived", "landed",
	"came", "flew", "arrival", "trip", "journey", "tour")

// hadHappened tells that a sentence tells in the pluperfect of something else that was before: on Monday the chancellor had promised tanks.
func (d *document) hadHappened(s *sentence) bool {
	if d.speaksOfEncounter(s) {
		return false
	}
	for i := s.from; i+1 < s.to; i++ {
		if it := &d.items[i]; it.kind != itemWord || it.quoted || d.lower(it) != "had" && !d.contractedHad(it) {
			continue
		}
		for j := i + 1; j < s.to && j <= i+4; j++ {
			w := &d.items[j]
			if w.kind == itemWord && (w.is(classSay) && !w.is(classDiscuss|classPhoned) || farDeeds.has(d.lower(w))) {
				return j+1 >= s.to || !d.items[j+1].is(classPerson|classPronoun)
			}
			if w.kind == itemPunct || w.is(classThe|classPerson|classModal) {
				break
			}
		}
	}
	return false
}

// contractedHad tells that an item is he'd, she'd or they'd that stands for had.
func (d *document) contractedHad(it *item) bool {
	end := int(d.tokens[it.last-1].end)
	n := apostrophe(d.text, end)
	return it.is(classPronoun) && n > 0 && d.bytes[end+n] == 'd'
}

// farDeeds are what was done apart from any encounter: promised, voted, struck.
var farDeeds = setOf("promised", "pledged", "voted", "approved", "adopted", "passed", "decided", "published", "launched", "fired", "shelled", "attacked", "bombed",
	"hit", "struck", "killed", "downed", "resigned", "elected", "re-elected", "sworn", "ordered", "banned", "expelled", "unveiled", "threatened", "vetoed")
