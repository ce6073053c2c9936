package main_test

import (
	"go/types"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/ssa"
)

// doors are the functions that foreign text comes out of clean.
var doors = []string{"entente/text.Body", "entente/text.Row", "entente/text.Name", "entente/text.Link", "entente/text.Markdown", "entente/text.JSON"}

func isDoor(fn *ssa.Function) bool { return slices.Contains(doors, fn.String()) }

// foreignFields hold what others wrote, however it came there.
var foreignFields = map[string][]string{
	"entente/model.Article":            {"ID", "Path", "Title", "Source", "Byline", "URL", "Lang", "Text"},
	"entente/model.SourceRef":          {"Outlet", "URL"},
	"entente/model.Participant":        {"Name", "Office", "Party"},
	"entente/model.Place":              {"City", "Host"},
	"entente/model.Evidence":           {"Note", "Rule", "Field"},
	"entente/model.Report":             {"Topics", "Trace"},
	"entente/model.Meeting":            {"Title", "Topics"},
	"entente/model.Conflict":           {"Field"},
	"entente/model.ConflictValue":      {"Value"},
	"entente/loader.Note":              {"Path", "Reason"},
	"entente/loader.Source":            {"Name"},
	"entente/cli.Streams":              {"In"},
	"charm.land/bubbletea/v2.PasteMsg": {"Content"},
	"charm.land/bubbletea/v2.Key":      {"Text"},
}

// foreignWorld is what the system, the command line and the files say.
var foreignWorld = node{of: "what the world says"}

// textless are types that hold no text of others, for all that their fields say.
var textless = []string{
	"entente/model.Date",
	"time.Time", "time.Location", "time.Duration", "context.Context", "context.CancelFunc", "regexp.Regexp", "strings.Replacer", "image/color.Color",
	"sync.Mutex", "sync.WaitGroup", "sync.RWMutex",
}

const all = -1

// A rule says what a library's function does with text. Without one it gives
// back what it is given, and writes that into its receiver.
type rule struct {
	source  bool  // gives what the world says
	handles bool  // but its pointers are to things of the program's own
	carrier bool  // holds things and does not look into them
	clean   bool  // gives nothing of what it is given
	sink    []int // which arguments go out of the program, the receiver counted
}

var worldly = []string{
	"os", "io/fs", "os/exec", "database/sql", "github.com/spf13/cobra", "github.com/spf13/pflag", "github.com/fsnotify/fsnotify",
	"github.com/charmbracelet/x/term", "charm.land/bubbletea/v2", "os/signal", "runtime/debug",
}

// handles are libraries that give back what they were given: commands, flags, the screen.
var handles = []string{"github.com/spf13/cobra", "github.com/spf13/pflag", "charm.land/bubbletea/v2"}

// carriers are libraries that hold what they are given and give it back.
var carriers = []string{"sync", "sync/atomic", "slices", "maps", "sort", "context", "iter", "cmp"}

var worldlyNames = regexp.MustCompile(`^path/filepath\.(Abs|Glob|EvalSymlinks|Walk|WalkDir)$`)

var cleanNames = regexp.MustCompile(`^(strconv\.(Quote|QuoteToASCII|Itoa|Format.*|Append(Int|Quote)|Atoi|Parse(Bool|Int|Uint|Float))|encoding/hex\.EncodeToString|\(\*encoding/base64\.Encoding\)\.EncodeToString|crypto/sha256\.Sum256|net/url\.(QueryEscape|PathEscape)|github\.com/charmbracelet/colorprofile\.NewWriter)$`)

var sinks = []struct {
	name *regexp.Regexp
	args []int
}{
	{regexp.MustCompile(`^\(\*os\.File\)\.Write(String|At)?$`), []int{1}},
	{regexp.MustCompile(`^os\.WriteFile$`), []int{1}},
	{regexp.MustCompile(`^os\.Setenv$`), []int{all}},
	{regexp.MustCompile(`^fmt\.Print(f|ln)?$`), []int{all}},
	{regexp.MustCompile(`^(\(\*log(/slog)?\.Logger\)|log(/slog)?)\.(Debug|Info|Warn|Error|Log|Print|Fatal|Panic)`), []int{all}},
	{regexp.MustCompile(`^charm\.land/bubbletea/v2\.(NewView|SetClipboard|SetPrimaryClipboard|Println|Printf|Raw)$`), []int{all}},
	{regexp.MustCompile(`^github\.com/atotto/clipboard\.WriteAll$`), []int{all}},
	{regexp.MustCompile(`^os/exec\.Command$`), []int{all}},
	{regexp.MustCompile(`^os/exec\.CommandContext$`), []int{1, 2}},
	{regexp.MustCompile(`^\(\*database/sql\.(DB|Tx|Conn)\)\.(Exec|Query|QueryRow|Prepare)$`), []int{1}},
	{regexp.MustCompile(`^\(\*database/sql\.(DB|Tx|Conn)\)\.(Exec|Query|QueryRow|Prepare)Context$`), []int{2}},
}

// fieldSinks are fields of libraries' structs that go out of the program.
var fieldSinks = map[string][]string{
	"charm.land/bubbletea/v2.View": {"Content", "WindowTitle"},
	"os/exec.Cmd":                  {"Stdin", "Args", "Env", "Path", "Dir"},
}

