package extract

import (
	"slices"
	"strings"
)

// todayNow tells that a date is the today, or begins as a weekday, of a sentence that tells in the present of something else: today he speaks in
// Davos; on Friday Kallas travels on to Riga.
func (d *document) todayNow(x *dateExpr, s *sentence) bool {
	today := x.form == formRelative && x.days == 0 && d.low(x.first) == "today"
	if !today && (x.form != formWeekday || d.itemOf(x.sent, x.first) > s.from+1) {
		return false
	}
	now := false
	for i := s.from; i < s.to; i++ {
		it := &d.items[i]
		if it.kind != itemWord || it.quoted {
			continue
		}
		w := d.low(it.last - 1)
		switch {
		case w == "was" || w == "were" || w == "had" || w == "did" || strings.HasSuffix(w, "ed") || irregularPast.has(w):
			return false
		case w == "is" || w == "are" || w == "has" || w == "have":
			now = now || today
		case i > s.from && len(w) > 3 && w[len(w)-1] == 's' && w[len(w)-2] != 's' && d.items[i-1].is(classPerson|classPronoun):
			now = true
		case today || i == s.from || it.is(classThe):
		case aheadVerbs.has(w), it.is(classSay) && strings.HasSuffix(w, "s"):
			now = now || !d.items[i-1].is(classThe) // on Friday the court says what it thinks of that
		}
	}
	return now
}

// ofElse tells that a sentence tells of something else than what some people did: it names none of them, nobody came, and nobody met; and it tells
// of a deed (on Monday parliament had voted), stands far down, or behind the news itself, which told says.
func (d *document) ofElse(s *sentence, people []int32, told bool) bool {
	if s.zone != zoneProse || s.to-s.from < 7 || d.speaksOfEncounter(s) || d.saysWhen(s) {
		return false
	}
	deed := told || s.index > sceneSentences
	for i := s.from; i < s.to; i++ {
		it := &d.items[i]
		if it.kind == itemWord && !it.quoted {
			w := d.lower(it)
			deed = deed || farDeeds.has(w) || happenings.has(w)
		}
		switch {
		case it.kind == itemWord && (it.is(classPronoun|classGroup|classGroup3) || coming.has(d.low(it.last-1))):
			return false
		case it.is(classPerson):
			if p := d.refOf(i); p >= 0 && slices.Contains(people, p) {
				return false
			}
		}
	}
	return deed
}

// toldFirst is the first sentence, apart from the headline, that tells of an event; past the last for none.
func (d *document) toldFirst(e *event, frames []frame) int {
	first := len(d.sents)
	for _, k := range e.frames {
		if f := &frames[k]; d.sents[f.sent].zone == zoneProse && f.rule.weight >= 4 {
			first = min(first, f.sent)
		}
	}
	return first
}

// sceneSentences is how far down a day that nobody is named with may be that of the scene: it snowed on Monday morning.
const sceneSentences = 4

// coming are words for those who come, and for how they do.
var coming = setOf("guest", "guests", "visitor", "visitors", "delegation", "delegations", "train", "plane", "aircraft", "airport", "motorcade", "arrived", "landed",
	"came", "flew", "arrival", "trip", "journey", "tour")

// hadHappened tells that the clause of a date tells in the pluperfect of something else that was before: on Monday the chancellor had promised
// tanks.
func (d *document) hadHappened(x *dateExpr, s *sentence) bool {
	if d.speaksOfEncounter(s) {
		return false
	}
	on := d.itemOf(x.sent, x.first)
	for i := s.from; i+1 < s.to && s.marks&markHad != 0; i++ {
		it := &d.items[i]
		if it.kind != itemWord || it.quoted || d.low(it.first) != "had" && !d.contractedHad(it) || d.twoClauses(on, i) {
			continue
		}
		if d.hadDone(i, s) {
			return true
		}
	}
	return false
}

// hadDone tells that ‘had’ at item i is that of a deed or of words: had promised.
func (d *document) hadDone(i int, s *sentence) bool {
	for j := i + 1; j < s.to && j <= i+4; j++ {
		w := &d.items[j]
		if w.kind == itemWord && (w.is(classSay) && !w.is(classDiscuss|classPhoned) || farDeeds.has(d.lower(w))) {
			return j+1 >= s.to || !d.items[j+1].is(classPerson|classPronoun)
		}
		if w.kind == itemPunct || w.is(classThe|classPerson|classModal) {
			return false
		}
	}
	return false
}

// twoClauses tells that two items stand in different clauses: a colon, a conjunction or ‘that’ stands between them.
func (d *document) twoClauses(a, b int) bool {
	for i := min(a, b); i < max(a, b); i++ {
		it := &d.items[i]
		if it.boundary() || it.kind == itemPunct && !it.isPunct(',') || it.kind == itemWord && d.lower(it) == "that" {
			return true
		}
	}
	return false
}

// contractedHad tells that an item is he'd, she'd or they'd that stands for had.
func (d *document) contractedHad(it *item) bool {
	end := int(d.tokens[it.last-1].end)
	n := apostrophe(d.text, end)
	return it.is(classPronoun) && n > 0 && d.bytes[end+n] == 'd'
}

// farDeeds are what was done apart from any encounter: promised, voted, struck.
var farDeeds = setOf("promised", "pledged", "voted", "approved", "adopted", "passed", "decided", "published", "launched", "fired", "shelled", "attacked", "bombed",
	"hit", "struck", "killed", "downed", "resigned", "elected", "re-elected", "sworn", "ordered", "banned", "expelled", "unveiled", "threatened", "vetoed")
