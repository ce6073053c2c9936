package extract

import (
	"testing"

	"entente/model"
)

// TestPhrases reads ways in which an encounter is told without its usual verbs, and beside them the same words where nobody met.
// Every text is of Thursday, 16 May 2024.
func TestPhrases(t *testing.T) {
	const (
		met    = "2024-05-14 meeting held: Kaja Kallas+Petr Pavel"
		called = "2024-05-14 call held: Kaja Kallas+Petr Pavel"
	)
	tests := []struct{ text, want string }{
		// time for somebody
		{"Kaja Kallas had Petr Pavel for forty minutes in Tallinn on Tuesday.", met},
		{"Between two sessions Kaja Kallas made room for Petr Pavel in Tallinn on Tuesday.", met},
		{"Kaja Kallas spared Petr Pavel half an hour in Tallinn on Tuesday.", met},
		{"Petr Pavel explained the idea in Tallinn on Tuesday, and Kaja Kallas heard him out.", met},
		{"Kaja Kallas listened to Petr Pavel's speech on Tuesday.", ""},
		// side by side, across a table
		{"In Tallinn on Tuesday Kaja Kallas took a stroll with Petr Pavel.", met},
		{"Kaja Kallas sat across the candles from Petr Pavel in Tallinn on Tuesday.", met},
		{"Kaja Kallas accompanied Petr Pavel to the ramparts of Tallinn on Tuesday.", met},
		{"Kaja Kallas took Petr Pavel to court on Tuesday.", ""},
		{"Kaja Kallas and Petr Pavel shared a meal in Tallinn on Tuesday.", met},
		{"Kaja Kallas and Petr Pavel fell into one another's arms in Tallinn on Tuesday.", met},
		{"In Tallinn on Tuesday Kaja Kallas rolled out a carpet for Petr Pavel.", met},
		// his guest
		{"Nothing is decided, Kaja Kallas answered her guest in Tallinn on Tuesday. Petr Pavel flew home in the evening.", met},
		{"Nothing is decided, Kaja Kallas told her guests on Tuesday. They were farmers.", ""},
		// without seeing
		{"Petr Pavel did not leave Tallinn on Tuesday without seeing Kaja Kallas.", met},
		{"Petr Pavel left Tallinn on Tuesday without seeing Kaja Kallas.", ""},
		{"After seeing Petr Pavel in Tallinn on Tuesday, Kaja Kallas said nothing.", met},
		// in the chair, over the paper
		{"Consultations were held in Tallinn on Tuesday under the leadership of Kaja Kallas and Petr Pavel.", met},
		{"With Petr Pavel, Kaja Kallas went through the list of shells in Tallinn on Tuesday.", met},
		{"Kaja Kallas and Petr Pavel put pen to paper in Tallinn on Tuesday.", met},
		// by telephone
		{"Kaja Kallas reached Petr Pavel by phone on Tuesday.", called},
		{"On Tuesday Kaja Kallas was put through to Petr Pavel.", called},
		{"At the other end of the line was Petr Pavel, Kaja Kallas said on Tuesday.", called},
		{"In a ten-minute call Kaja Kallas thanked Petr Pavel on Tuesday.", called},
		{"Kaja Kallas was in her garden when Petr Pavel rang on Tuesday.", called},
		{"When Kaja Kallas hung up on Tuesday she had spent an hour with Petr Pavel.", called},
		{"In a call on Tuesday Kaja Kallas shared her worries with Petr Pavel.", called},
		{"On Tuesday Kaja Kallas got a phone call from Petr Pavel.", called},
		{"Kaja Kallas was rung by Petr Pavel on Tuesday.", called},
		{"Amid calls from Petr Pavel for calm Kaja Kallas stayed at home on Tuesday.", ""},
		{"Kaja Kallas wished Petr Pavel a speedy recovery by telephone on Tuesday.", called},
		{"Kaja Kallas talked to Petr Pavel on WhatsApp on Tuesday.", called},
		// glad to, without an ‘I’
		{"“Honoured to welcome Petr Pavel to Tallinn,” Kaja Kallas wrote on Tuesday.", met},
		{"“Good to meet Petr Pavel in Tallinn. Fine talks,” Kaja Kallas posted on Tuesday.", met},
		{"“It would be good to meet Petr Pavel,” Kaja Kallas said on Tuesday.", ""},
		{"“I saw Petr Pavel in Tallinn,” Kaja Kallas said on Tuesday.", met},
		// before the press, in the study, on leaving
		{"Kaja Kallas and Petr Pavel faced the press in Tallinn on Tuesday.", met},
		{"On Tuesday Petr Pavel came out of Kaja Kallas's study in Tallinn.", met},
		{"A statement from Kaja Kallas's office about Petr Pavel came on Tuesday.", ""},
		{"In Tallinn on Tuesday Petr Pavel thanked Kaja Kallas for her hospitality.", met},
		{"In Tallinn on Tuesday Petr Pavel lobbied Kaja Kallas for the plan.", met},
		{"Kaja Kallas and Petr Pavel ironed out their quarrel in Tallinn on Tuesday.", met},
		{"Kaja Kallas and Petr Pavel crossed paths in a lift in Tallinn on Tuesday.", met},
		{"Kaja Kallas was the last guest to be received by Petr Pavel in Prague on Tuesday.", met},
		{"In Tallinn on Tuesday Kaja Kallas poured her visitor a cup of tea. Petr Pavel took sugar.", met},
		{"Kaja Kallas heard from Petr Pavel by phone on Tuesday.", called},
		{"Kaja Kallas asked for help, and Petr Pavel met her in Narva on Tuesday.", met},
		{"Petr Pavel waited in Narva on Tuesday. Kaja Kallas drove out to him.", met},
		{"Petr Pavel had a full day in Tallinn on Tuesday. Kaja Kallas had him first.", met},
		{"Kaja Kallas is to be received by Petr Pavel in Prague on Friday.", "2024-05-17 meeting planned: Kaja Kallas+Petr Pavel"},
	}
	for _, tt := range tests {
		a := &model.Article{ID: tt.text, Text: tt.text, Published: model.NewDate(2024, 5, 16)}
		sharedReader().Read(a)
		if got := told(a.Reports); got != tt.want && (tt.want != "" || !allOff(a.Reports)) {
			t.Errorf("%s\n\t got %q\n\twant %q", tt.text, got, tt.want)
		}
	}
}
