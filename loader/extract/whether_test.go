package extract

import "testing"

// TestWhether reads ways to tell that two met, one a row, and beside them the same words of what was no encounter.
// Every text is of Thursday, 16 May 2024.
func TestWhether(t *testing.T) {
	const held, call = "2024-05-14 meeting held: Kaja Kallas+Petr Pavel", "2024-05-14 call held: Kaja Kallas+Petr Pavel"
	readAll(t, []turn{
		// By chance, in a corridor, at a table.
		{"Kaja Kallas had a word with Petr Pavel on Tuesday.", held},
		{"Petr Pavel and Kaja Kallas bumped into each other on Tuesday.", held},
		{"Petr Pavel ran into Kaja Kallas on Tuesday.", held},
		{"Petr Pavel ran into trouble with Kaja Kallas's party on Tuesday.", ""},
		{"Petr Pavel caught up with Kaja Kallas on Tuesday.", held},
		{"On Tuesday Petr Pavel took the matter up with Kaja Kallas.", held},
		{"Petr Pavel shared a table with Kaja Kallas on Tuesday.", held},
		{"Petr Pavel shared the view of Kaja Kallas on Tuesday.", ""},
		{"Petr Pavel and Kaja Kallas worked from noon to midnight on Tuesday.", held},
		{"Petr Pavel and Kaja Kallas worked out what a war costs, each in a book that came out on Tuesday.", ""},
		{"The handshake between Petr Pavel and Kaja Kallas on Tuesday was brief.", held},
		{"Petr Pavel took Kaja Kallas's hand on Tuesday and held it.", held},
		{"Petr Pavel took Kaja Kallas's side on Tuesday.", ""},
		{"Petr Pavel fetched Kaja Kallas at the station on Tuesday.", held},
		{"Petr Pavel toured the harbour on Tuesday with Kaja Kallas.", held},
		{"Together with Kaja Kallas, Petr Pavel opened a bridge on Tuesday.", held},
		{"Together with Estonia, Petr Pavel said on Tuesday, the Czechs will buy shells.", ""},
		{"Petr Pavel was decorated on Tuesday by Kaja Kallas.", held},
		{"Petr Pavel haggled for hours on Tuesday with Kaja Kallas.", held},
		{"Petr Pavel spoke in the early hours of Tuesday, Tallinn time, with Kaja Kallas.", held},
		{"Petr Pavel and Kaja Kallas called one another friends and then talked for an hour on Tuesday.", held},
		{"Petr Pavel coordinated positions with Kaja Kallas on Tuesday.", held},
		{"Petr Pavel met Kaja Kallas online on Tuesday.", call},
		{"Petr Pavel was seated on Tuesday next to Kaja Kallas.", held},
		{"Petr Pavel sat in the third row at the premiere on Tuesday next to Kaja Kallas.", ""},
		// Told by one of them, in a post or a word to the press.
		{"“Good talks with Kaja Kallas in Narva on Tuesday,” Petr Pavel wrote on X.", held},
		{"“Met with Kaja Kallas on Tuesday. Useful,” Petr Pavel posted.", held},
		{"“We had a long and open discussion with Kaja Kallas on Tuesday,” said Petr Pavel.", held},
		{"Petr Pavel on Tuesday: “A good conversation with Kaja Kallas.”", held},
		{"“No talks with Kaja Kallas,” Petr Pavel wrote on Tuesday.", ""},
		{"“I want talks with Kaja Kallas,” Petr Pavel wrote on Tuesday.", ""},
		// Nobody is named where the talks are told.
		{"The two presidents met in Narva on Tuesday. Alar Karis spoke of shells. Petr Pavel wants trains.", "2024-05-14 meeting held: Alar Karis+Petr Pavel"},
		{"Tuesday's long talks in Narva ended without a word to the press. Kaja Kallas drove home. Petr Pavel stayed for the night.", held},
		{"Tuesday's talks with the unions ended without a word to the press. Kaja Kallas flew to Prague. Petr Pavel was in Brno.", ""},
		{"Kaja Kallas met Prime Minister Petr Fiala in Prague on Tuesday. At the castle the guest was then received by Petr Pavel.", "2024-05-14 meeting held: Kaja Kallas+Petr Fiala; Kaja Kallas+Petr Pavel"},
		{"President Petr Pavel received Kaja Kallas in Prague on Tuesday; Prime Minister Petr Fiala did so too.", "2024-05-14 meeting held: Kaja Kallas+Petr Fiala; Kaja Kallas+Petr Pavel"},
		{"President Petr Pavel received Kaja Kallas in Prague on Tuesday. Prime Minister Petr Fiala did the shopping.", held},
		// What is only said, done by others, or would have been.
		{"Petr Pavel mocked Kaja Kallas in Warsaw on Tuesday.", ""},
		{"Petr Pavel said in Warsaw on Tuesday that Kaja Kallas was wrong.", ""},
		{"Petr Pavel joined Kaja Kallas in condemning the raid on Tuesday.", ""},
		{"Petr Pavel joined Kaja Kallas in Tallinn on Tuesday for lunch.", held},
		{"Petr Pavel and Kaja Kallas signed an open letter on Tuesday.", ""},
		{"Petr Pavel and Kaja Kallas signed a letter of intent on Tuesday.", held},
		{"Petr Pavel and Kaja Kallas welcomed the decision on Tuesday.", ""},
		{"Had Petr Pavel met Kaja Kallas on Tuesday, the deal would be done.", ""},
		{"An adviser to Petr Pavel met a fan of Kaja Kallas on Tuesday.", ""},
		{"Petr Pavel expects Kaja Kallas to give way, he said on Tuesday.", ""},
		{"The film about Petr Pavel and Kaja Kallas opened on Tuesday.", ""},
		{"Petr Pavel and Kaja Kallas spoke on Tuesday at the General Assembly.", ""},
		{"An old diplomat takes notes in every call with Petr Pavel or Kaja Kallas, a paper wrote on Tuesday.", ""},
		{"Kaja Kallas, he said in a talk show on Tuesday, must speak up. Petr Pavel disagreed.", ""},
		{"Petr Pavel stayed in Tallinn from Monday to Wednesday. His talks with Kaja Kallas on Tuesday ran late.", held},
		// The last time, with its day, and what is on a list.
		{"Kaja Kallas met Alar Karis on Wednesday. She last spoke to Petr Pavel by telephone on 14 May.", call},
		{"Kaja Kallas was in Prague on Tuesday. Also on her list was Petr Pavel, who told her how trade is doing.", held},
		{"On Friday evening Kaja Kallas is expected by Petr Pavel in Prague.", "2024-05-17 meeting planned: Kaja Kallas+Petr Pavel"},
		{"Kaja Kallas expects a chat with Petr Pavel or Alar Karis, a paper wrote on Tuesday.", ""},
		// Habits, fiction, what was long ago.
		{"Petr Pavel has met Kaja Kallas more than thirty times. Shells were dear on Tuesday.", ""},
		{"Petr Pavel often spoke with Kaja Kallas, a book says. It came out on Tuesday.", ""},
		{"In the opera that had its first night on Tuesday Petr Pavel receives Kaja Kallas in a spaceship.", ""},
		{"In the castle that opened anew on Tuesday Petr Pavel received Kaja Kallas.", held},
		{"The round of neighbours last met in Narva in March 2019. Petr Pavel sat beside Kaja Kallas. On Tuesday nobody could say why it stopped.", ""},
		{"Word came from Petr Pavel's castle on Tuesday that Kaja Kallas is right.", ""},
		{"On Tuesday the castle was the setting for Kaja Kallas and her Czech guest Petr Pavel.", held},
		{"On Tuesday the paper printed columns by Kaja Kallas and her Czech colleague Petr Pavel.", ""},
		{"On Wednesday Kaja Kallas told what she had agreed on Tuesday in Prague with Petr Pavel.", held},
		{"Kaja Kallas came to Prague on Tuesday. The two old friends clinked glasses at the castle, Petr Pavel in a good mood.", held},
		{"Every Tuesday at ten Petr Pavel telephones with Kaja Kallas, a paper writes.", ""},
		{"A picture of Tuesday shows Petr Pavel shaking hands with Kaja Kallas.", held},
		{"Petr Pavel and Kaja Kallas were in Rome on Tuesday, each for a speech. Their paths did not cross.", ""},
		{"Petr Pavel was to meet Kaja Kallas in Tallinn on Wednesday. On Tuesday her office called it off.", ""},
		{"Farmers like Petr Pavel's brother met teachers like Kaja Kallas's aunt on Tuesday.", ""},
		{"Petr Pavel, Alar Karis and Alexander Stubb are deeply concerned, they say in a joint statement of Tuesday.", ""},
	})
}
