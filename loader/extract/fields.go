package extract

import (
	"strings"

	"entente/model"
)

// A notice to the press, or a read-out, tells of its encounter in lines of their own: What: a working lunch. When: Friday, 17 May.
// Where: Stenbock House. Who: the prime minister and her guest.

// field is what such a line tells.
type field uint8

const (
	fieldNone field = iota
	fieldWhat
	fieldWhen
	fieldWhere
	fieldWho
)

// fieldWords are the words with which such lines begin.
var fieldWords = map[string]field{
	"what": fieldWhat, "format": fieldWhat, "subject": fieldWhat, "when": fieldWhen, "date": fieldWhen, "day": fieldWhen,
	"where": fieldWhere, "place": fieldWhere, "venue": fieldWhere, "location": fieldWhere,
	"who": fieldWho, "participants": fieldWho, "present": fieldWho, "attending": fieldWho, "attendees": fieldWho,
}

// maxField is the length of the longest of these words.
const maxField = 12

// fieldAt is what a line tells by the word and the colon with which it begins.
func fieldAt(l string) field {
	i := strings.IndexByte(l[:min(len(l), maxField+1)], ':')
	if i <= 0 || i+1 >= len(l) {
		return fieldNone
	}
	var buf [32]byte
	return fieldWords[string(lowerHead(&buf, l[:i]))]
}

// notice tells that block i is such a line, and that another one stands right beside it.
func (p *layout) notice(i int) bool {
	own := fieldAt(p.blocks[i].text)
	if own == fieldNone {
		return false
	}
	for j := max(i-1, 0); j <= i+1 && j < len(p.blocks); j++ {
		if f := fieldAt(p.blocks[j].text); f != fieldNone && f != own {
			return true
		}
	}
	return false
}

// fieldOf tells what a line of its own tells by the word and the colon with which it begins.
func (d *document) fieldOf(s *sentence) field {
	if s.to-s.from < 3 || !s.paraFirst || !d.items[s.from+1].isPunct(':') {
		return fieldNone
	}
	return fieldWords[d.lower(&d.items[s.from])]
}

// fieldReach is how many sentences such a line stands from the one that tells of the encounter.
const fieldReach = 4

// fieldDay is the date of the line ‘When:’ near a frame; -1 for none.
func (d *document) fieldDay(f *frame) int {
	for k := max(f.sent-fieldReach, 0); k < len(d.sents) && k <= f.sent+fieldReach; k++ {
		if k == f.sent || d.fieldOf(&d.sents[k]) != fieldWhen {
			continue
		}
		if from, to := d.datesIn(k); from < to && d.dates[from].form.tellsDay() {
			return from
		}
	}
	return -1
}

// announced takes an encounter for planned whose line ‘When:’ tells a day to come, be it tomorrow.
func (d *document) announced(e *event, pub model.Date) {
	if e.dateFrom < 0 || e.status != model.StatusHeld || pub.IsZero() || d.fieldOf(&d.sents[d.dates[e.dateFrom].sent]) != fieldWhen {
		return
	}
	if e.date.Precision() == model.PrecisionDay && model.Compare(e.date, pub) > 0 {
		e.status = model.StatusPlanned
	}
}

// fieldRule is for the line that lists who is to be there.
var fieldRule = rule{name: "field", weight: 6, open: true, kind: model.KindMeeting}

// whenBelow tells that a line ‘When:’ or ‘Where:’ stands right below line k: together they tell of an appointment.
func (d *document) whenBelow(k int) bool {
	for j := k + 1; j < len(d.sents) && j <= k+2; j++ {
		if w := d.fieldOf(&d.sents[j]); w != fieldNone && w != fieldWho {
			return true
		}
	}
	return false
}

// listedIn makes a frame of the line ‘Who:’ where the article speaks of an encounter.
func (d *document) listedIn(s *sentence, k int) (frame, bool) {
	f := frame{rule: &fieldRule, sent: k, date: -1, then: -1, weight: fieldRule.weight, at: s.from, end: s.from + 1}
	if d.fieldOf(s) != fieldWho || d.encounterWords() == 0 && !d.whenBelow(k) {
		return f, false
	}
	for i := s.from + 2; i < s.to; i++ {
		if it := &d.items[i]; !it.quoted && !it.possessive {
			if p := d.refOf(i); p >= 0 && !d.minor(&d.people[p]) {
				f.add(p)
			}
		}
	}
	f.left = len(f.people)
	return f, len(f.people) >= 2
}
