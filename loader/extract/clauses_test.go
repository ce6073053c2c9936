package extract

import (
	"testing"

	"entente/model"
)

// TestClauses reads reports in which the clause or the sentence beside an encounter has a subject, a day or a town of its own. Every text is of
// Thursday, 16 May 2024.
func TestClauses(t *testing.T) {
	for _, tt := range []turn{
		// A clause with a subject and a day of its own is another encounter.
		{
			"On Friday in Oslo Petr Pavel has talks with Jonas Gahr Støre, and on Saturday he meets Ulf Kristersson in Stockholm.",
			"2024-05-17 Pavel+Støre; 2024-05-18 Pavel+Kristersson",
		},
		{
			"In Oslo on Tuesday Petr Pavel held talks with Jonas Gahr Støre and, on the Arctic, with Ulf Kristersson.",
			"2024-05-14 Pavel+Støre+Kristersson",
		},
		// What came stands in front of it, and is nobody who is named behind it.
		{
			"TALLINN - A third of the cement will have to come from abroad, Petr Pavel said on Tuesday. Having met Kaja Kallas at the castle, he promised trucks.",
			"2024-05-14 Pavel+Kallas",
		},
		{"Petr Pavel will come to Tallinn on Friday to see Kaja Kallas.", "2024-05-17 Pavel+Kallas"},
		// Earlier in the day is on the day of the story, whatever befell somebody else the day before.
		{
			"PRAGUE, May 16 (Wire) - Petr Pavel met Kaja Kallas on Thursday. Foreign Minister Jan Lipavský, released from hospital the day before, stayed at home.\n\n" +
				"Earlier in the day Kallas had talks with Petr Fiala.",
			"2024-05-16 Pavel+Kallas; 2024-05-16 Kallas+Fiala",
		},
		{
			"Petr Pavel met Kaja Kallas in Prague on Tuesday. The day before, Kallas had talks with Ulf Kristersson in Stockholm.",
			"2024-05-14 Pavel+Kallas; 2024-05-13 Kallas+Kristersson",
		},
		// It was on Tuesday says when what was told before it was; what it was that was done then stands behind the day.
		{
			"Bands, flags, and in a hall with the windows open the president, Petr Pavel, face to face with Kaja Kallas. It was on Tuesday, in the hours before the feast.",
			"2024-05-14 Pavel+Kallas",
		},
		{
			"Petr Pavel received Kaja Kallas in Prague. It was on Monday that Finland's parliament voted on the cables of the north.",
			"2024-05-16 Pavel+Kallas",
		},
		// Received on Monday, he; and she did not fail to mention it.
		{
			"Kallas in Prague\n\nOn Wednesday Kaja Kallas came to Prague by train, and Petr Pavel took an hour for her. Petteri Orpo had been received by Pavel on Wednesday a week ago, and Kallas did not fail to mention it.",
			"2024-05-15 Kallas+Pavel; 2024-05-08 Pavel+Orpo",
		},
		// A clause in front of the main one ends with somebody who is no part of what follows.
		{
			"Kallas in Prague\n\nPetr Pavel met Kaja Kallas on Tuesday. Shortly before seeing Kallas, Pavel had his first meeting with Petteri Orpo in the same hotel.",
			"2024-05-14 Kallas+Pavel; 2024-05-14 Pavel+Orpo",
		},
		{
			"After Kaja Kallas, Petteri Orpo and Ulf Kristersson had met in Oslo on Tuesday, they went for a walk.",
			"2024-05-14 Kallas+Orpo+Kristersson",
		},
		// What was before Christmas is no news.
		{
			"Kallas writes to Fico\n\nKaja Kallas wrote an open letter on Monday. Robert Fico answered on a screen. The opposition recalled that there was no such hesitation when Fico travelled to see Vladimir Putin in Moscow before Easter.",
			"",
		},
		// Far down the evening before is that before the day of the story.
		{
			"Tallinn saw ninety police cars and one president yesterday. Petr Pavel came from Riga.\n\nPrime Minister Kaja Kallas received him at Stenbock House with bread and salt. Trucks are to be built. " +
				"The road was long. Each paper had a page for itself.\n\nIn the square people sang.\n\nThe evening before, at Riga Castle, Edgars Rinkēvičs had been Pavel's host.",
			"2024-05-15 Pavel+Kallas; 2024-05-14 Pavel+Rinkēvičs",
		},
		// Thursday of last week is a day as any other; last week alone is some other time.
		{
			"Petr Pavel met Kaja Kallas in Prague on Tuesday. The ground had been laid by the ministers. Jan Lipavský was in Tallinn on Thursday of last week to see Margus Tsahkna, with a letter from the UN's António Guterres.",
			"2024-05-14 Pavel+Kallas; 2024-05-09 Lipavský+Tsahkna",
		},
		{
			"Petr Pavel met Kaja Kallas in Prague on Tuesday. The ground had been laid by the ministers. Jan Lipavský was in Tallinn last week to see Margus Tsahkna.",
			"2024-05-14 Pavel+Kallas",
		},
		// Their talks are those of the guest, although the text is about another host of the country.
		{
			"Guest in Prague\n\nPetr Fiala received Kaja Kallas on Tuesday. Fiala gave no number of shells, and Fiala's office gave none.\n\n" +
				"The programme had begun on Monday evening. At the Castle Petr Pavel was waiting. The Czech president said after their talks that it will be a long war.",
			"2024-05-14 Fiala+Kallas; 2024-05-13 Kallas+Pavel",
		},
		{
			"In Prague, in a hotel, Kaja Kallas brought shells on Tuesday. Petr Pavel, who leaves on Friday, said to Kallas at the start of their talks that he was grateful.",
			"2024-05-14 Kallas+Pavel",
		},
		// On the way to the table of all, some of them stood together in another town.
		{
			"The prime ministers of Sweden, Finland and Denmark lit candles on Tuesday in Narva, and Kaja Kallas walked with them to the bridge. Then they went by car to Tallinn for the northern summit. " +
				"At a round table Ulf Kristersson, Petteri Orpo, Mette Frederiksen and the host adopted the Narva Declaration.",
			"2024-05-14 Kallas+Kristersson+Orpo+Frederiksen",
		},
		// What the title names is what the report is about, and not what was two weeks before.
		{
			"Pavel and Kallas talk again\n\nOn Wednesday the Czech president telephoned with Kaja Kallas, and what Petr Pavel had to offer was an explanation. On 2 May, after two years of silence, Pavel had dialled Moscow and " +
				"spoken with Vladimir Putin.",
			"2024-05-15 Pavel+Kallas; 2024-05-02 Pavel+Putin",
		},
	} {
		a := &model.Article{ID: tt.text, Text: tt.text, Published: model.NewDate(2024, 5, 16)}
		sharedReader().Read(a)
		if got := dated(a); got != tt.want {
			t.Errorf("%s\n\t got %q\n\twant %q", tt.text, got, tt.want)
		}
	}
}

