package extract

import (
	"slices"

	"entente/model"
)

// umbrella joins the encounters of an article that is about one round of talks
// with many: title or lead say that somebody met ‘European leaders’ or ‘his
// counterparts’ without a name, and the text below names them one by one, on
// the same day and in the same place.
func (d *document) umbrella(frames []frame, events []event) []event {
	sent := d.unnamedMany()
	if sent < 0 {
		return events
	}
	hero := d.hero
	into, merged := -1, 0
	for i := range events {
		e := &events[i]
		if e.back || e.status != model.StatusHeld || e.kind == model.KindCall || !slices.Contains(e.people, hero) && !duringTalks(e, frames) {
			continue
		}
		if d.sents[e.first].index > 30 || e.score < 1 {
			continue
		}
		if into < 0 {
			into = i
			continue
		}
		u := &events[into]
		if !e.date.IsZero() && !u.date.IsZero() && e.date != u.date {
			continue
		}
		if e.place.place.City != "" && u.place.place.City != "" && e.place.place.City != u.place.place.City {
			continue
		}
		for _, p := range e.people {
			if !slices.Contains(u.people, p) {
				u.people = append(u.people, p)
			}
		}
		u.frames = append(u.frames, e.frames...)
		u.score = max(u.score, e.score)
		u.first = min(u.first, e.first)
		if u.date.IsZero() {
			u.date, u.end, u.dateFrom, u.dateRule = e.date, e.end, e.dateFrom, e.dateRule
		}
		if u.place.score < e.place.score {
			u.place = e.place
		}
		e.score = gone
		merged++
	}
	if merged > 0 {
		u := &events[into]
		u.score += 4
		u.first = min(u.first, sent)
		if d.partiesOf(u) >= 3 {
			u.kind = model.KindSummit
		}
	}
	return slices.DeleteFunc(events, func(e event) bool { return e.score == gone })
}

// unnamedMany returns the sentence, in title or lead, that tells of talks with
// leaders whom it does not name; -1 for none.
func (d *document) unnamedMany() int {
	for k := range d.sents {
		s := &d.sents[k]
		if s.zone != zoneTitle && s.zone != zoneProse || s.index > 3 || !s.kinds.has(kindRole) || s.cls&(classTalk|classMeeting|classMeet) == 0 {
			continue
		}
		talk := false
		for i := s.from; i < s.to; i++ {
			it := &d.items[i]
			talk = talk || it.is(classTalk|classMeeting|classMeet) && !it.quoted
			if !talk || it.kind != itemRole || !it.plural || it.quoted {
				continue
			}
			if i > s.from && d.items[i-1].is(classWith|classBetween|classThe|classHis) || i > s.from+1 && d.items[i-2].is(classWith) {
				if i+1 < s.to && d.items[i+1].kind == itemPerson || i+2 < s.to && d.items[i+2].kind == itemPerson {
					continue // the prime ministers X and Y
				}
				return k
			}
		}
	}
	return -1
}

// duringTalks tells that the people of an event are named as acting in the talks, without the host.
func duringTalks(e *event, frames []frame) bool {
	for _, k := range e.frames {
		if frames[k].rule.name == "the.talks" {
			return true
		}
	}
	return false
}
