package extract

import "testing"

// TestDayOfOtherThing asks that the days of things of which a text only speaks are no days of the encounter. All articles appear on
// Wednesday, 14 June 2023.
func TestDayOfOtherThing(t *testing.T) {
	const call = "President Volodymyr Zelenskyy had a telephone conversation with Prime Minister Kaja Kallas.\n\n"
	tests := []struct{ name, text, want string }{
		{"a session held", call + "The leaders went over air defence in view of the outcome of the session of the donors held in Paris on June 9.", "2023-06-14 Kallas"},
		{"a decision adopted", call + "The president told the prime minister about the decision of the council adopted the day before.", "2023-06-14 Kallas"},
		{"his talks with another", call + "Zelenskyy informed Kallas of the results of his talks with Gitanas Nausėda on June 8.", "2023-06-14 Kallas; 2023-06-08 Nausėda"},
		{"her talks in a town", call + "The two discussed the outcome of Kallas' June 6 talks in Vilnius with Gitanas Nausėda.", "2023-06-14 Kallas; 2023-06-06 Kallas+Nausėda"},
		{"an election", call + "Zelenskyy congratulated Kallas on her party's victory in the election on June 11.", "2023-06-14 Kallas"},
		{"the statements of", call + "The two discussed how to carry out what the statements of June 2 and June 7 promise.", "2023-06-14 Kallas"},
		{"who was elected on", call + "Zelenskyy sent his best wishes to the speaker who was re-elected to this post on June 12. Zelenskyy and Kallas exchanged views on grain.", "2023-06-14 Kallas"},
		{"a call after a meeting", call + "As a follow-up to their meeting in Tallinn on June 5, the two leaders discussed air defence.", "2023-06-14 Kallas"},
		{"the meeting of a day", call + "Following up on the June 5 meeting, Zelenskyy and Kallas discussed air defence.", "2023-06-14 Kallas"},
		{"a feast", "President Volodymyr Zelenskyy and Prime Minister Kaja Kallas spoke by phone ahead of Flag Day, marked on June 4.", "2023-06-14 Kallas"},
		{"the call itself", call + "The conversation took place on Monday at the request of the Estonian side.", "2023-06-12 Kallas"},
		{"who on a day had talks", "This was asked for by Prime Minister Kaja Kallas, who on June 12 had talks in Kyiv with President Volodymyr Zelenskyy.", "2023-06-12 Kallas"},
		{"brought to a town on a day", "Prime Minister Kaja Kallas brought the news to Kyiv on Monday, where she was received by President Volodymyr Zelenskyy.", "2023-06-12 Kallas"},
		{"at talks held", "President Volodymyr Zelenskyy and Prime Minister Kaja Kallas discussed air defence at talks held in Kyiv on Monday.", "2023-06-12 Kallas"},
		{"after talks held", "After the talks held in Kyiv on Monday, President Volodymyr Zelenskyy and Prime Minister Kaja Kallas signed an agreement.", "2023-06-12 Kallas"},
		{"talks were held", "Talks between President Volodymyr Zelenskyy and Prime Minister Kaja Kallas were held in Kyiv on Monday.", "2023-06-12 Kallas"},
	}
	for _, tt := range tests {
		if _, a, _ := readDated(t, tt.text+"\n", "2023-06-14"); dated(a) != tt.want {
			t.Errorf("%s: %s\n got %q\nwant %q", tt.name, tt.text, dated(a), tt.want)
		}
	}
}

// TestOneWordOneDay asks that a weekday means one day in an article, behind or ahead as what the article is about. All appear on Friday, 16 June 2023.
func TestOneWordOneDay(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"held", "Wednesday's telephone call between Petteri Orpo, the Finnish prime minister, and his Estonian counterpart, Kaja Kallas, brought one more name " +
			"for the list of those who will come to the grain summit in Lisbon: Orpo's own.", "2023-06-14 Orpo+Kallas"},
		{"planned", "Petteri Orpo to make last-ditch trip to Tallinn; Kallas hosts him Wednesday\n\nEstonian Prime Minister Kaja Kallas has invited " +
			"Finland's Petteri Orpo to Tallinn on Wednesday, her office said on Thursday.", "2023-06-21 Orpo+Kallas"},
	}
	for _, tt := range tests {
		if _, a, _ := readDated(t, tt.text+"\n", "2023-06-16"); dated(a) != tt.want {
			t.Errorf("%s: %s\n got %q\nwant %q", tt.name, tt.text, dated(a), tt.want)
		}
	}
}
