package extract

import (
	"reflect"
	"strings"
	"testing"

	"entente/loader/gazetteer"
	"entente/model"
)

const traced = `Kallas meets Zelensky

25 April 2023, updated 27 April 2023

Estonian Prime Minister Kaja Kallas met President Volodymyr Zelensky in Zhytomyr on Monday. "Josep Borrell is right," she said.

She had flown in from Warsaw. Mark Rutte may talk to Zelensky in June. Foreign Minister Dmytro Kuleba met Annalena Baerbock in Berlin in March.
`

// contains tells that one of the lines has all the parts.
func contains(lines []string, parts ...string) bool {
	for _, l := range lines {
		all := true
		for _, p := range parts {
			all = all && strings.Contains(l, p)
		}
		if all {
			return true
		}
	}
	return false
}

func TestExplain_CandidatesAndWhyTheyLost(t *testing.T) {
	a := &model.Article{Text: traced}
	lines := New(gazetteer.Default()).Explain(a)
	if len(a.Reports) == 0 {
		t.Fatal("no encounter was read")
	}
	for _, want := range [][]string{
		{"published: 25 April 2023 from ‘25 April 2023’", "points"},
		{"published: not ‘27 April 2023’"},
		{"encounter: meeting of", "Kaja Kallas", "what the article is about"},
		{"not there: Josep Borrell", "quotations"},
	} {
		if !contains(lines, want...) {
			t.Errorf("no line of the article has %q:\n%s", want, strings.Join(lines, "\n"))
		}
	}
	trace := a.Reports[0].Trace
	for _, want := range [][]string{
		{"told by ‘met’ in sentence 1", "rule meet"},
		{"day: 24 April 2023 from ‘Monday’"},
		{"day: not ", "‘June’", "in a sentence that does not tell of it"},
		{"place: Zhytomyr, Ukraine"},
		{"place: not Warsaw, Poland, ‘Warsaw’"},
	} {
		if !contains(trace, want...) {
			t.Errorf("no line of the trace has %q:\n%s", want, strings.Join(trace, "\n"))
		}
	}
	for _, l := range append(lines, trace...) {
		if strings.Contains(l, "\n") || strings.TrimSpace(l) == "" {
			t.Errorf("%q is no line", l)
		}
	}
}

// Explaining what was read already changes nothing but the traces.
func TestExplain_AfterReading(t *testing.T) {
	r := New(gazetteer.Default())
	for name, given := range map[string]model.Article{
		"all from the text":      {Text: traced},
		"day and title are told": {Text: traced, Title: "A visit to Zhytomyr", Published: model.NewDate(2023, 4, 26)},
	} {
		t.Run(name, func(t *testing.T) {
			read, explained := given, given
			r.Read(&read)
			r.Read(&explained)
			before := explained.Reports
			if len(r.Explain(&explained)) == 0 {
				t.Error("nothing was said")
			}
			if len(before) == 0 || len(explained.Reports) != len(before) || explained.Reports[0] != before[0] {
				t.Fatal("the reports were replaced")
			}
			for i, rep := range explained.Reports {
				if len(rep.Trace) == 0 {
					t.Errorf("report %d without a trace", i)
				}
				rep.Trace, rep.Article, read.Reports[i].Article = nil, nil, nil
			}
			if !reflect.DeepEqual(read, explained) {
				t.Errorf("changed by explaining:\n%+v\n%+v", read, explained)
			}
		})
	}
}
