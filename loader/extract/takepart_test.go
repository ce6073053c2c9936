package extract

import "testing"

// TestTakePart reads who sat in on talks, and beside each who is only named. Every text is of Thursday, 16 May 2024.
func TestTakePart(t *testing.T) {
	readAll(t, []turn{
		// Who joined the talks that were told before.
		{
			"Alexander Stubb received Ulf Kristersson in Helsinki on Tuesday.\nThe conversation on the part of Finland was attended by Elina Valtonen, Minister for Foreign Affairs, and Antti Häkkänen, Minister of Defence.",
			"2024-05-14 meeting held: Alexander Stubb+Antti Häkkänen+Elina Valtonen+Ulf Kristersson",
		},
		{
			"Donald Tusk held talks with Petr Fiala in Prague on Tuesday.\nRadosław Sikorski and the Czech foreign minister Jan Lipavský joined them.",
			"2024-05-14 meeting held: Donald Tusk+Jan Lipavský+Petr Fiala+Radosław Sikorski",
		},
		{
			"Donald Tusk held talks with Petr Fiala in Prague on Tuesday.\nThey were joined by Radosław Sikorski.",
			"2024-05-14 meeting held: Donald Tusk+Petr Fiala+Radosław Sikorski",
		},
		{
			"Donald Tusk held talks with Petr Fiala in Prague on Tuesday.\nA concert in the evening was attended by Radosław Sikorski.",
			"2024-05-14 meeting held: Donald Tusk+Petr Fiala",
		},
		// Who sat beside those who talked, in the room or on one side, and who did not.
		{
			"Donald Tusk held talks with Petr Fiala in Prague on Tuesday.\nRadosław Sikorski, who had flown in from Rome, sat next to him and wrote.",
			"2024-05-14 meeting held: Donald Tusk+Petr Fiala+Radosław Sikorski",
		},
		{
			"Donald Tusk held talks with Petr Fiala in Prague on Tuesday.\nAmong those on the Polish side was Radosław Sikorski. So was Władysław Kosiniak-Kamysz.",
			"2024-05-14 meeting held: Donald Tusk+Petr Fiala+Radosław Sikorski+Władysław Kosiniak-Kamysz",
		},
		{
			"Donald Tusk held talks with Petr Fiala in Prague on Tuesday.\nJan Lipavský was in the room, too. With Tusk were Radosław Sikorski and two advisers.",
			"2024-05-14 meeting held: Donald Tusk+Jan Lipavský+Petr Fiala+Radosław Sikorski",
		},
		{
			"Donald Tusk held talks with Petr Fiala in Prague on Tuesday.\nAlso present: Radosław Sikorski. The Czech delegation also included Jan Lipavský.",
			"2024-05-14 meeting held: Donald Tusk+Jan Lipavský+Petr Fiala+Radosław Sikorski",
		},
		{
			"Donald Tusk held talks with Petr Fiala in Prague on Tuesday.\nRadosław Sikorski was not at the table. Jan Lipavský had sat at it in January and will sit there again.",
			"2024-05-14 meeting held: Donald Tusk+Petr Fiala",
		},
		{
			"Donald Tusk held talks with Petr Fiala in Prague on Tuesday.\nRadosław Sikorski did not take part. In June the two are to have three-way talks with Olaf Scholz.",
			"2024-05-14 meeting held: Donald Tusk+Petr Fiala",
		},
		{
			"Donald Tusk held talks with Petr Fiala in Prague on Tuesday.\nTusk received Andrzej Duda for an hour before he left.",
			"2024-05-14 meeting held: Donald Tusk+Petr Fiala",
		},
		{
			"Donald Tusk held talks with Petr Fiala in Prague on Tuesday; his own minister, Radosław Sikorski, sat at the table too.",
			"2024-05-14 meeting held: Donald Tusk+Petr Fiala+Radosław Sikorski",
		},
		{
			"Donald Tusk held talks with Petr Fiala, flanked by Jan Lipavský, in Prague on Tuesday.\nPresent for Poland: Foreign Minister Radosław Sikorski. Robert Fico joined them after lunch.",
			"2024-05-14 meeting held: Donald Tusk+Jan Lipavský+Petr Fiala+Radosław Sikorski+Robert Fico",
		},
		{
			"Donald Tusk held talks with Petr Fiala in Prague on Tuesday.\nForeign ministers Radosław Sikorski and Jan Lipavský took part and shook their heads.",
			"2024-05-14 meeting held: Donald Tusk+Jan Lipavský+Petr Fiala+Radosław Sikorski",
		},
		{
			"Donald Tusk held talks with Petr Fiala in Prague on Tuesday with the participation of Foreign Ministers Radosław Sikorski and Jan Lipavský.",
			"2024-05-14 meeting held: Donald Tusk+Jan Lipavský+Petr Fiala+Radosław Sikorski",
		},
		{
			"Donald Tusk held talks with Petr Fiala in Prague on Tuesday.\nThe Polish foreign minister wants to see Jan Lipavský in Brno.",
			"2024-05-14 meeting held: Donald Tusk+Petr Fiala",
		},
		// Lists with posts between commas, and groups that have been named.
		{
			"Jan Lipavský, foreign affairs, and Jana Černochová, defence, sat down with Donald Tusk in Warsaw on Tuesday.",
			"2024-05-14 meeting held: Donald Tusk+Jan Lipavský+Jana Černochová",
		},
		{
			"On Tuesday Petr Fiala of Czechia and from Slovakia Juraj Blanár, foreign affairs, and Robert Kaliňák, defence, sat down in Warsaw with Donald Tusk.",
			"2024-05-14 meeting held: Donald Tusk+Juraj Blanár+Petr Fiala+Robert Kaliňák",
		},
		{
			"Petr Fiala, who is new, told the press, and Jan Lipavský, who was not, sat down with Donald Tusk in Warsaw on Tuesday.",
			"2024-05-14 meeting held: Donald Tusk+Jan Lipavský",
		},
		{
			"Petr Fiala, Jan Lipavský and Jana Černochová took the train to Warsaw. On Tuesday Donald Tusk met the three of them.",
			"2024-05-14 meeting held: Donald Tusk+Jan Lipavský+Jana Černochová+Petr Fiala",
		},
		{
			"Petr Fiala, Jan Lipavský and Jana Černochová took the train to Warsaw. It was Donald Tusk who waited. The four sat together on Tuesday.",
			"2024-05-14 meeting held: Donald Tusk+Jan Lipavský+Jana Černochová+Petr Fiala",
		},
		{
			"Petr Fiala, Robert Fico and Karl Nehammer took the train to Warsaw. Donald Tusk received the three guests on Tuesday.",
			"2024-05-14 meeting held: Donald Tusk+Karl Nehammer+Petr Fiala+Robert Fico",
		},
		// Who is only spoken of, or married to one of them, or sent a film.
		{
			"Jan Lipavský came to Warsaw on Tuesday, the first of the Fiala government to do so. He had talks with Radosław Sikorski.",
			"2024-05-14 meeting held: Jan Lipavský+Radosław Sikorski",
		},
		{
			"Petr Pavel and first lady Eva Pavlová received Kaja Kallas in Prague on Tuesday.",
			"2024-05-14 meeting held: Kaja Kallas+Petr Pavel",
		},
		{"Eva Pavlová received Olena Zelenska in Prague on Tuesday.", "2024-05-14 meeting held: Eva Pavlová+Olena Zelenska"},
		{
			"Donald Tusk held talks with Petr Fiala in Prague on Tuesday. Tusk had sat in the same room before.",
			"2024-05-14 meeting held: Donald Tusk+Petr Fiala",
		},
		{
			"Donald Tusk received Petr Fiala in Warsaw on Tuesday. For that post, so he told the press after the talks, there is one candidate, the Romanian Klaus Iohannis.",
			"2024-05-14 meeting held: Donald Tusk+Petr Fiala",
		},
		// The Dutch are of the Netherlands.
		{
			"Donald Tusk received the Dutch prime minister in Warsaw on Tuesday. Dick Schoof, who succeeds Mark Rutte in July, was not there.",
			"2024-05-14 meeting held: Donald Tusk+Mark Rutte",
		},
		{
			"Donald Tusk held talks with Petr Fiala in Prague on Tuesday.\nRadosław Sikorski, who needed no interpreter, was at the table. So was the Czech minister, Jan Lipavský.",
			"2024-05-14 meeting held: Donald Tusk+Jan Lipavský+Petr Fiala+Radosław Sikorski",
		},
		// One, then the other; and whom he had seen before.
		{
			"In Prague on Tuesday Donald Tusk first met Petr Pavel, then Robert Fico.",
			"2024-05-14 meeting held: Donald Tusk+Petr Pavel; Donald Tusk+Robert Fico",
		},
		{
			"Donald Tusk received Petr Fiala in Warsaw on Tuesday. In the morning he sat with Robert Fico and Karl Nehammer, and the three had tea.",
			"2024-05-14 meeting held: Donald Tusk+Karl Nehammer+Robert Fico; Donald Tusk+Petr Fiala",
		},
		// A chancellor is no prime minister.
		{
			"Olaf Scholz and Donald Tusk issued a statement. It followed a call on Tuesday between the prime minister and Robert Fico.",
			"2024-05-14 call held: Donald Tusk+Robert Fico",
		},
		// Lists with sides and brackets in them.
		{
			"Mark Rutte received Volodymyr Zelensky in The Hague on Tuesday. The talks were attended by Minister of Defence Kajsa Ollongren; and, on the Ukrainian side, by Minister of Defence Rustem Umerov.",
			"2024-05-14 meeting held: Kajsa Ollongren+Mark Rutte+Rustem Umerov+Volodymyr Zelenskyy",
		},
		{
			"On Tuesday Volodymyr Zelensky sat down in Odesa with Kaja Kallas (whose train was late), Evika Siliņa and Ingrida Šimonytė.",
			"2024-05-14 meeting held: Evika Siliņa+Ingrida Šimonytė+Kaja Kallas+Volodymyr Zelenskyy",
		},
		// The head of something, whom no table knows.
		{
			"Recep Tayyip Erdoğan hosted Volodymyr Zelensky in Ankara on Tuesday.\nForeign Minister Hakan Fidan and the head of the shipbuilding office, Kemal Tuncer, took part in the talks.",
			"2024-05-14 meeting held: Hakan Fidan+Kemal Tuncer+Recep Tayyip Erdoğan+Volodymyr Zelenskyy",
		},
		{
			"Recep Tayyip Erdoğan hosted Volodymyr Zelensky in Ankara on Tuesday.\nThe head of the shipbuilding office, Kemal Tuncer, praised the corvettes.",
			"2024-05-14 meeting held: Recep Tayyip Erdoğan+Volodymyr Zelenskyy",
		},
		// Behind a verb's object and ‘and’ the subject is the same.
		{
			"Chancellor Olaf Scholz accompanied the president and took part in the talks. Frank-Walter Steinmeier met Sergio Mattarella in Rome on Tuesday.",
			"2024-05-14 meeting held: Frank-Walter Steinmeier+Sergio Mattarella",
		},
		// One hour, and then somebody else.
		{
			"On Tuesday Volodymyr Zelensky had Mark Rutte to himself for an hour in Odesa and then Kaja Kallas.",
			"2024-05-14 meeting held: Kaja Kallas+Volodymyr Zelenskyy; Mark Rutte+Volodymyr Zelenskyy",
		},
		// Who was at a gathering: on its days, in its hall, and not only received by the monarch.
		{
			"Nordic summit in Copenhagen\nMette Frederiksen hosted Alexander Stubb, Ulf Kristersson and Jonas Gahr Støre at a Nordic summit in Copenhagen on Tuesday. Kaja Kallas arrives tomorrow. On Monday Frederiksen met Donald Tusk in Warsaw.",
			"2024-05-14 summit held: Alexander Stubb+Jonas Gahr Støre+Mette Frederiksen+Ulf Kristersson; Donald Tusk+Mette Frederiksen",
		},
		{
			"Nordic summit in Copenhagen\nMette Frederiksen hosted Alexander Stubb, Ulf Kristersson and Jonas Gahr Støre at a Nordic summit in Copenhagen on Tuesday. Others spoke from screens, Kaja Kallas among them.",
			"2024-05-14 summit held: Alexander Stubb+Jonas Gahr Støre+Mette Frederiksen+Ulf Kristersson",
		},
		{
			"Nordic summit in Copenhagen\nMette Frederiksen hosted Alexander Stubb, Ulf Kristersson and Petr Pavel at a summit in Copenhagen on Tuesday. King Frederik and Queen Mary received Petr Pavel in audience afterwards.",
			"2024-05-14 summit held: Alexander Stubb+Mette Frederiksen+Petr Pavel+Ulf Kristersson; Frederik X+Mary+Petr Pavel",
		},
		{
			"Leaders at the security conference in Munich\nPetr Pavel spoke to the security conference on Saturday. Volodymyr Zelensky received Mette Frederiksen there the same day. Kamala Harris and Kaja Kallas spoke too.",
			"2024-05-11 meeting held: Mette Frederiksen+Volodymyr Zelenskyy",
		},
		{
			"Olaf Scholz held a summit with Polish Prime Minister Donald Tusk in Berlin on Tuesday. Emmanuel Macron was in Paris.",
			"2024-05-14 meeting held: Donald Tusk+Olaf Scholz",
		},
		// Who is of the second rank takes part where the words say so, or where the text is about him.
		{"Olaf Scholz received Volodymyr Zelensky in Berlin on Tuesday. Christian Lindner and Zelensky agree that the money is there.", "2024-05-14 meeting held: Olaf Scholz+Volodymyr Zelenskyy"},
		{"Volodymyr Zelensky met Olaf Scholz and Christian Lindner in Berlin on Tuesday.", "2024-05-14 meeting held: Christian Lindner+Olaf Scholz+Volodymyr Zelenskyy"},
		{"German Finance Minister Christian Lindner and Volodymyr Zelensky discussed a loan in Kyiv on Tuesday.", "2024-05-14 meeting held: Christian Lindner+Volodymyr Zelenskyy"},
		// Next to somebody is with him.
		{"On Tuesday Joe Biden sat next to Volodymyr Zelensky in the Oval Office. They spoke about Patriots.", "2024-05-14 meeting held: Joe Biden+Volodymyr Zelenskyy"},
		{"Next week Joe Biden flies to Rome. Volodymyr Zelensky lives next to the palace.", ""},
	})
}
