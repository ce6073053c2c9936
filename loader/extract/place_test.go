package extract

import (
	"testing"

	"entente/loader/gazetteer"
	"entente/model"
)

// placeCase is a short report and the place that a careful reader takes from it.
type placeCase struct {
	name, title, text, want string
}

func checkPlaces(t *testing.T, cases []placeCase) {
	t.Helper()
	r := New(gazetteer.Default())
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			text := c.text
			if c.title != "" {
				text = c.title + "\n\n" + text
			}
			a := &model.Article{Text: text, Published: model.Date{Year: 2024, Month: 3, Day: 14}}
			r.Read(a)
			if len(a.Reports) == 0 {
				t.Fatalf("no encounter in %q", text)
			}
			p := a.Reports[0].Place
			if got := p.City + " " + string(p.Host); got != c.want {
				t.Errorf("got %q, want %q in %q", got, c.want, text)
			}
		})
	}
}

func TestPlace_IsToldInTheEncountersOwnSentences(t *testing.T) {
	checkPlaces(t, []placeCase{
		{"scene", "", "Before the General Assembly, Tallinn. Luís Montenegro met Kaja Kallas on Thursday, and both spoke of drones.", "Tallinn EE"},
		{"scene again", "", "And then Lisbon. Kaja Kallas met Luís Montenegro on Thursday, and both spoke of drones.", "Lisbon PT"},
		{"agreed elsewhere", "", "PORTO, 14 March — A series of short talks filled the day of Luís Montenegro on Thursday. After landing he met Kaja Kallas and Rishi Sunak.\n\nWith Sunak he went over what follows from the agreements made at Chequers.", "Porto PT"},
		{"news from", "", "Good news from Lisbon. Kaja Kallas met Luís Montenegro in Porto on Thursday, and both spoke of drones.", "Porto PT"},
		{"in", "", "President Volodymyr Zelenskyy met Prime Minister Kristen Michal of Estonia in Tallinn on Thursday to discuss drones and ammunition.", "Tallinn EE"},
		{"adjectives", "", "President Volodymyr Zelenskyy met Portuguese Prime Minister Luís Montenegro in rainy central Lisbon on Thursday, his office said in a statement.", "Lisbon PT"},
		{"the city of", "", "Volodymyr Zelenskyy met Lithuanian President Gitanas Nausėda on Thursday in the western Ukrainian city of Lviv for talks on air defence.", "Lviv UA"},
		{"the capital", "", "Latvian President Edgars Rinkēvičs held talks with Volodymyr Zelenskyy in the Ukrainian capital on Thursday, the press service said.", "Kyiv UA"},
		{"the capital, named", "", "Emmanuel Macron met Volodymyr Zelenskyy in the French capital, Paris, on Thursday and promised further help for his army.", "Paris FR"},
		{"arrived", "", "Finnish President Alexander Stubb arrived in Kyiv on Thursday. He held talks with President Volodymyr Zelenskyy about the winter.", "Kyiv UA"},
		{"trip to", "", "Dick Schoof made an unannounced trip to Odesa on Thursday and met President Volodymyr Zelenskyy for two hours of talks.", "Odesa UA"},
		{"brought to", "", "Boris Pistorius brought a promise of more launchers to Kyiv on Thursday, where President Volodymyr Zelenskyy received him.", "Kyiv UA"},
		{"there", "", "The Greek prime minister chose Odesa. Kyriakos Mitsotakis met Volodymyr Zelenskyy there on Thursday and looked at the port with him.", "Odesa UA"},
		{"first stop was", "", "His first stop was Helsinki. Volodymyr Zelenskyy met President Alexander Stubb for an hour on Thursday before he flew on.", "Helsinki FI"},
		{"hosted as subject", "", "Vilnius hosted the talks. Volodymyr Zelenskyy met President Gitanas Nausėda on Thursday for an hour behind closed doors.", "Vilnius LT"},
		{"the next sentence", "", "Volodymyr Zelenskyy met Pedro Sánchez on Thursday and signed a security agreement with him. The ceremony took place in Madrid.", "Madrid ES"},
		{"returned from", "", "Prime Minister Donald Tusk returned on Thursday night from Kyiv, where he had met President Volodymyr Zelenskyy for the second time.", "Kyiv UA"},
		{"named beside its country", "", "Volodymyr Zelenskyy met Prime Minister Denys Shmyhal's guest Maia Sandu in Hlyniany, Moldova, on Thursday for talks on transit.", "Hlyniany MD"},
		{"village and region", "", "Volodymyr Zelenskyy met Robert Habeck on Thursday in Kostiantynivske, in the Chernihiv region, and went down to the shelters with him.", "Kostiantynivske UA"},
		{"region alone", "", "Volodymyr Zelenskyy met Prime Minister Kaja Kallas in Zhytomyr Oblast on Thursday and thanked Estonia for the howitzers.", "Zhytomyr Oblast UA"},
		{"outskirts", "", "Volodymyr Zelenskyy and Olaf Scholz met on the outskirts of Hamburg on Thursday to speak about the delivery of tanks.", "Hamburg DE"},
	})
}

