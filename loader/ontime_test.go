//go:build unix

package loader_test

import (
	"fmt"
	"strings"
	"syscall"
	"testing"
	"testing/fstest"
	"time"

	"entente/loader"
	"entente/loader/extract"
	"entente/loader/gazetteer"
	"entente/text/hostile"
)

// costly are texts that are made to take long: each is a pattern, repeated.
var costly = []struct{ name, file, pattern string }{
	{"one word", "txt", "x"},
	{"letters with marks", "txt", "e\u0301"},
	{"openings", "txt", "\x1b]0;"},
	{"quotation marks", "txt", "“"},
	{"brackets", "md", "[("},
	{"quotations", "md", "> "},
	{"emphasis", "md", "*a _b "},
	{"cells", "md", "|-"},
	{"names", "txt", "Volodymyr Zelenskyy and Kaja Kallas and "},
	{"names without an end", "txt", "Zelenskyy "},
	{"encounters", "txt", "Zelenskyy met Kallas. "},
	{"encounters without an end", "txt", "met with "},
	{"dates", "txt", "24 April 2023, "},
	{"weekdays", "txt", "Tuesday "},
	{"quotations without an end", "txt", "“I met her” "},
	{"quotations of a sentence", "txt", "“I met her.” "},
	{"numbers", "txt", "2023-04-"},
	{"capitals", "txt", "President Prime Minister "},
	{"lines", "txt", "a\n"},
	{"blank lines", "txt", "\n"},
	{"spaces", "txt", " "},
	{"tabs", "txt", "\t"},
	{"elements", "html", "<div>"},
	{"inline elements", "html", "<b><i>"},
	{"tables", "html", "<table><tr><td>"},
	{"attributes", "html", "<a b='"},
	{"entities", "html", "&amp;#27;"},
	{"comments", "html", "<!--"},
	{"scripts", "html", "<script>"},
	{"forms of JSON", "json", `[{"a":`},
	{"rows", "csv", "\"\",\"\n"},
	{"headers", "eml", "A: b\n"},
	{"parts", "eml", "--b\n"},
	{"sections", "xml", "<![CDATA["},
	{"keys of front matter", "md", "a: &a [*a]\n"},
}

// each writes so many bytes of what differs each time, and is yet about the same.
func each(size int, line func(n int) string) string {
	var b strings.Builder
	for n := 0; b.Len() < size; n++ {
		b.WriteString(line(n))
	}
	return b.String()
}

// variety are texts of which no two lines are the same.
var variety = []struct {
	name, file string
	line       func(n int) string
}{
	{"reports of one meeting", "jsonl", func(n int) string {
		return fmt.Sprintf(`{"title":"Report %d","text":"On 24 April 2023 President Volodymyr Zelenskyy met Kaja Kallas in Kyiv. %d"}`+"\n", n, n)
	}},
	{"reports that share a paragraph", "jsonl", func(n int) string {
		const shared = "The two spoke of grain and of the roads on which it leaves the country, of the harvest, which had been a good one, and of the winter that comes"
		own := strings.NewReplacer("0", " nor ", "1", " one ", "2", " two ", "3", " three ", "4", " four ", "5", " five ", "6", " six ").Replace(fmt.Sprintf("%064b %o", n*n*n, n))
		return fmt.Sprintf(`{"title":"Report %d","text":"On 24 April 2023 President Volodymyr Zelenskyy met Kaja Kallas in Kyiv. %s. %s"}`+"\n", n, shared, own)
	}},
	{"broken records", "jsonl", func(n int) string { return []string{`{"title":"A","text":"They met."}`, "{"}[min(n, 1)] + "\n" }},
	{"columns", "csv", func(n int) string { return fmt.Sprintf("text%d,", n) }},
	{"keys", "json", func(n int) string { return strings.Repeat("{", min(n, 1)^1) + fmt.Sprintf(`"k%d":%d,`, n, n) }},
	{"attributes", "html", func(n int) string { return strings.Repeat("<p ", min(n, 1)^1) + fmt.Sprintf("a%d=b ", n) }},
	{"namespaces", "xml", func(n int) string {
		return strings.Repeat("<rss>", min(n, 1)^1) + fmt.Sprintf("<x:a xmlns:x='u%d'/>", n)
	}},
	{"headers", "eml", func(n int) string { return strings.Repeat("From: a@b.c\n", min(n, 1)^1) + fmt.Sprintf("X-%d: b\n", n) }},
}

