package extract

import (
	"strings"
	"testing"

	"entente/loader/gazetteer"
	"entente/model"
)

// Days far from the words that tell of an encounter are weighed with those beside them. Every text is of Thursday, 16 May 2024.
func TestDays_AreWeighed(t *testing.T) {
	r := New(gazetteer.Default())
	for _, tt := range []struct{ name, text, want string }{
		{
			"the day of the visit, and not when somebody took office",
			"The birthday of the fleet, on Wednesday, drew two guests to Riga who are new in their posts.\n\nDavid Lammy became foreign secretary on Friday, and Caspar Veldkamp took over the Dutch ministry on Tuesday. " +
				"They were received together by President Edgars Rinkēvičs, who had given medals to sailors that morning.", "2024-05-15",
		},
		{
			"the day of what was pledged there",
			"Forty million euros are for the hospitals which Estonia pledged to Ukraine yesterday.\n\nPrime Minister Kaja Kallas told President Volodymyr Zelenskyy of the grant in person in Kyiv.", "2024-05-15",
		},
		{
			"of two days of one sentence the one that its words mean",
			"Petr Pavel promised help on Wednesday, two days after he had received Alar Karis in Prague.", "2024-05-13",
		},
		{"news of the day", "President Petr Pavel received Prime Minister Kaja Kallas in Prague.\n\nOil had cost more on Monday.", "2024-05-16"},
	} {
		a := &model.Article{ID: "a", Text: "16 May 2024\n\n" + tt.text}
		r.Read(a)
		if len(a.Reports) == 0 {
			t.Errorf("%s: no report", tt.name)
			continue
		}
		if got := a.Reports[0].Date.String(); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, got, tt.want)
		}
		r.Explain(a)
		weighed := traceLines(a.Reports[0], "weighed: ")
		if len(weighed) == 0 || !strings.HasPrefix(weighed[0], a.Reports[0].Date.Long()+", ") {
			t.Errorf("%s: the trace weighs %q, want %s first", tt.name, weighed, a.Reports[0].Date.Long())
		}
		for _, rest := range weighed[min(1, len(weighed)):] {
			if !strings.HasPrefix(rest, "not ") && !strings.HasPrefix(rest, "and ") {
				t.Errorf("%s: the trace takes another day: %s", tt.name, rest)
			}
		}
	}
}

// A table of points has every sign, no other one, and a column for every setting.
func TestPoints_DamagedTable(t *testing.T) {
	if _, err := readPoints("days.tsv", dayNames[1:], 1); err == nil {
		t.Error("a sign that nobody knows was read")
	}
	if _, err := readPoints("days.tsv", append([]string{"it rained"}, dayNames[:]...), 1); err == nil {
		t.Error("a table without one of the signs was read")
	}
	if _, err := readPoints("seats.tsv", seatNames[:], 1); err == nil {
		t.Error("a table with more columns than settings was read")
	}
}

// traceLines lists what the trace of a report says in lines that begin in one way.
func traceLines(r *model.Report, begin string) (out []string) {
	for _, line := range r.Trace {
		if rest, ok := strings.CutPrefix(line, begin); ok {
			out = append(out, rest)
		}
	}
	return out
}
