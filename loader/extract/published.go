package extract

import (
	"fmt"
	"strings"

	"entente/model"
	"entente/text"
)

// stamp is a candidate for the publication day.
type stamp struct {
	expr  int // index in document.dates
	date  model.Date
	score int
	why   string
}

// findPublished weighs every date above the text, in the dateline and in
// the notes below, and returns the best; its Year is 0 where the text has none.
func (d *document) findPublished() (best stamp, all []stamp) {
	best.expr = -1
	for k := range d.dates {
		e := &d.dates[k]
		s := &d.sents[e.sent]
		if e.form != formFull && e.form != formNoYear && e.form != formMonth {
			continue
		}
		c := stamp{expr: k, date: e.date}
		switch {
		case s.zone == zoneStamp:
			c.score, c.why = 20, "above the text"
		case s.zone == zoneTail:
			c.score, c.why = 6, "below the text"
		case s.zone == zoneTitle:
			c.score, c.why = 3, "in the title"
		case s.index <= 1 && d.inDateline(e, s):
			c.score, c.why = 14, "dateline"
		default:
			continue
		}
		c.score += d.stampWords(e, s)
		if e.form == formMonth {
			c.score -= 9
		}
		if e.form == formNoYear {
			c.score -= 4
		}
		if e.end.Day != 0 {
			c.score -= 10
		}
		c.score -= min(e.sent, 8) / 2
		if c.score > 0 {
			all = append(all, c)
		}
		if c.score > best.score {
			best = c
		}
	}
	return best, all
}

// stampWords looks at what stands around a date: ‘published’, ‘updated’, a clock.
func (d *document) stampWords(e *dateExpr, s *sentence) int {
	score := 0
	before := text.Fold(d.span(max(s.first, e.first-5), e.first))
	if i := strings.LastIndexAny(before, "|·•"); i >= 0 {
		before = before[i:]
	}
	for _, w := range [...]string{"first published", "published", "posted", "released", "created", "publication"} {
		if strings.Contains(before, w) {
			score += 8
			break
		}
	}
	for _, w := range [...]string{"updated", "modified", "corrected", "retrieved", "accessed", "archived", "edited", "as of", "printed", "cached", "snapshot", "last"} {
		if strings.Contains(before, w) {
			score -= 12
			break
		}
	}
	if strings.HasSuffix(strings.TrimSpace(before), "date") {
		score += 10 // the machine's own prefix: date 2024-01-11
	}
	if e.last < s.last && (d.clockFollows(e.last, s.last) || e.last+1 < s.last && d.clockFollows(e.last+1, s.last)) {
		score += 2
	}
	return score
}

// inDateline tells that a date belongs to a dateline: KYIV, Jan 24 (EastWire) -.
func (d *document) inDateline(e *dateExpr, s *sentence) bool {
	if e.first-s.first > 12 {
		return false
	}
	for i := e.last; i < s.last && i < e.last+12; i++ {
		t := d.tokens[i]
		if t.is(flagPunct) && (t.word == '-' || t.word == ')' || t.word == ':') {
			return true
		}
		if !t.is(flagPunct) && !t.capital() && !t.is(flagNumber) {
			return false
		}
	}
	return false
}

// publish fixes the publication day. A year that is missing is found as the
// only one in which weekday, offices, named gatherings and the years told in
// the text agree.
func (d *document) publish(a *model.Article) (model.Date, *stamp) {
	best, _ := d.findPublished()
	if best.expr < 0 {
		return model.Date{}, nil
	}
	e := &d.dates[best.expr]
	e.used = true
	if best.date.Year == 0 {
		y, why := d.inferYear(best.date, e.weekday, best.expr)
		if y == 0 {
			return model.Date{}, nil
		}
		best.date.Year = int16(y) //nolint:gosec // a year.
		best.why += "; year " + why
	}
	if !best.date.Valid() {
		return model.Date{}, nil
	}
	return best.date, &best
}

// The years that are tried for a date without one.
const firstYear, lastYear = 2014, 2027

// inferYear finds the year of a day and month: each year is scored by what must be true in it, and
// the best wins when it is alone.
func (d *document) inferYear(day model.Date, weekday int8, skip int) (int, string) {
	best, second, year, why := -1000, -1000, 0, ""
	for y := firstYear; y <= lastYear; y++ {
		day.Year = int16(y) //nolint:gosec // a year.
		if !day.Valid() {
			continue
		}
		sc, reason := d.yearScore(day, weekday, skip)
		switch {
		case sc > best:
			second, best, year, why = best, sc, y, reason
		case sc > second:
			second = sc
		}
	}
	if best <= 0 || best-second < 2 {
		return 0, ""
	}
	return year, why
}

// yearScore adds up what speaks for a date's year and names the strongest clue.
func (d *document) yearScore(day model.Date, weekday int8, skip int) (int, string) {
	score, top, why := 0, 0, ""
	add := func(n int, reason string) {
		score += n
		if n > top {
			top, why = n, reason
		}
	}
	if weekday >= 0 && day.Precision() == model.PrecisionDay {
		if int8(day.Weekday()) == weekday { //nolint:gosec // 0…6.
			add(6, "by the weekday")
		} else {
			score -= 12
		}
	}
	for k := range d.people {
		p := &d.people[k]
		if p.row < 0 || p.former {
			continue
		}
		if o, ok := d.g.People[p.row].On(day); ok {
			n := 2
			if p.office != "" {
				n = 3
			}
			if p.mentions > 1 {
				n++
			}
			add(n, fmt.Sprintf("as %s was in office", p.name))
			_ = o
		} else if p.office != "" {
			score -= 5
		} else {
			score--
		}
	}
	for k := range d.dates {
		e := &d.dates[k]
		if k == skip || e.date.Year == 0 {
			if e.form == formWarDay {
				if got := day.Days() - invasion.Days() + 1; got-e.days <= 1 && e.days-got <= 1 {
					add(12, "by the day of the war")
				} else {
					score -= 6
				}
			}
			continue
		}
		switch y := int(e.date.Year); {
		case y == int(day.Year):
			add(3, "as other dates of the text are of that year")
		case y > int(day.Year):
			score -= 3
		case y == int(day.Year)-1:
			score++
		}
	}
	for k := range d.items {
		it := &d.items[k]
		if it.kind != itemSummit {
			continue
		}
		s := &d.g.Summits[it.ref]
		gap := s.From.Days() - day.Days()
		switch {
		case gap > -40 && gap < 150:
			add(7, "by the "+s.Name)
		case gap > 370 || gap < -370:
			score -= 4
		}
	}
	if model.Compare(day, invasion) < 0 && d.mentionsWar() {
		score -= 10
	}
	return score, why
}

// mentionsWar tells that the text speaks of the full-scale invasion.
func (d *document) mentionsWar() bool {
	t := d.text
	for _, w := range [...]string{"full-scale", "invasion", "invaded", "the war"} {
		if strings.Contains(t, w) {
			return true
		}
	}
	return false
}
