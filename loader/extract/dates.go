package extract

import (
	"strings"

	"entente/model"
)

// dateForm is the way in which a date is told.
type dateForm uint8

const (
	formFull     dateForm = iota // 13 August 2024
	formNoYear                   // 13 August
	formWeekday                  // on Thursday
	formRelative                 // yesterday: days from publication
	formShift                    // the day before: days from the encounter told last
	formMonth                    // in August 2024; in August
	formYear                     // in 2019
	formWarDay                   // day 397 of the war
)

// dateExpr is a date as the text has it.
type dateExpr struct {
	first, last int // tokens
	sent        int
	form        dateForm
	date        model.Date // full, or with Year 0, or only Year and Month
	end         model.Date // last day of a range; Year 0 as in date
	weekday     int8       // 0 Sunday … 6; -1 none told
	days        int        // formRelative, formShift, formWarDay
	lastWord    bool       // ‘last Tuesday’, ‘last July’
	nextWord    bool       // ‘next Wednesday’, ‘this coming Friday’
	used        bool
}

// findDates reads the dates of every sentence.
func (d *document) findDates() {
	d.dates = d.dates[:0]
	for k := range d.sents {
		s := &d.sents[k]
		for i := s.first; i < s.last; {
			e, n := d.dateAt(i, s.last)
			if n == 0 {
				i++
				continue
			}
			e.first, e.last, e.sent = i, i+n, k
			d.dates = append(d.dates, e)
			i += n
		}
	}
}

// number reads token i as a number; ok only for digits, with an ordinal ending or without.
func (d *document) number(i int) (n int, digits int, ok bool) {
	t := d.tokens[i]
	if t.is(flagPunct) {
		return 0, 0, false
	}
	w := d.text[t.start:t.end]
	k := 0
	for k < len(w) && k < 5 && w[k] >= '0' && w[k] <= '9' {
		n = n*10 + int(w[k]-'0')
		k++
	}
	if k == 0 {
		return 0, 0, false
	}
	switch w[k:] {
	case "", "st", "nd", "rd", "th":
		return n, k, true
	}
	return 0, 0, false
}

func (d *document) entryAt(i int, kind entryKind) (int, bool) {
	t := d.tokens[i]
	if t.is(flagPunct) || t.word == 0 || !t.capital() || d.lex.root[t.word] == 0 {
		return 0, false
	}
	for _, e := range d.lex.out[d.lex.root[t.word]] {
		if e.kind == kind {
			return int(e.index), true
		}
	}
	return 0, false
}

// punct tells that token i is the mark c.
func (d *document) punct(i, last int, c byte) bool {
	return i < last && d.tokens[i].is(flagPunct) && d.tokens[i].word == uint32(c)
}

// glued tells that no space stands between tokens i and i+1.
func (d *document) glued(i int) bool {
	return i+1 < len(d.tokens) && d.tokens[i].end == d.tokens[i+1].start
}

func (d *document) low(i int) string {
	return strings.ToLower(d.text[d.tokens[i].start:d.tokens[i].end])
}

// dateAt reads the date that begins at token i and returns how many tokens it has.
func (d *document) dateAt(i, last int) (dateExpr, int) {
	t := d.tokens[i]
	e := dateExpr{weekday: -1}
	if t.is(flagPunct) {
		return e, 0
	}
	if wd, ok := d.entryAt(i, entryWeekday); ok {
		return d.weekdayAt(i, last, wd)
	}
	if m, ok := d.entryAt(i, entryMonth); ok {
		return d.monthAt(i, last, m)
	}
	if c := d.text[t.start]; c >= '0' && c <= '9' {
		return d.numericAt(i, last)
	}
	if t.word != 0 && (d.lex.classes[t.word]&classDay != 0) {
		return d.dayWordAt(i, last)
	}
	return e, 0
}

