package extract

import (
	"testing"

	"entente/model"
)

// TestTurns reads single turns of phrase, and beside each what looks like it and tells nothing of the kind.
// Every text is of Thursday, 16 May 2024.
func TestTurns(t *testing.T) {
	readAll(t, []turn{
		// Calls without the word.
		{"Emmanuel Macron called his Russian counterpart Vladimir Putin on Tuesday.", "2024-05-14 call held: Emmanuel Macron+Vladimir Putin"},
		{"President Erdogan was on the line with President Volodymyr Zelenskyy on Tuesday night.", "2024-05-14 call held: Recep Tayyip Erdoğan+Volodymyr Zelenskyy"},
		{"Volodymyr Zelensky and Rishi Sunak were on the phone for an hour on Tuesday.", "2024-05-14 call held: Rishi Sunak+Volodymyr Zelenskyy"},
		{"Volodymyr Zelensky picked up the phone to Rishi Sunak on Wednesday.", "2024-05-15 call held: Rishi Sunak+Volodymyr Zelenskyy"},
		{"Olaf Scholz's hour on the telephone with Vladimir Putin on Tuesday was the first since 2022. Volodymyr Zelensky was angry.", "2024-05-14 call held: Olaf Scholz+Vladimir Putin"},
		{"Emmanuel Macron called Vladimir Putin a liar on Tuesday.", ""},
		{"Emmanuel Macron called Vladimir Putin's plan a farce on Tuesday.", ""},
		{"Joe Biden sent a phone to Volodymyr Zelensky on Tuesday.", ""},
		// A desk is where one sits; an office may burn.
		{"Kaja Kallas ended the day at the desk of Volodymyr Zelensky in Kyiv on Tuesday.", "2024-05-14 meeting held: Kaja Kallas+Volodymyr Zelenskyy"},
		{"Joe Biden said on Tuesday that a fire had broken out in the office of Volodymyr Zelensky.", ""},
		{"Volodymyr Zelensky waited for Joe Biden to decide on Tuesday.", ""},
		{"Volodymyr Zelensky and Joe Biden stand side by side in the polls.", ""},
		// Visits by ‘called on’, and demands.
		{"Later on Tuesday Volodymyr Zelensky called on Emmanuel Macron at the Elysee Palace.", "2024-05-14 meeting held: Emmanuel Macron+Volodymyr Zelenskyy"},
		{"Olaf Scholz called on Vladimir Putin on Tuesday to end the war.", ""},
		// Who tells of it, is greeted from afar or rules over what is spoken of.
		{
			"Polish President Andrzej Duda will hold talks with Volodymyr Zelenskyy in Warsaw on Friday, the head of his policy bureau, Marcin Przydacz, has announced.",
			"2024-05-17 meeting planned: Andrzej Duda+Volodymyr Zelenskyy",
		},
		{
			"Volodymyr Zelensky met Emmanuel Macron in Paris on Tuesday. Macron told the president that the policy is unshaken under Prime Minister Gabriel Attal.",
			"2024-05-14 meeting held: Emmanuel Macron+Volodymyr Zelenskyy",
		},
		{"Emmanuel Macron met Olaf Scholz in Berlin on Tuesday. He sent his regards to President Steinmeier.", "2024-05-14 meeting held: Emmanuel Macron+Olaf Scholz"},
		// One after the other, and at one table.
		{
			"Volodymyr Zelensky met separately with Olaf Scholz, Emmanuel Macron and Rishi Sunak in Paris on Tuesday.",
			"2024-05-14 meeting held: Emmanuel Macron+Volodymyr Zelenskyy; Olaf Scholz+Volodymyr Zelenskyy; Rishi Sunak+Volodymyr Zelenskyy",
		},
		{"Volodymyr Zelensky met Olaf Scholz and Emmanuel Macron in Paris on Tuesday.", "2024-05-14 meeting held: Emmanuel Macron+Olaf Scholz+Volodymyr Zelenskyy"},
		// Lists with semicolons, and clauses within them.
		{
			"The talks in Kyiv between Volodymyr Zelensky and Rishi Sunak on Tuesday were attended by Foreign Minister David Cameron; Defence Minister Grant Shapps; and Andriy Yermak.",
			"2024-05-14 meeting held: Andriy Yermak+David Cameron+Grant Shapps+Rishi Sunak+Volodymyr Zelenskyy",
		},
		// What did take place and what did not.
		{
			"At the G20, Keir Starmer became the first British prime minister in six years to sit down with Xi Jinping on Tuesday.",
			"2024-05-14 meeting held: Keir Starmer+Xi Jinping",
		},
		{"Interpreter sought. You will be present at meetings of Rafael Grossi with President Zelenskyy.", ""},
		{
			"The Kremlin on Monday denied that Vladimir Putin had spoken by telephone with Joe Biden.", "",
		},
		{"Eli Cohen raised the flag in Kyiv on Tuesday. Eli Cohen's talks with Sergey Lavrov in January had caused frowns.", ""},
		// ‘That Wednesday’ is the one told before; an invitation looks ahead.
		{
			"Joe Biden has invited Andrzej Duda and Donald Tusk to the White House on June 12, 2024. On that Wednesday the three will discuss energy.",
			"2024-06-12 meeting planned: Andrzej Duda+Donald Tusk+Joe Biden",
		},
		// Who says I in a transcript.
		{
			"The Prime Minister (Rishi Sunak): I will update the House.\n\nMr Speaker, on Friday I travelled to Kyiv to meet President Zelensky. We signed an agreement.",
			"2024-05-10 meeting held: Rishi Sunak+Volodymyr Zelenskyy",
		},
		// A clock is no day, and who was with the subject was there too.
		{"All Headlines 22:04 May 15, 2024\n\nPresident Yoon Suk Yeol held talks with Volodymyr Zelenskyy in Kyiv on Wednesday.", "2024-05-15 meeting held: Volodymyr Zelenskyy+Yoon Suk Yeol"},
		{
			"In Odesa, where together with Foreign Minister Caspar Veldkamp he met President Zelenskyy on Tuesday, John Healey spoke of boats.",
			"2024-05-14 meeting held: Caspar Veldkamp+John Healey+Volodymyr Zelenskyy",
		},
		{
			"Boris Pistorius had talks with Rustem Umerov on Tuesday and, later that day, was received by President Volodymyr Zelensky.",
			"2024-05-14 meeting held: Boris Pistorius+Rustem Umerov; Boris Pistorius+Volodymyr Zelenskyy",
		},
		{"Rishi Sunak pulled out of talks with Kyriakos Mitsotakis on Tuesday.", ""},
		{
			"The summit in Reykjavik on Tuesday brought together Katrín Jakobsdóttir, Mette Frederiksen, Ulf Kristersson and Volodymyr Zelenskyy. Not present: Alexander Stubb.",
			"2024-05-14 summit held: Katrín Jakobsdóttir+Mette Frederiksen+Ulf Kristersson+Volodymyr Zelenskyy",
		},
		{
			"Donald Tusk and Volodymyr Zelenskyy walked through Lviv on Tuesday, past a house out of which a rocket had cut a staircase in September.",
			"2024-05-14 meeting held: Donald Tusk+Volodymyr Zelenskyy",
		},
		// The day on which a thing is told is not its own.
		{"Two days after the flood Olaf Scholz and Emmanuel Macron met in Berlin.", "2024-05-16 meeting held: Emmanuel Macron+Olaf Scholz"},
		{"Olaf Scholz said on Wednesday that he had met the day before with Emmanuel Macron in Berlin.", "2024-05-14 meeting held: Emmanuel Macron+Olaf Scholz"},
		{"In an interview on Wednesday Olaf Scholz thanked Emmanuel Macron for the long talks in Berlin on Monday.", "2024-05-13 meeting held: Emmanuel Macron+Olaf Scholz"},
		// Who lands one day and is received on another was received once; a report is of the day of its dateline.
		{"Emmanuel Macron landed in Berlin on 12 May. The following day he was received by Olaf Scholz.", "2024-05-13 meeting held: Emmanuel Macron+Olaf Scholz"},
		{"BERLIN, May 15 — Olaf Scholz had lunch this morning with Emmanuel Macron.", "2024-05-15 meeting held: Emmanuel Macron+Olaf Scholz"},
		// Presidents on the stage, and the day on which something is told.
		{"Reviewed: the play has two actors. In the first scene Joe Biden telephones Volodymyr Zelensky to offer him a ride.", ""},
		{
			"The agency's head, Filippo Grandi, told President Volodymyr Zelenskiy that the rules count, the agency said on Wednesday. The two met in Kyiv on Tuesday.",
			"2024-05-14 meeting held: Filippo Grandi+Volodymyr Zelenskyy",
		},
		// Things named after people, and surnames that stand last in Singapore.
		{"The president was greeted at King Khalid International Airport by an official.", ""},
		{"Volodymyr Zelensky met PM Wong on Tuesday in Singapore. Prime Minister Lawrence Wong said so.", "2024-05-14 meeting held: Lawrence Wong+Volodymyr Zelenskyy"},
	})
}

// turn is a text of Thursday, 16 May 2024, and the encounters that it tells of.
type turn struct{ text, want string }

func readAll(t *testing.T, turns []turn) {
	t.Helper()
	for _, tt := range turns {
		a := &model.Article{ID: tt.text, Text: tt.text, Published: model.NewDate(2024, 5, 16)}
		sharedReader().Read(a)
		if got := told(a.Reports); got != tt.want {
			t.Errorf("%s\n\t got %q\n\twant %q", tt.text, got, tt.want)
		}
	}
}
