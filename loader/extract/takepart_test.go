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
	})
}
