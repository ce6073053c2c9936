package extract

import (
	"slices"

	"entente/model"
)

// stop is one of several encounters that a sentence tells with one verb, each with its own day or place: met A in Riga on
// Monday and B in Oslo. Its people follow each other without either.
type stop struct {
	people   []int32
	at       int // the item that names the first of them
	from, to int // the items that belong to it
}

// each makes a frame for every stop of a sentence; none where all were met at one table.
func (d *document) each(f *frame, s *sentence) []frame {
	if f.left != 1 || len(f.people) < 3 || f.rule.weight < 3 {
		return nil
	}
	stops := d.stops(f, s)
	if len(stops) < 2 {
		return nil
	}
	var out []frame
	for n, st := range stops {
		g := *f
		g.people, g.parties, g.then = append([]int32{f.people[0]}, st.people...), nil, -1
		if n > 0 {
			g.at, g.end = st.at, st.at+1
		}
		for k, to := d.datesIn(f.sent); k < to; k++ {
			if it := d.itemOf(f.sent, d.dates[k].first); it >= st.from && it < st.to && d.dates[k].form != formVague {
				g.own = k + 1
				if it < st.at && n > 0 {
					break // on Wednesday B, and today she flies home
				}
			}
		}
		out = append(out, g)
	}
	return out
}

// stops finds the people behind a trigger with what stands between them. It is nil unless each has a day or a place of its own.
func (d *document) stops(f *frame, s *sentence) []stop {
	var out []stop
	from, told := f.at, false // where the stop at hand begins, and whether it has its own day or place
	to := s.to
	for i := f.at; i < s.to; i++ {
		it := &d.items[i]
		if it.boundary() && !it.isPunct(';') && i > f.at && (!it.isPunct(':') || len(out) > 0) {
			to = i
			break
		}
		if it.kind != itemPerson || !slices.Contains(f.people[1:], it.ref) {
			told = told || len(out) > 0 && d.tellsOwn(i)
			continue
		}
		cut := d.listCut(from, i)
		switch {
		case len(out) == 0:
			out = append(out, stop{people: []int32{it.ref}, at: i, from: f.at})
		case cut < 0:
			return nil
		case !told:
			last := &out[len(out)-1]
			last.people = append(last.people, it.ref)
		default:
			out[len(out)-1].to = cut
			if !d.ownBetween(out[len(out)-1].at, cut) {
				return nil // the day in front of her name is hers: he has none
			}
			out = append(out, stop{people: []int32{it.ref}, at: i, from: cut})
		}
		from, told = i+1, false
	}
	if len(out) < 2 || !told && !d.ownBetween(out[len(out)-1].from, out[len(out)-1].at) {
		return nil
	}
	out[len(out)-1].to = to
	return out
}

// listCut is the ‘and’ or the comma between items from and i that parts two people; -1 for none.
func (d *document) listCut(from, i int) int {
	cut := -1
	for j := i - 1; j >= from; j-- {
		if it := &d.items[j]; it.kind == itemWord && it.is(classAnd) {
			return j
		} else if cut < 0 && (it.isPunct(',') || it.isPunct(';')) {
			cut = j
		}
	}
	return cut
}

// tellsOwn tells that item i is a town or a country behind ‘in’, or a day.
func (d *document) tellsOwn(i int) bool {
	it := &d.items[i]
	switch it.kind { //nolint:exhaustive // nothing else is a day or a place.
	case itemWeekday, itemMonth:
		return true
	case itemCity, itemCountry, itemVenue:
		return !it.possessive && it.is(classPlace) && d.items[i-1].kind == itemWord && d.placingAt(d.items[i-1].first)&placeIn != 0
	case itemNumber:
		return d.clockTime(i)
	case itemWord:
		if d.clockTime(i) || it.is(classDay) && dayParts.has(d.lower(it)) && d.items[i-1].is(classThe|classIn) {
			return true
		}
		return it.is(classDay) && (d.lower(it) == "yesterday" || d.lower(it) == "today" || d.lower(it) == "tomorrow" || d.lower(it) == "day")
	}
	return false
}

// clockTime tells that the number at item i is an hour, or that noon or dawn stands there: at nine, at 10:30, at noon.
func (d *document) clockTime(i int) bool {
	w := d.lower(&d.items[i])
	if d.lower(&d.items[i-1]) != "at" && d.lower(&d.items[i-1]) != "around" && d.lower(&d.items[i-1]) != "about" {
		return false
	}
	if w == "noon" || w == "midnight" || w == "dawn" || w == "dusk" || w == "midday" {
		return true
	}
	if d.items[i].kind != itemNumber && (numberWords[w] == 0 || numberWords[w] > 12 || len(w) < 3) {
		return false
	}
	if i+1 >= len(d.items) {
		return true
	}
	n := &d.items[i+1]
	return n.kind == itemPunct || n.kind == itemNumber || n.is(classAnd|classIn|classWith) || hourWords.has(d.lower(n))
}

var (
	hourWords = setOf("o'clock", "am", "pm", "a.m", "p.m", "sharp", "thirty", "fifteen", "o", "then")
	dayParts  = setOf("morning", "afternoon", "evening", "night")
)

// ownBetween tells that a day or a place stands between two items.
func (d *document) ownBetween(from, to int) bool {
	for i := from; i < to; i++ {
		if d.tellsOwn(i) {
			return true
		}
	}
	return false
}

