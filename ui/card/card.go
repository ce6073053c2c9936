// Package card sets the facts of a meeting as a page: who, when, where, what
// about, and who reports it.
package card

import (
	"fmt"
	"strconv"
	"strings"

	"entente/model"
	"entente/text"
	"entente/ui/cells"
	"entente/ui/describe"
	"entente/ui/evidence"
	"entente/ui/list"
	"entente/ui/theme"
)

// Card is what a page is made of.
type Card struct {
	Styles   *theme.Styles
	Timeline *model.Timeline
	Meeting  *model.Meeting
	Hubs     map[string]bool
	Report   int            // which of the reports is being looked at
	Mark     model.Mark     // what the user noted
	Sought   []model.Phrase // what the filter has found in the articles
}

// Head is the title, the date and place, and what kind of meeting it was.
func (c Card) Head(w int) []string {
	st, m := c.Styles, c.Meeting
	title := cells.NewLine(st, w)
	which := ""
	if n := len(m.Reports); n > 1 {
		which = fmt.Sprintf("report %d of %d", c.Report+1, n)
	}
	room := w
	if which != "" && w >= 40 {
		room = w - len(which) - 2
	}
	title.PutIn(st.Strong, describe.Title(c.Timeline, m, c.Hubs), room)
	if room < w {
		title.Gap(2).Put(st.Subtle, which)
	}
	when := cells.NewLine(st, w).Put(st.Text, describe.DateLong(m))
	if p := describe.PlaceLong(c.Timeline, m); p != "" {
		when.Gap(1).Put(st.Subtle, st.Glyphs.Dot).Gap(1).Put(st.Text, p)
	}
	glyph, ink := list.Glyph(st, m)
	kind := cells.NewLine(st, w).Put(ink, glyph).Gap(1).Put(st.Subtle, m.Status.String()+", "+kindWord(m.Kind))
	if m.Confidence > 0 {
		kind.Gap(1).Put(st.Subtle, st.Glyphs.Dot).Gap(1).Put(st.Subtle, Confidence(m.Confidence))
	}
	if s := describe.Amended(m); s != "" {
		kind.Gap(1).Put(st.Subtle, st.Glyphs.Dot).Gap(1).Put(st.Accent, st.Glyphs.Amended).Gap(1).Put(st.Subtle, s)
	}
	return []string{title.String(), when.String(), kind.String()}
}

func kindWord(k model.Kind) string {
	switch k {
	case model.KindCall:
		return "by telephone or video"
	case model.KindSummit:
		return "a summit"
	case model.KindMeeting:
	}
	return "in person"
}

// Confidence is a share as people say it.
func Confidence(c float64) string {
	return strconv.Itoa(min(int(c*100+0.5), 99)) + " % sure" // what rules read is never certain
}

// narrow is the width below which an office beside a name would only be cut.
const narrow = 40

// People lists who took part with their offices, at most so many rows (0 is all).
func (c Card) People(w, most int) []string {
	st, m := c.Styles, c.Meeting
	column := 0
	for _, p := range m.People {
		column = max(column, text.Width(p.Name))
	}
	column = min(column, w/2)
	var rows []string
	for i, p := range m.People {
		if most > 0 && i == most-1 && len(m.People) > most {
			more := fmt.Sprintf("and %d more", len(m.People)-i)
			return append(rows, cells.NewLine(st, w).Put(st.Subtle, more).String())
		}
		office := p.Office
		if office == "" && p.Party != "" {
			office = c.Timeline.PartyName(p.Party)
		}
		if w < narrow {
			rows = append(rows, cells.NewLine(st, w).Put(st.Strong, p.Name).Gap(1).Put(st.Subtle, string(p.Party)).String())
			continue
		}
		rows = append(rows, cells.NewLine(st, w).PutIn(st.Strong, p.Name, column).Gap(3).Put(st.Subtle, office).String())
	}
	told := map[model.Party]bool{}
	for _, p := range m.People {
		told[p.Party] = true
	}
	for _, p := range m.Parties {
		if !told[p] {
			rows = append(rows, cells.NewLine(st, w).PutIn(st.Strong, c.Timeline.PartyName(p), column).Gap(3).Put(st.Subtle, "nobody named").String())
		}
	}
	return rows
}

