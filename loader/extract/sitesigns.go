package extract

import (
	"slices"

	"entente/model"
)

// The signs that make it likelier, or less likely, that an encounter was at a place; sites.tsv says what each is worth.
const (
	siteTaken = iota
	siteTakenThere
	siteTakenNone
	siteTakenOfOne
	siteTakenOfNone
	siteTakenLine
	siteNone
	siteOfOne
	siteOfNone
	siteOfHero
	siteOfOther
	siteNoTown
	siteTitle
	siteNext
	siteSeat
	siteLine
	siteQuoted
	siteInSentence
	siteJustBefore
	siteJustAfter
	siteBefore
	siteAfter
	siteBesideOther
	siteTwo
	siteOne
	siteNobody
	siteSurely0
	siteSurely1
	siteSurely2
	siteSurely3
	siteSurely4
	siteSurely5
	siteSurely6
	siteSurely7
	siteSurely8
	siteHeadline
	siteTop
	siteNear
	siteMiddle
	siteFar
	siteNowhere
	siteFarAbove
	siteAbove
	siteWhere
	siteBelow
	siteFarBelow
	siteTown
	siteVenue
	siteDateline
	siteCountry
	siteThere
	siteRegion
	siteSame
	siteCapital
	siteHere
	siteSoil
	siteGathering
	siteSigns
)

// siteNames are the signs in words, as the table and the trace have them.
var siteNames = [siteSigns]string{
	siteTaken: "taken by the rules", siteTakenThere: "taken by the rules from a sentence that tells of the encounter", siteTakenNone: "the rules take none",
	siteTakenOfOne:  "taken by the rules, in the country of one of them",
	siteTakenOfNone: "taken by the rules, in the country of none of them",
	siteTakenLine:   "taken by the rules from a dateline",
	siteNone:        "no place", siteOfOne: "in the country of one of them", siteOfNone: "in the country of none of them",
	siteOfHero: "in the country of whoever is named most", siteOfOther: "where another encounter was", siteNoTown: "a country without a town",
	siteTitle: "in the headline", siteNext: "yet to come", siteSeat: "the capital of whoever is host", siteLine: "in a dateline", siteQuoted: "in a quotation",
	siteInSentence: "in a sentence that tells of the encounter", siteJustBefore: "in the sentence before one that tells of it",
	siteJustAfter: "in the sentence behind one that tells of it", siteBefore: "before all that tells of it", siteAfter: "further down",
	siteBesideOther: "in a sentence that tells of another encounter", siteTwo: "beside two of them", siteOne: "beside one of them",
	siteNobody: "beside none of them", siteSurely0: "told against", siteSurely1: "only named", siteSurely2: "told hardly", siteSurely3: "told weakly",
	siteSurely4: "told fairly", siteSurely5: "told well", siteSurely6: "told plainly", siteSurely7: "told very plainly", siteSurely8: "told as plainly as can be",
	siteHeadline: "first told in the headline", siteTop: "first told in the first sentence", siteNear: "first told in the lead",
	siteMiddle: "first told in the middle", siteFar: "first told far down", siteNowhere: "told in no sentence of the report",
	siteFarAbove: "first told far above the encounter", siteAbove: "first told just above the encounter", siteWhere: "first told where the encounter is",
	siteBelow: "first told just below the encounter", siteFarBelow: "first told far below the encounter", siteTown: "a town where somebody was or went",
	siteVenue: "a house or a ground by its name", siteDateline: "where the report was written", siteCountry: "a country where somebody was or went",
	siteThere: "‘there’", siteRegion: "a region where somebody was or went", siteSame: "the same town", siteCapital: "a capital without its name",
	siteHere: "‘here’", siteSoil: "a country by its soil", siteGathering: "where a gathering was held",
}

