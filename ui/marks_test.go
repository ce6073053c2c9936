package ui

import (
	"errors"
	"maps"
	"testing"

	"entente/model"
)

// noter keeps marks as a file would, or fails.
type noter struct {
	of  map[string]model.Mark
	err error
}

func (n *noter) options(o *Options) {
	n.of = map[string]model.Mark{}
	o.Mark = func(_, to map[string]model.Mark) error {
		if n.err != nil {
			return n.err
		}
		maps.Copy(n.of, to)
		return nil
	}
}

func TestFlow_BookmarkReadNoteAndTag(t *testing.T) {
	var n noter
	a := start(t, 120, 40, n.options)
	a.press("b").has("This meeting is bookmarked; u takes it back", "★ Thu 19", "★ bookmarked")
	a.press("j m").has("This meeting is read", "· Fri  3")
	a.press("j a").typed("ask Anna").press("enter").has("✎ Thu  9", "✎ ask Anna")
	a.press("a").has("note ask Anna").press("esc j t").typed("war, to check").press("enter").has("# Mon 20", "# to check  # war")
	want := map[string]model.Mark{
		"m00": {Bookmarked: true}, "m01": {Read: true}, "m02": {Note: "ask Anna"}, "m03": {Tags: []string{"to check", "war"}},
	}
	for id, k := range want {
		if !n.of[id].Equal(k) {
			t.Errorf("%s is kept as %+v, want %+v", id, n.of[id], k)
		}
	}
	a.press("/").typed("tag:war").press("enter").has("1 of 43").press("X /").typed("is:bookmarked,noted").press("enter").has("2 of 43")
	a.press("X /").typed("tag:").has("to check 1", "war 1").press("esc f m").has("unread", "42", "noted").press("esc")
	// Each is undone by itself, the filters between them too, and done again.
	a.press("4 u u g g").hasNot("# Mon 20").has("✎ Thu  9").press("u u u").hasNot("★", "✎ Thu")
	if len(n.of["m03"].Tags) > 0 || n.of["m00"].Bookmarked {
		t.Errorf("kept after undo: %+v", n.of)
	}
	a.press("ctrl+r").has("★ Thu 19")
	if !n.of["m00"].Bookmarked {
		t.Error("redo is not kept")
	}
}

func TestFlow_MarksInBulk(t *testing.T) {
	var n noter
	a := start(t, 80, 24, n.options)
	a.press("j b g g space space space b").has("3 meetings are bookmarked").press("b").has("3 meetings are not bookmarked").press("u")
	for _, id := range []string{"m00", "m01", "m02"} {
		if !n.of[id].Bookmarked {
			t.Errorf("%s is not bookmarked", id)
		}
	}
	// Of several, the line has the tags that all of them have.
	a.press("esc g g t").typed("one, two").press("enter space space t").typed("three").press("enter")
	a.press("t").has("tags for 2 three, ").press("ctrl+u").typed("four").press("enter")
	if got, want := n.of["m00"].Tags, []string{"four", "one", "two"}; !n.of["m00"].Equal(model.Mark{Bookmarked: true, Tags: want}) {
		t.Errorf("tags %q, want %q", got, want)
	}
	// What is shown, and no more, is marked as read.
	a.press("esc /").typed("with:ee").press("enter V m").has("3 meetings are read").press("X M").has("40 of 43").press("u u").press("M").hasNot("40 of 43")
	a.press("X /").typed("is:marked").press("enter").has("3 of 43").press("esc X").has("43 meetings")
}

func TestFlow_OpeningAnArticleReadsItsMeeting(t *testing.T) {
	var n noter
	a := start(t, 80, 24, n.options)
	a.press("M j enter")
	if !n.of["m01"].Read {
		t.Error("m01 was opened and is not read")
	}
	a.press("J b").has("This meeting is bookmarked")
	if !n.of["m02"].Read || !n.of["m02"].Bookmarked {
		t.Error("the next one was opened and bookmarked in the reader")
	}
	a.press("q").at("m02").press("u").has("41 of 43").press("u").has("· Fri  3", "· Thu  9") // the bookmark is undone, then the filter; read is read
	// Over a list of meetings the mark is about the row under its cursor; over other screens about none.
	a.press("g g 1 1 G & j b").has("bookmarked").press("q g i b").has("No meeting stands here")
}

func TestFlow_MarkThatCannotBeKept(t *testing.T) {
	start(t, 80, 24).press("b").has("Marks cannot be kept here")
	n := noter{}
	a := start(t, 80, 24, n.options)
	n.err = errors.New("the disk is full")
	a.press("b").has("The mark could not be kept: the disk is full").hasNot("★")
}

// A key that quits while something is being written waits for it; pressed again it does not.
func TestFlow_QuittingWaitsForWhatIsKept(t *testing.T) {
	var n noter
	a := start(t, 80, 24, n.options)
	_, cmd := a.m.Update(keyMsg("b"))
	a.press("q")
	if a.quitted() {
		t.Fatal("it quits before the mark is kept")
	}
	a.has("Keeping what you noted").drain(cmd)
	if !a.quitted() || !n.of["m00"].Bookmarked {
		t.Error("it does not quit after the mark is kept")
	}
	var c corrections
	d := start(t, 80, 24, c.options)
	_, cmd = d.m.Update(keyMsg("x"))
	if d.press("q"); d.quitted() {
		t.Fatal("it quits before the correction is kept")
	}
	if d.drain(cmd); !d.quitted() {
		t.Error("it does not quit after the correction is kept")
	}
	b := start(t, 80, 24, n.options)
	b.m.Update(keyMsg("b"))
	if b.press("q q"); !b.quitted() {
		t.Error("the second q does not quit")
	}
}
