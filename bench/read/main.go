// Command read measures how fast articles are read, beside ripgrep over the
// same files in the same run. It writes its articles itself: those of the
// collection, with other people, days and numbers in each copy, always the same.
//
//	go run ./bench/read 1000 10000 100000
package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"time"

	"entente/articles"
	"entente/loader/extract"
	"entente/loader/gazetteer"
	"entente/model"
)

// rounds is how often each is measured, in turn, after one round to warm up.
const rounds = 5

func main() {
	if err := run(context.Background(), os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(ctx context.Context, args []string) error {
	if len(args) == 0 {
		args = []string{"1000", "10000", "100000"}
	}
	texts, err := collection()
	if err != nil {
		return err
	}
	r := extract.New(gazetteer.Default())
	fmt.Printf("%s, %s/%s, %d cores; medians of %d rounds, time on one core\n\n",
		runtime.Version(), runtime.GOOS, runtime.GOARCH, runtime.NumCPU(), rounds)
	fmt.Println("| articles | MB | entente, MB/s | files and entente, MB/s | rg -j1 -c, MB/s | entente / rg | growth |")
	fmt.Println("| --- | --- | --- | --- | --- | --- | --- |")
	before, size := time.Duration(0), 0
	for _, arg := range args {
		n, err := strconv.Atoi(arg)
		if err != nil || n < 1 {
			return fmt.Errorf("count of articles %q: want a number above zero", arg)
		}
		m, err := measure(ctx, r, texts, n)
		if err != nil {
			return err
		}
		growth := "–"
		if before > 0 {
			growth = fmt.Sprintf("%.2f", math.Log(float64(m.read)/float64(before))/math.Log(float64(m.bytes)/float64(size)))
		}
		rg, ratio := "not installed", "–"
		if m.grep > 0 {
			rg, ratio = fmt.Sprintf("%.0f", m.rate(m.grep)), fmt.Sprintf("%.2f", float64(m.grep)/float64(m.files))
		}
		fmt.Printf("| %d | %.1f | %.1f | %.1f | %s | %s | %s |\n", n, float64(m.bytes)/1e6, m.rate(m.read), m.rate(m.files), rg, ratio, growth)
		before, size = m.read, m.bytes
	}
	return nil
}

// collection has the texts of the embedded articles without their front matter.
func collection() ([]string, error) {
	var out []string
	err := fs.WalkDir(articles.FS, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasPrefix(path, "20") {
			return err
		}
		raw, err := fs.ReadFile(articles.FS, path)
		if err != nil {
			return fmt.Errorf("read article: %w", err)
		}
		_, body, ok := strings.Cut(string(raw), "\n---\n")
		if ok {
			out = append(out, strings.TrimSpace(body))
		}
		return nil
	})
	if err == nil && len(out) == 0 {
		err = errors.New("no articles are embedded")
	}
	return out, err
}

// What stands for what in the copies of an article.
var (
	people = []string{
		"Rishi Sunak", "Emmanuel Macron", "Olaf Scholz", "Giorgia Meloni", "Kaja Kallas", "Andrzej Duda",
		"Mark Rutte", "Alexander Stubb", "Petr Pavel", "Maia Sandu",
	}
	days   = []string{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"}
	months = []string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"}
)

// vary returns copy n of an article: every name, weekday and month is another one of its list.
func vary(text string, n int) string {
	var pairs []string
	for _, list := range [][]string{people, days, months} {
		for i, w := range list {
			pairs = append(pairs, w, list[(i+n)%len(list)])
		}
	}
	return strings.NewReplacer(pairs...).Replace(text) + "\n\nCopy " + strconv.Itoa(n) + ".\n"
}

type measured struct {
	bytes             int
	read, files, grep time.Duration // medians
}

func (m measured) rate(d time.Duration) float64 { return float64(m.bytes) / 1e6 / d.Seconds() }

// measure writes n articles and reads them: entente's reading alone, with its reading of files, and ripgrep.
func measure(ctx context.Context, r *extract.Reader, texts []string, n int) (measured, error) {
	dir, err := os.MkdirTemp("", "entente-read-")
	if err != nil {
		return measured{}, fmt.Errorf("make folder: %w", err)
	}
	defer func() { _ = os.RemoveAll(dir) }() // a temporary folder
	paths, size, err := write(dir, texts, n)
	if err != nil {
		return measured{}, err
	}
	runtime.GOMAXPROCS(1) // one core: the collector of garbage counts too
	defer runtime.GOMAXPROCS(runtime.NumCPU())
	_, missing := exec.LookPath("rg")
	var read, files, grep []time.Duration
	for round := range rounds + 1 {
		start, inside := cpu(), time.Duration(0)
		for batch := range slices.Chunk(paths, 500) {
			var all []string
			for _, p := range batch {
				raw, err := os.ReadFile(p)
				if err != nil {
					return measured{}, fmt.Errorf("read article: %w", err)
				}
				all = append(all, string(raw))
			}
			begin := cpu()
			for _, text := range all {
				r.Read(&model.Article{Text: text})
			}
			inside += cpu() - begin
		}
		if round > 0 {
			read, files = append(read, inside), append(files, cpu()-start)
		}
		if missing != nil {
			continue
		}
		rg := exec.CommandContext(ctx, "rg", "-j1", "-c", "Zelensk", dir)
		if err := rg.Run(); err != nil {
			return measured{}, fmt.Errorf("run rg: %w", err)
		}
		if round > 0 {
			grep = append(grep, rg.ProcessState.UserTime()+rg.ProcessState.SystemTime())
		}
	}
	return measured{size, median(read), median(files), median(grep)}, nil
}

// write makes n articles, a thousand a folder, and returns their paths and bytes.
func write(dir string, texts []string, n int) (paths []string, size int, err error) {
	for i := range n {
		folder := filepath.Join(dir, strconv.Itoa(i/1000))
		if i%1000 == 0 {
			if err := os.Mkdir(folder, 0o700); err != nil {
				return nil, 0, fmt.Errorf("make folder: %w", err)
			}
		}
		text := vary(texts[i%len(texts)], i/len(texts))
		path := filepath.Join(folder, strconv.Itoa(i)+".txt")
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			return nil, 0, fmt.Errorf("write article: %w", err)
		}
		paths, size = append(paths, path), size+len(text)
	}
	return paths, size, nil
}

func median(d []time.Duration) time.Duration {
	if len(d) == 0 {
		return 0
	}
	slices.Sort(d)
	return d[len(d)/2]
}
