package extract

import (
	"slices"
	"strings"

	"entente/loader/gazetteer"
	"entente/model"
)

// The years that are tried for a date without one.
const firstYear, lastYear = 2014, 2027

// clues adds up what speaks for a year and remembers the strongest.
type clues struct {
	score, top int
	why        clue
}

// clue is the words of what speaks for a year, around a name where they have one. They are joined for the year that wins alone.
type clue struct{ before, name, behind string }

func (c *clue) String() string { return c.before + c.name + c.behind }

func (c *clues) add(n int, why string) { c.addNamed(n, why, "", "") }

// addNamed is add with a name between words.
func (c *clues) addNamed(n int, before, name, behind string) {
	c.score += n
	if n > c.top {
		c.top, c.why = n, clue{before, name, behind}
	}
}

// sureMargin is by how much a year must be better than the next to be more than the likeliest.
const sureMargin = 4

// inferYear finds the year of a day and month: each year is scored by what must be true in it, and the best wins, of two that are as good the earlier. sure tells
// that it is far better than the others.
func (d *document) inferYear(day model.Date, weekday int8, skip int) yearFound {
	key := yearKey{day, weekday, skip}
	if f, ok := d.years[key]; ok {
		return f
	}
	f := d.searchYear(day, weekday, skip)
	if d.years == nil {
		d.years = map[yearKey]yearFound{}
	}
	d.years[key] = f
	return f
}

// yearKey is a question to inferYear, yearFound its answer: year is 0 where nothing speaks for any.
type yearKey struct {
	day     model.Date
	weekday int8
	skip    int
}

type yearFound struct {
	year int16
	why  string
	rule string // the same as the rule of a day
	sure bool
}

func (d *document) searchYear(day model.Date, weekday int8, skip int) yearFound {
	best, second, year, why := -1000, -1000, int16(0), clue{}
	if !d.signs.known { // they are the same for every date
		told, days := d.leadWeekdays()
		d.signs = yearSigns{d.summitsTold(), d.newsTold(), d.copyright(), d.mentionsWar(), told, days, d.datesAhead(), d.signs.offices, true}
	}
	d.signs.offices = d.officesTold(d.signs.offices[:0])
	for y := int16(firstYear); y <= lastYear; y++ {
		if day.Year = y; !day.Valid() {
			continue
		}
		sc, reason := d.yearScore(day, weekday, skip, &d.signs)
		switch {
		case sc > best || sc == best && likely(y) > likely(year):
			second, best, year, why = best, sc, y, reason
		case sc > second:
			second = sc
		}
	}
	if best <= 0 {
		return yearFound{}
	}
	words := why.String()
	return yearFound{year, words, "date.year " + words, best-second >= sureMargin}
}

// yearSigns are what the text shows whichever year is asked about.
type yearSigns struct {
	summits   []summitClue
	news      []int32 // what it names of which the times are known
	copyright int     // 0 for none
	war       bool
	weekdays  []int8 // those that title and lead tell, in their order
	days      int    // from publication, as the lead tells the same day; 0 for none
	ahead     []int  // dates that tell a year to come
	offices   []officeClue
	known     bool
}

// officeClue is somebody of the tables whom the text names.
type officeClue struct {
	p       *person
	row     *gazetteer.Person
	ranking bool
}

// yearScore adds up what speaks for a date's year and names the strongest clue.
func (d *document) yearScore(day model.Date, weekday int8, skip int, signs *yearSigns) (int, clue) {
	var c clues
	c.score += likely(day.Year)
	if weekday >= 0 && day.Precision() == model.PrecisionDay {
		if int8(day.Weekday()) == weekday { //nolint:gosec // 0…6.
			c.add(6, "by the weekday")
		} else {
			c.score -= 12
		}
	}
	if day.Precision() == model.PrecisionDay {
		signs.weekdayClues(&c, day, skip >= 0 && d.dates[skip].dateline)
	}
	d.otherWeekdays(&c, day, skip)
	if signs.copyright == int(day.Year) {
		c.add(3, "by the copyright")
	}
	signs.officeClues(&c, day)
	d.dateClues(&c, day, skip, signs)
	d.summitClues(&c, day, signs.summits)
	d.newsClues(&c, day, signs.news)
	if signs.war && model.Compare(day, invasion) < 0 {
		c.score -= 10
	}
	return c.score, c.why
}

