package extract

import (
	"strings"

	"entente/model"
)

// stamp is a candidate for the publication day.
type stamp struct {
	expr  int // index in document.dates
	date  model.Date
	score int
	why   string
	guess bool // the year is the likeliest of several
}

// findPublished weighs every date above the text, in the dateline and in
// the notes below, and returns the best; its Year is 0 where the text has none.
func (d *document) findPublished() (best stamp, all []stamp) {
	if !d.published.known { // it is asked for before and after the people are read
		d.published.best, d.published.all = d.weighStamps()
		d.published.known = true
	}
	return d.published.best, d.published.all
}

func (d *document) weighStamps() (best stamp, all []stamp) {
	best.expr = -1
	updated := best // the last time that the text was changed, where it tells nothing else
	for k := range d.dates {
		c, ok := d.stampAt(k)
		if !ok {
			continue
		}
		if c.score > 0 {
			all = append(all, c)
		}
		if c.score > best.score {
			best = c
		}
		if c.score <= 0 && c.score > -10 && c.date.Precision() == model.PrecisionDay && d.sents[d.dates[k].sent].zone == zoneStamp {
			updated = c
		}
	}
	if best.expr < 0 && updated.expr >= 0 {
		updated.score = 1
		return updated, append(all, updated)
	}
	if best.expr >= 0 && best.date.Precision() == model.PrecisionMonth {
		for _, c := range all { // a month at the top, the day at the bottom
			if c.date.Precision() == model.PrecisionDay && best.date.Covers(c.date) {
				best = c
			}
		}
	}
	if best.expr >= 0 && !d.dates[best.expr].other.IsZero() {
		best.date = d.dayFirst(&d.dates[best.expr])
	}
	return best, all
}

// stampAt tells how much date k looks like the publication day.
func (d *document) stampAt(k int) (stamp, bool) {
	e := &d.dates[k]
	s := &d.sents[e.sent]
	c := stamp{expr: k, date: e.date}
	switch e.form {
	case formFull, formNoYear:
	case formMonth:
		if e.date.Year == 0 || e.date.Month == 0 {
			return c, false
		}
	case formWarDay:
		c.date = invasion.AddDays(e.days - 1)
		c.score, c.why = 3, "the day of the war"
		return c, s.index <= 3
	case formDay, formWeekday, formRelative, formShift, formYear, formFeast, formVague:
		return c, false
	}
	words, first := d.stampWords(e, s)
	above := s.index == 0
	switch {
	case first:
		c.score, c.why = 34, "told as the first publication"
	case s.zone == zoneStamp && above:
		c.score, c.why = 20, "above the text"
	case s.zone == zoneStamp && s.index <= 3:
		c.score, c.why = 16, "under the headline"
	case s.zone == zoneStamp || s.zone == zoneTail:
		c.score, c.why = 7, "below the text"
	case s.zone == zoneTitle:
		c.score, c.why = 3, "in the title"
	case s.index <= 2 && (e.dateline || e.prefix):
		c.score, c.why = 14, "dateline"
	case s.index <= 12 && e.dateline && e.first > s.first:
		c.score, c.why = 5, "dateline further down"
	case words > 0 && s.last-s.first <= 20:
		c.score, c.why = 4, "note of publication"
	default:
		return c, false
	}
	c.score += words
	if e.form == formMonth {
		c.score -= 9
	}
	if e.form == formNoYear {
		c.score -= 4
	}
	if e.end.Day != 0 {
		c.score -= 10
	}
	if above {
		c.score -= min(e.sent, 8) / 2
	}
	return c, true
}

// stampWords looks at what stands around a date: ‘published’, ‘updated’, a clock. first tells that
// the words say it is the first of several days of publication.
func (d *document) stampWords(e *dateExpr, s *sentence) (score int, first bool) {
	before := d.small[d.tokens[max(s.first, e.first-9)].start:d.tokens[e.first].start]
	before = before[lastBar(before):]
	out, later, original := stampTable.find(before)
	if later >= 0 && out == later+2 {
		out = -1 // the date: of update:
	}
	first = original >= 0 && original > later && original+12 > out // first published: also ends in published
	if out >= 0 && out > later {
		score += 8
	}
	if later > out && !first || d.updateBehind(e.last, s.last) {
		score -= 12
	}
	if b, ok := strings.CutSuffix(strings.TrimSpace(before), "date"); ok && (b == "" || !asciiLetter(b[len(b)-1])) {
		score += 10 // the machine's own prefix: date 2024-01-11
	}
	if d.clockFollows(e.last, s.last) || d.clockFollows(e.last+1, s.last) || d.clockFollows(e.last+2, s.last) {
		score += 2
	}
	return score, first
}

