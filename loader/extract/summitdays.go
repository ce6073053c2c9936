package extract

import "entente/model"

// span is the days of a gathering, seen from the day of publication.
type span struct{ from, to, pub model.Date }

// summitDays are the days of the gathering that item at of a sentence tells of, as far as the text or the tables say.
func (d *document) summitDays(frames []frame, events []event, sent, at int, pub model.Date) span {
	f := frame{rule: &summitRule, weight: summitRule.weight, sent: sent, at: at, end: at + 1, status: model.StatusHeld}
	if d.factuality(&f, &d.sents[sent]); f.status == model.StatusPlanned {
		return span{} // whoever spoke of it did so before
	}
	f.date = d.dateFor(&f)
	e := event{first: sent, frames: []int{len(frames)}}
	d.dateEvent(&e, append(frames, f), pub)
	x := span{from: e.date, to: e.date, pub: pub}
	switch {
	case e.date.Precision() != model.PrecisionDay:
		x.from = dayOfBest(events)
		x.to = x.from
	case !e.end.IsZero():
		x.to = e.end
	}
	if it := &d.items[at]; it.kind == itemSummit {
		g := &d.g.Summits[it.ref]
		if !g.From.IsZero() && (x.from.IsZero() || model.Compare(g.From, x.from) <= 0 && model.Compare(x.from, g.To) <= 0) {
			x.from, x.to = g.From, g.To
		}
	}
	return x
}

// dayOfBest is the day of the encounter for which the text says most, of those that took place; none where it has no day.
func dayOfBest(events []event) model.Date {
	best := -1
	for i := range events {
		if e := &events[i]; e.status == model.StatusHeld && !e.back && (best < 0 || e.score+e.lead > events[best].score+events[best].lead) {
			best = i
		}
	}
	if best < 0 || events[best].date.Precision() != model.PrecisionDay {
		return model.Date{}
	}
	return events[best].date
}

// otherDay tells that the words of a sentence put the person at item i on another day than a gathering's: on Tuesday he met her; tomorrow, where he
// threatens with his veto; in April, when she came.
func (d *document) otherDay(k, i int, days span) bool {
	f := frame{rule: &summitRule, sent: k, at: i, end: i + 1, status: model.StatusHeld}
	f.date = d.dateFor(&f)
	if f.date < 0 || d.dates[f.date].dateline || d.dates[f.date].form == formYear {
		return false
	}
	if x := &d.dates[f.date]; x.form == formMonth {
		if gap, _ := d.wayTo(i, d.itemOf(k, x.first)); gap > farMonth {
			return false // told the meeting that the sum will be paid in July
		}
	}
	day, _ := d.dayFor(&f, &d.dates[f.date], days.pub)
	return days.outside(day)
}

// farMonth is how many items stand at least between somebody and a month that is not his.
const farMonth = 8

// outside tells that a day is none of a gathering's days.
func (days *span) outside(day model.Date) bool {
	switch {
	case day.IsZero():
		return false
	case days.from.IsZero():
		return !days.pub.IsZero() && model.Compare(day.First(), days.pub) > 0
	case day.Precision() != model.PrecisionDay:
		return !day.Covers(days.from)
	}
	return model.Compare(day, days.from) < 0 || model.Compare(days.to, day) < 0
}

// dayNamed tells that the first day that a sentence names is there to say when it took place, and that it comes after a gathering.
func (d *document) dayNamed(k int, days span) (told, after bool) {
	from, to := d.datesIn(k)
	if from == to {
		return false, false
	}
	x := &d.dates[from]
	if !x.form.tellsDay() || x.bound || x.aside || x.used || x.dateline || d.tokens[x.first].is(flagQuoted) || d.ofOther(x, -1) {
		return false, false
	}
	day, _ := d.resolveDate(x, days.pub, model.StatusHeld)
	return !day.IsZero(), days.outside(day) && model.Compare(days.to, day) < 0
}
