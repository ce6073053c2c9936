//go:build linux

package main

import (
	"context"
	"database/sql"
	"fmt"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"time"

	"entente/bench/corpus"
	"entente/bench/cpu"
	"entente/bench/pty"
	"entente/loader/extract"
	"entente/loader/gazetteer"
	"entente/model"
)

const (
	readArticles  = 2000 // that are read and indexed
	proseArticles = 40   // that prose gets of them
)

// read compares megabytes a second of one core.
func (b *bench) read(ctx context.Context) error {
	n := min(readArticles, b.articles)
	dir := filepath.Join(b.dir, "texts")
	_ = os.RemoveAll(dir)
	paths, size, err := corpus.Write(dir, n, ".txt", corpus.Body)
	if err != nil {
		return fmt.Errorf("write articles: %w", err)
	}
	var texts []string
	for _, p := range paths {
		raw, err := os.ReadFile(p)
		if err != nil {
			return err //nolint:wrapcheck // names the path.
		}
		texts = append(texts, string(raw))
	}
	r := extract.New(gazetteer.Default())
	subjects := []*subject{{name: "entente", once: inside(func() error {
		for _, text := range texts {
			r.Read(&model.Article{Text: text})
		}
		return nil
	})}}
	if !b.lacks("rg") {
		subjects = append(subjects, &subject{name: "`rg -j1 -c`", once: b.runs(ctx, "", "rg", "-j1", "-c", "Zelensk", dir)})
	}
	if !b.lacks("wc") {
		subjects = append(subjects, &subject{name: "`wc -w`", once: b.runs(ctx, "", append([]string{"wc", "-w"}, paths...)...)})
	}
	if err := b.compare(subjects...); err != nil {
		return err
	}
	b.printf("%d texts of %.1f MB, by processor time, one core. rg and wc open the files too; entente's texts are in memory.\n\n", n, float64(size)/1e6)
	b.printf("| | MB/s, median | min | max | entente is |\n| --- | ---: | ---: | ---: | ---: |\n")
	rate := func(ms float64) float64 { return float64(size) / 1e3 / ms }
	for _, s := range subjects {
		c := s.cpu()
		b.printf("| %s | %.1f | %.1f | %.1f | %.2f × |\n", s.name, rate(median(c)), rate(c[len(c)-1]), rate(c[0]), median(c)/median(subjects[0].cpu()))
	}
	speed, err := prose(ctx, paths[:min(proseArticles, len(paths))])
	if err != nil {
		b.printf("\nprose and go-dateparser could not be built here: %v.\n", err)
		return nil
	}
	ours := rate(median(subjects[0].cpu()))
	b.printf("| prose and go-dateparser, names and dates of %d of the texts, once | %.4f | – | – | %.0f × |\n", proseArticles, speed, ours/speed)
	return nil
}

// prose has another module read texts, and returns megabytes a second of one core.
func prose(ctx context.Context, paths []string) (float64, error) {
	c := exec.CommandContext(ctx, "go", "run", ".")
	c.Dir = filepath.Join("bench", "peers", "prose")
	c.Stdin = strings.NewReader(strings.Join(paths, "\n") + "\n")
	out, err := c.Output()
	f := strings.Fields(string(out))
	if err != nil || len(f) < 2 {
		return 0, fmt.Errorf("go run: %w", err)
	}
	size, err := strconv.ParseFloat(f[0], 64)
	if err != nil {
		return 0, err //nolint:wrapcheck // says what.
	}
	seconds, err := strconv.ParseFloat(f[1], 64)
	return size / 1e6 / seconds, err //nolint:wrapcheck // as above.
}

// index compares the making of an index with the bare full text of the same files: of few, where the start of the program weighs, and of ten
// times as many.
func (b *bench) index(ctx context.Context) error {
	for _, n := range []int{readArticles, 10 * readArticles} {
		if err := b.indexOf(ctx, min(n, b.articles)); err != nil || n >= b.articles {
			return err
		}
	}
	return nil
}

func (b *bench) indexOf(ctx context.Context, n int) error {
	dir, err := b.corpus(n)
	if err != nil {
		return err
	}
	home := filepath.Join(b.dir, "home", "CACHE", "entente")
	ours := &subject{name: "entente index: read, full text, tables", once: func() (sample, error) {
		if err := os.RemoveAll(home); err != nil {
			return sample{}, err //nolint:wrapcheck // names the path.
		}
		return b.runs(ctx, "", b.program, "index", dir)()
	}}
	bare := &subject{name: "SQLite FTS5 alone, in Go", once: func() (sample, error) {
		begun, before := time.Now(), cpu.Time()
		err := b.bareLoad(ctx, dir)
		return sample{wall: time.Since(begun), cpu: cpu.Time() - before}, err
	}}
	if err := b.compare(bare, ours); err != nil {
		return err
	}
	b.printf("%d files from nothing.\n\n", n)
	b.table(bare, ours)
	second := func(s *subject) float64 { return float64(n) / median(s.wall()) * 1000 }
	b.printf("Articles a second: %.0f and %.0f; entente reads on all cores while it writes.\n\n", second(bare), second(ours))
	return nil
}

