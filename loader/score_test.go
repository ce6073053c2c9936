package loader_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"entente/loader"
	"entente/model"
	"entente/score"
)

// encounter is an encounter as a label or a report has it, with the report that it is of.
type encounter struct {
	score.Event

	report *model.Report
}

// reading is what one article says, by its label or by the reader.
type reading struct {
	ID        string      `json:"id"`
	Published string      `json:"published"`
	Events    []encounter `json:"events"`
}

// readingOf turns an article into what is scored. What did not take place is no encounter.
func readingOf(a *model.Article) reading {
	told := score.ReadingOf(a)
	out := reading{ID: told.ID, Published: told.Published}
	reports := slices.DeleteFunc(slices.Clone(a.Reports), func(r *model.Report) bool { return r.Status == model.StatusOff })
	for i, e := range told.Events {
		out.Events = append(out.Events, encounter{e, reports[i]})
	}
	return out
}

// plain are the encounters without their reports.
func plain(events []encounter) []score.Event {
	out := make([]score.Event, len(events))
	for i, e := range events {
		out[i] = e.Event
	}
	return out
}

// figures are the scores of a set of articles, with a line for each article that is not fully right.
type figures struct {
	*score.Figures

	wrong []string
}

// named gives a figure its name in the table of floors, in per cent.
func (f *figures) named(name string) (value float64, detail string) {
	p, a := &f.Primary, &f.AllEvents
	if x, ok := map[string]*score.Found{
		"event or none": &p.Detection, "people": &p.Participants, "parties": &p.Countries,
		"all: events": &a.Events, "all: people": &a.Participants, "all: parties": &a.Countries,
	}[name]; ok {
		return 100 * x.F1, fmt.Sprintf("F1 (%d right, %d too many, %d missed)", x.Right, x.Extra, x.Missed)
	}
	x := map[string]*score.Share{
		"date": &p.DateExact, "kind": &p.Kind, "status": &p.Status, "host": &p.Host, "city": &p.City, "whole record": &p.WholeRecord,
		"published": &f.PublishedWhereTold, "all: date": &a.DateExact,
	}[name]
	return 100 * x.Accuracy, fmt.Sprintf("%% (%d of %d)", x.Right, x.Of)
}

// evaluate scores the articles that keep takes, of those that could be read.
func evaluate(want map[string]reading, res loader.Result, keep func(id string) bool) *figures {
	read := map[string]*model.Article{}
	for _, a := range res.Articles {
		read[a.ID] = a
	}
	var labels, readings []score.Reading
	for _, id := range slices.Sorted(maps.Keys(want)) {
		if a := read[id]; a != nil && keep(id) {
			labels = append(labels, score.Reading{ID: id, Published: want[id].Published, Events: plain(want[id].Events)})
			readings = append(readings, score.ReadingOf(a))
		}
	}
	f := &figures{Figures: score.Of(labels, readings)}
	f.Merging(labels, res.Meetings)
	for _, w := range f.Wrong {
		got := readingOf(read[w.ID])
		f.wrong = append(f.wrong, fmt.Sprintf("%s\n\twant %s %s\n\tread %s %s", w, want[w.ID].Published, list(want[w.ID].Events), got.Published, list(got.Events)))
	}
	return f
}

// share counts how many of some things are right.
type share struct{ right, of int }

func (s *share) add(ok bool) {
	s.of++
	if ok {
		s.right++
	}
}

func (s *share) percent() float64 {
	if s.of == 0 {
		return 0
	}
	return 100 * float64(s.right) / float64(s.of)
}

// pair finds for each encounter wanted the one that was read of it.
func pair(want, got []encounter) map[int]int {
	w, g := plain(want), plain(got)
	at := map[*score.Event]int{}
	for i := range w {
		at[&w[i]] = i
	}
	for j := range g {
		at[&g[j]] = j
	}
	out := map[int]int{}
	pairs, _, _ := score.Align(w, g)
	for _, x := range pairs {
		out[at[x[0]]] = at[x[1]]
	}
	return out
}

func list(events []encounter) string {
	var out []string
	for _, e := range events {
		out = append(out, fmt.Sprintf("[%s %s %s %s (%s) %s %s]", e.Date, e.Kind, e.Status, strings.Join(e.People, ", "), strings.Join(e.Parties, " "), e.City, e.Host))
	}
	return strings.Join(out, " ")
}
