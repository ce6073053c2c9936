package extract

import (
	"strings"
	"testing"

	"entente/loader/gazetteer"
	"entente/model"
)

// Whatever the tables name may stand anywhere: as somebody, as a place, as a day's occasion. Reading must stand
// all of it, and cite words that are there.
func TestRead_EveryNameOfTheTables(t *testing.T) {
	g := gazetteer.Default()
	var names []string
	for i := range g.People {
		names = append(append(names, g.People[i].Name), g.People[i].Aliases...)
	}
	for _, c := range g.Countries {
		names = append(append(append(append(names, c.Name), c.Aliases...), c.Demonyms...), c.Capitals...)
	}
	for _, b := range g.Bodies {
		names = append(append(names, b.Name), b.Aliases...)
	}
	for _, c := range g.Cities {
		names = append(names, c.Name)
	}
	for _, v := range g.Venues {
		names = append(append(names, v.Name), v.Aliases...)
	}
	for _, s := range g.Summits {
		names = append(append(names, s.Name), s.Aliases...)
	}
	const together = 10
	reader, step := New(g), together
	if testing.Short() {
		step *= 10
	}
	for at := 0; at < len(names); at += step {
		var b strings.Builder
		for _, n := range names[at:min(at+together, len(names))] {
			b.WriteString(n + " met Kaja Kallas in " + n + " on 14 May, ahead of NATO in " + n + ". The president of " + n + ", " + n + ", was there. ")
		}
		a := &model.Article{Text: b.String()}
		reader.Read(a)
		checkSpans(t, a)
	}
}

// TestNamesakes reads which of several people a surname means, and a given name in another spelling. Every text is of Thursday, 16 May 2024.
func TestNamesakes(t *testing.T) {
	readAll(t, []turn{
		{"Harris and Mette Frederiksen talked in Washington on Tuesday, the White House said.", "2024-05-14 meeting held: Kamala Harris+Mette Frederiksen"},
		{"Harris met Mette Frederiksen in Dublin on Tuesday. The Taoiseach spoke of fish.", "2024-05-14 meeting held: Mette Frederiksen+Simon Harris"},
		{"Vice-President Harris met Mette Frederiksen on Tuesday. Harris spoke of fish.", "2024-05-14 meeting held: Kamala Harris+Mette Frederiksen"},
		{"Prime Minister Harris met Mette Frederiksen on Tuesday.", "2024-05-14 meeting held: Mette Frederiksen+Simon Harris"},
		{"Maldives President Mohammed Muizzu held talks with Mette Frederiksen on Tuesday.", "2024-05-14 meeting held: Mette Frederiksen+Mohamed Muizzu"},
		{"Aleksander Lukashenko met Vladimir Putin in Minsk on Tuesday.", "2024-05-14 meeting held: Alexander Lukashenko+Vladimir Putin"},
		{"Prime Minister Luís Montenegro received Kaja Kallas in Lisbon on Tuesday. Montenegro was asked whether it is a lot.", "2024-05-14 meeting held: Kaja Kallas+Luís Montenegro"},
		{"Prime Minister Luís Montenegro met Milojko Spajić in Montenegro on Tuesday.", "2024-05-14 meeting held: Luís Montenegro+Milojko Spajić"},
		{"Dmitry Lukashenko met Vladimir Putin in Minsk on Tuesday.", ""},
	})
}
