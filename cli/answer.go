package cli

import (
	"bufio"
	"fmt"
	"strings"

	"entente/export"
	"entente/text"
)

// formats are what the commands that answer a question print; the first is for people.
func answerFormat() *choice { return newChoice("table", "jsonl", "csv") }

// answer prints a sheet for programs, or what people draws for people.
func (a *app) answer(format string, s *export.Sheet, people func(out *bufio.Writer)) error {
	var err error
	switch format {
	case "jsonl":
		err = s.WriteJSONL(a.Out)
	case "csv":
		err = s.WriteCSV(a.Out)
	default:
		out := bufio.NewWriter(a.colour())
		people(out)
		err = out.Flush()
	}
	if err != nil {
		return fmt.Errorf("standard output: %w", err)
	}
	return nil
}

// lines are rows of cells for people, to be printed in columns.
type lines struct {
	indent int
	right  map[int]bool // columns of numbers
	rows   [][]string
}

func (l *lines) add(cells ...string) { l.rows = append(l.rows, cells) }

// print sets the rows in columns, measured in cells. On a terminal the last column is cut to its width.
func (a *app) print(out *bufio.Writer, l *lines) {
	var width []int
	for _, row := range l.rows {
		for i, cell := range row {
			if i == len(width) {
				width = append(width, 0)
			}
			width[i] = max(width[i], text.Width(cell))
		}
	}
	last := 1 << 20
	if w, ok := terminalWidth(a.Out); ok {
		last = w - l.indent
		for _, n := range width[:max(0, len(width)-1)] {
			last -= n + 2
		}
	}
	for _, row := range l.rows {
		cells := make([]string, len(row))
		for i, cell := range row {
			switch {
			case l.right[i]:
				cells[i] = text.PadLeft(cell, width[i])
			case i == len(width)-1:
				cells[i] = a.cut(cell, max(last, 4))
			default:
				cells[i] = text.Pad(cell, width[i])
			}
		}
		_, _ = out.WriteString(strings.TrimRight(strings.Repeat(" ", l.indent)+strings.Join(cells, "  "), " ") + "\n") // Flush tells
	}
}
