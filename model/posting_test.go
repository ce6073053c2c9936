package model

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// Whatever shape a posting takes, it holds the rows that were entered.
func TestPosting(t *testing.T) {
	const rows = 500
	rnd := rand.New(rand.NewPCG(3, 4))
	shapes := map[string]bool{}
	for range 2000 {
		var p posting
		var want []int32
		from, gap := rnd.IntN(rows), 1+rnd.IntN(60)
		for row := from; row < min(rows, from+rnd.IntN(rows)); row += 1 + rnd.IntN(gap) {
			for range 1 + rnd.IntN(2) { // a second time, too
				p.add(int32(row), rows)
			}
			want = append(want, int32(row))
		}
		switch {
		case p.bits != nil:
			shapes["bits"] = true
		case p.list != nil:
			shapes["list"] = true
		default:
			shapes["run"] = true
		}
		in, out, both := newBitset(rows), newBitset(rows), 0
		for row := range int32(rows) {
			if rnd.IntN(2) == 0 {
				in.set(row)
				if slices.Contains(want, row) {
					both++
				}
			}
		}
		p.mark(out, rows)
		if got := slices.Collect(p.all()); !slices.Equal(got, want) || p.n != len(want) || !slices.Equal(out.rows(out.count()), want) {
			t.Fatalf("%v, want %v", got, want)
		}
		if got := p.count(in); got != both {
			t.Fatalf("%d of %v are in %v, want %d", got, want, in, both)
		}
		p.inverse = true
		if got := p.count(in); got != in.count()-both {
			t.Fatalf("%d are not in it, want %d", got, in.count()-both)
		}
	}
	if len(shapes) != 3 {
		t.Errorf("only %v were tried", shapes)
	}
}
