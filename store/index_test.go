package store_test

import (
	"context"
	"database/sql"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"entente/loader"
	"entente/model"
	"entente/store"
)

var kills = flag.Int("kills", 50, "how often the indexing program is killed")

// plain is a reader that takes a moment and finds one report in every article.
type plain struct{ pause time.Duration }

func (p plain) Read(a *model.Article) {
	time.Sleep(p.pause)
	n := len(a.Text) / 2
	if a.Title == "" {
		a.Title = strings.TrimSpace(a.Text[:min(len(a.Text), 20)])
	}
	a.Lang, a.Published = "en", model.NewDate(2024, 5, 1+len(a.Text)%28)
	a.Zones = []model.Zone{{Span: model.Span{Start: 0, End: n}, Kind: model.ZoneBody}}
	a.Summary = []model.Span{{Start: 0, End: n}}
	a.Reports = []*model.Report{{
		Article: a, Primary: true, Date: a.Published, Kind: model.KindSummit, Status: model.StatusPlanned,
		People:  []model.Participant{{Name: "Kaja Kallas", Office: "Prime Minister", Party: "EE"}, {Name: a.Title, Party: "UA"}},
		Parties: []model.Party{"EE", "UA"}, Place: model.Place{City: "Tallinn", Host: "EE"}, Topics: []string{"grain"}, Confidence: 0.87,
		Evidence: []model.Evidence{{Field: "kind", Span: model.Span{Start: 1, End: n}, Rule: "plain", Note: "a note"}}, Trace: []string{"weighed"},
	}}
}

// folderOf writes so many articles of some words each, and returns the folder.
func folderOf(tb testing.TB, n int) string {
	tb.Helper()
	dir := filepath.Join(tb.TempDir(), "articles")
	if err := os.Mkdir(dir, 0o755); err != nil {
		tb.Fatal(err)
	}
	rnd := rand.New(rand.NewPCG(11, 12))
	for i := range n {
		write(tb, dir, fmt.Sprintf("%05d.txt", i), fmt.Sprintf("Article %d. ", i)+strings.Repeat("Talks were held in Kyiv. ", 1+rnd.IntN(40)))
	}
	write(tb, dir, "dump.jsonl", "{\"title\":\"First\",\"text\":\"Café talks in the dump.\"}\n{\"title\":\"Second\",\"text\":\"More words in the dump.\"}\n")
	write(tb, dir, "picture.png", "\x89PNG\r\n\x1a\n")
	return dir
}

func write(tb testing.TB, dir, name, s string) {
	tb.Helper()
	if err := os.WriteFile(filepath.Join(dir, name), []byte(s), 0o600); err != nil {
		tb.Fatal(err)
	}
}

type loaded struct {
	articles    []*model.Article
	known, read int
	notes       []string
}

// readWith loads a folder with its index.
func readWith(tb testing.TB, dir, engine string) loaded {
	tb.Helper()
	l, err := tryReading(dir, engine, plain{})
	if err != nil {
		tb.Fatal(err)
	}
	return l
}

func tryReading(dir, engine string, r loader.Reader) (loaded, error) {
	x, err := store.OpenIndex(context.Background(), indexOf(dir), engine)
	if err != nil {
		return loaded{}, err
	}
	res, err := loader.Load(context.Background(), []loader.Source{loader.Open(dir, nil)}, loader.Options{Reader: r, Memory: x})
	var l loaded
	if x.Finish() && err == nil { // as the program does after a load
		if err := x.Show(context.Background(), res.Articles, res.Meetings); err != nil {
			return loaded{}, err
		}
	}
	for _, a := range res.Articles {
		l.articles = append(l.articles, a.Whole())
	}
	x.Close()
	l.notes = x.Notes()
	l.known, l.read = x.Counts()
	return l, err
}

func indexOf(dir string) string { return filepath.Join(dir, "..", "cache", "x.db") }

