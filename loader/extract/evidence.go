package extract

import (
	"slices"
	"strconv"

	"entente/model"
)

// reportOf makes the report of event i, each fact with the words that it was read from.
func (d *document) reportOf(a *model.Article, frames []frame, events []event, i int, primary bool) *model.Report {
	e := &events[i]
	r := &model.Report{Article: a, Primary: primary, Date: e.date, End: e.end, Kind: e.kind, Status: e.status}
	if e.kind != model.KindCall {
		r.Place = e.place.place
	}
	n := len(e.people) // day, kind, status, place, host, publication and three topics beside one of each person and party
	r.People, r.Parties = make([]model.Participant, 0, n), make([]model.Party, 0, n+len(e.parties))
	r.Evidence = make([]model.Evidence, 0, 9+2*n+len(e.parties))
	add := func(p model.Party) {
		if p != "" && !slices.Contains(r.Parties, p) {
			r.Parties = append(r.Parties, p)
		}
	}
	for _, k := range e.people {
		p := &d.people[k]
		party := d.partyFor(e, k)
		r.People = append(r.People, model.Participant{Name: p.name, Office: d.officeOf(p), Party: party})
		add(party)
	}
	for _, p := range e.parties {
		add(p)
	}
	slices.Sort(r.Parties)
	w := witness{d: d, e: e, frames: frames, report: r, top: heaviest(e, frames)}
	w.date(a)
	w.kind()
	w.status()
	w.people()
	w.place()
	w.parties()
	w.published(a)
	r.Confidence = d.confidence(events, i, frames, r)
	return r
}

// partyFor is the party for which somebody speaks at an encounter. A country that was only guessed is none where two others sat at the
// table: whoever was with them came for one of these.
func (d *document) partyFor(e *event, k int32) model.Party {
	p := &d.people[k]
	if !p.guessed {
		return d.partyOfPerson(p)
	}
	first := model.Party("")
	for _, q := range e.people {
		if o := &d.people[q]; !o.guessed && first == "" {
			first = d.partyOfPerson(o)
		} else if !o.guessed && d.partyOfPerson(o) != first {
			return ""
		}
	}
	return p.party
}

// heaviest is the frame that counts most for an event.
func heaviest(e *event, frames []frame) *frame {
	best := &frames[e.frames[0]]
	for _, k := range e.frames {
		if frames[k].weight > best.weight {
			best = &frames[k]
		}
	}
	return best
}

// evidence adds the words of tokens first…last. Words of a headline that stood
// outside the text have no place in it: the note quotes them, and the span is empty.
func (d *document) evidence(r *model.Report, field string, first, last int, rule, note string) {
	span := model.Span{Start: int(d.tokens[first].start) - d.offset, End: int(d.tokens[last-1].end) - d.offset}
	if span.Start < 0 {
		quote := "headline: ‘" + d.span(first, last) + "’"
		if note != "" {
			quote = note + "; " + quote
		}
		span, note = model.Span{}, quote
	}
	r.Evidence = append(r.Evidence, model.Evidence{Field: field, Span: span, Rule: rule, Note: note})
}

// unwritten adds evidence for a fact that no words of the text tell.
func unwritten(r *model.Report, field, rule, note string) {
	r.Evidence = append(r.Evidence, model.Evidence{Field: field, Rule: rule, Note: note})
}

// witness names for each fact of one report the words that tell it.
type witness struct {
	d      *document
	e      *event
	frames []frame
	report *model.Report
	top    *frame // the frame that counts most
	order  []int  // of byWeight
}

// items cites items from…to of the text.
func (w *witness) items(field string, from, to int, rule, note string) {
	w.d.evidence(w.report, field, w.d.items[from].first, w.d.items[to-1].last, rule, note)
}

// trigger cites the words of the frame that counts most.
func (w *witness) trigger(field, rule, note string) {
	w.items(field, w.top.at, w.top.end, rule, note)
}

func (w *witness) kind() {
	d, e := w.d, w.e
	switch e.kind {
	case model.KindCall:
		for _, k := range w.byWeight() {
			if i := d.wordOf(w.frames[k].sent, w.frames[k].at, classPhone|classByPhone); i >= 0 {
				w.items("kind", i, i+1, "kind.call", "by telephone or video")
				return
			}
		}
		w.trigger("kind", "kind.call", "by telephone or video")
	case model.KindSummit:
		note := strconv.Itoa(len(w.report.Parties)) + " delegations came together"
		if _, sent, at := d.gatherScore(); sent >= 0 {
			w.items("kind", at, at+1, "kind.summit", note)
			return
		}
		w.trigger("kind", "kind.summit", note)
	case model.KindMeeting:
		w.trigger("kind", "kind."+w.top.rule.name, "in person: nothing here speaks of telephone or video")
	}
}

func (w *witness) status() {
	d := w.d
	switch w.e.status {
	case model.StatusHeld:
		w.trigger("status", "status.held", "told as having taken place")
	case model.StatusPlanned:
		if i := d.wordOf(w.top.sent, w.top.at, classFuture); i >= 0 {
			w.items("status", i, i+1, "status.planned", "told as yet to come")
			return
		}
		w.trigger("status", "status.planned", "told as yet to come")
	case model.StatusOff:
		if i := d.wordOf(w.top.sent, w.top.at, classOff|classNeg); i >= 0 {
			w.items("status", i, i+1, "status.off", "refused, called off or denied")
			return
		}
		for k := range d.sents { // by title or lead
			if s := &d.sents[k]; s.zone == zoneTitle || s.index <= 2 {
				if i := d.wordOf(k, s.from, classOff); i >= 0 {
					w.items("status", i, i+1, "status.off", "refused, called off or denied")
					return
				}
			}
		}
		w.trigger("status", "status.off", "refused, called off or denied")
	}
}

