package store_test

import (
	"bufio"
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"entente/loader"
	"entente/model"
	"entente/store"
)

// The tests start themselves as a second program: what it does stands in the environment.
func TestMain(m *testing.M) {
	switch path := os.Getenv("STORE_TEST_PATH"); os.Getenv("STORE_TEST_DO") {
	case "append":
		appendMany(path)
	case "keep":
		keepForever(path)
	case "index":
		indexForever(path)
	default:
		os.Exit(m.Run())
	}
}

// second starts the test program again for another task.
func second(t *testing.T, do, path string, env ...string) *exec.Cmd {
	t.Helper()
	c := exec.CommandContext(t.Context(), os.Args[0])
	c.Env = append(append(os.Environ(), "STORE_TEST_DO="+do, "STORE_TEST_PATH="+path), env...)
	c.Stderr = os.Stderr
	return c
}

// appendMany adds numbered lines and says each number once it is safe.
func appendMany(path string) {
	who, count := os.Getenv("STORE_TEST_WHO"), 1_000_000
	if n, err := strconv.Atoi(os.Getenv("STORE_TEST_COUNT")); err == nil {
		count = n
	}
	b, err := store.OpenBook(besideFile(path))
	if err != nil {
		panic(err)
	}
	for i := range count {
		if err := b.Add(store.Correction{Verb: store.Reject, Of: store.Address{ID: fmt.Sprintf("m-%s-%d", who, i)}}); err != nil {
			panic(err)
		}
		_, _ = fmt.Fprintln(os.Stdout, i)
	}
}

// besideFile is a collection whose corrections stand in path.
func besideFile(path string) store.Collection {
	return store.NewCollection([]string{filepath.Join(filepath.Dir(path), "article.txt")})
}

func idsIn(t *testing.T, path string) []string {
	t.Helper()
	f := store.File{Path: path}
	s, err := f.Read()
	if err != nil {
		t.Fatal(err)
	}
	lines, problems := store.Corrections(path, &s)
	if len(problems) > 0 {
		t.Errorf("damaged: %v", problems)
	}
	var out []string
	for _, c := range lines {
		out = append(out, c.Of.ID)
	}
	return out
}

// Two programs write to one file at the same time; every line of both is there.
func TestFile_TwoProgramsLoseNothing(t *testing.T) {
	path := filepath.Join(t.TempDir(), "entente.corrections")
	const each = 40
	var all []*exec.Cmd
	for _, who := range []string{"a", "b", "c"} {
		c := second(t, "append", path, "STORE_TEST_WHO="+who, "STORE_TEST_COUNT="+strconv.Itoa(each))
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		all = append(all, c)
	}
	for _, c := range all {
		if err := c.Wait(); err != nil {
			t.Fatal(err)
		}
	}
	if got := idsIn(t, path); len(got) != 3*each {
		t.Errorf("%d lines of %d are there", len(got), 3*each)
	}
}

// A keeper is a family of the user's files: a second program writes to it over and over, and says each number once it is safe.
type keeper struct {
	name string
	// write writes what has a number; who tells one program from the next.
	write func(c store.Collection, who string, n int) error
	// has tells that it is there, and that the file is whole.
	has func(t *testing.T, c store.Collection, who string, n int) bool
}

func sighted(who string, n int) []model.Sight {
	all := make([]model.Sight, 40)
	for i := range all {
		all[i] = model.Sight{Meeting: &model.Meeting{
			ID: fmt.Sprintf("m-%s-%d-%d", who, n, i), Date: model.NewDate(2024, 5, 14), People: []model.Participant{{Name: "Kaja Kallas", Party: "EE"}}, Sources: n,
		}}
	}
	return all
}

// marked are meetings that only tests of marks know.
func marked(who string) []*model.Meeting {
	var ms []*model.Meeting
	for n := range 200 {
		ms = append(ms, &model.Meeting{ID: fmt.Sprintf("m-%x", sha256.Sum256(fmt.Append(nil, who, n)))[:12], Date: model.NewDate(2024, 5, 14)})
	}
	return ms
}

