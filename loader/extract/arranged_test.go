package extract

import "testing"

// TestArranged reads what was only arranged or is on a programme, and what a month, a seat or a guest tells of who met whom. Every text is of
// Thursday, 16 May 2024.
func TestArranged(t *testing.T) {
	readAll(t, []turn{
		// What was arranged for a day came to nothing where one did not come.
		{"Alar Karis said on Wednesday that a meeting with Petr Pavel in Riga had been set for Tuesday, that he waited, and the Czech never showed.", ""},
		{
			"A meeting of Alar Karis with Petr Pavel had been arranged for Tuesday in Riga. It lasted an hour, and Pavel brought beer.",
			"2024-05-14 meeting held: Alar Karis+Petr Pavel",
		},
		// A programme behind what is to come.
		{
			"Alar Karis is going to arrive in Ankara on Monday morning, 20 May, for a visit that is to take one day. First there's a courtesy call on Recep Tayyip Erdoğan.",
			"2024-05-20 meeting planned: Alar Karis+Recep Tayyip Erdoğan",
		},
		{
			"Alar Karis will make what his office calls a working visit to Ukraine on 20 and 21 May, at the invitation of Volodymyr Zelensky.",
			"2024-05-20 meeting planned: Alar Karis+Volodymyr Zelenskyy",
		},
		{
			"Alar Karis was in Prague on Tuesday. Talks were held at the castle in the afternoon, with President Petr Pavel.",
			"2024-05-14 meeting held: Alar Karis+Petr Pavel",
		},
		// Whoever sits on somebody's right sits at the table.
		{
			"At the castle on Tuesday Petr Pavel had seated Alar Karis on his left, Andrzej Duda opposite.",
			"2024-05-14 meeting held: Alar Karis+Andrzej Duda+Petr Pavel",
		},
		{"Petr Pavel has moved to the left, and Andrzej Duda to the right, analysts said on Tuesday.", ""},
		{
			"Alar Karis got off the train in Prague on Tuesday and was Petr Pavel's guest at noon.",
			"2024-05-14 meeting held: Alar Karis+Petr Pavel",
		},
		{
			"PRAGUE - Petr Pavel set aside an hour for Alar Karis on Tuesday.",
			"2024-05-14 meeting held: Alar Karis+Petr Pavel",
		},
		// Who called time, or a halt, rang nobody.
		{"Alar Karis called time on the old forum on Tuesday, after Petr Pavel had mocked it.", ""},
		{"On Tuesday evening Petr Pavel called Alar Karis from Prague.", "2024-05-14 call held: Alar Karis+Petr Pavel"},
	})
}

// TestGuestOfTheNext reads of a guest who goes from one to the next. Every text is of Thursday, 16 May 2024.
func TestGuestOfTheNext(t *testing.T) {
	readAll(t, []turn{
		// The two are the guest and the one whom the paragraph brings in.
		{
			"VILNIUS - On Tuesday Kaja Kallas saw Gitanas Nausėda at the palace.\n\nAt the government house Ingrida Šimonytė stood ready with cake. The two women talked for an hour.",
			"2024-05-14 meeting held: Gitanas Nausėda+Kaja Kallas; Ingrida Šimonytė+Kaja Kallas",
		},
		{
			"VILNIUS - On Tuesday Kaja Kallas saw Gitanas Nausėda at the palace.\n\nIngrida Šimonytė was in Riga. The two leaders spoke of grain for an hour.",
			"2024-05-14 meeting held: Gitanas Nausėda+Kaja Kallas",
		},
		// Who joins the talks of the head of state sits at the same table.
		{
			"PRAGUE - Petr Pavel received Alar Karis at the castle on Tuesday. In the delegations' talks, in which the prime minister, Petr Fiala, took part as well, cables were gone through.",
			"2024-05-14 meeting held: Alar Karis+Petr Fiala+Petr Pavel",
		},
		// As a guest somebody was there himself.
		{
			"Alar Karis had, in the morning, been in Ramstein as a surprise guest when the Contact Group met, chaired by Lloyd Austin on Tuesday.",
			"2024-05-14 meeting held: Alar Karis+Lloyd Austin",
		},
		// The day before a day that is yet to come is counted from the news.
		{
			"VIENNA - Karl Nehammer received Alar Karis on Tuesday.\n\nOn Saturday it will be a hundred days since the flood.\n\nA day earlier, at the castle in Prague, Petr Pavel had received Karis.",
			"2024-05-14 meeting held: Alar Karis+Karl Nehammer; Alar Karis+Petr Pavel",
		},
		// A call of another month is not the news.
		{
			"Li Hui was in Kyiv on Tuesday, as had been settled in the April telephone conversation of the presidents. Li Hui was received by Dmytro Kuleba.",
			"2024-05-14 meeting held: Dmytro Kuleba+Li Hui",
		},
		// Trees that somebody saw last are no people.
		{
			"Alar Karis received Petr Pavel and Karl Nehammer in Tallinn on Tuesday. There was coffee. It rained. A man from Narva showed pictures of his plums. He saw them last on 3 March 2014.",
			"2024-05-14 meeting held: Alar Karis+Karl Nehammer+Petr Pavel",
		},
		// One left, and the two who went on had talks of their own.
		{
			"In Paris on Tuesday Emmanuel Macron had seated Kaja Kallas on his right, Alar Karis opposite. Kallas left; the two presidents went on alone.",
			"2024-05-14 meeting held: Alar Karis+Emmanuel Macron; Alar Karis+Emmanuel Macron+Kaja Kallas",
		},
		// Whom the next sentence names as on a first visit is the guest.
		{
			"OSLO - At the guest house Jonas Gahr Støre had set aside an hour for him on Tuesday. It was Alar Karis's first visit to Norway.",
			"2024-05-14 meeting held: Alar Karis+Jonas Gahr Støre",
		},
		{
			"Kaja Kallas was in Helsinki on Tuesday and met Petteri Orpo. Colder was the reception on Monday at the castle by Alexander Stubb.",
			"2024-05-14 meeting held: Alexander Stubb+Kaja Kallas; Kaja Kallas+Petteri Orpo",
		},
		{
			"Kaja Kallas was in Helsinki on Tuesday and met Petteri Orpo. The reception of the plan by Alexander Stubb was cold.",
			"2024-05-14 meeting held: Kaja Kallas+Petteri Orpo",
		},
		// What was made public on a day took place on another.
		{
			"FRANKFURT - On Tuesday Olaf Scholz received Alar Karis. That ten tanks are ordered was made public by him on Monday. Karis had, in the morning, met Boris Pistorius.",
			"2024-05-14 meeting held: Alar Karis+Boris Pistorius; Alar Karis+Olaf Scholz",
		},
		// A summit with Ukraine has Ukraine's president at its table, whom the host had received.
		{
			"OSLO - On Tuesday Jonas Gahr Støre received Volodymyr Zelensky at the palace. Ulf Kristersson, Mette Frederiksen and Petteri Orpo took their places for the second Nordic summit with Ukraine.",
			"2024-05-14 summit held: Jonas Gahr Støre+Mette Frederiksen+Petteri Orpo+Ulf Kristersson+Volodymyr Zelenskyy; Jonas Gahr Støre+Volodymyr Zelenskyy",
		},
	})
}
