package loader_test

import (
	"fmt"
	"hash/fnv"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"entente/articles"
	"entente/loader"
	"entente/loader/extract"
	"entente/loader/gazetteer"
	"entente/model"
)

// plainTexts are the labelled plain texts by id.
func plainTexts(t *testing.T) map[string]string {
	t.Helper()
	files, err := filepath.Glob(goldFolder + "/articles/text/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal(len(files), err)
	}
	out := map[string]string{}
	for _, path := range files {
		raw, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		out["text/"+filepath.Base(path)] = strings.ReplaceAll(string(raw), "\r\n", "\n")
	}
	return out
}

// readAll reads texts as files.
func readAll(t *testing.T, texts map[string]string) map[string]reading {
	t.Helper()
	files := fstest.MapFS{}
	for id, s := range texts {
		files[id] = file(s)
	}
	res := load(t, loader.Options{Reader: extract.New(gazetteer.Default())}, folder("texts", files))
	out := map[string]reading{}
	for _, a := range res.Articles {
		out[a.ID] = readingOf(a)
	}
	if len(out) != len(texts) {
		t.Fatalf("%d articles of %d texts", len(out), len(texts))
	}
	return out
}

// gist is a reading without what a change of wording may change: which of two encounters is told first.
func gist(r reading) string {
	var events []string
	for _, e := range r.Events {
		people, parties := slices.Sorted(slices.Values(e.People)), slices.Sorted(slices.Values(e.Parties))
		events = append(events, fmt.Sprintf("%s %s %s %v %v %s %s", e.Date, e.Kind, e.Status, people, parties, e.City, e.Host))
	}
	slices.Sort(events)
	return r.Published + "\n\t" + strings.Join(events, "\n\t")
}

// furniture of pages, in front of an article and behind it.
const (
	menuAbove = "Home | World | Politics | Business | Opinion | Sport\nSubscribe to our newsletter\nSkip to main content\n\n"
	tailBelow = "\n\nRead also:\n• Steinmeier meets Mattarella in Rome on 3 March 2019\n• Grain prices rise again\n\nShare this article\nFacebook | X | Telegram | WhatsApp\n" +
		"Comments (3)\nAll rights reserved.\n"
)

const monthNames = `January|February|March|April|May|June|July|August|September|October|November|December`

var (
	dayMonthYear = regexp.MustCompile(`\b([1-9]|[12][0-9]|3[01]) (` + monthNames + `) (20[0-9][0-9])\b`)
	monthDayYear = regexp.MustCompile(`\b(` + monthNames + `) ([1-9]|[12][0-9]|3[01]), (20[0-9][0-9])\b`)
	zelensky     = regexp.MustCompile(`\bZelensk(yy|yi|iy|y|i)\b`)
	erdogan      = regexp.MustCompile(`\bErdo[gğ]an\b`)
)

// otherStyle writes full dates the other way round: 24 April 2023, April 24, 2023.
func otherStyle(s string) string {
	s = monthDayYear.ReplaceAllString(s, "\x00$2 $1 $3")
	s = dayMonthYear.ReplaceAllStringFunc(s, func(m string) string {
		p := dayMonthYear.FindStringSubmatch(m)
		return p[2] + " " + p[1] + ", " + p[3]
	})
	// What was month first before must not be turned back.
	return regexp.MustCompile(`\x00(`+monthNames+`) ([0-9]+), (20[0-9][0-9])`).ReplaceAllString(s, "$2 $1 $3")
}

// wrapAt breaks lines at a width, as mail and old terminals do.
func wrapAt(s string, width int) string {
	var out strings.Builder
	for line := range strings.Lines(s) {
		at := 0
		for i, w := range strings.Fields(line) {
			if i > 0 {
				if at+1+len(w) > width {
					out.WriteByte('\n')
					at = 0
				} else {
					out.WriteByte(' ')
					at++
				}
			}
			out.WriteString(w)
			at += len(w)
		}
		out.WriteByte('\n')
	}
	return out.String()
}