// Page is the whole preview.
func (c Card) Page(w, h int) []string {
	st, m := c.Styles, c.Meeting
	empty := cells.Spaces(w)
	rows := append(c.Head(w), c.noted(w)...)
	rows = append(rows, empty)
	rows = append(rows, c.People(w, max(4, h/3))...)
	if s := c.summary(); s != "" {
		rows = append(rows, empty)
		rows = append(rows, cells.Flow(st, []cells.Run{{Ink: st.Text, Text: s}}, w, max(3, h/3))...)
	}
	if found := c.found(); found != nil {
		rows = append(rows, empty)
		rows = append(rows, cells.Flow(st, found, w, max(3, h/4))...)
	}
	rows = append(rows, empty)
	if len(m.Topics) > 0 {
		runs := []cells.Run{{Ink: st.Subtle, Text: "about "}}
		for i, t := range m.Topics {
			if i > 0 {
				runs = append(runs, cells.Run{Ink: st.Subtle, Text: ", "})
			}
			runs = append(runs, cells.Run{Ink: st.Text, Text: t})
		}
		rows = append(rows, cells.Flow(st, runs, w, 3)...)
	}
	for _, x := range m.Conflicts {
		rows = append(rows, cells.NewLine(st, w).Put(st.Off, st.Glyphs.Conflict).Gap(1).Put(st.Text, describe.Conflict(x)).String())
	}
	for _, x := range m.Amended {
		line := cells.NewLine(st, w).Put(st.Accent, st.Glyphs.Amended).Gap(1).Put(st.Text, x.Field+": "+x.Change(st.Glyphs.Arrow))
		rows = append(rows, line.Gap(2).Put(st.Subtle, x.Source()).String())
	}
	rows = append(rows, c.reports(w)...)
	return rows
}

// noted is what the user noted: words in one row, the note below.
func (c Card) noted(w int) []string {
	st, k := c.Styles, c.Mark
	if k.IsZero() {
		return nil
	}
	line := cells.NewLine(st, w)
	put := func(glyph, word string) {
		if line.At() > 0 {
			line.Gap(2)
		}
		line.Put(st.Accent, glyph).Gap(1).Put(st.Subtle, word)
	}
	if k.Bookmarked {
		put(st.Glyphs.Bookmark, "bookmarked")
	}
	for _, t := range k.Tags {
		put(st.Glyphs.Tag, t)
	}
	if k.Read {
		put(st.Glyphs.Dot, "read")
	}
	var rows []string
	if line.At() > 0 {
		rows = append(rows, line.String())
	}
	if k.Note != "" {
		rows = append(rows, cells.Flow(st, []cells.Run{{Ink: st.Accent, Text: st.Glyphs.Note + " "}, {Ink: st.Text, Text: k.Note}}, w, 0)...)
	}
	return rows
}

// summary is what the report looked at says in two to four sentences.
func (c Card) summary() string {
	if c.Report >= len(c.Meeting.Reports) {
		return ""
	}
	a := c.Meeting.Reports[c.Report].Article.Whole()
	out := ""
	var outSb158 strings.Builder
	for _, s := range a.Summary {
		outSb158.WriteString(s.In(a.Text) + " ")
	}
	out += outSb158.String()
	return out
}

// found is the first sentence that says what the filter seeks: of the report looked at, or of another.
func (c Card) found() []cells.Run {
	const far = 1 << 20 // bytes of a text that are looked through: the page is drawn while somebody waits
	n := len(c.Meeting.Reports)
	for i := range n {
		a := c.Meeting.Reports[(c.Report+i)%n].Article
		if len(c.Sought) == 0 {
			break
		}
		a = a.Whole()
		for _, body := range []string{a.Text[:min(len(a.Text), far)], a.Title} {
			for _, p := range c.Sought {
				at := p.Find(body, 1)
				if len(at) == 0 {
					continue
				}
				sentence := evidence.Around(body, at[0])
				return []cells.Run{
					{Ink: c.Styles.Subtle, Text: "text "},
					{Ink: c.Styles.Text, Text: body[sentence.Start:at[0].Start]},
					{Ink: c.Styles.Match, Text: at[0].In(body)},
					{Ink: c.Styles.Text, Text: body[at[0].End:sentence.End]},
				}
			}
		}
	}
	return nil
}

// reports lists where it was read.
func (c Card) reports(w int) []string {
	st, m := c.Styles, c.Meeting
	head := describe.Count(len(m.Reports), "report", "reports")
	if len(m.Reports) > 1 {
		head += ", " + describe.Count(m.Sources, "independent source", "independent sources")
	}
	rows := []string{cells.Spaces(w), cells.NewLine(st, w).Put(st.Subtle, head).String()} //nolint:prealloc // a handful of rows.
	column := 0
	for _, r := range m.Reports {
		column = max(column, text.Width(text.Row(describe.Outlet(r.Article))))
	}
	column = min(column, w/3)
	for i, r := range m.Reports {
		line := cells.NewLine(st, w)
		ink := st.Text
		if i == c.Report && len(m.Reports) > 1 {
			line.Put(st.Gutter, st.Glyphs.Gutter).Gap(1)
		} else {
			line.Gap(2)
		}
		line.PutIn(ink, describe.Outlet(r.Article), column).Gap(2)
		line.PutIn(st.Subtle, r.Article.Published.String(), 10).Gap(2)
		line.Put(ink, r.Article.Title)
		rows = append(rows, line.String())
	}
	return rows
}
