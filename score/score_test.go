package score

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"entente/model"
)

const gold = "../loader/testdata/gold/labels.jsonl"

func labels(t *testing.T) []Reading {
	t.Helper()
	h, err := os.Open(gold)
	if err != nil {
		t.Fatal(err)
	}
	defer h.Close()
	out, err := Labels(h)
	if err != nil || len(out) < 100 {
		t.Fatalf("%d labels, %v", len(out), err)
	}
	return out
}

func TestOf_LabelsAgainstThemselvesAreRight(t *testing.T) {
	all := labels(t)
	f := Of(all, all)
	if f.Primary.WholeRecord.Accuracy != 1 || f.AllEvents.Events.F1 != 1 || f.Published.Accuracy != 1 || len(f.Wrong) > 0 {
		t.Errorf("%+v", f)
	}
	f = Of(all, nil)
	if f.Primary.Detection.Recall != 0 || f.Primary.WholeRecord.Right != 0 || f.Primary.Participants.Right != 0 || f.Primary.Participants.Missed == 0 {
		t.Errorf("nothing read: %+v", f)
	}
}

func TestLabels_WhatMakesNoSense(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"{}", "line 1: there is no id"},
		{`{"id":"a"}` + "\n\n" + `{"id":"a"}`, "line 3: its id stands in an earlier line, too"},
		{`{"id":`, "line 1: unexpected end"},
		{`{"id":"a","events":3}`, "line 1: json"},
	} {
		if _, err := Labels(strings.NewReader(c.in)); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v", c.in, err)
		}
	}
}

// worsened are readings with the mistakes that a reader makes, some of each.
func worsened(rng *rand.Rand, all []Reading) []Reading {
	var out []Reading
	for _, r := range all {
		if rng.IntN(12) == 0 {
			continue
		}
		next := Reading{ID: r.ID, Published: r.Published}
		if rng.IntN(10) == 0 {
			next.Published = "2024-01-01"
		}
		for _, e := range r.Events {
			e.People, e.Parties = append([]string(nil), e.People...), append([]string(nil), e.Parties...)
			switch rng.IntN(12) {
			case 0:
				continue
			case 1:
				e.Date = "2024-02-03"
			case 2:
				e.Date = e.Date[:min(7, len(e.Date))]
			case 3:
				e.Kind, e.KindAlt = "call", ""
			case 4:
				e.Status = []string{"held", "planned", "off"}[rng.IntN(3)]
			case 5:
				e.Host, e.City = "uk", strings.ToUpper(e.City)
			case 6:
				e.City += "h"
			case 7:
				e.People = append(e.People, "Somebody Else", "President Zelenskiy")
			case 8:
				e.People = e.People[:len(e.People)/2]
			case 9:
				e.Parties = append(e.Parties, "us ", "UK")
			case 10:
				next.Events = append(next.Events, e)
				e.Primary = false
			}
			next.Events = append(next.Events, e)
		}
		out = append(out, next)
	}
	return out
}

// The figures are those of the scorer that the labels came with, where it is at hand.
func TestOf_AgreesWithTheScriptOfTheLabels(t *testing.T) {
	script, err := filepath.Abs("../../shared/score.py")
	if err != nil {
		t.Fatal(err)
	}
	python, missing := exec.LookPath("python3")
	if _, err := os.Stat(script); err != nil || missing != nil {
		t.Skip("score.py, or python3 for it, is not here")
	}
	all := labels(t)
	rng := rand.New(rand.NewPCG(1, 2))
	for round := range 6 {
		readings := worsened(rng, all)
		var lines, merged bytes.Buffer
		enc := json.NewEncoder(&lines)
		for _, r := range readings {
			if err := enc.Encode(r); err != nil {
				t.Fatal(err)
			}
		}
		meetings := randomMeetings(rng, all, &merged)
		dir := t.TempDir()
		for name, b := range map[string][]byte{"read": lines.Bytes(), "merged": merged.Bytes()} {
			if err := os.WriteFile(filepath.Join(dir, name), b, 0o600); err != nil {
				t.Fatal(err)
			}
		}
		out, err := exec.CommandContext(t.Context(), python, script, gold, filepath.Join(dir, "read"), "--merge", filepath.Join(dir, "merged"), "--json").Output()
		if err != nil {
			t.Fatal(err)
		}
		again, err := Labels(&lines) // as the script reads them: what is off is left out
		if err != nil {
			t.Fatal(err)
		}
		f := Of(all, again)
		f.Merging(all, meetings)
		ours, err := json.Marshal(f)
		if err != nil {
			t.Fatal(err)
		}
		var want, got map[string]any
		if err := json.Unmarshal(out, &want); err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal(ours, &got); err != nil {
			t.Fatal(err)
		}
		if d := differs("", want, got); d != "" {
			t.Errorf("round %d: %s", round, d)
		}
	}
}

// randomMeetings puts some articles together, rightly and wrongly, and writes them as entente lists meetings.
func randomMeetings(rng *rand.Rand, all []Reading, to *bytes.Buffer) []*model.Meeting {
	var out []*model.Meeting
	byKey := map[string]*model.Meeting{}
	for _, r := range all {
		for _, e := range r.Events {
			key := e.Merge
			if rng.IntN(4) == 0 {
				key = fmt.Sprint(rng.IntN(20))
			}
			m, ok := byKey[key]
			if !ok {
				m = &model.Meeting{ID: key}
				byKey[key] = m
				out = append(out, m)
			}
			m.Reports = append(m.Reports, &model.Report{Article: &model.Article{ID: r.ID}})
		}
	}
	for _, m := range out {
		ids := make([]string, 0, len(m.Reports))
		for _, r := range m.Reports {
			ids = append(ids, r.Article.ID)
		}
		fmt.Fprintf(to, "{\"id\":%q,\"reports\":[\"%s\"]}\n", m.ID, strings.Join(ids, `","`))
	}
	return out
}

func differs(at string, want, got any) string {
	switch w := want.(type) {
	case map[string]any:
		g, ok := got.(map[string]any)
		if !ok || len(g) != len(w) {
			return fmt.Sprintf("%s: %v, want %v", at, got, want)
		}
		for k := range w {
			if d := differs(at+"."+k, w[k], g[k]); d != "" {
				return d
			}
		}
		return ""
	case float64:
		if g, ok := got.(float64); !ok || math.Abs(g-w) > 1e-9 {
			return fmt.Sprintf("%s: %v, want %v", at, got, want)
		}
	}
	return ""
}
