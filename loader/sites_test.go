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

// sitesOf asks where the encounter was that an article is about. Where no candidate has the town, one in the country of the
// host is right.
func sitesOf(want map[string]reading, res loader.Result) []question {
	reader := extract.New(gazetteer.Default())
	return questionsOf(want, res, func(a *model.Article, label *encounter) (q question) {
		if label.Kind == model.KindCall.String() {
			return q
		}
		sites := reader.Sites(a)
		host := func(s extract.Site) bool { return string(s.Host) == label.Host }
		q.right = slices.IndexFunc(sites, func(s extract.Site) bool { return host(s) && (label.City == "" || score.SameWord(label.City, s.City)) })
		if q.right < 0 {
			q.right = slices.IndexFunc(sites, host)
		}
		for _, s := range sites {
			q.signs, q.settled = append(q.signs, s.Signs), q.settled || s.Plain
		}
		return q
	})
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
