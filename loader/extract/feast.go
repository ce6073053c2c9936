package extract

import "entente/model"

// holidays are the days that news names instead of dating them. The word Day stands behind the name, or ‘Day of’ in front of it.
var holidays = map[string]model.Date{
	"unity": {Month: 1, Day: 22}, "europe": {Month: 5, Day: 9}, "constitution": {Month: 6, Day: 28}, "women's": {Month: 3, Day: 8},
	"boxing": {Month: 12, Day: 26}, "stephen's": {Month: 12, Day: 26}, "bastille": {Month: 7, Day: 14}, "patrick's": {Month: 3, Day: 17},
	"saints'": {Month: 11, Day: 1}, "armistice": {Month: 11, Day: 11},
	"labour": {Month: 5, Day: 1}, "victory": {Month: 5, Day: 9}, "nicholas": {Month: 12, Day: 6}, "leap": {Month: 2, Day: 29},
	"remembrance": {Month: 11, Day: 11}, "veterans": {Month: 11, Day: 11}, "canada": {Month: 7, Day: 1}, "anzac": {Month: 4, Day: 25},
	"rights":       {Month: 12, Day: 10},
	"independence": {Month: 8, Day: 24}, "christmas": {Month: 12, Day: 25}, "year's": {Month: 1, Day: 1}, "valentine's": {Month: 2, Day: 14},
}

// feast is a weekday with the word in front of it.
type feast struct {
	word string
	day  int // 0 Sunday … 6
}

// feasts are the days that move with Easter, as days from Easter Sunday.
var feasts = map[feast]int{
	{"easter", 0}: 0, {"easter", 1}: 1, {"easter", 6}: -1, {"holy", 4}: -3, {"holy", 6}: -1, {"maundy", 4}: -3, {"good", 5}: -2, {"palm", 0}: -7,
	{"ash", 3}: -46, {"shrove", 2}: -47, {"whit", 0}: 49, {"whit", 1}: 50, {"pentecost", 0}: 49, {"pentecost", 1}: 50,
}

// feastAt reads Easter Monday, Good Friday, Ash Wednesday at the weekday wd of token i. The Orthodox count in another way.
func (d *document) feastAt(i, wd int) (dateExpr, bool) {
	if i == 0 || !d.tokens[i-1].capital() {
		return dateExpr{}, false
	}
	days, ok := feasts[feast{d.before(i), wd}]
	if !ok || d.before(i-1) == "orthodox" {
		return dateExpr{}, false
	}
	return dateExpr{form: formFeast, weekday: -1, days: days}, true
}

// easter is Easter Sunday of a year, by the rule of Meeus, Jones and Butcher.
func easter(year int) model.Date {
	a, b, c := year%19, year/100, year%100
	h := (19*a + b - b/4 - (b-(b+8)/25+1)/3 + 15) % 30
	l := (32 + 2*(b%4) + 2*(c/4) - h - c%4) % 7
	m := (a + 11*h + 22*l) / 451
	n := h + l - 7*m + 114
	return model.NewDate(year, n/31, n%31+1)
}

// feastNear is the feast that an expression means, seen from a day: the last one, or the next where it is announced.
func feastNear(e *dateExpr, from model.Date, ahead bool) model.Date {
	day := easter(int(from.Year)).AddDays(e.days)
	switch {
	case !ahead && model.Compare(day, from) > 0:
		return easter(int(from.Year) - 1).AddDays(e.days)
	case ahead && model.Compare(day, from) < 0:
		return easter(int(from.Year) + 1).AddDays(e.days)
	}
	return day
}

// holidayAt reads ‘on Unity Day’, ‘it was Europe Day’ and ‘on the Day of Unity’: only behind such a word does the name date anything.
func (d *document) holidayAt(i, last int, t timeWords) (dateExpr, int) {
	e := dateExpr{form: formNoYear, weekday: -1}
	if !d.tokens[i].capital() {
		return e, 0
	}
	if t.next == "of" && i+2 < last && d.tokens[i+2].capital() {
		if h, ok := holidays[d.low(i+2)]; ok && (t.prev == "on" || t.prev == "the" && t.prev2 == "on") {
			e.date = h
			return e, 3
		}
	}
	name := t.prev
	if i > 0 && d.tokens[i-1].is(flagPossessive) {
		name += "'s"
	}
	if name == "ascension" {
		return dateExpr{form: formFeast, weekday: -1, days: 39}, 1
	}
	h, ok := holidays[name]
	for k, back := i-1, 0; ok && k >= 0 && back < 5 && !d.tokens[k].is(flagPunct); k, back = k-1, back+1 {
		switch w := d.low(k); {
		case name == "independence" && (d.tokens[k].is(flagPossessive) && w != "ukraine" || k == i-2 && d.tokens[k].capital() && w != "ukrainian"):
			return e, 0 // of another country
		case w == "on", w == "was" && k == i-2, w == "this" && k == i-2:
			e.date = h
			return e, 1
		}
		if d.tokens[k].is(flagSentence) {
			break
		}
	}
	return e, 0
}

// anniversaryAt reads ‘the second anniversary of the invasion’.
func (d *document) anniversaryAt(i, last int, t timeWords) (dateExpr, int) {
	e := dateExpr{form: formNoYear, weekday: -1}
	if !d.warFollows(i, last) {
		return e, 0
	}
	e.date = model.Date{Month: invasion.Month, Day: invasion.Day}
	n := ordinalWords[t.prev]
	if k, _, ok := d.number(max(i-1, 0)); ok && n == 0 && i > 0 {
		n = k
	}
	if n == 0 && (t.prev == "year" || t.prev2 == "one") {
		n = 1
	}
	if n > 0 && n < 20 {
		e.form = formFull
		e.date.Year = invasion.Year + int16(n)
	}
	return e, 1
}

// eveAt reads ‘New Year's Eve’ and the eve of a day that has a name.
func (d *document) eveAt(i, last int, t timeWords) (dateExpr, int) {
	e := dateExpr{form: formVague, weekday: -1}
	if d.tokens[i].capital() {
		switch {
		case t.prev == "year" && t.prev2 == "new":
			return dateExpr{form: formNoYear, weekday: -1, date: model.Date{Month: 12, Day: 31}}, 1
		case t.prev == "christmas":
			return dateExpr{form: formNoYear, weekday: -1, date: model.Date{Month: 12, Day: 24}}, 1
		}
	}
	for k := i + 2; t.next == "of" && k < last && k < i+9 && !d.tokens[k].is(flagPunct); k++ { // the eve of Independence Day
		name := d.before(k)
		if k > 0 && d.tokens[k-1].is(flagPossessive) {
			name += "'s"
		}
		day, ok := holidays[name]
		if d.low(k) == "anniversary" && d.warFollows(k, last) {
			day, ok = model.Date{Month: invasion.Month, Day: invasion.Day}, true
		} else if d.low(k) != "day" {
			ok = false
		}
		if ok {
			eve := model.NewDate(2023, int(day.Month), int(day.Day)).AddDays(-1)
			return dateExpr{form: formNoYear, weekday: -1, date: model.Date{Month: eve.Month, Day: eve.Day}}, k + 1 - i
		}
	}
	for k := i + 2; t.next == "of" && t.prev == "the" && k < last && k < i+6 && !d.tokens[k].is(flagPunct); k++ { // the eve of the summit
		if d.lex.rows[d.tokens[k].word].cls&(classGather|classTalk|classMeeting) != 0 {
			return dateExpr{form: formShift, weekday: -1, days: -1}, 2
		}
	}
	return e, 0
}
