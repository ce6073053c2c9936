package ui

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"entente/model"
)

func TestFlow_FilterNarrowsWhileTyping(t *testing.T) {
	a := start(t, 80, 24)
	a.press("/").typed("country:eston").has("3 of 43 meetings", "Kaja Kallas").hasNot("Joe Biden")
	a.press("enter").has("with:eston", "(X clears)")
	a.press("esc").has("The filter stays", "3 of 43")
	a.press("X").has("Joe Biden").hasNot("3 of 43")
	a.press("u").has("3 of 43").press("ctrl+r").has("Joe Biden")
}

func TestFlow_EscInTheFilterLineRestores(t *testing.T) {
	a := start(t, 80, 24)
	a.press("j j j j")
	id := a.m.list.l.Current().ID
	a.press("/").typed("macron").has("2 of 43")
	a.press("esc").hasNot("of 43 meetings").at(id)
	a.press("u").has("Nothing is left to undo")
}

func TestFlow_CursorStaysWhenTheFilterChanges(t *testing.T) {
	a := start(t, 80, 24)
	a.press("1 1 G").at("m10")
	a.press("/").typed("with:ee").at("m10").press("enter").at("m10")
	a.press("/").typed("reconstruction").press("enter").at("m10")
	a.press("backspace").at("m10").press("X").at("m10")
	a.press(", n").at("m10").press(", d").at("m10").press(", D").at("m10")
}

func TestFlow_MistakeInTheFilterIsSaidAndTheListStays(t *testing.T) {
	a := start(t, 80, 24)
	a.press("/").typed("cuntry:ee").has("did you mean", "with:?", "Joe Biden")
	a.press("enter").has("did you mean") // the line stays open, to be put right
	a.press("ctrl+u").typed("with:ee").hasNot("did you mean").press("enter").has("3 of 43")
}

func TestFlow_FilterCompletes(t *testing.T) {
	a := start(t, 80, 24)
	a.press("/").typed("who:stol").has("Jens Stoltenberg 5")
	a.press("tab").has(`/who:"Jens Stoltenberg"`, "5 of 43").press("enter").has(`who:"Jens Stoltenberg"`)
	a.press("/").typed("in:k").has("Kyiv 3") // counts go with the rest of the filter
	a.press("esc X /").typed("kyi").has("in:Kyiv 17")
}

func TestFlow_FilterRemembers(t *testing.T) {
	a := start(t, 80, 24)
	a.press("/").typed("macron").press("enter X /").press("up").has("/macron", "2 of 43")
}

func TestFlow_Facets(t *testing.T) {
	a := start(t, 80, 24)
	a.press("f l").has("People", "type to find", "Jens Stoltenberg")
	a.typed("stolt").hasNot("Meloni").press("enter").has(`who:"Jens Stoltenberg"`, "5 of 43")
	a.press("X f c").typed("esto").press("space").has("✓ Estonia").typed("lith").press("space enter").has("with:Estonia,Lithuania", "5 of 43")
	a.press("X f c").typed("ukr").press("! esc").hasNot("with:") // the first Esc clears nothing typed: the tick is taken back
	a.press("f k").press("down").has("Kinds")
	a.press("esc").has("January 2023").hasNot("type to find")
}

func TestFlow_FacetExcludes(t *testing.T) {
	a := start(t, 120, 40)
	a.press("f p").typed("kyiv").press("!").has("✕ Kyiv").hasNot("● Kyiv").press("enter").has("-in:Kyiv")
}

func TestFlow_FacetCountsFollowTheRestOfTheFilter(t *testing.T) {
	a := start(t, 80, 24)
	a.press("/").typed("in:kyiv").press("enter f l").has("Jens Stoltenberg")
	for row := range strings.SplitSeq(a.screen(), "\n") {
		if strings.Contains(row, "Jens Stoltenberg") && !strings.Contains(row, " 3 ") {
			t.Errorf("Stoltenberg was in Kyiv three times: %s", row)
		}
	}
}

