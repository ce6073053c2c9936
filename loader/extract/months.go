package extract

import (
	"slices"
	"strings"
	"sync"
)

// shortYear reads the year of a stamp such as ‘19 Mar 23 | 10:31’: two digits that nothing but a mark or the
// end of the line follows. It returns 0 where there is none.
func (d *document) shortYear(i, j, last int) int {
	y, digits, ok := d.number(j)
	if !ok || digits != 2 || y < 10 || y > 39 || d.punct(j-1, last, ',') || d.text[d.tokens[i].start] > '9' || d.clockFollows(j, last) {
		return 0
	}
	if k := j + 1; k < last && !d.punct(k, last, '|') && !d.punct(k, last, ',') && !d.punct(k, last, ')') && !d.punct(k, last, '*') {
		return 0
	}
	return 2000 + y
}

// yearAt tells that token j is a year of four digits.
func (d *document) yearAt(j, last int) bool {
	if j >= last {
		return false
	}
	y, digits, ok := d.number(j)
	return ok && digits == 4 && plainYear(y, digits)
}

// foreignMonth reads ‘22 oktober 2025’ from token i with the month at token j: day, month and year; in a stamp and beside a
// weekday of such a language the year may be missing.
func (d *document) foreignMonth(i, j, last int, e dateExpr) (dateExpr, int) {
	if j >= last || d.tokens[j].is(flagPunct) {
		return e, 0
	}
	if d.low(j) == "de" && j+1 < last { // 22 de octubre de 2025
		j++
	}
	name := foldWord(d.buf[:0], d.text[d.tokens[j].start:d.tokens[j].end])
	m := d.lex.months[string(name)]
	if m == 0 && (d.punct(j+1, last, '.') || d.yearAt(j+1, last)) { // 28. okt. 2024; 11 iul 2024
		m = d.lex.shortMonths[string(name)]
	}
	if m == 0 {
		return e, 0
	}
	if k := j + 1; k < last && d.low(k) == "de" {
		j++
	}
	e.date.Month = uint8(m) //nolint:gosec // 1…12.
	if e.end.Day != 0 {
		e.end.Month = e.date.Month
	}
	e, n := d.yearTail(i, j+1, last, e)
	if e.form != formFull && !d.foreignWeekday(i, &e) && !d.stamping {
		return e, 0
	}
	return e, n
}

// foreignAhead tells that a text goes on with a month of another language: 16. Februar.
func (d *document) foreignAhead(s string) bool {
	n := 0
	for n < len(s) && n < 16 && (isWordByte(s[n]) || s[n] >= 0x80) {
		n++
	}
	if n <= 2 {
		return false
	}
	name := foldWord(d.buf[:0], s[:n])
	return d.lex.months[string(name)] > 0 || n < len(s) && s[n] == '.' && d.lex.shortMonths[string(name)] > 0
}

// foreignWeekday gives a day the weekday that stands in front of token i in another language, marks and ‘den’ passed over.
func (d *document) foreignWeekday(i int, e *dateExpr) bool {
	for k := i - 1; k >= 0 && k >= i-3; k-- {
		t := &d.tokens[k]
		if t.is(flagPunct) {
			continue
		}
		if n, ok := d.lex.foreignDays[string(foldWord(d.buf[:0], d.text[t.start:t.end]))]; ok {
			e.weekday = n
			return true
		}
		if t.is(flagSentence) {
			break
		}
	}
	return false
}

// readMonths reads the months of other languages, and what they are shortened to: okt., dez.; a beginning of several months is none.
func (l *lexicon) readMonths() error {
	l.months, l.shortMonths = map[string]int{}, map[string]int{}
	for n := range months {
		for _, name := range months[n] {
			l.shortMonths[string(foldWord(nil, name))[:3]] = n + 1
		}
	}
	return eachRow("months.tsv", 2, func(_ int, c []string) error {
		for n, names := range strings.Split(c[1], ";") {
			for name := range strings.SplitSeq(names, "|") {
				folded := string(foldWord(nil, name))
				l.months[folded] = n + 1
				for size := 3; size <= 4 && size < len(folded); size++ {
					short := folded[:size]
					if m, ok := l.shortMonths[short]; ok && m != n+1 && !englishMonth(short, m) {
						l.shortMonths[short] = 0
					} else if !ok {
						l.shortMonths[short] = n + 1
					}
				}
			}
		}
		return nil
	})
}

// englishMonth tells that three letters are how the English shorten a month, whatever others begin with them.
func englishMonth(short string, month int) bool {
	return month > 0 && slices.ContainsFunc(months[month-1], func(name string) bool { return strings.HasPrefix(strings.ToLower(name), short) })
}

// readForeignDays reads the weekdays of other languages.
func (l *lexicon) readForeignDays() error {
	l.foreignDays = map[string]int8{}
	return eachRow("weekdays.tsv", 2, func(_ int, c []string) error {
		for n, names := range strings.Split(c[1], ";") {
			for name := range strings.SplitSeq(names, "|") {
				l.foreignDays[string(foldWord(nil, name))] = int8((n + 1) % 7)
			}
		}
		return nil
	})
}

var monthWords = sync.OnceValue(func() *wordSet {
	m := setOf()
	for _, forms := range months {
		for _, f := range forms {
			m.add(strings.ToLower(f))
		}
	}
	return m
})