// readWithout loads a folder as if there were no index.
func readWithout(tb testing.TB, dir string) []*model.Article {
	tb.Helper()
	res, err := loader.Load(context.Background(), []loader.Source{loader.Open(dir, nil)}, loader.Options{Reader: plain{}})
	if err != nil {
		tb.Fatal(err)
	}
	return res.Articles
}

// same tells that the index gives what reading gives.
func same(tb testing.TB, name string, got, want []*model.Article) {
	tb.Helper()
	if len(got) != len(want) {
		tb.Errorf("%s: %d articles, want %d", name, len(got), len(want))
		return
	}
	for i := range got {
		if !reflect.DeepEqual(got[i], want[i]) {
			tb.Errorf("%s: %s is\n%+v\nwant\n%+v", name, want[i].ID, *got[i], *want[i])
			return
		}
	}
}

func sound(tb testing.TB, dir string) store.IndexState {
	tb.Helper()
	s, err := store.CheckIndex(context.Background(), indexOf(dir))
	if err != nil || len(s.Faults) > 0 {
		tb.Errorf("the index: %v, faults %v", err, s.Faults)
	}
	return s
}

// The pages are large, and the journal is the one that lets others read: the order in which the driver is told of both counts.
func TestIndex_Pages(t *testing.T) {
	dir := folderOf(t, 1)
	readWith(t, dir, "one")
	db := must(sql.Open("sqlite", "file:"+indexOf(dir)+"?mode=ro"))
	defer db.Close()
	var size int
	var journal string
	const ask = "SELECT (SELECT page_size FROM pragma_page_size), (SELECT journal_mode FROM pragma_journal_mode)"
	if err := db.QueryRowContext(t.Context(), ask).Scan(&size, &journal); err != nil {
		t.Fatal(err)
	}
	if size != 16384 || journal != "wal" {
		t.Errorf("pages of %d bytes, journal %s", size, journal)
	}
}

func TestIndex_OnlyWhatChangedIsReadAgain(t *testing.T) {
	dir := folderOf(t, 30)
	path := filepath.Join(dir, "00003.txt")
	old := time.Unix(1e9, 0)
	for _, step := range []struct {
		name, engine string
		do           func()
		known, read  int
	}{
		{"from nothing", "one", func() {}, 0, 32},
		{"unchanged", "one", func() {}, 32, 0},
		{"one changed", "one", func() { write(t, dir, "00003.txt", "Another text about talks.") }, 31, 1},
		{"only touched", "one", func() { _ = os.Chtimes(path, old, old) }, 32, 0},
		{"as touched", "one", func() {}, 32, 0},
		{"changed, of the same size and another day", "one", func() { write(t, dir, "00003.txt", "Another text about walks.") }, 31, 1},
		{"one added", "one", func() { write(t, dir, "new.txt", "A new text.") }, 32, 1},
		{"one removed", "one", func() { _ = os.Remove(path) }, 32, 0},
		{"one renamed", "one", func() { _ = os.Rename(filepath.Join(dir, "new.txt"), path) }, 31, 1},
		{"another engine", "two", func() {}, 0, 32},
		{"and again", "two", func() {}, 32, 0},
	} {
		step.do()
		got := readWith(t, dir, step.engine)
		if got.known != step.known || got.read != step.read {
			t.Errorf("%s: %d files known and %d read, want %d and %d", step.name, got.known, got.read, step.known, step.read)
		}
		if said := len(got.notes) > 0; said != (step.name == "another engine") {
			t.Errorf("%s: it says %q", step.name, got.notes)
		}
		same(t, step.name, got.articles, readWithout(t, dir))
		if s := sound(t, dir); s.Files != step.known+step.read || s.Articles != len(got.articles) {
			t.Errorf("%s: the index holds %+v", step.name, s)
		}
	}
}

