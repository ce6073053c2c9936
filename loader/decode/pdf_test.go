package decode

import (
	"bytes"
	"compress/zlib"
	"context"
	"errors"
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
	"unicode"

	"entente/loader/decode/pdftest"
	"entente/model"
)

// needsPDF leaves a test out where time is short: the reader of PDF takes seconds to start, and many times that with the race detector.
func needsPDF(t *testing.T) {
	t.Helper()
	if testing.Short() {
		t.Skip("starts the reader of PDF")
	}
}

func ignore(*model.Article) error { return nil }

const pressed = `Kallas sees the school in Zhytomyr
By our own correspondent
Estonian Prime Minister Kaja Kallas and President Volodymyr Zelenskyy met in Zhytomyr on Monday, 24 April 2023, and spoke about rebuilding the region and about air defence.
The two leaders visited a kindergarten that Estonia has built. It is the first of three, said Kallas, and she thanked the builders for the north-west wing in particular.
They agreed to see each other again in Vilnius.`

// TestPDF_Paragraphs: what was set in lines, columns and pages comes back as it was written.
func TestPDF_Paragraphs(t *testing.T) {
	needsPDF(t)
	long := pressed
	for i := range 26 {
		long += strings.Replace("\nNumber X of the paragraphs tells once more what they talked about: energy, grain and the reconstruction of the country. Volodymyr Zelenskyy thanked Estonia.", "X", string(rune('A'+i)), 1) // three pages in one column
	}
	want := strings.ReplaceAll(long, "\n", "\n\n")
	for name, how := range map[string]pdftest.Layout{
		"one column":   {},
		"two columns":  {Columns: 2},
		"indents":      {Indent: true},
		"newspaper":    {Columns: 3, Indent: true, Hyphens: true},
		"running head": {Hyphens: true, Head: "The Baltic Courier, 25 April 2023"},
	} {
		t.Run(name, func(t *testing.T) {
			all, err := decodeAll(t, "a.pdf", string(pdftest.Print(long, how)))
			if err != nil || len(all) != 1 {
				t.Fatal(all, err)
			}
			if got := all[0].Text; got != want {
				t.Errorf("got\n%s\n\nwant\n%s", got, want)
			}
		})
	}
}

// TestPDF_Title: a title counts where the text has it, too.
func TestPDF_Title(t *testing.T) {
	needsPDF(t)
	for said, want := range map[string]string{
		"Kallas sees the school in Zhytomyr": "Kallas sees the school in Zhytomyr",
		"KALLAS SEES THE SCHOOL in Zhytomyr": "KALLAS SEES THE SCHOOL in Zhytomyr",
		"Microsoft Word - Document1.docx":    "",
		"Kallas":                             "",
		"":                                   "",
		"Зустріч у Житомирі, якої немає тут":  "",
		"\x1b]0;Kallas sees the school\x07\n": "",
	} {
		all, err := decodeAll(t, "a.pdf", string(pdftest.Print(pressed, pdftest.Layout{Title: said})))
		if err != nil || len(all) != 1 || all[0].Title != want {
			t.Errorf("%q: %+v, %v", said, all, err)
		}
	}
}

func TestPDF_Scripts(t *testing.T) {
	needsPDF(t)
	const s = "Зустріч у Києві\n\nПрезидент України Володимир Зеленський зустрівся з Каєю Каллас, прем’єр-міністеркою Естонії, яка прибула з візитом.\n\n泽连斯基在基辅会见卡拉斯。 Čaputová, Erdoğan, ﬁrst 😡 word"
	all, err := decodeAll(t, "a.pdf", string(pdftest.Print(strings.ReplaceAll(s, "\n\n", "\n"), pdftest.Layout{})))
	if err != nil || len(all) != 1 || all[0].Text != strings.Replace(s, "ﬁ", "fi", 1) {
		t.Fatalf("%q, %v", all[0].Text, err)
	}
}

