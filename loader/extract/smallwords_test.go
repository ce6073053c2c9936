package extract

import (
	"slices"
	"strings"
	"testing"

	"entente/model"
)

// TestSmallWords reads plain reports in which who, when or whether hangs on one small word, and beside each what looks like it. Every text is of
// Thursday, 16 May 2024.
func TestSmallWords(t *testing.T) {
	readAll(t, []turn{
		// A weekday behind a day says which it was.
		{
			"On the evening of 6 May, a Monday, Petr Pavel spoke of luck. Alexander Stubb had just had Kaja Kallas on the line.",
			"2024-05-06 call held: Alexander Stubb+Kaja Kallas",
		},
		{"On 3 May - a Friday - Petr Pavel and Alexander Stubb met in Prague. On Tuesday the paper was out.", "2024-05-03 meeting held: Alexander Stubb+Petr Pavel"},
		// One to one; after one guest comes another, and it is not the guest who has him.
		{
			"In Lucerne on Saturday Volodymyr Zelensky received William Ruto. After Ruto he also had a one-to-one with Javier Milei.",
			"2024-05-11 meeting held: Javier Milei+Volodymyr Zelenskyy; Volodymyr Zelenskyy+William Ruto",
		},
		{
			"In Lucerne on Saturday Kaja Kallas received William Ruto. After Ruto left, he met Javier Milei in Warsaw.",
			"2024-05-11 meeting held: Javier Milei+William Ruto; Kaja Kallas+William Ruto",
		},
		// Two sessions are nobody.
		{
			"Kaja Kallas met William Ruto in Lucerne on Saturday. Between the two sessions Ruto saw Javier Milei.",
			"2024-05-11 meeting held: Javier Milei+William Ruto; Kaja Kallas+William Ruto",
		},
		// A given name that is a surname, too.
		{
			"Charles Michel received Petr Pavel in Brussels on Tuesday. An engineer, Michel Lefort, met Pavel at the airport.",
			"2024-05-14 meeting held: Charles Michel+Petr Pavel",
		},
		// What will be by next year was announced at the table, on the day on which the two announced it.
		{
			"The two countries will have a road by early next year, Petr Pavel and Kaja Kallas announced in Tallinn on Wednesday. Pavel, who had come on Monday night, had breakfast with engineers.",
			"2024-05-15 meeting held: Kaja Kallas+Petr Pavel",
		},
		{"Petr Pavel will receive Kaja Kallas in Prague on Friday, Volodymyr Zelensky and Dmytro Kuleba said on Tuesday.", "2024-05-17 meeting planned: Kaja Kallas+Petr Pavel"},
		// Who lands at night is received on the day after.
		{"A road was promised. Kaja Kallas, who landed late on Monday, was received by Petr Pavel in Prague on Tuesday with honours.", "2024-05-14 meeting held: Kaja Kallas+Petr Pavel"},
		// The weekday of a headline is that of the text, and who is on the way to a summit is at none yet.
		{
			"Zelensky in Prague on Friday, before Lisbon\n\nUkraine's leader will stop over in Czechia on the way to the NATO summit, a spokesman said this evening.\n\n" +
				"On Friday, Volodymyr Zelensky is due at Prague Castle for talks with President Petr Pavel. The two are to fly to Lisbon afterwards.",
			"2024-05-17 meeting planned: Petr Pavel+Volodymyr Zelenskyy",
		},
		// Received by one after talks with another: two encounters.
		{
			"Ulf Kristersson was in Prague on Tuesday. He was received by President Petr Pavel after a meeting with his counterpart Petr Fiala, with whom he faced the press.",
			"2024-05-14 meeting held: Petr Fiala+Ulf Kristersson; Petr Pavel+Ulf Kristersson",
		},
		{
			"Ulf Kristersson arrived in Prague on Tuesday for a meeting with Petr Pavel after talks with Kaja Kallas in Tallinn.",
			"2024-05-14 meeting held: Kaja Kallas+Ulf Kristersson; Petr Pavel+Ulf Kristersson",
		},
		{"Petr Pavel and Kaja Kallas spoke to the press in Prague on Tuesday after their talks.", "2024-05-14 meeting held: Kaja Kallas+Petr Pavel"},
		// What is yet to be has no day of what was.
		{
			"Kaja Kallas received Petr Pavel in Tallinn on Tuesday. Ulf Kristersson is expected to visit Oslo soon for talks with Jonas Gahr Støre.",
			"2024-05-14 meeting held: Kaja Kallas+Petr Pavel",
		},
		{"On Friday Kaja Kallas is due in Prague. She will meet Petr Pavel at the castle.", "2024-05-17 meeting planned: Kaja Kallas+Petr Pavel"},
		// Whose successor somebody is was not there.
		{
			"\"I am the new one,\" Dick Schoof said. Volodymyr Zelensky knew well who the successor of Mark Rutte is. The two saw each other on Wednesday in Kyiv.",
			"2024-05-15 meeting held: Dick Schoof+Volodymyr Zelenskyy",
		},
		{"Mark Rutte came to Kyiv on Wednesday, and the successor of Jens Stoltenberg met Volodymyr Zelensky.", "2024-05-15 meeting held: Mark Rutte+Volodymyr Zelenskyy"},
		// Will be with somebody, on a day; and for as long as it takes.
		{"Pedro Sánchez waved. On Friday he'll be with Volodymyr Zelenskiy.", "2024-05-17 meeting planned: Pedro Sánchez+Volodymyr Zelenskyy"},
		{"Pedro Sánchez said that on Friday he will be with Petr Pavel in Prague. With the Czech president he will go over the file.", "2024-05-17 meeting planned: Pedro Sánchez+Petr Pavel"},
		{"Pedro Sánchez will be with Volodymyr Zelensky for as long as it takes, he said on Tuesday.", ""},
		{"The problem will be with Viktor Orbán, Petr Pavel said on Tuesday.", ""},
		// A telephone that rings, and one that is only there.
		{"On Tuesday the telephone was from Prague: Petr Pavel congratulated Kaja Kallas, and they talked about shells.", "2024-05-14 call held: Kaja Kallas+Petr Pavel"},
		{"On Tuesday, before the phone rang, Petr Pavel met Kaja Kallas for an hour. They talked about shells.", "2024-05-14 meeting held: Kaja Kallas+Petr Pavel"},
		// In the room sat A and B, to the left and right of C; who he is whom one sat beside.
		{
			"In the hall sat President Petr Pavel of Czechia and the Finnish president, Alexander Stubb, to the left and right of Kaja Kallas. It was Tuesday in Tallinn.",
			"2024-05-14 meeting held: Alexander Stubb+Kaja Kallas+Petr Pavel",
		},
		{
			"Alexander De Croo received Petr Pavel in Brussels on Wednesday. Pavel took his place in the hall, next to Lloyd Austin, the Pentagon chief, and Kaja Kallas.",
			"2024-05-15 meeting held: Alexander De Croo+Petr Pavel; Kaja Kallas+Lloyd Austin+Petr Pavel",
		},
		{"Petr Pavel took his seat in parliament on Tuesday. Kaja Kallas sits to the left of Petr Fiala in the polls.", ""},
		// In the present, of a day to come that the sentence before tells.
		{
			"Volodymyr Zelensky landed in Reykjavik on Wednesday. Zelensky speaks to the assembly there on Friday. Halla Tómasdóttir, president of Iceland, meets him before that.",
			"2024-05-17 meeting planned: Halla Tómasdóttir+Volodymyr Zelenskyy",
		},
		// A month in which somebody went where he was given lunch.
		{
			"Alexander Stubb met Petr Pavel in Prague on Tuesday. Stubb went to Oslo in March with a list, and Jonas Gahr Støre, one hears, gave him lunch.",
			"2024-05-14 meeting held: Alexander Stubb+Petr Pavel",
		},
		// Talks without a verb are those of the guest, and not of a countryman of whom the text says more.
		{
			"Volodymyr Zelensky arrived in Prague on Tuesday and saw Petr Pavel. Pavel warned. Pavel was glad. Lunch with Petr Fiala at the academy.",
			"2024-05-14 meeting held: Petr Fiala+Volodymyr Zelenskyy; Petr Pavel+Volodymyr Zelenskyy",
		},
		// Both of them did it, and so they are who signed.
		{
			"Volodymyr Zelensky, who came here yesterday, looked at the boat, looked at Alexander Stubb, and both of them laughed. At the cottage in Naantali they signed a paper concerning boats.",
			"2024-05-15 meeting held: Alexander Stubb+Volodymyr Zelenskyy",
		},
		// Ahead of a conference is not at it.
		{
			"Cleverly makes surprise trip to Kyiv ahead of London rebuilding conference\n\nJames Cleverly has been to Kyiv as Foreign Secretary, holding talks with Volodymyr Zelensky on Tuesday. " +
				"Rishi Sunak flies to Washington this week and will raise Ukraine with Joe Biden.",
			"2024-05-14 meeting held: James Cleverly+Volodymyr Zelenskyy",
		},
		// Who spoke before somebody to a hall did not speak with him.
		{"Volodymyr Zelensky addressed the parliament by video link on Tuesday. President Petr Pavel and Prime Minister Petr Fiala spoke before him.", ""},
		{"Petr Pavel and Kaja Kallas spoke in Prague on Tuesday, before he left for Brno.", "2024-05-14 meeting held: Kaja Kallas+Petr Pavel"},
	})
}

