package loader_test

import (
	"slices"
	"testing"

	"entente/loader"
	"entente/loader/extract"
	"entente/loader/gazetteer"
	"entente/score"
)

const daysTable = "extract/data/days.tsv"

// someDays are the days on which one encounter may have been, and which of them it was; -1 for none of them.
type someDays struct {
	days  []extract.Day
	right int
}

// daysOf finds the days between which the reader chose for the encounter that an article is about, where the label has one of some of the same people.
func daysOf(want map[string]reading, res loader.Result) (out []someDays) {
	reader := extract.New(gazetteer.Default())
	for _, a := range res.Articles {
		label := want[a.ID]
		at := slices.IndexFunc(label.Events, func(e encounter) bool { return e.Primary })
		main := slices.IndexFunc(readingOf(a).Events, func(e encounter) bool { return e.Primary })
		if at < 0 || main < 0 || score.SharedPeople(label.Events[at].People, readingOf(a).Events[main].People) == 0 {
			continue
		}
		if days := reader.Days(a); len(days) > 1 {
			out = append(out, someDays{days, slices.IndexFunc(days, func(d extract.Day) bool { return d.Date == label.Events[at].Date })})
		}
	}
	return out
}

// Signs that every text has say better on which day an encounter was than the rules that take the one beside it, and above all in articles that no rule was
// tried on.
func TestDays_AreTheRightOnes(t *testing.T) {
	if testing.Short() {
		t.Skip("reads every labelled text for a share: workers are tried elsewhere")
	}
	table := readWeights(t, daysTable)
	seen := append(daysOf(goldLabels(t), readGoldOnce(t)), daysOf(labelsIn(t, pressFolder), readPressOnce(t))...)
	if *weigh {
		setDays(t, table, seen)
		return
	}
	unseen := daysOf(labelsIn(t, unseenFolder), readUnseenOnce(t))
	rightDays := func(all []someDays) (byRules, weighed int) {
		for _, one := range all {
			best := 0
			for k, d := range one.days {
				if table.score(d.Signs, always) > table.score(one.days[best].Signs, always) {
					best = k
				}
			}
			if one.right == 0 {
				byRules++
			}
			if one.right == best {
				weighed++
			}
		}
		return byRules, weighed
	}
	a, b := rightDays(unseen)
	c, d := rightDays(seen)
	t.Logf("days that are right where a text has several: of %d unseen %d by the rules, %d weighed; of %d seen %d and %d", len(unseen), a, b, len(seen), c, d)
	if b <= a {
		t.Errorf("weighing gets %d of %d days right, the rules alone %d", b, len(unseen), a)
	}
	if d < c {
		t.Errorf("of what the rules were tried on weighing gets %d of %d days right, the rules alone %d", d, len(seen), c)
	}
}

// always is the one setting of days.tsv.
var always = []bool{true}

func setDays(t *testing.T, table *weightTable, all []someDays) {
	t.Helper()
	taken := slices.Index(extract.DaySigns(), "taken by the rules")
	weights := mostLikely(len(table.number), func(l *likelihood) {
		for _, one := range all {
			if one.right < 0 {
				continue
			}
			others := float64(len(one.days) - 1)
			for rules := range one.days { // the day that the rules might have taken
				cells := make([][]int, len(one.days))
				for k, d := range one.days {
					cells[k] = table.cells(with(d.Signs, taken, k == rules), always)
				}
				times := doubt / others
				if rules == 0 {
					times = 1 - doubt
				}
				l.which(cells, one.right, times)
			}
		}
	})
	table.write(t, weights)
}
