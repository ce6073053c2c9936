package model

import (
	"testing"
	"time"
)

func TestParseDate(t *testing.T) {
	for _, c := range []struct {
		in   string
		want Date
		ok   bool
	}{
		{"2024-05-14", Date{2024, 5, 14}, true},
		{"2024-05", Date{2024, 5, 0}, true},
		{"2024", Date{2024, 0, 0}, true},
		{"", Date{}, true},
		{"2024-02-29", Date{2024, 2, 29}, true},
		{"2023-02-29", Date{}, false},
		{"2024-13", Date{}, false},
		{"2024-00", Date{}, false},
		{"2024-5", Date{}, false},
		{"0000", Date{}, false},
		{"-024", Date{}, false},
		{"2024/05/14", Date{}, false},
		{"today", Date{}, false},
	} {
		got, err := ParseDate(c.in)
		if (err == nil) != c.ok || got != c.want {
			t.Errorf("ParseDate(%q) = %v, %v; want %v, ok %t", c.in, got, err, c.want, c.ok)
		}
		if c.ok && got.String() != c.in {
			t.Errorf("%v prints %q, want %q", got, got.String(), c.in)
		}
	}
}

func TestDate_ShowsNoMoreThanWasRead(t *testing.T) {
	for _, c := range []struct {
		d           Date
		long        string
		first, last Date
	}{
		{Date{2024, 3, 1}, "1 March 2024", Date{2024, 3, 1}, Date{2024, 3, 1}},
		{Date{2024, 2, 0}, "February 2024", Date{2024, 2, 1}, Date{2024, 2, 29}},
		{Date{2024, 12, 0}, "December 2024", Date{2024, 12, 1}, Date{2024, 12, 31}},
		{Date{2023, 0, 0}, "2023", Date{2023, 1, 1}, Date{2023, 12, 31}},
		{Date{}, "no date", Date{}, Date{}},
	} {
		if c.d.Long() != c.long || c.d.First() != c.first || c.d.Last() != c.last {
			t.Errorf("%v: %q from %v to %v, want %q from %v to %v", c.d, c.d.Long(), c.d.First(), c.d.Last(), c.long, c.first, c.last)
		}
	}
}

func TestDate_Arithmetic(t *testing.T) {
	d := Date{2024, 2, 28}
	if got := d.AddDays(2); got != (Date{2024, 3, 1}) {
		t.Errorf("two days after %v: %v", d, got)
	}
	if got := (Date{2024, 1, 1}).AddDays(-1); got != (Date{2023, 12, 31}) {
		t.Errorf("the day before New Year: %v", got)
	}
	if got := (Date{2023, 4, 24}).Weekday(); got != time.Monday {
		t.Errorf("24 April 2023 is a %v", got)
	}
	if got := (Date{1970, 1, 2}).Days(); got != 1 {
		t.Errorf("days of 1970-01-02: %d", got)
	}
}

func TestDate_Covers(t *testing.T) {
	month := Date{2024, 5, 0}
	for _, c := range []struct {
		a, b Date
		want bool
	}{
		{month, Date{2024, 5, 31}, true},
		{month, Date{2024, 6, 1}, false},
		{Date{2024, 5, 31}, month, false},
		{Date{2024, 0, 0}, month, true},
		{Date{}, month, false},
		{month, Date{}, false},
	} {
		if got := c.a.Covers(c.b); got != c.want {
			t.Errorf("%v covers %v: %t", c.a, c.b, got)
		}
	}
}

// Two dates that begin on one day must not compare equal, or sorting would depend on the order of the input.
func TestCompare_LessPreciseComesFirst(t *testing.T) {
	month, day := Date{2024, 5, 0}, Date{2024, 5, 1}
	if Compare(month, day) >= 0 || Compare(day, month) <= 0 || Compare(day, day) != 0 {
		t.Errorf("month against its first day: %d, %d", Compare(month, day), Compare(day, month))
	}
}

func FuzzParseDate(f *testing.F) {
	for _, s := range []string{"2024-05-14", "2024-05", "2024", "", "2024-02-30", "99999"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, err := ParseDate(s)
		if err != nil {
			return
		}
		if !d.Valid() || d.String() != s {
			t.Errorf("ParseDate(%q) = %#v, prints %q", s, d, d.String())
		}
	})
}

func TestDate_AgreesWithTheCalendar(t *testing.T) {
	for at := time.Date(1895, 12, 30, 0, 0, 0, 0, time.UTC); at.Year() < 2105; at = at.AddDate(0, 0, 1) {
		day := DateOf(at)
		if got, want := day.Days(), int(at.Unix()/86400); got != want {
			t.Fatalf("%s: day %d, want %d", day, got, want)
		}
		if got, want := day.Weekday(), at.Weekday(); got != want {
			t.Fatalf("%s: a %s, want %s", day, got, want)
		}
		if !day.Valid() {
			t.Fatalf("%s: not valid", day)
		}
		if got, want := day.MonthOf().Last(), DateOf(at.AddDate(0, 1, -at.Day())); day.Day == 1 && got != want {
			t.Fatalf("%s: its month ends on %s, want %s", day, got, want)
		}
		for _, n := range [...]int{-40000, -366, -31, -1, 0, 1, 27, 59, 365, 40000} {
			if got, want := day.AddDays(n), DateOf(at.AddDate(0, 0, n)); got != want {
				t.Fatalf("%s and %d days: %s, want %s", day, n, got, want)
			}
		}
	}
	for _, no := range []Date{{2023, 2, 29}, {2100, 2, 29}, {2024, 4, 31}, {2024, 13, 1}, {2024, 0, 1}, {0, 1, 0}} {
		if no.Valid() {
			t.Errorf("%#v is valid", no)
		}
	}
}
