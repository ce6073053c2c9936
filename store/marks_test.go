package store_test

import (
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"entente/loader"
	"entente/model"
	"entente/store"
)

// dataFolder sends what is kept to a folder of the test's own.
func dataFolder(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	t.Setenv("XDG_DATA_HOME", dir)
	t.Setenv("XDG_CACHE_HOME", filepath.Join(dir, "cache"))
	return filepath.Join(dir, "entente")
}

func openMarks(t *testing.T) *store.Marks {
	t.Helper()
	k, err := store.OpenMarks(store.NewCollection(nil))
	if err != nil {
		t.Fatal(err)
	}
	return k
}

func TestMarks(t *testing.T) {
	dir := dataFolder(t)
	ms := merged(t)
	k := openMarks(t)
	full := model.Mark{Bookmarked: true, Read: true, Tags: []string{"air defence", "to check"}, Note: `he said "soon"`}
	typed := model.Mark{Bookmarked: true, Read: true, Tags: []string{"to check", " air\tdefence ", "to check", ""}, Note: "he said \"soon\"\n"}
	if err := k.Set(timeline(ms), nil, map[string]model.Mark{ms[0].ID: typed, ms[1].ID: typed}); err != nil {
		t.Fatal(err)
	}
	want := map[string]model.Mark{ms[0].ID: full, ms[1].ID: full}
	if got := openMarks(t).Resolve(timeline(ms)); !reflect.DeepEqual(got, want) {
		t.Errorf("read back: %v, want %v", got, want)
	}
	raw := must(os.ReadFile(filepath.Join(dir, "collection.marks")))
	if !strings.Contains(string(raw), `tag `+store.AddressOf(ms[0]).String()+` = "air defence"  # 2024-05-13 Kaja Kallas`) {
		t.Errorf("the file:\n%s", raw)
	}
	for _, name := range []string{"collection.marks", "collection.read"} {
		if info := must(os.Stat(filepath.Join(dir, name))); info.Mode().Perm() != 0o600 {
			t.Errorf("%s has mode %o", name, info.Mode().Perm())
		}
	}
	// The same marks find their meetings after another engine gave them other IDs.
	all := pile()
	for _, a := range all {
		for _, r := range a.Reports {
			r.Date = r.Date.AddDays(3)
		}
	}
	next := loader.Merge(all)
	got := openMarks(t).Resolve(timeline(next))
	if len(got) != 2 || got[ms[0].ID].Note != "" {
		t.Errorf("after another engine: %v", got)
	}
	for _, m := range got {
		if !reflect.DeepEqual(m, full) {
			t.Errorf("after another engine: %v", m)
		}
	}
	// Undo: comments, lines that make no sense and lines about other meetings stay.
	const theirs = "mark m-elsewhere\nnonsense\n# a comment\n"
	path := filepath.Join(dir, "collection.marks")
	if err := os.WriteFile(path, append(raw, theirs...), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := k.Set(timeline(ms), want, map[string]model.Mark{ms[0].ID: {}, ms[1].ID: {}}); err != nil {
		t.Fatal(err)
	}
	if len(k.Resolve(timeline(ms))) != 0 || k.Lost() != 1 || len(k.Damaged()) != 1 {
		t.Errorf("after undo: %v, %d lost, %v", k.Resolve(timeline(ms)), k.Lost(), k.Damaged())
	}
	if raw := string(must(os.ReadFile(path))); !strings.HasSuffix(raw, theirs) || strings.Contains(raw, "to check") {
		t.Errorf("the file after undo:\n%s", raw)
	}
}

// Two programs mark at the same time: neither undoes what the other did.
func TestMarks_TwoPrograms(t *testing.T) {
	dataFolder(t)
	ms := merged(t)
	a, b := openMarks(t), openMarks(t)
	tag := func(k *store.Marks, m *model.Meeting, word string) {
		t.Helper()
		if err := k.Set(timeline(ms), nil, map[string]model.Mark{m.ID: {Tags: []string{word}}}); err != nil {
			t.Fatal(err)
		}
	}
	tag(a, ms[0], "one")
	tag(b, ms[0], "two")
	tag(a, ms[1], "three")
	got := openMarks(t).Resolve(timeline(ms))
	if !slices.Equal(got[ms[0].ID].Tags, []string{"one", "two"}) || !slices.Equal(got[ms[1].ID].Tags, []string{"three"}) {
		t.Errorf("%v", got)
	}
}

// Two encounters told in neighbouring sentences: a mark on one is none on the other.
func TestMarks_Neighbours(t *testing.T) {
	dataFolder(t)
	a := told("x", "2024-05-14 meeting Kyiv UA|Kaja Kallas EE; Volodymyr Zelenskyy UA", "2024-05-16 call Kyiv UA|Mark Rutte NL; Volodymyr Zelenskyy UA")
	first := a.Reports[0].Evidence[0].Span
	a.Reports[1].Evidence[0].Span = model.Span{Start: first.Start + 60, End: first.End + 60}
	ms := loader.Merge([]*model.Article{a})
	k := openMarks(t)
	for _, m := range ms {
		if err := k.Set(timeline(ms), nil, map[string]model.Mark{m.ID: {Bookmarked: true, Tags: []string{m.ID}}}); err != nil {
			t.Fatal(err)
		}
	}
	got := openMarks(t).Resolve(timeline(ms))
	for _, m := range ms {
		if want := (model.Mark{Bookmarked: true, Tags: []string{m.ID}}); !got[m.ID].Equal(want) {
			t.Errorf("%s has %v, want %v", m.ID, got[m.ID], want)
		}
	}
	if len(ms) != 2 {
		t.Errorf("%d meetings, want 2", len(ms))
	}
}

func TestViews(t *testing.T) {
	dataFolder(t)
	v := store.OpenViews(store.NewCollection(nil))
	for _, w := range []store.View{{"calls", "kind:call sort:date"}, {"Est \"onia\"", `with:EE "a phrase"`}, {"calls", "kind:call"}} {
		if err := v.Save(w); err != nil {
			t.Fatal(err)
		}
	}
	want := []store.View{{"Est \"onia\"", `with:EE "a phrase"`}, {"calls", "kind:call"}}
	got, damaged, err := store.OpenViews(store.NewCollection([]string{"elsewhere"})).All()
	if err != nil || len(damaged) > 0 || !slices.Equal(got, want) {
		t.Errorf("%v, %v, %v; want %v", got, damaged, err, want)
	}
	if err := v.Save(store.View{Name: " \x1b[31m"}); err == nil {
		t.Error("a view without a name is kept")
	}
}

// Without a home there is no place to keep anything: said, not crashed.
func TestMarks_NoHome(t *testing.T) {
	for _, v := range []string{"XDG_DATA_HOME", "HOME", "USERPROFILE"} {
		t.Setenv(v, "")
	}
	ms := merged(t)
	k := openMarks(t)
	if err := k.Set(timeline(ms), nil, map[string]model.Mark{ms[0].ID: {Read: true}}); err == nil {
		t.Error("marks were kept nowhere")
	}
	if err := store.OpenViews(store.NewCollection(nil)).Save(store.View{Name: "x", Line: "y"}); err == nil {
		t.Error("a view was kept nowhere")
	}
}

func timeline(ms []*model.Meeting) *model.Timeline { return model.NewTimeline(ms, nil, nil) }
