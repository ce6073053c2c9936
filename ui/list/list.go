// Package list draws the meetings of a view, grouped by month, and keeps the
// cursor. It believes that it is the whole screen: it is told its size and
// draws exactly that. Whatever it does grows with the rows that are seen and
// with the months, never with the number of meetings.
package list

import (
	"sort"

	"entente/model"
	"entente/ui/theme"
)

// List is the pane. The zero List is empty; SetStyles, SetSize and SetView make it ready.
type List struct {
	st     *theme.Styles
	view   *model.View
	hubs   map[string]bool
	folded map[model.Date]bool
	marked map[string]bool
	noted  map[string]model.Mark
	fresh  map[string]model.News
	shape  groups

	// anchor is the row of the timeline that the user chose last. A filter
	// that hides it moves the cursor to its neighbour in time; when the filter
	// goes, the cursor comes back to it.
	anchor int32

	cursor        int // index in the view
	top           int // first line seen
	width, height int
	rule          bool // a vertical rule stands at the right: headings run into it
}

// SetStyles changes the inks.
func (l *List) SetStyles(st *theme.Styles) { l.st = st }

// SetHubs names the people who are in nearly every row, and so in none.
func (l *List) SetHubs(h map[string]bool) { l.hubs = h }

// SetRule tells whether a vertical rule stands at the right.
func (l *List) SetRule(on bool) { l.rule = on }

// SetSize changes the size; the cursor stays in sight.
func (l *List) SetSize(w, h int) {
	if l.width == w && l.height == h {
		return
	}
	l.width, l.height = w, h
	l.reveal()
}

// SetView shows another selection. The cursor stays on its meeting; where that
// is hidden, it goes to the nearest in time.
func (l *List) SetView(v *model.View) {
	// Where the cursor stands on the screen is kept too, so that nothing jumps that need not.
	offset := 0
	if l.view != nil && l.view.Len() > 0 {
		offset = l.shape.lineOf(l.cursor) - l.top
	}
	l.view = v
	l.shape = grouped(v, l.folded)
	l.cursor = nearest(v, l.anchor)
	if v.Len() > 0 {
		l.top = l.shape.lineOf(l.cursor) - offset
	}
	l.reveal()
}

// nearest finds the anchor in the view, or the meeting closest to where it would be.
func nearest(v *model.View, anchor int32) int {
	n := v.Len()
	if n == 0 {
		return 0
	}
	if v.Order != model.ByDate {
		for i, row := range v.Rows {
			if row == anchor {
				return i
			}
		}
		return 0
	}
	i := sort.Search(n, func(k int) bool {
		if v.Reverse {
			return v.Rows[k] <= anchor
		}
		return v.Rows[k] >= anchor
	})
	return min(i, n-1)
}

// Current returns the meeting under the cursor, or nil.
func (l *List) Current() *model.Meeting {
	if l.view == nil || l.view.Len() == 0 {
		return nil
	}
	return l.view.At(l.cursor)
}

// Index is the cursor's place in the view.
func (l *List) Index() int { return l.cursor }

// Len is the number of meetings shown.
func (l *List) Len() int { return l.shape.n }

// Select puts the cursor on a place in the view.
func (l *List) Select(index int) {
	if l.view == nil || l.view.Len() == 0 {
		return
	}
	l.cursor = max(0, min(index, l.view.Len()-1))
	l.anchor = l.view.Rows[l.cursor]
	l.reveal()
}

// SelectRow puts the cursor on a row of the timeline, or on its nearest neighbour.
func (l *List) SelectRow(row int32) {
	l.anchor = row
	if l.view != nil && l.view.Len() > 0 {
		l.cursor = nearest(l.view, row)
		l.reveal()
	}
}

// Anchor says which row of the timeline the next view's cursor belongs on: the
// rows of another timeline are others.
func (l *List) Anchor(row int32) { l.anchor = row }

// Move moves the cursor by n places; a folded month is one place.
func (l *List) Move(n int) {
	if l.shape.n > 0 {
		l.Select(l.shape.atStop(l.shape.stopOf(l.cursor) + n))
	}
}

// Page moves by a share of the height: 1 whole pages, 0.5 half ones.
func (l *List) Page(share float64) {
	rows := max(1, float64(l.height-1))
	n := int(rows * share)
	if n == 0 {
		n = 1
		if share < 0 {
			n = -1
		}
	}
	l.top += n
	l.Move(n)
}

// First and Last go to the ends.
func (l *List) First() { l.Select(0) }

// Last goes to the last meeting.
func (l *List) Last() { l.Select(l.shape.n - 1) }

// Month moves to the first meeting of the n-th month on from here; from the
// middle of a month, one back is its own beginning.
func (l *List) Month(n int) {
	if l.shape.bare || len(l.shape.all) == 0 {
		l.Move(n * max(1, l.height-1))
		return
	}
	k := l.shape.of(l.cursor)
	if n < 0 && l.cursor > l.shape.all[k].start && !l.shape.all[k].folded {
		n++
	}
	k = max(0, min(k+n, len(l.shape.all)-1))
	l.Select(l.shape.all[k].start)
}

// Day moves to the first meeting of the n-th other day on from here.
func (l *List) Day(n int) {
	for ; n > 0; n-- {
		day := l.date(l.cursor)
		i := l.cursor
		for i+1 < l.shape.n && l.date(i) == day {
			i++
		}
		l.Select(i)
	}
	for ; n < 0; n++ {
		i := max(0, l.cursor-1)
		for i > 0 && l.date(i-1) == l.date(i) {
			i--
		}
		l.Select(i)
	}
}

