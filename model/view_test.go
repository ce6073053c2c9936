package model

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

type parties map[Party][]string

func (n parties) PartyName(p Party) string {
	if f := n[p]; len(f) > 0 {
		return f[0]
	}
	return ""
}

func (n parties) PartyForms(p Party) []string { return n[p] }

var someParties = parties{
	"UA": {"Ukraine", "Ukrainian"}, "EE": {"Estonia", "Estonian"}, "NE": {"Niger", "Nigerien"}, "NG": {"Nigeria", "Nigerian"}, "NL": {"Netherlands", "Dutch"},
}

// A row of the timelines that tests build.
type row struct {
	id, date, name string
	party          Party
	city           string
	host           Party
	kind           Kind
	status         Status
	topic          string
	sources        int
}

func build(rows ...row) *Timeline {
	var ms []*Meeting
	var as []*Article
	for i, r := range rows {
		d, err := ParseDate(r.date)
		if err != nil {
			panic(err)
		}
		a := &Article{ID: fmt.Sprintf("%03d.txt", i), Title: "Report about " + r.name, Source: "Outlet", Published: d}
		m := &Meeting{
			ID: r.id, Date: d, Kind: r.kind, Status: r.status, Place: Place{r.city, r.host}, Sources: r.sources, Confidence: 0.9,
			People:  []Participant{{Name: "Volodymyr Zelenskyy", Party: "UA"}, {Name: r.name, Party: r.party}},
			Parties: []Party{r.party, "UA"}, Reports: []*Report{{Article: a}},
		}
		if r.topic != "" {
			m.Topics = []string{r.topic}
		}
		ms, as = append(ms, m), append(as, a)
	}
	return NewTimeline(ms, as, someParties)
}

func sample() *Timeline {
	return build(
		row{"c", "2024-05-14", "Kaja Kallas", "EE", "Kyiv", "UA", KindMeeting, StatusHeld, "air defence", 3},
		row{"a", "2023-04-24", "Kaja Kallas", "EE", "Zhytomyr", "UA", KindMeeting, StatusHeld, "reconstruction", 1},
		row{"b", "2023-05-04", "Mark Rutte", "NL", "The Hague", "NL", KindMeeting, StatusHeld, "", 2},
		row{"d", "2024-05", "Bola Tinubu", "NG", "", "", KindCall, StatusPlanned, "grain", 1},
		row{"e", "", "Mohamed Bazoum", "NE", "", "", KindCall, StatusOff, "", 1},
	)
}

func ids(v *View) string {
	var s []string
	for i := range v.Len() {
		s = append(s, v.At(i).ID)
	}
	return strings.Join(s, "")
}

func TestView(t *testing.T) {
	tl := sample()
	for _, c := range []struct{ name, filter, want string }{
		{"everything, undated last, a month before its days", "", "abdce"},
		{"a surname", "kallas", "ac"},
		{"accents and case are folded", "KÁLLAS", "ac"},
		{"all words must occur", "kallas reconstruction", "a"},
		{"a word of the place", "hague", "b"},
		{"by name of the country", "with:estonia", "ac"},
		{"by demonym", "country:dutch", "b"},
		{"by code, in any case", "with:ee", "ac"},
		{"an exact name wins over a longer one", "with:niger", "e"},
		{"the beginning of a name finds all", "with:nige", "de"},
		{"two values: any of them", "with:EE,NL", "abc"},
		{"not", "-kallas", "bde"},
		{"not, with a qualifier", "-with:EE", "bde"},
		{"in: city or host", "in:ukraine", "ac"},
		{"in: the city", "in:kyiv", "c"},
		{"a month covers its days and what is no more precise", "date:2024-05", "dc"},
		{"a day within a month that is all we know", "date:2024-05-20", "d"},
		{"an open range", "date:2024..", "dc"},
		{"up to", "date:..2023", "ab"},
		{"kind", "kind:call", "de"},
		{"status, half typed", "status:pl", "d"},
		{"topic", "topic:air", "c"},
		{"two independent sources", "src>=2", "bc"},
		{"fewer than two", "src<2", "ade"},
		{"confidence", "conf>=90", "abdce"},
		{"nearly", "~kalas", "ac"},
		{"not nearly enough", "kalas", ""},
		{"a phrase", `"mark rutte"`, "b"},
		{"the title of a report", "report", "abdce"},
	} {
		t.Run(c.name, func(t *testing.T) {
			f, err := ParseFilter(c.filter)
			if err != nil {
				t.Fatal(err)
			}
			if got := ids(tl.View(f, ByDate, false)); got != c.want {
				t.Errorf("%q selects %q, want %q", c.filter, got, c.want)
			}
		})
	}
}

