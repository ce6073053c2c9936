package loader_test

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"entente/loader"
	"entente/model"
)

// random makes an article of up to three reports by some of a few people, one of them in most, spelt in several ways.
func random(rnd *rand.Rand, id int) *model.Article {
	spelt := [][]string{
		{"Volodymyr Zelenskyy"},
		{"Ivan Petrovych Shevchenko", "Ivan Shevchenko", "Shevchenko Ivan"},
		{"Anna Maria Kowalska", "Anna Kowalska"},
		{"Kaja Kallas"},
		{"John Smith"},
		{"Li Wei", "Wei Li"},
		{"Maria Santos"},
		{"Per Olsen"},
	}
	a := &model.Article{ID: fmt.Sprintf("%03d.txt", id), Title: fmt.Sprint("Title ", rnd.IntN(9)), Source: fmt.Sprint("outlet", rnd.IntN(5)), Content: model.Content(rnd.Uint64() | 1)}
	for range 20 {
		a.Text += fmt.Sprintf("Word%d talks %d about it. ", rnd.IntN(3)*id, rnd.IntN(4))
	}
	for k := range 1 + rnd.IntN(3) {
		r := &model.Report{
			Article: a, Primary: k == 0, Date: model.NewDate(2024, 5, 1+rnd.IntN(5)), Confidence: 0.5 + rnd.Float64()/2, Kind: model.Kind(rnd.IntN(3)),
			Status: model.Status(rnd.IntN(3)), Place: model.Place{City: []string{"Kyiv", "Riga", ""}[rnd.IntN(3)], Host: "UA"}, Topics: []string{fmt.Sprint("topic", rnd.IntN(4))},
			Evidence: []model.Evidence{{Field: "kind", Span: model.Span{Start: rnd.IntN(300), End: 301}}, {Field: "date", Rule: []string{"date.day", "date.relative"}[rnd.IntN(2)]}},
		}
		for i, names := range spelt {
			if i == 0 && rnd.IntN(5) > 0 || i > 0 && rnd.IntN(4) == 0 {
				party := model.Party(fmt.Sprint("P", i%5))
				r.People = append(r.People, model.Participant{Name: names[rnd.IntN(len(names))], Party: party})
				r.Parties = append(r.Parties, party)
			}
		}
		slices.Sort(r.Parties)
		r.Parties = slices.Compact(r.Parties)
		a.Reports = append(a.Reports, r)
	}
	return a
}

// Whatever changes among the articles, merging with what was merged before comes to what merging afresh does.
func TestMerge_Again(t *testing.T) {
	spared, all, seeds := 0, 0, uint64(40)
	if testing.Short() {
		seeds = 8
	}
	for seed := range seeds {
		rnd := rand.New(rand.NewPCG(seed, 9))
		var articles []*model.Article
		for i := range 60 {
			articles = append(articles, random(rnd, i))
		}
		var before []*model.Meeting
		for change := range 12 {
			fresh := loader.Merge(articles)
			again := loader.Merge(articles, before...)
			if !reflect.DeepEqual(fresh, again) {
				for i := range fresh {
					if !reflect.DeepEqual(fresh[i], again[i]) {
						t.Fatalf("seed %d, change %d: %+v, want %+v", seed, change, again[i], fresh[i])
					}
				}
			}
			for _, m := range again {
				all++
				if slices.ContainsFunc(before, func(b *model.Meeting) bool {
					return len(m.People) > 0 && len(b.People) > 0 && &m.People[0] == &b.People[0]
				}) {
					spared++
				}
			}
			before = again
			switch k := rnd.IntN(len(articles)); rnd.IntN(3) {
			case 0:
				articles = slices.Delete(slices.Clone(articles), k, k+1)
			case 1:
				articles = append(slices.Clone(articles), random(rnd, 100+change))
			default:
				articles = slices.Clone(articles)
				articles[k] = random(rnd, k)
			}
		}
	}
	if spared*2 < all {
		t.Errorf("only %d votes of %d were spared", spared, all)
	}
	t.Logf("%d votes of %d were spared", spared, all)
}
