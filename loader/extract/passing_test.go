package extract

import (
	"strings"
	"testing"

	"entente/model"
)

// TestToldInPassing asks that an encounter of which an article about something else speaks far down, on no day, is believed less than the
// same sentence at the head of a report.
func TestToldInPassing(t *testing.T) {
	const told = "President Petr Pavel met Prime Minister Kaja Kallas in Tallinn."
	filler := strings.Repeat("The harvest was good and the mills had much to do.\n\n", 12)
	sure := func(text string) float64 {
		a := &model.Article{ID: "test", Text: text, Published: model.NewDate(2024, 5, 16)}
		sharedReader().Read(a)
		if len(a.Reports) != 1 {
			t.Fatalf("%d reports, want 1: %s", len(a.Reports), text)
		}
		return a.Reports[0].Confidence
	}
	head, passing := sure("Pavel in Tallinn\n\n"+told+" They spoke of grain.\n"), sure("Good harvest in the east\n\n"+filler+told+" They spoke of grain.\n")
	if passing > head-0.2 {
		t.Errorf("told in passing %.2f, at the head %.2f: want 0.20 less", passing, head)
	}
}