// byWeight lists the frames of the event, the heaviest first.
func (w *witness) byWeight() []int {
	if w.order == nil {
		w.d.weighed = append(w.d.weighed[:0], w.e.frames...)
		w.order = w.d.weighed
		slices.SortStableFunc(w.order, func(a, b int) int { return w.frames[b].weight - w.frames[a].weight })
	}
	return w.order
}

// wordOf returns the word of a class in a sentence that stands nearest to item at, or -1.
func (d *document) wordOf(sent, at int, c class) int {
	s, best := &d.sents[sent], -1
	for i := s.from; i < s.to && s.cls&c != 0; i++ {
		if it := &d.items[i]; it.kind == itemWord && it.is(c) && (best < 0 || apart(i, at) < apart(best, at)) {
			best = i
		}
	}
	return best
}

func apart(a, b int) int { return max(a-b, b-a) }

// people cites for each participant the mention that counts.
func (w *witness) people() {
	order := w.byWeight()
	for n, k := range w.e.people {
		note := w.report.People[n].Name
		if o := w.report.People[n].Office; o != "" {
			note += ", " + o
		}
		w.person("people", k, order, note)
	}
}

// person cites somebody where an encounter is told of him: by name, by office,
// by ‘the two leaders’ or a pronoun; failing that where he was named before.
func (w *witness) person(field string, k int32, order []int, note string) {
	d := w.d
	for _, n := range order {
		f := &w.frames[n]
		if !f.has(k) || f.rule == &summitRule {
			continue
		}
		if i, how := d.mentionIn(f, k); i >= 0 {
			w.items(field, i, i+1, f.rule.name, note+how)
			return
		}
	}
	named := -1
	for i := range d.items {
		if it := &d.items[i]; it.kind != itemPerson || it.ref != k {
			continue
		}
		if named < 0 {
			named = i
		}
		if d.attends(d.sentenceOf(i), i) {
			named = i
			break
		}
	}
	rule := w.top.rule.name
	if int(k) < len(d.weighedSeats) && !d.weighedSeats[k].has(seatTaken) && w.report.Primary {
		rule, note = "seat", note+"; at the table by what the whole text tells"
	}
	if named >= 0 {
		w.items(field, named, named+1, rule, note)
		return
	}
	w.trigger(field, w.top.rule.name, note)
}

// sentenceOf is the sentence of an item.
func (d *document) sentenceOf(i int) *sentence {
	n, _ := slices.BinarySearchFunc(d.sents, i, func(s sentence, i int) int {
		if s.to <= i {
			return -1
		}
		return 1
	})
	return &d.sents[min(n, len(d.sents)-1)]
}

// mentionIn finds whom a frame means by item: the mention nearest to the
// trigger, and in words how it names the person; -1 where its sentence does not.
func (d *document) mentionIn(f *frame, k int32) (at int, how string) {
	s, best, rank := &d.sents[f.sent], -1, 0
	for i := s.from; i < s.to; i++ {
		it := &d.items[i]
		r := 0
		switch {
		case it.kind == itemPerson && it.ref == k:
			r = 4
		case it.kind == itemRole && !it.plural && d.roleFits(it, &d.people[k]):
			r = 3
			if name := d.lex.offices[max(it.office, 1)-1].name; it.party == "" && (name == "leader" || name == "minister") {
				r = 1 // a host, a guest, a leader: who it is was said before
			}
		case it.is(classGroup | classGroup3):
			r = 2
		case it.kind == itemWord && it.is(classPronoun|classFirst):
			r = 1
		}
		if r > rank || r == rank && r > 0 && apart(i, f.at) < apart(best, f.at) {
			best, rank = i, r
		}
	}
	if best < 0 {
		return -1, ""
	}
	return best, [...]string{1: "; the word means who was spoken of before", 2: "; the group is who was spoken of before", 3: "; named by office", 4: ""}[rank]
}

// parties cites for each party the one who speaks for it.
func (w *witness) parties() {
	d, order := w.d, w.byWeight()
	for _, p := range w.report.Parties {
		done := false
		for _, k := range w.e.people {
			who := &d.people[k]
			if d.partyOfPerson(who) != p {
				continue
			}
			note := d.partyName(p) + ": " + who.name + " spoke for it"
			if _, ok := d.roleOf(who); !ok {
				note = d.partyName(p) + ": as the text says of " + who.name
			}
			w.person("parties", k, order, note)
			done = true
			break
		}
		for _, n := range order {
			if done {
				break
			}
			s := &d.sents[w.frames[n].sent]
			for i := s.from; i < s.to && !done; i++ {
				if it := &d.items[i]; it.kind == itemRole && it.party == p {
					w.items("parties", i, i+1, "party.office", d.partyName(p)+": somebody whom the text gives by office only")
					done = true
				}
			}
		}
		if !done {
			w.trigger("parties", "party.office", d.partyName(p))
		}
	}
}
