// Command read measures how fast articles are read, beside ripgrep over the
// same files in the same run. Its articles are those of
// package corpus, without their front matter.
//
//	go run ./bench/read 1000 10000 100000
package main

import (
	"context"
	"fmt"
	"math"
	"os"
	"os/exec"
	"runtime"
	"slices"
	"strconv"
	"time"

	"entente/bench/corpus"
	"entente/bench/cpu"
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
		m, err := measure(ctx, r, n)
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

type measured struct {
	bytes             int
	read, files, grep time.Duration // medians
}

func (m measured) rate(d time.Duration) float64 { return float64(m.bytes) / 1e6 / d.Seconds() }

// measure writes n articles and reads them: entente's reading alone, with its reading of files, and ripgrep.
func measure(ctx context.Context, r *extract.Reader, n int) (measured, error) {
	dir, err := os.MkdirTemp("", "entente-read-")
	if err != nil {
		return measured{}, fmt.Errorf("make folder: %w", err)
	}
	defer func() { _ = os.RemoveAll(dir) }() // a temporary folder
	paths, size, err := corpus.Write(dir, n, ".txt", corpus.Body)
	if err != nil {
		return measured{}, fmt.Errorf("write articles: %w", err)
	}
	runtime.GOMAXPROCS(1) // one core: the collector of garbage counts too
	defer runtime.GOMAXPROCS(runtime.NumCPU())
	_, missing := exec.LookPath("rg")
	var read, files, grep []time.Duration
	for round := range rounds + 1 {
		start, inside := cpu.Time(), time.Duration(0)
		for batch := range slices.Chunk(paths, 500) {
			var all []string
			for _, p := range batch {
				raw, err := os.ReadFile(p)
				if err != nil {
					return measured{}, fmt.Errorf("read article: %w", err)
				}
				all = append(all, string(raw))
			}
			begin := cpu.Time()
			for _, text := range all {
				r.Read(&model.Article{Text: text})
			}
			inside += cpu.Time() - begin
		}
		if round > 0 {
			read, files = append(read, inside), append(files, cpu.Time()-start)
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

func median(d []time.Duration) time.Duration {
	if len(d) == 0 {
		return 0
	}
	slices.Sort(d)
	return d[len(d)/2]
}