// TestPDF_Spaces: troff writes no spaces where it moves on to the next word, and PDFium loses some of them.
func TestPDF_Spaces(t *testing.T) {
	needsPDF(t)
	const want = "Kyiv, 24 April. Estonia’s prime minister Kaja Kallas met President Volodymyr Zelenskyy in Zhytomyr on Monday, they spoke about NATO, about air defence, " +
		"and about rebuilding the region, where Estonia’s builders were driven through the villages with residents.\n\nWe will be there, she said before leaving, " +
		"“even if it takes years”. The two visited a kindergarten that Estonia has paid for, eleven months after the first stone, and told reporters how many more " +
		"would follow: two, Kallas’s office said."
	b, err := os.ReadFile("testdata/troff.pdf") // groff -ms -Kutf8 | ps2pdf
	if err != nil {
		t.Fatal(err)
	}
	all, err := decodeAll(t, "a.pdf", string(b))
	if err != nil || len(all) != 1 || all[0].Text != want {
		t.Errorf("%+v, %v", all, err)
	}
}

// TestPDF_Printed: browsers add a day, a title, an address and a number to each page.
func TestPDF_Printed(t *testing.T) {
	text := pdfText{pages: 2}
	for i, l := range []pdfLine{
		{text: "17-02-2023 19:05 · Domestic", left: 60, right: 200, base: 740, size: 10},
		{text: "They met in Kyiv.", left: 60, right: 200, base: 700, size: 10},
		{text: "11/22/26, 8:04 AM They met", left: 24, right: 200, base: 772, size: 9},
		{text: "https://example.org/a?b=c 1/2", left: 24, right: 500, base: 17, size: 9},
		{text: "They parted.", left: 60, right: 200, base: 740, size: 10},
		{text: "11/22/26, 8:04 AM They met", left: 24, right: 200, base: 772, size: 9},
		{text: "https://example.org/a?b=c 2/2", left: 24, right: 500, base: 17, size: 9},
	} {
		l.page = pdfPage{number: i / 4, high: 792}
		text.lines = append(text.lines, l)
	}
	s, url := text.article()
	if want := "17-02-2023 19:05 · Domestic\n\nThey met in Kyiv.\n\nThey parted."; s != want || url != "https://example.org/a?b=c" {
		t.Errorf("%q, %q", s, url)
	}
}

// TestPDF_Hyphens: a word that was cut is one again, and a word with a hyphen keeps it.
func TestPDF_Hyphens(t *testing.T) {
	lines := func(many ...string) string {
		var text pdfText
		for i, s := range many {
			l := pdfLine{left: 60, right: 160, base: 700 - 12*float64(i), size: 10, page: pdfPage{high: 842}}
			l.text, l.hyphen = strings.CutSuffix(s, "-")
			text.lines = append(text.lines, l)
		}
		s, _ := text.article()
		return s
	}
	for _, c := range []struct {
		name, want string
		lines      []string
	}{
		{"cut", "the recon\u00adstruction of it", []string{"the recon-", "struction of it"}},
		{"a name", "the Russian-Ukrainian talks", []string{"the Russian-", "Ukrainian talks"}},
		{"a number", "sixty-5 men", []string{"sixty-", "5 men"}},
		{"with a hyphen elsewhere", "a north-west wind and the north-west wall", []string{"a north-west wind and the north-", "west wall"}},
		{"without one elsewhere", "the delegation and the delegation", []string{"the delegation and the delega-", "tion"}},
	} {
		if got, want := lines(c.lines...), strings.ReplaceAll(c.want, "\u00ad", ""); got != want {
			t.Errorf("%s: %q, want %q", c.name, got, want)
		}
	}
	rare := append(strings.Split(strings.Repeat("a line of the text,", 30), ","), "a burned-", "out house")
	if got := lines(rare...); !strings.HasSuffix(got, "burned-out house") {
		t.Errorf("a text that cuts no words: %q", got[len(got)-40:])
	}
}

