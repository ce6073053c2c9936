package ui

import (
	"context"
	"errors"
	"slices"
	"testing"

	"entente/model"
	"entente/ui/uitest"
)

// corrections is a keeper of corrections that knows only rejecting; of the others it remembers what it was told.
type corrections struct{ kept []Change }

func (c *corrections) now() Loaded {
	all := fixture()
	var out []*model.Meeting
	for i := range all.Len() {
		mt := all.At(int32(i))
		if !slices.ContainsFunc(c.kept, func(x Change) bool {
			return x.Kind == ChangeReject && slices.ContainsFunc(x.Meetings, func(m *model.Meeting) bool { return m.ID == mt.ID })
		}) {
			out = append(out, mt)
		}
	}
	return Loaded{Timeline: model.NewTimeline(out, all.Articles(), uitest.Names{})}
}

func (c *corrections) options(o *Options) {
	o.Correct = func(_ context.Context, x Change) (Loaded, error) {
		c.kept = append(c.kept, x)
		return c.now(), nil
	}
	o.Uncorrect = func(context.Context) (Loaded, error) {
		c.kept = c.kept[:len(c.kept)-1]
		return c.now(), nil
	}
}

func TestFlow_RejectAndUndo(t *testing.T) {
	var c corrections
	a := start(t, 80, 24, c.options)
	a.press("4 j x").has("Rejected 1 meeting; u takes it back", "42 meetings").at("m05")
	a.press("/").typed("kallas").press("enter").has("3 of 42").press("u").has("42 meetings")
	a.press("u").has("The last change of the corrections is undone", "43 meetings").press("ctrl+r").has("is not made again by redo", "43 meetings")
	a.press("g g space space x").has("Rejected 2 meetings", "41 meetings")
}

func TestFlow_SameAliasAndFields(t *testing.T) {
	var c corrections
	a := start(t, 80, 24, c.options)
	a.press("=").has("Mark the others first").press("space =").has("2 meetings are one now")
	a.press("1 1 G A").has("Kaja Kallas is ").typed("macr").press("tab enter").has("Kaja Kallas is Emmanuel Macron now")
	a.press(":").typed("correct date 2024-05").press("enter").has("The date is 2024-05 now")
	a.press(":").typed("correct kind banquet").press("enter").has("is none of meeting, call, summit")
	a.press(":").typed("correct colour red").press("enter").has("Say what is right", "place, kind or status")
	want := []ChangeKind{ChangeSame, ChangeAlias, ChangeDate}
	for i, k := range want {
		if i >= len(c.kept) || c.kept[i].Kind != k {
			t.Fatalf("kept %+v, want kinds %v", c.kept, want)
		}
	}
	if c.kept[1].From != "Kaja Kallas" || c.kept[1].To != "Emmanuel Macron" || len(c.kept[0].Meetings) != 2 {
		t.Errorf("kept %+v", c.kept)
	}
}

func TestFlow_CorrectionThatCannotBeKept(t *testing.T) {
	a := start(t, 80, 24)
	a.press("x").has("Corrections cannot be kept here")
	b := start(t, 80, 24, func(o *Options) {
		o.Correct = func(context.Context, Change) (Loaded, error) { return Loaded{}, errors.New("the disk is full") }
	})
	b.press("x").has("could not be kept: the disk is full", "43 meetings").press("u").has("Nothing is left to undo")
}

// amended is the fixture with one corrected date.
func amended(o *Options) {
	o.Load = func(context.Context, func(Progress)) (Loaded, error) {
		all, articles := fixture().All()
		all = slices.Clone(all)
		for i, mt := range all {
			if mt.ID == "m10" {
				copied := *mt // the fixture is every test's
				all[i] = &copied
				copied.Amended = []model.Amendment{{Field: "date", Was: "2023-04-23", Now: "2023-04-24", File: "/home/anna/entente.corrections", Line: 3, Comment: "Anna: the dateline is right"}}
			}
		}
		return Loaded{Timeline: model.NewTimeline(all, articles, uitest.Names{})}, nil
	}
}

func TestFlow_CorrectedShowsAsCorrected(t *testing.T) {
	a := start(t, 120, 40, amended)
	a.press("/").typed("zhytomyr").press("enter").has("†≠", "† corrected: date · “", "† date: 2023-04-23 → 2023-04-24")
	a.press("w").has("† Corrected", "2023-04-23 → 2023-04-24", "entente.corrections:3: Anna: the dateline", "What the article says", "; corrected")
	b := start(t, 80, 24, amended, func(o *Options) { o.ASCII = true })
	b.press("/").typed("zhytomyr").press("enter").has("%!").press("w").has("2023-04-23 > 2023-04-24", "entente.corrections:3: Anna: the dateline is right")
	start(t, 30, 8, amended).press("/").typed("zhytomyr").press("enter").has("†≠")
}

// A correction of an earlier day is found from the meeting that it changed, taken back, and had again.
func TestFlow_TakesBackWhatWasCorrectedEarlier(t *testing.T) {
	line := Kept{Says: "date = 2023-04-24", Of: "m10", Comment: "Anna: the dateline", Where: "entente.corrections:3", File: "/home/anna/entente.corrections", Line: 3}
	lost := Kept{Says: "reject", Of: "m-gone", Where: "entente.corrections:4", Fault: "finds no meeting", Line: 4}
	kept := []Kept{lost, line}
	shown := func(o *Options) func() (Loaded, error) {
		amended(o)
		load := o.Load
		return func() (Loaded, error) {
			l, err := load(context.Background(), nil)
			l.Corrections = slices.Clone(kept)
			return l, err
		}
	}
	for _, size := range [][2]int{{80, 24}, {120, 40}, {30, 8}} {
		kept = []Kept{lost, line}
		a := start(t, size[0], size[1], func(o *Options) {
			now := shown(o)
			o.Load = func(context.Context, func(Progress)) (Loaded, error) { return now() }
			o.Remove = func(_ context.Context, all []Kept) (Loaded, error) {
				kept = slices.DeleteFunc(kept, func(k Kept) bool { return slices.Contains(all, k) })
				return now()
			}
			o.Uncorrect = func(context.Context) (Loaded, error) {
				kept = append(kept, line)
				return now()
			}
		})
		a.press("/").typed("zhytomyr").press("enter g x").has("Corrections", "▌ date = 2023-04-24").press("x").has("Taken back: date").press("g g").has("▌ ! reject").hasNot("date =")
		if len(kept) != 1 {
			t.Errorf("%v: kept %v", size, kept)
		}
		a.press("u").press("g g").has("▌ ! reject", "date =")
		a.press("q").has("zhyto")
		if size[0] > 30 {
			a.press("w").has("gx lists the corrections").press("g x G").has("date = 2023-04-24", "finds no meeting", "1 without effect")
		}
	}
	start(t, 80, 24).press("g x").has("Nothing is corrected here")
}
