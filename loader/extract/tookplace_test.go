package extract

import (
	"testing"

	"entente/loader/gazetteer"
	"entente/model"
)

// TestTookPlace tells what was proposed, is yet to be or was done by others from what took place. Every text is of Thursday, 16 May 2024.
func TestTookPlace(t *testing.T) {
	const held = "2024-05-14 meeting held: Kaja Kallas+Petr Pavel"
	readAll(t, []turn{
		// What is proposed in a clause of its own is no encounter; who suggests that they met says that they did.
		{"In a letter of Tuesday Ulf Kristersson has suggested that Petr Pavel and Kaja Kallas meet in Prague.", ""},
		{"It was the idea of an adviser on Tuesday that Petr Pavel and Kaja Kallas talk over the matter.", ""},
		{"A paper suggested on Wednesday that Petr Pavel and Kaja Kallas met in Prague on Tuesday.", held},
		// A denial that ends a clause is none of the next one.
		{"Petr Pavel, who knows when a plan works and when it doesn't, received Kaja Kallas in Prague on Tuesday.", held},
		{"Petr Pavel and Kaja Kallas didn't, however, meet in Prague on Tuesday.", ""},
		// Called to a place, and called on the telephone.
		{"Petr Pavel calls Kaja Kallas to the castle\n\nPetr Pavel has invited Kaja Kallas to Prague for talks. The aide said so on Tuesday.", ""},
		{"Petr Pavel calls Kaja Kallas to talk of cables\n\nPetr Pavel and Kaja Kallas had an hour on Tuesday.", "2024-05-14 call held: Kaja Kallas+Petr Pavel"},
		// A journey that is used to tell somebody something.
		{"Petr Pavel used his trip to Tallinn on Tuesday to warn Kaja Kallas of a bad winter.", held},
		// A day with a clause of its own that says what it will bring.
		{"In Prague Petr Pavel sat opposite Kaja Kallas on Tuesday, and all spoke of one day: 3 June, when the union is to decide.", held},
		// Whoever congratulates is not there.
		{"Petr Pavel won on Sunday. First to congratulate him were Kaja Kallas, Ulf Kristersson, Alexander Stubb and Donald Tusk.", ""},
		{"Kaja Kallas came to the castle in Prague on Tuesday to congratulate Petr Pavel, and the two had tea.", held},
		// Talks between two are not with whoever speaks of them.
		{"Ulf Kristersson made little of the talks between Petr Pavel and Kaja Kallas in Prague on Tuesday.", held},
		// Somebody who awaits a guest is there; a guest who is awaited is not.
		{"At the gate of the castle in Prague Petr Pavel awaited Kaja Kallas on Tuesday.", held},
		{
			"Petr Pavel spent Tuesday in Tallinn. Alar Karis received him at ten. Afterwards Kaja Kallas awaited him. They will hold a joint session next week in Tallinn.",
			"2024-05-14 meeting held: Alar Karis+Petr Pavel; Kaja Kallas+Petr Pavel",
		},
		{"Kaja Kallas is awaited by Petr Pavel in Prague on Friday.", "2024-05-17 meeting planned: Kaja Kallas+Petr Pavel"},
		// An hour that two spoke is told further on as one on the telephone.
		{"Petr Pavel on Tuesday spoke for an hour with Kaja Kallas. It was the first time in a year that the two had been on the phone.", "2024-05-14 call held: Kaja Kallas+Petr Pavel"},
		// He who has the chair of a round that two join is no part of their talk.
		{"In Brussels Petr Pavel talked with Kaja Kallas on Tuesday before both joined a round of fifty states, chaired by Lloyd Austin.", held},
		{"Kaja Kallas was in Tallinn on Monday. The evening after, on Tuesday, she was Petr Pavel's guest.", held},
		// Two of a round, before the others came.
		{
			"Alar Karis, Petr Pavel and Kaja Kallas met in Riga on Tuesday. Before the others were there Pavel and Kallas had spent an hour together.",
			"2024-05-14 meeting held: Alar Karis+Kaja Kallas+Petr Pavel; Kaja Kallas+Petr Pavel",
		},
		// A letter stands between given name and surname of whom nothing but both makes known.
		{"Jake D. Sullivan met Kaja Kallas on Tuesday.", "2024-05-14 meeting held: Jake Sullivan+Kaja Kallas"},
		{"Janet L. Yellen's book came out. It is of Kaja D. Kallas that it speaks on Tuesday.", ""},
		// A year ago tomorrow is no day of this week.
		{"A year ago tomorrow Petr Pavel was sworn in. He met Kaja Kallas in Prague.", "2024-05-16 meeting held: Kaja Kallas+Petr Pavel"},
		// The day of a visit, however far down.
		{
			"Petr Pavel has come from an hour's talk with Kaja Kallas in Tallinn.\n\nOne. Two. Three. Four. Five. Six. Seven. Eight. Nine.\n\nYesterday's visit was his first.",
			"2024-05-15 meeting held: Kaja Kallas+Petr Pavel",
		},
		// What a report has told is called false in what stands behind it, or in the headline.
		{"A report that Petr Pavel had telephoned Kaja Kallas on Tuesday was pure fiction, his office said.", ""},
		{"A report that Petr Pavel had telephoned Kaja Kallas on Tuesday was no lie, his office said.", "2024-05-14 call held: Kaja Kallas+Petr Pavel"},
		{"Castle: there was no Pavel-Kallas call\n\nA paper writes that Petr Pavel rang Kaja Kallas on Tuesday.", ""},
		// Whose word it is, is not there; nor is who is left out.
		{"Petr Pavel came to Tallinn on Tuesday to see Kaja Kallas. According to his aide Petr Kolar they talked about cables.", held},
		{"Petr Pavel and Kaja Kallas met on Tuesday. Everybody except Viktor Orbán had met them before.", held},
		// He is who began the sentence before; whoever is of his country may be who he talks to.
		{"Petr Pavel met Kaja Kallas on Tuesday. Donald Tusk wants more money. He is negotiating with Radosław Sikorski.", held},
		// Planned is what a past day does not date.
		{"Petr Pavel met Kaja Kallas on Tuesday. On the way home he's to see Andrzej Duda in Lublin.", held},
		{"Petr Pavel flies to Tallinn on Friday and will be received by Kaja Kallas on Saturday.", "2024-05-18 meeting planned: Kaja Kallas+Petr Pavel"},
		// Hosts who have no wish to speak receive nobody.
		{"Petr Pavel sat down with Kaja Kallas in Tallinn on Tuesday. Of the vote, which neither he nor his hosts care to discuss, nothing was said.", held},
		// Said on both sides.
		{"The session of Tuesday was chaired on the Czech side by Petr Pavel and on the Estonian side by Kaja Kallas.", held},
		// A question behind a colon asks nothing of what stands in front of it.
		{"When the concert was over Petr Pavel and Kaja Kallas sat down for a talk on Tuesday: how can the winter be survived?", held},
		{"When will Petr Pavel and Kaja Kallas talk? On Tuesday nobody knew.", ""},
		// Somebody who calls, and is there.
		{"Bank frees money on the day Pavel calls\n\nPetr Pavel sat across from Kristalina Georgieva on Tuesday.", "2024-05-14 meeting held: Kristalina Georgieva+Petr Pavel"},
		{"With whom he dined tells who did: Petr Pavel, with whom Kaja Kallas dined in Prague on Tuesday, had the soup.", held},
		// Who thinks at home, and what goes on meanwhile, is no part of a summit.
		{
			"At a summit in Tallinn on Tuesday Kaja Kallas, Petr Pavel and Alexander Stubb spoke of the winter. They agreed on much. Stubb wanted more. " +
				"In London Rishi Sunak is thinking about tanks. Meanwhile Joe Biden gave a green light.",
			"2024-05-14 summit held: Alexander Stubb+Kaja Kallas+Petr Pavel",
		},
		// A speech is by whom its headline names, and those he counts himself with sat at his table.
		{
			"Address by the President of Czechia, Petr Pavel\n\nToday we stood in silence with Kaja Kallas and Charles Michel. Then we held talks, the three of us.",
			"2024-05-16 meeting held: Charles Michel+Kaja Kallas+Petr Pavel",
		},
		{
			"Address by the President of Czechia, Petr Pavel\n\nThe German minister of defence, Boris Pistorius, was here on Tuesday. We talked at length.",
			"2024-05-14 meeting held: Boris Pistorius+Petr Pavel",
		},
		// Six years ago is no day of what is told as news; the next time is nowhere.
		{
			"Pavel in Tallinn\n\nSix years ago Petr Pavel came to Tallinn in uniform. Yesterday he wore a suit. Kaja Kallas, his host, noticed.",
			"2024-05-15 meeting held: Kaja Kallas+Petr Pavel",
		},
		{"The porter has carried bags since Monday. Petr Pavel had talks with Kaja Kallas.", "2024-05-16 meeting held: Kaja Kallas+Petr Pavel"},
		// Those of a rank who gather, those who stay away, and whoever did as they did.
		{
			"Foreign ministers gather in Tallinn\n\nThe foreign ministers came on Tuesday. Margus Tsahkna had the chair. Elina Valtonen asked for shells, and so did Jan Lipavský. " +
				"Radosław Sikorski stayed away, Péter Szijjártó of Hungary too.",
			"2024-05-14 summit held: Elina Valtonen+Jan Lipavský+Margus Tsahkna",
		},
	})
}

