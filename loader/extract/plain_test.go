package extract

import "testing"

// TestPlainNews reads plain reports in which one small thing decides who took part, and whether it took place. Every text is of
// Thursday, 16 May 2024.
func TestPlainNews(t *testing.T) {
	readAll(t, []turn{
		// An office without a country, received by whoever is of the country of one who holds it, is the guest's.
		{
			"Finnish Foreign Minister Elina Valtonen was in Tallinn on Tuesday. Valtonen told a joint press conference with Margus Tsahkna, with whom she had held talks, that cables are safe. Prime Minister Kaja Kallas received the minister in the afternoon.",
			"2024-05-14 meeting held: Elina Valtonen+Kaja Kallas; Elina Valtonen+Margus Tsahkna",
		},
		// A leader of a union is anybody of it, and speaks for his country.
		{"Robert Fico met Xi Jinping in Beijing on Tuesday, a rare meeting of a European Union leader with the Chinese president.", "2024-05-14 meeting held: Robert Fico+Xi Jinping"},
		// Who takes office where somebody is bound for is not who met him on the way.
		{
			"Prime Minister Ulf Kristersson came to the runway in Visby on Tuesday. Kaja Kallas, on the way to Iceland where Halla Tómasdóttir takes office, made a stop. They spoke about cables.",
			"2024-05-14 meeting held: Kaja Kallas+Ulf Kristersson",
		},
		{"Kaja Kallas flew on to Prague on Tuesday, where Petr Pavel showed her the castle.", "2024-05-14 meeting held: Kaja Kallas+Petr Pavel"},
		// A talk of two, and a table of four of which one is told as sitting with three others.
		// Of two enemies the one who is named first sits at the table, and the other comments on it.
		{
			"Ulf Kristersson of Sweden, Petteri Orpo of Finland and Mette Frederiksen of Denmark came to Lviv on Tuesday. Volodymyr Zelensky and his guests gathered there for the Lviv Summit. " +
				"Sergey Lavrov called it a show.",
			"2024-05-14 summit held: Mette Frederiksen+Petteri Orpo+Ulf Kristersson+Volodymyr Zelenskyy",
		},
		// Who met on the day of the paper has met, whatever is said of the next years.
		{
			"Sweden, Finland and Denmark hold first summit since 2019\n\nThe leaders of Sweden, Finland and Denmark met in Oslo on Tuesday. Ulf Kristersson was the host. Petteri Orpo represented Finland, and Mette Frederiksen Denmark. " +
				"They say that they'll hold the summit every year.",
			"2024-05-14 summit held: Mette Frederiksen+Petteri Orpo+Ulf Kristersson",
		},
		// A headline is read whatever its capitals.
		{"KALLAS SCRAPS TALKS WITH CZECH PM\n\nThe government told Prague that Kaja Kallas was not available any more. Petr Fiala is flying home.", ""},
		{"Kallas Pulls the Plug on Meeting With Fiala\n\nKaja Kallas was due to see Petr Fiala in Prague on Wednesday.", ""},
		// What was done was done on no day that is yet to come.
		{
			"Robert Fico spoke with Viktor Orbán in Budapest about the contract that ends on 1 July.",
			"2024-05-16 meeting held: Robert Fico+Viktor Orbán",
		},
		// Who was in town and sat elsewhere took no part.
		{
			"The summit of the northern states took place in Oslo on Tuesday. At the table: Jonas Gahr Støre, Ulf Kristersson, Petteri Orpo and Mette Frederiksen. " +
				"Antony Blinken, who was in the city the same day, sat elsewhere.",
			"2024-05-14 summit held: Jonas Gahr Støre+Mette Frederiksen+Petteri Orpo+Ulf Kristersson",
		},
		// Several who were received one after the other were received apart.
		{
			"Ulf Kristersson and Petteri Orpo were received by Petr Pavel in Prague on Tuesday, one after the other.",
			"2024-05-14 meeting held: Petr Pavel+Petteri Orpo; Petr Pavel+Ulf Kristersson",
		},
		{
			"Ulf Kristersson and Petteri Orpo held separate talks with Petr Pavel in Prague on Tuesday.",
			"2024-05-14 meeting held: Petr Pavel+Petteri Orpo; Petr Pavel+Ulf Kristersson",
		},
		// They are all who came.
		{
			"Petteri Orpo travelled to Prague on Tuesday together with Ulf Kristersson and Mette Frederiksen. Petr Pavel received the three at the castle.",
			"2024-05-14 meeting held: Mette Frederiksen+Petr Pavel+Petteri Orpo+Ulf Kristersson",
		},
		// A life told when it has ended is no news of whom somebody met in it.
		{
			"John Doe, the envoy, dies at 90\n\nThe envoy John Doe died on Tuesday. Born in Ohio, he emigrated early and never retired. Vladimir Putin received him often. " +
				"In his last summer he flew to China and was welcomed by Xi Jinping. He is survived by six grandchildren.",
			"",
		},
		// An office in the plural with its countries is whoever holds it there.
		{
			"The presidents of Poland and Lithuania were on the phone with one another on Tuesday. Andrzej Duda raised the border, Gitanas Nausėda raised cables.",
			"2024-05-14 call held: Andrzej Duda+Gitanas Nausėda",
		},
		{
			"Talks between the prime ministers of Estonia and Finland took place in Tallinn on Tuesday. Kaja Kallas spoke of cables. Petteri Orpo agreed.",
			"2024-05-14 meeting held: Kaja Kallas+Petteri Orpo",
		},
		{
			"On Tuesday the Finnish and Estonian foreign ministers held talks in Tallinn. Elina Valtonen spoke about cables. Margus Tsahkna agreed.",
			"2024-05-14 meeting held: Elina Valtonen+Margus Tsahkna",
		},
		{"On Tuesday the foreign ministers of Finland and Estonia were asked about cables. Elina Valtonen shrugged. So would Margus Tsahkna have done.", ""},
		// A port of call is no call.
		{
			"Valtonen makes Tallinn her first port of call\n\nElina Valtonen was in Tallinn on Tuesday, telling Margus Tsahkna that Finland will help. The meeting was short.",
			"2024-05-14 meeting held: Elina Valtonen+Margus Tsahkna",
		},
		// Who joined something that is no talks, and who met only his own people.
		{
			"Petr Pavel met Kaja Kallas in Prague on Tuesday. Foreign Minister Margus Tsahkna joined the march for peace in the old town.",
			"2024-05-14 meeting held: Kaja Kallas+Petr Pavel",
		},
		{"Petr Pavel sent his condolences. On Tuesday Narendra Modi held a meeting on the floods with his staff.", ""},
		// He, in a clause in front of the main one, is whom that names.
		{
			"On Tuesday morning, before he was received by Petr Pavel, Ulf Kristersson held an hour of talks with Petr Fiala in Prague. Mette Frederiksen was in Oslo.",
			"2024-05-14 meeting held: Petr Fiala+Ulf Kristersson; Petr Pavel+Ulf Kristersson",
		},
		// What is proposed is no gathering, and what is not on the agenda does not take place.
		{
			"Petteri Orpo proposes contact group\n\nOn Tuesday Petteri Orpo was received by Petr Pavel in Prague. He suggested that the two form a contact group with Sweden. Ulf Kristersson was in Prague in March.",
			"2024-05-14 meeting held: Petr Pavel+Petteri Orpo",
		},
		{"A meeting of Viktor Orbán and Petr Fiala isn't on the agenda, a minister has told reporters.", ""},
		// Somebody asked to come on a day is to come; whoever rings a palace calls.
		{
			"Petr Pavel has asked Ulf Kristersson to come to the castle in Prague on Friday, his office said. The two presidents of the chambers are told.",
			"2024-05-17 meeting planned: Petr Pavel+Ulf Kristersson",
		},
		{
			"Scholz rings the Kremlin\n\nThe conversation lasted an hour. Olaf Scholz called on Vladimir Putin on Tuesday to end the war.",
			"2024-05-14 call held: Olaf Scholz+Vladimir Putin",
		},
		// They are those whom the text named last, though some sentences stand between.
		{
			"Ulf Kristersson, the prime minister, and Tobias Billström, the foreign minister, were in Prague on Tuesday. The day began at a factory. It rained. Nobody minded. " +
				"In the afternoon they sat with Petr Pavel for an hour.",
			"2024-05-14 meeting held: Petr Pavel+Tobias Billström+Ulf Kristersson",
		},
		// A request that is put to somebody is put in talks.
		{
			"Filippo Grandi ended his tour on Tuesday with an hour at the castle in Prague, where Petr Pavel put to him one request above all.",
			"2024-05-14 meeting held: Filippo Grandi+Petr Pavel",
		},
		// Talks that were held are the news, and not the conference that both spoke of.
		{
			"Swiss to host summit on cables\n\nAt a joint appearance on Tuesday evening Viola Amherd and Petr Pavel made known that Switzerland will host a summit on cables. " +
				"The two spoke in Bern for an hour. Xi Jinping's China will be asked.",
			"2024-05-14 meeting held: Petr Pavel+Viola Amherd",
		},
		// A spokesman who tells of talks was not their other side.
		{
			"Viktor Orbán met Petr Fiala in Prague on Tuesday. \"Good talks with Prime Minister Fiala,\" his press secretary Zoltan Kovacs said.",
			"2024-05-14 meeting held: Petr Fiala+Viktor Orbán",
		},
		// What somebody could not do was told, and nothing was called off.
		{
			"Ulf Kristersson brought generators to Prague. What he could not bring was explained to Petr Pavel at their meeting on Tuesday.",
			"2024-05-14 meeting held: Petr Pavel+Ulf Kristersson",
		},
	})
}
