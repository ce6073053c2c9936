package cli_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"entente/export"
)

// A chronology is written, checked, and checked again after a source changed by one byte.
func TestExport_ThenVerify(t *testing.T) {
	pile := t.TempDir()
	article := filepath.Join(pile, "a.txt")
	const body = "MEET held meeting 2024-05-14 Tallinn EE: Kaja Kallas (EE), Alexander Stubb (FI)\n\nThey talked for an hour.\n"
	if err := os.WriteFile(article, []byte(body), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, format := range []string{"markdown", "html"} {
		file := filepath.Join(t.TempDir(), "out."+format)
		if r := run(t, "", "export", format, "-o", file, pile); r.code != 0 || r.out != "" {
			t.Fatalf("export %s: %+v", format, r)
		}
		if r := run(t, "", "verify", file, pile); r.code != 0 || !strings.Contains(r.out, "1 of 1 quotations stand") {
			t.Errorf("verify %s: %+v", format, r)
		}
		if err := os.WriteFile(article, []byte(strings.Replace(body, "Kallas", "Kallos", 1)), 0o600); err != nil {
			t.Fatal(err)
		}
		if r := run(t, "", "verify", file, pile); r.code == 0 || !strings.Contains(r.out, "[1] a.txt: the quotation is no longer in the article") {
			t.Errorf("verify %s after a change: %+v", format, r)
		}
		if err := os.WriteFile(article, []byte(body), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

func TestExport_ObeysTheFilter(t *testing.T) {
	for _, f := range export.Formats() {
		all, some := run(t, "", "export", f.Name, "testdata/pile"), run(t, "", "export", f.Name, "--filter", "kind:call", "testdata/pile")
		if all.code != 0 || some.code != 0 || len(some.out) >= len(all.out) {
			t.Errorf("%s: codes %d and %d, %d bytes of all %d", f.Name, all.code, some.code, len(some.out), len(all.out))
		}
	}
}

func TestExport_Mistakes(t *testing.T) {
	for _, c := range []struct {
		name string
		args []string
		code int
		say  string
	}{
		{"a format that is not there", []string{"export", "xls", "testdata/pile"}, 2, `there is no format "xls"`},
		{"a folder that is not there", []string{"export", "csv", "-o", "testdata/nosuch/x.csv", "testdata/pile"}, 1, "testdata/nosuch/x.csv"},
		{"a folder to write to", []string{"export", "csv", "-o", "testdata", "testdata/pile"}, 1, "write testdata: is a directory"},
		{"verify of something else", []string{"verify", "testdata/pile/summit.txt", "testdata/pile"}, 1, "it has no quotations"},
		{"verify of nothing", []string{"verify", "testdata/nosuch.md"}, 1, "testdata/nosuch.md"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if r := run(t, "", c.args...); r.code != c.code || !strings.Contains(r.err, c.say) {
				t.Errorf("exit code %d, %q; want %d and %q", r.code, r.err, c.code, c.say)
			}
		})
	}
}

// An export of one's own folder cannot be checked beside the collection: that is a path left out, and no hundred articles gone.
func TestVerify_AsksForThePath(t *testing.T) {
	dir := folder(t)
	file := filepath.Join(t.TempDir(), "m.html")
	if r := run(t, "", "export", "html", "-o", file, dir); r.code != 0 {
		t.Fatalf("%+v", r)
	}
	if r := run(t, "", "verify", file); r.code != 2 || r.out != "" || !strings.Contains(r.err, "say where they are") {
		t.Errorf("without a path: %+v", r)
	}
	if r := run(t, "", "verify", file, dir); r.code != 0 || !strings.Contains(r.out, "quotations stand") {
		t.Errorf("with it: %+v", r)
	}
	if r := run(t, "", "verify", file, t.TempDir()); r.code == 2 {
		t.Errorf("beside a folder that has none: %+v", r)
	}
}
