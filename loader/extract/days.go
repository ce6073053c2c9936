package extract

import (
	"slices"

	"entente/model"
)

// A text names several days: when people met, when it appeared, when somebody said so, when something else was. The rules find the one of an encounter by the
// words beside it; which of all is that of the encounter that the article is about is weighed then, as sentences far from it say something of it too.

// dayRead is a day on which an encounter may have been.
type dayRead struct {
	date  model.Date
	rule  string // by which it was resolved
	from  int    // the date of the text that tells it first, -1 for none: the day on which the article appeared
	told  int    // how many dates of the text tell it
	first int    // the first sentence of the text that does, by its number
	signs signSet
}

// weighDay decides on which day the encounter that the article is about was.
func (d *document) weighDay(e *event, frames []frame, pub model.Date) {
	d.weighedDays = d.weighedDays[:0]
	if e.date.Precision() != model.PrecisionDay || !e.end.IsZero() {
		return // a stretch of days is told as one
	}
	d.readDays(e, frames, pub)
	for k := range d.weighedDays {
		r := &d.weighedDays[k]
		r.addSigns(k == 0, pub, e.status)
		if r.told > 0 {
			r.signs.add(dayGaps[d.gap(r.first)], true)
		}
	}
	best := &d.weighedDays[d.lex.dayPoints.best(len(d.weighedDays), always, d.dayAt)]
	if best.date == e.date {
		return
	}
	e.date, e.dateFrom, e.dateRule = best.date, best.from, best.rule
	if best.from >= 0 {
		e.end = rangeEndOf(&d.dates[best.from], best.date)
	}
}

// always is the setting of what is worth the same everywhere.
var always = []bool{true}

// readDays lists the days that sentences of the text tell, with the signs of where they tell it, and that on which it appeared; the one that the rules have
// taken comes first, and of the other days of its sentence its words have said that they are not meant.
func (d *document) readDays(e *event, frames []frame, pub model.Date) {
	d.weighedDays = append(d.weighedDays, dayRead{date: e.date, rule: e.dateRule, from: e.dateFrom})
	for k := range d.dates {
		x := &d.dates[k]
		day, rule := e.date, e.dateRule
		if k != e.dateFrom {
			if e.dateFrom >= 0 && x.sent == d.dates[e.dateFrom].sent || !d.mayBeRead(e, x) {
				continue
			}
			if day, rule = d.resolveDate(x, pub, e.status); day.Precision() != model.PrecisionDay {
				continue
			}
		}
		r := d.dayAmong(day, rule, k)
		if r.told == 0 || d.sents[x.sent].index < r.first {
			r.first = d.sents[x.sent].index
		}
		r.told++
		d.signsOfDate(&r.signs, k, e, frames)
	}
	if pub.Precision() == model.PrecisionDay {
		d.dayAmong(pub, "date.published", -1)
	}
}

// dayAmong finds a day among those that are weighed, or enters it.
func (d *document) dayAmong(day model.Date, rule string, from int) *dayRead {
	k := slices.IndexFunc(d.weighedDays, func(r dayRead) bool { return r.date == day })
	if k < 0 {
		k = len(d.weighedDays)
		d.weighedDays = append(d.weighedDays, dayRead{date: day, rule: rule, from: from})
	}
	return &d.weighedDays[k]
}

// mayBeRead tells that a date may be that of any encounter: it is not the machine's, and not when somebody said that people met.
func (d *document) mayBeRead(e *event, x *dateExpr) bool {
	s := &d.sents[x.sent]
	if s.zone != zoneProse && s.zone != zoneTitle && s.zone != zoneBackground || x.prefix || !x.form.tellsDay() {
		return false
	}
	if e.status == model.StatusPlanned && x.form == formWeekday && d.pastTold(s) {
		return false // of two Wednesdays the one that was, and that is no day of what is planned
	}
	return !d.around.tells(x.sent) || !d.saidOn(s, d.itemOf(x.sent, x.first))
}

// dayWeights says of every day that was weighed what spoke for and against it, the likeliest first.
func (t *tracer) dayWeights() []string {
	d := t.d
	if len(d.weighedDays) < 2 {
		return nil
	}
	return d.lex.dayPoints.tell(len(d.weighedDays), always, d.dayAt, func(place, k int) string {
		return "weighed: " + unlessFirst(place) + d.weighedDays[k].date.Long()
	})
}

func (d *document) dayAt(k int) signSet { return d.weighedDays[k].signs }

// Day is a day on which the encounter that an article is about may have been, with what speaks for and against it.
type Day struct {
	Date  string
	Signs []bool // by the rows of days.tsv
}

// Days reads an article again and returns the days on which the encounter that it is about may have been, the one that the rules have taken first, none
// where they tell none, for those who set the points of days.tsv by labelled articles.
func (r *Reader) Days(a *model.Article) []Day {
	d := r.trace(a).d
	out := make([]Day, 0, len(d.weighedDays))
	for k := range d.weighedDays {
		s := &d.weighedDays[k]
		out = append(out, Day{Date: s.date.String(), Signs: s.signs.list(daySigns)})
	}
	return out
}
