package decode

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/pelletier/go-toml/v2"
	"go.yaml.in/yaml/v3"

	"entente/model"
)

// matterMark tells by which mark a text opens front matter: --- for YAML, +++ for
// TOML, alone on its line and with a name in the next; empty where it opens none.
func matterMark(head []byte) string {
	head = bytes.TrimPrefix(head, []byte("\xef\xbb\xbf"))
	mark := string(head[:min(len(head), 3)])
	sign, ok := map[string]string{"---": ":", "+++": "="}[mark]
	if !ok {
		return ""
	}
	rest := bytes.TrimLeft(head[len(mark):], " \t\r")
	if len(rest) == 0 || rest[0] != '\n' {
		return ""
	}
	line, _, _ := bytes.Cut(bytes.TrimLeft(rest, "\r\n"), []byte("\n"))
	name, _, ok := bytes.Cut(line, []byte(sign))
	if name = bytes.TrimSpace(name); !ok || len(name) == 0 || len(name) >= 40 || bytes.ContainsAny(name, " \t<") {
		return ""
	}
	return mark
}

func startsMatter(head []byte) bool { return matterMark(head) != "" }

// decodeMarkdown takes a Markdown file as one article. Text is the body as it
// stands after the front matter; what the front matter tells goes into the fields.
func decodeMarkdown(d *decoder, in input) error {
	b, err := in.all()
	if err != nil {
		return err
	}
	mark, matter, body := cutMatter(d.coding.text(b, ""))
	a := &model.Article{Markdown: true, Text: body}
	wrong := readMatter(a, mark, matter)
	if err := d.give(in, a); err != nil {
		return err
	}
	return wrong // the text is good all the same
}

// cutMatter parts the front matter, without its marks, from the body. A text
// whose front matter does not end has none.
func cutMatter(s string) (mark, matter, body string) {
	s = strings.TrimPrefix(s, "\ufeff")
	mark = matterMark([]byte(s[:min(len(s), headSize)]))
	if mark == "" {
		return "", "", s
	}
	_, rest, _ := strings.Cut(s, "\n")
	for at := 0; at < len(rest) && at < maxMatter; {
		line, _, _ := strings.Cut(rest[at:], "\n")
		if l := strings.TrimRight(line, " \t\r"); l == mark || l == "..." && mark == "---" {
			return mark, rest[:at], strings.TrimLeft(rest[min(at+len(line)+1, len(rest)):], "\r\n")
		}
		at += len(line) + 1
	}
	return "", "", s
}

// readMatter fills an article from front matter.
func readMatter(a *model.Article, mark, matter string) error {
	var f fields
	var err error
	switch mark {
	case "---":
		if !f.plainMatter(a, matter) {
			err = f.yaml(a, matter)
		}
	case "+++":
		var table map[string]any
		if err = toml.Unmarshal([]byte(matter), &table); err == nil {
			f.collect(nil, table)
		}
	}
	if err != nil {
		return fmt.Errorf("front matter: %w", err)
	}
	told := f.article()
	a.Title, a.Source, a.Byline, a.URL, a.Lang, a.Published = told.Title, told.Source, told.Byline, told.URL, told.Lang, told.Published
	return nil
}

// yaml reads scalars as they are written: a date is a day as told, not an instant.
func (f *fields) yaml(a *model.Article, matter string) error {
	var doc yaml.Node
	if err := yaml.Unmarshal([]byte(matter), &doc); err != nil {
		return err //nolint:wrapcheck // readMatter says what was done.
	}
	if len(doc.Content) == 0 || doc.Content[0].Kind != yaml.MappingNode {
		return nil
	}
	pairs := doc.Content[0].Content
	for i := 0; i+1 < len(pairs); i += 2 {
		name, v := pairs[i].Value, pairs[i+1]
		if strings.EqualFold(name, "sources") {
			a.Sources = sourceRefs(v)
			continue
		}
		f.set(name, scalars(v))
	}
	return nil
}

// scalars joins the plain values of a node; notes of linking programs ([[Name]]) lose their brackets.
func scalars(v *yaml.Node) string {
	switch v.Kind {
	case yaml.ScalarNode:
		if v.Tag == "!!null" {
			return ""
		}
		if inner, ok := strings.CutPrefix(v.Value, "[["); ok {
			return strings.TrimSuffix(inner, "]]")
		}
		return v.Value
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
