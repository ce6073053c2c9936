package extract

import (
	"fmt"
	"slices"
	"strings"

	"entente/model"
)

// mostLosers is how many candidates that lost are named for one question.
const mostLosers = 8

// Explain reads an article, or reads it again, and says in sentences what was
// weighed: it gives each report its Trace, and returns what concerns the article
// as a whole: its day of publication, the encounters that were told of and not believed, and
// who is named and took part in none.
func (r *Reader) Explain(a *model.Article) []string {
	t := r.trace(a)
	b := t.article
	out := slices.Concat(t.publication(), t.encounters(), t.bystanders())
	for i, rep := range b.Reports {
		if k := t.eventOf(rep); k >= 0 {
			e := &t.events[k]
			rep.Trace = slices.Concat(t.sure(k, rep), t.told(e), t.days(e), t.places(e), t.left(e))
			if rep.Primary {
				rep.Trace = slices.Concat(rep.Trace, t.dayWeights(), t.siteWeights(), t.seats(e))
			}
		}
		if len(a.Reports) == len(b.Reports) { // somebody may hold on to the reports of the first reading
			a.Reports[i].Trace = rep.Trace
		}
	}
	if len(a.Reports) != len(b.Reports) {
		for _, rep := range b.Reports {
			rep.Article = a
		}
		*a = *b
	}
	return out
}

// trace reads a copy of an article as it stood before it was read.
func (r *Reader) trace(a *model.Article) tracer {
	b := *a
	b.Published, b.Title = model.Date{}, ""
	d, frames, events := r.again(&b)
	if a.Title != "" && b.Title != a.Title || !a.Published.IsZero() && b.Published != a.Published {
		b = *a
		d, frames, events = r.again(&b)
	}
	return tracer{d: d, frames: frames, events: events, article: &b}
}

func (r *Reader) again(a *model.Article) (*document, []frame, []event) {
	d := &document{lex: r.lex, g: r.g}
	frames, events := d.read(r, a)
	return d, frames, events
}

// tracer puts into words what was weighed for one article.
type tracer struct {
	d       *document
	frames  []frame
	events  []event
	article *model.Article
}

// eventOf finds the event that a report was made of, or -1.
func (t *tracer) eventOf(r *model.Report) int {
	for i := range t.events {
		e := &t.events[i]
		if e.date != r.Date || e.kind != r.Kind || e.status != r.Status || len(e.people) != len(r.People) {
			continue
		}
		same := true
		for n, p := range e.people {
			same = same && t.d.people[p].name == r.People[n].Name
		}
		if same {
			return i
		}
	}
	return -1
}

// sure says what the confidence of a report comes from.
func (t *tracer) sure(i int, r *model.Report) []string {
	has := t.d.featuresOf(t.events, i, t.frames, r)
	s := &t.d.lex.sureness
	why := make([]string, 0, features)
	for k, is := range has {
		if is && s.points[k] != 0 {
			why = append(why, fmt.Sprintf("%+d %s", s.points[k], featureNames[k]))
		}
	}
	if len(why) == 0 {
		why = append(why, "nothing speaks against it")
	}
	n := s.of(&has)
	return []string{fmt.Sprintf("sure: %d in 100 reports with %s are right: %s", s.percent(n), points(n), strings.Join(why, ", "))}
}

// publication says which day of publication was taken and which others were there.
func (t *tracer) publication() []string {
	d := t.d
	best, all := d.findPublished()
	if d.dated {
		return []string{"published: " + t.article.Published.Long() + ", told beside the text"}
	}
	if len(all) == 0 {
		if t.article.Published.IsZero() {
			return []string{"published: the text tells no day on which it appeared"}
		}
		return []string{"published: " + t.article.Published.Long() + ", from the address of the page"}
	}
	var out []string
	for _, s := range all {
		x := &d.dates[s.expr]
		line := fmt.Sprintf("‘%s’, %s, %s", d.words(x), s.why, points(s.score))
		switch {
		case s.expr == best.expr && t.article.Published.IsZero():
			line = "published: not known; " + line + ": no year fits alone"
		case s.expr == best.expr:
			line = "published: " + t.article.Published.Long() + " from " + line
		default:
			line = "published: not " + line
		}
		out = append(out, line)
	}
	return shorten(out)
}

// shorten keeps the first lines and counts the rest.
func shorten(lines []string) []string {
	if len(lines) <= mostLosers+1 {
		return lines
	}
	return append(lines[:mostLosers:mostLosers], fmt.Sprintf("and %d more", len(lines)-mostLosers))
}

