package cli_test

import (
	"encoding/csv"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"entente/model"
	"entente/store"
)

// diplomats is a pile with a pair that meets often, and a day in two countries.
func diplomats(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	for name, body := range map[string]string{
		"a.txt": "MEET held meeting 2024-05-14 Tallinn EE: Kaja Kallas (EE), Alexander Stubb (FI)\n",
		"b.txt": "MEET held call 2024-06-14 - -: Kaja Kallas (EE), Alexander Stubb (FI)\n",
		"c.txt": "MEET held meeting 2024-07-01 Tallinn EE: Kaja Kallas (EE), Alexander Stubb (FI), Mark Rutte (NL)\n",
		"d.txt": "MEET held meeting 2024-07-01 Oslo NO: Kaja Kallas (EE), Jonas Støre (NO)\n",
		"e.txt": "MEET planned meeting 2024-08 Oslo NO: =Kaja Kallas (EE), Jonas Støre (NO)\n",
		"f.txt": "Nobody met.\n",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(body), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestAnswers(t *testing.T) {
	pile := diplomats(t)
	for name, args := range map[string][]string{
		"stats":     {"stats", "--top", "2"},
		"grid":      {"grid"},
		"grid-few":  {"grid", "--parties", "--most", "2", "--ascii"},
		"pair":      {"pair", "kallas", "finland"},
		"three":     {"pair", "kallas", "stubb", "--and", "rutte"},
		"itinerary": {"itinerary", "kallas", "--filter", "date:2024-05..2024-07"},
		"articles":  {"articles"},
	} {
		t.Run(name, func(t *testing.T) {
			r := run(t, "", append(args, pile)...)
			if r.code != 0 || r.err != "" {
				t.Errorf("exit code %d, %q", r.code, r.err)
			}
			golden(t, name, r.out)
		})
	}
}

// Every command's answer for programs can be read by them, has the same rows in both formats, and is the same twice.
func TestAnswers_ForPrograms(t *testing.T) {
	pile := diplomats(t)
	for _, args := range [][]string{
		{"stats", "--from", "2023", pile},
		{"grid", pile},
		{"pair", "kallas", "stubb", pile},
		{"itinerary", "kallas", pile},
		{"articles", pile},
		{"since", "2024-06", pile},
		{"list", pile},
		{"stats", "--who", "nobody", pile},
	} {
		lines := run(t, "", append(args, "--format", "jsonl")...)
		table := run(t, "", append(args, "--format", "csv")...)
		rows, err := csv.NewReader(strings.NewReader(table.out)).ReadAll()
		if err != nil || len(rows) == 0 || len(rows)-1 != strings.Count(lines.out, "\n") {
			t.Errorf("%v: %d rows of CSV, %d objects, %v", args, len(rows)-1, strings.Count(lines.out, "\n"), err)
		}
		for _, row := range rows {
			for _, cell := range row {
				if strings.HasPrefix(cell, "=") {
					t.Errorf("%v: a spreadsheet would run %q", args, cell)
				}
			}
		}
		for line := range strings.Lines(lines.out) {
			if !json.Valid([]byte(line)) {
				t.Errorf("%v: %s", args, line)
			}
		}
		if again := run(t, "", append(args, "--format", "csv")...); again != table {
			t.Errorf("%v: the second time it is otherwise", args)
		}
	}
}

func TestAnswers_WhatMakesNoSense(t *testing.T) {
	pile := diplomats(t)
	for _, c := range []struct {
		args []string
		code int
		want string
	}{
		{[]string{"stats", "--by", "whom", pile}, 2, "choose among month, who, with"},
		{[]string{"stats", "--top", "-1", pile}, 2, "--top"},
		{[]string{"grid", "--most", "0", pile}, 2, "--most"},
		{[]string{"pair", "kallas"}, 2, "pair needs two names"},
		{[]string{"pair", "kallas", "trudeau", pile}, 1, "nobody here is called trudeau"},
		{[]string{"itinerary"}, 2, "itinerary needs the name of a person"},
		{[]string{"itinerary", "estonia", pile}, 1, "Estonia is no person"},
		{[]string{"pair", "kallas", "stubb", filepath.Join(pile, "none")}, 3, "could not be read"},
		{[]string{"since", "soon", pile}, 2, `"soon" is neither ‘last’ nor ‘looked’ nor a date`},
		{[]string{"since"}, 2, "since needs ‘last’, ‘looked’ or a date"},
	} {
		if r := run(t, "", c.args...); r.code != c.code || !strings.Contains(r.err, c.want) || r.out != "" || strings.Count(r.err, "\n") != 1 {
			t.Errorf("%v: %+v, want %d %q", c.args, r, c.code, c.want)
		}
	}
}

// What cron would see: nothing the first time, then only what is other, and what was told is not told again.
func TestSince_Last(t *testing.T) {
	pile := diplomats(t)
	step := func(name string, code int, want string, args ...string) {
		t.Helper()
		r := run(t, "", append([]string{"since", "last", pile}, args...)...)
		if r.code != code || r.out != want {
			t.Errorf("%s: exit code %d\n%s%s", name, r.code, r.out, r.err)
		}
	}
	step("first", 0, "")
	step("nothing new", 0, "")
	if err := os.WriteFile(filepath.Join(pile, "a.txt"), []byte("MEET held meeting 2024-05-15 Tallinn EE: Kaja Kallas (EE), Alexander Stubb (FI)\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(filepath.Join(pile, "b.txt"), filepath.Join(pile, "g.txt")); err != nil { // the same words under another name
		t.Fatal(err)
	}
	if err := os.Remove(filepath.Join(pile, "c.txt")); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(pile, "h.txt"), []byte("MEET planned call 2024-09-01 - -: Mark Rutte (NATO), Kaja Kallas (EE)\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	want := `~  2024-05-15  ● meeting  Tallinn  Kaja Kallas (EE), Alexander Stubb (FI)
     date: 2024-05-14 → 2024-05-15
-  2024-07-01  ● meeting  Tallinn  Kaja Kallas (EE), Alexander Stubb (FI), Mark Rutte (NL)
+  2024-09-01  ○ call     –        Mark Rutte (NATO), Kaja Kallas (EE)
`
	step("kept", 4, want, "--keep")
	if r := run(t, "", "list", "--since", "last", pile); r.code != 4 || r.out != want {
		t.Errorf("list --since: %+v", r)
	}
	step("filtered by what it was", 4, "-  2024-07-01  ● meeting  Tallinn  Kaja Kallas (EE), Alexander Stubb (FI), Mark Rutte (NL)\n", "--keep", "--filter", "date:2024-07")
	step("filtered by somebody else", 0, "", "--keep", "--who", "støre")
	step("told", 4, want)
	step("not told again", 0, "")
	if r := run(t, "", "since", "looked", pile); r.code != 0 || r.out != "" || !strings.Contains(r.err, "nobody has looked for news on the screen yet") {
		t.Errorf("since looked: %+v", r)
	}
	if err := store.OpenLooked(store.NewCollection([]string{pile})).Remember(store.Sights([]*model.Meeting{{ID: "m-0", Date: model.NewDate(2024, 1, 1)}})); err != nil {
		t.Fatal(err)
	}
	for range 2 { // the memory is the screen's, and stays as it is
		if r := run(t, "", "since", "looked", pile); r.code != 4 || strings.Count(r.out, "+") < 2 {
			t.Errorf("since looked: %+v", r)
		}
	}
}

// An article from before the day changes nothing; one from after it makes news of what it tells.
func TestSince_Day(t *testing.T) {
	r := run(t, "", "since", "2024-12-18", "--format", "jsonl", "--no-index")
	if r.code != 0 || r.out != "" { // this engine reads nothing out of the collection
		t.Errorf("%+v", r)
	}
	pile := t.TempDir()
	for name, day := range map[string]string{"old.md": "2024-05-01", "new.md": "2024-06-01", "no.md": ""} {
		front := "---\ndate: " + day + "\n---\n"
		if day == "" {
			front = ""
		}
		if err := os.WriteFile(filepath.Join(pile, name), []byte(front+"MEET held call 2024-04-0"+string('1'+name[1]%3)+" - -: Kaja Kallas (EE)\n"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	r = run(t, "", "since", "2024-06", pile)
	if r.code != 4 || strings.Count(r.out, "\n") != 1 || !strings.HasPrefix(r.out, "+  2024-04-0") || !strings.Contains(r.err, "entente: 1 article without a day of publication, taken for old\n") {
		t.Errorf("%+v", r)
	}
}

// What yq copies on the screen is as good as flags; a file of such a name is a file.
func TestList_StateLine(t *testing.T) {
	pile := diplomats(t)
	want := run(t, "", "list", "--who", "stubb", "--filter", "kind:meeting", pile).out
	for _, args := range [][]string{
		{"list", "who:stubb kind:meeting at=m-a.txt-0", pile},
		{"list", pile, "who:stubb", "kind:meeting"},
		{"who:stubb kind:meeting zoom=week", pile},
	} {
		if r := run(t, "", args...); r.out != want || r.code != 0 {
			t.Errorf("%v: %+v, want %s", args, r, want)
		}
	}
	r := run(t, "", "list", "who:stubb sort=-date", pile)
	lines := strings.SplitAfter(want, "\n")
	if !strings.HasPrefix(r.out, "2024-07-01") || !strings.HasSuffix(r.out, lines[0]) {
		t.Errorf("turned round: %s", r.out)
	}
	t.Chdir(pile)
	if err := os.WriteFile("who:x", []byte("MEET held call 2024-06-14 - -: Nobody Else (EE)\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if r := run(t, "", "list", "who:x"); !strings.Contains(r.out, "Nobody Else") {
		t.Errorf("%+v", r)
	}
}

// Cron mails what is said: that is news and faults, and nothing of what is as it always was.
func TestSince_SaysNothingWithoutNewsAndFaults(t *testing.T) {
	pile := diplomats(t)
	write := func(name, body string) {
		t.Helper()
		if err := os.WriteFile(filepath.Join(pile, name), []byte(body), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write("picture.png", "\x89PNG\r\n\x1a\n")
	write("entente.corrections", "reject m-gone\n")
	if r := run(t, "", "list", pile); !strings.Contains(r.err, "picture.png") || !strings.Contains(r.err, "finds nothing to correct") {
		t.Fatalf("list tells of what was skipped: %+v", r)
	}
	for _, c := range []struct {
		name      string
		before    func()
		when      string
		code      int
		news, err string
	}{
		{"first", nil, "last", 0, "", "nothing was remembered yet"},
		{"no news", nil, "last", 0, "", ""},
		{"no news since a day", nil, "2024-06", 0, "", ""},
		{"a broken file", func() { write("broken.gz", "\x1f\x8b\x08\x00broken") }, "last", 1, "", "broken.gz"},
		{"a broken file and news", func() { write("z.txt", "MEET held call 2024-09-02 - -: Mark Rutte (NATO)\n") }, "last", 5, "+  2024-09-02", "broken.gz"},
		{"news", func() {
			write("y.txt", "MEET held call 2024-09-03 - -: Mark Rutte (NATO)\n")
			_ = os.Remove(filepath.Join(pile, "broken.gz"))
		}, "last", 4, "+  2024-09-03", ""},
		{"nothing to read", func() { pile = t.TempDir() }, "last", 3, "", "folder without articles"},
	} {
		if c.before != nil {
			c.before()
		}
		r := run(t, "", "since", c.when, pile)
		if r.code != c.code || !strings.HasPrefix(r.out, c.news) || (c.news == "") != (r.out == "") || !strings.Contains(r.err, c.err) || (c.err == "") != (r.err == "") {
			t.Errorf("%s: %+v, want %d, %q and %q", c.name, r, c.code, c.news, c.err)
		}
	}
}

// Who has a folder that is called articles may mean it.
func TestArticles_IsNoFolder(t *testing.T) {
	t.Chdir(t.TempDir())
	const says = "opens with 'entente ./articles'"
	if r := run(t, "", "articles"); strings.Contains(r.err, says) {
		t.Errorf("there is none: %+v", r)
	}
	if err := os.Mkdir("articles", 0o700); err != nil {
		t.Fatal(err)
	}
	if r := run(t, "", "articles"); r.code != 0 || !strings.Contains(r.err, says) {
		t.Errorf("%+v", r)
	}
	if r := run(t, "", "articles", "articles"); strings.Contains(r.err, says) {
		t.Errorf("it is named: %+v", r)
	}
}
