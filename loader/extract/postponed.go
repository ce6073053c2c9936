package extract

import "strings"

// putOff tells that an encounter was put to another day, which the sentence tells, and makes that its day: the talks have been postponed to Friday; she moved
// her meeting with him to 3 June. What was put off until further notice has none, and what was held on the later day was held.
func (d *document) putOff(f *frame, s *sentence) bool {
	if from, to := d.datesIn(f.sent); from == to || s.zone != zoneProse && s.zone != zoneTitle || !d.items[f.at].is(classTalk|classMeeting|classCall|classVisit) {
		return false
	}
	for i := max(s.from+1, f.at-8); i < s.to && i < f.end+14; i++ {
		it := &d.items[i]
		if it.kind != itemWord || it.quoted || !movedWords.has(d.low(it.first)) || d.items[i-1].isPunct(',') {
			continue // and not: the talks, moved to Monday, lasted an hour
		}
		if d.saysNothing(s, i) {
			continue
		}
		day := d.movedTo(s, i)
		for k, end := d.datesIn(f.sent); k < end && day >= 0; k++ {
			x := &d.dates[k]
			if n := d.itemOf(f.sent, x.first); (n == day || n == day-1 || n == day+1) && x.form.tellsDay() {
				f.own = k + 1
				return true
			}
		}
	}
	return false
}

// movedWords say, in front of ‘to’ or ‘until’ and a day, that something is to be then.
var movedWords = setOf("moved", "postponed", "put", "pushed", "delayed", "deferred", "rescheduled", "shifted", "brought", "moves", "postpones", "puts", "pushes",
	"delays", "reschedules")

// saysNothing tells that the word for moving at item i is of what had been before, or of what is held all the same: had been moved to Friday; postponed from
// Monday, the talks took place.
func (d *document) saysNothing(s *sentence, i int) bool {
	for j := i - 1; j >= s.from && j >= i-3; j-- {
		if w := d.lower(&d.items[j]); w == "had" || w == "having" || d.items[j].is(classNeg) {
			return true
		}
	}
	return d.heldInSentence(s)
}

// heldInSentence tells that a sentence says of what it speaks of that it took place.
func (d *document) heldInSentence(s *sentence) bool {
	for j := s.from; j+1 < s.to; j++ {
		switch next := d.lower(&d.items[j+1]); d.lower(&d.items[j]) {
		case "lasted":
			return true
		case "took", "went":
			if next == "place" || next == "ahead" {
				return true
			}
		case "was", "were":
			if next == "held" {
				return true
			}
		}
	}
	return false
}

// firstMeant tells that the word for what is to come at item i is of what had been meant before it came otherwise: originally planned for Monday, the talks
// took place on Tuesday.
func (d *document) firstMeant(s *sentence, i int) bool {
	if i == s.from {
		return false
	}
	switch d.lower(&d.items[i-1]) {
	case "first", "originally", "initially", "previously":
		return d.heldInSentence(s)
	}
	return false
}

// movedTo is the item of the day, to come, behind ‘to’ or ‘until’ and the word for moving at item i; -1 for none.
func (d *document) movedTo(s *sentence, i int) int {
	const reach = 10
	for j := i + 1; j+1 < s.to && j <= i+reach && d.items[j].kind != itemPunct; j++ {
		if it := &d.items[j]; it.kind != itemWord || !towards.has(d.lower(it)) {
			continue
		}
		for n := j + 1; n < s.to && n <= j+2; n++ {
			switch it := &d.items[n]; {
			case it.kind == itemWeekday:
				return d.weekdayTo(s, i, n)
			case it.kind == itemMonth || it.kind == itemWord && d.lower(it) == "tomorrow":
				return n
			}
		}
	}
	return -1
}

// weekdayTo is item n of a weekday to which something is moved by the words at item i; -1 where the past tense tells of it and it may have been: was moved to
// Friday, on a Saturday.
func (d *document) weekdayTo(s *sentence, i, n int) int {
	const near = 4 // days ahead
	if be := &d.items[max(i-1, s.from)]; be.is(classBe) && d.lower(be) != "been" {
		if ahead := d.daysTo(&d.items[n]); ahead == 0 || ahead > near {
			return -1
		}
	}
	return n
}

// towards stand between a word for moving and the day that it is moved to: put off until Friday.
var towards = setOf("to", "until", "till")

// countsThis tells that the word for what was before at item i only counts what is told: for the second time this month, she met him.
func (d *document) countsThis(s *sentence, i int) bool {
	w := d.lower(&d.items[i])
	return i > s.from+1 && strings.HasSuffix(w, " time") && !strings.HasPrefix(w, "last") && d.items[i-1].is(classThe) && d.lower(&d.items[i-2]) == "for"
}
