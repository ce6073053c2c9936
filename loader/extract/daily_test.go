package extract

import "testing"

// TestDaily reads plain reports in which who, when or whether hangs on one small word, and beside each what looks like it. Every text is of
// Thursday, 16 May 2024.
func TestDaily(t *testing.T) {
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
	})
}