// The collection itself, with its own engine: what comes out of the index is what the engine said, to the byte.
func TestIndex_GivesTheCollectionBack(t *testing.T) {
	x, err := store.OpenIndex(context.Background(), filepath.Join(t.TempDir(), "x.db"), "e")
	if err != nil {
		t.Fatal(err)
	}
	all := collection().Articles
	for i, a := range all {
		x.Keep(a.ID, model.Stamp{Size: int64(i), Modified: 1}, []*model.Article{a}, "")
	}
	x.Close()
	if x, err = store.OpenIndex(context.Background(), x.Path, "e"); err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	var back []*model.Article
	for i, a := range all {
		got, _, ok := x.Recall(a.ID, model.Stamp{Size: int64(i), Modified: 1}, nil)
		if !ok || len(got) != 1 {
			t.Fatalf("%s is not known", a.ID)
		}
		if !reflect.DeepEqual(got[0], a) {
			t.Fatalf("%s came back as\n%+v\nwant\n%+v", a.ID, *got[0], *a)
		}
		back = append(back, got[0])
	}
	if got, want := listed(t, loader.Merge(back)), listed(t, collection().Meetings); got != want {
		t.Errorf("the meetings differ: %s", firstDifference(got, want))
	}
}

// The tables are documented, so that other tools can ask them.
func TestIndex_AnswersSQL(t *testing.T) {
	dir := folderOf(t, 5)
	readWith(t, dir, "e")
	db := must(sql.Open("sqlite", "file:"+indexOf(dir)+"?mode=ro"))
	defer db.Close()
	for query, want := range map[string]string{
		"SELECT count(*) || ' ' || max(n) FROM reports WHERE host = 'EE' AND status = 'planned'":                                                        "7 1",
		"SELECT group_concat(DISTINCT json_extract(p.value, '$.name')) FROM reports, json_each(people) p WHERE json_extract(p.value, '$.party') = 'EE'": "Kaja Kallas",
		"SELECT f.skipped FROM files f WHERE f.path = 'picture.png'":                                                                                    "is an image",
		"SELECT b.text FROM bodies b JOIN articles a ON a.id = b.article WHERE a.path = 'dump.jsonl' AND a.record = 2":                                  "More words in the dump.",
		"SELECT count(*) FROM words WHERE words MATCH 'kyiv'":                                                                                           "5",
	} {
		var got string
		if err := db.QueryRowContext(t.Context(), query).Scan(&got); err != nil || got != want {
			t.Errorf("%s: %q, %v; want %q", query, got, err, want)
		}
	}
}

func TestIndex_Damaged(t *testing.T) {
	for _, c := range []struct {
		name string
		harm func(t *testing.T, path string)
		says string
	}{
		{"deleted", func(_ *testing.T, path string) { _ = os.Remove(path) }, ""},
		{"emptied", func(_ *testing.T, path string) { _ = os.Truncate(path, 0) }, ""},
		{"cut", func(_ *testing.T, path string) { _ = os.Truncate(path, 10_000) }, "damaged"},
		{"no database", func(_ *testing.T, path string) {
			_ = os.WriteFile(path, []byte(strings.Repeat("rubbish ", 2000)), 0o600)
		}, "damaged"},
		{"a page of zeros", func(t *testing.T, path string) {
			t.Helper()
			overwrite(t, path, 16384, make([]byte, 16384))
		}, "damaged"},
		{"a tail of rubbish", func(t *testing.T, path string) {
			t.Helper()
			info := must(os.Stat(path))
			overwrite(t, path, info.Size()/2, []byte(strings.Repeat("\xff", int(info.Size()/2))))
		}, "damaged"},
		{"a reading changed", func(t *testing.T, path string) {
			t.Helper()
			db := must(sql.Open("sqlite", "file:"+path))
			defer db.Close()
			must(db.ExecContext(t.Context(), "UPDATE articles SET reading = replace(reading, 'Kallas', 'Callas') WHERE id = 2"))
		}, ""},
		{"a text cut", func(t *testing.T, path string) {
			t.Helper()
			db := must(sql.Open("sqlite", "file:"+path))
			defer db.Close()
			must(db.ExecContext(t.Context(), "UPDATE bodies SET text = substr(text, 1, 3) WHERE article = 2"))
		}, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := folderOf(t, 60)
			want := readWith(t, dir, "e").articles
			c.harm(t, indexOf(dir))
			first := readWith(t, dir, "e")
			if c.says == "" && strings.HasPrefix(c.name, "a ") { // found when the article is looked at: it is read again the next time
				if a := first.articles[1]; a.ID != want[1].ID || a.Title != want[1].Title || a.Text != "" {
					t.Errorf("with the damage: %+v", *a)
				}
				first.articles[1] = want[1]
			}
			same(t, "with the damage", first.articles, want)
			if s := strings.Join(first.notes, "; "); !strings.Contains(s, c.says) || c.says == "" && s != "" {
				t.Errorf("it says %q", s)
			}
			second := readWith(t, dir, "e") // made anew by now, at the latest
			same(t, "the time after", second.articles, want)
			third := readWith(t, dir, "e")
			if same(t, "and after that", third.articles, want); third.known != 62 {
				t.Errorf("%d of 62 files are known again", third.known)
			}
			sound(t, dir)
		})
	}
}

