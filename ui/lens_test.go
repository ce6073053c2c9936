package ui

import (
	"context"
	"errors"
	"os/exec"
	"regexp"
	"strings"
	"testing"

	"entente/model"
)

func TestFlow_PairLens(t *testing.T) {
	a := start(t, 120, 40)
	a.press("1 1 G &").has("Volodymyr Zelenskyy and Kaja Kallas", "3 meetings", "Every 179 days", "the longest gap is 262 days, from 24 April 2023 to 11 January 2024", "2 times in person, 1 call", "+95")
	a.press("j enter").has("report 1 of 2").press("q").has("Kaja Kallas").press("q").at("m10")
	a.press(":").typed("pair nato, germany").press("enter").has("NATO and Germany", "2 meetings")
	a.press(":").typed("pair xyz").press("enter").has("Nobody here is called xyz")
}

func TestFlow_Grid(t *testing.T) {
	a := start(t, 120, 40)
	a.press("g m").has("Who met whom", "Volodymyr Zelenskyy: 39 meetings").press("j").has("Jens Stoltenberg and Volodymyr Zelenskyy: 5 meetings")
	a.press("l l l l").has("Jens Stoltenberg and Joe Biden: 2 meetings").press("enter").has("2 of 43", `who:"Jens Stoltenberg" who:"Joe Biden"`)
	a.press("X g m tab j").has("European Union and Ukraine: 7 meetings").press(", o").has("Who met whom")
}

func TestFlow_ValuesAndArticles(t *testing.T) {
	a := start(t, 120, 40)
	a.press("g c").has("Countries and bodies", "20 Feb 2023 – 9 Jul 2024").press("j j enter").has("with:NATO", "7 of 43")
	a.press("X g l").has("Jens Stoltenberg").press("j enter").has(`who:"Jens Stoltenberg"`)
	a.press("X g p enter").has("in:Kyiv")
	a.press("X g a").has("81 articles were read; 0 report no meeting").press("enter").has("Zelenskyy spoke by telephone with Kaja Kallas").press("q").has("81 articles were read")
}

func TestFlow_Itinerary(t *testing.T) {
	a := start(t, 120, 40)
	a.press("g r").has("Volodymyr Zelenskyy", "stops", "Zaporizhzhia, Ukraine")
	a.press("q :").typed("itinerary stolt").press("enter").has("Jens Stoltenberg", "5 stops")
}

func TestFlow_TwoClocks(t *testing.T) {
	a := start(t, 80, 24)
	a.press("T").has("by report", "+0d").press("T").hasNot("by report")
}

func TestFlow_Compare(t *testing.T) {
	a := start(t, 120, 40)
	a.press("1 1 G c").has("What the reports say", "They disagree on place: Zhytomyr (1) or Kyiv (1)", "Kyiv Independent").press("c").hasNot("What the reports say")
}

func TestFlow_TabsGoThroughTheScreens(t *testing.T) {
	a := start(t, 120, 40)
	a.press("]").has("Countries and bodies  39 meetings").press("]").has("People  39 meetings").press("[ [").has("January 2023").press("[").has("Figures").press("]").has("January 2023")
}

func TestFlow_SavedViews(t *testing.T) {
	var kept []SavedView
	with := func(o *Options) {
		o.Views = func() ([]SavedView, error) { return kept, nil }
		o.SaveView = func(v SavedView) error { kept = append(kept, v); return nil }
	}
	a := start(t, 120, 40, with)
	a.press("'").has("No view is saved yet").press("q /").typed("in:kyiv").press("enter , s S").typed("kyiv first").press("enter").has("Kept as kyiv first")
	b := start(t, 120, 40, with)
	b.press("'").has("Saved views", "kyiv first").press("enter").has("in:kyiv", "by sources", "17 of 43")
}

func TestFlow_PipeToACommand(t *testing.T) {
	a := start(t, 120, 40)
	a.press("/").typed("with:estonia").press("enter |").typed("wc -l").press("enter").has("wc -l", "  3")
	a.press("q |").typed("no-such-command-here").press("enter").has("no-such-command-here")
	a.press("enter |").typed("grep -c Paragraph").press("enter").has("  6")
}

func TestFlow_Edit(t *testing.T) {
	line := 0
	a := start(t, 120, 40, func(o *Options) {
		o.Edit = func(_ *model.Article, n int) (*exec.Cmd, error) {
			line = n
			return nil, errors.New("no file of its own")
		}
	})
	a.press("e").has("No file of its own")
	if line != 3 {
		t.Errorf("the editor was to open line %d, want that of the evidence, 3", line)
	}
}

func TestFlow_TabGoesIntoThePaneAndBack(t *testing.T) {
	a := start(t, 120, 40)
	a.press("tab").has("Prime Minister of Estonia").press("j").has("von der Leyen").press("tab").at("m01")
	b := start(t, 200, 60)
	b.press("tab").has("type to find").typed("stolt").press("space tab").has("5 of 43").hasNot("type to find")
}

func TestFlow_RightToLeftIsASwitch(t *testing.T) {
	a := start(t, 80, 24, func(o *Options) {
		o.Load = func(context.Context, func(Progress)) (Loaded, error) {
			return Loaded{Timeline: laden("שלום")}, nil
		}
	})
	a.has("שלום").press(":").typed("bidi on").press("enter").has("םולש").hasNot("שלום")
	a.sent = nil
	a.press("y y").has("Copied")
	for _, msg := range a.sent {
		if !strings.Contains(stringOf(msg), "שלום") {
			t.Errorf("the copy is not in the order of reading: %v", msg)
		}
	}
}

// Another order, or another filter, leaves the cursor on the two it was on.
func TestGrid_TheCursorStaysOnItsPair(t *testing.T) {
	a := start(t, 120, 40)
	a.press("g m 3 j 2 l").has("Ursula von der Leyen and Charles Michel").press(", o").has("Ursula von der Leyen and Charles Michel").
		press(", o").has("Ursula von der Leyen and Charles Michel")
}

// The way that is asked for is that of whom the filter has chosen.
func TestItinerary_OfWhomTheFilterHasChosen(t *testing.T) {
	a := start(t, 120, 40)
	a.press("g r").has("Volodymyr Zelenskyy  ").press("q /").typed("stoltenberg").press("enter g r").has("Jens Stoltenberg  5 stops")
}

// Columns where there is room, one below the other where there is none.
func TestCompare_OneReportContradictsNobody(t *testing.T) {
	a := start(t, 200, 60)
	a.press("c").has("One article reports it.").hasNot("contradict").press("c j j j c").has("Reuters", "They do not contradict one another", "AP")
	if got := a.screen(); !regexp.MustCompile(`place +Kyiv, Ukraine +Kyiv, Ukraine`).MatchString(got) {
		t.Errorf("the reports stand in no columns:\n%s", got)
	}
	a.size(40, 40)
	if got := a.screen(); regexp.MustCompile(`place +Kyiv, Ukraine +Kyiv, Ukraine`).MatchString(got) {
		t.Errorf("reports stand side by side in 40 cells:\n%s", got)
	}
}
