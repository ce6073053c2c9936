package extract

import "slices"

// aloneBefore is the only person whom the sentence before sentence k names, somebody else than one and of another party; -1 for none.
func (d *document) aloneBefore(k int, one int32, word string) int32 {
	if k == 0 {
		return -1
	}
	found := int32(-1)
	for _, p := range d.peopleIn(&d.sents[k-1]) {
		if p == one || d.minor(&d.people[p]) {
			continue
		}
		if found >= 0 {
			return -1
		}
		found = p
	}
	if found >= 0 && d.agrees(found, word) && d.partyOfPerson(&d.people[found]) != d.partyOfPerson(&d.people[one]) {
		return found
	}
	return -1
}

// peopleIn lists whom a sentence names, quotations left out.
func (d *document) peopleIn(s *sentence) []int32 {
	var out []int32
	for i := s.from; i < s.to; i++ {
		if it := &d.items[i]; it.kind == itemPerson && !it.quoted {
			if !slices.Contains(out, it.ref) {
				out = append(out, it.ref)
			}
		}
	}
	return out
}

// thought tells that the person at item i only stands in what another says, asks or thinks: he asked why Putin can go on.
func (d *document) thought(s *sentence, i int) bool {
	said := false
	for j := s.from; j < i && s.marks&markAsk != 0; j++ {
		it := &d.items[j]
		if it.kind != itemWord || it.quoted {
			continue
		}
		w := d.lower(it)
		if said && questionWords.has(w) {
			return true
		}
		said = said || it.is(classSay) && !it.is(classThank|classPhoned) || w == "knows" || w == "knew"
	}
	return false
}

// questionWords begin a clause that tells what is asked, said or thought.
var questionWords = setOf("why", "how", "whether", "what", "that")
