package ui

import (
	"fmt"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"entente/model"
	"entente/ui/card"
	"entente/ui/cells"
	"entente/ui/describe"
)

// openDetails shows everything that is known about the meeting under the
// cursor, names of fields and all, or closes that again.
func (m *root) openDetails(call) tea.Cmd {
	if p, ok := m.top().(*sidePage); ok && p.title == "details" {
		return m.pop(false)
	}
	if mt := m.subject(); mt == nil {
		return nil
	}
	return m.push(&sidePage{page{title: "details", make: detailRows}})
}

func detailRows(m *root, w int) []string {
	st := m.st
	mt, report := m.looked()
	if mt == nil {
		return nil
	}
	rows := []string{cells.NewLine(st, w).Put(st.Strong, "Details").String(), cells.Spaces(w)}
	const column = 12
	add := func(name, value string) {
		if value == "" {
			return
		}
		for i, row := range cells.Flow(st, []cells.Run{{Ink: st.Text, Text: value}}, max(1, w-column), 0) {
			head := cells.NewLine(st, min(column, w-1))
			if i == 0 {
				head.Put(st.Subtle, name)
			}
			rows = append(rows, head.String()+row)
		}
	}
	add("id", mt.ID)
	add("date", mt.Date.String()+" "+mt.Date.Precision().String())
	add("end", mt.End.String())
	add("kind", mt.Kind.String())
	add("status", mt.Status.String())
	add("city", mt.Place.City)
	add("host", string(mt.Place.Host))
	for _, p := range mt.People {
		add("person", p.Name+", "+p.Office+", "+string(p.Party))
	}
	for _, p := range mt.Parties {
		add("party", string(p)+" "+m.tl.PartyName(p))
	}
	for _, t := range mt.Topics {
		add("topic", t)
	}
	add("confidence", card.Confidence(mt.Confidence))
	add("sources", strconv.Itoa(mt.Sources)+" independent")
	add("reported", mt.Reported().String())
	markDetails(m.mine.of[mt.ID], add)
	for _, c := range mt.Conflicts {
		add("conflict", describe.Conflict(c))
	}
	for i, r := range mt.Reports {
		rows = append(rows, cells.Spaces(w))
		name := "report " + strconv.Itoa(i+1)
		if i == report {
			name += " *"
		}
		add(name, r.Article.Title)
		reportDetails(r, add)
	}
	return rows
}

func markDetails(k model.Mark, add func(name, value string)) {
	if k.Read {
		add("mark", "read")
	}
	if k.Bookmarked {
		add("mark", "bookmarked")
	}
	add("tags", strings.Join(k.Tags, ", "))
	add("note", k.Note)
}

func reportDetails(r *model.Report, add func(name, value string)) {
	r = r.Whole()
	a := r.Article
	add("article", a.ID)
	add("outlet", a.Source)
	add("byline", a.Byline)
	add("published", a.Published.String())
	add("language", a.Lang)
	u, of := address(r)
	if of != "" {
		of = " (" + of + ", which it rests on)"
	}
	add("address", u+of)
	add("confidence", card.Confidence(r.Confidence))
	add("length", fmt.Sprintf("%s bytes, %d pieces of evidence", describe.Number(len(a.Text)), len(r.Evidence)))
}
