// Package evidence shows the words that a meeting was read from: as a strip of
// a row or two under the list, and at length, with what was weighed, as the
// answer to ‘why is this here?’.
package evidence

import (
	"cmp"
	"slices"
	"strings"

	"entente/model"
	"entente/ui/cells"
	"entente/ui/describe"
	"entente/ui/theme"
)

// Kind is which of the three questions a field answers.
type Kind uint8

// The kinds; Other is everything that is not marked on the page.
const (
	Other Kind = iota
	Who
	Where
	When
)

// Role tells which question a field of the evidence answers.
func Role(field string) Kind {
	switch field {
	case "people", "who", "participants", "person", "party", "parties", "countries":
		return Who
	case "place", "city", "host", "where":
		return Where
	case "date", "end", "when":
		return When
	}
	return Other
}

// Ink is how the words of a field are marked: who, where and when differ by an attribute.
func Ink(st *theme.Styles, field string) (theme.Ink, bool) {
	switch Role(field) {
	case Who:
		return st.Who, true
	case Where:
		return st.Where, true
	case When:
		return st.When, true
	case Other:
	}
	return theme.Ink{}, false
}

// Mark is a stretch of text that answers a question. Marks of one list do not overlap.
type Mark struct {
	model.Span
	Field string
}

// Marks lists the marked words of a report in order, overlaps left out.
func Marks(r *model.Report) []Mark {
	r = r.Whole()
	var out []Mark
	for _, e := range r.Evidence {
		if Role(e.Field) != Other && e.Start < e.End && e.In(r.Article.Text) != "" {
			out = append(out, Mark{e.Span, e.Field})
		}
	}
	slices.SortStableFunc(out, func(a, b Mark) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End))
	})
	end := 0
	return slices.DeleteFunc(out, func(m Mark) bool {
		if m.Start < end {
			return true
		}
		end = m.End
		return false
	})
}

// Sentence is the sentence of the report that carries most of its evidence.
func Sentence(r *model.Report) model.Span {
	r = r.Whole()
	body := r.Article.Text
	var best model.Span
	most := 0
	seen := map[int]bool{}
	for _, e := range r.Evidence {
		if e.Start >= e.End || e.In(body) == "" || e.Field == "published" {
			continue
		}
		s := Around(body, e.Span)
		if seen[s.Start] {
			continue
		}
		seen[s.Start] = true
		fields := map[string]bool{}
		for _, o := range r.Evidence {
			if o.Start >= s.Start && o.End <= s.End {
				fields[o.Field] = true
			}
		}
		if len(fields) > most {
			best, most = s, len(fields)
		}
	}
	return best
}

// Around widens a span to its sentence: to a line's end, or to a full stop
// that a space and a capital or a quotation mark follow.
func Around(s string, e model.Span) model.Span {
	const far = 600 // bytes: beyond, it is no sentence
	start := e.Start
	for start > 0 && s[start-1] != '\n' && e.Start-start < far {
		if start >= 2 && ends(s, start-2) {
			break
		}
		start--
	}
	end := e.End
	for end < len(s) && s[end] != '\n' && end-e.End < far {
		end++
		if end >= 1 && ends(s, end-1) {
			break
		}
	}
	for start < e.Start && (s[start] == ' ' || s[start]&0xc0 == 0x80) {
		start++
	}
	for end < len(s) && s[end]&0xc0 == 0x80 {
		end++
	}
	return model.Span{Start: start, End: end}
}

// ends tells that a sentence ends with byte i.
func ends(s string, i int) bool {
	if s[i] != '.' && s[i] != '!' && s[i] != '?' {
		return false
	}
	if i+2 >= len(s) || s[i+1] != ' ' {
		return i+1 >= len(s)
	}
	if next := s[i+2]; next >= 'a' && next <= 'z' || next >= '0' && next <= '9' {
		return false
	}
	word := s[strings.LastIndexAny(s[:i], " \n")+1 : i]
	return len(word) > 3 || strings.ToLower(word) == word // ‘Mr.’ and ‘J.’ end no sentence
}

// Runs cuts a stretch of text where its marks begin and end.
func Runs(st *theme.Styles, body string, span model.Span, marks []Mark) []cells.Run {
	var out []cells.Run
	at := span.Start
	for _, m := range marks {
		if m.End <= at || m.Start >= span.End {
			continue
		}
		from, to := max(m.Start, at), min(m.End, span.End)
		ink, _ := Ink(st, m.Field)
		out = append(out, cells.Run{Ink: st.Text, Text: body[at:from]}, cells.Run{Ink: ink, Text: body[from:to]})
		at = to
	}
	return append(out, cells.Run{Ink: st.Text, Text: body[at:span.End]})
}

// Strip draws the sentence that report k of a meeting was read from, in h rows.
func Strip(st *theme.Styles, m *model.Meeting, k, w, h int) []string {
	if h <= 0 {
		return nil
	}
	if m == nil || len(m.Reports) == 0 {
		return cells.Block(nil, w, h)
	}
	r := m.Reports[max(0, k)%len(m.Reports)].Whole()
	s := Sentence(r)
	if s.Start == s.End {
		line := cells.NewLine(st, w).Gap(1).Put(st.Subtle, "No sentence was kept for this report.")
		return cells.Block([]string{line.String()}, w, h)
	}
	var runs []cells.Run
	if s := describe.Amended(m); s != "" { // first, for what stands last may be cut
		runs = append(runs, cells.Run{Ink: st.Accent, Text: st.Glyphs.Amended + " "}, cells.Run{Ink: st.Subtle, Text: s + " " + st.Glyphs.Dot + " "})
	}
	runs = append(runs, cells.Run{Ink: st.Subtle, Text: st.Glyphs.QuoteOpen})
	runs = append(runs, Runs(st, r.Article.Text, s, Marks(r))...)
	runs = append(runs, cells.Run{Ink: st.Subtle, Text: st.Glyphs.QuoteClose + " "}, cells.Run{Ink: st.Subtle, Text: tail(st, m, r)})
	rows := cells.Flow(st, runs, w-2, h)
	for i := range rows {
		rows[i] = " " + rows[i] + " "
	}
	if w < 2 {
		rows = nil
	}
	return cells.Block(rows, w, h)
}

