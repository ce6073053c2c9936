package loader_test

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"

	"entente/articles"
	"entente/loader"
	"entente/loader/extract"
	"entente/loader/gazetteer"
	"entente/model"
	"entente/text"
)

// What the collection must show of what is known. The floors stand where the
// reader is: they go up with it, never down.
const (
	floorFound  = 99 // per cent of the rows with the right day, kind and people
	floorMerged = 95 // per cent of pairs of articles about one encounter that are joined
	mostUnknown = 0
	mostWrongly = 0
)

// row is a meeting that is known to have been held.
type row struct {
	date, end model.Date
	kind      model.Kind
	place     model.Place
	people    []string
	parties   []string
	articles  []string
}

func (r row) String() string {
	return r.date.String() + " " + r.kind.String() + " " + strings.Join(r.people, ", ")
}

func known(t *testing.T) []row {
	t.Helper()
	raw, err := os.ReadFile("testdata/collection.tsv")
	if err != nil {
		t.Fatal(err)
	}
	var out []row
	for line := range strings.SplitSeq(strings.TrimSpace(string(raw)), "\n") {
		c := strings.Split(line, "\t")
		if strings.HasPrefix(line, "#") || c[0] == "date" {
			continue
		}
		out = append(out, row{
			date: dateOf(t, c[0]), end: dateOf(t, c[1]), kind: kindOf(t, c[2]), place: model.Place{City: c[3], Host: model.Party(c[4])},
			people: strings.Split(c[5], ";"), parties: strings.Split(c[6], ";"), articles: strings.Split(c[7], ";"),
		})
	}
	return out
}

// collection reads the embedded articles as the program does.
func collection(t *testing.T) loader.Result {
	t.Helper()
	names := gazetteer.Default()
	return load(t, loader.Options{Reader: extract.New(names), Merge: loader.Merge, Names: names},
		loader.Source{Name: "the collection", FS: articles.FS, Root: "."})
}

// nameWords brings the spellings of one name together.
func nameWords(s string) []string {
	return strings.FieldsFunc(strings.ReplaceAll(text.Fold(s), "'", ""), func(r rune) bool { return !unicode.IsLetter(r) })
}

// samePerson tells that one of two names is a shorter form of the other: no family name
// behind the patronymic, no ‘King’ before the name.
func samePerson(a, b string) bool {
	x, y := nameWords(a), nameWords(b)
	if len(x) > len(y) {
		x, y = y, x
	}
	return slices.Equal(x, y) || len(x) >= 2 && !slices.ContainsFunc(x, func(w string) bool { return !slices.Contains(y, w) })
}

// listed counts how many people of the row the meeting has.
func listed(m *model.Meeting, want []string) int {
	n := 0
	for _, w := range want {
		if slices.ContainsFunc(m.People, func(p model.Participant) bool { return samePerson(p.Name, w) }) {
			n++
		}
	}
	return n
}

func (r row) heldOn(m *model.Meeting) bool {
	return m.Date == r.date || !r.end.IsZero() && m.Date == r.end
}

// parts returns the meetings that together are a row: the facts have a visit to two hosts of one country, such as
// president and prime minister, in one row, and the article tells that they received the guest one after the other.
func (r row) parts(all []*model.Meeting, taken map[*model.Meeting]bool) []*model.Meeting {
	distinct := slices.Compact(slices.Sorted(slices.Values(r.parties)))
	if r.kind != model.KindMeeting || len(r.people) < 3 || len(distinct) != 2 {
		return nil
	}
	var out []*model.Meeting
	covered := map[string]bool{}
	for _, m := range all {
		if taken[m] || m.Status != model.StatusHeld || !r.heldOn(m) || m.Kind != r.kind || m.Place.Host != r.place.Host || listed(m, r.people) != len(m.People) || len(m.People) < 2 {
			continue
		}
		out = append(out, m)
		for _, w := range r.people {
			if listed(m, []string{w}) > 0 {
				covered[w] = true
			}
		}
	}
	if len(out) < 2 || len(covered) != len(r.people) {
		return nil
	}
	return out
}

// hasPart tells that a meeting may be one of those that a row has in one: another article told of all its people together.
func (r row) hasPart(m *model.Meeting) bool {
	distinct := slices.Compact(slices.Sorted(slices.Values(r.parties)))
	return len(r.people) >= 3 && len(distinct) == 2 && len(m.People) >= 2 && r.heldOn(m) && m.Kind == r.kind && listed(m, r.people) == len(m.People)
}

