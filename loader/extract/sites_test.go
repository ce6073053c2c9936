package extract

import (
	"strings"
	"testing"

	"entente/loader/gazetteer"
	"entente/model"
)

// Places far from the words that tell of an encounter are weighed with those beside them. Every text is of Thursday, 16 May 2024.
func TestSites_AreWeighed(t *testing.T) {
	r := New(gazetteer.Default())
	for _, tt := range []struct {
		name, text, want string
		weighed          bool // and not told plainly
	}{
		{
			"where the guest came to, and not what he speaks of",
			"Kallas in Prague\n\nPrague, 16 May 2024\n\nPrime Minister Kaja Kallas came to the Czech capital on Wednesday. President Petr Pavel received her, and they spoke of the " +
				"bridges of Narva.", "Prague CZ", false,
		},
		{
			"a house in the town of the headline",
			"A long evening in Riga\n\n16 May 2024\n\nThe windows of the castle were lit until ten. On Wednesday President Edgars Rinkēvičs had Prime Minister Kaja Kallas to dinner.", "Riga LV", true,
		},
		{
			"the town of the scene, and not where the guest was the day before",
			"Kallas and Rinkēvičs open pier\n\n16 May 2024\n\nThe choir of Ventspils sang. On Wednesday President Edgars Rinkēvičs showed Prime Minister Kaja Kallas the pier, and " +
				"they talked. She had spoken in Oslo on Tuesday.", "Ventspils LV", true,
		},
		{"on the telephone nobody is anywhere", "16 May 2024\n\nPresident Petr Pavel telephoned with Prime Minister Kaja Kallas on Wednesday. In Prague it rained.", " ", false},
	} {
		a := &model.Article{ID: "a", Text: tt.text}
		r.Read(a)
		if len(a.Reports) == 0 {
			t.Errorf("%s: no report", tt.name)
			continue
		}
		p := a.Reports[0].Place
		if got := p.City + " " + string(p.Host); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
		r.Explain(a)
		weighed := traceLines(a.Reports[0], "where: ")
		if len(weighed) > 0 != tt.weighed {
			t.Errorf("%s: %d places are weighed, want some: %v", tt.name, len(weighed), tt.weighed)
		}
		if len(weighed) > 0 && !strings.HasPrefix(weighed[0], p.City+", ") {
			t.Errorf("%s: the trace weighs %q, want %s first", tt.name, weighed, p.City)
		}
	}
}
