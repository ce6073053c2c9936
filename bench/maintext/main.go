// Command maintext reads the pages of a checkout of scrapinghub's
// article-extraction-benchmark and writes what entente takes for their main text to
// output/entente.json there, where the benchmark's own evaluate.py compares it with others:
//
//	go run ./bench/maintext ~/article-extraction-benchmark && cd ~/article-extraction-benchmark && python3 evaluate.py
package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"entente/loader/decode"
	"entente/model"
)

type result struct {
	Body string `json:"articleBody"` //nolint:tagliatelle // the benchmark's own name.
}

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: maintext PATH")
		os.Exit(2)
	}
	if err := run(os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, "maintext:", err)
		os.Exit(1)
	}
}

func run(dir string) error {
	pages, err := filepath.Glob(filepath.Join(dir, "html", "*.html.gz"))
	if err != nil || len(pages) == 0 {
		return fmt.Errorf("there are no pages in %s/html", dir)
	}
	out := map[string]result{}
	begun := time.Now()
	for _, p := range pages {
		f, err := os.Open(p)
		if err != nil {
			return err //nolint:wrapcheck // names the path.
		}
		name := strings.TrimSuffix(filepath.Base(p), ".html.gz")
		err = decode.Decode(context.Background(), p, f, decode.Options{}, func(a *model.Article) error {
			out[name] = result{a.Text}
			return nil
		})
		_ = f.Close()
		if err != nil {
			fmt.Fprintf(os.Stderr, "%s: %v\n", p, err)
		}
	}
	fmt.Printf("%d pages in %v\n", len(pages), time.Since(begun).Round(time.Millisecond))
	b, err := json.Marshal(out)
	if err != nil {
		return err //nolint:wrapcheck // strings always marshal.
	}
	return os.WriteFile(filepath.Join(dir, "output", "entente.json"), b, 0o600) //nolint:wrapcheck // names the path.
}
