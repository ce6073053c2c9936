package ui

import "testing"

func TestFlow_PairLens(t *testing.T) {
	a := start(t, 120, 40)
	a.press("1 1 G &").has("Volodymyr Zelenskyy and Kaja Kallas", "3 meetings", "Every 179 days", "the longest gap is 262 days, from 24 April 2023 to 11 January 2024", "2 times in person, 1 call", "+95")
	a.press("j enter").has("report 1 of 2").press("q").has("Kaja Kallas").press("q").at("m10")
	a.press(":").typed("pair nato, germany").press("enter").has("NATO and Germany", "2 meetings")
	a.press(":").typed("pair xyz").press("enter").has("Nobody here is called xyz")
}

func TestFlow_Grid(t *testing.T) {
	a := start(t, 120, 40)
	a.press("g m").has("Who met whom", "Volodymyr Zelenskyy: 43 meetings").press("j").has("Jens Stoltenberg and Volodymyr Zelenskyy: 5 meetings")
	a.press("l ").has("Jens Stoltenberg and Joe Biden: 2 meetings").press("enter").has("2 of 43", `who:"Jens Stoltenberg" who:"Joe Biden"`)
	a.press("X g m tab j").has("European Union and Ukraine: 7 meetings").press(", o").has("Who met whom")
}

func TestFlow_ValuesAndArticles(t *testing.T) {
	a := start(t, 120, 40)
	a.press("g c").has("Countries and bodies", "20 Feb 2023 – 9 Jul 2024").press("j enter").has("with:NATO", "7 of 43")
	a.press("X g l").has("Jens Stoltenberg").press("j enter").has(`who:"Jens Stoltenberg"`)
	a.press("X g p enter").has("in:Kyiv")
	a.press("X g a").has("81 articles were read; 0 report no meeting").press("enter").has("Zelenskyy spoke by telephone with Kaja Kallas").press("q").has("81 articles were read")
}

func TestFlow_Itinerary(t *testing.T) {
	a := start(t, 120, 40)
	a.press("g r").has("Volodymyr Zelenskyy", "stops", "Zaporizhzhia, Ukraine")
	a.press("q :").typed("itinerary stolt").press("enter").has("Jens Stoltenberg", "5 stops")
}

func TestFlow_TwoClocks(t *testing.T) {
	a := start(t, 80, 24)
	a.press("T").has("by report", "+0d").press("T").hasNot("by report")
}

func TestFlow_Compare(t *testing.T) {
	a := start(t, 120, 40)
	a.press("1 1 G c").has("What the reports say", "They disagree on place: Zhytomyr (1) or Kyiv (1)", "Kyiv Independent").press("c").hasNot("What the reports say")
}
