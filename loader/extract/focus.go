package extract

// stayedOn adds the two of three who met and of whom one left in front of item i: she left; the two went on alone. It tells whether the group word means them.
func (d *document) stayedOn(f *frame, s *sentence, i int, fo *focus) bool {
	if len(fo.pair) != 3 || !d.ofTwo(i) {
		return false
	}
	gone := int32(-1)
	for j := s.from; j+1 < i && j <= s.from+2; j++ {
		if !leaving.has(d.lower(&d.items[j+1])) {
			continue
		}
		w := d.lower(&d.items[j])
		for _, p := range fo.pair {
			if q := d.refOf(j); q == p || q < 0 && (w == "he" || w == "she") && d.woman(p) == (w == "she") {
				if gone >= 0 {
					return false
				}
				gone = p
			}
		}
	}
	if gone < 0 {
		return false
	}
	for _, p := range fo.pair {
		if p != gone {
			f.add(p)
		}
	}
	return true
}

// leaving say behind somebody that he went, and the others stayed: she left.
var leaving = setOf("left", "departed", "withdrew", "went")
