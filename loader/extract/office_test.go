package extract_test

import (
	"testing"

	"entente/loader/extract"
	"entente/loader/gazetteer"
	"entente/model"
)

// TestOffice: what an office is called where its country takes an article, where
// the title says already of what it is, and where a body and a country might be
// taken for each other.
func TestOffice(t *testing.T) {
	reader := extract.New(gazetteer.Default())
	for _, c := range []struct{ day, name, office, party string }{
		{"24 April 2023", "Joe Biden", "President of the United States", "US"},
		{"24 April 2023", "Azali Assoumani", "President of the Comoros", "KM"},
		{"24 April 2023", "Kaja Kallas", "Prime Minister of Estonia", "EE"},
		{"24 April 2023", "Anthony Albanese", "Prime Minister of Australia", "AU"},
		{"24 April 2023", "Moussa Faki Mahamat", "Chair of the African Union Commission", "AfU"},
		{"24 April 2023", "Pope Francis", "Pope", "VA"},
		{"24 April 2023", "Pietro Parolin", "Secretary of State of the Vatican", "VA"},
		{"24 April 2023", "Ursula von der Leyen", "President of the European Commission", "EU"},
		{"24 April 2023", "Josep Borrell", "High Representative of the European Union", "EU"},
		{"24 April 2023", "Filippo Grandi", "UN High Commissioner for Refugees", "UN"},
		{"24 April 2023", "Csaba Kőrösi", "President of the UN General Assembly", "UN"},
		{"24 April 2023", "Jens Stoltenberg", "Secretary General of NATO", "NATO"},
		{"24 April 2023", "Ruslan Stefanchuk", "Speaker of the Parliament of Ukraine", "UA"},
	} {
		a := &model.Article{Text: "PARIS, " + c.day + " — Emmanuel Macron met " + c.name + " in Paris on Monday for talks on trade.\n"}
		reader.Read(a)
		var got model.Participant
		for _, r := range a.Reports {
			for _, p := range r.People {
				if p.Name == c.name {
					got = p
				}
			}
		}
		if want := (model.Participant{Name: c.name, Office: c.office, Party: model.Party(c.party)}); got != want {
			t.Errorf("%s: %+v, want %+v", c.name, got, want)
		}
	}
}
