package extract

import (
	"slices"
	"strings"

	"entente/model"
)

// oneWordOneDay lets a word for a day mean the same day in all that is dated by it: ‘Thursday's call brought the names of those who
// will come’ tells of last Thursday alone. It lies behind or ahead as what the article is about does. A weekday in a headline is that of the text.
func (d *document) oneWordOneDay(frames []frame, events []event) {
	top := -1
	for i := range events {
		if top < 0 || events[i].score+events[i].lead > events[top].score+events[top].lead {
			top = i
		}
	}
	for i := range events {
		a := &events[i]
		if !a.countedDay() {
			continue
		}
		ruled := a.status == events[top].status
		for k := range events {
			b := &events[k]
			if b.countedDay() && (ruled && b.dateFrom == a.dateFrom || d.headsWith(frames, b, a)) && b.date != a.date && b.status != a.status {
				b.date, b.end, b.dateRule, b.status = a.date, a.end, a.dateRule, a.status
			}
		}
	}
}

// countedDay tells that the day of an event was counted from a weekday or a day of the month, which may lie behind or ahead.
func (e *event) countedDay() bool {
	return e.dateFrom >= 0 && e.status != model.StatusOff && (strings.HasPrefix(e.dateRule, "date.weekday") || strings.HasPrefix(e.dateRule, "date.day"))
}

// headsWith tells that an event is told in the headline alone, by the weekday on which another of the same people is told in the text.
func (d *document) headsWith(frames []frame, e, o *event) bool {
	x, y := &d.dates[e.dateFrom], &d.dates[o.dateFrom]
	return d.sents[x.sent].zone == zoneTitle && x.weekday >= 0 && x.weekday == y.weekday && includes(o, e) &&
		!slices.ContainsFunc(e.frames, func(k int) bool { return d.sents[frames[k].sent].zone != zoneTitle })
}