func overwrite(t *testing.T, path string, at int64, b []byte) {
	t.Helper()
	f := must(os.OpenFile(path, os.O_RDWR, 0))
	defer f.Close()
	must(f.WriteAt(b, at))
}

// Another program's database is never touched, whatever it is called.
func TestIndex_LeavesOthersAlone(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.db")
	db := must(sql.Open("sqlite", "file:"+path))
	must(db.ExecContext(t.Context(), "CREATE TABLE theirs(x)"))
	_ = db.Close()
	before := must(os.ReadFile(path))
	if _, err := store.OpenIndex(t.Context(), path, "e"); err == nil || !strings.Contains(err.Error(), "another program") {
		t.Errorf("it was opened: %v", err)
	}
	db = must(sql.Open("sqlite", "file:"+path))
	defer db.Close()
	var n int
	if err := db.QueryRowContext(t.Context(), "SELECT count(*) FROM sqlite_schema").Scan(&n); err != nil || n != 1 {
		t.Errorf("%d tables, %v; it was %d bytes", n, err, len(before))
	}
}

// Two programs, and two parts of one, read the same folder at the same time.
func TestIndex_TwoProgramsAtOnce(t *testing.T) {
	dir := folderOf(t, 100)
	want := readWithout(t, dir)
	child := second(t, "index", dir, "STORE_TEST_COUNT=3")
	if err := child.Start(); err != nil {
		t.Fatal(err)
	}
	var wg sync.WaitGroup
	for range 2 {
		wg.Go(func() {
			for range 3 {
				l, err := tryReading(dir, "e", plain{})
				if err != nil {
					t.Error(err)
					return
				}
				if len(l.notes) > 0 {
					t.Errorf("it says %q", l.notes)
				}
				same(t, "beside another", l.articles, want)
			}
		})
	}
	wg.Wait()
	if err := child.Wait(); err != nil {
		t.Error(err)
	}
	if s := sound(t, dir); s.Files != 102 || s.Articles != 102 {
		t.Errorf("the index holds %+v", s)
	}
}

// indexForever is the second program: it reads a folder into its index, again and again with another engine.
func indexForever(dir string) {
	rounds := 1_000_000
	_, _ = fmt.Sscan(os.Getenv("STORE_TEST_COUNT"), &rounds)
	engine := os.Getenv("STORE_TEST_ENGINE")
	for i := range rounds {
		e := "e"
		if engine != "" {
			e = fmt.Sprint(engine, i)
		}
		if _, err := tryReading(dir, e, plain{}); err != nil {
			panic(err)
		}
	}
}

