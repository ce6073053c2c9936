package extract

import (
	"fmt"
	"slices"
	"strings"

	"entente/model"
)

// placing says what a word is for the reading of places; placing.tsv has the words.
type placing uint64

const (
	placeIn placing = 1 << iota
	placeTo
	placeFrom
	placeOf
	placeGo        // a word of motion: ‘to Kyiv’ behind it is where somebody went
	placeNear      // a verb that takes the place itself: visited Kyiv
	placeLeave     // left Kyiv
	placeNext      // what follows is yet to come
	placeBack      // ‘returned from Kyiv’ tells that he was there
	placeSource    // ‘officials in Kyiv’: where somebody sits who speaks, or what else goes on
	placeRegion    // makes a region of the name in front of it
	placeSettle    // village, town, city
	placeSeat      // palace, chancellery: where those who govern receive
	placeCapital   // the capital of somebody
	placeSoil      // country, soil: ‘in our country’
	placeAir       // airport, base
	placeThing     // ‘the Minsk agreements’: a town only by name
	placeEncounter // ‘the Kyiv talks’
	placeHere
	placeOur
	placeHost
	placeGuest
	placeVisiting
	placeTheirs // his, her
	placeSeries // gatherings that are held every year in another town
	placeThere
	placeChose  // ‘he chose Kyiv’
	placeHosted // ‘Kyiv hosted the summit’
	placeOnward // ‘travels on to Bucharest’
	placePart   // ‘the outskirts of Kyiv’
	placeCarry  // ‘brought the offer to Kyiv’
	placeOn
	placeWhere
	placeBeside   // near, outside
	placeInside   // in
	placeStage    // ‘Kyiv was the setting’
	placeWelcomed // ‘the capital welcomed her’
	placeServed   // ‘Kyiv served as’
)

var placingNames = []string{
	"IN", "TO", "FROM", "OF", "GO", "NEAR", "LEAVE", "NEXT", "BACK", "SOURCE", "REGION", "SETTLE", "SEAT", "CAPITAL", "SOIL", "AIR", "THING",
	"ENCOUNTER", "HERE", "OUR", "HOST", "GUEST", "VISITING", "OURS", "SERIES", "THERE", "CHOSE", "HOSTED", "ONWARD", "PART", "CARRY", "ON", "WHERE", "BESIDE", "INSIDE",
	"STAGE", "WELCOMED", "SERVED",
}

// readPlacing gives words what they are for the reading of places.
func (l *lexicon) readPlacing() error {
	return eachRow("placing.tsv", 2, func(_ int, c []string) error {
		k := slices.Index(placingNames, c[0])
		if k < 0 {
			return fmt.Errorf("unknown flag %q", c[0])
		}
		for form := range strings.SplitSeq(c[1], ";") {
			w := l.word(foldWord(nil, form))
			l.rows[w].place |= 1 << k
		}
		return nil
	})
}

// placingAt is what token i is for the reading of places; nothing for marks of punctuation.
func (d *document) placingAt(i int) placing {
	t := &d.tokens[i]
	if t.is(flagPunct) {
		return 0
	}
	return d.lex.rows[t.word].place
}

// spot is a place that the text names, with how surely it tells where somebody was.
type spot struct {
	place model.Place
	score int
	at    int // item
	sent  int
	next  bool // told as yet to come
	seat  bool // the capital of whoever is host: ‘the capital’, ‘the presidential palace’
	line  bool // a dateline: where the report was written
	why   string
}

// flags names what holds a spot back, for the trace.
func (sp *spot) flags() string {
	s := ""
	if sp.next {
		s += ", yet to come"
	}
	if sp.seat {
		s += ", of whoever is host"
	}
	return s
}

// findPlaces gathers every place of the text once; the events choose among them.
func (d *document) findPlaces() {
	d.spots = d.spots[:0]
	ahead := false // below a heading such as ‘What's next’
	for k := range d.sents {
		s := &d.sents[k]
		if s.zone == zoneHeading {
			ahead = d.yetToCome(s, s.last)
		}
		if s.zone == zoneTail || s.zone == zoneCaption {
			continue
		}
		if s.zone == zoneStamp {
			d.stampSpot(s, k)
		}
		d.placesIn(s, k, ahead)
	}
}

// placesIn gathers the places of one sentence.
func (d *document) placesIn(s *sentence, k int, ahead bool) {
	to := s.to
	if !s.kinds.has(kindSpot) && s.marks&markSpot == 0 { // no place, and no dateline behind the first words
		if to = min(to, s.from+lineReach+1); !s.paraFirst {
			return
		}
	}
	back := s.to // the first item that tells of what was before
	for i := s.from; i < s.to && s.cls&(classBackground|classRemember) != 0 && back == s.to; i++ {
		if d.items[i].is(classBackground | classRemember) {
			back = i
		}
	}
	for i := s.from; i < to; i++ {
		if it := &d.items[i]; i > s.from+lineReach && it.kind == itemWord && it.ref < 0 && it.marks&markSpot == 0 || d.noSpot(s, i) { // most words
			continue
		}
		sp := d.spotAt(s, i)
		if sp.score <= 0 && (sp.place.City == "" || s.zone == zoneStamp) {
			continue // a town that is only named may still be meant by ‘there’
		}
		if d.items[i].quoted {
			sp.score -= 4
		}
		if sp.score > 0 && d.followedByWhere(s, i) {
			sp.score += 3
		}
		if i >= back {
			sp.score -= 3
		}
		sp.at, sp.sent, sp.next = i, k, sp.next || ahead
		d.spots = append(d.spots, sp)
	}
}

// lineReach is how many items of a paragraph may stand in front of the town of a dateline.
const lineReach = 8

// noSpot tells at a glance that there is no place at item i: what spotAt and wordSpot would find out.
func (d *document) noSpot(s *sentence, i int) bool {
	it := &d.items[i]
	switch it.kind {
	case itemPunct, itemNumber, itemPerson, itemRole, itemDemonym, itemMonth, itemWeekday, itemOffice:
		return true
	case itemWord:
		line := it.cls == 0 && i <= s.from+lineReach && s.paraFirst && (i <= s.from+3 && s.index <= 2 || d.tokens[it.first].is(flagAllCaps)) // see dateline
		return !line && it.ref < 0 && it.marks&markSpot == 0
	case itemCountry, itemCity, itemVenue, itemSummit, itemName:
	}
	return false
}

// spotAt reads the place at item i, if there is one; its score is 0 where the item is no place where anybody was.
func (d *document) spotAt(s *sentence, i int) spot {
	it := &d.items[i]
	if (it.kind == itemCity || it.kind == itemVenue) && d.ofPacts(s, i) {
		return spot{}
	}
	switch it.kind {
	case itemCity:
		return d.townSpot(s, i)
	case itemVenue:
		return d.venueSpot(s, i)
	case itemCountry:
		return d.countrySpot(s, i)
	case itemName:
		if it.ref >= 0 && it.party != "" {
			if sp := d.townSpot(s, i); sp.score > 0 {
				return sp
			}
		}
		return d.unknownSpot(s, i)
	case itemSummit:
		g := &d.g.Summits[it.ref]
		if d.aroundNow(g.From, g.To) {
			sp := spot{place: model.Place{City: g.City, Host: g.Country}, score: 5, why: "named gathering"}
			if d.occasionOf(s, it.first) {
				sp.score = 9
			}
			return sp
		}
	case itemWord, itemRole:
		return d.wordSpot(s, i)
	case itemPunct, itemNumber, itemPerson, itemDemonym, itemMonth, itemWeekday, itemOffice:
	}
	return spot{}
}
