package extract

import (
	"slices"

	"entente/model"
)

// shifted finds ‘the day before’: from the day told last before it, or from the one told behind
// it in ‘a day before the summit on 12 May’.
func (d *document) shifted(e *dateExpr, pub model.Date, status model.Status) (model.Date, string) {
	at := d.dateIndex(e)
	if day, told := d.besideOther(e, pub, status, at); told {
		if day.IsZero() {
			return day, ""
		}
		return day.AddDays(e.days), "date.shift"
	}
	if day := d.toldLast(e, pub, status, at); !day.IsZero() {
		return day.AddDays(e.days), "date.shift"
	}
	if e.days == 0 {
		return model.Date{}, "" // ‘the same day’ in a headline: the text will tell which
	}
	if e.days > 0 && d.pivot(e) {
		return pub, "date.shift" // a day after talks elsewhere, he was received
	}
	if day := d.newsDate(); e.days < 0 && !d.pivot(e) && day == pub.AddDays(-1) {
		return day.AddDays(e.days), "date.shift" // far down: the evening before the day of the story, which was yesterday
	}
	return pub.AddDays(e.days), "date.shift"
}

// dateIndex is where an expression stands among the dates.
func (d *document) dateIndex(e *dateExpr) int {
	at, _ := slices.BinarySearchFunc(d.dates, e.first, func(x dateExpr, first int) int { return x.first - first })
	return at
}

// toldLast is the day told last before an expression that counts from it, or zero.
func (d *document) toldLast(e *dateExpr, pub model.Date, status model.Status, at int) model.Date {
	s := &d.sents[e.sent]
	days := 0
	for k := at - 1; k >= 0 && k >= at-maxBack; k-- {
		x := &d.dates[k]
		t := &d.sents[x.sent]
		if t.para != s.para && e.sent-x.sent > 4 {
			break
		}
		if t.zone == zoneStamp || t.zone == zoneTitle || x.bound && x.sent != e.sent {
			continue
		}
		if x.sent != e.sent && d.ofOther(x, -1) {
			continue // earlier in the day; not: released from hospital the day before
		}
		if x.form == formShift { // a day later, and again a day later
			days += x.days
			continue
		}
		it := d.itemOf(x.sent, x.first)
		if e.days == 0 && (d.saidOn(t, it) || d.ofContent(x, t.from-1)) {
			continue // will meet him on Friday, she said today; and her on the same day
		}
		if !x.form.tellsDay() || x.sent != e.sent && d.clauseOf(t, it) != 0 {
			continue // who took over on May 15
		}
		if day, _ := d.resolveDate(x, pub, status); day.Precision() == model.PrecisionDay {
			if e.days < 0 && status == model.StatusHeld && x.sent != e.sent && pub.Precision() == model.PrecisionDay && model.Compare(day, pub) > 0 {
				continue // it will be 500 days on Saturday; the night before he had received her
			}
			return day.AddDays(days)
		}
	}
	if days != 0 {
		return pub.AddDays(days)
	}
	return model.Date{}
}

// pivot tells that an expression counts from something that is told behind it: a day after the talks in Rome.
func (d *document) pivot(e *dateExpr) bool {
	if e.form != formShift || e.days == 0 || e.last >= d.sents[e.sent].last || d.tokens[e.last].is(flagPunct) {
		return false
	}
	if w := d.low(e.last - 1); w != "before" && w != "after" && d.low(e.first) != "eve" {
		return false
	}
	t := &d.tokens[e.last] // and not: the day before with her, the day before in Rome
	return t.word == 0 || t.capital() || d.lex.rows[t.word].cls&(classWith|classIn|classBy|classAnd|classRelative|classOf|classBe|classHold) == 0
}

// besideOther reads ‘the day before the talks on Monday’: the day that stands behind the words. It is told but zero where they belong to
// something of no known day: eleven days before the agreement runs out.
func (d *document) besideOther(e *dateExpr, pub model.Date, status model.Status, at int) (day model.Date, told bool) {
	if !d.pivot(e) {
		return day, false
	}
	switch d.low(e.last) {
	case "that", "it", "this":
		return day, false // two days before that
	}
	for k := at + 1; k < len(d.dates) && d.dates[k].sent == e.sent && !d.commaBetween(e.last, d.dates[k].first); k++ {
		if x := &d.dates[k]; x.form.tellsDay() {
			if day, _ = d.resolveDate(x, pub, status); day.Precision() == model.PrecisionDay {
				return day, true
			}
		}
	}
	return model.Date{}, e.days > 1 || e.days < -1 || d.sents[e.sent].zone == zoneTitle
}