func TestFlow_ReaderOpensAndComesBackToTheSameRow(t *testing.T) {
	a := start(t, 80, 24)
	a.press("j j j").at("m03").press("enter").has("report 1 of 4", "Zelenskyy met with Joe Biden", "Reuters")
	a.press("q").at("m03").has("January 2023")
	if a.quitted() {
		t.Fatal("q in the reader ended the program")
	}
	a.press("q")
	if !a.quitted() {
		t.Fatal("q at the top does not end the program")
	}
}

func TestFlow_EscNeverQuits(t *testing.T) {
	a := start(t, 80, 24)
	a.press("enter esc esc esc ? esc esc f c esc esc : esc esc g esc esc")
	if a.quitted() {
		t.Fatal("Esc ended the program")
	}
	a.has("January 2023")
}

func TestFlow_ReaderSearch(t *testing.T) {
	a := start(t, 80, 24)
	a.press("j j j enter /").typed("air defence").has("1/6").press("enter").has("1/6")
	a.press("n").has("2/6").press("N N").has("6/6")
	a.press("&").hasNot("Read also").press("&").press("esc").hasNot("/6").has("Paragraph") // Esc ends the search, not the reader
	a.press("n").has("Find something first")
	a.press("/").typed("zebra").press("enter").has("does not say “zebra”")
}

// What text: has found is marked where one looks for it: a sentence in the preview, every place in the reader.
func TestFlow_TextOfTheFilter(t *testing.T) {
	a := start(t, 120, 40)
	a.hasNot("text Air").press("/").typed(`text:"air def"`).press("enter").has("text Air defence was spoken about")
	a.press("j j j enter").has("6 found").press("n").has("1/6").press("n").has("2/6")
	a.press("&").hasNot("Read also").press("esc").has("6 found").press("/").typed("support").press("enter").hasNot("6 found")
	a.press("esc").has("6 found").press("esc").has(`text:"air def"`)
}

func TestFlow_ReaderGoesThroughReportsAndMeetings(t *testing.T) {
	a := start(t, 80, 24)
	a.press("j j j enter ]").has("report 2 of 4").press("] ]").has("report 4 of 4").press(";").has("report 1 of 4").press("[").has("report 4 of 4")
	a.press("J").has("Guterres").press("K").has("Biden").press("q").at("m03")
}

func TestFlow_ReaderTextWidthAndSource(t *testing.T) {
	a := start(t, 120, 40)
	a.press("enter z =").has("  Zelenskyy – Kallas").press("z =")
	a.press("g s").has("1  Home | World").press("g s").hasNot("1  Home")
	a.press("z f").hasNot("Read also").has("hidden")
}

func TestFlow_Folding(t *testing.T) {
	a := start(t, 80, 24)
	a.press("} } }").at("m07").press("z a").has("▸ April 2023").hasNot("Robert Habeck (DE)")
	a.press("j").at("m12").press("k enter").has("Habeck") // Enter opens the month
	a.press("z M").has("▸ May 2023").press("z R").hasNot("▸")
}

func TestFlow_MovingByMonthDayAndCount(t *testing.T) {
	a := start(t, 80, 24)
	a.press("}").at("m01").press("2 }").at("m07").press("{").at("m04").press(") )").at("m06").press("(").at("m05")
	a.press("G").at("m42").press("g g").at("m00").press("5 j").at("m05").press("1 2 G").at("m11").press("ctrl+d").press("ctrl+u").at("m11")
	a.press("home end").at("m42")
}

func TestFlow_GoToADate(t *testing.T) {
	a := start(t, 80, 24)
	a.press("g d").typed("2024-05").press("enter").at("m31")
	a.press(":").typed("july 2023").press("enter").at("m17")
	a.press(":").typed("2024-02-01").press("enter").at("m28").has("Nothing is in 1 February 2024")
	a.press("g d").typed("sometime").has("is no date").press("esc")
	a.press("g g g d").typed("w17").press("enter").at("m10") // of the year under the cursor
}

func TestFlow_SortOrders(t *testing.T) {
	a := start(t, 80, 24)
	a.press(", s").has("by sources", "3 May 2023")
	if got := a.m.list.l.Current(); got.ID != "m00" {
		t.Errorf("the cursor left its meeting for %s", got.ID)
	}
	a.press("g g").at("m12").press(", D").has("newest first").press("g g").press(", d").hasNot("newest")
	a.press("u").has("newest first")
}

