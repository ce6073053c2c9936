package decode

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/klauspost/compress/zstd"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"entente/model"
	"entente/text"
)

func decodeAll(tb testing.TB, name, in string) ([]*model.Article, error) {
	tb.Helper()
	var out []*model.Article
	err := Decode(tb.Context(), name, strings.NewReader(in), Options{}, func(a *model.Article) error {
		out = append(out, a)
		return nil
	})
	return out, err
}

func TestStamp(t *testing.T) {
	for in, want := range map[string]string{
		"2024-10-11":                      "2024-10-11",
		"2024-10-03T15:02:00+03:00":       "2024-10-03",
		"2023-04-20 16:30":                "2023-04-20",
		"2023-09-25T09:14":                "2023-09-25",
		"2024-02":                         "2024-02",
		"2024":                            "2024",
		"2024/5/14":                       "2024-05-14",
		"20240514":                        "2024-05-14",
		"20.10.2024 11:20":                "2024-10-20",
		"11.3.2023":                       "2023-03-11",
		"04/10/2024":                      "2024-10-04",
		"02/28/2023":                      "2023-02-28",
		"22-02-2023":                      "2023-02-22",
		"1.2.23":                          "2023-02-01",
		"June 19, 2023":                   "2023-06-19",
		"2 March 2025":                    "2025-03-02",
		"Mon, 8 May 2023":                 "2023-05-08",
		"Wed, 11 Sep 2024 19:10:00 +0300": "2024-09-11",
		"Sept. 3rd, 2024":                 "2024-09-03",
		"March 2023":                      "2023-03",
		"1740783600":                      "2025-02-28",
		"1740783600000":                   "2025-02-28",
		"1.7407836e+09":                   "2025-02-28",
		"2024-02-30":                      "",
		"2024-13-01":                      "",
		"2024年11月17日（日） 5:02":             "2024-11-17",
		"2024년 11월 17일 05:02":             "2024-11-17",
		"yesterday":                       "",
		"":                                "",
		"12":                              "",
		"0000-00-00":                      "",
		"15:04":                           "",
		"-":                               "",
		"1-2":                             "",
	} {
		if got := stamp(in).String(); got != want {
			t.Errorf("stamp(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestToUTF8(t *testing.T) {
	latin := "Élysée: Séjourné reçu à Kyïv – « déjà », dit-il, très ému."
	cyrillic := "Зеленський зустрівся з Каллас у Житомирі, і вони говорили про відбудову області."
	for _, c := range []struct {
		name, want, declared string
		enc                  encoding.Encoding
		mark                 string
	}{
		{"UTF-8", cyrillic, "", nil, ""},
		{"UTF-8 with a mark", cyrillic, "", nil, "\xef\xbb\xbf"},
		{"UTF-8 declared as something else", cyrillic, "windows-1252", nil, ""},
		{"UTF-16 little", latin, "", unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), ""},
		{"UTF-16 big", cyrillic, "", unicode.UTF16(unicode.BigEndian, unicode.UseBOM), ""},
		{"UTF-16 without a mark", latin, "", unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), ""},
		{"windows-1252 guessed", latin, "", charmap.Windows1252, ""},
		{"windows-1251 declared", cyrillic, "windows-1251", charmap.Windows1251, ""},
		{"windows-1251 guessed", cyrillic, "", charmap.Windows1251, ""},
		{"KOI8-U guessed", cyrillic, "", charmap.KOI8U, ""},
		{"declared in a wrong name", latin, "utf-8", charmap.Windows1252, ""},
	} {
		b := []byte(c.want)
		if c.enc != nil {
			var err error
			if b, err = c.enc.NewEncoder().Bytes(b); err != nil {
				t.Fatalf("%s: %v", c.name, err)
			}
		}
		if got := (*coding)(nil).text(append([]byte(c.mark), b...), c.declared); got != c.want {
			t.Errorf("%s\n got %q\nwant %q", c.name, got, c.want)
		}
	}
	if got := text.Body((*coding)(nil).text([]byte(cyrillic)[:len(cyrillic)-30], "windows-1251")); !strings.HasPrefix(got, "Зеленський") {
		t.Errorf("cut UTF-8 is still UTF-8: %q", got)
	}
}

func TestMatter(t *testing.T) {
	for _, c := range []struct{ name, in, title, text string }{
		{"with front matter", "---\ntitle: A\n---\n\nBody", "A", "Body"},
		{"dots end it", "---\ntitle: A\n...\nBody", "A", "Body"},
		{"carriage returns", "---\r\ntitle: A\r\n---\r\nBody\r\n", "A", "Body\n"},
		{"byte order mark", "\ufeff---\ntitle: A\n---\nBody", "A", "Body"},
		{"without", "# Head\n\nBody", "", "# Head\n\nBody"},
		{"a rule at the top is none", "---\n\nBody\n\n---\n", "", "---\n\nBody\n\n---\n"},
		{"that never ends is none", "---\ntitle: A\nBody", "", "---\ntitle: A\nBody"},
		{"empty body", "---\ntitle: A\n---\n", "A", ""},
		{"null title", "---\ntitle: ~\n---\nBody", "", "Body"},
		{"list of authors", "---\nheadline: A\nauthors: [B, C]\n---\nx", "A", "x"},
		{"TOML", "+++\ntitle = \"A\"\ndate = 2024-05-14T23:30:00+03:00\n+++\nBody", "A", "Body"},
		{"JSON", "{\n  \"title\": \"A\",\n  \"date\": \"2024-05-14\"\n}\n\nBody {x}\n", "A", "Body {x}\n"},
		{"JSON in a line", "{\"title\":\"A\"}\nBody", "A", "Body"},
		{"an alias bomb", "---\na: &a [x,x]\nb: &b [*a,*a]\ntitle: A\n---\nx", "A", "x"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := decodeAll(t, "a.md", c.in)
			if err != nil || len(got) != 1 {
				t.Fatalf("%d articles, %v", len(got), err)
			}
			if got[0].Title != c.title || got[0].Text != c.text {
				t.Errorf("title %q, text %q", got[0].Title, got[0].Text)
			}
		})
	}
}

