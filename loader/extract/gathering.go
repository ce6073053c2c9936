package extract

// gatherScore tells how strongly title and lead are about a gathering of many:
// the word high up, and not as the occasion of something else (on the sidelines of, ahead of).
func (d *document) gatherScore() (score, sent, at int) {
	if g := &d.gathering; !g.known { // it is asked for several times
		g.score, g.sent, g.at = d.scoreGathering()
		g.known = true
	}
	return d.gathering.score, d.gathering.sent, d.gathering.at
}

func (d *document) scoreGathering() (score, sent, at int) {
	sent = -1
	titled := false
	for k := range d.sents {
		s := &d.sents[k]
		if s.zone != zoneTitle && s.zone != zoneProse || s.index > numberedReach {
			continue
		}
		if s.cls&(classGather|classMeeting|classMeet) == 0 && s.index > 1 && (s.cls&classRule == 0 || !s.kinds.has(kindRole)) {
			continue
		}
		for i := s.from; i < s.to; i++ {
			it := &d.items[i]
			if !it.is(classGather|classMeeting|classMeet|classRule) && (s.index > 1 || !gatherVerbs.has(d.lower(it))) {
				continue
			}
			if !it.is(classGather) && !d.manyMeet(s, i) && !d.ranksMeet(s, i) || it.quoted || s.index > 5 && !d.numbered(s, i) || d.occasion(s, i) {
				continue
			}
			n := d.gatherPoints(k, i, titled)
			titled = titled || s.zone == zoneTitle
			if n > 0 && (sent < 0 || s.zone != zoneTitle && d.sents[sent].zone == zoneTitle) {
				sent, at = k, i
			}
			score += n
			break
		}
	}
	return score, sent, at
}

// gatherPoints are what the gathering at item i of sentence k adds to the score, by where it stands and what is said of it; the title counts once.
func (d *document) gatherPoints(k, i int, titled bool) int {
	n, s := 0, &d.sents[k]
	switch {
	case s.zone == zoneTitle && !titled, s.index == 1:
		n = 6
	case s.index == 2, d.numbered(s, i), d.hasItsDay(k, i):
		n = 4
	case s.index >= 3:
		n = 2
	}
	switch {
	case n == 0:
	case d.takesPlace(s, i), d.goesOn(s, i):
		n += 3
	case !d.items[i].is(classGather): // a meeting of many of a rank is one by what it says
		n += 2
	}
	return n
}

// hasItsDay tells that a day stands right behind the gathering at item i of sentence k: the recovery conference, on Tuesday.
func (d *document) hasItsDay(k, i int) bool {
	s := &d.sents[k]
	for j := i + 1; j < s.to && j <= i+3; j++ {
		it := &d.items[j]
		if it.kind == itemWeekday {
			return !it.possessive
		}
		if !it.isPunct(',') && !it.is(classIn) && d.lower(it) != "on" {
			return false
		}
	}
	return false
}

// numberedReach is how many sentences down a gathering is looked for that is told as one of a series: others name theirs at once.
const numberedReach = 12

// numbered tells that the gathering at item i is one of a series that is held: the second summit, his last summit, the annual forum.
func (d *document) numbered(s *sentence, i int) bool {
	for j := i - 1; j >= s.from && j >= i-5; j-- {
		it := &d.items[j]
		if it.kind == itemPunct && !it.isPunct('-') || it.boundary() && !it.isPunct('-') {
			return false
		}
		if inSeries.has(d.lower(it)) {
			return true
		}
	}
	if j := i + 1; j+2 < s.to && d.items[j].isPunct(',') && d.items[j+1].is(classThe) {
		return inSeries.has(d.lower(&d.items[j+2])) // the summit, the second of its kind
	}
	return false
}

var inSeries = setOf(
	"second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
	"last", "annual", "inaugural", "2nd", "3rd", "4th", "5th", "6th", "7th",
)

// takesPlace tells that the gathering at item i is what somebody holds, opens or takes part in.
func (d *document) takesPlace(s *sentence, i int) bool {
	for j := i - 1; j >= s.from && j >= i-6; j-- {
		it := &d.items[j]
		if it.kind == itemPunct || it.boundary() {
			return false
		}
		if w := d.lower(it); w == "host" && d.items[j+1].is(classOf) {
			return true
		}
		if it.kind == itemWord && it.is(classHold|classJoin|classReceive) && !it.is(classModal|classFuture) {
			return j == s.from || !d.items[j-1].is(classTo|classFuture|classModal)
		}
	}
	return false
}

// goesOn tells that the gathering at item i is the subject of a verb that says how it went: the second summit of the league, in Jeddah, had two guests.
func (d *document) goesOn(s *sentence, i int) bool {
	for j := i + 1; j < s.to && j <= i+12; j++ {
		it := &d.items[j]
		if it.boundary() || it.kind == itemPunct && !it.isPunct(',') || it.kind == itemPerson {
			return false
		}
		if it.kind == itemWord && wentVerbs.has(d.lower(it)) {
			return true
		}
		if it.kind == itemWord && it.is(classBe|classSay|classFuture|classModal|classNeg) {
			return false
		}
	}
	return false
}

// ranksMeet tells that those of a rank, many of them, are the subject of the verb at item i: the foreign ministers of the union met in Odesa. Two or three
// who met are no gathering, nor are those who met somebody.
func (d *document) ranksMeet(s *sentence, i int) bool {
	if it := &d.items[i]; it.kind != itemWord || !it.is(classMeet) && !gatherVerbs.has(d.lower(it)) || i+1 < s.to && d.items[i+1].is(classPerson|classPronoun|classWith) {
		return false
	}
	for j := i - 1; j >= s.from && j >= i-8 && !d.items[j].boundary(); j-- {
		switch it := &d.items[j]; {
		case it.kind == itemPerson || it.is(classNeg|classModal|classFuture):
			return false
		case it.kind == itemCountry && !d.isBody(it.party):
			return false // the ministers of Estonia and Latvia sit face to face
		case it.kind == itemRole && it.plural && !it.quoted:
			if j > s.from {
				if n := numberWords[d.lower(&d.items[j-1])]; n > 0 && n < manyDelegations {
					return false // three leaders sat down
				}
			}
			for j > s.from && d.items[j-1].kind == itemWord && d.items[j-1].is(classThe) {
				j--
			}
			return d.groupSize(j) == 0 && (j == s.from || !d.items[j-1].is(classRelative)) // signed it in Brussels, where the leaders were gathered
		}
	}
	return false
}

// wentVerbs say of a gathering how it went.
var wentVerbs = setOf("opened", "began", "started", "brought", "gathered", "ended", "closed", "convened", "had", "drew", "assembled", "concluded", "took")

// manyMeet tells that the meeting at item i is one of many of a rank: a meeting of its foreign ministers, of the heads of government. One of two is none.
func (d *document) manyMeet(s *sentence, i int) bool {
	if it := &d.items[i]; it.kind != itemWord || !it.is(classMeeting) || i+2 >= s.to || !d.items[i+1].is(classOf) {
		return false
	}
	for j := i + 2; j < s.to && j <= i+5 && !d.items[j].boundary() && d.items[j].kind != itemPunct; j++ {
		it := &d.items[j]
		if w := d.lower(it); w == "two" || w == "both" || it.kind == itemPerson {
			return false
		}
		if it.kind == itemRole && it.plural {
			return j+1 >= s.to || d.items[j+1].kind != itemPerson
		}
	}
	return false
}
