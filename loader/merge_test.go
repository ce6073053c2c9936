package loader_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"entente/loader"
	"entente/model"
)

// told makes an article that reports encounters, each a line such as
//
//	2024-05-14 meeting held | Volodymyr Zelenskyy UA; Antony Blinken US | Kyiv UA
//
// with - for a date that is not told; a day may be a span, 2024-06-15..2024-06-16.
func told(t *testing.T, id string, lines ...string) *model.Article {
	t.Helper()
	a := &model.Article{ID: id, Path: id, Title: "Title of " + id}
	for n, line := range lines {
		cells := strings.Split(line, " | ")
		head := strings.Fields(cells[0])
		r := &model.Report{Article: a, Primary: n == 0, Confidence: 0.9, Kind: kindOf(t, head[1]), Status: statusOf(t, head[2])}
		first, last, _ := strings.Cut(strings.TrimPrefix(head[0], "-"), "..")
		r.Date, r.End = dateOf(t, first), dateOf(t, last)
		for p := range strings.SplitSeq(cells[1], "; ") {
			at := strings.LastIndexByte(p, ' ')
			party := model.Party(p[at+1:])
			if at > 0 {
				r.People = append(r.People, model.Participant{Name: p[:at], Party: party})
			}
			r.Parties = append(r.Parties, party)
		}
		slices.Sort(r.Parties)
		r.Parties = slices.Compact(r.Parties)
		if len(cells) > 2 {
			at := strings.LastIndexByte(cells[2], ' ')
			r.Place = model.Place{City: cells[2][:max(at, 0)], Host: model.Party(cells[2][at+1:])}
		}
		a.Reports = append(a.Reports, r)
	}
	return a
}

