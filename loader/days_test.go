package loader_test

import (
	"slices"
	"testing"

	"entente/loader"
	"entente/loader/extract"
	"entente/loader/gazetteer"
	"entente/score"
)

// daysOf finds the days between which the reader chose for the encounter that an article is about, where the label has one of some of the same people.
func daysOf(want map[string]reading, res loader.Result) (out []question) {
	reader := extract.New(gazetteer.Default())
	for _, a := range res.Articles {
		label, ok := sameEncounter(want[a.ID], readingOf(a))
		days := reader.Days(a)
		if !ok || len(days) < 2 {
			continue
		}
		q := question{right: slices.IndexFunc(days, func(d extract.Day) bool { return d.Date == label.Date })}
		for _, d := range days {
			q.signs = append(q.signs, d.Signs)
		}
		out = append(out, q)
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