func TestPlace_ToldInOtherWays(t *testing.T) {
	checkPlaces(t, []placeCase{
		{"back to, where", "", "Ulf Kristersson laid flowers in Bucha on Wednesday. He was then taken back to Kyiv, where President Volodymyr Zelenskyy received him.", "Kyiv UA"},
		{"back home", "", "President Volodymyr Zelenskyy met Ulf Kristersson in Lviv on Wednesday. Back to Stockholm it is a long way by train.", "Lviv UA"},
		{"back in", "", "Ulf Kristersson laid flowers in Bucha on Wednesday. Back in Kyiv he was received by President Volodymyr Zelenskyy.", "Kyiv UA"},
		{"was the setting", "", "Salzburg was the setting when Ulf Kristersson met Karl Nehammer on Wednesday.", "Salzburg AT"},
		{"saw talks", "", "Geneva saw talks between Ulf Kristersson and Karl Nehammer on Wednesday.", "Geneva CH"},
		{"welcomed a decision", "", "Geneva welcomed the talks. Ulf Kristersson met Karl Nehammer in Linz on Wednesday.", "Linz AT"},
		{"the capital welcomed", "", "The Swedish capital welcomed Karl Nehammer on Wednesday. He met Ulf Kristersson for an hour.", "Stockholm SE"},
		{"venue with a colon", "", "Ulf Kristersson met Karl Nehammer on Wednesday. The venue: Vienna.", "Vienna AT"},
		{"a town of another country by its region", "", "Ulf Kristersson met Karl Nehammer in Athens, Ohio, on Wednesday.", "Athens US"},
		{"a town and whose minister speaks next", "", "Ulf Kristersson met Karl Nehammer in Athens, France said on Wednesday.", "Athens GR"},
		{"the resort of that country", "", "It took Zermatt. Ulf Kristersson and Karl Nehammer sat down in the Swiss resort on Wednesday.", "Zermatt CH"},
		{"a village in a region", "", "Ulf Kristersson met Karl Nehammer in Obersulz, a village in Lower Austria, on Wednesday.", "Obersulz AT"},
		{"a suburb of a town", "", "Ulf Kristersson met Karl Nehammer in Grinzing, a suburb of Vienna, on Wednesday.", "Grinzing AT"},
		{"the south of a country", "", "Ulf Kristersson met Karl Nehammer in the south of Germany on Wednesday.", " DE"},
		{"somewhere", "", "Ulf Kristersson met Karl Nehammer somewhere in Slovenia on Wednesday.", " SI"},
		{"up the steps", "", "Ulf Kristersson had Karl Nehammer climb the steps of Rosenbad on Wednesday for talks.", "Stockholm SE"},
		{"the chancellery", "", "Ulf Kristersson met Olaf Scholz in the chancellery on Wednesday.", "Berlin DE"},
		{"two chancellors", "", "Karl Nehammer met Olaf Scholz in the chancellery on Wednesday.", " "},
		{"the president's house", "", "Ulf Kristersson met Sauli Niinistö and Alexander Stubb at the presidential palace on Wednesday.", "Helsinki FI"},
		{"a house number", "", "Rishi Sunak met Karl Nehammer at Number 10 on Wednesday.", "London GB"},
		{"a name with d'", "", "Stéphane Séjourné met Radosław Sikorski at the Quai d'Orsay on Wednesday.", "Paris FR"},
		{"here", "", "Tallinn lies in fog. Here Kaja Kallas met Ulf Kristersson on Wednesday.", "Tallinn EE"},
		{"whose host", "", "Ian Borg opened his house in Valletta on Wednesday to Tobias Billström, who talked of gas with his host.", "Valletta MT"},
		{"shells are no future", "", "Ulf Kristersson and Karl Nehammer toured a shell plant in Linz on Wednesday and sat down to talk about stocks.", "Linz AT"},
	})
}

