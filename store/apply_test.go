package store_test

import (
	"fmt"
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"testing"

	"entente/loader"
	"entente/model"
	"entente/store"
)

const subject = "Volodymyr Zelenskyy UA"

// four articles, three meetings: 0 in Kyiv (a, b), 1 a call (b), 2 in The Hague (c and, read twice, d).
func pile() []*model.Article {
	return []*model.Article{
		told("a", "2024-05-13 meeting Kyiv UA | "+subject+"; Kaja Kallas EE"),
		told("b", "2024-05-13 meeting Kyiv UA | "+subject+"; Kaja Kallas EE", "2024-05-20 call | "+subject+"; Joe Biden US"),
		told("c", "2024-06-01 meeting Hague NL | "+subject+"; Mark Rutte NL"),
		told("d", "2024-06-01 meeting Hague NL | "+subject+"; Mark Rutte NL"),
	}
}

const (
	kyiv  = "2024-05-13 meeting held Kyiv/UA Volodymyr Zelenskyy+Kaja Kallas [a b] [EE UA]"
	call  = "2024-05-20 call held / Volodymyr Zelenskyy+Joe Biden [b] [UA US]"
	hague = "2024-06-01 meeting held Hague/NL Volodymyr Zelenskyy+Mark Rutte [c d] [NL UA]"
)

func merged(t *testing.T) []*model.Meeting {
	t.Helper()
	ms := loader.Merge(pile())
	slices.SortFunc(ms, func(a, b *model.Meeting) int { return model.Compare(a.Date, b.Date) })
	if got := brief(ms); got != kyiv+"\n"+call+"\n"+hague {
		t.Fatalf("the pile is read as\n%s", got)
	}
	return ms
}

