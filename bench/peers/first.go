//go:build linux

package main

import (
	"context"
	"encoding/xml"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"entente/bench/corpus"
)

// small is the collection that stands between the embedded one and the large one.
const small = 1000

// first compares the time until a screen stands, of programs that start from nothing.
func (b *bench) first(ctx context.Context) error {
	b.printf("Time from the start of the process until a terminal of 120 × 40 shows the first rows.\n\n")
	subjects := []*subject{
		{name: "empty Bubble Tea program, same libraries", once: b.shows("ready", b.empty)},
		{name: "entente, its collection", once: b.shows(" meetings ", b.program)},
		{name: "entente, its collection, read anew", once: b.shows(" meetings ", b.program, "--no-index")},
	}
	for _, n := range []int{small, b.articles} {
		dir, err := b.indexed(ctx, n)
		if err != nil {
			return err
		}
		subjects = append(subjects, &subject{name: fmt.Sprintf("entente, %d indexed articles", n), once: b.shows(" meetings ", b.program, dir)})
	}
	if !b.lacks("less") {
		dir, err := b.corpus(small)
		if err != nil {
			return err
		}
		subjects = append(subjects, &subject{name: "less, one file", once: b.shows("published", "less", filepath.Join(dir, "0000", "0000000.md"))})
	}
	if !b.lacks("newsboat") {
		args, err := b.newsboat(ctx, b.articles)
		if err != nil {
			b.printf("newsboat could not be given %d items: %v.\n\n", b.articles, err)
		} else {
			subjects = append(subjects, &subject{name: fmt.Sprintf("newsboat, %d cached items", b.articles), once: b.shows(feedTitle, args...)})
		}
	}
	if err := b.compare(subjects...); err != nil {
		return err
	}
	b.table(subjects...)
	return nil
}

// indexed writes n articles and has entente read them, and look at them once.
func (b *bench) indexed(ctx context.Context, n int) (string, error) {
	dir, err := b.corpus(n)
	if err != nil {
		return "", err
	}
	fmt.Fprintf(os.Stderr, "opening %d articles\n", n)
	_, err = b.runs(ctx, "", b.program, "list", dir)()
	return dir, err
}

const feedTitle = "Articles to measure with"

// newsboat fills a cache with n items and returns the command that opens it.
func (b *bench) newsboat(ctx context.Context, n int) ([]string, error) {
	home := filepath.Join(b.dir, fmt.Sprintf("newsboat-%d", n))
	feed, urls, config, cache := filepath.Join(home, "feed.xml"), filepath.Join(home, "urls"), filepath.Join(home, "config"), filepath.Join(home, "cache.db")
	args := []string{"newsboat", "-u", urls, "-C", config, "-c", cache}
	done := filepath.Join(home, "done")
	if _, err := os.Stat(done); err == nil {
		return args, nil
	}
	fmt.Fprintf(os.Stderr, "filling newsboat with %d items\n", n)
	if err := os.MkdirAll(home, 0o700); err != nil {
		return nil, err //nolint:wrapcheck // names the path.
	}
	if err := writeFeed(feed, n); err != nil {
		return nil, err
	}
	for path, body := range map[string]string{urls: "file://" + feed + "\n", config: "max-items 0\nrefresh-on-startup no\n"} {
		if err := os.WriteFile(path, []byte(body), 0o600); err != nil {
			return nil, err //nolint:wrapcheck // as above.
		}
	}
	if out, err := exec.CommandContext(ctx, args[0], append(args[1:], "-x", "reload")...).CombinedOutput(); err != nil {
		return nil, fmt.Errorf("newsboat -x reload: %w: %s", err, out)
	}
	return args, os.WriteFile(done, nil, 0o600) //nolint:wrapcheck // as above.
}

// writeFeed writes n articles as one RSS feed.
func writeFeed(path string, n int) error {
	texts, err := corpus.Texts()
	if err != nil {
		return fmt.Errorf("write feed: %w", err)
	}
	var feed strings.Builder
	feed.WriteString(`<?xml version="1.0"?><rss version="2.0"><channel><title>` + feedTitle + `</title><link>http://localhost/</link>` + "\n")
	for i := range n {
		text := corpus.Article(texts, i)
		_, after, _ := strings.Cut(text, "title: ")
		title, _, _ := strings.Cut(after, "\n")
		fmt.Fprintf(&feed, "<item><guid>%d</guid><link>http://localhost/%d</link><title>", i, i)
		_ = xml.EscapeText(&feed, []byte(title)) // a Builder takes everything
		feed.WriteString("</title><description>")
		_ = xml.EscapeText(&feed, []byte(corpus.Body(text)))
		feed.WriteString("</description></item>\n")
	}
	feed.WriteString("</channel></rss>\n")
	return os.WriteFile(path, []byte(feed.String()), 0o600) //nolint:wrapcheck // names the path.
}
