package extract

import (
	"slices"
	"strings"
)

// arrivalGrounds are where a guest sets foot and is only welcomed.
var arrivalGrounds = setOf("airport", "tarmac", "airfield", "airbase", "airstrip", "runway", "gangway", "apron", "railway", "platform", "aircraft", "plane")

// onArrival tells that a sentence speaks of the ground on which a guest sets foot, and of no talks there.
func (d *document) onArrival(s *sentence) bool {
	ground := false
	for i := s.from; i < s.to && s.marks&markArrival != 0; i++ {
		it := &d.items[i]
		if it.kind != itemWord && it.kind != itemName && it.kind != itemVenue || it.quoted {
			continue
		}
		if it.kind == itemWord && it.is(classTalk|classMeeting) {
			return false
		}
		ground = ground || arrivalGrounds.has(d.low(it.last-1))
	}
	return ground
}

// welcomes tells that item i is a verb of welcoming: greeted, welcomed, awaited; was met by.
func (d *document) welcomes(i int) bool {
	it := &d.items[i]
	if it.kind != itemWord {
		return false
	}
	w := d.lower(it)
	return it.is(classGreet) && !strings.HasPrefix(w, "call") || strings.HasPrefix(w, "welcom") || w == "met" && i > 0 && d.items[i-1].is(classBe)
}

// onlyWelcomed tells that a frame is of a welcome on arrival: who greets at the airport did not take part in what followed. It
// keeps of the frame's people those whom the tables know.
func (d *document) onlyWelcomed(f *frame, s *sentence) bool {
	if !d.onArrival(s) {
		return false
	}
	for i := f.at; i < f.end; i++ {
		if d.welcomes(i) {
			f.people = slices.DeleteFunc(f.people, func(p int32) bool { return d.people[p].row < 0 })
			return true
		}
	}
	return false
}

// greeter tells that the person at item i only welcomes somebody on arrival.
func (d *document) greeter(s *sentence, i int) bool {
	for j := i + 1; j < s.to && j <= i+6 && !d.items[j].boundary(); j++ {
		if d.welcomes(j) && !d.items[j-1].is(classBe) {
			return d.onArrival(s)
		}
	}
	for j := i - 1; j > s.from && j >= i-3; j-- {
		if d.items[j].is(classBy) && d.welcomes(j-1) {
			return d.onArrival(s)
		}
	}
	return false
}

// missing tells that the sentence lists in front of item i who was not there: Not present: X; absent were Y and Z.
func (d *document) missing(s *sentence, i int) bool {
	w := d.lower(&d.items[s.from])
	if w == "others" { // others spoke from screens, X among them
		for j := s.from + 1; j < i && j <= s.from+6; j++ {
			if d.items[j].is(classAbsent) {
				return true
			}
		}
	}
	if w != "not" && w != "absent" && w != "missing" {
		return false
	}
	for j := s.from + 1; j < i && j <= s.from+6; j++ {
		if it := &d.items[j]; it.isPunct(':') || it.is(classBe) && j == s.from+1 && w != "not" {
			return true
		}
	}
	return false
}

// leaves tells that who stood beside others left the room before they talked.
func (d *document) leaves(s *sentence, from int) bool {
	for i := from; i+2 < s.to && !d.items[i].isPunct(';'); i++ {
		if w := d.lower(&d.items[i]); (w == "left" || w == "leaving") && d.items[i+1].is(classThe) {
			switch d.lower(&d.items[i+2]) {
			case "room", "hall", "table", "stage":
				return true
			}
		}
	}
	return false
}
