package extract

import (
	"slices"

	"entente/model"
)

// placeFound is the place of an encounter, with what speaks for it.
type placeFound struct {
	place model.Place
	score int
	at    int // item
	sent  int
	why   string
	line  bool // a dateline
}

// What speaks for a place, beside how it is told; measured on labelled articles.
const (
	placeBelieved = 6  // from this score on a place is told
	partyBonus    = 3  // the country of somebody who took part
	hostBonus     = 4  // the country of who received
	guestMalus    = 4  // the country of the guest
	capitalBonus  = 2  // of towns in one country, the capital: that is where people receive
	thirdBelieved = 11 // from here on a country of nobody who met needs no comparison
	lineScore     = 6  // a dateline: where the report was written
	lineMalus     = 3  // reports come from the capitals of both sides
)

// placeIn is the place that sentence k tells nearest to item near.
func (d *document) placeIn(k, near int) (best placeFound) {
	for n := range d.spots {
		sp := &d.spots[n]
		if sp.sent != k || sp.seat || sp.place.City == "" {
			continue
		}
		if sc := sp.score + d.alongside(sp.at, near); sc > best.score {
			best = placeFound{place: sp.place, score: sc, at: sp.at, sent: k, why: sp.why}
		}
	}
	return best
}

// hostCountry is the country that sentence k tells as visited.
func (d *document) hostCountry(k int) (model.Party, int) {
	for n := range d.spots {
		if sp := &d.spots[n]; sp.sent == k && sp.place.City == "" && sp.score >= 5 {
			return sp.place.Host, sp.at
		}
	}
	return "", -1
}

// alongside weighs the way between a place and the trigger of an encounter, both items of one sentence.
func (d *document) alongside(at, trigger int) int {
	if trigger < 0 {
		return 4
	}
	gap, walls := at-trigger, 0
	if gap < 0 {
		gap = -gap + 2
	}
	for j := min(at, trigger); j < max(at, trigger); j++ {
		if d.items[j].boundary() {
			walls++
		}
	}
	return 8 - min(gap/5, 4) - min(2*walls, 4)
}

// nearness weighs how near a place stands to an encounter: the best of its frames.
func (d *document) nearness(sp *spot, e *event, frames []frame) int {
	best, top := -100, -100
	for _, k := range e.frames {
		top = max(top, frames[k].weight)
	}
	leading := d.leading(e)
	zone := d.sents[sp.sent].zone
	for _, k := range e.frames {
		f := &frames[k]
		var n int
		switch dist := sp.sent - f.sent; {
		case dist == 0:
			n = d.alongside(sp.at, f.at)
			if sp.line {
				n = 7
			}
		case zone == zoneTitle || zone == zoneStamp:
			n = 2
			if leading {
				n = 4
			}
		case dist > 0:
			n = max(4-dist, 0-dist/3, -5)
		default:
			n = max(5+dist, 1+dist/3, -5)
			if leading && d.sents[sp.sent].index <= 3 {
				n = max(n, 3)
			}
		}
		if zone == zoneBackground && sp.sent != f.sent {
			n -= 6
		}
		n -= min((top-f.weight)/2, 4)
		best = max(best, n)
	}
	return best
}

// elsewhere tells that the sentence of a place speaks of others: its people
// take no part in the encounter, or it tells of another one.
func (d *document) elsewhere(sp *spot, e *event, frames []frame) bool {
	for _, k := range e.frames {
		if frames[k].sent == sp.sent {
			return false
		}
	}
	told, added := d.framesOf(frames, sp.sent)
	for _, some := range [...][]frame{told, added} {
		for k := range some {
			f := &some[k]
			if f.sent != sp.sent || len(f.people) < 2 || f.rule.weight < 5 {
				continue
			}
			in := 0
			for _, p := range f.people {
				if slices.Contains(e.people, p) {
					in++
				}
			}
			if in < 2 {
				return true
			}
		}
	}
	for _, p := range d.peopleOf(sp.sent) {
		if slices.Contains(e.people, p) {
			return false
		}
	}
	return len(d.peopleOf(sp.sent)) > 0
}

