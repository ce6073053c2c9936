package extract

import (
	"slices"

	"entente/model"
)

// shifted finds ‘the day before’: from the day told last before it, or from the one told behind
// it in ‘a day before the summit on 12 May’.
func (d *document) shifted(e *dateExpr, pub model.Date, status model.Status) (model.Date, string) {
	s := &d.sents[e.sent]
	at, _ := slices.BinarySearchFunc(d.dates, e.first, func(x dateExpr, first int) int { return x.first - first })
	if day, told := d.besideOther(e, pub, status, at); told {
		if day.IsZero() {
			return day, ""
		}
		return day.AddDays(e.days), "date.shift"
	}
	days := e.days
	for k := at - 1; k >= 0 && k >= at-maxBack; k-- {
		x := &d.dates[k]
		t := &d.sents[x.sent]
		if t.para != s.para && e.sent-x.sent > 4 {
			break
		}
		if t.zone == zoneStamp || t.zone == zoneTitle || x.bound && x.sent != e.sent {
			continue
		}
		if x.form == formShift { // a day later, and again a day later
			days += x.days
			continue
		}
		if !x.form.tellsDay() || x.sent != e.sent && d.clauseOf(t, d.itemOf(x.sent, x.first)) != 0 {
			continue // who took over on May 15
		}
		if day, _ := d.resolveDate(x, pub, status); day.Precision() == model.PrecisionDay {
			return day.AddDays(days), "date.shift"
		}
	}
	if days == 0 {
		return model.Date{}, "" // ‘the same day’ in a headline: the text will tell which
	}
	return pub.AddDays(days), "date.shift"
}

// besideOther reads ‘the day before the talks on Monday’: the day that stands behind the words. It is told but zero where they belong to
// something of no known day: eleven days before the agreement runs out.
func (d *document) besideOther(e *dateExpr, pub model.Date, status model.Status, at int) (day model.Date, told bool) {
	w := d.low(e.last - 1)
	if w != "before" && w != "after" || e.last >= d.sents[e.sent].last || d.tokens[e.last].is(flagPunct) {
		return day, false
	}
	for k := at + 1; k < len(d.dates) && d.dates[k].sent == e.sent; k++ {
		if x := &d.dates[k]; x.form.tellsDay() {
			if day, _ = d.resolveDate(x, pub, status); day.Precision() == model.PrecisionDay {
				return day, true
			}
		}
	}
	return model.Date{}, e.days > 1 || e.days < -1 || d.sents[e.sent].zone == zoneTitle
}
