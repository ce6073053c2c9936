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
	s = eastern.Replace(s)
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

// eastern writes the days of Chinese, Japanese and Korean papers with marks: 2024年11月17日, 2024년 11월 17일.
var eastern = strings.NewReplacer("年", "-", "月", "-", "日", " ", "년 ", "-", "월 ", "-", "년", "-", "월", "-", "일", " ", "（", " ", "）", " ")

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

// stampWords reads 8 May 2023, May 8 2023, 28 de mayo de 2024 and May 2023 among other words.
func stampWords(all []string) model.Date {
	fields := make([]string, 0, len(all))
	for _, f := range all {
		switch strings.ToLower(f) {
		case "de", "del", "of", "den", "le", "the", "року", "года":
		default:
			fields = append(fields, f)
		}
	}
	for i, f := range fields {
		month := monthOf(f)
		if month == 0 {
			continue
		}
		at := func(j int) int {
			if j < 0 || j >= len(fields) {
				return 0
			}
			n, _ := strconv.Atoi(strings.TrimRight(strings.ToLower(fields[j]), ".stndrhº"))
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

// months holds the names of the months in the languages of the sites that print
// English news beside their own, as they stand in dates. English goes by its first three letters too.
var months = func() map[string]int {
	table := map[string]int{"sept": 9, "märz": 3, "mrz": 3}
	for _, row := range []string{
		"january february march april may june july august september october november december",
		"jan feb mar apr may jun jul aug sep oct nov dec",
		"enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
		"janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
		"januar februar maerz april mai juni juli august september oktober november dezember",
		"gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
		"janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
		"stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
		"січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
		"января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
		"januari februari maart april mei juni juli augustus september oktober november december",
		"ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık",
	} {
		for i, name := range strings.Fields(row) {
			table[name] = i + 1
		}
	}
	return table
}()

// monthOf reads the name of a month; 0 for another word.
func monthOf(w string) int { return months[strings.ToLower(strings.TrimRight(w, "."))] }
