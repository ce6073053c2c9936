package theme

import (
	"image/color"
	"math"
	"reflect"
	"testing"

	"github.com/charmbracelet/x/ansi"
)

// Contrast of every role against the paper it was chosen for, by the formula of WCAG 2.
func TestPalettes_EveryRoleCanBeRead(t *testing.T) {
	const least = 4.5
	for _, p := range palettes {
		roles := map[string]color.Color{
			"text": p.Text, "subtle": p.Subtle, "accent": p.Accent, "held": p.Held, "planned": p.Planned, "off": p.Off,
		}
		for role, c := range roles {
			if c == nil {
				t.Errorf("%s: %s has no colour", p.Name, role)
				continue
			}
			if got := contrast(c, p.Paper); got < least {
				t.Errorf("%s: %s has contrast %.2f, want at least %.1f", p.Name, role, got, least)
			}
		}
	}
}

func contrast(a, b color.Color) float64 {
	x, y := luminance(a), luminance(b)
	if x < y {
		x, y = y, x
	}
	return (x + 0.05) / (y + 0.05)
}

func luminance(c color.Color) float64 {
	linear := func(v uint32) float64 {
		s := float64(v) / 0xffff
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	r, g, b, _ := c.RGBA()
	return 0.2126*linear(r) + 0.7152*linear(g) + 0.0722*linear(b)
}

func TestGlyphs_AreOneCellAndToldApart(t *testing.T) {
	for _, ascii := range []bool{false, true} {
		g := glyphs(ascii)
		v := reflect.ValueOf(g)
		for i := range v.NumField() {
			if v.Field(i).Kind() != reflect.String {
				continue
			}
			s := v.Field(i).String()
			if ansi.StringWidth(s) != 1 {
				t.Errorf("ascii %v: %s is %q, %d cells wide", ascii, v.Type().Field(i).Name, s, ansi.StringWidth(s))
			}
			if ascii && (len(s) != 1 || s[0] >= 0x80) {
				t.Errorf("%s is %q in the plain set", v.Type().Field(i).Name, s)
			}
		}
		for _, b := range g.Bars {
			if ansi.StringWidth(b) != 1 {
				t.Errorf("bar %q is not one cell", b)
			}
		}
		seen := map[string]bool{}
		for _, s := range []string{g.Held, g.Planned, g.Off, g.Call, g.Summit} {
			if seen[s] {
				t.Errorf("ascii %v: %q stands for two things", ascii, s)
			}
			seen[s] = true
		}
	}
}

func TestNew_NoColourKeepsMeaningInAttributes(t *testing.T) {
	for _, name := range append(Names(), "no such theme") {
		s := New(Options{Theme: name, NoColor: true})
		for what, k := range map[string]Ink{"who": s.Who, "where": s.Where, "when": s.When, "match": s.Match, "cursor": s.Cursor, "subtle": s.Subtle} {
			if k.On() == "" {
				t.Errorf("%s: %s looks like plain text without colour", name, what)
			}
		}
		if s.Who.On() == s.Where.On() || s.Where.On() == s.When.On() || s.Who.On() == s.When.On() {
			t.Errorf("%s: two kinds of evidence look alike", name)
		}
	}
}

func TestNew_FollowsThePaper(t *testing.T) {
	dark, light := New(Options{Paper: PaperDark}), New(Options{Paper: PaperLight})
	if dark.Accent == light.Accent {
		t.Error("the accent is the same on dark and on light paper")
	}
}