var keepers = []keeper{
	{
		"corrections",
		func(c store.Collection, who string, n int) error {
			b, err := store.OpenBook(c)
			if err != nil {
				return err
			}
			return b.Add(store.Correction{Verb: store.Reject, Of: store.Address{ID: fmt.Sprintf("m-%s-%d", who, n)}})
		},
		func(t *testing.T, c store.Collection, who string, n int) bool {
			t.Helper()
			b, err := store.OpenBook(c)
			if err != nil {
				t.Fatal(err)
			}
			if _, p := b.Apply(nil, nil); slices.ContainsFunc(p, func(p store.Problem) bool { return p.Kind == store.Damaged }) {
				t.Errorf("damaged: %v", p)
			}
			return slices.ContainsFunc(b.Lines(), func(c store.Correction) bool { return c.Of.ID == fmt.Sprintf("m-%s-%d", who, n) })
		},
	},
	{
		"marks",
		func(c store.Collection, who string, n int) error {
			k, err := store.OpenMarks(c)
			if err != nil {
				return err
			}
			ms := marked(who)
			return k.Set(timeline(ms), nil, map[string]model.Mark{ms[n%len(ms)].ID: {Bookmarked: true, Read: true, Tags: []string{"a"}, Note: who}})
		},
		func(t *testing.T, c store.Collection, who string, n int) bool {
			t.Helper()
			k, err := store.OpenMarks(c)
			if err != nil {
				t.Fatal(err)
			}
			if p := k.Damaged(); len(p) > 0 {
				t.Errorf("damaged: %v", p)
			}
			ms := marked(who)
			m := k.Resolve(timeline(ms))[ms[n%len(ms)].ID]
			return m.Bookmarked && m.Read && m.Note == who && len(m.Tags) == 1
		},
	},
	{
		"views",
		func(c store.Collection, who string, n int) error {
			return store.OpenViews(c).Save(store.View{Name: fmt.Sprint(who, "-", n%50), Line: fmt.Sprint("src>=", n)})
		},
		func(t *testing.T, c store.Collection, who string, n int) bool {
			t.Helper()
			all, damaged, err := store.OpenViews(c).All()
			if err != nil || len(damaged) > 0 {
				t.Errorf("damaged: %v, %v", damaged, err)
			}
			// What came next may be there, although nobody was told.
			return slices.ContainsFunc(all, func(v store.View) bool { return v.Name == fmt.Sprint(who, "-", n%50) })
		},
	},
	{
		"what was seen",
		func(c store.Collection, who string, n int) error { return store.OpenSeen(c).Remember(sighted(who, n)) },
		func(t *testing.T, c store.Collection, who string, n int) bool {
			t.Helper()
			all, damaged, known, err := store.OpenSeen(c).Last()
			if err != nil || !known || len(damaged) > 0 || len(all) != 40 { // all or nothing
				t.Errorf("%d of 40 lines, %v, %v", len(all), damaged, err)
				return false
			}
			return all[0].ID == fmt.Sprintf("m-%s-%d-0", who, n) || all[0].ID == fmt.Sprintf("m-%s-%d-0", who, n+1)
		},
	},
}

// keepForever is the second program.
func keepForever(path string) {
	k := keepers[slices.IndexFunc(keepers, func(k keeper) bool { return k.name == os.Getenv("STORE_TEST_KEEP") })]
	for n := range 1_000_000 {
		if err := k.write(besideFile(path), os.Getenv("STORE_TEST_WHO"), n); err != nil {
			panic(err)
		}
		_, _ = fmt.Fprintln(os.Stdout, n)
	}
}