// withNext adds a frame for whoever stands behind the next ‘with’ of a sentence that goes through several: with A he agreed on a road, with B on a
// bridge.
func (d *document) withNext(out []frame, f *frame, s *sentence) []frame {
	if f.rule.name != "with.them" || len(f.people) != 2 {
		return out
	}
	for i := f.end; i+1 < s.to; i++ {
		if p := &d.items[i-1]; !d.items[i].is(classWith) || d.items[i].quoted || !p.isPunct(',') && !p.isPunct(';') && !p.is(classAnd) {
			continue
		}
		if n := &d.items[i+1]; n.kind == itemPerson && !n.possessive && !f.has(n.ref) {
			g := *f
			g.people, g.then, g.at, g.end = []int32{n.ref, f.people[1]}, -1, i, i+2
			out = append(out, g)
		}
	}
	return out
}

// oneByOne makes a frame for each of those who met somebody one by one where a word says ‘each’: A and B each had talks with the host, she sat
// down with each of her guests, each guest met the host. Who they are, the text has told as a list; none where it has not.
func (d *document) oneByOne(f *frame, s *sentence, fo *focus) []frame {
	at := -1
	for i := max(s.from, f.at-4); i < s.to && i < f.end+3 && at < 0 && s.marks&markFew != 0; i++ {
		if it := &d.items[i]; it.kind == itemWord && !it.quoted && d.lower(it) == "each" && i+1 < s.to && d.lower(&d.items[i+1]) != "other" {
			at = i
		}
	}
	if at < 0 || f.rule.weight < 3 || len(f.people) == 0 || f.kind == model.KindSummit || f.status == model.StatusOff {
		return nil
	}
	all, one := d.roundAbout(s, at, f, fo)
	if one < 0 {
		return nil
	}
	var out []frame
	for _, p := range all {
		if p == one || d.partyOfPerson(&d.people[p]) == d.partyOfPerson(&d.people[one]) {
			continue
		}
		g := *f
		g.people, g.parties, g.then, g.apart, g.beside, g.group, g.filled, g.far = []int32{one, p}, nil, -1, true, true, false, false, false
		out = append(out, g)
	}
	if len(out) < 2 {
		return nil
	}
	return out
}

// roundAbout finds who met whom where ‘each’ stands at item at: all, and the one whom each of them met; -1 where the text does not say.
func (d *document) roundAbout(s *sentence, at int, f *frame, fo *focus) (all []int32, one int32) {
	one = -1
	if list := d.listIn(s.from, at); len(list) >= 2 { // A and B each had talks with C, or with the host
		for i := at + 1; i < s.to; i++ {
			if it := &d.items[i]; it.kind == itemPerson && !it.quoted && !slices.Contains(list, it.ref) {
				return list, it.ref
			}
		}
		for _, p := range fo.round {
			if slices.Contains(list, p) {
				continue
			}
			if one >= 0 {
				return nil, -1
			}
			one = p
		}
		return list, one
	}
	switch {
	case len(fo.round) < 3:
	case f.left == 1 && at > f.at && slices.Contains(fo.round, f.people[0]): // she sat down with each of her guests
		one = f.people[0]
	case at+1 < s.to && at < f.at && d.items[at+1].kind == itemRole: // each guest met the host
		one = d.hostOf(fo.round)
	}
	return fo.round, one
}

// hostOf is the only one of some people in whose country the text places anything; -1 for nobody.
func (d *document) hostOf(people []int32) int32 {
	one := int32(-1)
	for _, p := range people {
		party := d.partyOfPerson(&d.people[p])
		if !slices.ContainsFunc(d.spots, func(sp spot) bool { return sp.place.Host == party && sp.score >= 4 }) {
			continue
		}
		if one >= 0 {
			return -1
		}
		one = p
	}
	return one
}

// setApart tells that words behind the person at item i set the encounter apart from the one told
// before it: and B separately, and B before that, and B next.
func (d *document) setApart(s *sentence, i int) bool {
	if d.andThen(s, i) {
		return true // had A for an hour, and then B; received A and, later, B
	}
	if d.items[i-1].isPunct(',') {
		return false
	}
	for j := i + 1; j < s.to && j <= i+2; j++ {
		it := &d.items[j]
		if it.kind != itemWord {
			return false
		}
		switch d.lower(it) {
		case "separately", "afterwards", "thereafter", "right after", "shortly after", "soon after", "after that", "subsequently", "next":
			return true
		case "before", "after":
			return j+1 < s.to && d.lower(&d.items[j+1]) == "that"
		}
	}
	return false
}

// andThen tells that ‘and then’ or ‘and, later,’ stands in front of item i.
func (d *document) andThen(s *sentence, i int) bool {
	j := i - 1
	if j > s.from && d.items[j].isPunct(',') {
		j--
	}
	if j <= s.from || !thenWords.has(d.lower(&d.items[j])) {
		return false
	}
	if d.items[j-1].isPunct(',') {
		if j == i-1 && d.lower(&d.items[j]) == "then" {
			return true // met A first, then B
		}
		j--
	}
	return j-1 > s.from && d.items[j-1].is(classAnd)
}

// thenWords stand in front of whoever was met next.
var thenWords = setOf("separately", "then", "afterwards", "later", "subsequently", "thereafter", "after that")

// apartBehind notes who is told behind ‘separately’ at item i as met apart: met A and, separately, B.
func (d *document) apartBehind(f *frame, s *sentence, i int) {
	if d.lower(&d.items[i]) != "separately" {
		return
	}
	for j := i + 1; j < s.to && j <= i+4; j++ {
		switch it := &d.items[j]; {
		case it.kind == itemPerson && !it.possessive:
			f.then, f.thenAt = it.ref, j
			return
		case !it.isPunct(',') && !it.is(classThe):
			return
		}
	}
}
