package ui

import (
	"context"
	"testing"

	tea "charm.land/bubbletea/v2"

	"entente/ui/uitest"
)

// grown is how many times more a key may allocate over 25 times the meetings: fuller rows.
const grown = 1.3

// What a key allocates does not grow with the collection, and stays below its
// budget: unlike a time, the number is the same on every machine. A budget is
// what it was when it was set and a quarter more; it goes down with what is saved.
func TestAllocations(t *testing.T) {
	if testing.Short() {
		t.Skip("the race detector allocates too")
	}
	of := func(n int) *app {
		tl := uitest.Large(n)
		return start(t, 200, 60, func(o *Options) {
			o.Load = func(context.Context, func(Progress)) (Loaded, error) { return Loaded{Timeline: tl}, nil }
		})
	}
	few, many := of(2_000), of(50_000)
	for _, c := range []struct {
		name   string
		begin  func(a *app)
		keys   []tea.KeyPressMsg // and back again
		budget float64           // allocations
	}{
		{"a frame", func(*app) {}, nil, 1125},
		{"down and up", func(a *app) { a.press("5 0 j") }, []tea.KeyPressMsg{keyMsg("j"), keyMsg("k")}, 2715},
		{"a page", func(a *app) { a.press("g g") }, []tea.KeyPressMsg{keyMsg("ctrl+d"), keyMsg("ctrl+u")}, 2710},
		{"a letter of a word", func(a *app) { a.press("esc g g /").typed("kal") }, []tea.KeyPressMsg{{Code: 'l', Text: "l"}, keyMsg("backspace")}, 2430},
		{"a letter of a person", func(a *app) { a.press("esc esc /").typed("who:kal") }, []tea.KeyPressMsg{{Code: 'l', Text: "l"}, keyMsg("backspace")}, 2455},
	} {
		count := func(a *app) float64 {
			c.begin(a)
			return testing.AllocsPerRun(20, func() {
				if c.keys == nil {
					a.m.compose()
				}
				for _, k := range c.keys {
					a.m.Update(k)
				}
				_ = a.m.View()
			})
		}
		small, large := count(few), count(many)
		t.Logf("%s: %.0f allocations over 2,000 meetings, %.0f over 50,000", c.name, small, large)
		if large > c.budget {
			t.Errorf("%s makes %.0f allocations; its budget is %.0f", c.name, large, c.budget)
		}
		if large > small*grown {
			t.Errorf("%s makes %.0f allocations over 50,000 meetings and %.0f over 2,000", c.name, large, small)
		}
	}
}
