package decode

import (
	"bytes"
	"cmp"
	"fmt"
	"regexp"
	"strings"

	"github.com/mmcdole/gofeed"

	"entente/model"
)

// startsFeed tells RSS, Atom and RDF by their outermost element.
func startsFeed(head []byte) bool {
	s := head[:min(len(head), 2048)]
	if !bytes.HasPrefix(bytes.TrimLeft(s, "\xef\xbb\xbf \t\r\n"), []byte("<")) {
		return false
	}
	for _, mark := range []string{"<rss", "<feed", "<rdf:RDF"} {
		if i := bytes.Index(s, []byte(mark)); i >= 0 && i+len(mark) < len(s) && strings.IndexByte(" \t\r\n>", s[i+len(mark)]) >= 0 {
			return true
		}
	}
	return false
}

// decodeFeed gives an article for each item of a feed, in the feed's order.
func decodeFeed(d *decoder, in input) error {
	b, err := in.all()
	if err != nil {
		return err
	}
	feed, err := gofeed.NewParser().Parse(strings.NewReader(d.xmlText(b)))
	if err != nil {
		return fmt.Errorf("feed: %w", err)
	}
	for i, item := range feed.Items {
		a := itemArticle(item)
		a.Record, a.Source, a.Lang = i+1, feedName(feed.Title), feed.Language
		if err := d.give(in, a); err != nil {
			return err
		}
	}
	return nil
}

var declaredXML = regexp.MustCompile(`^(\s*<\?xml[^>]{0,200}?\sencoding\s*=\s*["'])([A-Za-z0-9_.:-]{2,40})(["'])`)

// xmlText decodes XML, and has it declare what it is written in then.
func (d *decoder) xmlText(b []byte) string {
	declared := ""
	if m := declaredXML.FindSubmatch(b[:min(len(b), 1024)]); m != nil {
		declared = string(m[2])
	}
	return declaredXML.ReplaceAllString(d.coding.text(b, declared), "${1}utf-8${3}")
}

func itemArticle(item *gofeed.Item) *model.Article {
	body := plainHTML(item.Content)
	if summary := plainHTML(item.Description); runes(summary) > runes(body) {
		body = summary
	}
	names := make([]string, 0, len(item.Authors))
	for _, p := range item.Authors {
		if p != nil {
			names = append(names, p.Name)
		}
	}
	return &model.Article{
		Title: plainHTML(item.Title), Byline: strings.Join(names, ", "), URL: item.Link,
		Published: stamp(cmp.Or(item.Published, item.Updated)), Text: body,
	}
}

// feedName is the outlet's name without what its feed adds: ‘Harbour Post — Europe’.
func feedName(title string) string {
	for _, mark := range []string{" | ", " :: ", " — ", " – ", " » ", " - "} {
		if before, _, ok := strings.Cut(title, mark); ok {
			return before
		}
	}
	return title
}