func TestFlow_MenuOfAPrefix(t *testing.T) {
	a := start(t, 80, 24)
	a.press("f").has("countries and bodies", "people", "places").press("esc").hasNot("countries and bodies")
	a.press("g").has("first", "timeline").press("z").has("does nothing here")
}

func TestFlow_HelpIsSearched(t *testing.T) {
	a := start(t, 80, 24)
	a.press("?").has("Moving", "next row").typed("month").has("next month with meetings").hasNot("suspend")
	a.press("esc").has("next row").press("?").typed("") // ? types a question mark here
	a.press("esc").typed("@}").has("next month with meetings", "next heading").hasNot("next row")
	a.press("esc esc").has("January 2023")
}

func TestFlow_CommandLine(t *testing.T) {
	a := start(t, 80, 24)
	a.press(":").typed("them").has("theme").press("tab").typed(" li").press("tab enter").has("The theme is light")
	a.press(":").typed("filter who:kallas").press("enter").has("3 of 43")
	a.press(":").typed("who:macron -kind:summit").press("enter").has("1 of 43")
	a.press(":").typed("hlep").press("enter").has("There is no command hlep", ":help")
	a.press(":").typed("12").press("enter").press(":").typed("clear-filter").press("enter").hasNot("of 43 meetings")
	a.press(":").typed("mouse on").press("enter").has("The mouse scrolls")
	if a.m.View().MouseMode == tea.MouseModeNone {
		t.Error("the mouse is off")
	}
	a.press(":").typed("messages").press("enter").has("Messages", "The mouse scrolls")
	a.press("q :").typed("q").press("enter")
	if !a.quitted() {
		t.Error(":q does not quit")
	}
}

func TestFlow_TakeTheValueUnderTheCursor(t *testing.T) {
	a := start(t, 80, 24)
	a.press("1 0 G *").has(`who:"Jens Stoltenberg"`, "5 of 43").press("*").has("with:NATO").press("u u").hasNot("of 43 meetings")
	a.press("#").has(`-who:"Jens Stoltenberg"`, "38 of 43")
}

func TestFlow_Why(t *testing.T) {
	a := start(t, 120, 40)
	a.press("w").has("Why this is here", "the year 2023 from the day of publication", "What was weighed", "January 2023")
	a.press("w").hasNot("Why this is here")
	a.press("w enter").has("Paragraph", "spoke by telephone").hasNot("Why this is here").press("q")
	a.press("enter w").has("Why this is here").press("q").has("report").press("q").has("January 2023")
}

func TestFlow_EvidenceGoesThroughTheReports(t *testing.T) {
	a := start(t, 200, 60)
	a.press("j j j").has("” Reuters").press(";").has("” Ukrinform").press("; ;").has("” AP").press(";").has("” Reuters")
	a.press(";").press("enter").has("report 2 of 4")
}

func TestFlow_RangeInTheStrips(t *testing.T) {
	a := start(t, 80, 24)
	a.press("} } } v } }").press("enter").has("date:2023-04..2023-06", "10 of 43")
	a.press("u v }").press("esc").press("esc").hasNot("date:")
}

func TestFlow_ZoomOfTheStrips(t *testing.T) {
	a := start(t, 120, 40)
	a.press("+").has("One bar is a week", "week of 16 Jan 2023").press("- -").has("quarter 1 of 2023").press("9 -").has("One bar is a year")
}

func TestFlow_Copy(t *testing.T) {
	a := start(t, 80, 24)
	for _, tt := range []struct{ keys, want string }{
		{"1 1 G y y", "Zelenskyy – Kallas, 24 April 2023, Zhytomyr, Ukraine. “Zelenskyy met with Kaja Kallas”, Kyiv Independent, 24 April 2023, https://news.example/10/0."},
		{"y i", "m10"},
		{"y u", "https://news.example/10/0"},
		{"y q", "at=m10"},
		{"y p", "2023-04/10-0.txt"},
	} {
		a.sent = nil
		a.press(tt.keys).has("Copied")
		if len(a.sent) != 1 || !strings.Contains(strings.TrimSpace(sprint(a.sent[0])), tt.want) {
			t.Errorf("%s copied %v, want %s", tt.keys, a.sent, tt.want)
		}
	}
}

