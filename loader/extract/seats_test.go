package extract

import "testing"

// TestSeats reads who sat at a table and who did not. Every text is of Thursday, 16 May 2024.
func TestSeats(t *testing.T) {
	readAll(t, []turn{
		// Who acts for somebody else is there, and not the other.
		{"On behalf of President Petr Pavel, Jan Lipavský received Radosław Sikorski in Prague on Tuesday.", "2024-05-14 meeting held: Jan Lipavský+Radosław Sikorski"},
		{"In the absence of Emmanuel Macron, Stéphane Séjourné welcomed David Cameron in Paris on Tuesday.", "2024-05-14 meeting held: David Cameron+Stéphane Séjourné"},
		// Who brings two others together sits between them.
		{"In Geneva on Tuesday António Guterres brought Hakan Fidan and Sergey Lavrov to one table.", "2024-05-14 meeting held: António Guterres+Hakan Fidan+Sergey Lavrov"},
		{"In Geneva on Tuesday António Guterres put the letters of Hakan Fidan and Sergey Lavrov into a drawer.", ""},
		// Time that is given.
		{"Kaja Kallas was in Prague on Tuesday. Petr Pavel gave her forty minutes.", "2024-05-14 meeting held: Kaja Kallas+Petr Pavel"},
		{"On Tuesday Petr Pavel dined with Kaja Kallas at the castle.", "2024-05-14 meeting held: Kaja Kallas+Petr Pavel"},
		{"On Tuesday Petr Pavel had Kaja Kallas round for a coffee at the castle.", "2024-05-14 meeting held: Kaja Kallas+Petr Pavel"},
		// The same with another: two encounters.
		{
			"Petr Pavel received Kaja Kallas in Prague on Tuesday. So did Prime Minister Petr Fiala.",
			"2024-05-14 meeting held: Kaja Kallas+Petr Fiala; Kaja Kallas+Petr Pavel",
		},
		{"Petr Pavel met Kaja Kallas in Prague on Tuesday. He thanked Ursula von der Leyen too.", "2024-05-14 meeting held: Kaja Kallas+Petr Pavel"},
		{"On Tuesday Petr Pavel rang Kaja Kallas in Tallinn.", "2024-05-14 call held: Kaja Kallas+Petr Pavel"},
	})
}
