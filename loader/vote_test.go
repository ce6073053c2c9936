package loader_test

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"entente/loader"
	"entente/model"
)

// one merges articles that are about one encounter.
func one(t *testing.T, articles ...*model.Article) *model.Meeting {
	t.Helper()
	all := loader.Merge(articles)
	if len(all) != 1 {
		t.Fatalf("%d meetings, want 1: %v", len(all), drawn(all))
	}
	return all[0]
}

func conflicts(m *model.Meeting) string {
	var out []string
	for _, c := range m.Conflicts {
		line := c.Field + ":"
		for _, v := range c.Values {
			line += fmt.Sprintf(" %s (%d)", v.Value, v.Reports)
		}
		out = append(out, line)
	}
	return strings.Join(out, "; ")
}

const kallasInKyiv = "2024-01-11 meeting held | Volodymyr Zelenskyy UA; Kaja Kallas EE | "

func TestVote_Fields(t *testing.T) {
	const pair = "Volodymyr Zelenskyy UA; Kaja Kallas EE"
	for _, row := range []struct {
		name    string
		reports []string
		want    string // date – end kind status city host people parties
		fight   string
	}{
		{
			"the announcement says less",
			[]string{"2024-01-11 meeting planned | " + pair + " | Tallinn EE", "2024-01-11 meeting held | " + pair + " | Tallinn EE"},
			"2024-01-11 meeting held Tallinn EE Volodymyr Zelenskyy, Kaja Kallas EE UA", "",
		},
		{
			"two cities against one",
			[]string{kallasInKyiv + "Kyiv UA", kallasInKyiv + "Zhytomyr UA", kallasInKyiv + "Zhytomyr Oblast UA"},
			"2024-01-11 meeting held Zhytomyr UA Volodymyr Zelenskyy, Kaja Kallas EE UA", "place: Zhytomyr (2) Kyiv (1)",
		},
		{
			"a month contradicts no day",
			[]string{"2024-01 call held | " + pair, "2024-01-25 call held | " + pair},
			"2024-01-25 call held   Volodymyr Zelenskyy, Kaja Kallas EE UA", "",
		},
		{
			"a span contradicts none of its days",
			[]string{"2024-01-11..2024-01-12 meeting held | " + pair, "2024-01-12 meeting held | " + pair, "2024-01-11..2024-01-12 meeting held | " + pair},
			"2024-01-11 – 2024-01-12 meeting held   Volodymyr Zelenskyy, Kaja Kallas EE UA", "",
		},
		{
			"off and held",
			[]string{"2024-01-11 meeting off | " + pair, "2024-01-11 meeting held | " + pair, "2024-01-11 meeting held | " + pair},
			"2024-01-11 meeting held   Volodymyr Zelenskyy, Kaja Kallas EE UA", "status: held (2) off (1)",
		},
		{
			"announced and then off",
			[]string{"2024-01-11 meeting planned | " + pair, "2024-01-11 meeting off | " + pair},
			"2024-01-11 meeting off   Volodymyr Zelenskyy, Kaja Kallas EE UA", "",
		},
		{
			"fewer people are no contradiction",
			[]string{"2024-01-11 meeting held | " + pair + "; Hanno Pevkur EE", "2024-01-11 meeting held | " + pair},
			"2024-01-11 meeting held   Volodymyr Zelenskyy, Kaja Kallas, Hanno Pevkur EE UA", "",
		},
		{
			"whom one of four names is left out, and shown",
			[]string{
				"2024-01-11 meeting held | " + pair + "; Hanno Pevkur EE", "2024-01-11 meeting held | " + pair + "; Urmas Reinsalu EE",
				"2024-01-11 meeting held | " + pair + "; Hanno Pevkur EE", "2024-01-11 meeting held | " + pair,
			},
			"2024-01-11 meeting held   Volodymyr Zelenskyy, Kaja Kallas, Hanno Pevkur EE UA",
			"people: Hanno Pevkur, Kaja Kallas, Volodymyr Zelenskyy (2) Kaja Kallas, Urmas Reinsalu, Volodymyr Zelenskyy (1) Kaja Kallas, Volodymyr Zelenskyy (1)",
		},
		{
			"meeting or summit",
			[]string{"2024-01-11 meeting held | " + pair + "; Andrzej Duda PL", "2024-01-11 summit held | " + pair + "; Andrzej Duda PL", "2024-01-11 summit held | " + pair + "; Andrzej Duda PL"},
			"2024-01-11 summit held   Volodymyr Zelenskyy, Kaja Kallas, Andrzej Duda EE PL UA", "kind: summit (2) meeting (1)",
		},
	} {
		t.Run(row.name, func(t *testing.T) {
			var articles []*model.Article
			for i, r := range row.reports {
				articles = append(articles, told(t, fmt.Sprint("a", i), r))
			}
			m := one(t, articles...)
			var people []string
			for _, p := range m.People {
				people = append(people, p.Name)
			}
			date := m.Date.String()
			if !m.End.IsZero() {
				date += " – " + m.End.String()
			}
			got := fmt.Sprintf("%s %s %s %s %s %s %s", date, m.Kind, m.Status, m.Place.City, m.Place.Host, strings.Join(people, ", "),
				strings.Trim(fmt.Sprint(m.Parties), "[]"))
			if got != row.want {
				t.Errorf("got  %s\nwant %s", got, row.want)
			}
			if got := conflicts(m); got != row.fight {
				t.Errorf("conflicts %q, want %q", got, row.fight)
			}
		})
	}
}

