package extract

import "entente/model"

// delegationReach is how many sentences behind an encounter tell who else sat at the table.
const delegationReach = 12

// tablemates adds those who are named as sitting on one side of a table, or as
// accompanying a leader, to the encounter that the article tells at that place:
// ministers and envoys of the parties that met.
func (d *document) tablemates(frames []frame, events []event) {
	for k := range d.sents {
		s := &d.sents[k]
		if s.zone != zoneProse || !d.tellsOfTable(s) && (k == 0 || !d.soWas(s) || !d.tellsOfTable(&d.sents[k-1])) || d.ownStory(frames, k) {
			continue
		}
		best := -1
		for i := range events {
			e := &events[i]
			if e.first > k || s.index-d.sents[e.first].index > delegationReach || e.kind == model.KindCall || e.back || e.score < believed || len(e.people) != 2 {
				continue
			}
			if best < 0 || e.score+e.lead > events[best].score+events[best].lead {
				best = i
			}
		}
		if best >= 0 {
			d.seat(s, &events[best])
		}
	}
}

// ownStory tells that a sentence tells of an encounter by itself.
func (d *document) ownStory(frames []frame, sent int) bool {
	for k := range frames {
		if f := &frames[k]; f.sent == sent && f.rule.weight >= 6 && !f.filled && d.international(f) {
			return true
		}
	}
	return false
}

// soWas tells that a sentence says of somebody what the one in front of it says: So was her foreign minister.
func (d *document) soWas(s *sentence) bool {
	if s.from+2 >= s.to || d.lower(&d.items[s.from]) != "so" {
		return false
	}
	w := d.lower(&d.items[s.from+1])
	return w == "was" || w == "were"
}

func (d *document) tellsOfTable(s *sentence) bool {
	for i := s.from; i < s.to && s.cls&classTable != 0; i++ {
		if it := &d.items[i]; it.kind == itemWord && it.is(classTable) && !it.quoted && !d.ceremony(s, i) && !d.toldPress(s, i) {
			return true
		}
	}
	return false
}

// toldPress tells that the sentence goes on with what was said in front of the press: flanked by her, he told reporters.
func (d *document) toldPress(s *sentence, at int) bool {
	for i := at + 1; i < s.to; i++ {
		switch d.lower(&d.items[i]) {
		case "reporters", "journalists", "cameras", "press":
			return true
		}
	}
	return false
}

// seat adds the people of a sentence who speak for one of the parties of an event and hold an office.
func (d *document) seat(s *sentence, e *event) {
	for i := s.from; i < s.to; i++ {
		it := &d.items[i]
		if it.kind != itemPerson || it.quoted || it.possessive {
			continue
		}
		p := &d.people[it.ref]
		if p.former || p.row < 0 && (p.office == "" || p.office == "spokesman") || d.items[i+1-min(1, s.to-1-i)].is(classAbsent) {
			continue
		}
		if _, ok := d.roleOf(p); !ok && p.row >= 0 && p.office == "" {
			continue
		}
		for _, q := range e.people {
			if q == it.ref {
				break
			}
			if d.partyOfPerson(&d.people[q]) == d.partyOfPerson(p) && (d.reigns(q) || !d.reigns(it.ref)) {
				e.people = append(e.people, it.ref)
				break
			}
		}
	}
}
