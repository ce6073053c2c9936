package extract

import (
	"slices"
	"strings"

	"entente/model"
)

// opened moves a gathering of several days to its first day, where the sentence that tells its last day tells that too:
// closed on Sunday what they had opened on Saturday.
func (d *document) opened(e *event, pub model.Date) {
	last := &d.dates[e.dateFrom]
	from, to := d.datesIn(last.sent)
	for k := from; k < to; k++ {
		x := &d.dates[k]
		if k == e.dateFrom || !x.form.tellsDay() || x.bound {
			continue
		}
		day, rule := d.resolveDate(x, pub, e.status)
		gap := e.date.Days() - day.Days()
		if day.Precision() != model.PrecisionDay || gap < 1 || gap > 3 {
			continue
		}
		s := &d.sents[x.sent]
		for i := max(s.first, x.first-3); i < x.first; i++ {
			switch d.low(i) {
			case "opened", "began", "started", "open", "begun", "kicked":
				e.end, e.date, e.dateFrom, e.dateRule = e.date, day, k, rule
				return
			}
		}
	}
}

// ofOthers tells that the sentence of date expr tells of an encounter with somebody else: the day may be that one's alone.
func (d *document) ofOthers(e *event, frames []frame, expr int) bool {
	if expr < 0 {
		return false
	}
	other := false
	for k := range frames {
		f := &frames[k]
		if f.sent != d.dates[expr].sent || len(f.people) < 2 || d.withAnother(frames, k) {
			continue
		}
		all := true
		for _, p := range f.people {
			all = all && slices.Contains(e.people, p)
		}
		if all {
			return false
		}
		other = true
	}
	return other
}

// setAside tells that two people met beside a gathering of which they were part: on its margins, before the dinner by themselves.
func (d *document) setAside(f *frame, s *sentence) bool {
	if strings.HasSuffix(f.rule.name, ".alone") || f.rule.name == "p.with.p" && f.at == s.from {
		return true
	}
	for i := max(s.from, f.at-12); i < s.to && i < f.end+12 && s.cls&classSideline != 0; i++ {
		if it := &d.items[i]; it.is(classSideline) && it.kind == itemWord && !it.quoted {
			return true
		}
	}
	if len(f.people) == 2 && (d.inPairs(f.sent) || d.forTwo(f, s) || d.beforeOthers(s)) {
		return true
	}
	return f.at > s.from && d.items[f.at].is(classTalk) && d.lower(&d.items[f.at-1]) == "own" || f.rule.name == "the.talks" && d.lower(&d.items[f.end-2]) == "own"
}

// beforeOthers tells that a sentence tells of what was before the others came, or when they had gone.
func (d *document) beforeOthers(s *sentence) bool {
	for i := s.from; i+2 < s.to; i++ {
		if it := &d.items[i]; it.kind != itemWord || it.quoted || !d.items[i+1].is(classThe) || !othersBounds.has(d.lower(it)) {
			continue
		}
		if w := d.lower(&d.items[i+2]); w == "others" || w == "rest" {
			return true
		}
	}
	return false
}

// othersBounds say behind which end of a gathering two met: once the others had gone.
var othersBounds = setOf("before", "after", "once", "when", "while", "until")

// forTwo tells that the words of a trigger are of talks of two alone: had bilateral talks, a tête-à-tête, their one-on-one.
func (d *document) forTwo(f *frame, s *sentence) bool {
	for i := max(s.from, f.at-2); i < s.to && i < f.end+2; i++ {
		if it := &d.items[i]; it.kind == itemWord && !it.quoted && twoAlone.has(d.lower(it)) {
			return true
		}
	}
	return false
}

var twoAlone = setOf("bilateral", "bilaterals", "bilat", "one on one", "one-on-one", "tete a tete", "tête-à-tête", "face to face", "face-to-face", "alone", "themselves")

// inPairs tells that a sentence, or one in front of it in its paragraph, says that those who gathered also met two by two: each pair of the three.
func (d *document) inPairs(k int) bool {
	for j := k; j >= 0 && j >= k-3 && d.sents[j].para == d.sents[k].para; j-- {
		s := &d.sents[j]
		for i := s.from; i < s.to && s.cls&classApart != 0; i++ {
			if it := &d.items[i]; it.kind == itemWord && it.is(classApart) && !it.quoted && pairPhrases.has(d.lower(it)) {
				return true
			}
		}
	}
	return false
}

var pairPhrases = setOf("paired off", "in pairs", "each pair", "two by two")

// onMargins gives what was told beside a gathering the gathering's place, and its day where it tells none.
func onMargins(events []event) {
	for i := range events {
		g := &events[i]
		if g.kind != model.KindSummit || len(g.people) < 3 || g.place.place.City == "" {
			continue
		}
		for k := range events {
			e := &events[k]
			if k == i || !e.apart || e.back || e.kind == model.KindCall || e.status != g.status || len(e.people) != 2 || !includes(g, e) {
				continue
			}
			e.place = g.place
			if e.date.IsZero() {
				e.date, e.end, e.dateFrom, e.dateRule = g.date, g.end, g.dateFrom, g.dateRule
			}
		}
	}
}

// heActs tells that a sentence begins with he or she: whoever it names next is not its subject.
func (d *document) heActs(s *sentence) bool {
	it := &d.items[s.from]
	return it.kind == itemWord && (it.word == d.lex.pronouns.he || it.word == d.lex.pronouns.she) && d.lower(it) != ""
}

// actsBefore tells that the paragraph has spoken, in front of a sentence, of somebody whom a pronoun may mean, and not of the hero.
func (d *document) actsBefore(k int, p, hero int32, word string) bool {
	if p < 0 || p == hero || word != "he" && word != "she" || !d.agrees(p, word) {
		return false
	}
	if d.beginsWith(p, hero, k-1) && d.sents[k-1].para == d.sents[k].para {
		return true
	}
	said := false
	for j := k - 1; j >= 0 && (j == k-1 || d.sents[j].para == d.sents[k].para); j-- {
		s := &d.sents[j]
		if d.namedIn(hero, s.from, s.to) {
			return false
		}
		said = said || d.namedIn(p, s.from, s.to) || d.toldByOffice(p, s)
	}
	return said
}

// beginsWith tells that a sentence begins with somebody and speaks of nobody else whom he in the next one may mean: Kaja Kallas was in Rome.
// Ulf Kristersson wants an election. He met the king.
func (d *document) beginsWith(p, hero int32, k int) bool {
	if k < 0 {
		return false
	}
	s := &d.sents[k]
	it := &d.items[s.from]
	if it.kind != itemPerson || it.ref != p || it.possessive || it.quoted {
		return false
	}
	for i := s.from + 1; i < s.to; i++ {
		it := &d.items[i]
		if it.kind == itemPerson && it.ref == hero || it.kind == itemRole || it.kind == itemWord && it.is(classPronoun|classHis|classGroup) && !it.quoted {
			return false
		}
	}
	return true
}

// toldByOffice tells that a sentence begins with somebody's office or country, behind the day perhaps: The Ukrainian began his day; on Saturday the
// Ukrainian president spoke.
func (d *document) toldByOffice(p int32, s *sentence) bool {
	i := s.from
	it := &d.items[i]
	for ; i+1 < s.to && i < s.from+5; it = &d.items[i] {
		if it.kind != itemWeekday && it.kind != itemMonth && it.kind != itemNumber && (it.kind != itemWord || !it.is(classThe|classIn|classAbout|classDay)) {
			break
		}
		i++
	}
	return it.kind == itemRole && it.party != "" && d.whoIs(it) == p
}
