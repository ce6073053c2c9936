package main_test

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// exports tells where the compiler put what it knows of each package that one reaches.
func exports(t *testing.T, pkgs ...string) map[string]string {
	t.Helper()
	out, err := exec.CommandContext(t.Context(), "go", append([]string{"list", "-export", "-deps", "-f", "{{.ImportPath}} {{.Export}}"}, pkgs...)...).Output()
	if err != nil {
		t.Fatal(err)
	}
	at := map[string]string{}
	for line := range strings.Lines(string(out)) {
		if name, file, ok := strings.Cut(strings.TrimSpace(line), " "); ok {
			at[name] = file
		}
	}
	return at
}

// checked is a package as its sources say, with its types.
type checked struct {
	fset  *token.FileSet
	files []*ast.File
	info  *types.Info
	taken map[types.Object]bool // variables that hold what others wrote
}

// check reads a package; change may alter the source of a file before.
func check(t *testing.T, dir string, known map[string]string, change func(file, source string) string) *checked {
	t.Helper()
	c := &checked{fset: token.NewFileSet(), info: &types.Info{Types: map[ast.Expr]types.TypeAndValue{}, Selections: map[*ast.SelectorExpr]*types.Selection{}, Uses: map[*ast.Ident]types.Object{}, Defs: map[*ast.Ident]types.Object{}}, taken: map[types.Object]bool{}}
	names, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") || strings.HasSuffix(name, "_other.go") || strings.HasSuffix(name, "_windows.go") {
			continue
		}
		raw, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		f, err := parser.ParseFile(c.fset, name, change(filepath.Base(name), string(raw)), parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		c.files = append(c.files, f)
	}
	lookup := func(path string) (io.ReadCloser, error) {
		raw, err := os.ReadFile(known[path])
		return io.NopCloser(bytes.NewReader(raw)), err
	}
	conf := types.Config{Importer: importer.ForCompiler(c.fset, "gc", lookup), Error: func(error) {}}
	if _, err := conf.Check("entente/"+dir, c.fset, c.files, c.info); err != nil {
		t.Fatalf("%s: %v", dir, err)
	}
	return c
}

// foreign are the fields that hold what others wrote.
var foreign = map[string][]string{
	"entente/model.Article":       {"ID", "Path", "Title", "Source", "Byline", "URL", "Text", "Lang"},
	"entente/model.SourceRef":     {"Outlet", "URL"},
	"entente/model.Participant":   {"Name", "Office", "Party"},
	"entente/model.Place":         {"City", "Host"},
	"entente/model.Evidence":      {"Note", "Rule"},
	"entente/model.Report":        {"Topics", "Trace"},
	"entente/model.Meeting":       {"Title", "Topics"},
	"entente/model.Conflict":      {"Field"},
	"entente/model.ConflictValue": {"Value"},
	"entente/loader.Note":         {"Path", "Reason"},
	"entente/loader.Source":       {"Name"},
}

// printers write to wherever they are told to.
var printers = []string{
	"fmt.Fprint", "fmt.Fprintf", "fmt.Fprintln", "fmt.Print", "fmt.Printf", "fmt.Println", "io.WriteString", "print", "println", "panic",
	"(*bufio.Writer).WriteString", "(*bufio.Writer).Write", "(io.Writer).Write", "(*os.File).WriteString", "(*os.File).Write", "(*strings.Builder).WriteString",
	"(io.StringWriter).WriteString", "(*bytes.Buffer).WriteString", "log.Print", "log.Printf", "log.Println", "log.Fatal", "log.Fatalf",
}

// outside lists every place where what others wrote is printed and no function
// of package text stands between.
func (c *checked) outside() []string {
	for before := -1; before != len(c.taken); { // a variable may get it from another
		before = len(c.taken)
		for _, f := range c.files {
			ast.Inspect(f, c.take)
		}
	}
	var found []string
	for _, f := range c.files {
		ast.Inspect(f, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok || !slices.Contains(printers, c.called(call)) {
				return true
			}
			for _, arg := range call.Args {
				found = append(found, c.bare(arg)...)
			}
			return true
		})
	}
	return found
}

// take notes the variables that an assignment or a loop gives what others wrote.
func (c *checked) take(n ast.Node) bool {
	note := func(to ast.Expr, from ...ast.Expr) {
		id, ok := to.(*ast.Ident)
		if !ok {
			return
		}
		o := c.info.Defs[id]
		if o == nil {
			o = c.info.Uses[id]
		}
		if o == nil || !holdsText(o.Type()) {
			return
		}
		for _, e := range from {
			if len(c.bare(e)) > 0 {
				c.taken[o] = true
			}
		}
	}
	switch n := n.(type) {
	case *ast.AssignStmt:
		for i, to := range n.Lhs {
			if len(n.Lhs) == len(n.Rhs) {
				note(to, n.Rhs[i])
			} else {
				note(to, n.Rhs...)
			}
		}
	case *ast.RangeStmt:
		if n.Value != nil {
			note(n.Value, n.X)
		}
	}
	return true
}