// TestInvited reads who is asked to come for a day, and what was only wished. Every text is of Thursday, 16 May 2024.
func TestInvited(t *testing.T) {
	const planned = "2024-05-21 meeting planned: Kaja Kallas+Petr Pavel"
	readAll(t, []turn{
		{"Petr Pavel has asked his Estonian guest, Kaja Kallas, to Prague for talks on Tuesday.", planned},
		{"Pavel invites Kallas to Prague on Tuesday\n\nPetr Pavel has invited Kaja Kallas to Prague for talks on Tuesday, an aide said.", planned},
		{"Petr Pavel asked Kaja Kallas for her view of it on Tuesday in Prague.", "2024-05-14 meeting held: Kaja Kallas+Petr Pavel"},
		{"Petr Pavel and Kaja Kallas had hoped to come to Riga for talks with the two on Tuesday. Nothing came of it.", ""},
		{"In the hall Petr Pavel was shaking hands with Kaja Kallas, who on Tuesday sat at the head of the table.", "2024-05-14 meeting held: Kaja Kallas+Petr Pavel"},
		{
			"Petr Pavel and Kaja Kallas were in Riga on Tuesday. They heard a speech by Edgars Rinkēvičs, and afterwards the three of them held talks.",
			"2024-05-14 meeting held: Edgars Rinkēvičs+Kaja Kallas+Petr Pavel",
		},
		{"HIROSHIMA – In the hotel on Tuesday Petr Pavel and Kaja Kallas spoke about shells.", "2024-05-14 meeting held: Kaja Kallas+Petr Pavel"},
	})
}

// TestHere reads where ‘here’ is, and two who face the press.
func TestHere(t *testing.T) {
	readAll(t, []turn{
		{"Kaja Kallas was the guest of Petr Pavel on Tuesday. The two also faced the press together.", "2024-05-14 meeting held: Kaja Kallas+Petr Pavel"},
		{"Kaja Kallas faced the press in Tallinn on Tuesday. Petr Pavel stayed in Prague, and the two papers had it on page one.", ""},
	})
	a := &model.Article{Text: "Riga has been called many things, and goods come from the port of Tallinn.\n\nIt was here that Petr Pavel met Kaja Kallas on Tuesday.\n", Published: model.NewDate(2024, 5, 16)}
	New(gazetteer.Default()).Read(a)
	if len(a.Reports) != 1 || a.Reports[0].Place.City != "Riga" {
		t.Errorf("%+v, want a meeting in Riga", a.Reports)
	}
}
