package extract

import "testing"

// TestHeadings reads what the headings and questions between paragraphs say of who is meant, and where. Every text is of Thursday, 16 May 2024.
func TestHeadings(t *testing.T) {
	const visit = "Kaja Kallas met Petr Pavel in Prague on Tuesday. The talks took three hours; Kallas thanked Pavel. On 9 April Kallas and Ulf Kristersson held talks in Visby.\n\n"
	readAll(t, []turn{
		// A question of its own goes back to those whom the article is about; within the aside it does not.
		{
			visit + "How often have the two met?\n\nThey met in Narva on 3 March. Pavel will see Kallas again.",
			"2024-05-14 meeting held: Kaja Kallas+Petr Pavel; Kaja Kallas+Petr Pavel; Kaja Kallas+Ulf Kristersson",
		},
		{
			visit + "Does Kristersson listen? The two met again in Narva on 2 May. Pavel will see Kallas again.",
			"2024-05-14 meeting held: Kaja Kallas+Petr Pavel; Kaja Kallas+Ulf Kristersson; Kaja Kallas+Ulf Kristersson",
		},
		// A line above the paragraph that it belongs to tells as a headline does; one of another article does not.
		{
			"Kaja Kallas is on her way through the north.\n\nKristersson welcomes Kallas in Visby\n\nThey talked for an hour on Tuesday, said Ulf Kristersson. Kaja Kallas spoke of drones.",
			"2024-05-14 meeting held: Kaja Kallas+Ulf Kristersson",
		},
		{
			"Kaja Kallas met Petr Pavel in Prague on Tuesday.\n\nMacron receives Scholz in Paris\n\nThe castle was closed for the day. Kallas went on to Brno.",
			"2024-05-14 meeting held: Kaja Kallas+Petr Pavel",
		},
		// Towns in headings part what was told of each.
		{
			"Kaja Kallas stood at noon in the court of honour beside Olaf Scholz in Berlin on Tuesday. The two had a long talk.\n\nAachen, later\n\nIn the town hall of Aachen Emmanuel Macron and Olaf Scholz gave speeches, and Kaja Kallas sat between them.",
			"2024-05-14 meeting held: Emmanuel Macron+Kaja Kallas+Olaf Scholz; Kaja Kallas+Olaf Scholz",
		},
	})
}

// TestPronouns reads who he, she and they are. Every text is of Thursday, 16 May 2024.
func TestPronouns(t *testing.T) {
	readAll(t, []turn{
		// Nobody stands beside a countryman when the text tells of an encounter.
		{
			"Kaja Kallas was in Prague on Tuesday, and Petr Pavel met her at the castle. An hour later she stood before the flags beside Petr Fiala.",
			"2024-05-14 meeting held: Kaja Kallas+Petr Fiala; Kaja Kallas+Petr Pavel",
		},
		// Whose trip it is, he is.
		{"Petr Pavel's first trip to the north began on Tuesday, when he saw Ulf Kristersson in Visby.", "2024-05-14 meeting held: Petr Pavel+Ulf Kristersson"},
		// Behind ‘and’ he is somebody else than the one in front of it.
		{
			"Kaja Kallas came to Lisbon on Tuesday. In the morning the Estonian had been in Brussels, where the premier, Alexander De Croo, and she signed an agreement.",
			"2024-05-14 meeting held: Alexander De Croo+Kaja Kallas",
		},
		// It was somebody whom the sentence before leaves untold; a guest house is no guest.
		{
			"Petr Pavel took a call on Tuesday at the castle. It was Kaja Kallas. Andriy Yermak was silent, and Andriy Yermak is never silent.",
			"2024-05-14 call held: Kaja Kallas+Petr Pavel",
		},
		{
			"Xi Jinping received Kaja Kallas in Beijing on Tuesday. At the guest house the foreign minister, Wang Yi, and Kallas talked for five hours.",
			"2024-05-14 meeting held: Kaja Kallas+Wang Yi; Kaja Kallas+Xi Jinping",
		},
		// The guest of somebody is told by name, and nobody else.
		{
			"Kaja Kallas received Petr Pavel in Tallinn on Monday. On Tuesday she was in Visby as the guest of Ulf Kristersson.",
			"2024-05-13 meeting held: Kaja Kallas+Petr Pavel; Kaja Kallas+Ulf Kristersson",
		},
		// In the talks with her: who is the one of the paragraph.
		{
			"Kaja Kallas saw Petr Pavel in Munich on Tuesday. Kallas was busy.\n\nThe Dane. On a third chair sat Mette Frederiksen. In the talks with Kallas the aircraft were not forgotten.",
			"2024-05-14 meeting held: Kaja Kallas+Mette Frederiksen; Kaja Kallas+Petr Pavel",
		},
	})
}

