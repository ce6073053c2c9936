package decode

import (
	"cmp"
	"encoding/json"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"entente/model"
)

// facts is what a page says of itself, by where it says so. Each field has a
// list of places in the order of trust.
type facts struct {
	linked map[string]string // JSON-LD of the article: headline, datePublished, author, publisher, inLanguage
	meta   map[string]string // <meta> by name or property, in lower case
	micro  map[string]string // itemprop
	title  string            // <title>
	heads  []string          // <h1>, outside of furniture first
	lang   string
	url    string     // canonical
	time   model.Date // the first <time> that tells a day
	named  model.Date // the first day in an element that is called one
	bare   model.Date // the first day that stands alone in an element
	page   string     // when linked data say that the page was published, of which they do not say that it is an article
}

var (
	publishedMeta = []string{
		"article:published_time", "og:published_time", "article:published", "datepublished", "date.published", "dcterms.date",
		"dcterms.created", "dcterms.issued", "dc.date.issued", "dc.date.created", "dc.date", "pubdate", "publishdate", "publish-date",
		"publish_date", "published_time", "publication_date", "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime",
		"article.published", "article_date_original", "originalpublicationdate", "date", "datecreated",
	}
	siteMeta   = []string{"og:site_name", "application-name", "dcterms.publisher", "dc.publisher", "publisher", "twitter:app:name:iphone"}
	titleMeta  = []string{"og:title", "twitter:title", "dc.title", "dcterms.title", "title"}
	authorMeta = []string{"author", "article:author", "dc.creator", "dcterms.creator", "parsely-author", "byl", "sailthru.author"}
)

func first(m map[string]string, names ...string) string {
	for _, n := range names {
		if m[n] != "" {
			return m[n]
		}
	}
	return ""
}

// pageMeta fills an article from what its page says.
func pageMeta(doc *html.Node, a *model.Article) {
	f := gather(doc)
	headline := f.linked["headline"]
	a.Title = f.chooseTitle(headline)
	a.Source = first(f.meta, siteMeta...)
	if a.Source == "" {
		a.Source = f.linked["publisher"]
	}
	if a.Source == "" {
		_, a.Source = cutSite(f.title)
	}
	if a.Byline = f.linked["author"]; a.Byline == "" {
		a.Byline = first(f.meta, authorMeta...)
	}
	if a.Byline == "" {
		a.Byline = f.micro["author"]
	}
	if strings.HasPrefix(a.Byline, "http") {
		a.Byline = ""
	}
	a.URL = f.url
	if a.URL == "" {
		a.URL = f.meta["og:url"]
	}
	a.Lang = f.lang
	a.Published = f.published(doc, a)
}

// gather walks the page once.
func gather(doc *html.Node) *facts {
	f := &facts{linked: map[string]string{}, meta: map[string]string{}, micro: map[string]string{}}
	each(doc, func(n *html.Node) bool {
		f.visit(n)
		return true
	})
	return f
}

func (f *facts) visit(n *html.Node) {
	switch n.DataAtom {
	case atom.Html:
		f.lang = attr(n, "lang")
	case atom.Title:
		if f.title == "" && n.FirstChild != nil && n.Namespace == "" {
			f.title = strings.Join(strings.Fields(n.FirstChild.Data), " ")
		}
	case atom.Meta:
		f.set(f.meta, attr(n, "property"), attr(n, "content"))
		f.set(f.meta, attr(n, "name"), attr(n, "content"))
	case atom.Link:
		if strings.EqualFold(attr(n, "rel"), "canonical") {
			f.url = attr(n, "href")
		}
	case atom.Script:
		if strings.EqualFold(attr(n, "type"), "application/ld+json") && n.FirstChild != nil {
			f.link(n.FirstChild.Data)
		}
	case atom.H1:
		if len(f.heads) < maxHeads {
			f.heads = append(f.heads, flat(n))
		}
	case atom.Time:
		at := attr(n, "datetime")
		if at == "" && f.time.IsZero() {
			at = flat(n)
		}
		if f.time.IsZero() {
			f.time = day(at)
		}
	}
	if f.named.IsZero() {
		f.named = labelled(n)
	}
	if f.bare.IsZero() {
		f.bare = bare(n)
	}
	switch prop := strings.ToLower(attr(n, "itemprop")); prop {
	case "author", "datepublished":
		if f.micro[prop] == "" {
			f.micro[prop] = cmp.Or(attr(n, "content"), attr(n, "datetime"), flat(n))
		}
	}
}

// maxHeads is how many headlines are looked at: each is read with all that stands in it.
const maxHeads = 8

// set keeps the first value of a name.
func (*facts) set(m map[string]string, name, value string) {
	name, value = strings.ToLower(strings.TrimSpace(name)), strings.TrimSpace(value)
	if name != "" && value != "" && m[name] == "" {
		m[name] = value
	}
}

// link reads linked data. What is no JSON, as with a line break in a string, is searched for the date at least.
func (f *facts) link(s string) {
	var v any
	if err := json.Unmarshal([]byte(s), &v); err != nil {
		if m := looseDate.FindStringSubmatch(s); m != nil {
			f.set(f.linked, "datepublished", m[1])
		}
		return
	}
	f.linkValue(v, 0)
}

