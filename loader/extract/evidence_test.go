package extract

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"entente/loader/gazetteer"
	"entente/model"
)

// cited is the evidence of a field: the words, or the note where there are none.
func cited(r *model.Report, field string) (words, notes []string) {
	for _, e := range r.Evidence {
		if e.Field == field {
			words = append(words, e.In(r.Article.Text))
			notes = append(notes, e.Note)
		}
	}
	return words, notes
}

func TestEvidence_WordsAndResolutions(t *testing.T) {
	type fact struct{ field, words, note string }
	reader := New(gazetteer.Default())
	for _, c := range []struct {
		name, title, text string
		published         model.Date
		want              []fact
	}{
		{
			name:      "a weekday looks back from the day of publication",
			text:      "Estonian Prime Minister Kaja Kallas met President Volodymyr Zelensky in Kyiv on Thursday.",
			published: model.NewDate(2023, 9, 29),
			want: []fact{
				{"date", "Thursday", "Thursday before 29 September 2023"},
				{"kind", "met", "in person"},
				{"status", "met", "taken place"},
				{"people", "Estonian Prime Minister Kaja Kallas", "Kaja Kallas, Prime Minister of Estonia"},
				{"people", "President Volodymyr Zelensky", "Volodymyr Zelenskyy, President of Ukraine"},
				{"place", "Kyiv", "Kyiv: a town"},
				{"host", "Kyiv", "Ukraine: Kyiv is there"},
				{"parties", "Estonian Prime Minister Kaja Kallas", "Estonia: Kaja Kallas spoke for it"},
				{"published", "", "beside the text"},
			},
		},
		{
			name:      "a day of the month takes the nearest year",
			text:      "Olaf Scholz received Volodymyr Zelensky in Berlin on 14 May. The chancellor promised tanks.",
			published: model.NewDate(2023, 5, 15),
			want: []fact{
				{"date", "14 May", "year: the nearest to 15 May 2023"},
				{"people", "Olaf Scholz", "Olaf Scholz, Chancellor of Germany"},
			},
		},
		{
			name: "the year follows from who was in office",
			text: "Kaja Kallas, the prime minister of Estonia, met Volodymyr Zelensky on 24 April ahead of the NATO summit in Vilnius.",
			want: []fact{{"date", "24 April", "year: "}},
		},
		{
			name:      "no day told",
			text:      "3 May 2023\n\nSauli Niinistö received Volodymyr Zelensky in Helsinki. The two presidents talked about tanks.",
			want:      []fact{{"date", "3 May 2023", "no day is told"}, {"published", "3 May 2023", "above the text"}},
			published: model.Date{},
		},
		{
			name:      "no day told in the text at all",
			text:      "Sauli Niinistö received Volodymyr Zelensky in Helsinki. The two presidents talked about tanks.",
			published: model.NewDate(2023, 5, 3),
			want:      []fact{{"date", "", "no day is told"}},
		},
		{
			name:      "a call by telephone",
			text:      "Volodymyr Zelensky and Emmanuel Macron spoke by telephone yesterday. The president of France asked for news.",
			published: model.NewDate(2024, 2, 8),
			want:      []fact{{"kind", "by telephone", "by telephone or video"}, {"date", "yesterday", "the day before 8 February 2024"}},
		},
		{
			name:      "planned",
			text:      "Volodymyr Zelensky will meet Andrzej Duda in Warsaw on Wednesday.",
			published: model.NewDate(2023, 4, 3),
			want:      []fact{{"status", "will", "yet to come"}, {"date", "Wednesday", "Wednesday after 3 April 2023"}},
		},
		{
			name:      "words of a headline outside the text have no span",
			title:     "Kaja Kallas meets Zelensky in Kyiv",
			text:      "They spoke about ammunition for an hour, the office of the president said.",
			published: model.NewDate(2023, 4, 25),
			want:      []fact{{"people", "", "headline: ‘Kaja Kallas’"}, {"place", "", "headline: ‘Kyiv’"}},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := &model.Article{Title: c.title, Text: c.text, Published: c.published}
			reader.Read(a)
			if len(a.Reports) == 0 {
				t.Fatal("no encounter was read")
			}
			for _, w := range c.want {
				words, notes := cited(a.Reports[0], w.field)
				ok := false
				for i := range words {
					ok = ok || words[i] == w.words && strings.Contains(notes[i], w.note)
				}
				if !ok {
					t.Errorf("%s: cited %q with the notes %q, want %q with %q", w.field, words, notes, w.words, w.note)
				}
			}
		})
	}
}

