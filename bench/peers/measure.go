//go:build linux

package main

import (
	"bufio"
	"context"
	"fmt"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"entente/bench/corpus"
	"entente/bench/cpu"
	"entente/bench/pty"
)

// subject is one of those that are compared, and what was measured of it.
type subject struct {
	name  string
	once  func() (sample, error)
	taken []sample
}

// sample is one measurement.
type sample struct {
	wall, cpu time.Duration
	peak      int64 // bytes of memory
}

// compare runs the subjects in turn, after a round to warm up.
func (b *bench) compare(subjects ...*subject) error {
	for round := range b.rounds + 1 {
		for _, s := range subjects {
			got, err := s.once()
			if err != nil {
				return fmt.Errorf("%s: %w", s.name, err)
			}
			if round > 0 {
				s.taken = append(s.taken, got)
			}
		}
	}
	return nil
}

func (s *subject) wall() []float64 {
	return s.of(func(x sample) float64 { return x.wall.Seconds() * 1000 })
}

func (s *subject) cpu() []float64 {
	return s.of(func(x sample) float64 { return x.cpu.Seconds() * 1000 })
}

func (s *subject) of(f func(sample) float64) []float64 {
	out := make([]float64, 0, len(s.taken))
	for _, x := range s.taken {
		out = append(out, f(x))
	}
	slices.Sort(out)
	return out
}

func median(sorted []float64) float64 {
	if len(sorted) == 0 {
		return math.NaN()
	}
	return sorted[len(sorted)/2]
}

// table prints the subjects' times, and their ratio to the first one's.
func (b *bench) table(subjects ...*subject) {
	b.printf("| | median, ms | min | max | × the first | processor, ms | × the first | memory, MB |\n| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n")
	for _, s := range subjects {
		w, c := s.wall(), s.cpu()
		peak := slices.MaxFunc(s.taken, func(x, y sample) int { return int(x.peak>>10) - int(y.peak>>10) }).peak
		memory := "–"
		if peak > 0 {
			memory = fmt.Sprintf("%.0f", float64(peak)/1e6)
		}
		b.printf("| %s | %s | %s | %s | %.2f | %s | %.2f | %s |\n", s.name, ms(median(w)), ms(w[0]), ms(w[len(w)-1]),
			median(w)/median(subjects[0].wall()), ms(median(c)), median(c)/median(subjects[0].cpu()), memory)
	}
	b.printf("\n")
}

func ms(x float64) string {
	switch {
	case x >= 100:
		return fmt.Sprintf("%.0f", x)
	case x >= 1:
		return fmt.Sprintf("%.1f", x)
	}
	return fmt.Sprintf("%.3f", x)
}

// shows measures a program in a terminal from its start until its screen shows some words.
func (b *bench) shows(words string, args ...string) func() (sample, error) {
	return func() (sample, error) {
		p, err := pty.Run(120, 40, b.env(), args...)
		if err != nil {
			return sample{}, err
		}
		wall, err := p.Await(words, time.Minute)
		worked, peak := p.Close()
		return sample{wall, worked, peak}, err
	}
}

// runs measures a program from its start to its end; what it prints is thrown away.
func (b *bench) runs(ctx context.Context, in string, args ...string) func() (sample, error) {
	return func() (sample, error) {
		c := exec.CommandContext(ctx, args[0], args[1:]...)
		c.Env = append(os.Environ(), b.env()...)
		c.Stderr = os.Stderr
		if in != "" {
			f, err := os.Open(in)
			if err != nil {
				return sample{}, err //nolint:wrapcheck // names the path.
			}
			defer f.Close() //nolint:errcheck // read only.
			c.Stdin = f
		}
		begun := time.Now()
		if err := c.Start(); err != nil {
			return sample{}, err //nolint:wrapcheck // names the program.
		}
		var s sample
		ended := make(chan struct{})
		var watching sync.WaitGroup
		watching.Go(func() {
			for {
				s.peak = max(s.peak, pty.Peak(c.Process.Pid))
				select {
				case <-ended:
					return
				case <-time.After(5 * time.Millisecond): //nolint:mnd // often enough for what takes a tenth of a second.
				}
			}
		})
		err := c.Wait()
		s.wall = time.Since(begun)
		close(ended)
		watching.Wait()
		if err != nil {
			return s, fmt.Errorf("run %s: %w", filepath.Base(args[0]), err)
		}
		s.cpu = c.ProcessState.UserTime() + c.ProcessState.SystemTime()
		return s, nil
	}
}

