//go:build unix

package cli_test

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"entente/cli"
)

const held = "MEET held call 2023-01-03 - -: Justin Trudeau (CA)\n"

// TestFaults is what a folder of unknown origin may hold: each is told in one
// sentence with the file and the record, and the article beside it is read.
func TestFaults(t *testing.T) {
	packed := func(s string, times int) string {
		var b bytes.Buffer
		z := gzip.NewWriter(&b)
		for range times {
			_, _ = io.WriteString(z, s)
		}
		_ = z.Close()
		return b.String()
	}
	var climbing bytes.Buffer
	z := zip.NewWriter(&climbing)
	for _, name := range []string{"../../etc/cron.d/x.txt", "inside.txt"} {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		_, _ = io.WriteString(w, strings.Replace(held, "03", "04", 1))
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	noise := packed(strings.Repeat(held, 100)+fmt.Sprint(os.Args), 50)
	laughs := `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY a "&x;&x;"><!ENTITY b "&a;&a;&a;">]>` +
		`<rss version="2.0"><channel><title>x</title><item><title>Laughs</title><description>They met. &b;</description></item></channel></rss>`
	for _, c := range []struct {
		name, file, in string
		code           int
		said           string // behind the file's name
		lines          int    // of list: the good article's, and what the file holds
	}{
		{"gzip cut short", "a.gz", noise[:len(noise)-20], 1, "could not be read: read as gzip: read as plain text: read: unexpected EOF", 1},
		{"zip that climbs out", "a.zip", climbing.String(), 1, "could not be read: read as zip: ../../etc/cron.d/x.txt climbs out of the archive and was left out", 2},
		{"a bomb of compression", "a.gz", strings.Repeat(packed(strings.Repeat("a", 1<<20), 1), 300), 1, "could not be read: read as gzip: read as plain text: ", 1},
		{"entities in entities, and a file of the machine", "a.xml", laughs, 0, "", 1},
		{"JSON Lines with a broken line", "a.jsonl", "{\"title\":\"A\",\"text\":\"a\"}\n{\"title\":\n{\"title\":\"C\",\"text\":\"c\"}\n", 1, "could not be read: read as JSON: record 2: JSON: unexpected EOF", 1},
		{"a table without a header", "a.csv", "They met,yesterday\nin,Kyiv\n", 0, "is a table without a column for title or text; --columns text=3,title=1 says where they are", 1},
		{"a feed that is a page", "feed.xml", "<!DOCTYPE html><html><head><title>Not found</title></head><body><p>There is no feed here.</p></body></html>", 0, "", 1},
		{"a PDF that is none", "a.pdf", "%PDF-1.7\n", 1, "could not be read: read as PDF: is damaged, or asks for more memory than entente gives", 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := t.TempDir()
			for name, s := range map[string]string{c.file: c.in, "zz.txt": held} {
				if err := os.WriteFile(filepath.Join(dir, name), []byte(s), 0o600); err != nil {
					t.Fatal(err)
				}
			}
			r := run(t, "", "list", dir)
			want := ""
			if c.said != "" {
				want = "entente: " + filepath.Join(dir, c.file) + " " + c.said
			}
			if !strings.HasPrefix(r.err, want) || want == "" && r.err != "" || strings.Count(r.err, "\n") > 1 || r.code != c.code {
				t.Errorf("exit code %d, said %q, want %d and %q", r.code, r.err, c.code, want)
			}
			if n := strings.Count(r.out, "\n"); n != c.lines || !strings.Contains(r.out, "Trudeau") || strings.Contains(r.out, "root:") {
				t.Errorf("%d lines, want %d:\n%s", n, c.lines, r.out)
			}
		})
	}
}

// TestFaults_Folder is what is no file at all: a pipe that nobody writes to, a
// circle of links, and a folder that nobody may look into.
func TestFaults_Folder(t *testing.T) {
	dir := t.TempDir()
	at := func(name string) string { return filepath.Join(dir, name) }
	for _, err := range []error{
		os.WriteFile(at("zz.txt"), []byte(held), 0o600),
		syscall.Mkfifo(at("fifo"), 0o600),
		os.Symlink("..", at("loop")),
		os.Mkdir(at("closed"), 0o700),
		os.WriteFile(at("closed/a.txt"), []byte(held), 0o600),
		os.Chmod(at("closed"), 0),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	t.Cleanup(func() { _ = os.Chmod(at("closed"), 0o700) })
	r := run(t, "", "list", dir)
	want := []string{"DIR/fifo is no regular file", "DIR/loop is a link, which entente does not follow; name it to read it"}
	if os.Geteuid() != 0 { // root may look into everything
		want = append(want, "DIR/closed could not be read: permission denied")
	}
	said := strings.ReplaceAll(r.err, dir, "DIR")
	for _, s := range want {
		if !strings.Contains(said, "entente: "+s+"\n") {
			t.Errorf("it does not say %q: %s", s, said)
		}
	}
	if !strings.Contains(r.out, "Trudeau") {
		t.Errorf("the article is missing: %+v", r)
	}
}

// TestFaults_LargeMbox: two gigabytes of mail go by without being held.
func TestFaults_LargeMbox(t *testing.T) {
	if testing.Short() {
		t.Skip("two gigabytes take a while")
	}
	r, w := io.Pipe()
	go func() {
		const head = "From a\nFrom: a <a@b.example>\nTo: c\nSubject: %d\nDate: 1 Jun 2024 10:00:00 +0000\n\n"
		filler := strings.Repeat("x", 1<<16) + "\n"
		for i := range 128 { // each of 16 MiB and more, which is too large for a message; then one that is not
			_, _ = fmt.Fprintf(w, head, i)
			for range 257 {
				_, _ = io.WriteString(w, filler)
			}
			_, _ = io.WriteString(w, "\n")
		}
		_, _ = fmt.Fprintf(w, head+held, 128)
		_ = w.Close()
	}()
	var out, errs bytes.Buffer
	code := cli.Main(t.Context(), []string{"list", "-"}, cli.Streams{In: r, Out: &out, Err: &errs}, engine)
	if code != 1 || !strings.Contains(out.String(), "Trudeau") || !strings.Contains(errs.String(), "message 1: a message is larger than 16 MiB") ||
		!strings.Contains(errs.String(), "and 125 more records") {
		t.Errorf("exit code %d, %q, %q", code, out.String(), errs.String())
	}
}