// The signs of where the sentence that tells a place stands, of how many of those who met it names, and of how far it is from them.
var (
	siteStands = [stands]int{siteInSentence, siteJustBefore, siteJustAfter, siteBefore, siteAfter}
	siteKnown  = [...]int{siteNobody, siteOne, siteTwo}
	siteGaps   = [gaps]int{siteFarAbove, siteAbove, siteWhere, siteBelow, siteFarBelow}
)

// siteWhys is the sign of each way in which a place is told.
var siteWhys = map[string]int{
	"town": siteTown, "venue": siteVenue, "dateline": siteDateline, "country": siteCountry, "there": siteThere, "region": siteRegion,
	"the same town": siteSame, "the capital": siteCapital, "here": siteHere, "on its soil": siteSoil, "named gathering": siteGathering,
}

// siteScores are the highest scores of a spot that is told so surely, from siteSurely0 on.
var siteScores = [...]int{-1, 0, 2, 4, 6, 8, 11, 15}

// setScore sets the sign of how surely a place is told.
func (r *siteRead) setScore(score int) {
	for k := siteSurely0; k <= siteSurely8; k++ {
		r.signs.drop(k)
	}
	r.signs.add(scoreSign(score), true)
	r.best = score
}

func scoreSign(score int) int {
	for k, most := range siteScores {
		if score <= most {
			return siteSurely0 + k
		}
	}
	return siteSurely8
}

// addSigns finds the signs of what a place is to those who met, and of where the text tells it first.
func (r *siteRead) addSigns(taken bool, d *document, e *event, events []event) {
	s, host := &r.signs, r.found.place.Host
	none := r.found.place == model.Place{}
	ofOne := slices.ContainsFunc(e.people, func(p int32) bool { return d.partyOfPerson(&d.people[p]) == host })
	s.add(siteNone, none)
	s.add(siteOfOne, host != "" && ofOne)
	s.add(siteOfNone, host != "" && !ofOne)
	s.add(siteOfHero, host != "" && d.hero >= 0 && d.partyOfPerson(&d.people[d.hero]) == host)
	s.add(siteOfOther, host != "" && elsewhere(events, e, r.found.place))
	s.add(siteNoTown, host != "" && r.found.place.City == "")
	if taken {
		s.add(siteTaken, true)
		s.add(siteTakenThere, s.has(siteInSentence))
		s.add(siteTakenNone, none)
		s.add(siteTakenOfOne, s.has(siteOfOne))
		s.add(siteTakenOfNone, s.has(siteOfNone))
		s.add(siteTakenLine, s.has(siteLine))
	}
	if r.all == 0 {
		return
	}
	switch n := r.first; {
	case n <= 0:
		s.add(siteHeadline, true)
	case n == 1:
		s.add(siteTop, true)
	case n <= 3:
		s.add(siteNear, true)
	case n <= 7:
		s.add(siteMiddle, true)
	case n < noSentence:
		s.add(siteFar, true)
	default:
		s.add(siteNowhere, true)
		return
	}
	s.add(siteGaps[d.gap(r.first)], true)
}

// elsewhere tells that another event was at a place.
func elsewhere(events []event, e *event, at model.Place) bool {
	for k := range events {
		if o := &events[k]; o.first != e.first && o.place.place == at {
			return true
		}
	}
	return false
}

// signsOfSpot finds the signs of one spot at which the text tells a place.
func (d *document) signsOfSpot(s *signSet, sp *spot) {
	if why, ok := siteWhys[sp.why]; ok {
		s.add(why, true)
	}
	s.add(siteTitle, d.sents[sp.sent].zone == zoneTitle)
	s.add(siteNext, sp.next)
	s.add(siteSeat, sp.seat)
	s.add(siteLine, sp.line)
	s.add(siteQuoted, d.items[sp.at].quoted)
	s.add(siteStands[d.around.stand(sp.sent)], true)
	s.add(siteBesideOther, d.around.sents[sp.sent].other)
	known, _ := d.whoIn(sp.sent)
	s.add(siteKnown[known], true)
}
