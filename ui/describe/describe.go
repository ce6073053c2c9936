// Package describe puts meetings into words: who in short, when, where. It
// returns plain text for whatever shows it; colours are the caller's.
package describe

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"entente/model"
)

// familyFirst are the parties whose names are written whole, because the
// family name comes first and the last word alone would be the given name.
var familyFirst = map[model.Party]bool{"CN": true, "KR": true, "KP": true, "VN": true, "TW": true, "SG": true, "KH": true, "MM": true}

// particles belong to the family name that follows them.
var particles = map[string]bool{
	"von": true, "van": true, "der": true, "den": true, "de": true, "da": true, "di": true, "del": true, "della": true,
	"la": true, "le": true, "al": true, "el": true, "bin": true, "ben": true, "ibn": true, "dos": true, "ter": true, "zu": true, "af": true,
}

// Surname shortens a name to what a headline would call the person.
func Surname(p model.Participant) string {
	words := strings.Fields(p.Name)
	if len(words) < 2 || familyFirst[p.Party] {
		return p.Name
	}
	last := len(words) - 1
	if w := strings.ToLower(strings.TrimSuffix(words[last], ".")); w == "jr" || w == "sr" {
		last--
	}
	if strings.Trim(words[last], "IVX") == "" { // a monarch or a pope has a number and no surname
		return strings.Join(words[last-1:], " ")
	}
	if last == 0 {
		return p.Name
	}
	from := last
	for from > 1 && particles[strings.ToLower(words[from-1])] {
		from--
	}
	// A particle at the very beginning is one too when nothing else is left of the name.
	if from == 1 && particles[strings.ToLower(words[0])] {
		from = 0
	}
	return strings.Join(words[from:last+1], " ")
}

// Hubs returns the people who took part in more than two thirds of the
// timeline's meetings. In a collection about one person that person is in
// nearly every row, and naming them there tells nothing.
func Hubs(t *model.Timeline) map[string]bool {
	const fewest = 6 // below, two thirds is chance
	if t.Len() < fewest {
		return nil
	}
	out := map[string]bool{}
	for _, c := range t.View(model.Filter{}, model.ByDate, false).Facet(model.FieldWho) {
		if c.N*3 > t.Len()*2 {
			out[c.Key] = true
		}
	}
	return out
}

// Counterparts lists who a row names: the people who are no hub, and the
// parties for which nobody is named. Where only hubs are left, they are it.
func Counterparts(t *model.Timeline, m *model.Meeting, hubs map[string]bool) []model.Participant {
	out := make([]model.Participant, 0, len(m.People))
	told := map[model.Party]bool{}
	for _, p := range m.People {
		told[p.Party] = true
		if !hubs[p.Name] {
			out = append(out, p)
		}
	}
	for _, party := range m.Parties {
		if !told[party] {
			out = append(out, model.Participant{Name: t.PartyName(party)})
		}
	}
	if len(out) == 0 {
		out = append(out, m.People...)
	}
	return out
}

// Title names the people of a meeting: Zelenskyy – Kallas, Stoltenberg.
func Title(t *model.Timeline, m *model.Meeting, hubs map[string]bool) string {
	var first, rest []string
	for _, p := range m.People {
		if hubs[p.Name] {
			first = append(first, Surname(p))
		}
	}
	for _, p := range Counterparts(t, m, hubs) {
		if !hubs[p.Name] {
			rest = append(rest, Surname(p))
		}
	}
	switch {
	case len(first)+len(rest) == 0:
		return "nobody named"
	case len(first) == 0 && len(rest) > 1:
		first, rest = rest[:1], rest[1:]
	case len(first) == 0 || len(rest) == 0:
		return strings.Join(append(first, rest...), ", ")
	}
	const most = 5
	if n := len(rest); n > most {
		rest = append(rest[:most-1:most-1], fmt.Sprintf("%d more", n-most+1))
	}
	return strings.Join(first, ", ") + " – " + strings.Join(rest, ", ")
}

// Place is the place in a few words: Kyiv, or the country where no city is told; call for a call.
func Place(t *model.Timeline, m *model.Meeting) string {
	switch {
	case m.Kind == model.KindCall:
		return "call"
	case m.Place.City != "":
		return m.Place.City
	case m.Place.Host != "":
		return t.PartyName(m.Place.Host)
	}
	return ""
}

// PlaceLong is the place with its country: Kyiv, Ukraine.
func PlaceLong(t *model.Timeline, m *model.Meeting) string {
	switch {
	case m.Kind == model.KindCall:
		return "by telephone or video"
	case m.Place.City != "" && m.Place.Host != "" && t.PartyName(m.Place.Host) != m.Place.City:
		return m.Place.City + ", " + t.PartyName(m.Place.Host)
	}
	return Place(t, m)
}