func ruleOf(pkg, name string) rule {
	r := rule{carrier: slices.Contains(carriers, pkg), handles: slices.Contains(handles, pkg) && !strings.HasSuffix(name, "String"), source: slices.Contains(worldly, pkg) || worldlyNames.MatchString(name), clean: cleanNames.MatchString(name)}
	for _, s := range sinks {
		if s.name.MatchString(name) {
			r.sink = s.args
		}
	}
	return r
}

var (
	writing  = regexp.MustCompile(`(\.|\))(Read|Scan|Decode|Unmarshal|Copy|Load)[A-Za-z]*$|Var|^errors\.As$`)
	building = regexp.MustCompile(`\.(New|Set|With)[A-Za-z]*$`)
)

// writes tells that a function writes into an argument what it is given by others.
func writes(name string, method bool, i int, t types.Type) bool {
	if i == 0 && method {
		return true
	}
	return hasWrite(t) && !building.MatchString(name) || writing.MatchString(name)
}

// hasWrite tells an io.Writer.
func hasWrite(t types.Type) bool {
	o, _, _ := types.LookupFieldOrMethod(t, true, nil, "Write")
	fn, ok := o.(*types.Func)
	return ok && fn.Signature().Params().Len() == 1
}

// ownSinks are functions of the tree that write to the user's disk, with the argument that they write: what a file of the
// user's has already stays as it is, what is added passes a door.
var ownSinks = map[string]int{"entente/store.Replace": 1, "(*entente/store.Sheet).Append": 1}

// excused are functions that hand on foreign text as it is, each with its reason.
var excused = map[string]string{
	"entente/store.replace to (*os.File).Write":           "what Replace and Append take is watched; the other lines are the user's own",
	"entente/store.keepOld to os.WriteFile":               "it copies the user's own file as it is",
	"entente/cli.editor$1 to os/exec.Command":             "the user's own editor, started without a shell, gets the path of the article's file",
	"(*entente/ui.root).pipe$1 to os/exec.CommandContext": "the user has typed the command",
}

// ends finds the nodes that foreign text comes from, and makes sinks of the streams' ends.
func (f *flow) ends() (from []node) {
	from = append(from, foreignWorld)
	stream := func(of any) { f.sinks[f.id(node{of, 0, within1})] = "standard output or error" }
	for _, p := range f.prog.AllPackages() {
		for name, m := range p.Members {
			if g, ok := m.(*ssa.Global); ok && p.Pkg.Path() == "os" {
				switch name {
				case "Stdout", "Stderr":
					stream(g)
				case "Args", "Stdin":
					from = append(from, node{g, 0, held})
				}
			}
			t, ok := m.(*ssa.Type)
			if !ok {
				continue
			}
			st, ok := t.Type().Underlying().(*types.Struct)
			if !ok {
				continue
			}
			owner := p.Pkg.Path() + "." + name
			for x := range st.Fields() {
				if slices.Contains(foreignFields[owner], x.Name()) {
					from = append(from, node{x, 0, held})
				}
				if owner == "entente/cli.Streams" && x.Name() != "In" {
					stream(x)
				}
			}
		}
	}
	return from
}

// ownPackages are the packages of the tree that are linked into the program.
func ownPackages(t *testing.T) (out []string) {
	t.Helper()
	for _, p := range deps(t, "entente") {
		if p == "entente" || strings.HasPrefix(p, "entente/") {
			out = append(out, p)
		}
	}
	return out
}

// TestDoors follows everything foreign (articles, files, names, the command line, what is typed) through the whole
// program as the compiler sees it. Nothing of it comes out (on the terminal, in a file, a log, a panic, the clipboard, the
// window's title, another program's arguments, a query of the index, the shell's completions) but by a door.
func TestDoors(t *testing.T) {
	if testing.Short() {
		t.Skip("it reads the sources, and has no races to find in them")
	}
	f := newFlow(t, nil, ownPackages(t)...)
	from := f.ends()
	used := map[string]bool{}
	for _, b := range f.breaches(from, nil, nil) {
		if used[b.excused] = true; b.excused == "" {
			t.Error(b)
		}
	}
	for place := range excused {
		if !used[place] {
			t.Errorf("nothing is to be excused in %s", place)
		}
	}
	t.Logf("%d functions, %d nodes, %d calls of doors, %d ways out", len(f.fns), len(f.nodes), len(f.doors), len(f.sinks))
}

// TestDoors_Streams reads the sources: nothing but main names the process's own streams.
func TestDoors_Streams(t *testing.T) {
	own := regexp.MustCompile(`\bos\.(Stdout|Stderr|Stdin)\b|\bfmt\.Print(f|ln)?\(`)
	err := filepath.WalkDir(".", func(name string, _ fs.DirEntry, err error) error {
		if err != nil || !strings.Contains(name, "/") || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") || strings.HasPrefix(name, "bench/") {
			return err
		}
		raw, err := os.ReadFile(name)
		if at := own.Find(raw); at != nil {
			t.Errorf("%s names a stream of the process: %s", name, at)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}
