package ui

import (
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
)

// surfaces are everything that can be on the screen, and the keys that open it.
var surfaces = []struct{ name, keys, typed string }{
	{"timeline", "", ""},
	{"empty result", "/", "nobody at all"},
	{"filter being typed", "/", "who:ka"},
	{"mistake in the filter", "/", "whoo:ka"},
	{"command line", ":", "th"},
	{"menu of a prefix", "g", ""},
	{"menu of facets", "f", ""},
	{"countries", "f c", ""},
	{"leaders, narrowed", "f l", "ka"},
	{"months", "f d", ""},
	{"help", "?", ""},
	{"help, narrowed", "?", "month"},
	{"why", "w", ""},
	{"reader", "enter", ""},
	{"reader, finding", "enter /", "air"},
	{"reader, source text", "enter g s", ""},
	{"why over the reader", "enter w", ""},
	{"stats", "g i", ""},
	{"stacked preview", "\\", ""},
	{"no preview", "p", ""},
	{"folded", "z M", ""},
	{"sorted by name", ", n", ""},
	{"a range", "v } }", ""},
	{"weeks", "+", ""},
	{"grid", "g m", ""},
	{"countries screen", "g c", ""},
	{"articles", "g a", ""},
	{"pair", "1 1 G &", ""},
	{"itinerary", "g r", ""},
	{"compare", "1 1 G c", ""},
	{"details", "1 1 G i", ""},
	{"by report", "T", ""},
	{"audit", ": a u d i t enter y n", ""},
	{"audit, ended", ": a u d i t space 3 enter y n y", ""},
	{"news", "g n", ""},
	{"writing", "W", "x."},
	{"noted", "b a", "ask"},
	{"messages", ": m e s s a g e s enter", ""},
}

// equipped lets a test start with all that there can be to see.
func equipped(o *Options) {
	everything(o)
	newsFrom(true, new(int))(o)
}

// exact checks that a frame has the terminal's size, to the cell.
func exact(t *testing.T, a *app, w, h int, what string) {
	t.Helper()
	if len(a.m.frame) != h {
		t.Fatalf("%s at %dx%d: %d rows\n%s", what, w, h, len(a.m.frame), a.screen())
	}
	for y, row := range a.m.frame {
		if n := ansi.StringWidth(row); n != w {
			t.Fatalf("%s at %dx%d: row %d has %d cells: %q", what, w, h, y, n, ansi.Strip(row))
		}
	}
	if c := a.m.cursor; c != nil && (c.X < 0 || c.Y < 0 || c.X >= w || c.Y >= h) {
		t.Fatalf("%s at %dx%d: the cursor is at %d,%d", what, w, h, c.X, c.Y)
	}
	if v, again := a.m.View(), a.m.View(); v.Content != again.Content {
		t.Fatalf("%s at %dx%d: View twice differs", what, w, h)
	}
}

func TestGeometry_EverySurfaceAtEverySize(t *testing.T) {
	looks := map[string]func(*Options){
		"colour": func(*Options) {}, "no colour": func(o *Options) { o.NoColor = true }, "ascii": func(o *Options) { o.ASCII = true },
		"light": func(o *Options) { o.Theme = "light" }, "speech": func(o *Options) { o.Speech = true },
	}
	step := 1
	if testing.Short() {
		step = 7
	}
	for look, change := range looks {
		for i, s := range surfaces {
			if look != "colour" && i%4 != 0 { // what differs is the inks and glyphs; a sample shows it
				continue
			}
			t.Run(fmt.Sprintf("%s/%s", look, s.name), func(t *testing.T) {
				t.Parallel()
				a := start(t, 80, 24, equipped, change)
				a.press(s.keys).typed(s.typed)
				for w := 0; w <= 250; w += 1 + step*(w/12) {
					for h := 0; h <= 60; h += 1 + step*(h/4) {
						a.size(w, h)
						exact(t, a, w, h, s.name)
					}
				}
			})
		}
	}
}

func TestGeometry_OpenedAtEverySize(t *testing.T) {
	for i, s := range surfaces {
		if testing.Short() && i%4 != 0 {
			continue
		}
		for _, size := range [][2]int{{1, 1}, {2, 2}, {20, 5}, {30, 8}, {80, 24}, {120, 40}, {200, 60}} {
			a := start(t, size[0], size[1], equipped)
			a.press(s.keys).typed(s.typed)
			exact(t, a, size[0], size[1], s.name)
			a.press("j down G k pgup")
			exact(t, a, size[0], size[1], s.name+", moved")
			a.press("esc esc esc")
			exact(t, a, size[0], size[1], s.name+", closed")
		}
	}
}

func TestGeometry_NothingOverlaps(t *testing.T) {
	for _, want := range []wants{{preview: true, column: true, strips: true}, {}, {preview: true, stacked: true, column: true, strips: true}, {preview: true, strips: true, speech: true}} {
		for w := range 260 {
			for h := range 70 {
				g := arrange(w, h, want)
				taken := map[[2]int]string{}
				for name, r := range map[string]rect{
					"header": g.header, "strips": g.strips, "facets": g.facets, "list": g.list, "side": g.side, "evidence": g.evidence, "status": g.status,
				} {
					if r.empty() {
						continue
					}
					if r.x < 0 || r.y < 0 || r.x+r.w > w || r.y+r.h > h {
						t.Fatalf("%dx%d: %s is %v", w, h, name, r)
					}
					for _, corner := range [][2]int{{r.x, r.y}, {r.x + r.w - 1, r.y}, {r.x, r.y + r.h - 1}, {r.x + r.w - 1, r.y + r.h - 1}} {
						if o, ok := taken[corner]; ok && o != name {
							t.Fatalf("%dx%d: %s and %s meet in %v", w, h, o, name, corner)
						}
						taken[corner] = name
					}
				}
			}
		}
	}
}

// Whatever the keys, and however often the size changes between them, the frame stays whole.
func TestGeometry_RandomKeys(t *testing.T) {
	keys := strings.Fields(`j k G g z f c l p w ? / : enter esc esc tab space backspace q ; J K n N & u ctrl+r ctrl+d ctrl+u pgdown pgup
		{ } ( ) + - v V * # X H L , r s d a M R = i t x ! b m M A 1 2 0 left right up down \ h end home y`)
	seed, n := uint32(11), 3000
	if testing.Short() {
		n = 600
	}
	a := start(t, 80, 24, equipped)
	for range n {
		seed = seed*1664525 + 1013904223
		k := keys[int(seed>>8)%len(keys)]
		if a.quitted() {
			a = start(t, 80, 24, equipped)
		}
		a.press(k)
		w, h := a.m.geo.width, a.m.geo.height
		if seed>>28 == 0 {
			w, h = int(seed>>4)%210, int(seed>>12)%64
			a.size(w, h)
		}
		exact(t, a, w, h, "after "+k)
	}
}