func TestApply(t *testing.T) {
	for _, c := range []struct {
		name  string
		lines string // %0 … address the meetings, %0.1 their reports
		want  string
		told  string // problems
	}{
		{"nothing", "# only a comment", kyiv + "\n" + call + "\n" + hague, ""},
		{"reject", "reject %1", kyiv + "\n" + hague, ""},
		{"reject and keep", "reject %1\nkeep %1", kyiv + "\n" + call + "\n" + hague, "c:1 does not hold: line 2 says otherwise"},
		{"a day", "date %1 = 2024-05-21", kyiv + "\n" + strings.Replace(call, "-20", "-21", 1) + "\n" + hague, ""},
		{"days", "date %1 = 2024-05-21..2024-05-22", kyiv + "\n" + strings.Replace(call, "-20", "-21..2024-05-22", 1) + "\n" + hague, ""},
		{"the later of two days", "date %1 = 2024-05-22\ndate %1 = 2024-05-21", kyiv + "\n" + strings.Replace(call, "-20", "-21", 1) + "\n" + hague, "c:1 does not hold: line 2 says otherwise"},
		{"a day taken back", "date %1 = 2024-05-22\ndate %1 = as-read", kyiv + "\n" + call + "\n" + hague, "c:1 does not hold: line 2 says otherwise"},
		{"twice the same", "kind %1 = meeting # A\nkind %1 = meeting # B", kyiv + "\n" + strings.Replace(call, "call", "meeting", 1) + "\n" + hague, ""},
		{"as it is read anyway", "kind %1 = call", kyiv + "\n" + call + "\n" + hague, "c:1 is not needed any more: the articles are read so by now"},
		{"a place", `place %1 = "Palo Alto" "US"`, kyiv + "\n" + strings.Replace(call, " / ", " Palo Alto/US ", 1) + "\n" + hague, ""},
		{"a status", "status %0 = off", strings.Replace(kyiv, "held", "off", 1) + "\n" + call + "\n" + hague, ""},
		{"somebody more", `people %1 + "Antony Blinken" "US"`, kyiv + "\n" + strings.Replace(call, "Biden", "Biden+Antony Blinken", 1) + "\n" + hague, ""},
		{"somebody of another country", `people %1 + "Kaja Kallas" "EE"`, kyiv + "\n" + "2024-05-20 call held / Volodymyr Zelenskyy+Joe Biden+Kaja Kallas [b] [EE UA US]" + "\n" + hague, ""},
		{"not somebody", `people %1 - "joe biden"`, kyiv + "\n" + "2024-05-20 call held / Volodymyr Zelenskyy [b] [UA]" + "\n" + hague, ""},
		{"everybody as read", "people %1 - \"Joe Biden\"\npeople %1 = as-read", kyiv + "\n" + call + "\n" + hague, "c:1 does not hold: line 2 says otherwise"},
		{"an alias", `alias "Kaja Kallas" = "K. Kallas"`, strings.Replace(kyiv, "Kaja Kallas", "K. Kallas", 1) + "\n" + call + "\n" + hague, ""},
		{"a chain of aliases", "alias \"x\" = \"K. Kallas\"\nalias \"Kaja Kallas\" = X", strings.Replace(kyiv, "Kaja Kallas", "K. Kallas", 1) + "\n" + call + "\n" + hague, ""},
		{"a circle of aliases", "alias \"Kaja Kallas\" = x\nalias x = \"Kaja Kallas\"", kyiv + "\n" + call + "\n" + hague, "c:1 cannot hold: the aliases go round in a circle by way of Kaja Kallas; c:2 cannot hold: the aliases go round in a circle by way of x"},
		{"an alias of nobody", "alias Nobody = x", kyiv + "\n" + call + "\n" + hague, "c:1 finds nobody of that name in what was read"},
		{"same", "same %0 = %1", "2024-05-13 meeting held Kyiv/UA Volodymyr Zelenskyy+Kaja Kallas [a b b] [EE UA]\n" + hague, ""},
		{"same and apart", "same %0 = %1\napart %1 = %0", kyiv + "\n" + call + "\n" + hague, "c:1 does not hold: line 2 says otherwise"},
		{
			"same by way of a third", "same %0 = %1\nsame %1 = %2\napart %0 = %2",
			"2024-05-13 meeting held Hague/NL Volodymyr Zelenskyy+Kaja Kallas+Mark Rutte [a b b c d] [EE NL UA]", "c:3 cannot hold: other lines make the two one by way of a third",
		},
		{"a report taken out", "apart %2 = %2.1", kyiv + "\n" + call + "\n" + strings.Replace(hague, "c d", "c", 1) + "\n" + strings.Replace(hague, "c d", "d", 1), ""},
		{"and put back", "apart %2 = %2.1\nsame %2 = %2.1", kyiv + "\n" + call + "\n" + hague, "c:1 does not hold: line 2 says otherwise"},
		{"and rejected", "apart %2 = %2.1\nreject %2.1", kyiv + "\n" + call + "\n" + strings.Replace(hague, "c d", "c", 1), ""},
		{"every report taken out", "apart %1 = %1.0", kyiv + "\n" + call + "\n" + hague, "c:1 changes nothing: it takes every report out of the meeting"},
		{"each report by itself", "apart %2 = %2.0\napart %2 = %2.1", kyiv + "\n" + call + "\n" + strings.Replace(hague, "c d", "c", 1) + "\n" + strings.Replace(hague, "c d", "d", 1), ""},
		{"taken out and given to another", "apart %2 = %2.1\nsame %1 = %2.1", kyiv + "\n" + "2024-06-01 meeting held Hague/NL Volodymyr Zelenskyy+Joe Biden+Mark Rutte [b d] [NL UA US]\n" + strings.Replace(hague, "c d", "c", 1), ""},
		{"corrected after joining", "same %0 = %1\nstatus %1 = off", "2024-05-13 meeting off Kyiv/UA Volodymyr Zelenskyy+Kaja Kallas [a b b] [EE UA]\n" + hague, ""},
		{"no such meeting", "reject m-0000000000", kyiv + "\n" + call + "\n" + hague, "c:1 finds no meeting: nothing that was read answers to m-0000000000"},
		{"no such article", "reject m-0000000000 a-0000000000000001@5", kyiv + "\n" + call + "\n" + hague, "c:1 finds no meeting: nothing that was read answers to m-0000000000 a-0000000000000001@5"},
		{"a damaged line between two", "reject %1\nreject\nstatus %0 = off", strings.Replace(kyiv, "held", "off", 1) + "\n" + hague, "c:2 is skipped: want a meeting such as m-3f2a9c01d2, an article such as a-9f8e7d6c5b4a3928@412, or both"},
		{
			"what git leaves", "<<<<<<< HEAD\nreject %1\n=======\nstatus %0 = off\n>>>>>>> theirs", strings.Replace(kyiv, "held", "off", 1) + "\n" + hague,
			"c:1 is a sign that version control left; both versions hold, take the line out; c:3 is a sign that version control left; both versions hold, take the line out; c:5 is a sign that version control left; both versions hold, take the line out",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			ms := merged(t)
			before := listed(t, ms)
			got, problems := correct(t, ms, addressed(c.lines, ms))
			want := strings.Split(c.want, "\n")
			slices.Sort(want)
			if brief(got) != strings.Join(want, "\n") {
				t.Errorf("gives\n%s\nwant\n%s", brief(got), strings.Join(want, "\n"))
			}
			var notes []string
			for _, p := range problems {
				notes = append(notes, p.String())
			}
			if s := strings.Join(notes, "; "); s != c.told {
				t.Errorf("tells %q, want %q", s, c.told)
			}
			if listed(t, ms) != before {
				t.Error("the meetings given were changed")
			}
			ids := map[string]bool{}
			for _, m := range got {
				if ids[m.ID] {
					t.Errorf("two meetings are called %s", m.ID)
				}
				ids[m.ID] = true
			}
		})
	}
}

