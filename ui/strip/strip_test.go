package strip

import (
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"entente/model"
	"entente/ui/theme"
	"entente/ui/uitest"
)

// The series is counted by searching; here it is counted one by one.
func TestNewSeries_CountsEveryMeetingOnce(t *testing.T) {
	for name, tl := range map[string]*model.Timeline{"fixture": uitest.Timeline(), "large": uitest.Large(150)} {
		v := tl.View(model.Filter{}, model.ByDate, false)
		first, last := tl.Span()
		for _, u := range []Unit{Year, Quarter, Month, Week, Day} {
			s := NewSeries(v, first, last, u)
			want := make([]int, len(s.Meetings))
			for i := range v.Len() {
				d := v.At(i).Date
				if d.Precision() < u.fine() {
					continue
				}
				for k := range want {
					from, to := s.Range(k, k)
					if model.Compare(d.First(), from) >= 0 && model.Compare(d.First(), to) <= 0 {
						want[k]++
					}
				}
			}
			if !slices.Equal(s.Meetings, want) {
				t.Errorf("%s by %s:\n got %v\nwant %v", name, u, s.Meetings, want)
			}
		}
	}
}

func TestUnit_IndexAndStartAgree(t *testing.T) {
	for _, u := range []Unit{Year, Quarter, Month, Week, Day} {
		first := u.Start(model.NewDate(2022, 11, 17))
		for day := model.NewDate(2022, 1, 1); day.Year < 2025; day = day.AddDays(1) {
			start := u.Start(day)
			i := u.Index(first, day)
			if got := u.add(first, i); got != start {
				t.Fatalf("%s: bucket %d of %s begins on %s, want %s", u, i, day, got, start)
			}
		}
	}
}

func TestView_EverySizeIsExact(t *testing.T) {
	tl := uitest.Timeline()
	v := tl.View(model.Filter{}, model.ByDate, false)
	first, last := tl.Span()
	for _, ascii := range []bool{false, true} {
		st := theme.New(theme.Options{ASCII: ascii})
		for _, u := range []Unit{Year, Month, Week, Day} {
			s := NewSeries(v, first, last, u)
			for w := 0; w < 250; w += 1 + w/20 {
				for _, row := range s.View(st, w, model.NewDate(2023, 4, 24), Selection{-1, -1}) {
					if ansi.StringWidth(row) != w {
						t.Fatalf("%s in %d cells: %d: %q", u, w, ansi.StringWidth(row), ansi.Strip(row))
					}
				}
			}
		}
	}
}

func TestView_TellsSilenceFromNothingRead(t *testing.T) {
	tl := uitest.Timeline()
	f, _ := model.ParseFilter("who:kallas")
	first, last := tl.Span()
	s := NewSeries(tl.View(f, model.ByDate, false), first, last, Week)
	s.CountArticles(tl)
	st := theme.New(theme.Options{})
	row := ansi.Strip(s.View(st, 200, model.Date{}, Selection{-1, -1})[0])
	if !strings.Contains(row, st.Glyphs.Bars[0]) || !strings.Contains(row, st.Glyphs.Void) {
		t.Errorf("one sign for both: %s", row)
	}
}

func TestView_Draws(t *testing.T) {
	tl := uitest.Timeline()
	first, last := tl.Span()
	s := NewSeries(tl.View(model.Filter{}, model.ByDate, false), first, last, Month)
	s.CountArticles(tl)
	got := s.View(theme.New(theme.Options{}), 100, model.NewDate(2023, 4, 24), Selection{-1, -1})
	t.Log("\n" + ansi.Strip(strings.Join(got, "\n")))
	if !strings.Contains(ansi.Strip(got[0]), "5  April 2023") {
		t.Error("the figures of the month under the cursor are missing")
	}
}

// The place of the cursor is seen without colour, also where a year is written.
func TestView_TheCaretAndTheYearStandBesideOneAnother(t *testing.T) {
	v := uitest.Timeline().View(model.Filter{}, model.ByDate, false)
	st := theme.New(theme.Options{NoColor: true})
	for _, c := range []struct {
		u     Unit
		width int
		at    model.Date
		want  string
	}{
		{Month, 120, model.NewDate(2023, 1, 5), "─▲2023──"},
		{Month, 80, model.NewDate(2023, 1, 5), " ▲2023──"},
		{Month, 80, model.NewDate(2023, 3, 5), " ──▲2023──"},
		{Month, 80, model.NewDate(2023, 9, 5), " 2023────▲"},
		{Month, 80, model.NewDate(2024, 2, 5), "─▲2024──"},
		{Quarter, 54, model.NewDate(2023, 5, 5), " \x1b[7m2023\x1b[m"}, // no room beside it: the year itself is the caret
	} {
		s := NewSeries(v, model.NewDate(2023, 1, 1), model.NewDate(2024, 12, 31), c.u)
		got := s.View(st, c.width, c.at, Selection{From: -1, To: -1})[2]
		if !strings.Contains(c.want, "\x1b") {
			got = ansi.Strip(got)
		}
		if !strings.Contains(got, c.want) {
			t.Errorf("%s in %d cells on %s: %q", c.u, c.width, c.at, got)
		}
	}
}