// holdsText tells that a variable of the type is text, or a list of texts.
func holdsText(t types.Type) bool {
	switch t := t.Underlying().(type) {
	case *types.Basic:
		return t.Info()&types.IsString != 0
	case *types.Slice:
		return holdsText(t.Elem()) || types.Identical(t.Elem(), types.Typ[types.Byte])
	}
	return false
}

// called names the function of a call.
func (c *checked) called(call *ast.CallExpr) string {
	var id *ast.Ident
	switch fun := call.Fun.(type) {
	case *ast.Ident:
		id = fun
	case *ast.SelectorExpr:
		id = fun.Sel
	default:
		return ""
	}
	switch o := c.info.Uses[id].(type) {
	case *types.Func:
		return strings.NewReplacer("(*bufio.ReadWriter)", "(*bufio.Writer)").Replace(o.FullName())
	case *types.Builtin:
		return o.Name()
	}
	return ""
}

// bare finds foreign fields in an expression that no call of package text holds.
func (c *checked) bare(e ast.Expr) (found []string) {
	ast.Inspect(e, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CallExpr:
			name := c.called(n)
			return !strings.HasPrefix(name, "entente/text.") && name != "len"
		case *ast.Ident:
			if c.taken[c.info.Uses[n]] {
				found = append(found, fmt.Sprintf("%s: %s", c.fset.Position(n.Pos()), n.Name))
			}
		case *ast.SelectorExpr:
			s := c.info.Selections[n]
			if s == nil || s.Kind() != types.FieldVal {
				return true
			}
			owner := strings.TrimPrefix(types.TypeString(s.Recv(), nil), "*")
			for at, path := s.Recv(), s.Index(); len(path) > 1; path = path[1:] { // a field of an embedded struct
				if p, ok := at.Underlying().(*types.Pointer); ok {
					at = p.Elem()
				}
				at = at.Underlying().(*types.Struct).Field(path[0]).Type()
				owner = strings.TrimPrefix(types.TypeString(at, nil), "*")
			}
			if slices.Contains(foreign[owner], n.Sel.Name) {
				found = append(found, fmt.Sprintf("%s: %s.%s", c.fset.Position(n.Pos()), owner, n.Sel.Name))
			}
		}
		return true
	})
	return found
}

// TestDoors reads the sources: nothing but main names the process's own streams,
// and no command hands what others wrote to a writer past package text.
func TestDoors(t *testing.T) {
	same := func(_, s string) string { return s }
	known := exports(t, "./cli")
	for _, place := range check(t, "cli", known, same).outside() {
		t.Error(place)
	}
	files, err := filepath.Glob("*/*.go")
	more, err2 := filepath.Glob("*/*/*.go")
	if err != nil || err2 != nil {
		t.Fatal(err, err2)
	}
	for _, name := range append(files, more...) {
		if strings.HasSuffix(name, "_test.go") || strings.HasPrefix(name, "bench/") {
			continue
		}
		f, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(f, func(n ast.Node) bool {
			if s, ok := n.(*ast.SelectorExpr); ok {
				if x, ok := s.X.(*ast.Ident); ok && slices.Contains([]string{"os.Stdout", "os.Stderr", "fmt.Print", "fmt.Println", "fmt.Printf"}, x.Name+"."+s.Sel.Name) {
					t.Errorf("%s writes to the process's own streams: %s.%s", name, x.Name, s.Sel.Name)
				}
			}
			return true
		})
	}
}

// TestDoors_FindsWhatIsPrintedPastThem adds prints of an article's fields, and each is found.
func TestDoors_FindsWhatIsPrintedPastThem(t *testing.T) {
	known := exports(t, "./cli")
	const head = "func page(x *model.Article, width int) string {\n"
	for _, line := range []string{
		`fmt.Print(x.Title)`, `fmt.Printf("%s", x.Source)`, `println(x.Byline)`, `panic(x.Text)`, `_, _ = io.WriteString(nil, "a"+x.ID)`,
		`_, _ = fmt.Fprintln(nil, strings.ToUpper(x.URL))`, `fmt.Println(x.Sources[0].Outlet)`, `fmt.Println(x.Reports[0].People[0].Name)`,
		`fmt.Println(string(x.Reports[0].Place.Host), text.Row(x.Title))`, `fmt.Println([]string{x.Reports[0].Evidence[0].Note})`,
	} {
		c := check(t, "cli", known, func(file, source string) string {
			if file != "read.go" {
				return source
			}
			changed := strings.Replace(source, head, head+line+"\n", 1)
			if changed == source {
				t.Fatalf("read.go has no line %q", head)
			}
			if !strings.Contains(source, "\t\"io\"\n") && strings.Contains(line, "io.") {
				changed = strings.Replace(changed, "import (\n", "import (\n\t\"io\"\n", 1)
			}
			return changed
		})
		if got := c.outside(); len(got) != 1 {
			t.Errorf("%s: found %v", line, got)
		}
	}
}
