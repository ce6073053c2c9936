package extract

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"entente/model"
)

// sample is a text of the labelled set or of the collection, with what its front matter tells.
type sample struct {
	name, title, text string
	published         model.Date
}

func samples(t *testing.T) []sample {
	t.Helper()
	var out []sample
	for _, pattern := range []string{"../testdata/gold/articles/text/*.txt", "../../articles/2023/*-1*.md", "../../articles/2024/*-2*.md"} {
		files, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range files {
			raw, err := os.ReadFile(f)
			if err != nil {
				t.Fatal(err)
			}
			s := sample{name: filepath.Base(f), text: strings.ReplaceAll(string(raw), "\r\n", "\n")}
			if head, body, ok := strings.Cut(s.text, "\n---\n"); ok && strings.HasPrefix(head, "---\n") {
				s.text = body
				for l := range strings.SplitSeq(head, "\n") {
					if v, ok := strings.CutPrefix(l, "title: "); ok {
						s.title = strings.Trim(v, `"`)
					}
					if v, ok := strings.CutPrefix(l, "published: "); ok {
						s.published, _ = model.ParseDate(v)
					}
				}
			}
			out = append(out, s)
		}
	}
	if len(out) < 150 {
		t.Fatalf("only %d texts", len(out))
	}
	return out
}

// told is what an article was read to report.
func (s sample) told(text string) string {
	a := &model.Article{Title: s.title, Published: s.published, Text: text}
	sharedReader().Read(a)
	var b strings.Builder
	fmt.Fprintf(&b, "published %s", a.Published)
	for _, r := range a.Reports {
		fmt.Fprintf(&b, "; %s %s %s %s %v", r.Date, r.End, r.Kind, r.Status, r.Place)
		for _, p := range r.People {
			b.WriteString(" " + p.Name)
		}
	}
	return b.String()
}

// unchanged reads every text as it is and as change makes it; at most spare texts may be read another way.
func unchanged(t *testing.T, spare int, change func(s sample) string) {
	t.Helper()
	if testing.Short() {
		t.Skip("one reader and no concurrency: the race detector has nothing to find")
	}
	var bad []string
	all := samples(t)
	for _, s := range all {
		if want, got := s.told(s.text), s.told(change(s)); got != want {
			bad = append(bad, fmt.Sprintf("%s\n got %s\nwant %s", s.name, got, want))
		}
	}
	t.Logf("%d of %d texts are read another way", len(bad), len(all))
	if len(bad) > spare {
		t.Errorf("%d of %d texts are read another way, at most %d may:\n%s", len(bad), len(all), spare, strings.Join(bad, "\n"))
	}
}

func TestMetamorphic_LineEndsOfWindowsChangeNothing(t *testing.T) {
	unchanged(t, 0, func(s sample) string { return strings.ReplaceAll(s.text, "\n", "\r\n") })
}

func TestMetamorphic_SpacesAtLineEndsChangeNothing(t *testing.T) {
	unchanged(t, 0, func(s sample) string { return strings.ReplaceAll(s.text, "\n", "  \n") })
}

func TestMetamorphic_WrappedLinesChangeNearlyNothing(t *testing.T) {
	for _, width := range []int{64, 72, 80, 100} {
		unchanged(t, 6, func(s sample) string { return wrap(s.text, width) })
	}
}

// wrap breaks every line at a width, as mail and terminals do. Words are not broken.
func wrap(text string, width int) string {
	var out []string
	for l := range strings.SplitSeq(text, "\n") {
		at := ""
		for w := range strings.FieldsSeq(l) {
			switch {
			case at == "":
				at = w
			case utf8.RuneCountInString(at)+1+utf8.RuneCountInString(w) > width:
				out = append(out, at)
				at = w
			default:
				at += " " + w
			}
		}
		out = append(out, at)
		if l != "" && utf8.RuneCountInString(l) > width {
			out = append(out, "") // wrapped mail keeps its paragraphs apart
		}
	}
	return strings.Join(out, "\n")
}

