package cli_test

import (
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/text"
	"golang.org/x/net/html"
)

// A shape is what an output must be beside clean: that no text of an article has become structure of it.
type shape func(s string) error

func anyShape(string) error { return nil }

func number(n int) string { return fmt.Sprint(n) }

func jsonLines(s string) error {
	for line := range strings.Lines(s) {
		if err := jsonOf(line); err != nil {
			return err
		}
	}
	return nil
}

// jsonOf checks one value and the addresses in it.
func jsonOf(s string) error {
	var v any
	if err := json.Unmarshal([]byte(s), &v); err != nil {
		return fmt.Errorf("no JSON: %w: %.200q", err, s)
	}
	var walk func(any) error
	walk = func(v any) error {
		switch v := v.(type) {
		case map[string]any:
			for k, x := range v {
				if u, ok := x.(string); ok && k == "url" && !webAddress(u) {
					return fmt.Errorf("the address %q", u)
				}
				if err := walk(x); err != nil {
					return err
				}
			}
		case []any:
			for _, x := range v {
				if err := walk(x); err != nil {
					return err
				}
			}
		}
		return nil
	}
	return walk(v)
}

func webAddress(u string) bool {
	return u == "" || (strings.HasPrefix(u, "https://") || strings.HasPrefix(u, "http://")) && !strings.ContainsAny(u, " \t\n\r\"'<>\\`")
}

// csvTable checks that the rows are as wide as the heading; formulas tells whether a cell may be one.
func csvTable(formulas bool) shape {
	return func(s string) error {
		rows, err := csv.NewReader(strings.NewReader(s)).ReadAll() // which checks the width
		if err != nil {
			return fmt.Errorf("no table: %w", err)
		}
		for _, row := range rows {
			if id := row[0]; id != "id" && !strings.HasPrefix(id, "m-") {
				return fmt.Errorf("a row that begins with %q", id)
			}
			for _, cell := range row {
				if !formulas && cell != "" && strings.ContainsRune("=+-@\t\r|%", rune(cell[0])) {
					return fmt.Errorf("a spreadsheet runs the cell %q", cell)
				}
			}
		}
		return nil
	}
}

var calendarLine = regexp.MustCompile(`^(BEGIN:(VCALENDAR|VEVENT)|END:(VCALENDAR|VEVENT)|(VERSION|PRODID|METHOD|NAME|X-WR-CALNAME|UID|DTSTAMP|SUMMARY|LOCATION|DESCRIPTION|STATUS|CLASS|CATEGORIES):.*|(DTSTART|DTEND);VALUE=DATE:\d{8})$`)

// calendar checks every line that a calendar's reader sees, and that entries begin and end by turns.
func calendar(s string) error {
	for line := range strings.SplitSeq(strings.TrimSuffix(s, "\r\n"), "\r\n") {
		if strings.ContainsAny(line, "\r\n") || len(line) > 75 {
			return fmt.Errorf("the line %q", line)
		}
	}
	open := false
	for line := range strings.SplitSeq(strings.ReplaceAll(strings.TrimSuffix(s, "\r\n"), "\r\n ", ""), "\r\n") {
		switch {
		case !calendarLine.MatchString(line):
			return fmt.Errorf("the line %q", line)
		case line == "BEGIN:VEVENT" && open, line == "END:VEVENT" && !open:
			return errors.New("an entry within an entry")
		case line == "BEGIN:VEVENT" || line == "END:VEVENT":
			open = !open
		}
	}
	return nil
}

// markdownKinds is what a chronology is made of.
var markdownKinds = []ast.NodeKind{
	ast.KindDocument, ast.KindHeading, ast.KindParagraph, ast.KindTextBlock, ast.KindText, ast.KindString, ast.KindList, ast.KindListItem,
	ast.KindEmphasis, ast.KindCodeSpan, ast.KindAutoLink,
}

// chronology reads the Markdown as a renderer with every extension does.
func chronology(s string) error {
	source := []byte(s)
	doc := goldmark.New(goldmark.WithExtensions(extension.GFM, extension.Footnote)).Parser().Parse(text.NewReader(source))
	return ast.Walk(doc, func(n ast.Node, in bool) (ast.WalkStatus, error) {
		if !in {
			return ast.WalkContinue, nil
		}
		if !slices.Contains(markdownKinds, n.Kind()) {
			return ast.WalkStop, fmt.Errorf("a %s", n.Kind())
		}
		if l, ok := n.(*ast.AutoLink); ok { // what some renderers make of an address that stands in plain sight
			if u := string(l.URL(source)); !strings.HasPrefix(u, "http") && !strings.HasPrefix(u, "www.") && !strings.Contains(u, "@") {
				return ast.WalkStop, fmt.Errorf("a link to %q", u)
			}
		}
		if e, ok := n.(*ast.Emphasis); ok && (e.Level != 2 || !dateOnly.Match(e.FirstChild().Text(source))) { //nolint:staticcheck // all of it is plain text.
			return ast.WalkStop, errors.New("an emphasis of the article's own")
		}
		return ast.WalkContinue, nil
	})
}