// What was said to be written is there after the program is killed, no line is half there, and the version before can be read too.
func TestFile_KilledWhileWriting(t *testing.T) {
	for _, k := range keepers {
		t.Run(k.name, func(t *testing.T) {
			dir := t.TempDir()
			t.Setenv("XDG_DATA_HOME", dir)
			path, rnd := filepath.Join(dir, "entente.corrections"), rand.New(rand.NewPCG(3, 4))
			for round := range (*kills + 3) / 4 {
				who := strconv.Itoa(round)
				c := second(t, "keep", path, "STORE_TEST_KEEP="+k.name, "STORE_TEST_WHO="+who)
				out, err := c.StdoutPipe()
				if err != nil {
					t.Fatal(err)
				}
				if err := c.Start(); err != nil {
					t.Fatal(err)
				}
				last, lines := "", bufio.NewScanner(out)
				for n := 0; n < 1+rnd.IntN(4) && lines.Scan(); n++ {
					last = lines.Text()
				}
				time.Sleep(time.Duration(rnd.Int64N(int64(3 * time.Millisecond)))) // some moment of the next writes
				if err := c.Process.Kill(); err != nil {
					t.Fatal(err)
				}
				for lines.Scan() { // what was said before the kill
					last = lines.Text()
				}
				_ = c.Wait()
				n, err := strconv.Atoi(last)
				if err != nil || !k.has(t, besideFile(path), who, n) {
					t.Fatalf("round %d: %s was said to be written and is not there, %v", round, last, err)
				}
				if round%16 == 15 { // or each write would copy what a thousand programs left
					dir = t.TempDir()
					t.Setenv("XDG_DATA_HOME", dir)
					path = filepath.Join(dir, "entente.corrections")
				}
			}
		})
	}
}

func TestFile_OlderVersionAndMode(t *testing.T) {
	dir := t.TempDir()
	private := store.File{Path: filepath.Join(dir, "data", "x.marks"), Private: true, Heading: "Marks.\n\nMore."}
	add := func(f *store.File, line string) {
		t.Helper()
		if err := f.Update(func(s *store.Sheet) error { s.Append(line); return nil }); err != nil {
			t.Fatal(err)
		}
	}
	content := func(path string) string {
		raw, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		return string(raw)
	}
	mode := func(path string) fs.FileMode {
		info, err := os.Stat(path)
		if err != nil {
			t.Fatal(err)
		}
		return info.Mode().Perm()
	}
	add(&private, "one")
	add(&private, "two")
	if got, want := content(private.Path), "# Marks.\n#\n# More.\none\ntwo\n"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if got, want := content(private.Path+".bak"), "# Marks.\n#\n# More.\none\n"; got != want {
		t.Errorf("the version before: %q, want %q", got, want)
	}
	if mode(private.Path) != 0o600 || mode(filepath.Dir(private.Path)) != 0o700 {
		t.Errorf("modes %o and %o", mode(private.Path), mode(filepath.Dir(private.Path)))
	}
	shared := store.File{Path: filepath.Join(dir, "entente.corrections")}
	if err := os.WriteFile(shared.Path, []byte("no newline"), 0o640); err != nil {
		t.Fatal(err)
	}
	add(&shared, "next")
	if got := content(shared.Path); got != "no newline\nnext\n" || mode(shared.Path) != 0o640 {
		t.Errorf("%q, mode %o", got, mode(shared.Path))
	}
	link := filepath.Join(dir, "link")
	if err := os.Symlink(shared.Path, link); err != nil {
		t.Fatal(err)
	}
	add(&store.File{Path: link}, "by the link")
	if info, err := os.Lstat(link); err != nil || info.Mode()&fs.ModeSymlink == 0 || !strings.HasSuffix(content(shared.Path), "by the link\n") {
		t.Errorf("the link became %v, %v; the file %q", info.Mode(), err, content(shared.Path))
	}
	refused := errors.New("refused")
	if err := shared.Update(func(s *store.Sheet) error { s.Append("x"); return refused }); !errors.Is(err, refused) || strings.Contains(content(shared.Path), "x\n") {
		t.Errorf("a refused change: %v, %q", err, content(shared.Path))
	}
	for _, e := range must(os.ReadDir(dir)) {
		if strings.HasPrefix(e.Name(), ".") {
			t.Errorf("%s was left behind", e.Name())
		}
	}
}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

