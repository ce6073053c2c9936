package loader_test

import (
	"slices"
	"testing"

	"entente/loader"
	"entente/loader/extract"
	"entente/loader/gazetteer"
	"entente/model"
	"entente/score"
)

// daysOf asks on which day the encounter was that an article is about.
func daysOf(want map[string]reading, res loader.Result) []question {
	reader := extract.New(gazetteer.Default())
	return questionsOf(want, res, func(a *model.Article, label *encounter) (q question) {
		q.right = -1
		for k, d := range reader.Days(a) {
			q.signs = append(q.signs, d.Signs)
			if d.Date == label.Date {
				q.right = k
			}
		}
		return q
	})
}

// questionsOf asks the same of the encounters that articles are about, where the label has one of some of the same people and there is something to choose.
func questionsOf(want map[string]reading, res loader.Result, ask func(a *model.Article, label *encounter) question) (out []question) {
	for _, a := range res.Articles {
		if label, ok := sameEncounter(want[a.ID], readingOf(a)); ok {
			if q := ask(a, label); len(q.signs) > 1 {
				out = append(out, q)
			}
		}
	}
	return out
}

// sameEncounter is what the label says of the encounter that an article is about, where the reader has found one of some of the same people.
func sameEncounter(label, got reading) (*encounter, bool) {
	at := slices.IndexFunc(label.Events, func(e encounter) bool { return e.Primary })
	main := slices.IndexFunc(got.Events, func(e encounter) bool { return e.Primary })
	if at < 0 || main < 0 || score.SharedPeople(label.Events[at].People, got.Events[main].People) == 0 {
		return nil, false
	}
	return &label.Events[at], true
}

// Signs that every text has say better on which day an encounter was than the rules that take the one beside it, and above all in articles that no rule was
// tried on.
func TestDays_AreTheRightOnes(t *testing.T) {
	if testing.Short() {
		t.Skip("reads every labelled text for a share: workers are tried elsewhere")
	}
	table := readWeights(t, "extract/data/days.tsv")
	seen := append(daysOf(goldLabels(t), readGoldOnce(t)), daysOf(labelsIn(t, pressFolder), readPressOnce(t))...)
	if *weigh {
		table.learn(t, seen, "taken by the rules", doubt)
		return
	}
	table.test(t, "days", seen, daysOf(labelsIn(t, unseenFolder), readUnseenOnce(t)))
}
