package decode

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"entente/model"
)

// startsXML makes a sniff of XML whose outermost element, behind declarations and comments, is one of these.
func startsXML(marks ...string) func([]byte) bool {
	return func(head []byte) bool {
		s := head[:min(len(head), 2048)]
		if !bytes.HasPrefix(bytes.TrimLeft(s, "\xef\xbb\xbf \t\r\n"), []byte("<")) {
			return false
		}
		for len(s) > 0 {
			_, rest, ok := bytes.Cut(s, []byte("<"))
			if !ok || len(rest) == 0 {
				return false
			}
			if s = rest; s[0] == '?' || s[0] == '!' {
				continue
			}
			for _, m := range marks {
				if after, ok := bytes.CutPrefix(s, []byte(m[1:])); ok && len(after) > 0 && strings.IndexByte(" \t\r\n>", after[0]) >= 0 {
					return true
				}
			}
			return false
		}
		return false
	}
}

// agencyFields are the elements of NITF and of NewsML-G2 that tell a field, the best first.
var agencyFields = map[string]struct {
	field field
	rank  int
}{
	"hl1": {fieldTitle, 0}, "headline": {fieldTitle, 1}, "title": {fieldTitle, 2},
	"byline": {fieldByline, 0}, "by": {fieldByline, 1},
	"distributor": {fieldSource, 0}, "creditline": {fieldSource, 1},
	"story.date": {fieldPublished, 0}, "date.issue": {fieldPublished, 0}, "contentCreated": {fieldPublished, 1},
	"versionCreated": {fieldPublished, 2},
}

// agencyBlocks are the elements of a text that stand by themselves.
var agencyBlocks = set("p", "hl2", "dateline", "h1", "h2", "h3", "li", "td", "blockquote", "br")

// agency collects one item of an agency's XML.
type agency struct {
	told [fieldLang + 1]struct {
		value string
		rank  int
	}
	body   strings.Builder
	open   []string // elements round this one
	inside int      // of them, those whose words are the article's
}

// decodeAgency reads the items of a file of NITF or NewsML-G2: an article each.
func decodeAgency(d *decoder, in input) error {
	b, err := in.all()
	if err != nil {
		return err
	}
	dec := xml.NewDecoder(strings.NewReader(d.xmlText(b)))
	var item *agency
	record, many := 0, bytes.Contains(b[:min(len(b), 4096)], []byte("<newsMessage"))
	for {
		t, err := dec.Token()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("XML after item %d: %w", record, err)
		}
		switch t := t.(type) {
		case xml.StartElement:
			if item == nil && (t.Name.Local == "nitf" || t.Name.Local == "newsItem") {
				item = &agency{}
			}
			if item != nil {
				item.begin(t)
			}
		case xml.CharData:
			if item != nil {
				item.text(string(t))
			}
		case xml.EndElement:
			if item == nil || !item.end() {
				continue
			}
			record++
			a := item.article()
			if item = nil; many {
				a.Record = record
			}
			if err := d.giveFull(in, a); err != nil {
				return err
			}
		}
	}
}

// giveFull gives an article that says something.
func (d *decoder) giveFull(in input, a *model.Article) error {
	if strings.TrimSpace(a.Title+a.Text) == "" {
		return nil
	}
	return d.give(in, a)
}

func (g *agency) begin(t xml.StartElement) {
	name := t.Name.Local
	g.open = append(g.open, name)
	if name == "body.content" || name == "inlineXML" {
		g.inside++
	}
	if g.inside > 0 && agencyBlocks[name] {
		g.body.WriteString("\n\n")
	}
	for _, a := range t.Attr {
		if a.Name.Local == "norm" {
			g.tell(name, a.Value)
		}
	}
}

// end closes an element and reports whether that was the item's own.
func (g *agency) end() bool {
	name := g.open[len(g.open)-1]
	g.open = g.open[:len(g.open)-1]
	if name == "body.content" || name == "inlineXML" {
		g.inside--
	}
	if g.inside > 0 && agencyBlocks[name] {
		g.body.WriteString("\n\n")
	}
	return len(g.open) == 0
}

func (g *agency) text(s string) {
	if g.inside > 0 && !g.within("head") && !g.within("media") {
		g.body.WriteString(s)
		return
	}
	for _, name := range g.open {
		if _, ok := agencyFields[name]; ok {
			g.tell(name, s)
		}
	}
}

func (g *agency) within(name string) bool {
	return slices.Contains(g.open, name)
}

// tell notes a field, where none better has told it.
func (g *agency) tell(name, s string) {
	f, ok := agencyFields[name]
	if s = strings.Join(strings.Fields(s), " "); !ok || s == "" {
		return
	}
	if x := &g.told[f.field]; x.value == "" || f.rank < x.rank {
		x.value, x.rank = s, f.rank
	}
}

func (g *agency) article() *model.Article {
	v := func(f field) string { return g.told[f].value }
	day, _, _ := strings.Cut(v(fieldPublished), "T") // 20230424T120000Z
	return &model.Article{
		Title: v(fieldTitle), Byline: v(fieldByline), Source: v(fieldSource), Published: stamp(day),
		Text: joinLines(g.body.String()),
	}
}

// joinLines lets only empty lines part paragraphs: line ends inside one are the file's own.
func joinLines(s string) string {
	var out []string
	for p := range strings.SplitSeq(s, "\n\n") {
		if p = strings.Join(strings.Fields(p), " "); p != "" {
			out = append(out, p)
		}
	}
	return strings.Join(out, "\n\n")
}