// likely is how much speaks for a year before anything is read: the tables know most of who governed and what was in the news in 2023 and
// 2024, as the collection that comes with the program does.
func likely(year int16) int {
	switch year {
	case 2023, 2024:
		return 4
	case 2022, 2025:
		return 0
	}
	return -2
}

// officesTold lists whom of the tables the text names.
func (d *document) officesTold(out []officeClue) []officeClue {
	for k := range d.people[:min(len(d.people), 100)] {
		if p := &d.people[k]; p.row >= 0 && !p.former {
			row := &d.g.People[p.row]
			out = append(out, officeClue{p, row, ranking(row)})
		}
	}
	return out
}

// officeClues: who is named in an office must hold it in that year. Somebody who comes into office within weeks, or has
// just left it, is in the news as well.
func (s *yearSigns) officeClues(c *clues, day model.Date) {
	first, last, whole := day.First().Days(), day.Last().Days(), day.Precision() == model.PrecisionDay
	near := func(p *gazetteer.Person) bool { // near enough to come into office, or to have left it
		return whole && (p.InOffice(first+fromElection, first+fromElection) || p.InOffice(first-inNews, first-inNews))
	}
	for k := range s.offices {
		p, row := s.offices[k].p, s.offices[k].row
		ok := row.InOffice(first, last)
		if (!ok || p.office == "") && !s.offices[k].ranking {
			continue // the tables know too little of when a speaker or a finance minister served
		}
		switch {
		case ok:
			n := 2
			if p.office != "" {
				n = 3
			}
			if p.mentions > 1 {
				n++
			}
			c.addNamed(n, "as ", p.name, " was in office")
		case near(row):
			c.addNamed(1, "as ", p.name, " was about to take or leave office")
		case p.office != "":
			c.score -= 5
		default:
			c.score--
		}
	}
}

// Somebody elected is in the news for so many days before the oath, somebody who has left for so many after.
const fromElection, inNews = 80, 30

// dateClues: the other dates of the text lie in the same year or before it.
func (d *document) dateClues(c *clues, day model.Date, skip int, signs *yearSigns) {
	for k := range d.dates[:min(len(d.dates), 300)] {
		e := &d.dates[k]
		if k == skip {
			continue
		}
		switch {
		case e.form == formWarDay:
			if got := day.Days() - invasion.Days() + 1; got-e.days <= 1 && e.days-got <= 1 {
				c.add(12, "by the day of the war")
			} else {
				c.score -= 6
			}
		case e.date.Year == 0:
		case e.form == formFull && e.date.Year == day.Year && closeTo(e.date, day):
			c.add(8, "as the text names a day beside it, with its year")
		case e.form == formVague: // two years after the invasion
			gap := day.Days() - e.date.Days()
			switch {
			case gap >= -45 && gap <= 60:
				c.add(6, "by the time since the invasion")
			case gap < -45 || gap > 370:
				c.score -= 4
			}
		case e.date.Year == day.Year && !slices.Contains(signs.ahead, k):
			c.add(1, "as other dates of the text are of that year")
		case e.date.Year > day.Year:
			if !slices.Contains(signs.ahead, k) {
				c.score -= 3
			}
		case e.date.Year == day.Year-1:
			c.score += 2
		}
	}
}

// closeTo tells that two days are three days apart at most.
func closeTo(a, b model.Date) bool {
	if a.Precision() != model.PrecisionDay || b.Precision() != model.PrecisionDay {
		return false
	}
	gap := a.Days() - b.Days()
	return gap >= -3 && gap <= 3
}

// datesAhead lists the years that stand with a word for what will be: the next session, in Cairo in 2026.
func (d *document) datesAhead() (out []int) {
	for k := range d.dates[:min(len(d.dates), 300)] {
		if e := &d.dates[k]; e.form == formYear && d.ahead(&d.sents[e.sent], d.itemOf(e.sent, e.first)) >= 0 {
			out = append(out, k)
		}
	}
	return out
}

// summitClue is a gathering that the text names, by its name or by body and town.
type summitClue struct {
	row   int
	named bool
}

