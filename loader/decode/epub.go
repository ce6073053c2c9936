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
	z, err := d.zip(in)
	if err != nil {
		return err
	}
	files := byName(z)
	var c container
	if err := d.readXML(files, "META-INF/container.xml", &c); err != nil {
		return err
	}
	if len(c.Roots) == 0 {
		return &SkipError{"is a book without contents"}
	}
	var p packaging
	if err := d.readXML(files, c.Roots[0].Path, &p); err != nil {
		return err
	}
	where := map[string]string{}
	for _, i := range p.Items {
		where[i.ID] = path.Join(path.Dir(c.Roots[0].Path), i.Href)
	}
	var broken faults
	for i, s := range p.Spine {
		b, err := d.readMember(files, where[s.ID])
		if err != nil {
			broken.add(fmt.Errorf("chapter %d: %w", i+1, err))
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
	return broken.all()
}

// byName are the files of a zip; of two of one name, the first.
func byName(z *zip.Reader) map[string]*zip.File {
	files := make(map[string]*zip.File, len(z.File))
	for _, f := range z.File {
		if files[f.Name] == nil {
			files[f.Name] = f
		}
	}
	return files
}

func (d *decoder) readMember(files map[string]*zip.File, name string) ([]byte, error) {
	f := files[name]
	if f == nil {
		return nil, fmt.Errorf("%s: %w", name, fs.ErrNotExist)
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

// readXML reads a description. encoding/xml knows no entities but its own five and reads no others.
func (d *decoder) readXML(files map[string]*zip.File, name string, v any) error {
	b, err := d.readMember(files, name)
	if err != nil {
		return err
	}
	if err := xml.Unmarshal(b, v); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return nil
}
