package ui

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"entente/model"
	"entente/ui/uitest"
)

// piles are timelines to load, one after another; the last stays.
type piles struct{ all [][]*model.Meeting }

func (p *piles) options(o *Options) {
	o.Load = func(context.Context, func(Progress)) (Loaded, error) {
		t := model.NewTimeline(p.all[0], fixture().Articles(), uitest.Names{})
		p.all = p.all[min(1, len(p.all)-1):]
		return Loaded{Timeline: t}, nil
	}
}

// without is the fixture's meetings but for some; with changes one of them.
func without(ids ...string) []*model.Meeting {
	var out []*model.Meeting
	for i := range fixture().Len() {
		mt := fixture().At(int32(i))
		if !strings.Contains(" "+strings.Join(ids, " ")+" ", " "+mt.ID+" ") {
			out = append(out, mt)
		}
	}
	return out
}

// TestLive_KeepsCursorFilterAndScroll is what a reader wants of files that
// change while they are looked at: nothing moves but what has changed.
func TestLive_KeepsCursorFilterAndScroll(t *testing.T) {
	cut := without("m03", "m20")
	p := piles{[][]*model.Meeting{cut, without(), cut}}
	a := start(t, 80, 24, p.options)
	a.press("1 3 j").at("m14")
	row := a.m.list.l.CursorRow()
	a.send(filesChangedMsg{})
	a.has("The files have changed: 2 new meetings.", "43 meetings").at("m14")
	if got := a.m.list.l.CursorRow(); got != row {
		t.Errorf("the cursor is in row %d now, it was in %d", got, row)
	}
	if a.m.fresh["m03"] != model.NewsNew || a.m.fresh["m20"] != model.NewsNew || len(a.m.fresh) != 2 {
		t.Errorf("marked %v", a.m.fresh)
	}
	a.press("G g g").has("+ Mon 20")
	a.press("1 4 j").at("m14").press("/").typed("in:kyiv").press("enter")
	filtered := a.m.view.Len()
	a.send(filesChangedMsg{})
	a.has("in:kyiv", "2 gone")
	if got := a.m.view.Len(); got != filtered-1 || len(a.m.fresh) != 0 {
		t.Errorf("%d of %d are shown, marked %v", got, filtered, a.m.fresh)
	}
}

func TestLive_ARevisedMeetingKeepsTheCursor(t *testing.T) {
	was := fixture().At(5)
	now := *was
	now.ID, now.Date = "m99", model.NewDate(2023, 3, 9) // another day is another ID
	p := piles{[][]*model.Meeting{without(), append(without(was.ID), &now)}}
	a := start(t, 80, 24, p.options)
	a.press("5 j").at(was.ID).press("enter")
	a.send(filesChangedMsg{})
	a.has("1 revised", "9 March 2023")
	a.press("q").at("m99").has("~ Thu  9")
	a.press("esc").has("What is new is not marked any more").hasNot("~ Thu")
}

// TestLive_ChangesDuringALoad come after it, and are not lost.
func TestLive_ChangesDuringALoad(t *testing.T) {
	p := piles{[][]*model.Meeting{without("m03"), without()}}
	a := start(t, 80, 24, p.options)
	a.m.load.busy = true
	a.send(filesChangedMsg{})
	a.has("42 meetings")
	a.send(loadedMsg{gen: a.m.load.gen, loaded: Loaded{Timeline: a.m.tl}})
	a.has("43 meetings")
}

func TestLive_NoWatch(t *testing.T) {
	a := start(t, 80, 24)
	a.send(filesChangedMsg{errors.New("too many open files")})
	a.has("Changes of the files are not seen here (too many open files); r reads again.")
}

// TestLive_Unreadable: what is gone because it cannot be read any more is not told as if it were deleted.
func TestLive_Unreadable(t *testing.T) {
	a := start(t, 100, 24)
	a.m.startLoad(whyStart)
	a.send(loadedMsg{gen: a.m.load.gen, loaded: Loaded{Timeline: model.NewTimeline(without(), nil, uitest.Names{}), Notes: []string{"pile/two could not be read: permission denied"}, Failed: 1}})
	a.has("Read again: nothing else in", "1 could not be read; :messages tells why.")
}

// TestLive_Anew: r reads what has changed, R reads everything.
func TestLive_Anew(t *testing.T) {
	var asked []string
	a := &app{t: t, m: newRoot(t.Context(), Options{
		Load: func(context.Context, func(Progress)) (Loaded, error) {
			asked = append(asked, "load")
			return Loaded{Timeline: fixture()}, nil
		},
		Anew: func() { asked = append(asked, "anew") },
	})}
	a.size(80, 24)
	a.press("r").press("R")
	if got := strings.Join(asked, " "); got != "load anew load" {
		t.Errorf("asked to %q", got)
	}
}

// TestLoading_GrowsAndStops: what was read so far is there to work with, and Esc keeps it.
func TestLoading_GrowsAndStops(t *testing.T) {
	begun := make(chan func(Progress))
	a := &app{t: t, m: newRoot(t.Context(), Options{Load: func(ctx context.Context, progress func(Progress)) (Loaded, error) {
		begun <- progress
		<-ctx.Done()
		return Loaded{Timeline: model.NewTimeline(without()[:9], fixture().Articles()[:9], uitest.Names{})}, ctx.Err()
	}})}
	a.size(120, 24)
	both, _ := a.m.startLoad(whyStart)().(tea.BatchMsg) // the load, and waiting for what it reports
	answer := make(chan tea.Msg)
	go func() { answer <- both[0]() }()
	progress := <-begun
	gen := a.m.load.gen
	progress(Progress{Files: 1}) // told from another goroutine; nobody waits for the screen
	progress(Progress{Files: 2})
	a.m.Update(progressMsg{gen, Progress{Files: 3, Total: 12, Articles: 5, Share: 0.25, Rate: 12.5e6, Left: 8 * time.Second}})
	a.has("reading 25 %, 12.5 MB/s, 8s left: file 3 of 12, 5", "articles so far", "Esc stops it")
	a.has("████")
	for w := 0; w <= 250; w += 1 + w/9 {
		for h := range 40 {
			a.size(w, h)
			exact(t, a, w, h, "loading")
		}
	}
	a.size(120, 24)
	part := model.NewTimeline(without()[:5], fixture().Articles()[:5], uitest.Names{})
	a.m.Update(progressMsg{gen, Progress{Files: 3, Total: 12, Articles: 5, Preparing: "getting ready to read PDF"}})
	a.has("getting ready to read PDF: file 3 of 12")
	a.m.Update(progressMsg{gen, Progress{Files: 4, Total: 12, Share: 0.3, Timeline: part}})
	a.has("5 meetings", "reading 30 %")
	less := model.NewTimeline(without()[:2], fixture().Articles()[:2], uitest.Names{})
	a.m.Update(progressMsg{gen, Progress{Timeline: less}})
	a.has("5 meetings")
	a.press("2 j").at("m02").press("esc").has("Stopping")
	a.send(<-answer)
	a.has("9 meetings", "Stopped after 9 articles; r reads on from there.").at("m02")
}
