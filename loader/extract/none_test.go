package extract

import (
	"testing"

	"entente/model"
)

// TestNoEncounter reads sentences that look as if somebody had met somebody, and beside each, told by ‘want’, the words in which he did.
// Every text is of Thursday, 16 May 2024.
func TestNoEncounter(t *testing.T) {
	tests := []struct{ text, want string }{
		// what is denied
		{"Kyiv denies that Petr Pavel and Kaja Kallas met in Odesa on Tuesday.", ""},
		{"It is not true that Petr Pavel rang Kaja Kallas on Tuesday, his office said.", ""},
		{"There is no proof that Petr Pavel and Kaja Kallas talked on Tuesday.", ""},
		{"Petr Pavel did not deny that he and Kaja Kallas met in Tallinn on Tuesday.", "2024-05-14 meeting held: Kaja Kallas+Petr Pavel"},
		{"Petr Pavel has yet to be received by Kaja Kallas, the paper wrote on Tuesday.", ""},
		{"Kaja Kallas had met neither Petr Pavel nor Ulf Kristersson by Tuesday.", ""},
		{"Kaja Kallas has no plans to ring Petr Pavel, she said on Tuesday.", ""},
		{"For a year Kaja Kallas and Petr Pavel have not talked. On Tuesday nobody would say why.", ""},
		{"Kaja Kallas and Petr Pavel did not shake hands in Tallinn on Tuesday.", ""},
		{"Petr Pavel and Kaja Kallas last met in 2021. Nothing is planned, Prague said on Tuesday.", ""},
		{"Petr Pavel's talks with Kaja Kallas, which were set for Wednesday, fell through on Tuesday.", ""},
		{"A newspaper says that Petr Pavel phoned Kaja Kallas on Sunday. There was no such call, his office said on Tuesday.", ""},
		{"A newspaper says that Petr Pavel met Kaja Kallas on Sunday. No meeting took place, her office said on Tuesday.", ""},
		{"Petr Pavel phoned Kaja Kallas on Tuesday. There was no call for help, his office said.", "2024-05-14 call held: Kaja Kallas+Petr Pavel"},
		{"Talks with Petr Pavel in Prague are conceivable for Kaja Kallas, a source said on Tuesday.", ""},
		{"Petr Pavel used to eat at this inn in Prague. Kaja Kallas met everybody here, says the cook.", ""},
		{"Kaja Kallas will not travel to Prague on Friday. Lunch with Petr Pavel was to be the first.", ""},
		{"The lunch on Tuesday was meant to bring together Kaja Kallas, Petr Pavel, Ulf Kristersson and Mette Frederiksen.", ""},
		{"Kaja Kallas kept Petr Pavel guessing on Tuesday.", ""},
		{"Kaja Kallas and Petr Pavel called for shells in Prague on Tuesday.", ""},
		{"Kaja Kallas called Petr Pavel for an hour on Tuesday.", "2024-05-14 call held: Kaja Kallas+Petr Pavel"},
		// words in another sense
		{"Kaja Kallas welcomed Petr Pavel's proposal on Tuesday.", ""},
		{"Kaja Kallas welcomed Petr Pavel to the family of donors on Tuesday.", ""},
		{"Kaja Kallas welcomed Petr Pavel to Stenbock House on Tuesday.", "2024-05-14 meeting held: Kaja Kallas+Petr Pavel"},
		{"Kaja Kallas and Petr Pavel exchanged birthday greetings on Tuesday.", ""},
		{"Kaja Kallas and Petr Pavel exchanged views in Tallinn on Tuesday.", "2024-05-14 meeting held: Kaja Kallas+Petr Pavel"},
		{"Kaja Kallas met the demands of Petr Pavel on Tuesday.", ""},
		{"Kaja Kallas sees Petr Pavel as a rival, she said on Tuesday.", ""},
		{"Kaja Kallas talked to students about Petr Pavel on Tuesday.", ""},
		{"Kaja Kallas spoke about Petr Pavel in Tallinn on Tuesday.", ""},
		{"Kaja Kallas asked Petr Pavel in a letter on Tuesday to hurry up.", ""},
		{"Kaja Kallas called Petr Pavel brave on Tuesday.", ""},
		{"Kaja Kallas called Petr Pavel again on Tuesday.", "2024-05-14 call held: Kaja Kallas+Petr Pavel"},
		{"Kaja Kallas criticised Petr Pavel in a television discussion in Tallinn on Tuesday.", ""},
		// seen beside each other, and no more
		{"Kaja Kallas, Petr Pavel and Ulf Kristersson sat in the stands in Paris on Tuesday.", ""},
		{"Kaja Kallas and Petr Pavel sat on the terrace in Tallinn on Tuesday.", "2024-05-14 meeting held: Kaja Kallas+Petr Pavel"},
		{"A statue of Kaja Kallas stands beside Petr Pavel on the square since Tuesday.", ""},
		{"Kaja Kallas, Petr Pavel, Ulf Kristersson and Mette Frederiksen sent Volodymyr Zelensky telegrams on Tuesday.", ""},
		{"Petr Pavel hikes in Lapland this week. Alexander Stubb has work to do, his office said on Tuesday.", ""},
		{"Kaja Kallas thanked Petr Pavel for the shells on Tuesday. They are made in Brno.", ""},
		{"In his memoirs, a book of 600 pages, Petr Pavel tells how Angela Merkel asked Vladimir Putin to keep the dog away. It is out on Tuesday.", ""},
		// whose people met, who was away
		{"Aides of Kaja Kallas and Petr Pavel met in Riga on Tuesday.", ""},
		{"Kaja Kallas's plane stopped in Prague on Tuesday for fuel. Petr Pavel was abroad.", ""},
		{"Kaja Kallas stopped in Prague on Tuesday for talks. Petr Pavel was at the airport.", "2024-05-14 meeting held: Kaja Kallas+Petr Pavel"},
		{"In an open letter Kaja Kallas and Ulf Kristersson asked Petr Pavel on Tuesday for shells.", ""},
		{"Kaja Kallas decorated Petr Pavel with an order by decree on Tuesday.", ""},
		{"In a joint declaration Kaja Kallas, Petr Pavel and Ulf Kristersson called on Moscow on Tuesday to stop.", ""},
		// the words of other things, as papers use them
		{"Kaja Kallas met Petr Pavel in Tallinn on Tuesday. She calls Pavel 'a good neighbour'.", "2024-05-14 meeting held: Kaja Kallas+Petr Pavel"},
		{"Kaja Kallas repeated her call for help from Petr Pavel on Tuesday.", ""},
		{"Kaja Kallas has a plan. It comes as Petr Pavel weighs another, the papers wrote on Tuesday.", ""},
		{
			"Kaja Kallas met Petr Pavel in Tallinn on Tuesday. For years she has been a voice to be reckoned with in the grain talks.",
			"2024-05-14 meeting held: Kaja Kallas+Petr Pavel",
		},
		{"The killing of opposition leader Kaja Kallas in Prague on Tuesday is a blow, Petr Pavel said.", ""},
		{"Kaja Kallas met with the heads of her security services in Tallinn on Tuesday. Petr Pavel was in Prague.", ""},
		{"Kaja Kallas met with the Czech president in Tallinn on Tuesday. Petr Pavel had come by train.", "2024-05-14 meeting held: Kaja Kallas+Petr Pavel"},
		{"Petr Pavel falsely claims Kaja Kallas met Ulf Kristersson in Tallinn on Tuesday.", ""},
		{"Kaja Kallas sat down in Tallinn on Tuesday for a long interview with a Prague weekly about Petr Pavel.", ""},
		{"Kaja Kallas met the press in Tallinn on Tuesday. Petr Pavel was in Prague.", ""},
		{"Kaja Kallas met with families of the missing in Tallinn on Tuesday. Petr Pavel was in Prague.", ""},
		{"Kaja Kallas said so on Tuesday in a discussion with a presenter of Czech television. Petr Pavel was in Prague.", ""},
	}
	for _, tt := range tests {
		a := &model.Article{ID: tt.text, Text: tt.text, Published: model.NewDate(2024, 5, 16)}
		sharedReader().Read(a)
		if got := told(a.Reports); got != tt.want {
			if tt.want != "" || !allOff(a.Reports) {
				t.Errorf("%s\n\t got %q\n\twant %q", tt.text, got, tt.want)
			}
		}
	}
}

// allOff tells that nothing is reported but what did not take place.
func allOff(reports []*model.Report) bool {
	for _, r := range reports {
		if r.Status != model.StatusOff {
			return false
		}
	}
	return true
}