// inside measures a function of this process, on one core.
func inside(f func() error) func() (sample, error) {
	return func() (sample, error) {
		runtime.GOMAXPROCS(1) // the collector of garbage counts too
		defer runtime.GOMAXPROCS(runtime.NumCPU())
		begun, before := time.Now(), cpu.Time()
		err := f()
		return sample{wall: time.Since(begun), cpu: cpu.Time() - before}, err
	}
}

// corpus writes n articles below the run's folder, unless they are there.
func (b *bench) corpus(n int) (string, error) {
	dir := filepath.Join(b.dir, fmt.Sprintf("articles-%d", n))
	done := dir + ".done"
	if _, err := os.Stat(done); err == nil {
		return dir, nil
	}
	fmt.Fprintf(os.Stderr, "writing %d articles\n", n)
	if err := os.RemoveAll(dir); err != nil {
		return "", err //nolint:wrapcheck // names the path.
	}
	if _, _, err := corpus.Write(dir, n, ".md", nil); err != nil {
		return "", fmt.Errorf("write articles: %w", err)
	}
	return dir, os.WriteFile(done, nil, 0o600) //nolint:wrapcheck // names the path.
}

// heading says what was measured with which programs on what.
func (b *bench) heading(ctx context.Context) {
	b.printf(`# Speed, beside others

Written by `+"`make bench-peers`"+`. The articles are those of the collection with other people, days, years and towns in each copy (bench/corpus); those
that are compared ran in turn, A B A B …, %d rounds after one to warm up. Times are medians with the least and the most. Processor time
is user and system on all cores together: it says what the work is where others had the machine too. Memory is the most that
was resident in any round. The keys of entente are those of one process: their row has the medians of the rounds.

`, b.rounds)
	info, _ := os.ReadFile("/proc/cpuinfo")
	model := regexp.MustCompile(`(?m)^model name\s*:\s*(.*)$`).FindSubmatch(info)
	name := runtime.GOARCH
	if model != nil {
		name = string(model[1])
	}
	b.printf("* %s, %d cores; %s; %s\n", name, runtime.NumCPU(), system(), runtime.Version())
	b.printf("* %d articles at most, %d meetings, %d rounds\n", b.articles, b.meetings, b.rounds)
	if l := load(); l > float64(runtime.NumCPU())/2 { //nolint:mnd // half of the machine: what was compiled a minute ago still counts.
		b.printf("* **Others used the machine: load %.1f at the beginning.** Times by the clock say little then; compare processor time.\n", l)
	}
	for _, v := range [][]string{{"newsboat", "-v"}, {"less", "--version"}, {"fzf", "--version"}, {"rg", "--version"}} {
		out, err := exec.CommandContext(ctx, v[0], v[1:]...).Output()
		line, _, _ := strings.Cut(string(out), "\n")
		if err != nil || line == "" {
			line = "not installed"
		}
		b.printf("* %s: %s\n", v[0], strings.TrimSpace(strings.SplitN(line, " - ", 2)[0]))
	}
}

func system() string {
	f, err := os.Open("/etc/os-release")
	if err != nil {
		return runtime.GOOS
	}
	defer f.Close() //nolint:errcheck // read only.
	for lines := bufio.NewScanner(f); lines.Scan(); {
		if name, ok := strings.CutPrefix(lines.Text(), "PRETTY_NAME="); ok {
			return strings.Trim(name, `"`)
		}
	}
	return runtime.GOOS
}

func load() float64 {
	raw, _ := os.ReadFile("/proc/loadavg")
	first, _, _ := strings.Cut(string(raw), " ")
	l, _ := strconv.ParseFloat(first, 64)
	return l
}
