package ui

import "testing"

// People find an action by the word that they have for it.
func TestHelp_FindsWhatPeopleType(t *testing.T) {
	for typed, want := range map[string][]string{
		"csv": {"export"}, "send": {"export", "copy-state"}, "html": {"export"}, "excel": {"export"}, "save": {"export", "save-view", "bookmark"}, "print": {"export", "pipe"},
		"export": {"export"}, "wrong": {"reject", "correct", "alias", "corrections"}, "correction": {"reject", "same", "alias", "correct", "corrections", "undo"},
		"delete": {"reject", "take-back"}, "merge": {"same"}, "rename": {"alias"}, "evidence": {"why", "mention"}, "source": {"why"}, "why": {"why"},
		"undo": {"undo", "corrections"}, "revert": {"undo", "corrections"}, "bookmark": {"bookmark"}, "star": {"bookmark"}, "note": {"note"}, "bookmarks": {"bookmark"}, "comment": {"note"},
		"copy": {"copy-citation", "copy-state"}, "cite": {"copy-citation"}, "link": {"browse", "copy-address"}, "url": {"browse"}, "search": {"filter", "find"},
		"quit": {"quit"}, "exit": {"quit", "back"}, "settings": {"set"}, "dark": {"theme"}, "sort": {"sort-date"}, "statistics": {"stats"}, "network": {"grid"},
		"conflict": {"compare"}, "calendar": {"export"}, "quality": {"audit"}, "refresh": {"reload"}, "errors": {"messages"}, "trip": {"itinerary"},
	} {
		a := start(t, 200, 60)
		a.press("?").typed(typed)
		for _, name := range want {
			row := mustAction(name)
			a.has(row.help[:min(len(row.help), 60)])
		}
		a.hasNot("Nothing does that")
	}
}

// q is a letter of what is looked for; once Esc has cleared that, it closes.
func TestHelp_QClosesAfterEsc(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {120, 40}, {30, 8}} {
		a := start(t, size[0], size[1])
		before := a.screen()
		a.press("?").typed("quit").has("quit").press("esc").has("Keys").press("q").same(before)
		a.press("?").press("q").has("q").press("esc").typed("csv").has("csv").press("esc esc").same(before)
	}
	a := start(t, 80, 24)
	a.press("?").typed("quit").press("esc").has("q closes")
}

func (a *app) same(want string) *app {
	a.t.Helper()
	if got := a.screen(); got != want {
		a.t.Errorf("the screen is\n%s\nnot\n%s", got, want)
	}
	return a
}
