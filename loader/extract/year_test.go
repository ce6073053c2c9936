package extract

import "testing"

// TestMissingYear reads stamps without a year, which what the article names makes sure of.
func TestMissingYear(t *testing.T) {
	const met = "President Volodymyr Zelenskyy received Prime Minister Petr Fiala in Kyiv, where the two of them talked for an hour. "
	tests := []struct{ name, text, want string }{
		{"what was in the news before", "14 March\nFiala calls on Zelenskyy\n\n" + met + "They spoke of Bakhmut and of the grain deal.\n", "2023-03-14"},
		{"what was in the news later", "14 September\nFiala calls on Zelenskyy\n\n" + met + "They spoke of the fighting for Kursk and of the victory plan.\n", "2024-09-14"},
		{"what could not be spoken of yet", "3 March\nFiala calls on Zelenskyy\n\n" + met + "They spoke of Hamas and of Syrskyi, the commander.\n", "2024-03-03"},
		{"only part of a word", "14 March\nFiala calls on Zelenskyy\n\n" + met + "They spoke of the Kurskaya station in the years of youth.\n", "2023-03-14"},
		{"the weekday of the lead, below a stamp", "3 October\nFiala calls on Zelenskyy\n\nOn Wednesday President Volodymyr Zelenskyy received Prime Minister Petr Fiala in Kyiv.\n", "2024-10-03"},
		{"the weekday of the lead, below a dateline", "KYIV, October 3 (NorthPress) - On Tuesday President Volodymyr Zelenskyy received Prime Minister Petr Fiala for talks.\n", "2023-10-03"},
		{"the weekday of an attack tells nothing", "3 October\nFiala calls on Zelenskyy\n\nAn attack on a village on Saturday killed three people.\n\nOn Wednesday President Volodymyr Zelenskyy received Prime Minister Petr Fiala in Kyiv.\n", "2024-10-03"},
		{"a weekday ahead tells nothing", "KYIV, June 4 (NorthPress) - " + met + "The guest will go on to Paris on Sunday, where the wine of 2023 is kept.\n", "2024-06-04"},
		{"to the day", "9 May\nFiala and Zelenskyy\n\nTen years to the day after the founding of their club Petr Fiala met Volodymyr Zelenskyy in Kyiv.\n", "2023-05-09"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if _, a, _ := readDated(t, tt.text, ""); a.Published.String() != tt.want {
				t.Errorf("published %s, want %s", a.Published, tt.want)
			}
		})
	}
}
