package extract

import (
	"strings"

	"entente/model"
)

var numberWords = map[string]int{
	"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
	"thirteen": 13, "fourteen": 14, "fifteen": 15, "eighteen": 18, "twenty": 20,
}

var ordinalWords = map[string]int{
	"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
	"eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18,
	"nineteenth": 19, "twentieth": 20, "thirtieth": 30,
}

// timeWords are the words before and behind a word such as day or week.
type timeWords struct {
	prev2, prev, word, next string
	count                   int // three days; 0 for none
	vague                   bool
}

func (d *document) timeWordsAt(i, last int) timeWords {
	t := timeWords{word: d.low(i), prev: d.before(i)}
	if t.prev != "" {
		t.prev2 = d.before(i - 1)
		t.count = numberWords[t.prev]
		if n, _, ok := d.number(i - 1); ok && !d.tokens[i-1].is(flagHyphen) {
			t.count = n
		}
	}
	if i+1 < last && !d.tokens[i+1].is(flagPunct) {
		t.next = d.low(i + 1)
	}
	switch t.prev {
	case "few", "some", "several", "many", "recent", "couple", "past", "other":
		t.vague = true
	case "of":
		t.vague = t.prev2 == "couple" || t.prev2 == "number"
	}
	return t
}

// dayWordAt reads today, yesterday, this morning, three days ago, the day before, day 397, last month.
func (d *document) dayWordAt(i, last int) (dateExpr, int) {
	t := d.timeWordsAt(i, last)
	e := dateExpr{form: formRelative, weekday: -1}
	if t.prev == "ago" && (t.prev2 == "year" || t.prev2 == "years") {
		e.form = formVague // a year ago tomorrow
	}
	switch t.word {
	case "today", "tonight":
		return e, 1
	case "yesterday":
		e.days = -1
		if t.prev == "before" && (t.prev2 == "day" || t.prev2 == "evening" || t.prev2 == "night") {
			e.days = -2
		}
		return e, 1
	case "tomorrow":
		e.days = 1
		if t.prev == "after" && t.prev2 == "day" {
			e.days = 2
		}
		return e, 1
	case "morning", "evening", "afternoon", "night":
		if t.next == "before" && t.prev == "the" && i+2 < last && d.low(i+2) == "last" {
			e.days = -2
			return e, 3
		}
		return t.partOfDay()
	case "nights":
		if t.next == "ago" && t.count > 0 {
			e.days = -t.count
			return e, 2
		}
	case "overnight":
		e.days = -1
		if !d.tokens[i].is(flagSentence) {
			return e, 0 // strikes overnight
		}
		return e, 1
	case "hours":
		if n := d.hoursCounted(i, t); t.next == "ago" && n > 0 && n%24 == 0 {
			e.days = -n / 24
			return e, 2
		}
		if t.next == "earlier" || t.next == "later" || t.next == "before" || t.next == "after" {
			return dateExpr{form: formShift, weekday: -1}, 2
		}
	case "day", "days":
		if e, n := d.holidayAt(i, last, t); n > 0 {
			return e, n
		}
		return d.daysAt(i, last, t)
	case "week", "weeks", "month", "months", "year", "years", "fortnight", "weekend":
		return d.spanAt(i, last, t)
	case "eve":
		return d.eveAt(i, last, t)
	case "anniversary":
		return d.anniversaryAt(i, last, t)
	}
	return e, 0
}

// hoursCounted is the number in front of ‘hours’ at token i: 24 hours, forty-eight hours; 0 where it is none.
func (d *document) hoursCounted(i int, t timeWords) int {
	if i < 2 || !d.tokens[i-1].is(flagHyphen) {
		return t.count
	}
	tens := map[string]int{"twenty": 20, "forty": 40, "seventy": 70}[t.prev2]
	if n := numberWords[t.prev]; tens > 0 && n < 10 {
		return tens + n
	}
	return 0
}

// partOfDay reads this morning, last night, the evening before, that evening.
func (t timeWords) partOfDay() (dateExpr, int) {
	e := dateExpr{form: formRelative, weekday: -1}
	switch t.prev {
	case "this":
		return e, 1
	case "last":
		if t.word == "night" || t.word == "evening" {
			e.days = -1
			return e, 1
		}
	case "previous", "preceding":
		e.form, e.days = formShift, -1
		return e, 1
	case "next", "following":
		e.form, e.days = formShift, 1
		return e, 1
	case "same", "that":
		e.form = formShift
		return e, 1
	}
	switch {
	case (t.next == "before" || t.next == "earlier") && (t.prev == "the" || t.prev == "a"):
		e.form, e.days = formShift, -1
		return e, 2
	case t.next == "after" && t.prev == "the":
		e.form, e.days = formShift, 1
		return e, 2
	}
	return e, 0
}

