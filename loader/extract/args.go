package extract

import (
	"slices"
	"strings"

	"entente/model"
)

// boundary tells that the item ends a clause.
func (it *item) boundary() bool {
	if it.kind == itemPunct {
		return it.word == ';' || it.word == ':' || it.word == '-'
	}
	return it.kind == itemWord && it.is(classRelative|classSubord)
}

// behindPreposition tells that the person at item i is the object of a preposition that makes nobody a participant.
func (d *document) behindPreposition(s *sentence, i int) bool {
	if i == s.from {
		return false
	}
	p := &d.items[i-1]
	if p.is(classThe|classHis) && i-1 > s.from {
		p = &d.items[i-2]
	}
	return p.kind == itemWord && p.is(classFor|classAbout|classFrom|classIn|classTo|classOf|classBy|classThank) && !p.is(classWith|classBetween)
}

// arguments finds who stands at the two sides of a trigger.
func (d *document) arguments(f *frame, s *sentence, fo *focus) {
	if f.rule.name == "then.with" {
		switch {
		case len(fo.pair) > 0 && fo.pairSent == f.sent:
			f.add(fo.pair[0])
			f.kind = fo.pairKind
		case d.wentBefore(s, f.at):
			d.leftSide(f, s, fo)
			f.kind = model.KindMeeting
		default:
			f.weight = 0
			return
		}
	} else if !f.rule.withOnly() && !f.rule.noSubject() {
		d.leftSide(f, s, fo)
		if len(f.people) > 0 && f.rule.weight >= 6 {
			d.companions(f, s)
		}
	}
	if len(f.people) == 0 && (d.gladly(f, s) || d.clipped(f, s)) {
		if p := d.teller(f.sent, f.at); p >= 0 && d.people[p].office != "spokesman" {
			f.add(p)
			f.first = true
		}
	}
	f.left = len(f.people)
	if !f.rule.withOnly() {
		d.rightSide(f, s, fo)
	}
	d.inPattern(f, s, fo)
	if strings.HasPrefix(f.rule.name, "guests") {
		d.possessor(f, s, fo)
	}
	d.amongThemselves(f)
	if f.rule.weight >= 4 && len(f.people) > 0 && !d.international(f) && (f.rule.name != "join" || len(fo.pair) < 2) && !d.metOthers(f) {
		d.sameSentence(f, s)
	}
	if f.rule.weight >= 6 && len(f.people) > 0 && !d.international(f) {
		d.possessor(f, s, fo)
	}
	d.dismissEnvoys(f)
}

// amongThemselves leaves of a frame those between whom its talks are, where they are two or more of different parties: he spoke of a
// meeting between A and B.
func (d *document) amongThemselves(f *frame) {
	if f.left == 0 || len(f.people)-f.left < 2 || !d.items[f.at].is(classTalk|classMeeting|classCall) {
		return
	}
	for i := f.at; i < f.end; i++ {
		if it := &d.items[i]; it.kind == itemWord && it.is(classBetween) {
			if g := (frame{rule: f.rule, people: f.people[f.left:]}); d.international(&g) {
				f.people, f.left = f.people[f.left:], 0
			}
			return
		}
	}
}

// inPattern adds those who stand among the words of a trigger.
func (d *document) inPattern(f *frame, s *sentence, fo *focus) {
	for i := f.at; i < f.end; i++ {
		if d.items[i].isPunct(',') && f.rule.withOnly() {
			i = d.relativeEnd(i, f.end)
		}
		if d.items[i].kind == itemRole && (i == f.at && strings.HasPrefix(f.rule.name, "host") || i == f.end-1 && f.rule.name == "was.ps.host") {
			continue // the word itself: was the host of
		}
		d.argument(f, s, i, fo)
	}
}

// dismissEnvoys takes out ambassadors of a party for which somebody else takes part: he waits for his prime minister at the station, and sits
// behind him.
func (d *document) dismissEnvoys(f *frame) {
	for k, ref := range slices.Backward(f.people) {
		p := &d.people[ref]
		o, _ := d.roleOf(p)
		if p.office != "ambassador" && !strings.HasPrefix(o.Title, "ambassador") {
			continue
		}
		other := func(q int32) bool {
			return q != ref && (p.party == "" && p.row < 0 || d.partyOfPerson(&d.people[q]) == d.partyOfPerson(p))
		}
		if slices.ContainsFunc(f.people, other) {
			f.people = slices.Delete(f.people, k, k+1)
			if k < f.left {
				f.left--
			}
		}
	}
}

// withOnly tells that a rule's words name everybody: with her he discussed air defence.
func (r *rule) withOnly() bool {
	return r.name == "group.press" || r.name == "with.he" || r.name == "with.them" || r.name == "had.next"
}

// noSubject tells that whoever stands in front of a rule's words does something else: it was her turn; he told reporters of the talks between the two leaders.
func (r *rule) noSubject() bool {
	return strings.HasPrefix(r.name, "turn") || r.name == "meeting.of.group" || r.name == "group.alone"
}

// possessor adds whom ‘his’ or ‘her’ in front of a trigger means: his guests were, her talks with him.
func (d *document) possessor(f *frame, s *sentence, fo *focus) {
	for i := f.at - 1; i >= s.from && i >= f.at-2; i-- {
		it := &d.items[i]
		word := d.lower(it)
		if word == "their" && f.sent-fo.listSent <= 2 {
			f.addAll(fo.list)
			return
		}
		if it.kind != itemWord || word != "his" && word != "her" {
			continue
		}
		if word == "his" {
			word = "he"
		}
		for _, p := range append([]int32{fo.subject}, fo.recent...) {
			if p >= 0 && !f.has(p) && d.agrees(p, word) && !d.minor(&d.people[p]) {
				f.add(p)
				return
			}
		}
	}
}

// sameSentence gives a frame with one side the only other person of the sentence who speaks for another party.
func (d *document) sameSentence(f *frame, s *sentence) {
	other := int32(-1)
	party := d.partyOfPerson(&d.people[f.people[0]])
	to := s.to
	if f.rule.name == "the.talks" && f.left > 0 {
		to = f.at // he told the press after the talks, there is one candidate
	}
	for i := s.from; i < to; i++ {
		it := &d.items[i]
		if it.kind != itemPerson || it.quoted != d.items[f.at].quoted || f.has(it.ref) || d.partyOfPerson(&d.people[it.ref]) == party || it.possessiveOf(d, i, s.to) {
			continue
		}
		if other >= 0 && other != it.ref {
			return
		}
		if d.minor(&d.people[it.ref]) {
			continue
		}
		if i > s.from && d.items[i-1].kind == itemWord && d.items[i-1].is(classFrom|classAbout|classFor) && !d.items[i-1].is(classTo) {
			continue
		}
		other = it.ref
	}
	f.add(other)
}

// possessiveOf tells that somebody is named only as the owner of something that is no talk: ‘Kallas's party’.
func (it *item) possessiveOf(d *document, i, to int) bool {
	if !it.possessive {
		return false
	}
	for j := i + 1; j < to && j <= i+4; j++ {
		if d.items[j].is(classTalk | classMeeting | classCall | classVisit | classReceive | classSpeak | classPhone) {
			return false
		}
	}
	return true
}
