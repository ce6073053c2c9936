package ui

import (
	"context"
	"strings"
	"testing"

	"entente/model"
	"entente/ui/uitest"
)

func TestFlow_LinksOfTheArticle(t *testing.T) {
	var opened string
	a := start(t, 120, 40, func(o *Options) { o.Open = func(u string) error { opened = u; return nil } })
	a.press("1 1 G enter F").has("Links", "https://news.example/10/0").press("enter").has("Opened https://news.example/10/0")
	if opened != "https://news.example/10/0" {
		t.Errorf("opened %q", opened)
	}
	opened = ""
	a.press("q o")
	if opened == "" {
		t.Error("o opens nothing")
	}
}

// linkedPages is a timeline of one meeting, whose article links to two others that
// were read and to a page that was not.
func linkedPages(o *Options) {
	first := &model.Article{
		ID: "a.md", Title: "Kallas in Kyiv", URL: "https://a.example/1", Markdown: true,
		Text: "Kallas met Zelenskyy. See [the background](http://www.b.example/2/#top), [the list](https://c.example/3) and [more](https://d.example/4).\n\n" +
			"# Shells\n\nA million of them.\n\n" + strings.Repeat("A paragraph.\n\n", 8) + "# Rebuilding\n\nOne region.\n\n" + strings.Repeat("A paragraph.\n\n", 8),
	}
	second := &model.Article{ID: "b.md", Title: "What Estonia gave", URL: "https://b.example/2", Text: "Guns and a hospital.\n"}
	mt := &model.Meeting{
		ID: "m1", People: []model.Participant{{Name: "Volodymyr Zelenskyy", Party: "UA"}, {Name: "Kaja Kallas", Party: "EE"}}, Parties: []model.Party{"UA", "EE"},
		Reports: []*model.Report{{Article: first}},
	}
	tl := model.NewTimeline([]*model.Meeting{mt}, []*model.Article{first, second}, uitest.Names{})
	o.Load = func(context.Context, func(Progress)) (Loaded, error) { return Loaded{Timeline: tl}, nil }
	o.Mark = func(map[string]model.Mark, map[string]model.Mark) error { return nil }
}

func TestLinks_ALinkToAnArticleThatWasReadIsFollowedInPlace(t *testing.T) {
	opened := ""
	a := start(t, 80, 24, linkedPages, func(o *Options) { o.Open = func(u string) error { opened = u; return nil } })
	a.press("enter f").has("follow link", "ahe background", "she list", "dore").typed("a")
	a.has("What Estonia gave", "This article reports no meeting", "Guns and a hospital").press("/").typed("hospital").press("enter").has("1/1").press("esc")
	a.press("q").has("Kallas in Kyiv").hasNot("follow link", "ahe background")
	if opened != "" {
		t.Errorf("the browser was given %s", opened)
	}
	a.press("f").typed("ы").has("Opened https://c.example/3") // the key of s
	a.press("f").typed("x").has("no link has these letters").press("esc").has("the background")
	a.press("tab").has("⏎ reads http://www.b.example/2/#top").press("enter").has("What Estonia gave").press("q tab").has("⏎ opens https://c")
	opened = ""
	if a.press("shift+tab o"); opened != "http://www.b.example/2/#top" {
		t.Errorf("o gave the browser %q, not the link that was chosen", opened)
	}
}

// Nothing that is about a meeting takes an article alone for one.
func TestLinks_AnArticleWithoutAMeetingIsReadButNotMarked(t *testing.T) {
	a := start(t, 80, 24, linkedPages)
	a.press("g a j enter").has("What Estonia gave")
	for _, keys := range []string{"w", "c", "i", "b", "m", "g r", ": " + strings.Join(strings.Split("correct", ""), " ") + " enter"} {
		a.press(keys).has("This article reports no meeting.", "Guns and a hospital")
	}
	a.press("y i").has("There is nothing to copy").press("y y").has("“What Estonia gave”, https://b.example/2.")
	if len(a.m.mine.of) > 0 {
		t.Errorf("noted %v", a.m.mine.of)
	}
}

func TestReader_BracesGoByHeadingWhereThereAreAny(t *testing.T) {
	a := start(t, 80, 8, linkedPages)
	a.press("enter }").has("Shells").hasNot("Kaja Kallas").press("}").has("Rebuilding", "One region").press("{").has("Shells", "A million").
		press("} }").has("One region", "A paragraph").press("}").hasNot("Rebuilding")
}
