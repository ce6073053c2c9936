package evidence

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"entente/model"
	"entente/ui/theme"
	"entente/ui/uitest"
)

func TestSentence_IsTheOneWithTheFacts(t *testing.T) {
	tl := uitest.Timeline()
	row, _ := tl.Row("m10")
	r := tl.At(row).Reports[0]
	got := Sentence(r).In(r.Article.Text)
	if !strings.HasPrefix(got, "President of Ukraine Volodymyr Zelensky met with Kaja Kallas in Zhytomyr on 24 April") || !strings.HasSuffix(got, "reported.") {
		t.Errorf("got %q", got)
	}
}

func TestAround(t *testing.T) {
	tests := []struct{ name, text, fact, want string }{
		{"full stops on both sides", "It rained. They met in Kyiv today. Then they left.", "met", "They met in Kyiv today."},
		{"a title ends no sentence", "He saw Mr. Sunak there. Good.", "there", "He saw Mr. Sunak there."},
		{"lines end it", "One\nthey met\nThree", "met", "they met"},
		{"the whole text", "they met", "met", "they met"},
		{"a number with a point", "They met at 5.30 p.m. sharp. End.", "sharp", "They met at 5.30 p.m. sharp."},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			i := strings.Index(tt.text, tt.fact)
			if got := Around(tt.text, model.Span{Start: i, End: i + len(tt.fact)}).In(tt.text); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

func TestStripAndWhy_EveryWidthIsExact(t *testing.T) {
	tl := uitest.Timeline()
	st := theme.New(theme.Options{})
	for w := 0; w < 140; w += 1 + w/8 {
		for row := range int32(tl.Len()) {
			m := tl.At(row)
			for _, h := range []int{0, 1, 2} {
				rows := Strip(st, m, 1, w, h)
				if len(rows) != h {
					t.Fatalf("%d rows, want %d", len(rows), h)
				}
				check(t, rows, w)
			}
			if row%10 == 0 && w > 4 {
				check(t, Why(st, m, 0, w, "gx"), w)
			}
		}
	}
}

func check(t *testing.T, rows []string, w int) {
	t.Helper()
	for _, r := range rows {
		if ansi.StringWidth(r) != w {
			t.Fatalf("%d cells, want %d: %q", ansi.StringWidth(r), w, ansi.Strip(r))
		}
	}
}

// A fact that no words tell has a row too, with what it follows from.
func TestWhy_TellsOfFactsWithoutWords(t *testing.T) {
	a := &model.Article{ID: "a.txt", Text: "Kaja Kallas met Petr Pavel."}
	r := &model.Report{Article: a, Evidence: []model.Evidence{{Field: "date", Rule: "date.story", Note: "the day of what is told before it"}}}
	rows := ansi.Strip(strings.Join(Why(theme.New(theme.Options{}), &model.Meeting{Reports: []*model.Report{r}}, 0, 100, ""), "\n"))
	for _, want := range []string{"date      no words of the text", "the day of what is told before it, by the rule date.story"} {
		if !strings.Contains(rows, want) {
			t.Errorf("%q is missing in\n%s", want, rows)
		}
	}
	if n := strings.Count(rows, a.ID); n != 1 {
		t.Errorf("the file is named %d times in\n%s", n, rows)
	}
}
