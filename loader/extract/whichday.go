package extract

import "entente/model"

// dateFor returns the date expression that belongs to a frame: in its
// sentence, nearest to the trigger, in its clause, behind it rather than in front.
func (d *document) dateFor(f *frame) int {
	best, score := -1, -60
	from, to := d.datesIn(f.sent)
	for k := from; k < to; k++ {
		if sc, ok := d.belongs(f, &d.dates[k]); ok && sc > score {
			best, score = k, sc
		}
	}
	return best
}

// belongs tells how near a date of its sentence stands to a frame, and whether it may be the frame's day at all.
func (d *document) belongs(f *frame, e *dateExpr) (score int, ok bool) {
	s := &d.sents[f.sent]
	if e.aside || e.used && s.index > 1 && !e.dateline || e.form == formWarDay || e.prefix || e.dateline && f.status == model.StatusPlanned {
		return 0, false
	}
	it := d.itemOf(f.sent, e.first)
	clause, inside := d.clauseOf(s, f.at), d.clauseOf(s, it)
	during := it < f.at && d.during(it, f.at) // which they signed on Tuesday in Lisbon, during his visit
	if during {
		clause = inside
	}
	said := d.saidOn(s, it)
	switch {
	case d.bracketed(s, f.at, it), d.ofContent(e, f.at), !during && d.ofOther(e, f.at), d.countedFrom(e, f):
		return 0, false
	case inside != 0 && f.rule.name == "visit" && d.lateAt(s, it): // who landed on Monday night
		return 0, false
	case d.whereElse(s, f.at, it), inside != 0 && inside != clause && !d.arrival(s, it): // who was in Paris on Monday; but: who landed on Tuesday
		return 0, false
	case f.status == model.StatusHeld && (d.ahead(s, it) > f.at || f.at < it && d.aheadWhen(s, it)): // received the guest who is expected in Rome on Saturday
		return 0, false
	case said && (f.status == model.StatusPlanned || f.rule.weight < 4):
		return 0, false
	}
	gap, crossed := d.wayTo(f.at, it)
	vague := e.form == formYear || e.form == formVague
	if vague && (gap > 7 || crossed > 0) {
		return 0, false // some other time: only what stands right beside it
	}
	switch {
	case d.behindPivot(f, e):
		gap, crossed = 0, 0 // a day after he met her
	case (during || d.beginsPart(s, it, f.at)) && !e.used && !e.dateline:
		gap, crossed = min(gap, 4), 0 // On Thursday, …: the day of the whole sentence
	case it < f.at && d.opensClause(s, it, f.at):
		gap, crossed = min(gap, 3), 0
	}
	score = 10 - gap - 2*crossed
	less := func(wrong bool, n int) {
		if wrong {
			score -= n
		}
	}
	less(inside != clause, 6)
	less(e.bound, 12)
	less(e.form == formMonth, 4)
	less(vague && d.tokens[e.last-1].is(flagPossessive), 8) // at this year's fair on Monday
	less(e.used || e.dateline, 8)
	less(said, 12)
	less(d.pivot(e) && f.at > it && !d.behindPivot(f, e), 6)
	less(d.tokens[e.first].is(flagQuoted) != d.items[f.at].quoted, 10)
	return score, true
}

// aheadWhen tells that a clause behind the date at item it says what is to be on that day: 3 February, when the two are to sign.
func (d *document) aheadWhen(s *sentence, it int) bool {
	for j := it + 1; j < s.to && j <= it+4; j++ {
		switch x := &d.items[j]; {
		case x.kind == itemWord && d.lower(x) == "when":
			for j++; j < s.to && !d.items[j].boundary() && d.items[j].kind != itemPunct; j++ {
				if w := &d.items[j]; w.kind == itemWord && w.is(classFuture) && !w.quoted {
					w := d.lower(w)
					return w != "was to" && w != "were to"
				}
			}
			return false
		case x.kind == itemPunct && !x.isPunct(','), x.kind == itemPerson, x.is(classTalk | classMeeting):
			return false
		}
	}
	return false
}

// beginsPart tells that the date at item it begins the sentence, or the part of it behind a semicolon, in which the trigger at item at stands.
func (d *document) beginsPart(s *sentence, it, at int) bool {
	part := s.from
	for j := s.from; j < max(it, at); j++ {
		if d.items[j].isPunct(';') {
			if part = j + 1; j > it || j > at && j < it {
				return false
			}
		}
	}
	return it <= part+2
}

