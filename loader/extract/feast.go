package extract

import "entente/model"

// holidays are the days that news names instead of dating them. The word Day stands behind the name, or ‘Day of’ in front of it.
var holidays = map[string]model.Date{
	"unity": {Month: 1, Day: 22}, "europe": {Month: 5, Day: 9}, "constitution": {Month: 6, Day: 28}, "women's": {Month: 3, Day: 8},
	"boxing": {Month: 12, Day: 26}, "stephen's": {Month: 12, Day: 26}, "bastille": {Month: 7, Day: 14}, "patrick's": {Month: 3, Day: 17},
	"saints'": {Month: 11, Day: 1}, "armistice": {Month: 11, Day: 11},
	"independence": {Month: 8, Day: 24}, "christmas": {Month: 12, Day: 25}, "year's": {Month: 1, Day: 1}, "valentine's": {Month: 2, Day: 14},
}

// holidayAt reads ‘on Unity Day’ and ‘on the Day of Unity’: only behind ‘on’ does such a name date anything.
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
	h, ok := holidays[name]
	for k, back := i-1, 0; ok && k >= 0 && back < 5 && !d.tokens[k].is(flagPunct); k, back = k-1, back+1 {
		if d.low(k) == "on" {
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
	return e, 0
}
