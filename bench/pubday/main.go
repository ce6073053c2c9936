// Command pubday reads the test pages of a checkout of adbar's htmldate and says
// on how many of them entente finds the day of publication that the checkout tells:
//
//	go run ./bench/pubday ~/htmldate
package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"entente/loader/decode"
	"entente/loader/extract"
	"entente/loader/gazetteer"
	"entente/model"
)

func main() {
	verbose := len(os.Args) == 3 && os.Args[2] == "-v"
	if len(os.Args) != 2 && !verbose {
		fmt.Fprintln(os.Stderr, "usage: pubday PATH [-v]")
		os.Exit(2)
	}
	if err := run(os.Args[1], verbose); err != nil {
		fmt.Fprintln(os.Stderr, "pubday:", err)
		os.Exit(1)
	}
}

// truth is what the checkout tells of a page.
type truth struct {
	File string `json:"file"`
	Date string `json:"date"`
}

func run(dir string, verbose bool) error {
	lists, err := filepath.Glob(filepath.Join(dir, "tests", "eval_*.json"))
	if err != nil || len(lists) == 0 {
		return fmt.Errorf("there are no lists in %s/tests", dir)
	}
	var all []truth
	for _, name := range lists {
		pages := map[string]truth{}
		b, err := os.ReadFile(name)
		if err != nil {
			return err //nolint:wrapcheck // names the path.
		}
		b = bytes.ReplaceAll(b, []byte(`"date": NaN`), []byte(`"date": ""`)) // of pages without a day; JSON has no such number
		if err := json.Unmarshal(b, &pages); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		for _, p := range pages {
			all = append(all, p)
		}
	}
	slices.SortFunc(all, func(a, b truth) int { return strings.Compare(a.File, b.File) })
	r := extract.New(gazetteer.Default())
	var right, wrong, none, missing int
	for _, p := range all {
		got, err := published(r, filepath.Join(dir, "tests"), p.File)
		switch {
		case errors.Is(err, fs.ErrNotExist):
			missing++
			continue
		case err != nil:
			fmt.Fprintf(os.Stderr, "%s: %v\n", p.File, err)
		}
		switch got {
		case p.Date:
			right++
			continue
		case "":
			none++
		default:
			wrong++
		}
		if verbose {
			fmt.Printf("%s: %q, want %q\n", p.File, got, p.Date)
		}
	}
	n := right + wrong + none
	if n == 0 {
		return fmt.Errorf("none of the %d pages lies in %s/tests", len(all), dir)
	}
	precision, recall := float64(right)/float64(right+wrong), float64(right)/float64(right+none)
	fmt.Printf("%d pages (%d more are not in the checkout): %d right, %d wrong, %d without a day\n", n, missing, right, wrong, none)
	fmt.Printf("precision %.3f, recall %.3f, accuracy %.3f, F1 %.3f\n", precision, recall, float64(right)/float64(n), 2*precision*recall/(precision+recall))
	return nil
}

// published is the day that is read of a page; empty for none.
func published(r *extract.Reader, tests, file string) (day string, err error) {
	var f *os.File
	for _, folder := range []string{"test_set", "cache", "eval"} {
		if f, err = os.Open(filepath.Join(tests, folder, filepath.Base(file))); err == nil {
			break
		}
	}
	if err != nil {
		return "", err //nolint:wrapcheck // names the path.
	}
	defer f.Close() //nolint:errcheck // nothing was written.
	err = decode.Decode(context.Background(), file, f, decode.Options{}, func(a *model.Article) error {
		r.Read(a)
		if a.Published.Precision() == model.PrecisionDay {
			day = a.Published.String()
		}
		return nil
	})
	return day, err
}