func TestPlace_OfOneNameInSeveralCountries(t *testing.T) {
	checkPlaces(t, []placeCase{
		{"country behind it", "", "Volodymyr Zelenskyy met Pedro Sánchez in Valencia, Spain, on Thursday for talks on air defence.", "Valencia ES"},
		{"region behind it", "", "Justin Trudeau met Olaf Scholz in Hamilton, Ontario, on Thursday for talks on steel.", "Hamilton CA"},
		{"country named elsewhere", "", "Spanish Prime Minister Pedro Sánchez received Volodymyr Zelenskyy in Valencia on Thursday.", "Valencia ES"},
		{"a capital first", "", "Joe Biden met Kyriakos Mitsotakis in Athens on Thursday, the White House said in Washington.", "Athens GR"},
		{"an old name", "", "Volodymyr Zelenskyy met Andrzej Duda in Lvov on Thursday.", "Lviv UA"},
		{"an English name", "", "Volodymyr Zelenskyy met Alexander De Croo in Bruges on Thursday.", "Bruges BE"},
		{"a name without its letters", "", "Volodymyr Zelenskyy met Petr Pavel in Luhacovice on Thursday.", "Luhačovice CZ"},
		{"a town of the law of names", "", "Volodymyr Zelenskyy met Kaja Kallas in Kupyansk on Thursday.", "Kupiansk UA"},
	})
}

func TestPlace_OfAPalaceOrAGathering(t *testing.T) {
	checkPlaces(t, []placeCase{
		{"palace by name", "", "Emmanuel Macron received Volodymyr Zelenskyy at the Élysée on Thursday for a working dinner that lasted two hours.", "Paris FR"},
		{"office by name", "", "Volodymyr Zelenskyy met Joe Biden in the Oval Office on Thursday and asked him for more air defence systems.", "Washington US"},
		{"palace without a name", "", "President Maia Sandu received Volodymyr Zelenskyy at the presidential palace on Thursday for talks about the grain corridor.", "Chisinau MD"},
		{"somebody's palace", "", "Volodymyr Zelenskyy met President Petr Pavel at the Czech presidential residence on Thursday; ammunition was the main subject.", "Prague CZ"},
		{"third place", "", "Volodymyr Zelenskyy met Rishi Sunak in Davos on Thursday, and the two spoke of drones and of frozen Russian assets.", "Davos CH"},
		{"in town, and not where insurers are", "", "Alar Karis came to Kyiv on Thursday. Insurers in London have begun to call back. Karis was in town for talks with Volodymyr Zelenskyy.", "Kyiv UA"},
		{"sidelines", "", "Volodymyr Zelenskyy met Narendra Modi on the sidelines of the UN General Assembly in New York on Thursday for a short talk.", "New York US"},
		{"conference", "", "Volodymyr Zelenskyy met Kamala Harris on Thursday at the Munich Security Conference; the deadlock in Washington cast a shadow.", "Munich DE"},
		{"airport", "", "Taoiseach Simon Harris met Volodymyr Zelenskyy at Shannon Airport on Thursday while his aircraft was being refuelled for the journey.", "Shannon IE"},
		{"air base", "", "Volodymyr Zelenskyy met Mette Frederiksen at Skrydstrup air base on Thursday, and both climbed into an aircraft for the cameras.", "Skrydstrup DK"},
	})
}

