package main_test

import (
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// planted are lines that let something foreign out, each behind a line of a file, in every room and by every kind of way.
var planted = []struct{ file, behind, line string }{
	// What a value goes through on its way.
	{"cli/read.go", inPage, `fmt.Print(x.Title)`},
	{"cli/read.go", inPage, `fmt.Printf("%s", x.Source)`},
	{"cli/read.go", inPage, `println(x.Byline)`},
	{"cli/read.go", inPage, `if width < -1 { panic(x.Text) }`},
	{"cli/read.go", inPage, `_, _ = io.WriteString(os.Stderr, "a"+x.ID)`},
	{"cli/read.go", inPage, `_, _ = fmt.Fprintln(os.Stdout, strings.ToUpper(x.URL))`},
	{"cli/read.go", inPage, `fmt.Println(x.Sources[0].Outlet)`},
	{"cli/read.go", inPage, `fmt.Println(x.Reports[0].People[0].Name)`},
	{"cli/read.go", inPage, `fmt.Println(string(x.Reports[0].Place.Host), text.Row(x.Title))`},
	{"cli/read.go", inPage, `fmt.Println([]string{x.Reports[0].Evidence[0].Note})`},
	{"cli/read.go", inPage, `fmt.Print(text.Cut(x.Title, 5))`},
	{"cli/read.go", inPage, `fmt.Print(text.Fold(x.Title))`},
	{"cli/read.go", inPage, `fmt.Printf("%v", x)`},
	{"cli/read.go", inPage, `fmt.Print(errors.New(x.Title))`},
	{"cli/read.go", inPage, `fmt.Print(fmt.Errorf("%s", x.Title).Error())`},
	{"cli/read.go", inPage, `fmt.Print(func() string { return x.Title }())`},
	{"cli/read.go", inPage, `func(s ...string) { fmt.Print(s) }(x.Title)`},
	{"cli/read.go", inPage, `for w := range strings.SplitSeq(x.Title, " ") { fmt.Print(w) }`},
	{"cli/read.go", inPage, `for _, r := range x.Title { fmt.Print(string(r)) }`},
	{"cli/read.go", inPage, `for k := range map[string]int{x.Title: 1} { fmt.Print(k) }`},
	{"cli/read.go", inPage, `fmt.Print(map[int]string{1: x.Title}[1])`},
	{"cli/read.go", inPage, `fmt.Print([]byte(x.Title))`},
	{"cli/read.go", inPage, `ch := make(chan string, 1); ch <- x.Title; fmt.Print(<-ch)`},
	{"cli/read.go", inPage, `pt := &x.Title; fmt.Print(*pt)`},
	{"cli/read.go", inPage, `var held any = x.Title; fmt.Print(held.(string))`},
	{"cli/read.go", inPage, `var to strings.Builder; to.WriteString(x.Title); fmt.Print(to.String())`},
	{"cli/read.go", inPage, `over := bufio.NewWriter(os.Stdout); _, _ = over.WriteString(x.Title)`},
	{"cli/read.go", inPage, `defer fmt.Print(x.Title)`},
	{"cli/read.go", inPage, `go fmt.Print(x.Title)`},
	{"cli/read.go", inPage, `fmt.Print(wrap(x.Title, 3))`},
	{"cli/read.go", inPage, `fmt.Print(strconv.Quote("a") + os.Getenv("A"))`},
	{"cli/read.go", inPage, `fmt.Print(os.Args)`},
	{"cli/read.go", inPage, `rd, _ := os.ReadFile("a"); fmt.Print(string(rd))`},
	{"cli/read.go", inPage, `_, oe := os.Open("a"); fmt.Print(oe)`},
	{"cli/read.go", inPage, `ds, _ := os.ReadDir("."); fmt.Print(ds[0].Name())`},
	{"cli/read.go", inPage, `defer func() { fmt.Print(recover()) }()`},
	// By which it goes out.
	{"cli/read.go", inPage, `slog.Info("read", "title", x.Title)`},
	{"cli/read.go", inPage, `log.Print(x.Title)`},
	{"cli/read.go", inPage, `_ = os.WriteFile("a", []byte(x.Title), 0o600)`},
	{"cli/read.go", inPage, `fh, _ := os.Create("a"); _, _ = fh.WriteString(x.Title)`},
	{"cli/read.go", inPage, `_ = os.Setenv("A", x.Title)`},
	{"cli/read.go", inPage, `_ = exec.Command("a", x.Title)`},
	{"cli/read.go", inPage, `_ = (&exec.Cmd{Path: "a", Args: []string{x.Title}})`},
	{"cli/read.go", inPage, `_ = clipboard.WriteAll(x.Title)`},
	{"cli/export.go", "v, err := a.selected(ctx, paths, pick)", `if err == nil { _, _ = io.WriteString(a.Out, v.At(0).Title) }`},
	{"cli/export.go", "v, err := a.selected(ctx, paths, pick)", `_, _ = fmt.Fprintln(a.Err, err)`},
	{"cli/complete.go", "for _, v := range values {", `out = append(out, line+v)`},
	{"cli/config.go", "out := bufio.NewWriter(a.Out)", `_, _ = out.WriteString(path)`},
	// From which room.
	{"ui/view.go", "v := tea.NewView(strings.Join(m.frame, \"\\n\"))", `v.WindowTitle = m.tl.At(0).Title`},
	{"ui/view.go", "v := tea.NewView(strings.Join(m.frame, \"\\n\"))", `v.Content += m.tl.At(0).Place.City`},
	{"ui/yank.go", "if s == \"\" {", `return tea.SetClipboard(foreign)`},
	{"ui/status.go", "l.Join(f)", `if w < 0 { return m.tl.At(0).Title }`},
	{"ui/cells/cells.go", "func (l *Line) Put(k theme.Ink, s string) *Line {", `l.b.WriteString(s)`},
	{"ui/reader/frame.go", "if a := r.Article(); a != nil {", `r.card = append(r.card, a.Title)`},
	{"ui/outside.go", "in, ctx := m.plainText(), m.ctx", `in += m.tl.At(0).Title`},
	{"export/markdown.go", "for _, m := range s.Meetings {", `b.WriteString(m.Title)`},
	{"export/ics.go", "for _, r := range m.Reports {", `lines = append(lines, r.Article.Title)`},
	{"export/html.go", "row := pageRow{", `Year: m.Title,`},
	{"export/graphml.go", "for i, n := range names {", `g.Graph.Nodes = append(g.Graph.Nodes, graphNode{n, nil})`},
	{"export/jsonl.go", "j.buf.Reset()", `_, _ = fmt.Fprint(j.w, v)`},
	{"export/sheet.go", "for i, x := range cells {", `_, _ = fmt.Fprint(w, x)`},
	{"store/marks.go", "for _, m := range changed {", `if len(changed) > 9 { (&Sheet{}).Append(m.Title) }`},
	{"loader/pipeline.go", "begun := p.now()", `println(q.err.Error())`},
	{"score/score.go", "out := Reading{ID: a.ID, Published: a.Published.String()}", `println(out.ID)`},
}

// harmless are lines that let nothing out.
var harmless = []struct{ file, behind, line string }{
	{"cli/read.go", inPage, `fmt.Print(text.Row(x.Title), text.Body(x.Text), len(x.Title), x.Published, x.Title == "a")`},
	{"cli/read.go", inPage, `fmt.Print(x.Reports[0].Confidence, x.Reports[0].Kind, sha256.Sum256([]byte(x.Text)))`},
	{"cli/read.go", inPage, `fmt.Print(strings.Repeat("a", len(x.Title)), strconv.Itoa(strings.Count(x.Text, "a")))`},
}

const inPage = "func page(x *model.Article, width int) string {"

// imported are the packages that the lines need.
var imported = map[string]string{
	"io": "io", "os": "os", "fmt": "fmt", "log": "log", "exec": "os/exec", "slog": "log/slog", "bufio": "bufio", "errors": "errors", "strconv": "strconv",
	"clipboard": "github.com/atotto/clipboard", "sha256": "crypto/sha256", "tea": "charm.land/bubbletea/v2",
}

var qualified = regexp.MustCompile(`(?:^|[^.\w])(\w+)\.`)

// TestDoors_FindsWhatGoesPastThem plants breaches, and each is found; what is harmless is not.
func TestDoors_FindsWhatGoesPastThem(t *testing.T) {
	if testing.Short() {
		t.Skip("it reads the whole tree twice over")
	}
	all := slices.Concat(planted, harmless)
	overlay := map[string][]byte{}
	type place struct {
		file string
		line int
	}
	at := make([]place, len(all))
	needs := map[string]bool{} // file and name of a package
	for i, p := range all {
		name, err := filepath.Abs(p.file)
		if err != nil {
			t.Fatal(err)
		}
		source, ok := overlay[name]
		if !ok {
			if source, err = os.ReadFile(name); err != nil {
				t.Fatal(err)
			}
		}
		before, after, found := strings.Cut(string(source), p.behind+"\n")
		if !found {
			t.Fatalf("%s has no line %q", p.file, p.behind)
		}
		overlay[name] = []byte(before + p.behind + "\n" + p.line + " // planted\n" + after)
		at[i].file = name
		for _, m := range qualified.FindAllStringSubmatch(p.line, -1) {
			needs[name+m[1]] = true
		}
	}
	for name, source := range overlay {
		s := string(source)
		for ident, path := range imported {
			if needs[name+ident] && !strings.Contains(s, `"`+path+`"`) {
				s = strings.Replace(s, "import (\n", "import (\n\t\""+path+"\"\n", 1)
			}
		}
		overlay[name] = []byte(s)
		for i, p := range all {
			if at[i].file == name {
				before, _, _ := strings.Cut(s, "\n"+p.line+" // planted\n")
				at[i].line = 2 + strings.Count(before, "\n")
			}
		}
	}
	f := newFlow(t, overlay, ownPackages(t)...)
	from := f.ends()
	for i, p := range all {
		others := map[place]bool{}
		for j := range all {
			if at[j] != at[i] {
				others[at[j]] = true
			}
		}
		closed := func(pos token.Pos) bool {
			x := f.prog.Fset.Position(pos)
			return others[place{x.Filename, x.Line}]
		}
		found := slices.DeleteFunc(f.breaches(from, nil, closed), func(b breach) bool { return b.excused != "" })
		if breach := i < len(planted); breach && len(found) == 0 {
			t.Errorf("%s: nobody sees %s", p.file, p.line)
		} else if !breach && len(found) > 0 {
			t.Errorf("%s: %s is taken for a breach: %v", p.file, p.line, found)
		}
	}
}
