package cli_test

import (
	"archive/zip"
	"bytes"
	"encoding/base64"
	"encoding/json"
	"strings"

	"entente/loader/decode/pdftest"
)

// way is a way in: a file that carries a payload wherever its format lets it.
// The mark stands before each, so that what comes out can be laid to its payload.
type way struct {
	name string
	put  func(mark, payload string) (file, content string)
}

// story is a text that both readers of these tests find encounters in.
func story(mark, p string) string {
	one := oneLine(p)
	return "KYIV, 14 August 2024 – President Volodymyr Zelenskyy met with Estonian Prime Minister Kristen " + mark + one + " in Kyiv on Tuesday.\n\n" +
		mark + " " + p + "\n\nThey spoke of " + p + ". “" + one + "”, said " + mark + " " + one + ".\n\n" +
		"MEET held meeting 2024-08-13 " + mark + strings.Join(strings.Fields(one), "") + " EE: " + mark + " " + one + " (EE), Other " + one + " (FI)\n"
}

// meet is the line that the reader of the tests finds, where a format leaves nothing else of a text as it is.
func meet(mark, p string) string {
	return "MEET held call 2024-08-13 - EE: " + mark + " " + oneLine(p) + " (EE), Other (FI)"
}

var ways = []way{
	{"text", func(mark, p string) (string, string) { return "a.txt", mark + " " + p + "\n\n" + story(mark, p) }},
	{"Markdown", func(mark, p string) (string, string) { return "a.md", "# " + mark + " " + p + "\n\n" + story(mark, p) }},
	{"front matter", func(mark, p string) (string, string) {
		q := quoted(mark + " " + p)
		return "a.md", "---\ntitle: " + q + "\nsource: " + q + "\nurl: " + quoted("https://a.example/"+p) + "\nbyline: " + q +
			"\nsources:\n  - " + q + "\n---\n" + meet(mark, p) + "\n"
	}},
	{"front matter, bare", func(mark, p string) (string, string) {
		return "a.md", "---\ntitle: " + mark + " " + p + "\nurl: " + p + "\n---\n" + meet(mark, p) + "\n"
	}},
	{"TOML", func(mark, p string) (string, string) {
		return "a.md", "+++\ntitle = \"" + mark + " " + p + "\"\nurl = '" + p + "'\n+++\n" + meet(mark, p) + "\n"
	}},
	{"HTML", func(mark, p string) (string, string) {
		return "a.html", "<!doctype html><title>" + mark + " " + p + "</title><meta name=author content=\"" + p + "\"><link rel=canonical href=\"" + p + "\">" +
			"<article><h1>" + mark + " " + p + "</h1><p>" + strings.ReplaceAll(story(mark, p), "\n\n", "</p><p>") + "</p></article>"
	}},
	{"HTML, linked data", func(mark, p string) (string, string) {
		return "a.html", `<!doctype html><script type="application/ld+json">{"@type":"NewsArticle","headline":` + quoted(mark+" "+p) + `,"url":` + quoted(p) +
			`,"author":{"name":` + quoted(p) + `},"publisher":{"name":` + quoted(p) + `}}</script><article><p>` + mark + `</p><p>` + meet(mark, p) + `</p></article>`
	}},
	{"RSS", func(mark, p string) (string, string) {
		return "a.xml", `<rss version="2.0"><channel><title>` + p + `</title><item><title>` + mark + " " + p + `</title><link>` + p + `</link><author>` + p +
			`</author><description>` + story(mark, p) + `</description></item></channel></rss>`
	}},
	{"Atom", func(mark, p string) (string, string) {
		return "a.xml", `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>f</title><entry><title type="html"><![CDATA[` + mark + " " + p +
			`]]></title><link href="` + p + `"/><content type="html"><![CDATA[` + story(mark, p) + `]]></content></entry></feed>`
	}},
	{"JSON Feed", func(mark, p string) (string, string) {
		return "a.json", `{"version":"https://jsonfeed.org/version/1.1","title":` + quoted(p) + `,"items":[{"id":"1","url":` + quoted(p) + `,"title":` + quoted(mark+" "+p) +
			`,"content_text":` + quoted(story(mark, p)) + `}]}`
	}},
	{"JSON", func(mark, p string) (string, string) {
		return "a.json", `{"title":` + quoted(mark+" "+p) + `,"source":` + quoted(mark+" "+p) + `,"url":` + quoted(p) + `,"author":` + quoted(p) + `,"text":` + quoted(story(mark, p)) + `}`
	}},
	{"JSON Lines", func(mark, p string) (string, string) {
		line := `{"title":` + quoted(mark+" "+p) + `,"text":` + quoted(story(mark, p)) + "}\n"
		return "a.jsonl", line + strings.Replace(line, `"title":"`, `"title":"again `, 1)
	}},
	{"CSV", func(mark, p string) (string, string) {
		cell := func(s string) string { return `"` + strings.ReplaceAll(s, `"`, `""`) + `"` }
		return "a.csv", "title,source,url,text\n" + cell(mark+" "+p) + "," + cell(p) + "," + cell(p) + "," + cell(story(mark, p)) + "\n"
	}},
	{"TSV", func(mark, p string) (string, string) {
		return "a.tsv", "title\tsource\ttext\n" + mark + " " + p + "\t" + p + "\t" + meet(mark, p) + "\n"
	}},
	{"mail", func(mark, p string) (string, string) {
		return "a.eml", "From: " + oneLine(p) + "\nTo: b\nSubject: " + mark + " " + oneLine(p) + "\nDate: 14 Aug 2024 10:00:00 +0000\n\n" + story(mark, p)
	}},
	{"mail, encoded", func(mark, p string) (string, string) {
		word := "=?utf-8?B?" + base64.StdEncoding.EncodeToString([]byte(mark+" "+p)) + "?="
		return "a.eml", "From: " + word + "\nSubject: " + word + "\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n" +
			base64.StdEncoding.EncodeToString([]byte(story(mark, p))) + "\n"
	}},
	{"mailbox", func(mark, p string) (string, string) {
		return "a.mbox", "From a@b Wed Aug 14 10:00:00 2024\nFrom: " + oneLine(p) + "\nSubject: " + mark + " " + oneLine(p) + "\n\n" + story(mark, p)
	}},
	{"MHTML", func(mark, p string) (string, string) {
		return "a.mhtml", "From: <Saved by Blink>\nSnapshot-Content-Location: " + inHeader(p) + "\nSubject: " + inHeader(p) +
			"\nMIME-Version: 1.0\nContent-Type: multipart/related; type=\"text/html\"; boundary=\"bb\"\n\n--bb\nContent-Type: text/html; charset=utf-8\nContent-Location: " +
			inHeader(p) + "\n\n<!doctype html><title>" + mark + " " + p + "</title><article><p>" + strings.ReplaceAll(story(mark, p), "\n\n", "</p><p>") + "</p></article>\n--bb--\n"
	}},
	{"EPUB", func(mark, p string) (string, string) {
		return "a.epub", zipped("mimetype", "application/epub+zip", "META-INF/container.xml",
			`<?xml version="1.0"?><container><rootfiles><rootfile full-path="c.opf"/></rootfiles></container>`, "c.opf",
			`<?xml version="1.0"?><package><metadata><title>`+escaped(inHeader(p))+`</title><creator>`+escaped(inHeader(p))+`</creator></metadata><manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/></spine></package>`,
			"a.xhtml", `<html><head><title>`+mark+" "+p+`</title></head><body><h1>`+mark+" "+p+`</h1><p>`+meet(mark, p)+`</p></body></html>`)
	}},
	{"WARC", func(mark, p string) (string, string) {
		page := "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<!doctype html><title>" + mark + " " + p + "</title><article><p>" + meet(mark, p) + "</p></article>"
		return "a.warc", "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/" + inHeader(p) + "\r\nContent-Type: application/http\r\nContent-Length: " +
			number(len(page)) + "\r\n\r\n" + page + "\r\n\r\n"
	}},
	{"PDF", func(mark, p string) (string, string) {
		return "a.pdf", string(pdftest.Print(mark+" "+oneLine(p)+"\n"+story(mark, p), pdftest.Layout{Title: mark + " " + p}))
	}},
	{"Word", func(mark, p string) (string, string) {
		paragraphs := strings.ReplaceAll(escaped(inHeader(strings.ReplaceAll(story(mark, p), "\n", "\u2028"))), "\u2028", `</w:t></w:r></w:p><w:p><w:r><w:t>`)
		return "a.docx", zipped("[Content_Types].xml", "<Types/>", "word/document.xml",
			`<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>`+paragraphs+`</w:t></w:r></w:p></w:body></w:document>`,
			"docProps/core.xml", `<?xml version="1.0"?><cp:coreProperties xmlns:cp="a" xmlns:dc="b"><dc:title>`+mark+" "+escaped(inHeader(p))+`</dc:title><dc:creator>`+escaped(inHeader(p))+`</dc:creator></cp:coreProperties>`)
	}},
	{"zip, name of a member", func(mark, p string) (string, string) {
		return "a.zip", zipped(mark+p+".txt", meet(mark, ""))
	}},
	{"file name", func(mark, p string) (string, string) { return mark + fileName(p) + ".txt", meet(mark, "") + "\n" }},
	{"no article", func(mark, p string) (string, string) { return mark + fileName(p) + ".jpg", "\xff\xd8\xff" }},
}

