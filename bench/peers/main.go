//go:build linux

// Command peers measures entente beside what a user would pick instead, over
// the same articles, in the same run on the same machine. Those that are compared run in
// turn, A B A B …, after a round to warm up; what is printed is a page of Markdown.
//
//	go run ./bench/peers -o docs/performance.md
package main

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

func main() {
	var b bench
	out := flag.String("o", "", "write the page to this file too")
	flag.IntVar(&b.rounds, "rounds", 7, "how often each is measured, after one round to warm up")
	flag.IntVar(&b.articles, "articles", 100_000, "articles of the large collection")
	flag.IntVar(&b.meetings, "meetings", 1_000_000, "meetings that are filtered")
	flag.StringVar(&b.dir, "dir", "", "where articles and indexes are kept from one run to the next; empty: nowhere")
	flag.StringVar(&b.only, "only", "", "measure these parts only, with commas: first, filter, memory, read, index, change, screen, growth")
	flag.Parse()
	if err := b.run(context.Background(), *out); err != nil {
		fmt.Fprintln(os.Stderr, "peers:", err)
		os.Exit(1)
	}
}

// bench is one run: what is measured, with what, and where.
type bench struct {
	rounds, articles, meetings int
	dir, only                  string
	program, empty             string // the built programs
	w                          bytes.Buffer
}

// parts are the sections of the page, in their order.
var parts = []struct {
	name, title string
	run         func(*bench, context.Context) error
}{
	{"first", "The first frame", (*bench).first},
	{"filter", "Filtering as one types", (*bench).filter},
	{"memory", "Memory", (*bench).memory},
	{"read", "Reading", (*bench).read},
	{"index", "Indexing", (*bench).index},
	{"change", "One file changed", (*bench).change},
	{"screen", "Bytes to the terminal", (*bench).screen},
	{"growth", "Growth", (*bench).growth},
}

func (b *bench) run(ctx context.Context, out string) error {
	if b.dir == "" {
		dir, err := os.MkdirTemp("", "peers")
		if err != nil {
			return err //nolint:wrapcheck // names the path.
		}
		defer os.RemoveAll(dir) //nolint:errcheck // a temporary folder.
		b.dir = dir
	}
	if err := os.MkdirAll(b.dir, 0o700); err != nil {
		return err //nolint:wrapcheck // as above.
	}
	if err := b.build(ctx); err != nil {
		return err
	}
	b.heading(ctx)
	for _, p := range parts {
		if b.only != "" && !strings.Contains(","+b.only+",", ","+p.name+",") {
			continue
		}
		fmt.Fprintf(&b.w, "\n## %s\n\n", p.title)
		fmt.Fprintln(os.Stderr, p.title)
		if err := p.run(b, ctx); err != nil {
			return fmt.Errorf("%s: %w", p.name, err)
		}
	}
	page := bytes.ReplaceAll(b.w.Bytes(), []byte("\n\n\n"), []byte("\n\n")) // a table and a heading both bring their space
	if out != "" {
		if err := os.WriteFile(out, page, 0o644); err != nil {
			return err //nolint:wrapcheck // names the path.
		}
	}
	_, err := os.Stdout.Write(page)
	return err //nolint:wrapcheck // standard output.
}

// build compiles entente and the empty program. What was built before is left
// alone where it is the same: an index counts as made by the file of the program.
func (b *bench) build(ctx context.Context) error {
	b.program, b.empty = filepath.Join(b.dir, "entente"), filepath.Join(b.dir, "empty")
	for path, pkg := range map[string]string{b.program: ".", b.empty: "./bench/start/empty"} {
		fresh := path + ".new"
		if out, err := exec.CommandContext(ctx, "go", "build", "-trimpath", "-o", fresh, pkg).CombinedOutput(); err != nil {
			return fmt.Errorf("build %s: %w\n%s", pkg, err, out)
		}
		was, _ := os.ReadFile(path)
		now, err := os.ReadFile(fresh)
		if err == nil && !bytes.Equal(was, now) {
			err = os.Rename(fresh, path)
		}
		_ = os.Remove(fresh)
		if err != nil {
			return err //nolint:wrapcheck // names the path.
		}
	}
	return nil
}

// env keeps what entente keeps for its user in the folder of the run.
func (b *bench) env() []string {
	out := make([]string, 0, 4) //nolint:mnd // as many as are named.
	for _, v := range []string{"DATA", "CACHE", "CONFIG", "STATE"} {
		out = append(out, "XDG_"+v+"_HOME="+filepath.Join(b.dir, "home", v))
	}
	return out
}

// lacks says in the place of a row that a program is not installed.
func (b *bench) lacks(tool string) bool {
	_, err := exec.LookPath(tool)
	if errors.Is(err, exec.ErrNotFound) {
		fmt.Fprintf(&b.w, "`%s` is not installed here and is not compared.\n\n", tool)
	}
	return err != nil
}

func (b *bench) printf(format string, args ...any) { fmt.Fprintf(&b.w, format, args...) }
