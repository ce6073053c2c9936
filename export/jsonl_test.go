package export_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"entente/export"
	"entente/model"
)

func article() *model.Article {
	a := &model.Article{
		ID: "text/g001.txt", Path: "text/g001.txt", Title: "Kallas & \"friends\" <in> Kyiv", Source: "Ukrinform", Lang: "en",
		Published: model.NewDate(2024, 8, 14), Text: "They met on 13 August 2024.",
	}
	a.Reports = []*model.Report{{
		Article: a, Primary: true, Date: model.NewDate(2024, 8, 13), Kind: model.KindMeeting, Status: model.StatusHeld,
		People:  []model.Participant{{Name: "Volodymyr Zelenskyy", Office: "President of Ukraine", Party: "UA"}, {Name: "Kaja Kallas"}},
		Parties: []model.Party{"EE", "UA"}, Place: model.Place{City: "Kyiv", Host: "UA"}, Topics: []string{"air defence"}, Confidence: 0.9349999,
		Evidence: []model.Evidence{{Field: "date", Span: model.Span{Start: 12, End: 26}, Rule: "date.absolute", Note: "as written"}},
	}}
	return a
}

func write(t *testing.T, names bool, f func(*export.JSONL) error) string {
	t.Helper()
	var b bytes.Buffer
	j := export.NewJSONL(&b, names)
	if err := errors.Join(f(j), j.Close()); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// The lines below are the contract, byte for byte.
func TestJSONL(t *testing.T) {
	a := article()
	m := &model.Meeting{
		ID: "m1", Date: a.Reports[0].Date, End: model.NewDate(2024, 8, 15), Kind: model.KindSummit, Status: model.StatusPlanned,
		Title: "T", Reports: a.Reports, Sources: 1, Conflicts: []model.Conflict{{Field: "place", Values: []model.ConflictValue{{Value: "Kyiv", Reports: 2}}}},
	}
	for _, c := range []struct {
		name, want string
		names      bool
		f          func(*export.JSONL) error
	}{
		{
			"article", `{"id":"text/g001.txt","path":"text/g001.txt","record":0,"title":"Kallas & \"friends\" <in> Kyiv","source":"Ukrinform","url":"","lang":"en",` +
				`"published":"2024-08-14","events":[{"primary":true,"date":"2024-08-13","end":"","precision":"day","kind":"meeting","status":"held",` +
				`"participants":[{"name":"Volodymyr Zelenskyy","office":"President of Ukraine","party":"UA"},{"name":"Kaja Kallas","office":"","party":""}],` +
				`"countries":["EE","UA"],"city":"Kyiv","host":"UA","topics":["air defence"],"confidence":0.93,` +
				`"evidence":[{"field":"date","start":12,"end":26,"text":"13 August 2024","rule":"date.absolute","note":"as written"}]}]}`, false,
			func(j *export.JSONL) error { return j.Article(a) },
		},
		{
			"article without events", `{"id":"b","path":"","record":2,"title":"","source":"","url":"","lang":"","published":"","events":[]}`, false,
			func(j *export.JSONL) error { return j.Article(&model.Article{ID: "b", Record: 2}) },
		},
		{
			"what a terminal would obey", `{"id":"a\u001b[2J\u009b1m\u202eb\u007f\udb40\udc41.txt","path":"","record":0,"title":"","source":"","url":"","lang":"","published":"","events":[]}`, false,
			func(j *export.JSONL) error {
				return j.Article(&model.Article{ID: "a\x1b[2J\u009b1m\u202eb\x7f\U000e0041.txt"})
			},
		},
		{
			"meeting", `{"id":"m1","date":"2024-08-13","end":"2024-08-15","precision":"day","kind":"summit","status":"planned","participants":[],` +
				`"countries":[],"city":"","host":"","topics":[],"confidence":0,"title":"T","reports":["text/g001.txt"],"sources":1,` +
				`"conflicts":[{"field":"place","values":[{"value":"Kyiv","reports":2}]}],"corrected":[]}`, true,
			func(j *export.JSONL) error { return j.Meeting(m) },
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := write(t, c.names, c.f)
			if got != c.want+"\n" {
				t.Errorf("\n got %swant %s", got, c.want)
			}
			if !json.Valid([]byte(got)) {
				t.Error("no JSON")
			}
		})
	}
	if got := write(t, true, func(j *export.JSONL) error { return j.Article(a) }); !strings.Contains(got, `"participants":["Volodymyr Zelenskyy","Kaja Kallas"]`) {
		t.Errorf("names: %s", got)
	}
}

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("no space left on device") }

func TestJSONL_FullDisk(t *testing.T) {
	j := export.NewJSONL(full{}, false)
	if err := errors.Join(j.Article(article()), j.Close()); err == nil {
		t.Error("no error")
	}
}
