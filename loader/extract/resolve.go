package extract

import "entente/model"

// resolveDate finds the day that an expression means, seen from the publication day: news looks
// back, announcements look ahead. Without a publication day the first day of the lead takes its place.
func (d *document) resolveDate(e *dateExpr, pub model.Date, status model.Status) (model.Date, string) {
	ahead := status == model.StatusPlanned
	if e.form == formFull {
		return e.date, "date.absolute"
	}
	pub = d.viewpoint(e, pub)
	ahead = ahead || len(d.items) > 0 && d.ahead(&d.sents[e.sent], d.itemOf(e.sent, e.first)) >= 0
	switch e.form {
	case formMonth:
		return monthOf(e, pub, ahead), "date.month"
	case formYear:
		return e.date, "date.year"
	case formNoYear:
		m := e.date
		if !pub.IsZero() {
			m.Year = e.yearNear(m, pub, ahead)
			if !m.Valid() {
				return model.Date{}, ""
			}
			return m, "date.day-month"
		}
		f := d.inferYear(m, e.weekday, -1)
		if f.year == 0 {
			return model.Date{}, ""
		}
		m.Year = f.year
		return m, f.rule
	case formWarDay:
		return invasion.AddDays(e.days - 1), "date.war-day"
	case formFull, formDay, formWeekday, formRelative, formShift, formFeast, formVague:
	}
	if pub.Precision() == model.PrecisionMonth && e.form == formDay && e.week == yearUntold {
		if day := model.NewDate(int(pub.Year), int(pub.Month), int(e.date.Day)); day.Valid() {
			return day, "date.day" // an issue of December: on Sunday the 10th
		}
	}
	if pub.Precision() != model.PrecisionDay {
		return d.withoutPublication(e)
	}
	switch e.form {
	case formWeekday:
		if day := d.thatWeekday(e, pub, status); !day.IsZero() {
			return day, "date.weekday-lead"
		}
		if day := d.sameWeekday(e, pub); !day.IsZero() {
			return day, "date.weekday-lead"
		}
		return weekdayNear(e, pub, ahead)
	case formRelative:
		return addMonths(pub, e.months).AddDays(e.days), "date.relative"
	case formDay:
		return dayNear(e, pub, ahead), "date.day"
	case formFeast:
		return feastNear(e, pub, ahead), "date.feast"
	case formShift:
		return d.shifted(e, pub, status)
	case formFull, formNoYear, formMonth, formYear, formWarDay, formVague:
	}
	return model.Date{}, ""
}

// withoutPublication reads a weekday as a day of the one gathering that the text names.
func (d *document) withoutPublication(e *dateExpr) (model.Date, string) {
	if e.form != formWeekday {
		return model.Date{}, ""
	}
	var found model.Date
	for k := range d.sents {
		if !d.sents[k].kinds.has(kindSummit) {
			continue
		}
		for _, it := range d.items[d.sents[k].from:d.sents[k].to] {
			if it.kind != itemSummit {
				continue
			}
			s := &d.g.Summits[it.ref]
			for day := s.From; s.To.Days()-day.Days() >= 0 && s.To.Days()-s.From.Days() < 7; day = day.AddDays(1) {
				if int8(day.Weekday()) != e.weekday { //nolint:gosec // 0…6.
					continue
				}
				if !found.IsZero() && found != day {
					return model.Date{}, ""
				}
				found = day
			}
		}
	}
	return found, "date.summit"
}

// viewpoint is the day from which an expression looks: the publication day, in a log of several days the
// heading above it, and in a text without any stamp the first day of the lead.
func (d *document) viewpoint(e *dateExpr, pub model.Date) model.Date {
	from := d.filed(e, pub)
	for _, k := range d.headings {
		x := &d.dates[k]
		if x.sent >= e.sent {
			break
		}
		if d.sents[e.sent].zone == d.sents[x.sent].zone {
			continue
		}
		day := x.date
		if x.form == formNoYear && !pub.IsZero() {
			day.Year = nearestYear(day, pub, false)
		}
		if gap := pub.Days() - day.Days(); day.Precision() == model.PrecisionDay && day.Valid() && (pub.IsZero() || gap >= 0 && gap < 60) {
			from = day
		}
	}
	pub = from
	if !pub.IsZero() {
		return pub
	}
	for k := range d.dates {
		x := &d.dates[k]
		if x == e || d.sents[x.sent].index > 8 {
			return pub
		}
		if x.bound || x.date.Day == 0 || x.date.Month == invasion.Month && x.date.Day == invasion.Day {
			continue
		}
		if x.form == formFull {
			return x.date
		}
		if x.form != formNoYear {
			continue
		}
		day := x.date
		if day.Year = d.inferYear(day, x.weekday, -1).year; day.Year != 0 {
			return day
		}
	}
	return pub
}

