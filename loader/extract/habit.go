package extract

import (
	"slices"

	"entente/model"
)

// What is told as a habit, as fiction or from the past: encounters of which none is reported.

// ofHabit tells that a trigger tells of many encounters and of none by itself: has met him forty times, often spoke with her. A day in the
// sentence makes it one that is told.
func (d *document) ofHabit(f *frame, s *sentence) bool {
	if s.marks&markHabit == 0 {
		return false
	}
	if d.everyDay(s, f) {
		return true
	}
	for k, to := d.datesIn(f.sent); k < to; k++ {
		if d.dates[k].form != formYear {
			return false
		}
	}
	for i := max(s.from, f.at-3); i < s.to && i < f.end+8; i++ {
		it := &d.items[i]
		if i > f.end && (it.boundary() || it.isPunct(',')) {
			return false
		}
		if it.quoted != d.items[f.at].quoted {
			continue
		}
		if w := d.lower(it); habits.has(w) || w == "times" && i > s.from && (d.items[i-1].kind == itemNumber || manyWords.has(d.lower(&d.items[i-1]))) {
			return true
		}
	}
	return false
}

// everyDay tells that a sentence tells of what happens every Monday, each week.
func (d *document) everyDay(s *sentence, f *frame) bool {
	if s.cls&classDay == 0 && !s.kinds.has(kindWhen) {
		return false
	}
	for i := s.from; i+1 < s.to && i < f.end+8; i++ {
		if w := d.lower(&d.items[i]); (w == "every" || w == "each") && !d.items[i].quoted {
			if n := &d.items[i+1]; n.kind == itemWeekday || n.kind == itemMonth || n.kind == itemWord && n.is(classDay) {
				return true
			}
		}
	}
	return false
}

var (
	habits     = setOf("often", "frequently", "regularly", "repeatedly", "usually", "constantly", "occasionally")
	everyWords = setOf("every", "each", "times")
	manyWords  = setOf("twenty", "thirty", "forty", "fifty", "sixty", "hundred", "dozen", "dozens", "many", "countless", "umpteen", "numerous", "few")
)

// imagined tells that a sentence says in front of a trigger that it stands in a play, a picture or a game: in the film the Pope receives her.
func (d *document) imagined(f *frame, s *sentence) bool {
	for i := s.from + 1; i < f.at && i < s.from+12 && s.marks&markHabit != 0; i++ {
		it := &d.items[i]
		if it.kind != itemWord || it.quoted || !fictions.has(d.lower(it)) {
			continue
		}
		for j := i - 1; j >= s.from && j >= i-3; j-- {
			if p := &d.items[j]; p.kind == itemWord && p.is(classThe|classHis) {
				return true
			}
		}
	}
	return false
}

var fictions = setOf("play", "film", "movie", "novel", "musical", "opera", "sketch", "cartoon", "comic", "game", "simulation", "dream", "satire", "farce", "mural",
	"painting", "poster", "caricature")

// ofOldYear tells that a sentence goes on with what the one before it in the paragraph tells of a month or day long gone, and has no day itself:
// The format last gathered in Paris in December 2019. Merkel sat between the two.
func (d *document) ofOldYear(f *frame, s *sentence) bool {
	k := f.sent - 1
	if from, to := d.datesIn(f.sent); k < 0 || from < to || d.today.Year == 0 || s.zone != zoneProse || d.sents[k].para != s.para || d.sents[k].zone != zoneProse {
		return false
	}
	from, to := d.datesIn(k)
	return from < to && !slices.ContainsFunc(d.dates[from:to], func(x dateExpr) bool {
		told := x.date.Year != 0 && x.date.Month != 0 && (x.form == formFull || x.form == formYear || x.date.Day == 0)
		return x.bound || !told || model.Compare(x.date, d.today.AddDays(-oldDays)) > 0
	})
}

// oldDays is how long ago a day is of which an article does not tell as news.
const oldDays = 100

// retrospect tells that the title says that the article looks back: Ten years ago, Obituary.
func (d *document) retrospect() bool {
	for k := range d.sents {
		s := &d.sents[k]
		if s.zone != zoneTitle && s.zone != zoneStamp && s.zone != zoneHeading || s.index > 0 {
			continue
		}
		for i := s.from; i < s.to; i++ {
			if w := d.lower(&d.items[i]); lookBacks.has(w) {
				return true
			}
		}
	}
	return false
}

var lookBacks = setOf("years ago", "decades ago", "obituary", "obituaries", "nachruf", "in memoriam", "in retrospect")
