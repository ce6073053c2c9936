package extract

import (
	"slices"

	"entente/model"
)

// Talks of which a sentence tells and names nobody: who held them stands in the sentences around.

// unnamedRule is of talks that are told by the noun alone: Monday's talks lasted till dark.
var unnamedRule = rule{name: "unnamed", weight: 4, open: true, kind: model.KindMeeting}

// unnamedReach is how many sentences down such talks are still what the article is about.
const unnamedReach = 8

// unnamed makes a frame of talks that took place and for which a sentence names nobody, where nothing was told of an encounter before:
// Monday's talks in Brussels lasted till dark. Those whom title and lead name held them, if they are two or three of as many parties.
func (d *document) unnamed(s *sentence, k int, fo *focus) (frame, bool) {
	f := frame{rule: &unnamedRule, sent: k, date: -1, then: -1, weight: unnamedRule.weight, group: true}
	if s.zone != zoneProse || s.index > unnamedReach || len(fo.pair) > 0 || s.named > 1 || s.cls&(classTalk|classMeeting) == 0 {
		return f, false
	}
	for i := s.from; i < s.to; i++ {
		if !d.talksAtHand(s, i) || !d.ofADay(i) && (s.named > 0 || !d.wentOn(s, i)) {
			continue
		}
		f.at, f.end = i, i+1
		if f.people = d.onlyOnes(k); f.people == nil {
			return f, false
		}
		d.factuality(&f, s)
		return f, f.status == model.StatusHeld && !f.doubtful && !f.back
	}
	return f, false
}

// talksAtHand tells that item i is talks that are told as known, of a day or a length: the talks, yesterday's meeting, two hours of talks.
func (d *document) talksAtHand(s *sentence, i int) bool {
	it := &d.items[i]
	if it.kind != itemWord || it.quoted || !it.is(classTalk|classMeeting) {
		return false
	}
	if i+1 < s.to && d.items[i+1].is(classAbout|classOf|classFor|classWith) && !d.items[i+1].is(classIn) {
		return false // the talks with the unions
	}
	for j := i - 1; j >= s.from && j >= i-3; j-- {
		switch p := &d.items[j]; {
		case p.kind == itemWeekday || p.possessive || p.kind == itemWord && p.is(classDay):
			return true
		case p.kind == itemWord && p.is(classThe|classHis):
			return d.lower(p) != "a" && d.lower(p) != "an" && d.lower(p) != "our"
		case p.kind != itemWord || p.cls != 0:
			return false
		}
	}
	return i == s.from
}

// ofADay tells that a day that is over owns the talks at item i, and a place stands behind them: yesterday's meeting at the White House.
func (d *document) ofADay(i int) bool {
	if i == 0 || i+2 >= len(d.items) || !d.items[i+1].is(classIn) {
		return false
	}
	p, place := &d.items[i-1], &d.items[i+2]
	if place.kind == itemWord && place.is(classThe) && i+3 < len(d.items) {
		place = &d.items[i+3]
	}
	return p.possessive && (p.kind == itemWeekday || d.lower(p) == "yesterday") && place.is(classPlace)
}

// wentOn tells that what follows the talks at item i says that they took place, within the clause: lasted an hour, ended without a statement.
func (d *document) wentOn(s *sentence, i int) bool {
	for j := i + 1; j < s.to && j <= i+6 && d.items[j].kind != itemPunct && !d.items[j].boundary(); j++ {
		if courses.has(d.lower(&d.items[j])) || d.items[j].is(classBe) && j+1 < s.to && d.lower(&d.items[j+1]) == "about" {
			return true
		}
	}
	return false
}

// courses are verbs for the course of talks.
var courses = setOf("lasted", "ended", "took", "went", "began", "closed", "concluded", "produced", "brought", "yielded", "ran", "dragged", "continued", "resumed",
	"broke", "dealt", "centred", "centered", "focused", "focussed", "revolved", "touched", "bore", "finished", "opened", "turned",
	"filled", "stretched", "circled", "centre", "ranged",
	"lasts", "ends", "takes", "goes", "begins", "closes", "concludes", "runs", "continues", "resumes", "turns")

// onlyOnes are those whom title and lead name, up to the second sentence behind sentence k: two or three who speak for as many parties.
func (d *document) onlyOnes(k int) []int32 {
	var who []int32
	for j := 0; j < len(d.sents) && j <= k+2; j++ {
		s := &d.sents[j]
		if s.zone != zoneTitle && s.zone != zoneProse || s.named == 0 {
			continue
		}
		for _, p := range d.peopleIn(s) {
			if slices.Contains(who, p) || d.minor(&d.people[p]) {
				continue
			}
			party := d.partyOfPerson(&d.people[p])
			if party == "" || len(who) == 3 || slices.ContainsFunc(who, func(q int32) bool { return d.partyOfPerson(&d.people[q]) == party }) {
				return nil
			}
			who = append(who, p)
		}
	}
	if len(who) < 2 || slices.ContainsFunc(who, func(p int32) bool { return d.atWar(p, who) }) {
		return nil
	}
	return who
}
