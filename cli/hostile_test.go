package cli_test

import (
	"crypto/sha256"
	"encoding/hex"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"entente/cli"
	"entente/export"
	"entente/loader"
	"entente/loader/extract"
	"entente/loader/gazetteer"
	"entente/model"
	"entente/text/hostile"
)

var everyPayload = flag.Bool("hostile", false, "every payload through every way in and out, and print the table")

// bothReaders finds what prose tells, as the program does, and what lines say outright, so that payloads get into every field.
type bothReaders struct{ prose *extract.Reader }

// Read reads an article.
func (b bothReaders) Read(a *model.Article) {
	b.prose.Read(a)
	plainReader{}.Read(a)
}

// Explain says what was weighed.
func (b bothReaders) Explain(a *model.Article) []string { return b.prose.Explain(a) }

var bothEngine = sync.OnceValue(func() cli.Engine {
	g := gazetteer.Default()
	r := bothReaders{extract.New(g)}
	return cli.Engine{Reader: func() loader.Reader { return r }, Merge: hashed, Names: g}
})

// hashed gives meetings IDs as the program does: theirs never hold what an article says.
func hashed(articles []*model.Article, _ ...*model.Meeting) []*model.Meeting {
	out := oneEach(articles)
	for _, m := range out {
		sum := sha256.Sum256([]byte(m.ID))
		m.ID = "m-" + hex.EncodeToString(sum[:5])
	}
	return out
}

// matrix counts, for each way in and out, the payloads that arrived and the outputs that did harm.
type matrix struct {
	mu      sync.Mutex
	outputs []string
	seen    map[[2]string]int // way, output
	bad     map[[2]string]int
	sent    map[string]int
}

// lane is one way in on its way through every output.
type lane struct {
	*matrix
	t    *testing.T
	in   string
	dir  string
	sent []int // which payloads
}

// take checks what one output gave.
func (l *lane) take(out, s string, sh shape) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if !slices.Contains(l.outputs, out) {
		l.outputs = append(l.outputs, out)
	}
	k := [2]string{l.in, out}
	for _, i := range l.sent {
		if strings.Contains(s, mark(i)) {
			l.seen[k]++
		}
	}
	if r, at, found := hostile.Obeyed(s); found {
		l.bad[k]++
		l.t.Errorf("to %s: %U near %.300q", out, r, s[max(0, at-150):min(len(s), at+100)])
	}
	if err := sh(s); err != nil {
		l.bad[k]++
		l.t.Errorf("to %s: %v", out, err)
	}
}

func mark(i int) string { return fmt.Sprintf("Qx%03dx", i) }

// print shows the table.
func (m *matrix) print(t *testing.T) {
	t.Helper()
	slices.Sort(m.outputs)
	t.Logf("%d payloads. Each row is a way in, each column a way out: payloads whose mark came out / outputs that did harm", len(hostile.All()))
	for i, o := range m.outputs {
		t.Logf("  %2d %s", i+1, o)
	}
	head := fmt.Sprintf("%-22s %5s", "", "sent")
	for i := range m.outputs {
		head += fmt.Sprintf(" %6d", i+1)
	}
	t.Log(head)
	cells, arrived, harm := 0, 0, 0
	for _, w := range ways {
		line := fmt.Sprintf("%-22s %5d", w.name, m.sent[w.name])
		for _, o := range m.outputs {
			k := [2]string{w.name, o}
			line += fmt.Sprintf(" %4d/%d", m.seen[k], m.bad[k])
			cells, arrived, harm = cells+m.sent[w.name], arrived+m.seen[k], harm+m.bad[k]
		}
		t.Log(line)
	}
	t.Logf("%d payloads × outputs asserted, in %d the mark came out, %d did harm", cells, arrived, harm)
}