// encounters lists what was told of, with what became of it.
func (t *tracer) encounters() []string {
	var out []string
	for _, i := range rank(t.events) {
		e := &t.events[i]
		line := fmt.Sprintf("encounter: %s of %s, %s", e.kind, t.d.namesOf(e.people, e.parties), points(e.score))
		out = append(out, line+": "+t.verdict(e))
	}
	if len(out) == 0 {
		out = append(out, "encounter: no words tell that people of two parties met")
	}
	return shorten(out)
}

// verdict says whether an encounter was reported, and why not.
func (t *tracer) verdict(e *event) string {
	for _, r := range t.article.Reports {
		if k := t.eventOf(r); k < 0 || &t.events[k] != e {
			continue
		}
		switch {
		case r.Status == model.StatusOff:
			return "told as called off, refused or denied"
		case r.Primary:
			return "what the article is about"
		}
		return "told beside it"
	}
	switch {
	case len(e.people) == 0:
		return "left out, nobody is named"
	case e.score < believedWithAid:
		return fmt.Sprintf("left out, %s are needed", points(believedWithAid))
	case len(e.people) < 2:
		return "left out, only one is named"
	case e.date.Precision() != model.PrecisionDay:
		return "left out, beside another encounter it would need a day"
	}
	return fmt.Sprintf("left out, %s are needed beside another encounter", points(believedBeside))
}

// bystanders names who stands in the text and takes part in no encounter.
func (t *tracer) bystanders() []string {
	d := t.d
	var out []string
	for k := range d.people {
		took := false
		for _, r := range t.article.Reports {
			took = took || slices.ContainsFunc(r.People, func(p model.Participant) bool { return p.Name == d.people[k].name })
		}
		if !took {
			out = append(out, fmt.Sprintf("not there: %s, %s", d.people[k].name, t.absence(int32(k))))
		}
	}
	return shorten(out)
}

// absence says why somebody who is named did not take part.
func (t *tracer) absence(k int32) string {
	d := t.d
	if int(k) < len(d.weighedSeats) && d.weighedSeats[k].has(seatTaken) {
		return outweighed
	}
	p := &d.people[k]
	named, quoted, object, owner, background := 0, 0, 0, 0, 0
	for n := range d.sents {
		s := &d.sents[n]
		for i := s.from; i < s.to; i++ {
			it := &d.items[i]
			if it.kind != itemPerson || it.ref != k {
				continue
			}
			named++
			switch {
			case it.quoted:
				quoted++
			case s.zone == zoneBackground:
				background++
			case it.possessive:
				owner++
			case d.behindPreposition(s, i):
				object++
			}
		}
	}
	for i := range t.frames {
		if f := &t.frames[i]; f.has(k) && f.status == model.StatusOff {
			return "told as called off, refused or denied"
		} else if f.has(k) && f.back {
			return "only in what was before"
		} else if f.has(k) && f.doubtful {
			return "only in what may be"
		}
	}
	if slices.ContainsFunc(t.events, func(e event) bool { return slices.Contains(e.people, k) }) {
		return "only in an encounter that was left out"
	}
	switch {
	case p.former:
		return "no longer in office"
	case d.minor(p):
		return "leads no delegation"
	case quoted == named:
		return "named only in quotations"
	case background == named:
		return "named only in the background"
	case object+owner+quoted+background == named:
		return "spoken of or thanked, not acting"
	}
	return "no words tell that they met anybody"
}

// told lists the words that tell of an encounter, the weightiest first.
func (t *tracer) told(e *event) []string {
	out := make([]string, 0, len(e.frames))
	w := witness{d: t.d, e: e, frames: t.frames}
	for _, k := range w.byWeight() {
		f := &t.frames[k]
		where := "in the headline"
		if n := t.d.sents[f.sent].index; n > 0 {
			where = fmt.Sprintf("in sentence %d", n)
		}
		out = append(out, fmt.Sprintf("told by ‘%s’ %s: rule %s, %s, %s%s", t.d.span(t.d.items[f.at].first, t.d.items[f.end-1].last), where,
			f.rule.name, points(f.weight), t.d.namesOf(f.people, f.parties), flagsOf(f)))
	}
	return shorten(out)
}

