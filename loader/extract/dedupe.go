package extract

import (
	"slices"
	"strings"

	"entente/loader/gazetteer"
	"entente/model"
)

// dedupe joins events of one day that are one encounter: those with the same
// people, and those of which the people are among those of a larger one, when
// no strong trigger tells of a meeting of their own.
func (d *document) dedupe(frames []frame, events []event) []event {
	for i := range events {
		for j := range events {
			a, b := &events[i], &events[j]
			if i == j || a.score == gone || b.score == gone || !includes(a, b) || !sameDay(a, b) ||
				a.back != b.back && a.date != b.date && (a.status != model.StatusPlanned || b.status != a.status) ||
				(a.status == model.StatusOff) != (b.status == model.StatusOff) {
				continue
			}
			if a.again != b.again {
				if b.again && (b.date.IsZero() || b.date == a.date) {
					b.score = gone // they will see each other again: on what day, nobody says
				}
				continue
			}
			equal := len(a.people) == len(b.people)
			if !equal && d.retinue(a, b) {
				a.people = b.people
				absorb(a, b)
				continue
			}
			if equal && a.kind == model.KindCall && b.kind == model.KindMeeting && onlyNamed(b, a, frames) {
				absorb(a, b)
				continue
			}
			if d.keptApart(a, b, frames) || d.longAfter(a, b.first, b.date) || d.longAfter(b, a.first, a.date) {
				continue
			}
			absorb(a, b)
		}
	}
	return slices.DeleteFunc(events, func(e event) bool { return e.score == gone })
}

// keptApart tells that an event is another one than that whose people all its people are among. What some of them did on the way to a gathering is
// part of it.
func (d *document) keptApart(a, b *event, frames []frame) bool {
	equal := len(a.people) == len(b.people)
	switch {
	case equal && a.kind != b.kind && a.kind != model.KindSummit && b.kind != model.KindSummit: // a call and a meeting of one day are two
		return true
	case !equal && a.kind == model.KindCall && b.kind != model.KindCall && !a.open && !b.open: // from the room they rang somebody else
		return true
	case equal:
		return b.score > a.score
	}
	return len(b.people) == 2 && (b.apart || d.manyParties(a.people) && d.ownTalk(b, frames)) || ownMeeting(b, frames) ||
		b.kind != model.KindSummit && townsDiffer(a, b) && (a.kind != model.KindSummit || a.place.place.Host != b.place.place.Host)
}

// retinue tells that everybody of a gathering whom the lead does not tell as one of those who sat down came with one of them.
func (d *document) retinue(a, b *event) bool {
	if a.kind != model.KindSummit || d.sents[b.first].index > 2 || d.partiesOf(b) < 3 {
		return false
	}
	for _, p := range a.people {
		party := d.partyOfPerson(&d.people[p])
		if !slices.Contains(b.people, p) && !slices.ContainsFunc(b.people, func(q int32) bool { return d.partyOfPerson(&d.people[q]) == party }) {
			return false
		}
	}
	return true
}

// onlyNamed tells that an event rests on nothing but names beside each other or beside a place, or on a list of names, in sentences
// that tell of a call between the same people: he rang her in Oslo.
func onlyNamed(e, call *event, frames []frame) bool {
	for _, k := range e.frames {
		f := &frames[k]
		if f.rule.weight > 3 && f.rule != &summitRule || !slices.ContainsFunc(call.frames, func(c int) bool { return frames[c].sent == f.sent }) {
			return false
		}
	}
	return true
}

// arrivals drops what is only told of somebody's coming, its host taken from the context, where the text tells how the two met on
// a day of that week: he had landed in another town on Sunday; flies there on Thursday and will be received on Friday.
func arrivals(frames []frame, events []event) []event {
	return slices.DeleteFunc(events, func(e event) bool {
		planned := e.status == model.StatusPlanned
		coming := func(k int) bool {
			return (frames[k].filled || planned) && strings.HasPrefix(frames[k].rule.name, "visit")
		}
		if e.date.IsZero() || e.status == model.StatusOff || slices.ContainsFunc(e.frames, func(k int) bool { return !coming(k) }) {
			return false
		}
		return slices.ContainsFunc(events, func(o event) bool {
			gap := o.date.Days() - e.date.Days()
			if o.date.IsZero() || o.kind == model.KindCall || gap == 0 || gap <= -7 || gap >= 7 {
				return false
			}
			before := gap > 0 && gap <= 3 // she had landed on Sunday, and was received on Monday
			return (before || townsDiffer(&o, &e)) && includes(&o, &e) && o.status == e.status && ownMeeting(&o, frames)
		})
	})
}

