package model

import (
	"cmp"
	"errors"
	"fmt"
	"strconv"
	"time"
)

// Precision says how much of a Date was read.
type Precision uint8

// The precisions, from nothing to a whole day.
const (
	PrecisionNone Precision = iota
	PrecisionYear
	PrecisionMonth
	PrecisionDay
)

// String returns the name that the JSON contract uses; empty for PrecisionNone.
func (p Precision) String() string {
	switch p {
	case PrecisionYear:
		return "year"
	case PrecisionMonth:
		return "month"
	case PrecisionDay:
		return "day"
	case PrecisionNone:
	}
	return ""
}

// Date is a civil date as far as it is known: a day, a month, a year or
// nothing. It is never an instant and has no time zone. Unknown parts are
// zero, so two dates are equal exactly when the same was read of both.
type Date struct {
	Year  int16
	Month uint8 // 1…12, 0 unknown
	Day   uint8 // 1…31, 0 unknown
}

// NewDate makes the date of a whole day. It does not check the calendar: see Valid.
func NewDate(year, month, day int) Date {
	return Date{Year: int16(year), Month: uint8(month), Day: uint8(day)} //nolint:gosec // calendar parts fit their fields.
}

// DateOf returns the civil date on which t falls in t's own location.
func DateOf(t time.Time) Date { return NewDate(t.Year(), int(t.Month()), t.Day()) }

var errDate = errors.New("want a date such as 2024-05-14, 2024-05 or 2024")

// ParseDate reads 2024-05-14, 2024-05, 2024 or the empty string.
func ParseDate(s string) (Date, error) {
	if s == "" {
		return Date{}, nil
	}
	part := func(from, to, low, high int) (int, bool) {
		n, err := strconv.Atoi(s[from:to])
		return n, err == nil && n >= low && n <= high && s[from] != '-' && s[from] != '+'
	}
	var d Date
	year, ok := 0, len(s) == 4 || len(s) == 7 && s[4] == '-' || len(s) == 10 && s[4] == '-' && s[7] == '-'
	if ok {
		year, ok = part(0, 4, 1, 9999)
	}
	month, day := 0, 0
	if ok && len(s) >= 7 {
		month, ok = part(5, 7, 1, 12)
	}
	if ok && len(s) == 10 {
		day, ok = part(8, 10, 1, 31)
	}
	d = NewDate(year, month, day)
	if !ok || !d.Valid() {
		return Date{}, fmt.Errorf("%q is no date: %w", s, errDate)
	}
	return d, nil
}

// Precision tells how much of the date is known.
func (d Date) Precision() Precision {
	switch {
	case d.Year == 0:
		return PrecisionNone
	case d.Month == 0:
		return PrecisionYear
	case d.Day == 0:
		return PrecisionMonth
	}
	return PrecisionDay
}

// IsZero tells that nothing of the date is known.
func (d Date) IsZero() bool { return d == Date{} }

// Valid tells that the known parts are a place in the calendar.
func (d Date) Valid() bool {
	switch d.Precision() {
	case PrecisionNone:
		return d.Month == 0 && d.Day == 0
	case PrecisionYear:
		return d.Day == 0
	case PrecisionMonth:
		return d.Month <= 12
	case PrecisionDay:
	}
	return d.Month != 0 && d.Month <= 12 && int(d.Day) <= daysIn(int(d.Year), int(d.Month))
}

// daysIn is how many days a month has.
func daysIn(year, month int) int {
	switch month {
	case 2:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	case 4, 6, 9, 11:
		return 30
	}
	return 31
}

