package extract

import (
	"slices"

	"entente/model"
)

// homeRule is for whoever governs where the guest is, and of whom a sentence speaks beside the guest: King Carl Gustaf gave him coffee and an hour.
var homeRule = rule{name: "at.home", weight: 5, open: true, kind: model.KindMeeting}

// besideHost adds the encounters of a guest with others who govern in the country where he was received. A text that has told where he is names them with
// whatever they did: the prime minister signed a paper with him in the afternoon. Only whom no other words put together with him.
func (d *document) besideHost(frames []frame, events []event, pub model.Date) ([]frame, []event) {
	host := d.hostOfHero(events)
	if host == "" {
		return frames, events
	}
	for p := range d.people {
		one := int32(p)
		named := func(e event) bool { return slices.Contains(e.people, one) && !e.bare }
		if d.partyOfPerson(&d.people[p]) != host || d.standing(one) < 3 || slices.ContainsFunc(events, named) {
			continue
		}
		k, i := d.besideGuest(one)
		if k < 0 {
			continue
		}
		f := frame{rule: &homeRule, sent: k, at: i, end: i + 1, date: -1, then: -1, kind: homeRule.kind, weight: homeRule.weight, people: []int32{d.hero, one}, left: 1}
		if d.factuality(&f, &d.sents[k]); f.back || f.doubtful || f.status == model.StatusOff {
			continue
		}
		f.weight += positionWeight(&d.sents[k])
		frames = append(frames, f)
		n := len(frames) - 1
		date := d.setDate(frames, n, pub)
		e := event{dateFrom: -1, first: k, kind: f.kind, status: f.status, score: -100, open: true}
		join(&e, frames, n, date)
		d.settle(&e, frames, pub)
		events = append(events, e)
	}
	return frames, events
}

// hostOfHero is the country, not his own, in which whom the article is about met somebody; empty where it tells of none.
func (d *document) hostOfHero(events []event) model.Party {
	if d.hero < 0 {
		return ""
	}
	own := d.partyOfPerson(&d.people[d.hero])
	for i := range events {
		e := &events[i]
		if at := e.place.place.Host; at != "" && at != own && !e.back && !e.idle() && e.kind != model.KindCall && slices.Contains(e.people, d.hero) {
			return at
		}
	}
	return ""
}

// besideGuest is the first sentence that names somebody, and the guest beside him, with the item of the name; -1 for none.
func (d *document) besideGuest(p int32) (sent, item int) {
	for k := range d.sents {
		s := &d.sents[k]
		if s.zone != zoneProse || s.named == 0 {
			continue
		}
		for i := s.from; i < s.to; i++ {
			it := &d.items[i]
			if d.refOf(i) != p || it.quoted || it.former || it.plural || it.possessive || i > s.from && d.items[i-1].is(classFrom|classAbout|classFor|classOf) {
				continue
			}
			if d.guestIn(s, i) && !d.thought(s, i) && !d.fromAfar(s, 0) {
				return k, i
			}
			break
		}
	}
	return -1, -1
}

// guestIn tells that a sentence, which names somebody at item at, speaks of whom the article is about, by name, by office, by a pronoun or as the guest. He behind
// the name is the one whom it names.
func (d *document) guestIn(s *sentence, at int) bool {
	if at > s.from && d.items[at-1].is(classBy) && s.cls&classGather != 0 {
		return false // a summit hosted by him
	}
	for i := s.from; i < s.to && !d.items[i].quoted; i++ {
		if it := &d.items[i]; it.kind == itemWord && (it.is(classNeg|classAbsent|classNotHere) || passedBy.has(d.lower(it))) {
			return false // he missed the visitor; she showed him to the room and left
		}
	}
	joined := at > s.from && d.items[at-1].is(classWith|classTo|classAnd)
	for i := s.from; i < s.to; i++ {
		it := &d.items[i]
		switch {
		case it.quoted:
		case it.kind == itemPerson || it.kind == itemRole && !it.plural:
			if !it.possessive && d.refOf(i) == d.hero {
				return true
			}
		case it.kind == itemWord && it.is(classPronoun):
			if w := d.lower(it); joined || i < at || w != "he" && w != "she" && w != "they" {
				return true
			}
		}
	}
	return false
}

// passedBy are words for those who saw the guest for a moment, or not at all.
var passedBy = setOf("missed", "left", "leaves", "greeted", "glimpsed", "waved", "passed", "avoided", "abroad", "away", "elsewhere", "holiday")
