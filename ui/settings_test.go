package ui

import (
	"context"
	"errors"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"entente/model"
)

// linked is a timeline of one meeting, whose article has a link in its text and rests on two pages.
func linked() *model.Timeline {
	a := &model.Article{
		ID: "a.md", Path: "a.md", Title: "A visit", Markdown: true, URL: "https://here.example/",
		Text:    "They met, as [the office](https://office.example/a) says.\n\n" + strings.Repeat("A line that says nothing.\n\n", 40),
		Sources: []model.SourceRef{{Outlet: "Nova", URL: "https://nova.example/b"}, {Outlet: "Bad", URL: "javascript:x"}, {Outlet: "Sud", URL: "https://sud.example/c"}},
	}
	a.Zones = []model.Zone{{Span: model.Span{End: len(a.Text)}, Kind: model.ZoneBody}}
	r := &model.Report{Article: a, Primary: true, Date: model.NewDate(2024, 5, 14), People: []model.Participant{{Name: "Kaja Kallas", Party: "EE"}}}
	a.Reports = []*model.Report{r}
	m := &model.Meeting{ID: "m-1", Date: r.Date, People: r.People, Parties: []model.Party{"EE"}, Reports: []*model.Report{r}, Sources: 1}
	return model.NewTimeline([]*model.Meeting{m}, []*model.Article{a}, nil)
}

func TestFlow_LinksByKey(t *testing.T) {
	var opened []string
	a := start(t, 80, 24, func(o *Options) {
		o.Load = func(context.Context, func(Progress)) (Loaded, error) { return Loaded{Timeline: linked()}, nil }
		o.Open = func(u string) error { opened = append(opened, u); return nil }
	})
	a.press("enter enter").has("Choose a link first, with Tab")
	a.press("tab").has("⏎ opens https://office.example/a").press("enter").has("Opened https://office.example/a")
	a.press("tab").has("⏎ opens https://nova.example/b", "This article rests on").press("tab").has("https://sud.example/c").press("tab").has("office.example/a")
	a.press("shift+tab shift+tab enter").has("Opened https://nova.example/b")
	a.press("esc").has("This article rests on").press("esc").has("May 2024")
	if strings.Join(opened, " ") != "https://office.example/a https://nova.example/b" {
		t.Errorf("opened %q", opened)
	}
	// The outlets that an article rests on are found, counted and completed like its own.
	a.press("/").typed("src:no").has("Nova 1").press("tab enter").has("1 of 1").press("X f s").has("Nova", "Sud")
	b := start(t, 80, 24)
	b.press("j j j enter tab").has("There is no link on this page")
}

func TestFlow_Settings(t *testing.T) {
	a := start(t, 200, 60)
	a.has("Countries and bodies", "articles  ", "President of Ukraine")
	a.press(":").typed("set column off").press("enter").hasNot("Countries and bodies")
	a.press(":").typed("set strips off").press("enter").hasNot(" articles  ▂")
	a.press(":").typed("set preview off").press("enter").hasNot("President of Ukraine  ")
	a.press(":").typed("strips").press("enter").has(" articles  ▂")
	a.press(":").typed("set theme=light").press("enter").has("The theme is light")
	a.press(":").typed("set colour red").press("enter").has("There is no setting colour; there are theme")
	a.press(":").typed("set th").press("tab").typed(" da").press("tab enter").has("The theme is dark")
	a.press(":").typed("mouse ").has("on   off").press("esc")
}

func TestFlow_ViewByName(t *testing.T) {
	a := start(t, 80, 24, func(o *Options) {
		o.Views = func() ([]SavedView, error) {
			return []SavedView{{"Estonia", "with:ee"}, {"Estonia in 2024", "with:ee date:2024"}, {"war", "macron"}}, nil
		}
	})
	a.press(":").typed("view Estonia").press("enter").has("3 of 43").press("X :").typed("view wa").press("enter").has("2 of 43")
	a.press(":").typed("view est").press("enter").has("There is no view est; ' lists them")
}

func TestFlow_HeaderFollowsTheFilter(t *testing.T) {
	a := start(t, 120, 40)
	a.has("43 meetings · 19 Jan 2023 – 19 Dec 2024 · 81 articles")
	a.press("/").typed("with:ee").press("enter").has("3 of 43 meetings · 19 Jan 2023 – 11 Jan 2024 · 5 of 81 articles")
	a.press("X /").typed("nobody at all").press("enter").has("0 of 43 meetings · 0 of 81 articles")
}

// The text goes to the terminal in any case, and to the system's clipboard where there is one.
func TestFlow_CopySaysHow(t *testing.T) {
	for _, c := range []struct {
		err  error
		want string
	}{{nil, "Copied the meeting's ID (clipboard, OSC 52): m00"}, {errors.New("no display"), "Copied the meeting's ID (OSC 52): m00"}} {
		got := ""
		a := start(t, 120, 24, func(o *Options) { o.Clipboard = func(s string) error { got = s; return c.err } })
		a.press("y i").has(c.want)
		if got != "m00" || len(a.sent) == 0 || a.sent[len(a.sent)-1] != tea.SetClipboard("m00")() {
			t.Errorf("copied %q and sent %v", got, a.sent)
		}
	}
}

func TestFlow_PanesForwardAndBack(t *testing.T) {
	a := start(t, 200, 60)
	a.press("tab").has("type to find").press("esc shift+tab j").at("m01").press("tab").hasNot("type to find")
}
