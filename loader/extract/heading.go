package extract

import "slices"

// headsSection tells that the line between paragraphs at sentence k is the heading of what stands below it, and no teaser of another article: the
// sentence behind it names one of those whom it names, or begins with they.
func (d *document) headsSection(k int) bool {
	if k+1 >= len(d.sents) || d.sents[k+1].zone != zoneProse {
		return false
	}
	s, below := &d.sents[k], &d.sents[k+1]
	people := 0
	for i := s.from; i < s.to; i++ {
		if d.items[i].kind == itemPerson && !d.items[i].possessive {
			people++
		}
	}
	if people < 2 || below.from >= below.to {
		return false
	}
	if it := &d.items[below.from]; it.kind == itemWord && (it.word == d.lex.pronouns.they || it.is(classGroup)) {
		return true
	}
	for i := below.from; i < below.to; i++ {
		if p := d.refOf(i); p >= 0 && d.names(s, p) {
			return true
		}
	}
	return false
}

// names tells that a sentence names somebody.
func (d *document) names(s *sentence, p int32) bool {
	for i := s.from; i < s.to; i++ {
		if it := &d.items[i]; it.kind == itemPerson && it.ref == p {
			return true
		}
	}
	return false
}

// anew gives ‘the two’ back to those whom the article is about where a section begins with a heading or a question of its own, and an aside before it was
// about one of them and somebody else.
func (d *document) anew(k int, fo *focus) {
	s := &d.sents[k]
	if len(fo.pair) != 2 || d.hero < 0 || !slices.Contains(fo.pair, d.hero) || s.zone != zoneHeading && !d.questionAlone(k) {
		return
	}
	other := d.mostNamed(d.partyOfPerson(&d.people[d.hero]))
	if other < 0 || other == d.hero || slices.Contains(fo.pair, other) {
		return
	}
	for _, p := range d.peopleIn(s) {
		if p != d.hero && p != other {
			return
		}
	}
	if last := fo.pair[0] + fo.pair[1] - d.hero; d.people[last].mentions < d.people[other].mentions {
		fo.pair, fo.pairSent, fo.list = []int32{d.hero, other}, k, nil
	}
}

// questionAlone tells that a sentence is a paragraph by itself and asks something: How often have the two met?
func (d *document) questionAlone(k int) bool {
	s := &d.sents[k]
	return s.paraFirst && s.to-s.from <= 16 && d.asked(s) && (k+1 >= len(d.sents) || d.sents[k+1].paraFirst)
}

// townIn is the only town that a heading names: Aachen, later. It is empty where there is none.
func (d *document) townIn(s *sentence) string {
	town := ""
	for i := s.from; i < s.to; i++ {
		name := ""
		switch it := &d.items[i]; it.kind { //nolint:exhaustive // nothing else is a town.
		case itemCity:
			name = d.g.Cities[it.ref].Name
		case itemVenue:
			name = d.g.Venues[it.ref].City
		}
		if name != "" && town != "" && name != town {
			return ""
		}
		if name != "" {
			town = name
		}
	}
	return town
}

// otherSection tells that a frame stands below the heading of another town than the frames of an event, and tells of more people than they.
func otherSection(e *event, f *frame, frames []frame) bool {
	last := &frames[e.frames[len(e.frames)-1]]
	return f.town != "" && f.town != last.town && !includes(e, &event{people: f.people})
}
