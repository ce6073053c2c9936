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
	if _, again := d.entryAt(min(j, last-1), entryWeekday); j < last && !again { // a row of weekdays is not read to its end for each
		if f, m := d.dateAt(j, last); m > 0 && (f.form == formFull || f.form == formNoYear || f.form == formDay) && f.weekday < 0 {
			f.weekday = e.weekday
			return f, j + m - i
		}
	}
	if short && !d.dayBefore(i) && !strings.HasSuffix(d.low(i), "day") && !d.shortDay(i, last) {
		return e, 0 // The Sun, a paper; Mon and Sat in a menu
	}
	switch d.before(i) {
	case "last", "past", "previous":
		e.lastWord = true
	case "coming":
		e.nextWord, e.soon = true, true
	case "next", "following":
		e.nextWord = true
	}
	more := d.nextDayToo(i+1, last, &e)
	n := d.weekTail(i+1+more, last, &e)
	if n == 0 {
		d.weekFront(i, &e)
	}
	return e, 1 + more + n
}

// nextDayToo reads the second of two days in a row that are told together: on Saturday and Sunday.
func (d *document) nextDayToo(j, last int, e *dateExpr) int {
	if j+1 >= last || d.tokens[j].is(flagPunct) || d.low(j) != "and" {
		return 0
	}
	wd, ok := d.entryAt(j+1, entryWeekday)
	if !ok || wd != (int(e.weekday)+1)%7 || j+2 < last && d.tokens[j+2].is(flagPossessive) {
		return 0
	}
	if f, n := d.weekdayAt(j+1, last, wd); n != 1 || f.form != formWeekday {
		return 0
	}
	e.more = 1
	return 2
}

// shortDay tells that a point or a part of the day follows the short name of a weekday: Wed. morning, Tues.
func (d *document) shortDay(i, last int) bool {
	j := i + 1
	if d.punct(j, last, '.') && d.glued(i) {
		if j++; d.low(i) != "sun" && d.low(i) != "sat" && d.low(i) != "mon" {
			return true
		}
	}
	if j >= last || d.tokens[j].is(flagPunct) {
		return false
	}
	switch d.low(j) {
	case "morning", "afternoon", "evening", "night":
		return true
	}
	return false
}

// weekFront reads the week in front of a weekday: last week, on Wednesday; earlier this week, on Monday.
func (d *document) weekFront(i int, e *dateExpr) {
	j := i - 1
	for j >= 0 && j >= i-3 && (d.punct(j, i, ',') || !d.tokens[j].is(flagPunct) && (d.low(j) == "on" || d.low(j) == "late" || d.low(j) == "early")) {
		j--
	}
	if j < 1 || j == i-1 || d.tokens[j].is(flagPunct) || d.low(j) != "week" {
		return
	}
	switch d.before(j) {
	case "last":
		e.week = yearLast
	case "this":
		e.week = yearThis
	case "next":
		e.week = yearNext
	}
	if e.week != yearUntold {
		e.front = i - j + 1
	}
}

// weekTail reads ‘last week’, ‘of this week’ behind a weekday.
func (d *document) weekTail(j, last int, e *dateExpr) int {
	if n := d.weekCounted(j, last, e); n > 0 {
		return n
	}
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

// weekdayRange tells that a weekday begins a range: from Sunday to Tuesday. The other end of one is marked as such.
func (d *document) weekdayRange(e *dateExpr, s *sentence) bool {
	to := func(i int) bool {
		if i < s.first || i >= s.last || d.tokens[i].is(flagPunct) {
			return false
		}
		w := d.low(i)
		return w == "to" || w == "until" || w == "till" || w == "through"
	}
	if d.before(e.first) == "from" && to(e.last) && e.last+1 < s.last {
		if d.movedBefore(e.first-2, s) {
			e.bound, e.aside = true, true
			return true // moved from Monday to Tuesday
		}
		x, n := d.dateAt(e.last+1, s.last)
		return n > 0 && x.form == formWeekday // and not: from Saturday to Sunday, 10–11 June
	}
	if n := len(d.dates); n > 0 && d.dates[n-1].aside && to(e.first-1) && d.dates[n-1].last == e.first-1 {
		return true
	}
	if n := len(d.dates); n > 0 && to(e.first-1) && d.dates[n-1].form == formWeekday && d.dates[n-1].last == e.first-1 && d.before(d.dates[n-1].first) == "from" {
		e.bound = true
		return true
	}
	return false
}

// movedBefore tells that a word up to token i says that something was put to another day: moved, at the last minute, from Monday.
func (d *document) movedBefore(i int, s *sentence) bool {
	for j := i; j >= s.first && j > i-6; j-- {
		switch d.low(j) {
		case "moved", "postponed", "shifted", "delayed", "rescheduled", "pushed", "put", "brought", "changed", "deferred", "slipped":
			return true
		}
	}
	return false
}

// weekCounted reads ‘before last’, ‘a week ago’ and the ‘week’ of ‘on Tuesday week’ behind a weekday.
func (d *document) weekCounted(j, last int, e *dateExpr) int {
	word := func(k int) string {
		if k >= last || d.tokens[k].is(flagPunct) {
			return ""
		}
		return d.low(k)
	}
	switch {
	case word(j) == "before" && word(j+1) == "last":
		e.days = -7
		return 2
	case word(j) == "a" && word(j+1) == "week" && word(j+2) == "ago":
		e.week = yearLast
		return 3
	case word(j) == "week" && word(j+1) != "in" && word(j+1) != "of":
		e.days = 7
		return 1
	}
	return 0
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
	if ahead || e.nextWord || e.days > 0 {
		if e.nextWord && !e.soon && fwd <= 2 {
			fwd += 7
		}
		return pub.AddDays(fwd + e.days), "date.weekday-ahead"
	}
	if e.lastWord && back == 0 || back < int(e.more) {
		back += 7
	}
	return pub.AddDays(e.days - back), "date.weekday"
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

// daysTo is how many days from today the next weekday of an item is: on a Thursday 4 for Monday, and 0 for Thursday.
func (d *document) daysTo(it *item) int { return (int(it.ref) - int(d.today.Weekday()) + 7) % 7 }

// dayOfWeek tells that ‘last week’ at item i only says which day is meant: Thursday of last week, last week, on Thursday.
func (d *document) dayOfWeek(sent, i int) bool {
	if d.lower(&d.items[i]) != "last week" {
		return false
	}
	s := &d.sents[sent]
	for j := max(i-2, s.from); j < s.to && j <= i+3; j++ {
		switch it := &d.items[j]; {
		case it.kind == itemWeekday:
			return true
		case j > i && !it.isPunct(',') && !it.is(classIn|classAbout):
			return false
		}
	}
	return false
}
