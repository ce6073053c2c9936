package store_test

import (
	"bytes"
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"testing"

	"entente/articles"
	"entente/export"
	"entente/loader"
	"entente/loader/extract"
	"entente/loader/gazetteer"
	"entente/model"
	"entente/store"
)

// collection reads the articles inside the program once for all tests.
var collection = sync.OnceValue(func() loader.Result {
	g := gazetteer.Default()
	res, err := loader.Load(context.Background(), []loader.Source{{Name: "the collection", FS: articles.FS, Root: "."}},
		loader.Options{Reader: extract.New(g), Merge: loader.Merge, Names: g})
	if err != nil {
		panic(err)
	}
	return res
})

// told builds an article of reports such as "2024-05-14 meeting Kyiv UA Kaja Kallas EE; Mark Rutte NL".
func told(id string, reports ...string) *model.Article {
	a := &model.Article{ID: id, Title: "About " + id, Source: "Outlet " + id}
	var b strings.Builder
	fmt.Fprintf(&b, "Article %s begins here.\n", id)
	for i, line := range reports {
		b.WriteString(strings.Repeat("Words of no weight stand between two encounters. ", 12) + "\n")
		start := b.Len()
		fmt.Fprintf(&b, "met %d: %s\n", i, line)
		r := reportOf(line)
		r.Article, r.Primary = a, i == 0
		r.Evidence = []model.Evidence{{Field: "kind", Span: model.Span{Start: start, End: start + 3}, Rule: "plain"}}
		a.Reports = append(a.Reports, r)
	}
	a.Text = b.String()
	a.Content = model.ContentOf("", a.Text)
	return a
}

func reportOf(line string) *model.Report {
	head, people, _ := strings.Cut(line, "|")
	f := strings.Fields(head)
	r := &model.Report{Confidence: 0.9}
	r.Date, _ = model.ParseDate(f[0])
	for _, k := range model.Kinds() {
		if k.String() == f[1] {
			r.Kind = k
		}
	}
	if len(f) > 3 {
		r.Place = model.Place{City: f[2], Host: model.Party(f[3])}
	}
	for p := range strings.SplitSeq(people, ";") {
		p = strings.TrimSpace(p)
		at := strings.LastIndexByte(p, ' ')
		party := model.Party(p[at+1:])
		r.People = append(r.People, model.Participant{Name: p[:at], Party: party})
		r.Parties = append(r.Parties, party)
	}
	slices.Sort(r.Parties)
	r.Parties = slices.Compact(r.Parties)
	return r
}

// brief writes meetings one a line, for tests to compare.
func brief(ms []*model.Meeting) string {
	var out []string
	for _, m := range ms {
		var names []string
		for _, p := range m.People {
			names = append(names, p.Name)
		}
		var ids []string
		for _, r := range m.Reports {
			ids = append(ids, r.Article.ID)
		}
		slices.Sort(ids)
		d := m.Date.String()
		if !m.End.IsZero() {
			d += ".." + m.End.String()
		}
		out = append(out, fmt.Sprintf("%s %s %s %s/%s %s [%s] %v", d, m.Kind, m.Status, m.Place.City, m.Place.Host, strings.Join(names, "+"), strings.Join(ids, " "), m.Parties))
	}
	slices.Sort(out)
	return strings.Join(out, "\n")
}

// listed is what `entente list --format jsonl` prints of meetings.
func listed(tb testing.TB, ms []*model.Meeting) string {
	tb.Helper()
	var b bytes.Buffer
	j := export.NewJSONL(&b, false)
	tl := model.NewTimeline(ms, nil, nil)
	for i := range tl.Len() {
		if err := j.Meeting(tl.At(int32(i))); err != nil {
			tb.Fatal(err)
		}
	}
	if err := j.Close(); err != nil {
		tb.Fatal(err)
	}
	return b.String()
}

// correct applies lines of text; %N in them is the address of the N-th meeting, %N.M of its M-th report.
func correct(tb testing.TB, ms []*model.Meeting, lines ...string) ([]*model.Meeting, []store.Problem) {
	tb.Helper()
	s := store.ParseSheet(strings.Join(lines, "\n"))
	all, damaged := store.Corrections("c", &s)
	out, problems := store.Apply(ms, all, loader.Unite)
	return out, append(damaged, problems...)
}

func addressed(line string, ms []*model.Meeting) string {
	for i, m := range ms {
		for k, r := range m.Reports {
			line = strings.ReplaceAll(line, fmt.Sprintf("%%%d.%d", i, k), store.AddressOfReport(r).String())
		}
		line = strings.ReplaceAll(line, fmt.Sprintf("%%%d", i), store.AddressOf(m).String())
	}
	return line
}

// randomCorrection is a correction that a user might make of some meeting.
func randomCorrection(rnd *rand.Rand, ms []*model.Meeting) store.Correction {
	m := ms[rnd.IntN(len(ms))]
	c := store.Correction{Of: store.AddressOf(m), Comment: fmt.Sprintf("somebody, %d", rnd.IntN(1000))}
	switch rnd.IntN(10) {
	case 0:
		c.Verb = store.Reject
	case 1:
		c.Verb, c.Other = store.Same, store.AddressOf(ms[rnd.IntN(len(ms))])
	case 2:
		c.Verb, c.Other = store.Apart, store.AddressOfReport(m.Reports[rnd.IntN(len(m.Reports))])
	case 3:
		c = store.Correction{Verb: store.Alias, From: "Nobody"}
		if len(m.People) > 0 {
			c.From = m.People[rnd.IntN(len(m.People))].Name
		}
		c.To = c.From + " the Second"
	case 4:
		c.Verb, c.Date = store.Date, model.NewDate(2023+rnd.IntN(2), 1+rnd.IntN(12), 1+rnd.IntN(28))
	case 5:
		c.Verb, c.Place = store.Where, model.Place{City: `The "Hague" \`, Host: "NL"}
	case 6:
		c.Verb, c.Person = store.People, model.Participant{Name: "Kaja Kallas", Party: "EE", Office: "Prime Minister"}
	case 7:
		c.Verb, c.Remove, c.Person.Name = store.People, true, "Volodymyr Zelenskyy"
	case 8:
		c.Verb, c.Kind = store.Kind, model.Kind(rnd.IntN(3))
	default:
		c.Verb, c.Status = store.Status, model.Status(rnd.IntN(3))
	}
	return c
}