// checkArticle holds what every decoder promises of every article.
func checkArticle(tb testing.TB, a *model.Article) {
	tb.Helper()
	for _, row := range []string{a.Title, a.Source, a.Byline} {
		if text.Row(row) != row {
			tb.Fatalf("unclean row %q", row)
		}
	}
	if text.Body(a.Text) != a.Text {
		tb.Fatalf("unclean text %q", a.Text)
	}
	if a.URL != "" {
		if u, ok := text.Link(a.URL); !ok || u != a.URL {
			tb.Fatalf("unclean link %q", a.URL)
		}
	}
	if !a.Published.Valid() {
		tb.Fatalf("published %v", a.Published)
	}
}

// FuzzDecode gives every decoder whatever comes: it must come back, with clean
// articles, and with the same ones twice.
func FuzzDecode(f *testing.F) {
	add := func(name, s string) { f.Add(name, []byte(s)) }
	for _, s := range []string{
		"plain", "---\ntitle: A\npublished: 2024-01-01\n---\nBody", "\xff\xfeA\x00", "\xff\xd8\xff", rss, atomFeed, savedPage, letter, bothParts,
		"{\"title\":\"A\"}\n{\"text\":\"b\"}\n", `[{"title":"A"}]`, `{"items":[{"title":"A"}]}`,
		"From b\nFrom: b\nTo: c\nSubject: S\nDate: 1 Jun 2024 10:00:00 +0000\n\nx\n",
		zipped(f, "a.txt", "a", "../b", "b"), tarred(f, "a.md", "a"), gzipped(f, "x"), bzipped(f),
		zipped(f, "mimetype", "application/epub+zip", "META-INF/container.xml", `<container><rootfiles><rootfile full-path="c"/></rootfiles></container>`, "c", "<package/>"),
	} {
		add("a.md", s)
	}
	add("a.warc", warc("conversion", "text/plain", "They met.")+warc("response", "application/http", "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>x"))
	add("a.csv", "title,text\nA,b\n")
	add("a.tsv", "title\ttext\nA\tb\n")
	add("a.mhtml", "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/html\n\n<p>x</p>\n--b--\n")
	add("a.xz", xzOfMatter)
	add("a.zst", packed(f, "They met.", func(w io.Writer) io.WriteCloser { z, _ := zstd.NewWriter(w); return z }))
	f.Fuzz(func(t *testing.T, name string, in []byte) {
		read := func() []*model.Article {
			var out []*model.Article
			_ = Decode(t.Context(), name, bytes.NewReader(in), Options{}, func(a *model.Article) error {
				checkArticle(t, a)
				out = append(out, a)
				return nil
			})
			return out
		}
		one, two := read(), read()
		if len(one) != len(two) {
			t.Fatalf("%d articles, then %d", len(one), len(two))
		}
		for i := range one {
			if one[i].Text != two[i].Text || one[i].Title != two[i].Title || one[i].Published != two[i].Published {
				t.Fatalf("article %d differs the second time", i)
			}
		}
	})
}

