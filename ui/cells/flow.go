package cells

import (
	"strings"

	"entente/text"
	"entente/ui/theme"
)

// Run is a stretch of running text in one ink.
type Run struct {
	Ink  theme.Ink
	Text string
	Tag  int // carried along, for callers that choose the ink later
}

// word is what stands between two spaces: pieces, for the ink may change within it.
type word struct {
	pieces []Run
	width  int
	space  Run // the space before it, which is marked when it lies within a marked run
}

// Flow sets runs as one paragraph in rows of exactly w cells, no more than most of
// them (0 is any number). What does not fit is cut with an ellipsis.
func Flow(st *theme.Styles, runs []Run, w, most int) []string {
	all := FlowRuns(runs, w)
	rows := make([]string, 0, len(all))
	for i, row := range all {
		if most > 0 && i == most-1 && i < len(all)-1 {
			return append(rows, cutRow(st, row, w))
		}
		rows = append(rows, NewLine(st, w).PutRuns(row).String())
	}
	return rows
}

// cutRow draws a row that is not the last of its paragraph: as much of it as
// leaves room for the ellipsis.
func cutRow(st *theme.Styles, row []Run, w int) string {
	n := 0
	for _, r := range row {
		n += text.Width(r.Text)
	}
	for len(row) > 0 && n > w-2 {
		n -= text.Width(row[len(row)-1].Text)
		row = row[:len(row)-1]
	}
	for len(row) > 0 && row[len(row)-1].Text == " " {
		row = row[:len(row)-1]
	}
	line := NewLine(st, w).PutRuns(row)
	ellipsis(st, line)
	return line.String()
}

// PutRuns writes a row that FlowRuns made, spaces and all. What is clean stays as it is; a Line takes nothing else.
func (l *Line) PutRuns(row []Run) *Line {
	for _, r := range visualRuns(l.st, row) {
		s := Cut(l.st, plain(l.st, text.Name(r.Text)), l.Left())
		r.Ink.Write(&l.b, s)
		l.at += text.Width(s)
	}
	return l
}

// FlowRuns sets runs as one paragraph and returns the runs of each row, with
// the spaces between the words. A word wider than a row is broken.
func FlowRuns(runs []Run, w int) [][]Run {
	if w <= 0 {
		return nil
	}
	var rows [][]Run
	var row []Run
	at := 0
	for _, wd := range split(runs) {
		if at > 0 && at+1+wd.width > w {
			rows, row, at = append(rows, row), nil, 0
		}
		if at > 0 {
			row = append(row, wd.space)
			at++
		}
		for _, p := range wd.pieces {
			for n := text.Width(p.Text); at+n > w; n = text.Width(p.Text) {
				head := cutPlain(p.Text, w-at)
				if head == "" && at == 0 {
					p.Text = "" // not one character fits: drop the word rather than loop
					break
				}
				if head != "" {
					row = append(row, Run{p.Ink, head, p.Tag})
				}
				rows, row, at = append(rows, row), nil, 0
				p.Text = p.Text[len(head):]
			}
			if p.Text != "" {
				row = append(row, p)
				at += text.Width(p.Text)
			}
		}
	}
	if at > 0 {
		rows = append(rows, row)
	}
	return rows
}

func ellipsis(st *theme.Styles, l *Line) {
	if l.Left() > 1 {
		l.Gap(1)
	}
	l.Put(st.Subtle, st.Glyphs.Ellipsis)
}

// split cuts runs into words.
func split(runs []Run) []word {
	var out []word
	open := false // the last word may go on
	for _, r := range runs {
		s := text.Body(r.Text)
		within := false // a space here lies between two words of this run
		for s != "" {
			i := strings.IndexAny(s, " \n")
			switch {
			case i == 0:
				open = false
				s = strings.TrimLeft(s, " \n")
				continue
			case i < 0:
				i = len(s)
			}
			piece := Run{r.Ink, s[:i], r.Tag}
			n := text.Width(piece.Text)
			if open {
				last := &out[len(out)-1]
				last.pieces = append(last.pieces, piece)
				last.width += n
			} else {
				wd := word{pieces: []Run{piece}, width: n, space: Run{Text: " "}}
				if within {
					wd.space = Run{r.Ink, " ", r.Tag}
				}
				out = append(out, wd)
			}
			open, within = true, true
			s = s[i:]
		}
	}
	return out
}
