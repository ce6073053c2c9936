package cli_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"entente/cli"
	"entente/model"
)

func TestIndex(t *testing.T) {
	dir, cache := folder(t), t.TempDir()
	t.Setenv("XDG_CACHE_HOME", cache)
	if r := run(t, "", "index", "--check", dir); r.code != 1 || !strings.Contains(r.err, "there is no index yet") {
		t.Errorf("checking before there is one: %+v", r)
	}
	if r := run(t, "", "--no-index", "list", dir); r.code != 0 {
		t.Errorf("%+v", r)
	}
	if left, _ := filepath.Glob(filepath.Join(cache, "*")); len(left) > 0 {
		t.Errorf("--no-index leaves %v", left)
	}
	want := run(t, "", "--no-index", "list", "--format", "jsonl", dir)
	for _, name := range []string{"from nothing", "from the index"} {
		if r := run(t, "", "list", "--format", "jsonl", dir); r != want {
			t.Errorf("%s: %+v, want %+v", name, r, want)
		}
	}
	r := run(t, "", "index", dir)
	if r.code != 0 || r.err != "" || !strings.HasPrefix(r.out, "0 files read, 1 file known already\n"+cache) || !strings.Contains(r.out, ": 1 file, 1 article (1 different), 2 reports, ") {
		t.Errorf("%+v", r)
	}
	files, err := filepath.Glob(filepath.Join(cache, "entente", "articles-*.db"))
	if err != nil || len(files) != 1 {
		t.Fatalf("the index: %v, %v", files, err)
	}
	if err := os.WriteFile(files[0], []byte(strings.Repeat("rubbish ", 1000)), 0o600); err != nil {
		t.Fatal(err)
	}
	if r := run(t, "", "index", "--check", dir); r.code != 1 || !strings.Contains(r.err, "not a database") {
		t.Errorf("checking what is damaged: %+v", r)
	}
	if r := run(t, "", "list", "--format", "jsonl", dir); r.out != want.out || r.code != 0 || !strings.Contains(r.err, "the index was damaged and is made anew") {
		t.Errorf("with a damaged index: %+v", r)
	}
	if r := run(t, "", "list", "--format", "jsonl", dir); r != want {
		t.Errorf("the time after: %+v", r)
	}
}

// TestIndex_TextOfTheFilter: the index finds what looking through the texts finds, on the screen too.
func TestIndex_TextOfTheFilter(t *testing.T) {
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	dir := t.TempDir()
	for i, s := range []string{"On grain and the Black Sea.", "Łódź: air defence, and Čaputová’s plan.", "Air raids. No defence helps.", "Sanctions on oil", "зерно і море", "Ærøskøbing, Đakovo, Straße, Þingvellir, ﬁnally ½ 第三 कुर्सी"} {
		meets := fmt.Sprintf("MEET held call 2023-01-%02d - -: Kaja Kallas (EE)\n", i+1)
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("%d.txt", i)), []byte(s+"\n"+meets), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	filters := []string{
		"text:grain", `text:"air defence"`, `text:"defence air"`, "text:łódź", "text:caputova", "text:Čaputová", "text:sanct", "text:sa", "text:anct",
		"-text:kallas", "text:grain,oil", "text:МОРЕ", `text:"kallas (ee)"`, `text:"""`, "text:NEAR", "text:*",
		"text:lodz", "text:ærøskøbing", "text:aeroskobing", "text:dakovo", "text:Đakovo", "text:strasse", "text:STRASSE", "text:straße", "text:thingv", "text:final",
		"text:½", "text:第三", "text:कुर्सी", "text:कुर", "text:йти", `text:"lodz air"`, `text:"a OR b"`,
	}
	for range 2 {
		for _, f := range filters {
			want := run(t, "", "--no-index", "list", "--filter", f, dir)
			if got := run(t, "", "list", "--filter", f, dir); got != want {
				t.Errorf("%s: %+v, want %+v", f, got, want)
			}
		}
	}
	loaded, _, err := cli.Load(t.Context(), engine(), dir)
	if err != nil {
		t.Fatal(err)
	}
	if loaded.Timeline.Archived() == nil {
		t.Error("the screen has all of it in memory")
	}
	for _, f := range filters {
		filter, err := model.ParseFilter(f)
		if err != nil {
			t.Fatal(err)
		}
		got := loaded.Timeline.View(filter, model.ByDate, false)
		want := strings.Count(run(t, "", "--no-index", "list", "--format", "jsonl", "--filter", f, dir).out, "\n")
		if got.Len() != want {
			t.Errorf("%s: %d on the screen, want %d", f, got.Len(), want)
		}
	}
}

// Nothing can be kept: a cache folder that is a file stands for one that cannot be written.
func TestIndex_NowhereToKeepIt(t *testing.T) {
	dir := folder(t)
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	t.Setenv("XDG_CACHE_HOME", file)
	want := run(t, "", "--no-index", "list", dir)
	if r := run(t, "", "list", dir); r != want || r.code != 0 {
		t.Errorf("%+v, want %+v", r, want)
	}
	if r := run(t, "", "index", dir); r.code != 1 || !strings.Contains(r.err, file) {
		t.Errorf("%+v", r)
	}
}