// TestHostile sends the payloads through each way in, and asserts on the bytes
// of each way out. A sample goes through in each run; -hostile sends every one.
func TestHostile(t *testing.T) {
	m := &matrix{seen: map[[2]string]int{}, bad: map[[2]string]int{}, sent: map[string]int{}}
	plain := run(t, "", "export", "html", "testdata/pile").out
	step := 24
	switch {
	case *everyPayload:
		step = 1
	case testing.Short():
		step = 192
	}
	t.Run("ways", func(t *testing.T) {
		for n, w := range ways {
			t.Run(w.name, func(t *testing.T) {
				t.Parallel()
				l := &lane{matrix: m, t: t, in: w.name, dir: filepath.Join(t.TempDir(), "articles")}
				files := l.put(w, n, step)
				l.files(plain)
				l.one(files)
				l.kept()
				l.screen()
			})
		}
	})
	m.print(t)
}

// put writes the files of a way: every step-th payload, beginning with another one for each way.
func (l *lane) put(w way, first, step int) (files []string) {
	for i, p := range hostile.All() {
		if i%step != first%step {
			continue
		}
		name, content := w.put(mark(i), p.Text)
		file := filepath.Join(l.dir, fmt.Sprintf("%03d", i), name)
		if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
			l.t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(content), 0o600); err != nil {
			l.t.Fatalf("%s: %v", p.Name, err)
		}
		files, l.sent = append(files, file), append(l.sent, i)
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	l.matrix.sent[w.name] = len(files)
	return files
}

// files runs what prints a whole folder.
func (l *lane) files(plain string) {
	var errs strings.Builder
	log := filepath.Join(l.t.TempDir(), "log")
	shapes := map[string]shape{
		"csv": csvTable(false), "ics": calendar, "html": page(plain), "markdown": chronology, "graphml": graphOf, "timelinejs": slides, "jsonl": jsonLines,
	}
	for _, c := range []struct {
		args []string
		sh   shape
	}{
		{[]string{"list"}, anyShape},
		{[]string{"list", "--format", "jsonl"}, jsonLines},
		{[]string{"extract"}, jsonLines},
		{[]string{"extract", "--names"}, jsonLines},
		{[]string{"export", "csv", "--raw-csv"}, csvTable(true)},
		{[]string{"index"}, anyShape},
	} {
		r := both(l.t, append(c.args, "--debug", log, l.dir)...)
		l.take(strings.Join(c.args, " "), r.out, c.sh)
		errs.WriteString(r.err)
	}
	for _, f := range export.Formats() {
		sh, ok := shapes[f.Name]
		if !ok {
			l.t.Fatalf("nothing says what an export as %s must be", f.Name)
		}
		r := both(l.t, "export", f.Name, l.dir)
		l.take("export "+f.Name, strings.ReplaceAll(r.out, "\r\n", "\n"), func(string) error { return sh(r.out) })
		errs.WriteString(r.err)
		if f.Name == "markdown" || f.Name == "html" {
			l.verify(f.Name, r.out)
		}
	}
	logged, err := os.ReadFile(log)
	if err != nil {
		l.t.Error(err)
	}
	l.take("log", string(logged), anyShape)
	l.take("errors of folders", errs.String(), sentencesOnly)
	if fresh, known := both(l.t, "--no-index", "list", l.dir), both(l.t, "list", l.dir); fresh != known {
		l.t.Error("from the index comes something else")
	}
}

// verify checks an export against the articles that it was made from: every quotation must stand.
func (l *lane) verify(format, exported string) {
	file := filepath.Join(l.t.TempDir(), "out")
	if err := os.WriteFile(file, []byte(exported), 0o600); err != nil {
		l.t.Fatal(err)
	}
	r := both(l.t, "verify", file, l.dir)
	l.take("verify "+format, r.out, anyShape)
	if r.code != 0 && !strings.Contains(r.err, "it has no quotations") && !strings.Contains(r.err, "could not be read") {
		l.t.Errorf("verify of the %s: %+v", format, r)
	}
}