// TestGatherings reads what is a gathering, and who came with whom. Every text is of Thursday, 16 May 2024.
func TestGatherings(t *testing.T) {
	readAll(t, []turn{
		{
			"Prime Minister Kaja Kallas was the host of the second summit of the northern countries on Tuesday. Her first guest was Petr Pavel. Giorgia Meloni nodded, and Ulf Kristersson spoke.",
			"2024-05-14 summit held: Giorgia Meloni+Kaja Kallas+Petr Pavel+Ulf Kristersson; Kaja Kallas+Petr Pavel",
		},
		{
			"For the first time there was a meeting of the Union's defence ministers in Tallinn on Tuesday. Hanno Pevkur had the chair. Pål Jonson spoke of the winter, Boris Pistorius of shells, and Jana Černochová of drones.",
			"2024-05-14 summit held: Boris Pistorius+Hanno Pevkur+Jana Černochová+Pål Jonson",
		},
		{
			"For the first time the foreign ministers of the north met beyond the circle. The session was opened in Tallinn on Tuesday by Margus Tsahkna. Jan Lipavský spoke of the winter, Radosław Sikorski told reporters Russia must not count on weariness, and Elina Valtonen took notes.",
			"2024-05-14 summit held: Elina Valtonen+Jan Lipavský+Margus Tsahkna+Radosław Sikorski",
		},
		{"The foreign ministers Margus Tsahkna and Jan Lipavský met in Tallinn on Tuesday.", "2024-05-14 meeting held: Jan Lipavský+Margus Tsahkna"},
		// Whom one of them met by themselves is told beside it, the weekday of an announcement or of a clause is none of theirs, and who cancelled did not come.
		{
			"The leaders of the north met in Tallinn on Tuesday for the second summit of its kind. The host, Kaja Kallas, asked for shells; Ulf Kristersson and Mette Frederiksen took the floor. Alexander Stubb was asked about the strait, where a cable was cut on Monday. Jonas Gahr Støre has cancelled because of a storm. Kallas had said so.",
			"2024-05-14 summit held: Alexander Stubb+Kaja Kallas+Mette Frederiksen+Ulf Kristersson",
		},
		{"A meeting of the two foreign ministers took place in Tallinn on Tuesday: Margus Tsahkna and Jan Lipavský spoke of shells.", "2024-05-14 meeting held: Jan Lipavský+Margus Tsahkna"},
		// Who came with somebody is one of them.
		{
			"Jan Lipavský travelled to the Estonian capital with Radosław Sikorski on Tuesday. They met Kaja Kallas at the palace.",
			"2024-05-14 meeting held: Jan Lipavský+Kaja Kallas+Radosław Sikorski",
		},
		{"Petr Pavel came to Tallinn on Tuesday with his wife. They met Kaja Kallas.", "2024-05-14 meeting held: Kaja Kallas+Petr Pavel"},
		// The day of one whom she met on her visit is no day of her host.
		{
			"Giorgia Meloni met President Xi Jinping in Beijing on Wednesday. During her trip to China Meloni and Premier Li Qiang met on Monday.",
			"2024-05-15 meeting held: Giorgia Meloni+Li Qiang; Giorgia Meloni+Xi Jinping",
		},
	})
}

// TestOthersDays reads whose day it is where the news names none, and whose country it is where an official has none. Every text is of Thursday, 16 May 2024.
func TestOthersDays(t *testing.T) {
	readAll(t, []turn{
		{
			"President Petr Pavel of Czechia and Kaja Kallas met in Prague, and Pavel hailed the ties of the two countries. Kallas and Pavel spoke of drones. During her trip to Czechia Kallas and Petr Fiala met on Sunday. After the talks with Pavel Kallas was content.",
			"2024-05-16 meeting held: Kaja Kallas+Petr Fiala; Kaja Kallas+Petr Pavel",
		},
		{"Kaja Kallas met Petr Pavel in Prague. It was on Sunday that she had flown in.", "2024-05-12 meeting held: Kaja Kallas+Petr Pavel"},
		{
			"China worries about China's neighbours. On Tuesday Lloyd Austin was the first to travel to Cambodia for a meeting with his counterpart, Defence Minister Prak Sarin.",
			"2024-05-14 meeting held: Lloyd Austin+Prak Sarin",
		},
	})
}

// TestExpected reads who is expected somewhere, and what others expect. Every text is of Thursday, 16 May 2024.
func TestExpected(t *testing.T) {
	readAll(t, []turn{
		{"Kaja Kallas met Petr Pavel in Prague on Tuesday. Ulf Kristersson expects her in Visby on Saturday.", "2024-05-14 meeting held: Kaja Kallas+Petr Pavel; Kaja Kallas+Ulf Kristersson"},
		{"Swedish papers expect Ulf Kristersson to receive Kaja Kallas in Visby on Monday.", "2024-05-20 meeting planned: Kaja Kallas+Ulf Kristersson"},
		{"Kaja Kallas met Petr Pavel in Prague on Tuesday and expects an answer by Saturday.", "2024-05-14 meeting held: Kaja Kallas+Petr Pavel"},
		{"Kaja Kallas met Petr Pavel in Prague on Tuesday. The defence ministers Hanno Pevkur and Jana Černochová have to speak to each other.", "2024-05-14 meeting held: Kaja Kallas+Petr Pavel"},
		// What had been announced or hit on another day is no day of theirs.
		{"Kaja Kallas received Petr Pavel in Tallinn. On Monday the prime minister had promised more shells.", "2024-05-16 meeting held: Kaja Kallas+Petr Pavel"},
		{"Kaja Kallas received Petr Pavel in Tallinn. Parliament had voted on Tuesday.", "2024-05-16 meeting held: Kaja Kallas+Petr Pavel"},
		{"Kaja Kallas received Petr Pavel in Tallinn. On Monday she had met him at the airport.", "2024-05-13 meeting held: Kaja Kallas+Petr Pavel"},
	})
}
