package extract

import (
	"slices"

	"entente/loader/gazetteer"
	"entente/model"
)

// outranked lowers an encounter of somebody's visit where the same guest sat, on the same day, with somebody of higher standing in the
// same country: the news is that the president received him, and not that he spoke with the minister before. A title that
// names the lower one, and not the higher, says otherwise.
func (d *document) outranked(events []event) {
	for i := range events {
		low := &events[i]
		if !low.ofTwo() {
			continue
		}
		for k := range events {
			high := &events[k]
			if k == i || !high.ofTwo() || high.kind != low.kind || !sameDay(low, high) || high.score < believedBeside {
				continue
			}
			guest, l, h := sharedGuest(low, high)
			if guest < 0 || d.partyOfPerson(&d.people[l]) != d.partyOfPerson(&d.people[h]) {
				continue
			}
			if d.standing(h) > d.standing(l) && (!d.inTitle(l) || d.inTitle(h)) {
				low.lead = min(low.lead, high.score+high.lead-low.score-1)
			}
		}
	}
}

// opening marks the encounter that opens the account of a day: of several that whom the article is about had, that of which the text names everybody before it
// comes to anybody of the others. He talked with the president for three hours; the premier met him in the afternoon. Not where somebody of higher standing comes
// later, and not beside a gathering. A title that names somebody of one encounter, and nobody of the other or only behind him, decides, also over one of an
// earlier day.
func (d *document) opening(events []event) {
	for i := range events {
		e := &events[i]
		if d.hero < 0 || !slices.Contains(e.people, d.hero) || e.idle() || e.indirect {
			continue
		}
		rivals := 0
		e.opens = !slices.ContainsFunc(events, func(o event) bool {
			switch {
			case o.idle():
				return false
			case len(o.people) > max(len(e.people), 3) || len(o.people) > len(e.people) && includes(&o, e):
				return true
			case includes(e, &o) || !sharesPerson(&o, e):
				return false
			}
			mine, theirs := d.titlePlace(e, &o), d.titlePlace(&o, e)
			if !sameDay(&o, e) && (mine < 0 || theirs >= 0 || model.Compare(o.date, e.date) > 0) {
				return false // of another day, but in the title, and later
			}
			if mine >= 0 && mine != theirs {
				rivals++
				return theirs >= 0 && theirs < mine
			}
			if o.kind != e.kind {
				return false
			}
			rivals++
			return d.ownNamed(&o, e) <= d.namedBy(e) || d.highest(&o, -1) > d.highest(e, -1) || d.highest(&o, d.hero) > d.highest(e, d.hero)
		}) && rivals > 0
	}
}

// titlePlace is the token at which the title names the first of an event who had no part in another; -1 where it names none of them.
func (d *document) titlePlace(e, o *event) int {
	for k := range d.sents {
		s := &d.sents[k]
		for i := s.from; i < s.to && s.zone == zoneTitle && s.named > 0; i++ {
			if p := d.refOf(i); p >= 0 && slices.Contains(e.people, p) && !slices.Contains(o.people, p) {
				return d.items[i].first
			}
		}
	}
	return -1
}

// ofMany raises a table of six and more that a text tells of near its beginning: the report is on that, whoever had the host to himself before.
func (d *document) ofMany(e *event) {
	if e.kind == model.KindSummit && e.status == model.StatusHeld && len(e.people) > manyAtTable+1 && d.sents[e.first].index <= nearTop {
		e.lead += 6
	}
}

// nearTop is how many sentences the beginning of a text has.
const nearTop = 8

// idle tells that an event is nothing that an article could be about.
func (e *event) idle() bool {
	return e.status == model.StatusOff || e.doubtful || e.bare || len(e.people) < 2 || e.back && e.score < believedOfOld || e.score+e.lead < believedWithAid
}

// namedBy is the token by which the text has named everybody of an event.
func (d *document) namedBy(e *event) int {
	at := 0
	for _, p := range e.people {
		at = max(at, d.people[p].first)
	}
	return at
}

// ownNamed is the token at which the text names the first of an event who had no part in another.
func (d *document) ownNamed(o, e *event) int {
	at := len(d.tokens)
	for _, p := range o.people {
		if !slices.Contains(e.people, p) {
			at = min(at, d.people[p].first)
		}
	}
	return at
}

