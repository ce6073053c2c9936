package decode

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
)

// decodeCSV reads a table whose first row names its columns. Rows are records
// from 1; the header is not counted.
func decodeCSV(d *decoder, in input) error {
	head, _ := in.r.Peek(headSize)
	cells := &cellWatch{r: d.coding.reader(in.r), comma: separator(head), begins: true}
	limit := &recordLimit{r: cells, what: "a record"}
	r := csv.NewReader(limit)
	r.Comma = cells.comma
	r.FieldsPerRecord = -1 // a row may lack its last cells
	r.LazyQuotes = true
	r.ReuseRecord = true
	names, err := r.Read()
	if err != nil {
		return fmt.Errorf("header: %w", err)
	}
	columns, record := d.columns.fields(names), 1
	if !slices.ContainsFunc(columns, func(k field) bool { return k == fieldText || k == fieldTitle || k == fieldHTML || k == fieldSummary }) {
		return &SkipError{"is a table without a column for title or text; --columns text=3,title=1 says where they are"}
	}
	if d.columns.numbered() && !slices.ContainsFunc(names, func(n string) bool { return fieldOf(n) != fieldNone }) {
		if err := d.row(in, columns, names, record); err != nil { // there is no header
			return err
		}
		record++
	}
	for ; ; record++ {
		limit.read = 0
		row, err := r.Read()
		if errors.Is(err, io.EOF) {
			if cells.quoted {
				return fmt.Errorf("record %d: %w", record-1, errOpenCell)
			}
			return nil
		}
		if err != nil {
			return fmt.Errorf("record %d: %w", record, err)
		}
		if err := d.row(in, columns, row, record); err != nil {
			return err
		}
	}
}

// errOpenCell is not told by encoding/csv, which is asked not to mind quotation marks inside a cell.
var errOpenCell = errors.New("a cell that began with a quotation mark goes on to the end of the file")

// cellWatch tells whether a table ends inside a quoted cell.
type cellWatch struct {
	r      io.Reader
	comma  rune
	begins bool // the next byte is the first of a cell
	quoted bool // inside a quoted cell
	mark   bool // the last byte was a quotation mark in one: its end, or one of two that stand for one
}

// Read reads on.
func (c *cellWatch) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	for _, b := range p[:n] {
		switch between := rune(b) == c.comma || b == '\n' || b == '\r'; {
		case c.quoted && c.mark && between:
			c.quoted, c.mark, c.begins = false, false, true
		case c.quoted:
			c.mark = b == '"' && !c.mark
		case c.begins && b == '"':
			c.quoted, c.begins = true, false
		default:
			c.begins = between
		}
	}
	if errors.Is(err, io.EOF) && c.mark {
		c.quoted = false
	}
	return n, err //nolint:wrapcheck // passes the stream's own errors, io.EOF among them.
}

// row gives the article of one row; an empty one is counted and gives nothing.
func (d *decoder) row(in input, columns []field, row []string, record int) error {
	var f fields
	for i, cell := range row[:min(len(row), len(columns))] {
		f.put(columns[i], cell)
	}
	if !f.any() {
		return nil
	}
	a := f.article()
	a.Record = record
	return d.give(in, a)
}

// separator is what parts the header's names: the most frequent of tab, semicolon and comma.
func separator(head []byte) rune {
	line, _, _ := bytes.Cut(head, []byte("\n"))
	best := ','
	for _, c := range ";\t" {
		if bytes.Count(line, []byte(string(c))) > bytes.Count(line, []byte(string(best))) {
			best = c
		}
	}
	return best
}