// filed is the day of the dateline where the report was written some days before it appeared: its ‘today’ is that day.
func (d *document) filed(e *dateExpr, pub model.Date) model.Date {
	if d.line < 0 || pub.Precision() != model.PrecisionDay {
		return pub
	}
	x := &d.dates[d.line]
	day := x.date
	if day.Year == 0 {
		day.Year = nearestYear(day, pub, false)
	}
	if gap := pub.Days() - day.Days(); x == e || day.Precision() != model.PrecisionDay || !day.Valid() || gap < 0 || gap > 3 {
		return pub
	}
	return day
}

// dayNear finds ‘the 29th’: this month, else the month before, or the next for what is announced.
func dayNear(e *dateExpr, pub model.Date, ahead bool) model.Date {
	m := model.NewDate(int(pub.Year), int(pub.Month), int(e.date.Day))
	switch {
	case e.week != yearUntold: // the 28th of last month
		m = addMonths(model.NewDate(int(pub.Year), int(pub.Month), 1), e.week.step())
	case ahead && m.Day < pub.Day:
		m = addMonths(model.NewDate(int(pub.Year), int(pub.Month), 1), 1)
	case !ahead && m.Day > pub.Day:
		m = addMonths(model.NewDate(int(pub.Year), int(pub.Month), 1), -1)
	}
	m.Day = e.date.Day
	if !m.Valid() {
		return model.Date{}
	}
	return m
}

// monthOf resolves a month: August 2024, August, last August, last month.
func monthOf(e *dateExpr, pub model.Date, ahead bool) model.Date {
	m := e.date
	switch {
	case m.Year != 0:
		return m
	case pub.IsZero() || pub.Month == 0:
		return model.Date{}
	case m.Month == 0:
		return addMonths(model.NewDate(int(pub.Year), int(pub.Month), 1), e.days).MonthOf()
	}
	m.Year = e.yearNear(m, pub, ahead || e.nextWord)
	if e.lastWord && m.Year == pub.Year && m.Month >= pub.Month {
		m.Year--
	}
	if e.nextWord && m.Year == pub.Year && m.Month <= pub.Month {
		m.Year++
	}
	return m
}

// yearNear is the year of a day or month told without one: by its word, else nearest.
func (e *dateExpr) yearNear(m, pub model.Date, ahead bool) int16 {
	switch e.year {
	case yearThis:
		return pub.Year
	case yearLast:
		return pub.Year - 1
	case yearNext:
		return pub.Year + 1
	case yearUntold:
	}
	y := nearestYear(m, pub, ahead)
	if e.weekday < 0 || m.Day == 0 {
		return y
	}
	fits := func(year int16) bool { // the weekday must fit the day, or the last of a range
		for _, day := range [...]model.Date{m, {Month: e.end.Month, Day: e.end.Day}} {
			day.Year = year
			if day.Day != 0 && day.Valid() && int8(day.Weekday()) == e.weekday { //nolint:gosec // 0…6.
				return true
			}
		}
		return false
	}
	other := y - 1
	if ahead {
		other = y + 1
	}
	if !fits(y) && fits(other) {
		return other
	}
	return y
}

// nearestYear gives a day or month without a year the year in which it lies nearest before the
// publication day, or behind it for what is announced.
func nearestYear(m, pub model.Date, ahead bool) int16 {
	m.Year = pub.Year
	last := pub.Last()
	switch {
	case ahead && pub.First().Days()-m.Last().Days() > 20:
		return pub.Year + 1 // what lies but a few days back was announced before
	case !ahead && model.Compare(m.First(), last.AddDays(20)) > 0:
		return pub.Year - 1
	case !ahead && last.Days()-m.First().Days() > 345:
		return pub.Year + 1 // 2 January, in an article of late December
	}
	return pub.Year
}
