package extract

import "entente/model"

// dateFor returns the date expression that belongs to a frame: in its
// sentence, nearest to the trigger, behind it rather than in front.
func (d *document) dateFor(f *frame) int {
	best, score := -1, -100
	for k := range d.dates {
		e := &d.dates[k]
		if e.sent != f.sent || e.used && d.sents[e.sent].index > 1 {
			continue
		}
		if e.form == formYear || e.form == formWarDay {
			continue
		}
		it := d.itemOf(f.sent, e.first)
		gap := it - f.at
		if gap < 0 {
			gap = -gap + 2
		}
		sc := 10 - gap
		for j := min(it, f.at); j < max(it, f.at); j++ {
			if d.items[j].boundary() {
				sc -= 6
			}
		}
		if e.form == formMonth {
			sc -= 4
		}
		if d.tokens[e.first].is(flagQuoted) != d.items[f.at].quoted {
			sc -= 10
		}
		if sc > score {
			best, score = k, sc
		}
	}
	return best
}

// dateBefore returns the day told last before a frame: in its paragraph, or up to three sentences back.
func (d *document) dateBefore(f *frame) int {
	s := &d.sents[f.sent]
	if s.index == 0 {
		return -1
	}
	for k := len(d.dates) - 1; k >= 0; k-- {
		e := &d.dates[k]
		t := &d.sents[e.sent]
		if e.sent >= f.sent || e.form == formMonth || e.form == formYear || e.form == formWarDay || e.form == formShift || e.used || t.zone == zoneStamp || t.zone == zoneTail || t.zone == zoneBackground {
			continue
		}
		if t.para != s.para && f.sent-e.sent > 3 {
			return -1
		}
		if d.tokens[e.first].is(flagQuoted) {
			continue
		}
		return k
	}
	return -1
}

// dateEvent gives an event the day that its weightiest frame tells; a frame
// that tells none inherits the day told last before it.
func (d *document) dateEvent(e *event, frames []frame, pub model.Date) {
	e.date, e.end, e.dateFrom, e.dateRule = model.Date{}, model.Date{}, -1, ""
	best := -100
	for _, k := range e.frames {
		f := &frames[k]
		for _, c := range [...]struct{ expr, bonus int }{{f.date, 4}, {d.dateBefore(f), -3}} {
			if c.expr < 0 {
				continue
			}
			x := &d.dates[c.expr]
			day, rule := d.resolveDate(x, pub, f.status)
			if day.IsZero() {
				continue
			}
			w := f.weight + c.bonus
			if day.Precision() != model.PrecisionDay {
				w -= 12
			}
			if f.doubtful {
				w -= 6
			}
			if w > best {
				best = w
				e.date, e.dateFrom, e.dateRule = day, c.expr, rule
				e.end = x.end
				if e.end.Day != 0 {
					e.end.Year = day.Year
				}
			}
		}
	}
	if best < -4 {
		e.date, e.end, e.dateFrom, e.dateRule = model.Date{}, model.Date{}, -1, ""
	}
}

// resolve1 turns the date of a frame into a day.
func (d *document) resolve1(f *frame, pub model.Date) (model.Date, string) {
	if f.date >= 0 {
		return d.resolveDate(&d.dates[f.date], pub, f.status)
	}
	return model.Date{}, ""
}

// resolveDate finds the day that an expression means, seen from the publication day: news looks
// back, announcements look ahead.
func (d *document) resolveDate(e *dateExpr, pub model.Date, status model.Status) (model.Date, string) {
	ahead := status == model.StatusPlanned
	switch e.form {
	case formFull:
		return e.date, "date.absolute"
	case formMonth:
		m := e.date
		if m.Year == 0 && !pub.IsZero() {
			m.Year = nearestYear(m, pub, ahead)
			if e.lastWord && m.Year == pub.Year && m.Month >= pub.Month {
				m.Year--
			}
		}
		if m.Year == 0 {
			return model.Date{}, ""
		}
		return m, "date.month"
	case formNoYear:
		m := e.date
		if !pub.IsZero() {
			m.Year = nearestYear(m, pub, ahead)
			return m, "date.day-month"
		}
		y, why := d.inferYear(m, e.weekday, -1)
		if y == 0 {
			return model.Date{}, ""
		}
		m.Year = int16(y) //nolint:gosec // a year.
		return m, "date.year " + why
	case formWeekday:
		if pub.Precision() != model.PrecisionDay {
			return model.Date{}, ""
		}
		back := (int(pub.Weekday()) - int(e.weekday) + 7) % 7
		if ahead || e.nextWord {
			fwd := (7 - back) % 7
			if fwd == 0 && e.nextWord {
				fwd = 7
			}
			return pub.AddDays(fwd), "date.weekday-ahead"
		}
		if e.lastWord && back == 0 {
			back = 7
		}
		return pub.AddDays(-back), "date.weekday"
	case formRelative:
		if pub.Precision() != model.PrecisionDay {
			return model.Date{}, ""
		}
		return pub.AddDays(e.days), "date.relative"
	case formShift, formYear, formWarDay:
	}
	return model.Date{}, ""
}

// nearestYear gives a day or month without a year the year in which it lies nearest before the
// publication day, or behind it for what is announced.
func nearestYear(m, pub model.Date, ahead bool) int16 {
	m.Year = pub.Year
	last := pub.Last()
	switch {
	case ahead && model.Compare(m.Last(), pub.First()) < 0:
		return pub.Year + 1
	case !ahead && model.Compare(m.First(), last.AddDays(20)) > 0:
		return pub.Year - 1
	}
	return pub.Year
}

// defaultDate is the day of an encounter for which the text tells none near
// it: the first day of the lead, else the publication day.
func (d *document) defaultDate(e *event, pub model.Date) (model.Date, string) {
	for k := range d.dates {
		x := &d.dates[k]
		s := &d.sents[x.sent]
		if x.used || s.zone == zoneStamp || s.zone == zoneTail || s.index > 3 || x.form == formMonth || x.form == formYear || x.form == formWarDay || x.form == formShift {
			continue
		}
		if day, rule := d.resolveDate(x, pub, e.status); !day.IsZero() {
			e.dateFrom = k
			return day, rule
		}
	}
	if !pub.IsZero() && e.status == model.StatusHeld {
		return pub, "date.published"
	}
	return model.Date{}, ""
}
