package extract

import "testing"

// TestSeries reads texts that go through those whom somebody met one after the other, and what looks like it. Every text is of Thursday, 16 May 2024.
func TestSeries(t *testing.T) {
	const three = "2024-05-14 meeting held: Kaja Kallas+Petr Pavel; Petr Pavel+Ulf Kristersson"
	readAll(t, []turn{
		{"In Oslo on Tuesday Petr Pavel met two premiers. Kaja Kallas was the first. After her came Ulf Kristersson.", three},
		{"In Oslo on Tuesday Petr Pavel held two talks. Next door Kaja Kallas was the first to laugh.", ""},
		{"Petr Pavel used Tuesday in Oslo for two meetings:\n\na) Kaja Kallas, on drones.\n\nb) Ulf Kristersson, on mines.", three},
		{"In Oslo on Tuesday Petr Pavel received one after the other: Kaja Kallas, with whom he laughed; and the taller of the two, Ulf Kristersson.", three},
		{"In Oslo on Tuesday Petr Pavel was not allowed to see them one at a time, Kaja Kallas said.", ""},
		{"Petr Pavel flew to Oslo on Tuesday. Before lunch he'd sat down with Kaja Kallas (drones; mines), then with Ulf Kristersson.", three},
		{"Kaja Kallas received Petr Pavel in Tallinn on Monday. On Tuesday it was the turn of Alar Karis.", "2024-05-13 meeting held: Alar Karis+Petr Pavel; Kaja Kallas+Petr Pavel"},
		{"On Tuesday the neighbours paired off. In Oslo Kaja Kallas received Petr Pavel; then Kallas had Ulf Kristersson.", "2024-05-14 meeting held: Kaja Kallas+Petr Pavel; Kaja Kallas+Ulf Kristersson"},
		{"Tuesday, Oslo: Kaja Kallas and Petr Pavel, side by side in the courtyard.", "2024-05-14 meeting held: Kaja Kallas+Petr Pavel"},
		{"In Oslo on Tuesday Petr Pavel saw Kaja Kallas at ten and Ulf Kristersson at noon.", three},
		{"In Oslo on Tuesday Petr Pavel saw Kaja Kallas in the morning and Ulf Kristersson in the afternoon.", three},
		{"Tuesday in Oslo. In the library: Petr Pavel and Kaja Kallas, for nearly an hour.", "2024-05-14 meeting held: Kaja Kallas+Petr Pavel"},
		{"On Tuesday Petr Pavel and Kaja Kallas waited for two hours for Donald Trump.", ""},
		{"On Tuesday NATO's Jens Stoltenberg and Petr Pavel are seen going into a room together in Oslo.", "2024-05-14 meeting held: Jens Stoltenberg+Petr Pavel"},
		// calls are with one at a time, unless it is one call
		{"On Tuesday Petr Pavel telephoned Kaja Kallas and Ulf Kristersson.", "2024-05-14 call held: Kaja Kallas+Petr Pavel; Petr Pavel+Ulf Kristersson"},
		{"Petr Pavel had phone calls on Tuesday with Kaja Kallas and Ulf Kristersson.", "2024-05-14 call held: Kaja Kallas+Petr Pavel; Petr Pavel+Ulf Kristersson"},
		{"Petr Pavel had a phone call on Tuesday with Kaja Kallas and Ulf Kristersson.", "2024-05-14 call held: Kaja Kallas+Petr Pavel+Ulf Kristersson"},
		// two of those who sat at a table by themselves
		{
			"Kaja Kallas, Petr Pavel and Ulf Kristersson held talks in Oslo on Tuesday. Before that Pavel and Kristersson had a tête-à-tête.",
			"2024-05-14 meeting held: Kaja Kallas+Petr Pavel+Ulf Kristersson; Petr Pavel+Ulf Kristersson",
		},
		{
			"On Tuesday Kaja Kallas, Petr Pavel and Ulf Kristersson signed a declaration in Oslo. Then the lights went out. On Monday Pavel had received Kristersson in Prague.",
			"2024-05-14 meeting held: Kaja Kallas+Petr Pavel+Ulf Kristersson; Petr Pavel+Ulf Kristersson",
		},
		{"On Tuesday in Oslo Kaja Kallas led the two men, Petr Pavel and Ulf Kristersson, into the garden.", "2024-05-14 meeting held: Kaja Kallas+Petr Pavel+Ulf Kristersson"},
		{"On Tuesday Kaja Kallas had coffee with Petr Pavel in Oslo.", "2024-05-14 meeting held: Kaja Kallas+Petr Pavel"},
		{"On Tuesday Kaja Kallas held a tea party. Petr Pavel sent roses.", ""},
		{"Petr Pavel is in Oslo. On Tuesday he won mines from Ulf Kristersson in a separate conversation.", "2024-05-14 meeting held: Petr Pavel+Ulf Kristersson"},
	})
}
