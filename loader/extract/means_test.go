package extract

import "testing"

// Who only spoke with somebody, with no word of a room, a journey or a gathering, did so by telephone. Every text is of Thursday, 16 May 2024.
func TestSpokenOnly(t *testing.T) {
	readAll(t, []turn{
		{"Olaf Scholz spoke with Kaja Kallas on Tuesday, her office said. They agreed on shells.", "2024-05-14 call held: Kaja Kallas+Olaf Scholz"},
		{"Petr Pavel and Kaja Kallas have spoken with each other on Tuesday about shells.", "2024-05-14 call held: Kaja Kallas+Petr Pavel"},
		{"Olaf Scholz was in Tallinn on Tuesday. He spoke with Kaja Kallas about shells.", "2024-05-14 meeting held: Kaja Kallas+Olaf Scholz"},
		{"Olaf Scholz spoke with Kaja Kallas in Tallinn on Tuesday.", "2024-05-14 meeting held: Kaja Kallas+Olaf Scholz"},
		{"Olaf Scholz received Kaja Kallas in Berlin on Tuesday. The two spoke about shells.", "2024-05-14 meeting held: Kaja Kallas+Olaf Scholz"},
		{"Olaf Scholz spoke separately with Kaja Kallas at the dinner on Tuesday.", "2024-05-14 meeting held: Kaja Kallas+Olaf Scholz"},
	})
}
