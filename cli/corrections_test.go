package cli_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// folder makes a folder of one article about two meetings.
func folder(t *testing.T) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "articles")
	if err := os.Mkdir(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	const article = "MEET held meeting 2024-05-13 Kyiv UA: Kaja Kallas (EE)\n\nMEET held call 2024-05-20 - -: Joe Biden (US)\n"
	if err := os.WriteFile(filepath.Join(dir, "a.txt"), []byte(article), 0o644); err != nil {
		t.Fatal(err)
	}
	return dir
}

func TestCorrections(t *testing.T) {
	dir := folder(t)
	file := filepath.Join(filepath.Dir(dir), "entente.corrections")
	if r := run(t, "", "corrections", dir); r.code != 0 || r.out != "" || !strings.Contains(r.err, file) {
		t.Errorf("before there are any: %+v", r)
	}
	if r := run(t, "", "corrections", "add", "status m-a.txt-0 = off # Anna", dir); r.code != 0 || !strings.HasPrefix(r.out, "status m-a.txt-0 a-") || !strings.HasSuffix(r.out, "@18 = off  # Anna\n") {
		t.Errorf("adding: %+v", r)
	}
	if r := run(t, "", "corrections", "add", "reject m-a.txt-1", dir); !strings.HasSuffix(r.out, "# 20 May 2024: Joe Biden\n") {
		t.Errorf("adding without a comment: %+v", r)
	}
	for _, c := range []struct {
		args []string
		want string
	}{
		{[]string{"list", dir}, "2024-05-13  ✕ meeting  Kyiv  1  Kaja Kallas (EE)\n"},
		{[]string{"export", "csv", dir}, "off"},
		{[]string{"--no-corrections", "list", dir}, "2024-05-13  ● meeting"},
		{[]string{"--no-corrections", "list", dir}, "Joe Biden"},
		{[]string{"corrections", dir}, "# " + file + "\nstatus m-a.txt-0 a-"},
		{[]string{"corrections", "check", dir}, "2 of 2 corrections hold\n"},
	} {
		if r := run(t, "", c.args...); r.code != 0 || r.err != "" || !strings.Contains(r.out, c.want) {
			t.Errorf("%v: %+v, want %q", c.args, r, c.want)
		}
	}
	if r := run(t, "", "list", dir); strings.Contains(r.out, "Biden") {
		t.Errorf("a rejected meeting is listed: %q", r.out)
	}
}