// weekdayAt reads ‘Monday’, ‘Monday, 15 April 2024’, ‘Monday 24 April’.
func (d *document) weekdayAt(i, last, wd int) (dateExpr, int) {
	e := dateExpr{form: formWeekday, weekday: int8(wd)} //nolint:gosec // 0…6.
	n := 1
	j := i + 1
	if d.punct(j, last, '.') && d.tokens[i].end-d.tokens[i].start <= 4 {
		j++
	}
	if d.punct(j, last, ',') {
		j++
	}
	if j < last && !d.tokens[j].is(flagPunct) && d.low(j) == "the" {
		j++
	}
	if j < last {
		if f, m := d.dateAt(j, last); m > 0 && (f.form == formFull || f.form == formNoYear) && f.weekday < 0 {
			f.weekday = e.weekday
			return f, j + m - i
		}
	}
	if i > 0 && !d.tokens[i-1].is(flagPunct) {
		switch d.low(i - 1) {
		case "last":
			e.lastWord = true
		case "next", "coming":
			e.nextWord = true
		}
	}
	return e, n
}

// monthAt reads ‘August 13, 2024’, ‘Aug 14’, ‘June 15-16’, ‘August 2024’, ‘July’.
func (d *document) monthAt(i, last, month int) (dateExpr, int) {
	e := dateExpr{form: formNoYear, weekday: -1}
	e.date.Month = uint8(month) //nolint:gosec // 1…12.
	j := i + 1
	if d.punct(j, last, '.') {
		j++
	}
	if j < last {
		if day, digits, ok := d.number(j); ok && digits <= 2 && day >= 1 && day <= 31 && !d.clockFollows(j, last) {
			e.date.Day = uint8(day) //nolint:gosec // 1…31.
			j++
			j = d.rangeEnd(j, last, &e)
			n := j - i
			if d.punct(j, last, ',') {
				j++
			}
			if j < last {
				if y, digits, ok := d.number(j); ok && digits == 4 && y >= 1900 && y < 2100 {
					e.setYear(y)
					return e, j + 1 - i
				}
			}
			return e, n
		}
		k := j
		if d.punct(k, last, ',') {
			k++
		}
		if k < last {
			if y, digits, ok := d.number(k); ok && digits == 4 && y >= 1900 && y < 2100 {
				e.form = formMonth
				e.date.Year = int16(y) //nolint:gosec // a year.
				return e, k + 1 - i
			}
		}
	}
	if d.low(i) == "may" || d.low(i) == "march" { // the verb and the noun
		if i == 0 || d.tokens[i].is(flagSentence) || d.tokens[i-1].is(flagPunct) {
			return e, 0
		}
		switch d.low(i - 1) {
		case "in", "last", "this", "next", "since", "until", "of", "early", "late", "mid", "from", "by", "before", "after", "and", "for":
		default:
			return e, 0
		}
	}
	e.form = formMonth
	if i > 0 && !d.tokens[i-1].is(flagPunct) {
		switch d.low(i - 1) {
		case "last":
			e.lastWord = true
		case "next":
			e.nextWord = true
		}
	}
	return e, 1
}

// clockFollows tells that the number at token j begins a time of day (21:50).
func (d *document) clockFollows(j, last int) bool {
	return d.punct(j+1, last, ':') && d.glued(j) && j+2 < last && d.tokens[j+2].is(flagNumber)
}

