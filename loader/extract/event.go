package extract

import (
	"cmp"
	"slices"

	"entente/model"
)

// event is an encounter as the article tells it: frames about the same people.
type event struct {
	frames   []int
	people   []int32
	parties  []model.Party
	date     model.Date
	end      model.Date
	dateFrom int // index in document.dates; -1 when the day was taken from elsewhere
	dateRule string
	kind     model.Kind
	status   model.Status
	place    placeFound
	score    int
	lead     int // what speaks for its being what the article is about
	first    int // sentence
	back     bool
	apart    bool // told as beside a gathering
	beside   bool // told as one of several encounters that one of the gathering had with each of the others
	again    bool // the next time that the same people meet
	opens    bool // the first of several encounters that one guest or host had on a day
	open     bool // no frame tells the kind
	indirect bool // everybody was taken from the context: the two sides, they
	doubtful bool // all frames are hypothetical
	remarks  bool // nothing is told but what one said to the other, on no day
	journey  bool // nothing is told but that somebody came, or what one said to the other
	bare     bool // two names in a sentence, and nothing that tells of an encounter
	passing  bool // spoken of far down, on no day, in an article about something else
	onLine   bool // told as a call from the first
	placed   bool // a sentence tells what one of them said to the other, with who, when and where
	dated    bool // a sentence tells of it with its people by name and its day: he had seen her on Friday
}

// events gathers the frames about one encounter.
func (d *document) events(frames []frame, pub model.Date) ([]frame, []event) {
	hero := d.hero
	out := d.heard[:0]
	var pair, talks []int32 // whose encounter was told last, and whose talks
	for k := range frames {
		f := &frames[k]
		d.complete(f, hero, pair, talks)
		if !d.international(f) {
			continue
		}
		if len(f.people) >= 2 {
			pair = f.people
			if f.rule.weight >= 6 && f.status == model.StatusHeld && !f.back && !f.doubtful {
				talks = pair
			}
		}
		f.weight += positionWeight(&d.sents[f.sent])
		if f.filled {
			f.apart = f.apart || d.setAside(f, &d.sents[f.sent])
			f.weight -= 3
		} else if f.far {
			f.weight--
		}
		date := d.setDate(frames, k, pub)
		d.ofTheNews(f, date, pub)
		at := -1
		for e := range out {
			if d.sameEncounter(&out[e], f, date) && !d.longAfter(&out[e], f.sent, date) && !otherSection(&out[e], f, frames) {
				at = e
				break
			}
		}
		if at < 0 {
			out = append(out, event{dateFrom: -1, first: f.sent, kind: f.kind, status: f.status, score: -100, back: f.back, open: true, again: d.nextTime(f)})
			at = len(out) - 1
		}
		join(&out[at], frames, k, date)
	}
	out = d.splitHosts(frames, out)
	for e := range out {
		d.settle(&out[e], frames, pub)
	}
	d.oneWordOneDay(frames, out)
	d.deny(frames, out)
	out = d.umbrella(frames, out)
	frames, out = d.besideHost(frames, out, pub)
	frames, out = d.withGathering(frames, out, pub)
	out = d.oneEach(frames, out)
	d.outranked(out)
	d.opening(out)
	for e := range out {
		if d.isSummit(&out[e], frames) {
			out[e].kind = model.KindSummit
		}
		d.ofMany(&out[e])
		slices.SortStableFunc(out[e].people, func(a, b int32) int { return cmp.Compare(d.people[a].first, d.people[b].first) })
	}
	return frames, out
}

// withGathering adds the gathering of many that the article is about, if it is about one.
func (d *document) withGathering(frames []frame, events []event, pub model.Date) ([]frame, []event) {
	e, f, ok := d.summit(frames, events, pub)
	if !ok {
		return frames, events
	}
	f.date = d.dateFor(&f)
	frames = append(frames, f)
	e.frames = []int{len(frames) - 1}
	if len(e.people) > 2 {
		e.lead = max(d.prominence(&e)-1, 0)
	}
	d.placeEvent(&e, frames)
	d.dateEvent(&e, frames, pub)
	d.yetToBe(&e, pub)
	return frames, append(events, e)
}

// oneEach leaves one event of each encounter, with everybody who sat at its table.
func (d *document) oneEach(frames []frame, events []event) []event {
	onMargins(events)
	d.tablemates(events)
	return d.courtesies(frames, arrivals(frames, d.dedupe(frames, events)))
}

// gathers tells that a gathering stands in a sentence of the event.
func (d *document) gathers(e *event, frames []frame) bool {
	for _, k := range e.frames {
		if d.gathersIn(&d.sents[frames[k].sent]) {
			return true
		}
	}
	return false
}

// isSummit tells that a meeting of three parties or more is a gathering, which the article is about or which leaders have come to.
func (d *document) isSummit(e *event, frames []frame) bool {
	if e.kind != model.KindMeeting || d.partiesOf(e) < 3 {
		return false
	}
	gather, _, _ := d.gatherScore()
	return gather >= 4 && d.leading(e) && (gather >= 6 || d.gathers(e, frames)) || d.leadersGather(e, frames)
}

