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