// FuzzMatter holds that the plain reading of front matter is what YAML makes of it.
func FuzzMatter(f *testing.F) {
	for _, s := range []string{
		"title: A b c\npublished: 2023-01-17\nbyline: \"First: desk\"\nsources:\n  - outlet: Yeni Şafak\n    url: https://h.example/1\n  - outlet: 'B'\n    url: https://h.example/2\n",
		"title: null\n", "title: a: b\n", "title: a #b\n", "title:\n  a\n", "title: a\n b\n", "title: \"a\\n\"\n", "title: 'a''b'\n", "sources:\n  - outlet: a\n",
		"title: a\ntitle: b\n", "title: [a]\n", "title: a\u00a0\n", "title: 1_000\nlang: no\n", "date: 0o17\n", "title: a:\n", "title:  a  \n", "url: https://h.example/a#b\n",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, matter string) {
		var plain, full fields
		var a, b model.Article
		if !plain.plainMatter(&a, matter) {
			return
		}
		if err := full.yaml(&b, matter); err != nil {
			t.Fatalf("YAML refuses %q: %v", matter, err)
		}
		if plain != full || !slices.Equal(a.Sources, b.Sources) {
			t.Fatalf("%q\nplain %q %v\nYAML  %q %v", matter, plain, a.Sources, full, b.Sources)
		}
	})
}

// The collection's own front matter must be read the fast way.
func TestMatter_CollectionIsPlain(t *testing.T) {
	files, err := filepath.Glob("../../articles/20*/*.md")
	if err != nil || len(files) < 300 {
		t.Fatal(len(files), err)
	}
	for _, p := range files {
		b, err := os.ReadFile(p)
		if err != nil {
			t.Fatal(err)
		}
		mark, matter, _ := cutMatter(string(b))
		var f fields
		if mark == "" || !f.plainMatter(&model.Article{}, matter) {
			t.Errorf("%s:\n%s", p, matter)
		}
	}
}

// Budget: 100 MB/s a core; what a folder of small articles costs beside reading them for events.
func BenchmarkMarkdown(b *testing.B) {
	in := "---\ntitle: Kallas sees rebuilt kindergarten plans in Zhytomyr\npublished: 2023-04-25\nbyline: First desk\nsources:\n" +
		"  - outlet: Kyiv Independent\n    url: https://kyivindependent.com/x\n---\n\n" + strings.Repeat("Kallas met Zelensky on 24 April in Zhytomyr, and they talked.\n", 25)
	b.SetBytes(int64(len(in)))
	b.ReportAllocs()
	for b.Loop() {
		if err := Decode(b.Context(), "a.md", strings.NewReader(in), Options{}, func(*model.Article) error { return nil }); err != nil {
			b.Fatal(err)
		}
	}
}

// Budget: 10 MB/s a core for pages of a site.
func BenchmarkPage(b *testing.B) {
	in := strings.Replace(savedPage, "<p>Nothing", strings.Repeat("<p>Kallas <b>met</b> Zelensky on <a href=x>24 April</a> in Zhytomyr, and they talked.</p>\n", 300)+"<p>Nothing", 1)
	b.SetBytes(int64(len(in)))
	b.ReportAllocs()
	for b.Loop() {
		if err := Decode(b.Context(), "a.html", strings.NewReader(in), Options{}, func(*model.Article) error { return nil }); err != nil {
			b.Fatal(err)
		}
	}
}
