package model

import (
	"math"
	"testing"
)

// The values are those of the closed form, worked out by hand to two places.
func TestInterval(t *testing.T) {
	for _, c := range []struct {
		k, n      int
		low, high float64
	}{
		{36, 40, 0.77, 0.96}, {0, 0, 0, 1}, {0, 10, 0, 0.28}, {10, 10, 0.72, 1}, {1, 1, 0.21, 1}, {50, 100, 0.40, 0.60}, {7, 10, 0.40, 0.89},
	} {
		low, high := Interval(c.k, c.n)
		if math.Round(low*100)/100 != c.low || math.Round(high*100)/100 != c.high {
			t.Errorf("%d of %d: %.3f–%.3f, want %.2f–%.2f", c.k, c.n, low, high, c.low, c.high)
		}
	}
}