// A program that is killed at any moment leaves an index that is sound, and the
// next program finishes what it began.
func TestIndex_Killed(t *testing.T) {
	dir := folderOf(t, 120)
	want := readWithout(t, dir)
	rnd := rand.New(rand.NewPCG(13, 14))
	if testing.Short() {
		*kills = min(*kills, 5)
	}
	for n := range *kills {
		c := second(t, "index", dir, fmt.Sprintf("STORE_TEST_ENGINE=round %d.", n)) // which reads everything anew each time
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Duration(20+rnd.IntN(400)) * time.Millisecond)
		if err := c.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		_ = c.Wait()
		if _, err := os.Stat(indexOf(dir)); err == nil && n%4 == 0 {
			if s, err := store.CheckIndex(t.Context(), indexOf(dir)); err == nil && len(s.Faults) > 0 {
				t.Fatalf("kill %d: %v", n, s.Faults)
			}
		}
	}
	l := readWith(t, dir, "after")
	for _, s := range l.notes {
		if strings.Contains(s, "damaged") {
			t.Errorf("it says %q", s)
		}
	}
	same(t, "after all that", l.articles, want)
	again := readWith(t, dir, "after")
	if same(t, "and again", again.articles, want); again.known != 122 {
		t.Errorf("%d of 122 files are known", again.known)
	}
	sound(t, dir)
}

// A program of another version makes the index anew while this one is at it:
// what this one reads must never pass for what the other read.
func TestIndex_AnotherVersionMeanwhile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.db")
	ctx := t.Context()
	one := must(store.OpenIndex(ctx, path, "one"))
	two := must(store.OpenIndex(ctx, path, "two"))
	stamp := model.Stamp{Size: 1, Modified: 1}
	two.Keep("b", stamp, []*model.Article{{ID: "b", Path: "b", Title: "By two"}}, "")
	two.Close()
	if _, _, ok := one.Recall("b", stamp, nil); ok {
		t.Error("one takes over what two read")
	}
	one.Keep("a", stamp, []*model.Article{{ID: "a", Path: "a", Title: "By one"}}, "")
	one.Close()
	if s := strings.Join(one.Notes(), "; "); !strings.Contains(s, "another version of entente has made it anew") {
		t.Errorf("one says %q", s)
	}
	again := must(store.OpenIndex(ctx, path, "two"))
	defer again.Close()
	if _, _, ok := again.Recall("a", stamp, nil); ok {
		t.Error("two takes over what one read")
	}
	if _, _, ok := again.Recall("b", stamp, nil); !ok {
		t.Error("what two read is lost")
	}
}

// Where nothing can be kept the articles are read all the same.
func TestIndex_NoPlace(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "file", "")
	if _, err := store.OpenIndex(t.Context(), filepath.Join(dir, "file", "x.db"), "e"); err == nil {
		t.Error("an index below a file was opened")
	}
	t.Setenv("XDG_CACHE_HOME", "relative")
	t.Setenv("HOME", "")
	t.Setenv("USERPROFILE", "")
	if _, err := store.NewCollection(nil).IndexPath(); err == nil {
		t.Error("there is a place for an index without a home")
	}
}

// An article whose texts stand under two names has one content.
func TestIndex_Identity(t *testing.T) {
	dir := folderOf(t, 3)
	raw := must(os.ReadFile(filepath.Join(dir, "00001.txt")))
	write(t, dir, "copy.txt", strings.ReplaceAll(string(raw), ". ", ".\n"))
	l := readWith(t, dir, "e")
	i := slices.IndexFunc(l.articles, func(a *model.Article) bool { return a.ID == "copy.txt" })
	j := slices.IndexFunc(l.articles, func(a *model.Article) bool { return a.ID == "00001.txt" })
	if i >= 0 && j >= 0 && l.articles[i].Content != l.articles[j].Content {
		t.Error("the copy has another content")
	}
	if s := sound(t, dir); s.Distinct != 5 {
		t.Errorf("%d different articles, want 5", s.Distinct)
	}
}
