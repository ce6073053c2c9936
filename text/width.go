package text

import (
	"strings"

	"github.com/clipperhouse/displaywidth"
)

// Ellipsis ends what was cut.
const Ellipsis = "…"

// Width counts the terminal cells that clean one-row text takes. It measures like the
// library that draws the screen, so that columns meet.
func Width(s string) int { return displaywidth.String(s) }

// Cut shortens clean one-row text to at most so many cells; what was cut ends in an Ellipsis.
func Cut(s string, cells int) string {
	if cells <= 0 {
		return ""
	}
	if len(s) <= cells || Width(s) <= cells { // no byte takes more than one cell
		return s
	}
	return strings.TrimRight(displaywidth.TruncateString(s, cells-1, ""), " ") + Ellipsis
}

// Pad makes clean one-row text exactly so many cells wide: cut, or filled up with spaces on the right.
func Pad(s string, cells int) string {
	s = Cut(s, cells)
	out := s + spaces(cells-Width(s))
	for Width(out) < cells { // the last letter drew a space into its own cluster
		out += " "
	}
	return out
}

// PadLeft is Pad with the spaces on the left, for numbers.
func PadLeft(s string, cells int) string {
	s = Cut(s, cells)
	return spaces(cells-Width(s)) + s
}

func spaces(n int) string { return strings.Repeat(" ", max(n, 0)) }
