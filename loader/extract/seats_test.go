package extract

import "testing"

// TestSeats reads who sat at a table and who did not. Every text is of Thursday, 16 May 2024.
func TestSeats(t *testing.T) {
	readAll(t, []turn{
		// Who acts for somebody else is there, and not the other.
		{"On behalf of President Petr Pavel, Jan Lipavský received Radosław Sikorski in Prague on Tuesday.", "2024-05-14 meeting held: Jan Lipavský+Radosław Sikorski"},
		{"In the absence of Emmanuel Macron, Stéphane Séjourné welcomed David Cameron in Paris on Tuesday.", "2024-05-14 meeting held: David Cameron+Stéphane Séjourné"},
		// Who brings two others together sits between them.
		{"In Geneva on Tuesday António Guterres brought Hakan Fidan and Sergey Lavrov to one table.", "2024-05-14 meeting held: António Guterres+Hakan Fidan+Sergey Lavrov"},
		{"In Geneva on Tuesday António Guterres put the letters of Hakan Fidan and Sergey Lavrov into a drawer.", ""},
		// Time that is given.
		{"Kaja Kallas was in Prague on Tuesday. Petr Pavel gave her forty minutes.", "2024-05-14 meeting held: Kaja Kallas+Petr Pavel"},
		{"On Tuesday Petr Pavel dined with Kaja Kallas at the castle.", "2024-05-14 meeting held: Kaja Kallas+Petr Pavel"},
		{"On Tuesday Petr Pavel had Kaja Kallas round for a coffee at the castle.", "2024-05-14 meeting held: Kaja Kallas+Petr Pavel"},
		// The same with another: two encounters.
		{
			"Petr Pavel received Kaja Kallas in Prague on Tuesday. So did Prime Minister Petr Fiala.",
			"2024-05-14 meeting held: Kaja Kallas+Petr Fiala; Kaja Kallas+Petr Pavel",
		},
		{"Petr Pavel met Kaja Kallas in Prague on Tuesday. He thanked Ursula von der Leyen too.", "2024-05-14 meeting held: Kaja Kallas+Petr Pavel"},
		{"On Tuesday Petr Pavel rang Kaja Kallas in Tallinn.", "2024-05-14 call held: Kaja Kallas+Petr Pavel"},
		// Who was let in to talks of others.
		{
			"Petr Pavel received Kaja Kallas in Prague on Tuesday. The two foreign ministers, Jan Lipavský and Margus Tsahkna, sat in on the talks.",
			"2024-05-14 meeting held: Jan Lipavský+Kaja Kallas+Margus Tsahkna+Petr Pavel",
		},
		// Leaders who gather are at a summit; three who meet are at a meeting.
		{
			"The leaders of the north gathered in Oslo on Tuesday: Ulf Kristersson, Mette Frederiksen, Petteri Orpo and the host, Jonas Gahr Støre.",
			"2024-05-14 summit held: Jonas Gahr Støre+Mette Frederiksen+Petteri Orpo+Ulf Kristersson",
		},
		{"Ulf Kristersson, Mette Frederiksen and Jonas Gahr Støre met in Oslo on Tuesday.", "2024-05-14 meeting held: Jonas Gahr Støre+Mette Frederiksen+Ulf Kristersson"},
		// What is told in the present of a day to come.
		{"Kaja Kallas arrives in Prague on Friday. Petr Pavel receives her at the castle.", "2024-05-17 meeting planned: Kaja Kallas+Petr Pavel"},
		{"Talks of Petr Pavel with Kaja Kallas, originally planned for Tuesday, are now to be held in Prague on 21 May.", "2024-05-21 meeting planned: Kaja Kallas+Petr Pavel"},
		{"Petr Pavel will see Kaja Kallas in Prague later today.", "2024-05-16 meeting planned: Kaja Kallas+Petr Pavel"},
		// What is attended, written and opened with others.
		{"Kaja Kallas attends a fair in Prague on Friday with her husband, says Petr Pavel.", ""},
		{"Kaja Kallas and Petr Pavel have been exchanging text messages since Friday.", ""},
		{"Petr Pavel and Kaja Kallas met in Prague on Tuesday. On 26 April she had been in Essen, where she met young engineers.", "2024-05-14 meeting held: Kaja Kallas+Petr Pavel"},
		{"On Tuesday Petr Pavel opened his day in Tallinn with Kaja Kallas.", "2024-05-14 meeting held: Kaja Kallas+Petr Pavel"},
		{"Petr Pavel opened a museum in Prague on Tuesday with a word on Kaja Kallas.", ""},
		// One list of names, told once: a call of four.
		{
			"In a video conference on Tuesday Donald Tusk, Emmanuel Macron, Olaf Scholz and Volodymyr Zelenskyy went through the plan.",
			"2024-05-14 call held: Donald Tusk+Emmanuel Macron+Olaf Scholz+Volodymyr Zelenskyy",
		},
		// A president and a prime minister receive each in a house of their own, unless they act together.
		{
			"Kaja Kallas was in Prague on Tuesday, where she met President Petr Pavel and Prime Minister Petr Fiala.",
			"2024-05-14 meeting held: Kaja Kallas+Petr Fiala; Kaja Kallas+Petr Pavel",
		},
		{"President Petr Pavel and Prime Minister Petr Fiala received Kaja Kallas in Prague on Tuesday.", "2024-05-14 meeting held: Kaja Kallas+Petr Fiala+Petr Pavel"},
		// A further encounter without a day was on the day of the story.
		{
			"Kaja Kallas met Petr Pavel in Prague on Tuesday.\n\nIn the castle's garden Petr Fiala spoke with Evika Siliņa about energy.",
			"2024-05-14 meeting held: Evika Siliņa+Petr Fiala; Kaja Kallas+Petr Pavel",
		},
	})
}
