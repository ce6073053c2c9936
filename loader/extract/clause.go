package extract

import "strings"

// passRelative returns the last item of the relative clause that begins at item i, in front of a trigger at item at; i itself where
// none begins, or where the trigger may stand in it: Kaja Kallas, who might go to Brussels, received him; the commissioner who is going to deal
// with it had talks; but: who is going to meet him.
func (d *document) passRelative(s *sentence, i, at int) int {
	it := &d.items[i]
	if it.kind != itemWord || !it.is(classRelative) {
		return i
	}
	if i > s.from && d.lower(it) == "that" && d.items[i-1].is(classSay) {
		return i // she said that he will come
	}
	for j := i + 1; j < at; j++ {
		if d.items[j].isPunct(',') {
			return j
		}
		if d.items[j].boundary() {
			return i
		}
	}
	v := d.verbOf(at, i)
	if v-i < 3 || !d.pastForm(v) { // too near to be another clause's
		return i
	}
	if b := &d.items[v-1]; b.is(classBe|classFuture|classModal|classAnd|classNeg|classTo) || strings.HasSuffix(d.lower(b), "have") {
		return i // who might have met him, who came and met him
	}
	return v - 1
}

// verbOf is the verb that goes with a trigger at item at: the trigger itself, or for a noun the verb of holding in front of it.
func (d *document) verbOf(at, from int) int {
	if d.items[at].is(classTalk | classMeeting | classCall) {
		for j := at - 1; j > from && j >= at-3; j-- {
			if d.items[j].kind == itemWord && d.items[j].is(classHold) {
				return j
			}
		}
	}
	return at
}
