package extract

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"entente/model"
)

// A feature is something about a report that makes it surer or less sure.
type feature uint8

// The features; confidence.tsv says what each is worth.
const (
	featTwice feature = iota
	featHigh
	featDayHere
	featDayApart
	featDayGuess
	featDayOpen
	featUndated
	featFilled
	featGroup
	featWeak
	featDoubtful
	featBack
	featQuoted
	featUnlisted
	featOffice
	featMany
	featCrowd
	featNowhere
	featBeside
	featSeveral
	featCall
	featSummit
	featGathering
	featOnlooker
	featLow
	featFarDown
	featYear
	features
)

// featureNames are the features in words, as the table and the trace have them.
var featureNames = [features]string{
	featTwice: "told in several places", featHigh: "the article is about little else",
	featDayHere: "the day stands beside it", featDayApart: "the day stands in another sentence", featDayGuess: "no day is told",
	featDayOpen: "not dated to the day", featUndated: "the day of publication is not known",
	featFilled: "one side is taken from the context", featGroup: "people are those of a group word",
	featWeak: "told by no phrase that says that people met", featDoubtful: "told as what may be", featBack: "told as what was before",
	featQuoted: "told in a quotation", featUnlisted: "somebody whom no table knows", featOffice: "somebody told by office only",
	featMany: "three or more people", featCrowd: "five or more people", featNowhere: "no place is told",
	featBeside: "not what the article is about", featSeveral: "the article tells of other encounters",
	featCall: "a call", featSummit: "a summit", featGathering: "a gathering of many is spoken of",
	featOnlooker: "somebody else acts in the lead", featLow: "little speaks for it",
	featFarDown: "told far down, on no day, of people whom headline and lead do not name",
	featYear:    "the year is the likeliest of several",
}

// The scores of events from which one is high, and below which one is low.
const (
	highScore = 20
	lowScore  = 9
)

// sureness turns features into a share: points add up to a score, and the
// table tells how many of the labelled reports with such a score are right.
type sureness struct {
	points [features]int
	from   []int // ascending
	share  []int // per cent, from the score on that stands in from
}

func readSureness() (sureness, error) {
	var s sureness
	err := eachRow("confidence.tsv", 3, func(_ int, c []string) error {
		value, err := strconv.Atoi(c[2])
		if err != nil {
			return fmt.Errorf("value: %w", err)
		}
		if c[0] == "points" {
			k := slices.Index(featureNames[:], c[1])
			if k < 0 {
				return fmt.Errorf("unknown feature %q", c[1])
			}
			s.points[k] = value
			return nil
		}
		from, err := strconv.Atoi(c[1])
		if err != nil {
			return fmt.Errorf("score: %w", err)
		}
		s.from, s.share = append(s.from, from), append(s.share, value)
		return nil
	})
	if err == nil && (len(s.share) == 0 || !slices.IsSorted(s.from) || !slices.IsSorted(s.share)) {
		err = errShares
	}
	return s, err
}

// errShares says that the table tells no share, or that a higher score has a smaller one.
var errShares = errors.New("confidence.tsv: shares do not rise with the score")

// of adds up the points.
func (s *sureness) of(has *[features]bool) int {
	n := 0
	for k, is := range has {
		if is {
			n += s.points[k]
		}
	}
	return n
}

// percent is the share of right reports among those with a score.
func (s *sureness) percent(score int) int {
	out := s.share[0]
	for k, from := range s.from {
		if score >= from {
			out = s.share[k]
		}
	}
	return out
}

// confidence is the share of reports such as that of event i that are right, all their fields together.
func (d *document) confidence(events []event, i int, frames []frame, r *model.Report) float64 {
	has := d.featuresOf(events, i, frames, r)
	s := &d.lex.sureness
	return float64(s.percent(s.of(&has))) / 100
}

// featuresOf finds the features of the report of event i.
func (d *document) featuresOf(events []event, i int, frames []frame, r *model.Report) (has [features]bool) {
	e := &events[i]
	top := heaviest(e, frames)
	told := 0
	for _, k := range e.frames {
		if frames[k].rule.weight >= 4 {
			told++
		}
	}
	has[featTwice] = told >= 2
	has[featWeak] = top.rule.weight <= 3
	has[featFilled], has[featGroup], has[featDoubtful], has[featBack] = top.filled, top.group, top.doubtful, e.back
	has[featFarDown] = e.passing && r.Primary
	has[featQuoted] = d.items[top.at].quoted
	has[featOffice] = len(e.parties) > 0
	has[featMany], has[featCrowd] = len(e.people) >= 3, len(e.people) >= 5
	has[featNowhere] = r.Place == (model.Place{}) && r.Kind != model.KindCall
	has[featBeside] = !r.Primary
	has[featCall], has[featSummit] = r.Kind == model.KindCall, r.Kind == model.KindSummit
	has[featHigh], has[featLow] = e.score >= highScore, e.score < lowScore
	has[featUndated], has[featYear] = r.Article.Published.IsZero(), d.stamp.guess
	for k := range events {
		has[featSeveral] = has[featSeveral] || k != i && events[k].score >= believedBeside && len(events[k].people) >= 2
	}
	if r.Kind == model.KindMeeting {
		n, _, _ := d.gatherScore()
		has[featGathering] = n >= 4
	}
	d.dayFeatures(e, frames, r, &has)
	d.peopleFeatures(e, &has)
	return has
}

// dayFeatures looks at where the day comes from.
func (d *document) dayFeatures(e *event, frames []frame, r *model.Report, has *[features]bool) {
	rule, _, _ := strings.Cut(e.dateRule, " ")
	switch {
	case r.Date.Precision() != model.PrecisionDay:
		has[featDayOpen] = true
	case e.dateFrom < 0 || rule == "date.published":
		has[featDayGuess] = true
	case !slices.ContainsFunc(e.frames, func(k int) bool { return frames[k].sent == d.dates[e.dateFrom].sent }):
		has[featDayApart] = true
	default:
		form := d.dates[e.dateFrom].form
		has[featDayHere] = form == formFull || form == formNoYear
	}
}

// peopleFeatures looks at who takes part and who else stands in the lead.
func (d *document) peopleFeatures(e *event, has *[features]bool) {
	for _, k := range e.people {
		has[featUnlisted] = has[featUnlisted] || d.people[k].row < 0
	}
	for k := range d.sents {
		s := &d.sents[k]
		if s.index > 4 || s.zone != zoneProse && s.zone != zoneTitle {
			continue
		}
		for i := s.from; i < s.to; i++ {
			if it := &d.items[i]; it.kind == itemPerson && !slices.Contains(e.people, it.ref) && d.attends(s, i) {
				has[featOnlooker] = true
				return
			}
		}
	}
}

// Scores reads an article again and returns the score of each of its reports,
// for those who set the shares of confidence.tsv by labelled articles.
func (r *Reader) Scores(a *model.Article) []int {
	t := r.trace(a)
	out := make([]int, 0, len(t.article.Reports))
	for _, rep := range t.article.Reports {
		score := 0
		if e := t.eventOf(rep); e >= 0 {
			has := t.d.featuresOf(t.events, e, t.frames, rep)
			score = t.d.lex.sureness.of(&has)
		}
		out = append(out, score)
	}
	return out
}
