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

// sitesOf finds the places between which the reader chose for the encounter that an article is about, where the label has one of some of the same people. Where
// no candidate has the town, one in the country of the host is right.
func sitesOf(want map[string]reading, res loader.Result) (out []question) {
	reader := extract.New(gazetteer.Default())
	for _, a := range res.Articles {
		label, ok := sameEncounter(want[a.ID], readingOf(a))
		sites := reader.Sites(a)
		if !ok || label.Kind == model.KindCall.String() || len(sites) < 2 {
			continue
		}
		host := func(s extract.Site) bool { return string(s.Host) == label.Host }
		q := question{settled: sites[0].Plain, right: slices.IndexFunc(sites, func(s extract.Site) bool {
			return host(s) && (label.City == "" || score.SameWord(label.City, s.City))
		})}
		if q.right < 0 {
			q.right = slices.IndexFunc(sites, host)
		}
		for _, s := range sites {
			q.signs = append(q.signs, s.Signs)
		}
		out = append(out, q)
	}
	return out
}

// Signs that every text has say better where an encounter was than the rules that take the place told beside it, and above all in articles that no rule was
// tried on.
func TestSites_AreTheRightOnes(t *testing.T) {
	if testing.Short() {
		t.Skip("reads every labelled text for a share: workers are tried elsewhere")
	}
	table := readWeights(t, "extract/data/sites.tsv")
	seen := append(sitesOf(goldLabels(t), readGoldOnce(t)), sitesOf(labelsIn(t, pressFolder), readPressOnce(t))...)
	if *weigh {
		table.learn(t, seen, "taken by the rules", 0) // of whose places three signs say more than that they have taken them
		return
	}
	table.test(t, "places", seen, sitesOf(labelsIn(t, unseenFolder), readUnseenOnce(t)))
}