// rangeEnd reads the second day of ‘15-16’, ‘15 and 16’, ‘15 to 16’ and returns the next token.
func (d *document) rangeEnd(j, last int, e *dateExpr) int {
	k := j
	switch {
	case k >= last:
		return j
	case d.tokens[k].is(flagHyphen):
	case d.punct(k, last, '~') || d.punct(k, last, '-') && d.glued(k-1) && d.glued(k):
		k++
	case !d.tokens[k].is(flagPunct) && (d.low(k) == "and" || d.low(k) == "to" || d.low(k) == "or"):
		k++
	default:
		return j
	}
	if k < last {
		if day, digits, ok := d.number(k); ok && digits <= 2 && day > int(e.date.Day) && day <= 31 {
			e.end = e.date
			e.end.Day = uint8(day) //nolint:gosec // 1…31.
			return k + 1
		}
	}
	return j
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
		return e, 0
	}
	if digits == 4 && a >= 1900 && a < 2100 {
		return d.yearFirst(i, last, a)
	}
	if digits > 2 || a < 1 {
		return e, 0
	}
	if f, n := d.dotted(i, last, a); n > 0 {
		return f, n
	}
	if a > 31 {
		return e, 0
	}
	// 13 August 2024, 15 and 16 June, 13th of August
	j := i + 1
	e.form = formNoYear
	e.date.Day = uint8(a) //nolint:gosec // 1…31.
	j = d.rangeEnd(j, last, &e)
	if j < last && !d.tokens[j].is(flagPunct) && d.low(j) == "of" {
		j++
	}
	if j >= last {
		return e, 0
	}
	m, ok := d.entryAt(j, entryMonth)
	if !ok {
		return e, 0
	}
	e.date.Month = uint8(m) //nolint:gosec // 1…12.
	if e.end.Day != 0 {
		e.end.Month = e.date.Month
	}
	j++
	n := j - i
	if d.punct(j, last, '.') && j+1 < last {
		if _, dg, ok := d.number(j + 1); ok && dg == 4 {
			j++
		}
	}
	if d.punct(j, last, ',') {
		j++
	}
	if j < last {
		if y, dg, ok := d.number(j); ok && dg == 4 && y >= 1900 && y < 2100 {
			e.setYear(y)
			return e, j + 1 - i
		}
	}
	return e, n
}

// yearFirst reads 2024-01-11, 2023/3/22, 2024-01 and a year by itself.
func (d *document) yearFirst(i, last, year int) (dateExpr, int) {
	e := dateExpr{weekday: -1, form: formYear}
	e.date.Year = int16(year) //nolint:gosec // a year.
	j := i + 1
	step := func() bool {
		if j < last && d.tokens[j].is(flagHyphen) {
			return true
		}
		if (d.punct(j, last, '/') || d.punct(j, last, '.') || d.punct(j, last, '~')) && d.glued(j-1) && d.glued(j) {
			j++
			return true
		}
		return false
	}
	if !step() || j >= last {
		return e, 1
	}
	m, _, ok := d.number(j)
	if !ok || m < 1 || m > 12 {
		return e, 1
	}
	e.date.Month = uint8(m) //nolint:gosec // 1…12.
	e.form = formMonth
	j++
	n := j - i
	if !step() || j >= last {
		return e, n
	}
	day, _, ok := d.number(j)
	if !ok || day < 1 || day > 31 {
		return e, n
	}
	e.date.Day = uint8(day) //nolint:gosec // 1…31.
	e.form = formFull
	return e, j + 1 - i
}

// dotted reads 13.08.2024, 27/02/2023, 04/28/2023, 17-02-2023. Where both
// first numbers may be a month the day comes first, unless a clock with AM or
// PM stands behind, as Americans write it.
func (d *document) dotted(i, last, a int) (dateExpr, int) {
	e := dateExpr{weekday: -1, form: formFull}
	var sep byte
	j := i + 1
	var part [2]int
	for k := range 2 {
		switch {
		case j < last && d.tokens[j].is(flagHyphen):
			sep = '-'
		case (d.punct(j, last, '.') || d.punct(j, last, '/')) && d.glued(j-1) && d.glued(j):
			sep = byte(d.tokens[j].word)
			j++
		default:
			return e, 0
		}
		if j >= last {
			return e, 0
		}
		n, digits, ok := d.number(j)
		if !ok || k == 0 && digits > 2 || k == 1 && digits != 4 && digits != 2 {
			return e, 0
		}
		if k == 1 && digits == 2 {
			n += 2000
		}
		part[k] = n
		j++
	}
	day, month := a, part[0]
	if month > 12 || sep == '/' && day <= 12 && d.americanClock(j, last) {
		day, month = month, day
	}
	if month < 1 || month > 12 || day < 1 || day > 31 || part[1] < 1900 || part[1] > 2100 {
		return e, 0
	}
	e.date = model.NewDate(part[1], month, day)
	return e, j - i
}