// courtesies drops what somebody of no high rank did for a guest of his chief, and no more: the crown prince showed him the way to the king.
func (d *document) courtesies(frames []frame, events []event) []event {
	return slices.DeleteFunc(events, func(e event) bool {
		if len(e.people) != 2 || slices.ContainsFunc(e.frames, func(k int) bool { return !courtesyRules.has(frames[k].rule.name) }) {
			return false
		}
		for i, p := range e.people {
			o, ok := d.roleOf(&d.people[p])
			if ok && (headRole(o.Role) || o.Role == gazetteer.RoleOrganisation) {
				continue
			}
			party, guest := d.partyOfPerson(&d.people[p]), e.people[1-i]
			if slices.ContainsFunc(events, func(c event) bool {
				return slices.Contains(c.people, guest) && !slices.Contains(c.people, p) && sameDay(&c, &e) &&
					slices.ContainsFunc(c.people, func(q int32) bool { return d.partyOfPerson(&d.people[q]) == party })
			}) {
				return true
			}
		}
		return false
	})
}

// courtesyRules tell what one does for a guest without talks.
var courtesyRules = setOf("show", "greet", "escort")

// gone marks an event that another has taken in.
const gone = -1000

func absorb(a, b *event) {
	a.frames = append(a.frames, b.frames...)
	for _, q := range b.parties {
		if a.status == b.status && !slices.Contains(a.parties, q) {
			a.parties = append(a.parties, q)
		}
	}
	a.score, a.first = max(a.score, b.score), min(a.first, b.first)
	if a.date.IsZero() && !b.date.IsZero() { // some other time is no day
		a.date, a.end, a.dateFrom, a.dateRule = b.date, b.end, b.dateFrom, b.dateRule
	}
	if (a.place.place.City == "" || a.journey && !b.journey && b.place.place.City != "") && a.kind != model.KindCall {
		a.place = b.place
	}
	a.journey, a.remarks, a.bare = a.journey && b.journey, a.remarks && b.remarks, a.bare && b.bare
	a.placed, a.dated = a.placed || b.placed, a.dated || b.dated
	b.score = gone
}

// townsDiffer tells that two events are told of two towns.
func townsDiffer(a, b *event) bool {
	x, y := a.place.place.City, b.place.place.City
	return x != "" && y != "" && x != y
}

// includes tells that everybody of b took part in a.
func includes(a, b *event) bool {
	return len(b.people) > 0 && len(b.people) <= len(a.people) && allIn(b.people, a.people)
}

func sameDay(a, b *event) bool {
	return a.date == b.date || a.date.IsZero() || b.date.IsZero() || a.date.Covers(b.date) || b.date.Covers(a.date) ||
		!a.end.IsZero() && model.Compare(a.date, b.date) <= 0 && model.Compare(b.date, a.end) <= 0
}

// ownMeeting tells that an event has a trigger that is strong by itself: they met, he received her.
func ownMeeting(e *event, frames []frame) bool {
	for _, k := range e.frames {
		if f := &frames[k]; f.rule.weight >= 6 && f.rule.name != "summit" && !f.filled && !f.doubtful {
			return true
		}
	}
	return false
}

// ownTalk tells that a sentence which speaks of no gathering says of two that they talked, sat together or saw each other.
func (d *document) ownTalk(e *event, frames []frame) bool {
	return slices.ContainsFunc(e.frames, func(k int) bool { return d.ofTheirOwn(&frames[k]) })
}

// ofTheirOwn tells that a frame is of two who talked, in a sentence that speaks of no gathering.
func (d *document) ofTheirOwn(f *frame) bool {
	if f.rule.weight < 5 || f.rule.name == "beside" || f.rule == &homeRule || f.filled || f.doubtful || f.far || len(f.people) != 2 {
		return false
	}
	return d.items[f.end-1].is(classTalk|classSpeak|classMeet) && !d.gathersIn(&d.sents[f.sent])
}

// withAnother tells that a frame is of a visit of which the same sentence tells with whom the guest met, and that the host was only taken from the context: during
// her trip to Beijing she met the premier on Sunday. That day is no day of the host.
func (d *document) withAnother(frames []frame, k int) bool {
	f := &frames[k]
	if !f.filled || len(f.people) != 2 || !strings.HasPrefix(f.rule.name, "visit") {
		return false
	}
	for j := k - 1; j >= 0 && frames[j].sent == f.sent; j-- {
		if f.besideOf(&frames[j]) && d.international(&frames[j]) {
			return true
		}
	}
	for j := k + 1; j < len(frames) && frames[j].sent == f.sent; j++ {
		if f.besideOf(&frames[j]) && d.international(&frames[j]) {
			return true
		}
	}
	return false
}

// besideOf tells that another frame of the sentence names two who met, one of them the guest of this one.
func (f *frame) besideOf(o *frame) bool {
	return o.rule.weight >= 5 && !o.filled && len(o.people) == 2 && o.status == f.status && o.has(f.people[0]) && !o.has(f.people[1])
}
