package extract

import (
	"slices"

	"entente/model"
)

// The signs that make it likelier, or less likely, that an encounter was on a day; days.tsv says what each is worth.
const (
	dayTaken = iota
	dayTakenUntold
	dayOfIssue
	dayBeforeIssue
	dayTwoBefore
	dayWeekBefore
	dayMonthBefore
	dayLongBefore
	dayWeekAhead
	dayFarAhead
	dayAheadPlanned
	dayPastPlanned
	dayAheadHeld
	dayUntold
	dayOnce
	dayTwice
	dayOften
	dayFull
	dayNoYear
	dayOfMonth
	dayWeekday
	dayRelative
	dayShift
	dayWar
	dayFeast
	dayTitle
	dayBound
	dayAside
	dayDateline
	dayQuoted
	daySaid
	dayInSentence
	dayInHeaviest
	dayOfFrame
	dayJustBefore
	dayJustAfter
	dayBefore
	dayAfter
	dayOther
	daySpeaks
	dayCame
	dayHad
	dayRefused
	dayRefusedThere
	dayOfOther
	dayOfDeed
	dayNobody
	dayOne
	dayTwo
	dayOthersNamed
	dayApartFromLead
	dayFarAbove
	dayAbove
	dayWhere
	dayBelow
	dayFarBelow
	daySigns
)

// dayNames are the signs in words, as the table and the trace have them.
var dayNames = [daySigns]string{
	dayTaken:       "taken by the rules",
	dayTakenUntold: "taken by the rules as no sentence tells it",
	dayOfIssue:     "the day of publication", dayBeforeIssue: "the day before publication", dayTwoBefore: "two days before publication",
	dayWeekBefore: "within a week before publication", dayMonthBefore: "within a month before publication", dayLongBefore: "long before publication",
	dayWeekAhead: "within a week after publication", dayFarAhead: "long after publication", dayAheadPlanned: "ahead, of what is planned",
	dayPastPlanned: "not ahead, of what is planned", dayAheadHeld: "ahead, of what was held", dayUntold: "no sentence tells it",
	dayOnce: "told once", dayTwice: "told twice", dayOften: "told three times and more", dayFull: "told in full", dayNoYear: "told without a year",
	dayOfMonth: "told without a month", dayWeekday: "told as a weekday", dayRelative: "counted from publication", dayShift: "counted from another day",
	dayWar: "a day of the war", dayFeast: "a feast", dayTitle: "in the headline", dayBound: "the end of a stretch of time",
	dayAside: "of something before or after", dayDateline: "in the dateline", dayQuoted: "in a quotation", daySaid: "when somebody said something",
	dayInSentence: "in a sentence that tells of the encounter", dayInHeaviest: "in the sentence that tells most of it", dayOfFrame: "beside words that tell of it",
	dayJustBefore: "in the sentence before one that tells of it", dayJustAfter: "in the sentence behind one that tells of it", dayBefore: "before all that tells of it",
	dayAfter: "further down", dayOther: "in a sentence that tells of another encounter", daySpeaks: "in a sentence with a word for a meeting, a call or a visit",
	dayCame: "in a sentence in which somebody only comes", dayHad: "in a sentence in the pluperfect",
	dayRefused:      "of something else, by the rules",
	dayRefusedThere: "of something else, by the rules, in a sentence that tells of the encounter",
	dayOfOther:      "of something else that the same words name", dayOfDeed: "of a deed told in the pluperfect",
	dayNobody: "beside none of them", dayOne: "beside one of them", dayTwo: "beside two of them", dayOthersNamed: "beside somebody else",
	dayApartFromLead: "apart from a lead that tells of the encounter by itself",
	dayFarAbove:      "first told far above the encounter", dayAbove: "first told just above the encounter", dayWhere: "first told where the encounter is",
	dayBelow: "first told just below the encounter", dayFarBelow: "first told far below the encounter",
}

