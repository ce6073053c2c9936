package text

import (
	"strings"

	"github.com/agnivade/levenshtein"
)

// Distance counts the letters to insert, remove or replace to turn a into b.
func Distance(a, b string) int { return levenshtein.ComputeDistance(a, b) }

// Near tells that a word of the folded text s nearly begins with the folded
// word v: one slip up to five letters, two beyond.
func Near(s, v string) bool {
	slips := 1
	if len(v) > 5 {
		slips = 2
	}
	for _, w := range strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == '-' }) {
		for n := len(v) - slips; n <= len(v)+slips; n++ {
			if n > 0 && Distance(w[:min(n, len(w))], v) <= slips {
				return true
			}
		}
	}
	return false
}
