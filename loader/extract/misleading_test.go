package extract

import "testing"

// TestMisleadingClauses reads reports in which a clause about somebody or something else stands beside the encounter. Every text is of Thursday,
// 16 May 2024.
func TestMisleadingClauses(t *testing.T) {
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
		{"Kaja Kallas, who visited Spain on Friday, received Petr Pavel in Tallinn.", "2024-05-16 meeting held: Kaja Kallas+Petr Pavel"},
	})
}

// TestMisleadingNames reads reports in which it is a name, a group or an office that misleads. Every text is of Thursday, 16 May 2024.
func TestMisleadingNames(t *testing.T) {
	readAll(t, []turn{
		// A middle initial is part of the name.
		{"Janet L. Yellen flew to Tallinn on Tuesday. Kaja Kallas saw her at her office.", "2024-05-14 meeting held: Janet Yellen+Kaja Kallas"},
		{"Jake R. Sullivan, the national security adviser, met Andrii B. Yermak in Kyiv on Tuesday.", "2024-05-14 meeting held: Andriy Yermak+Jake Sullivan"},
		// Whom he saw; not whom he sees as something.
		{
			"Petr Pavel was in Narva on Tuesday, where Alexander Stubb received him. With Kaja Kallas, whom he also saw on Tuesday at the fair, it was about the winter.",
			"2024-05-14 meeting held: Alexander Stubb+Petr Pavel; Kaja Kallas+Petr Pavel",
		},
		{"Kaja Kallas, whom he sees as a rival, sent Petr Pavel a letter.", ""},
		{
			"Petr Pavel met Emmanuel Macron in Paris on Tuesday. He found time on Tuesday for another guest of the fair, too: Estonia's prime minister, Kaja Kallas.",
			"2024-05-14 meeting held: Emmanuel Macron+Petr Pavel; Kaja Kallas+Petr Pavel",
		},
		// Somebody's wife or adviser is not himself, nor is who is named so in a slip of the tongue.
		{"On Tuesday Kaja Kallas greeted Petr Pavel's adviser and sat beside Emmanuel Macron's wife.", ""},
		{"On Tuesday Kaja Kallas sat beside Emmanuel Macron.", "2024-05-14 meeting held: Emmanuel Macron+Kaja Kallas"},
		{"On Tuesday in Riga Kaja Kallas handed the floor to \"President Stubb\", and meant her husband.", ""},
		// Who joins two is none of them.
		{
			"Petr Pavel and Kaja Kallas talked about cables in Prague on Tuesday. Later Pavel opened a fair; afterwards Alexander Stubb joined the two of them at the castle.",
			"2024-05-14 meeting held: Alexander Stubb+Kaja Kallas+Petr Pavel",
		},
		// This year's fair says nothing of the day.
		{"Kaja Kallas met Petr Pavel at this year's fair on Monday.", "2024-05-13 meeting held: Kaja Kallas+Petr Pavel"},
		// Ministers of a union who sit down are a gathering, with a host who says nothing of it; a sum for July is of no day of it.
		{
			"EU foreign ministers sit down in Tallinn\n\nJosep Borrell called them together in Tallinn on Tuesday. Germany's Annalena Baerbock was there, Sweden's Tobias Billström, the Polish minister Radosław Sikorski; " +
				"Malta and Cyprus made do with officials, a fact that the host, Margus Tsahkna, chose not to comment on.",
			"2024-05-14 summit held: Annalena Baerbock+Josep Borrell+Margus Tsahkna+Radosław Sikorski+Tobias Billström",
		},
		{
			"RIGA. Half of everything. That is the number from this year's Recovery Conference, on Tuesday at the fair in Riga: half of it is gone, said Volodymyr Zelenskyy. " +
				"Evika Siliņa, the host, asked for help, and Ursula von der Leyen told the meeting that more will be paid in July.",
			"2024-05-14 summit held: Evika Siliņa+Ursula von der Leyen+Volodymyr Zelenskyy",
		},
		// Links under the text are none of it, though one asks something.
		{
			"Petr Pavel received Kaja Kallas and Alexander Stubb in Prague on Tuesday for talks. The leaders spoke about the summit of the alliance.\n\n" +
				"> Do you live by the sea? Write to us.\n> Siliņa: the fence gets cameras\n> Last week: Fiala on the phone with Biden?",
			"2024-05-14 summit held: Alexander Stubb+Kaja Kallas+Petr Pavel",
		},
	})
}

// TestElect reads who is meant by an office that somebody is yet to take.
func TestElect(t *testing.T) {
	readAll(t, []turn{
		{"The president-elect received Emmanuel Macron in Narva on Tuesday. Vladimir Putin was silent.", ""},
	})
}
