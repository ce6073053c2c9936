package extract

import "testing"

// TestDaysAfter reads encounters from which the days of something else are counted, several in one sentence, and those of tomorrow. Every text is of
// Thursday, 16 May 2024.
func TestDaysAfter(t *testing.T) {
	readAll(t, []turn{
		{"Two days after receiving Alar Karis in Prague, Petr Pavel on Thursday promised help.", "2024-05-14 meeting held: Alar Karis+Petr Pavel"},
		{"Petr Pavel promised help on Thursday, three days after he had received Alar Karis in Prague.", "2024-05-13 meeting held: Alar Karis+Petr Pavel"},
		{"Two days after the storm Alar Karis met Petr Pavel in Prague on Wednesday.", "2024-05-15 meeting held: Alar Karis+Petr Pavel"},
		// Each on a day of his own.
		{"Alar Karis phoned Petr Pavel on Tuesday and Andrzej Duda on Tuesday evening.", "2024-05-14 call held: Alar Karis+Andrzej Duda; Alar Karis+Petr Pavel"},
		{
			"On Tuesday Petr Pavel saw two guests: Alar Karis in the morning and Alexander Stubb in the afternoon.",
			"2024-05-14 meeting held: Alar Karis+Petr Pavel; Alexander Stubb+Petr Pavel",
		},
		{"Alar Karis saw three ships in the harbour: one was Czech, Petr Pavel's office said.", ""},
		{"Alar Karis wondered about cables. Alexander Stubb rang him on Wednesday.", "2024-05-15 call held: Alar Karis+Alexander Stubb"},
		// What is told of tomorrow is planned.
		{"Alar Karis will be in Prague tomorrow, where he meets Petr Pavel.", "2024-05-17 meeting planned: Alar Karis+Petr Pavel"},
		{"Alar Karis and Petr Pavel inaugurated a cable in Narva on Tuesday.", "2024-05-14 meeting held: Alar Karis+Petr Pavel"},
	})
}

// TestEachOnItsDay reads of several encounters in one sentence, and what stands behind another. Every text is of Thursday, 16 May 2024.
func TestEachOnItsDay(t *testing.T) {
	readAll(t, []turn{
		{
			"At the fair in Narva on Tuesday Alar Karis also met Petr Pavel and, separately, Alexander Stubb.",
			"2024-05-14 meeting held: Alar Karis+Alexander Stubb; Alar Karis+Petr Pavel",
		},
		{
			"Alar Karis has been in Oslo since Monday. On Tuesday he met Jonas Gahr Støre, on Tuesday evening King Harald V, and today he flies home.",
			"2024-05-14 meeting held: Alar Karis+Harald V; Alar Karis+Jonas Gahr Støre",
		},
		{
			"Petr Pavel received Alar Karis on Tuesday and will see Alexander Stubb on Friday.",
			"2024-05-14 meeting held: Alar Karis+Petr Pavel; Alexander Stubb+Petr Pavel",
		},
		{"A planned meeting between Alar Karis and Petr Pavel on Tuesday fell victim to the fog.", ""},
	})
}