func TestCollection_MeetingsAgainstTheFacts(t *testing.T) {
	res, rows := collection(t), known(t)
	taken := map[*model.Meeting]bool{}
	found, place := 0, 0
	var open []row
	for _, r := range rows { // exact ones first, so that no near one takes their place
		hit := slices.IndexFunc(res.Meetings, func(m *model.Meeting) bool {
			return !taken[m] && m.Status == model.StatusHeld && r.heldOn(m) && m.Kind == r.kind && len(m.People) == len(r.people) && listed(m, r.people) == len(r.people)
		})
		if hit < 0 {
			open = append(open, r)
			continue
		}
		found++
		m := res.Meetings[hit]
		taken[m] = true
		if m.Place.Host == r.place.Host && slices.Equal(nameWords(m.Place.City), nameWords(r.place.City)) {
			place++
		} else {
			t.Logf("place: %s: %s %s, want %s %s (%s)", r, m.Place.City, m.Place.Host, r.place.City, r.place.Host, m.Reports[0].Article.ID)
		}
	}
	for _, r := range open {
		if parts := r.parts(res.Meetings, taken); parts != nil {
			found++
			place++
			for _, m := range parts {
				taken[m] = true
			}
			t.Logf("in parts: %s: %d meetings", r, len(parts))
			continue
		}
		var near *model.Meeting
		for _, m := range res.Meetings {
			if taken[m] || !slices.ContainsFunc(m.Reports, func(p *model.Report) bool { return slices.Contains(r.articles, p.Article.ID) }) {
				continue
			}
			if near == nil || listed(m, r.people) > listed(near, r.people) {
				near = m
			}
		}
		if near == nil {
			t.Logf("missed: %s (%s)", r, r.articles[0])
			continue
		}
		taken[near] = true
		t.Logf("differs: %s: read %s %s %s %v (%s)", r, near.Date, near.Kind, near.Status, peopleOf(near), near.Reports[0].Article.ID)
	}
	unknown := 0
	for _, m := range res.Meetings {
		if !taken[m] && m.Status == model.StatusHeld && !slices.ContainsFunc(rows, func(r row) bool { return r.hasPart(m) }) {
			unknown++
			t.Logf("unknown: %s %s %s %v (%s)", m.Date, m.Kind, m.Status, peopleOf(m), m.Reports[0].Article.ID)
		}
	}
	t.Logf("%d of %d rows found (%.1f %%), %d of them with the right place; %d held meetings that the facts do not know", found, len(rows),
		100*float64(found)/float64(len(rows)), place, unknown)
	if found*100 < floorFound*len(rows) {
		t.Errorf("%d of %d rows found, want %d %%", found, len(rows), floorFound)
	}
	if unknown > mostUnknown {
		t.Errorf("%d held meetings that the facts do not know, want at most %d", unknown, mostUnknown)
	}
}

func peopleOf(m *model.Meeting) []string {
	out := make([]string, 0, len(m.People))
	for _, p := range m.People {
		out = append(out, p.Name)
	}
	return out
}

// What a user sees first: enough meetings in every month, with topics and summaries, in any order of reading.
func TestCollection_Browsing(t *testing.T) {
	const leastMeetings, leastParties, months = 310, 60, 24
	res := collection(t)
	covered, parties := map[model.Date]bool{}, map[model.Party]bool{}
	topics := 0
	for _, m := range res.Meetings {
		if m.Date.Year == 2023 || m.Date.Year == 2024 {
			covered[m.Date.MonthOf()] = true
		}
		for _, p := range m.Parties {
			parties[p] = true
		}
		if len(m.Topics) > 0 {
			topics++
		}
	}
	if len(res.Meetings) < leastMeetings || len(covered) != months || len(parties) < leastParties {
		t.Errorf("%d meetings in %d months with %d parties, want %d, %d and %d", len(res.Meetings), len(covered), len(parties), leastMeetings, months, leastParties)
	}
	if topics*100 < len(res.Meetings)*85 {
		t.Errorf("%d of %d meetings have topics, want 85 %%", topics, len(res.Meetings))
	}
	for _, a := range res.Articles {
		if n := len(a.Summary); n < 2 || n > 4 {
			t.Errorf("%s: a summary of %d sentences", a.ID, n)
		}
	}
	want := fmt.Sprint(shown(res.Meetings))
	slices.Reverse(res.Articles)
	if fmt.Sprint(shown(loader.Merge(res.Articles))) != want {
		t.Error("another order of the articles gives other meetings")
	}
}

