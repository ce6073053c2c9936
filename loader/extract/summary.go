package extract

import (
	"cmp"
	"slices"
	"unicode/utf8"

	"entente/model"
)

// A summary has so many sentences; it is full when they have so many bytes together.
const (
	leastSentences = 2
	mostSentences  = 4
	summaryBytes   = 480
	// Behind so many sentences nothing is looked for: news has told by then what it is about.
	summaryReach = 30
)

// A sentence of a summary has so many words: shorter ones say nothing by
// themselves, longer ones are lists.
const (
	leastWords = 6
	mostWords  = 70
)

// What speaks for a sentence.
const (
	scorePosition  = 12 // for the first sentence, one less for each that follows
	scorePerson    = 4  // each person of the encounter, two at most
	scoreEvidence  = 5  // the words that a fact was read from
	scoreDate      = 3
	scoreFigure    = 1
	scoreDependent = -5 // begins with ‘he’, ‘they’, ‘this’: what it means stands elsewhere
	scoreBroken    = -4 // too short or too long
	scoreQuestion  = -6 // asks and does not tell
)

// topicField names the evidence of a topic.
const topicField = "topic"

// describe says what an article's encounters were about, and sums the article up.
func (d *document) describe(a *model.Article) {
	var primary *model.Report
	owner := d.owners(a.Reports)
	for i, r := range a.Reports {
		found := d.topicsOf(owner, i)
		if r.Primary {
			primary = r
			if len(found) == 0 { // all that is told may stand behind another encounter
				found = d.topicsOf(nil, i)
			}
		}
		if len(found) > 0 {
			r.Topics = make([]string, 0, len(found))
		}
		for _, t := range found {
			r.Topics = append(r.Topics, t.name)
			d.evidence(r, topicField, t.first, t.last, "topic.phrase", t.name)
		}
	}
	a.Summary = d.summary(primary)
}

// owners tells for every sentence which report it goes with: the headline with
// the first one, any other sentence with the report whose words were read last.
// It is nil where there is but one report.
func (d *document) owners(reports []*model.Report) []int {
	if len(reports) < 2 {
		return nil
	}
	type anchor struct{ at, report int }
	var anchors []anchor
	for i, r := range reports {
		for _, e := range r.Evidence {
			if e.Field == "people" {
				anchors = append(anchors, anchor{e.Start, i})
			}
		}
	}
	slices.SortFunc(anchors, func(a, b anchor) int { return cmp.Or(cmp.Compare(a.at, b.at), cmp.Compare(a.report, b.report)) })
	owner := make([]int, len(d.sents))
	now := 0
	for k := range d.sents {
		s := &d.sents[k]
		if s.zone == zoneTitle {
			continue
		}
		span := d.sentenceSpan(s)
		for first := true; len(anchors) > 0 && anchors[0].at < span.End; anchors = anchors[1:] {
			if first && anchors[0].at >= span.Start {
				now, first = anchors[0].report, false
			}
		}
		owner[k] = now
	}
	return owner
}

// summary picks the sentences that tell the most of an article: of its
// primary event ev, or of its beginning where there is none. They stand in the
// order of the text. Furniture, background and what is only a quotation are left out.
func (d *document) summary(ev *model.Report) []model.Span {
	type choice struct{ sent, score int }
	all := make([]choice, 0, summaryReach+1)
	for k := range d.sents {
		if d.sents[k].zone == zoneProse && d.sents[k].index <= summaryReach && !d.mostlyQuoted(&d.sents[k]) {
			all = append(all, choice{k, d.tellingScore(&d.sents[k], ev)})
		}
	}
	slices.SortStableFunc(all, func(a, b choice) int { return b.score - a.score })
	picked := make([]int, 0, mostSentences)
	size := 0
	for _, c := range all {
		span := d.sentenceSpan(&d.sents[c.sent])
		if len(picked) >= mostSentences || len(picked) >= leastSentences && size+span.End-span.Start > summaryBytes {
			break
		}
		picked = append(picked, c.sent)
		size += span.End - span.Start
	}
	slices.Sort(picked)
	out := make([]model.Span, 0, len(picked))
	for _, k := range picked {
		out = append(out, d.sentenceSpan(&d.sents[k]))
	}
	return out
}

// tellingScore is how much a sentence tells of the encounter.
func (d *document) tellingScore(s *sentence, ev *model.Report) int {
	score := max(scorePosition-s.index+1, 0)
	if n := s.last - s.first; n < leastWords || n > mostWords {
		score += scoreBroken
	}
	if end := d.tokens[s.last-1]; end.is(flagPunct) && d.text[end.start] == '?' {
		score += scoreQuestion
	}
	people, dates := 0, 0
	if s.from < s.to && d.items[s.from].kind == itemWord && d.items[s.from].is(classPronoun|classGroup|classHis) {
		score += scoreDependent
	}
	for i := s.from; i < s.to && s.kinds.has(kindTelling); i++ {
		it := &d.items[i]
		switch it.kind { //nolint:exhaustive // the rest says nothing here.
		case itemPerson:
			if ev != nil && people < 2 && it.ref >= 0 && int(it.ref) < len(d.people) &&
				slices.ContainsFunc(ev.People, func(p model.Participant) bool { return p.Name == d.people[it.ref].name }) {
				people++
			}
		case itemMonth, itemWeekday:
			dates = 1
		case itemNumber:
			score += scoreFigure
		}
	}
	score += people*scorePerson + dates*scoreDate
	if ev == nil {
		return score
	}
	span := d.sentenceSpan(s)
	for k := range ev.Evidence {
		if e := &ev.Evidence[k]; e.Start >= span.Start && e.End <= span.End && e.Start < e.End && e.Field != topicField {
			score += scoreEvidence
			break
		}
	}
	return score
}

// mostlyQuoted tells that more than half of a sentence stands between quotation marks.
func (d *document) mostlyQuoted(s *sentence) bool {
	if s.marks&markQuote == 0 {
		return false
	}
	words, quoted := 0, 0
	for _, t := range d.tokens[s.first:s.last] {
		if t.is(flagPunct) {
			continue
		}
		words++
		if t.is(flagQuoted) {
			quoted++
		}
	}
	return quoted*2 > words
}

// sentenceSpan is where a sentence stands in the article's own text, the
// quotation mark or bracket that closes it included.
func (d *document) sentenceSpan(s *sentence) model.Span {
	span := model.Span{Start: int(d.tokens[s.first].start), End: int(d.tokens[s.last-1].end)}
	for span.End < len(d.text) {
		r, n := utf8.DecodeRuneInString(d.text[span.End:])
		if r != '”' && r != '"' && r != '’' && r != ')' && r != '»' {
			break
		}
		span.End += n
	}
	return model.Span{Start: span.Start - d.offset, End: span.End - d.offset}
}
