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
		if s.zone != zoneTitle && s.zone != zoneProse || s.index > numberedReach || s.cls&(classGather|classMeeting) == 0 {
			continue
		}
		for i := s.from; i < s.to; i++ {
			it := &d.items[i]
			if !it.is(classGather) && !d.manyMeet(s, i) || it.quoted || s.index > 5 && !d.numbered(s, i) || d.occasion(s, i) {
				continue
			}
			n := 0
			switch {
			case s.zone == zoneTitle && !titled:
				n, titled = 6, true
			case s.index == 1:
				n = 6
			case s.index == 2, d.numbered(s, i):
				n = 4
			case s.index >= 3:
				n = 2
			}
			if n > 0 && (d.takesPlace(s, i) || d.goesOn(s, i)) {
				n += 3
			}
			if n > 0 && (sent < 0 || s.zone != zoneTitle && d.sents[sent].zone == zoneTitle) {
				sent, at = k, i
			}
			score += n
			break
		}
	}
	return score, sent, at
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
