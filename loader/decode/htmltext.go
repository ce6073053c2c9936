package decode

import (
	"errors"
	"math"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// block is a stretch of a page that stands by itself: a paragraph, a heading, an item of a list.
type block struct {
	text  string
	links int        // bytes of text that stand in links
	tag   atom.Atom  // the element that holds it
	node  *html.Node // that element
}

// silent elements hold nothing that is read.
var silent = map[atom.Atom]bool{
	atom.Script: true, atom.Style: true, atom.Noscript: true, atom.Template: true, atom.Svg: true, atom.Iframe: true,
	atom.Object: true, atom.Embed: true, atom.Canvas: true, atom.Audio: true, atom.Video: true, atom.Head: true,
	atom.Button: true, atom.Select: true, atom.Textarea: true, atom.Input: true, atom.Dialog: true, atom.Math: true,
}

// standing elements begin and end a block.
var standing = map[atom.Atom]bool{
	atom.P: true, atom.Div: true, atom.Section: true, atom.Article: true, atom.Main: true, atom.Header: true, atom.Footer: true,
	atom.Aside: true, atom.Nav: true, atom.H1: true, atom.H2: true, atom.H3: true, atom.H4: true, atom.H5: true, atom.H6: true,
	atom.Ul: true, atom.Ol: true, atom.Li: true, atom.Dl: true, atom.Dt: true, atom.Dd: true, atom.Blockquote: true, atom.Pre: true,
	atom.Table: true, atom.Tr: true, atom.Td: true, atom.Th: true, atom.Caption: true, atom.Figure: true, atom.Figcaption: true,
	atom.Form: true, atom.Fieldset: true, atom.Hr: true, atom.Body: true, atom.Html: true, atom.Address: true, atom.Details: true,
	atom.Summary: true, atom.Center: true, atom.Tbody: true, atom.Thead: true, atom.Tfoot: true, atom.Hgroup: true,
}

// blocks reads the text under a node. Subtrees that skip names stay out.
func blocks(n *html.Node, skip func(*html.Node) bool) []block {
	w := &blockWriter{skip: skip, room: math.MaxInt}
	return w.read(n)
}

// flat is the beginning of the text under a node, in one line: titles, names and days are short, whatever stands in
// the element that should hold them.
func flat(n *html.Node) string {
	w := &blockWriter{skip: hidden, room: 1000}
	parts := make([]string, 0, 1)
	for _, b := range w.read(n) {
		parts = append(parts, strings.ReplaceAll(b.text, "\n", " "))
	}
	return strings.Join(parts, " ")
}

type blockWriter struct {
	skip  func(*html.Node) bool
	out   []block
	text  strings.Builder
	links int
	node  *html.Node
	space bool // a space is due before the next letter
	lines int  // line breaks due
	room  int  // bytes of the page that may still be read
}

func (w *blockWriter) read(n *html.Node) []block {
	w.open(n)
	w.walk(n, false)
	w.flush()
	return w.out
}

func (w *blockWriter) walk(n *html.Node, link bool) {
	for c := n.FirstChild; c != nil && w.room > 0; c = c.NextSibling {
		switch c.Type {
		case html.TextNode:
			w.room -= len(c.Data)
			w.write(c.Data, link)
		case html.ElementNode:
			w.element(c, link)
		case html.DocumentNode, html.CommentNode, html.DoctypeNode, html.RawNode, html.ErrorNode:
		}
	}
}

func (w *blockWriter) element(c *html.Node, link bool) {
	switch {
	case silent[c.DataAtom] || w.skip != nil && w.skip(c):
		w.space = true
	case c.DataAtom == atom.Br:
		w.lines++
	case standing[c.DataAtom]:
		outer := w.node
		w.flush()
		w.open(c)
		w.walk(c, link)
		w.flush()
		w.node = outer
	default:
		w.walk(c, link || c.DataAtom == atom.A)
	}
}

func (w *blockWriter) open(n *html.Node) { w.node = n }

// write appends text with its runs of spaces made one.
func (w *blockWriter) write(s string, link bool) {
	before := w.text.Len()
	for _, r := range s {
		if unicode.IsSpace(r) {
			w.space = true
			continue
		}
		switch {
		case w.text.Len() == 0:
		case w.lines > 1: // an empty line parts paragraphs of pages that have no other
			w.flush()
			before = 0
		case w.lines == 1:
			w.text.WriteByte('\n')
		case w.space:
			w.text.WriteByte(' ')
		}
		w.space, w.lines = false, 0
		w.text.WriteRune(r)
	}
	if link {
		w.links += w.text.Len() - before
	}
}

func (w *blockWriter) flush() {
	if w.text.Len() > 0 {
		w.out = append(w.out, block{w.text.String(), w.links, w.node.DataAtom, w.node})
	}
	w.text.Reset()
	w.links, w.space, w.lines = 0, false, 0
}

// joinBlocks writes blocks as plain text: items one under another, all else with an empty line between.
func joinBlocks(all []block) string {
	var b strings.Builder
	for i, x := range all {
		if i > 0 {
			b.WriteByte('\n')
			if x.tag != atom.Li || all[i-1].tag != atom.Li {
				b.WriteByte('\n')
			}
		}
		b.WriteString(x.text)
	}
	if b.Len() > 0 {
		b.WriteByte('\n')
	}
	return b.String()
}

var markup = regexp.MustCompile(`(?i)</[a-z][a-z0-9]*\s*>|<(?:br|p|hr|div|img|span)\b[^<>]*>|&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,8}\d{0,2});`)

// looksHTML tells markup in a field that may be plain.
func looksHTML(s string) bool {
	return strings.ContainsAny(s, "<&") && markup.MatchString(s)
}

// plainHTML reads a piece of markup as text.
func plainHTML(s string) string {
	doc, err := parseHTML(s)
	if err != nil {
		return stripTags(s)
	}
	return joinBlocks(blocks(doc, hidden))
}

var errTags = errors.New("more elements than a page has")

// parseHTML parses a page. It fails on pages that are nested or filled beyond reason.
func parseHTML(s string) (*html.Node, error) {
	if len(s) > maxTags && strings.Count(s, "<") > maxTags {
		return nil, errTags
	}
	return html.ParseWithOptions(strings.NewReader(s), html.ParseOptionEnableScripting(false)) //nolint:wrapcheck // the caller reads on without it.
}

// stripTags is what is left to do with markup that cannot be parsed.
func stripTags(s string) string {
	var b strings.Builder
	z := html.NewTokenizer(strings.NewReader(s))
	z.SetMaxBuf(MaxRecord)
	quiet := false
	for {
		switch z.Next() {
		case html.ErrorToken:
			return b.String()
		case html.TextToken:
			if !quiet {
				b.Write(z.Text())
			}
		case html.StartTagToken, html.EndTagToken, html.SelfClosingTagToken:
			name, _ := z.TagName()
			a := atom.Lookup(name)
			quiet = a == atom.Script || a == atom.Style
			if standing[a] || a == atom.Br {
				b.WriteByte('\n')
			}
		case html.CommentToken, html.DoctypeToken:
		}
	}
}

// attr returns the value of an attribute, or nothing.
func attr(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

func hasAttr(n *html.Node, name string) bool {
	for _, a := range n.Attr {
		if a.Key == name {
			return true
		}
	}
	return false
}

// hidden tells an element that no reader of the page sees.
func hidden(n *html.Node) bool {
	if hasAttr(n, "hidden") || attr(n, "aria-hidden") == "true" && n.DataAtom != atom.Div {
		return true
	}
	style := attr(n, "style")
	if style == "" {
		return false
	}
	style = strings.ToLower(strings.ReplaceAll(style, " ", ""))
	return strings.Contains(style, "display:none") || strings.Contains(style, "visibility:hidden")
}

// runes counts the characters of a text: bytes would make one script longer than another.
func runes(s string) int { return utf8.RuneCountInString(s) }