// highest is the highest standing of those of an event, somebody left out.
func (d *document) highest(e *event, but int32) int {
	top := 0
	for _, p := range e.people {
		if p != but {
			top = max(top, d.standing(p))
		}
	}
	return top
}

// ofTwo tells that an event is one of two people, told as held or planned.
func (e *event) ofTwo() bool {
	return len(e.people) == 2 && e.status != model.StatusOff && !e.back && !e.doubtful && !e.bare
}

// sharedGuest is the one who took part in both of two encounters of two, and whom he sat with in each; -1 where nobody did, or both.
func sharedGuest(a, b *event) (guest, other, another int32) {
	guest = -1
	for n, p := range a.people {
		if slices.Contains(b.people, p) {
			if guest >= 0 {
				return -1, -1, -1
			}
			guest, other = p, a.people[1-n]
		}
	}
	if guest < 0 {
		return -1, -1, -1
	}
	another = b.people[0]
	if another == guest {
		another = b.people[1]
	}
	return guest, other, another
}

// standing ranks who receives: whoever governs, then a head of state, a minister, anybody else.
func (d *document) standing(p int32) int {
	q := &d.people[p]
	o, ok := d.roleOf(q)
	role, party := o.Role, o.Party
	if !ok {
		at := d.lex.officeNamed(q.office)
		if at == 0 {
			return 1
		}
		role, party = d.lex.offices[at-1].role, q.party // no table knows him: his office is told
	}
	switch role {
	case gazetteer.RoleHeadOfGovernment, gazetteer.RoleOrganisation:
		return 4
	case gazetteer.RoleHeadOfState:
		if ceremonial[party] {
			return 3
		}
		return 4
	case gazetteer.RoleForeignMinister, gazetteer.RoleDefenceMinister:
		return 2
	case gazetteer.RoleOther:
	}
	return 0
}

// ceremonial are the parties whose head of state reigns and does not govern.
var ceremonial = map[model.Party]bool{
	"AT": true, "AU": true, "BE": true, "CA": true, "DE": true, "DK": true, "ES": true, "GB": true, "GR": true, "HU": true, "IE": true, "IL": true, "IN": true,
	"IT": true, "JP": true, "LU": true, "MY": true, "NL": true, "NO": true, "NZ": true, "SE": true, "TH": true,
}

// ofTheNews takes back that a frame is of what was before where it has a day of its own and the article appeared within a day of it: on Friday, on the eve of
// the second anniversary, the two signed. What was long before is told in the same sentence.
func (d *document) ofTheNews(f *frame, day, pub model.Date) {
	if !f.back || pub.Precision() != model.PrecisionDay || day.Precision() != model.PrecisionDay || d.sents[f.sent].zone == zoneBackground {
		return
	}
	if gap := pub.Days() - day.Days(); gap >= -1 && gap <= 1 || gap < 0 && f.status == model.StatusPlanned {
		f.back = false
		f.weight += 4
	}
}

// otherTime tells that a frame is of another encounter of those who met in an event: the next one, or the one before it.
func (d *document) otherTime(e *event, f *frame) bool {
	return e.again != d.nextTime(f) || e.status == model.StatusHeld && d.nextUnit(f)
}

// nextTime tells that a frame is of the next time that the same people meet: he thanked her today; the two will see each other again in June.
func (d *document) nextTime(f *frame) bool {
	if f.status != model.StatusPlanned {
		return false
	}
	for i, to := f.at, d.sents[f.sent].to; i < to && i <= f.end+1; i++ {
		if it := &d.items[i]; it.kind == itemWord && !it.quoted && d.lower(it) == "again" {
			return true
		}
	}
	return false
}

// nextUnit tells that a frame is of what is to be in a week or a month: he awaited her; they will hold a session next week.
func (d *document) nextUnit(f *frame) bool {
	s := &d.sents[f.sent]
	for i := s.from; i+1 < s.to && f.status == model.StatusPlanned; i++ {
		if it := &d.items[i]; it.kind == itemWord && !it.quoted && d.lower(it) == "next" && nextUnits.has(d.lower(&d.items[i+1])) {
			return true
		}
	}
	return false
}

// nextUnits stand behind ‘next’ and tell of another encounter than the one of the news: next week.
var nextUnits = setOf("week", "month", "year", "spring", "summer", "autumn", "fall", "winter")
