package extract

import (
	"slices"
	"strings"
	"testing"

	"entente/loader/gazetteer"
	"entente/model"
)

func readText(t *testing.T, s string) *model.Article {
	t.Helper()
	a := &model.Article{ID: "a.txt", Text: s, Published: model.NewDate(2024, 1, 12)}
	New(gazetteer.Default()).Read(a)
	return a
}

// filler is what stands around a sentence under test: an encounter that names no topic.
const filler = "Volodymyr Zelensky met Estonian Prime Minister Kaja Kallas in Tallinn on 11 January 2024, and the two spoke for an hour. "

func TestTopics(t *testing.T) {
	for _, row := range []struct {
		name, in string
		want     []string
	}{
		{"a phrase", "They talked about air defence at length that day.", []string{"air defence"}},
		{"a hyphen, a capital, a plural", "Air-Defence systems came first for everybody there.", []string{"air defence"}},
		{"the body alone is no topic", "The visit to NATO and to the EU went well for everybody.", nil},
		{"what is asked of the body is one", "Estonia wants Ukraine to join NATO as soon as possible.", []string{"NATO membership"}},
		{"the more told comes first", "Drones were discussed first. Then came drones again. Sanctions came last of all.", []string{"drones", "sanctions"}},
		{"the longest phrase and what it contains", "The frozen Russian assets were on the agenda as well.", []string{"frozen assets"}},
		{"an outlet's furniture is none", "They met for long.\n\nRead also:\nSanctions package adopted\nGrain deal ends", nil},
	} {
		t.Run(row.name, func(t *testing.T) {
			a := readText(t, filler+row.in)
			if len(a.Reports) == 0 {
				t.Fatal("no report")
			}
			if got := a.Reports[0].Topics; !slices.Equal(got, row.want) {
				t.Errorf("topics %v, want %v", got, row.want)
			}
			for _, e := range a.Reports[0].Evidence {
				if e.Field == topicField && (e.In(a.Text) == "" || !slices.Contains(row.want, e.Note)) {
					t.Errorf("evidence %+v for %q", e, e.In(a.Text))
				}
			}
		})
	}
}

// Far from the beginning one word is background; in the headline it is what the article is about.
func TestTopics_WhereItStands(t *testing.T) {
	late := filler + strings.Repeat("The two walked through the old town and looked at the harbour. ", 8)
	if a := readText(t, late+"Estonia also has drones."); len(a.Reports) == 0 || len(a.Reports[0].Topics) != 0 {
		t.Errorf("a late word makes topics: %v", a.Reports)
	}
	if a := readText(t, "Drones at the centre of talks in Tallinn\n\n"+late); len(a.Reports) == 0 || !slices.Equal(a.Reports[0].Topics, []string{"drones"}) {
		t.Errorf("the headline makes no topic: %v", a.Reports)
	}
}

// Each phrase finds its own topic, alone and in running text.
func TestTopics_Table(t *testing.T) {
	seen := map[string]string{}
	lex := New(gazetteer.Default()).lex
	err := eachRow("topics.tsv", 2, func(_ int, c []string) error {
		for phrase := range strings.SplitSeq(c[1], ";") {
			if other := seen[phrase]; other != "" {
				t.Errorf("%q stands under %s and %s", phrase, other, c[0])
			}
			seen[phrase] = c[0]
			d := &document{lex: lex, text: phrase + " and " + phrase + "."}
			d.lines = []line{{start: 0, end: len(d.text), zone: zoneProse}}
			d.lowerText()
			d.tokenize()
			found := d.topicsOf(nil, 0)
			at := slices.IndexFunc(found, func(f topicFound) bool { return f.name == c[0] })
			if at < 0 || found[at].first != 0 {
				t.Errorf("%q is found as %v, want %s", phrase, found, c[0])
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestSummary(t *testing.T) {
	body := "Estonia has given Ukraine all its howitzers.\n\n" +
		"Volodymyr Zelensky met Prime Minister Kaja Kallas in Tallinn on 11 January 2024 and spoke about shells.\n\n" +
		"“We will stand with Ukraine until it has won this war against the aggressor,” Kallas said.\n\n" +
		"They agreed that a million shells should be bought together.\n\n" +
		strings.Repeat("The country has some thirteen hundred thousand inhabitants and a long coast.\n\n", 6) +
		"Read also:\nKallas and Zelensky met on 11 January 2024 in Tallinn\n"
	a := readText(t, body)
	var got []string
	for _, s := range a.Summary {
		got = append(got, s.In(a.Text))
	}
	all := strings.Join(got, "\n")
	if len(got) < leastSentences || len(got) > mostSentences {
		t.Errorf("%d sentences", len(got))
	}
	if !strings.Contains(all, "on 11 January 2024 and spoke about shells.") {
		t.Error("the encounter itself is not told")
	}
	for _, bad := range []string{"We will stand", "Read also", "in Tallinn\n"} {
		if strings.Contains(all, bad) {
			t.Errorf("%q has no place in a summary", bad)
		}
	}
	if t.Failed() {
		t.Logf("summary:\n%s", all)
	}
}

func TestSummary_SpansLieInTheText(t *testing.T) {
	for _, in := range []string{
		"", "One line.", "“Only a quotation stands here, from the first word to the last one of it.”", filler, strings.Repeat(filler, 40),
		"He said (as reported) that “it is so.” Then they met.", "Ключові слова. 北京会谈。 " + filler,
	} {
		for _, title := range []string{"", "A title of its own"} {
			a := &model.Article{ID: "a", Title: title, Text: in}
			New(gazetteer.Default()).Read(a)
			last := 0
			for _, s := range a.Summary {
				if s.Start < last || s.End <= s.Start || s.End > len(in) {
					t.Errorf("span %v of %d bytes after %d in %.40q", s, len(in), last, in)
				}
				last = s.End
			}
		}
	}
}
