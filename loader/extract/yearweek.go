package extract

import "entente/model"

// leadSentences is how far down a weekday is that of the news itself.
const leadSentences = 4

// otherWeekdays: other days of these weeks are told with their weekday: on Monday, 4 September.
func (d *document) otherWeekdays(c *clues, day model.Date, skip int) {
	const reach = 75 // days
	if day.Precision() != model.PrecisionDay {
		return
	}
	for k := range d.dates[:min(len(d.dates), 100)] {
		e := &d.dates[k]
		if k == skip || e.form != formNoYear || e.weekday < 0 || e.date.Day == 0 || e.date.Month == day.Month && e.date.Day == day.Day {
			continue
		}
		other := e.date
		other.Year = day.Year
		if gap := other.Days() - day.Days(); !other.Valid() || gap > reach || gap < -reach {
			continue
		}
		if int8(other.Weekday()) == e.weekday { //nolint:gosec // 0…6.
			c.add(4, "by the weekday of another day")
		} else {
			c.score -= 6
		}
	}
}

// leadWeekdays are the weekdays that title and lead tell, and how many days from publication they tell a day.
func (d *document) leadWeekdays() (told uint8, days int) {
	for k := range d.dates {
		e := &d.dates[k]
		s := &d.sents[e.sent]
		if s.index > leadSentences {
			break
		}
		if e.form == formWeekday && s.zone != zoneStamp && e.week == yearUntold {
			told |= 1 << e.weekday
		}
	}
	if told == 0 {
		return 0, 0
	}
	for k := range d.dates {
		e := &d.dates[k]
		if e.form == formRelative && e.days != 0 && d.sents[e.sent].index <= 2 && !d.tokens[e.first].is(flagQuoted) {
			return told, e.days
		}
	}
	return told, 0
}

// weekdayClues: where title and lead tell a day both as a weekday and from the day of publication
// (on Wednesday … the day after tomorrow), the two must agree; and news is told within days.
func (s *yearSigns) weekdayClues(c *clues, day model.Date) {
	if s.weekdays == 0 {
		return
	}
	told := func(day model.Date) bool { return s.weekdays>>day.Weekday()&1 != 0 }
	if s.days != 0 {
		if told(day.AddDays(s.days)) {
			c.add(4, "by the weekday")
			return
		}
		c.score -= 2
		return
	}
	on := told(day)
	if on {
		c.score += 2
	}
	if on || told(day.AddDays(-1)) {
		c.score++
	}
}