// DateLong is the date or the span of days: 11–12 July 2023.
func DateLong(m *model.Meeting) string {
	if m.End.IsZero() || m.End == m.Date {
		return m.Date.Long()
	}
	if m.Date.Precision() == model.PrecisionDay && m.End.Precision() == model.PrecisionDay && m.Date.MonthOf() == m.End.MonthOf() {
		return strconv.Itoa(int(m.Date.Day)) + "–" + m.End.Long()
	}
	return m.Date.Long() + " – " + m.End.Long()
}

// Day is the day within its month for a list: the weekday and the number, or
// dashes for what is not known.
func Day(d model.Date) (weekday, day string) {
	if d.Precision() != model.PrecisionDay {
		return "", "–"
	}
	return d.Weekday().String()[:3], strconv.Itoa(int(d.Day))
}

// Status says in a word what became of it; empty where it was held.
func Status(s model.Status) string {
	switch s {
	case model.StatusPlanned:
		return "planned"
	case model.StatusOff:
		return "did not take place"
	case model.StatusHeld:
	}
	return ""
}

// Outlet is who published an article, as far as it tells: else its byline, else its file.
func Outlet(a *model.Article) string {
	switch {
	case a.Source != "":
		return a.Source
	case a.Byline != "":
		return a.Byline
	}
	return a.ID
}

// Count puts a number before a noun: 1 meeting, 3 meetings, 1,234 meetings.
func Count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return Number(n) + " " + many
}

// Number writes n with a comma between thousands.
func Number(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0 && s[i-1] != '-'; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// Conflict says what the reports disagree on.
func Conflict(c model.Conflict) string {
	parts := make([]string, 0, len(c.Values))
	for _, v := range c.Values {
		parts = append(parts, fmt.Sprintf("%s (%d)", v.Value, v.Reports))
	}
	return c.Field + ": " + strings.Join(parts, " or ")
}

// Amended says in a few words what the user has corrected: ‘corrected: date, people’; empty where nothing is.
func Amended(m *model.Meeting) string {
	var fields []string
	for _, a := range m.Amended {
		if !slices.Contains(fields, a.Field) {
			fields = append(fields, a.Field)
		}
	}
	if len(fields) == 0 {
		return ""
	}
	return "corrected: " + strings.Join(fields, ", ")
}

// Held says how many meetings were held, and how many others there are: 8 meetings, besides 2 planned and 1 off.
func Held(held, planned, off int) string {
	var rest []string
	if planned > 0 {
		rest = append(rest, Number(planned)+" planned")
	}
	if off > 0 {
		rest = append(rest, Number(off)+" off")
	}
	out := Count(held, "meeting", "meetings")
	if len(rest) > 0 {
		out += ", besides " + strings.Join(rest, " and ")
	}
	return out
}

// Miss says which words of a filter match nothing, and what would match something,
// as sentences; empty where nothing is known of either.
func Miss(m model.Miss) string {
	var out string
	words := make([]string, len(m.Nothing))
	for i, t := range m.Nothing {
		words[i] = t.String()
	}
	switch len(words) {
	case 0:
	case 1:
		out = words[0] + " alone finds nothing."
	default:
		out = strings.Join(words[:len(words)-1], ", ") + " and " + words[len(words)-1] + " alone find nothing."
	}
	parts := make([]string, len(m.Instead))
	for i, o := range m.Instead {
		parts[i] = o.Filter.String() + " finds " + Number(o.N)
	}
	if len(parts) > 0 {
		out = strings.TrimSpace(out + " Instead: " + strings.Join(parts, "; ") + ".")
	}
	return out
}

// Rhythm puts how people meet into sentences: how often, and how and where.
func Rhythm(r model.Rhythm) []string {
	var out []string
	if r.Days == 2 { // one gap has no average
		out = append(out, fmt.Sprintf("%s lie between the two, from %s to %s.", Count(r.Longest, "day", "days"), r.From.Long(), r.To.Long()))
	}
	if r.Days > 2 {
		out = append(out, fmt.Sprintf("Every %s on average; the longest gap is %s, from %s to %s.",
			Count(r.Average, "day", "days"), Count(r.Longest, "day", "days"), r.From.Long(), r.To.Long()))
	}
	var parts []string
	if r.InPerson > 0 {
		parts = append(parts, Count(r.InPerson, "time in person", "times in person"))
	}
	if r.Calls > 0 {
		parts = append(parts, Count(r.Calls, "call", "calls"))
	}
	if r.Places > 1 {
		parts = append(parts, fmt.Sprintf("most often in %s (%d)", r.Place, r.Places))
	}
	if len(parts) > 0 {
		out = append(out, strings.ToUpper(parts[0][:1])+strings.Join(parts, ", ")[1:]+".")
	}
	return out
}
