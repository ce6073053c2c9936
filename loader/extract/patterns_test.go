package extract

import (
	"testing"

	"entente/model"
)

// TestPatterns reads one pattern of news prose a row, and beside it what looks like it and is not. Every text appeared on Thursday, 16 May 2024.
func TestPatterns(t *testing.T) {
	tests := []struct{ title, text, want string }{
		// names
		{"Talks in Jeddah", "Crown Prince Mohammed bin Salman bin Abdulaziz Al Saud received Volodymyr Zelensky in Jeddah on Tuesday.", "2024-05-14 meeting held: Mohammed bin Salman+Volodymyr Zelenskyy"},
		{"TALLINN PRESIDENT MAKES STOP IN PRAGUE", "President Alar Karis met his Czech colleague Petr Pavel in Prague on Tuesday.", "2024-05-14 meeting held: Alar Karis+Petr Pavel"},
		{"Guests in Reykjavík", "Prime Minister Bjarni Benediktsson met Kaja Kallas in Reykjavík on Tuesday. On Wednesday Bjarni received Ulf Kristersson at the residence.", "2024-05-14 meeting held: Bjarni Benediktsson+Kaja Kallas; Bjarni Benediktsson+Ulf Kristersson"},
		{"Guests in Abu Dhabi", "Sheikh Mohammed bin Zayed met Kaja Kallas in Abu Dhabi on Tuesday. On Wednesday Sheikh Mohammed received Ulf Kristersson.", "2024-05-14 meeting held: Kaja Kallas+Mohamed bin Zayed; Mohamed bin Zayed+Ulf Kristersson"},
		{"Guests in Doha", "HE the Prime Minister Mohammed bin Abdulrahman Al Thani received HE Kaja Kallas in Doha on Tuesday.", "2024-05-14 meeting held: Kaja Kallas+Mohammed bin Abdulrahman Al Thani"},
		// who only welcomes, who is not there
		{"Pavel in Tallinn", "President Petr Pavel met Kaja Kallas in Tallinn on Tuesday. At the airport he had been welcomed by Prince Omar Kadiri, governor of the district.", "2024-05-14 meeting held: Kaja Kallas+Petr Pavel"},
		{"Pavel in Sweden", "Ulf Kristersson welcomed Petr Pavel at the airport on Tuesday and then held talks with him at Harpsund.", "2024-05-14 meeting held: Petr Pavel+Ulf Kristersson"},
		{"Leaders meet at a summit in Tallinn", "The summit in Tallinn on Tuesday brought together Kaja Kallas, Petr Pavel, Ulf Kristersson and Mette Frederiksen. Not present: Finland's Petteri Orpo.", "2024-05-14 summit held: Kaja Kallas+Mette Frederiksen+Petr Pavel+Ulf Kristersson"},
		// groups and pronouns
		{"On the quay", "John Healey was on the quay in Odesa on Monday. He was not the only one: the Dutch foreign minister, Caspar Veldkamp, and the Dutch defence minister, Ruben Brekelmans, stood there too. All three sat down with President Volodymyr Zelensky in the port.", "2024-05-13 meeting held: Caspar Veldkamp+John Healey+Ruben Brekelmans+Volodymyr Zelenskyy"},
		{"Neighbours in Seoul", "The three sat down in Seoul on Monday for eighty minutes. After four years the talks are back.\n\nYoon Suk Yeol, Fumio Kishida and Li Qiang adopted a declaration on Wednesday evening.", "2024-05-13 meeting held: Fumio Kishida+Li Qiang+Yoon Suk Yeol"},
		{"In Oslo", "Prime Minister Jonas Gahr Støre talked with Volodymyr Zelensky in Oslo on Tuesday. Then King Harald received the guest. On Friday the leaders of the EU meet in Brussels.", "2024-05-14 meeting held: Harald V+Volodymyr Zelenskyy; Jonas Gahr Støre+Volodymyr Zelenskyy"},
		{"A mutiny in the east", "Volodymyr Zelensky met Petr Pavel in Kyiv on Tuesday. With Kaja Kallas he discussed the mutiny in the east, at the same table.", "2024-05-14 meeting held: Kaja Kallas+Volodymyr Zelenskyy; Petr Pavel+Volodymyr Zelenskyy"},
		// calls and what is none
		{"Yoon in Kyiv", "President Yoon Suk Yeol and Volodymyr Zelensky talked for two hours in Kyiv on Tuesday. Yoon presented what his office calls the \"Peace Initiative\".", "2024-05-14 meeting held: Volodymyr Zelenskyy+Yoon Suk Yeol"},
		{"Scholz and Zelensky talk again", "On Tuesday Olaf Scholz and Volodymyr Zelensky telephoned with one another. Germany will go on helping, the chancellor promised.", "2024-05-14 call held: Olaf Scholz+Volodymyr Zelenskyy"},
		{"The caller", "On Tuesday Olaf Scholz told Volodymyr Zelensky by phone, said government spokesman Steffen Hebestreit, that Germany would help.", "2024-05-14 call held: Olaf Scholz+Volodymyr Zelenskyy"},
		// outsiders, background, attribution
		{"Kallas in Paris", "Kaja Kallas met Emmanuel Macron in Paris on Tuesday. On Wednesday, before flying home, she met lawmakers and business leaders.", "2024-05-14 meeting held: Emmanuel Macron+Kaja Kallas"},
		{"A listener", "Special envoy Li Hui, once ambassador in Moscow and decorated by Vladimir Putin with an order, was in Kyiv on Tuesday, both sides confirmed, where he had talks with Volodymyr Zelensky.", "2024-05-14 meeting held: Li Hui+Volodymyr Zelenskyy"},
		// denied, asked for, invited, thought of
		{"No call between Putin and Trump took place, the Kremlin says", "A telephone conversation between Vladimir Putin and Donald Trump, of which a paper wrote on Sunday, did not happen, the Kremlin said.", ""},
		{"A call that was not", "Viktor Orbán spoke with Vladimir Putin by phone on Wednesday. According to Budapest a call with Volodymyr Zelensky had been requested as well. It was refused, the ministry said.", "2024-05-15 call held: Viktor Orbán+Vladimir Putin"},
		{"Money for Kyiv", "President Joe Biden has invited Volodymyr Zelensky to the White House for Tuesday, the administration said.", "2024-05-21 meeting planned: Joe Biden+Volodymyr Zelenskyy"},
		{"On the stage", "Volodymyr Zelensky asked his hearers at the conference in Munich on Tuesday why Vladimir Putin can still carry on. Petr Pavel met Zelensky afterwards.", "2024-05-14 meeting held: Petr Pavel+Volodymyr Zelenskyy"},
		{"Condolences pour in", "World leaders on Monday conveyed their grief after President Ebrahim Raisi and Foreign Minister Hossein Amir-Abdollahian died in a helicopter that came down in the mountains. Prime Minister Shehbaz Sharif announced a day of mourning in Islamabad.", ""},
		// whose day it is
		{"Two rooms", "In Beijing on Tuesday Antony Blinken met Wang Yi for five hours. He had landed in Shanghai on Sunday and looked at records.", "2024-05-14 meeting held: Antony Blinken+Wang Yi"},
		{"Shuttle diplomacy", "President Yoon Suk Yeol told Fumio Kishida in their talks in Seoul on Sunday that he need not feel obliged. Yoon had come to Tokyo in March and had talks with Kishida there.", "2024-05-12 meeting held: Fumio Kishida+Yoon Suk Yeol"},
		{"Two car columns", "Prime Minister Kristen Michal met Volodymyr Zelensky in Kyiv on Monday. A second car column was in town: Friedrich Merz, who hopes to be chancellor. He and Zelensky met on the same Monday, and Merz put forward a contact group.", "2024-05-13 meeting held: Friedrich Merz+Volodymyr Zelenskyy; Kristen Michal+Volodymyr Zelenskyy"},
		// gatherings that are none, and who was at none
		{"Modi-Putin annual summit returns", "Prime Minister Narendra Modi will be in Russia for the 22nd India-Russia annual summit, which he will hold with President Vladimir Putin in Moscow on 9 July. Kremlin spokesman Dmitry Peskov said the programme would be full.", "2024-07-09 meeting planned: Narendra Modi+Vladimir Putin"},
		{"Day one", "On the very day he took over at the European Council Charles Michel met Volodymyr Zelensky in Kyiv on Wednesday. Emmanuel Macron thinks that he knows Washington. Donald Tusk would rather be asked.", "2024-05-15 meeting held: Charles Michel+Volodymyr Zelenskyy"},
		{"Summit in Bucha", "The summit in Bucha on Tuesday brought together Volodymyr Zelensky, Robert Fico, Andrej Plenković and Robert Golob. Fico spoke last. His mandate ends when President Zuzana Čaputová decides so.", "2024-05-14 summit held: Andrej Plenković+Robert Fico+Robert Golob+Volodymyr Zelenskyy"},
		{"Hands", "In a hall of the Diaoyutai State Guesthouse Hossein Amir-Abdollahian met Faisal bin Farhan on Tuesday. China's foreign minister Qin Gang stood between them for the photo, took their hands in his and left the room.", "2024-05-14 meeting held: Faisal bin Farhan+Hossein Amir-Abdollahian"},
		{"Wheat", "A plan was discussed on Tuesday by President William Ruto and Volodymyr Zelensky. The two conferred on the Bürgenstock, the resort where the summit closes today.", "2024-05-14 meeting held: Volodymyr Zelenskyy+William Ruto"},
		{"Summit in Narva", "The summit in Narva on Tuesday gathered Kaja Kallas, Petr Pavel, Ulf Kristersson and Mette Frederiksen. Finland's Petteri Orpo, it was said, fell ill.", "2024-05-14 summit held: Kaja Kallas+Mette Frederiksen+Petr Pavel+Ulf Kristersson"},
		{"Summit in Narva", "Tourists came first. Then came the police. The third summit of the neighbours, in Narva on Tuesday, had one guest who was not on the list: Kaja Kallas brought Petr Pavel. Ulf Kristersson spoke for an hour. Mette Frederiksen nodded to him.\n\nTomorrow the EU votes in Brussels. Viktor Orbán wants none of it.", "2024-05-14 summit held: Kaja Kallas+Mette Frederiksen+Petr Pavel+Ulf Kristersson"},
		// what a heading puts ahead
		{"The week ahead", "Monday: Kaja Kallas in Prague, talks with Petr Pavel.", "2024-05-20 meeting planned: Kaja Kallas+Petr Pavel"},
		// lines of a notice to the press
		{"Notice to the press", "WHAT: Bilateral talks and a press conference\nWHO: Prime Minister Kaja Kallas, President Petr Pavel\nWHEN: Friday, 17 May, at noon\nWHERE: Tallinn", "2024-05-17 meeting planned: Kaja Kallas+Petr Pavel"},
		{"Read-out", "Date: 14 May 2024\nVenue: Tallinn\nPresent: Kaja Kallas, Petr Pavel\nSubject: bilateral talks", "2024-05-14 meeting held: Kaja Kallas+Petr Pavel"},
		// what befell others on its day
		{"In the palace", "Petr Pavel met Kaja Kallas in Prague. He mourned with her for the soldiers wounded on Sunday near Narva.", "2024-05-16 meeting held: Kaja Kallas+Petr Pavel"},
		{"New faces", "Petr Pavel sat down on Tuesday with Kaja Kallas, confirmed in office last Friday.", "2024-05-14 meeting held: Kaja Kallas+Petr Pavel"},
		{"A date", "Where Petr Pavel and Kaja Kallas are going to meet is out. \"The talks will be in Narva on Monday,\" a spokesman told the press on Wednesday.", "2024-05-20 meeting planned: Kaja Kallas+Petr Pavel"},
		// they
		{"At the gate", "Petr Pavel landed in Tallinn on Tuesday. At the gate of the garden Kaja Kallas was waving. They talked for an hour, and nobody heard of what.", "2024-05-14 meeting held: Kaja Kallas+Petr Pavel"},
		{"Sir Keir comes to Prague", "On Tuesday Sir Keir met Petr Pavel in Prague. It was raining. Keir Starmer had brought an umbrella.", "2024-05-14 meeting held: Keir Starmer+Petr Pavel"},
		// host and guest
		{"In the ministry", "Margus Tsahkna spent Tuesday in Prague. Jan Lipavský was his host.", "2024-05-14 meeting held: Jan Lipavský+Margus Tsahkna"},
		{"By the hand", "Petr Pavel came to Tallinn on Tuesday. Kaja Kallas took him by both hands.", "2024-05-14 meeting held: Kaja Kallas+Petr Pavel"},
		{"Two hours", "Petr Pavel came to Tallinn on Tuesday. Kaja Kallas kept him for two hours.", "2024-05-14 meeting held: Kaja Kallas+Petr Pavel"},
		{"In a corner", "At the fair in Narva on Tuesday Kaja Kallas pulled Petr Pavel aside.", "2024-05-14 meeting held: Kaja Kallas+Petr Pavel"},
		{"An hour free", "Kaja Kallas and Petr Pavel cleared an hour for each other in Narva on Tuesday.", "2024-05-14 meeting held: Kaja Kallas+Petr Pavel"},
		{"After the ruins", "Kaja Kallas spent Tuesday in Bucha and the evening with Volodymyr Zelensky.", "2024-05-14 meeting held: Kaja Kallas+Volodymyr Zelenskyy"},
		{"On the tarmac", "Petr Pavel flies on. He had been to Narva and to Tartu. A lunch of Petr Pavel with Kaja Kallas, Ulf Kristersson and Mette Frederiksen was called off on Monday. Edgars Rinkēvičs threw his arms around Pavel in Riga on Tuesday. The two men talked for an hour.", "2024-05-14 meeting held: Edgars Rinkēvičs+Petr Pavel"},
		{"In Narva", "Kaja Kallas met Petr Pavel in Narva on Tuesday, with Margus Tsahkna looking on.", "2024-05-14 meeting held: Kaja Kallas+Margus Tsahkna+Petr Pavel"},
		// beside a gathering
		{"Summit in Tallinn", "The summit in Tallinn on Tuesday brought together Kaja Kallas, Petr Pavel, Ulf Kristersson and Mette Frederiksen. On the margins Petr Pavel had a talk with Mette Frederiksen.", "2024-05-14 summit held: Kaja Kallas+Mette Frederiksen+Petr Pavel+Ulf Kristersson; Mette Frederiksen+Petr Pavel"},
	}
	for _, tt := range tests {
		a := &model.Article{ID: tt.title, Text: tt.title + "\n\n16 May 2024\n\n" + tt.text + "\n"}
		sharedReader().Read(a)
		if got := told(a.Reports); got != tt.want {
			t.Errorf("%s: %s\n\t got %q\n\twant %q", tt.title, tt.text, got, tt.want)
		}
	}
}
