package extract

import "strings"

// longAgo tells that a sentence tells of what was long ago. What a clause behind the trigger says of somebody or of something else is
// no word on it: their first talks since the war began last year.
func (d *document) longAgo(f *frame, s *sentence) bool {
	aside := false
	for i := s.from; i < s.to && s.cls&(classBackground|classRemember) != 0; i++ {
		if end := d.overBrackets(i, s.to, 1); f.at < i || end < f.at {
			i = end // the first met last May
		}
		it := &d.items[i]
		if i >= f.end && it.kind == itemWord && asideWords.has(d.lower(it)) {
			aside = true
		}
		if !aside && d.recalls(f.sent, i) {
			return true
		}
	}
	return false
}

// asideWords begin a clause about somebody or something else than what was told in front of it.
var asideWords = setOf("since", "who", "which", "whose")

// recalls tells that item i of a sentence puts it back to what was long before: last year, the last time, had met. Who had met on Monday
// or before that did so in the same story.
func (d *document) recalls(sent, i int) bool {
	it := &d.items[i]
	if !it.is(classBackground | classRemember) {
		return false
	}
	if !pluperfect.has(d.lower(it)) {
		return !d.dayOfWeek(sent, i) && !d.countsThis(&d.sents[sent], i)
	}
	for k, to := d.datesIn(sent); k < to; k++ {
		if x := &d.dates[k]; x.form == formWeekday || x.form == formRelative || x.form == formShift {
			return false
		}
	}
	for s, j := &d.sents[sent], i+1; j < s.to && j < i+4; j++ {
		if w := d.lower(&d.items[j]); w == "beforehand" || w == "that" && d.lower(&d.items[j-1]) == "before" {
			return false
		}
	}
	return !d.sameDayPart(&d.sents[sent])
}

// sameDayPart tells that a sentence begins with a part of the day that the text tells of: in the morning she had talked with him.
func (d *document) sameDayPart(s *sentence) bool {
	for i := s.from; i < s.to && i <= s.from+4; i++ {
		if it := &d.items[i]; it.kind == itemWord && !it.quoted && (dayParts.has(d.lower(it)) || mealTimes.has(d.lower(it))) {
			return true
		}
	}
	return false
}

// pluperfect tells what was before what is told.
var pluperfect = setOf("had met", "had spoken", "had talked")

// mealTimes stand for an hour of the day.
var mealTimes = setOf("noon", "breakfast", "lunch")

// lastMet tells that a trigger is told as the last one of its kind: when the two last met; the last time that he saw her.
func (d *document) lastMet(f *frame, s *sentence) bool {
	for i := f.at; i < f.end; i++ {
		it := &d.items[i]
		if it.is(classMeet|classSpeak) && !it.is(classMeeting|classTalk) && (i > s.from && d.lower(&d.items[i-1]) == "last" || strings.HasPrefix(d.lower(it), "last ")) {
			return true
		}
	}
	for i := f.at - 1; i > s.from && i >= f.at-8 && d.items[i].kind != itemPunct && s.marks&markFew != 0; i-- {
		if d.lower(&d.items[i]) == "last time" {
			return d.items[i-1].is(classThe) && (i-2 < s.from || !d.items[i-2].is(classFor))
		}
	}
	return false
}

// datedInFull tells that a sentence has a day of a month.
func (d *document) datedInFull(sent int) bool {
	from, to := d.datesIn(sent)
	for k := from; k < to; k++ {
		if d.dates[k].form == formFull || d.dates[k].form == formNoYear {
			return true
		}
	}
	return false
}

// ofOtherMonth tells that an encounter is called by a month that is not that of the news: settled in their April call.
func (d *document) ofOtherMonth(f *frame, s *sentence) bool {
	if !s.kinds.has(kindWhen) || d.today.Month == 0 {
		return false
	}
	for i := max(f.at, s.from+2); i < f.end; i++ {
		m := &d.items[i-1]
		if m.kind != itemMonth || !d.items[i].is(classTalk|classMeeting|classCall|classVisit) || d.items[i].kind != itemWord {
			continue
		}
		if o := &d.items[i-2]; o.possessive || o.kind == itemWord && o.is(classThe|classHis) {
			return uint8(m.ref) != d.today.Month //nolint:gosec // 1…12.
		}
	}
	return false
}

// backThen tells that ‘then’ behind a trigger puts it where the sentence in front has put something, long ago: he was there once, two years ago. She was with
// him then.
func (d *document) backThen(f *frame, s *sentence) bool {
	if f.sent == 0 || f.end >= s.to || d.lower(&d.items[f.end]) != "then" || d.sents[f.sent-1].cls&classBackground == 0 {
		return false
	}
	return f.end+1 >= s.to || d.items[f.end+1].kind == itemPunct
}