// TestDelegations reads for whom people came whom nobody names, and for whom nobody did. Every text is of Thursday, 16 May 2024.
func TestDelegations(t *testing.T) {
	tests := []struct{ text, want string }{
		{"Petr Pavel met Kaja Kallas in Prague on Tuesday. Kallas flew home to prepare for the visit by Finland's president.", "CZ EE"},
		{"The Baltic summit in Riga brought together Kaja Kallas, Edgars Rinkēvičs and Gitanas Nausėda on Tuesday. Delegations from Georgia and Armenia took part.", "AM EE GE LT LV"},
		{"The Baltic summit in Riga brought together Kaja Kallas, Edgars Rinkēvičs and Gitanas Nausėda on Tuesday. Outside, representatives of Greece sold olives.", "EE LT LV"},
	}
	for _, tt := range tests {
		a := &model.Article{ID: tt.text, Text: tt.text, Published: model.NewDate(2024, 5, 16)}
		sharedReader().Read(a)
		var got []string
		for _, r := range a.Reports {
			for _, p := range r.Parties {
				got = append(got, string(p))
			}
		}
		slices.Sort(got)
		if s := strings.Join(got, " "); s != tt.want {
			t.Errorf("%s\n\t got %q\n\twant %q", tt.text, s, tt.want)
		}
	}
}