// A name that two spellings split made two meetings; the alias heals that.
func TestApply_AliasJoinsWhatItMakesEqual(t *testing.T) {
	for _, c := range []struct{ name, second, apart, want string }{
		{"of one day", "2024-05-13 meeting Kyiv UA | " + subject + "; Kaja Callas EE", "", "[a b]"},
		{"of another day", "2024-05-17 meeting Kyiv UA | " + subject + "; Kaja Callas EE", "", "[a] [b]"},
		{"at another place", "2024-05-13 meeting Lviv UA | " + subject + "; Kaja Callas EE", "", "[a] [b]"},
		{"kept apart by a line", "2024-05-13 meeting Kyiv UA | " + subject + "; Kaja Callas EE", "\napart %0 = %1", "[a] [b]"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var ms []*model.Meeting // not merged: what Merge makes of misspelt names is not the matter
			for i, a := range []*model.Article{told("a", "2024-05-13 meeting Kyiv UA | "+subject+"; Kaja Kallas EE"), told("b", c.second)} {
				m := loader.Unite(a.Reports)
				m.ID = fmt.Sprintf("m-%d", i)
				ms = append(ms, m)
			}
			got, _ := correct(t, ms, addressed(`alias "Kaja Callas" = "Kaja Kallas"`+c.apart, ms))
			var groups []string
			for line := range strings.SplitSeq(brief(got), "\n") {
				if !strings.Contains(line, "Zelenskyy+Kaja Kallas [") {
					t.Errorf("not renamed: %s", line)
				}
				groups = append(groups, line[strings.IndexByte(line, '['):strings.IndexByte(line, ']')+1])
			}
			slices.Sort(groups)
			if s := strings.Join(groups, " "); s != c.want {
				t.Errorf("meetings of articles %s, want %s", s, c.want)
			}
		})
	}
}

// what the user settles is no conflict any more, and the screen can say by whom.
func TestApply_SettlesConflicts(t *testing.T) {
	ms := loader.Merge([]*model.Article{
		told("a", "2024-05-13 meeting Kyiv UA | "+subject+"; Kaja Kallas EE"), told("b", "2024-05-13 meeting Lviv UA | "+subject+"; Kaja Kallas EE"),
		told("c", "2024-05-13 meeting Kyiv UA | "+subject+"; Kaja Kallas EE"),
	})
	if len(ms) != 1 || len(ms[0].Conflicts) != 1 {
		t.Fatalf("merging finds %d meetings", len(ms))
	}
	got, _ := correct(t, ms, addressed(`place %0 = "Lviv" "UA" # Anna`, ms))
	if m := got[0]; len(m.Conflicts) != 0 || m.Place.City != "Lviv" || len(m.Amended) != 1 || m.Amended[0] != (model.Amendment{Field: "place", Was: "Kyiv, UA", Now: "Lviv, UA", File: "c", Line: 1, Comment: "Anna"}) {
		t.Errorf("conflicts %v, amended %v", m.Conflicts, m.Amended)
	}
}

