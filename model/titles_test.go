package model

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"entente/text"
)

// What is typed is found in the titles that contain it, letter by letter, and in no others.
func TestTitles(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 2))
	some := func(n int) string {
		var b strings.Builder
		for range rnd.IntN(n) {
			b.WriteByte("aab É"[rnd.IntN(5)])
		}
		return b.String()
	}
	for range 200 {
		var x titles
		var titles [][]string
		n := 1 + rnd.IntN(200)
		for range n {
			var m Meeting
			var of []string
			for range rnd.IntN(3) {
				title := some(9)
				of = append(of, text.Fold(title))
				m.Reports = append(m.Reports, &Report{Article: &Article{Title: title}})
			}
			titles = append(titles, of)
			x.add(&m, n)
		}
		x.end()
		within := newBitset(n)
		within.fill(n)
		for range 20 {
			v := text.Fold(some(6))
			out := newBitset(n)
			x.mark(out, within, v)
			for row, of := range titles {
				if got, want := out.has(int32(row)), v != "" && slices.ContainsFunc(of, func(s string) bool { return strings.Contains(s, v) }); got != want {
					t.Fatalf("%q in %q: %v", v, of, got)
				}
			}
		}
	}
}
