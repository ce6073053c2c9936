package uitest

import (
	"fmt"
	"maps"
	"slices"

	"entente/model"
)

// Large builds a timeline of n meetings over the years from 2004 on, for
// benchmarks. Its meetings share a few hundred articles: what they say does
// not matter to a list.
func Large(n int) *model.Timeline {
	keys := slices.Sorted(maps.Keys(people))
	cities := []string{"Kyiv", "Brussels", "Warsaw", "Berlin", "Paris", "Vilnius", "Tallinn", "Rome", "London", "Lviv", "Oslo", "Istanbul"}
	reports := make([]*model.Report, 0, len(rows))
	for i, r := range rows {
		reports = append(reports, r.meeting(i).Reports[0])
	}
	start := model.NewDate(2004, 1, 1)
	seed := uint64(1)
	next := func(below int) int {
		seed = seed*6364136223846793005 + 1442695040888963407
		return int(seed>>33) % below
	}
	block := make([]model.Meeting, n)
	meetings := make([]*model.Meeting, n)
	for i := range block {
		a, b := people[keys[next(len(keys))]], people[keys[next(len(keys))]]
		block[i] = model.Meeting{
			ID: fmt.Sprintf("x%07d", i), Date: start.AddDays(next(7600)), Kind: model.Kind(next(3)), Status: model.Status(next(10) / 8), //nolint:gosec // small.
			People: []model.Participant{a, b}, Parties: []model.Party{a.Party, b.Party},
			Place: model.Place{City: cities[next(len(cities))], Host: "UA"}, Sources: 1 + next(4), Confidence: 0.9,
			Reports: reports[next(len(reports)):][:1],
		}
		meetings[i] = &block[i]
	}
	articles := make([]*model.Article, 0, len(reports))
	for _, r := range reports {
		articles = append(articles, r.Article)
	}
	return model.NewTimeline(meetings, articles, Names{})
}
