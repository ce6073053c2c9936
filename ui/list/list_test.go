package list

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"entente/model"
	"entente/ui/describe"
	"entente/ui/theme"
	"entente/ui/uitest"
)

func fixture(w, h int) (*List, *model.Timeline) {
	t := uitest.Timeline()
	var l List
	l.SetStyles(theme.New(theme.Options{}))
	l.SetHubs(describe.Hubs(t))
	l.SetSize(w, h)
	l.SetView(t.View(model.Filter{}, model.ByDate, false))
	return &l, t
}

func filter(t *testing.T, s string) model.Filter {
	t.Helper()
	f, err := model.ParseFilter(s)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func TestList_EverySizeIsExact(t *testing.T) {
	l, tl := fixture(0, 0)
	for _, o := range []model.Order{model.ByDate, model.ByName} {
		l.SetView(tl.View(model.Filter{}, o, false))
		for w := 0; w < 130; w += 1 + w/30 {
			for _, h := range []int{0, 1, 2, 3, 7, 50, 90} {
				l.SetSize(w, h)
				l.Move(3)
				rows := l.View()
				if len(rows) != h {
					t.Fatalf("%dx%d: %d rows", w, h, len(rows))
				}
				for _, r := range rows {
					if ansi.StringWidth(r) != w {
						t.Fatalf("%dx%d: row of %d cells: %q", w, h, ansi.StringWidth(r), ansi.Strip(r))
					}
				}
			}
		}
	}
}

func TestList_CursorIsAlwaysSeen(t *testing.T) {
	l, _ := fixture(60, 10)
	moves := []func(){
		func() { l.Move(1) }, func() { l.Move(-1) }, func() { l.Page(1) }, func() { l.Page(-0.5) }, l.First, l.Last,
		func() { l.Month(2) }, func() { l.Month(-1) }, func() { l.Day(3) }, func() { l.Day(-1) }, func() { l.Scroll(5) }, func() { l.Scroll(-3) },
		l.ToggleFold, l.Centre, func() { l.FoldAll(true) }, func() { l.FoldAll(false) }, func() { l.Click(4) },
	}
	seed := 7
	for i := range 4000 {
		seed = (seed*1103515245 + 12345) & 0x7fffffff
		moves[seed>>8%len(moves)%len(moves)]()
		y := l.CursorRow()
		if y < 0 || y >= 10 {
			t.Fatalf("step %d: the cursor is on row %d of 10", i, y)
		}
		if !strings.HasPrefix(ansi.Strip(l.View()[y]), l.st.Glyphs.Gutter) {
			t.Fatalf("step %d: no cursor on row %d:\n%s", i, y, ansi.Strip(strings.Join(l.View(), "\n")))
		}
	}
}

func TestList_CursorStaysOnItsMeeting(t *testing.T) {
	l, tl := fixture(60, 20)
	row, _ := tl.Row("m10") // Kallas in Zhytomyr
	l.SelectRow(row)
	for _, f := range []string{"with:estonia", "kallas", "", "date:2023-04"} {
		l.SetView(tl.View(filter(t, f), model.ByDate, false))
		if got := l.Current().ID; got != "m10" {
			t.Errorf("filter %q: the cursor is on %s", f, got)
		}
	}
	l.SetView(tl.View(model.Filter{}, model.BySources, true))
	if got := l.Current().ID; got != "m10" {
		t.Errorf("another order: the cursor is on %s", got)
	}
}

func TestList_CursorComesBackWhenAFilterThatHidItGoes(t *testing.T) {
	l, tl := fixture(60, 20)
	row, _ := tl.Row("m10")
	l.SelectRow(row)
	l.SetView(tl.View(filter(t, "who:macron"), model.ByDate, false))
	if got := l.Current(); got == nil || got.ID == "m10" {
		t.Fatalf("the filter hid nothing")
	}
	l.SetView(tl.View(filter(t, "who:nobody"), model.ByDate, false))
	if l.Current() != nil {
		t.Fatal("an empty list has a meeting under its cursor")
	}
	l.SetView(tl.View(model.Filter{}, model.ByDate, false))
	if got := l.Current().ID; got != "m10" {
		t.Errorf("the cursor is on %s", got)
	}
}

func TestList_FoldedMonthIsOnePlace(t *testing.T) {
	l, _ := fixture(60, 20)
	l.Select(7) // the first of April 2023
	l.ToggleFold()
	before := l.Current().Date
	l.Move(1)
	if got := l.Current().Date.MonthOf().String(); got != "2023-05" {
		t.Errorf("one down from folded %s is in %s", before, got)
	}
	l.Move(-1)
	if !l.OpenFold() {
		t.Error("one up is not the folded month")
	}
	if got := l.Current().Date; got != before {
		t.Errorf("after opening the cursor is at %s, want %s", got, before)
	}
}

func TestList_RowsNameTheCounterparts(t *testing.T) {
	l, _ := fixture(68, 60)
	screen := ansi.Strip(strings.Join(l.View(), "\n"))
	for _, want := range []string{"Kallas (EE)", "Xi Jinping (CN)", "von der Leyen (EU), Michel (EU)", "Niinistö (FI)", "call", "≠  2"} {
		if !strings.Contains(screen, want) {
			t.Errorf("no %q in\n%s", want, screen)
		}
	}
	if strings.Contains(screen, "Zelenskyy") {
		t.Error("a person who is in every meeting is named in the rows")
	}
}

func TestList_HeadingStaysAtTheTop(t *testing.T) {
	l, tl := fixture(60, 4)
	row, _ := tl.Row("m11") // the last of April 2023
	l.SelectRow(row)
	if top := ansi.Strip(l.View()[0]); !strings.Contains(top, "April 2023") {
		t.Errorf("the top row is %q", top)
	}
}
