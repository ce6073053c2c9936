package extract

// homeCall tells that the call in front of item i is one from an office of no other country: a call from the minister of the interior.
func (d *document) homeCall(s *sentence, i int) bool {
	if i+1 >= s.to || d.items[i].kind != itemWord || !d.items[i].is(classFrom) {
		return false
	}
	j := i + 1
	if d.items[j].kind == itemWord && d.items[j].is(classThe|classHis) && j+1 < s.to {
		j++
	}
	it := &d.items[j]
	return it.kind == itemRole && it.party == "" && !counterparts.has(d.low(it.last-1)) && j+2 < s.to && d.items[j+1].is(classOf)
}