func TestMetamorphic_FurnitureChangesNothing(t *testing.T) {
	tails := []string{
		"\n\nRead also\n• Macron and Scholz meet in Berlin on Friday\n• Biden to receive Sunak at the White House on 8 June 2023\n• What Erdoğan told Putin on the phone\n",
		"\n\nRELATED ARTICLES\n\nPope Francis receives Viktor Orbán in audience\n12 May 2022\n\nMeloni in Tunis for talks with Saied\n11 May 2022\n",
		"\n\nMost read: 1. Modi calls Albanese 2. Xi receives Blinken 3. Trudeau in Tokyo\n",
		"\n\nMORE NEWS\n14:10 Tusk met Fico in Prague on Monday\n13:55 Stubb to visit Oslo tomorrow\n© 2024 The Northern Post. All rights reserved.\n",
		"\n\nComments (3)\n1. reader: when did Macron meet Scholz? on 3 May 2023!\n2. other: he met Biden in Paris on 4 May 2023 and Sunak was there too, I think, was he not?\n",
		"\n\nSubscribe to our newsletter. We use cookies to make this site better.\n",
		"\n\nAbout the author: Jo Marsh met Angela Merkel in Berlin on 3 March 2015 and has written about it since.\n",
	}
	for _, tail := range tails {
		unchanged(t, 1, func(s sample) string { return strings.TrimRight(s.text, "\n") + tail })
	}
}

func TestMetamorphic_NoticesAboveChangeNothing(t *testing.T) {
	for _, head := range []string{
		"We use cookies to make this site better. By going on you agree to our policy.\n\n",
		"Skip to main content\nHome | News | World | Politics | Sport\nSign in\n\n",
		"Your browser does not support JavaScript. Please turn it on to read this page in full.\n\n",
	} {
		unchanged(t, 3, func(s sample) string { return head + s.text })
	}
}

// TestMetamorphic_DateStyles writes every full date of the texts in another way.
func TestMetamorphic_DateStyles(t *testing.T) {
	styles := map[string]func(d model.Date) string{
		"day first":   func(d model.Date) string { return fmt.Sprintf("%d %s %d", d.Day, months[d.Month-1][0], d.Year) },
		"month first": func(d model.Date) string { return fmt.Sprintf("%s %d, %d", months[d.Month-1][0], d.Day, d.Year) },
		"short": func(d model.Date) string {
			return fmt.Sprintf("%d %s %d", d.Day, months[d.Month-1][1%len(months[d.Month-1])], d.Year)
		},
		"points":  func(d model.Date) string { return fmt.Sprintf("%02d.%02d.%d", d.Day, d.Month, d.Year) },
		"iso":     func(d model.Date) string { return d.String() },
		"ordinal": func(d model.Date) string { return fmt.Sprintf("%dth of %s %d", d.Day, months[d.Month-1][0], d.Year) },
	}
	for name, style := range styles {
		t.Run(name, func(t *testing.T) {
			unchanged(t, 3, func(s sample) string { return restyle(s, style) })
		})
	}
}

// restyle writes the full dates of a text in a style. Ranges and dates without a year stay, as most styles have no form for them.
func restyle(s sample, style func(model.Date) string) string {
	r := sharedReader()
	d := &document{lex: r.lex, g: r.g}
	d.read(r, &model.Article{Text: s.text})
	out, at := "", 0
	for k := range d.dates {
		x := &d.dates[k]
		from := x.first
		if x.weekday >= 0 {
			continue
		}
		if x.form != formFull || x.end.Day != 0 || x.prefix || !x.other.IsZero() || x.date.Days() <= invasion.Days() {
			continue
		}
		out += d.text[at:d.tokens[from].start] + style(x.date)
		at = int(d.tokens[x.last-1].end)
	}
	return out + d.text[at:]
}
