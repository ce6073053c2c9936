package extract

import (
	"strings"
	"testing"

	"entente/model"
)

// dated lists the believed encounters of an article, the one that it is about first: day, and who apart from Zelenskyy.
func dated(a *model.Article) string {
	var out []string
	for _, r := range a.Reports {
		var names []string
		for _, p := range r.People {
			if w := strings.Fields(p.Name); w[len(w)-1] != "Zelenskyy" {
				names = append(names, w[len(w)-1])
			}
		}
		s := r.Date.String()
		if !r.End.IsZero() {
			s += "…" + r.End.String()
		}
		if r.Status == model.StatusOff {
			s = "off " + s
		}
		out = append(out, strings.TrimSpace(s+" "+strings.Join(names, "+")))
	}
	return strings.Join(out, "; ")
}

// TestWhen asks which day is attached to which encounter. All articles appear on Wednesday, 14 June 2023.
func TestWhen(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"in the sentence", "President Volodymyr Zelenskyy met Prime Minister Kaja Kallas in Kyiv on Tuesday to talk about air defence.", "2023-06-13 Kallas"},
		{"in front of the sentence", "On Monday morning, under a sky full of larks and with half the cabinet in attendance, President Volodymyr Zelenskyy received Prime Minister Kaja Kallas in Kyiv.", "2023-06-12 Kallas"},
		{"weekday and day", "On Monday, June 12, President Volodymyr Zelenskyy received Prime Minister Kaja Kallas in Kyiv to talk about air defence.", "2023-06-12 Kallas"},
		{"publication day as last resort", "President Volodymyr Zelenskyy received Prime Minister Kaja Kallas in Kyiv.\n\nThe two spoke about air defence, and Kallas promised more howitzers.", "2023-06-14 Kallas"},
		{"from the sentence before", "It was on Tuesday that the night train from Poland brought a guest to the capital.\n\nPresident Volodymyr Zelenskyy received Prime Minister Kaja Kallas at the palace, and the two talked for an hour.", "2023-06-13 Kallas"},
		{"told with ‘the visit’ behind", "President Volodymyr Zelenskyy received Prime Minister Kaja Kallas in Kyiv.\n\nThe visit on Monday was her third of the war, and it was kept secret until she had left.", "2023-06-12 Kallas"},
		{"the day of the saying is not the day ahead", "The office of President Volodymyr Zelenskyy said on Monday that he will meet Prime Minister Kaja Kallas in Kyiv on Friday.", "2023-06-16 Kallas"},
		{"a clause about somebody else", "President Volodymyr Zelenskyy, who had been in Rome on Saturday, received Prime Minister Kaja Kallas in Kyiv on Tuesday for talks about air defence.", "2023-06-13 Kallas"},
		{"since and until", "President Volodymyr Zelenskyy on Tuesday met Prime Minister Kaja Kallas, whose government has sent howitzers since January and will go on until 31 December.", "2023-06-13 Kallas"},
		{"background is no day", "President Volodymyr Zelenskyy received Prime Minister Kaja Kallas in Kyiv.\n\nThe two last met in Tallinn on 12 January 2023, when Estonia had promised howitzers.", "2023-06-14 Kallas; 2023-01-12 Kallas"},
		{"a decision of long ago", "President Volodymyr Zelenskyy received Prime Minister Kaja Kallas in Kyiv.\n\nEstonia had decided on 12 January to send all its howitzers, which made others follow.", "2023-06-14 Kallas"},
		{"the day before that", "President Volodymyr Zelenskyy met Prime Minister Kaja Kallas in Tallinn on Tuesday.\n\nA day earlier the Ukrainian president held talks with President Gitanas Nausėda in Vilnius about the same matters.", "2023-06-13 Kallas; 2023-06-12 Nausėda"},
		{"two days, two guests", "On Monday President Volodymyr Zelenskyy received President Gitanas Nausėda in Kyiv. On Tuesday he received Prime Minister Kaja Kallas in Kyiv.", "2023-06-12 Nausėda; 2023-06-13 Kallas"},
		{"today inside a quotation", "“Today I met Volodymyr Zelenskyy in Kyiv,” Prime Minister Kaja Kallas wrote on Wednesday after her talks with President Volodymyr Zelenskyy.", "2023-06-14 Kallas"},
		{"some time last week", "President Volodymyr Zelenskyy met Prime Minister Kaja Kallas in Kyiv last week, and the two agreed on a plan that was made public on Wednesday.", "Kallas"},
		{"month only", "President Volodymyr Zelenskyy met Prime Minister Kaja Kallas in Kyiv in April, and the two agreed on a plan that nobody had heard of.", "2023-04 Kallas"},
		{"a vote two days before", "The guest from Tallinn brought a list.\n\nOn Sunday parliament voted to raise the tax on fuel, with eleven votes against.\n\nAt the palace President Volodymyr Zelenskyy received Prime Minister Kaja Kallas for talks.", "2023-06-14 Kallas"},
		{"an attack two days before", "The guest from Tallinn brought a list.\n\nAn attack on the port on Monday had killed three people, the governor of the region wrote.\n\nAt the palace President Volodymyr Zelenskyy received Prime Minister Kaja Kallas for talks.", "2023-06-14 Kallas"},
		{"where she goes next", "The guest from Tallinn brought a list.\n\nOn Friday Kallas travels on to a conference of mayors by the sea.\n\nAt the palace President Volodymyr Zelenskyy received Prime Minister Kaja Kallas for talks.", "2023-06-14 Kallas"},
		{"how he had come", "On Monday evening the guest had arrived by train from the west, with a list.\n\nAt the palace President Volodymyr Zelenskyy received Prime Minister Kaja Kallas for talks.", "2023-06-12 Kallas"},
		{"the market, when the news was told", "President Volodymyr Zelenskyy received Prime Minister Kaja Kallas in Kyiv for talks.\n\nOil prices rose by two per cent on Monday, and the rouble fell to its lowest level in a year.\n\nZelenskyy and Kallas spoke about air defence.", "2023-06-14 Kallas"},
		{"the scene of a day", "It rained on Monday morning, and the gravel in front of the palace was one great puddle.\n\nPresident Volodymyr Zelenskyy received Prime Minister Kaja Kallas for talks.", "2023-06-12 Kallas"},
		{"officials said, and a day before", "A guest from Tallinn was in the capital on Monday.\n\nPresident Volodymyr Zelenskyy received Prime Minister Kaja Kallas for talks, officials said on Wednesday.", "2023-06-12 Kallas"},
		{"officials said, and no other day", "President Volodymyr Zelenskyy received Prime Minister Kaja Kallas for talks in Kyiv, officials said on Tuesday.", "2023-06-13 Kallas"},
		{"he said, beside his guest", "“We see no other way,” Prime Minister Kaja Kallas said on Monday at the palace.\n\nShe had been received there by President Volodymyr Zelenskyy.", "2023-06-12 Kallas"},
		{"begins with a day to come", "President Volodymyr Zelenskyy received Prime Minister Kaja Kallas in Kyiv.\n\nOn Saturday the minister of finance is expected in Riga, where donors will sit for two days.", "2023-06-14 Kallas"},
		{"a day later than planned", "A day later than planned, on Tuesday, President Volodymyr Zelenskyy received Prime Minister Kaja Kallas in Kyiv.", "2023-06-13 Kallas"},
		{"moved from one day to another", "The meeting of President Volodymyr Zelenskyy with Prime Minister Kaja Kallas in Kyiv, moved from Sunday to Monday because of the weather, lasted an hour.", "2023-06-12 Kallas"},
		{"a day after he met her", "Speaking on Wednesday, a day after he received Prime Minister Kaja Kallas in Kyiv, President Volodymyr Zelenskyy promised more.", "2023-06-13 Kallas"},
		{"tomorrow in the present", "President Volodymyr Zelenskyy receives Prime Minister Kaja Kallas in Kyiv tomorrow.", "2023-06-15 Kallas"},
		{"counted from another day", "Two days before Saturday's election President Volodymyr Zelenskyy spoke by phone with Prime Minister Kaja Kallas.", "2023-06-08 Kallas"},
		{"on the eve, with its day", "On the eve of the gathering of the nine President Volodymyr Zelenskyy met Prime Minister Kaja Kallas in Kyiv on Monday.", "2023-06-12 Kallas"},
		{"behind a semicolon", "President Volodymyr Zelenskyy left for Tallinn at noon. Tonight there is a dinner; on Friday he will be received by Prime Minister Kaja Kallas.", "2023-06-16 Kallas"},
		{"what begins on a day", "President Volodymyr Zelenskyy received Prime Minister Kaja Kallas in Kyiv.\n\nThey had the fair to speak of that begins on Friday.", "2023-06-14 Kallas"},
		{"today in the present", "President Volodymyr Zelenskyy came to Tallinn on Tuesday with an hour to spare.\n\nPrime Minister Kaja Kallas received him at the palace. Today he speaks to the parliament.", "2023-06-13 Kallas"},
		{"told reporters in a town", "President Volodymyr Zelenskyy received Prime Minister Kaja Kallas in Kyiv on Monday.\n\nKallas told reporters in Vilnius on Tuesday that their meeting had been a good one.", "2023-06-12 Kallas"},
		{"cross about a dinner", "President Volodymyr Zelenskyy received Prime Minister Kaja Kallas, who was still cross about Sunday's dinner, in Kyiv.", "2023-06-14 Kallas"},
		{"which was a weekday", "On the last of her days in the country, which was a Monday, Prime Minister Kaja Kallas went to a school.\n\nIt was after the school that President Volodymyr Zelenskyy received her.", "2023-06-12 Kallas"},
		{"two days in a row", "The envoy of China, Li Hui, spent Monday and Tuesday in Kyiv and was received there by President Volodymyr Zelenskyy.", "2023-06-12…2023-06-13 Hui"},
		{"range", "President Volodymyr Zelenskyy met Prime Minister Kaja Kallas in Kyiv on 12-13 June and signed a declaration with her.", "2023-06-12…2023-06-13 Kallas"},
		{"tomorrow", "President Volodymyr Zelenskyy will receive Prime Minister Kaja Kallas in Kyiv tomorrow, his office said on Wednesday.", "2023-06-15 Kallas"},
		{"last night", "President Volodymyr Zelenskyy spoke by phone with Prime Minister Kaja Kallas last night about air defence.", "2023-06-13 Kallas"},
		{"last year", "President Volodymyr Zelenskyy received Prime Minister Kaja Kallas in Kyiv on Tuesday. On 3 November last year he had received President Gitanas Nausėda in Kyiv.", "2023-06-13 Kallas; 2022-11-03 Nausėda"},
		{"dateline against the day", "KYIV, 14 June (NorthPress) - President Volodymyr Zelenskyy received Prime Minister Kaja Kallas in Kyiv yesterday, and the two spoke of air defence.", "2023-06-13 Kallas"},
		{"dateline alone", "KYIV, 13 June (NorthPress) - President Volodymyr Zelenskyy received Prime Minister Kaja Kallas in Kyiv, and the two spoke of air defence.", "2023-06-13 Kallas"},
		{"dateline and what comes", "KYIV, 14 June (NorthPress) - President Volodymyr Zelenskyy will receive Prime Minister Kaja Kallas in Kyiv on Friday, his office said.", "2023-06-16 Kallas"},
		{"somebody else's day ahead", "President Volodymyr Zelenskyy received Prime Minister Kaja Kallas in Kyiv, while a session of the cabinet is expected on Friday.", "2023-06-14 Kallas"},
		{"who landed on", "Donald Trump left on Monday night. Volodymyr Zelenskyy, who landed on Tuesday, was received by Prime Minister Kaja Kallas in Tallinn for talks.", "2023-06-13 Kallas"},
		{"the nearest of the days told", "The leader of a country at war came to a small town by the sea.\n\nVolodymyr Zelenskyy landed at the airport late on Monday night. On Tuesday he was at the court first.\n\nAt the palace Prime Minister Kaja Kallas then received Volodymyr Zelenskyy for talks.", "2023-06-13 Kallas"},
		{"a month told in passing", "On Tuesday a treaty was made. Prime Minister Kaja Kallas, who last saw Petr Pavel in April, signed it in Kyiv with Volodymyr Zelenskyy.", "2023-06-13 Kallas"},
		{"weekdays over a range", "President Volodymyr Zelenskyy met Prime Minister Kaja Kallas in Kyiv from Saturday to Sunday, 10–11 June, and signed a declaration with her.", "2023-06-10…2023-06-11 Kallas"},
		{"a day after other talks", "President Volodymyr Zelenskyy received Prime Minister Kaja Kallas in Kyiv on Tuesday. It was one day after her talks with President Gitanas Nausėda in Vilnius.", "2023-06-13 Kallas; 2023-06-12 Kallas+Nausėda"},
		{"a diary", "24 March. In a tent outside Kyiv President Volodymyr Zelenskyy and Prime Minister Kaja Kallas talk of drones.", "2023-03-24 Kallas"},
		{"ahead of what comes", "Ahead of Friday's gathering, President Volodymyr Zelenskyy received Prime Minister Kaja Kallas in Kyiv on Tuesday.", "2023-06-13 Kallas"},
		{"after what was", "After Monday's vote President Volodymyr Zelenskyy received Prime Minister Kaja Kallas in Kyiv.", "2023-06-14 Kallas"},
		{"after talks of a day", "After Monday's talks in Kyiv with President Volodymyr Zelenskyy, Prime Minister Kaja Kallas promised howitzers.", "2023-06-12 Kallas"},
		{"hours after", "Hours after Monday's vote President Volodymyr Zelenskyy received Prime Minister Kaja Kallas in Kyiv.", "2023-06-12 Kallas"},
		{"each on a day", "Volodymyr Zelenskyy met Kaja Kallas on Monday and Gitanas Nausėda on Tuesday.", "2023-06-12 Kallas; 2023-06-13 Nausėda"},
		{"each day in front", "On Monday Volodymyr Zelenskyy met Kaja Kallas in Tallinn, on Tuesday Gitanas Nausėda in Vilnius.", "2023-06-12 Kallas; 2023-06-13 Nausėda"},
		{"each in a town", "Volodymyr Zelenskyy met Kaja Kallas in Tallinn and Gitanas Nausėda in Vilnius on Tuesday.", "2023-06-13 Kallas; 2023-06-13 Nausėda"},
		{"both in one town", "Volodymyr Zelenskyy met Kaja Kallas and Gitanas Nausėda in Vilnius on Tuesday.", "2023-06-13 Kallas+Nausėda"},
		{"what another day had brought", "On Tuesday the lines were busy in Kyiv.\n\nWith Prime Minister Kaja Kallas President Volodymyr Zelenskyy discussed at the palace what Sunday had changed at the front.", "2023-06-13 Kallas"},
		{"what was done on another day", "On Tuesday President Volodymyr Zelenskyy met Prime Minister Kaja Kallas in Kyiv.\n\nThe guest wasn't surprised by what the parliament had done on Sunday. The two leaders then talked about air defence for an hour.", "2023-06-13 Kallas"},
		{"the news of another day", "President Volodymyr Zelenskyy received Prime Minister Kaja Kallas in Kyiv on Tuesday. Over dinner, with the events of Sunday on every screen, the two talked about air defence.", "2023-06-13 Kallas"},
		{"since she took office", "In their talks at the palace in Kyiv, the first since Kaja Kallas took office on 26 January, President Volodymyr Zelenskyy and the Estonian prime minister spoke of air defence. They met for an hour on Tuesday.", "2023-06-13 Kallas"},
		{"denied since", "What had been denied since Sunday is true: President Volodymyr Zelenskyy received Prime Minister Kaja Kallas in Kyiv.", "2023-06-14 Kallas"},
		{"going on since", "President Volodymyr Zelenskyy and Prime Minister Kaja Kallas have been talking in Kyiv since late Monday.", "2023-06-12 Kallas"},
		{"the same day, not that of the saying", "President Volodymyr Zelenskyy will receive Prime Minister Kaja Kallas in Kyiv next Thursday, 22 June, a spokesman said today. President Gitanas Nausėda will meet him on the same day.", "2023-06-22 Kallas; 2023-06-22 Nausėda"},
		{"had seen her on a day", "President Volodymyr Zelenskyy received Prime Minister Kaja Kallas in Kyiv on Tuesday. They talked about air defence.\n\nThe talks were long.\n\nSo was the dinner.\n\nThere was soup.\n\nAnd there was fish.\n\nA band played.\n\nIt rained.\n\nNobody minded.\n\nThe lights went out twice.\n\nGitanas Nausėda had seen Andrzej Duda on Monday.", "2023-06-13 Kallas; 2023-06-12 Nausėda+Duda"},
		{"several see him in the present", "President Volodymyr Zelenskyy received Prime Minister Kaja Kallas in Kyiv on Tuesday. Gitanas Nausėda and Andrzej Duda see him in Lublin on Friday.", "2023-06-13 Kallas; 2023-06-16 Nausėda+Duda"},
		{"a day ahead in front", "President Volodymyr Zelenskyy received Prime Minister Kaja Kallas in Kyiv on Tuesday. On Thursday he sits down with Gitanas Nausėda in Vilnius.", "2023-06-13 Kallas; 2023-06-15 Nausėda"},
		{"the present of a journey", "President Volodymyr Zelenskyy received Prime Minister Kaja Kallas in Kyiv on Tuesday. From there she flies to Vilnius, for talks on Friday with President Gitanas Nausėda.", "2023-06-13 Kallas; 2023-06-16 Kallas+Nausėda"},
		{"the present of a story told ahead", "President Volodymyr Zelenskyy comes to Tallinn next Thursday, when he sees Prime Minister Kaja Kallas. On Tuesday the two are joined by President Gitanas Nausėda.", "2023-06-22 Kallas; 2023-06-20 Kallas+Nausėda"},
		{"the week gone by as a list", "The week in the east.\n\nMonday: Gitanas Nausėda and Andrzej Duda meet in Suwałki. President Volodymyr Zelenskyy received Prime Minister Kaja Kallas in Kyiv on Tuesday.", "2023-06-12 Nausėda+Duda; 2023-06-13 Kallas"},
		{"the vote of another day", "President Volodymyr Zelenskyy received Prime Minister Kaja Kallas in Kyiv yesterday. The two spoke of little besides Sunday's European vote.", "2023-06-13 Kallas"},
		{"the weekday behind ‘the day before’", "President Volodymyr Zelenskyy received Prime Minister Kaja Kallas in Kyiv on Tuesday. She came from Vilnius, where she was with President Gitanas Nausėda the day before, Sunday.", "2023-06-13 Kallas; 2023-06-11 Kallas+Nausėda"},
		{"had met on a day", "President Volodymyr Zelenskyy received Prime Minister Kaja Kallas in Kyiv on Tuesday. Before that he had met with President Gitanas Nausėda on Monday.", "2023-06-13 Kallas; 2023-06-12 Nausėda"},
		{"had met before that", "President Volodymyr Zelenskyy received Prime Minister Kaja Kallas in Kyiv on Tuesday. He had met before that with President Gitanas Nausėda.", "2023-06-13 Kallas; 2023-06-13 Nausėda"},
		{"a day of last year", "President Volodymyr Zelenskyy will receive Prime Minister Kaja Kallas in Kyiv on Friday. On 7 December last year he visited Tallinn, where he and Kaja Kallas signed a declaration.", "2023-06-16 Kallas; 2022-12-07 Kallas"},
		{"whom he received", "On Tuesday President Volodymyr Zelenskyy met Prime Minister Kaja Kallas in Kyiv. Gitanas Nausėda, whom Andrzej Duda received for an hour on Monday, was not surprised.", "2023-06-13 Kallas; 2023-06-12 Nausėda+Duda"},
		{"been at with", "President Volodymyr Zelenskyy received Prime Minister Kaja Kallas in Kyiv on Tuesday. On Monday he had been in Vilnius with President Gitanas Nausėda.", "2023-06-13 Kallas; 2023-06-12 Nausėda"},
		{"each with the host", "Petr Pavel, Kaja Kallas and Gitanas Nausėda held a summit in Prague on Tuesday. Kallas and Nausėda each had talks with the host.", "2023-06-13 Pavel+Kallas+Nausėda; 2023-06-13 Pavel+Kallas; 2023-06-13 Pavel+Nausėda"},
		{"with each of her guests", "Kaja Kallas, Petr Pavel and Gitanas Nausėda held a summit in Tallinn on Tuesday. Kallas also sat down with each of her guests on Monday.", "2023-06-13 Kallas+Pavel+Nausėda; 2023-06-12 Kallas+Pavel; 2023-06-12 Kallas+Nausėda"},
		{"each guest with the host", "Kaja Kallas, Petr Pavel and Gitanas Nausėda held a summit in Tallinn on Tuesday. Before it, each guest met the host.", "2023-06-13 Kallas+Pavel+Nausėda; 2023-06-13 Kallas+Pavel; 2023-06-13 Kallas+Nausėda"},
		{"each for himself", "Kaja Kallas, Petr Pavel and Gitanas Nausėda held a summit in Tallinn on Tuesday. Each told the press what the others had said.", "2023-06-13 Kallas+Pavel+Nausėda"},
		{"the eve of the summit", "Kaja Kallas, Petr Pavel and Gitanas Nausėda held a summit in Tallinn on Tuesday. On the eve of the summit, Kallas and Nausėda met in the palace.", "2023-06-13 Kallas+Pavel+Nausėda; 2023-06-12 Kallas+Nausėda"},
		{"with one and with another", "Kaja Kallas, Petr Pavel and Gitanas Nausėda held a summit in Tallinn on Tuesday. On Monday Kallas had received Pavel and, later, Nausėda; with Pavel she agreed on shells, with Nausėda on a road.", "2023-06-13 Kallas+Pavel+Nausėda; 2023-06-12 Kallas+Pavel; 2023-06-12 Kallas+Nausėda"},
		{"guests on the same day", "President Volodymyr Zelenskyy met Prime Minister Kaja Kallas in Stockholm on Tuesday. They talked about air defence.\n\nThe talks were long.\n\nSo was the dinner.\n\nThere was soup.\n\nAnd there was fish.\n\nA band played.\n\nIt rained.\n\nNobody minded.\n\nThe lights went out twice.\n\nGitanas Nausėda and Andrzej Duda were guests of King Carl XVI Gustaf at the palace the same day.", "2023-06-13 Kallas; 2023-06-13 Nausėda+Duda+Gustaf"},
		{"two days after what is no encounter", "Two days after the flood President Volodymyr Zelenskyy received Prime Minister Kaja Kallas in Kyiv on Tuesday.", "2023-06-13 Kallas"},
	}
	for _, tt := range tests {
		text := "Two leaders talk about air defence and about what comes then\n14 June 2023, 18:22\n\n" + tt.text + "\n"
		if _, a, _ := readDated(t, text, ""); dated(a) != tt.want {
			t.Errorf("%s: %s\n got %q\nwant %q", tt.name, tt.text, dated(a), tt.want)
		}
	}
}

