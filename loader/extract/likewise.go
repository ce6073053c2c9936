package extract

import "slices"

// likewise reads ‘So did Kaja Kallas’: an encounter as the sentence before told it, with another subject.
func (d *document) likewise(s *sentence, k int, frames []frame) (frame, bool) {
	i := s.from
	if i < s.to && d.items[i].is(classAnd) {
		i++
	}
	if i+2 >= s.to || d.lower(&d.items[i]) != "so" || len(frames) == 0 {
		return frame{}, false
	}
	if w := d.lower(&d.items[i+1]); w != "did" && w != "had" && w != "has" && w != "does" {
		return frame{}, false
	}
	for j := i + 2; j < s.to && j < i+6; j++ {
		if p := d.refOf(j); p >= 0 {
			return d.sameBy(p, j, k, frames)
		}
	}
	return frame{}, false
}

// didToo reads ‘; Kaja Kallas did so too’, ‘did the same’, ‘followed suit’ behind an encounter that this sentence or the one before has told.
func (d *document) didToo(s *sentence, k int, frames []frame) (frame, bool) {
	for i := s.from + 1; i+1 < s.to && s.named > 0 && s.marks&markToo != 0 && len(frames) > 0; i++ {
		if it := &d.items[i]; it.kind != itemWord || it.quoted || !d.tooAt(s, i+1) || !tooVerbs.has(d.lower(it)) {
			continue
		}
		j := i - 1
		for j > s.from && (d.items[j].isPunct(',') || d.items[j].is(classSeparate)) {
			j--
		}
		if p := d.refOf(j); p >= 0 && !d.items[j].possessive {
			return d.sameBy(p, j, k, frames)
		}
	}
	return frame{}, false
}

// tooAt tells that item i says that somebody did what was told: so, the same, likewise.
func (d *document) tooAt(s *sentence, i int) bool {
	switch d.lower(&d.items[i]) {
	case "so", "likewise", "too", "suit":
		return true
	case "the":
		return i+1 < s.to && d.lower(&d.items[i+1]) == "same"
	}
	return false
}

var tooVerbs = setOf("did", "does", "followed", "follows")

// sameBy is the encounter of one with another that sentence k or the one before told last, with somebody else, named at item j, in the place of who acted.
func (d *document) sameBy(p int32, j, k int, frames []frame) (frame, bool) {
	for _, f := range slices.Backward(frames) {
		if f.sent < k-1 {
			break
		}
		if f.rule.weight < 6 || f.left != 1 || len(f.people) != 2 || f.has(p) || d.partyOfPerson(&d.people[p]) == d.partyOfPerson(&d.people[f.people[1]]) {
			continue
		}
		f.people, f.parties, f.then = []int32{p, f.people[1]}, nil, -1
		f.sent, f.at, f.end = k, j, j+1
		return f, true
	}
	return frame{}, false
}

// likewiseWords say that somebody did so, too.
var likewiseWords = setOf("as", "too", "also")
