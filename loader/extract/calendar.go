package extract

import (
	"strconv"
	"strings"

	"entente/model"
)

// plainYear tells that n, written with four digits, is a year of our time.
func plainYear(n, digits int) bool { return digits == 4 && n >= 1900 && n < 2100 }

// monthAt reads ‘August 13, 2024’, ‘Aug 14’, ‘June 15-16’, ‘August 2024’, ‘July’, ‘last May’.
func (d *document) monthAt(i, last, month int) (dateExpr, int) {
	e := dateExpr{form: formNoYear, weekday: -1}
	e.date.Month = uint8(month) //nolint:gosec // 1…12.
	if d.wireStamp(i, last, &e) {
		return e, 2
	}
	j := i + 1
	if d.punct(j, last, '.') {
		j++
	}
	if d.punct(j, last, '/') || d.punct(j, last, '-') && d.glued(j-1) && d.glued(j) {
		j++
	}
	if j < last && d.low(j) == "the" && j+1 < last {
		if _, digits, ok := d.number(j + 1); ok && digits <= 2 {
			j++ // April the 5th
		}
	}
	if j < last {
		if day, digits, ok := d.number(j); ok && digits <= 2 && day >= 1 && day <= 31 && !d.clockFollows(j, last) {
			e.date.Day = uint8(day)
			j = d.rangeEnd(j+1, last, &e)
			return d.yearTail(i, j, last, e)
		}
		k := j
		if k < last && (d.punct(k, last, ',') || d.low(k) == "of") {
			k++
		}
		if k < last {
			if y, digits, ok := d.number(k); ok && plainYear(y, digits) {
				e.form = formMonth
				e.date.Year = int16(y) //nolint:gosec // a year.
				return e, k + 1 - i
			}
		}
	}
	return d.bareMonth(i, last, e)
}

// ordinalOf reads the day in front of the month at token i: the ninth of May, the twenty-first of June. It is 0 where none stands there.
func (d *document) ordinalOf(i int) int {
	if i < 2 || d.before(i) != "of" || d.tokens[i-2].is(flagPunct) {
		return 0
	}
	n := ordinalWords[d.low(i-2)]
	if i > 3 && d.tokens[i-2].is(flagHyphen) && n > 0 && n < 10 {
		switch d.low(i - 3) {
		case "twenty":
			return 20 + n
		case "thirty":
			return 30 + n
		}
		return 0
	}
	return n
}

// bareMonth reads a month without day and year. May and March are other words too, and Jan is a name.
func (d *document) bareMonth(i, last int, e dateExpr) (dateExpr, int) {
	w := d.low(i)
	if day := d.ordinalOf(i); day > 0 {
		e.date.Day = uint8(day) //nolint:gosec // 1…31.
		return d.yearTail(i, i+1, last, e)
	}
	if w == "may" && i+1 < last && d.tokens[i+1].capital() && d.low(i+1) == "day" {
		e.date.Day = 1
		return e, 2
	}
	if w == "may" || w == "march" || len(w) <= 4 && w != "june" && w != "july" {
		listed := d.before(i) == "and" && (i+1 == last || !d.tokens[i+1].capital()) // in April and May; but: she and Jan Lipavský
		if !listed && !d.dayBefore(i) && d.before(i) != "end" {
			return e, 0
		}
	}
	e.form = formMonth
	switch d.before(i) {
	case "last":
		e.lastWord = true
	case "next":
		e.nextWord = true
	}
	n := d.relativeYear(i+1, last, &e)
	return e, 1 + n
}

// yearTail reads the year behind a day and a month: a number, or ‘last year’.
func (d *document) yearTail(i, j, last int, e dateExpr) (dateExpr, int) {
	n := j - i
	if d.punct(j, last, '.') && j+1 < last {
		if _, dg, ok := d.number(j + 1); ok && dg == 4 {
			j++
		}
	}
	if d.punct(j, last, ',') || d.punct(j, last, '/') || j < last && !d.tokens[j].is(flagPunct) && d.low(j) == "of" {
		j++
	}
	if j < last {
		if y, digits, ok := d.number(j); ok && plainYear(y, digits) {
			e.setYear(y)
			return e, j + 1 - i
		}
		if y := d.shortYear(i, j, last); y > 0 && e.end.Day == 0 {
			e.setYear(y)
			return e, j + 1 - i
		}
	}
	if k := d.relativeYear(i+n, last, &e); k > 0 {
		return e, n + k
	}
	return e, n
}

