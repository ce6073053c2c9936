package extract

import "testing"

// A body that stands under every head of TestPublished; it tells no date.
const plainBody = "President Volodymyr Zelenskyy received Prime Minister Kaja Kallas in Kyiv, where the two of them talked about air defence for an hour.\n\nKallas thanked her host and said that Estonia would go on helping for as long as it takes.\n"

// TestPublished reads the day of publication from the shapes in which pages give it. The body is put at the percent sign.
func TestPublished(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"day month year", "Kallas calls on Zelenskyy in Kyiv\n24 April 2023, 18:22\n\n%", "2023-04-24"},
		{"a year beside the same day below", "Kallas calls on Zelenskyy in Kyiv\nApril 24\n\n%\nSmoke rises above Kharkiv on April 24, 2022.\n", "2022-04-24"},
		{"a foreign month, shortened", "Kallas calls on Zelenskyy in Kyiv\n24. okt. 2023 - 21:40\n\n%", "2023-10-24"},
		{"a month shortened as in English and else", "Kallas calls on Zelenskyy in Kyiv\n24. mar. 2023 - 09:12\n\n%", "2023-03-24"},
		{"a weekday and a month, shortened", "Kallas calls on Zelenskyy in Kyiv\nSo. 24. Dez. 2023\n\n%", "2023-12-24"},
		{"weekday in front", "Kallas calls on Zelenskyy in Kyiv\nMon 24 Apr 2023 at 18.31\n\n%", "2023-04-24"},
		{"american", "Kallas calls on Zelenskyy in Kyiv\nApr. 24, 2023 6:22 p.m. ET\n\n%", "2023-04-24"},
		{"american figures", "Kallas calls on Zelenskyy in Kyiv\n4/5/2023 6:22 PM\n\n%", "2023-04-05"},
		{"figures, day first", "Kallas calls on Zelenskyy in Kyiv\n05/04/2023 18:22\n\n%", "2023-04-05"},
		{"points", "24.04.2023 18:22\nKallas calls on Zelenskyy in Kyiv\n\n%", "2023-04-24"},
		{"iso with clock", "2023-04-24T18:22:00Z\nKallas calls on Zelenskyy in Kyiv\n\n%", "2023-04-24"},
		{"capitals", "THE NORTHERN POST | MONDAY, 24 APRIL 2023 | EDITION\nKallas calls on Zelenskyy in Kyiv\n\n%", "2023-04-24"},
		{"updated behind", "Kallas calls on Zelenskyy in Kyiv\nPublished: 24 April 2023 08:12 | Updated: 26 April 2023 14:40\n\n%", "2023-04-24"},
		{"updated in front", "Kallas calls on Zelenskyy in Kyiv\nUpdated: 26 April 2023 14:40 | Published: 24 April 2023 08:12\n\n%", "2023-04-24"},
		{"modified", "Kallas calls on Zelenskyy in Kyiv\nLast modified on 26 April 2023, published on 24 April 2023\n\n%", "2023-04-24"},
		{"update only", "Kallas calls on Zelenskyy in Kyiv\nUpdated 9:14 PM EEST, April 24, 2023\n\n%", "2023-04-24"},
		{"first publication below", "26 April 2023, 09:00\nKallas calls on Zelenskyy in Kyiv\n\n%\nThis article was first published on 24 April 2023.\n", "2023-04-24"},
		{"original above the fold", "APRIL 26, 2023 AT 5:50 A.M.\nKallas calls on Zelenskyy in Kyiv\n\n%\nOriginally published: April 24, 2023 at 7:48 p.m.\n", "2023-04-24"},
		{"below only", "Kallas calls on Zelenskyy in Kyiv\n\n%\n24 April 2023   5,206 views\n", "2023-04-24"},
		{"agency code below", "Kallas calls on Zelenskyy in Kyiv\n\n%\n(NPA 24/04/2023)\n", "2023-04-24"},
		{"a wire's stamp below", "Kallas calls on Zelenskyy in Kyiv\n\n%\n(npa/tk 240423 1512 Apr 23)\n", "2023-04-24"},
		{"a wire's stamp of six figures", "Kallas calls on Zelenskyy in Kyiv\n\n%\n(END) npa 241512 Apr 23\n", "2023-04-24"},
		{"a picture in front", "Kallas calls on Zelenskyy in Kyiv\n\n⚡️24.04.2023, 15:40 local time\n\n%", "2023-04-24"},
		{"dateline", "KYIV, April 24, 2023 (NorthPress) - %", "2023-04-24"},
		{"dateline, day first", "Kyiv, 24 April 2023 — %", "2023-04-24"},
		{"machine prefix", "date 2023-04-24 (NorthPress) %", "2023-04-24"},
		{"machine prefix before a title", "date 2023-04-24 Kallas calls on Zelenskyy in Kyiv Monday, April 24, 2023 4:00:00 PM\n\n%", "2023-04-24"},
		{"month above, day below", "date 2023-04 KYIV (NorthPress) - %\n24 April 2023\n", "2023-04-24"},
		{"title that asks", "Why did Kallas go to Kyiv, and what did she bring along for the president?\nBy our own reporter, posted on 24 April 2023\n\n%", "2023-04-24"},
		{"lead above the stamp", "Kallas calls on Zelenskyy in Kyiv\n\nEstonia had announced a new package of military aid to Ukraine earlier.\n\nApr 24, 2023 - 07:36\nKallas calls on Zelenskyy in Kyiv\n\n%", "2023-04-24"},
		{"year by the weekday and the office", "Kallas calls on Zelenskyy in Kyiv\nMonday, April 24\n\n%", "2023-04-24"},
		{"figures without a year", "24.04 07:20 • News\nKallas calls on Zelenskyy in Kyiv\n\n%It is fourteen months to the day after the invasion of February 2022, and the NATO summit in Vilnius is near.\n", "2023-04-24"},
		{"cookies above", "We use cookies to make this site better. By going on you agree to our policy.\nKallas calls on Zelenskyy in Kyiv\n24 April 2023\n\n%", "2023-04-24"},
		{"other articles below", "24 April 2023\nKallas calls on Zelenskyy in Kyiv\n\n%\nRead also\nMeloni in Rome\n2 May 2023\nScholz in Berlin\n3 May 2023\n", "2023-04-24"},
		{"point behind the day", "Kallas calls on Zelenskyy in Kyiv\n24. April 2023\n\n%", "2023-04-24"},
		{"dateline with an agency in front", "Kyiv/Tallinn (np) – 24.04.2023 – %", "2023-04-24"},
		{"dateline in brackets", "(Kyiv, 24 April 2023) %", "2023-04-24"},
		{"updated above created", "Kallas calls on Zelenskyy in Kyiv\nUPDATED: 25 APRIL 2023 | CREATED: 24 APRIL 2023\n\n%", "2023-04-24"},
		{"the page's own clock", "Today is Friday, 28 April 2023\nKallas calls on Zelenskyy in Kyiv\nPublished 24 April 2023\n\n%", "2023-04-24"},
		{"field below", "Kallas calls on Zelenskyy in Kyiv\n\n%\nDate: 24.04.2023\nSource: NP\n", "2023-04-24"},
		{"spaced points", "Kallas calls on Zelenskyy in Kyiv\nPublished: 24. 4. 2023, 06:00 | Globe\n\n%", "2023-04-24"},
		{"short month with a point", "Kallas calls on Zelenskyy in Kyiv\n\nThe Daily Globe, 24. Apr 2023 at 21:09\n\n%", "2023-04-24"},
		{"year of two digits", "Kallas calls on Zelenskyy in Kyiv\n\nGlobe | Tallinn | 24 Apr 23 | 10:31\n\n%", "2023-04-24"},
		{"a Swedish stamp", "Kallas calls on Zelenskyy in Kyiv\n\nGLOBEN IN ENGLISH\nPublicerad 24 april 2023 16.41 / Uppdaterad 25 april 07.20\n\n%", "2023-04-24"},
		{"a Spanish stamp", "Kallas calls on Zelenskyy in Kyiv\n24 de abril de 2023\n\n%", "2023-04-24"},
		{"a Portuguese stamp without a year", "Kallas calls on Zelenskyy in Kyiv\nSegunda-feira, 24 de abril — 21h14\n\n%", "2023-04-24"},
		{"a Latvian stamp", "Kallas calls on Zelenskyy in Kyiv\n24. aprīlis 2023, pirmdiena\n\n%", "2023-04-24"},
		{"a Japanese stamp", "Kallas calls on Zelenskyy in Kyiv\n2023年4月24日（月） 5:02\n\n%", "2023-04-24"},
		{"between bars below", "Kallas calls on Zelenskyy in Kyiv\n\n%\nA day at the palace, by Maria Tamm, our correspondent | Monday, 24 April 2023 | Translated for readers abroad from the Estonian\n", "2023-04-24"},
		{"greeting", "GLOBE MORNING, the email\n\nGood Monday 24 April 2023. The weather: fair.\n\n%", "2023-04-24"},
		{"channel", "Globe / Official\n1 104 subscribers\n\n%\n583.1K views   edited   Apr 24, 2023 at 17:32\n", "2023-04-24"},
		{"year by the copyright", "TALLINN, April 24 (Globe) - %\n© Globe 2023. All rights reserved.\n", "2023-04-24"},
		{"an update in brackets, with its day", "Kallas calls on Zelenskyy in Kyiv\n24 April 2023, 18:22 (upd. 26 April 2023, 08:01)\n\n%", "2023-04-24"},
		{"last update", "Kallas calls on Zelenskyy in Kyiv\nDesk April 24, 2023 | 17:26 | Last update: April 26, 2023 | 09:03\n\n%", "2023-04-24"},
		{"in one line with the letter's name", "Quay Letter — no. 212 — 24 April 2023\n\n%", "2023-04-24"},
		{"and no headline", "How she got there (and with whom)\nHarbour Letter, Monday 24 April, evening edition\n\n%They spoke of the grain deal.\n", "2023-04-24"},
		{"behind a byline of two words", "Kallas calls on Zelenskyy in Kyiv\nMari Tamm-Kask, 24 April 2023\n\n%", "2023-04-24"},
		{"like a sentence", "Radio One — Bulletin in English, 24 April 2023, edition of 5.30 p.m.\n\nKallas calls on Zelenskyy in Kyiv\n\n%", "2023-04-24"},
		{"points between the parts", "Kallas calls on Zelenskyy in Kyiv\n\nThe Courier. — International. — 24/04/2023. Updated at 21:14 h.\n\n%", "2023-04-24"},
		{"signed below", "Kallas calls on Zelenskyy in Kyiv\n\n%\n(M. Tamm, 24 April 2023)\n", "2023-04-24"},
		{"between bars below, in Portuguese", "Kallas calls on Zelenskyy in Kyiv\n\n%\nA day at court, by Maria Tamm | Segunda-feira, 24 de abril de 2023 | Translated for readers abroad\n", "2023-04-24"},
		{"a dateline that is a sentence", "Kallas calls on Zelenskyy in Kyiv\n\nKYIV, Ukraine, 24 April. %They spoke of the grain deal.\n", "2023-04-24"},
		{"appeared in an issue", "Letter from Kyiv\n\nKYIV, 22 April 2023. %\n(Appeared in the issue of 24 April 2023.)\n", "2023-04-24"},
		{"a German stamp with a point", "Kallas calls on Zelenskyy in Kyiv\nDienstag, 24. Oktober 2023\n\n%", "2023-10-24"},
		{"no lines wrapped at forty", "Costa Rica and Spain sign an accord today\nCosta Rica and Spain sign an accord today\nBy Redacción - April 24, 2023 4:12 pm\nPresident Volodymyr Zelenskyy received Prime Minister Kaja Kallas in Kyiv, where the two of them talked about air defence for an hour and more.\n", "2023-04-24"},
		{"an older picture", "Weekly — in English — Mon. 24 April 2023\n\nKallas calls on Zelenskyy\n[image: Kyiv, 23 April. Photo Globe]\n\n%", "2023-04-24"},
		{"an Icelandic stamp without a year", "Kallas calls on Zelenskyy in Kyiv\n24. apríl – Mánudagur\n\n%They spoke of the grain deal.\n", "2023-04-24"},
		{"a lead with a day in it", "Kallas calls on Zelenskyy\n\nOn Monday, 24 April 2023, in Kyiv, the president met the prime minister for talks.\n\n%", ""},
		{"nothing told", "Kallas calls on Zelenskyy in Kyiv\n\n%", ""},
		{"only a day in the text", "Kallas calls on Zelenskyy in Kyiv\n\n%On 24 April 2023 the two had spoken by phone at some length.\n", ""},
		{"copyright", "Kallas calls on Zelenskyy in Kyiv\n\n%\n© 2023 Northern Post\n", ""},
	}
	for _, tt := range tests {
		text := ""
		for i := range len(tt.text) {
			if tt.text[i] == '%' {
				text += plainBody
			} else {
				text += tt.text[i : i+1]
			}
		}
		if _, a, _ := readDated(t, text, ""); a.Published.String() != tt.want {
			t.Errorf("%s: published %q, want %q", tt.name, a.Published, tt.want)
		}
	}
}

func TestURLDay(t *testing.T) {
	for url, want := range map[string]string{
		"https://example.org/2023/04/24/talks": "2023-04-24", "https://example.org/a/2023-04-24/": "2023-04-24",
		"https://example.org/news/20230424.html": "", "https://example.org/2023/13/24/": "", "": "",
	} {
		if got := urlDay(url); got.String() != want {
			t.Errorf("%s: %s, want %q", url, got, want)
		}
	}
}
