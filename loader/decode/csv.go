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
	limit := &recordLimit{r: utf8Reader(in.r), what: "a record"}
	r := csv.NewReader(limit)
	r.Comma = separator(head)
	r.FieldsPerRecord = -1 // a row may lack its last cells
	r.LazyQuotes = true
	r.ReuseRecord = true
	names, err := r.Read()
	if err != nil {
		return fmt.Errorf("header: %w", err)
	}
	names = slices.Clone(names)
	if !slices.ContainsFunc(names, func(n string) bool { k := fieldOf(n); return k == fieldText || k == fieldTitle || k == fieldHTML }) {
		return &SkipError{"is a table without a column for title or text"}
	}
	for record := 1; ; record++ {
		limit.read = 0
		row, err := r.Read()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("record %d: %w", record, err)
		}
		var f fields
		for i, cell := range row[:min(len(row), len(names))] {
			f.set(names[i], cell)
		}
		if !f.any() {
			continue
		}
		a := f.article()
		a.Record = record
		if err := d.give(in, a); err != nil {
			return err
		}
	}
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
