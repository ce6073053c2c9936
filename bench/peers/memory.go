//go:build linux

package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"time"

	"entente/bench/corpus"
	"entente/bench/pty"
	"entente/ui/describe"
)

// memory measures what the screen holds of a large collection that was read before, as it is and when
// something is corrected in it.
func (b *bench) memory(ctx context.Context) error {
	dir := filepath.Join(b.dir, fmt.Sprintf("encounters-%d", b.meetings))
	done := dir + ".done"
	if _, err := os.Stat(done); err != nil {
		fmt.Fprintf(os.Stderr, "writing %d encounters\n", b.meetings)
		if err := os.RemoveAll(dir); err != nil {
			return err //nolint:wrapcheck // names the path.
		}
		if err := corpus.Encounters(dir, b.meetings); err != nil {
			return fmt.Errorf("write encounters: %w", err)
		}
		if err := os.WriteFile(done, nil, 0o600); err != nil {
			return err //nolint:wrapcheck // as above.
		}
	}
	list, err := b.output(ctx, "list", dir) // reads and keeps them, the first time
	if err != nil {
		return err
	}
	n := bytes.Count(list, []byte("\n"))
	b.printf("%d meetings, nearly each told by an article of its own, of %d in %d dumps. The screen, 200 × 60, until all of them stand on it and a word was "+
		"typed into the filter: memory is the most that was resident.\n\n", n, b.meetings, (b.meetings+corpus.PerDump-1)/corpus.PerDump)
	b.printf("| | memory, MB | bytes a meeting | processor, s |\n| --- | ---: | ---: | ---: |\n")
	corrections := filepath.Join(dir, "entente.corrections")
	defer os.Remove(corrections) //nolint:errcheck // a temporary file.
	for _, row := range []struct{ name, corrections string }{{"as the last load left it", ""}, {"with a correction", "alias \"Nobody\" = \"Nobody Else\"\n"}} {
		_ = os.Remove(corrections)
		if row.corrections != "" {
			if err := os.WriteFile(corrections, []byte(row.corrections), 0o600); err != nil {
				return err //nolint:wrapcheck // as above.
			}
		}
		cpu, peak, err := b.held(dir, describe.Number(n)+" meetings")
		if err != nil {
			return err
		}
		b.printf("| %s | %.0f | %.0f | %.1f |\n", row.name, float64(peak)/1e6, float64(peak)/float64(n), cpu.Seconds())
	}
	return nil
}

// held is what the screen of a folder takes until it shows some words, and a while longer.
func (b *bench) held(dir, words string) (cpu time.Duration, peak int64, err error) {
	p, err := pty.Run(200, 60, b.env(), b.program, dir)
	if err != nil {
		return 0, 0, err
	}
	defer func() { cpu, peak = p.Close() }()
	if _, err := p.Await(words, 5*time.Minute); err != nil {
		return 0, 0, err
	}
	const quiet = 2 * time.Second // the files are still being looked at
	for _, keys := range []string{"/", "k", "a", "l", "l", "a", "s"} {
		if _, err := p.Press(keys, quiet); err != nil {
			return 0, 0, err
		}
	}
	return 0, 0, nil
}

// output runs the program and returns what it prints.
func (b *bench) output(ctx context.Context, args ...string) ([]byte, error) {
	c := exec.CommandContext(ctx, b.program, args...)
	c.Env = append(os.Environ(), b.env()...)
	c.Stderr = os.Stderr
	out, err := c.Output()
	if err != nil {
		return nil, fmt.Errorf("run %s: %w", args[0], err)
	}
	return out, nil
}
