package ui

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	"entente/model"
)

// newsFrom tells that m00 is new, m03 was planned, and one more has gone.
func newsFrom(known bool, remembered *int) func(*Options) {
	return func(o *Options) {
		tl := fixture()
		was := *tl.At(3)
		was.Status = model.StatusPlanned
		gone := &model.Meeting{ID: "gone", Date: model.NewDate(2023, 5, 5), People: tl.At(1).People, Parties: tl.At(1).Parties}
		all := []model.Change{
			{News: model.NewsNew, Now: tl.At(0)},
			{News: model.NewsRevised, Was: &was, Now: tl.At(3), Fields: []model.FieldChange{{Field: "status", Was: "planned", Now: "held"}}},
			{News: model.NewsWithdrawn, Was: gone},
		}
		o.Since = func(_ context.Context, p Point) (News, error) {
			switch {
			case p.Told:
				return News{Changes: all[1:], Known: known}, nil
			case p.Day.IsZero():
				return News{Changes: all, Known: known}, nil
			case p.Day.Year == 2024:
				return News{Changes: all[:1], Known: true, Undated: 3}, nil
			}
			return News{}, errors.New("the archive is locked")
		}
		o.Remember = func(context.Context) error {
			*remembered++
			return nil
		}
	}
}

func TestFlow_NewsSinceTheLastLook(t *testing.T) {
	n := 0
	a := start(t, 120, 40, newsFrom(true, &n))
	a.has("Since you looked last: 1 new meeting, 1 revised, 1 gone; gn tells.")
	a.press("g n").has("Since you looked last", "+ 19 Jan 2023", "~ 20 Feb 2023", "status planned → held", "-  5 May 2023")
	a.press("enter").has("Kaja Kallas").press("q j j enter").has("told of no more")
	a.press("q g n").has("~ 20 Feb 2023") // it stays for the session, and is remembered once
	if n != 1 {
		t.Errorf("remembered %d times", n)
	}
	a.press("q /").typed("biden").press("enter g n").has("1 revised, of 3 changes without the filter").hasNot("+ 19 Jan")
	a.press("q X :").typed("since 2024").press("enter").has("Since 2024", "1 new meeting", "3 articles that tell no day of publication count as old.")
	a.press("q :").typed("since to").press("tab enter").has("Since ‘entente since last’ told", "1 revised, 1 gone")
	a.press("q :").typed("since 2022").press("enter").has("cannot be told: the archive is locked")
	a.press(":").typed("since someday").press("enter").has("is no date")
}

func TestFlow_NothingIsRememberedYet(t *testing.T) {
	n := 0
	a := start(t, 120, 40, newsFrom(false, &n))
	a.press("g n").has("From now on gn tells what is new beside these 43 meetings.")
	if n != 1 {
		t.Errorf("remembered %d times", n)
	}
	a.press(":").typed("since told").press("enter").has("has told nothing of this collection yet")
	start(t, 80, 24).press("g n").has("Nothing is remembered here")
}

func TestFlow_Audit(t *testing.T) {
	var c corrections
	a := start(t, 120, 40, c.options)
	a.press(":").typed("audit 4").press("enter").has("4 drawn from 43 meetings", "Is this right?", "1/4")
	a.press("y n").has("3/4").press("u y ?").has("4/4").press("n").has("2 of 3 right, 67 %; 95 % interval 21–94 %. 1 is unsure and not counted.")
	a.press("enter").has("The verdicts are kept")
	if len(c.kept) != 1 || c.kept[0].Kind != ChangeVerdicts || len(c.kept[0].Meetings) != 1 || len(c.kept[0].Right) != 2 {
		t.Fatalf("kept %+v", c.kept)
	}
	a.press("u").has("The last change of the corrections is undone").press("q")
	a.press(":").typed("audit 99").press("enter").has("43 drawn").press("enter q").has("1/43").press("q")
	a.press(":").typed("audit none").press("enter").has("Say how many")
	// The same filter gives the same sample in another session, and another one when it is asked for again.
	sample := func(times int) (ids string) {
		b := start(t, 80, 24)
		for range times {
			b.press(":").typed("audit 5").press("enter")
		}
		for _, mt := range b.m.top().(*audit).sample {
			ids += mt.ID + " "
		}
		return ids
	}
	if one := sample(1); one != sample(1) || one == sample(2) {
		t.Errorf("samples %s, %s and %s", one, sample(1), sample(2))
	}
}

func TestFlow_WriteAndJSON(t *testing.T) {
	var got Export
	a := start(t, 120, 40, func(o *Options) {
		o.FileKinds = []FileKind{{"csv", "csv", "a table", true}, {"markdown", "md", "a chronology", true}, {"ics", "ics", "a calendar", false}}
		o.Paths = func(typed string) []string {
			return slices.DeleteFunc([]string{"out/chapters/", "out/cold.csv"}, func(p string) bool { return !strings.HasPrefix(p, typed) })
		}
		o.Export = func(x Export) (string, error) {
			if x.File == "there.csv" && !x.Replace {
				return "", errors.New("there is a file there.csv already")
			}
			got = x
			return x.File, nil
		}
		o.JSON = func(m *model.Meeting) (string, error) { return `{"id":"` + m.ID + `"}`, nil }
	})
	a.press("/").typed("with:ee").press("enter W").has("write 3 meetings to", ".csv").press("tab enter").has("Wrote 3 meetings to meetings.csv.")
	if len(got.Meetings) != 3 || got.Filter != "with:ee" {
		t.Errorf("wrote %+v", got)
	}
	a.press("X g g space , n :").typed("w there.csv").press("enter").has("There is a file there.csv already")
	a.press("W").typed("there.csv!").press("enter").has("Wrote 1 meeting to there.csv")
	if len(got.Meetings) != 1 || got.Meetings[0].ID != "m00" {
		t.Errorf("wrote %+v", got)
	}
	a.press("W").typed("out/c").has("out/chapters/", ".csv", "out/cold.csv is there").press("tab tab").has("to out/c.csv")
	a.typed(" ").has("with notes bookmarks, tags and notes go out").press("tab enter").has("Wrote 1 meeting with notes to out/c.csv")
	if got.Marks == nil {
		t.Error("the notes stay at home")
	}
	a.press("W").typed("out/c.ics ").hasNot("with notes").press("esc :").typed("export out/cold.csv!").press("enter").has("Wrote 1 meeting to out/cold.csv")
	if got.Marks != nil {
		t.Error("notes go out unasked")
	}
	a.press(":").typed("export out/ch").press("tab").has(":export out/chapters/").press("esc")
	a.press("esc , d g g y j").has(`Copied the meeting as JSON (OSC 52): {"id":"m00"}`)
	start(t, 80, 24).press("W").has("Nothing can be written here").press("y j").has("There is nothing to copy")
}

// A screen without anything on it is one all the same: q goes back and does not quit.
func TestFlow_QLeavesAnEmptyScreen(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {120, 40}, {30, 8}} {
		a := start(t, size[0], size[1], func(o *Options) {
			o.Since = func(context.Context, Point) (News, error) { return News{}, nil }
			o.Views = func() ([]SavedView, error) { return nil, nil }
		})
		before := a.screen()
		for keys, says := range map[string]string{"g n": "From now on", ": s i n c e space t o l d enter": "told", "g x": "Nothing is corrected", "g v": "No view"} {
			a.press(keys).has(says).press("q").same(before)
			if a.m.quitting {
				t.Fatalf("%v: q quits after %s", size, keys)
			}
		}
	}
}
