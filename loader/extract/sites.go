package extract

import (
	"slices"
	"strings"

	"entente/model"
)

// Where people met is told in the sentence of their encounter, in another one, in the dateline, by the country of whoever received, or not at all. The rules
// find a place by the words that bring it in; which of all that a text names is that of the encounter that the article is about is weighed then.

// siteRead is a place at which an encounter may have been; none is one of them, for a text that tells none.
type siteRead struct {
	found placeFound // as it is told most surely
	all   int        // how many spots tell it
	best  int        // how surely they do, at most
	first int        // the first sentence of the report that does, by its number
	signs signSet
}

// noSentence stands for that of a place that no sentence of the report tells.
const noSentence = 1 << 20

// weighSite decides where the encounter that the article is about was.
func (d *document) weighSite(e *event, events []event) {
	d.weighedSites = d.weighedSites[:0]
	if e.kind == model.KindCall || e.status == model.StatusOff || e.open && e.place.place == (model.Place{}) {
		return // an exchange may have been on the telephone
	}
	d.weighedSites = append(d.weighedSites, siteRead{found: e.place, first: noSentence})
	for n := range d.spots {
		if sp := &d.spots[n]; sp.place.Host != "" {
			d.readSpot(sp)
		}
	}
	if e.place.place != (model.Place{}) {
		d.weighedSites = append(d.weighedSites, siteRead{found: placeFound{at: -1}, first: noSentence})
	}
	for k := range d.weighedSites {
		d.weighedSites[k].addSigns(k == 0, d, e, events)
	}
	best := &d.weighedSites[d.lex.sitePoints.best(len(d.weighedSites), always, d.siteAt)]
	if best.found.place != e.place.place && !d.weighedSites[0].plain(&d.around) {
		e.place = best.found
	}
}

// plain tells that the words of an encounter say where it was: they met in Washington.
func (r *siteRead) plain(c *surroundings) bool {
	return r.found.score >= toldThere && c.tells(r.found.sent)
}

// toldThere is the score from which a place in a sentence that tells of an encounter is its place.
const toldThere = 16

// readSpot enters the place of a spot among those that are weighed, with the signs of where it stands.
func (d *document) readSpot(sp *spot) {
	k := slices.IndexFunc(d.weighedSites, func(r siteRead) bool { return r.found.place == sp.place })
	if k < 0 {
		k = len(d.weighedSites)
		d.weighedSites = append(d.weighedSites, siteRead{found: siteOf(sp), first: noSentence})
	}
	r := &d.weighedSites[k]
	if k > 0 && sp.score > r.found.score {
		r.found = siteOf(sp)
	}
	r.all++
	if s := &d.sents[sp.sent]; s.zone == zoneProse || s.zone == zoneTitle {
		r.first = min(r.first, s.index)
	}
	d.signsOfSpot(&r.signs, sp)
	if r.all == 1 || sp.score > r.best {
		r.setScore(sp.score)
	}
}

// siteOf is the place of a spot, with what tells it.
func siteOf(sp *spot) placeFound {
	why := sp.why
	if placeNotes[why] == "" || sp.score <= 0 {
		why = "named"
	}
	return placeFound{place: sp.place, score: sp.score, at: sp.at, sent: sp.sent, why: why, line: sp.line}
}

// siteWeights says, where the words of an encounter do not say it plainly, of every place that was weighed what spoke for and against it, the likeliest first.
func (t *tracer) siteWeights() []string {
	d := t.d
	if len(d.weighedSites) < 2 || d.weighedSites[0].plain(&d.around) {
		return nil
	}
	return d.lex.sitePoints.tell(len(d.weighedSites), always, d.siteAt, func(place, k int) string {
		name := "no place"
		if at := d.weighedSites[k].found.place; at != (model.Place{}) {
			name = strings.TrimPrefix(at.City+", "+d.partyName(at.Host), ", ")
		}
		return "where: " + unlessFirst(place) + name
	})
}

func (d *document) siteAt(k int) signSet { return d.weighedSites[k].signs }

// Site is a place at which the encounter that an article is about may have been, with what speaks for and against it.
type Site struct {
	City  string
	Host  model.Party
	Signs []bool // by the rows of sites.tsv
	Plain bool   // the words of the encounter say it: nothing is weighed against it
}

// Sites reads an article again and returns where the encounter that it is about may have been, the place that the rules have taken first and nowhere among
// them, for those who set the points of sites.tsv by labelled articles.
func (r *Reader) Sites(a *model.Article) []Site {
	d := r.trace(a).d
	out := make([]Site, 0, len(d.weighedSites))
	for k := range d.weighedSites {
		p := &d.weighedSites[k]
		out = append(out, Site{City: p.found.place.City, Host: p.found.place.Host, Signs: p.signs.list(siteSigns), Plain: k == 0 && p.plain(&d.around)})
	}
	return out
}
