package reader

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"entente/model"
	"entente/ui/describe"
	"entente/ui/theme"
	"entente/ui/uitest"
)

func open10(t *testing.T, w, h int) *Reader {
	t.Helper()
	tl := uitest.Timeline()
	r := New()
	r.SetStyles(theme.New(theme.Options{}))
	r.SetSize(w, h)
	row, _ := tl.Row("m10")
	job := r.Open(tl, tl.At(row), 0, describe.Hubs(tl))
	if !r.Done(job.Do()) {
		t.Fatal("the layout was not taken")
	}
	return r
}

func screen(r *Reader) string { return ansi.Strip(strings.Join(r.View(), "\n")) }

func TestReader_EverySizeIsExact(t *testing.T) {
	r := open10(t, 80, 24)
	r.Find("air defence")
	for w := 0; w < 200; w += 1 + w/30 {
		for _, h := range []int{0, 1, 2, 5, 24, 70} {
			if job, ok := r.SetSize(w, h); ok && w%7 == 0 {
				r.Done(job.Do())
			}
			r.Scroll(w % 11)
			rows := r.View()
			if len(rows) != h {
				t.Fatalf("%dx%d: %d rows", w, h, len(rows))
			}
			for _, row := range rows {
				if ansi.StringWidth(row) != w {
					t.Fatalf("%dx%d: a row of %d cells: %q", w, h, ansi.StringWidth(row), ansi.Strip(row))
				}
			}
		}
	}
}

func TestReader_ShowsFactsAndArticle(t *testing.T) {
	got := screen(open10(t, 80, 40))
	for _, want := range []string{
		"Zelenskyy – Kallas", "report 1 of 2", "24 April 2023 · Zhytomyr, Ukraine", "Kaja Kallas           Prime Minister of Estonia",
		"1 Kyiv Independent   2 Ukrinform", "Zelenskyy met with Kaja Kallas", "Staff correspondent",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
}

// TestReader_MarksWhatTheFilterSeeks: without a search of its own the reader marks what text: has found, and n goes through it.
func TestReader_MarksWhatTheFilterSeeks(t *testing.T) {
	r := open10(t, 80, 12)
	r.Seek([]model.Phrase{model.ParsePhrase("the support would go on"), model.ParsePhrase("AIR def")})
	at, all := r.Matches()
	if at != 0 || all != 7 || r.Query() != "" {
		t.Fatalf("%d of %d matches of %q", at, all, r.Query())
	}
	top := r.top
	if !r.Next(1) || r.top < top {
		t.Error("the first match is not gone to")
	}
	if at, _ := r.Matches(); at != 1 {
		t.Errorf("at match %d", at)
	}
	if r.Next(-1); r.find.at != 6 {
		t.Errorf("before the first one comes %d", r.find.at)
	}
	for i := 1; i < len(r.find.matches); i++ {
		if a, b := r.find.matches[i-1], r.find.matches[i]; b.line < a.line {
			t.Error("the matches are out of order")
		}
	}
	if n := r.Find("Denmark"); n == all {
		t.Error("what the filter seeks is counted among what is looked for")
	}
	r.Find("")
	if at, n := r.Matches(); n != all || at != 0 {
		t.Errorf("after a search: %d of %d", at, n)
	}
	r.Seek(nil)
	if _, n := r.Matches(); n != 0 || r.Next(1) {
		t.Errorf("%d matches without anything to look for", n)
	}
}

func TestReader_FindsAcrossLinesAndAccents(t *testing.T) {
	r := open10(t, 80, 24)
	if n := r.Find("AIR  dēfence"); n != 6 {
		t.Errorf("%d matches of air defence, want 6", n)
	}
	// ‘the President's Office’ may be broken over two lines at some width.
	for w := 24; w < 80; w++ {
		if job, ok := r.SetSize(w, 24); ok {
			r.Done(job.Do())
		}
		if n := r.Find("the support would go on"); n != 1 {
			t.Fatalf("width %d: %d matches", w, n)
		}
		if !strings.Contains(strings.Join(r.View(), ""), r.st.MatchHere.On()) {
			t.Fatalf("width %d: the match is not in sight", w)
		}
	}
}

func TestReader_NextGoesRound(t *testing.T) {
	r := open10(t, 80, 24)
	r.Find("air defence")
	for range 6 {
		r.Next(1)
	}
	if at, n := r.Matches(); at != 1 || n != 6 {
		t.Errorf("at %d of %d", at, n)
	}
	r.Next(-1)
	if at, _ := r.Matches(); at != 6 {
		t.Errorf("at %d", at)
	}
}

func TestReader_OnlyTheParagraphsWithAMatch(t *testing.T) {
	r := open10(t, 80, 60)
	r.Find("Denmark")
	r.Only()
	if got := screen(r); !strings.Contains(got, "Denmark") || strings.Contains(got, "Paragraph 3") {
		t.Errorf("got\n%s", got)
	}
	r.Only()
	if got := screen(r); !strings.Contains(got, "Paragraph 3") {
		t.Error("the rest does not come back")
	}
}

func TestReader_ResizeKeepsThePlace(t *testing.T) {
	r := open10(t, 100, 12)
	r.Find("Paragraph 4")
	r.Find("")
	for strings.Index(screen(r), "Paragraph 4") > 200 {
		r.Scroll(1)
	}
	for _, w := range []int{60, 40, 120, 30, 100} {
		if job, ok := r.SetSize(w, 12); ok {
			r.Done(job.Do())
		}
		if got := screen(r); !strings.Contains(got, "Paragraph 4") {
			t.Fatalf("width %d lost the place:\n%s", w, got)
		}
	}
}

func TestReader_StaleLayoutIsDropped(t *testing.T) {
	r := open10(t, 80, 24)
	old, _ := r.SetSize(60, 24)
	now, _ := r.SetSize(50, 24)
	if r.Done(old.Do()) {
		t.Error("a layout for another width was taken")
	}
	if !r.Done(now.Do()) {
		t.Error("the layout that was asked for was not taken")
	}
}

func TestReader_MentionsGoThroughTheEvidence(t *testing.T) {
	r := open10(t, 80, 10)
	if !r.Mention(1) || !strings.Contains(screen(r), "Volodymyr Zelensky met") {
		t.Errorf("got\n%s", screen(r))
	}
	if r.Mention(99) && !strings.Contains(screen(r), "24 April") {
		t.Errorf("got\n%s", screen(r))
	}
}

func TestReader_HidesFurnitureAndShowsTheSource(t *testing.T) {
	r := open10(t, 80, 80)
	if !strings.Contains(screen(r), "Read also") {
		t.Fatal("no furniture to hide")
	}
	job, _ := r.ToggleFurniture()
	r.Done(job.Do())
	if strings.Contains(screen(r), "Read also") {
		t.Error("the furniture is still there")
	}
	r.ToggleRaw()
	if got := screen(r); !strings.Contains(got, "1  Home | World") {
		t.Errorf("no source text in\n%s", got)
	}
}

func BenchmarkReader_OpenHundredPages(b *testing.B) {
	rep := article(strings.Repeat(strings.Repeat("The talks went on for a long time and nobody left. ", 12)+"\n\n", 500), false)
	for b.Loop() {
		p := newPage(rep, false)
		if len(p.plain(76)) < 1000 {
			b.Fatal("too short")
		}
	}
}