// planned tells that the sentence of a place announces the encounter, whatever else the text makes of it.
func planned(sp *spot, e *event, frames []frame) bool {
	for _, k := range e.frames {
		if frames[k].sent == sp.sent && frames[k].status == model.StatusPlanned {
			return true
		}
	}
	return false
}

// otherTimes is what a place loses that is of another time than an encounter: of the next one, or where it was announced.
func otherTimes(sp *spot, e *event, frames []frame) int {
	switch {
	case e.status != model.StatusPlanned && (sp.next && !planned(sp, e, frames) || onlyPlanned(sp, e, frames)):
		return 6
	case !sp.next && e.status == model.StatusPlanned:
		return 2
	}
	return 0
}

// onlyPlanned tells that all that the sentence of a place tells of an encounter that took place is the next one: they will meet again in Rome.
func onlyPlanned(sp *spot, e *event, frames []frame) bool {
	if e.status != model.StatusHeld || !planned(sp, e, frames) {
		return false
	}
	for _, k := range e.frames {
		if frames[k].sent == sp.sent && frames[k].status != model.StatusPlanned {
			return false
		}
	}
	return true
}

// aside tells that a sentence of the text, none of the event's own, names none of those who took part: what it
// tells of a third place may be anything.
func (d *document) aside(sp *spot, e *event, frames []frame) bool {
	s := &d.sents[sp.sent]
	if s.zone == zoneTitle || s.zone == zoneStamp {
		return false
	}
	for _, k := range e.frames {
		if frames[k].sent == sp.sent {
			return false
		}
	}
	if d.facts[sp.sent].busy {
		return false
	}
	return !slices.ContainsFunc(d.peopleOf(sp.sent), func(p int32) bool { return slices.Contains(e.people, p) })
}

// candidate is a country with its towns, as an encounter's place.
type candidate struct {
	host  model.Party
	score int
	city  placeFound // the best spot of any kind
	town  placeFound // the best with a town
	seat  int        // score of the best seat without a name
	more  int        // further places of the country
}

// maxReach is how many sentences may lie between an encounter and its place. Hardly any article has
// as many; a book of articles in one file would otherwise be weighed place by encounter.
const maxReach = 250

// remote tells that a place is told too far from an encounter.
func (d *document) remote(sp *spot, e *event, frames []frame) bool {
	if len(d.sents) <= maxReach || len(e.frames) == 0 {
		return false
	}
	return sp.sent < frames[e.frames[0]].sent-maxReach || sp.sent > frames[e.frames[len(e.frames)-1]].sent+maxReach
}

// placeEvent chooses the place of an event: the country first, by the
// best that speaks for it and by who received whom, then the town within it.
func (d *document) placeEvent(e *event, frames []frame) {
	e.place = placeFound{}
	roles := d.rolesOf(e, frames)
	d.places = d.places[:0]
	for n := range d.spots {
		sp := &d.spots[n]
		if sp.score <= 0 || d.remote(sp, e, frames) {
			continue // it has no vote
		}
		score := sp.score + d.nearness(sp, e, frames)
		score -= otherTimes(sp, e, frames)
		if d.elsewhere(sp, e, frames) {
			score -= 5
		}
		if roles.prior(sp.place.Host) == 0 && !sp.line && d.aside(sp, e, frames) {
			score -= 3
		}
		d.vote(sp, score, roles)
	}
	if roles.host != "" && !d.isBody(roles.host) { // told by nothing but who received
		found := placeFound{place: model.Place{Host: roles.host}, score: 3 + min(roles.sure, 4), at: -1, sent: e.first, why: "who received"}
		d.enter(roles.host, found)
	}
	best := -1
	for k := range d.places {
		c := &d.places[k]
		c.score += roles.prior(c.host)
		if c.score >= placeBelieved && (best < 0 || d.places[best].host == "" || c.host != "" && c.score > d.places[best].score) {
			best = k
		}
	}
	best = d.nearerHome(best, roles)
	if best < 0 || d.places[best].host == "" {
		if best >= 0 {
			e.place = d.places[best].town
		}
		return
	}
	c := &d.places[best]
	e.place = c.city
	e.place.score = c.score
	e.place.place = model.Place{Host: c.host}
	if c.town.place.City != "" && c.town.score+roles.prior(c.host) >= placeBelieved && c.town.score+10 >= c.city.score {
		e.place = c.town
	} else if sole := d.soleTown(c.host); sole != nil {
		e.place = placeFound{place: sole.place, score: c.score, at: sole.at, sent: sole.sent, why: sole.why}
	}
	d.seatPlace(e, c)
}

