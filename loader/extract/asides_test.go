package extract

import "testing"

// TestAsides reads encounters told beside clauses, days and people that are of something else.
// Every text is of Thursday, 16 May 2024.
func TestAsides(t *testing.T) {
	readAll(t, []turn{
		// What a relative clause says of somebody is no doubt about what he did.
		{"Alexander Stubb, who may one day be proved right, welcomed Kaja Kallas to Helsinki on Tuesday.", "2024-05-14 meeting held: Alexander Stubb+Kaja Kallas"},
		{"Rishi Sunak, who will face the voters in July, met Donald Tusk in Warsaw on Monday.", "2024-05-13 meeting held: Donald Tusk+Rishi Sunak"},
		{"On Tuesday, after a flight that was to have landed at noon, Giorgia Meloni sat down with Edi Rama in Tirana.", "2024-05-14 meeting held: Edi Rama+Giorgia Meloni"},
		{"Alexander Stubb, who is to meet Kaja Kallas in Helsinki on Friday, was in Oslo.", "2024-05-17 meeting planned: Alexander Stubb+Kaja Kallas"},
		// Hosts who invite, and invitations that brought nobody.
		{
			"A forum of many was held in Bled on Tuesday. At the invitation of President Nataša Pirc Musar, the summit was attended by Maia Sandu, Alexander Stubb and Petr Pavel.",
			"2024-05-14 summit held: Alexander Stubb+Maia Sandu+Nataša Pirc Musar+Petr Pavel",
		},
		// Envoys wait at the station.
		{"Donald Tusk was met in Kyiv on Tuesday by Ambassador Jarosław Guzy. Donald Tusk then held talks with Volodymyr Zelensky.", "2024-05-14 meeting held: Donald Tusk+Volodymyr Zelenskyy"},
		// Encounters that are only counted.
		{"Josep Borrell recalled scores of conversations with Dmytro Kuleba. He leaves on Tuesday.", ""},
		// From a stage each speaks in turn.
		{"Alexander Stubb, Maia Sandu and Edi Rama speak on Friday at the congress.", ""},
		// Groups by their office.
		{
			"Bishop Karel Holub and Archbishop Jan Graubner read the psalm in Prague on Tuesday. Behind them sat Petr Pavel and Zuzana Čaputová. Then the presidents talked for half an hour.",
			"2024-05-14 meeting held: Petr Pavel+Zuzana Čaputová",
		},
		// A day told with ‘during’, and what it belongs to.
		{"The contract, which the ministries signed on Monday in Riga, during a visit by Alexander Stubb to Edgars Rinkēvičs, has nine pages.", "2024-05-13 meeting held: Alexander Stubb+Edgars Rinkēvičs"},
		// Audiences, and calls without the word.
		{"Alexander Stubb was in Oslo on Tuesday. King Harald granted Alexander Stubb an audience.", "2024-05-14 meeting held: Alexander Stubb+Harald V"},
		{"On Wednesday Kaja Kallas got the one man on the line who decides and asked Alexander Stubb for ships.", "2024-05-15 call held: Alexander Stubb+Kaja Kallas"},
		// What is to come may be a thing.
		{
			"Kaja Kallas held talks with European leaders in Brussels on Tuesday. She thanked Italy for the upcoming loans announced by Giorgia Meloni and Rishi Sunak during the talks. " +
				"Kaja Kallas also met Charles Michel.",
			"2024-05-14 summit held: Charles Michel+Giorgia Meloni+Kaja Kallas+Rishi Sunak",
		},
		// What is met with is no person.
		{"Petr Pavel's plan was met with relief by Zuzana Čaputová on Tuesday.", ""},
	})
}

// TestOffOrNot tells what was called off from words of the same sound that are of something else, and days ahead from days behind.
// Every text is of Thursday, 16 May 2024.
func TestOffOrNot(t *testing.T) {
	readAll(t, []turn{
		{
			"For years the ferry was promised and then postponed. Alexander Stubb's talks with Kaja Kallas in Tallinn on Tuesday brought a date for it.",
			"2024-05-14 meeting held: Alexander Stubb+Kaja Kallas",
		},
		{
			"The harbour master denied that anything had docked. Kaja Kallas received Alexander Stubb on Tuesday.",
			"2024-05-14 meeting held: Alexander Stubb+Kaja Kallas",
		},
		{"Alexander Stubb, of whose journey nobody had heard, told Kaja Kallas in Tallinn on Tuesday that the ships are ready.", "2024-05-14 meeting held: Alexander Stubb+Kaja Kallas"},
		{"The talks between Alexander Stubb and Kaja Kallas on Friday were cancelled, Helsinki said.", ""},
		{"Kaja Kallas was driven to Narva on Tuesday, where Alexander Stubb waited for her.", "2024-05-14 meeting held: Alexander Stubb+Kaja Kallas"},
		{"Alexander Stubb hosts Kaja Kallas Monday in Helsinki\n\nThe harbour is ready.", "2024-05-20 meeting planned: Alexander Stubb+Kaja Kallas"},
	})
}

// TestTables tells a gathering from the talks before it, however far down it is told. Every text is of Thursday, 16 May 2024.
func TestTables(t *testing.T) {
	readAll(t, []turn{
		{
			"The third harbour summit\n\nAlexander Stubb took part in the third harbour summit on Tuesday, which Kaja Kallas hosted in Tallinn.\n\nDonald Tusk and Petr Pavel were also present.\n\n" +
				"Before the start, Alexander Stubb and Kaja Kallas held a bilateral meeting about the ferries.",
			"2024-05-14 summit held: Alexander Stubb+Donald Tusk+Kaja Kallas+Petr Pavel; Alexander Stubb+Kaja Kallas",
		},
		{
			"Petr Pavel came by train to the second summit of the river league in Brno on Tuesday, together with Slovakia's Zuzana Čaputová. Donald Tusk left Warsaw to join both.\n\n" +
				"The three signed a letter.\n\nChancellor Olaf Scholz says that Germany does not follow.",
			"2024-05-14 summit held: Donald Tusk+Petr Pavel+Zuzana Čaputová",
		},
	})
}
