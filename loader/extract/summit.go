package extract

import (
	"slices"

	"entente/loader/gazetteer"
	"entente/model"
)

// gatherScore tells how strongly title and lead are about a gathering of many:
// the word high up, and not as the occasion of something else (on the sidelines of, ahead of).
func (d *document) gatherScore() (score, sent, at int) {
	sent = -1
	titled := false
	for k := range d.sents {
		s := &d.sents[k]
		if s.zone == zoneStamp || s.zone == zoneTail || s.zone == zoneHeading || s.zone == zoneBackground || s.index > 5 {
			continue
		}
		for i := s.from; i < s.to; i++ {
			it := &d.items[i]
			if !it.is(classGather) || it.quoted || d.occasion(s, i) {
				continue
			}
			n := 0
			switch {
			case s.zone == zoneTitle && !titled:
				n, titled = 6, true
			case s.index == 1:
				n = 6
			case s.index == 2:
				n = 4
			case s.index >= 3:
				n = 2
			}
			if n > 0 && (sent < 0 || s.zone != zoneTitle && d.sents[sent].zone == zoneTitle) {
				sent, at = k, i
			}
			score += n
			break
		}
	}
	return score, sent, at
}

// occasion tells that the gathering at item i is only where or when something else took place, or yet to come.
func (d *document) occasion(s *sentence, i int) bool {
	for j := i - 1; j >= s.from && j >= i-6; j-- {
		it := &d.items[j]
		if j < i-4 {
			if d.lower(it) == "between" {
				return true // between two panels of the forum
			}
			continue
		}
		if it.is(classSideline) || it.kind == itemWord && occasionWords.has(d.lower(it)) {
			return true
		}
		if it.boundary() && d.lower(it) != "after" {
			break
		}
		if w := d.lower(it); w == "after" || w == "from" || w == "since" || w == "between" {
			return j >= i-4 && (w == "between" || j >= i-2)
		}
	}
	if d.elsewhen(s, i) {
		return true
	}
	for j := i + 1; j < s.to && j <= i+2; j++ {
		if w := d.lower(&d.items[j]); w == "room" || w == "call" || w == "table" {
			return true
		}
	}
	return d.items[i].kind == itemWord && d.lower(&d.items[i]) == "conference" && i > s.from && (d.lower(&d.items[i-1]) == "press" || d.lower(&d.items[i-1]) == "news")
}

// elsewhen tells that the gathering at item i belongs to another time than the article: one of the
// tables with other days, one ‘in July’ told in June, one that is planned.
func (d *document) elsewhen(s *sentence, i int) bool {
	it := &d.items[i]
	if it.kind == itemSummit && d.today.Precision() == model.PrecisionDay {
		g := &d.g.Summits[it.ref]
		if gap := d.today.Days() - g.From.Days(); gap < -45 || gap > 10 {
			return true
		}
	}
	for j := i + 1; j < s.to && j <= i+6 && !d.items[j].boundary(); j++ {
		if d.items[j].kind == itemMonth && d.today.Month != 0 && d.items[j-1].is(classIn) && uint8(d.items[j].ref) != d.today.Month { //nolint:gosec // 1…12.
			return true
		}
	}
	return false
}

var occasionWords = setOf(
	"ahead", "before", "upcoming", "forthcoming", "preparations", "prepare", "preparation",
	"invitation", "invited", "future", "discussed", "possible", "previous", "press", "news", "since", "want", "wants", "planning", "planned",
)

// attends tells that the person at item i of a sentence may have been at the gathering: somebody in
// office, not quoted from afar, not said to be absent.
func (d *document) attends(s *sentence, i int) bool {
	it := &d.items[i]
	if it.kind != itemPerson || it.quoted || it.former {
		return false
	}
	p := &d.people[it.ref]
	if p.former {
		return false
	}
	if o, ok := d.roleOf(p); ok {
		if o.Role == gazetteer.RoleOther && p.office == "" {
			return false
		}
	} else if p.row >= 0 || p.party == "" || !d.highOffice(p) {
		return false
	}
	for j := i - 1; j >= s.from && j >= i-2; j-- {
		if b := &d.items[j]; b.kind == itemWord && (b.is(classAbout) && d.lower(b) != "on" || b.is(classThank|classFrom) || d.lower(b) == "for" || d.lower(b) == "after" || d.lower(b) == "than" || d.lower(b) == "like") {
			return false
		}
	}
	for j := i; j < s.to && j < i+9; j++ {
		if d.items[j].is(classAbsent) || d.items[j].is(classNeg) && j < i+5 {
			return false
		}
		if j > i && d.items[j].boundary() && d.items[j].word != uint32('-') {
			break
		}
	}
	if i > s.from && !d.subjectPlace(s, i) {
		return false
	}
	if it.possessive {
		return i+1 < s.to && d.items[i+1].is(classTalk|classMeeting)
	}
	return true
}

