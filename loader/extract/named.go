package extract

import "entente/model"

// What speaks for a town that is only named, where nothing says where people met.
const (
	namedHigh    = 2 // in the headline or in the first sentences
	namedBelieve = 3 // from here on it is taken: no less than the country of somebody who was there, or a headline's
	namedUpTo    = 3 // sentences behind the headline
)

// placeByName gives what the article is about, where its words tell no place, a town that they name otherwise: of the country of somebody who was
// there, or in headline or lead. People do not meet nowhere: of 32 labelled reports that were left without a place 30 had one.
func (d *document) placeByName(e *event, frames []frame) {
	if e.status == model.StatusOff || e.kind == model.KindCall || e.open || e.place.place.Host != "" {
		return // after an exchange: that may have been on the telephone
	}
	roles := d.rolesOf(e, frames)
	best, score := -1, namedBelieve-1
	for n := range d.spots {
		sp := &d.spots[n]
		s := &d.sents[sp.sent]
		if e.status == model.StatusPlanned && s.index > 1 {
			continue // where it is to be stands at the top
		}
		if sp.next && e.status == model.StatusHeld || sp.seat || sp.place.Host == "" || s.zone != zoneProse && s.zone != zoneTitle {
			continue
		}
		w := roles.prior(sp.place.Host)
		if s.index <= namedUpTo {
			w += namedHigh
		}
		if sp.score > 0 || d.items[sp.at].kind == itemSummit {
			w++
		}
		if w > score {
			best, score = n, w
		}
	}
	if best < 0 {
		return
	}
	sp := &d.spots[best]
	e.place = placeFound{place: sp.place, score: score, at: sp.at, sent: sp.sent, why: "named"}
}