// dayForms is the sign of each form of a date that tells a day.
var dayForms = map[dateForm]int{
	formFull: dayFull, formNoYear: dayNoYear, formDay: dayOfMonth, formWeekday: dayWeekday, formRelative: dayRelative, formShift: dayShift, formWarDay: dayWar,
	formFeast: dayFeast,
}

// The signs of where the sentence that tells a day stands, of how many of those who met it names, and of how far it is from them.
var (
	dayStands = [stands]int{dayInSentence, dayJustBefore, dayJustAfter, dayBefore, dayAfter}
	dayKnown  = [...]int{dayNobody, dayOne, dayTwo}
	dayGaps   = [gaps]int{dayFarAbove, dayAbove, dayWhere, dayBelow, dayFarBelow}
)

// addSigns finds the signs of how often a day is told, and of how it lies to that of publication.
func (r *dayRead) addSigns(taken bool, pub model.Date, status model.Status) {
	s := &r.signs
	s.add(dayTaken, taken)
	s.add(dayTakenUntold, taken && r.told == 0)
	s.add(dayUntold, r.told == 0)
	s.add(dayOnce, r.told == 1)
	s.add(dayTwice, r.told == 2)
	s.add(dayOften, r.told > 2)
	if pub.Precision() == model.PrecisionDay {
		s.addGap(pub.Days()-r.date.Days(), status)
	}
}

// addGap adds the signs of a day that lies some days before publication, or after it where they are fewer than none.
func (s *signSet) addGap(days int, status model.Status) {
	s.add(dayOfIssue, days == 0)
	s.add(dayBeforeIssue, days == 1)
	s.add(dayTwoBefore, days == 2)
	s.add(dayWeekBefore, days > 2 && days <= 6)
	s.add(dayMonthBefore, days > 6 && days <= 31)
	s.add(dayLongBefore, days > 31)
	s.add(dayWeekAhead, days < 0 && days >= -7)
	s.add(dayFarAhead, days < -7)
	s.add(dayAheadPlanned, days < 0 && status == model.StatusPlanned)
	s.add(dayPastPlanned, days >= 0 && status == model.StatusPlanned)
	s.add(dayAheadHeld, days < 0 && status == model.StatusHeld)
}

// signsOfDate finds the signs of one place at which the text tells a day.
func (d *document) signsOfDate(s *signSet, at int, e *event, frames []frame) {
	x := &d.dates[at]
	in := &d.sents[x.sent]
	if form, ok := dayForms[x.form]; ok {
		s.add(form, true)
	}
	s.add(dayTitle, in.zone == zoneTitle)
	s.add(dayBound, x.bound)
	s.add(dayAside, x.aside)
	s.add(dayDateline, x.dateline)
	s.add(dayQuoted, d.tokens[x.first].is(flagQuoted))
	s.add(daySaid, d.saidOn(in, d.itemOf(x.sent, x.first)))
	s.add(daySpeaks, d.speaksOfEncounter(in))
	s.add(dayCame, in.cls&classVisit != 0 && in.cls&(classMeet|classMeeting|classTalk|classCall|classReceive|classGather) == 0)
	s.add(dayHad, in.marks&markHad != 0)
	there := d.around.tells(x.sent)
	s.add(dayStands[d.around.stand(x.sent)], true)
	s.add(dayInHeaviest, d.around.top == x.sent)
	s.add(dayOfFrame, slices.ContainsFunc(e.frames, func(k int) bool { return frames[k].sent == x.sent && frames[k].date == at }))
	other, deed := d.ofOther(x, -1), d.hadHappened(x, in)
	s.add(dayOfOther, other)
	s.add(dayOfDeed, deed)
	refused := other || deed || !d.mayBeDay(e, x)
	s.add(dayRefused, refused)
	s.add(dayRefusedThere, refused && there)
	s.add(dayOther, d.around.sents[x.sent].other)
	known, others := d.whoIn(x.sent)
	s.add(dayKnown[known], true)
	s.add(dayOthersNamed, others)
	s.add(dayApartFromLead, !there && d.around.lead)
}
