package model

import "math"

// Interval is the 95 % interval of a share of which k in n were seen (Wilson's:
// it holds for small samples, and stays between 0 and 1). Where nothing was seen it is all of that.
func Interval(k, n int) (low, high float64) {
	const z = 1.959964 // standard deviations that hold 95 %
	if n == 0 {
		return 0, 1
	}
	share, size := float64(k)/float64(n), float64(n)
	centre := share + z*z/(2*size)
	half := z * math.Sqrt(share*(1-share)/size+z*z/(4*size*size))
	return max(0, (centre-half)/(1+z*z/size)), min(1, (centre+half)/(1+z*z/size))
}
