package model

// told says by which articles each meeting is reported, as numbers.
type told struct {
	ends     []uint32 // by row: where its articles end
	articles []int32
	count    int // how many numbers there are
}

// add enters the articles of the next row.
func (x *told) add(articles []int32) {
	for _, a := range articles {
		x.articles = append(x.articles, a)
		x.count = max(x.count, int(a)+1)
	}
	x.ends = append(x.ends, uint32(len(x.articles))) //nolint:gosec // a report for each, and fewer than 4 billion of them.
}

// Told counts the articles that report the meetings of the view.
func (v *View) Told() int {
	x := &v.Timeline.told
	seen := newBitset(x.count)
	for _, row := range v.Rows {
		from := uint32(0)
		if row > 0 {
			from = x.ends[row-1]
		}
		for _, a := range x.articles[from:x.ends[row]] {
			seen.set(a)
		}
	}
	return seen.count()
}
