package extract

import (
	"slices"

	"entente/model"
)

// dateFor returns the date expression that belongs to a frame: in its
// sentence, nearest to the trigger, in its clause, behind it rather than in front.
func (d *document) dateFor(f *frame) int {
	best, score := -1, -60
	from, to := d.datesIn(f.sent)
	for k := from; k < to; k++ {
		if sc, ok := d.belongs(f, &d.dates[k]); ok && sc > score {
			best, score = k, sc
		}
	}
	return best
}

// belongs tells how near a date of its sentence stands to a frame, and whether it may be the frame's day at all.
func (d *document) belongs(f *frame, e *dateExpr) (score int, ok bool) {
	s := &d.sents[f.sent]
	if e.aside || e.used && s.index > 1 && !e.dateline || e.form == formWarDay || e.prefix || e.dateline && f.status == model.StatusPlanned {
		return 0, false
	}
	it := d.itemOf(f.sent, e.first)
	clause, inside := d.clauseOf(s, f.at), d.clauseOf(s, it)
	during := it < f.at && d.during(it, f.at) // which they signed on Tuesday in Lisbon, during his visit
	if during {
		clause = inside
	}
	said := d.saidOn(s, it)
	switch {
	case d.bracketed(s, f.at, it), d.ofContent(e, f.at), !during && d.ofOther(e, f.at), d.countedFrom(e, f):
		return 0, false
	case inside != 0 && f.rule.name == "visit" && d.lateAt(s, it): // who landed on Monday night
		return 0, false
	case d.whereElse(s, f.at, it), inside != 0 && inside != clause && !d.arrival(s, it): // who was in Paris on Monday; but: who landed on Tuesday
		return 0, false
	case f.status == model.StatusHeld && (d.ahead(s, it) > f.at || f.at < it && d.aheadWhen(s, it)): // received the guest who is expected in Rome on Saturday
		return 0, false
	case said && (f.status == model.StatusPlanned || f.rule.weight < 4):
		return 0, false
	}
	gap, crossed := d.wayTo(f.at, it)
	vague := e.form == formYear || e.form == formVague
	if vague && (gap > 7 || crossed > 0) {
		return 0, false // some other time: only what stands right beside it
	}
	switch {
	case d.behindPivot(f, e):
		gap, crossed = 0, 0 // a day after he met her
	case (during || d.beginsPart(s, it, f.at)) && !e.used && !e.dateline:
		gap, crossed = min(gap, 4), 0 // On Thursday, …: the day of the whole sentence
	case it < f.at && d.opensClause(s, it, f.at):
		gap, crossed = min(gap, 3), 0
	}
	score = 10 - gap - 2*crossed
	less := func(wrong bool, n int) {
		if wrong {
			score -= n
		}
	}
	less(inside != clause, 6)
	less(e.bound || d.firstSet(e), 12)
	less(e.form == formMonth, 4)
	less(vague && d.tokens[e.last-1].is(flagPossessive), 8) // at this year's fair on Monday
	less(e.used || e.dateline, 8)
	less(said, 12)
	less(d.pivot(e) && f.at > it && !d.behindPivot(f, e), 6)
	less(d.tokens[e.first].is(flagQuoted) != d.items[f.at].quoted, 10)
	return score, true
}

// aheadWhen tells that a clause behind the date at item it says what is to be on that day: 3 February, when the two are to sign.
func (d *document) aheadWhen(s *sentence, it int) bool {
	for j := it + 1; j < s.to && j <= it+4; j++ {
		switch x := &d.items[j]; {
		case x.kind == itemWord && d.lower(x) == "when":
			for j++; j < s.to && !d.items[j].boundary() && d.items[j].kind != itemPunct; j++ {
				if w := &d.items[j]; w.kind == itemWord && w.is(classFuture) && !w.quoted {
					w := d.lower(w)
					return w != "was to" && w != "were to"
				}
			}
			return false
		case x.kind == itemPunct && !x.isPunct(','), x.kind == itemPerson, x.is(classTalk | classMeeting):
			return false
		}
	}
	return false
}

