package decode

import (
	"bytes"
	"regexp"
	"strings"

	"entente/model"
)

// startsHTML tells a page by its first element, comments and declarations aside.
func startsHTML(head []byte) bool {
	head = head[:min(len(head), 2048)]
	if wide(head) != "" {
		head = []byte((*coding)(nil).text(head, ""))
	}
	head = bytes.TrimLeft(head, "\ufeff \t\r\n")
	if len(head) == 0 || head[0] != '<' {
		return false
	}
	s := strings.ToLower(string(head))
	return strings.HasPrefix(s, "<!doctype html") || strings.Contains(s, "<html") || strings.HasPrefix(s, "<head") ||
		strings.HasPrefix(s, "<body") || strings.HasPrefix(s, "<article")
}

var declaredCharset = regexp.MustCompile(`(?i)<meta[^>]{0,200}charset\s*=\s*["']?\s*([a-z0-9_:-]{2,40})`)

// charsetOf is the encoding that a page declares, or nothing.
func charsetOf(b []byte) string {
	if m := declaredCharset.FindSubmatch(b[:min(len(b), 4096)]); m != nil {
		return string(bytes.ToLower(m[1]))
	}
	return ""
}

// decodeHTML takes a page as one article: its main text, and what the page and
// its header say about it.
func decodeHTML(d *decoder, in input) error {
	b, err := in.all()
	if err != nil {
		return err
	}
	return d.give(in, pageArticle(d.coding.text(b, charsetOf(b))))
}

// pageArticle reads a page.
func pageArticle(s string) *model.Article {
	doc, err := parseHTML(s)
	if err != nil { // nested beyond reason: the words are still there
		return &model.Article{Text: stripTags(s)}
	}
	a := &model.Article{}
	pageMeta(doc, a)
	a.Text = joinBlocks(mainText(doc))
	return a
}
