package loader_test

import (
	"bufio"
	"encoding/json"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"entente/loader/extract"
	"entente/loader/gazetteer"
	"entente/model"
	"entente/score"
)

// probe is a mini-article with its label.
type probe struct {
	score.Reading

	Text string `json:"text"`
}

// probeFloors are the shares of probes of which the whole record is right, or which rightly tell of nothing, in per cent: of those on
// which rules were tried, and of those kept from whoever made rules. They follow the reader up, never down.
var probeFloors = []struct {
	file        string
	tried, kept float64
}{
	{"wordings.jsonl", 88, 74},
	{"who-where-when.jsonl", 83, 80},
	{"who-and-which.jsonl", 74, 77},
	{"whether-and-when.jsonl", 92, 80},
}

// leastProbes is how many a file of probes has.
const leastProbes = 210

func TestQuality_Probes(t *testing.T) {
	reader := extract.New(gazetteer.Default())
	for _, f := range probeFloors {
		var tried, kept share
		for _, p := range probesIn(t, "testdata/probes/"+f.file) {
			a := &model.Article{ID: p.ID, Text: p.Text}
			reader.Read(a)
			want, got := aboutOf(p.Events), aboutOf(score.ReadingOf(a).Events)
			right := want == nil && got == nil || want != nil && got != nil && score.WholeRecord(want, got)
			if number(t, p.ID)%3 == 0 {
				kept.add(right)
			} else {
				tried.add(right)
			}
		}
		t.Logf("%-22s tried %5.1f %% (%d of %d)   kept %5.1f %% (%d of %d)", f.file, tried.percent(), tried.right, tried.of, kept.percent(), kept.right, kept.of)
		if tried.percent() < f.tried || kept.percent() < f.kept {
			t.Errorf("%s: %.1f and %.1f in 100 probes are read right, want %.1f and %.1f", f.file, tried.percent(), kept.percent(), f.tried, f.kept)
		}
	}
}

// aboutOf is the encounter that a text is about, nil for none.
func aboutOf(events []score.Event) *score.Event {
	if k := slices.IndexFunc(events, func(e score.Event) bool { return e.Primary }); k >= 0 {
		return &events[k]
	}
	return nil
}

func probesIn(t *testing.T, name string) (out []probe) {
	t.Helper()
	file, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	for lines := bufio.NewScanner(file); lines.Scan(); {
		var p probe
		if err := json.Unmarshal(lines.Bytes(), &p); err != nil {
			t.Fatal(name, err)
		}
		out = append(out, p)
	}
	if len(out) < leastProbes {
		t.Fatalf("%s: %d probes, want %d", name, len(out), leastProbes)
	}
	return out
}

// number is that of a probe's ID: p1-017.
func number(t *testing.T, id string) int {
	t.Helper()
	_, digits, _ := strings.Cut(id, "-")
	n, err := strconv.Atoi(digits)
	if err != nil {
		t.Fatal(id, err)
	}
	return n
}
