package extract

import (
	"testing"

	"entente/model"
)

// Of several who received one guest on a day, the article is about whoever stands highest, unless its title says otherwise.
func TestOutranked_TheHigherHostComesFirst(t *testing.T) {
	for _, c := range []struct{ title, text, want string }{
		{"", "Antti Häkkänen spent Tuesday in Kyiv. He had talks with Rustem Umerov and was received by President Volodymyr Zelensky in the evening.", "Volodymyr Zelenskyy"},
		{"", "King Harald received Volodymyr Zelensky in Oslo on Tuesday. In the afternoon Prime Minister Jonas Gahr Støre met Zelensky.", "Jonas Gahr Støre"},
		{"", "President Alar Karis met Volodymyr Zelensky in Tallinn on Tuesday. In the afternoon Prime Minister Kaja Kallas met Zelensky.", "Alar Karis"},
		{"Umerov hears out the Finn", "Rustem Umerov met Antti Häkkänen in Kyiv on Tuesday. Häkkänen was also received by President Volodymyr Zelensky.", "Rustem Umerov"},
	} {
		a := &model.Article{ID: "a", Title: c.title, Text: c.text, Published: model.NewDate(2024, 5, 16)}
		sharedReader().Read(a)
		if len(a.Reports) != 2 {
			t.Fatalf("%s: %d reports, want 2", c.text, len(a.Reports))
		}
		found := false
		for _, p := range a.Reports[0].People {
			found = found || p.Name == c.want
		}
		if !found {
			t.Errorf("%s: the first encounter is %v, want one with %s", c.text, a.Reports[0].People, c.want)
		}
	}
}

// Of several whom a guest sat with on a day, the article is about whoever is named first, where nobody of them stands higher, and what is of the day of the news
// is no background, whatever else its sentence recalls.
func TestOpening_TheFirstToldComesFirst(t *testing.T) {
	for _, c := range []struct{ title, text, want string }{
		{
			"Merz drops in",
			"Petr Pavel was in Helsinki on Tuesday. He had two hours with Alexander Stubb. Friedrich Merz also saw Pavel in Helsinki on Tuesday.",
			"Friedrich Merz",
		},
		{
			"",
			"On Tuesday Alexander Stubb was in Paris. He told Emmanuel Macron about the border. In the afternoon Friedrich Merz met Stubb at the embassy.",
			"Emmanuel Macron",
		},
		{
			"",
			"In the evening of Tuesday Emmanuel Macron met Alexander Stubb in Paris. Friedrich Merz had received Stubb in Berlin at noon on Tuesday. Stubb flew home.",
			"Emmanuel Macron",
		},
		{
			"",
			"Alexander Stubb and Petr Pavel signed an agreement in Prague on Wednesday, on the eve of the second anniversary of the accession. " +
				"Last Friday, in Munich, Stubb and Pavel had already spoken about the text.",
			"2024-05-15",
		},
	} {
		a := &model.Article{ID: "a", Title: c.title, Text: c.text, Published: model.NewDate(2024, 5, 16)}
		sharedReader().Read(a)
		if len(a.Reports) < 2 {
			t.Fatalf("%s: %d reports, want 2", c.text, len(a.Reports))
		}
		found := a.Reports[0].Date.String() == c.want
		for _, p := range a.Reports[0].People {
			found = found || p.Name == c.want
		}
		if !found {
			t.Errorf("%s: the first encounter is %v on %s, want one with %s", c.text, a.Reports[0].People, a.Reports[0].Date, c.want)
		}
	}
}
