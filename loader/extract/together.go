package extract

import (
	"slices"
	"strings"

	"entente/model"
)

// mayBeTogether tells that a sentence names two people at least, and says of nobody that he wrote, thanked or blamed.
func (d *document) mayBeTogether(s *sentence) bool { return s.named >= 2 && !d.fromAfar(s, classThank) }

// fromAfar tells that a sentence says of somebody that he wrote, kept away, or did what a class says: thanked, blamed.
func (d *document) fromAfar(s *sentence, c class) bool {
	if s.marks&markApart == 0 && s.cls&(c|classCallOn|classNeg|classPhoned) == 0 {
		return false
	}
	for i := s.from; i < s.to; i++ {
		it := &d.items[i]
		if it.kind == itemWord && (it.marks&markApart != 0 && d.tellsApart(s, i) || it.is(c|classCallOn) && !it.quoted || d.noContact(s, i)) {
			return true
		}
		if it.kind == itemWord && it.is(classPhoned) && i+2 < s.to && d.calledTo(i, i+2) {
			return true
		}
	}
	return false
}

// tellsApart tells that the word at item i says that people had to do with each other from afar: wrote; was among the first to congratulate. Who came to
// congratulate her was there.
func (d *document) tellsApart(s *sentence, i int) bool {
	w := d.lower(&d.items[i])
	if w == "congratulate" {
		return i >= s.from+2 && d.lower(&d.items[i-1]) == "to" && d.lower(&d.items[i-2]) == "first"
	}
	return apartWords.has(w)
}

// togetherRule is the weakest sign of all: people of two parties act in one sentence high up in the article.
var togetherRule = rule{name: "together", weight: 3, open: true, kind: model.KindMeeting}

// together makes a frame of a sentence without a trigger that names people of
// two parties, unless they are only owners or objects of a preposition.
func (d *document) together(s *sentence, k int, frames []frame) (frame, bool) {
	f := frame{rule: &togetherRule, sent: k, date: -1, weight: togetherRule.weight}
	if s.index > 12 || s.zone == zoneBackground || s.zone == zoneHeading {
		return f, false
	}
	if !d.mayBeTogether(s) || d.meantToBe(s) {
		return f, false
	}
	for i := s.from; i < s.to; i++ {
		it := &d.items[i]
		if it.kind != itemPerson && it.kind != itemRole || d.notTogether(s, i) {
			continue
		}
		if it.kind == itemPerson && !d.minor(&d.people[it.ref]) {
			f.add(it.ref)
			f.at, f.end = i, i+1
		} else if it.kind == itemRole && it.party != "" && !it.former && !it.plural {
			if p := d.whoIs(it); p >= 0 {
				f.add(p)
				f.at, f.end = i, i+1
			}
		}
	}
	if len(f.people) < 2 {
		return f, false
	}
	for j := len(frames) - 1; j >= 0 && frames[j].sent == k; j-- {
		if len(frames[j].people) >= 2 {
			return f, false
		}
	}
	if all := slices.Clone(f.people); len(all) > 2 { // DeleteFunc shifts the slice that it walks
		f.people = slices.DeleteFunc(f.people, func(p int32) bool { return d.atWar(p, all) })
	}
	d.factuality(&f, s)
	if f.status != model.StatusPlanned {
		f.status = model.StatusHeld
	}
	return f, true
}

// notTogether tells that the person at item i stands where somebody is only spoken of, or away: Trump gone, Zelensky gets Carney.
func (d *document) notTogether(s *sentence, i int) bool {
	it := &d.items[i]
	if it.quoted || it.possessiveOf(d, i, s.to) || d.behindPreposition(s, i) && !d.items[i-1].is(classBy) || d.thought(s, i) {
		return true
	}
	if w := d.lower(&d.items[max(i-1, s.from)]); w == "or" || w == "like" || exceptions.has(w) || w == "where" && d.nowOrAhead(s, i+1) {
		return true // on the way to Argentina, where Milei takes office
	}
	if i+1 < s.to && d.lower(&d.items[i+1]) == "among" {
		return true // with the premier among the speakers
	}
	return i+1 < s.to && (d.items[i+1].is(classAbsent|classNotHere) || i+2 < s.to && d.items[i+1].is(classBe) && d.items[i+2].is(classAbsent))
}

// nowOrAhead tells that the word at item i is a verb in the present, or of what is to come.
func (d *document) nowOrAhead(s *sentence, i int) bool {
	if i >= s.to || d.items[i].kind != itemWord {
		return false
	}
	w := d.lower(&d.items[i])
	return d.items[i].is(classFuture) || w == "is" || strings.HasSuffix(w, "s") && !d.items[i].is(classBe)
}

// apartWords tell that people had to do with each other from afar.
var apartWords = setOf(
	"in writing", "writing",
	"letter", "message", "sent", "wrote", "posted", "tweeted", "statement", "condolences", "invite", "blamed", "blames", "wished", "telegram", "quoted",
	"congratulated", "congratulate",
	"joint declaration", "joint appeal", "joint statement",
	"messages", "texting", "texted", "texts", "tweets", "letters",
	"telegrams", "compared", "compares", "likened", "likens", "ridiculed", "imitated", "wax", "effigy", "mural", "statue", "portrait", "poster",
	"urges", "writes", "recalled", "recalls", "remembered",
	"cartoon", "caricature", "puppet", "lookalike", "avoided", "avoid", "snubbed", "ignored",
)
