package extract

import "testing"

// TestStandIns reads of whom a house, an envoy or a number stands for, and of a day that owns talks. Every text is of Thursday, 16 May 2024.
func TestStandIns(t *testing.T) {
	readAll(t, []turn{
		// A house or a capital on the line is whoever speaks for it.
		{
			"First Petr Pavel took a call from the White House on Tuesday. Joe Biden congratulated him. Volodymyr Zelensky was in Lviv.",
			"2024-05-14 call held: Joe Biden+Petr Pavel",
		},
		{
			"On Tuesday Petr Pavel took a call from Berlin. He spoke up for Kyiv. Volodymyr Zelensky thanked him on X.",
			"",
		},
		// The envoy of somebody is not that somebody.
		{
			"Keith Kellogg, the envoy of Donald Trump, concluded on Tuesday in Kyiv a two-day visit. He was received by Volodymyr Zelensky.",
			"2024-05-14 meeting held: Keith Kellogg+Volodymyr Zelenskyy",
		},
		{
			"Cardinal Matteo Zuppi was in Kyiv on Monday as envoy of Pope Francis. On Tuesday he was received by Volodymyr Zelensky. Pope Francis himself was in Rome.",
			"2024-05-14 meeting held: Matteo Zuppi+Volodymyr Zelenskyy",
		},
		// Then is when the sentence in front was.
		{"On Tuesday the palace spoke of a trip. Petr Pavel has been in Kyiv once, and that is two years ago. Alar Karis was with him then, and it rained.", ""},
		{
			"On Tuesday Petr Pavel was in Kyiv. Alar Karis was with him then, and it rained.",
			"2024-05-14 meeting held: Alar Karis+Petr Pavel",
		},
		// An office at home on the line, leaders who are called to dinner, and an office that is handed over.
		{
			"Petr Pavel received Alar Karis in Prague on Tuesday. In the train the guest got a call from the minister of the interior about floods. Andrzej Duda sent a letter.",
			"2024-05-14 meeting held: Alar Karis+Petr Pavel",
		},
		{
			"Petr Pavel and Alar Karis sat on Tuesday at the dinner to which Kyriakos Mitsotakis had called leaders of the region.",
			"2024-05-14 meeting held: Alar Karis+Petr Pavel",
		},
		{"As head of the union Alar Karis handed over to Petr Pavel on Tuesday.", ""},
		{"On Tuesday in Prague Alar Karis handed a letter over to Petr Pavel.", "2024-05-14 meeting held: Alar Karis+Petr Pavel"},
		// Five sides are no five people; three ways are three.
		// Yesterday's meeting in a house, and whom it was for.
		{
			"WARSAW. A kiss there was at the door. Alar Karis took it laughing.\n\nYesterday's meeting at the Presidential Palace in Warsaw was for the Estonian president the first of the year. Andrzej Duda praised Estonia.",
			"2024-05-15 meeting held: Alar Karis+Andrzej Duda",
		},
		{
			"TALLINN. Alar Karis is for it. Andrzej Duda is not.\n\nYesterday's meeting of the city council was for the president the first of the year.",
			"",
		},
		{
			"On Monday evening Prague had Alar Karis. With Petr Pavel, who has been president for a year, he needed about an hour.",
			"2024-05-13 meeting held: Alar Karis+Petr Pavel",
		},
		// Maybe forty minutes is no doubt.
		{
			"The prime minister, Kaja Kallas, came to the airport in Prague on Tuesday. Inside, for forty minutes maybe, she and Petr Pavel talked.",
			"2024-05-14 meeting held: Kaja Kallas+Petr Pavel",
		},
		{
			"The prime minister, Kaja Kallas, was at home on Tuesday. Maybe she and Petr Pavel talked.",
			"",
		},
	})
}