// Another engine reads other days, other people, one more encounter in front,
// and files have other names: every kind of correction still finds its meeting.
func TestApply_SurvivesAnotherEngine(t *testing.T) {
	lines := []string{
		"reject %1", "date %1 = 2024-05-29", `place %1 = "Palo Alto" "US"`, `people %1 + "Antony Blinken" "US"`, `people %1 - "Joe Biden"`,
		"kind %1 = summit", "status %1 = off", "same %1 = %2", "apart %2 = %2.1",
	}
	second := func() []*model.Meeting {
		all := pile()
		for i, a := range all {
			a.ID = fmt.Sprintf("renamed/%d", i)
			for k, r := range a.Reports {
				r.Date = r.Date.AddDays(1)
				r.People = append(r.People, model.Participant{Name: "Andriy Yermak", Party: "UA"})
				r.Evidence[0].Start += 17
				r.Evidence[0].End += 17
				if k == 0 {
					extra := *r
					extra.Date, extra.People = r.Date.AddDays(-200), []model.Participant{{Name: "Volodymyr Zelenskyy", Party: "UA"}, {Name: "Somebody Else", Party: "XX"}}
					extra.Evidence = []model.Evidence{{Field: "kind", Span: model.Span{Start: 0, End: 4}}}
					a.Reports = append(a.Reports, &extra)
				}
			}
		}
		return loader.Merge(all)
	}
	first := merged(t)
	was := map[string]bool{}
	for _, m := range first {
		was[m.ID] = true
	}
	for _, m := range second() {
		if was[m.ID] {
			t.Fatalf("%s is the same for both engines: the test shows nothing", m.ID)
		}
	}
	for _, l := range lines {
		t.Run(strings.Fields(l)[0], func(t *testing.T) {
			ms := second()
			before := brief(ms)
			got, problems := correct(t, ms, addressed(l, first))
			if len(problems) > 0 {
				t.Errorf("%q: %v", l, problems)
			}
			changed := difference(before, brief(got))
			if len(changed) == 0 {
				t.Errorf("%q changes nothing", l)
			}
			for _, line := range changed {
				if !strings.HasPrefix(line, "2024-05-21 ") && strings.Contains(l, "%1") && !strings.Contains(l, "%2") {
					t.Errorf("%q changes %s", l, line)
				}
			}
		})
	}
}

// difference lists the lines of a that b has not.
func difference(a, b string) []string {
	var out []string
	have := strings.Split(b, "\n")
	for l := range strings.SplitSeq(a, "\n") {
		if !slices.Contains(have, l) {
			out = append(out, l)
		}
	}
	return out
}

// Where the report is not told any more, no other report of the article is taken for it.
func TestApply_TakesNoOtherReportOfTheArticle(t *testing.T) {
	first := merged(t)
	all := pile()
	all[1].Reports = all[1].Reports[:1] // the call is not read any more
	_, problems := correct(t, loader.Merge(all), addressed("reject %1", first))
	if len(problems) != 1 || problems[0].Kind != store.Unresolved {
		t.Errorf("problems: %v", problems)
	}
}

// Another meeting may get the ID of the one that was meant: the article decides.
func TestApply_AnchorWinsOverID(t *testing.T) {
	ms := merged(t)
	ms[0].ID, ms[1].ID = ms[1].ID, ms[0].ID
	line := addressed("reject %0", merged(t))
	got, problems := correct(t, ms, line)
	if len(problems) > 0 || strings.Contains(brief(got), "Kallas") {
		t.Errorf("%q leaves\n%s\n%v", line, brief(got), problems)
	}
}

