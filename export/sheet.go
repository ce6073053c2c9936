package export

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"strconv"
	"strings"

	"entente/text"
)

// Sheet is an answer in columns, for what is no list of meetings. A cell is a
// string, an int, a bool or a []string.
type Sheet struct {
	Columns []string // the names of the fields in JSON: a contract, they may grow and not change
	Rows    [][]any
}

// sheetRow prints its cells as an object in the order of the columns.
type sheetRow struct {
	columns []string
	cells   []any
}

// MarshalJSON writes the object.
func (r sheetRow) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	b.WriteByte('{')
	for i, name := range r.columns {
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteString(strconv.Quote(name) + ":")
		x := r.cells[i]
		if list, ok := x.([]string); ok && list == nil {
			x = []string{}
		}
		if err := enc.Encode(x); err != nil {
			return nil, fmt.Errorf("column %s: %w", name, err)
		}
		b.Truncate(b.Len() - 1) // the line end
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

// WriteJSONL writes one object a row.
func (s *Sheet) WriteJSONL(w io.Writer) error {
	j := NewJSONL(w, false)
	for _, cells := range s.Rows {
		if err := j.line(sheetRow{s.Columns, cells}); err != nil {
			return err
		}
	}
	return j.Close()
}

// WriteCSV writes the names of the columns and one row a row. Several values
// of a cell are separated by semicolons; a cell that a spreadsheet would take
// for a formula begins with an apostrophe.
func (s *Sheet) WriteCSV(w io.Writer) error {
	c := csv.NewWriter(w)
	rows := make([][]string, 0, len(s.Rows)+1)
	rows = append(rows, s.Columns)
	for _, cells := range s.Rows {
		row := make([]string, len(cells))
		for i, x := range cells {
			row[i] = Cell(x)
			if _, number := x.(int); !number {
				row[i] = harmless(row[i])
			}
		}
		rows = append(rows, row)
	}
	if err := c.WriteAll(rows); err != nil {
		return fmt.Errorf("write: %w", err)
	}
	return nil
}

// Cell is the value of a cell as clean text in one row.
func Cell(x any) string {
	switch x := x.(type) {
	case []string:
		return text.Row(strings.Join(x, "; "))
	case int:
		return strconv.Itoa(x)
	case bool:
		if x {
			return "yes"
		}
		return ""
	}
	s, _ := x.(string)
	return text.Row(s)
}

// JSON writes a value indented, for people to read as well.
func JSON(w io.Writer, v any) error { return indented(w, v, false) }

// indented writes a value; page tells that its strings may end up in a page as they are.
func indented(w io.Writer, v any, page bool) error {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(page)
	enc.SetIndent("", " ")
	err := enc.Encode(v)
	if err == nil {
		_, err = w.Write(text.JSON(b.Bytes()))
	}
	if err != nil {
		return fmt.Errorf("write: %w", err)
	}
	return nil
}