func TestFlow_StateLineReopensTheScreen(t *testing.T) {
	a := start(t, 80, 24)
	a.press("/").typed("in:kyiv").press("enter , s j j")
	id, line := a.m.list.l.Current().ID, a.m.stateLine()
	b := start(t, 80, 24)
	b.press(":").typed(line).press("enter").at(id).has("in:kyiv", "by sources")
	state, ok := model.ParseState(line + " zoom=week")
	c := start(t, 80, 24, func(o *Options) { o.State = state })
	c.at(id).has("in:kyiv", "by sources", "week of")
	if got := c.m.stateLine(); !ok || got != state.String() {
		t.Errorf("opened with %q, the screen says %q", state, got)
	}
}

func TestFlow_ScreensBackAndForward(t *testing.T) {
	a := start(t, 120, 40)
	a.press("g i").has("Figures", "By month", "By person").press("H").has("January 2023").press("L").has("Figures").press("g t").hasNot("Figures")
	a.press("L").has("Figures")
}

func TestFlow_CyrillicLayout(t *testing.T) {
	a := start(t, 80, 24)
	a.press("о о о").at("m03") // j
	a.press("п п").at("m00")   // g g
	a.press("ц").has("Why this is here")
}

func TestFlow_NarrowScreenHasTheCardOnAKey(t *testing.T) {
	a := start(t, 80, 24)
	a.press("p").has("Prime Minister of Estonia").press("j").has("von der Leyen").press("p").has("January 2023")
}

func TestFlow_Marks(t *testing.T) {
	a := start(t, 80, 24)
	a.press("space space").has("2 marked", "✓").press("esc").hasNot("marked   ").press("V").has("43 meetings are marked")
}

func TestFlow_ThemeFollowsTheTerminal(t *testing.T) {
	a := start(t, 80, 24)
	before := a.m.st.Accent
	a.send(tea.BackgroundColorMsg{})
	if a.m.st.Accent == before {
		t.Error("a dark background changed nothing")
	}
}

func TestFlow_PasteGoesIntoTheFilter(t *testing.T) {
	a := start(t, 80, 24)
	a.press("/")
	a.send(tea.PasteMsg{Content: "with:\x1b[2Jestonia\n"})
	a.press("enter").has("3 of 43")
}

// Whoever sees a sign and does not know it can ask the help.
func TestFlow_HelpTellsTheSigns(t *testing.T) {
	a := start(t, 80, 24)
	a.press("?").typed("≠").has("Signs", "the reports contradict one another").hasNot("src>=2")
	a.press("esc").typed("announced").has("○", "planned: announced")
	ascii := start(t, 80, 24, func(o *Options) { o.ASCII = true })
	ascii.press("?").typed("announced").has("o                planned: announced")
}

// What one file had to say is said, and listed once.
func TestFlow_ALoneNoteIsListedOnce(t *testing.T) {
	a := start(t, 80, 24, func(o *Options) {
		load := o.Load
		o.Load = func(ctx context.Context, p func(Progress)) (Loaded, error) {
			l, err := load(ctx, p)
			l.Notes = []string{"a.jpg is no text."}
			return l, err
		}
	})
	a.has("a.jpg is no text.").press(":").typed("messages").press("enter")
	if n := strings.Count(a.screen(), "a.jpg is no text."); n != 1 {
		t.Errorf("it is listed %d times:\n%s", n, a.screen())
	}
}

func TestFlow_EmptyStatesSayWhatToDo(t *testing.T) {
	a := start(t, 80, 24)
	a.press("/").typed("nobody").press("enter").has("No meeting matches nobody", "⌫ drops", "X all of them")
	none := start(t, 80, 24, func(o *Options) {
		o.Load = func(context.Context, func(Progress)) (Loaded, error) {
			return Loaded{Timeline: model.NewTimeline(nil, nil, nil)}, nil
		}
	})
	none.has("There is no article here", "entente FOLDER").press("j k G enter w f l esc * y y ; p v V space . z a").has("There is no article here")
	bad := start(t, 80, 24, func(o *Options) {
		o.Load = func(context.Context, func(Progress)) (Loaded, error) {
			return Loaded{}, errors.New("open nosuchdir: no such file")
		}
	})
	bad.has("could not be read", "nosuchdir")
}