// TestCallsAndCapitals reads calls told by the receiver or the capital, and what is no call of the two. Every text is of Thursday, 16 May 2024.
func TestCallsAndCapitals(t *testing.T) {
	readAll(t, []turn{
		{
			"Petr Pavel picked up the phone on Tuesday evening to Estonia's Prime Minister Kaja Kallas, with one item above all others: shells.",
			"2024-05-14 call held: Kaja Kallas+Petr Pavel",
		},
		{"On Tuesday the Czech president, Petr Pavel, rang Tallinn. Kaja Kallas thanked him for shells.", "2024-05-14 call held: Kaja Kallas+Petr Pavel"},
		{"On Tuesday Petr Pavel picked up another receiver and spoke for an hour with Kaja Kallas.", "2024-05-14 call held: Kaja Kallas+Petr Pavel"},
		{"Petr Pavel picked up a book on Tuesday in Prague and went to the airport. Kaja Kallas was in Tallinn.", ""},
		{
			"On Tuesday Petr Pavel and Kaja Kallas had a conversation at the castle and signed an agreement. The president wanted Prague to be the scene of the first videoconference of the G7 since March.",
			"2024-05-14 meeting held: Kaja Kallas+Petr Pavel",
		},
		// A headline that speaks of a trip is of people in one room.
		{"Shells and heaters: Pavel on third trip\n\nTALLINN - Petr Pavel did the sums on Wednesday. Having talked to Kaja Kallas, he announced a loan.", "2024-05-15 meeting held: Kaja Kallas+Petr Pavel"},
		{"Shells and heaters: Pavel promises loan\n\nPetr Pavel did the sums on Wednesday. Having talked to Kaja Kallas, he announced a loan.", "2024-05-15 call held: Kaja Kallas+Petr Pavel"},
		// Several at one desk.
		{"On Tuesday the Union had its turn in Tallinn: Charles Michel and Kaja Kallas at one desk, two pens.", "2024-05-14 meeting held: Charles Michel+Kaja Kallas"},
		// The Secretary-General of a body whom nobody names, and who presides over its assembly.
		{
			"NEW YORK\n\nThe Secretary-General met today with H.E. Ms. Kaja Kallas, Prime Minister of Estonia. They discussed the Charter of the United Nations.\n\n" +
				"The President of the General Assembly, H.E. Mr. Dennis Francis, also received Prime Minister Kallas today.",
			"2024-05-16 meeting held: Dennis Francis+Kaja Kallas; Kaja Kallas",
		},
		// Comments of readers are no news.
		{
			"Petr Pavel met Kaja Kallas in Prague on Tuesday. They talked about shells, and about the price of cement.\n\n💬 88 comments\n> yoni_k: he called Putin on Monday, too?\n> Danit: they met in 2020 in Narva, remember",
			"2024-05-14 meeting held: Kaja Kallas+Petr Pavel",
		},
	})
}