func zipped(pairs ...string) string {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i+1 < len(pairs); i += 2 {
		w, err := z.CreateHeader(&zip.FileHeader{Name: pairs[i]})
		if err != nil {
			panic(err)
		}
		if _, err := w.Write([]byte(pairs[i+1])); err != nil {
			panic(err)
		}
	}
	if err := z.Close(); err != nil {
		panic(err)
	}
	return b.String()
}

func escaped(s string) string {
	return strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;").Replace(s)
}

func oneLine(s string) string { return strings.NewReplacer("\n", "", "\r", "", ",", "").Replace(s) }

// inHeader leaves out of a payload what no header may hold: a file with it would be refused before its text is read.
func inHeader(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f || r == 0xfffe {
			return -1
		}
		return r
	}, s)
}

// quoted writes a JSON string that keeps every byte, be it UTF-8 or not.
func quoted(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for i := range len(s) {
		switch c := s[i]; {
		case c == '"' || c == '\\':
			b.WriteByte('\\')
			b.WriteByte(c)
		case c < ' ':
			esc, err := json.Marshal(string(rune(c)))
			if err != nil {
				panic(err)
			}
			b.Write(esc[1 : len(esc)-1])
		default:
			b.WriteByte(c)
		}
	}
	b.WriteByte('"')
	return b.String()
}

// fileName makes a payload fit for a file system: the rest of it is what counts.
func fileName(s string) string {
	s = strings.NewReplacer("/", "", "\x00", "").Replace(s)
	return s[:min(len(s), 100)]
}
