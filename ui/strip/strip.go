// Package strip draws how many meetings and articles fall into each month,
// week or year, as two bands of bars in date order above a scale.
package strip

import (
	"sort"
	"strconv"
	"time"

	"entente/model"
)

// Unit is the length of time that one bar stands for.
type Unit uint8

// The units, from coarse to fine.
const (
	Year Unit = iota
	Quarter
	Month
	Week
	Day
)

// String names the unit.
func (u Unit) String() string { return [...]string{"year", "quarter", "month", "week", "day"}[u] }

// UnitNamed finds the unit that String names.
func UnitNamed(name string) (Unit, bool) {
	for u := Year; u <= Day; u++ {
		if u.String() == name {
			return u, true
		}
	}
	return Month, false
}

// Start is the first day of the bucket that holds a day.
func (u Unit) Start(d model.Date) model.Date {
	d = d.First()
	switch u {
	case Year:
		return model.NewDate(int(d.Year), 1, 1)
	case Quarter:
		return model.NewDate(int(d.Year), int(d.Month-1)/3*3+1, 1)
	case Month:
		return model.NewDate(int(d.Year), int(d.Month), 1)
	case Week:
		return d.AddDays(-(int(d.Weekday()) + 6) % 7) // weeks begin on Monday
	case Day:
	}
	return d
}

// Next is the first day of the bucket after the one that begins on start.
func (u Unit) Next(start model.Date) model.Date { return u.add(start, 1) }

func (u Unit) add(start model.Date, n int) model.Date {
	month := map[Unit]int{Year: 12, Quarter: 3, Month: 1}[u]
	switch u {
	case Week:
		return start.AddDays(7 * n)
	case Day:
		return start.AddDays(n)
	case Year, Quarter, Month:
	}
	at := int(start.Year)*12 + int(start.Month) - 1 + month*n
	return model.NewDate(at/12, at%12+1, 1)
}

// Index counts the buckets between the one that begins on first and the one that holds d.
func (u Unit) Index(first, d model.Date) int {
	d = d.First()
	months := func(x model.Date) int { return int(x.Year)*12 + int(x.Month) - 1 }
	floor := func(a, b int) int {
		if a < 0 {
			return -((-a + b - 1) / b)
		}
		return a / b
	}
	switch u {
	case Year:
		return floor(months(d)-months(first), 12)
	case Quarter:
		return floor(months(d)-months(first), 3)
	case Month:
		return months(d) - months(first)
	case Week:
		return floor(d.Days()-first.Days(), 7)
	case Day:
	}
	return d.Days() - first.Days()
}

// Label names the bucket that begins on start.
func (u Unit) Label(start model.Date) string {
	switch u {
	case Year:
		return strconv.Itoa(int(start.Year))
	case Quarter:
		return "quarter " + strconv.Itoa(int(start.Month-1)/3+1) + " of " + strconv.Itoa(int(start.Year))
	case Month:
		return start.MonthOf().Long()
	case Week:
		return "week of " + short(start)
	case Day:
	}
	return start.Weekday().String()[:3] + " " + short(start)
}

// short writes a day with its month cut.
func short(d model.Date) string {
	return strconv.Itoa(int(d.Day)) + " " + time.Month(d.Month).String()[:3] + " " + strconv.Itoa(int(d.Year))
}

// fine says how precise a date must be to fall into one bucket.
func (u Unit) fine() model.Precision {
	switch u {
	case Year:
		return model.PrecisionYear
	case Quarter, Month:
		return model.PrecisionMonth
	case Week, Day:
	}
	return model.PrecisionDay
}

// Series is a run of buckets with a count each.
type Series struct {
	Unit     Unit
	First    model.Date // the first day of the first bucket
	Meetings []int
	Articles []int
}

// maxBuckets bounds a series where one wild date stretches the span over centuries.
const maxBuckets = 20_000

// NewSeries counts the meetings of a view that is sorted by date, forwards,
// from the first day to the last. The articles are for CountArticles to count.
func NewSeries(v *model.View, first, last model.Date, u Unit) Series {
	s := Series{Unit: u}
	if first.IsZero() {
		return s
	}
	s.First = u.Start(first)
	n := min(u.Index(s.First, last.Last())+1, maxBuckets)
	s.Meetings = make([]int, n)
	start := s.First
	at := search(v, start)
	for i := range n {
		next := u.Next(start)
		end := search(v, next)
		s.Meetings[i] = end - at - coarse(v, at, end, start, u)
		start, at = next, end
	}
	return s
}

// CountArticles fills in the articles of each bucket.
func (s *Series) CountArticles(t *model.Timeline) {
	s.Articles = make([]int, len(s.Meetings))
	for _, d := range t.Published() {
		if d.Precision() < s.Unit.fine() {
			continue
		}
		if i := s.Index(d); i >= 0 {
			s.Articles[i]++
		}
	}
}

// search is the place of the first meeting on or after a day. Undated meetings stand last.
func search(v *model.View, day model.Date) int {
	return sort.Search(v.Len(), func(i int) bool {
		d := v.Date(i)
		return d.IsZero() || model.Compare(d.First(), day) >= 0
	})
}

// coarse counts the meetings among at…end whose date says too little for the
// unit. They stand before all others of the same first day, and that day is the
// first of a month, so few places need a look.
func coarse(v *model.View, at, end int, start model.Date, u Unit) int {
	n := 0
	for i := at; i < end; {
		d := v.Date(i)
		if d.Precision() < u.fine() {
			same := i + sort.Search(end-i, func(k int) bool { return v.Date(i+k) != d })
			n += same - i
			i = same
			continue
		}
		// On to the next first of a month.
		next := Month.Next(Month.Start(d))
		if model.Compare(next, u.Next(start)) >= 0 {
			break
		}
		i += sort.Search(end-i, func(k int) bool { return model.Compare(v.Date(i+k).First(), next) >= 0 })
	}
	return n
}

// Index is the bucket of a date; -1 when it has none.
func (s *Series) Index(d model.Date) int {
	if d.IsZero() || len(s.Meetings) == 0 {
		return -1
	}
	i := s.Unit.Index(s.First, d)
	if i < 0 || i >= len(s.Meetings) {
		return -1
	}
	return i
}

// Start is the first day of a bucket.
func (s *Series) Start(i int) model.Date { return s.Unit.add(s.First, i) }

// Range is the first and the last day from bucket i to bucket k.
func (s *Series) Range(i, k int) (first, last model.Date) {
	if i > k {
		i, k = k, i
	}
	return s.Start(i), s.Start(k + 1).AddDays(-1)
}
