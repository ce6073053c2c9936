package extract

import (
	"testing"

	"entente/model"
)

// TestOrdinaryNews reads news in which leaders are named and met nobody: none may yield an encounter that was held.
func TestOrdinaryNews(t *testing.T) {
	texts := map[string]string{
		"sport":         "Leafs meet Rangers in seventh game\n\n14 May 2024\n\nToronto met New York on Tuesday night in front of 19,000 people, Prime Minister Justin Trudeau among them. The hosts scored twice in the last minute. President Joe Biden had tipped the Rangers. The two sides meet again in October.",
		"markets":       "Euro slips as traders await Lagarde\n\n12 September 2024\n\nThe euro fell on Thursday after Emmanuel Macron and Olaf Scholz spoke in different tones about the budget. Investors discussed whether Donald Trump would raise tariffs. Talks between the unions and the employers go on.",
		"budget":        "Tusk's cabinet adopts the budget\n\n28 August 2024\n\nPrime Minister Donald Tusk met his ministers on Wednesday and adopted the budget. President Andrzej Duda said that he would study it. The finance minister, Andrzej Domański, held talks with the central bank.",
		"letter":        "Letter from forty mayors\n\n3 March 2024\n\nForty mayors have written to Olaf Scholz and Emmanuel Macron. Volodymyr Zelensky thanked them on Telegram. They ask for generators before next winter.",
		"congratulated": "Congratulations for Stubb\n\n12 February 2024\n\nVolodymyr Zelensky congratulated Alexander Stubb on his election on Monday. Ursula von der Leyen and Jens Stoltenberg sent messages too. Stubb takes office on 1 March.",
		"speech":        "Zelensky speaks to the Bundestag\n\n11 June 2024\n\nVolodymyr Zelensky thanked Germany in a speech to the Bundestag. Olaf Scholz applauded. The far right left the hall.",
		"condolences":   "World mourns after the earthquake\n\n7 February 2023\n\nJoe Biden, Rishi Sunak and Emmanuel Macron expressed their condolences to Recep Tayyip Erdoğan. Kyriakos Mitsotakis sent rescue teams. Volodymyr Zelensky offered help.",
		"book":          "A life with five chancellors\n\n5 May 2024\n\nThe interpreter's memoir tells how Angela Merkel and Vladimir Putin talked about dogs. She once sat between Nicolas Sarkozy and Merkel for nine hours. The book appears on Monday.",
		"obituary":      "The man behind the camera\n\n2 April 2024\n\nHe photographed presidents for fifty years. Emmanuel Macron called him an artist. At his last exhibition Giorgia Meloni stood in front of a picture of Mario Draghi for a long time.",
		"poll":          "Harris two points ahead of Trump\n\n3 October 2024\n\nKamala Harris leads Donald Trump by two points in a poll published on Thursday. Joe Biden is not on the ballot. The candidates met the voters of Pennsylvania this week.",
		"trial":         "Netanyahu to testify in December\n\n11 November 2024\n\nBenjamin Netanyahu met his lawyers on Monday. The judges refused to postpone his testimony. Isaac Herzog said that the courts must work in peace.",
		"sanctions":     "EU prepares fourteenth package\n\n8 May 2024\n\nThe ambassadors of the 27 states discussed sanctions against Russia on Wednesday. Viktor Orbán has doubts. Ursula von der Leyen wants it done by June.",
		"tribute":       "Flowers for Navalny in forty cities\n\n17 February 2024\n\nThousands laid flowers on Saturday. Joe Biden blamed Vladimir Putin. Yulia Navalnaya spoke in Munich, and the hall stood up.",
		"wedding":       "Actress marries in Capri\n\n22 June 2024\n\nGiorgia Meloni's cousin was among the guests. The bride met the groom in 2019. A message by King Charles was read.",
		"quotes":        "What they said this week\n\n9 March 2024\n\n“I will call Putin when I see a point in it,” said Olaf Scholz. “We met as friends,” said Viktor Orbán of no one in particular. Volodymyr Zelensky: “Talks need two.”",
		"habit":         "Why Erdoğan picks up the telephone\n\n18 July 2023\n\nRecep Tayyip Erdoğan talks to Vladimir Putin more often than any other leader of NATO. He talks to Volodymyr Zelensky too. Diplomats say that he enjoys it.",
		"profile":       "The quiet Dutchman\n\n1 October 2024\n\nMark Rutte cycles to work. He has known Donald Trump and Vladimir Putin for years. As secretary general of NATO he earns less than in The Hague, and he does not mind.",
		"museum":        "Churchill's desk on show\n\n4 April 2023\n\nThe desk at which Winston Churchill and Franklin Roosevelt met can be seen from Saturday. Rishi Sunak lent a lamp. Entry is free.",
		"spokesman":     "Kremlin: nothing is planned\n\n20 January 2025\n\nThere are no plans for a meeting of Vladimir Putin and Donald Trump, Dmitry Peskov said on Monday. A call is not planned either. Trump takes the oath at noon.",
		"analysis":      "What a meeting of Trump and Putin would mean\n\n14 November 2024\n\nIf Donald Trump met Vladimir Putin in the spring, Europe would look on. Volodymyr Zelensky might be asked to wait outside. So far nobody has sent an invitation.",
		"weather":       "Storm closes airports\n\n8 January 2024\n\nThe storm that is named after nobody met the coast on Monday. Ulf Kristersson told people to stay at home. In Oslo, Jonas Gahr Støre did the same.",
		"recipe":        "What presidents eat\n\n25 December 2023\n\nJoe Biden likes ice cream, Emmanuel Macron likes cheese. Put the flour in a bowl, let it meet the butter, and talk to nobody while you stir.",
		"reshuffle":     "Sybiha succeeds Kuleba\n\n5 September 2024\n\nParliament in Kyiv appointed Andrii Sybiha foreign minister on Thursday. Dmytro Kuleba had resigned a day earlier. Volodymyr Zelensky had asked for fresh energy. Antony Blinken and David Lammy wished him well.",
		"army":          "Syrskyi reports from Pokrovsk\n\n3 October 2024\n\nOleksandr Syrskyi reported to Volodymyr Zelensky on Thursday. The president spoke with the commanders of three brigades. Rustem Umerov joined the meeting.",
		"vote":          "Parliament ratifies the agreement\n\n10 July 2024\n\nThe Saeima ratified the agreement which Latvia has with Ukraine. Edgars Rinkēvičs will sign the law. Evika Siliņa spoke of a good day for Volodymyr Zelensky and for Riga.",
		"invitation":    "Invitation for Modi\n\n6 June 2024\n\nVolodymyr Zelensky has invited Narendra Modi to the peace summit. Delhi has not answered. Subrahmanyam Jaishankar called it a matter for the prime minister.",
		"refusal":       "No seat for Lukashenko\n\n2 May 2024\n\nViola Amherd will not invite Alexander Lukashenko. Volodymyr Zelensky welcomed it. Sergei Lavrov spoke of a circus.",
		"aid":           "Denmark gives artillery\n\n18 February 2024\n\nMette Frederiksen announced on Sunday that Denmark gives all of its artillery to Ukraine. Petr Pavel had found shells elsewhere. Kaja Kallas praised both.",
		"strike":        "Missiles on Odesa\n\n15 March 2024\n\nTwenty people were killed in Odesa on Friday. Volodymyr Zelensky promised a fair answer. Maia Sandu, Josep Borrell and Klaus Iohannis condemned the strike.",
		"quiz":          "Quiz: who said it?\n\n30 December 2023\n\nWas it Boris Johnson or Liz Truss? Who met whom first, Giorgia Meloni or Olaf Scholz? Did Rishi Sunak call Joe Biden or the other way round? Answers on page nine.",
	}
	for name, text := range texts {
		a := &model.Article{ID: name, Text: text}
		sharedReader().Read(a)
		for _, r := range a.Reports {
			if r.Status == model.StatusHeld {
				t.Errorf("%s: took for held: %v %s %v", name, r.Date, r.Kind, r.People)
			}
		}
	}
}
