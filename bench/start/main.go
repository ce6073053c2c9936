//go:build linux

// Command start measures the time from the start of entente to its first
// frame and to its timeline, in a pseudo-terminal, beside an empty program that links the same
// libraries. The two run in turn, so that both meet the same machine.
package main

import (
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"time"

	"entente/bench/pty"
)

func main() {
	rounds := flag.Int("rounds", 15, "how often each program starts")
	path := flag.String("path", "", "what entente opens; the collection when empty")
	limit := flag.Float64("limit", 0, "fail when the first frame takes more than so many times the empty program's")
	flag.Parse()
	if err := run(*rounds, *path, *limit); err != nil {
		fmt.Fprintln(os.Stderr, "start:", err)
		os.Exit(1)
	}
}

// subject is a program and what its screen shows when it is ready.
type subject struct {
	name  string
	args  []string
	shows string
	times []time.Duration
}

func run(rounds int, path string, limit float64) error {
	dir, err := os.MkdirTemp("", "start")
	if err != nil {
		return err //nolint:wrapcheck // names the path.
	}
	defer os.RemoveAll(dir) //nolint:errcheck // a temporary folder.
	for _, p := range []string{".", "./bench/start/empty"} {
		if out, err := exec.Command("go", "build", "-o", filepath.Join(dir, filepath.Base(p)+"_"), p).CombinedOutput(); err != nil { //nolint:noctx // runs to its end.
			return fmt.Errorf("build %s: %w\n%s", p, err, out)
		}
	}
	entente := []string{filepath.Join(dir, "._")}
	if path != "" {
		entente = append(entente, path)
	}
	subjects := []*subject{
		{name: "empty program", args: []string{filepath.Join(dir, "empty_")}, shows: "ready"},
		{name: "entente, first frame", args: entente, shows: "entente"},
		{name: "entente, timeline", args: entente, shows: " meetings "},
	}
	for round := range rounds + 1 {
		for _, s := range subjects {
			t, err := s.start()
			if err != nil {
				return fmt.Errorf("%s: %w", s.name, err)
			}
			if round > 0 { // the first only warms the caches
				s.times = append(s.times, t)
			}
		}
	}
	base := median(subjects[0].times)
	fmt.Println("| program | median | least | most | × empty |\n| --- | ---: | ---: | ---: | ---: |")
	for _, s := range subjects {
		slices.Sort(s.times)
		fmt.Printf("| %s | %.1f ms | %.1f ms | %.1f ms | %.2f |\n", s.name, ms(median(s.times)), ms(s.times[0]), ms(s.times[len(s.times)-1]),
			float64(median(s.times))/float64(base))
	}
	if ratio := float64(median(subjects[1].times)) / float64(base); limit > 0 && ratio > limit {
		return fmt.Errorf("the first frame takes %.2f times the empty program's, the limit is %.2f", ratio, limit)
	}
	return nil
}

func ms(d time.Duration) float64 { return float64(d) / float64(time.Millisecond) }

func median(times []time.Duration) time.Duration {
	sorted := slices.Sorted(slices.Values(times))
	return sorted[len(sorted)/2]
}

// start runs the program once and returns the time until its screen shows the words.
func (s *subject) start() (time.Duration, error) {
	p, err := pty.Run(100, 30, nil, s.args...)
	if err != nil {
		return 0, err
	}
	defer p.Close()
	return p.Await(s.shows, 20*time.Second)
}