// Two people correct the same folder; version control joins their files by itself.
func TestFile_MergedByGit(t *testing.T) {
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("there is no git here")
	}
	for _, attributes := range []string{"entente.corrections merge=union\n", ""} {
		dir := t.TempDir()
		git := func(args ...string) error {
			c := exec.CommandContext(t.Context(), "git", append([]string{"-C", dir, "-c", "user.name=a", "-c", "user.email=a@example.org"}, args...)...)
			out, err := c.CombinedOutput()
			if err != nil {
				err = fmt.Errorf("git %v: %w: %s", args, err, out)
			}
			return err
		}
		path := filepath.Join(dir, "entente.corrections")
		add := func(ids ...string) {
			b := must(store.OpenBook(besideFile(path)))
			for _, id := range ids {
				if err := b.Add(store.Correction{Verb: store.Reject, Of: store.Address{ID: id}}); err != nil {
					t.Fatal(err)
				}
			}
			if err := errors.Join(git("add", "entente.corrections"), git("commit", "-q", "-m", "x")); err != nil {
				t.Fatal(err)
			}
		}
		if err := git("init", "-q", "-b", "main"); err != nil {
			t.Fatal(err)
		}
		if attributes != "" {
			if err := errors.Join(os.WriteFile(filepath.Join(dir, ".gitattributes"), []byte(attributes), 0o600), git("add", ".gitattributes")); err != nil {
				t.Fatal(err)
			}
		}
		add("m-0")
		if err := git("checkout", "-q", "-b", "other"); err != nil {
			t.Fatal(err)
		}
		add("m-1", "m-2")
		if err := git("checkout", "-q", "main"); err != nil {
			t.Fatal(err)
		}
		add("m-3")
		err := git("merge", "-q", "other", "-m", "x")
		if attributes != "" && err != nil {
			t.Fatal(err)
		}
		s := must((&store.File{Path: path}).Read())
		lines, problems := store.Corrections(path, &s)
		var got []string
		for _, c := range lines {
			got = append(got, c.Of.ID)
		}
		slices.Sort(got)
		if !slices.Equal(got, []string{"m-0", "m-1", "m-2", "m-3"}) || (err == nil) != (len(problems) == 0) {
			t.Errorf("with %q: %v, %v", attributes, got, problems)
		}
	}
}

// Whatever is corrected and taken back, in whatever order, the list is as it was read.
func TestBook_TenThousandCorrectionsAndUndos(t *testing.T) {
	operations := 10_000
	if testing.Short() {
		operations = 1000
	}
	rnd := rand.New(rand.NewPCG(7, 8))
	ms := collection().Meetings
	want := listed(t, ms)
	var s store.Sheet
	s.Append("# The first line is a comment.")
	heading := s.String()
	var done []store.Correction
	undo := func(i int) {
		if !s.Remove(done[i].String()) {
			t.Fatalf("%q is not there", done[i])
		}
		done = slices.Delete(done, i, i+1)
	}
	apply := func() string {
		s := store.ParseSheet(s.String()) // as if read from the file
		lines, damaged := store.Corrections("c", &s)
		if len(damaged) > 0 || len(lines) != len(done) {
			t.Fatalf("%d corrections, want %d; %v", len(lines), len(done), damaged)
		}
		out, _ := store.Apply(ms, lines, loader.Unite)
		return listed(t, out)
	}
	changed := 0
	for n := range operations {
		if len(done) > 0 && rnd.IntN(100) < 49 {
			undo(rnd.IntN(len(done)))
		} else {
			c := randomCorrection(rnd, ms)
			s.Append(c.String())
			done = append(done, c)
		}
		if n%500 == 499 {
			first := apply()
			if first != apply() {
				t.Fatalf("after %d operations two runs differ", n+1)
			}
			if first != want {
				changed++
			}
		}
	}
	if changed == 0 {
		t.Error("no correction ever changed the list: the test shows nothing")
	}
	for len(done) > 0 {
		undo(rnd.IntN(len(done)))
	}
	if s.String() != heading {
		t.Errorf("the file is not as it was: %q", s.String())
	}
	if got := apply(); got != want {
		t.Errorf("the list is not as it was:\n%s", firstDifference(got, want))
	}
}