// countedFrom tells that a date is only the one from which another counts: two days before Saturday's election they talked. What was done on
// that day itself stands behind it: a day after the vote on Sunday's talks.
func (d *document) countedFrom(e *dateExpr, f *frame) bool {
	k := d.dateIndex(e) - 1
	if k < 0 || d.dates[k].sent != e.sent || !d.pivot(&d.dates[k]) || d.commaBetween(d.dates[k].last, e.first) {
		return false
	}
	if f.at > d.itemOf(e.sent, d.dates[k].first) && f.at < d.itemOf(e.sent, e.first) {
		return false // on the eve of the summit they met on Tuesday
	}
	return !d.behindPivot(f, &d.dates[k])
}

// commaBetween tells that a comma stands between two tokens, none right in front of the second: the day before the talks, on Monday.
func (d *document) commaBetween(from, to int) bool {
	for i := from; i < to-2; i++ {
		if d.punct(i, to, ',') {
			return true
		}
	}
	return false
}

// behindPivot tells that a frame is what its date counts from: a day after the talks with her, after he had met her.
func (d *document) behindPivot(f *frame, x *dateExpr) bool {
	if !d.pivot(x) || x.sent != f.sent {
		return false
	}
	it := d.itemOf(x.sent, x.last)
	if f.at+1 < it {
		return false
	}
	const named = classPerson | classThe | classHis | classPronoun | classHold | classBe
	const encounter = classTalk | classMeeting | classCall | classMeet | classReceive | classSpeak | classPhoned
	for i, near := it, true; i < d.sents[x.sent].to; i++ {
		t := &d.items[i]
		switch {
		case t.isPunct(',') || t.boundary() && i >= it:
			return false
		case near && t.is(encounter):
			near = false
		case near && !t.is(named) && t.kind != itemDemonym && (t.kind != itemWord || t.cls != 0 || !d.items[i+1].is(encounter)):
			return false // two days after the storm they met
		}
		if i >= f.at && !near {
			return true
		}
	}
	return false
}

// setDate gives a frame the date that belongs to it, and returns the day that it means; none where there is no such date. What stands behind
// ‘a day after’ is not what the article is about, and what was done was done on no day that lies ahead: spoke with him about the
// contract that ends on 1 January.
func (d *document) setDate(frames []frame, k int, pub model.Date) model.Date {
	f := &frames[k]
	if f.date = f.own - 1; f.date < 0 {
		f.date = d.dateFor(f)
	}
	if f.date >= 0 && d.behindPivot(f, &d.dates[f.date]) {
		f.weight -= 4
	}
	if d.withAnother(frames, k) {
		f.date = -1
	}
	if f.date < 0 {
		return model.Date{}
	}
	day, _ := d.dayFor(f, &d.dates[f.date], pub)
	if f.status == model.StatusHeld && aheadOf(day, pub) && d.pastForm(f.at) {
		f.date = -1
		return model.Date{}
	}
	return day
}

// aheadOf tells that a day is later than the one after that of publication.
func aheadOf(day, pub model.Date) bool {
	return pub.Precision() == model.PrecisionDay && day.Precision() == model.PrecisionDay && model.Compare(day, pub.AddDays(1)) > 0
}

// dayFor is the day that an expression means for a frame. What stands behind ‘a day after’ took place before the day from which it counts.
func (d *document) dayFor(f *frame, x *dateExpr, pub model.Date) (model.Date, string) {
	if pub.Precision() != model.PrecisionDay || !d.behindPivot(f, x) {
		return d.resolveDate(x, pub, f.status)
	}
	at := d.dateIndex(x)
	if day, told := d.besideOther(x, pub, f.status, at); told && !day.IsZero() {
		return day, "date.shift"
	}
	day := d.toldLast(x, pub, f.status, at)
	for k := at + 1; day.IsZero() && k < len(d.dates) && d.dates[k].sent == x.sent; k++ {
		if o := &d.dates[k]; o.form.tellsDay() {
			day, _ = d.resolveDate(o, pub, f.status)
		}
	}
	if day.IsZero() {
		day = pub
	}
	return day.AddDays(-x.days), "date.shift"
}

// maxBack is how many dates are looked at behind an expression such as ‘the day before’.
const maxBack = 12

// countsFrom tells that what stands behind ‘after’, at token i, is an encounter or a day: three days after he had received her, after Christmas Eve.
func (d *document) countsFrom(i, last int) bool {
	if i < last && d.tokens[i].capital() {
		if _, n := d.dateAt(i, last); n > 0 {
			return true
		}
	}
	for j := i; j < last && j < i+4 && !d.tokens[j].is(flagPunct); j++ {
		w := d.tokens[j].word
		if w != 0 && d.lex.rows[w].cls&(classTalk|classMeeting|classReceive|classMeet) != 0 {
			return true
		}
	}
	return false
}

// fewDays is how many days after something else are still counted one by one: three days after he had received her.
const fewDays = 6