// The order of lines decides only between lines that contradict each other.
func TestApply_OrderOfLinesDoesNotShow(t *testing.T) {
	rnd := rand.New(rand.NewPCG(3, 4))
	ms := collection().Meetings
	var lines []store.Correction
	seen := map[string]bool{}
	for len(lines) < 400 {
		c := randomCorrection(rnd, ms)
		key := string(c.Verb) + c.Of.String() + c.Person.Name
		if c.Verb == store.Alias {
			key = c.From
		}
		if c.Verb == store.Same || c.Verb == store.Apart || !seen[key] {
			seen[key] = true
			lines = append(lines, c)
		}
	}
	// Two lines about one pair may contradict each other; all others are free.
	_, problems := store.Apply(ms, numbered(lines), loader.Unite)
	void := map[int]bool{}
	for _, p := range problems {
		if p.Kind == store.Overridden {
			void[p.Line] = true
		}
	}
	kept := lines[:0:0]
	for i, c := range lines {
		if !void[i+1] {
			kept = append(kept, c)
		}
	}
	source := regexp.MustCompile(`"line":\d+,"comment":"[^"]*"`) // of two lines that agree, the later is named
	facts := func(ms []*model.Meeting) string { return source.ReplaceAllString(listed(t, ms), "") }
	first, _ := store.Apply(ms, numbered(kept), loader.Unite)
	want := facts(first)
	for range 20 {
		rnd.Shuffle(len(kept), func(i, j int) { kept[i], kept[j] = kept[j], kept[i] })
		got, _ := store.Apply(ms, numbered(kept), loader.Unite)
		if s := facts(got); s != want {
			t.Fatalf("another order gives another result:\n%s", firstDifference(s, want))
		}
	}
}

func firstDifference(got, want string) string {
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range min(len(g), len(w)) {
		if g[i] != w[i] {
			return fmt.Sprintf("line %d\n got %s\nwant %s", i+1, g[i], w[i])
		}
	}
	return fmt.Sprintf("%d lines, want %d", len(g), len(w))
}

func numbered(lines []store.Correction) []store.Correction {
	out := slices.Clone(lines)
	for i := range out {
		out[i].File, out[i].Line = "c", i+1
	}
	return out
}

// Budget: 5,000 lines onto 100,000 meetings within 50 ms.
func BenchmarkApply(b *testing.B) {
	const meetings, lines = 100_000, 5_000
	var ms []*model.Meeting
	for i := range meetings {
		a := &model.Article{ID: fmt.Sprintf("%06d.txt", i), Text: strings.Repeat("x", 900), Content: model.Content(i + 1)}
		r := &model.Report{
			Article: a, Date: model.NewDate(2014, 1, 1).AddDays(i % 3650), Confidence: 0.9,
			People:   []model.Participant{{Name: "Volodymyr Zelenskyy", Party: "UA"}, {Name: fmt.Sprintf("Person%d Surname", i%3001), Party: "EE"}},
			Parties:  []model.Party{"EE", "UA"},
			Evidence: []model.Evidence{{Field: "kind", Span: model.Span{Start: 400, End: 403}}},
		}
		a.Reports = []*model.Report{r}
		ms = append(ms, &model.Meeting{ID: fmt.Sprintf("m-%010x", i), Date: r.Date, People: r.People, Parties: r.Parties, Reports: a.Reports, Sources: 1})
	}
	for _, gone := range []bool{false, true} {
		rnd := rand.New(rand.NewPCG(5, 6))
		var all []store.Correction
		for range lines {
			c := randomCorrection(rnd, ms)
			if c.Verb == store.Alias && c.From == "Volodymyr Zelenskyy" { // who is in every meeting is not misspelt in all
				c.From, c.To = "Person7 Surname", "Person8 Surname"
			}
			if gone { // another engine has given every meeting another ID
				c.Of.ID, c.Other.ID = "m-gone", ""
			}
			all = append(all, c)
		}
		b.Run(map[bool]string{false: "by ID", true: "by article"}[gone], func(b *testing.B) {
			for b.Loop() {
				store.Apply(ms, all, loader.Unite)
			}
			b.ReportMetric(float64(b.Elapsed().Milliseconds())/float64(b.N), "ms/op")
		})
	}
}