// Two articles belong together when the facts know a meeting of which both tell.
func TestCollection_PairsOfArticles(t *testing.T) {
	res := collection(t)
	type pair struct{ a, b string }
	pairs := func(ids []string) (out []pair) {
		ids = slices.Compact(slices.Sorted(slices.Values(ids)))
		for i, a := range ids {
			for _, b := range ids[i+1:] {
				out = append(out, pair{a, b})
			}
		}
		return out
	}
	want, got := map[pair]bool{}, map[pair]bool{}
	for _, r := range known(t) {
		for _, p := range pairs(r.articles) {
			want[p] = true
		}
	}
	for _, m := range res.Meetings {
		var ids []string
		for _, r := range m.Reports {
			ids = append(ids, r.Article.ID)
		}
		for _, p := range pairs(ids) {
			got[p] = true
			if !want[p] {
				t.Logf("joined wrongly: %s %s", p.a, p.b)
			}
		}
	}
	right := 0
	for p := range want {
		if got[p] {
			right++
		} else {
			t.Logf("left apart: %s %s", p.a, p.b)
		}
	}
	t.Logf("%d of %d pairs joined, %d wrongly", right, len(want), len(got)-right)
	if right*100 < floorMerged*len(want) || len(got)-right > mostWrongly {
		t.Errorf("%d of %d pairs joined and %d wrongly, want %d %% and at most %d", right, len(want), len(got)-right, floorMerged, mostWrongly)
	}
}

// Every file is an article with its pages named, and together they stay small and cover both years.
func TestCollection_Articles(t *testing.T) {
	const (
		leastFiles = 350
		mostBytes  = 1_500_000
		months     = 24
	)
	files, size := 0, 0
	err := fs.WalkDir(articles.FS, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		if ok, _ := filepath.Match("20[0-9][0-9]/20[0-9][0-9]-[01][0-9]-[0-3][0-9]-*.md", path); !ok {
			t.Errorf("%s: the name is not day and people", path)
		}
		raw, err := fs.ReadFile(articles.FS, path)
		files++
		size += len(raw)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	res := collection(t)
	if files < leastFiles || len(res.Articles) != files || size > mostBytes {
		t.Errorf("%d articles of %d files with %d bytes, want at least %d and at most %d bytes", len(res.Articles), files, size, leastFiles, mostBytes)
	}
	covered := map[model.Date]bool{}
	for _, a := range res.Articles {
		if a.Title == "" || a.Published.Precision() != model.PrecisionDay || a.Byline == "" || len(a.Sources) == 0 {
			t.Errorf("%s: title %q, published %q, byline %q, %d sources", a.ID, a.Title, a.Published, a.Byline, len(a.Sources))
		}
		for _, s := range a.Sources {
			if s.Outlet == "" || !strings.HasPrefix(s.URL, "http") {
				t.Errorf("%s: source %q %q", a.ID, s.Outlet, s.URL)
			}
		}
		if day := dateOf(t, filepath.Base(a.ID)[:10]); day.Year == 2023 || day.Year == 2024 {
			covered[day.MonthOf()] = true
		}
	}
	if len(covered) != months {
		t.Errorf("articles of %d months, want %d", len(covered), months)
	}
}

// runLength is how many words in a row two articles may not share: longer runs are copied, not met by chance.
const runLength = 8

func TestCollection_NoSharedRuns(t *testing.T) {
	seen := map[string]string{}
	check := func(id, body string) {
		words := strings.FieldsFunc(text.Fold(body), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '\'' })
		for i := 0; i+runLength <= len(words); i++ {
			run := strings.Join(words[i:i+runLength], " ")
			if other, ok := seen[run]; ok && other != id {
				t.Errorf("%s and %s share %q", id, other, run)
				return
			}
			seen[run] = id
		}
	}
	others, err := filepath.Glob("../../shared/articles/*.txt") // beside the project where it is developed; none elsewhere
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range others {
		raw, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		words := strings.Fields(string(raw))
		check(path, strings.Join(words, " "))
	}
	for _, a := range collection(t).Articles {
		check(a.ID, a.Title)
		check(a.ID, a.Text)
	}
}

// Articles that were written by others, about meetings that the collection knows, join those meetings. They lie beside
// the project where it is developed and are not part of it.
func TestCollection_OthersArticlesJoin(t *testing.T) {
	const beside = "../../shared/articles"
	if _, err := os.Stat(beside); err != nil {
		t.Skip("no articles beside the project")
	}
	names := gazetteer.Default()
	res := load(t, loader.Options{Reader: extract.New(names), Merge: loader.Merge, Names: names},
		loader.Source{Name: "the collection", FS: articles.FS, Root: "."}, loader.Source{Name: beside, FS: os.DirFS(beside), Root: "."})
	const want = 4 // the fifth tells of gatherings on three days and names another one than the collection does
	joined := 0
	for _, m := range res.Meetings {
		own, others := 0, 0
		for _, r := range m.Reports {
			if strings.HasSuffix(r.Article.ID, ".txt") {
				others++
			} else {
				own++
			}
		}
		if own > 0 && others > 0 {
			joined++
			t.Logf("%s %v: %d reports", m.Date, peopleOf(m), len(m.Reports))
		}
	}
	if joined != want {
		t.Errorf("%d meetings of the collection have another's report, want %d", joined, want)
	}
}