func (d *document) americanClock(j, last int) bool {
	for k := j; k < last && k < j+8; k++ {
		if w := d.low(k); w == "pm" || w == "am" || w == "et" || w == "edt" || w == "est" {
			return true
		}
	}
	return false
}

var numberWords = map[string]int{"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}

// dayWordAt reads today, yesterday, this morning, three days ago, the day before, day 397.
func (d *document) dayWordAt(i, last int) (dateExpr, int) {
	e := dateExpr{form: formRelative, weekday: -1}
	prev, prev2, next := "", "", ""
	if i > 0 && !d.tokens[i-1].is(flagPunct) {
		prev = d.low(i - 1)
	}
	if i > 1 && !d.tokens[i-2].is(flagPunct) {
		prev2 = d.low(i - 2)
	}
	if i+1 < last && !d.tokens[i+1].is(flagPunct) {
		next = d.low(i + 1)
	}
	if d.tokens[i].is(flagPossessive) && d.low(i) != "today" {
		return e, 0 // yesterday's edition
	}
	switch w := d.low(i); w {
	case "today":
		if d.tokens[i].is(flagPossessive) {
			return e, 0
		}
		return e, 1
	case "tonight":
		return e, 1
	case "yesterday":
		e.days = -1
		if prev == "before" && prev2 == "day" {
			e.days = -2
		}
		return e, 1
	case "tomorrow":
		e.days = 1
		if prev == "after" && prev2 == "day" {
			e.days = 2
		}
		return e, 1
	case "morning", "evening", "afternoon", "night":
		switch {
		case prev == "this":
			return e, 1
		case prev == "last" && w == "night":
			e.days = -1
			return e, 1
		case next == "before" && (prev == "the" || prev2 == "the"):
			e.form, e.days = formShift, -1
			return e, 2
		}
	case "day", "days":
		return d.daysAt(i, last, prev, prev2, next)
	}
	return e, 0
}

// daysAt reads what the word day or days belongs to.
func (d *document) daysAt(i, last int, prev, prev2, next string) (dateExpr, int) {
	e := dateExpr{form: formShift, weekday: -1}
	count := numberWords[prev]
	if count == 0 && i > 0 {
		if n, _, ok := d.number(i - 1); ok {
			count = n
		}
	}
	switch {
	case next == "before" && (prev == "the" || prev == "a"):
		if i+2 < last && d.low(i+2) == "yesterday" {
			return e, 0
		}
		e.days = -1
		return e, 2
	case next == "earlier" && count > 0:
		e.days = -count
		return e, 2
	case next == "ago" && count > 0 && count < 60:
		e.form, e.days = formRelative, -count
		return e, 2
	case next == "after" && prev == "the":
		if i+2 < last && d.low(i+2) == "tomorrow" {
			return e, 0
		}
		e.days = 1
		return e, 2
	case next == "later" && count > 0 && count < 60:
		e.days = count
		return e, 2
	case (prev == "next" || prev == "following") && prev2 == "the":
		e.days = 1
		return e, 1
	case prev == "previous" && prev2 == "the":
		e.days = -1
		return e, 1
	case prev == "same":
		e.days = 0
		return e, 1
	case i+1 < last && prev != "the":
		if n, digits, ok := d.number(i + 1); ok && digits >= 2 && n > 30 && n < 3000 {
			e.form, e.days = formWarDay, n
			return e, 2
		}
	}
	return e, 0
}

// invasion is the day from which the days of the war are counted.
var invasion = model.NewDate(2022, 2, 24)

// yearsTold lists the years that stand in the text, for the reading of dates without one.
func (d *document) yearsTold() []int {
	var out []int
	for _, e := range d.dates {
		if e.date.Year != 0 {
			out = append(out, int(e.date.Year))
		}
	}
	return out
}

// words returns the expression as the text has it.
func (d *document) words(e *dateExpr) string { return d.span(e.first, e.last) }