// String returns the ISO form of the known part: 2024-05-14, 2024-05, 2024 or
// the empty string. ParseDate reads it back.
func (d Date) String() string {
	switch d.Precision() {
	case PrecisionNone:
		return ""
	case PrecisionYear:
		return fmt.Sprintf("%04d", d.Year)
	case PrecisionMonth:
		return fmt.Sprintf("%04d-%02d", d.Year, d.Month)
	case PrecisionDay:
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
}

// Long returns the date for people: 14 May 2024, May 2024, 2024 or ‘no date’.
func (d Date) Long() string {
	switch d.Precision() {
	case PrecisionNone:
		return "no date"
	case PrecisionYear:
		return strconv.Itoa(int(d.Year))
	case PrecisionMonth:
		return time.Month(d.Month).String() + " " + strconv.Itoa(int(d.Year))
	case PrecisionDay:
	}
	return strconv.Itoa(int(d.Day)) + " " + time.Month(d.Month).String() + " " + strconv.Itoa(int(d.Year))
}

// First returns the first day that the date may mean, so that events sort.
// Show a date through Long, never through First.
func (d Date) First() Date {
	if d.Year != 0 {
		d.Month, d.Day = max(d.Month, 1), max(d.Day, 1)
	}
	return d
}

// Last returns the last day that the date may mean.
func (d Date) Last() Date {
	switch d.Precision() {
	case PrecisionYear:
		return Date{d.Year, 12, 31}
	case PrecisionMonth:
		return NewDate(int(d.Year), int(d.Month), daysIn(int(d.Year), int(d.Month)))
	case PrecisionNone, PrecisionDay:
	}
	return d
}

// MonthOf cuts the date to its month (or to its year, when that is all).
func (d Date) MonthOf() Date { d.Day = 0; return d }

// Covers tells that every day of other lies within d.
func (d Date) Covers(other Date) bool {
	return !d.IsZero() && !other.IsZero() &&
		Compare(d.First(), other.First()) <= 0 && Compare(other.Last(), d.Last()) <= 0
}

// Weekday is the day of the week of a whole day.
func (d Date) Weekday() time.Weekday {
	const first = int(time.Thursday) // 1970-01-01
	return time.Weekday(((d.Days()+first)%7 + 7) % 7)
}

// AddDays moves a whole day by n days.
func (d Date) AddDays(n int) Date {
	if day := int(d.Day) + n; d.Month != 0 && day >= 1 && day <= 28 { // of the same month
		d.Day = uint8(day)
		return d
	}
	return dateOfDays(d.Days() + n)
}

// dateOfDays is the date so many days after 1970-01-01: what Days counts, back again.
// Eras of 400 years that begin in March, as in Howard Hinnant's “chrono-Compatible Low-Level Date Algorithms”.
func dateOfDays(n int) Date {
	n += era
	e := floorDiv(n, perEra)
	n -= e * perEra                                  // 0…146096
	y := (n - n/1460 + n/36524 - n/(perEra-1)) / 365 // 0…399
	n -= 365*y + y/4 - y/100                         // 0…365, from the first of March
	m := (5*n + 2) / 153                             // 0 for March
	day := n - (153*m+2)/5 + 1
	y += e * 400
	if m >= 10 {
		return NewDate(y+1, m-9, day)
	}
	return NewDate(y, m+3, day)
}

const (
	era    = 719468 // how many days 1970-01-01 lies behind 0000-03-01
	perEra = 146097 // days in 400 years
)

// Days counts the days from 1970-01-01 to the first day of d.
func (d Date) Days() int {
	f := d.First()
	y, m := uint(int(f.Year)+400*beforeZero), uint(f.Month) // never below zero
	if m <= 2 {                                             // years that begin in March have their leap day at the end
		y, m = y-1, m+12
	}
	days := 365*y + y/4 - y/100 + y/400 + (153*(m-3)+2)/5 + uint(f.Day)
	return int(days) - 1 - era - beforeZero*perEra
}

// beforeZero is how many eras are added so that years are counted from zero upwards: whole numbers without a sign are far faster to divide.
const beforeZero = 100

func floorDiv(a, b int) int {
	if a < 0 {
		return (a - b + 1) / b
	}
	return a / b
}

// Compare orders dates by their first day; of two with the same first day the less precise comes first.
func Compare(a, b Date) int {
	if c := cmp.Compare(a.First().key(), b.First().key()); c != 0 {
		return c
	}
	return cmp.Compare(a.Precision(), b.Precision())
}

func (d Date) key() int { return int(d.Year)<<16 | int(d.Month)<<8 | int(d.Day) }
