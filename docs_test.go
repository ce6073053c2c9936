package main

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"entente/cli"
)

// example is a command as a page of the documentation has it.
type example struct{ page, line string }

// examples finds every line of a page that stands in a block of code and calls entente.
func examples(t *testing.T, page string) []example {
	t.Helper()
	raw, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	var out []example
	code := false
	for line := range strings.Lines(string(raw)) {
		line = strings.TrimSpace(line)
		if strings.HasPrefix(line, "```") {
			code = !code
		}
		if i := strings.Index(line, "entente "); code && !strings.Contains(line, "entente  ") && (i == 0 || i > 0 && strings.HasSuffix(line[:i], "| ")) {
			out = append(out, example{page, line[i:]})
		}
	}
	return out
}

var behind = regexp.MustCompile(`\s+# .*$|\s+[>|].*$`)

// words parts a command as a shell would: single quotes, and home for ~.
func words(line, home string) []string {
	line = behind.ReplaceAllString(line, "")
	var out []string
	for i, part := range strings.Split(line, "'") {
		if i%2 == 1 {
			out = append(out, part)
			continue
		}
		for w := range strings.FieldsSeq(part) {
			out = append(out, strings.Replace(w, "~", home, 1))
		}
	}
	return out[1:]
}

// sandbox is a home with everything that the examples name.
func sandbox(t *testing.T) string {
	t.Helper()
	home := t.TempDir()
	for _, v := range []string{"DATA", "CACHE", "CONFIG", "STATE"} {
		t.Setenv("XDG_"+v+"_HOME", filepath.Join(home, v))
	}
	some, err := filepath.Glob("articles/2023/2023-04-*.md")
	if err != nil || len(some) == 0 {
		t.Fatal(err)
	}
	files := map[string]string{
		"labelled/a.txt": "Kaja Kallas met Alexander Stubb in Tallinn on 14 May 2024.\n",
		"labels.jsonl":   `{"id":"a.txt","published":"","events":[{"primary":true,"date":"2024-05-14","kind":"meeting","status":"held","participants":["Kaja Kallas","Alexander Stubb"],"countries":["EE","FI"],"city":"Tallinn","host":"EE"}]}` + "\n",
		"dump.jsonl":     `{"title":"Talks","text":"Kaja Kallas met Alexander Stubb in Tallinn on 14 May 2024.","date":"2024-05-15"}` + "\n",
	}
	for _, name := range some {
		raw, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		files["articles/"+filepath.Base(name)] = string(raw)
		files["article.txt"] = string(raw)
	}
	for name, body := range files {
		if err := os.MkdirAll(filepath.Join(home, filepath.Dir(name)), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(home, name), []byte(body), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return home
}

// codes are the exit codes, other than 0, that an example of a command may come to.
var codes = map[string][]int{
	"since":           {4}, // there is news
	"list --since":    {4},
	"corrections add": {1}, // its meeting is nobody's here

	"corrections remove": {1}, // likewise its line
}

// The README shows an article and what is read of it: it is what is read of it.
// How sure the reader is changes with every calibration, so that figure may be another.
func TestDocs_TheReadmesArticle(t *testing.T) {
	raw, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, shown, ok := strings.Cut(string(raw), "```json\n")
	shown, _, ok2 := strings.Cut(shown, "\n```")
	var out, errs bytes.Buffer
	if code := cli.Main(t.Context(), []string{"extract", "docs/examples/michal.txt"}, cli.Streams{In: strings.NewReader(""), Out: &out, Err: &errs}, engine); code != 0 || !ok || !ok2 {
		t.Fatalf("exit code %d, %s", code, errs.String())
	}
	sure := regexp.MustCompile(`"confidence":[0-9.]+`)
	plain := func(s string) string { return strings.TrimSpace(sure.ReplaceAllString(s, "")) }
	if got, want := plain(strings.ReplaceAll(shown, "\n ", "")), plain(out.String()); got != want {
		t.Errorf("the README shows\n%s\nit is\n%s", got, want)
	}
	body, err := os.ReadFile("docs/examples/michal.txt")
	if err != nil || !strings.Contains(strings.Join(strings.Fields(string(raw)), " "), strings.Join(strings.Fields(string(body)), " ")) {
		t.Errorf("the README shows another article: %v", err)
	}
}

// Every command that a page shows is there, takes these words, and does what it is shown for.
func TestDocs_ExamplesRun(t *testing.T) {
	pages, err := filepath.Glob("docs/*.md")
	if err != nil {
		t.Fatal(err)
	}
	var all []example
	for _, page := range append([]string{"README.md"}, pages...) {
		all = append(all, examples(t, page)...)
	}
	if len(all) < 50 {
		t.Fatalf("%d examples were found", len(all))
	}
	home := sandbox(t)
	t.Chdir(home)
	feed := "<rss><channel><item><title>Talks</title><description>Kaja Kallas met Alexander Stubb in Tallinn on 14 May 2024.</description></item></channel></rss>"
	setup := cli.Main(t.Context(), []string{"export", "html", "-o", "meetings.html", filepath.Join(home, "articles")}, cli.Streams{In: strings.NewReader(""), Out: &bytes.Buffer{}, Err: &bytes.Buffer{}}, engine)
	if setup != 0 {
		t.Fatalf("the export for verify: exit code %d", setup)
	}
	for _, e := range all {
		args := words(e.line, home)
		if slices.Contains(args, "FORMAT") || slices.Contains(args, "PATH…") {
			continue // the shape of a command
		}
		in := ""
		if slices.Contains(args, "-") {
			in = feed
		}
		var out, errs bytes.Buffer
		code := cli.Main(t.Context(), args, cli.Streams{In: strings.NewReader(in), Out: &out, Err: &errs}, engine)
		may := []int{0}
		for words, more := range codes {
			if strings.HasPrefix(strings.Join(args, " "), words) {
				may = append(may, more...)
			}
		}
		if !slices.Contains(may, code) {
			t.Errorf("%s: %s\nexit code %d: %s", e.page, e.line, code, errs.String())
		}
	}
}
