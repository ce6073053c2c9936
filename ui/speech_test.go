package ui

import (
	"regexp"
	"strings"
	"testing"
)

// drawn is what a screen reader would spell out: lines, blocks and signs, or runs of ASCII that stand for them.
var drawn = regexp.MustCompile(`[\x{2190}-\x{21ff}\x{2500}-\x{27bf}\x{2800}-\x{2bff}]|---|===|___|\*\*\*`)

func TestSpeech_NothingIsDrawn(t *testing.T) {
	for _, s := range surfaces {
		for _, size := range [][2]int{{80, 24}, {200, 60}} {
			a := start(t, size[0], size[1], equipped, func(o *Options) { o.Speech = true })
			a.press(s.keys).typed(s.typed)
			for row := range strings.SplitSeq(a.screen(), "\n") {
				if bad := drawn.FindString(row); bad != "" {
					t.Errorf("%s at %v draws %q: %s", s.name, size, bad, row)
				}
			}
		}
	}
}

// What a sign says to the eye a word says to the ear, and the terminal's cursor stands on the row that is meant.
func TestSpeech_WordsAndTheCursor(t *testing.T) {
	a := start(t, 120, 40, func(o *Options) { o.Speech = true })
	for _, want := range []string{"Thu 19    call", "Mon 20    met     Kyiv", "summit  Kyiv"} {
		a.has(want)
	}
	a.press("G").has("planned").press("g g j j")
	if c := a.m.cursor; c == nil || !strings.Contains(a.row(c.Y), "Michel") || strings.Contains(a.row(c.Y), "von der Leyen") {
		t.Errorf("the cursor is at %v:\n%s", c, a.screen())
	}
	a.hasNot("President of the European Council").press("p").has("President of the European Council").press("p") // the card is on a key
	a.press(":").typed("set speech off").press("enter").has("Made to be looked at.", "●", "│")
	a.press(":").typed("set speech on").press("enter").has("Made for a screen reader.").hasNot("●", "│")
}
