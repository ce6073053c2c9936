package gazetteer

import (
	"testing"

	"entente/model"
	"entente/text"
)

func TestTables_AreSound(t *testing.T) {
	g, err := load()
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range g.People {
		if p.Name == "" {
			t.Error("a person has no name")
		}
		for _, o := range p.Offices {
			if g.PartyName(o.Party) == "" {
				t.Errorf("%s: party %q is in no table", p.Name, o.Party)
			}
			if !o.From.IsZero() && !o.To.IsZero() && model.Compare(o.From.First(), o.To.Last()) > 0 {
				t.Errorf("%s: in office from %s to %s", p.Name, o.From, o.To)
			}
		}
	}
	for _, b := range g.Bodies { // a party's code says which it is
		if c := g.Country(b.Code); c != nil {
			t.Errorf("%s is the code of %s and of %s", b.Code, b.Name, c.Name)
		}
	}
	for _, c := range g.Cities {
		if c.Name == "" || g.Country(c.Country) == nil {
			t.Errorf("city %q: no name or unknown country %q", c.Name, c.Country)
		}
		for a := range c.Aliases() { // texts are compared without accents
			if text.Fold(a) == text.Fold(c.Name) {
				t.Errorf("city %s: alias %q is its name", c.Name, a)
			}
		}
	}
	whose := map[string]model.Party{} // a demonym is that of one state: the Dutch are not of Aruba
	for k := range g.Countries {
		for _, d := range g.Countries[k].Demonyms {
			if other, ok := whose[d]; ok && d != "Congolese" && d != "Congo" && d != "Channel Islander" && d != "Channel Islanders" {
				t.Errorf("%s is said of %s and of %s", d, other, g.Countries[k].Code)
			}
			whose[d] = g.Countries[k].Code
		}
	}
	for _, s := range g.Summits {
		if model.Compare(s.From, s.To) > 0 || g.Country(s.Country) == nil {
			t.Errorf("summit %q: from %s to %s in %q", s.Name, s.From, s.To, s.Country)
		}
	}
}

func TestPerson_OfficeDependsOnTheDay(t *testing.T) {
	g := Default()
	for _, c := range []struct {
		name, day string
		party     model.Party
	}{
		{"Kaja Kallas", "2023-04-24", "EE"},
		{"Kaja Kallas", "2024-12-20", "EU"},
		{"Mark Rutte", "2024-03-01", "NL"},
		{"Mark Rutte", "2024-12-18", "NATO"},
	} {
		d, err := model.ParseDate(c.day)
		if err != nil {
			t.Fatal(err)
		}
		named := 0
		for i := range g.People {
			if g.People[i].Name != c.name {
				continue
			}
			named++
			if o, ok := g.People[i].On(d); !ok || o.Party != c.party {
				t.Errorf("%s on %s: party %q, want %q", c.name, c.day, o.Party, c.party)
			}
		}
		if named != 1 {
			t.Errorf("%d people are called %s", named, c.name)
		}
	}
}