// leadersGather tells that a sentence of the event says that leaders, many of them, came together: the leaders of the south
// gathered in Lisbon. Two who sat down with a third did not.
func (d *document) leadersGather(e *event, frames []frame) bool {
	for _, k := range e.frames {
		s := &d.sents[frames[k].sent]
		for i := s.from + 1; i < s.to; i++ {
			if it := &d.items[i]; it.kind != itemWord || it.quoted || !gatherVerbs.has(d.lower(it)) {
				continue
			}
			for j := i - 1; j >= s.from && j >= i-8 && !d.items[j].boundary(); j-- {
				it := &d.items[j]
				if (it.kind == itemRole && it.plural || it.is(classGroup) && !pairWords.has(d.lower(it))) && !it.quoted && d.groupSize(j) == 0 {
					return true
				}
			}
		}
	}
	return false
}

// pairWords are the group words that mean two people.
var pairWords = setOf("the two of them", "both of them", "the pair of them",
	"the two leaders", "the two presidents", "both leaders", "both presidents", "the two men", "the two", "the pair", "both sides", "the two sides",
	"both", "the duo", "the two friends", "the two old friends", "the two allies", "the two neighbours", "the two rivals", "the two heads of government",
	"both men", "the couple", "the two ministers", "both ministers", "the two prime ministers")

var gatherVerbs = setOf("gathered", "convened", "assembled", "came together", "come together", "gather", "convene")

// deny lets a denial stand: when the text says that two people did not meet, its other sentences
// about the two tell what had been thought.
func (d *document) deny(frames []frame, events []event) {
	d.denyFlatly(frames, events)
	for i := range events {
		off := &events[i]
		if off.status != model.StatusOff || len(off.people) < 2 {
			continue
		}
		for k := range events {
			e := &events[k]
			if k == i || e.status != model.StatusHeld || !includes(e, off) || e.score >= 20 || off.back && !e.back {
				continue
			}
			told := len(e.people) == len(off.people) && sameDay(e, off)
			if told || e.kind == off.kind && d.sents[off.first].index <= 2 && off.score >= e.score && !e.back {
				e.status = model.StatusOff
			}
		}
	}
}

// farDown is how many sentences further down a call is no part of a meeting, or a meeting of a call, where neither has a day.
const farDown = 12

// sameEncounter tells that a frame tells of an event: the people of one are among those of the other, and the days agree.
func (d *document) sameEncounter(e *event, f *frame, date model.Date) bool {
	if !date.IsZero() && !e.date.IsZero() && date != e.date && !date.Covers(e.date) && !e.date.Covers(date) {
		return false
	}
	if (e.status == model.StatusOff) != (f.status == model.StatusOff) && e.score > 8 && f.weight > 8 {
		return false
	}
	if f.back != e.back && (date.IsZero() || date != e.date) {
		return false
	}
	if len(f.people) == 1 && len(f.parties) > 0 && !d.sends(e, f.parties) {
		return false // he and the Russian president: not his talks with Zelensky
	}
	in, out := 0, 0
	for _, p := range f.people {
		if slices.Contains(e.people, p) {
			in++
		} else {
			out++
		}
	}
	if f.spokenOf && in > 0 && out > 0 {
		return false
	}
	if d.oneApart(e, f) || d.otherTime(e, f) {
		return false
	}
	if out > 0 && !f.rule.open && !e.open && f.kind != e.kind && len(e.people) > 2 {
		return false // from the room they rang somebody else
	}
	if in >= 2 || in == len(f.people) && in > 0 || in == len(e.people) && len(e.people) > 0 && (out == 0 || len(f.people) > 2) {
		known := !date.IsZero() && !e.date.IsZero()
		return f.rule.open || e.open || f.kind == e.kind || !known && f.sent-e.first <= farDown || date == e.date && d.callWords(e) > 0
	}
	return false
}

func join(e *event, frames []frame, k int, date model.Date) {
	f := &frames[k]
	e.frames = append(e.frames, k)
	e.apart = e.apart || f.apart
	e.beside = e.beside || f.beside
	if e.open && !f.rule.open {
		e.open, e.kind = false, f.kind
	}
	weak := f.rule.name == togetherRule.name && len(e.people) >= 2 && e.score >= believed
	other := len(e.people) >= 2 && (f.doubtful && len(f.people) < mostlyTold || e.status != f.status && (e.status == model.StatusHeld || f.status == model.StatusOff))
	if e.people == nil {
		e.people = f.room.list(2)
	}
	for _, p := range f.people {
		// Names in one sentence bring nobody to a table that is known, nor does what is denied, in doubt or yet to be: both are to see a third.
		if !weak && !other && !slices.Contains(e.people, p) {
			e.people = append(e.people, p)
		}
	}
	for _, q := range f.parties {
		if !other && !slices.Contains(e.parties, q) {
			e.parties = append(e.parties, q)
		}
	}
	if e.date.IsZero() && date.Precision() == model.PrecisionDay && f.weight > 3 && !f.doubtful {
		e.date = date
	}
	if f.weight > e.score {
		e.score, e.status = f.weight, f.status
	}
}

