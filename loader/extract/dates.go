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
	formDay                      // on the 13th
	formWeekday                  // on Thursday
	formRelative                 // yesterday: days from publication
	formShift                    // the day before: days from the day told last
	formMonth                    // in August 2024; in August; last month
	formYear                     // in 2019
	formWarDay                   // day 397 of the war
	formFeast                    // Easter Monday: days from Easter Sunday
	formVague                    // last week, two years ago: some other time, no day
)

// yearWord is a year told by a word instead of a number.
type yearWord uint8

const (
	yearUntold yearWord = iota
	yearThis
	yearLast
	yearNext
)

// step is how many months, weeks or years such a word goes ahead.
func (y yearWord) step() int {
	return [...]int{yearUntold: 0, yearThis: 0, yearLast: -1, yearNext: 1}[y]
}

// dateExpr is a date as the text has it.
type dateExpr struct {
	first, last int // tokens
	sent        int
	form        dateForm
	date        model.Date // full, or with Year 0, or only Year and Month
	other       model.Date // the other reading of 04/05/2024
	end         model.Date // last day of a range; Year 0 as in date
	weekday     int8       // 0 Sunday … 6; -1 none told
	days        int        // formRelative, formShift, formWarDay; months for ‘last month’; of a weekday: the Friday before last
	months      int        // formRelative, formShift: months from there, besides the days
	more        int8       // days to the end of a range of weekdays: Tuesday and Wednesday
	front       int        // tokens in front that belong to it: last week, on Wednesday
	year        yearWord
	week        yearWord // of a weekday: Tuesday last week; of a day: the 28th of last month
	lastWord    bool     // ‘last Tuesday’, ‘last July’
	nextWord    bool     // ‘next Wednesday’, ‘this coming Friday’
	soon        bool     // ‘this coming Friday’, which may be tomorrow
	bound       bool     // the end of a stretch: since, until, by, after …
	aside       bool     // the day of something before or after which the rest took place: ahead of Friday's summit
	prefix      bool     // the machine's own, in front of an article: date 2024-01-11
	dateline    bool     // KYIV, Jan 24 (EastWire) -
	used        bool
}

// findDates reads the dates of every sentence.
func (d *document) findDates() {
	d.dates, d.headings, d.published.known, d.line = d.dates[:0], d.headings[:0], false, -1
	clear(d.years)
	d.signs.known = false
	for k := range d.sents {
		s := &d.sents[k]
		d.stamping = s.zone == zoneStamp
		next := 0
		for _, t := range d.notedIn(s) {
			i := int(t)
			if i < next || !d.mayDate(i) {
				continue
			}
			e, n := d.dateAt(i, s.last)
			if n == 0 {
				continue
			}
			if e.form == formFull || e.form == formNoYear {
				n = d.overMonths(i+n, s.last, &e) - i
			}
			e.first, e.last, e.sent = i, i+n, k
			d.stretch(&e, s)
			if d.restates(&e, i) {
				d.dates = d.dates[:len(d.dates)-1]
			}
			d.situate(&e, s)
			d.dates = append(d.dates, e)
			next = i + n
		}
	}
	d.shareDates()
}

// situate notes of a date, the next, whether it stands in a dateline, behind the machine's own word or in a line of its own.
func (d *document) situate(e *dateExpr, s *sentence) {
	e.dateline = s.paraFirst && s.index > 0 && (e.form == formFull || e.form == formNoYear) && d.inDateline(e, s)
	e.prefix = e.first == s.first+1 && s.index <= 1 && d.low(s.first) == "date"
	if (s.zone == zoneStamp || s.zone == zoneHeading) && s.index > 0 && s.last-s.first <= e.last-e.first+8 && len(d.headings) < maxHeadings {
		d.headings = append(d.headings, len(d.dates))
	}
	if e.dateline && d.line < 0 {
		d.line = len(d.dates)
	}
}

// shareDates tells each sentence which dates are its own.
func (d *document) shareDates() {
	for k, next := 0, 0; k < len(d.sents); k++ {
		s := &d.sents[k]
		for s.date = next; next < len(d.dates) && d.dates[next].sent == k; {
			next++
		}
		s.dated = next
	}
}

// restates tells that the weekday at token i says again, and better, what the date in front of it told: last week, on Wednesday; the
// day before, Wednesday.
func (d *document) restates(e *dateExpr, i int) bool {
	k := len(d.dates) - 1
	if e.form != formWeekday || k < 0 {
		return false
	}
	if d.namesWeekday(e, i) {
		return true
	}
	x := &d.dates[k]
	return e.front > 0 && x.form == formVague && x.last > i-e.front || x.form == formShift && x.last == i-1 && d.punct(i-1, i, ',')
}