// lastBar is where the last bar, point or bullet between two parts of a stamp begins; 0 for none.
func lastBar(s string) int {
	for i := len(s) - 1; i >= 0; i-- {
		switch c := s[i]; {
		case c == '|', c == 0xC2 && strings.HasPrefix(s[i:], "·"), c == 0xE2 && strings.HasPrefix(s[i:], "•"):
			return i
		}
	}
	return 0
}

// updateBehind reads ‘25 Oct 2024 | 19:30 (upd.)’: up to the next date the stamp calls itself an update.
func (d *document) updateBehind(i, last int) bool {
	for k := i; k < last && k < i+7; k++ {
		if d.tokens[k].is(flagPunct) {
			if d.tokens[k].word == '|' || d.tokens[k].word == '*' || d.tokens[k].word == '-' {
				if k > i+1 {
					return false
				}
			}
			continue
		}
		switch d.low(k) {
		case "upd", "updated", "update":
			if k == i || !d.punct(k-1, last, '(') {
				return false
			}
			if k++; d.punct(k, len(d.tokens), '.') || d.punct(k, len(d.tokens), ':') {
				k++
			}
			return k >= len(d.tokens) || !d.mayDate(k) // and not: (upd. 26 Oct)
		}
	}
	return false
}

// inDateline tells that a date belongs to a dateline: KYIV, Jan 24 (EastWire) -.
func (d *document) inDateline(e *dateExpr, s *sentence) bool {
	if e.first-s.first > 12 || boundWords.has(d.low(s.first)) || d.low(s.first) == "on" || d.low(s.first) == "in" {
		return false
	}
	open := false
	for i := s.first; i < e.first; i++ { // in front of it only names, marks and ‘date’; what stands in brackets may be anything
		t := d.tokens[i]
		if t.is(flagPunct) {
			open = open && t.word != ')' || t.word == '('
			continue
		}
		if !open && !t.is(flagNumber) && !t.capital() && d.low(i) != "date" && d.low(i) != "of" && d.low(i) != "de" {
			return false
		}
	}
	if s.zone == zoneProse && e.first > s.first && e.last >= s.last-1 {
		return true // BULBOACA, Moldova, 2 June.
	}
	open = false
	for i := e.last; i < s.last && i < e.last+12; i++ {
		t := d.tokens[i]
		open = open || t.is(flagPunct) && t.word == '('
		if open && !t.is(flagPunct) {
			continue
		}
		if t.is(flagPunct) && (t.word == '-' || t.word == ')' || t.word == ':' || t.word == '/' && i > e.last+1) {
			return true
		}
		if !t.is(flagPunct) && !t.capital() && !t.is(flagNumber) {
			return e.prefix
		}
	}
	return e.prefix
}

// dayFirst chooses between the readings of a date such as 04/05/2024: the day first, as most of the
// world writes, unless the other reading is the one that the rest of the text agrees with.
func (d *document) dayFirst(e *dateExpr) model.Date {
	near := func(day model.Date) bool {
		for k := range d.dates {
			x := &d.dates[k]
			if !x.other.IsZero() || x.date.Day == 0 || x.form != formFull && x.form != formNoYear {
				continue
			}
			m := x.date
			if m.Year == 0 {
				m.Year = day.Year
			}
			if gap := day.Days() - m.Days(); m.Valid() && gap >= 0 && gap <= 3 {
				return true
			}
		}
		return false
	}
	if near(e.other) && !near(e.date) {
		return e.other
	}
	return e.date
}

// publish fixes the publication day. A year that is missing is found as the
// only one in which weekday, offices, named gatherings and the years told in
// the text agree.
func (d *document) publish(a *model.Article) (model.Date, stamp) {
	none := stamp{expr: -1}
	best, _ := d.findPublished()
	if best.expr < 0 {
		return urlDay(a.URL), none
	}
	e := &d.dates[best.expr]
	e.used = true
	if best.date.Year == 0 {
		f := d.inferYear(best.date, e.weekday, best.expr)
		if f.year == 0 {
			return model.Date{}, none
		}
		best.date.Year, best.guess = f.year, !f.sure
		if best.why += "; year " + f.why; best.guess {
			best.why += ", the likeliest of several"
		}
	}
	if !best.date.Valid() {
		return model.Date{}, none
	}
	return best.date, best
}

// urlDay reads the day out of an address such as https://example.org/2024/01/11/talks.
func urlDay(url string) model.Date {
	for i := 0; i+11 <= len(url); i++ {
		if url[i] != '/' || url[i+5] != url[i+8] || url[i+5] != '/' && url[i+5] != '-' {
			continue
		}
		if d, err := model.ParseDate(url[i+1:i+5] + "-" + url[i+6:i+8] + "-" + url[i+9:i+11]); err == nil && d.Year > 1990 && d.Year < 2100 {
			return d
		}
	}
	return model.Date{}
}
