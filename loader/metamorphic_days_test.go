package loader_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"entente/model"
)

// dayOf is the day of the first encounter of a reading that took place; its Year is 0 where there is none.
func dayOf(r reading) model.Date {
	if len(r.Events) == 0 || r.Events[0].Status != model.StatusHeld.String() {
		return model.Date{}
	}
	day, err := model.ParseDate(r.Events[0].Date)
	if err != nil || day.Precision() != model.PrecisionDay {
		return model.Date{}
	}
	return day
}

// insertBelow puts a paragraph behind the first long one of a text.
func insertBelow(text, paragraph string) string {
	lines := strings.Split(text, "\n")
	for i, l := range lines {
		if len(l) > 170 {
			return strings.Join(slices.Insert(lines, i+1, "", paragraph), "\n")
		}
	}
	return text
}

// The day of something else, told in the second paragraph, must not become the day of the encounter; nor must it matter how its own day
// is told.
func TestMetamorphic_OtherDaysDoNotMatter(t *testing.T) {
	if testing.Short() {
		t.Skip("reads every text seven times over")
	}
	texts := plainTexts(t)
	before := readAll(t, texts)
	weekday := func(day model.Date) string { return day.Weekday().String() }
	for _, c := range []struct {
		name   string
		change func(text string, day model.Date) string
		most   int // articles whose day changes
	}{
		{"a vote", func(s string, day model.Date) string {
			return insertBelow(s, "On "+weekday(day.AddDays(-2))+" parliament voted to raise the tax on fuel, with eleven votes against.")
		}, 0},
		{"an attack", func(s string, day model.Date) string {
			return insertBelow(s, "An attack on the railway on "+weekday(day.AddDays(-2))+" had killed three people, according to the governor.")
		}, 0},
		{"a paper", func(s string, day model.Date) string {
			return insertBelow(s, "A newspaper had reported on "+weekday(day.AddDays(-2))+" that the plans for the port were far from ready.")
		}, 0},
		{"what is to come", func(s string, day model.Date) string {
			return insertBelow(s, "On "+weekday(day.AddDays(3))+" the minister of finance is expected in Riga for a conference of donors.")
		}, 2},
		{"a day of the month", func(s string, day model.Date) string {
			return strings.ReplaceAll(s, "on "+weekday(day)+" ", fmt.Sprintf("on %d %s ", day.Day, monthName(day)))
		}, 1}, // one lies between two days that weigh nearly the same
		{"a day alone", func(s string, day model.Date) string {
			return strings.ReplaceAll(s, "on "+weekday(day)+" ", fmt.Sprintf("on the %dth ", day.Day))
		}, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			changed := map[string]string{}
			for id, s := range texts {
				if day := dayOf(before[id]); day.Year != 0 && (day.Day%10 > 3 || day.Day == 11 || day.Day == 12 || day.Day == 13 || c.name != "a day alone") {
					changed[id] = c.change(s, day)
				}
			}
			after := readAll(t, changed)
			n := 0
			for _, id := range slices.Sorted(mapKeys(changed)) {
				if a, b := dayOf(before[id]), dayOf(after[id]); a != b {
					n++
					t.Logf("%s: %s became %s", id, a, b)
				}
			}
			if n > c.most || len(changed) < 20 {
				t.Errorf("%d days of %d changed, want at most %d", n, len(changed), c.most)
			}
		})
	}
}

// monthName is the month of a day in words.
func monthName(day model.Date) string {
	return strings.Split(monthNames, "|")[day.Month-1]
}