// namesWeekday tells that the weekday at token i only says which one the day in front of it was: on 4 May, a Saturday. It is that day then, with its weekday.
func (d *document) namesWeekday(e *dateExpr, i int) bool {
	k := len(d.dates) - 1
	if e.form != formWeekday || k < 0 || d.before(i) != "a" || i < 2 || !d.tokens[i-2].is(flagPunct) {
		return false
	}
	x := d.dates[k]
	if x.sent != e.sent || x.last != i-2 || x.weekday >= 0 || x.form != formFull && x.form != formNoYear && x.form != formDay {
		return false
	}
	x.weekday, x.last = e.weekday, e.last
	*e = x
	return true
}

// maxHeadings is how many dated headings of a log are minded.
const maxHeadings = 200

// datesIn returns the dates of a sentence: indexes from, to.
func (d *document) datesIn(sent int) (from, to int) {
	return d.sents[sent].date, d.sents[sent].dated
}

// boundWords make a date the end of a stretch of time and not a day on which something took place.
var boundWords = setOf(
	"since", "until", "till", "by", "before", "after", "from", "through", "throughout", "ahead", "than",
)

// closeWords in front of such a word make the day one and the same: hours after Tuesday's vote.
var closeWords = setOf("hours", "hour", "minutes", "shortly", "soon", "right", "just", "immediately", "day", "days")

// edgeWords may stand between such a word and the date: since early May, until the end of June.
var edgeWords = setOf("early", "late", "mid", "the", "end", "beginning", "start", "of", "at", "least", "last", "next", "this")

// stretch marks a date that only bounds a stretch of time, or is that of something else: ahead of Friday's summit. ‘After
// Monday's talks’ tells when the talks were, and ‘from 12 to 14 May’ is a range: these are days as any other.
func (d *document) stretch(e *dateExpr, s *sentence) {
	owner := d.tokens[e.last-1].is(flagPossessive)
	if owner && (e.last >= s.last || d.lex.rows[d.tokens[e.last].word].cls&(classTalk|classMeeting|classCall|classVisit|classPress) != 0) {
		return
	}
	if e.end.Day != 0 || e.form == formShift || e.form == formRelative && (e.days == -2 || e.days == 2) {
		return
	}
	if e.form == formWeekday && d.weekdayRange(e, s) {
		return
	}
	i := e.first - 1
	for i >= s.first && i >= e.first-4 && !d.tokens[i].is(flagPunct) && edgeWords.has(d.low(i)) {
		i--
	}
	e.bound = i >= s.first && !d.tokens[i].is(flagPunct) && boundWords.has(d.low(i))
	e.aside = e.bound && owner && (i == s.first || !closeWords.has(d.low(i-1)))
	e.bound = e.bound && (!owner || e.aside) && !d.goingOn(i, s)
	e.aside = e.aside || e.form == formWeekday && (d.dayOfThing(e, s) || e.bound && d.saidSince(i, s))
}

// saidSince tells that the word at token i is the ‘since’ of what was only said from a day on: denied since Friday.
func (d *document) saidSince(i int, s *sentence) bool {
	return i > s.first && d.low(i) == "since" && !d.tokens[i-1].is(flagPunct) && strings.HasSuffix(d.low(i-1), "ed")
}

// dayOfThing tells that a weekday only says which of several things is meant, none of them an encounter: the events of Saturday, Sunday's vote.
func (d *document) dayOfThing(e *dateExpr, s *sentence) bool {
	if d.tokens[e.last-1].is(flagPossessive) && !boundWords.has(d.before(e.first)) { // hours after Monday's vote they met
		switch d.before(e.first) {
		case "about", "over", "despite", "regarding":
			return true // angry about Monday's dinner
		}
		for i := e.last; i < s.last && i < e.last+3 && !d.tokens[i].is(flagPunct); i++ {
			if happenings.has(d.low(i)) {
				return true
			}
		}
		return false
	}
	return e.first-2 > s.first && d.before(e.first) == "of" && happenings.has(d.low(e.first-2))
}

// happenings are things of a day that are no encounters.
var happenings = setOf("events", "event", "attack", "attacks", "strike", "strikes", "vote", "votes", "mutiny", "news", "headlines", "remark", "remarks", "speech",
	"bombing", "shelling", "crash", "massacre", "election", "elections", "protest", "protests", "march", "storm", "verdict", "ruling", "raid", "debate")

