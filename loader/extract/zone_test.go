package extract

import (
	"strings"
	"testing"
)

// TestZones reads whole pages; every line carries, in front of a bar, the zone that it must get:
// T title, S stamp or navigation, P text, B background, C caption or other furniture inside, X tail, H heading. C and X are both furniture and count as one.
func TestZones(t *testing.T) {
	const letters = "PTSBCXH"
	pages := map[string]string{
		"a plain page": `
S|THE NORTHERN POST
T|Kallas calls on Zelenskyy in Kyiv with a promise in her bag
S|24 April 2023, 18:22
S|By Jo Marsh in Kyiv
P|President Volodymyr Zelenskyy received Prime Minister Kaja Kallas in Kyiv, where they talked about air defence.
C|Photo: President's Office
P|Kallas thanked her host and promised more howitzers.
H|What comes next
P|A summit is to take place in July, and Estonia wants a clear word there about membership.
X|Read also
X|Macron and Scholz meet in Berlin
X|Biden rings Sunak`,
		"a title that ends like a sentence": `
T|Who sent the howitzers, and what did the Estonian prime minister bring to Kyiv this time?
S|Posted on 24 April 2023 by the newsroom
P|President Volodymyr Zelenskyy received Prime Minister Kaja Kallas in Kyiv, where they talked about air defence.
P|She brought a list, and he had one too, as the two of them told the press behind the palace.`,
		"the title told twice, a stamp below the lead": `
T|Kallas calls on Zelenskyy in Kyiv
P|Estonia had said in March that it would send another package of arms to Ukraine.
S|Apr 24, 2023 - 07:36
T|Kallas calls on Zelenskyy in Kyiv
P|President Volodymyr Zelenskyy received Prime Minister Kaja Kallas in Kyiv, where they talked about air defence.`,
		"background at the end": `
T|Kallas calls on Zelenskyy in Kyiv
S|24.04.2023 18:22
P|President Volodymyr Zelenskyy received Prime Minister Kaja Kallas in Kyiv, where they talked about air defence.
B|As the NorthPress agency reported earlier, Kallas had met Macron in Paris on Friday.
B|Background:
B|• In January Estonia decided to send all its howitzers.
B|• In March the two spoke by phone.
C|Support us on Patreon!`,
		"background under a heading": `
T|Kallas calls on Zelenskyy in Kyiv
S|24.04.2023 18:22
P|President Volodymyr Zelenskyy received Prime Minister Kaja Kallas in Kyiv, where they talked about air defence.
B|Background
B|Estonia has given more of its wealth than any other country since the beginning of the war.
H|Reactions
P|In Moscow a spokesman said that nobody there had taken any notice of the visit at all.`,
		"a list of others inside, and text behind": `
T|Kallas calls on Zelenskyy in Kyiv
S|24.04.2023 18:22
P|President Volodymyr Zelenskyy received Prime Minister Kaja Kallas in Kyiv, where they talked about air defence.
X|Read also: Macron and Scholz meet in Berlin
P|The two then walked to the wall of the fallen and laid down flowers, as every guest has done in these two years of war.
X|RELATED
X|• Meloni flies to Tunis
X|• Sunak rings Modi
P|Afterwards Kallas took the night train back to Poland, from where a government plane brought her home in the morning hours.
P|Her office said that she would report to parliament about it.`,
		"notices above, notes below": `
C|We use cookies to make this site better. By going on you agree to our policy on data.
S|Home | News | World
T|Kallas calls on Zelenskyy in Kyiv
S|By Jo Marsh | Apr. 24, 2023, 6:22 p.m. EDT | 3 min read
P|President Volodymyr Zelenskyy received Prime Minister Kaja Kallas in Kyiv, where they talked about air defence.
P|Kallas thanked her host and promised more howitzers.
C|***
X|Jo Marsh is our correspondent in Kyiv. His book on the war appears in autumn.
S|This story was first published on 24 April 2023.
X|© 2023 The Northern Post. All rights reserved.`,
		"rows of headlines": `
T|Kallas calls on Zelenskyy in Kyiv
S|24.04.2023 18:22
P|President Volodymyr Zelenskyy received Prime Minister Kaja Kallas in Kyiv, where they talked about air defence.
X|ALSO IN THE NEWS | Macron met Scholz in Berlin | Why Sunak rang Modi | Pope Francis receives Orbán
X|NOW READ: ▸ Meloni in Tunis ▸ Fico calls on Putin
X|MOST READ TODAY  1. Tusk in Vilnius  2. Stubb in Oslo`,
		"words that only look like markers": `
T|History made in Kyiv as Kallas and Zelenskyy sign
S|24.04.2023 18:22
P|More than 2,000 people stood in the square when President Zelenskyy received Prime Minister Kallas in Kyiv.
H|Latest from the palace
P|Support for Estonia's plan is growing: President Volodymyr Zelenskyy thanked Prime Minister Kaja Kallas for it.
P|Share prices fell. Video from the scene showed the two leaders walking across the square.
P|Related talks took place between the ministers of defence.
P|The visit fell on Monday, 24 April.`,
		"a live page": `
T|LIVE: War in Ukraine, day 425, follow it here with us — Monday 24 April 2023
S|19:30
P|We are closing this page for tonight. It goes on tomorrow at six in the morning, and thank you for reading.
H|18:05
P|President Volodymyr Zelenskyy received Prime Minister Kaja Kallas in Kyiv, where they talked about air defence.`,
	}
	for name, page := range pages {
		var want []byte
		var text []string
		for l := range strings.SplitSeq(strings.TrimPrefix(page, "\n"), "\n") {
			want = append(want, l[0])
			text = append(text, l[2:])
		}
		s := strings.Join(text, "\n")
		lines := splitLines(s, nil)
		new(layout).markZones(s, []byte(s), lines)
		for i, l := range lines {
			got := letters[l.zone]
			if got == 'X' && want[i] == 'C' || got == 'C' && want[i] == 'X' {
				continue
			}
			if got != want[i] {
				t.Errorf("%s: zone %c, want %c: %s", name, got, want[i], text[i])
			}
		}
	}
}