func TestPlace_OfHousesAndAirports(t *testing.T) {
	checkPlaces(t, []placeCase{
		{"a headquarters in small letters", "", "Jens Stoltenberg received Volodymyr Zelenskyy at NATO headquarters on Thursday.", "Brussels BE"},
		{"a building in small letters", "", "Charles Michel met Volodymyr Zelenskyy at the Europa building on Thursday.", "Brussels BE"},
		{"a palace", "", "Volodymyr Zelenskyy met Petr Pavel at Wallenstein Palace on Thursday.", "Prague CZ"},
		{"the emir's palace", "", "Volodymyr Zelenskyy met Tamim bin Hamad at the Amiri Diwan on Thursday.", "Doha QA"},
		{"an airport", "", "Volodymyr Zelenskyy met Leo Varadkar at Shannon Airport on Thursday.", "Shannon IE"},
		{"a retreat", "", "Rishi Sunak hosted Volodymyr Zelenskyy at Chequers on Thursday.", "Chequers GB"},
		{"a house of Kyiv", "", "Volodymyr Zelenskyy met Charles Michel in the House with Chimaeras on Thursday.", "Kyiv UA"},
		{"a house that is no name", "", "The finance minister spoke of peace. Volodymyr Zelenskyy met Petr Pavel in Lviv on Thursday.", "Lviv UA"},
	})
}

func TestPlace_FollowsFromWhoReceivesWhom(t *testing.T) {
	checkPlaces(t, []placeCase{
		{"received", "", "Slovak President Peter Pellegrini received President Volodymyr Zelenskyy on Thursday for talks on energy and transit.", " SK"},
		{"was received by", "", "Volodymyr Zelenskyy was received by Swedish Prime Minister Ulf Kristersson on Thursday for talks about aircraft and training.", " SE"},
		{"guest of", "", "Volodymyr Zelenskyy met President Gitanas Nausėda on Thursday. The Lithuanian president walked with his guest through the park for an hour.", " LT"},
		{"visiting", "", "President Volodymyr Zelenskyy met the visiting Danish Prime Minister Mette Frederiksen on Thursday and thanked her for the howitzers.", " UA"},
		{"official visit to", "", "On Thursday President Volodymyr Zelenskyy, on an official visit to the Republic of Croatia, met Prime Minister Andrej Plenković for talks.", " HR"},
		{"our country", "", "President of Ukraine Volodymyr Zelenskyy held negotiations on Thursday with Austrian President Alexander Van der Bellen, who arrived in our country on a working visit.", " UA"},
		{"on its soil", "", "On Thursday Taoiseach Leo Varadkar met Volodymyr Zelenskyy for their first talks on Irish soil, which lasted about an hour.", " IE"},
	})
}

func TestPlace_IsNotAGovernmentNorAStopOnTheWay(t *testing.T) {
	checkPlaces(t, []placeCase{
		{"capitals that speak", "", "Volodymyr Zelenskyy met Karl Nehammer in Vienna on Thursday. Moscow called the talks a provocation; Kyiv thanked Austria for its help.", "Vienna AT"},
		{"next stop", "", "Volodymyr Zelenskyy met Gitanas Nausėda in Vilnius on Thursday. From there he will travel to Tallinn and Riga in the coming days.", "Vilnius LT"},
		{"next stop, present tense", "", "Volodymyr Zelenskyy met Edgars Rinkēvičs in Riga on Thursday. In the evening he flies on to Oslo for another round.", "Riga LV"},
		{"on the way from", "", "Volodymyr Zelenskyy, who had come from Helsinki by night, met Mark Rutte in The Hague on Thursday for talks about aircraft.", "The Hague NL"},
		{"via", "", "Narendra Modi, who travelled via Warsaw, met Volodymyr Zelenskyy in Kyiv on Thursday for talks that lasted three hours.", "Kyiv UA"},
		{"officials elsewhere", "", "Volodymyr Zelenskyy met Olaf Scholz in Berlin on Thursday. Officials in Warsaw said that they had been told beforehand.", "Berlin DE"},
		{"a name only", "", "Volodymyr Zelenskyy met Emmanuel Macron in Paris on Thursday. Both said that the Minsk agreements were a thing of the past.", "Paris FR"},
		{"peace in", "", "Volodymyr Zelenskyy met Luiz Inácio Lula da Silva in Geneva on Thursday and spoke with him of peace in Ukraine for an hour.", "Geneva CH"},
		{"invited to", "", "Volodymyr Zelenskyy met Giorgia Meloni in Rome on Thursday and invited her to Kyiv for the next anniversary of independence.", "Rome IT"},
		{"sold to", "", "Volodymyr Zelenskyy met Prime Minister Ulf Kristersson in Stockholm on Thursday about the sale of shells to Kyiv and to Warsaw.", "Stockholm SE"},
	})
}

