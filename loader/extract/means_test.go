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

// Whoever governs where the guest is, and is named beside the guest, met him; who had gone, or saw the guest pass, did not. Talks of two alone are beside those
// of all, however they are told.
func TestBesideHost(t *testing.T) {
	readAll(t, []turn{
		{
			"President Petr Pavel received Alexander Stubb at Prague Castle on Tuesday. Prime Minister Petr Fiala had a paper on tanks to sign with the guest after that.",
			"2024-05-14 meeting held: Alexander Stubb+Petr Fiala; Alexander Stubb+Petr Pavel",
		},
		{
			"President Petr Pavel received Alexander Stubb at Prague Castle on Tuesday. Prime Minister Petr Fiala missed the guest.",
			"2024-05-14 meeting held: Alexander Stubb+Petr Pavel",
		},
		{
			"President Petr Pavel received Alexander Stubb at Prague Castle on Tuesday. Prime Minister Petr Fiala says that he likes hockey.",
			"2024-05-14 meeting held: Alexander Stubb+Petr Pavel",
		},
		{
			"Petr Pavel, Mette Frederiksen and Alexander Stubb held a summit in Prague on Tuesday. Before the others came, Stubb was with Pavel alone.",
			"2024-05-14 summit held: Alexander Stubb+Mette Frederiksen+Petr Pavel; Alexander Stubb+Petr Pavel",
		},
		{
			"Jonas Gahr Støre flew to Prague on Tuesday. Petr Pavel received Støre at the castle.",
			"2024-05-14 meeting held: Jonas Gahr Støre+Petr Pavel",
		},
	})
}

// What is yet to come of those who met is no word on what took place, and a call that was before is none on how they met now.
func TestNextTime(t *testing.T) {
	readAll(t, []turn{
		{
			"Petr Pavel thanked Alexander Stubb in Helsinki on Tuesday. The two will see each other again at a summit in Vilnius.",
			"2024-05-14 meeting held: Alexander Stubb+Petr Pavel",
		},
		{
			"Petr Pavel met Alexander Stubb in Helsinki on Tuesday. The two will meet again in Prague on Friday.",
			"2024-05-14 meeting held: Alexander Stubb+Petr Pavel; Alexander Stubb+Petr Pavel",
		},
		{
			"Alexander Stubb met Petr Pavel in Prague on Tuesday. In the morning Stubb had talked separately with Kaja Kallas.",
			"2024-05-14 meeting held: Alexander Stubb+Kaja Kallas; Alexander Stubb+Petr Pavel",
		},
		{"Petr Pavel and Alexander Stubb will meet again in Prague on Friday.", "2024-05-17 meeting planned: Alexander Stubb+Petr Pavel"},
		{
			"Alexander Stubb spent Tuesday in Prague. It was the first time; the two had only talked by phone until then. With President Petr Pavel he agreed on drones.",
			"2024-05-14 meeting held: Alexander Stubb+Petr Pavel",
		},
	})
}
