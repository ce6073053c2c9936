package loader_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"

	"entente/loader"
	"entente/model"
)

// labels reads the encounters that careful readers labelled, as perfect reports, and the key of each.
func labels(t *testing.T) (articles []*model.Article, keys map[*model.Report]string) {
	t.Helper()
	raw, err := os.ReadFile("testdata/merge.tsv")
	if err != nil {
		t.Fatal(err)
	}
	keys = map[*model.Report]string{}
	byID := map[string]*model.Article{}
	for line := range strings.SplitSeq(strings.TrimSpace(string(raw)), "\n") {
		c := strings.Split(line, "\t")
		if c[0] == "id" {
			continue
		}
		a := byID[c[0]]
		if a == nil {
			a = &model.Article{ID: c[0], Path: c[0], Title: c[0]}
			byID[c[0]] = a
			articles = append(articles, a)
		}
		r := &model.Report{
			Article: a, Primary: c[1] != "", Date: dateOf(t, c[2]), End: dateOf(t, c[3]), Kind: kindOf(t, c[4]), Status: statusOf(t, c[5]),
			Place: model.Place{City: c[8], Host: model.Party(c[9])}, Confidence: 0.9,
		}
		for name := range strings.SplitSeq(c[6], ";") {
			r.People = append(r.People, model.Participant{Name: name})
		}
		for code := range strings.SplitSeq(c[7], ";") {
			r.Parties = append(r.Parties, model.Party(code))
		}
		slices.Sort(r.Parties)
		a.Reports = append(a.Reports, r)
		keys[r] = c[10]
	}
	return articles, keys
}

// pairScore counts pairs of reports that stand together and belong together.
type pairScore struct{ right, many, missed int }

func (p pairScore) f1() float64 {
	return 200 * float64(p.right) / float64(2*p.right+p.many+p.missed)
}

// pairsOf merges and compares with the keys of the labels; say hears of every wrong pair.
func pairsOf(articles []*model.Article, keys map[*model.Report]string, say func(what string, a, b *model.Report)) pairScore {
	at := map[*model.Report]string{}
	for _, m := range loader.Merge(articles) {
		for _, r := range m.Reports {
			at[r] = m.ID
		}
	}
	var all []*model.Report
	for _, a := range articles {
		all = append(all, a.Reports...)
	}
	var p pairScore
	for i, r := range all {
		for _, q := range all[:i] {
			switch same, joined := keys[r] == keys[q], at[r] == at[q]; {
			case same && joined:
				p.right++
			case same:
				p.missed++
				say("left apart", q, r)
			case joined:
				p.many++
				say("joined", q, r)
			}
		}
	}
	return p
}

// The reports are perfect here: whatever is wrong is wrong in merging.
func TestMerge_LabelledPairs(t *testing.T) {
	articles, keys := labels(t)
	p := pairsOf(articles, keys, func(what string, a, b *model.Report) {
		t.Errorf("%s: %s %s and %s %s", what, a.Article.ID, keys[a], b.Article.ID, keys[b])
	})
	t.Logf("pairs: %d right, %d too many, %d missed, F1 %.1f", p.right, p.many, p.missed, p.f1())
}

// A reader makes mistakes: a tenth of the reports miss a guest, a tenth the city, one in twenty names another city,
// another kind or the day of publication for that of the encounter. Merging must bear it.
func TestMerge_ReportsWithMistakes(t *testing.T) {
	const trials, floor = 40, 93
	rng := rand.New(rand.NewPCG(3, 4))
	one := func(in int) bool { return rng.IntN(in) == 0 }
	var sum pairScore
	for range trials {
		articles, keys := labels(t)
		for _, a := range articles {
			for _, r := range a.Reports {
				if n := len(r.People); n > 2 && one(10) {
					r.People = slices.Delete(r.People, n-1, n)
				}
				if one(10) {
					r.Place.City = ""
				}
				if r.Place.City != "" && one(20) {
					r.Place.City = "Elsewhere"
				}
				if r.Kind != model.KindCall && one(20) {
					r.Kind = model.KindSummit - r.Kind
				}
				if r.Date.Precision() == model.PrecisionDay && one(20) {
					r.Date = r.Date.AddDays(1)
					r.Evidence = []model.Evidence{{Field: "date", Rule: "date.published"}}
				}
			}
		}
		p := pairsOf(articles, keys, func(string, *model.Report, *model.Report) {})
		sum.right, sum.many, sum.missed = sum.right+p.right, sum.many+p.many, sum.missed+p.missed
	}
	t.Logf("pairs of %d trials: %d right, %d too many, %d missed, F1 %.1f", trials, sum.right, sum.many, sum.missed, sum.f1())
	if sum.f1() < floor {
		t.Errorf("pairs F1 %.1f with mistakes, want %d", sum.f1(), floor)
	}
}

func TestMerge_OrderOfArticlesDoesNotMatter(t *testing.T) {
	articles, _ := labels(t)
	want := fmt.Sprint(shown(loader.Merge(articles)))
	rng := rand.New(rand.NewPCG(1, 2))
	for range 20 {
		rng.Shuffle(len(articles), func(i, j int) { articles[i], articles[j] = articles[j], articles[i] })
		if got := fmt.Sprint(shown(loader.Merge(articles))); got != want {
			t.Fatalf("another order gives\n%s\nwant\n%s", got, want)
		}
	}
}
