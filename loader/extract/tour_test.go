package extract

import "testing"

// TestTour reads texts in which one encounter follows the other without a word that there would be several, and what looks like it. Every text is of
// Thursday, 16 May 2024.
func TestTour(t *testing.T) {
	const one = "2024-05-14 meeting held: Kaja Kallas+Petr Pavel"
	readAll(t, []turn{
		{"On Tuesday Kaja Kallas received Petr Pavel in Tallinn. Next came President Alar Karis, in private.", "2024-05-14 meeting held: Alar Karis+Petr Pavel; Kaja Kallas+Petr Pavel"},
		{"Petr Pavel saw Kaja Kallas in Tallinn on Tuesday. In the morning it had been Edgars Rinkēvičs, in Riga.", "2024-05-14 meeting held: Edgars Rinkēvičs+Petr Pavel; Kaja Kallas+Petr Pavel"},
		{"On Tuesday Petr Pavel telephoned Kaja Kallas. Riga was next. Evika Siliņa promised shells.", "2024-05-14 call held: Evika Siliņa+Petr Pavel; Kaja Kallas+Petr Pavel"},
		{"Kaja Kallas received Petr Pavel in Tallinn on Tuesday. Ulf Kristersson follows in June.", one},
		{"Kaja Kallas received Petr Pavel in Tallinn on Tuesday. Ulf Kristersson took over as prime minister in October.", one},
		{"Kaja Kallas received Petr Pavel in Tallinn on Tuesday. It was Ulf Kristersson who had proposed it.", one},
		{"Kaja Kallas received Petr Pavel in Tallinn on Tuesday. Next to her stood a portrait of Ulf Kristersson.", one},
		{
			"Petr Pavel spent Tuesday in Oslo and made the rounds. First in the morning came Kaja Kallas, with a list. Ulf Kristersson brought maps, and the two sat together for an hour.",
			"2024-05-14 meeting held: Kaja Kallas+Petr Pavel; Petr Pavel+Ulf Kristersson",
		},
	})
}