// bareLoad puts the texts of all files of a folder into a table of full text.
func (b *bench) bareLoad(ctx context.Context, dir string) error {
	path := filepath.Join(b.dir, "bare.db")
	_ = os.Remove(path)
	db, err := sql.Open("sqlite", "file:"+path+"?_pragma=journal_mode(wal)&_pragma=synchronous(normal)&_pragma=cache_size(-16000)")
	if err != nil {
		return err //nolint:wrapcheck // names SQLite.
	}
	defer db.Close() //nolint:errcheck // Commit tells.
	tx, err := db.BeginTx(ctx, nil)
	if err == nil {
		_, err = tx.ExecContext(ctx, "CREATE VIRTUAL TABLE texts USING fts5(title, text)")
	}
	if err != nil {
		return err //nolint:wrapcheck // as above.
	}
	files, err := filepath.Glob(filepath.Join(dir, "*", "*.md"))
	if err != nil {
		return err //nolint:wrapcheck // as above.
	}
	for _, f := range files {
		raw, err := os.ReadFile(f)
		if err == nil {
			_, err = tx.ExecContext(ctx, "INSERT INTO texts(title, text) VALUES(?, ?)", filepath.Base(f), string(raw))
		}
		if err != nil {
			return err //nolint:wrapcheck // as above.
		}
	}
	return tx.Commit() //nolint:wrapcheck // as above.
}

// screen counts what a key sends, which matters over a slow line.
func (b *bench) screen(context.Context) error {
	b.printf("Bytes that a key sends to a terminal of 200 × 60, the collection open.\n\n| key | median | max |\n| --- | ---: | ---: |\n")
	p, err := pty.Run(200, 60, b.env(), b.program)
	if err != nil {
		return err
	}
	defer p.Close()
	if _, err := p.Await(" meetings ", time.Minute); err != nil {
		return err
	}
	const quiet = 400 * time.Millisecond
	if _, err := p.Press("", quiet); err != nil {
		return err
	}
	keys := []struct{ name, keys string }{{"`j`", "j"}, {"`k`", "k"}, {"Ctrl-D", "\x04"}, {"`G`", "G"}, {"`gg`", "gg"}}
	sizes := make([][]float64, len(keys))
	for range b.rounds {
		for i, key := range keys {
			n, err := p.Press(key.keys, quiet)
			if err != nil {
				return err
			}
			sizes[i] = append(sizes[i], float64(n))
		}
	}
	for i, key := range keys {
		slices.Sort(sizes[i])
		b.printf("| %s | %.0f | %.0f |\n", key.name, median(sizes[i]), sizes[i][b.rounds-1])
	}
	return nil
}

// growth measures entente alone over ten times as much each time.
func (b *bench) growth(ctx context.Context) error {
	type row struct{ index, list, frame, peak, size float64 }
	var rows []row
	var counts []int
	for n := small; n <= b.articles; n *= 10 {
		dir, err := b.corpus(n)
		if err != nil {
			return err
		}
		if err := os.RemoveAll(filepath.Join(b.dir, "home", "CACHE", "entente")); err != nil {
			return err //nolint:wrapcheck // names the path.
		}
		index, err := b.runs(ctx, "", b.program, "index", dir)()
		if err != nil {
			return err
		}
		if _, err := b.indexed(ctx, n); err != nil { // keeps what it comes to
			return err
		}
		list := &subject{name: "list", once: b.runs(ctx, "", b.program, "list", dir)}
		frame := &subject{name: "frame", once: b.shows(" meetings ", b.program, dir)}
		if err := b.compare(list, frame); err != nil {
			return err
		}
		peak := list.of(func(x sample) float64 { return float64(x.peak) / 1e6 })
		counts = append(counts, n)
		rows = append(rows, row{index.cpu.Seconds(), median(list.cpu()) / 1000, median(frame.wall()), peak[len(peak)-1], float64(index.peak) / 1e6})
		runtime.GC()
	}
	b.printf("| articles | index, processor s | memory, MB | open again and list, processor s | memory, MB | first frame, ms |\n")
	b.printf("| ---: | ---: | ---: | ---: | ---: | ---: |\n")
	for i, r := range rows {
		b.printf("| %d | %.2f | %.0f | %.2f | %.0f | %.0f |\n", counts[i], r.index, r.size, r.list, r.peak, r.frame)
	}
	if n := len(rows); n > 1 {
		first, last := rows[n-2], rows[n-1]
		exponent := func(a, z float64) float64 { return math.Log10(z / a) }
		b.printf("| exponent of the last step | %.2f | %.2f | %.2f | %.2f | %.2f |\n", exponent(first.index, last.index), exponent(first.size, last.size),
			exponent(first.list, last.list), exponent(first.peak, last.peak), exponent(first.frame, last.frame))
	}
	return nil
}
