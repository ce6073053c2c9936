package extract

import (
	"slices"

	"entente/model"
)

// tourRule is for whoever is said to be the next one whom somebody met, where the text has not said that there would be several.
var tourRule = rule{name: "tour", weight: 4, open: true, kind: model.KindMeeting}

// tourReach is how many sentences may stand between two encounters of a tour.
const tourReach = 8

// nextOfTour makes a frame for whoever is said to be next, where the text has told of an encounter and of no series: Kallas received him at noon. Karis
// was next.
func (d *document) nextOfTour(s *sentence, k int, frames []frame) (frame, bool) {
	f := frame{rule: &tourRule, sent: k, date: -1, then: -1, weight: tourRule.weight, left: 1, kind: tourRule.kind}
	if s.zone != zoneProse || s.named == 0 || len(frames) == 0 {
		return f, false
	}
	at := d.saidToBeNext(s)
	if at < 0 && k > 0 {
		at = d.townNext(&d.sents[k-1], s)
	}
	if at < 0 {
		return f, false
	}
	p := d.items[at].ref
	for n := range slices.Backward(frames) {
		o := &frames[n]
		if o.sent == k || o.rule.weight < 4 && len(o.people) < 2 || o.status != model.StatusHeld || o.back || o.doubtful {
			continue
		}
		if k-o.sent > tourReach || o.has(p) {
			break
		}
		who := d.onTour(o, p)
		if who < 0 {
			continue
		}
		f.people, f.at, f.end, f.kind = []int32{who, p}, at, at+1, o.kind
		told := f
		d.factuality(&told, s) // ‘next came’ tells of no day ahead
		return f, told.status != model.StatusOff && !told.doubtful &&
			!slices.ContainsFunc(d.items[s.from:s.to], func(it item) bool { return aheadWords.has(d.lower(&it)) })
	}
	return f, false
}

// onTour is who of those who met may have met somebody next: whom the article is about before others, nobody of the same country.
func (d *document) onTour(o *frame, p int32) int32 {
	party, who := d.partyOfPerson(&d.people[p]), int32(-1)
	for _, q := range o.people {
		if other := d.partyOfPerson(&d.people[q]); other != party && !slices.Contains(enemies[other], party) && (who < 0 || q == d.hero) {
			who = q
		}
	}
	if len(o.people) == 1 && d.hero >= 0 && d.partyOfPerson(&d.people[d.hero]) != party {
		return d.hero
	}
	return who
}

// saidToBeNext is the item of whom a sentence says that he came next: Kallas next; next came Kallas; on Monday it had been Kallas. It is -1
// for nobody.
func (d *document) saidToBeNext(s *sentence) int {
	i := s.from
	for i < s.to && i < s.from+6 && (d.items[i].kind == itemNumber || d.items[i].kind == itemPunct) {
		i++
	}
	if i+1 >= s.to {
		return -1
	}
	if it := &d.items[i]; it.kind == itemPerson && !it.quoted && !it.possessive {
		n := d.lower(&d.items[i+1])
		ends := i+2 >= s.to || d.items[i+2].kind == itemPunct
		if n == "next" && ends || d.saidNext(s, i+1) {
			return i
		}
		return -1
	}
	came := false // a word says that somebody came next, or that it was he
	for j := i; j < s.to && j <= i+7; j++ {
		it := &d.items[j]
		switch w := d.lower(it); {
		case it.quoted || it.kind == itemPunct && !it.isPunct(','):
			return -1
		case it.kind == itemPerson:
			if came && !it.possessive && (j+1 >= s.to || d.items[j+1].kind == itemPunct) {
				return j
			}
			return -1
		case w == "came" || w == "comes" || w == "followed":
			came = j > i && nextWords.has(d.lower(&d.items[i]))
		case w == "it":
			came = j > i && j+2 < s.to && (d.items[j+1].is(classBe) || d.lower(&d.items[j+1]) == "had")
			j++
		case j == i || it.is(classDay) || it.kind == itemWeekday || it.kind == itemMonth || it.kind == itemNumber:
		case seriesFill.has(w) || timeFill.has(w) || it.isPunct(','):
		default:
			return -1
		}
	}
	return -1
}

// townNext is the item of whom a sentence begins with where the one in front of it says that his town or country came next: Ottawa was next. Trudeau listened.
// It is -1 for nobody.
func (d *document) townNext(above, s *sentence) int {
	i, j := above.from, s.from
	for i < above.to && i < above.from+3 && d.items[i].kind == itemPunct {
		i++
	}
	if i+2 >= above.to || d.items[i].kind != itemCity && d.items[i].kind != itemCountry || !d.saidNext(above, i+1) {
		return -1
	}
	if it := &d.items[j]; it.kind != itemPerson || it.possessive || it.quoted || d.partyOfPerson(&d.people[it.ref]) != d.items[i].party {
		return -1
	}
	return j
}

// aheadWords tell that whoever is next is yet to come.
var aheadWords = setOf("is", "comes", "follows", "will", "tomorrow")

// timeFill may stand in front of whoever came next, beside the words for days.
var timeFill = setOf("on", "at", "morning", "afternoon", "evening", "noon", "night", "had", "been", "day", "before", "later")
