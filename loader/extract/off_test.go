package extract

import "testing"

// TestOff reads what was called off, and what else was while people met. Every text is of Thursday, 16 May 2024.
func TestOff(t *testing.T) {
	readAll(t, []turn{
		{"Emmanuel Macron and Olaf Scholz met in Berlin on Tuesday after the abandoned debate in the Bundestag.", "2024-05-14 meeting held: Emmanuel Macron+Olaf Scholz"},
		{"Rishi Sunak received Kaja Kallas in London on Tuesday and scrapped the duty on steel.", "2024-05-14 meeting held: Kaja Kallas+Rishi Sunak"},
		{"Andrzej Duda spoke by phone with Volodymyr Zelensky on Tuesday about the rebels' aborted march.", "2024-05-14 call held: Andrzej Duda+Volodymyr Zelenskyy"},
		// What is called off here is the encounter, or a part of it with the other: none took place.
		{"Emmanuel Macron's postponed meeting with Olaf Scholz in Berlin on Tuesday drew comments.", ""},
		{"Olaf Scholz cancelled a joint press conference with Emmanuel Macron in Berlin on Tuesday.", ""},
		{"Viktor Orban refused the invitation to meet Volodymyr Zelensky in Kyiv on Tuesday.", ""},
	})
}