func TestView_Orders(t *testing.T) {
	tl := sample()
	for _, c := range []struct {
		order   Order
		reverse bool
		want    string
	}{
		{ByDate, false, "abdce"}, {ByDate, true, "ecdba"}, {BySources, false, "cbade"}, {ByName, false, "dacbe"},
	} {
		if got := ids(tl.View(Filter{}, c.order, c.reverse)); got != c.want {
			t.Errorf("order %d, reverse %t: %q, want %q", c.order, c.reverse, got, c.want)
		}
	}
}

// Ticking Estonia must not empty the list of the other countries.
func TestView_FacetCountsFollowTheRestOfTheFilter(t *testing.T) {
	f, err := ParseFilter("with:EE status:held")
	if err != nil {
		t.Fatal(err)
	}
	v := sample().View(f, ByDate, false)
	var got []string
	for _, c := range v.Facet(FieldWith) {
		got = append(got, fmt.Sprintf("%s %d", c.Label, c.N))
	}
	if want := []string{"Ukraine 3", "Estonia 2", "Netherlands 1"}; !slices.Equal(got, want) {
		t.Errorf("countries: %v, want %v", got, want)
	}
	got = got[:0]
	for _, c := range v.Facet(FieldStatus) {
		got = append(got, fmt.Sprintf("%s %d", c.Key, c.N))
	}
	if want := []string{"held 2"}; !slices.Equal(got, want) {
		t.Errorf("statuses: %v, want %v", got, want)
	}
}

func TestView_Index(t *testing.T) {
	tl := sample()
	f, err := ParseFilter("kallas")
	if err != nil {
		t.Fatal(err)
	}
	v := tl.View(f, ByDate, true)
	if i, ok := v.Index("a"); !ok || i != 1 {
		t.Errorf("a is at %d, %t", i, ok)
	}
	if _, ok := v.Index("b"); ok {
		t.Error("b is in a view that leaves it out")
	}
}

func TestView_Months(t *testing.T) {
	var got []string
	for _, c := range sample().View(Filter{}, ByDate, false).Months() {
		got = append(got, fmt.Sprintf("%s %d", c.Label, c.N))
	}
	if want := []string{"April 2023 1", "May 2023 1", "May 2024 2"}; !slices.Equal(got, want) {
		t.Errorf("months: %v, want %v", got, want)
	}
}

// The order of the input must not show.
func TestTimeline_IsIndependentOfTheOrderGiven(t *testing.T) {
	tl := sample()
	ms := slices.Clone(tl.meetings)
	slices.Reverse(ms)
	if a, b := ids(tl.View(Filter{}, ByDate, false)), ids(NewTimeline(ms, tl.articles, someParties).View(Filter{}, ByDate, false)); a != b {
		t.Errorf("%q and, reversed, %q", a, b)
	}
}

func TestTimeline_Span(t *testing.T) {
	first, last := sample().Span()
	if first != (Date{2023, 4, 24}) || last != (Date{2024, 5, 31}) {
		t.Errorf("from %v to %v", first, last)
	}
}

// Typing on must never show anything else than typing afresh.
func TestView_RefineEqualsAFreshView(t *testing.T) {
	tl := sample()
	for _, typed := range []string{"kallas air with:EE", "-kallas reconstruction", "with:nigeria", "~kalas", `"mark rutte" src>=2`, "report about kaja"} {
		v := tl.View(Filter{}, ByDate, false)
		for n := range len(typed) + 1 {
			f, err := ParseFilter(typed[:n])
			if err != nil {
				continue
			}
			v = v.Refine(f)
			if got, want := ids(v), ids(tl.View(f, ByDate, false)); got != want {
				t.Errorf("typing %q as far as %q: %q, afresh %q", typed, typed[:n], got, want)
			}
		}
	}
}

// A key of a filter allocates the rows that it finds, and nothing for those that it looks at.
func TestView_AllocatesForWhatItFinds(t *testing.T) {
	few, many := big(1000), big(30_000)
	for _, q := range []string{"person12", "with:estonia", "number 99", "date:2020..2021 kind:call", "zzz"} {
		f, err := ParseFilter(q)
		if err != nil {
			t.Fatal(err)
		}
		count := func(tl *Timeline) float64 { return testing.AllocsPerRun(10, func() { tl.View(f, ByDate, false) }) }
		if a, b := count(few), count(many); b > a+8 || b > 60 {
			t.Errorf("%s: %.0f allocations over 1,000 meetings, %.0f over 30,000", q, a, b)
		}
	}
}