var dateOnly = regexp.MustCompile(`^(no date|[0-9]+ [A-Z][a-z]+ [0-9]{4}|[A-Z][a-z]+ [0-9]{4}|[0-9]{4})( – .*)?\.$`)

// pageElements are the elements of an exported page, with their attributes.
var pageElements = map[string]string{
	"html": "lang", "head": "", "meta": "charset name content http-equiv", "title": "", "style": "", "body": "", "header": "", "h1": "", "h2": "", "p": "class id hidden",
	"span": "class id", "code": "", "div": "class", "label": "", "input": "id type placeholder autocomplete", "select": "id", "option": "value", "main": "",
	"article": "class id data-kind data-year data-parties data-words", "time": "", "details": "", "summary": "", "ol": "", "li": "id value class data-file data-start data-end data-sha256",
	"q": "", "br": "", "a": "href rel", "script": "",
}

// page checks every element as a browser finds it. The scripts and styles are those of plain, a page of honest articles.
func page(plain string) shape {
	own := scripts(plain)
	return func(s string) error {
		z := html.NewTokenizer(strings.NewReader(s))
		for {
			switch z.Next() {
			case html.ErrorToken:
				if !errors.Is(z.Err(), io.EOF) {
					return z.Err()
				}
				if got := scripts(s); got != own {
					return fmt.Errorf("scripts or styles that are not the page's own: %.200q", got)
				}
				return nil
			case html.CommentToken:
				return fmt.Errorf("the comment %.100q", z.Raw())
			case html.StartTagToken, html.SelfClosingTagToken:
				tok := z.Token()
				allowed, ok := pageElements[tok.Data]
				if !ok {
					return fmt.Errorf("the element %s", tok.Data)
				}
				for _, a := range tok.Attr {
					if !slices.Contains(strings.Fields(allowed), a.Key) || a.Key == "href" && !webAddress(a.Val) {
						return fmt.Errorf("the attribute %s=%q of %s", a.Key, a.Val, tok.Data)
					}
				}
			case html.TextToken, html.EndTagToken, html.DoctypeToken:
			}
		}
	}
}

// scripts joins what stands in script and style elements.
func scripts(s string) string {
	z := html.NewTokenizer(strings.NewReader(s))
	var b strings.Builder
	for in := ""; ; {
		switch z.Next() {
		case html.ErrorToken:
			return b.String()
		case html.StartTagToken:
			name, _ := z.TagName()
			in = string(name)
		case html.TextToken:
			if in == "script" || in == "style" {
				b.Write(z.Raw())
			}
		case html.EndTagToken:
			in = ""
		case html.SelfClosingTagToken, html.CommentToken, html.DoctypeToken:
		}
	}
}

// graphOf checks a graph's elements.
func graphOf(s string) error {
	d := xml.NewDecoder(strings.NewReader(s))
	for {
		tok, err := d.Token()
		switch tok := tok.(type) {
		case nil:
			if errors.Is(err, io.EOF) {
				return nil
			}
			return fmt.Errorf("no XML: %w", err)
		case xml.StartElement:
			if !slices.Contains([]string{"graphml", "key", "graph", "node", "edge", "data"}, tok.Name.Local) {
				return fmt.Errorf("the element %s", tok.Name.Local)
			}
		case xml.Comment, xml.Directive:
			return fmt.Errorf("%T", tok)
		}
	}
}

// slides checks the JSON for TimelineJS, whose texts are HTML of paragraphs.
func slides(s string) error {
	if err := jsonOf(s); err != nil {
		return err
	}
	var v struct {
		Events []struct {
			Text struct {
				Headline string `json:"headline"`
				Text     string `json:"text"`
			} `json:"text"`
		} `json:"events"`
	}
	if err := json.Unmarshal([]byte(s), &v); err != nil {
		return err
	}
	for _, e := range v.Events {
		z := html.NewTokenizer(strings.NewReader(e.Text.Headline + e.Text.Text))
		for t := z.Next(); t != html.ErrorToken; t = z.Next() {
			if tok := z.Token(); t != html.TextToken && (tok.Data != "p" || len(tok.Attr) > 0) {
				return fmt.Errorf("%s in a slide", tok)
			}
		}
	}
	return nil
}

// sentencesOnly checks what stands on standard error: every line is entente's own, and as many as it means to say.
func sentencesOnly(s string) error {
	for line := range strings.Lines(s) {
		if !strings.HasPrefix(line, "entente: ") || strings.HasPrefix(line, "entente: everything was read") {
			return fmt.Errorf("the line %q", line)
		}
	}
	return nil
}

// correctionLines checks that a file of corrections holds comments and rejections alone.
func correctionLines(s string) error {
	for line := range strings.Lines(s) {
		if !strings.HasPrefix(line, "# ") && !strings.HasPrefix(line, "reject m-") {
			return fmt.Errorf("the line %q", line)
		}
	}
	return nil
}
