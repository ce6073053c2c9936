package extract

import (
	"slices"

	"entente/loader/gazetteer"
	"entente/model"
)

// splitHosts makes two encounters of one in which somebody meets both who heads a state and who heads its government: a guest is
// received by the president and by the prime minister, each in a house of his own. Two who act together stay together.
func (d *document) splitHosts(frames []frame, events []event) []event {
	for i := range events {
		e := &events[i]
		if len(e.people) != 3 || e.kind != model.KindMeeting || e.status == model.StatusOff {
			continue
		}
		a, b := d.twoHeads(e.people)
		if a < 0 || d.actTogether(e, frames, a, b) {
			continue
		}
		second := *e
		second.people = without(e.people, a)
		second.frames = slices.DeleteFunc(slices.Clone(e.frames), func(k int) bool { return !frames[k].has(b) })
		e.people = without(e.people, b)
		if own := slices.DeleteFunc(slices.Clone(e.frames), func(k int) bool { return frames[k].has(b) && !frames[k].has(a) }); len(own) > 0 {
			e.frames = own
		}
		if len(second.frames) > 0 {
			second.first = frames[second.frames[0]].sent
			events = append(events, second)
		}
	}
	return events
}

// twoHeads finds among people the head of a state and that of its government, in the order in which they stand; -1 where there are none.
func (d *document) twoHeads(people []int32) (a, b int32) {
	for i, p := range people {
		one, ok := d.roleOf(&d.people[p])
		if !ok || !headRole(one.Role) {
			continue
		}
		for _, q := range people[i+1:] {
			if two, ok := d.roleOf(&d.people[q]); ok && headRole(two.Role) && two.Role != one.Role && two.Party == one.Party {
				return p, q
			}
		}
	}
	return -1, -1
}

func headRole(r gazetteer.Role) bool {
	return r == gazetteer.RoleHeadOfState || r == gazetteer.RoleHeadOfGovernment
}

// actTogether tells that a sentence has two people as its subject, or has somebody receive both: the king and the prime minister
// received him; he had the two of them over; or that one joined the talks of the other.
func (d *document) actTogether(e *event, frames []frame, a, b int32) bool {
	return slices.ContainsFunc(e.frames, func(k int) bool {
		f := &frames[k]
		i, j := slices.Index(f.people, a), slices.Index(f.people, b)
		switch {
		case i < 0 || j < 0:
			return false
		case i < f.left && j < f.left:
			return true
		case f.left != 1:
			return false
		}
		return i > 0 && j > 0 && hosting.has(f.rule.name) || (i == 0 || j == 0) && d.sitsIn(f)
	})
}

// hosting are the rules whose subject is the host of all who stand behind it.
var hosting = setOf("receive", "receive.group", "receive.far", "had.over", "had.at", "as.guest")

func without(people []int32, p int32) []int32 {
	return slices.DeleteFunc(slices.Clone(people), func(q int32) bool { return q == p })
}

// sitsIn tells that a frame is of somebody who joined the talks of others: in the delegations' talks, in which the prime minister took part.
func (d *document) sitsIn(f *frame) bool {
	return f.rule.name == "join" && !f.filled && d.sents[f.sent].cls&(classTalk|classMeeting) != 0 && d.theseTalks(f)
}
