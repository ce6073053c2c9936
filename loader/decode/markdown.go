package decode

import (
	"bytes"
	"fmt"
	"strings"

	"go.yaml.in/yaml/v3"

	"entente/model"
)

// startsMatter tells a text that opens with front matter: a line of three
// dashes, then a name with a colon.
func startsMatter(head []byte) bool {
	rest, ok := bytes.CutPrefix(bytes.TrimPrefix(head, []byte("\xef\xbb\xbf")), []byte("---"))
	if !ok {
		return false
	}
	rest = bytes.TrimLeft(rest, " \t\r")
	if len(rest) == 0 || rest[0] != '\n' {
		return false
	}
	line, _, _ := bytes.Cut(bytes.TrimLeft(rest, "\r\n"), []byte("\n"))
	name, _, ok := bytes.Cut(line, []byte(":"))
	return ok && len(name) > 0 && len(name) < 40 && !bytes.ContainsAny(name, " \t<")
}

// decodeMarkdown takes a Markdown file as one article. Text is the body as it
// stands after the front matter; what the front matter tells goes into the fields.
func decodeMarkdown(d *decoder, in input) error {
	b, err := in.all()
	if err != nil {
		return err
	}
	matter, body := cutMatter(toUTF8(b, ""))
	a := &model.Article{Markdown: true, Text: body}
	wrong := readMatter(a, matter)
	if err := d.give(in, a); err != nil {
		return err
	}
	return wrong // the text is good all the same
}

// cutMatter parts the front matter, without its marks, from the body. A text
// whose front matter does not end has none.
func cutMatter(s string) (matter, body string) {
	s = strings.TrimPrefix(s, "\ufeff")
	if !startsMatter([]byte(s[:min(len(s), headSize)])) {
		return "", s
	}
	_, rest, _ := strings.Cut(s, "\n")
	for at := 0; at < len(rest) && at < maxMatter; {
		line, _, _ := strings.Cut(rest[at:], "\n")
		if l := strings.TrimRight(line, " \t\r"); l == "---" || l == "..." {
			return rest[:at], strings.TrimLeft(rest[min(at+len(line)+1, len(rest)):], "\r\n")
		}
		at += len(line) + 1
	}
	return "", s
}

// readMatter fills an article from YAML. Scalars are read as they are written:
// a date is a day as told, not an instant.
func readMatter(a *model.Article, matter string) error {
	var doc yaml.Node
	if err := yaml.Unmarshal([]byte(matter), &doc); err != nil {
		return fmt.Errorf("front matter: %w", err)
	}
	if len(doc.Content) == 0 || doc.Content[0].Kind != yaml.MappingNode {
		return nil
	}
	var f fields
	pairs := doc.Content[0].Content
	for i := 0; i+1 < len(pairs); i += 2 {
		name, v := pairs[i].Value, pairs[i+1]
		if strings.EqualFold(name, "sources") {
			a.Sources = sourceRefs(v)
			continue
		}
		f.set(name, scalars(v))
	}
	told := f.article()
	a.Title, a.Source, a.Byline, a.URL, a.Lang, a.Published = told.Title, told.Source, told.Byline, told.URL, told.Lang, told.Published
	return nil
}

// scalars joins the plain values of a node; notes of linking programs ([[Name]]) lose their brackets.
func scalars(v *yaml.Node) string {
	switch v.Kind {
	case yaml.ScalarNode:
		if v.Tag == "!!null" {
			return ""
		}
		return strings.TrimSuffix(strings.TrimPrefix(v.Value, "[["), "]]")
	case yaml.SequenceNode:
		var parts []string
		for _, c := range v.Content {
			if c.Kind == yaml.ScalarNode {
				parts = append(parts, scalars(c))
			}
		}
		return strings.Join(parts, ", ")
	case yaml.DocumentNode, yaml.MappingNode, yaml.AliasNode:
	}
	return ""
}

// sourceRefs reads a list of pages, each an address or a mapping with outlet and url.
func sourceRefs(v *yaml.Node) []model.SourceRef {
	if v.Kind != yaml.SequenceNode {
		return nil
	}
	var out []model.SourceRef
	for _, c := range v.Content {
		var f fields
		switch c.Kind {
		case yaml.ScalarNode:
			f.set("source", c.Value)
		case yaml.MappingNode:
			for i := 0; i+1 < len(c.Content); i += 2 {
				f.set(c.Content[i].Value, scalars(c.Content[i+1]))
			}
		case yaml.DocumentNode, yaml.SequenceNode, yaml.AliasNode:
		}
		if f[fieldSource] != "" || f[fieldURL] != "" {
			out = append(out, model.SourceRef{Outlet: f[fieldSource], URL: f[fieldURL]})
		}
	}
	return out
}
