package extract

import (
	"slices"
	"strings"

	"entente/model"
)

// The weight that a day loses for being far from the publication day: news is new.
func distance(day, pub model.Date, status model.Status) int {
	if pub.Precision() != model.PrecisionDay || day.IsZero() {
		return 0
	}
	after, before := day.First().Days()-pub.Days(), pub.Days()-day.Last().Days()
	if status == model.StatusPlanned {
		switch {
		case before > 0:
			return 6
		case after > 90:
			return 2
		}
		return 0
	}
	switch {
	case after > 0:
		return 10
	case before > 45:
		return 12
	case before > 14:
		return 8
	case before > 7:
		return 3
	case before > 3:
		return 1
	}
	return 0
}

// choice is the best day found so far for an event.
type choice struct {
	weight, expr int
	day          model.Date
	rule         string
}

// nearer keeps other when it is the weightier day of the last days before publication.
func (c *choice) nearer(other choice, pub model.Date) {
	if other.expr >= 0 && other.weight >= -4 && distance(other.day, pub, model.StatusHeld) == 0 && (c.day.IsZero() || other.weight > c.weight) {
		*c = other
	}
}

// dateEvent gives an event the day that its weightiest frame tells; a frame
// that tells none inherits the day told last before it. When the lead tells
// of the encounter without a day and the only day stands in a remark about earlier times, the
// event keeps none: the publication day is nearer the truth.
func (d *document) dateEvent(e *event, frames []frame, pub model.Date) {
	e.date, e.end, e.dateFrom, e.dateRule = model.Date{}, model.Date{}, -1, ""
	best := choice{weight: -100, expr: -1}
	var near choice // the best of those days that lie close to the publication day
	timeless, some := true, false
	e.onLine = e.kind == model.KindCall && slices.ContainsFunc(e.frames, func(k int) bool { return d.toldAsCall(&frames[k]) })
	first := d.toldFirst(e, frames)
	for _, k := range e.frames {
		f := &frames[k]
		if d.elsewhereSeen(f, e) || e.status == model.StatusPlanned && f.status == model.StatusHeld && f.filled {
			continue // who landed on Monday is to be received
		}
		day, before := d.daysOf(e, f, first)
		own, told := d.weigh(f, day, ownWeight(e, f), pub, &best)
		if told { // some other time, and no day: last week
			some = true
			continue
		}
		timeless = false
		if own {
			near.nearer(best, pub)
			if !d.saidThen(&d.dates[day]) {
				continue
			}
		}
		w := f.weight - 3
		others := d.ofOthers(e, frames, before)
		if others {
			w -= 5
		}
		back, _ := d.weigh(f, before, w, pub, &best)
		if back && !others {
			last := choice{weight: -100, expr: -1}
			d.weigh(f, before, f.weight-3, pub, &last)
			near.nearer(last, pub)
		}
		lead := d.sents[f.sent].zone == zoneProse && d.sents[f.sent].index <= 2
		if w := f.weight - 8; lead && !own && !back && !f.back && f.status == model.StatusHeld && !pub.IsZero() && w > best.weight {
			best = choice{weight: w, expr: -1}
		}
	}
	if best.expr < 0 && near.day.Precision() == model.PrecisionDay {
		best = near // the text tells a day that is as good as that of publication
	}
	switch {
	case best.expr >= 0 && best.weight >= -4:
		e.date, e.dateFrom, e.dateRule = best.day, best.expr, best.rule
		e.end = rangeEndOf(&d.dates[best.expr], best.day)
		if e.kind == model.KindSummit {
			d.opened(e, pub)
		}
	case some && timeless:
		e.dateRule = "date.vague"
	default:
		d.monthPast(e, frames, pub)
	}
}

// ownWeight is what the day in the sentence of a frame counts for an event.
func ownWeight(e *event, f *frame) int {
	w := f.weight + 4
	if e.status == model.StatusHeld && f.status == model.StatusPlanned && len(e.people) > len(f.people) {
		w -= 6 // the tea that two of them are to have tomorrow
	}
	if f.filled {
		w -= 3 // whom it is about was taken from the context: so may be the day
	}
	return w
}

// daysOf are the dates that may be the day of a frame: the one of its sentence, and the one told last before it.
func (d *document) daysOf(e *event, f *frame, first int) (own, before int) {
	own, before = f.date, d.dateBefore(f, first)
	if e.onLine {
		return d.unseen(own), d.unseen(before)
	}
	return own, before
}

// monthPast gives an event that the text tells with a month gone by, and nowhere otherwise, that month: his talks with her
// in January. It is of the background; the day that the article tells of something else is not its day.
func (d *document) monthPast(e *event, frames []frame, pub model.Date) {
	var month model.Date
	expr := -1
	for _, k := range e.frames {
		f := &frames[k]
		if f.date < 0 {
			return
		}
		x := &d.dates[f.date]
		if gap, crossed := d.wayTo(f.end, d.itemOf(f.sent, x.first)); (gap > 6 || crossed > 0) && !d.wentThen(f, x) || d.sents[f.sent].index <= 1 {
			return // the rocket had come in September, not the guest
		}
		day, _ := d.dayFor(f, x, pub)
		if day.Precision() != model.PrecisionMonth || expr >= 0 && day != month || f.status != model.StatusHeld {
			return
		}
		month, expr = day, f.date
	}
	if expr < 0 || pub.IsZero() || month.Covers(pub) || model.Compare(month, pub) > 0 {
		return
	}
	e.date, e.dateFrom, e.dateRule = month, expr, "date.month"
	e.back = true
	e.score -= 4
}

// weigh offers date expr for a frame. found tells that it means a day, month or year, vague that it tells some other time.
func (d *document) weigh(f *frame, expr, w int, pub model.Date, best *choice) (found, vague bool) {
	if expr < 0 {
		return false, false
	}
	x := &d.dates[expr]
	day, rule := d.dayFor(f, x, pub)
	if day.IsZero() {
		return false, x.form == formVague
	}
	if day.Precision() != model.PrecisionDay {
		if d.sents[f.sent].index > 3 || d.remembered(f) {
			return true, false // a month told in passing
		}
		w -= 12
	}
	if x.bound {
		w -= 6
	}
	if d.saidThen(x) {
		w -= 9 // the day on which it was told
	}
	if f.doubtful || d.remembered(f) {
		w -= 6
	}
	if d.heads(f, x) {
		w += 6 // 18 April. The two …
	} else if !f.back || x.sent != f.sent || x.form != formFull && x.form != formNoYear {
		w -= distance(day, pub, f.status)
	}
	if w > best.weight {
		*best = choice{weight: w, expr: expr, day: day, rule: rule}
	}
	return true, false
}

// rangeEndOf is the last day of a range that begins on day.
func rangeEndOf(x *dateExpr, day model.Date) model.Date {
	if x.more > 0 && day.Precision() == model.PrecisionDay {
		return day.AddDays(int(x.more))
	}
	end := x.end
	if end.Day == 0 || day.Day == 0 {
		return model.Date{}
	}
	end.Year = day.Year
	if end.Month < day.Month {
		end.Year++
	}
	return end
}

// elsewhereSeen tells that a frame is of somebody's coming to another town than the one where an event took place.
func (d *document) elsewhereSeen(f *frame, e *event) bool {
	if !strings.HasPrefix(f.rule.name, "visit") || e.place.place.City == "" {
		return false
	}
	at := d.placeIn(f.sent, f.at).place.City
	return at != "" && !strings.HasSuffix(at, e.place.place.City) && !strings.HasSuffix(e.place.place.City, at) // Delhi, New Delhi
}
