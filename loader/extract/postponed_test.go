package extract

import "testing"

// TestPutOff reads what was moved to another day, what had been meant for another, and what is only counted. Every text is of Thursday, 16 May 2024.
func TestPutOff(t *testing.T) {
	readAll(t, []turn{
		{"The talks of Alar Karis with Petr Pavel have been postponed to Friday.", "2024-05-17 meeting planned: Alar Karis+Petr Pavel"},
		{"Alar Karis's visit to Petr Pavel in Prague has been put off until next Tuesday.", "2024-05-21 meeting planned: Alar Karis+Petr Pavel"},
		{"Alar Karis has pushed his meeting with Petr Pavel back to 3 June.", "2024-06-03 meeting planned: Alar Karis+Petr Pavel"},
		{"The meeting of Alar Karis with Petr Pavel on Tuesday was moved to Friday, his office said.", "2024-05-17 meeting planned: Alar Karis+Petr Pavel"},
		{"The talks of Alar Karis with Petr Pavel have been postponed until further notice.", ""},
		{"The talks of Alar Karis with Petr Pavel have been put off because of the vote on Friday.", ""},
		{"The talks of Alar Karis with Petr Pavel, postponed from Monday, were held on Tuesday.", "2024-05-14 meeting held: Alar Karis+Petr Pavel"},
		{"The talks of Alar Karis with Petr Pavel, originally planned for last week, took place in Prague on Tuesday.", "2024-05-14 meeting held: Alar Karis+Petr Pavel"},
		{"The talks of Alar Karis with Petr Pavel, originally planned for this week, have been cancelled.", ""},
		// The first to be received was received; who will be is yet to come.
		{"Alar Karis on Tuesday became the first Estonian president to be received by Petr Pavel.", "2024-05-14 meeting held: Alar Karis+Petr Pavel"},
		{"Alar Karis will on Friday be the first Estonian president to be received by Petr Pavel.", "2024-05-17 meeting planned: Alar Karis+Petr Pavel"},
		// What is told as the second time is news, and the month in which somebody counts is no day.
		{
			"For the third time in a year, Alar Karis and Petr Pavel have talked about cables. This time it was in Narva, on Tuesday.",
			"2024-05-14 meeting held: Alar Karis+Petr Pavel",
		},
		{"\"If I had met Petr Pavel on Tuesday I would tell you,\" said Alar Karis.", ""},
		// Those who head the governments of two countries, and the colleagues of two countries, are received by name.
		{
			"Alar Karis has received the prime ministers of Latvia and Finland, Evika Siliņa and Petteri Orpo, in Narva on Tuesday.",
			"2024-05-14 meeting held: Alar Karis+Evika Siliņa+Petteri Orpo",
		},
		{
			"Alexander Stubb hosted his Estonian and Latvian counterparts, Alar Karis and Edgars Rinkēvičs, in Turku on Tuesday.",
			"2024-05-14 meeting held: Alar Karis+Alexander Stubb+Edgars Rinkēvičs",
		},
		// An ampersand joins as ‘and’ does.
		{
			"Elina Valtonen was in Tallinn on Tuesday; Alar Karis received her. Petteri Orpo rang. It was in the evening that he & Kaja Kallas talked on the phone.",
			"2024-05-14 call held: Alar Karis+Elina Valtonen; Kaja Kallas+Petteri Orpo",
		},
	})
}
