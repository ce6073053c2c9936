package extract

import "entente/model"

// yearFirst reads 2024-01-11, 2023/3/22, 2024-01 and a year by itself.
func (d *document) yearFirst(i, last, year int) (dateExpr, int) {
	e := dateExpr{weekday: -1, form: formYear}
	e.date.Year = int16(year) //nolint:gosec // a year.
	j := i + 1
	step := func() bool {
		if j < last && d.tokens[j].is(flagHyphen) {
			return true
		}
		if (d.punct(j, last, '/') || d.punct(j, last, '.') || d.punct(j, last, '~')) && d.glued(j-1) && d.glued(j) {
			j++
			return true
		}
		return false
	}
	if !step() || j >= last {
		return e, 1
	}
	m, digits, ok := d.number(j)
	if !ok || m < 1 || m > 12 || digits > 2 {
		return e, 1
	}
	e.date.Month = uint8(m)
	e.form = formMonth
	j++
	n := j - i
	if !step() || j >= last {
		return e, n
	}
	day, ok := d.dayOf(j)
	if !ok {
		return e, n
	}
	e.date.Day = uint8(day) //nolint:gosec // 1…31.
	e.form = formFull
	return e, j + 1 - i
}

// dayOf reads the day of 2024-01-11 and of 2024-01-11T12:30.
func (d *document) dayOf(j int) (int, bool) {
	if day, digits, ok := d.number(j); ok {
		return day, digits <= 2 && day >= 1 && day <= 31
	}
	w := d.text[d.tokens[j].start:d.tokens[j].end]
	if len(w) < 3 || w[2] != 'T' || w[0] < '0' || w[0] > '3' || w[1] < '0' || w[1] > '9' {
		return 0, false
	}
	return int(w[0]-'0')*10 + int(w[1]-'0'), true
}

// dotted reads 13.08.2024, 27/02/2023, 04/28/2023, 17-02-2023, and 13.04 with a clock behind. Where both
// first numbers may be a month the day comes first, unless a clock with AM or
// PM stands behind, as Americans write it; the other reading is kept.
func (d *document) dotted(i, last, a int) (dateExpr, int) {
	e := dateExpr{weekday: -1, form: formFull}
	var sep byte
	j := i + 1
	var part [2]int
	for k := range 2 {
		if k == 1 && sep != '-' && part[0] >= 1 && part[0] <= 12 && a <= 31 && d.tokens[j-1].end-d.tokens[j-1].start == 2 && d.clockFollows(j, last) {
			e.form, e.date = formNoYear, model.Date{Month: uint8(part[0]), Day: uint8(a)} //nolint:gosec // checked.
			return e, j - i
		}
		switch {
		case j < last && d.tokens[j].is(flagHyphen):
			sep = '-'
		case (d.punct(j, last, '.') || d.punct(j, last, '/')) && d.glued(j-1) && (d.glued(j) || d.spaced(j, last)):
			sep = d.text[d.tokens[j].start]
			j++
		default:
			return e, 0
		}
		if j >= last {
			return e, 0
		}
		n, digits, ok := d.number(j)
		if !ok || k == 0 && digits > 2 || k == 1 && digits != 4 && digits != 2 {
			return e, 0
		}
		if k == 1 && digits == 2 {
			n += 2000
		}
		part[k] = n
		j++
	}
	day, month := a, part[0]
	swap := month > 12 || sep == '/' && day <= 12 && d.americanClock(j, last)
	if swap {
		day, month = month, day
	}
	if month < 1 || month > 12 || day < 1 || day > 31 || part[1] < 1900 || part[1] > 2100 {
		return e, 0
	}
	e.date = model.NewDate(part[1], month, day)
	if day <= 12 && day != month {
		e.other = model.NewDate(part[1], day, month)
	}
	return e, j - i
}

// spaced tells that the point at token j is one of ‘8. 7. 2023’.
func (d *document) spaced(j, last int) bool {
	for k := j; k < j+4 && k < last; k++ {
		if _, digits, ok := d.number(k); ok && digits == 4 {
			return true
		}
	}
	return false
}

func (d *document) americanClock(j, last int) bool {
	for k := j; k < last && k < j+8; k++ {
		if d.tokens[k].is(flagPunct) {
			continue
		}
		switch d.low(k) {
		case "pm", "am", "p.m", "a.m", "p.m.", "a.m.", "et", "edt", "est", "pt", "pst", "pdt":
			return true
		}
	}
	return false
}

// wireStamp reads the month at token i as that of an agency's stamp, in which day and clock stand in front of it and the year behind: 291512 Nov 24,
// 291124 1512 Nov 24.
func (d *document) wireStamp(i, last int, e *dateExpr) bool {
	if i+1 >= last || i == 0 || !d.tokens[i-1].is(flagNumber) || !d.tokens[i+1].is(flagNumber) || d.tokens[i-1].is(flagPossessive) {
		return false
	}
	figures := func(k int) string { return d.text[d.tokens[k].start:d.tokens[k].end] }
	front, year := figures(i-1), figures(i+1)
	if len(front) == 4 && i > 1 && d.tokens[i-2].is(flagNumber) && len(figures(i-2)) == 6 {
		front = figures(i - 2)[:2] + front
	}
	if len(front) != 6 || len(year) != 2 || year[0] < '1' || year[0] > '3' || front[2] > '2' || front[4] > '5' {
		return false
	}
	day := int(front[0]-'0')*10 + int(front[1]-'0')
	if day < 1 || day > 31 {
		return false
	}
	e.form = formFull
	e.date.Day, e.date.Year = uint8(day), 2000+int16(year[0]-'0')*10+int16(year[1]-'0')
	return e.date.Valid()
}
