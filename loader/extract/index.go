package extract

import "slices"

// sentFacts are what is asked of a sentence for every place and every
// encounter: a text of many would otherwise be walked for each pair of them.
type sentFacts struct {
	frame  int32 // the first frame of the sentence
	person int32 // the first of its people in document.crowd
	busy   bool  // has days, pronouns or words of encounter
}

// index gathers the facts of all sentences, once their frames are known.
func (d *document) index(frames []frame) {
	d.facts, d.crowd, d.told = slices.Grow(d.facts[:0], len(d.sents)+1), d.crowd[:0], len(frames)
	next := 0
	for k := range d.sents {
		s := &d.sents[k]
		for next < len(frames) && frames[next].sent < k {
			next++
		}
		f := sentFacts{frame: int32(next), person: int32(len(d.crowd))} //nolint:gosec // articles are capped far below 2 GB.
		f.busy = s.kinds.has(kindWhen) || s.cls&(classPronoun|classGroup|classGroup3|classTalk|classMeeting|classGather|classDay) != 0
		for i := s.from; i < s.to && s.kinds.has(kindPerson); i++ {
			if it := &d.items[i]; it.kind == itemPerson {
				d.crowd = append(d.crowd, it.ref)
			}
		}
		d.facts = append(d.facts, f)
	}
	d.facts = append(d.facts, sentFacts{frame: int32(len(frames)), person: int32(len(d.crowd))}) //nolint:gosec // as above.
}

// peopleOf are the people whom a sentence names.
func (d *document) peopleOf(sent int) []int32 {
	return d.crowd[d.facts[sent].person:d.facts[sent+1].person]
}

// framesOf returns the frames of a sentence, and those that were added behind the ones of the text.
func (d *document) framesOf(frames []frame, sent int) (told, added []frame) {
	return frames[d.facts[sent].frame:d.facts[sent+1].frame], frames[d.told:]
}