// What changes an article's looks and not what it says must not change what is read.
func TestMetamorphic_LooksDoNotMatter(t *testing.T) {
	if testing.Short() {
		t.Skip("reads every text eleven times over: workers and order are tried below")
	}
	texts := plainTexts(t)
	before := readAll(t, texts)
	for _, c := range []struct {
		name   string
		change func(string) string
		most   int // articles that may be read differently
	}{
		{"lines end with CRLF", func(s string) string { return strings.ReplaceAll(s, "\n", "\r\n") }, 0},
		{"blanks at the ends of lines", func(s string) string { return strings.ReplaceAll(s, "\n", "  \n") }, 0},
		{"furniture behind", func(s string) string { return s + tailBelow }, 0},
		{"furniture in front", func(s string) string { return menuAbove + s }, 0},
		{"lines wrapped at 72", func(s string) string { return wrapAt(s, 72) }, 2},
		{"dates the other way round", otherStyle, 0},
		{"Zelenskyy", func(s string) string { return zelensky.ReplaceAllString(s, "Zelenskyy") }, 0},
		{"Zelenskiy", func(s string) string { return zelensky.ReplaceAllString(s, "Zelenskiy") }, 0},
		{"Selenskyj", func(s string) string { return zelensky.ReplaceAllString(s, "Selenskyj") }, 0},
		{"Erdoğan", func(s string) string { return erdogan.ReplaceAllString(s, "Erdoğan") }, 0},
		{"Erdogan", func(s string) string { return erdogan.ReplaceAllString(s, "Erdogan") }, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			changed := map[string]string{}
			for id, s := range texts {
				changed[id] = c.change(s)
			}
			after := readAll(t, changed)
			n := 0
			for _, id := range slices.Sorted(mapKeys(texts)) {
				if a, b := gist(before[id]), gist(after[id]); a != b {
					n++
					t.Logf("%s:\n\t%s\n  became\n\t%s", id, a, b)
				}
			}
			if n > c.most {
				t.Errorf("%d articles are read differently, want at most %d", n, c.most)
			}
		})
	}
}

func mapKeys(m map[string]string) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		for k := range m {
			if !yield(k) {
				return
			}
		}
	}
}

// account writes down all that was read and merged, so that two loads can be compared.
func account(res loader.Result) string {
	var b strings.Builder
	for _, a := range res.Articles {
		fmt.Fprintf(&b, "%s %s %v\n", a.ID, a.Title, a.Summary)
		for _, r := range a.Reports {
			fmt.Fprintf(&b, "\t%v %v %v %v %v %v %v %v\n", r.Date, r.Kind, r.Status, r.People, r.Place, r.Topics, r.Confidence, r.Evidence)
		}
	}
	for _, m := range res.Meetings {
		fmt.Fprintf(&b, "%s %v %v %v %v %v %v %d:", m.ID, m.Date, m.Kind, m.Status, m.People, m.Place, m.Conflicts, m.Sources)
		for _, r := range m.Reports {
			b.WriteString(" " + r.Article.ID)
		}
		b.WriteString("\n")
	}
	return b.String()
}

func TestMetamorphic_WorkersDoNotMatter(t *testing.T) {
	names := gazetteer.Default()
	read := func(workers int) string {
		return account(load(t, loader.Options{Reader: extract.New(names), Merge: loader.Merge, Names: names, Workers: workers},
			loader.Source{Name: "gold", FS: os.DirFS(goldFolder), Root: "articles"}, loader.Source{Name: "the collection", FS: articles.FS, Root: "."}))
	}
	one, eight := read(1), read(8)
	if one != eight {
		a, b := strings.Split(one, "\n"), strings.Split(eight, "\n")
		for i := range min(len(a), len(b)) {
			if a[i] != b[i] {
				t.Fatalf("one worker and eight differ first in\n%s\n%s", a[i], b[i])
			}
		}
		t.Fatal("one worker and eight differ in length")
	}
}

// The order in which articles come does not matter to what is merged of them.
func TestMetamorphic_OrderDoesNotMatter(t *testing.T) {
	res := readGoldOnce(t)
	want := account(loader.Result{Meetings: res.Meetings})
	for seed := range 5 {
		shuffled := slices.Clone(res.Articles)
		slices.SortFunc(shuffled, func(a, b *model.Article) int { return int(hashOf(a.ID, seed)%1000) - int(hashOf(b.ID, seed)%1000) })
		if got := account(loader.Result{Meetings: loader.Merge(shuffled)}); got != want {
			t.Errorf("order %d: merged differently", seed)
		}
	}
}

func hashOf(s string, seed int) uint32 {
	h := fnv.New32a()
	fmt.Fprintf(h, "%d %s", seed, s)
	return h.Sum32()
}

// Somebody new in office must not make the reader blind: with a third of the people unknown to
// the tables, title and name still tell most of them.
func TestMetamorphic_PeopleWhomNoTableKnows(t *testing.T) {
	if testing.Short() {
		t.Skip("reads every labelled text four times over for a mean: workers are tried above")
	}
	const mostLost = 14 // points of F1, on average over the draws; 8 is the aim
	want := goldLabels(t)
	all := func(string) bool { return true }
	full := evaluate(want, readGoldOnce(t), all)
	const draws = 3
	lost := 0.0
	for seed := range draws {
		g := gazetteer.Default().Without(func(p *gazetteer.Person) bool { return hashOf(p.Name, seed)%3 == 0 })
		part := evaluate(want, readGold(t, g), all)
		t.Logf("draw %d: %d of %d people known, F1 %.1f instead of %.1f", seed, len(g.People), len(gazetteer.Default().People), 100*part.Primary.Participants.F1, 100*full.Primary.Participants.F1)
		lost += 100 * (full.Primary.Participants.F1 - part.Primary.Participants.F1) / draws
	}
	if lost > mostLost {
		t.Errorf("F1 of people falls by %.1f points, want at most %d", lost, mostLost)
	}
}
