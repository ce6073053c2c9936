package extract

import "testing"

// TestOddments reads reports in which a clause about somebody or something else stands beside the encounter. Every text is of Thursday,
// 16 May 2024.
func TestOddments(t *testing.T) {
	readAll(t, []turn{
		// Troops that draw back out of a town call off no talks; who pulls out of a meeting does.
		{
			"Petr Pavel saw Kaja Kallas in Prague on Tuesday. Hours before the two sat down her battalion pulled out of Gao.",
			"2024-05-14 meeting held: Kaja Kallas+Petr Pavel",
		},
		{
			"Petr Pavel received Kaja Kallas in Prague on Tuesday. As the two sat down Estonia pulled out of a treaty on whales.",
			"2024-05-14 meeting held: Kaja Kallas+Petr Pavel",
		},
		{"Petr Pavel pulled out of a meeting with Kaja Kallas in Prague on Tuesday.", ""},
		// What is told as going on, of a day to come, is planned; and a host who has two of one country over meets both at once.
		{
			"Prime Minister Petr Fiala and President Petr Pavel are to share a plane. Alexander Stubb is having the two of them over on June 3.",
			"2024-06-03 meeting planned: Alexander Stubb+Petr Fiala+Petr Pavel",
		},
		{"Alexander Stubb is hosting Petr Pavel in Helsinki on Monday, his office said.", "2024-05-20 meeting planned: Alexander Stubb+Petr Pavel"},
		{"Alexander Stubb is having Petr Pavel to dinner next Tuesday.", "2024-05-21 meeting planned: Alexander Stubb+Petr Pavel"},
		{"Alexander Stubb and Petr Pavel disagree. Kaja Kallas is having none of it.", ""},
		{"Petr Pavel is hosting Kaja Kallas in Prague. The two sat down on Wednesday.", "2024-05-15 meeting held: Kaja Kallas+Petr Pavel"},
		{
			"Alexander Stubb was received by the king and by the prime minister in Oslo on Tuesday. King Harald V gave a lunch. Jonas Gahr Støre spoke of cables.",
			"2024-05-14 meeting held: Alexander Stubb+Harald V; Alexander Stubb+Jonas Gahr Støre",
		},
		// A day of which the present tense tells is no day of what was.
		{
			"On Friday the court says what it thinks of the ban. \"A good year,\" Kaja Kallas said on Tuesday in Prague, where Petr Pavel met her at the station.",
			"2024-05-14 meeting held: Kaja Kallas+Petr Pavel",
		},
		{"On Monday parliament votes on the budget. Petr Pavel received Kaja Kallas in Prague and thanked her.", "2024-05-16 meeting held: Kaja Kallas+Petr Pavel"},
		// Who spent the day in a town received there on it; not where he received elsewhere, or had been elsewhere.
		{
			"It was Harbour Day, and Kaja Kallas, who spent Sunday in Narva, had Petr Pavel and Alexander Stubb in for talks.",
			"2024-05-12 meeting held: Alexander Stubb+Kaja Kallas+Petr Pavel",
		},
		{"Kaja Kallas, who spent Sunday in Narva with her husband, received Petr Pavel in Tallinn.", "2024-05-16 meeting held: Kaja Kallas+Petr Pavel"},
		{"Kaja Kallas, who visited Spain on Friday, received Petr Pavel in Tallinn.", "2024-05-16 meeting held: Kaja Kallas+Petr Pavel"},
	})
}
