package store_test

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"entente/loader"
	"entente/model"
	"entente/store"
)

// What is remembered and read back is no news, of everything inside the program.
func TestSeen_NothingIsNewsTwice(t *testing.T) {
	dir := dataFolder(t)
	s := store.OpenSeen(store.NewCollection(nil))
	if _, _, ok, err := s.Last(); ok || err != nil {
		t.Fatalf("before anything was seen: %v, %v", ok, err)
	}
	ms := collection().Meetings
	hostile := told("odd \x1b]52;c;aGk=\a \"name\".txt", "2024-05-14 meeting Kyiv UA | Kaja Kallas EE; Mark Rutte NL")
	hostile.Reports[0].People[0].Name = `He said "no" # \ to all`
	now := store.Sights(append(slices.Clip(ms), loader.Merge([]*model.Article{hostile})...))
	if err := s.Remember(now); err != nil {
		t.Fatal(err)
	}
	first := must(os.ReadFile(filepath.Join(dir, "collection.seen")))
	was, damaged, ok, err := s.Last()
	if !ok || err != nil || len(damaged) > 0 || len(was) != len(now) {
		t.Fatalf("%d of %d read back, %v, %v, %v", len(was), len(now), damaged, ok, err)
	}
	if d := model.Diff(was, now); len(d) > 0 {
		t.Errorf("%d changes, the first of %s: %v", len(d), d[0].Meeting().ID, d[0].Fields)
	}
	if err := s.Remember(now); err != nil {
		t.Fatal(err)
	}
	if again := must(os.ReadFile(filepath.Join(dir, "collection.seen"))); !bytes.Equal(again, first) {
		t.Error("the same meetings are written otherwise the second time")
	}
	if info := must(os.Stat(filepath.Join(dir, "collection.seen"))); info.Mode().Perm() != 0o600 {
		t.Errorf("mode %o", info.Mode().Perm())
	}
}

func TestSeen_TellsWhatIsOtherNow(t *testing.T) {
	dataFolder(t)
	s := store.OpenSeen(store.NewCollection(nil))
	read := func(articles ...*model.Article) []model.Sight { return store.Sights(loader.Merge(articles)) }
	const kallas, rutte = "2024-05-14 meeting Kyiv UA | Kaja Kallas EE; Volodymyr Zelenskyy UA", "2024-05-20 meeting Kyiv UA | Mark Rutte NL; Volodymyr Zelenskyy UA"
	if err := s.Remember(read(told("a", kallas), told("b", rutte))); err != nil {
		t.Fatal(err)
	}
	was, _, _, err := s.Last()
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, c := range model.Diff(was, read(told("a", strings.Replace(kallas, "05-14", "05-15", 1)), told("c", "2024-06-01 call | Xi Jinping CN; Volodymyr Zelenskyy UA"))) {
		line := c.News.Sign() + c.Meeting().Date.String()
		for _, f := range c.Fields {
			line += " " + f.Field + " was " + f.Was
		}
		got = append(got, line)
	}
	if want := "~2024-05-15 date was 2024-05-14, -2024-05-20, +2024-06-01"; strings.Join(got, ", ") != want {
		t.Errorf("got %s, want %s", strings.Join(got, ", "), want)
	}
}

// A line that makes no sense is told of and goes with the next remembering; a comment stays.
func TestSeen_DamagedLines(t *testing.T) {
	dir := dataFolder(t)
	c := store.NewCollection(nil)
	s := store.OpenSeen(c)
	one := store.Sights(loader.Merge([]*model.Article{told("a", "2024-05-14 meeting Kyiv UA | Kaja Kallas EE")}))
	if err := s.Remember(one); err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(dir, "collection.seen")
	good := strings.TrimRight(string(must(os.ReadFile(name))), "\n")
	rows := []string{
		good,
		"seen", "seen m-1", `seen m-1 soon meeting held 1 "" "" ""`, `seen m-1 2024 dance held 1 "" "" ""`, `seen m-1 2024 call maybe 1 "" "" ""`,
		`seen m-1 2024 call held some "" "" ""`, `seen m-1 2024 call held 1 "" "" "" "A"`, `seen m-1 2024 call held 1 "" "" "" bare "A"`, `seen "m 1`,
	}
	if err := os.WriteFile(name, []byte(strings.Join(rows, "\n")+"\n# mine\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	was, damaged, _, err := s.Last()
	if err != nil || len(was) != 1 || len(damaged) != len(rows)-1 {
		t.Errorf("%d read, %d damaged of %d, %v", len(was), len(damaged), len(rows)-1, err)
	}
	if err := s.Remember(one); err != nil {
		t.Fatal(err)
	}
	if raw := string(must(os.ReadFile(name))); strings.Contains(raw, "dance") || !strings.Contains(raw, "# mine") {
		t.Errorf("afterwards:\n%s", raw)
	}
}