func TestPlace_Datelines(t *testing.T) {
	checkPlaces(t, []placeCase{
		{"capitals and day", "", "KYIV, March 14 (Reuters) - Volodymyr Zelenskyy met Mark Rutte on Thursday and spoke with him about shells for two hours.", "Kyiv UA"},
		{"capitals and dash", "", "TIRANA — Volodymyr Zelenskyy met Edi Rama on Thursday and spoke with him about shells for two hours behind closed doors.", "Tirana AL"},
		{"agency in brackets", "", "Rome (Agency) – Volodymyr Zelenskyy met Giorgia Meloni on Thursday and spoke with her about shells for two hours.", "Rome IT"},
		{"colon", "", "Ankara: Volodymyr Zelenskyy met Recep Tayyip Erdoğan on Thursday and spoke with him about grain for two hours at noon.", "Ankara TR"},
		{"point", "", "ATHENS. Volodymyr Zelenskyy met Kyriakos Mitsotakis on Thursday and spoke with him about ships for two hours.", "Athens GR"},
		{"unknown town", "", "GLENEAGLES, United Kingdom, March 14 — Volodymyr Zelenskyy met Rishi Sunak on Thursday and spoke with him about shells for two hours.", "Gleneagles GB"},
		{"the reporter's own town", "", "RIYADH: Foreign Minister Faisal bin Farhan was received by Volodymyr Zelenskyy in Kyiv on Thursday for talks on prisoners.", "Kyiv UA"},
		{"here", "", "MUNICH, March 14 — Volodymyr Zelenskyy met Kamala Harris here on Thursday, in the shadow of a deadlock in Washington.", "Munich DE"},
		{"the day and the town", "Two presidents speak", "13 March 2024, New York\n\nPresident Cyril Ramaphosa has this afternoon held a bilateral meeting with Volodymyr Zelenskyy.", "New York US"},
		{"our capital", "Address by the President", "Volodymyr Zelenskyy: Today I received in our capital the Foreign Minister of Poland, Radosław Sikorski. I thanked him. I told Volodymyr Zelenskyy's team that I want peace.", "Kyiv UA"},
	})
}

func TestPlace_OfSeveralEncountersStaysApart(t *testing.T) {
	r := New(gazetteer.Default())
	a := &model.Article{
		Published: model.Date{Year: 2024, Month: 3, Day: 14},
		Text: "President Volodymyr Zelenskyy met Prime Minister Rishi Sunak in London on Thursday morning and thanked him for the training of pilots.\n\n" +
			"In the evening of the same Thursday Zelenskyy met Emmanuel Macron in Paris, where a dinner had been prepared, and asked him for aircraft.",
	}
	r.Read(a)
	want := map[string]string{"Rishi Sunak": "London GB", "Emmanuel Macron": "Paris FR"}
	for _, e := range a.Reports {
		for _, p := range e.People {
			if w := want[p.Name]; w != "" {
				if got := e.Place.City + " " + string(e.Place.Host); got != w {
					t.Errorf("%s: got %q, want %q", p.Name, got, w)
				}
				delete(want, p.Name)
			}
		}
	}
	if len(want) > 0 {
		t.Errorf("encounters not found: %v", want)
	}
}

func TestPlace_OfACallIsNone(t *testing.T) {
	r := New(gazetteer.Default())
	a := &model.Article{Published: model.Date{Year: 2024, Month: 3, Day: 14}, Text: "KYIV, March 14 — President Volodymyr Zelenskyy spoke by phone with Canadian Prime Minister Justin Trudeau on Thursday about drones."}
	r.Read(a)
	if len(a.Reports) == 0 || a.Reports[0].Place != (model.Place{}) {
		t.Errorf("reports %v, want one without a place", a.Reports)
	}
}

