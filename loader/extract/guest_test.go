package extract

import "testing"

// TestFurther reads texts that tell of further encounters beside the one that they are about. Every text is of Thursday, 16 May 2024.
func TestFurther(t *testing.T) {
	const two = "2024-05-14 meeting held: Alar Karis+Petr Pavel; Kaja Kallas+Petr Pavel"
	readAll(t, []turn{
		// who the guest is
		{"Petr Pavel was in Tallinn on Tuesday and met President Alar Karis at Kadriorg. At Stenbock House the guest was received by Prime Minister Kaja Kallas.", two},
		{"On Tuesday Alar Karis received Petr Pavel in Tallinn. In the evening the visitor was received at Stenbock House by Prime Minister Kaja Kallas.", two},
		// beside a summit
		{
			"The second Baltic summit was held in Riga on Tuesday. Edgars Rinkēvičs opened it. Kaja Kallas spoke of money. Gitanas Nausėda spoke of rails. Petr Pavel had the last word. Over coffee Pavel and Kallas talked for an hour about shells.",
			"2024-05-14 summit held: Edgars Rinkēvičs+Gitanas Nausėda+Kaja Kallas+Petr Pavel; Kaja Kallas+Petr Pavel",
		},
		{
			"The second Baltic summit was held in Riga on Tuesday. Edgars Rinkēvičs, Kaja Kallas, Petr Pavel and Gitanas Nausėda took part. Pavel and Kallas signed the declaration last.",
			"2024-05-14 summit held: Edgars Rinkēvičs+Gitanas Nausėda+Kaja Kallas+Petr Pavel",
		},
		{
			"Kaja Kallas, Ulf Kristersson and Petr Pavel held a summit in Oslo on Tuesday with Jonas Gahr Støre. Before the others came Pavel was with Støre alone.",
			"2024-05-14 summit held: Jonas Gahr Støre+Kaja Kallas+Petr Pavel+Ulf Kristersson; Jonas Gahr Støre+Petr Pavel",
		},
		{
			"Petr Pavel received Kaja Kallas in Prague on Tuesday. Then came Ulf Kristersson, Mette Frederiksen and Petteri Orpo. With Pavel and Kallas they signed a declaration.",
			"2024-05-14 meeting held: Kaja Kallas+Mette Frederiksen+Petr Pavel+Petteri Orpo+Ulf Kristersson; Kaja Kallas+Petr Pavel",
		},
		// what is no more than a courtesy
		{"King Harald received Petr Pavel in Oslo on Tuesday. Crown Prince Haakon greeted Pavel in the courtyard.", "2024-05-14 meeting held: Harald V+Petr Pavel"},
		// other words for it
		{"Petr Pavel is expected by Kaja Kallas in Tallinn on Friday.", "2024-05-17 meeting planned: Kaja Kallas+Petr Pavel"},
		{"Petr Pavel had been expected by Kaja Kallas. His plane did not take off.", ""},
		{"On Tuesday Petr Pavel got his own half hour with Kaja Kallas in Tallinn.", "2024-05-14 meeting held: Kaja Kallas+Petr Pavel"},
		{"In Tallinn on Tuesday Kaja Kallas gave Petr Pavel and those with him a dinner.", "2024-05-14 meeting held: Kaja Kallas+Petr Pavel"},
		{"On Tuesday Kaja Kallas had the Czech president Petr Pavel over in Tallinn.", "2024-05-14 meeting held: Kaja Kallas+Petr Pavel"},
		{"With Kaja Kallas Petr Pavel shut himself in for an hour in Tallinn on Tuesday.", "2024-05-14 meeting held: Kaja Kallas+Petr Pavel"},
		{"Petr Pavel was in Tallinn. On Tuesday Kaja Kallas had him in the library of her house.", "2024-05-14 meeting held: Kaja Kallas+Petr Pavel"},
		{"On Tuesday Kaja Kallas had Petr Pavel in mind for the post.", ""},
		{"On Tuesday Kaja Kallas was having tea at Petr Pavel's villa.", "2024-05-14 meeting held: Kaja Kallas+Petr Pavel"},
		{"On Tuesday Kaja Kallas was having tea at home. Petr Pavel's villa burnt down.", ""},
		{"On Tuesday Petr Pavel met Alar Karis in Tallinn. Also on his list was Prime Minister Kaja Kallas.", "2024-05-14 meeting held: Alar Karis+Petr Pavel; Kaja Kallas+Petr Pavel"},
		{"The Czech president is in Tallinn on Friday, and Kaja Kallas has him on her programme. Petr Pavel flies home on Saturday.", "2024-05-17 meeting planned: Kaja Kallas+Petr Pavel"},
		{
			"Petr Pavel will hold talks with Kaja Kallas in Tallinn on Friday. Later Alar Karis will receive him at Kadriorg in Tallinn.",
			"2024-05-17 meeting planned: Alar Karis+Petr Pavel; Kaja Kallas+Petr Pavel",
		},
		{"Petr Pavel will hold talks with Kaja Kallas in Tallinn on Friday. He'll see her again in Prague when the school year has begun.", "2024-05-17 meeting planned: Kaja Kallas+Petr Pavel"},
		{"The letter came on Tuesday: would Petr Pavel be so kind as to meet Kaja Kallas in Riga?", ""},
		{"On Tuesday Petr Pavel saw Alar Karis in Tallinn. The day before, at the castle in Prague, Pavel had told Kaja Kallas that shells would come.", "2024-05-14 meeting held: Alar Karis+Petr Pavel; Kaja Kallas+Petr Pavel"},
	})
}