func TestVote_SureReportsWin(t *testing.T) {
	sure, doubtful := told(t, "sure", kallasInKyiv+"Kyiv UA"), told(t, "doubtful", kallasInKyiv+"Lviv UA")
	doubtful.Reports[0].Confidence = 0.4
	m := one(t, doubtful, sure)
	if m.Place.City != "Kyiv" || m.Reports[0].Article.ID != "sure" || m.Title != "Title of sure" {
		t.Errorf("place %v, led by %s", m.Place, m.Reports[0].Article.ID)
	}
	if m.Confidence <= 0 || m.Confidence >= sure.Reports[0].Confidence+0.05 {
		t.Errorf("confidence %.2f of a meeting on whose place the reports disagree", m.Confidence)
	}
}

// What a reader infers from where and when an article appeared yields to what another article tells.
func TestVote_WhatIsToldWins(t *testing.T) {
	guessed, said := told(t, "a", kallasInKyiv+"Kyiv UA"), told(t, "b", strings.Replace(kallasInKyiv, "-11", "-10", 1)+"Zhytomyr UA")
	guessed.Reports[0].Evidence = []model.Evidence{{Field: "date", Rule: "date.published"}, {Field: "place", Rule: "place.dateline"}}
	said.Reports[0].Evidence = []model.Evidence{{Field: "date", Rule: "date.absolute"}, {Field: "place", Rule: "place.town"}}
	said.Reports[0].Confidence = 0.5
	said.Reports[0].Place.City = "Kyiv" // a day apart, they are one for their place
	m := one(t, guessed, said)
	if m.Date != model.NewDate(2024, 1, 10) {
		t.Errorf("date %s", m.Date)
	}
	said.Reports[0].Date, said.Reports[0].Place.City = guessed.Reports[0].Date, "Zhytomyr"
	if m = one(t, guessed, said); m.Place.City != "Zhytomyr" {
		t.Errorf("place %v", m.Place)
	}
}

// prose makes n words that no other seed makes.
func prose(seed, n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "w%d ", (i*7919+seed*104729)%99991)
	}
	return b.String()
}

func TestWire_IndependentSources(t *testing.T) {
	wire := prose(1, 300)
	for _, row := range []struct {
		name     string
		articles []model.Article
		want     int
	}{
		{"two outlets", []model.Article{{Source: "Ukrinform", Text: prose(2, 300)}, {Source: "ERR News", Text: prose(3, 300)}}, 2},
		{"one outlet twice", []model.Article{{Source: "Ukrinform", Text: prose(2, 300)}, {Source: "UKRINFORM", Text: prose(3, 300)}}, 1},
		{"no outlet told", []model.Article{{Text: prose(2, 300)}, {Text: prose(3, 300)}}, 2},
		{"a wire text in three papers", []model.Article{{Source: "A", Text: wire}, {Source: "B", Text: prose(4, 40) + wire}, {Source: "C", Text: wire[:len(wire)*2/3]}}, 1},
		{"the same wire in capitals and other punctuation", []model.Article{{Source: "A", Text: wire}, {Source: "B", Text: strings.ToUpper(strings.ReplaceAll(wire, " ", ", "))}}, 1},
		{"a wire text, and its outlet's own", []model.Article{{Source: "A", Text: wire}, {Source: "B", Text: wire}, {Source: "B", Text: prose(5, 300)}}, 1},
		{"short items share nothing by chance", []model.Article{{Source: "A", Text: "They met in Kyiv."}, {Source: "B", Text: "They met in Kyiv."}}, 2},
		{"by the address", []model.Article{{URL: "https://www.err.ee/1", Text: prose(2, 300)}, {URL: "https://err.ee/2", Text: prose(3, 300)}}, 1},
		{"an article on three outlets, and one on two of them", []model.Article{
			{Text: prose(2, 300), Sources: []model.SourceRef{{Outlet: "ERR"}, {Outlet: "LRT"}, {Outlet: "Yahoo/Ukrainska Pravda"}}},
			{Text: prose(3, 300), Sources: []model.SourceRef{{Outlet: "LRT"}, {Outlet: "Ukrainska Pravda"}}},
		}, 3},
	} {
		t.Run(row.name, func(t *testing.T) {
			var articles []*model.Article
			for i := range row.articles {
				a := told(t, fmt.Sprint("a", i), kallasInKyiv+"Kyiv UA")
				a.Source, a.URL, a.Text, a.Sources = row.articles[i].Source, row.articles[i].URL, row.articles[i].Text, row.articles[i].Sources
				articles = append(articles, a)
			}
			if m := one(t, articles...); m.Sources != row.want || len(m.Reports) != len(articles) {
				t.Errorf("%d sources of %d reports, want %d of %d", m.Sources, len(m.Reports), row.want, len(articles))
			}
		})
	}
}

