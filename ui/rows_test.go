package ui

import "testing"

// What stands in a row can be found in it, on every screen that is a list.
func TestRows_SlashNarrowsAList(t *testing.T) {
	a := start(t, 100, 30)
	a.press("g l 3 j /").typed("KALL").has("Kaja Kallas", "1 of 30").hasNot("Olaf Scholz").press("enter").has("/KALL 1/1")
	a.press("esc").has("Olaf Scholz", "Kaja Kallas").press("/").typed("sto ns").press("enter enter").has(`who:"Jens Stoltenberg"`)
	a.press("X g a /").typed("bbc vilnius").has("0 of 81", "Nothing here has the words bbc vilnius").press("enter").has("Esc shows all").press("esc esc")
	a.press("g a /").typed("ukrinform macron").press("esc").has("1/81") // Esc takes back what was typed
}

func TestRows_TheCursorStaysOnItsRow(t *testing.T) {
	a := start(t, 100, 30)
	a.press("g a G")
	x, ok := a.m.top().(*rowList)
	if !ok {
		t.Fatal("no list")
	}
	was := x.rows[x.at].n
	for _, find := range []string{"un news", ""} {
		if x.narrow(find); x.rows[x.at].n != was {
			t.Errorf("looking for %q took the cursor from row %d to %d", find, was, x.rows[x.at].n)
		}
	}
	x.narrow("un news")
	if x.refresh(a.m); x.find == "" || x.rows[x.at].n != was {
		t.Errorf("another selection lost what was looked for, or the row")
	}
}
