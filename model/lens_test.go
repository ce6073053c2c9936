package model

import (
	"fmt"
	"testing"
)

func TestValues_TellFirstAndLast(t *testing.T) {
	v := sample().View(Filter{}, ByDate, false)
	got := ""
	for _, x := range v.Values(FieldWith) {
		got += fmt.Sprintf("%s %d %s %s; ", x.Label, x.N, x.First, x.Last)
	}
	want := "Ukraine 5 2023-04-24 2024-05-14; Estonia 2 2023-04-24 2024-05-14; Netherlands 1 2023-05-04 2023-05-04; Niger 1  ; Nigeria 1 2024-05 2024-05; "
	if got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

// A facet leaves the field's own filter out; what is shown does not.
func TestTally_HeedsTheFiltersOwnTerm(t *testing.T) {
	f, err := ParseFilter("with:estonia")
	if err != nil {
		t.Fatal(err)
	}
	v := sample().View(f, ByDate, false)
	if got := fmt.Sprint(v.Tally(FieldWith)); got != "[{EE Estonia 2} {UA Ukraine 2}]" {
		t.Error(got)
	}
}

func TestNamed(t *testing.T) {
	tl := sample()
	for _, c := range []struct{ name, want string }{
		{"kaja kallas", `who:"Kaja Kallas"`},
		{"kallas", `who:"Kaja Kallas"`},
		{"ee", "with:Estonia"},
		{"nether", "with:Netherlands"},
		{"allas", ""},
		{"", ""},
	} {
		term, ok := tl.Named(c.name)
		if got := term.String(); ok != (c.want != "") || ok && got != c.want {
			t.Errorf("%q: %s, %v, want %s", c.name, got, ok, c.want)
		}
	}
}

func TestGrid(t *testing.T) {
	g := NewGrid(sample().View(Filter{}, ByDate, false), FieldWho, 3)
	if got := fmt.Sprint(g.Actors, g.N); got != "[{Volodymyr Zelenskyy Volodymyr Zelenskyy 5} {Kaja Kallas Kaja Kallas 2} {Bola Tinubu Bola Tinubu 1}] [[5 2 1] [2 2 0] [1 0 1]]" {
		t.Error(got)
	}
	empty := NewGrid(build().View(Filter{}, ByDate, false), FieldWho, 3)
	empty.ArrangeAlike()
	if len(empty.Actors) != 0 {
		t.Error(empty.Actors)
	}
}

// Those who meet the same others stand together, though others have more meetings.
func TestGrid_Alike(t *testing.T) {
	meet := func(id, a, b string) *Meeting { return &Meeting{ID: id, People: []Participant{{Name: a}, {Name: b}}} }
	var ms []*Meeting
	for i, p := range [][2]string{{"A", "X"}, {"A", "X"}, {"A", "Y"}, {"B", "Q"}, {"B", "Q"}, {"B", "P"}, {"C", "X"}, {"C", "X"}, {"C", "Y"}} {
		ms = append(ms, meet(fmt.Sprint(i), p[0], p[1]))
	}
	g := NewGrid(NewTimeline(ms, nil, nil).View(Filter{}, ByDate, false), FieldWho, 10)
	at := map[string]int{}
	g.ArrangeAlike()
	for i, a := range g.Actors {
		at[a.Key] = i
	}
	if d := at["A"] - at["C"]; d != 1 && d != -1 {
		t.Errorf("A and C meet the same and stand %d apart: %v", d, g.Actors)
	}
}

func TestRhythm(t *testing.T) {
	f := Filter{}.And(Term{Field: FieldWho, Op: ":", Values: []string{"Volodymyr Zelenskyy"}})
	v := sample().View(f, ByDate, false)
	want := Rhythm{Days: 3, Average: 193, Longest: 376, From: NewDate(2023, 5, 4), To: NewDate(2024, 5, 14), InPerson: 3, Place: "Kyiv", Places: 1}
	if got := RhythmOf(v); got != want {
		t.Errorf("%+v", got)
	}
	if d, ok := v.Gap(1); d != 10 || !ok {
		t.Errorf("gap %d %v", d, ok)
	}
	if _, ok := v.Gap(0); ok {
		t.Error("the first has a gap")
	}
	if got := RhythmOf(build().View(Filter{}, ByDate, false)); got != (Rhythm{}) {
		t.Errorf("of nothing: %+v", got)
	}
}

func TestItinerary(t *testing.T) {
	tl := build(
		row{"1", "2024-05-14", "A", "EE", "Kyiv", "UA", KindMeeting, StatusHeld, "", 1},
		row{"2", "2024-05-15", "B", "NL", "Kyiv", "UA", KindMeeting, StatusHeld, "", 1},
		row{"3", "2024-05-15", "C", "NL", "Madrid", "ES", KindMeeting, StatusHeld, "", 1},
		row{"4", "2024-05-15", "D", "NL", "", "ES", KindCall, StatusHeld, "", 1},
		row{"5", "2024-05-16", "E", "NL", "Oslo", "NO", KindMeeting, StatusPlanned, "", 1},
		row{"6", "2024-05", "E", "NL", "Oslo", "NO", KindMeeting, StatusHeld, "", 1},
	)
	got := ""
	for _, s := range Itinerary(tl.View(Filter{}, ByDate, false)) {
		got += fmt.Sprintf("%s %v %v; ", s.Meeting.ID, s.Clash, s.Same)
	}
	if got != "1 false false; 2 true true; 3 true false; " {
		t.Error(got)
	}
}

// Figures count what was held; what was planned or is off is counted apart, unless the filter asks for it.
func TestView_HeldAndGaps(t *testing.T) {
	at := func(day int, s Status) *Meeting {
		return &Meeting{ID: fmt.Sprint("m-", day), Date: NewDate(2024, 5, day), Status: s, People: []Participant{{Name: "Kaja Kallas"}}}
	}
	tl := NewTimeline([]*Meeting{at(1, StatusHeld), at(3, StatusPlanned), at(4, StatusOff), at(10, StatusHeld), at(12, StatusPlanned)}, nil, nil)
	v := tl.View(Filter{}, ByDate, false)
	held, planned, off := v.Held()
	if held.Len() != 2 || planned != 2 || off != 1 {
		t.Errorf("%d held, %d planned, %d off", held.Len(), planned, off)
	}
	for i, want := range []int{0, 0, 0, 9, 0} {
		if days, ok := v.Gap(i); days != want || ok != (want > 0) {
			t.Errorf("the gap before meeting %d is %d days", i, days)
		}
	}
	f, err := ParseFilter("status:planned")
	if err != nil {
		t.Fatal(err)
	}
	if own, planned, off := tl.View(f, ByDate, false).Held(); own.Len() != 2 || planned != 0 || off != 0 {
		t.Errorf("of a filter for what was planned: %d, %d planned, %d off", own.Len(), planned, off)
	}
}
