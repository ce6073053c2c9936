package main_test

import (
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// deps lists what a package of the project reaches, itself included.
func deps(t *testing.T, pkg string) []string {
	t.Helper()
	out, err := exec.CommandContext(t.Context(), "go", "list", "-deps", pkg).Output()
	if err != nil {
		t.Fatalf("go list -deps %s: %v", pkg, err)
	}
	return strings.Fields(string(out))
}

// imports lists what the files of each package of the project import themselves.
func imports(t *testing.T) map[string][]string {
	t.Helper()
	out, err := exec.CommandContext(t.Context(), "go", "list", "-f", "{{.ImportPath}} {{join .Imports \" \"}}", "./...").Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	all := map[string][]string{}
	for line := range strings.Lines(string(out)) {
		f := strings.Fields(line)
		all[f[0]] = f[1:]
	}
	return all
}

// TestWalls holds the arrows of the design: main → cli → {ui, loader, store, export} → model → text.
// A package that reaches past its wall can be tested only with what stands behind.
func TestWalls(t *testing.T) {
	for _, c := range []struct {
		name    string
		pkgs    []string
		without []string // prefixes of import paths
	}{
		{
			"text and model know no files of others, no network, no terminal",
			[]string{"entente/text", "entente/model"},
			[]string{"net/http", "os/exec", "os/signal", "database/sql", "charm.land/", "github.com/charmbracelet/", "entente/loader", "entente/ui", "entente/cli"},
		},
		{
			"the loader and the exports draw nothing",
			[]string{"entente/loader", "entente/loader/decode", "entente/loader/extract", "entente/loader/gazetteer", "entente/export", "entente/score"},
			[]string{"charm.land/", "os/exec", "entente/ui", "entente/cli"},
		},
		{
			"what lasts knows neither the screen nor how articles are read",
			[]string{"entente/store"},
			[]string{"charm.land/", "entente/ui", "entente/cli", "entente/loader", "entente/export"}, // SQLite in Go names os/exec
		},
		{
			"the screen reads no files",
			[]string{"entente/ui/..."},
			[]string{"entente/loader", "entente/store", "entente/cli", "entente/articles"},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			for _, pkg := range c.pkgs {
				for _, d := range deps(t, pkg) {
					if slices.ContainsFunc(c.without, func(p string) bool { return strings.HasPrefix(d, p) }) {
						t.Errorf("%s reaches %s", pkg, d)
					}
				}
			}
		})
	}
}

func TestWalls_DirectImports(t *testing.T) {
	for pkg, direct := range imports(t) {
		for _, d := range direct {
			switch {
			case strings.HasPrefix(d, "charm.land/") && !strings.HasPrefix(pkg, "entente/ui") && !strings.HasPrefix(pkg, "entente/bench/") && pkg != "entente/cli":
				t.Errorf("%s imports %s: only ui and cli draw, and what measures them", pkg, d)
			case (pkg == "entente/model" || pkg == "entente/text") && (d == "os" || d == "io" || d == "io/fs" || d == "bufio"):
				t.Errorf("%s imports %s: it holds values and does no I/O", pkg, d)
			case pkg == "entente/text" && strings.HasPrefix(d, "entente/"), pkg == "entente/model" && strings.HasPrefix(d, "entente/") && d != "entente/text":
				t.Errorf("%s imports %s against the arrows", pkg, d)
			}
		}
	}
}

// TestEmptyProgram holds the comparison of bench/start fair: the empty program
// links every library that entente links, and none of entente.
func TestEmptyProgram(t *testing.T) {
	empty := deps(t, "entente/bench/start/empty")
	for _, d := range deps(t, "entente") {
		if strings.Contains(d, ".") && !strings.HasPrefix(d, "vendor/") && !slices.Contains(empty, d) {
			t.Errorf("the empty program does not link %s", d)
		}
	}
	for _, d := range empty {
		if strings.HasPrefix(d, "entente/") && d != "entente/bench/start/empty" {
			t.Errorf("the empty program links %s", d)
		}
	}
}