// tail says who wrote the sentence and, where a note tells how something was resolved and holds, that.
func tail(st *theme.Styles, m *model.Meeting, r *model.Report) string {
	out := describe.Outlet(r.Article)
	if e, ok := r.Find("date"); ok && e.Note != "" && len(m.AmendedIn("date")) == 0 {
		out += " " + st.Glyphs.Dot + " " + e.Note
	}
	return out
}

// account is rows that are written one below the other, some with the name of a field before them.
type account struct {
	st   *theme.Styles
	w    int
	rows []string
}

func (a *account) add(runs ...cells.Run) { a.rows = append(a.rows, cells.Flow(a.st, runs, a.w, 0)...) }
func (a *account) gap()                  { a.rows = append(a.rows, cells.Spaces(a.w)) }

// put writes a fact in at most so many rows (0 is all) and, below, how it is known.
func (a *account) put(field string, ink theme.Ink, words string, most int, how string) {
	const column = 10 // for the names of the fields
	for i, row := range cells.Flow(a.st, []cells.Run{{Ink: ink, Text: words}}, max(1, a.w-column), most) {
		head := cells.NewLine(a.st, min(column, a.w-1))
		if i == 0 {
			head.Put(a.st.Subtle, field)
		}
		a.rows = append(a.rows, head.String()+row)
	}
	for _, row := range cells.Flow(a.st, []cells.Run{{Ink: a.st.Subtle, Text: how}}, max(1, a.w-column), 0) {
		a.rows = append(a.rows, cells.Spaces(min(column, a.w-1))+row)
	}
}

// Why sets at length what each fact was read from, what the user has corrected
// (with a hint how that is taken back), and what was weighed.
func Why(st *theme.Styles, m *model.Meeting, k, w int, back string) []string {
	if m == nil || len(m.Reports) == 0 || w <= 0 {
		return nil
	}
	r := m.Reports[max(0, k)%len(m.Reports)].Whole()
	a := &account{st: st, w: w}
	a.add(cells.Run{Ink: st.Strong, Text: "Why this is here"})
	from := describe.Outlet(r.Article)
	if from != r.Article.ID { // an article without an outlet goes by its file
		from += ", " + r.Article.ID
	}
	a.add(cells.Run{Ink: st.Subtle, Text: "read from " + from})
	a.gap()
	a.amended(m, back)
	for _, e := range r.Evidence {
		a.evidence(m, r, e)
	}
	a.weighed(r)
	a.gap()
	a.add(cells.Run{Ink: st.Text, Text: sure(r)})
	for _, c := range m.Conflicts {
		a.add(cells.Run{Ink: st.Off, Text: st.Glyphs.Conflict + " "}, cells.Run{Ink: st.Text, Text: "The reports disagree on " + describe.Conflict(c)})
	}
	return a.rows
}

// amended tells the facts whose source is a line of the user's.
func (a *account) amended(m *model.Meeting, back string) {
	if len(m.Amended) == 0 {
		return
	}
	a.add(cells.Run{Ink: a.st.Accent, Text: a.st.Glyphs.Amended + " "}, cells.Run{Ink: a.st.Strong, Text: "Corrected"}, cells.Run{Ink: a.st.Subtle, Text: "  " + back})
	for _, x := range m.Amended {
		a.put(x.Field, a.st.Text, x.Change(a.st.Glyphs.Arrow), 0, x.Source())
	}
	a.gap()
	a.add(cells.Run{Ink: a.st.Strong, Text: "What the article says"})
}

func (a *account) evidence(m *model.Meeting, r *model.Report, e model.Evidence) {
	quote := e.In(r.Article.Text)
	ink, ok := Ink(a.st, e.Field)
	switch {
	case quote == "" && e.Note == "":
		return
	case quote == "": // a day that follows from another, a headline beside the text: the note says how
		quote, ink = "no words of the text", a.st.Subtle
	case !ok:
		ink = a.st.Text
	}
	how := "by the rule " + e.Rule
	if e.Note != "" {
		how = e.Note + ", " + how
	}
	if len(m.AmendedIn(e.Field)) > 0 {
		how += "; corrected"
	}
	const most = 4 // rows of a quotation
	a.put(e.Field, ink, quote, most, how)
}

func (a *account) weighed(r *model.Report) {
	if len(r.Trace) == 0 {
		return
	}
	a.gap()
	a.add(cells.Run{Ink: a.st.Strong, Text: "What was weighed"})
	for _, t := range r.Trace {
		for i, row := range cells.Flow(a.st, []cells.Run{{Ink: a.st.Text, Text: t}}, a.w-2, 0) {
			lead := "  "
			if i == 0 {
				lead = a.st.Subtle.Do(a.st.Glyphs.Dot) + " "
			}
			a.rows = append(a.rows, lead+row)
		}
	}
}

// sure puts the confidence into a sentence.
func sure(r *model.Report) string {
	return "Of a hundred facts read like these, about " + describe.Count(int(r.Confidence*100+0.5), "is", "are") + " right."
}
