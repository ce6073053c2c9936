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

const sitesTable = "extract/data/sites.tsv"

// someSites are the places at which one encounter may have been, and which of them it was; -1 for none of them. Where only the country is right, host tells it.
type someSites struct {
	sites []extract.Site
	right int
	host  []bool
}

// sitesOf finds the places between which the reader chose for the encounter that an article is about, where the label has one of some of the same people.
func sitesOf(want map[string]reading, res loader.Result) (out []someSites) {
	reader := extract.New(gazetteer.Default())
	for _, a := range res.Articles {
		label, got := want[a.ID], readingOf(a)
		at := slices.IndexFunc(label.Events, func(e encounter) bool { return e.Primary })
		main := slices.IndexFunc(got.Events, func(e encounter) bool { return e.Primary })
		if at < 0 || main < 0 || label.Events[at].Kind == model.KindCall.String() || score.SharedPeople(label.Events[at].People, got.Events[main].People) == 0 {
			continue
		}
		one := someSites{sites: reader.Sites(a), right: -1}
		if len(one.sites) < 2 {
			continue
		}
		for k, s := range one.sites {
			e := &label.Events[at]
			host := string(s.Host) == e.Host
			one.host = append(one.host, host)
			if host && (e.City == "" || score.SameWord(e.City, s.City)) && one.right < 0 {
				one.right = k
			}
		}
		if one.right < 0 {
			one.right = slices.Index(one.host, true)
		}
		out = append(out, one)
	}
	return out
}

// Signs that every text has say better where an encounter was than the rules that take the place told beside it, and above all in articles that no rule was
// tried on.
func TestSites_AreTheRightOnes(t *testing.T) {
	if testing.Short() {
		t.Skip("reads every labelled text for a share: workers are tried elsewhere")
	}
	table := readWeights(t, sitesTable)
	seen := append(sitesOf(goldLabels(t), readGoldOnce(t)), sitesOf(labelsIn(t, pressFolder), readPressOnce(t))...)
	if *weigh {
		setSites(t, table, seen)
		return
	}
	unseen := sitesOf(labelsIn(t, unseenFolder), readUnseenOnce(t))
	rightSites := func(all []someSites) (byRules, weighed int) {
		for _, one := range all {
			best := 0
			for k, s := range one.sites {
				if table.score(s.Signs, always) > table.score(one.sites[best].Signs, always) {
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
	a, b := rightSites(unseen)
	c, d := rightSites(seen)
	t.Logf("places that are right where a text has several: of %d unseen %d by the rules, %d weighed; of %d seen %d and %d", len(unseen), a, b, len(seen), c, d)
	if b <= a {
		t.Errorf("weighing gets %d of %d places right, the rules alone %d", b, len(unseen), a)
	}
	if d < c {
		t.Errorf("of what the rules were tried on weighing gets %d of %d places right, the rules alone %d", d, len(seen), c)
	}
}

func setSites(t *testing.T, table *weightTable, all []someSites) {
	t.Helper()
	weights := mostLikely(len(table.number), func(l *likelihood) {
		for _, one := range all {
			if one.right < 0 {
				continue
			}
			cells := make([][]int, len(one.sites))
			for k, s := range one.sites {
				cells[k] = table.cells(s.Signs, always)
			}
			l.which(cells, one.right, 1)
		}
	})
	table.write(t, weights)
}