func (l *List) date(i int) model.Date {
	if i < 0 || i >= l.shape.n {
		return model.Date{}
	}
	return l.view.Date(i)
}

// Centre scrolls so that the cursor stands in the middle.
func (l *List) Centre() {
	if l.shape.n > 0 {
		l.top = l.shape.lineOf(l.cursor) - l.height/2
		l.reveal()
	}
}

// Scroll moves what is seen by n lines; the cursor moves only to stay in sight.
func (l *List) Scroll(n int) {
	l.top += n
	l.clamp()
	if l.shape.n == 0 {
		return
	}
	line := l.shape.lineOf(l.cursor)
	low, high := l.top+l.margin(), l.top+l.height-1
	if line < low {
		l.Move(l.shape.stopOf(l.at(low)) - l.shape.stopOf(l.cursor))
	} else if line > high {
		l.Move(l.shape.stopOf(l.at(high)) - l.shape.stopOf(l.cursor))
	}
}

// at is the meeting on a line or, on a heading, the first one below it.
func (l *List) at(line int) int {
	gr, i := l.shape.line(max(0, min(line, l.shape.lines()-1)))
	if i < 0 {
		return l.shape.all[gr].start
	}
	return i
}

// Click puts the cursor on what stands in a row of the pane. It reports whether that is a meeting.
func (l *List) Click(y int) bool {
	line := l.top + y
	if y < 0 || y >= l.height || line >= l.shape.lines() {
		return false
	}
	gr, i := l.shape.line(line)
	if i < 0 {
		l.fold(gr, !l.shape.all[gr].folded)
		return false
	}
	if y == 0 && l.sticky() {
		return false
	}
	l.Select(i)
	return true
}

// ToggleFold folds or opens the month of the cursor.
func (l *List) ToggleFold() {
	if k := l.group(); k >= 0 {
		l.fold(k, !l.shape.all[k].folded)
	}
}

// OpenFold opens the month of the cursor and reports whether it was folded.
func (l *List) OpenFold() bool {
	k := l.group()
	if k < 0 || !l.shape.all[k].folded {
		return false
	}
	l.fold(k, false)
	return true
}

// FoldAll folds or opens every month.
func (l *List) FoldAll(folded bool) {
	for i := range l.shape.all {
		l.setFold(i, folded)
	}
	l.shape.measure()
	if k := l.group(); k >= 0 && folded {
		l.Select(l.shape.all[k].start)
	}
	l.reveal()
}

func (l *List) group() int {
	if l.shape.bare || l.shape.n == 0 {
		return -1
	}
	return l.shape.of(l.cursor)
}

func (l *List) fold(k int, folded bool) {
	l.setFold(k, folded)
	l.shape.measure()
	if folded && l.shape.of(l.cursor) == k {
		l.Select(l.shape.all[k].start)
	}
	l.reveal()
}

func (l *List) setFold(k int, folded bool) {
	if l.folded == nil {
		l.folded = map[model.Date]bool{}
	}
	l.shape.all[k].folded = folded
	if folded {
		l.folded[l.shape.all[k].month] = true
	} else {
		delete(l.folded, l.shape.all[k].month)
	}
}

// SetFresh tells which meetings changes of files have brought, by ID. The map is only read.
func (l *List) SetFresh(m map[string]model.News) { l.fresh = m }

// SetMarked tells which meetings are marked, by ID. The map is only read.
func (l *List) SetMarked(m map[string]bool) { l.marked = m }

// SetMarks tells what the user noted about meetings, by ID. The map is only read.
func (l *List) SetMarks(m map[string]model.Mark) { l.noted = m }

// margin is the row that the heading of the month keeps at the top.
func (l *List) margin() int {
	if l.shape.bare || l.height < 3 {
		return 0
	}
	return 1
}

// sticky tells that the top row shows the heading of a month begun above it.
func (l *List) sticky() bool {
	if l.margin() == 0 || l.shape.n == 0 || l.top >= l.shape.lines() {
		return false
	}
	_, i := l.shape.line(l.top)
	return i >= 0
}

// reveal scrolls as little as is needed to see the cursor.
func (l *List) reveal() {
	l.clamp()
	if l.shape.n == 0 || l.height <= 0 {
		return
	}
	line := l.shape.lineOf(l.cursor)
	above := l.margin()
	if _, i := l.shape.line(line); i < 0 {
		above = 0 // the heading of a folded month may stand at the very top
	}
	if line-above < l.top {
		l.top = line - above
	}
	if line >= l.top+l.height {
		l.top = line - l.height + 1
	}
	l.clamp()
}

func (l *List) clamp() {
	l.top = max(0, min(l.top, l.shape.lines()-l.height))
}

// CursorRow is the row of the pane on which the cursor stands; -1 when the list is empty.
func (l *List) CursorRow() int {
	if l.shape.n == 0 || l.height <= 0 {
		return -1
	}
	return l.shape.lineOf(l.cursor) - l.top
}

// Heading tells that a row of the pane shows the heading of a month.
func (l *List) Heading(y int) bool {
	line := l.top + y
	if l.shape.bare || line >= l.shape.lines() {
		return false
	}
	_, i := l.shape.line(line)
	return i < 0 || y == 0 && l.sticky()
}

// Months lists the months of the view with their counts, in its order; nil when it is not sorted by date.
func (l *List) Months() []model.Count {
	out := make([]model.Count, 0, len(l.shape.all))
	for _, g := range l.shape.all {
		if !g.month.IsZero() {
			out = append(out, model.Count{Key: g.month.String(), Label: g.month.Long(), N: g.n})
		}
	}
	return out
}