// TestWhenWithoutStamp finds the year from what the text tells.
func TestWhenWithoutStamp(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"a summit that is near", "President Volodymyr Zelenskyy met Prime Minister Kaja Kallas in Kyiv on April 24, her office reported. They also spoke of the NATO summit in Vilnius this July.", "2023-04-24 Kallas"},
		{"weekday and day", "On Monday, 24 April, President Volodymyr Zelenskyy met Prime Minister Kaja Kallas in Kyiv, and the two spoke of air defence.", "2023-04-24 Kallas"},
		{"office of a few months", "President Volodymyr Zelenskyy received Prime Minister Liz Truss in Kyiv on 30 September, and the two spoke of air defence and of the war.", "2022-09-30 Truss"},
		{"the war's day", "Day 425 of the war. On 24 April President Volodymyr Zelenskyy met Prime Minister Kaja Kallas in Kyiv, and they spoke of air defence.", "2023-04-24 Kallas"},
		{"nothing to tell it by", "President Volodymyr Zelenskyy met Prime Minister Mark Rutte in Kyiv on Monday, and the two of them spoke of air defence.", "Rutte"},
	}
	for _, tt := range tests {
		if _, a, _ := readDated(t, tt.text+"\n", ""); dated(a) != tt.want {
			t.Errorf("%s: %s\n got %q\nwant %q", tt.name, tt.text, dated(a), tt.want)
		}
	}
}

// TestLog reads a log of several days, each under its own heading.
func TestLog(t *testing.T) {
	const text = "What the president did this week: a log of guests and calls\n16 June 2023\n\n" +
		"We keep this log for readers who want to know whom the president of Ukraine sees, and when.\n\n" +
		"12 June 2023\n\nPresident Volodymyr Zelenskyy today received Prime Minister Kaja Kallas in Kyiv and talked with her about air defence.\n\n" +
		"14 June 2023\n\nPresident Volodymyr Zelenskyy today received President Gitanas Nausėda in Kyiv and talked with him about the coming summit.\n"
	_, a, _ := readDated(t, text, "")
	if got, want := dated(a), "2023-06-12 Kallas; 2023-06-14 Nausėda"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
