package extract

import (
	"slices"

	"entente/model"
)

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

// leadWeekdays are the weekdays that title and lead tell, in their order, and how many days from publication they tell a day.
func (d *document) leadWeekdays() (told []int8, days int) {
	for k := range d.dates {
		e := &d.dates[k]
		s := &d.sents[e.sent]
		if s.index > leadSentences {
			break
		}
		if e.aside || e.bound || e.form != formWeekday || s.zone == zoneStamp || e.week != yearUntold || e.nextWord || e.lastWord {
			continue
		}
		if d.ahead(s, d.itemOf(e.sent, e.first)) >= 0 {
			continue
		}
		if len(told) < 3 && !slices.Contains(told, e.weekday) {
			told = append(told, e.weekday)
		}
	}
	if told == nil {
		return nil, 0
	}
	for k := range d.dates {
		e := &d.dates[k]
		if e.form == formRelative && e.days != 0 && d.sents[e.sent].index <= 2 && !d.tokens[e.first].is(flagQuoted) {
			return told, e.days
		}
	}
	return told, 0
}

// weekdayNews is how well it fits that a lead tells a weekday so many days before the day of publication: news is of the same day or of the
// day before, and below a dateline mostly of the same.
var weekdayNews, weekdayLine = [7]int{3, 3, -1, -4, -4, -5, -5}, [7]int{5, 1, -3, -5, -5, -5, -5}

// weekdayClues: where title and lead tell a day both as a weekday and from the day of publication
// (on Wednesday … the day after tomorrow), the two must agree; and news is told within days.
func (s *yearSigns) weekdayClues(c *clues, day model.Date, line bool) {
	if len(s.weekdays) == 0 {
		return
	}
	if s.days != 0 {
		if slices.Contains(s.weekdays, int8(day.AddDays(s.days).Weekday())) { //nolint:gosec // 0…6.
			c.add(4, "by the weekday")
		} else {
			c.score -= 2
		}
	}
	news := &weekdayNews
	if line {
		news = &weekdayLine
	}
	for k, w := range s.weekdays {
		n := news[(int(day.Weekday())-int(w)+7)%7]
		if k > 0 {
			n /= 2
		}
		if n > 0 {
			c.add(n, "by the weekday")
		} else {
			c.score += n
		}
	}
}