// goingOn tells that the word at token i is the ‘since’ of what began on the day behind it: had been talking since Friday.
func (d *document) goingOn(i int, s *sentence) bool {
	if d.low(i) != "since" {
		return false
	}
	for j := i - 1; j >= s.first && j >= i-4 && !d.tokens[j].is(flagPunct); j-- {
		if d.low(j) == "been" && strings.HasSuffix(d.low(j+1), "ing") {
			return true
		}
	}
	return false
}

// number reads token i as a number; ok only for digits, with an ordinal ending or without.
func (d *document) number(i int) (n, digits int, ok bool) {
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

// entryAt reads token i as the name of a month or a weekday.
func (d *document) entryAt(i int, kind entryKind) (int, bool) {
	t := d.tokens[i]
	if !t.capital() || t.is(flagPunct) || int(t.word) >= len(d.lex.calendar) {
		return 0, false
	}
	switch n := int(d.lex.calendar[t.word]); {
	case n > 0 && kind == entryMonth:
		return n, true
	case n < 0 && kind == entryWeekday:
		return -n - 1, true
	}
	return 0, false
}

// readCalendar numbers the words for months, 1 to 12, and for weekdays, -1 for Sunday to -7.
func (l *lexicon) readCalendar() {
	for i, forms := range months {
		for _, form := range forms {
			l.numberWord(form, i+1)
		}
	}
	for i, forms := range weekdays {
		for _, form := range forms {
			l.numberWord(form, -i-1)
		}
	}
}

func (l *lexicon) numberWord(form string, n int) {
	w := int(l.word(foldWord(nil, form)))
	for len(l.calendar) <= w {
		l.calendar = append(l.calendar, 0)
	}
	l.calendar[w] = int8(n) //nolint:gosec // -7…12.
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
	return d.small[d.tokens[i].start:d.tokens[i].end]
}

// mayDate tells that a date may begin at token i: with a weekday, a month, a figure or a word such as yesterday.
func (d *document) mayDate(i int) bool {
	t := &d.tokens[i]
	return t.marks&markDay != 0 || t.marks&markCalendar != 0 && t.capital()
}

// dateAt reads the date that begins at token i and returns how many tokens it has.
func (d *document) dateAt(i, last int) (dateExpr, int) {
	t := d.tokens[i]
	e := dateExpr{weekday: -1}
	if t.is(flagPunct) {
		return e, 0
	}
	if wd, ok := d.entryAt(i, entryWeekday); ok {
		if e, ok := d.feastAt(i, wd); ok {
			return e, 1
		}
		return d.weekdayAt(i, last, wd)
	}
	if m, ok := d.entryAt(i, entryMonth); ok {
		return d.monthAt(i, last, m)
	}
	if c := d.text[t.start]; c >= '0' && c <= '9' {
		return d.numericAt(i, last)
	}
	if t.word != 0 && (d.lex.rows[t.word].cls&classDay != 0) {
		return d.dayWordAt(i, last)
	}
	return e, 0
}

// monthAhead tells that a text goes on with a month, so that the point before it is one of ‘24. April’ or ‘24. Apr’; or with
// the rest of ‘24. 4. 2023’.
func monthAhead(s string) bool {
	for i := range months {
		for _, form := range months[i] {
			if len(s) >= len(form) && strings.EqualFold(s[:len(form)], form) && (len(s) == len(form) || !asciiLetter(s[len(form)])) {
				return true
			}
		}
	}
	digits := 0
	for digits < len(s) && digit(s[digits]) {
		digits++
	}
	if digits == 4 {
		return plainYear(int(s[0]-'0')*1000+int(s[1]-'0')*100, 4)
	}
	return (digits == 1 || digits == 2) && len(s) > digits+5 && s[digits:digits+2] == ". " && monthAhead(s[digits+2:digits+6])
}

// dayBefore tells that the word before token i goes with a weekday or month.
func (d *document) dayBefore(i int) bool {
	switch d.before(i) {
	case "on", "last", "next", "this", "since", "until", "by", "from", "of", "in", "early", "late", "mid", "before", "after", "for":
		return true
	}
	return false
}

// before returns the word in front of token i in small letters, empty for a mark or the start of the text.
func (d *document) before(i int) string {
	if i <= 0 || d.tokens[i-1].is(flagPunct) || d.tokens[i].is(flagSentence) {
		return ""
	}
	return d.low(i - 1)
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