// The same by lines that take others back, as somebody does who cannot remove a colleague's line.
func TestCorrection_InverseLinesTakeBack(t *testing.T) {
	rnd := rand.New(rand.NewPCG(9, 10))
	ms := collection().Meetings
	want := listed(t, ms)
	n := 300
	if testing.Short() {
		n = 50
	}
	for range n {
		c := randomCorrection(rnd, ms)
		if c.Verb == store.Same && c.Of.ID == c.Other.ID {
			continue
		}
		out, _ := store.Apply(ms, numbered([]store.Correction{c, c.Inverse()}), loader.Unite)
		if got := listed(t, out); got != want {
			t.Fatalf("%q and %q leave\n%s", c, c.Inverse(), firstDifference(got, want))
		}
	}
}

// A line that is taken out comes back where it stood, and everything else in the file stays byte by byte.
func TestBook_RemoveAndUndo(t *testing.T) {
	path := filepath.Join(t.TempDir(), "entente.corrections")
	const file = "# ours\r\nreject m-1 # Ben\n\nnonsense\nreject m-1 # Ben\nkind m-2 = call"
	if err := os.WriteFile(path, []byte(file), 0o600); err != nil {
		t.Fatal(err)
	}
	is := func(want string) {
		t.Helper()
		if raw := must(os.ReadFile(path)); string(raw) != want {
			t.Fatalf("%q, want %q", raw, want)
		}
	}
	b := must(store.OpenBook(besideFile(path)))
	if n, err := b.Remove(b.Lines()[:2]...); n != 2 || err != nil {
		t.Fatalf("%d steps, %v", n, err)
	}
	is("# ours\r\n\nnonsense\nkind m-2 = call")
	for range 2 {
		if err := b.Undo(); err != nil {
			t.Fatal(err)
		}
	}
	is(file)
	if n, err := b.Remove(b.Lines()[2]); n != 1 || err != nil {
		t.Fatalf("%d steps, %v", n, err)
	}
	is("# ours\r\nreject m-1 # Ben\n\nnonsense\nreject m-1 # Ben\n")
	gone := b.Lines()[0]
	if err := os.WriteFile(path, []byte("# somebody else\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if n, err := b.Remove(gone); n != 0 || err == nil {
		t.Fatalf("a line that is gone: %d steps, %v", n, err)
	}
	if err := b.Undo(); err != nil || len(b.Lines()) != 1 {
		t.Fatalf("%v, %v", b.Lines(), err)
	}
	if err := b.Undo(); !errors.Is(err, store.ErrNothing) {
		t.Fatal(err)
	}
}

// Somebody else's file that cannot be written is answered by a line in the user's own.
func TestBook_RemoveFromAFileThatCannotBeWritten(t *testing.T) {
	if os.Geteuid() == 0 || runtime.GOOS == "windows" {
		t.Skip("root may write everywhere")
	}
	dir := filepath.Join(t.TempDir(), "shared")
	if err := os.MkdirAll(filepath.Join(dir, "articles"), 0o700); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(dir, "entente.corrections")
	if err := os.WriteFile(path, []byte("reject m-1 # Ben\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	t.Setenv("XDG_DATA_HOME", t.TempDir())
	if err := os.Chmod(dir, 0o500); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.Chmod(dir, 0o700) })
	b := must(store.OpenBook(store.NewCollection([]string{filepath.Join(dir, "articles")})))
	if n, err := b.Remove(b.Lines()...); n != 1 || err != nil {
		t.Fatalf("%d steps, %v", n, err)
	}
	if lines := b.Lines(); len(lines) != 2 || lines[1].String() != "keep m-1  # Ben" {
		t.Fatalf("%v", lines)
	}
	if err := b.Undo(); err != nil || len(b.Lines()) != 1 {
		t.Fatalf("%v, %v", b.Lines(), err)
	}
}
