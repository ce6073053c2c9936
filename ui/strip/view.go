package strip

import (
	"strconv"

	"entente/model"
	"entente/ui/cells"
	"entente/ui/describe"
	"entente/ui/theme"
)

// Height is the number of rows that View draws.
const Height = 3

const (
	label   = 11 // cells before the bars
	caption = 28 // cells after them
	widest  = 3  // cells of one bar at most
)

// window is the part of a series that is drawn: n buckets of each cells, from the first.
type window struct{ from, n, each int }

func (s *Series) window(width, cursor int) window {
	room := width - label - caption
	if room < 12 {
		room = width - label - 1
	}
	total := len(s.Meetings)
	if room <= 0 || total == 0 {
		return window{}
	}
	if total <= room {
		return window{0, total, min(widest, room/total)}
	}
	from := max(0, min(cursor-room/2, total-room))
	return window{from, room, 1}
}

// At returns the bucket that is drawn in a column, or -1.
func (s *Series) At(width, cursor, x int) int {
	w := s.window(width, cursor)
	if w.each == 0 || x < label || x >= label+w.n*w.each {
		return -1
	}
	return w.from + (x-label)/w.each
}

// Selection is a range of buckets that the user is drawing; a negative From is none.
type Selection struct{ From, To int }

func (s Selection) has(i int) bool {
	lo, hi := min(s.From, s.To), max(s.From, s.To)
	return s.From >= 0 && i >= lo && i <= hi
}

// View draws the bands, with the bucket of the cursor in the accent and its
// figures at the right.
func (s *Series) View(st *theme.Styles, width int, at model.Date, sel Selection) []string {
	cursor := s.Index(at)
	if len(s.Articles) < len(s.Meetings) {
		s.Articles = make([]int, len(s.Meetings))
	}
	w := s.window(width, cursor)
	meetings := cells.NewLine(st, width).Gap(1).PutIn(st.Subtle, "meetings", label-1)
	articles := cells.NewLine(st, width).Gap(1).PutIn(st.Subtle, "articles", label-1)
	band(meetings, st, s.Meetings, w, cursor, sel, func(i int) string {
		if s.Articles[i] == 0 {
			return st.Glyphs.Void // nothing was read of this time, so that silence is no finding
		}
		return st.Glyphs.Bars[0]
	})
	band(articles, st, s.Articles, w, cursor, sel, func(int) string { return st.Glyphs.Void })
	axis := cells.NewLine(st, width)
	s.axis(axis, st, w, cursor)
	if cursor >= 0 && meetings.Left() >= caption-1 {
		meetings.Gap(2).PutRight(st.Text, describe.Number(s.Meetings[cursor]), 4).Gap(2).Put(st.Text, s.Unit.Label(s.Start(cursor)))
		articles.Gap(2).PutRight(st.Subtle, describe.Number(s.Articles[cursor]), 4)
	}
	return []string{meetings.String(), articles.String(), axis.String()}
}

// band draws one row of bars, scaled to its own highest.
func band(l *cells.Line, st *theme.Styles, counts []int, w window, cursor int, sel Selection, empty func(int) string) {
	top := 0
	for _, n := range counts {
		top = max(top, n)
	}
	for i := w.from; i < w.from+w.n; i++ {
		ink, glyph := st.Text, Bar(st, counts[i], top)
		if counts[i] == 0 {
			ink, glyph = st.Subtle, empty(i)
		}
		switch {
		case sel.has(i):
			ink = st.MatchHere
		case i == cursor:
			ink = st.Gutter
		}
		l.Repeat(ink, glyph, w.each)
	}
}

// Bar is the glyph for n where top is the highest. Whatever is not nothing is seen.
func Bar(st *theme.Styles, n, top int) string {
	bars := st.Glyphs.Bars
	if n <= 0 || top <= 0 {
		return bars[0]
	}
	steps := len(bars) - 1
	return bars[max(1, min(steps, (n*steps+top-1)/top))]
}

// axis draws the years under the bars where they begin, and the place of the cursor.
func (s *Series) axis(l *cells.Line, st *theme.Styles, w window, cursor int) {
	l.Gap(label)
	caret := -1
	if cursor >= 0 {
		caret = label + (cursor-w.from)*w.each + (w.each-1)/2
	}
	for i := w.from; i < w.from+w.n; {
		year, next := s.Start(i).Year, i+1
		for next < w.from+w.n && s.Start(next).Year == year {
			next++
		}
		from, to := label+(i-w.from)*w.each, label+(next-w.from)*w.each
		yearOn(l, st, strconv.Itoa(int(year)), from, to, caret)
		i = next
	}
}

// yearOn draws one year of the axis, from one column to another. Where the
// caret would be under the name, the name stands behind it; where there is no
// room for that, the name itself is the caret.
func yearOn(l *cells.Line, st *theme.Styles, name string, from, to, caret int) {
	at, ink := from, st.Subtle
	if caret >= from && caret < from+len(name) {
		if at = caret + 1; at+len(name) > to {
			at, ink = from, st.MatchHere
		}
	}
	for l.At() < to && l.Left() > 0 {
		switch x := l.At(); {
		case x == at && at+len(name) <= to && l.Left() >= len(name):
			l.Put(ink, name)
		case x == caret:
			l.Put(st.Gutter, st.Glyphs.Caret)
		default:
			l.Put(st.Rule, st.Glyphs.Rule)
		}
	}
}
