package export

import (
	"encoding/csv"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"entente/model"
	"entente/text"
)

var csvHeader = []string{
	"id", "date", "end", "precision", "kind", "status", "participants", "offices", "countries", "city", "host", "topics",
	"sources", "conflicts", "confidence", "title", "reports", "corrected",
}

// writeCSV writes one row a meeting. Several values of a cell are separated by
// semicolons. A cell that a spreadsheet would take for a formula begins with
// an apostrophe, unless the set says otherwise.
func writeCSV(w io.Writer, s *Set) error {
	c := csv.NewWriter(w)
	header := csvHeader
	if s.Marks != nil {
		header = append(slices.Clip(header), "bookmarked", "tags", "note")
	}
	if err := c.Write(header); err != nil {
		return fmt.Errorf("write: %w", err)
	}
	for _, m := range s.Meetings {
		cells := csvRow(m)
		if s.Marks != nil {
			k := s.Marks[m.ID]
			cells = append(cells, Cell(k.Bookmarked), Cell(k.Tags), k.Note)
		}
		row := make([]string, len(cells))
		for i, cell := range cells {
			row[i] = text.Row(cell)
			if !s.RawCSV {
				row[i] = harmless(row[i])
			}
		}
		if err := c.Write(row); err != nil {
			return fmt.Errorf("write: %w", err)
		}
	}
	c.Flush()
	if err := c.Error(); err != nil {
		return fmt.Errorf("write: %w", err)
	}
	return nil
}

func csvRow(m *model.Meeting) []string {
	names, offices, parties := make([]string, 0, len(m.People)), make([]string, 0, len(m.People)), make([]string, 0, len(m.Parties))
	reports, conflicts := make([]string, 0, len(m.Reports)), make([]string, 0, len(m.Conflicts))
	for _, p := range m.People {
		names, offices = append(names, p.Name), append(offices, p.Office)
	}
	for _, p := range m.Parties {
		parties = append(parties, string(p))
	}
	for _, r := range m.Reports {
		reports = append(reports, r.Article.ID)
	}
	for _, x := range m.Conflicts {
		conflicts = append(conflicts, x.Field)
	}
	corrected := make([]string, 0, len(m.Amended))
	for _, x := range m.Amended {
		corrected = append(corrected, correction(x))
	}
	several := func(v []string) string { return strings.Join(v, "; ") }
	return []string{
		m.ID, m.Date.String(), m.End.String(), m.Date.Precision().String(), m.Kind.String(), m.Status.String(), several(names), several(offices), several(parties),
		m.Place.City, string(m.Place.Host), several(m.Topics), strconv.Itoa(m.Sources), several(conflicts),
		strconv.FormatFloat(m.Confidence, 'f', 2, 64), m.Title, several(reports), several(corrected),
	}
}

// harmless keeps a spreadsheet from running a cell: CWE-1236. Where numbers have a
// decimal comma, spreadsheets part cells at semicolons, whatever stands between quotation marks:
// what stands behind one must not begin a formula either.
func harmless(cell string) string {
	parts := strings.SplitAfter(cell, ";")
	for i, p := range parts {
		if at := strings.TrimLeft(p, ` "`); strings.IndexAny(at, "=+-@\t\r|%＝＋－＠") == 0 {
			parts[i] = "'" + p
		}
	}
	return strings.Join(parts, "")
}