// days lists the dates of the text with what each would mean, the one taken first.
func (t *tracer) days(e *event) []string {
	d := t.d
	out := []string{"day: " + t.chosenDay(e)}
	for k := range d.dates {
		x := &d.dates[k]
		if k == e.dateFrom || x.form == formVague || d.sents[x.sent].zone == zoneStamp {
			continue
		}
		day, _ := d.resolveDate(x, t.article.Published, e.status)
		if day.IsZero() || day == e.date {
			continue
		}
		why := t.dayLost(e, x)
		if w := d.weighedDays; len(w) > 1 && day == w[0].date && slices.ContainsFunc(w, func(r dayRead) bool { return r.date == e.date }) {
			why = outweighed
		}
		out = append(out, fmt.Sprintf("day: not %s, ‘%s’: %s", day.Long(), d.words(x), why))
	}
	return shorten(out)
}

func (t *tracer) chosenDay(e *event) string {
	switch {
	case e.date.IsZero():
		return "none that the text lets tell"
	case e.dateFrom < 0:
		return e.date.Long() + ", as the text tells none"
	}
	x := &t.d.dates[e.dateFrom]
	return e.date.Long() + " from ‘" + t.d.words(x) + "’"
}

// dayLost says why a date is not the day of an encounter.
func (t *tracer) dayLost(e *event, x *dateExpr) string {
	d := t.d
	s := &d.sents[x.sent]
	it := d.itemOf(x.sent, x.first)
	beside := slices.ContainsFunc(e.frames, func(k int) bool { return t.frames[k].sent == x.sent })
	switch {
	case d.tokens[x.first].is(flagQuoted):
		return "in a quotation"
	case s.zone == zoneBackground:
		return "in the background"
	case d.saidOn(s, it):
		return "when somebody said something"
	case x.bound:
		return "the end of a stretch of time"
	case !beside:
		return "in a sentence that does not tell of it"
	}
	return "farther from the words that tell of it"
}

// places lists the places of the text with how surely each tells where people were, the one taken first.
func (t *tracer) places(e *event) []string {
	d := t.d
	taken := e.place.place
	if e.kind == model.KindCall {
		return nil
	}
	name := func(p model.Place) string {
		return strings.TrimPrefix(p.City+", "+d.g.PartyName(p.Host), ", ")
	}
	line := "place: none that the text tells"
	if taken != (model.Place{}) {
		line = fmt.Sprintf("place: %s, %s, %s", name(taken), placeNotes[e.place.why], points(e.place.score))
	}
	out := []string{line}
	var seen []model.Place
	for k := range d.spots {
		sp := t.best(d.spots[k].place)
		if sp.place == taken || sp.place.City == "" || slices.Contains(seen, sp.place) {
			continue
		}
		seen = append(seen, sp.place)
		out = append(out, fmt.Sprintf("place: not %s, ‘%s’: %s", name(sp.place), d.span(d.items[sp.at].first, d.items[sp.at].last), t.placeLost(e, sp)))
	}
	return shorten(out)
}

// best is the spot that tells a place most surely.
func (t *tracer) best(p model.Place) *spot {
	var best *spot
	for k := range t.d.spots {
		if sp := &t.d.spots[k]; sp.place == p && (best == nil || sp.score > best.score) {
			best = sp
		}
	}
	return best
}

// placeLost says why a place is not where an encounter was.
func (t *tracer) placeLost(e *event, sp *spot) string {
	switch w := t.d.weighedSites; {
	case len(w) > 1 && sp.place == w[0].found.place && slices.ContainsFunc(w, func(r siteRead) bool { return r.found.place == e.place.place }):
		return outweighed
	case sp.next:
		return "yet to come"
	case sp.score <= 0:
		return "only named"
	case !slices.ContainsFunc(e.frames, func(f int) bool { return t.frames[f].sent == sp.sent }):
		return "in a sentence that does not tell of it"
	}
	return "weaker"
}

// left names who stands in the sentences of an encounter and is not taken to be part of it.
func (t *tracer) left(e *event) []string {
	d := t.d
	var out []string
	for _, k := range e.frames {
		s := &d.sents[t.frames[k].sent]
		for i := s.from; i < s.to; i++ {
			it := &d.items[i]
			if it.kind != itemPerson || slices.Contains(e.people, it.ref) {
				continue
			}
			if line := fmt.Sprintf("people: not %s, %s", d.people[it.ref].name, t.absence(it.ref)); !slices.Contains(out, line) {
				out = append(out, line)
			}
		}
	}
	return shorten(out)
}