func dateOf(t *testing.T, s string) model.Date {
	t.Helper()
	d, err := model.ParseDate(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func kindOf(t *testing.T, s string) model.Kind {
	t.Helper()
	for _, k := range model.Kinds() {
		if k.String() == s {
			return k
		}
	}
	t.Fatalf("no kind %q", s)
	return 0
}

func statusOf(t *testing.T, s string) model.Status {
	t.Helper()
	for _, k := range model.Statuses() {
		if k.String() == s {
			return k
		}
	}
	t.Fatalf("no status %q", s)
	return 0
}

// drawn shows meetings as the tables below write them: the articles of each, and how many sources.
func drawn(all []*model.Meeting) []string {
	out := make([]string, 0, len(all))
	for _, m := range all {
		var ids []string
		for _, r := range m.Reports {
			ids = append(ids, r.Article.ID)
		}
		slices.Sort(ids)
		out = append(out, strings.Join(ids, " "))
	}
	slices.Sort(out)
	return out
}

func TestMerge_WhatIsOneEncounter(t *testing.T) {
	const (
		zelensky = "Volodymyr Zelenskyy UA; "
		kallas   = zelensky + "Kaja Kallas EE"
		day      = "2024-01-11 meeting held | "
		summit   = "2024-06-15 summit held | "
		table    = zelensky + "Viola Amherd CH; Kamala Harris US; Gabriel Boric CL"
	)
	for _, row := range []struct {
		name    string
		reports []string // article a, b, c …; ‘+’ goes on in the same article
		want    string   // meetings by articles
	}{
		{"same day, people and place", []string{day + kallas + " | Tallinn EE", day + kallas + " | Tallinn EE"}, "a b"},
		{"announced, then held", []string{"2024-01-11 meeting planned | " + kallas + " | Tallinn EE", day + kallas + " | Tallinn EE"}, "a b"},
		{"other days", []string{day + kallas, "2024-01-12 meeting held | " + kallas}, "a, b"},
		{"a day apart, and all else the same", []string{day + kallas + " | Tallinn EE", "2024-01-12 meeting held | " + kallas + " | Tallinn EE"}, "a b"},
		{"a day apart, and an article tells of both", []string{
			day + kallas + " | Tallinn EE", "+2024-01-12 meeting held | " + kallas + " | Tallinn EE", "2024-01-12 meeting held | " + kallas + " | Tallinn EE",
		}, "a, a b"},
		{"two days apart", []string{day + kallas + " | Tallinn EE", "2024-01-13 meeting held | " + kallas + " | Tallinn EE"}, "a, b"},
		{"a city that one does not tell", []string{day + kallas + " | Tallinn EE", day + kallas}, "a b"},
		{"two cities of one trip", []string{day + kallas + " | Tallinn EE", day + kallas + " | Tartu EE"}, "a b"},
		{"two cities, told apart by an article", []string{day + kallas + " | Tallinn EE", "+" + day + kallas + " | Tartu EE", day + kallas + " | Tartu EE"}, "a, a b"},
		{"two countries, so one paper is wrong", []string{day + kallas + " | Tallinn EE", day + kallas + " | Riga LV"}, "a b"},
		{"two countries, told apart by an article", []string{day + kallas + " | Tallinn EE", "+" + day + kallas + " | Riga LV", day + kallas + " | Riga LV"}, "a, a b"},
		{"two countries and not quite the same people", []string{day + kallas + " | Tallinn EE", day + kallas + "; Hanno Pevkur EE | Riga LV"}, "a, b"},
		{"a call is not a visit", []string{day + kallas, "2024-01-11 call held | " + kallas}, "a, b"},
		{"the subject alone joins nothing", []string{day + kallas + " | Tallinn EE", day + zelensky + "Alar Karis EE | Tallinn EE"}, "a, b"},
		{"one in the delegation more", []string{day + kallas, day + kallas + "; Hanno Pevkur EE"}, "a b"},
		{"another host at another table", []string{day + kallas + " | Kyiv UA", day + "Kaja Kallas EE; Denys Shmyhal UA | Kyiv UA"}, "a, b"},
		{"summit, and a bilateral on its margins", []string{summit + table + " | Bürgenstock CH", "2024-06-15 meeting held | " + zelensky + "Gabriel Boric CL | Bürgenstock CH"}, "a, b"},
		{"two people at one place: meeting to one, summit to another", []string{
			"2024-06-15 summit held | " + zelensky + "Gabriel Boric CL | Bürgenstock CH", "2024-06-15 meeting held | " + zelensky + "Gabriel Boric CL | Bürgenstock CH",
		}, "a b"},
		{"the same beside a summit of more", []string{
			summit + table + " | Bürgenstock CH", summit + zelensky + "Gabriel Boric CL | Bürgenstock CH",
			"2024-06-15 meeting held | " + zelensky + "Gabriel Boric CL | Bürgenstock CH",
		}, "a b, c"},
		{"summit, each paper with its own leader", []string{summit + table + " | Bürgenstock CH", summit + zelensky + "Javier Milei AR | Bürgenstock CH"}, "a b"},
		{"summit of two days, and its first", []string{"2024-06-15..2024-06-16 summit held | " + table + " | Bürgenstock CH", "2024-06-16 summit held | " + table + " | Bürgenstock CH"}, "a b"},
		{"summits of one day in two cities", []string{summit + table + " | Bürgenstock CH", summit + table + " | Rome IT"}, "a, b"},
		{"a summit of many guests, and a meeting of some of them", []string{
			summit + table + " | Bürgenstock CH", summit + zelensky + "Javier Milei AR; Olaf Scholz DE | Bürgenstock CH",
			"2024-06-15 meeting held | " + zelensky + "Javier Milei AR; Olaf Scholz DE; Viola Amherd CH | Bürgenstock CH",
		}, "a b c"},
		{"two summits of one day and city, told apart by an article", []string{
			"2022-03-24 summit held | Joe Biden US; Jens Stoltenberg NATO; Emmanuel Macron FR | Brussels BE",
			"+2022-03-24 summit held | Joe Biden US; Charles Michel EU; Olaf Scholz DE | Brussels BE",
			"2022-03-24 summit held | Joe Biden US; Charles Michel EU; Olaf Scholz DE | Brussels BE",
		}, "a, a b"},
		{"three at a table: meeting to one, summit to another", []string{
			"2024-04-11 summit held | " + zelensky + "Gitanas Nausėda LT; Andrzej Duda PL | Vilnius LT",
			"2024-04-11 meeting held | " + zelensky + "Gitanas Nausėda LT; Andrzej Duda PL | Vilnius LT",
		}, "a b"},
		{"a bilateral is not the talk of five", []string{
			day + zelensky + "Rishi Sunak GB | Hiroshima JP",
			day + zelensky + "Rishi Sunak GB; Giorgia Meloni IT; Emmanuel Macron FR; Charles Michel EU | Hiroshima JP",
		}, "a, b"},
		{"names that no table lists, longer and shorter", []string{
			day + zelensky + "Faisal bin Farhan Al Saud SA | Kyiv UA", day + zelensky + "Faisal bin Farhan SA | Kyiv UA",
		}, "a b"},
		{"hyphen and order of a name", []string{day + "Joe Biden US; Yoon Suk-yeol KR", day + "Joe Biden US; Yoon Suk Yeol KR"}, "a b"},
		{"namesakes of two countries", []string{day + zelensky + "John Smith GB", day + zelensky + "John Smith US"}, "a, b"},
		{"only the month, one candidate", []string{"2024-01 call held | " + kallas, "2024-01-25 call held | " + kallas}, "a b"},
		{"only the month, two candidates", []string{
			"2024-01 call held | " + kallas, "2024-01-25 call held | " + kallas, "2024-01-05 call held | " + kallas,
		}, "a, b, c"},
		{"no date", []string{"- call held | " + kallas, "- call held | " + kallas}, "a, b"},
		{"the guest alone is named", []string{day + kallas + " | Kyiv UA", day + "Kaja Kallas EE; UA | Kyiv UA"}, "a b"},
		{"the guest is named by office only", []string{day + kallas + " | Kyiv UA", day + zelensky + "EE | Kyiv UA"}, "a b"},
		{"the guest by office only, and two may be meant", []string{
			day + kallas + " | Tallinn EE", day + zelensky + "Alar Karis EE | Tallinn EE", day + zelensky + "EE | Tallinn EE",
		}, "a, b, c"},
		{"cancelled in one paper, held in another", []string{"2024-01-11 meeting off | " + kallas, day + kallas}, "a b"},
		{"an article tells two encounters", []string{day + kallas, "+" + day + kallas + "; Hanno Pevkur EE", day + kallas}, "a, a b"},
	} {
		t.Run(row.name, func(t *testing.T) {
			var articles []*model.Article
			for _, r := range row.reports {
				if more, ok := strings.CutPrefix(r, "+"); ok {
					a := articles[len(articles)-1]
					b := told(t, a.ID, more)
					b.Reports[0].Article, b.Reports[0].Primary = a, false
					a.Reports = append(a.Reports, b.Reports[0])
					continue
				}
				articles = append(articles, told(t, string(rune('a'+len(articles))), r))
			}
			if got := strings.Join(drawn(loader.Merge(articles)), ", "); got != row.want {
				t.Errorf("meetings %s, want %s", got, row.want)
			}
		})
	}
}

// shown writes every field of meetings out, so that two results can be compared.
func shown(all []*model.Meeting) []string {
	var out []string
	for _, m := range all {
		line := fmt.Sprint(m.ID, m.Date, m.End, m.Kind, m.Status, m.People, m.Parties, m.Place, m.Topics, m.Title, m.Confidence, m.Sources, m.Conflicts)
		for _, r := range m.Reports {
			line += " " + r.Article.ID
		}
		out = append(out, line+"\n")
	}
	return out
}

// Whatever the reports say, each stands in one meeting, IDs are unique, and the order of articles changes nothing.
func FuzzMerge(f *testing.F) {
	f.Add([]byte("0123456789abcdefghijklmnopqrstuvwxyz"))
	f.Add([]byte{0, 0, 0, 0, 0, 0, 0, 0, 255, 255, 255, 255, 255, 255, 255, 255})
	f.Fuzz(func(t *testing.T, raw []byte) {
		const enough = 6 * 100 // longer inputs only take longer
		articles := articlesOf(raw[:min(len(raw), enough)])
		all := loader.Merge(articles)
		seen, ids := map[*model.Report]bool{}, map[string]bool{}
		for _, m := range all {
			if ids[m.ID] || len(m.Reports) == 0 || m.Sources < 1 || m.Sources > len(m.Reports) {
				t.Errorf("meeting %s: ID seen before %v, %d reports, %d sources", m.ID, ids[m.ID], len(m.Reports), m.Sources)
			}
			if m.Confidence < 0 || m.Confidence > 1 || !slices.IsSorted(m.Parties) {
				t.Errorf("meeting %s: confidence %v, parties %v", m.ID, m.Confidence, m.Parties)
			}
			ids[m.ID] = true
			for _, r := range m.Reports {
				if seen[r] {
					t.Error("a report stands in two meetings")
				}
				seen[r] = true
			}
		}
		n := 0
		for _, a := range articles {
			n += len(a.Reports)
		}
		if len(seen) != n {
			t.Errorf("%d of %d reports stand in a meeting", len(seen), n)
		}
		slices.Reverse(articles)
		if a, b := fmt.Sprint(shown(all)), fmt.Sprint(shown(loader.Merge(articles))); a != b {
			t.Errorf("the order of articles changes\n%s\nto\n%s", a, b)
		}
	})
}

// articlesOf reads reports out of bytes: few people, places and days, so that they meet.
func articlesOf(raw []byte) []*model.Article {
	names := []string{"Volodymyr Zelenskyy", "Kaja Kallas", "Alar Karis", "Joe Biden", "Faisal bin Farhan", "Faisal bin Farhan Al Saud"}
	parties := []model.Party{"UA", "EE", "EE", "US", "SA", "SA"}
	cities := []model.Place{{}, {City: "Kyiv", Host: "UA"}, {City: "Lviv", Host: "UA"}, {City: "Tallinn", Host: "EE"}, {Host: "EE"}}
	var out []*model.Article
	for i := 0; i+6 <= len(raw); i += 6 {
		b := raw[i : i+6]
		a := &model.Article{ID: fmt.Sprint("a", len(out))}
		if b[5]%4 == 0 && len(out) > 0 {
			a = out[len(out)-1] // a second encounter of the same article
		} else {
			out = append(out, a)
		}
		r := &model.Report{
			Article: a, Primary: len(a.Reports) == 0, Kind: model.Kind(b[0] % 3), Status: model.Status(b[1] % 3), Confidence: float64(b[2]) / 255,
			Place: cities[int(b[3])%len(cities)],
		}
		switch b[1] / 3 % 5 {
		case 0:
		case 1:
			r.Date = model.Date{Year: 2024, Month: 1}
		case 2:
			r.Date, r.End = model.NewDate(2024, 1, 1+int(b[2]%4)), model.NewDate(2024, 1, 3+int(b[2]%4))
		default:
			r.Date = model.NewDate(2024, 1, 1+int(b[2]%4))
		}
		if b[5]%3 == 0 {
			r.Evidence = []model.Evidence{{Field: "date", Rule: "date.published"}}
		}
		for k := range names {
			if b[4]>>k&1 == 1 {
				r.People = append(r.People, model.Participant{Name: names[k], Party: parties[k]})
				r.Parties = append(r.Parties, parties[k])
			}
		}
		slices.Sort(r.Parties)
		r.Parties = slices.Compact(r.Parties)
		a.Reports = append(a.Reports, r)
	}
	return out
}
