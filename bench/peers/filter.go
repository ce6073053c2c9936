//go:build linux

package main

import (
	"bufio"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"entente/bench/cpu"
	"entente/model"
	"entente/ui"
	"entente/ui/uitest"

	_ "modernc.org/sqlite" // full text beside ours
)

// typed are filters as they are typed, letter by letter, and taken back.
var typed = []string{"kallas", "who:scholz", "with:estonia", "in:kyiv macron", "date:2012..2014"}

// filter compares one key of a filter with a search of a program that does nothing else.
func (b *bench) filter(ctx context.Context) error {
	b.printf("%d meetings. entente: one letter typed or taken back, to the finished frame of 200 × 60, in the process that shows it. The others find the "+
		"same word among as many lines, each line a meeting: day, kind, place and people.\n\n", b.meetings)
	t := uitest.Large(b.meetings)
	m, err := screen(t) //nolint:contextcheck // the screen is asked without one.
	if err != nil {
		return err
	}
	var all subject
	ours := &subject{name: "entente, a key", once: func() (sample, error) {
		s := subject{taken: keys(m)}
		all.taken = append(all.taken, s.taken...)
		half := func(ms []float64) time.Duration { return time.Duration(median(ms) * float64(time.Millisecond)) }
		return sample{wall: half(s.wall()), cpu: half(s.cpu())}, nil
	}}
	lines, err := b.lines(t)
	if err != nil {
		return err
	}
	subjects := []*subject{ours}
	if !b.lacks("fzf") {
		subjects = append(subjects, &subject{name: "fzf --filter", once: b.runs(ctx, lines, "fzf", "--filter", "kallas")})
	}
	db, err := b.fullText(ctx, t)
	if err != nil {
		return err
	}
	defer db.Close() //nolint:errcheck // nothing was written.
	subjects = append(subjects, &subject{name: "SQLite FTS5, in Go", once: inside(func() error {
		rows, err := db.QueryContext(ctx, "SELECT rowid FROM lines WHERE lines MATCH 'kallas*'")
		if err != nil {
			return err //nolint:wrapcheck // named by the subject.
		}
		defer rows.Close() //nolint:errcheck // rows.Err tells.
		for rows.Next() {
		}
		return rows.Err()
	})})
	if err := b.compare(subjects...); err != nil {
		return err
	}
	b.table(subjects...)
	w, c := all.wall(), all.cpu()
	b.printf("Of %d keys of entente: half within %s ms, 99 of 100 within %s ms, all within %s ms; by processor time %s, %s and %s ms.\n", len(all.taken),
		ms(median(w)), ms(w[len(w)*99/100]), ms(w[len(w)-1]), ms(median(c)), ms(c[len(c)*99/100]), ms(c[len(c)-1]))
	return nil
}

// screen is the screen of a timeline, 200 × 60.
func screen(t *model.Timeline) (tea.Model, error) {
	m := ui.New(ui.Options{Load: func(context.Context, func(ui.Progress)) (ui.Loaded, error) { return ui.Loaded{Timeline: t}, nil }})
	m.Update(tea.WindowSizeMsg{Width: 200, Height: 60})
	settle(m, m.Init())
	if !strings.Contains(m.View().Content, " meetings ") {
		return nil, errors.New("the screen does not show the meetings")
	}
	return m, nil
}

// keys types every filter and takes it back, and returns what each key took.
func keys(m tea.Model) []sample {
	var out []sample
	press := func(k tea.KeyPressMsg) {
		begun, before := time.Now(), cpu.Time()
		_, cmd := m.Update(k)
		_ = m.View()
		out = append(out, sample{wall: time.Since(begun), cpu: cpu.Time() - before})
		settle(m, cmd)
	}
	m.Update(tea.KeyPressMsg{Code: '/', Text: "/"})
	for _, word := range typed {
		for _, r := range word {
			press(tea.KeyPressMsg{Code: r, Text: string(r)})
		}
		for range word {
			press(tea.KeyPressMsg{Code: tea.KeyBackspace})
		}
	}
	m.Update(tea.KeyPressMsg{Code: tea.KeyEscape})
	return out
}

// settle runs what a command does beside the screen, as far as it comes to an end.
func settle(m tea.Model, cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	done := make(chan tea.Msg, 1)
	go func() { done <- cmd() }()
	select {
	case msg := <-done:
		if all, ok := msg.(tea.BatchMsg); ok {
			for _, c := range all {
				settle(m, c)
			}
			return
		}
		if msg != nil {
			_, next := m.Update(msg)
			settle(m, next)
		}
	case <-time.After(100 * time.Millisecond): // it waits for a clock or for the files
	}
}

func line(m *model.Meeting) string {
	parts := []string{m.Date.String(), m.Kind.String(), m.Place.City} //nolint:prealloc // a handful of words.
	for _, p := range m.People {
		parts = append(parts, p.Name, string(p.Party))
	}
	return strings.Join(parts, " ")
}

// lines writes a line for each meeting.
func (b *bench) lines(t *model.Timeline) (string, error) {
	path := filepath.Join(b.dir, "lines")
	f, err := os.Create(path)
	if err != nil {
		return "", err //nolint:wrapcheck // names the path.
	}
	w := bufio.NewWriter(f)
	for _, m := range t.Meetings() {
		_, _ = fmt.Fprintln(w, line(m)) // Flush tells
	}
	if err := w.Flush(); err != nil {
		return "", err //nolint:wrapcheck // as above.
	}
	return path, f.Close() //nolint:wrapcheck // as above.
}

// fullText has SQLite index the same lines.
func (b *bench) fullText(ctx context.Context, t *model.Timeline) (*sql.DB, error) {
	path := filepath.Join(b.dir, "lines.db")
	_ = os.Remove(path)
	db, err := sql.Open("sqlite", "file:"+path+"?_pragma=journal_mode(off)&_pragma=synchronous(off)")
	if err != nil {
		return nil, err //nolint:wrapcheck // names SQLite.
	}
	tx, err := db.BeginTx(ctx, nil)
	if err == nil {
		_, err = tx.ExecContext(ctx, "CREATE VIRTUAL TABLE lines USING fts5(line)")
	}
	if err != nil {
		return nil, err //nolint:wrapcheck // as above.
	}
	insert, err := tx.PrepareContext(ctx, "INSERT INTO lines(line) VALUES(?)")
	if err != nil {
		return nil, err //nolint:wrapcheck // as above.
	}
	defer insert.Close() //nolint:errcheck // Commit tells.
	for _, m := range t.Meetings() {
		if _, err := insert.ExecContext(ctx, line(m)); err != nil {
			return nil, err //nolint:wrapcheck // as above.
		}
	}
	return db, tx.Commit() //nolint:wrapcheck // as above.
}
