package extract

import (
	"slices"

	"entente/loader/gazetteer"
	"entente/model"
)

// The signs that make it likelier, or less likely, that somebody whom an article names sat at the table; seats.tsv says what each is worth.
const (
	seatAlways = iota
	seatTaken
	seatFrame
	seatFrames
	seatBeside
	seatListed
	seatAttends
	seatHead
	seatMinister
	seatBody
	seatOtherOffice
	seatUnlistedHigh
	seatUnlisted
	seatMinor
	seatFormer
	seatStateless
	seatEnemy
	seatHost
	seatOutranked
	seatTogether
	seatHero
	seatOnce
	seatTwice
	seatOften
	seatVeryOften
	seatHeadline
	seatTop
	seatNear
	seatMiddle
	seatFar
	seatUntold
	seatTitle
	seatAway
	seatSpeaks
	seatQuoted
	seatOwner
	seatBackground
	seatWith
	seatOf
	seatSays
	seatActs
	seatGathers
	seatTalkThere
	seatTalkElsewhen
	seatCall
	seatBefore
	seatOpen
	seatCounted
	seatSigns
)

// seatNames are the signs in words, as the table and the trace have them.
var seatNames = [seatSigns]string{
	seatAlways: "whoever is named", seatTaken: "taken for present by the rules", seatFrame: "named by words of the encounter",
	seatFrames: "named by several words of the encounter", seatBeside: "in a sentence that tells of the encounter",
	seatListed: "in a list with somebody taken for present", seatAttends: "told as somebody who may be there",
	seatHead: "head of state or government", seatMinister: "foreign or defence minister", seatBody: "leads an organisation",
	seatOtherOffice: "holds another office", seatUnlistedHigh: "in no table, with an office that leads a delegation", seatUnlisted: "in no table",
	seatMinor: "leads no delegation", seatFormer: "no longer in office", seatStateless: "speaks for nobody",
	seatEnemy: "at war with somebody taken for present", seatHost: "of the country where it was", seatOutranked: "named beside somebody of his party who ranks higher",
	seatTogether: "of the party of somebody else taken for present", seatHero: "named most of all",
	seatOnce: "named once", seatTwice: "named twice", seatOften: "named three or four times", seatVeryOften: "named five times and more",
	seatHeadline: "first named in the headline", seatTop: "first named in the lead", seatNear: "first named behind the lead", seatMiddle: "first named in the middle",
	seatFar: "first named far down", seatUntold: "named in no sentence of the report", seatTitle: "meant by the headline",
	seatAway: "said not to have come", seatSpeaks: "does nothing but say something", seatQuoted: "named only in quotations",
	seatOwner: "named only as an owner", seatBackground: "named only in the background", seatWith: "behind ‘with’", seatOf: "behind ‘of’ or ‘from’",
	seatSays: "said something", seatActs: "met, received, joined or signed", seatGathers: "in a sentence with a gathering",
	seatTalkThere: "met one of them apart that day", seatTalkElsewhen: "met somebody else, or on another day", seatCall: "was called",
	seatBefore: "in what was before", seatOpen: "in what is planned or was called off",
	seatCounted: "not taken by the rules, which have found as many as the text counts",
}

// signsOfSeats finds the signs of everybody whom the article names, in the order of document.people.
func (d *document) signsOfSeats(e *event, frames []frame, events []event) []signSet {
	out := slices.Grow(d.weighedSeats[:0], len(d.people))[:len(d.people)]
	counted := d.tableSize() == len(e.people) // the three signed
	away := d.stayedAway(len(d.sents))
	for k := range out {
		out[k] = d.seatOfPerson(int32(k), e)
		out[k].add(seatCounted, counted && !out[k].has(seatTaken))
		out[k].add(seatAway, slices.Contains(away, int32(k)))
	}
	for k := range events {
		if o := &events[k]; o != e {
			seatElsewhere(out, e, o)
		}
	}
	for _, k := range e.frames {
		for _, p := range frames[k].people {
			out[p].add(seatFrames, out[p].has(seatFrame))
			out[p].add(seatFrame, true)
		}
	}
	d.seatMentions(out, e)
	return out
}