var looseDate = regexp.MustCompile(`"datePublished"\s*:\s*"([^"]{8,40})"`)

// linkValue looks for articles among the objects. The parts of a live page are not the page.
func (f *facts) linkValue(v any, depth int) {
	if depth > 8 {
		return
	}
	switch v := v.(type) {
	case []any:
		for _, x := range v {
			f.linkValue(x, depth+1)
		}
	case map[string]any:
		if isArticle(v["@type"]) {
			for _, name := range []string{"headline", "datePublished", "author", "publisher", "inLanguage"} {
				f.set(f.linked, name, plainValue(v[name]))
			}
			return
		}
		if f.page == "" {
			f.page = plainValue(v["datePublished"])
		}
		for _, name := range []string{"@graph", "mainEntity", "mainEntityOfPage", "itemListElement"} {
			f.linkValue(v[name], depth+1)
		}
	}
}

func isArticle(v any) bool {
	switch v := v.(type) {
	case string:
		return strings.HasSuffix(v, "Article") || strings.HasSuffix(v, "Posting") || v == "Report"
	case []any:
		return slices.ContainsFunc(v, isArticle)
	}
	return false
}

// chooseTitle takes the headline on the page where the page's other titles agree
// with it, for a headline alone may be the name of the site.
func (f *facts) chooseTitle(linked string) string {
	told := first(f.meta, titleMeta...)
	for _, h := range f.heads {
		if h != "" && (linked == h || told == h || strings.Contains(f.title, h) && !strings.HasSuffix(f.title, h)) {
			return h
		}
	}
	switch {
	case told != "":
		return told
	case linked != "":
		return linked
	}
	title, _ := cutSite(f.title)
	if title == "" && len(f.heads) > 0 {
		return f.heads[0]
	}
	return title
}

// cutSite parts the name of the site from a title such as ‘Headline | Site’.
func cutSite(title string) (headline, site string) {
	for _, mark := range []string{" | ", " :: ", " — ", " – ", " » ", " - ", " · "} {
		if i := strings.LastIndex(title, mark); i > 0 {
			site = strings.TrimSpace(title[i+len(mark):])
			if site != "" && runes(site) <= 40 && runes(site) < runes(title[:i]) {
				return strings.TrimSpace(title[:i]), site
			}
		}
	}
	return title, ""
}

var (
	firstPublished = regexp.MustCompile(`(?i)(?:first|originally) published(?: on| at)?:?\s*(.{6,60})`)
	justPublished  = regexp.MustCompile(`(?i)(?:published|posted|created)(?: on| at)?:?\s*(.{6,60})`)
	datedURL       = regexp.MustCompile(`/((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?:[/-]|$)`)
)

// published finds the day on which the page first appeared.
func (f *facts) published(doc *html.Node, a *model.Article) model.Date {
	head := headLines(doc, a.Title)
	for _, s := range head {
		if m := firstPublished.FindStringSubmatch(s); m != nil {
			if d := day(m[1]); !d.IsZero() {
				return d
			}
		}
	}
	for _, s := range []string{f.linked["datepublished"], first(f.meta, publishedMeta...), f.micro["datepublished"]} {
		if d := day(s); !d.IsZero() {
			return d
		}
	}
	if !f.time.IsZero() {
		return f.time
	}
	for _, s := range head {
		if m := justPublished.FindStringSubmatch(s); m != nil {
			if d := day(m[1]); !d.IsZero() {
				return d
			}
		}
	}
	for _, s := range head {
		if d := day(s); !d.IsZero() {
			return d
		}
	}
	for _, d := range []model.Date{day(f.page), f.named} {
		if !d.IsZero() {
			return d
		}
	}
	if m := datedURL.FindStringSubmatch(a.URL); m != nil {
		return day(m[1] + "-" + m[2] + "-" + m[3])
	}
	return f.bare
}

// day is a stamp that tells a whole day.
func day(s string) model.Date {
	if d := stamp(s); d.Precision() == model.PrecisionDay {
		return d
	}
	return model.Date{}
}

// headLines lists the short lines round the headline that may tell a day: those
// under it first, then those above it from the nearest up. Where the page does not repeat its title they are those above the
// first paragraph, from the top down.
func headLines(doc *html.Node, title string) []string {
	const short, long, few, keep = 160, 200, 8, 40
	var above, under, top []string
	seen, body := false, false
	for _, b := range blocks(doc, hidden) {
		switch {
		case !seen && (isHeading(b.tag) || b.text == title) && title != "" && strings.Contains(b.text, title):
			seen = true
		case seen && (runes(b.text) > long || len(under) >= few):
			return append(under, above...)
		case runes(b.text) > short:
			body = true
		case seen:
			under = append(under, strings.Split(b.text, "\n")...)
		default:
			above = append(strings.Split(b.text, "\n"), above...)
			above = above[:min(len(above), keep)]
			if !body && len(top) < keep {
				top = append(top, strings.Split(b.text, "\n")...)
			}
		}
	}
	if !seen && body {
		return top
	}
	return append(under, above...)
}