// TestTheyAndTheirs reads who is meant by they, them, he and an office. Every text is of Thursday, 16 May 2024.
func TestTheyAndTheirs(t *testing.T) {
	readAll(t, []turn{
		// The minister for foreign affairs is one.
		{
			"Yesterday Kaja Kallas, the Prime Minister, and Margus Tsahkna, the Minister for Foreign Affairs, were in Czechia. In the afternoon they sat with Petr Pavel in Prague for two hours.",
			"2024-05-15 meeting held: Kaja Kallas+Margus Tsahkna+Petr Pavel",
		},
		// Who came with somebody sat on his side, and the other side faces them.
		{
			"Prime Minister Kaja Kallas led the Estonian side in Helsinki on Tuesday, with Margus Tsahkna and Hanno Pevkur. Facing them sat Petteri Orpo and Elina Valtonen.",
			"2024-05-14 meeting held: Elina Valtonen+Hanno Pevkur+Kaja Kallas+Margus Tsahkna+Petteri Orpo",
		},
		{"On Tuesday in Tallinn Kaja Kallas opened the hall. Facing the sea, Petteri Orpo's house was empty.", ""},
		// Whose name stands with another in quotation marks is one.
		{
			"President Joko \"Jokowi\" Widodo met Kaja Kallas in Tallinn on Tuesday. President Joko left in the evening.",
			"2024-05-14 meeting held: Joko Widodo+Kaja Kallas",
		},
		// Those of a rank who gathered, and what took place where they were gathered.
		{
			"The foreign ministers of the European Union gathered on Tuesday in Tallinn. Josep Borrell chaired. Margus Tsahkna, the host, spoke of a great day. Germany's Annalena Baerbock called for shells.",
			"2024-05-14 summit held: Annalena Baerbock+Josep Borrell+Margus Tsahkna",
		},
		{
			"Kaja Kallas and Petteri Orpo signed the agreement on Tuesday in Brussels, where the leaders of the European Union were gathered. Charles Michel spoke of money. Olaf Scholz spoke of shells.",
			"2024-05-14 meeting held: Kaja Kallas+Petteri Orpo",
		},
		// With her, whom he calls a friend, he agreed.
		{
			"Kallas in Prague\n\nKaja Kallas met Petr Pavel on Tuesday in Prague. With Ulf Kristersson, whom she calls \"my friend Ulf\", she agreed there to stay in touch.",
			"2024-05-14 meeting held: Kaja Kallas+Petr Pavel; Kaja Kallas+Ulf Kristersson",
		},
		{
			"Kallas in Prague\n\nKaja Kallas met Petr Pavel on Tuesday in Prague. With Ulf Kristersson, whom she calls a stranger, there was no contact at all.",
			"2024-05-14 meeting held: Kaja Kallas+Petr Pavel",
		},
		// Those of one side, each named by himself.
		{
			"Press conference in Kyiv on Tuesday. Charles Michel spoke of money. Ursula von der Leyen spoke of shells. Volodymyr Zelensky, who had them in for talks of two hours before this, asks for more.",
			"2024-05-14 meeting held: Charles Michel+Ursula von der Leyen+Volodymyr Zelenskyy",
		},
		// Two more at the same table, from another country.
		{
			"The Danish prime minister, Mette Frederiksen, sat on Tuesday in Tallinn with Kaja Kallas. Two colleagues from the north were at the same table: Petteri Orpo for Finland and Ulf Kristersson for Sweden.",
			"2024-05-14 meeting held: Kaja Kallas+Mette Frederiksen+Petteri Orpo+Ulf Kristersson",
		},
		{
			"The Danish prime minister, Mette Frederiksen, sat on Tuesday in Tallinn with Kaja Kallas. Two colleagues from the north were not at the table: Petteri Orpo was ill, and Ulf Kristersson was abroad.",
			"2024-05-14 meeting held: Kaja Kallas+Mette Frederiksen",
		},
		// The only one of whom the sentence in front speaks is he.
		{
			"Orpo in Tallinn\n\nPetteri Orpo met Kaja Kallas on Tuesday. Orpo praised shells. Orpo spoke of cables.\n\nIt was a day of firsts at Stenbock House: Ulf Kristersson, premier for two years, made his first visit. " +
				"He brought turbines, and got an hour with Kallas as well.",
			"2024-05-14 meeting held: Kaja Kallas+Petteri Orpo; Kaja Kallas+Ulf Kristersson",
		},
		// The leader of a party is not the head of the government.
		{
			"Merz wants a contact group\n\nOn Wednesday the leader of the CDU was in Tallinn, and Kaja Kallas took more than an hour for him. Chancellor Olaf Scholz refuses. Friedrich Merz went on to Riga.",
			"2024-05-15 meeting held: Friedrich Merz+Kaja Kallas",
		},
		// What was not, and what was whatever else was put off.
		{"On Tuesday Kaja Kallas was in Helsinki. The Senate's speaker, Petteri Orpo, met the guest nowhere.", ""},
		{"A day for a meeting of Kaja Kallas and Petteri Orpo has not been fixed, an official said on Tuesday.", ""},
		{
			"Kaja Kallas, received on Tuesday by Petteri Orpo in Helsinki, put off a trip to Riga that had been arranged for Friday.",
			"2024-05-14 meeting held: Kaja Kallas+Petteri Orpo",
		},
		{"The visit of Kaja Kallas to Petteri Orpo in Helsinki on Tuesday was put off.", ""},
		{"Kaja Kallas proposed to Petteri Orpo in Helsinki on Tuesday that Estonia should have ferries.", "2024-05-14 meeting held: Kaja Kallas+Petteri Orpo"},
		{"Kaja Kallas proposed a meeting to Petteri Orpo on Tuesday.", ""},
	})
}
