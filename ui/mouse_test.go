package ui

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
)

func TestFlow_MouseWheelAndClick(t *testing.T) {
	a := start(t, 80, 24, func(o *Options) { o.Mouse = true })
	a.send(tea.MouseWheelMsg{Button: tea.MouseWheelDown, X: 5, Y: 10})
	if a.m.list.l.Heading(0) && strings.Contains(a.row(4), "January") {
		t.Error("the wheel does not scroll")
	}
	a.press("g g")
	a.send(tea.MouseClickMsg{Button: tea.MouseLeft, X: 20, Y: 8})
	a.at("m02")
	a.send(tea.MouseClickMsg{Button: tea.MouseLeft, X: 20, Y: 8})
	a.has("Zelenskyy met with Charles Michel")
	a.press("q")
	a.send(tea.MouseClickMsg{Button: tea.MouseLeft, X: 11 + 6, Y: 1})
	a.send(tea.MouseReleaseMsg{Button: tea.MouseLeft, X: 11 + 6, Y: 1})
	if got := a.m.list.l.Current().Date.MonthOf().String(); got != "2023-07" {
		t.Errorf("a click on July's bar went to %s", got)
	}
	a.send(tea.MouseClickMsg{Button: tea.MouseLeft, X: 11 + 3, Y: 1})
	a.send(tea.MouseMotionMsg{Button: tea.MouseLeft, X: 11 + 5, Y: 1})
	a.send(tea.MouseReleaseMsg{Button: tea.MouseLeft, X: 11 + 5, Y: 1})
	a.has("date:2023-04..2023-06")
}

// A range ends where the mouse lets go, be there a meeting or not, and in
// whatever order the list stands; the bars do not move under the pointer.
func TestFlow_ARangeDrawnByMouseIsWhatWasDrawn(t *testing.T) {
	a := start(t, 60, 24, func(o *Options) { o.Mouse = true })
	a.press(", s + + g g").has("by sources")
	before := a.row(1)
	for _, x := range []int{11 + 4, 11 + 9, 11 + 6} {
		msg := tea.Mouse{Button: tea.MouseLeft, X: x, Y: 1}
		if x == 11+4 {
			a.send(tea.MouseClickMsg(msg))
		} else {
			a.send(tea.MouseMotionMsg(msg))
		}
		if a.row(1) != before {
			t.Fatalf("the bars moved from\n%s\nto\n%s", before, a.row(1))
		}
	}
	first, last := a.m.series.Range(a.m.bucketAt(11+4), a.m.bucketAt(11+6))
	a.send(tea.MouseReleaseMsg{Button: tea.MouseLeft, X: 11 + 6, Y: 1})
	if got, want := a.m.sel.filter.String(), "date:"+first.String()+".."+last.String(); got != want {
		t.Errorf("the filter is %s, want %s", got, want)
	}
}