func TestFlow_NotesOfALoadAreSaid(t *testing.T) {
	a := start(t, 80, 24, func(o *Options) {
		load := o.Load
		o.Load = func(ctx context.Context, p func(Progress)) (Loaded, error) {
			l, err := load(ctx, p)
			l.Notes = []string{"a.jpg is no text.", "b.jpg is no text."}
			return l, err
		}
	})
	a.has("2 things were skipped").press(":").typed("messages").press("enter").has("a.jpg is no text.")
}

// A load that a newer one has overtaken must not bring back what it read.
func TestRace_StaleLoadIsDropped(t *testing.T) {
	a := start(t, 80, 24)
	old := loadedMsg{gen: a.m.load.gen, loaded: Loaded{Timeline: model.NewTimeline(nil, nil, nil)}}
	a.press("r")
	a.send(old)
	a.has("43 meetings")
}

func TestRace_LateLayoutAfterTheReaderClosed(t *testing.T) {
	a := start(t, 80, 24)
	_, cmd := a.m.Update(keyMsg("enter"))
	a.press("q")
	a.drain(cmd)
	a.has("January 2023")
}

func TestFlow_UserKeymap(t *testing.T) {
	a := start(t, 80, 24, func(o *Options) {
		o.Keymap = "down = ctrl+j, comma x # mine\nquit =\nnext-month = n\nnosuch = y\nprevious-month = n\n"
		o.KeymapName = "keys.conf"
	})
	a.press("n").at("m01").press(", x").at("m02").press("j").has("does nothing here")
	a.press(":").typed("messages").press("enter").has("keys.conf, line 4: there is no action nosuch", "keys.conf, line 5: n is bound in line 3")
	if a.quitted() {
		t.Error("quit")
	}
	a.press("Q")
	if a.quitted() {
		t.Error("Q quits although it was taken from quit")
	}
}

func TestFlow_LaidOutAnewWhenThePreviewGoes(t *testing.T) {
	a := start(t, 120, 40)
	a.press("p").hasNot("President of Ukraine  ").press("p").has("President of Ukraine").press("\\").has("──────")
	exact(t, a, 120, 40, "stacked")
}

func sprint(v any) string {
	if s, ok := v.(interface{ String() string }); ok {
		return s.String()
	}
	return strings.Trim(strings.ReplaceAll(strings.TrimSpace(stringOf(v)), "\n", " "), "{}")
}

func stringOf(v any) string { return fmt.Sprintf("%v", v) }

func TestFlow_AFilterThatFindsNothingSaysWhatWould(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {120, 40}, {30, 16}} {
		a := start(t, size[0], size[1])
		text := func() string { return strings.Join(strings.Fields(a.screen()), " ") }
		a.press("/").typed("kallas 2024").hasNot("finds").press("enter")
		for _, c := range [][2]string{{"", "kallas date:2024 finds 1"}, {"X / N O T space k i n d : c a l l enter", "-kind:call finds 40"}} {
			a.press(c[0])
			if !strings.Contains(strings.ReplaceAll(text(), " │", ""), c[1]) {
				t.Errorf("%v: no %q in\n%s", size, c[1], a.screen())
			}
		}
	}
}

func TestFlow_EveryKindOfFileIsOffered(t *testing.T) {
	a := start(t, 80, 24, func(o *Options) {
		o.Export = func(x Export) (string, error) { return x.File, nil }
		for _, k := range [][2]string{{"jsonl", "jsonl"}, {"csv", "csv"}, {"ics", "ics"}, {"markdown", "md"}, {"html", "html"}, {"timelinejs", "json"}, {"graphml", "graphml"}} {
			o.FileKinds = append(o.FileKinds, FileKind{Name: k[0], Ext: k[1]})
		}
	})
	a.press("W").has(".jsonl   .csv   .ics   .md markdown   .html   .json timelinejs   .graphml").press("tab tab").has("to meetings.csv")
	start(t, 30, 8, func(o *Options) { o.Export, o.FileKinds = a.m.opts.Export, a.m.opts.FileKinds }).press("W").has(".jsonl", "…")
}
