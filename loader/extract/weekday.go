package extract

import (
	"slices"
	"strings"

	"entente/model"
)

// weekdayAt reads ‘Monday’, ‘Monday, 15 April 2024’, ‘Monday 24 April’, ‘Tuesday last week’.
func (d *document) weekdayAt(i, last, wd int) (dateExpr, int) {
	e := dateExpr{form: formWeekday, weekday: int8(wd)} //nolint:gosec // 0…6.
	short := d.tokens[i].end-d.tokens[i].start <= 5
	j := i + 1
	if short && d.punct(j, last, '.') {
		j++
	}
	if d.punct(j, last, ',') || d.punct(j, last, '(') || d.punct(j, last, '/') {
		j++
	}
	for range 2 { // Monday, the 24th; Monday night, 24 April
		if j < last && !d.tokens[j].is(flagPunct) {
			switch d.low(j) {
			case "the", "morning", "evening", "afternoon", "night", "on":
				j++
				if d.punct(j, last, ',') {
					j++
				}
			}
		}
	}
	if j < last {
		if f, m := d.dateAt(j, last); m > 0 && (f.form == formFull || f.form == formNoYear || f.form == formDay) && f.weekday < 0 {
			f.weekday = e.weekday
			return f, j + m - i
		}
	}
	if short && !d.dayBefore(i) && !strings.HasSuffix(d.low(i), "day") {
		return e, 0 // The Sun, a paper; Mon and Sat in a menu
	}
	switch d.before(i) {
	case "last", "past", "previous":
		e.lastWord = true
	case "next", "coming", "following":
		e.nextWord = true
	}
	return e, 1 + d.weekTail(i+1, last, &e)
}

// weekTail reads ‘last week’, ‘of this week’ behind a weekday.
func (d *document) weekTail(j, last int, e *dateExpr) int {
	k := j
	if k < last && !d.tokens[k].is(flagPunct) && d.low(k) == "of" {
		k++
	}
	if k+1 >= last || d.tokens[k+1].is(flagPunct) || d.low(k+1) != "week" {
		return 0
	}
	switch d.low(k) {
	case "last":
		e.week = yearLast
	case "this":
		e.week = yearThis
	case "next":
		e.week = yearNext
	default:
		return 0
	}
	return k + 2 - j
}

// thatWeekday reads ‘on that Tuesday’ as the day that the text has told last before it, when it is a Tuesday.
func (d *document) thatWeekday(e *dateExpr, pub model.Date, status model.Status) model.Date {
	if d.before(e.first) != "that" {
		return model.Date{}
	}
	for k := range slices.Backward(d.dates) {
		x := &d.dates[k]
		if x.first >= e.first || x.form != formFull && x.form != formNoYear {
			continue
		}
		if day, _ := d.resolveDate(x, pub, status); day.Precision() == model.PrecisionDay && int8(day.Weekday()) == e.weekday { //nolint:gosec // 0…6.
			return day
		}
	}
	return model.Date{}
}

// weekdayNear finds a weekday from the publication day: behind it, or ahead for what is announced.
func weekdayNear(e *dateExpr, pub model.Date, ahead bool) (model.Date, string) {
	back := (int(pub.Weekday()) - int(e.weekday) + 7) % 7
	fwd := (7 - back) % 7
	if e.week != yearUntold { // Tuesday last week
		monday := pub.AddDays(-((int(pub.Weekday()) + 6) % 7) + 7*e.week.step())
		return monday.AddDays((int(e.weekday) + 6) % 7), "date.weekday-week"
	}
	if ahead || e.nextWord {
		if e.nextWord && fwd <= 2 {
			fwd += 7
		}
		return pub.AddDays(fwd), "date.weekday-ahead"
	}
	if e.lastWord && back == 0 {
		back = 7
	}
	return pub.AddDays(-back), "date.weekday"
}

// sameWeekday is the day that the lead tells for a weekday in the headline.
func (d *document) sameWeekday(e *dateExpr, pub model.Date) model.Date {
	if d.sents[e.sent].zone != zoneTitle {
		return model.Date{}
	}
	for k := range d.dates {
		x := &d.dates[k]
		s := &d.sents[x.sent]
		if s.index > 2 {
			break
		}
		if s.index == 0 || x.used || x.bound || x.prefix || x.form != formFull && x.form != formNoYear {
			continue
		}
		day := x.date
		if day.Year == 0 {
			day.Year = x.yearNear(day, pub, false)
		}
		if gap := day.Days() - pub.Days(); day.Valid() && gap >= -7 && gap <= 8 && int8(day.Weekday()) == e.weekday { //nolint:gosec // 0…6.
			return day
		}
	}
	return model.Date{}
}
