//go:build linux

package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"entente/bench/pty"
)

// towns are where two people meet, one a day: on the screen each is a row below the others, and its town is in no other row.
var towns = []string{"Tallinn", "Riga", "Vilnius", "Warsaw", "Prague", "Vienna", "Berlin", "Paris", "Madrid", "Rome", "Lisbon", "Dublin"}

// A month of which the corpus tells nothing.
const visitMonth = "2031-03"

// visits is an article on the first n meetings.
func visits(n int) []byte {
	out := fmt.Appendf(nil, "---\ntitle: On the road, part %d\npublished: %s-30\n---\n", n, visitMonth)
	for i, town := range towns[:n] {
		out = fmt.Appendf(out, "Sanna Marin met Kaja Kallas in %s on %d March 2031.\n\n", town, i+3)
	}
	return out
}

// change measures what one file costs that has changed in a folder that was read before.
func (b *bench) change(ctx context.Context) error {
	dir, err := b.corpus(b.articles)
	if err != nil {
		return err
	}
	one := filepath.Join(dir, "changed.md")
	defer os.Remove(one) //nolint:errcheck // the next run writes it again.
	n := 0
	write := func() error {
		n = n%len(towns) + 1
		return os.WriteFile(one, visits(n), 0o600)
	}
	if err := write(); err != nil {
		return err
	}
	if _, err := b.indexed(ctx, b.articles); err != nil {
		return err
	}
	both := func(command string) (still, changed *subject) {
		still = &subject{name: "`entente " + command + "`, nothing has changed", once: b.runs(ctx, "", b.program, command, dir)}
		changed = &subject{name: "`entente " + command + "`, one file has", once: func() (sample, error) {
			if err := write(); err != nil {
				return sample{}, err
			}
			return still.once()
		}}
		return still, changed
	}
	b.printf("One file of %d changes that were read before.\n\n", b.articles)
	for _, command := range []string{"index", "list"} {
		still, changed := both(command)
		if err := b.compare(still, changed); err != nil {
			return err
		}
		b.table(still, changed)
	}
	screen := &subject{name: "on the screen"}
	if err := b.changing(ctx, dir, one, screen); err != nil {
		return err
	}
	w := screen.wall()
	b.printf("On the screen the new row stands after %s ms (%s to %s), with %s ms of processor time; a tenth of a second of that is waiting for whether more changes.\n",
		ms(median(w)), ms(w[0]), ms(w[len(w)-1]), ms(median(screen.cpu())))
	return nil
}

// changing opens the screen and adds a meeting to the file in each round.
func (b *bench) changing(ctx context.Context, dir, one string, s *subject) error {
	if err := os.WriteFile(one, visits(1), 0o600); err != nil {
		return err //nolint:wrapcheck // names the path.
	}
	if _, err := b.indexed(ctx, b.articles); err != nil { // or the screen begins with what was there before
		return err
	}
	p, err := pty.Run(120, 40, b.env(), b.program, dir, "--filter", "date:"+visitMonth)
	if err != nil {
		return err
	}
	defer p.Close()
	if _, err := p.Await(towns[0], time.Minute); err != nil {
		return err
	}
	b.rounds = min(b.rounds, len(towns)-2)
	const quiet = 3 * time.Second // what was changed before is still being saved
	n := 1
	s.once = func() (sample, error) {
		if _, err := p.Press("", quiet); err != nil {
			return sample{}, err
		}
		n++
		begun, before := time.Now(), p.CPU()
		if err := os.WriteFile(one, visits(n), 0o600); err != nil {
			return sample{}, err //nolint:wrapcheck // as above.
		}
		_, err := p.Await(towns[n-1], time.Minute)
		return sample{wall: time.Since(begun), cpu: p.CPU() - before}, err
	}
	return b.compare(s)
}