// beginsPart tells that the date at item it begins the sentence, or the part of it behind a semicolon, in which the trigger at item at stands.
func (d *document) beginsPart(s *sentence, it, at int) bool {
	part := s.from
	for j := s.from; j < max(it, at); j++ {
		if d.items[j].isPunct(';') {
			if part = j + 1; j > it || j > at && j < it {
				return false
			}
		}
	}
	return it <= part+2
}

// wayTo measures the way from a trigger to a date: items between them, a little more where the date
// stands in front, and clauses and commas that are crossed.
func (d *document) wayTo(at, it int) (gap, crossed int) {
	gap = it - at
	if gap < 0 {
		gap = -gap + 2
	}
	for j := min(it, at); j < max(it, at); j++ {
		switch {
		case d.items[j].boundary():
			crossed += 3
		case d.items[j].isPunct(','):
			crossed++
		}
	}
	return min(gap, 12), crossed
}

// clauseOf numbers the relative clause in which item i of a sentence stands: 0 for none. Such a clause
// goes from ‘, who’ to the next comma.
func (d *document) clauseOf(s *sentence, i int) int {
	open, n := 0, 0
	for j := s.from + 1; j <= i && j < s.to; j++ {
		it := &d.items[j]
		switch {
		case it.isPunct(',') || it.isPunct('-') || it.isPunct('(') || it.isPunct(')') || it.isPunct(':') || it.isPunct(';'):
			open = 0
		case it.kind == itemWord && it.is(classRelative) && d.items[j-1].kind == itemPunct:
			n++
			open = n
		}
	}
	return open
}

// aheadReach is how many items in front of a date are looked at for such a word.
const aheadReach = 13

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

// dateBefore returns the day told last before a frame: in its paragraph, or up to three sentences back. first is the sentence that tells of
// its event first.
func (d *document) dateBefore(f *frame, first int) int {
	s := &d.sents[f.sent]
	if s.index == 0 {
		return -1
	}
	if k := d.fieldDay(f); k >= 0 {
		return k
	}
	at, _ := d.datesIn(f.sent)
	for k := at - 1; k >= 0 && k >= at-maxBack; k-- {
		e := &d.dates[k]
		t := &d.sents[e.sent]
		if e.bound && e.form != formRelative {
			continue
		}
		if e.aside || e.used || e.prefix || e.dateline || !e.form.tellsDay() {
			continue
		}
		if t.zone == zoneStamp || t.zone == zoneTitle || t.zone == zoneTail || t.zone == zoneBackground {
			continue
		}
		if t.para != s.para && f.sent-e.sent > 3 {
			return -1
		}
		if d.tokens[e.first].is(flagQuoted) || d.ofContent(e, t.from-1) || d.ofOther(e, -1) {
			continue
		}
		if d.ofElse(t, f.people, first < e.sent) || d.saidByOthers(e, f.people) || d.hadHappened(e, t) || d.madePublic(e) {
			continue
		}
		if f.status == model.StatusHeld && (d.ahead(t, d.itemOf(e.sent, e.first)) >= 0 || d.todayNow(e, t)) {
			continue // he is expected in Rome on Saturday; today he speaks in Davos
		}
		if f.status == model.StatusPlanned && d.pastTold(t) {
			continue // they met on Tuesday; on the way home she is to see the king
		}
		return k
	}
	return -1
}

// pastTold tells that a sentence tells of what was, and of nothing that is to come.
func (d *document) pastTold(s *sentence) bool {
	if s.cls&classFuture != 0 {
		return false
	}
	for i := s.from; i < s.to; i++ {
		if it := &d.items[i]; it.kind == itemWord && !it.quoted && (d.pastForm(i) || wasWords.has(d.lower(it))) {
			return true
		}
	}
	return false
}

var wasWords = setOf("was", "were", "had")

// tellsDay tells that a form means a day, as it stands.
func (f dateForm) tellsDay() bool {
	return f == formFull || f == formNoYear || f == formDay || f == formWeekday || f == formRelative || f == formFeast
}