// nearerHome is the candidate that is taken: a third country of which little is told gives way to one of those who met, of which as much is told.
func (d *document) nearerHome(best int, roles sides) int {
	if best < 0 || d.places[best].host == "" || d.places[best].score >= thirdBelieved || roles.prior(d.places[best].host) != 0 {
		return best
	}
	home := -1
	for k := range d.places {
		c := &d.places[k]
		if roles.prior(c.host) > 0 && c.host != "" && c.score+2 >= d.places[best].score && (home < 0 || c.score > d.places[home].score) {
			home = k
		}
	}
	if home < 0 {
		return best
	}
	return home
}

// soleTown is where the text first tells the only town of a country in which it says that somebody was; nil for none, or several.
func (d *document) soleTown(host model.Party) *spot {
	var sole *spot
	for n := range d.spots {
		sp := &d.spots[n]
		switch zone := d.sents[sp.sent].zone; {
		case sp.score <= 0 || sp.next || sp.place.Host != host || sp.place.City == "" || zone != zoneProse && zone != zoneTitle:
		case sole == nil:
			sole = sp
		case sole.place.City != sp.place.City:
			return nil
		}
	}
	return sole
}

// seatPlace gives a place without a town the town of a dateline or village that
// no table knows, or the capital, where the text tells of a palace or of ‘the capital’ without naming it.
func (d *document) seatPlace(e *event, c *candidate) {
	for k := range d.places {
		blank := &d.places[k]
		if blank.host != "" {
			continue
		}
		named := e.place.place.City != ""
		switch {
		case blank.seat >= placeBelieved-partyBonus && (!named || blank.seat+capitalBonus > c.town.score) && blank.seat >= blank.town.score:
			e.place.place.City = d.seatOf(c.host)
			e.place.why = "seat of the host"
		case !named && blank.town.score >= placeBelieved-partyBonus:
			e.place.place.City = blank.town.place.City
			e.place.why = blank.town.why
		}
	}
}

// vote enters a spot into the candidates. A second spot of a country adds a little.
func (d *document) vote(sp *spot, score int, roles sides) {
	if score <= 0 || sp.score <= 0 {
		return
	}
	c := d.candidate(sp.place.Host)
	if sp.seat {
		c.seat = max(c.seat, score)
		return
	}
	if sp.line { // reports come from the capitals of both sides; from a third place only when they met there
		switch {
		case roles.prior(sp.place.Host) != 0 || sp.place.Host == "":
			score -= lineMalus
		case roles.host == "":
			score += 4
		}
	}
	found := placeFound{place: sp.place, score: score, at: sp.at, sent: sp.sent, why: sp.why, line: sp.line}
	d.enter(sp.place.Host, found)
}

// enter lets a place speak for its country, and for its town where it has one.
func (d *document) enter(host model.Party, p placeFound) {
	c := d.candidate(host)
	if c.city.score >= placeBelieved && p.score >= placeBelieved && (p.sent != c.city.sent) && c.more < 3 {
		c.more++ // told again
		c.score++
	}
	if p.score > c.city.score {
		c.score += p.score - c.city.score
		c.city = p
	}
	if p.place.City == "" {
		return
	}
	capital := host != "" && p.place.City == d.seatOf(host)
	switch {
	case p.line && !capital:
		p.score += lineMalus + 2 // nobody writes from there but for the encounter
	case p.why == "region":
		p.score -= partyBonus // a town within it tells more
	case capital && !p.line:
		p.score += capitalBonus
	}
	if p.score > c.town.score {
		c.town = p
	}
}

// candidate is the entry of a country among the places of the event at hand.
func (d *document) candidate(host model.Party) *candidate {
	for k := range d.places {
		if d.places[k].host == host {
			return &d.places[k]
		}
	}
	d.places = append(d.places, candidate{host: host})
	return &d.places[len(d.places)-1]
}

// leading tells that an event is told in the title or at the beginning.
func (d *document) leading(e *event) bool {
	return d.sents[e.first].index <= 4
}