// subjectPlace tells that somebody stands where those who act stand, or in a list: behind a mark, ‘and’, ‘with’, ‘by’.
func (d *document) subjectPlace(s *sentence, i int) bool {
	p := &d.items[i-1]
	for i-1 > s.from && p.kind == itemWord && p.is(classThe|classSeparate) {
		i--
		p = &d.items[i-1]
	}
	if p.is(classAnd | classWith | classBetween | classBy) {
		return true
	}
	if p.kind != itemWord {
		return true
	}
	return p.is(classBe|classMeet|classReceive|classGreet|classJoin|classSeparate|classFuture) || actorWords.has(d.lower(p)) || numberWords[d.lower(p)] > 0
}

// actorWords may stand in front of somebody who acts or takes part.
var actorWords = setOf(
	"as", "that", "when", "where", "while", "then", "also", "here", "there", "yesterday", "today", "both",
	"were", "was", "host", "sent", "prime ministers", "foreign ministers", "defence ministers", "defense ministers", "kings", "hosts", "guests", "leaders", "presidents", "premiers", "ministers", "president", "chief", "including",
	"among", "saw", "brought", "night", "morning", "evening", "afternoon", "how", "why", "if", "because", "since", "though", "although",
)

// highOffice tells that a person whom no table knows holds an office that leads a delegation.
func (d *document) highOffice(p *person) bool {
	switch p.office {
	case "president", "prime minister", "foreign minister", "defence minister", "secretary general", "king", "EU chief", "vice president", "crown prince":
		return true
	}
	return false
}

// longList returns a sentence high up that lists people of four parties, or -1.
func (d *document) longList() int {
	for k := range d.sents {
		s := &d.sents[k]
		if s.zone != zoneProse || s.index > 9 {
			continue
		}
		parties := map[model.Party]bool{}
		for i := s.from; i < s.to; i++ {
			if d.attends(s, i) {
				parties[d.partyOfPerson(&d.people[d.items[i].ref])] = true
			}
		}
		if len(parties) >= 4 {
			return k
		}
	}
	return -1
}

// summit makes an event of a gathering that title or lead are about, when
// people of three parties at least were there.
func (d *document) summit(events []event) (event, frame, bool) {
	score, sent, at := d.gatherScore()
	e := event{first: sent, dateFrom: -1, kind: model.KindSummit}
	if score < 4 || sent < 0 {
		list := d.longList()
		if list < 0 {
			return e, frame{}, false
		}
		if sent < 0 {
			e.kind = model.KindMeeting
			sent, at = list, d.sents[list].from
			e.first = list
		}
		score += 4
	}
	parties := map[model.Party]bool{}
	for k := range d.sents {
		s := &d.sents[k]
		if s.zone != zoneProse && s.zone != zoneTitle || s.index > 40 {
			continue
		}
		for i := s.from; i < s.to; i++ {
			if !d.attends(s, i) {
				continue
			}
			ref := d.items[i].ref
			if !slices.Contains(e.people, ref) {
				e.people = append(e.people, ref)
				parties[d.partyOfPerson(&d.people[ref])] = true
			}
		}
	}
	if len(parties) < 2 || len(parties) == 2 && (score < 6 || len(e.people) > 2 && score < 9) {
		return e, frame{}, false
	}
	f := frame{rule: &summitRule, sent: sent, at: at, end: at + 1, date: -1, kind: model.KindSummit, people: e.people}
	d.factuality(&f, &d.sents[sent])
	f.weight = summitRule.weight
	e.status = f.status
	e.score = score + min(len(parties), 8) + 5
	if len(parties) == 2 && len(e.people) == 2 {
		e.score -= 4
	}
	if len(parties) < 4 && score < 6 {
		e.score -= 6
	}
	for i := range events {
		if events[i].score >= 14 && d.sents[events[i].first].index <= 1 && len(events[i].people) == 2 {
			e.score -= 5
		}
	}
	return e, f, true
}

var summitRule = rule{name: "summit", weight: 8, kind: model.KindSummit}
