package ui

import "entente/ui/strip"

// rect is a part of the screen; with no width or no height it is not there.
type rect struct{ x, y, w, h int }

func (r rect) has(x, y int) bool { return x >= r.x && x < r.x+r.w && y >= r.y && y < r.y+r.h }

func (r rect) empty() bool { return r.w <= 0 || r.h <= 0 }

// layout is where everything stands. It is one value, made by one pure
// function, so that drawing, mouse and tests agree.
type layout struct {
	width, height int

	header   rect
	strips   rect
	facets   rect // a column of values, at the left
	list     rect
	side     rect // the preview, or a layer that stands in its place
	evidence rect
	status   rect

	body rect // what a layer over all panes takes: everything between header and status
	main rect // facets, list and side together
}

// wants is what the user has switched on.
type wants struct {
	preview bool
	stacked bool // preview below the list and not beside it
	column  bool // the facet column
	strips  bool
	speech  bool // one thing at a time: no strips, no column, nothing beside the list
}

// The widths and heights at which a pane appears. Below, it is on a key.
const (
	wideEnough    = 100 // list and preview
	columnEnough  = 160 // facets, list and preview
	stripsEnough  = 24
	columnWidth   = 30
	stackedEnough = 20
)

// arrange lays the screen out for a size.
func arrange(width, height int, want wants) layout {
	width, height = max(width, 0), max(height, 0)
	if want.speech {
		want.strips, want.column, want.preview = false, false, false
	}
	l := layout{width: width, height: height}
	top, bottom := 0, height
	if height >= 3 {
		l.header = rect{0, 0, width, 1}
		top = 1
	}
	if height >= 2 {
		bottom--
		l.status = rect{0, bottom, width, 1}
	}
	l.body = rect{0, top, width, bottom - top}
	if want.strips && height >= stripsEnough && width >= 40 {
		l.strips = rect{0, top, width, strip.Height}
		top += strip.Height
	}
	evidence := 0
	switch {
	case height >= stripsEnough:
		evidence = 2
	case height >= 12:
		evidence = 1
	}
	if evidence > 0 {
		bottom -= evidence
		l.evidence = rect{0, bottom, width, evidence}
	}
	l.main = rect{0, top, width, bottom - top}
	l.panes(want)
	return l
}

// panes shares the main part among facets, list and side. Between two
// neighbours stands one column for the rule.
func (l *layout) panes(want wants) {
	x, w := 0, l.main.w
	if want.column && l.width >= columnEnough {
		l.facets = rect{0, l.main.y, columnWidth, l.main.h}
		x, w = columnWidth+1, w-columnWidth-1
	}
	l.list = rect{x, l.main.y, w, l.main.h}
	switch {
	case !want.preview:
	case want.stacked && l.main.h >= stackedEnough/2 && w >= 40:
		h := l.main.h / 2
		l.list.h = l.main.h - h - 1
		l.side = rect{x, l.main.y + l.list.h + 1, w, h}
	case !want.stacked && l.width >= wideEnough:
		// The list wants to show people; more than that is better spent on the preview.
		lw := min(max(w*48/100, 48), 76)
		l.list.w = lw
		l.side = rect{x + lw + 1, l.main.y, w - lw - 1, l.main.h}
	}
}
