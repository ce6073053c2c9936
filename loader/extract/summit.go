package extract

import (
	"slices"
	"strings"

	"entente/model"
)

// joinsGathering tells that what a trigger says somebody joined is a gathering of many.
func (d *document) joinsGathering(f *frame, s *sentence) bool {
	for i := f.end; i < s.to && i < f.end+8 && d.items[i].kind != itemPunct && !d.items[i].boundary(); i++ {
		if d.items[i].is(classFor) {
			return false // joins the two of them for a summit
		}
		if d.items[i].is(classGather) && !d.noTable(s, i) {
			return true
		}
	}
	return false
}

// occasion tells that the gathering at item i is only where or when something else took place, or yet to come.
func (d *document) occasion(s *sentence, i int) bool {
	if d.noTable(s, i) {
		return true
	}
	for j := i - 1; j >= s.from && j >= i-6; j-- {
		it := &d.items[j]
		if j < i-4 || d.partOfIt(s, j) {
			if d.lower(it) == "between" {
				return true // between two panels of the forum
			}
			continue
		}
		if it.is(classSideline) || d.onOccasion(s, j) {
			return j <= s.from || d.lower(it) != "before" || !stageVerbs.has(d.lower(&d.items[j-1]))
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

// onOccasion tells that the word at item j makes an occasion of a gathering behind it: ahead of the summit, on the way to the summit.
func (d *document) onOccasion(s *sentence, j int) bool {
	w := d.lower(&d.items[j])
	return d.items[j].kind == itemWord && (occasionWords.has(w) || w == "way" && j > s.from && d.items[j-1].is(classThe|classHis))
}

// partOfIt tells that a word in front of a gathering makes it no occasion: the Grain from Ukraine summit, to which forty leaders had been invited.
func (d *document) partOfIt(s *sentence, j int) bool {
	if j == s.from {
		return false
	}
	switch d.lower(&d.items[j]) {
	case "from":
		return d.items[j-1].kind == itemName
	case "invited":
		return d.lower(&d.items[j-1]) == "been"
	}
	return false
}

// inPassing tells that the gathering at item i is only spoken of: support for this month's summit; a trip that had brought him to the summit.
func (d *document) inPassing(s *sentence, i int) bool {
	for j := i - 1; j > s.from && j >= i-9; j-- {
		it := &d.items[j]
		if it.kind == itemPunct {
			return false
		}
		if it.kind == itemWord && it.is(classRelative) && j+1 < i {
			return d.lower(&d.items[j+1]) == "had"
		}
		if d.lower(it) == "for" && forWords.has(d.lower(&d.items[j-1])) {
			return true
		}
	}
	return false
}

// forWords stand in front of ‘for’ and a gathering that is yet to be.
var forWords = setOf("support", "lobby", "lobbying", "campaign", "hopes", "backing")

// noTable tells that the gathering at item i is none at which many sit at one table.
func (d *document) noTable(s *sentence, i int) bool {
	return d.ofTwoStates(s, i) || d.asBody(s, i) || d.podium(i) || d.withOne(s, i)
}

// podium tells that the gathering at item i is one where many speak from a stage and each meets others beside it: the security conference, the
// World Economic Forum. Who is named there sat at no table with the rest.
func (d *document) podium(i int) bool {
	it := &d.items[i]
	if it.kind == itemSummit {
		name := d.g.Summits[it.ref].Name
		return strings.Contains(name, "Security Conference") || strings.Contains(name, "Forum")
	}
	return d.lower(it) == "security conference" || d.lower(it) == "forum" && (d.tokens[it.first].capital() || i > 0 && d.items[i-1].kind == itemName)
}

// withOne tells that the gathering at item i is one of two: held a summit with the Polish president.
func (d *document) withOne(s *sentence, i int) bool {
	j := i + 1
	if d.items[i].kind == itemSummit || j >= s.to || d.items[j].kind != itemWord || !d.items[j].is(classWith) {
		return false
	}
	for j++; j < s.to && d.items[j].kind == itemWord && d.items[j].is(classThe|classHis); {
		j++
	}
	if j >= s.to {
		return false
	}
	it := &d.items[j]
	return (it.kind == itemPerson || it.kind == itemRole && !it.plural) && !d.listed(j, s.to)
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
		in := j - 1
		if partsOfMonth.has(d.lower(&d.items[in])) {
			in--
		}
		if d.items[j].kind == itemMonth && d.today.Month != 0 && d.items[in].is(classIn) && uint8(d.items[j].ref) != d.today.Month { //nolint:gosec // 1…12.
			return true
		}
	}
	return d.inPassing(s, i)
}

// partsOfMonth may stand in front of a month.
var partsOfMonth = setOf("early", "late", "mid")

// stageVerbs stand in front of ‘before’ where it is a place: he went before the summit.
var stageVerbs = setOf("went", "spoke", "appeared", "stood", "came", "speaking", "address")

var occasionWords = setOf(
	"ahead", "ahead of", "prior to", "in advance of", "in preparation for", "before", "upcoming", "forthcoming", "preparations", "prepare", "preparation",
	"invitation", "invited", "future", "discussed", "possible", "previous", "press", "news", "since", "want", "wants", "planning", "planned",
	"proposes", "proposed", "propose", "suggested", "suggests", "form", "create", "set up", "idea", "route",
)

// summit makes an event of a gathering that title or lead are about, when
// people of three parties at least were there.
func (d *document) summit(frames []frame, events []event, pub model.Date) (event, frame, bool) {
	score, sent, at := d.gatherScore()
	e := event{first: sent, dateFrom: -1, kind: model.KindSummit}
	if score < 4 || sent < 0 {
		list := d.longList()
		if list < 0 {
			return e, frame{}, false
		}
		if score += 4; sent < 0 {
			e.kind, e.first = model.KindMeeting, list
			sent, at = list, d.sents[list].from
		}
	}
	e.people = d.withGuest(events, at, d.withHero(events, d.attendants(frames, sent, d.summitDays(frames, events, sent, at, pub))))
	parties := map[model.Party]bool{}
	for _, ref := range e.people {
		parties[d.partyOfPerson(&d.people[ref])] = true
	}
	if len(parties) < 2 || len(parties) == 2 && (score < 6 || len(e.people) > 2 && score < 9) {
		return e, frame{}, false
	}
	f := frame{rule: &summitRule, sent: sent, at: at, end: at + 1, date: -1, kind: model.KindSummit, people: e.people}
	d.factuality(&f, &d.sents[sent])
	f.weight = summitRule.weight
	e.status = f.status
	if len(parties) == 2 && f.doubtful || e.status != model.StatusHeld && (len(parties) == 2 && d.heldInLead(events, believed) || d.heldInLead(events, toldWell)) {
		return e, frame{}, false // what those who met today spoke of
	}
	if len(e.people) > 2 {
		e.parties = d.delegations(parties)
	}
	if len(parties) >= manyDelegations && d.gathered() {
		e.kind = model.KindSummit
	}
	e.score = d.summitScore(&e, frames, events, score, len(parties))
	return e, f, true
}

// manyDelegations is how many make a table that is news by itself, whatever it is called.
const manyDelegations = 6

// summitScore is what speaks for a gathering of people of some parties: what title and lead say, how many came, and that title and lead tell of no talks of two.
func (d *document) summitScore(e *event, frames []frame, events []event, told, parties int) int {
	score := told + min(parties, 8) + 5
	if parties == 2 && len(e.people) == 2 {
		score -= 4
	}
	if parties < 4 && told < 6 {
		score -= 6
	}
	if parties >= manyDelegations {
		score += 3
	}
	for i := range events {
		o := &events[i]
		if o.score >= 14 && len(o.people) == 2 && slices.ContainsFunc(o.frames, func(k int) bool { return d.sents[frames[k].sent].index <= 1 && !frames[k].filled }) {
			score -= 5
		}
	}
	return score
}

// withHero adds whom the article is about to those who came to a gathering, where it tells that one of them met him: his own words at the table need not be told.
func (d *document) withHero(events []event, people []int32) []int32 {
	if d.hero < 0 || len(people) < 3 || slices.Contains(people, d.hero) {
		return people
	}
	for i := range events {
		e := &events[i]
		if e.kind == model.KindMeeting && e.status == model.StatusHeld && !e.back && e.score >= believed && slices.Contains(e.people, d.hero) &&
			!slices.ContainsFunc(e.people, func(p int32) bool { return p != d.hero && !slices.Contains(people, p) }) {
			return append(people, d.hero)
		}
	}
	return people
}

// toldWell is the score of an encounter that a lead is about, whatever else is yet to come.
const toldWell = 10

// gathered tells that the text speaks of a gathering or a common table anywhere in its first half.
func (d *document) gathered() bool {
	for k := range d.sents {
		s := &d.sents[k]
		if s.zone != zoneTitle && s.zone != zoneProse || s.index > 12 {
			continue
		}
		for i := s.from; i < s.to; i++ {
			it := &d.items[i]
			if it.quoted {
				continue
			}
			if it.is(classGather) && !d.occasion(s, i) || tableWords.has(d.lower(it)) {
				return true
			}
		}
	}
	return false
}

// tableWords tell of a gathering as its name does: forty at one table.
var tableWords = setOf("table", "dinner", "declaration", "circle")

// heldInLead tells that the lead tells, with so much that speaks for it, of an encounter that took place.
func (d *document) heldInLead(events []event, score int) bool {
	for i := range events {
		if e := &events[i]; e.status == model.StatusHeld && !e.back && d.sents[e.first].index <= 3 && e.score >= score {
			return true
		}
	}
	return false
}

var summitRule = rule{name: "summit", weight: 8, kind: model.KindSummit}