func TestCorrections_TellsWhatDoesNotHold(t *testing.T) {
	dir := folder(t)
	file := filepath.Join(dir, "entente.corrections") // in the folder: it is no article
	if err := os.WriteFile(file, []byte("# ours\nreject m-gone\nnonsense \x1b[31m\nkind m-a.txt-1 = meeting\nkind m-a.txt-1 = summit\nstatus m-a.txt-0 = held\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	r := run(t, "", "corrections", "check", dir)
	for _, want := range []string{
		file + ":2 finds no meeting: nothing that was read answers to m-gone\n", file + ":3 is skipped: \"nonsense\" is no verb",
		file + ":4 does not hold: line 5 says otherwise\n", file + ":6 is not needed any more", "2 of 4 corrections hold\n",
	} {
		if !strings.Contains(r.out, want) {
			t.Errorf("%q is not told in\n%s", want, r.out)
		}
	}
	if r.code != 1 || strings.ContainsRune(r.out+r.err, 0x1b) {
		t.Errorf("%+v", r)
	}
	r = run(t, "", "list", dir)
	if !strings.Contains(r.out, "summit") || !strings.Contains(r.err, ":3 is skipped") || !strings.Contains(r.err, "one correction finds nothing to correct") || strings.Contains(r.err, "\x1b") {
		t.Errorf("%+v", r)
	}
	for _, line := range []string{"nonsense", "", "# only this", "date m-a.txt-0 = yesterday"} {
		if r := run(t, "", "corrections", "add", line, dir); r.code == 0 || r.err == "" {
			t.Errorf("adding %q: %+v", line, r)
		}
	}
}

// Where nothing can be written beside the folder, the data folder takes the corrections; so with the collection.
func TestCorrections_OfTheCollectionStandInTheDataFolder(t *testing.T) {
	r := run(t, "", "corrections")
	want := filepath.Join(os.Getenv("XDG_DATA_HOME"), "entente", "collection.corrections")
	if r.code != 0 || !strings.Contains(r.err, want) {
		t.Errorf("%+v, want %s", r, want)
	}
}

// A corrected field shows as corrected, with the line and its comment, wherever its source is asked for.
func TestCorrections_ShowAsTheSource(t *testing.T) {
	dir := folder(t)
	if r := run(t, "", "corrections", "add", "date m-a.txt-0 = 2024-05-14 # Anna: it says Tuesday", dir); r.code != 0 {
		t.Fatalf("%+v", r)
	}
	source := strings.TrimSpace(strings.SplitN(run(t, "", "corrections", dir).out, "\n", 2)[0])
	if !strings.HasSuffix(source, "entente.corrections") {
		t.Fatal(source)
	}
	for _, c := range []struct{ args, want string }{
		{"list --format jsonl", `"corrected":[{"field":"date","was":"2024-05-13","now":"2024-05-14","file":"entente.corrections","line":`},
		{"list --format csv", "date: 2024-05-13 → 2024-05-14 (entente.corrections:"},
		{"export markdown", "Corrected: date: 2024-05-13 → 2024-05-14 (entente.corrections:"},
		{"why a.txt", "date      2024-05-13 → 2024-05-14  corrected by entente.corrections:"},
		{"why m-a.txt-0", "date      2024-05-13 → 2024-05-14  corrected by entente.corrections:"},
		{"why --ascii m-a.txt-0", "date      2024-05-13 -> 2024-05-14  corrected by entente.corrections:"},
	} {
		r := run(t, "", append(strings.Fields(c.args), dir)...)
		if r.code != 0 || strings.Count(r.out, c.want) != 1 || strings.Count(r.out, "Anna: it says Tuesday") != 1 {
			t.Errorf("%s: %+v, want %q", c.args, r, c.want)
		}
	}
	if r := run(t, "", "--no-corrections", "why", "a.txt", dir); strings.Contains(r.out, "corrected") {
		t.Errorf("without corrections: %+v", r)
	}
}

// A correction of an earlier day is taken back by its place, its line or its meeting.
func TestCorrections_Remove(t *testing.T) {
	dir := folder(t)
	file := filepath.Join(filepath.Dir(dir), "entente.corrections")
	const lines = "# ours\nstatus m-a.txt-0 = off # Anna\n\nreject m-a.txt-1 # Ben\nkind m-a.txt-1 = meeting\nalias \"Zed\" = \"Kaja Kallas\"\n"
	for _, c := range []struct {
		which, out, left string
	}{
		{"entente.corrections:2", "status m-a.txt-0 = off  # Anna\n", "# ours\n\nreject m-a.txt-1 # Ben\nkind m-a.txt-1 = meeting\nalias \"Zed\" = \"Kaja Kallas\"\n"},
		{"4", "reject m-a.txt-1  # Ben\n", "# ours\nstatus m-a.txt-0 = off # Anna\n\nkind m-a.txt-1 = meeting\nalias \"Zed\" = \"Kaja Kallas\"\n"},
		{"m-a.txt-1", "reject m-a.txt-1  # Ben\nkind m-a.txt-1 = meeting\n", "# ours\nstatus m-a.txt-0 = off # Anna\n\nalias \"Zed\" = \"Kaja Kallas\"\n"},
		{"status m-a.txt-0 = off", "status m-a.txt-0 = off  # Anna\n", "# ours\n\nreject m-a.txt-1 # Ben\nkind m-a.txt-1 = meeting\nalias \"Zed\" = \"Kaja Kallas\"\n"},
		{`alias "Zed" = "Kaja Kallas"`, "alias \"Zed\" = \"Kaja Kallas\"\n", "# ours\nstatus m-a.txt-0 = off # Anna\n\nreject m-a.txt-1 # Ben\nkind m-a.txt-1 = meeting\n"},
	} {
		if err := os.WriteFile(file, []byte(lines), 0o644); err != nil {
			t.Fatal(err)
		}
		r := run(t, "", "corrections", "remove", c.which, dir)
		left, err := os.ReadFile(file)
		if err != nil || r.code != 0 || r.out != c.out || string(left) != c.left {
			t.Errorf("%s: %+v, left %q", c.which, r, left)
		}
	}
	if r := run(t, "", "corrections", "remove", "m-gone", dir); r.code != 1 || !strings.Contains(r.err, "no correction is m-gone") {
		t.Errorf("one that is not there: %+v", r)
	}
	if r := run(t, "", "corrections", "remove"); r.code != 2 {
		t.Errorf("without a name: %+v", r)
	}
}
