package ui

import (
	"context"
	"testing"

	"entente/ui/uitest"
)

func inTerminal(t *testing.T, w, h int) *uitest.Terminal {
	t.Helper()
	tl := uitest.Timeline()
	return uitest.Run(t, New(Options{Load: func(context.Context, func(Progress)) (Loaded, error) {
		return Loaded{Timeline: tl}, nil
	}}), w, h)
}

// The main job, end to end, as a person does it.
func TestTerminal_FilterReadAndQuit(t *testing.T) {
	x := inTerminal(t, 80, 24)
	x.Wait("January 2023").Wait("43 meetings")
	x.Type("/").Type("country:estonia").Wait("3 of 43 meetings").Type("\r").Wait("with:estonia").Gone("Joe Biden")
	x.Type("\x1b").Wait("The filter stays")
	x.Type("X").Wait("Joe Biden")
	x.Type("fl").Wait("type to find").Type("stolt").Gone("Meloni").Type("\r").Wait("5 of 43 meetings").Wait(`who:"Jens Stoltenberg"`)
	x.Type("j\r").Wait("NATO Secretary General").Wait("Home | World")
	x.Type("q").Wait("5 of 43 meetings").Wait("2/5")
	x.Type("q").Ended()
}

func TestTerminal_Resize(t *testing.T) {
	x := inTerminal(t, 80, 24)
	x.Wait("January 2023")
	x.Resize(200, 60).Wait("Countries and bodies")
	x.Resize(20, 5).Gone("Countries").Wait("43 meetings")
	x.Resize(120, 40).Wait("President of Ukraine")
}

func TestTerminal_SelectedRowHasTheCursor(t *testing.T) {
	x := inTerminal(t, 80, 24)
	x.Wait("▌  Thu 19")
	x.Type("j").Wait("▌  Fri  3")
}

// The mouse as a terminal tells of it: pressed on a bar, drawn over two more, let go.
func TestTerminal_ARangeByMouse(t *testing.T) {
	x := inTerminal(t, 80, 24)
	x.Wait("January 2023").Type(":mouse on\r").Wait("The mouse scrolls and clicks.")
	x.Type("\x1b[<0;15;2M").Type("\x1b[<32;16;2M").Type("\x1b[<32;17;2M").Type("\x1b[<0;17;2m").Wait("date:2023-04..2023-06")
}
