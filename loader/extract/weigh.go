package extract

import (
	"errors"
	"fmt"
	"math/bits"
	"slices"
	"strconv"
	"strings"
)

// Some questions no words of one sentence answer: who sat at a table of several, and on which of the days, and at which of the places, that a text names
// its encounter was. There each candidate is weighed in one place by signs that every text has, and the points of a table add up. The points are the
// weights of a logistic regression over the labelled articles, in tenths of the logarithm of the odds (`make weigh`; loader/weigh_test.go).

// signSet is a set of signs, one bit each.
type signSet uint64

// A set has room for all signs.
const (
	_ = uint(64 - seatSigns)
	_ = uint(64 - daySigns)
	_ = uint(64 - siteSigns)
)

func (s *signSet) has(sign int) bool { return *s>>sign&1 != 0 }

func (s *signSet) add(sign int, is bool) {
	if is {
		*s |= 1 << sign
	}
}

func (s *signSet) drop(sign int) { *s &^= 1 << sign }

// list is the set as one answer a sign.
func (s *signSet) list(signs int) []bool {
	out := make([]bool, signs)
	for k := range out {
		out[k] = s.has(k)
	}
	return out
}

// pointTable turns signs into points: those that a sign always has, and what is added to them in settings on which it depends.
type pointTable struct {
	names  []string // of the signs
	points [][]int  // by setting, of which the first is any, and by sign
}

// notAsked stands in a table where a sign is worth the same in every setting.
const notAsked = "."

// errSigns says that a table does not have every sign once.
var errSigns = errors.New("some signs are missing, or told twice")

func readPoints(file string, names []string, settings int) (pointTable, error) {
	t := pointTable{names: names, points: make([][]int, settings)}
	for k := range t.points {
		t.points[k] = make([]int, len(names))
	}
	var known signSet
	err := eachRow(file, 1+settings, func(_ int, c []string) error {
		k := slices.Index(names, c[0])
		if k < 0 {
			return fmt.Errorf("unknown sign %q", c[0])
		}
		if known.has(k) {
			return errSigns
		}
		known.add(k, true)
		for n, cell := range c[1:] {
			if cell == notAsked {
				continue
			}
			points, err := strconv.Atoi(cell)
			if err != nil {
				return fmt.Errorf("points: %w", err)
			}
			t.points[n][k] = points
		}
		return nil
	})
	if err == nil && known != 1<<len(names)-1 {
		err = fmt.Errorf("%s: %w", file, errSigns)
	}
	return t, err
}

// of adds up the points of a candidate.
func (t *pointTable) of(s signSet, at []bool) int {
	n := 0
	for ; s != 0; s &= s - 1 { // one sign after the other
		n += t.worth(bits.TrailingZeros64(uint64(s)), at)
	}
	return n
}

// best is the candidate of most points, the first of several.
func (t *pointTable) best(n int, at []bool, signs func(k int) signSet) int {
	best, most := 0, 0
	for k := range n {
		if p := t.of(signs(k), at); k == 0 || p > most {
			best, most = k, p
		}
	}
	return best
}

// tell says of each of n candidates what it has its points for, the likeliest first; name begins the line of one, by its place in that order.
func (t *pointTable) tell(n int, at []bool, signs func(k int) signSet, name func(place, k int) string) []string {
	order, sum := make([]int, n), make([]int, n)
	for k := range order {
		order[k], sum[k] = k, t.of(signs(k), at)
	}
	slices.SortStableFunc(order, func(a, b int) int { return sum[b] - sum[a] })
	out := make([]string, 0, n)
	for place, k := range order {
		out = append(out, fmt.Sprintf("%s, %s: %s", name(place, k), points(sum[k]), t.why(signs(k), at)))
	}
	return shorten(out)
}

// worth is what a sign is worth in some settings.
func (t *pointTable) worth(sign int, at []bool) (n int) {
	for k, is := range at {
		if is {
			n += t.points[k][sign]
		}
	}
	return n
}

// why says what a candidate has its points for.
func (t *pointTable) why(s signSet, at []bool) string {
	var why []string
	for k, name := range t.names {
		if n := t.worth(k, at); n != 0 && s.has(k) {
			why = append(why, fmt.Sprintf("%+d %s", n, name))
		}
	}
	return strings.Join(why, ", ")
}

// unlessFirst is what stands before a candidate that was not taken.
func unlessFirst(place int) string {
	if place == 0 {
		return ""
	}
	return "not "
}

// outweighed is why what the rules had taken lost: seats.go, days.go and sites.go tell by how much.
const outweighed = "outweighed by what the whole text tells"

// points says how many points something has.
func points(n int) string {
	if n == 1 || n == -1 {
		return fmt.Sprintf("%d point", n)
	}
	return fmt.Sprintf("%d points", n)
}