// wayTo measures the way from a trigger to a date: items between them, a little more where the date
// stands in front, and clauses and commas that are crossed.
func (d *document) wayTo(at, it int) (gap, crossed int) {
	gap = it - at
	if gap < 0 {
		gap = -gap + 2
	}
	for j := min(it, at); j < max(it, at); j++ {
		switch {
		case d.items[j].boundary():
			crossed += 3
		case d.items[j].isPunct(','):
			crossed++
		}
	}
	return min(gap, 12), crossed
}

// dateBefore returns the day told last before a frame: in its paragraph, or up to three sentences back. first is the sentence that tells of
// its event first.
func (d *document) dateBefore(f *frame, first int) int {
	s := &d.sents[f.sent]
	if s.index == 0 {
		return -1
	}
	if k := d.fieldDay(f); k >= 0 {
		return k
	}
	at, _ := d.datesIn(f.sent)
	for k := at - 1; k >= 0 && k >= at-maxBack; k-- {
		e := &d.dates[k]
		t := &d.sents[e.sent]
		if e.bound && e.form != formRelative {
			continue
		}
		if e.aside || e.used || e.prefix || e.dateline || !e.form.tellsDay() {
			continue
		}
		if t.zone == zoneStamp || t.zone == zoneTitle || t.zone == zoneTail || t.zone == zoneBackground {
			continue
		}
		if t.para != s.para && f.sent-e.sent > 3 {
			return -1
		}
		if d.tokens[e.first].is(flagQuoted) || d.ofContent(e, t.from-1) || d.ofOther(e, -1) {
			continue
		}
		if d.ofElse(t, f.people, first < e.sent) || d.saidByOthers(e, f.people) || d.hadHappened(e, t) || d.madePublic(e) {
			continue
		}
		if f.status == model.StatusHeld && (d.ahead(t, d.itemOf(e.sent, e.first)) >= 0 || d.todayNow(e, t)) {
			continue // he is expected in Rome on Saturday; today he speaks in Davos
		}
		if f.status == model.StatusPlanned && d.pastTold(t) {
			continue // they met on Tuesday; on the way home she is to see the king
		}
		return k
	}
	return -1
}

// pastTold tells that a sentence tells of what was, and of nothing that is to come.
func (d *document) pastTold(s *sentence) bool {
	if s.cls&classFuture != 0 {
		return false
	}
	for i := s.from; i < s.to; i++ {
		if it := &d.items[i]; it.kind == itemWord && !it.quoted && (d.pastForm(i) || wasWords.has(d.lower(it))) {
			return true
		}
	}
	return false
}

// wasWords tell what was, beside the verbs in the past: were at the table.
var wasWords = setOf("was", "were", "had")

// tellsDay tells that a form means a day, as it stands.
func (f dateForm) tellsDay() bool {
	return f == formFull || f == formNoYear || f == formDay || f == formWeekday || f == formRelative || f == formFeast
}

// ofContent tells that a date stands in a clause about what somebody else did or what a day brought, apart from the encounter at item
// at: it was about what Saturday had laid bare; the first talks since she took office on 4 May.
func (d *document) ofContent(x *dateExpr, at int) bool {
	s := &d.sents[x.sent]
	it := d.itemOf(x.sent, x.first)
	for j := it - 1; j >= s.from && j >= it-8; j-- {
		w := &d.items[j]
		if w.kind == itemWord && w.marks&markAsk != 0 && contentWords.has(d.lower(w)) && (d.lower(w) != "since" || j < it-1 && x.form.tellsDay()) {
			return at < j || at > it
		}
		if w.kind == itemPunct || w.boundary() {
			return false
		}
	}
	return false
}

// contentWords begin a clause about something else than what the sentence tells: what he did, how it went, since she took office on.
var contentWords = setOf("what", "how", "why", "whatever", "since")

// whereElse tells that the date at item it stands in a clause about the place of the encounter at item at: in the resort where the
// summit closes today.
func (d *document) whereElse(s *sentence, at, it int) bool {
	for j := at + 1; j < it; j++ {
		if w := &d.items[j]; w.kind == itemWord && d.lower(w) == "where" && j > s.from && d.items[j-1].kind != itemPunct {
			return !d.arrival(s, it)
		}
	}
	return false
}
