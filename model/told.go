package model

// told says by which articles each meeting is reported, as numbers.
type told struct {
	ends     []uint32 // by row: where its articles end
	articles []int32
	count    int       // how many numbers there are
	contents []Content // by number
}

// add enters the articles of the next row, which its reports are of.
func (x *told) add(articles []int32, reports []*Report) {
	for i, a := range articles {
		x.articles = append(x.articles, a)
		x.count = max(x.count, int(a)+1)
		if int(a) >= len(x.contents) {
			x.contents = append(x.contents, make([]Content, int(a)+1-len(x.contents))...)
		}
		if i < len(reports) {
			x.contents[a] = reports[i].Article.Content
		}
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
