package cli_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestDoctor(t *testing.T) {
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS("testdata/pile")); err != nil {
		t.Fatal(err)
	}
	for name, s := range map[string]string{
		"a.png":      "\x89PNG\r\n\x1a\n",
		"broken.gz":  "\x1f\x8b\x08\x00 broken",
		"odd.html":   "<html><head><meta charset=\"utf-8\"></head><body><p>Il a \xe9t\xe9 re\xe7u \xe0 l'\xc9lys\xe9e.</p></body></html>",
		"again.txt":  "Nothing of note was said.\n",
		"again2.txt": "Nothing of note was said.\n",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(s), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	first, again := run(t, "", "doctor", dir), run(t, "", "doctor", dir)
	if first != again {
		t.Errorf("two runs differ:\n%s\n%s", first.out, again.out)
	}
	if first.code != 1 {
		t.Errorf("exit code %d, want 1: a file failed", first.code)
	}
	said := strings.ReplaceAll(first.out, dir, "DIR")
	for _, want := range []string{
		"Failed: 1\n  DIR/broken.gz could not be read: read as gzip",
		"DIR/a.png is an image",
		"again2.txt says the same as an article before it, which is shown",
		"Odd, and read all the same: 1\n  DIR/odd.html declares utf-8 and is written in windows-1252",
		"Read with the least confidence\n",
	} {
		if !strings.Contains(said, want) {
			t.Errorf("it does not say %q:\n%s", want, said)
		}
	}
	if strings.Contains(said, "Took longest") || !strings.Contains(run(t, "", "doctor", "--times", dir).out, "Took longest") {
		t.Error("what took long is told by --times and by nothing else")
	}
	count := map[string]int{}
	for line := range strings.Lines(run(t, "", "doctor", "--times", "--format", "jsonl", dir).out) {
		var row struct {
			What    string `json:"what"`
			Path    string `json:"path"`
			Meeting string `json:"meeting"`
			Number  int    `json:"number"`
		}
		if err := json.Unmarshal([]byte(line), &row); err != nil {
			t.Fatalf("%s: %v", line, err)
		}
		count[row.What]++
		if row.What == "doubtful" && (row.Path == "" || row.Meeting == "" || row.Number < 0 || row.Number > 100) {
			t.Errorf("%+v", row)
		}
	}
	for what, n := range map[string]int{"files": 1, "articles": 1, "meetings": 1, "failed": 1, "odd": 1, "skipped": 2, "slow": 9} {
		if count[what] != n {
			t.Errorf("%d rows of %s, want %d", count[what], what, n)
		}
	}
}