// daysAt reads what the word day or days belongs to.
func (d *document) daysAt(i, last int, t timeWords) (dateExpr, int) {
	e := dateExpr{form: formShift, weekday: -1}
	behind := ""
	if i+2 < last && !d.tokens[i+2].is(flagPunct) {
		behind = d.low(i + 2)
	}
	if t.vague && (t.next == "ago" || t.next == "earlier" || t.next == "later" || t.next == "before") {
		e.form = formVague
		return e, 2
	}
	switch {
	case t.next == "before" && behind == "yesterday" || t.next == "after" && behind == "tomorrow", behind == "than":
		return e, 0 // a day later than planned
	case t.prev == "the" && t.prev2 == "to":
		return d.warDay(i, last, t) // ten years to the day after they had signed
	case (t.next == "before" || t.next == "earlier") && (t.prev == "the" || t.count > 0 && t.count < 60):
		e.days = -max(t.count, 1)
		return e, 2
	case t.next == "ago" && t.count > 0 && t.count < 60:
		e.form, e.days = formRelative, -t.count
		return e, 2
	case (t.next == "after" || t.next == "later") && (t.prev == "the" || t.count > 0 && t.count < 60):
		if t.next == "after" && t.count > 0 {
			if e, n := d.sinceWar(i, last, t); n > 0 || t.count > fewDays || !d.countsFrom(i+2, last) {
				return e, n // ten days after the invasion
			}
		}
		e.days = max(t.count, 1)
		return e, 2
	}
	if e, n := d.dayTold(i, t); n > 0 {
		return e, n
	}
	return d.warDay(i, last, t)
}

// dayTold reads the day by what stands in front of it: in two days, the next day, the same day, later in the day.
func (d *document) dayTold(i int, t timeWords) (dateExpr, int) {
	e := dateExpr{form: formShift, weekday: -1}
	switch {
	case t.next == "from" && t.count > 0 && t.count < 30 && d.fromNow(i+2):
		e.form, e.days = formRelative, t.count
		return e, 3
	case t.word == "days" && t.prev2 == "in" && t.count > 0 && t.count < 30:
		e.form, e.days = formRelative, t.count
		return e, 1
	case t.word == "day" && (t.prev == "next" || t.prev == "following") && (t.prev2 == "the" || t.prev2 == "very"):
		e.days = 1
		return e, 1
	case t.word == "day" && (t.prev == "previous" || t.prev == "preceding"):
		e.days = -1
		return e, 1
	case t.word == "day" && (t.prev == "same" || t.prev == "that"):
		return e, 1
	case t.word == "day" && t.prev == "the" && (t.prev2 == "in" || t.prev2 == "on"):
		if j := i - 3; j >= 0 && !d.tokens[j].is(flagPunct) && (d.low(j) == "earlier" || d.low(j) == "later") {
			return e, 1
		}
	}
	return e, 0
}

// warDay reads ‘day 397 of the war’, ‘the 500th day of the full-scale war’.
func (d *document) warDay(i, last int, t timeWords) (dateExpr, int) {
	e := dateExpr{form: formWarDay, weekday: -1}
	if t.word != "day" {
		return e, 0
	}
	if i+1 < last && t.prev != "the" {
		if n, digits, ok := d.number(i + 1); ok && digits >= 2 && n > 30 && n < 3000 && (digits >= 3 || d.warFollows(i, last)) {
			e.days = n
			return e, 2
		}
	}
	n, _, ok := d.number(max(i-1, 0))
	if ok && i > 1 && n < 1000 && d.punct(i-2, last, ',') && d.glued(i-2) { // the 1,000th day
		if m, _, more := d.number(max(i-3, 0)); more {
			n += m * 1000
		}
	}
	if ok && n > 30 && n < 3000 && d.warFollows(i, last) {
		e.days = n
		return e, 1
	}
	return e, 0
}

// warFollows tells that the words behind token i speak of the invasion.
func (d *document) warFollows(i, last int) bool {
	for k := i + 1; k < last && k < i+9; k++ {
		if d.tokens[k].is(flagPunct) {
			if d.tokens[k].word == '.' || d.tokens[k].word == ';' {
				return false
			}
			continue
		}
		switch d.low(k) {
		case "invasion", "war", "invaded", "aggression", "scale":
			return true
		}
	}
	return false
}