// TestPDF_Faults: each has its sentence, and the same on any machine.
func TestPDF_Faults(t *testing.T) {
	needsPDF(t)
	read := func(name string) string {
		b, err := os.ReadFile("testdata/" + name)
		if err != nil {
			t.Fatal(err)
		}
		return string(b)
	}
	whole := string(pdftest.Print(pressed, pdftest.Layout{}))
	form := func(contents string) string {
		return string(pdftest.Objects("/Root 1 0 R", "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
			"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</XObject<</X 5 0 R>>>>>>",
			"<</Length 5>>\nstream\n/X Do\nendstream",
			"<</Type/XObject/Subtype/Form/BBox[0 0 600 800]/Resources<</XObject<</X 5 0 R>>>>"+contents))
	}
	var packed bytes.Buffer
	z := zlib.NewWriter(&packed)
	for range 160 {
		_, _ = z.Write(make([]byte, 1<<20)) // into memory
	}
	_ = z.Close()
	for _, c := range []struct {
		name, in, want string
		skip           bool
	}{
		{"a stub", "%PDF-1.7\n", "is damaged", false},
		{"cut off", whole[:len(whole)*9/10], "is damaged", false},
		{"cut short", whole[:200], "is damaged", false},
		{"no page", string(pdftest.Objects("/Root 1 0 R", "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[]/Count 0>>")), "without a text layer", true},
		{"a scan", string(pdftest.Raw("", "q 500 0 0 700 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \x00 EI Q")), "without a text layer", true},
		{"a password", read("password.pdf"), "asks for a password", true},
		{"a table of 800,000,000", "%PDF-1.4\nxref\n800000000 1\n0000000000 65535 f \ntrailer\n<</Size 800000001/Root 1 0 R>>\nstartxref\n9\n%%EOF\n" + strings.Repeat(" ", 100) + "endobj", "is damaged", false},
		{"pages in a circle", string(pdftest.Objects("/Root 1 0 R", "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2000000000>>")), "", true},
		{"a form within itself", form("/Length 50>>\nstream\n" + strings.Repeat("/X Do ", 8) + "\nendstream"), "asks for more work or memory than entente gives to one", true},
		{"a bomb", string(pdftest.Objects("/Root 1 0 R", "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
			"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R>>",
			"<</Filter/FlateDecode/Length "+strconv.Itoa(packed.Len())+">>\nstream\n"+packed.String()+"\nendstream")), "asks for more work or memory than entente gives to one", true},
	} {
		t.Run(c.name, func(t *testing.T) {
			all, err := decodeAll(t, "a.pdf", c.in)
			var skip *SkipError
			if err == nil || !strings.Contains(err.Error(), c.want) || errors.As(err, &skip) != c.skip {
				t.Errorf("%+v, %v", all, err)
			}
		})
	}
	all, err := decodeAll(t, "a.pdf", read("owner.pdf"))
	if err != nil || len(all) != 1 || !strings.HasPrefix(all[0].Text, "Kallas sees the school") {
		t.Errorf("locked against printing and copying, and open to read: %+v, %v", all, err)
	}
}

// TestPDF_Steps: what a PDF takes is counted by its own steps, the same each time; and behind others that took too much it gets less.
func TestPDF_Steps(t *testing.T) {
	needsPDF(t)
	article := pdftest.Print(strings.Repeat(pressed+"\n", 20), pdftest.Layout{Columns: 2})
	steps := func() int64 {
		p, err := openPDF(t.Context(), "", bytes.NewReader(article), pdfSteps)
		if err != nil {
			t.Fatal(err)
		}
		defer p.close()
		if _, _, err := p.text(); err != nil {
			t.Fatal(err)
		}
		return pdfSteps - p.tank.rest - p.tank.count()
	}
	if one, two := steps(), steps(); one != two || one < 100_000_000 || one > fewSteps/5 {
		t.Errorf("%d steps, then %d", one, two)
	}
	few := func(in []byte) (string, error) {
		text := ""
		err := Decode(t.Context(), "a.pdf", bytes.NewReader(in), Options{Few: true}, func(a *model.Article) error {
			text += a.Text
			return nil
		})
		return text, err
	}
	if s, err := few(article); err != nil || !strings.Contains(s, "Vilnius") {
		t.Errorf("an article behind many that took too much: %q, %v", s, err)
	}
	skip := (*SkipError)(nil)
	s, err := few(pdftest.Raw("", "BT /F 10 Tf 60 700 Td <0048006900210020> Tj ET", longPage))
	if !errors.Is(err, errFew) || errors.As(err, &skip) || !strings.Contains(s, "Hi!") {
		t.Errorf("one more of them: %q, %v", s, err)
	}
}

// longPage is a page that takes minutes to read.
var longPage = "BT /F 12 Tf 72 700 Td " + strings.Repeat("<0048> Tj -6 0 Td ", 100_000) + "ET"

