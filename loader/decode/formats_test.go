package decode

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/flate"
	"compress/gzip"
	"encoding/base64"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"testing"

	"github.com/klauspost/compress/zstd"

	"entente/model"
)

func packed(tb testing.TB, in string, open func(io.Writer) io.WriteCloser) string {
	tb.Helper()
	var b bytes.Buffer
	w := open(&b)
	if _, err := io.WriteString(w, in); err != nil {
		tb.Fatal(err)
	}
	if err := w.Close(); err != nil {
		tb.Fatal(err)
	}
	return b.String()
}

func gzipped(tb testing.TB, in string) string {
	tb.Helper()
	return packed(tb, in, func(w io.Writer) io.WriteCloser { return gzip.NewWriter(w) })
}

// bzipped is ‘They met.’ as bzip2 writes it: the library only reads.
func bzipped(tb testing.TB) string {
	tb.Helper()
	b, err := hex.DecodeString("425a6839314159265359963ae093000001d3800010400104000242042020002201a6d420c988b0c06c8f177245385090963ae093")
	if err != nil {
		tb.Fatal(err)
	}
	return string(b)
}

func utf16le(s string) string {
	var b []byte
	for _, r := range s {
		b = binary.LittleEndian.AppendUint16(b, uint16(r))
	}
	return string(b)
}

