package decode

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"io/fs"
	"path"
	"strings"
)

// startsEPUB tells a book: a zip whose first member says so.
func startsEPUB(head []byte) bool {
	return bytes.HasPrefix(head, []byte("PK\x03\x04")) && bytes.Contains(head[:min(len(head), 100)], []byte("mimetypeapplication/epub+zip"))
}

// container and packaging are what is read of a book's own description.
type container struct {
	Roots []struct {
		Path string `xml:"full-path,attr"`
	} `xml:"rootfiles>rootfile"`
}

type packaging struct {
	Title    string `xml:"metadata>title"`
	Date     string `xml:"metadata>date"`
	Language string `xml:"metadata>language"`
	Items    []struct {
		ID   string `xml:"id,attr"`
		Href string `xml:"href,attr"`
	} `xml:"manifest>item"`
	Spine []struct {
		ID string `xml:"idref,attr"`
	} `xml:"spine>itemref"`
}

// decodeEPUB gives an article for each chapter, in reading order: newspapers are
// bound to books so. A chapter without a day of its own has the book's.
func decodeEPUB(d *decoder, in input) error {
	if in.depth >= MaxDepth {
		return errTooDeep
	}
	z, err := in.zip()
	if err != nil {
		return err
	}
	var c container
	if err := d.readXML(z, "META-INF/container.xml", &c); err != nil {
		return err
	}
	if len(c.Roots) == 0 {
		return &SkipError{"is a book without contents"}
	}
	var p packaging
	if err := d.readXML(z, c.Roots[0].Path, &p); err != nil {
		return err
	}
	where := map[string]string{}
	for _, i := range p.Items {
		where[i.ID] = path.Join(path.Dir(c.Roots[0].Path), i.Href)
	}
	var broken []error
	for i, s := range p.Spine {
		b, err := d.readMember(z, where[s.ID])
		if err != nil {
			broken = append(broken, fmt.Errorf("chapter %d: %w", i+1, err))
			continue
		}
		a := pageArticle(d.coding.text(b, charsetOf(b)))
		if strings.TrimSpace(a.Text) == "" {
			continue
		}
		a.Record, a.Source = i+1, p.Title
		if a.Published.IsZero() {
			a.Published = day(p.Date)
		}
		if a.Lang == "" {
			a.Lang = p.Language
		}
		if err := d.give(in, a); err != nil {
			return err
		}
	}
	return joinFew(broken)
}

func (d *decoder) readMember(z *zip.Reader, name string) ([]byte, error) {
	for _, f := range z.File {
		if f.Name != name {
			continue
		}
		r, err := d.openZip(f)
		if err != nil {
			return nil, err
		}
		b, err := io.ReadAll(io.LimitReader(r, MaxRecord+1))
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		if len(b) > MaxRecord {
			return nil, &LimitError{"a chapter", MaxRecord}
		}
		return b, nil
	}
	return nil, fmt.Errorf("%s: %w", name, fs.ErrNotExist)
}

// readXML reads a description. encoding/xml knows no entities but its own five and reads no others.
func (d *decoder) readXML(z *zip.Reader, name string, v any) error {
	b, err := d.readMember(z, name)
	if err != nil {
		return err
	}
	if err := xml.Unmarshal(b, v); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return nil
}