// Each field that a report fills has evidence, one span for each person and each party.
func TestEvidence_EveryFieldOfEveryReport(t *testing.T) {
	files, err := filepath.Glob("../testdata/gold/articles/text/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal(len(files), err)
	}
	reader := New(gazetteer.Default())
	for _, path := range files {
		raw, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		a := &model.Article{Text: string(raw)}
		reader.Read(a)
		checkSpans(t, a)
		for _, r := range a.Reports {
			count := map[string]int{}
			for _, e := range r.Evidence {
				count[e.Field]++
				if e.Rule == "" {
					t.Errorf("%s: %s without a rule", path, e.Field)
				}
			}
			for field, n := range map[string]int{
				"date": one(!r.Date.IsZero()), "kind": 1, "status": 1, "people": len(r.People), "parties": len(r.Parties),
				"place": one(r.Place.City != ""), "host": one(r.Place.Host != ""), "published": one(!a.Published.IsZero()), topicField: len(r.Topics),
			} {
				if count[field] != n {
					t.Errorf("%s: %d times evidence for %s, want %d", path, count[field], field, n)
				}
			}
		}
	}
}

func one(b bool) int {
	if b {
		return 1
	}
	return 0
}

// checkSpans fails for a span that does not lie in the text or cuts a letter.
func checkSpans(t *testing.T, a *model.Article) {
	t.Helper()
	check := func(what string, s model.Span) {
		if s.Start < 0 || s.End < s.Start || s.End > len(a.Text) {
			t.Fatalf("%s: %v is not in a text of %d bytes", what, s, len(a.Text))
		}
		for _, at := range [...]int{s.Start, s.End} {
			if at < len(a.Text) && !utf8.RuneStart(a.Text[at]) {
				t.Fatalf("%s: %v cuts a letter", what, s)
			}
		}
	}
	for _, r := range a.Reports {
		for _, e := range r.Evidence {
			check(e.Field+" by "+e.Rule, e.Span)
		}
		if r.Confidence < 0 || r.Confidence > 1 {
			t.Fatalf("confidence %v", r.Confidence)
		}
	}
	for _, s := range a.Summary {
		check("summary", s)
	}
	for _, z := range a.Zones {
		check("zone", z.Span)
	}
}

// Whatever comes in, reading neither panics nor points outside the text, and gives the same answer
// again: to a fresh reader and to one that has read something else before.
func FuzzRead(f *testing.F) {
	for _, s := range []string{
		"", "\n\n\n", "Kyiv, Jan 24 (Wire) - Zelensky met Kallas on Monday.", "Title\n\n24 April 2023\n\nZelensky received “Kallas” – in Kyiv…",
		"Zelenskyy\u2019s talks with Erdo\u011fan in \u0130stanbul on 8 July 2023\r\n\r\nThe two leaders will meet again on Friday.",
		"- Zelensky and Macron spoke by phone, 31 February 2024; day 397 of the war; the 2nd; 04/05/2024; a year ago",
		"“„«»‘’", strings.Repeat("met with and ", 9) + "Zelensky", strings.Repeat("Zelensky met Kallas and Duda and Macron, ", 40),
	} {
		f.Add("", s)
		f.Add("Kallas in Kyiv – Zelensky", s)
	}
	reader := New(gazetteer.Default())
	f.Fuzz(func(t *testing.T, title, text string) {
		if !utf8.ValidString(text) || !utf8.ValidString(title) || strings.Contains(title, "\n") || len(text) > 1<<14 {
			return // decoding repairs text before it is read, and a title is one row
		}
		a := &model.Article{Title: title, Text: text}
		b := *a
		reader.Read(a)
		checkSpans(t, a)
		reader.Read(&model.Article{Text: "Emmanuel Macron met Olaf Scholz in Paris on 3 May 2023. " + title})
		reader.Read(&b)
		for i := range a.Reports { // the reports name their own article
			a.Reports[i].Article, b.Reports[i].Article = nil, nil
		}
		if !reflect.DeepEqual(*a, b) {
			t.Fatalf("read differently again:\n%+v\n%+v", *a, b)
		}
	})
}
