package extract

import (
	"slices"

	"entente/model"
)

// opened moves a gathering of several days to its first day, where the sentence that tells its last day tells that too:
// closed on Sunday what they had opened on Saturday.
func (d *document) opened(e *event, pub model.Date) {
	last := &d.dates[e.dateFrom]
	from, to := d.datesIn(last.sent)
	for k := from; k < to; k++ {
		x := &d.dates[k]
		if k == e.dateFrom || !x.form.tellsDay() || x.bound {
			continue
		}
		day, rule := d.resolveDate(x, pub, e.status)
		gap := e.date.Days() - day.Days()
		if day.Precision() != model.PrecisionDay || gap < 1 || gap > 3 {
			continue
		}
		s := &d.sents[x.sent]
		for i := max(s.first, x.first-3); i < x.first; i++ {
			switch d.low(i) {
			case "opened", "began", "started", "open", "begun", "kicked":
				e.end, e.date, e.dateFrom, e.dateRule = e.date, day, k, rule
				return
			}
		}
	}
}

// ofOthers tells that the sentence of date expr tells of an encounter with somebody else: the day may be that one's alone.
func (d *document) ofOthers(e *event, frames []frame, expr int) bool {
	if expr < 0 {
		return false
	}
	other := false
	for k := range frames {
		f := &frames[k]
		if f.sent != d.dates[expr].sent || len(f.people) < 2 {
			continue
		}
		all := true
		for _, p := range f.people {
			all = all && slices.Contains(e.people, p)
		}
		if all {
			return false
		}
		other = true
	}
	return other
}