// one runs what prints one article.
func (l *lane) one(files []string) {
	var out [2]strings.Builder
	var errs strings.Builder
	for n, file := range files {
		for i, command := range []string{"read", "why"} {
			r := both(l.t, command, file)
			out[i].WriteString(r.out)
			errs.WriteString(r.err)
		}
		if n%8 == 0 { // the whole folder is read for it
			i := l.sent[n]
			r := both(l.t, "read", mark(i)+hostile.All()[i].Text, l.dir)
			errs.WriteString(r.err)
		}
	}
	l.take("read", out[0].String(), anyShape)
	l.take("why", out[1].String(), anyShape)
	l.take("errors of articles", errs.String(), sentencesOnly)
}

// kept corrects every meeting and looks at the file, and at what reads it.
func (l *lane) kept() {
	loaded, change, err := cli.Load(l.t.Context(), bothEngine(), l.dir)
	if err != nil {
		l.t.Fatal(err)
	}
	if loaded.Timeline.Len() == 0 {
		return
	}
	if err := change(cli.Reject(loaded.Timeline)); err != nil {
		l.t.Fatal(err)
	}
	file := filepath.Join(filepath.Dir(l.dir), "entente.corrections")
	raw, err := os.ReadFile(file)
	if err != nil {
		l.t.Fatal(err)
	}
	l.take("corrections file", string(raw), correctionLines)
	listed, checked := both(l.t, "corrections", l.dir), both(l.t, "corrections", "check", l.dir)
	l.take("corrections", listed.out, correctionLines)
	l.take("corrections check", checked.out, anyShape)
	if n := loaded.Timeline.Len(); !strings.Contains(checked.out, fmt.Sprintf("%d of %d corrections hold", n, n)) || sentencesOnly(checked.err) != nil {
		l.t.Errorf("of %d corrections: %.300q, %.300q", n, checked.out, checked.err)
	}
	if err := os.Remove(file); err != nil {
		l.t.Fatal(err)
	}
}

func both(t *testing.T, args ...string) result {
	t.Helper()
	var out, errs strings.Builder
	code := cli.Main(t.Context(), args, cli.Streams{In: strings.NewReader(""), Out: &out, Err: &errs}, bothEngine)
	return result{code, out.String(), errs.String()}
}

// TestHostile_CommandLine gives each payload to each command in the place of what
// it wants: what is said is one or two clean sentences, and nothing else happens.
func TestHostile_CommandLine(t *testing.T) {
	dir := t.TempDir()
	step := 8
	if testing.Short() {
		step = 64
	}
	for i, p := range hostile.All() {
		if !*everyPayload && i%step != 0 {
			continue
		}
		s := "x" + p.Text
		for _, args := range [][]string{
			{s},
			{"--" + s},
			{"list", s},
			{"list", "--filter", s, "testdata/pile"},
			{"list", "--who", s, "testdata/pile"},
			{"list", "--in", p.Text, "testdata/pile"},
			{"list", "--from", s},
			{"list", "--format", s},
			{"--theme", s},
			{"extract", filepath.Join(dir, s)},
			{"read", s, "testdata/pile"},
			{"why", s, "testdata/pile"},
			{"export", s},
			{"export", "csv", "-o", filepath.Join(dir, "no", s), "testdata/pile"},
			{"verify", s},
			{"index", s},
			{"index", "--check", s},
			{"corrections", s},
			{"corrections", "check", s},
			{"corrections", "add", s, "testdata/pile"},
			{"list", "--debug", filepath.Join(dir, "no", s)},
			{"completion", s},
			{"help", s},
		} {
			r := run(t, "", args...)
			if c, at, bad := hostile.Obeyed(r.out + r.err); bad {
				t.Errorf("%.80q: %U near %.200q", args, c, (r.out + r.err)[max(0, at-100):])
			}
			if err := sentencesOnly(r.err); err != nil || strings.Count(r.err, "\n") > 2 {
				t.Errorf("%.80q: %v; says %.300q", args, err, r.err)
			}
		}
	}
	if left, err := filepath.Glob(filepath.Join(dir, "*")); err != nil || len(left) > 0 {
		t.Errorf("left behind: %q, %v", left, err)
	}
}
