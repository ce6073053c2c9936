package ui

import (
	"strings"
	"testing"

	"entente/model"
)

// Marked meetings are copied together, in the order of the list, as they are exported together.
func TestYank_MarkedMeetingsAreCopiedTogether(t *testing.T) {
	a := start(t, 120, 40)
	a.sent = nil
	a.press("1 1 G space space g g y y").has("Copied 2 citations (OSC 52)")
	if len(a.sent) != 1 {
		t.Fatalf("sent %v", a.sent)
	}
	got := strings.Split(stringOf(a.sent[0]), "\n")
	if len(got) != 2 || !strings.Contains(got[0], "24 April 2023, Zhytomyr") || !strings.Contains(got[1], "26 April 2023") {
		t.Errorf("copied %q", got)
	}
	a.sent = nil
	a.press("y m")
	if got := stringOf(a.sent[0]); strings.Count(got, "\n\n**Zelenskyy") != 1 { // else the second would go on with the quotation of the first
		t.Errorf("as Markdown they are %q", got)
	}
	a.sent = nil
	if a.press("y q").has("Copied this screen as a line"); strings.Contains(stringOf(a.sent[0]), "\n") {
		t.Errorf("the line of the screen is %v", a.sent)
	}
	a.sent = nil
	if a.press("j enter y i").has("Copied the meeting's ID"); !strings.Contains(sprint(a.sent[0]), "m01") {
		t.Errorf("in the reader %v was copied, not the meeting that is read", a.sent)
	}
}

// An account of other pages is cited as itself: its title never stands beside another outlet's address.
func TestYank_ACitationTellsAnAccountFromWhatItRestsOn(t *testing.T) {
	d, _ := model.ParseDate("2023-05-21")
	r := &model.Report{Article: &model.Article{
		ID: "2023/g7.md", Path: "2023/g7.md", Title: "Hiroshima summit closes", Byline: "First desk", Published: d,
		Sources: []model.SourceRef{{Outlet: "The National", URL: "https://national.example/a"}},
	}}
	want := "“Hiroshima summit closes”, First desk, 21 May 2023, 2023/g7.md (rests on The National, https://national.example/a)"
	if got := source(r); got != want {
		t.Errorf("got %s\nwant %s", got, want)
	}
	r.Article.URL = "https://own.example/b"
	if got := source(r); !strings.HasSuffix(got, "21 May 2023, https://own.example/b") {
		t.Errorf("with an address of its own it is %s", got)
	}
}
