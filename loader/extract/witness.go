package extract

import (
	"strconv"
	"strings"

	"entente/model"
)

// date cites the words of the day and says how they were resolved.
func (w *witness) date(a *model.Article) {
	d, e := w.d, w.e
	rule, why, _ := strings.Cut(e.dateRule, " ")
	switch {
	case e.date.IsZero():
	case e.dateFrom >= 0:
		x := &d.dates[e.dateFrom]
		note := d.resolution(x, rule, why, e, a.Published)
		if w.inherited() {
			note = also(note, "told in another sentence")
		}
		d.evidence(w.report, "date", x.first, x.last, rule, note)
	case rule == "date.published" && d.stamp.expr >= 0:
		x := &d.dates[d.stamp.expr]
		d.evidence(w.report, "date", x.first, x.last, rule, "no day is told: news is of the day on which it appears")
	case rule == "date.published":
		unwritten(w.report, "date", rule, "no day is told: news is of the day on which it appears, "+a.Published.Long())
	default:
		unwritten(w.report, "date", rule, "the day of what is told before it")
	}
}

// inherited tells that none of the event's sentences has the day itself.
func (w *witness) inherited() bool {
	sent := w.d.dates[w.e.dateFrom].sent
	for _, k := range w.e.frames {
		if w.frames[k].sent == sent {
			return false
		}
	}
	return true
}

// also joins two notes.
func also(a, b string) string {
	if a == "" {
		return b
	}
	return a + "; " + b
}

// resolution says how the words of a date became a day.
func (d *document) resolution(x *dateExpr, rule, why string, e *event, pub model.Date) string {
	if x.form == formFull {
		if !x.other.IsZero() {
			return "the day first, then the month"
		}
		return ""
	}
	from := d.viewpoint(x, pub)
	day := e.date
	switch rule {
	case "date.month":
		if x.date.Year != 0 {
			return ""
		}
		return "the one nearest to " + from.Long()
	case "date.day-month":
		if x.year != yearUntold {
			return "seen from " + from.Long()
		}
		return "year: the nearest to " + from.Long()
	case "date.year":
		if why != "" {
			return "year: " + why
		}
	case "date.war-day":
		return "counted from the invasion on " + invasion.Long()
	case "date.weekday", "date.weekday-ahead", "date.day":
		return weekdayFrom(day, from)
	case "date.weekday-week":
		return day.Weekday().String() + " of that week, seen from " + from.Long()
	case "date.relative":
		return shiftFrom(x.days, from)
	case "date.shift":
		if d.pivot(x) {
			return "counted from what is told beside it"
		}
		return shiftFrom(x.days, day.AddDays(-x.days))
	case "date.feast":
		return "the feast seen from " + from.Long()
	case "date.summit":
		return "the day of the gathering that the text names"
	}
	return ""
}

// weekdayFrom names a day by its weekday, seen from another: ‘Thursday before 29 September 2023’.
func weekdayFrom(day, from model.Date) string {
	name := day.Weekday().String()
	switch n := from.Days() - day.Days(); {
	case from.Precision() != model.PrecisionDay:
		return name
	case n > 0:
		return name + " before " + from.Long()
	case n < 0:
		return name + " after " + from.Long()
	}
	return name + ", the day of publication"
}

// shiftFrom names a day by its distance from another: ‘the day before 29 September 2023’.
func shiftFrom(days int, from model.Date) string {
	switch {
	case days == 0:
		return "that day, " + from.Long()
	case days == -1:
		return "the day before " + from.Long()
	case days == 1:
		return "the day after " + from.Long()
	case days < 0:
		return strconv.Itoa(-days) + " days before " + from.Long()
	}
	return strconv.Itoa(days) + " days after " + from.Long()
}

// placeNotes say what a place was read from, by the reason that place.go and where.go give.
var placeNotes = map[string]string{
	"town":                     "a town where somebody was or went",
	"region":                   "a region where somebody was or went",
	"dateline":                 "where the report was written",
	"venue":                    "a house or a ground by its name",
	"country":                  "a country where somebody was or went",
	"the capital":              "the capital of the country that is spoken of",
	"seat of those who govern": "where those who govern receive",
	"seat of the host":         "where the host governs",
	"who received":             "the host receives at home",
	"here":                     "‘here’ is the town of the dateline",
	"there":                    "‘there’ is the town named before",
	"the same town":            "the town named before",
	"named gathering":          "where the gathering was held",
	"gathering of these days":  "where the gathering of these days was held",
	"on its soil":              "a country by its soil",
	"named":                    "the text names it, and says nowhere where they met",
	"a name beside its region": "a name that stands beside its region",
}

// place cites the words for town and host.
func (w *witness) place() {
	d, p := w.d, &w.e.place
	r := w.report
	if r.Place == (model.Place{}) {
		return
	}
	rule, note := "place."+strings.ReplaceAll(p.why, " ", "-"), placeNotes[p.why]
	cite := func(field, note string) {
		switch i := p.at; {
		case i >= 0 && i < len(d.items):
			w.items(field, i, i+1, rule, note)
		default:
			i := w.hosting()
			if i < 0 {
				i = w.top.at
			}
			w.items(field, i, i+1, rule, note)
		}
	}
	if r.Place.City != "" {
		cite("place", r.Place.City+": "+note)
	}
	if r.Place.Host == "" {
		return
	}
	host := d.partyName(r.Place.Host)
	if r.Place.City != "" {
		note = r.Place.City + " is there"
	}
	cite("host", host+": "+note)
}

// hosting finds the word that tells who received, in a sentence of the event; -1 for none.
func (w *witness) hosting() int {
	for _, k := range w.byWeight() {
		f := &w.frames[k]
		if i := w.d.wordOf(f.sent, f.at, classReceive); i >= 0 {
			return i
		}
		s := &w.d.sents[f.sent]
		for i := s.from; i < s.to; i++ {
			if w.d.placingAt(w.d.items[i].last-1)&(placeGuest|placeHost|placeVisiting) != 0 {
				return i
			}
		}
	}
	return -1
}

// published cites the words for the day of publication.
func (w *witness) published(a *model.Article) {
	d := w.d
	switch {
	case a.Published.IsZero():
	case d.stamp.expr >= 0:
		x := &d.dates[d.stamp.expr]
		d.evidence(w.report, "published", x.first, x.last, "published.text", d.stamp.why)
	case d.dated:
		unwritten(w.report, "published", "published.file", "told beside the text: "+a.Published.Long())
	default:
		unwritten(w.report, "published", "published.address", "the day in the address of the page: "+a.Published.Long())
	}
}