func TestPlace_InWholeReports(t *testing.T) {
	checkPlaces(t, []placeCase{
		{"announced in one town for another", "Erdoğan: I will host Zelensky on Friday", "President Recep Tayyip Erdoğan said in Ankara on Wednesday that he will host his Ukrainian counterpart Volodymyr Zelensky in Istanbul on Friday.", "Istanbul TR"},
		{"left the palace", "", "Zelensky has left the Chancellery in Berlin after talks with Olaf Scholz on Thursday. He is on his way to Aachen, his office said.", "Berlin DE"},
		{"headquarters of a body", "", "Taoiseach Simon Harris met Ukrainian President Volodymyr Zelenskyy at the UN headquarters on Tuesday and repeated his invitation to Dublin.", "New York US"},
		{"near a known town", "", "Swiss President Viola Amherd received the Ukrainian president Volodymyr Zelensky in Kehrsatz near Bern on Monday for bilateral talks.", "Kehrsatz CH"},
		{"the capital of", "", "IAEA Director General Rafael Grossi had a meeting with Volodymyr Zelenskyy in the capital of Ukraine on Tuesday, on his way to the Zaporizhzhia nuclear power plant.", "Kyiv UA"},
		{"in quotation marks", "", "President Rumen Radev conversed at \"Dondukov\" 2 with the Ukrainian head of state Volodymyr Zelensky this Thursday. In Moscow the tone was icy.", "Sofia BG"},
		{"seat of the reporter's ministry", "", "TOKYO - Japanese Prime Minister Fumio Kishida met Volodymyr Zelenskyy in Kyiv on Tuesday after a night on the train, the Foreign Ministry in Tokyo said.", "Kyiv UA"},
		{"two capitals in the dateline", "", "Berlin/Kyiv (dpa) - Chancellor Olaf Scholz arrived in Kyiv by night train on Monday. President Volodymyr Zelensky welcomed him at the Mariinsky Palace.", "Kyiv UA"},
		{"region and resort", "", "BORGO EGNAZIA, Italy — Joe Biden and Volodymyr Zelenskyy met on Thursday and signed an agreement on security in Apulia, far from the front.", "Borgo Egnazia IT"},
		{"an office is no town", "", "At the Cabinet of Ministers on Thursday, Prime Minister Evika Siliņa met Volodymyr Zelensky after his arrival in Riga by train.", "Riga LV"},
		{"who hosts a conference received nobody", "Rome to host recovery conference, Meloni tells Zelensky", "Giorgia Meloni and Volodymyr Zelensky met at Villa Doria Pamphilj in Rome on Thursday for talks on rebuilding and on energy.", "Rome IT"},
		{"a title tells it", "Fiala, Zelensky meet in Lviv", "Prime Minister Petr Fiala met President Volodymyr Zelensky on Thursday and promised more shells from the Czech initiative.", "Lviv UA"},
	})
}

func TestPlace_SurvivesTextsCutAnywhere(_ *testing.T) {
	r := New(gazetteer.Default())
	text := "From \"Dondukov\" 2, after Sofia, near the capital of Estonia.\n\nKYIV, March 14 (AP) — In Lviv, in the Chernihiv region, at the Élysée, here and there, " +
		"the visiting guest of Olaf Scholz left; after Kyiv to Rome, in our country, on the sidelines of the G7 summit, of the port of Odesa, where he was received by Emmanuel Macron."
	for i := range len(text) {
		if text[i] != ' ' {
			continue
		}
		for _, s := range [...]string{text[i:], text[:i]} {
			r.Read(&model.Article{Text: s})
		}
	}
}

// A report whose words tell no place names a town all the same, mostly.
func TestPlace_OnlyNamed(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Donald Tusk walked with Volodymyr Zelenskyy through the old streets on Tuesday.\n\nLviv, then: eighty kilometres, and two hours at the border.", "Lviv UA"},
		{"Kaja Kallas talked for an hour with Volodymyr Zelenskyy on Tuesday. Paris was of another opinion, and so was Ottawa.", ""},
		{"Kaja Kallas telephoned with Volodymyr Zelenskyy on Tuesday. Kyiv was of another opinion.", ""},
		{"Kaja Kallas will talk with Volodymyr Zelenskyy on Friday. Kyiv thanked her.", ""},
		{"After an exchange with Volodymyr Zelenskyy on Tuesday Kaja Kallas was content. Kyiv was, too.", ""},
	} {
		a := &model.Article{Text: c.text + "\n", Published: model.NewDate(2024, 5, 16)}
		New(gazetteer.Default()).Read(a)
		got := ""
		if len(a.Reports) > 0 && a.Reports[0].Place.Host != "" {
			got = a.Reports[0].Place.City + " " + string(a.Reports[0].Place.Host)
		}
		if got != c.want {
			t.Errorf("%s\n got %q\nwant %q", c.text, got, c.want)
		}
	}
}