// summitsTold lists the gatherings that the text names: the NATO summit in Vilnius, ‘in Vilnius for NATO’.
func (d *document) summitsTold() []summitClue {
	var out []summitClue
	for k := range d.sents[:min(len(d.sents), 300)] {
		s := &d.sents[k]
		if !s.kinds.has(kindSummit | kindCountry) {
			continue
		}
		for i := s.from; i < s.to; i++ {
			it := &d.items[i]
			if it.kind == itemSummit {
				out = append(out, summitClue{int(it.ref), true})
			}
			if it.kind == itemCountry {
				out = d.summitsIn(out, s, i)
				continue
			}
			if it.kind != itemCity || it.ref < 0 || !d.someBodyNear(s, i) { // or a capital that the table of towns does not have
				continue
			}
			town := &d.g.Cities[it.ref]
			for _, r := range d.lex.summits[town.Country] {
				if m := &d.g.Summits[r]; m.City == town.Name && d.bodyNear(s, i, m.Name) {
					out = append(out, summitClue{int(r), false})
				}
			}
		}
	}
	return out
}

// summitsIn adds the gatherings that a body is said to have had in the country at item i: the NATO summit in Lithuania.
func (d *document) summitsIn(out []summitClue, s *sentence, i int) []summitClue {
	if i == s.from || !d.items[i-1].is(classIn) || d.isBody(d.items[i].party) {
		return out
	}
	named := i-2 >= s.from && d.items[i-2].is(classGather) // the NATO summit in Lithuania: as good as a name
	for _, r := range d.lex.summits[d.items[i].party] {
		if d.bodyNear(s, i, d.g.Summits[r].Name) {
			out = append(out, summitClue{int(r), named})
		}
	}
	return out
}

// summitClues: a gathering that the text names is near.
func (d *document) summitClues(c *clues, day model.Date, told []summitClue) {
	for _, t := range told {
		s := &d.g.Summits[t.row]
		gap := s.From.Days() - day.Days()
		switch {
		case t.named && gap > -40 && gap < 150:
			c.addNamed(7, "by the ", s.Name, "")
		case t.named && (gap > 370 || gap < -370):
			c.score -= 4
		case !t.named && gap > -20 && gap < 150:
			c.addNamed(3, "by the ", s.Name, "")
		}
	}
}

// someBodyNear tells that any body is named within a few words of item i.
func (d *document) someBodyNear(s *sentence, i int) bool {
	for j := max(s.from, i-4); j < s.to && j <= i+4; j++ {
		if d.items[j].kind == itemCountry {
			return true
		}
	}
	return false
}

// bodyNear tells that the body whose gathering name is named within a few words of item i.
func (d *document) bodyNear(s *sentence, i int, name string) bool {
	for j := max(s.from, i-4); j < s.to && j <= i+4; j++ {
		if it := &d.items[j]; it.kind == itemCountry {
			if rest, ok := strings.CutPrefix(name, d.span(it.first, it.last)); ok && rest != "" && rest[0] == ' ' {
				return true
			}
		}
	}
	return false
}

// copyright returns the year behind the last sign of copyright, the last of a range, and 0 where there is none.
func (d *document) copyright() int {
	i := lastIndex(d.text, "©")
	if i < 0 {
		if i = lastIndex(d.small, "copyright"); i < 0 {
			return 0
		}
	}
	year := 0
	line, _, _ := strings.Cut(d.text[i:min(len(d.text), i+80)], "\n")
	for n, digits := 0, 0; line != ""; line = line[1:] {
		if c := line[0]; c >= '0' && c <= '9' {
			n, digits = n*10+int(c-'0'), digits+1
			if digits == 4 && n >= firstYear && n <= lastYear {
				year = n
			}
			continue
		}
		n, digits = 0, 0
	}
	return year
}

// lastIndex is [strings.LastIndex] for what hardly any text has: looking forwards is many times faster.
func lastIndex(s, sub string) int {
	i := strings.Index(s, sub)
	if i < 0 {
		return i
	}
	return i + strings.LastIndex(s[i:], sub)
}

// mentionsWar tells that the text speaks of the full-scale invasion.
func (d *document) mentionsWar() bool {
	for _, i := range d.noted {
		if d.tokens[i].marks&markWar != 0 && d.ofWar(int(i)) {
			return true
		}
	}
	return false
}

// ofWar tells that a word of the invasion at token i means it: ‘war’ only as the war, ‘scale’ only as full-scale.
func (d *document) ofWar(i int) bool {
	switch d.low(i) {
	case "war":
		return i > 0 && d.low(i-1) == "the"
	case "scale":
		return i > 0 && d.low(i-1) == "full"
	}
	return true
}
