package decode

import (
	"strconv"
	"strings"
	"time"

	"entente/model"
)

// stamp reads the day out of a date field as people and programs write them.
// The day is the one that the field tells, whatever its time zone. A zero Date
// means that none was understood.
func stamp(s string) model.Date {
	s = strings.TrimSpace(s)
	if len(s) > 100 {
		return model.Date{}
	}
	if d := stampNumber(s); !d.IsZero() {
		return d
	}
	fields := strings.FieldsFunc(s, func(r rune) bool {
		return r == ' ' || r == ',' || r == 'T' || r == '|' || r == '(' || r == ')' || r == '\u00a0'
	})
	for _, f := range fields {
		if d := stampDigits(f); !d.IsZero() {
			return d
		}
	}
	return stampWords(fields)
}

// stampNumber reads seconds or milliseconds since 1970, and days written without a mark between.
func stampNumber(s string) model.Date {
	f, err := strconv.ParseFloat(s, 64)
	if err != nil || f < 0 || f >= 1e13 {
		return model.Date{}
	}
	n := int64(f)
	switch {
	case n >= 1e12 && n < 1e13:
		return model.DateOf(time.UnixMilli(n).UTC())
	case n >= 1e9 && n < 1e10:
		return model.DateOf(time.Unix(n, 0).UTC())
	case len(s) == 8:
		return plausible(model.NewDate(int(n/10000), int(n/100%100), int(n%100)))
	case len(s) == 4:
		return plausible(model.NewDate(int(n), 0, 0))
	}
	return model.Date{}
}

// plausible refuses what is no day of the calendar, or of no time that has news.
func plausible(d model.Date) model.Date {
	if d.Year < 1800 || d.Year > 2200 || !d.Valid() {
		return model.Date{}
	}
	return d
}

// stampDigits reads 2024-05-14, 2024-05, 2024/5/14, 14.5.2024, 14/05/2024 and
// 05/28/2024. Where day and month could be either the day comes first, as in most countries.
func stampDigits(f string) model.Date {
	mark := strings.IndexAny(f, "-/.")
	if mark < 1 {
		return model.Date{}
	}
	parts := strings.Split(strings.TrimSuffix(f, f[mark:mark+1]), f[mark:mark+1])
	if len(parts) < 2 || len(parts) > 3 {
		return model.Date{}
	}
	var n [3]int
	for i, p := range parts {
		v, err := strconv.Atoi(p)
		if err != nil || v < 0 || len(p) > 4 {
			return model.Date{}
		}
		n[i] = v
	}
	switch {
	case len(parts[0]) == 4:
		return plausible(model.NewDate(n[0], n[1], n[2]))
	case len(parts) != 3:
		return model.Date{}
	case len(parts[2]) == 2:
		n[2] += 2000
	case len(parts[2]) != 4:
		return model.Date{}
	}
	if n[1] > 12 {
		n[0], n[1] = n[1], n[0]
	}
	return plausible(model.NewDate(n[2], n[1], n[0]))
}

// stampWords reads 8 May 2023, May 8 2023 and May 2023 among other words.
func stampWords(fields []string) model.Date {
	for i, f := range fields {
		month := monthOf(f)
		if month == 0 {
			continue
		}
		at := func(j int) int {
			if j < 0 || j >= len(fields) {
				return 0
			}
			n, _ := strconv.Atoi(strings.TrimRight(strings.ToLower(fields[j]), ".stndrh"))
			return n
		}
		before, after, then := at(i-1), at(i+1), at(i+2)
		switch {
		case before >= 1 && before <= 31 && after > 31:
			return plausible(model.NewDate(after, month, before))
		case after >= 1 && after <= 31 && then > 31:
			return plausible(model.NewDate(then, month, after))
		case after > 31:
			return plausible(model.NewDate(after, month, 0))
		}
	}
	return model.Date{}
}

// monthOf reads the name of a month or its beginning of three letters or more; 0 for another word.
func monthOf(w string) int {
	w = strings.ToLower(strings.TrimRight(w, "."))
	if len(w) < 3 {
		return 0
	}
	if w == "sept" {
		return 9
	}
	for m := time.January; m <= time.December; m++ {
		if name := strings.ToLower(m.String()); w == name || w == name[:3] {
			return int(m)
		}
	}
	return 0
}
