package reader

import (
	"unicode/utf8"

	"entente/text"
	"entente/ui/cells"
	"entente/ui/theme"
)

// View draws the pane: exactly height rows of exactly width cells.
func (r *Reader) View() []string {
	if r.m == nil || r.st == nil || r.width <= 0 {
		return cells.Block(nil, r.width, r.height)
	}
	left := cells.Spaces(r.margin())
	right := cells.Spaces(r.width - r.margin() - r.textWidth())
	rows := make([]string, 0, max(0, r.height))
	for y := r.top; y < min(r.top+r.height, r.total()); y++ {
		var row string
		switch i := y - len(r.card); {
		case i < 0:
			row = r.card[y]
		case i < r.count():
			at := i
			if r.shown != nil {
				at = r.shown[i]
			}
			row = r.draw(at)
		default:
			row = r.foot[i-r.count()]
		}
		rows = append(rows, left+row+right)
	}
	return cells.Block(rows, r.width, r.height)
}

// draw puts a line of the article into its inks, the matches of a search over all others.
func (r *Reader) draw(at int) string {
	l := r.lines[at]
	out := make([]cells.Run, 0, len(l.runs))
	pos, hinted := 0, ""
	for _, x := range l.runs {
		ink := r.page.ink(r.st, x)
		u := r.page.link(x.code)
		if u != "" && u == r.link {
			ink = r.st.MatchHere.Link(u)
		}
		if h, ok := r.hints[u]; ok && u != hinted && h.line == at {
			hinted = u
			n := under(x.text, len(h.letters))
			out = append(out, cells.Run{Ink: r.st.MatchHere, Text: text.Pad(text.Cut(h.letters, text.Width(x.text[:n])), text.Width(x.text[:n]))})
			x.text = x.text[n:]
			pos += n
		}
		for x.text != "" {
			n, hit, ok := r.until(at, pos, len(x.text))
			k := ink
			if ok {
				k = hit
			}
			out = append(out, cells.Run{Ink: k, Text: x.text[:n]})
			x.text = x.text[n:]
			pos += n
		}
	}
	return cells.NewLine(r.st, r.textWidth()).PutRuns(out).String()
}

// under is how many bytes of a text the letters of a hint cover: as many cells, in whole characters.
func under(s string, n int) int {
	at := 0
	for at < len(s) {
		_, size := utf8.DecodeRuneInString(s[at:])
		if text.Width(s[:at]) >= n && text.Width(s[at:at+size]) > 0 { // a mark belongs to the letter before it
			break
		}
		at += size
	}
	return at
}

// until tells how many of the next n bytes from pos of a line are all within
// one match, or all outside of any, and the ink of that match.
func (r *Reader) until(at, pos, n int) (int, theme.Ink, bool) {
	for i, m := range r.find.matches {
		if at < m.line || at >= m.end {
			continue
		}
		from, to := 0, 1<<30
		if at == m.line {
			from = m.from
		}
		if at == m.end-1 {
			to = m.to
		}
		switch {
		case pos >= to:
			continue
		case pos < from:
			return min(n, from-pos), theme.Ink{}, false
		}
		ink := r.st.Match
		if i == r.find.at {
			ink = r.st.MatchHere
		}
		return min(n, to-pos), ink, true
	}
	return n, theme.Ink{}, false
}