// Five papers that print one wire text are one voice against two that saw for themselves.
func TestVote_CopiesVoteOnce(t *testing.T) {
	wire := prose(1, 300)
	var articles []*model.Article
	for i := range 5 {
		a := told(t, fmt.Sprint("copy", i), kallasInKyiv+"Kyiv UA")
		a.Text, a.Source = wire, fmt.Sprint("paper", i)
		articles = append(articles, a)
	}
	for i := range 2 {
		a := told(t, fmt.Sprint("own", i), kallasInKyiv+"Zhytomyr UA")
		a.Text, a.Source = prose(10+i, 300), fmt.Sprint("desk", i)
		articles = append(articles, a)
	}
	m := one(t, articles...)
	if m.Place.City != "Zhytomyr" || m.Sources != 3 {
		t.Errorf("place %s by %d sources, want Zhytomyr by 3", m.Place.City, m.Sources)
	}
	if got := conflicts(m); got != "place: Kyiv (5) Zhytomyr (2)" {
		t.Errorf("conflicts %q", got)
	}
}

func TestMerge_IDs(t *testing.T) {
	shape := regexp.MustCompile(`^m-[0-9a-f]{10}(-\d+)?$`)
	visit, call := kallasInKyiv+"Kyiv UA", strings.Replace(kallasInKyiv, "meeting", "call", 1)+"Kyiv UA"
	both := loader.Merge([]*model.Article{told(t, "a", call), told(t, "b", visit)})
	again := loader.Merge([]*model.Article{told(t, "z", visit), told(t, "y", call), told(t, "x", visit)})
	alone := loader.Merge([]*model.Article{told(t, "q", visit)})
	ids := func(all []*model.Meeting) map[string]string {
		out := map[string]string{}
		for _, m := range all {
			if !shape.MatchString(m.ID) {
				t.Errorf("ID %q", m.ID)
			}
			out[m.Kind.String()] = m.ID
		}
		return out
	}
	first, second, third := ids(both), ids(again), ids(alone)
	if first["call"] == first["meeting"] || first["call"] != second["call"] || first["meeting"] != second["meeting"] || first["meeting"] != third["meeting"] {
		t.Errorf("IDs are not stable: %v, %v, %v", first, second, third)
	}
}

// A crowd of reports must not make merging crawl: twice the reports, about twice the work.
func BenchmarkMerge(b *testing.B) {
	for _, n := range []int{1_000, 10_000, 100_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			articles := crowd(n)
			for b.Loop() {
				loader.Merge(articles)
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*n), "ns/report")
		})
	}
}

// crowd makes n articles over two years: one person meets some hundred others, five articles an encounter, some days with a hundred.
func crowd(n int) []*model.Article {
	out := make([]*model.Article, 0, n)
	start := model.NewDate(2023, 1, 1)
	for i := range n {
		enc := i / 5
		day := start.AddDays(enc * 31 % 730)
		other := fmt.Sprintf("Guest Number%d", enc*17%400)
		party := model.Party(fmt.Sprint("C", enc*17%400%90))
		a := &model.Article{ID: fmt.Sprintf("%07d", i), Title: other, Source: fmt.Sprint("outlet", i%40)}
		r := &model.Report{
			Article: a, Primary: true, Date: day, Confidence: 0.9, Kind: model.Kind(enc % 2), Place: model.Place{City: "Kyiv", Host: "UA"},
			People:  []model.Participant{{Name: "Volodymyr Zelenskyy", Party: "UA"}, {Name: other, Party: party}},
			Parties: []model.Party{party, "UA"},
		}
		if i%3 == 0 {
			r.People = append(r.People, model.Participant{Name: fmt.Sprint("Aide Of", i), Party: party})
		}
		slices.Sort(r.Parties)
		a.Reports = []*model.Report{r}
		out = append(out, a)
	}
	return out
}
