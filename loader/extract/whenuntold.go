package extract

import "entente/model"

// defaultDate is the day of an encounter for which the text tells none near
// it: a day told with ‘the talks’ or ‘the visit’, the first day of the lead, else the publication day.
func (d *document) defaultDate(e *event, pub model.Date) (model.Date, string) {
	if e.dateRule == "date.vague" {
		return model.Date{}, ""
	}
	best := choice{weight: 0, expr: -1}
	for k := range d.dates {
		x := &d.dates[k]
		s := &d.sents[x.sent]
		if s.index > 8 {
			break
		}
		if x.aside || x.used || x.prefix || x.dateline || s.zone == zoneStamp || s.zone == zoneTail || s.zone == zoneBackground || !x.form.tellsDay() {
			continue
		}
		if d.ofOther(x, -1) || e.onLine && d.inPerson(x) {
			continue
		}
		w := 8 - 2*s.index
		if d.speaksOfEncounter(s) {
			w += 6
		}
		if d.tokens[x.first].is(flagQuoted) || x.bound {
			w -= 6
		}
		if x.weekday >= 0 {
			w++
		}
		if e.status == model.StatusPlanned && d.saidOn(s, d.itemOf(x.sent, x.first)) {
			continue
		}
		if e.status == model.StatusHeld && d.ahead(s, d.itemOf(x.sent, x.first)) >= 0 {
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
