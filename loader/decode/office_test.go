package decode

import (
	"errors"
	"strings"
	"testing"
)

const (
	wordText = `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="w"><w:body><w:p><w:r><w:t>Kallas in Kyiv</w:t></w:r></w:p>` +
		`<w:p><w:r><w:t>They </w:t></w:r><w:del><w:r><w:delText>never </w:delText></w:r></w:del><w:r><w:t>met</w:t><w:tab/><w:t>on &lt;Monday&gt;.</w:t>` +
		`<w:instrText>PAGE</w:instrText></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>cell</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body></w:document>`
	wordCore = `<cp:coreProperties xmlns:cp="c" xmlns:dc="d"><dc:title>Visit</dc:title><dc:creator>A. Writer</dc:creator></cp:coreProperties>`
	odfText  = `<?xml version="1.0"?><office:document-content xmlns:office="o" xmlns:text="t"><office:automatic-styles><x>y</x></office:automatic-styles>` +
		`<office:body><office:text><text:tracked-changes><text:p>gone</text:p></text:tracked-changes><text:h>Kallas in Kyiv</text:h>` +
		`<text:p>They <text:span>met</text:span><text:s/>on Monday.<text:note><text:p>1</text:p></text:note></text:p></office:text></office:body></office:document-content>`
	odfMeta = `<office:document-meta xmlns:office="o" xmlns:dc="d"><office:meta><dc:title>Visit</dc:title><dc:creator>A. Writer</dc:creator></office:meta></office:document-meta>`
)

func TestOffice(t *testing.T) {
	for _, c := range []struct {
		file, want string
		members    []string
	}{
		{"a.docx", "Kallas in Kyiv\n\nThey met on <Monday>.\n\ncell", []string{"[Content_Types].xml", "x", "word/document.xml", wordText, "docProps/core.xml", wordCore}},
		{"a.odt", "Kallas in Kyiv\n\nThey met on Monday.", []string{"META-INF/manifest.xml", "x", "content.xml", odfText, "meta.xml", odfMeta}},
	} {
		all, err := decodeAll(t, c.file, zipped(t, c.members...))
		if err != nil || len(all) != 1 || strings.TrimSpace(all[0].Text) != c.want || all[0].Title != "Visit" || all[0].Byline != "A. Writer" {
			t.Errorf("%s: %+v, %v", c.file, all, err)
		}
	}
}

// TestOffice_Hostile: what a document says of the machine, or makes of itself, it does not get.
func TestOffice_Hostile(t *testing.T) {
	entity := `<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd"><!ENTITY b "&a;&a;&a;">]>`
	word := func(s string) string { return zipped(t, "[Content_Types].xml", "x", "word/document.xml", s) }
	for name, c := range map[string]struct{ in, want string }{
		"a file of the machine": {word(strings.Replace(wordText, "?>", "?>"+entity, 1)[:200] + "&a;</w:t></w:r></w:p>"), "XML"},
		"entities in entities":  {word(entity + "<w:p><w:t>&b;</w:t></w:p>"), "invalid character entity"},
		"cut short":             {word(wordText[:300]), "unexpected EOF"},
		"too large":             {word("<w:p><w:t>" + strings.Repeat("a", MaxRecord+1)), "a document is larger than 16 MiB"},
		"a table":               {zipped(t, "[Content_Types].xml", "x", "xl/workbook.xml", "x"), "no text"},
		"nothing":               {word("<w:p></w:p>"), "without text"},
	} {
		if testing.Short() && name == "too large" {
			continue
		}
		all, err := decodeAll(t, "x.docx", c.in)
		if len(all) != 0 || err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %+v, %v, want %q", name, all, err, c.want)
		}
		if skip := (*SkipError)(nil); errors.As(err, &skip) != (name == "a table" || name == "nothing") {
			t.Errorf("%s: %v", name, err)
		}
	}
}
