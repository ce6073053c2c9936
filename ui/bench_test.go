package ui

import (
	"context"
	"sync"
	"testing"

	tea "charm.land/bubbletea/v2"

	"entente/model"
	"entente/ui/uitest"
)

const million = 1_000_000

var large = sync.OnceValue(func() *model.Timeline { return uitest.Large(million) })

func startLarge(b *testing.B) *app {
	b.Helper()
	tl := large()
	return start(b, 200, 60, func(o *Options) {
		o.Load = func(context.Context, func(Progress)) (Loaded, error) { return Loaded{Timeline: tl}, nil }
	})
}

// One frame at 200×60. Budget: 4 ms.
func BenchmarkFrame(b *testing.B) {
	a := start(b, 200, 60)
	b.ReportAllocs()
	for b.Loop() {
		a.m.compose()
		_ = a.m.View()
	}
}

// One frame over a million meetings: it must cost what it costs over forty.
func BenchmarkFrame_Million(b *testing.B) {
	a := startLarge(b)
	b.ReportAllocs()
	for b.Loop() {
		a.m.compose()
		_ = a.m.View()
	}
}

// j, to the finished frame, over a million meetings. Key repeat sends some 30 a second.
func BenchmarkDown_Million(b *testing.B) {
	a := startLarge(b)
	key := keyMsg("j")
	b.ReportAllocs()
	for b.Loop() {
		a.m.Update(key)
		_ = a.m.View()
	}
}

// One letter more and one less in the filter line, to the finished frame, over
// a million meetings. Budget: 16 ms each.
func BenchmarkFilterKey_Million(b *testing.B) {
	for _, bm := range []struct{ name, typed, letter string }{
		{"word", "kal", "l"}, {"who", "who:kal", "l"}, {"with", "with:eston", "i"}, {"date", "date:2010..201", "2"}, {"two terms", "in:kyiv who:sch", "o"},
	} {
		b.Run(bm.name, func(b *testing.B) {
			a := startLarge(b)
			a.press("/").typed(bm.typed)
			on, back := tea.KeyPressMsg{Code: rune(bm.letter[0]), Text: bm.letter}, keyMsg("backspace")
			b.ReportAllocs()
			for b.Loop() {
				a.m.Update(on)
				_ = a.m.View()
				a.m.Update(back)
				_ = a.m.View()
			}
			b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(2*b.N)/1000, "ms/key")
		})
	}
}

// What stands before the first frame: the model, its first view.
func BenchmarkFirstFrame(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		m := newRoot(context.Background(), Options{Load: func(context.Context, func(Progress)) (Loaded, error) { return Loaded{}, nil }})
		m.Update(tea.WindowSizeMsg{Width: 80, Height: 24})
		_ = m.View()
	}
}
