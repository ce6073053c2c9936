package export

import (
	"crypto/sha256"
	"encoding/hex"
	"io"
	"slices"
	"strings"

	"entente/model"
	"entente/text"
)

// Set is what is exported: meetings in their order, and what is needed to tell of them.
type Set struct {
	Meetings []*model.Meeting
	Title    string                     // what the collection is called
	Filter   string                     // the filter that chose the meetings, empty for none
	Party    func(model.Party) string   // the name of a country or body; nil shows codes
	Marks    map[string]model.Mark      // the user's own notes and tags by ID, to go out with the meetings; nil for none
	RawCSV   bool                       // leave cells that a spreadsheet would run as they are
	hashes   map[*model.Article]string  // of articles' texts, computed once
	cites    map[*model.Report]citation // in the order of the meetings
}

// Format is a kind of file that a Set can be written as. A new one is a file
// and a row in formats.
type Format struct {
	Name    string // what the user types
	Ext     string // of a file's name, without the point
	Meaning string
	Marks   bool // the user's own notes and tags can go out in it
	Write   func(w io.Writer, s *Set) error
}

var formats = []Format{
	{"jsonl", "jsonl", "JSON Lines, one meeting a line, all fields", true, writeJSONL},
	{"csv", "csv", "a table for spreadsheets, one meeting a row", true, writeCSV},
	{"ics", "ics", "iCalendar, a whole-day entry for each meeting", false, writeICS},
	{"markdown", "md", "a chronology with numbered quotations", true, writeMarkdown},
	{"html", "html", "one page that can be opened, searched and filtered without entente", true, writeHTML},
	{"timelinejs", "json", "JSON for TimelineJS", false, writeTimelineJS},
	{"graphml", "graphml", "who met whom, as a graph", false, writeGraphML},
}

// Formats lists the formats in the order in which help shows them.
func Formats() []Format { return slices.Clone(formats) }

// ByName finds a format by its name or by the ending of a file's name.
func ByName(name string) (Format, bool) {
	i := slices.IndexFunc(formats, func(f Format) bool { return f.Name == name || f.Ext == name })
	if i < 0 {
		return Format{}, false
	}
	return formats[i], true
}

func (s *Set) party(p model.Party) string {
	if s.Party != nil {
		if n := s.Party(p); n != "" {
			return n
		}
	}
	return string(p)
}

// sentence tells a meeting in one line, without its day.
func (s *Set) sentence(m *model.Meeting) string {
	names := make([]string, 0, len(m.People))
	for _, p := range m.People {
		n := text.Row(p.Name)
		if p.Office != "" {
			n += " (" + text.Row(p.Office) + ")"
		}
		names = append(names, n)
	}
	verbs := map[model.Kind][3]string{
		model.KindMeeting: {"met", "are to meet", "did not meet"},
		model.KindCall:    {"spoke by telephone or video", "are to speak by telephone or video", "did not speak"},
		model.KindSummit:  {"took part in a gathering", "are to take part in a gathering", "did not come together"},
	}
	out := list(names) + " " + verbs[m.Kind][m.Status]
	if p := s.place(m); p != "" {
		out += " in " + p
	}
	return out + "."
}

// correction says of one fact what was corrected and which line of the user's is its source.
func correction(a model.Amendment) string {
	return text.Row(a.Field + ": " + a.Change("→") + " (" + a.Source() + ")")
}

// note is what the user noted of a meeting, in one row.
func (s *Set) note(m *model.Meeting) string {
	k := s.Marks[m.ID]
	var parts []string
	if k.Bookmarked {
		parts = append(parts, "Bookmarked.")
	}
	if len(k.Tags) > 0 {
		parts = append(parts, "Tags: "+text.Row(strings.Join(k.Tags, ", "))+".")
	}
	if k.Note != "" {
		parts = append(parts, "Note: "+text.Row(k.Note))
	}
	return strings.Join(parts, " ")
}

// place is city and country, as far as known.
func (s *Set) place(m *model.Meeting) string {
	city, host := text.Row(m.Place.City), ""
	if m.Place.Host != "" {
		host = text.Row(s.party(m.Place.Host))
	}
	switch {
	case city == "":
		return host
	case host == "" || host == city:
		return city
	}
	return city + ", " + host
}

// list joins names as a sentence does: A, B and C.
func list(names []string) string {
	if n := len(names); n > 1 {
		return strings.Join(names[:n-1], ", ") + " and " + names[n-1]
	}
	return strings.Join(names, "")
}

// when is a meeting's day, or its days.
func when(m *model.Meeting) string {
	if m.End.IsZero() || m.End == m.Date {
		return m.Date.Long()
	}
	return m.Date.Long() + " – " + m.End.Long()
}

// citation ties a meeting to the words of an article, so that anybody with the
// article can check them.
type citation struct {
	n      int    // from 1, in the order of the set
	quote  string // the words
	span   model.Span
	sha256 string // of the article's text as it was read, in hexadecimal
}

// cite numbers the quotations of all reports. A report without evidence is cited without words.
func (s *Set) cite() {
	if s.cites != nil {
		return
	}
	s.cites, s.hashes = map[*model.Report]citation{}, map[*model.Article]string{}
	for _, m := range s.Meetings {
		for _, r := range m.Reports {
			c := citation{n: len(s.cites) + 1, sha256: s.hash(r.Article)}
			for _, field := range [...]string{"people", "date"} {
				if e, ok := r.Find(field); ok {
					body := r.Article.Whole().Text
					c.span = sentenceAround(body, e.Span)
					c.quote = c.span.In(body)
					break
				}
			}
			s.cites[r] = c
		}
	}
}

// Sentence is the sentence of a text that a span stands in, or its line.
func Sentence(s string, at model.Span) string { return sentenceAround(s, at).In(s) }

// sentenceAround widens a span to the sentence that it stands in, or to its line.
func sentenceAround(s string, at model.Span) model.Span {
	if at.In(s) == "" {
		return at
	}
	start := 0
	for _, end := range [...]string{"\n", ". ", "! ", "? ", ".” ", ".\" "} {
		if i := strings.LastIndex(s[:at.Start], end); i >= 0 {
			start = max(start, i+len(end))
		}
	}
	stop := len(s)
	for _, end := range [...]string{"\n", ". ", "! ", "? ", ".” ", ".\" "} {
		if i := strings.Index(s[at.End:], end); i >= 0 {
			stop = min(stop, at.End+i+len(strings.TrimRight(end, " \n")))
		}
	}
	return model.Span{Start: start, End: stop}
}

func (s *Set) hash(a *model.Article) string {
	h, ok := s.hashes[a]
	if !ok {
		sum := sha256.Sum256([]byte(a.Whole().Text))
		h = hex.EncodeToString(sum[:])
		s.hashes[a] = h
	}
	return h
}

// outlet names where an article appeared, as far as it tells.
func outlet(a *model.Article) string {
	switch {
	case a.Source != "":
		return text.Row(a.Source)
	case a.Byline != "":
		return text.Row(a.Byline)
	}
	return text.Row(a.ID)
}

func writeJSONL(w io.Writer, s *Set) error {
	j := NewJSONL(w, false)
	j.marks = s.Marks
	for _, m := range s.Meetings {
		if err := j.Meeting(m); err != nil {
			return err
		}
	}
	return j.Close()
}
