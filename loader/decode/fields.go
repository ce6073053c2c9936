package decode

import (
	"cmp"
	"maps"
	"net/url"
	"slices"
	"strings"

	"entente/model"
	"entente/text"
)

// field is what a named value of a record, a feed or a front matter tells.
type field uint8

const (
	fieldNone field = iota
	fieldTitle
	fieldText
	fieldHTML
	fieldSummary
	fieldPublished
	fieldSource
	fieldByline
	fieldURL
	fieldLang
)

// fieldNames maps the names that programs give to fields, in lower case and without marks.
var fieldNames = map[string]field{
	"title": fieldTitle, "headline": fieldTitle, "subject": fieldTitle, "heading": fieldTitle,
	"text": fieldText, "body": fieldText, "content": fieldText, "fulltext": fieldText, "maintext": fieldText,
	"articlebody": fieldText, "contenttext": fieldText, "story": fieldText, "article": fieldText, "articletext": fieldText,
	"html": fieldHTML, "contenthtml": fieldHTML, "bodyhtml": fieldHTML,
	"summary": fieldSummary, "description": fieldSummary, "abstract": fieldSummary, "lead": fieldSummary,
	"teaser": fieldSummary, "excerpt": fieldSummary,
	"published": fieldPublished, "date": fieldPublished, "publishedat": fieldPublished, "datepublished": fieldPublished,
	"pubdate": fieldPublished, "publicationdate": fieldPublished, "publisheddate": fieldPublished, "publishdate": fieldPublished,
	"datepublish": fieldPublished, "publishedon": fieldPublished, "time": fieldPublished, "timestamp": fieldPublished,
	"datetime": fieldPublished, "day": fieldPublished,
	"source": fieldSource, "outlet": fieldSource, "site": fieldSource, "sitename": fieldSource, "publisher": fieldSource,
	"sourcename": fieldSource, "publication": fieldSource, "newspaper": fieldSource, "domain": fieldSource, "website": fieldSource,
	"byline": fieldByline, "author": fieldByline, "authors": fieldByline, "creator": fieldByline, "by": fieldByline,
	"url": fieldURL, "link": fieldURL, "href": fieldURL, "canonical": fieldURL, "permalink": fieldURL,
	"sourceurl": fieldURL, "externalurl": fieldURL, "canonicalurl": fieldURL,
	"lang": fieldLang, "language": fieldLang, "locale": fieldLang,
}

var unmarked = strings.NewReplacer("_", "", "-", "", " ", "", ".", "", "\ufeff", "")

// fieldOf finds the field that a name stands for.
func fieldOf(name string) field {
	if len(name) > 40 {
		return fieldNone
	}
	return fieldNames[folded(name)]
}

// fields collects the named values of one record; the first value of a field counts.
type fields [fieldLang + 1]string

func (f *fields) set(name, value string) { f.put(fieldOf(name), value) }

func (f *fields) put(k field, value string) {
	value = strings.TrimSpace(value)
	if k == fieldNone || value == "" {
		return
	}
	if k == fieldSource && isURL(value) {
		k = fieldURL
	}
	if f[k] == "" {
		f[k] = value
	}
}

// any tells that there is something to read.
func (f *fields) any() bool {
	return f[fieldTitle] != "" || f[fieldText] != "" || f[fieldHTML] != "" || f[fieldSummary] != ""
}

// article makes an article of the fields. Text that is markup is read as such;
// a summary stands in for a text that is missing.
func (f *fields) article() *model.Article {
	body := f[fieldText]
	switch {
	case f[fieldHTML] != "" && len(f[fieldHTML]) > len(body):
		body = plainHTML(f[fieldHTML])
	case looksHTML(body):
		body = plainHTML(body)
	case body == "":
		body = f[fieldSummary]
		if looksHTML(body) {
			body = plainHTML(body)
		}
	}
	title := f[fieldTitle]
	if strings.ContainsAny(title, "<&") {
		title = plainHTML(title)
	}
	return &model.Article{
		Title: title, Source: f[fieldSource], Byline: f[fieldByline], URL: f[fieldURL], Lang: f[fieldLang],
		Published: stamp(f[fieldPublished]), Text: body,
	}
}

// sortedNames lists the names of an object, those that fieldNames ranks first in front.
func sortedNames[V any](object map[string]V) []string {
	names := slices.Collect(maps.Keys(object))
	slices.SortFunc(names, func(a, b string) int { return cmp.Or(cmp.Compare(rank(a), rank(b)), cmp.Compare(a, b)) })
	return names
}

// rank puts the plain name of a field before its variants.
func rank(name string) int {
	switch strings.ToLower(name) {
	case "title", "text", "published", "source", "url", "author", "lang", "content_html", "summary":
		return 0
	case "body", "content", "date", "date_published", "published_at", "outlet", "link", "language", "description":
		return 1
	}
	return 2
}

func isURL(s string) bool {
	const least = "http"
	if len(s) < len(least) || !strings.EqualFold(s[:len(least)], least) {
		return false
	}
	if text.PlainLink(s) {
		return true
	}
	u, err := url.Parse(s)
	return err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != ""
}
