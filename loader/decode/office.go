package decode

import (
	"archive/zip"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"entente/model"
)

// office is a kind of document that is a zip of XML: where its text stands, and what its elements mean.
type office struct {
	text, meta string            // members
	block      map[string]bool   // elements that are a paragraph
	run        map[string]bool   // elements whose characters are text; nil takes those of a paragraph
	space      map[string]string // elements that stand for a space or a line end
	aside      map[string]bool   // elements that are not of the text, with all in them
}

// offices are the documents that are read; other zips of that kind hold tables or slides.
var offices = []office{
	{
		text: "word/document.xml", meta: "docProps/core.xml",
		block: set("p"), run: set("t"), space: map[string]string{"tab": " ", "br": "\n", "cr": "\n"},
		aside: set("del", "moveFrom", "txbxContent", "instrText"),
	},
	{
		text: "content.xml", meta: "meta.xml",
		block: set("p", "h"), space: map[string]string{"tab": " ", "s": " ", "line-break": "\n"},
		aside: set("tracked-changes", "annotation", "note", "automatic-styles", "scripts"),
	},
}

func set(names ...string) map[string]bool {
	m := make(map[string]bool, len(names))
	for _, n := range names {
		m[n] = true
	}
	return m
}

// isOffice tells a zip that is a document of an office program.
func isOffice(z *zip.Reader) bool {
	return slices.ContainsFunc(z.File, func(f *zip.File) bool { return f.Name == "[Content_Types].xml" || f.Name == "META-INF/manifest.xml" })
}

// decodeOffice reads a document of a word processor as one article.
func (d *decoder) decodeOffice(in input, z *zip.Reader) error {
	files := byName(z)
	for i := range offices {
		o := &offices[i]
		f := files[o.text]
		if f == nil {
			continue
		}
		r, err := d.openZip(f)
		if err != nil {
			return err
		}
		s, err := o.read(&recordLimit{r: r, what: "a document"})
		if err != nil {
			return fmt.Errorf("%s: %w", o.text, err)
		}
		if strings.TrimSpace(s) == "" {
			return &SkipError{"is an Office document without text"}
		}
		var about struct {
			Title   string `xml:"title"`
			Creator string `xml:"creator"`
			Meta    struct {
				Title   string `xml:"title"`
				Creator string `xml:"creator"`
			} `xml:"meta"`
		}
		_ = d.readXML(files, o.meta, &about) // the text stands without it
		return d.give(in, &model.Article{Title: about.Title + about.Meta.Title, Byline: about.Creator + about.Meta.Creator, Text: s})
	}
	return &SkipError{"is an Office document that is no text; save it as text, CSV or as a web page"}
}

// read takes the paragraphs of a document, with an empty line between two.
// Entities of its own it has none: encoding/xml knows no others than XML's five, and expands nothing.
func (o *office) read(r io.Reader) (string, error) {
	var out strings.Builder
	dec := xml.NewDecoder(r)
	blocks, runs := 0, 0
	for {
		t, err := dec.Token()
		if errors.Is(err, io.EOF) {
			return out.String(), nil
		}
		if err != nil {
			return "", fmt.Errorf("XML: %w", err)
		}
		switch t := t.(type) {
		case xml.StartElement:
			name := t.Name.Local
			switch {
			case o.aside[name]:
				if err := dec.Skip(); err != nil {
					return "", fmt.Errorf("XML: %w", err)
				}
			case o.block[name]:
				blocks++
			case o.run[name]:
				runs++
			case blocks > 0:
				out.WriteString(o.space[name])
			}
		case xml.EndElement:
			switch name := t.Name.Local; {
			case o.block[name]:
				if blocks--; blocks == 0 {
					out.WriteString("\n\n")
				}
			case o.run[name]:
				runs--
			}
		case xml.CharData:
			if blocks > 0 && (o.run == nil || runs > 0) {
				out.Write(t)
			}
		}
	}
}
