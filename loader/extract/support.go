package extract

import (
	"slices"

	"entente/model"
)

// unsupported tells that an event rests on nothing but two names in a sentence, or thanks, and that no word for an
// encounter stands in that sentence or beside it.
func (d *document) unsupported(e *event, frames []frame) bool {
	for _, k := range e.frames {
		f := &frames[k]
		if f.rule.name != togetherRule.name && (f.rule.name != "told" || !d.items[f.at].is(classThank) || f.status == model.StatusPlanned) {
			return false
		}
		for j := max(f.sent-1, 0); j <= f.sent+1 && j < len(d.sents); j++ {
			if s := &d.sents[j]; (s.zone == zoneProse || s.zone == zoneTitle) && d.supports(s) && (j == f.sent || d.namesAny(s, e) && !d.fromAfar(s, 0)) {
				return false
			}
		}
		for j := f.sent + 2; len(e.people) > 2 && j <= f.sent+3 && j < len(d.sents); j++ {
			if d.sents[j].zone == zoneProse && d.gathersIn(&d.sents[j]) {
				return false // the three told the world of a plan; the summit lasted an hour
			}
		}
	}
	return true
}

// gathersIn tells that a sentence speaks of a gathering.
func (d *document) gathersIn(s *sentence) bool {
	for i := s.from; i < s.to; i++ {
		if d.items[i].is(classGather) && !d.items[i].quoted && !d.occasion(s, i) {
			return true
		}
	}
	return false
}

// classEncounter has the words that belong to encounters.
const classEncounter = classTalk | classMeeting | classCall | classPress | classReceive | classVisit | classMeet | classGather | classSign | classGreet | classTable

// supports tells that a word for an encounter stands in a sentence.
func (d *document) supports(s *sentence) bool {
	for i := s.from; i < s.to; i++ {
		it := &d.items[i]
		if it.quoted || it.kind == itemPerson {
			continue
		}
		if it.is(classEncounter|classByPhone) && !d.ofThingOnly(s, i) || it.kind == itemRole && (counterparts.has(d.low(it.last-1)) || d.low(it.first) == "visiting") {
			return true
		}
		w := d.lower(it)
		if it.kind == itemWord && (w == "talked" || w == "conversed" || w == "conferred" || w == "then" && i+1 < s.to && d.items[i+1].kind == itemPerson) {
			return true
		}
	}
	return false
}

// namesAny tells that a sentence speaks of somebody of an event, by name or otherwise.
func (d *document) namesAny(s *sentence, e *event) bool {
	for i := s.from; i < s.to; i++ {
		switch it := &d.items[i]; it.kind { //nolint:exhaustive // nothing else speaks of anybody.
		case itemRole:
			return true
		case itemPerson:
			if slices.Contains(e.people, it.ref) {
				return true
			}
		case itemWord:
			if it.is(classPronoun | classGroup | classGroup3 | classHis) {
				return true
			}
		}
	}
	return false
}

// ofThingOnly tells that the verb of receiving at item i is of a thing: welcomed the decision.
func (d *document) ofThingOnly(s *sentence, i int) bool {
	if !d.items[i].is(classReceive) || d.items[i].is(classTalk) || i+2 >= s.to {
		return false
	}
	the, thing := &d.items[i+1], &d.items[i+2]
	return the.kind == itemWord && the.is(classThe|classHis) && thing.kind == itemWord && thing.cls == 0 && (i+3 >= s.to || !d.items[i+3].is(classPerson))
}

// staysWith tells that somebody will be with somebody on a day or at a place, and not at his side in spirit: on Friday he'll be with her. The words stand between
// two items.
func (d *document) staysWith(s *sentence, i, end int) bool {
	j := i - 1
	for j > s.from && d.items[j].kind == itemWord && d.items[j].is(classFuture|classTo|classBe|classSeparate) {
		j--
	}
	if j < s.from || !d.items[j].is(classPerson|classPronoun|classGroup|classGroup3) {
		return false
	}
	if end < s.to && (d.lower(&d.items[end]) == "for" || d.lower(&d.items[end]) == "as") {
		return false // for as long as it takes
	}
	return d.daySpoken(s) || end+1 < s.to && d.items[end].is(classIn) && d.items[end+1].is(classPlace)
}

// bodyMeets tells that who meets, at item i, is a body and nobody by name: when the EU meets in Brussels; before NATO met.
func (d *document) bodyMeets(s *sentence, i int) bool {
	if i == s.from || i+1 < s.to && d.items[i+1].is(classWith|classPerson) {
		return false
	}
	p := &d.items[i-1]
	return p.kind == itemCountry && d.isBody(p.party) && !p.possessive && !p.quoted
}
