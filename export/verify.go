package export

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"golang.org/x/net/html"

	"entente/model"
	"entente/text"
)

// Claim is one quotation of an exported chronology.
type Claim struct {
	N      string // its number
	File   string // the article's ID
	Span   model.Span
	SHA256 string
	Quote  string // in one row
}

// Verdict is what became of a claim.
type Verdict uint8

// The verdicts, from best to worst.
const (
	Stands  Verdict = iota // the article is the same, and the words stand where they are said to
	Moved                  // the article has changed, and the words still stand in it
	Altered                // the words stand in it no longer
	Missing                // there is no such article
)

// String tells the verdict in words.
func (v Verdict) String() string {
	return [...]string{"stands", "stands, but the article has changed", "is no longer in the article", "names an article that is not there"}[v]
}

var errNoClaims = errors.New("it has no quotations: give a Markdown or HTML file that entente exported")

// Claims reads the quotations of a file that was exported as Markdown or HTML.
func Claims(r io.Reader) ([]Claim, error) {
	raw, err := io.ReadAll(r)
	if err != nil {
		return nil, fmt.Errorf("read: %w", err)
	}
	var out []Claim
	if bytes.Contains(raw[:min(len(raw), 512)], []byte("<!doctype html>")) {
		out, err = htmlClaims(raw)
	} else {
		out = markdownClaims(string(raw))
	}
	if err != nil {
		return nil, err
	}
	if len(out) == 0 {
		return nil, errNoClaims
	}
	return out, nil
}

// markdownClaims reads lines such as
// [3] Outlet, “Title”, 4 May 2023. `file`, bytes 12–80, SHA-256 …: “words”.
func markdownClaims(s string) []Claim {
	var out []Claim
	for line := range strings.Lines(s) {
		line = strings.TrimRight(line, "\n")
		n, rest, ok := strings.Cut(strings.TrimPrefix(line, "["), "] ")
		if !ok || !strings.HasPrefix(line, "[") {
			continue
		}
		_, rest, ok = strings.Cut(rest, ". `")
		file, rest, ok2 := cutCodeSpan("`" + rest)
		rest = strings.TrimPrefix(rest, "bytes ")
		span, rest, ok3 := strings.Cut(rest, ", SHA-256 ")
		hash, quote, ok4 := strings.Cut(rest, ": “")
		if !ok || !ok2 || !ok3 || !ok4 {
			continue
		}
		from, to, _ := strings.Cut(span, "–")
		c := Claim{N: n, File: file, SHA256: hash, Quote: unescapeMarkdown(strings.TrimSuffix(quote, "”"))}
		c.Span.Start, _ = strconv.Atoi(from)
		c.Span.End, _ = strconv.Atoi(to)
		out = append(out, c)
	}
	return out
}

func unescapeMarkdown(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] == '\\' && i+1 < len(s) {
			i++
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

func htmlClaims(raw []byte) ([]Claim, error) {
	doc, err := html.Parse(bytes.NewReader(raw))
	if err != nil {
		return nil, fmt.Errorf("parse: %w", err)
	}
	var out []Claim
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode || n.Data != "li" {
			continue
		}
		a := map[string]string{}
		for _, x := range n.Attr {
			a[x.Key] = x.Val
		}
		if a["class"] != "cite" {
			continue
		}
		c := Claim{N: a["value"], File: a["data-file"], SHA256: a["data-sha256"]}
		c.Span.Start, _ = strconv.Atoi(a["data-start"])
		c.Span.End, _ = strconv.Atoi(a["data-end"])
		for q := range n.Descendants() {
			if q.Type == html.ElementNode && q.Data == "q" && q.FirstChild != nil {
				c.Quote = q.FirstChild.Data
			}
		}
		out = append(out, c)
	}
	return out, nil
}

// Verify checks a claim against the articles that are there now, by ID.
func (c Claim) Verify(articles map[string]*model.Article) Verdict {
	a, ok := articles[c.File]
	if !ok {
		return Missing
	}
	a = a.Whole()
	sum := sha256.Sum256([]byte(a.Text))
	same := hex.EncodeToString(sum[:]) == c.SHA256
	switch {
	case same && text.Row(c.Span.In(a.Text)) == c.Quote:
		return Stands
	case strings.Contains(text.Row(a.Text), c.Quote) && c.Quote != "":
		return Moved
	}
	return Altered
}