// relativeYear reads ‘last year’, ‘of this year’, ‘the previous year’ at token j and returns how many tokens it has.
func (d *document) relativeYear(j, last int, e *dateExpr) int {
	k := j
	for k < last && k < j+2 && !d.tokens[k].is(flagPunct) && (d.low(k) == "of" || d.low(k) == "the") {
		k++
	}
	if k+1 >= last || d.tokens[k].is(flagPunct) || d.tokens[k+1].is(flagPunct) || d.low(k+1) != "year" {
		return 0
	}
	switch d.low(k) {
	case "this", "current":
		e.year = yearThis
	case "last", "previous", "past":
		e.year = yearLast
	case "next", "following", "coming":
		e.year = yearNext
	default:
		return 0
	}
	return k + 2 - j
}

// clockFollows tells that the number at token j begins a time of day (21:50, 19h52).
func (d *document) clockFollows(j, last int) bool {
	if j >= last || d.tokens[j].is(flagPunct) {
		return false
	}
	if w := d.text[d.tokens[j].start:d.tokens[j].end]; len(w) >= 4 && len(w) <= 5 && (w[1] == 'h' || w[2] == 'h') && w[0] >= '0' && w[0] <= '2' {
		return true
	}
	if j+2 >= last || !d.punct(j+1, last, ':') && !d.punct(j+1, last, '.') || !d.glued(j) || !d.glued(j+1) {
		return false
	}
	hours, minutes := d.tokens[j], d.tokens[j+2]
	return hours.is(flagNumber) && hours.end-hours.start <= 2 && minutes.end-minutes.start >= 2
}

// rangeEnd reads the second day of ‘15-16’, ‘15 and 16’, ‘15 to 16’ and returns the next token.
func (d *document) rangeEnd(j, last int, e *dateExpr) int {
	k := j
	switch {
	case k >= last:
		return j
	case d.tokens[k].is(flagHyphen):
	case d.punct(k, last, '~') || (d.punct(k, last, '-') || d.punct(k, last, '/')) && d.glued(k-1) && d.glued(k):
		k++
	case d.punct(k, last, '&') || d.punct(k, last, '*') && d.span(k, k+1) == "&":
		k++
	case !d.tokens[k].is(flagPunct) && (d.low(k) == "and" || d.low(k) == "to" || d.low(k) == "or" || d.low(k) == "until" || d.low(k) == "through"):
		k++
	default:
		return j
	}
	if k < last {
		if day, digits, ok := d.number(k); ok && digits <= 2 && day > int(e.date.Day) && day <= 31 && !d.clockFollows(k, last) {
			e.end = e.date
			e.end.Day = uint8(day) //nolint:gosec // 1…31.
			return k + 1
		}
	}
	return j
}

// overMonths reads the end of ‘30 June – 1 July’ behind a date that ends at token j and returns the next token.
func (d *document) overMonths(j, last int, e *dateExpr) int {
	if e.end.Day != 0 || e.date.Day == 0 || j+1 >= last {
		return j
	}
	w := ""
	if !d.tokens[j].is(flagPunct) {
		w = d.low(j)
	}
	k := j + 1
	switch {
	case d.tokens[j].is(flagHyphen):
		k = j
	case d.punct(j, last, '~') || d.punct(j, last, '-') || w == "to" || w == "until" || w == "through":
	default:
		return j
	}
	f, n := d.dateAt(k, last)
	if n == 0 || f.form != formFull && f.form != formNoYear || f.end.Day != 0 {
		return j
	}
	gap := int(f.date.Month) - int(e.date.Month)
	if gap < 0 {
		gap += 12
	}
	if gap > 1 || gap == 0 && f.date.Day <= e.date.Day {
		return j
	}
	if e.form == formNoYear && f.form == formFull {
		e.form = formFull
		e.date.Year = f.date.Year
		if f.date.Month < e.date.Month {
			e.date.Year--
		}
	}
	e.end = f.date
	return k + n
}

func (e *dateExpr) setYear(y int) {
	e.form = formFull
	e.date.Year = int16(y) //nolint:gosec // a year.
	if e.end.Month != 0 {
		e.end.Year = int16(y) //nolint:gosec // a year.
	}
}

