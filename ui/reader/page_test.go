package reader

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"entente/model"
	"entente/ui/uitest"
)

func article(text string, markdown bool) *model.Report {
	return &model.Report{Article: &model.Article{Text: text, Markdown: markdown}}
}

func show(ls []line) string {
	var b strings.Builder
	for _, l := range ls {
		for _, r := range l.runs {
			if r.bold {
				b.WriteString("<b>")
			}
			if r.italic {
				b.WriteString("<i>")
			}
			if r.code != 0 {
				fmt.Fprintf(&b, "<%d>", r.code)
			}
			b.WriteString(r.text)
			if r.code != 0 || r.bold || r.italic {
				b.WriteString("</>")
			}
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// Both renderers must say the same, for the one stands in for the other.
func TestPage_BothRenderersShowTheSame(t *testing.T) {
	tests := []struct {
		name, text string
		markdown   bool
		want       string
	}{
		{"a paragraph is wrapped", "One two three four five six seven eight", false, "One two three four five\nsix seven eight\n"},
		{"each line of plain text is a paragraph", "First.\nSecond.", false, "First.\n\nSecond.\n"},
		{"signs are shown as they are", "a * b_c_d `e` <f> [g](h) # i & &#27; ~~j~~ 1. k", false, "a * b_c_d `e` <f> [g](h)\n# i & &#27; ~~j~~ 1. k\n"},
		{"a number and a point begin no list", "1. a\n\n- b", false, "1. a\n\n- b\n"},
		{"a line of signs is no rule", "---\n\n===", false, "---\n\n===\n"},
		{"headings and emphasis", "# Head\n\nA **bold** and *thin* word", true, "<b>Head</>\n\nA <b>bold</> and <i>thin</> word\n"},
		{"a rule", "one\n\n---\n\ntwo", true, "one\n\n* * *\n\ntwo\n"},
		{"lines of one paragraph", "one\ntwo", true, "one two\n"},
		{"a list", "- one\n- two", true, "• one\n• two\n"},
		{"a quotation", "> said he", true, "│ said he\n"},
		{"a link keeps its label", "see [the page](https://a.example/x) now", true, "see <5>the page</> now\n"},
		{"addresses stay text", "www.a.be a@b.be https://a.be", false, "www.a.be a@b.be\nhttps://a.be\n"},
		{"a link to something else is none", "see [the page](javascript:alert) now", true, "see the page now\n"},
		{"stars that end nowhere", "2 * 3 ** 4 *5", true, "2 * 3 ** 4 *5\n"},
		{"escaped signs", `\*not thin\*`, true, "*not thin*\n"},
		{"names with underscores", "snake_case_name", true, "snake_case_name\n"},
		{"wide letters", "会議会議会議会議会議会議会議", false, "会議会議会議会議会議会議\n会議\n"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			p := newPage(article(tt.text, tt.markdown), false)
			if got := show(p.plain(24)); got != tt.want {
				t.Errorf("plain:\n%s\nwant\n%s", got, tt.want)
			}
			ls, ok := p.render(24)
			if !ok {
				t.Fatal("not rendered")
			}
			if got := show(ls); got != tt.want {
				t.Errorf("glamour:\n%s\nwant\n%s", got, tt.want)
			}
		})
	}
}

func TestPage_MarksTheEvidence(t *testing.T) {
	tl := uitest.Timeline()
	row, _ := tl.Row("m10")
	p := newPage(tl.At(row).Reports[0], false)
	ls, _ := p.render(60)
	for name, got := range map[string]string{"glamour": show(ls), "plain": show(p.plain(60))} {
		for _, want := range []string{"<2>Kaja Kallas</>", "<3>Zhytomyr</>", "<4>24 April</>", "<1>Home | World | Politics | Subscribe</>"} {
			if !strings.Contains(got, want) {
				t.Errorf("%s: no %s in\n%s", name, want, got)
			}
		}
	}
}

// Everything here did something to a terminal, or to the renderer, when it was shown as it came.
func TestPage_HostileArticles(t *testing.T) {
	payloads := []string{
		"\x1b]52;c;ZXZpbA==\x07", "\x1b]0;title\x07", "\x1b[2J", "\u009b2J", "&#27;]0;X&#7;", `\&#27;[2J`, "&**#27;**[2J", "~~&*#*27;~~",
		"a\rb", "a\bb", "\u202egnp.exe", "<script>x</script>", "![alt](file:///etc/passwd)", "[x](javascript:alert(1))",
		"| a | b |\n|---|---|\n| &#27;[2J | c |", "```\n&#27;[2J\n```", "\u2061\u2063\u2063\u2063\u2063x\u2064\u2064\u2064", "<https://evil.example/\x1b[2J>",
		"[a]: javascript:x\n\n[a]", "www.evil.example", "* * *", "\\", "`", "**", "[", "&", "&amp;#27;", ":smile:", "\x00\xff\xfe",
	}
	for _, s := range payloads {
		for _, md := range []bool{false, true} {
			p := newPage(article("Before "+s+" after\n\n"+s, md), false)
			ls, _ := p.render(40)
			for _, all := range [][]line{ls, p.plain(40)} {
				for _, l := range all {
					for _, r := range l.runs {
						for _, c := range r.text {
							if c < ' ' || c >= 0x7f && c < 0xa0 || c == '\u202e' || c >= open && c <= shut {
								t.Errorf("markdown %v: %q came out as %q", md, s, r.text)
							}
						}
					}
				}
			}
		}
	}
}

func TestPage_NestingCostsNothing(t *testing.T) {
	for _, s := range []string{
		strings.Repeat("> ", 200) + "deep", strings.Repeat("*", 5000), strings.Repeat("[", 5000), strings.Repeat("- ", 300) + "x",
		strings.Repeat("**a *b ", 2000), strings.Repeat("`", 3000),
	} {
		start := time.Now()
		p := newPage(article(s, true), false)
		if _, ok := p.render(78); !ok {
			t.Errorf("%.20q was not rendered", s)
		}
		if took := time.Since(start); took > 2*time.Second {
			t.Errorf("%.20q took %s", s, took)
		}
	}
}

func TestPage_EveryWidthFits(t *testing.T) {
	tl := uitest.Timeline()
	p := newPage(tl.At(3).Reports[0], false)
	for w := 1; w < 130; w++ {
		all := p.plain(w)
		if ls, ok := p.render(w); ok {
			all = append(all, ls...)
		}
		for _, l := range all {
			if l.width() > w {
				t.Fatalf("width %d: a line of %d: %q", w, l.width(), l.String())
			}
		}
	}
}

func TestPage_LinesKnowTheirBlock(t *testing.T) {
	p := newPage(article("One.\n\nTwo two two two two two two.\n\nThree.", false), false)
	ls, _ := p.render(20)
	for _, l := range append(p.plain(20), ls...) {
		want := map[string]int{"One.": 0, "Two two two two two": 1, "two two.": 1, "Three.": 2}
		if s := l.String(); s != "" && l.block != want[s] {
			t.Errorf("%q is in block %d, want %d", s, l.block, want[s])
		}
	}
}