func zipped(tb testing.TB, files ...string) string {
	tb.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i < len(files); i += 2 {
		w, err := z.CreateHeader(&zip.FileHeader{Name: files[i], Method: zip.Store})
		if err != nil {
			tb.Fatal(err)
		}
		if _, err := io.WriteString(w, files[i+1]); err != nil {
			tb.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		tb.Fatal(err)
	}
	return b.String()
}

func tarred(tb testing.TB, files ...string) string {
	tb.Helper()
	var b bytes.Buffer
	w := tar.NewWriter(&b)
	for i := 0; i < len(files); i += 2 {
		h := &tar.Header{Name: files[i], Mode: 0o600, Size: int64(len(files[i+1])), Typeflag: tar.TypeReg}
		if err := w.WriteHeader(h); err != nil {
			tb.Fatal(err)
		}
		if _, err := io.WriteString(w, files[i+1]); err != nil {
			tb.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		tb.Fatal(err)
	}
	return b.String()
}

// lines writes articles one a line: path, record, day, title, source, byline, address, language, text.
func lines(all []*model.Article) string {
	var b strings.Builder
	for _, a := range all {
		fmt.Fprintf(&b, "%s#%d|%s|%s|%s|%s|%s|%s|%q\n", a.Path, a.Record, a.Published, a.Title, a.Source, a.Byline, a.URL, a.Lang, a.Text)
	}
	return b.String()
}

const (
	rss = `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Harbour Post – World</title><language>en-gb</language>` +
		`<item><title>Kallas &amp;amp; Zelensky</title><link>https://h.example/1</link><pubDate>Wed, 11 Sep 2024 23:10:00 +0300</pubDate><author>a@h.example (A. B.)</author>` +
		`<description>short</description><content:encoded><![CDATA[<p>They met.</p><p>They talked.</p>]]></content:encoded></item>` +
		`<item><title>Two</title><description>Only a summary.</description></item></channel></rss>`
	atomFeed = `<feed xmlns="http://www.w3.org/2005/Atom"><title>Harbour</title><entry><title>One</title><link href="https://h.example/1"/>` +
		`<published>2023-09-10T01:12:00Z</published><updated>2023-09-12T01:12:00Z</updated><content type="html">&lt;p&gt;They met.&lt;/p&gt;</content></entry></feed>`
	savedPage = `<!DOCTYPE html><html lang="en-GB"><head><title>Kallas in Kyiv | Harbour Post</title><link rel="canonical" href="https://h.example/k">` +
		`<meta property="article:published_time" content="2024-04-03T15:41:07+00:00"><meta name="author" content="A. Bell"></head>` +
		`<body><nav><a href="/">Home</a></nav><div class="cookie-banner"><p>We use cookies, and our partners do, for many purposes, some of them useful.</p></div>` +
		`<article><h1>Kallas in Kyiv</h1><p class="meta">3 April 2024</p><p>Kaja Kallas met Volodymyr Zelensky in Kyiv on Wednesday, and they talked about shells, drones and the coming winter.</p>` +
		`<figure><img src="x"><figcaption>Kallas and Rutte in June, when they met in Vilnius, as a file photo shows.</figcaption></figure>` +
		`<p>Nothing was signed, but both sides said, at length and more than once, that something would be signed soon.</p>` +
		`<div class="related"><h3>Read also</h3><ul><li><a href="/2">Macron meets Scholz in Berlin, and other things of that day</a></li></ul></div></article>` +
		`<section id="comments"><p>First! This is a long comment, longer than the article, by somebody who has time, and opinions, and commas.</p></section></body></html>`
	pageLine = `2024-04-03|Kallas in Kyiv|Harbour Post|A. Bell|https://h.example/k|en|"3 April 2024\n\nKaja Kallas met Volodymyr Zelensky in Kyiv on Wednesday, and they talked about shells, drones ` +
		`and the coming winter.\n\nNothing was signed, but both sides said, at length and more than once, that something would be signed soon.\n"` + "\n"
	letter = "From: =?utf-8?Q?Nordic_Desk_=E2=80=93_Brief?= <b@n.example>\r\nTo: r@r.example\r\nSubject: =?utf-8?B?VHfDsw==?=\r\nDate: Sat, 01 Jun 2024 23:15:00 -0700\r\n" +
		"Content-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nThey met at the Ch=E2teau, and =\r\ntalked.\r\n"
	bothParts = "From: \"The Letter\" <b@n.example>\nSubject: S\nDate: 1 Jun 2024 10:00:00 +0000\nMIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=b\n\n" +
		"--b\nContent-Type: text/plain\n\nsee the web version\n--b\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: base64\n\n"
)

func TestFormats(t *testing.T) {
	html64 := base64.StdEncoding.EncodeToString([]byte("<p>They met in Kyiv, and they talked about many things.</p>"))
	both := bothParts + html64 + "\n--b\nContent-Type: image/png\nContent-Disposition: attachment; filename=x.png\n\nxxx\n--b--\n"
	mhtml := "From: <Saved by Blink>\nSnapshot-Content-Location: https://h.example/saved\nSubject: x\nDate: Sat, 1 Jun 2024 10:00:00 -0000\nMIME-Version: 1.0\n" +
		"Content-Type: multipart/related; type=\"text/html\"; boundary=\"b\"\n\n--b\nContent-Type: text/html\n\n" + strings.ReplaceAll(savedPage, `<link rel="canonical" href="https://h.example/k">`, "") + "\n--b--\n"
	book := zipped(t, "mimetype", "application/epub+zip",
		"META-INF/container.xml", `<container><rootfiles><rootfile full-path="O/c.opf"/></rootfiles></container>`,
		"O/c.opf", `<package><metadata><dc:title xmlns:dc="x">The Daily</dc:title><dc:date xmlns:dc="x">2024-05-02</dc:date></metadata><manifest><item id="b" href="b.xhtml"/><item id="a" href="a.xhtml"/></manifest>`+
			`<spine><itemref idref="a"/><itemref idref="b"/></spine></package>`,
		"O/a.xhtml", savedPage, "O/b.xhtml", `<html><body><h1>Two</h1><p>Short, but a chapter.</p></body></html>`)
	for _, c := range []struct{ name, file, in, want string }{
		{"RSS", "x", rss, `#1|2024-09-11|Kallas & Zelensky|Harbour Post|A. B.|https://h.example/1|en|"They met.\n\nThey talked.\n"` + "\n" +
			`#2||Two|Harbour Post|||en|"Only a summary.\n"` + "\n"},
		{"Atom", "x.xml", atomFeed, `#1|2023-09-10|One|Harbour||https://h.example/1||"They met.\n"` + "\n"},
		{
			"JSON Feed", "x.json", `{"version":"https://jsonfeed.org/version/1.1","title":"Harbour Post","items":[{"id":"1","title":"One","content_html":"<p>They met.</p>",` +
				`"date_published":"2024-09-11T10:00:00+03:00","url":"https://h.example/1","authors":[{"name":"A. B."}]}]}`,
			`#1|2024-09-11|One|Harbour Post|A. B.|https://h.example/1||"They met.\n"` + "\n",
		},
		{
			"JSON Lines", "x.jsonl", "{\"title\":\"A\",\"date\":\"20.10.2024 11:20\",\"text\":\"a &amp; b\"}\n\n{\"headline\":\"B\",\"date\":1740783600,\"source\":{\"name\":\"N\"},\"text\":\"\"}\n",
			`#1|2024-10-20|A|||||"a & b\n"` + "\n" + `#2|2025-02-28|B|N||||""` + "\n",
		},
		{"JSON array", "x", `[{"title":"A","text":"<p>a</p><p>b</p>"}, {"title":"B","text":"x < y > z"}]`, `#1||A|||||"a\n\nb\n"` + "\n" + `#2||B|||||"x < y > z"` + "\n"},
		{"one object", "x.json", "{\n \"title\": \"A\",\n \"body\": \"b\"\n}\n", `#0||A|||||"b"` + "\n"},
		{"CSV", "x.csv", "id,title,published,body,source\n1,A,11.3.2023,\"b\nc, \"\"d\"\"\",S\n2,B\n", `#1|2023-03-11|A|S||||"b\nc, \"d\""` + "\n" + `#2||B|||||""` + "\n"},
		{"CSV with semicolons", "x.csv", "\ufeffTitle;Text\nA;b, c\n", `#1||A|||||"b, c"` + "\n"},
		{"TSV in windows-1252", "x.tsv", "title\ttext\nA\tS\xe9journ\xe9 in Kyiv\n", `#1||A|||||"Séjourné in Kyiv"` + "\n"},
		{"page", "x", savedPage, "#0|" + pageLine},
		{"page in UTF-16", "x", "\xff\xfe" + utf16le(savedPage), "#0|" + pageLine},
		{"mail", "x", letter, `#0|2024-06-01|Twó|Nordic Desk – Brief||||"They met at the Château, and talked.\n"` + "\n"},
		{"mail in two forms", "x.eml", both, `#0|2024-06-01|S|The Letter||||"They met in Kyiv, and they talked about many things.\n"` + "\n"},
		{
			"mbox", "x", "From b@n.example Sat Jun  1 10:00:00 2024\n" + letter + "\nFrom b@n.example Sat Jun  1 10:00:00 2024\nFrom: C <c@c.example>\nSubject: S\nDate: 2 Jun 2024 10:00:00 +0000\n\n>From here on.\n",
			`#1|2024-06-01|Twó|Nordic Desk – Brief||||"They met at the Château, and talked.\n\n"` + "\n" + `#2|2024-06-02|S|C||||"From here on.\n"` + "\n",
		},
		{"MHTML", "x", mhtml, "#0|" + strings.Replace(pageLine, "h.example/k", "h.example/saved", 1)},
		{"EPUB", "x", book, "#1|" + strings.Replace(pageLine, "Harbour Post", "The Daily", 1) + `#2|2024-05-02|Two|The Daily||||"Short, but a chapter.\n"` + "\n"},
		{
			"WARC", "x.warc", warc("warcinfo", "application/warc-fields", "software: x") +
				warc("response", "application/http; msgtype=response", "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"+strings.ReplaceAll(savedPage, `<link rel="canonical" href="https://h.example/k">`, "")) +
				warc("response", "application/http", "HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\nnothing") +
				warc("conversion", "text/plain", "They met."),
			"#1|" + strings.Replace(pageLine, "h.example/k", "h.example/w", 1) + `#3|||||https://h.example/w||"They met."` + "\n",
		},
		{"gzip", "x.txt.gz", gzipped(t, "They met."), `#0|||||||"They met."` + "\n"},
		{"zstd", "x.jsonl.zst", packed(t, "{\"title\":\"A\"}\n{\"title\":\"B\"}\n", func(w io.Writer) io.WriteCloser { z, _ := zstd.NewWriter(w); return z }), "#1||A|||||\"\"\n#2||B|||||\"\"\n"},
		{"xz", "x.md.xz", xzOfMatter, "#0||A|||||\"b\"\n"},
		{"bzip2", "x.bz2", bzipped(t), `#0|||||||"They met.\n"` + "\n"},
		{
			"zip", "x.zip", zipped(t, "b.txt", "b", "a/c.csv", "title\nT\n", "p.jpg", "\xff\xd8\xff", "__MACOSX/b.txt", "x", ".hidden", "x"),
			"a/c.csv#1||T|||||\"\"\n" + "b.txt#0|||||||\"b\"\n",
		},
		{"tar in gzip", "x.tgz", gzipped(t, tarred(t, "b.txt", "b", "a.md", "---\ntitle: T\n---\na")), "b.txt#0|||||||\"b\"\n" + "a.md#0||T|||||\"a\"\n"},
		{"zip in zip", "x", zipped(t, "in.zip", zipped(t, "a.txt", "a")), "in.zip/a.txt#0|||||||\"a\"\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := decodeAll(t, c.file, c.in)
			if err != nil {
				t.Error(err)
			}
			for _, a := range got {
				checkArticle(t, a)
			}
			if lines(got) != c.want {
				t.Errorf("\n got %swant %s", lines(got), c.want)
			}
		})
	}
}

func warc(kind, contentType, body string) string {
	return fmt.Sprintf("WARC/1.0\r\nWARC-Type: %s\r\nWARC-Target-URI: https://h.example/w\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n", kind, contentType, len(body), body)
}

// endless writes the start and then the same for ever; it counts what is taken.
type endless struct {
	start io.Reader
	more  string
	n     int64
}

func (e *endless) Read(p []byte) (int, error) {
	n, err := e.start.Read(p)
	if errors.Is(err, io.EOF) {
		n, err = copy(p, e.more), nil
	}
	e.n += int64(n)
	return n, err
}

func TestHostile(t *testing.T) {
	laughs := `<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY f SYSTEM "file:///etc/passwd">]>` +
		`<rss version="2.0"><channel><title>x</title><item><title>&c;&f;</title><description>good</description></item></channel></rss>`
	bomb := packed(t, strings.Repeat("\x00", 0)+strings.Repeat("a", 1<<20), func(w io.Writer) io.WriteCloser { return gzip.NewWriter(w) })
	zstdBomb := packed(t, strings.Repeat("a", 1<<20), func(w io.Writer) io.WriteCloser { z, _ := zstd.NewWriter(w); return z })
	whole := gzipped(t, strings.Repeat("They met in Kyiv and talked, for the first time this year.\n", 4000))
	deep := "x"
	for range 6 {
		deep = zipped(t, "in.zip", deep)
	}
	for _, c := range []struct {
		name, file string
		in         io.Reader
		articles   int
		want       string // part of the error; "" for none
	}{
		{"truncated gzip", "x.gz", strings.NewReader(whole[:len(whole)/2]), 0, "unexpected EOF"},
		{"gzip with a wrong sum", "x.gz", strings.NewReader(whole[:len(whole)-8] + "\x00\x00\x00\x00" + whole[len(whole)-4:]), 0, "checksum"},
		{"gzip bomb of 10 GiB", "x.gz", strings.NewReader(strings.Repeat(bomb, 10<<10)), 0, "200 times"},
		{"zstd bomb of 10 GiB", "x.zst", strings.NewReader(strings.Repeat(zstdBomb, 10<<10)), 0, "200 times"},
		{"zip bomb of 10 GiB", "x.zip", strings.NewReader(hugeZip(t)), 1, "big.txt: "},
		{"zip bomb", "x.zip", strings.NewReader(zipBomb(t)), 1, "big.txt: "},
		{"zip that climbs out", "x.zip", strings.NewReader(zipped(t, "../../etc/x.txt", "x", "good.txt", "g")), 1, "climbs out"},
		{"zip cut short", "x.zip", strings.NewReader(zipped(t, "a.txt", "a")[:40]), 0, "open: zip"},
		{"tar cut short", "x.tar", strings.NewReader(tarred(t, "a.txt", "a", "b.txt", strings.Repeat("b", 5000))[:2000]), 1, "unexpected EOF"},
		{"zips in zips in zips", "x.zip", strings.NewReader(deep), 0, "4 archives"},
		{"billion laughs, and a file of the machine", "x", strings.NewReader(laughs), 1, ""},
		{"JSON Lines with a broken line", "x.jsonl", strings.NewReader("{\"title\":\"A\"}\n{\"title\":\n{\"title\":\"C\"}\n"), 2, "record 2"},
		{"JSON Lines cut short", "x.jsonl", strings.NewReader("{\"title\":\"A\"}\n{\"title\":\"B\"}\n{\"tit"), 2, "record 3"},
		{"JSON Lines without end", "x.jsonl", &endless{strings.NewReader("{\"title\":\"A\"}\n{\"title\":\""), "a", 0}, 1, "a record is larger than 16 MiB"},
		{"JSON array without end", "x.json", &endless{strings.NewReader("[{\"title\":\"A\"},{\"title\":\""), "a", 0}, 1, "a record is larger than 16 MiB"},
		{"JSON array cut short", "x.json", strings.NewReader(`[{"title":"A"},{"title":"B"`), 1, "record 2"},
		{"a CSV without header", "x.csv", strings.NewReader("They met,yesterday\nin,Kyiv\n"), 0, "without a column for title or text"},
		{"a CSV with an open quotation mark", "x.csv", &endless{strings.NewReader("title,text\nA,a\nB,\""), "a", 0}, 1, "a record is larger than 16 MiB"},
		{"a CSV that ends inside a cell", "x.csv", strings.NewReader("title,text\nA,a\nB,\"b\nC,c\nD,d\n"), 2, "record 2: a cell that began with a quotation mark goes on to the end of the file"},
		{"a CSV that ends behind a cell", "x.csv", strings.NewReader("title,text\n\"A \"\"x\"\"\",5\" wide\nB,\"b\"\"\""), 2, ""},
		{
			"JSON Lines of something else", "x.jsonl", strings.NewReader("{\"id\":1,\"\\u001b[2Jb\":2,\"c\":3,\"d\":4,\"e\":5,\"f\":6}\n{\"id\":2}\n"), 0,
			"has no title and no text by a name that entente knows: its objects name b, c, d, e, f …; --columns text=NAME says which it is",
		},
		{"a feed that is a page", "feed.xml", strings.NewReader(savedPage), 1, ""},
		{"a feed cut short", "x", strings.NewReader(rss[:len(rss)-60]), 0, "feed"},
		{"an mbox without end", "x", &endless{strings.NewReader("From b\nFrom: b\nTo: c\nSubject: S\nDate: 1 Jun 2024 10:00:00 +0000\n\n"), "a", 0}, -1, ""},
		{"a page nested beyond reason", "x.html", strings.NewReader("<html>" + strings.Repeat("<div>", 5000) + "They met." + strings.Repeat("</div>", 5000)), 1, ""},
		{"headlines in headlines", "x.html", strings.NewReader("<html>" + strings.Repeat("<h1 itemprop=author><time>", 200) + strings.Repeat("<p>They met. ", 30_000)), 1, ""},
		{"bodies in bodies", "x.html", strings.NewReader("<html>" + strings.Repeat("<div itemprop=articleBody>", 200) + strings.Repeat("<p>They met. ", 30_000)), 1, ""},
		{"sixty thousand items", "x.html", strings.NewReader("<html><title>x</title><ul>" + strings.Repeat("<li><a href=x>They met.</a>", 60_000)), 1, ""},
		{"more elements than a page has", "x.html", strings.NewReader("<html>" + strings.Repeat("<b>", 600_000) + "They met."), 1, ""},
		{"a million attributes", "x.html", strings.NewReader("<html><p" + strings.Repeat(" a=b", 1<<20) + ">They met."), 1, ""},
		{"parts in parts in parts", "x.eml", strings.NewReader(nested(40)), 0, "nested"},
		{"a WARC cut short", "x.warc", strings.NewReader(warc("conversion", "text/plain", "They met.") + warc("conversion", "text/plain", "They met.")[:120]), 1, "EOF"},
		{"a WARC without a length", "x.warc", strings.NewReader("WARC/1.0\r\nWARC-Type: response\r\n\r\nx"), 0, "no length"},
		{"another XML", "x.xml", strings.NewReader(`<?xml version="1.0"?><w:document>x</w:document>`), 0, "XML of a kind"},
		{"an office document of slides", "x.odp", strings.NewReader(zipped(t, "styles.xml", "x", "META-INF/manifest.xml", "x")), 0, "Office document"},
		{"a style sheet", "x.css", strings.NewReader("a { b: c }"), 0, "no article"},
	} {
		if in, ok := c.in.(*strings.Reader); testing.Short() && (!ok || in.Len() > 1<<18 || strings.Contains(c.name, "bomb")) {
			continue // the race detector has nothing to find in what is only large
		}
		t.Run(c.name, func(t *testing.T) {
			if c.articles < 0 { // only that it ends when told to, however long the stream
				c.in = io.LimitReader(c.in, MaxRecord+MaxRecord/8)
				c.articles, c.want = 0, "a message is larger than 16 MiB"
			}
			n := 0
			err := Decode(t.Context(), c.file, c.in, Options{}, func(a *model.Article) error { checkArticle(t, a); n++; return nil })
			if n != c.articles {
				t.Errorf("%d articles, want %d", n, c.articles)
			}
			if (err == nil) != (c.want == "") || err != nil && !strings.Contains(err.Error(), c.want) {
				t.Errorf("error %v, want %q", err, c.want)
			}
			if e, ok := c.in.(*endless); ok && e.n > 2*MaxRecord {
				t.Errorf("%d bytes were taken", e.n)
			}
		})
	}
	if passwd, err := os.ReadFile("/etc/passwd"); err == nil {
		got, _ := decodeAll(t, "x", laughs)
		if strings.Contains(lines(got), string(passwd[:10])) || len(lines(got)) > 200 {
			t.Errorf("expanded: %.300s", lines(got))
		}
	}
}

// zipBomb holds an honest file and one that unpacks to a hundred times the cap of a text.
// hugeZip has a member of 10 GiB, made of a MiB that was packed once, and one that is good.
func hugeZip(tb testing.TB) string {
	tb.Helper()
	const times = 10 << 10
	var piece, b bytes.Buffer
	f, err := flate.NewWriter(&piece, flate.BestCompression)
	if err != nil {
		tb.Fatal(err)
	}
	_, _ = f.Write(bytes.Repeat([]byte("a"), 1<<20)) // into memory
	_ = f.Flush()                                    // likewise; to a byte's end, so that pieces can follow one another
	z := zip.NewWriter(&b)
	w, err := z.CreateRaw(&zip.FileHeader{
		Name: "big.txt", Method: zip.Deflate, UncompressedSize64: times << 20, CompressedSize64: uint64(times * piece.Len()),
	})
	if err != nil {
		tb.Fatal(err)
	}
	for range times {
		_, _ = w.Write(piece.Bytes()) // into memory
	}
	good, err := z.Create("good.txt")
	if err == nil {
		_, err = io.WriteString(good, "They met in Kyiv.")
	}
	if err := errors.Join(err, z.Close()); err != nil {
		tb.Fatal(err)
	}
	return b.String()
}

func zipBomb(tb testing.TB) string {
	tb.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, f := range []struct {
		name string
		size int
	}{{"big.txt", 2 * MaxFile}, {"good.txt", 1 << 10}} {
		w, err := z.Create(f.name)
		if err != nil {
			tb.Fatal(err)
		}
		kilobyte := strings.Repeat("a", 1<<10)
		for range f.size >> 10 {
			if _, err := io.WriteString(w, kilobyte); err != nil {
				tb.Fatal(err)
			}
		}
	}
	if err := z.Close(); err != nil {
		tb.Fatal(err)
	}
	return b.String()
}

// nested is a message whose parts stand in one another.
func nested(depth int) string {
	var b strings.Builder
	b.WriteString("From: b <b@n.example>\nSubject: S\nDate: 1 Jun 2024 10:00:00 +0000\n")
	for i := range depth {
		fmt.Fprintf(&b, "Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n", i, i)
	}
	b.WriteString("Content-Type: text/plain\n\nx\n")
	return b.String()
}
