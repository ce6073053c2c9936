package decode

import (
	"strings"
	"testing"
)

// The entries of a live blog are parts of one article, wherever they stand and whatever numbers they bear; cards of other articles are none.
func TestMainText_Parts(t *testing.T) {
	entries := func(attrs ...string) string {
		var out strings.Builder
		for _, a := range attrs {
			out.WriteString("<div " + a + "><time>09:15</time><p>" + longProse + "</p></div>\n")
		}
		return out.String()
	}
	for _, c := range []struct {
		name, in string
		want     int
	}{
		{"in the body itself", entries(`class="entry"`, `class="entry"`, `class="entry"`), 3},
		{"each with a number", `<main>` + entries(`class="entry" id="e1"`, `class="entry" id="e2"`) + `</main>`, 2},
		{"in a box", `<div><div id="feed">` + entries(`class="entry"`, `class="entry"`) + `</div></div>`, 2},
		{"of no class in the body", entries("") + `<div><p>Elsewhere a boat was launched, and the mayor, the band, and the fire brigade were there.</p></div>`, 1},
		{"beside an advertisement", entries(`class="entry"`, `class="entry ad"`, `class="entry"`), 2},
	} {
		all, err := decodeAll(t, "a.html", "<html><body><h1>LIVE: Kallas in Kyiv</h1>"+c.in+"<footer><p>All rights are reserved, and all wrongs.</p></footer></body></html>")
		if err != nil || len(all) != 1 {
			t.Fatalf("%s: %+v, %v", c.name, all, err)
		}
		if n := strings.Count(all[0].Text, "came by train"); n != c.want || strings.Contains(all[0].Text, "boat was launched") {
			t.Errorf("%s: %d entries, want %d: %q", c.name, n, c.want, all[0].Text)
		}
	}
}