// spanAt reads stretches longer than a day: last week, last month, two years ago, eleven months to the day after the invasion.
func (d *document) spanAt(i, last int, t timeWords) (dateExpr, int) {
	e := dateExpr{form: formVague, weekday: -1}
	rel := yearUntold
	switch t.prev {
	case "this", "current":
		rel = yearThis
	case "last", "previous":
		rel = yearLast
	case "next", "coming", "following":
		rel = yearNext
	}
	unit := strings.TrimSuffix(t.word, "s")
	switch {
	case rel != yearUntold && unit == "month":
		e.form, e.days = formMonth, rel.step()
		return e, 1
	case rel != yearUntold:
		return e, 1
	case t.next == "ago" || t.next == "earlier":
		if t.count == 0 && !t.vague && t.next == "earlier" {
			return e, 0
		}
		if exact, n := d.exactly(i, last, t); n > 0 {
			return exact, n
		}
		return e, 2
	case t.count > 0 && unit == "week" && t.next == "from" && d.fromNow(i+2):
		e.form, e.days = formRelative, 7*t.count
		return e, 3
	case t.count > 0 && unit == "week" && t.next == "time" && t.prev2 == "in":
		e.form, e.days = formRelative, 7*t.count
		return e, 2
	case t.count > 0:
		return d.sinceWar(i, last, t)
	}
	return e, 0
}

// fromNow tells that token i is the now of ‘three days from now’, ‘a week from today’.
func (d *document) fromNow(i int) bool {
	return i < len(d.tokens) && !d.tokens[i].is(flagPunct) && (d.low(i) == "now" || d.low(i) == "today")
}

// exactly reads ‘exactly a week ago’, ‘two weeks ago to the day’, ‘a month ago today’ and ‘a week ago yesterday’.
func (d *document) exactly(i, last int, t timeWords) (dateExpr, int) {
	e := dateExpr{form: formRelative, weekday: -1}
	word := func(k int) string {
		if k >= last || d.tokens[k].is(flagPunct) {
			return ""
		}
		return d.low(k)
	}
	n := 0
	switch {
	case word(i+2) == "to" && word(i+3) == "the" && word(i+4) == "day":
		n = 5
	case word(i+2) == "today":
		n = 3
	case word(i+2) == "yesterday":
		n, e.days = 3, -1
	case t.prev2 == "exactly" || t.prev2 == "precisely":
		n = 2
	}
	if t.count == 0 || t.count > 20 {
		return e, 0
	}
	switch t.word {
	case "week", "weeks":
		e.days -= 7 * t.count
	case "fortnight":
		e.days -= 14 * t.count
	case "month", "months":
		e.months = -t.count
	case "year", "years":
		e.months = -12 * t.count
	default:
		return e, 0
	}
	if t.next == "earlier" {
		e.form = formShift
	}
	return e, n
}

// sinceWar reads ‘eleven months to the day after Russia's invasion’, which is a day, and ‘two years
// after the full-scale invasion’, which is about that time and helps to find a missing year.
func (d *document) sinceWar(i, last int, t timeWords) (dateExpr, int) {
	e := dateExpr{form: formVague, weekday: -1}
	j := i + 1
	exact := t.prev2 == "exactly"
	if j+2 < last && d.low(j) == "to" && d.low(j+1) == "the" && d.low(j+2) == "day" {
		exact = true
		j += 3
	}
	if j >= last || d.tokens[j].is(flagPunct) || t.count == 0 {
		return e, 0
	}
	switch d.low(j) {
	case "after", "since", "into", "from":
	default:
		return e, 0
	}
	if !d.warFollows(j, last) {
		return e, 0
	}
	switch t.word {
	case "year", "years":
		e.date = addMonths(invasion, 12*t.count)
	case "month", "months":
		e.date = addMonths(invasion, t.count)
	case "week", "weeks":
		e.date = invasion.AddDays(7 * t.count)
	case "day", "days":
		e.date = invasion.AddDays(t.count)
	default:
		return e, 0
	}
	if exact {
		e.form = formFull
	}
	return e, j + 1 - i
}

// addMonths moves a day by whole months; a day that the month does not have becomes its last.
func addMonths(day model.Date, n int) model.Date {
	m := int(day.Year)*12 + int(day.Month) - 1 + n
	out := model.NewDate(m/12, m%12+1, int(day.Day))
	if !out.Valid() {
		return out.MonthOf().Last()
	}
	return out
}
