// Package corpus writes articles to measure with, any number of them and
// always the same: those of the collection, with other people, days, months
// and years in each copy, so that they tell of other meetings.
package corpus

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"entente/articles"
)

// Texts has the articles of the collection, front matter and all.
func Texts() ([]string, error) {
	var out []string
	err := fs.WalkDir(articles.FS, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		raw, err := fs.ReadFile(articles.FS, path)
		out = append(out, string(raw))
		return err //nolint:wrapcheck // told below.
	})
	if err == nil && len(out) == 0 {
		err = errors.New("none is embedded")
	}
	if err != nil {
		return nil, fmt.Errorf("read the articles: %w", err)
	}
	return out, nil
}

// Body is an article without its front matter.
func Body(article string) string {
	_, body, ok := strings.Cut(article, "\n---\n")
	if !ok {
		return article
	}
	return strings.TrimSpace(body)
}

// What stands for what in the copies. The lists are of lengths without a
// common factor, so that a copy is like an earlier one only after some 150,000.
var (
	people = [][2]string{
		{"Rishi", "Sunak"},
		{"Emmanuel", "Macron"},
		{"Olaf", "Scholz"},
		{"Giorgia", "Meloni"},
		{"Kaja", "Kallas"},
		{"Andrzej", "Duda"},
		{"Mark", "Rutte"},
		{"Alexander", "Stubb"},
		{"Petr", "Pavel"},
		{"Maia", "Sandu"},
		{"Ursula", "von der Leyen"},
		{"Jens", "Stoltenberg"},
		{"Gitanas", "Nausėda"},
	}
	days   = []string{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"}
	months = []string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November"}
	years  = 19 // before and with 2024
	places = []string{"Kyiv", "Brussels", "Warsaw", "Berlin", "Paris", "Vilnius", "London", "Rome"}
)

// Vary returns copy n of an article; copy 0 is the article. Every name, weekday, month, year and
// town is another one of its list.
func Vary(article string, n int) string {
	var pairs []string
	swap := func(from, to string) { pairs = append(pairs, from, to) }
	for i, p := range people {
		q := people[(i+n)%len(people)]
		swap(p[0]+" "+p[1], q[0]+" "+q[1])
		swap(p[1], q[1])
	}
	for _, list := range [][]string{days, months, places} {
		for i, w := range list {
			swap(w, list[(i+n)%len(list)])
		}
	}
	for y := 2023; y <= 2024; y++ {
		year := strconv.Itoa(y - n%years)
		for m := range months {
			swap(fmt.Sprintf("%d-%02d-", y, m+1), fmt.Sprintf("%s-%02d-", year, (m+n)%len(months)+1))
		}
		swap(strconv.Itoa(y), year)
	}
	return strings.NewReplacer(pairs...).Replace(article) + "\nCopy " + strconv.Itoa(n) + ".\n"
}

// Article is article i of all that there are.
func Article(texts []string, i int) string { return Vary(texts[i%len(texts)], i/len(texts)) }

// perFolder is how many files a folder holds.
const perFolder = 1000

// Write makes n articles below a folder and returns their paths and bytes.
// shape says what is written of each; nil writes all of it.
func Write(dir string, n int, ending string, shape func(string) string) (paths []string, size int, err error) {
	texts, err := Texts()
	if err != nil {
		return nil, 0, err
	}
	for i := range n {
		folder := filepath.Join(dir, fmt.Sprintf("%04d", i/perFolder))
		if i%perFolder == 0 {
			if err := os.MkdirAll(folder, 0o700); err != nil {
				return nil, 0, err //nolint:wrapcheck // it names the path.
			}
		}
		text := Article(texts, i)
		if shape != nil {
			text = shape(text)
		}
		path := filepath.Join(folder, fmt.Sprintf("%07d%s", i, ending))
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			return nil, 0, err //nolint:wrapcheck // as above.
		}
		paths, size = append(paths, path), size+len(text)
	}
	return paths, size, nil
}