// settle decides kind, place and the final score of an event.
func (d *document) settle(e *event, frames []frame, pub model.Date) {
	var byKind [3]int
	for _, k := range e.frames {
		f := &frames[k]
		if !f.rule.open {
			byKind[f.kind] += max(f.weight, 1)
		}
	}
	if d.sents[e.first].index <= 3 || e.first == d.firstTold(frames) {
		byKind[model.KindCall] += d.callWords(e)
	}
	for _, k := range e.frames {
		s := &d.sents[frames[k].sent]
		f := &frames[k]
		if f.weight < e.score-5 || f.doubtful || f.back {
			continue
		}
		for i := s.from; i < s.to && !f.filled; i++ {
			if d.byPhone(s, i) {
				byKind[model.KindCall] += 10
			}
		}
		if p := d.placeIn(f.sent, f.at); p.score >= 7 && f.rule.weight >= 4 && (f.rule.open || f.kind != model.KindCall) {
			byKind[model.KindMeeting] += 6
		}
	}
	d.placeEvent(e, frames)
	if d.spokenOnly(e, frames) {
		byKind[model.KindCall] += plainly
	}
	if !slices.ContainsFunc(e.frames, func(k int) bool { return !frames[k].doubtful }) {
		e.doubtful = true // asked whether he would meet him: nobody says that he did
		e.score -= 4
	}
	e.indirect = !slices.ContainsFunc(e.frames, func(k int) bool { return !frames[k].group && !frames[k].filled })
	e.placed = slices.ContainsFunc(e.frames, func(k int) bool { return d.toldThere(&frames[k]) })
	e.dated = slices.ContainsFunc(e.frames, func(k int) bool { return frames[k].withDay() })
	e.remarks = !slices.ContainsFunc(e.frames, func(k int) bool { return frames[k].rule.name != "told" || frames[k].date >= 0 })
	e.journey = !slices.ContainsFunc(e.frames, func(k int) bool { return frames[k].rule.name != "told" && frames[k].rule.name != "visit" })
	if d.unsupported(e, frames) {
		e.bare = true
		e.score -= 8
	}
	sum := 0
	for _, k := range e.frames {
		sum += max(frames[k].weight, 0)
	}
	e.score += min((sum-max(e.score, 0))/3, 10)
	e.lead = d.prominence(e)
	if byKind[model.KindCall] > byKind[model.KindMeeting] {
		e.kind = model.KindCall
	} else {
		e.kind = model.KindMeeting
	}
	d.dateEvent(e, frames, pub)
	d.yetToBe(e, pub)
	d.announced(e, pub)
}

// withDay tells that the words of a frame say who and when, and that somebody saw somebody.
func (f *frame) withDay() bool { return f.rule.weight >= 3 && f.toldPlainly() }

// toldPlainly tells that the words of a frame say who and when.
func (f *frame) toldPlainly() bool {
	return f.date >= 0 && !f.filled && !f.far && !f.group && !f.doubtful && f.rule != &togetherRule
}

// toldThere tells that the words of a frame say who, when and where; what somebody said, with the day in front: on Monday, at the castle, she pressed him.
func (d *document) toldThere(f *frame) bool {
	return f.toldPlainly() && (f.rule.name != "told" || d.itemOf(f.sent, d.dates[f.date].first) < f.at) && d.placeIn(f.sent, -1).score >= 4
}

// yetToBe takes what is told as held, of tomorrow or of a day after it, for planned: the present tense of an announcement.
func (d *document) yetToBe(e *event, pub model.Date) {
	tomorrow := e.dateFrom >= 0 && d.dates[e.dateFrom].form == formRelative && d.dates[e.dateFrom].days == 1 && e.date == pub.AddDays(1)
	if e.status == model.StatusHeld && (tomorrow || aheadOf(e.date, pub)) {
		e.status = model.StatusPlanned
	}
}

// itemOf returns the item of a sentence that holds a token.
func (d *document) itemOf(sent, tok int) int {
	s := &d.sents[sent]
	i := min(s.from+max(tok-s.first, 0), s.to-1) // or in front of it: every item has a token at least
	for i > s.from && d.items[i-1].last > tok {
		i--
	}
	return i
}

// plainly is the weight from which a rule says that people met, and no more.
const plainly = 7

// oneApart tells that one of an event and a frame is of two by themselves, the other of more: two of those who gathered, who are told to have met in a
// sentence of their own.
func (d *document) oneApart(e *event, f *frame) bool {
	if f.rule.weight >= plainly && len(f.people) == 2 && !f.filled && !f.group && !f.far && d.manyParties(e.people) && f.sent != e.first {
		return true
	}
	if len(e.people) == 2 && f.rule.withOnly() && d.manyParties(f.people) {
		return true // the others signed with the two who had met before
	}
	return f.apart && len(f.people) == 2 && len(e.people) > 2
}