// TestTitles chooses the headline among what stands above the text.
func TestTitles(t *testing.T) {
	const body = "\n\nPresident Volodymyr Zelenskyy received Prime Minister Kaja Kallas in Kyiv, where they talked about air defence.\n"
	tests := []struct{ head, want string }{
		{"The Northern Post – news in English\nMonday 24 April 2023\nA guest on the night train", "A guest on the night train"},
		{"THE NORTHERN TIMES\n2023-04-24 07:58 | World > Politics\nBy Jo Marsh\nTwo trains, one table", "Two trains, one table"},
		{"Kallas in Kyiv: 56 howitzers, 44 to come\n24.04 07:20 • Updated 09:02", "Kallas in Kyiv: 56 howitzers, 44 to come"},
		{"date 2023-04-24 Kallas calls on Zelenskyy in Kyiv Monday, April 24, 2023 4:00:00 PM", "Kallas calls on Zelenskyy in Kyiv"},
		{"We and our 843 partners store data on your device. [Accept all]\nKallas calls on Zelenskyy", "Kallas calls on Zelenskyy"},
		{"▌Two killed at the port ▌Train on time ▌Rain\nKallas calls on Zelenskyy in Kyiv", "Kallas calls on Zelenskyy in Kyiv"},
		{"24 April 2023", ""},
	}
	for _, tt := range tests {
		s := tt.head + body
		if got := new(layout).markZones(s, []byte(strings.ToLower(s)), splitLines(s, nil)); got != tt.want {
			t.Errorf("%q: title %q, want %q", tt.head, got, tt.want)
		}
	}
}

// TestWraps joins what was wrapped and leaves lists and short lines alone.
func TestWraps(t *testing.T) {
	const wrapped = "President Volodymyr Zelenskyy received Prime Minister Kaja\nKallas in Kyiv, where they talked about air defence for an\nhour and then walked across the square to the wall of the\nfallen.\n\nAfterwards Kallas took the train.\n"
	const list = "He met three guests in the palace on that day in April:\nKaja Kallas of Estonia\nGitanas Nausėda of Lithuania\nEdgars Rinkēvičs of Latvia\nand nobody else came after them.\n"
	for _, tt := range []struct{ text, want string }{{wrapped, "-jjj-"}, {strings.ReplaceAll(wrapped, "\n", "\r\n"), "-jjj-"}, {list, "-----"}} {
		got := ""
		for _, l := range splitLines(tt.text, nil) {
			switch {
			case l.blank:
			case l.joined:
				got += "j"
			default:
				got += "-"
			}
		}
		if got != tt.want {
			t.Errorf("%q: %s, want %s", tt.text, got, tt.want)
		}
	}
}