// repeated writes a pattern again and again, behind the beginning that the format wants.
func repeated(file, pattern string, size int) string {
	content := strings.Repeat(pattern, size/len(pattern))
	if file == "html" {
		content = "<!doctype html><p>They met.</p>" + content
	}
	return content
}

// worked is the time that the processor has worked for the test so far: what else the machine does is not in it.
func worked(t *testing.T) time.Duration {
	t.Helper()
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		t.Fatal(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// TestLoad_HonestAmongHostile reads a thousand hostile articles with an honest one
// among them. It is complete, and no kind of hostile text takes a load much longer than
// prose of its size does.
func TestLoad_HonestAmongHostile(t *testing.T) {
	size := 256 << 10
	if testing.Short() { // as where races are looked for, which one worker has none of
		size = 32 << 10
	}
	reader := extract.New(gazetteer.Default())
	read := func(files fstest.MapFS) (loader.Result, time.Duration) {
		begun := worked(t)
		res := load(t, loader.Options{Reader: reader, Merge: loader.Merge, Workers: 1}, folder("pile", files))
		return res, worked(t) - begun
	}
	const prose = "KYIV, 14 August 2024 - President Volodymyr Zelenskyy met with Estonian Prime Minister Kristen Michal in Kyiv on Tuesday.\n\n" +
		"They spoke of grain, and of the roads on which it leaves the country. The harvest had been a good one, farmers said.\n\n"
	pile := fstest.MapFS{"m-honest.txt": file(prose)}
	_, base := read(fstest.MapFS{"a.txt": file(strings.Repeat(prose, size/len(prose)))})
	measure := func(name, ending, content string) {
		_, took := read(fstest.MapFS{"a." + ending: file(content)})
		if limit := 20*base + time.Second/2; took > limit {
			t.Errorf("%s: %v for %d bytes; prose takes %v", name, took, len(content), base)
		}
		t.Logf("%-30s %8v  × %.1f", name, took.Round(100*time.Microsecond), float64(took)/float64(base))
	}
	for _, c := range variety {
		measure(c.name, c.file, each(4*size, c.line))
	}
	for _, c := range costly {
		content := repeated(c.file, c.pattern, size)
		measure(c.name, c.file, content)
		for i := range 18 {
			pile[fmt.Sprintf("%c-%s-%d.%s", 'a'+byte(i), strings.ReplaceAll(c.name, " ", "-"), i, c.file)] = file(content[:len(content)/8])
		}
	}
	for i, p := range hostile.All() {
		pile[fmt.Sprintf("%c-%d.txt", 'a'+byte(i%26), i)] = file(p.Text)
		pile[fmt.Sprintf("%c-%d.md", 'a'+byte(i%26), i)] = file("# " + p.Text)
	}
	if len(pile) < 1000 {
		t.Fatalf("%d files", len(pile))
	}
	alone, _ := read(fstest.MapFS{"m-honest.txt": file(prose)})
	res, took := read(pile)
	found := false
	for _, a := range res.Articles {
		if a.ID != "m-honest.txt" {
			continue
		}
		found = true
		want := alone.Articles[0]
		if a.Text != want.Text || len(a.Reports) != len(want.Reports) || len(a.Reports) != 1 || a.Reports[0].Date != want.Reports[0].Date || len(a.Reports[0].People) != 2 {
			t.Errorf("the honest article is read as %+v, alone as %+v", a, want)
		}
	}
	if !found {
		t.Error("the honest article is not there")
	}
	t.Logf("%d files in %v; as much prose as one of the others takes %v", len(pile), took.Round(time.Millisecond), base)
}