// numericAt reads dates that begin with digits.
func (d *document) numericAt(i, last int) (dateExpr, int) {
	e := dateExpr{weekday: -1}
	a, digits, ok := d.number(i)
	if !ok {
		return d.eastern(i)
	}
	if plainYear(a, digits) {
		return d.yearFirst(i, last, a)
	}
	if digits > 2 || a < 1 || d.minutes(i) {
		return e, 0
	}
	if f, n := d.dotted(i, last, a); n > 0 {
		return f, n
	}
	if a > 31 {
		return e, 0
	}
	if m, _, ok := d.number(min(i+2, last-1)); ok && d.stamping && m <= 12 && i+3 < last && d.punct(i+1, last, '.') && d.punct(i+3, last, '.') {
		e.form, e.date.Day, e.date.Month = formNoYear, uint8(a), uint8(m) //nolint:gosec // parts of a calendar.
		return e, 4                                                       // 7.7., 15:05
	}
	if i+2 < last && d.before(i) == "on" && d.punct(i+1, last, '.') && d.glued(i) && d.glued(i+1) {
		if m, digits, ok := d.number(i + 2); ok && digits == 2 && m >= 1 && m <= 12 {
			e.form, e.date.Day, e.date.Month = formNoYear, uint8(a), uint8(m)
			return e, 3 // on 08.02
		}
	}
	// 13 August 2024, 15 and 16 June, 13th of August, 29-Apr-2024
	j := i + 1
	e.form = formNoYear
	e.date.Day = uint8(a)
	j = d.rangeEnd(j, last, &e)
	if j < last && !d.tokens[j].is(flagPunct) && d.low(j) == "of" || d.punct(j, last, '/') || d.punct(j, last, '.') {
		j++
	}
	m, ok := 0, false
	if j < last {
		m, ok = d.entryAt(j, entryMonth)
	}
	if !ok {
		if f, n := d.foreignMonth(i, j, last, e); n > 0 {
			return f, n
		}
		return d.bareDay(i, last, a)
	}
	e.date.Month = uint8(m)
	if e.end.Day != 0 {
		e.end.Month = e.date.Month
	}
	return d.yearTail(i, j+1, last, e)
}

// eastern reads 2024年11月17日, which is one word.
func (d *document) eastern(i int) (dateExpr, int) {
	e := dateExpr{weekday: -1}
	year, rest, ok := strings.Cut(d.span(i, i+1), "年")
	if !ok {
		return e, 0
	}
	month, rest, ok := strings.Cut(rest, "月")
	if !ok {
		return e, 0
	}
	day, _, _ := strings.Cut(rest, "日")
	var n [3]int
	for k, s := range [...]string{year, month, day} {
		if n[k], _ = strconv.Atoi(s); n[k] == 0 {
			return e, 0
		}
	}
	if e.date = model.NewDate(n[0], n[1], n[2]); !plainYear(n[0], len(year)) || !e.date.Valid() {
		return dateExpr{weekday: -1}, 0
	}
	return e, 1
}

// minutes tells that token i is the minutes of a clock: 22:04 July 15.
func (d *document) minutes(i int) bool {
	return i >= 2 && d.punct(i-1, i, ':') && d.glued(i-2) && d.glued(i-1) && d.tokens[i-2].is(flagNumber)
}

// behindDay are words that may follow ‘on the 29th’; before a noun it would be the 29th of something else.
var behindDay = setOf("in", "at", "with", "without", "and", "but", "or", "he", "she", "they", "we", "it", "has", "had", "have", "was", "were", "is", "will",
	"would", "for", "when", "where", "while", "as", "by", "to", "from", "after", "before", "during", "following", "amid", "via", "over", "through",
	"until", "under", "about", "around", "there", "together", "because", "that", "who", "which")

// bareDay reads ‘on the 29th’, ‘the 3rd of this month’.
func (d *document) bareDay(i, last, day int) (dateExpr, int) {
	e := dateExpr{form: formDay, weekday: -1}
	e.date.Day = uint8(day) //nolint:gosec // 1…31.
	if d.tokens[i].is(flagNumber) || d.tokens[i].is(flagHyphen) || d.before(i) != "the" {
		return e, 0
	}
	j := i + 1
	if j >= last || d.tokens[j].is(flagPunct) {
		return e, 1
	}
	if d.low(j) == "of" && j+2 < last && d.low(j+2) == "month" {
		switch d.low(j + 1) {
		case "this", "the":
			return e, 4
		case "last":
			e.week = yearLast
			return e, 4
		case "next":
			e.week = yearNext
			return e, 4
		}
	}
	if behindDay.has(d.low(j)) || i >= 2 && d.low(i-2) == "on" && !counted.has(d.low(j)) && (j+1 >= last || d.tokens[j+1].is(flagPunct) || !counted.has(d.low(j+1))) {
		return e, 1 // on the 14th Maria Tamm sat down
	}
	return e, 0
}

// counted are things of which there are many, so that ‘on the 14th’ in front of them, or of one word more, is no day.
var counted = setOf("floor", "day", "anniversary", "birthday", "hour", "minute", "time", "session", "summit", "meeting", "round", "package", "brigade", "century",
	"edition", "congress", "parallel", "page", "line", "place", "attempt", "amendment", "regiment", "division", "corps", "battalion", "army", "street", "avenue",
	"week", "month", "year", "consecutive", "straight", "tee", "hole", "lap", "member", "tranche", "grade", "step", "try", "mile", "storey", "story", "level",
	"chapter", "article", "episode", "issue", "symphony", "note", "track", "green", "court", "platform", "deck", "largest", "biggest", "stage")