// seatOfPerson finds the signs of what somebody is, and of how often he is named.
func (d *document) seatOfPerson(p int32, e *event) (s signSet) {
	q := &d.people[p]
	s.add(seatAlways, true)
	s.add(seatTaken, slices.Contains(e.people, p))
	o, ok := d.roleOf(q)
	switch {
	case !ok && highOffice(q):
		s.add(seatUnlistedHigh, true)
	case !ok:
		s.add(seatUnlisted, true)
	case o.Role == gazetteer.RoleHeadOfState || o.Role == gazetteer.RoleHeadOfGovernment:
		s.add(seatHead, true)
	case o.Role == gazetteer.RoleForeignMinister || o.Role == gazetteer.RoleDefenceMinister:
		s.add(seatMinister, true)
	case o.Role == gazetteer.RoleOrganisation:
		s.add(seatBody, true)
	default:
		s.add(seatOtherOffice, true)
	}
	s.add(seatMinor, d.minor(q))
	s.add(seatFormer, q.former)
	party := d.partyOfPerson(q)
	s.add(seatStateless, party == "")
	s.add(seatHost, party != "" && party == e.place.place.Host)
	for k := range d.people {
		if k == int(p) || party == "" {
			continue
		}
		other, there := d.partyOfPerson(&d.people[k]), slices.Contains(e.people, int32(k))
		s.add(seatTogether, there && other == party)
		s.add(seatEnemy, there && slices.Contains(enemies[other], party))
		s.add(seatOutranked, other == party && d.standing(int32(k)) > d.standing(p))
	}
	s.add(seatHero, p == d.hero)
	s.add(seatTitle, d.inTitle(p))
	s.add(seatSpeaks, d.onlySpeaks(p))
	switch n := q.mentions; {
	case n <= 1:
		s.add(seatOnce, true)
	case n == 2:
		s.add(seatTwice, true)
	case n <= 4:
		s.add(seatOften, true)
	default:
		s.add(seatVeryOften, true)
	}
	return s
}

// seatElsewhere notes who took part in another encounter of which the article tells.
func seatElsewhere(out []signSet, e, o *event) {
	for _, p := range o.people {
		s := &out[p]
		apart := sameDay(o, e) && slices.ContainsFunc(o.people, func(q int32) bool { return q != p && slices.Contains(e.people, q) })
		s.add(seatCall, o.kind == model.KindCall)
		s.add(seatTalkThere, o.kind != model.KindCall && apart)
		s.add(seatTalkElsewhen, o.kind != model.KindCall && !apart)
		s.add(seatBefore, o.back)
		s.add(seatOpen, o.status != model.StatusHeld)
	}
}

// seatMentions finds the signs of the sentences that name somebody, and of the words beside him.
func (d *document) seatMentions(out []signSet, e *event) {
	const never = 1 << 20
	first, all := make([]int, len(out)), make([]signSet, len(out)) // all: what every mention has
	for k := range first {
		first[k] = never
		all[k].add(seatQuoted, true)
		all[k].add(seatOwner, true)
		all[k].add(seatBackground, true)
	}
	for k := range d.sents {
		s := &d.sents[k]
		told := s.zone == zoneProse || s.zone == zoneTitle
		ofIt := d.around.tells(k)
		for i := s.from; i < s.to && s.kinds.has(kindPerson); i++ {
			it := &d.items[i]
			if it.kind != itemPerson {
				continue
			}
			p := it.ref
			every, some := &all[p], &out[p]
			if told {
				first[p] = min(first[p], s.index)
				every.drop(seatBackground)
			}
			if !it.quoted {
				every.drop(seatQuoted)
			}
			if !it.possessive {
				every.drop(seatOwner)
			}
			some.add(seatAttends, told && d.attends(s, i))
			some.add(seatGathers, s.cls&classGather != 0)
			some.add(seatBeside, ofIt)
			some.add(seatListed, d.listedWith(e, s, i))
			d.seatWords(some, s, i)
		}
	}
	for k := range out {
		out[k] |= all[k]
		switch n := first[k]; {
		case n <= 0:
			out[k].add(seatHeadline, true)
		case n <= 2:
			out[k].add(seatTop, true)
		case n <= 5:
			out[k].add(seatNear, true)
		case n <= 10:
			out[k].add(seatMiddle, true)
		case n < never:
			out[k].add(seatFar, true)
		default:
			out[k].add(seatUntold, true)
		}
	}
}

// seatWords finds the signs of the words in front of and behind somebody named as item i.
func (d *document) seatWords(s *signSet, in *sentence, i int) {
	if i > in.from {
		b := &d.items[i-1]
		s.add(seatWith, b.is(classWith))
		s.add(seatOf, b.is(classOf|classFrom))
	}
	if i+1 < in.to {
		n := &d.items[i+1]
		s.add(seatSays, n.is(classSay))
		s.add(seatActs, n.is(classMeet|classReceive|classGreet|classVisit|classHold|classJoin|classSign|classAgree|classDiscuss|classSpeak))
	}
}

// listedWith tells that item i stands in a list of names with somebody else of an event.
func (d *document) listedWith(e *event, s *sentence, i int) bool {
	const reach = 8
	for _, step := range [...]int{1, -1} {
		for j := i + step; j >= s.from && j < s.to && apart(i, j) <= reach; j += step {
			it := &d.items[j]
			if it.kind == itemPerson && it.ref != d.items[i].ref && slices.Contains(e.people, it.ref) {
				return true
			}
			if !inList(it) {
				break
			}
		}
	}
	return false
}

// inList tells that an item may stand between the names of a list.
func inList(it *item) bool {
	return it.kind == itemPerson || it.kind == itemPunct || it.kind == itemRole || it.kind == itemDemonym || it.kind == itemCountry ||
		it.is(classAnd|classThe|classOf)
}