// TestPDF_Preparing: who waits for the reader to start is told, once.
func TestPDF_Preparing(t *testing.T) {
	needsPDF(t)
	d := decoder{cache: ""}
	var told []bool
	d.preparing = func(begins bool) { told = append(told, begins) }
	was := pdfReader.ready.Swap(false)
	defer pdfReader.ready.Store(was)
	d.awaitPDF()
	pdfReader.ready.Store(true)
	d.awaitPDF()
	if !slices.Equal(told, []bool{true, false}) {
		t.Error(told)
	}
}

// TestPDF_Pages: the first pages of a book are read, and some that are pictures are told.
func TestPDF_Pages(t *testing.T) {
	needsPDF(t)
	page := func(y int) string { return fmt.Sprintf("BT /F 10 Tf 60 %d Td <0048006900210020> Tj ET", y) }
	contents := make([]string, maxPages+5)
	for i := range contents {
		contents[i] = page(100 + i%500)
	}
	all, err := decodeAll(t, "a.pdf", string(pdftest.Raw("", contents...)))
	if err == nil || !strings.Contains(err.Error(), "has more than 1000 pages; those were read") || len(all) != 1 || strings.Count(all[0].Text, "Hi!") != maxPages {
		t.Errorf("%d articles, %v", len(all), err)
	}
	var odd []string
	err = Decode(t.Context(), "a.pdf", bytes.NewReader(pdftest.Raw("", page(700), "", page(600), "")), Options{Notice: func(s string) { odd = append(odd, s) }}, ignore)
	if err != nil || len(odd) != 1 || odd[0] != "2 of its 4 pages hold no text, as scans do not" {
		t.Errorf("%q, %v", odd, err)
	}
}

// TestPDF_Stopped: who stops a load does not wait for a page that takes for ever.
func TestPDF_Stopped(t *testing.T) {
	needsPDF(t)
	if _, err := startPDF(""); err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithTimeout(t.Context(), 100*time.Millisecond)
	defer stop()
	if err := Decode(ctx, "a.pdf", bytes.NewReader(pdftest.Raw("", longPage)), Options{}, ignore); !errors.Is(err, context.DeadlineExceeded) {
		t.Error(err)
	}
}

// FuzzPDFText: whatever stands wherever on pages, no line's words are lost in putting it together, but at the edges, and it is the same twice.
func FuzzPDFText(f *testing.F) {
	f.Add([]byte("They met in Ky-\niv on Monday.\n\nZelenskyy\n1"), []byte{1, 60, 200, 70, 10, 1, 60, 200, 60, 10})
	f.Fuzz(func(t *testing.T, words, places []byte) {
		at := func(i int) float64 {
			if len(places) == 0 {
				return 0
			}
			return float64(places[i%len(places)])
		}
		build := func() pdfText {
			var text pdfText
			for i, s := range strings.Split(string(words), "\n") {
				if s = strings.TrimSpace(s); s == "" {
					continue
				}
				rest, hyphen := strings.CutSuffix(s, "-")
				text.lines = append(text.lines, pdfLine{
					text: rest, hyphen: hyphen, page: pdfPage{number: int(at(5*i)) / 50, high: 842},
					left: at(5*i + 1), right: at(5*i + 2), base: 3 * at(5*i+3), size: at(5*i+4) / 10,
				})
			}
			text.pages = 6
			return text
		}
		one, two := build(), build()
		a, urlA := one.article()
		b, urlB := two.article()
		if a != b || urlA != urlB {
			t.Fatalf("%q, then %q", a, b)
		}
		edge := build()
		edges := edge.edges()
		squeezed := strings.Map(unspaced, a)
		for i := range one.lines {
			if w := strings.Map(unspaced, one.lines[i].text); !edges[i] && !strings.Contains(squeezed, w) {
				t.Fatalf("%q is lost from %q", w, a)
			}
		}
	})
}

func unspaced(r rune) rune {
	if unicode.IsSpace(r) {
		return -1
	}
	return r
}

// Budget: 100 pages a second of a core, the start of the reader apart.
func BenchmarkPDF(b *testing.B) {
	in := pdftest.Print(strings.Repeat(pressed+"\n", 20), pdftest.Layout{Columns: 2})
	if _, err := startPDF(""); err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(in)))
	for b.Loop() {
		if err := Decode(b.Context(), "a.pdf", bytes.NewReader(in), Options{}, ignore); err != nil {
			b.Fatal(err)
		}
	}
}
