package extract

import (
	"slices"
	"strings"
	"testing"

	"entente/loader/gazetteer"
	"entente/model"
)

const overTheRiver = `A bridge for the north

Wednesday, 15 May 2024

The summit of the northern rivers was opened in Riga on Wednesday by Latvia's Prime Minister Evika Siliņa. Estonia's Prime Minister Kaja Kallas and Finland's
Prime Minister Petteri Orpo asked for money for bridges, and Lithuania's President Gitanas Nausėda spoke of rails.

The hall has four hundred seats, and most were taken. There was fish.

Kallas said afterwards that the rivers do not wait for committees. Orpo agreed with her.

A student at the door wanted to know who would pay. Nobody told her.

The weather was fine, as it had been for a week, and the windows stood open. Boats went by. The band played twice, and not badly.

In Bern, Switzerland's President Viola Amherd, who was not invited, said that she wished them well.
`

// Everybody whom an article on a gathering names is weighed, and the trace says what for; only those with points are there.
func TestSeats_AreWeighed(t *testing.T) {
	a := &model.Article{ID: "a", Text: overTheRiver}
	r := New(gazetteer.Default())
	r.Read(a)
	r.Explain(a)
	if len(a.Reports) == 0 {
		t.Fatal("no report")
	}
	var there []string
	for _, p := range a.Reports[0].People {
		there = append(there, p.Name)
	}
	slices.Sort(there)
	if got, want := strings.Join(there, "+"), "Evika Siliņa+Gitanas Nausėda+Kaja Kallas+Petteri Orpo"; got != want {
		t.Errorf("there: %s, want %s", got, want)
	}
	weighed := map[string]bool{}
	for _, rest := range traceLines(a.Reports[0], "seat: ") {
		name, _, out := strings.Cut(rest, " not there, ")
		if !out {
			name, _, _ = strings.Cut(rest, " there, ")
		}
		weighed[name] = !out
	}
	for _, name := range there {
		if !weighed[name] {
			t.Errorf("the trace does not say that %s was there: %v", name, weighed)
		}
	}
	if is, ok := weighed["Viola Amherd"]; !ok || is {
		t.Errorf("the trace does not say that Viola Amherd was not there: %v", weighed)
	}
}

// An encounter of two is no table: who took part is what the rules say.
func TestSeats_OfTwoAreNotWeighed(t *testing.T) {
	r := New(gazetteer.Default())
	if got := r.Seats(&model.Article{ID: "a", Text: "Riga, 15 May 2024\n\nEvika Siliņa received Kaja Kallas in Riga on Wednesday. In Bern Viola Amherd spoke of bridges."}); len(got) > 0 {
		t.Errorf("weighed: %v", got)
	}
	if got := r.Seats(&model.Article{ID: "b", Text: overTheRiver}); len(got) != 5 {
		t.Errorf("weighed: %v, want five", got)
	}
}
