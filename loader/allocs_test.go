package loader_test

import (
	"testing"

	"entente/loader/extract"
	"entente/loader/gazetteer"
	"entente/model"
)

// Reading allocates what it keeps. Budget: a quarter above what it was when this was written.
func TestAllocations_Read(t *testing.T) {
	if testing.Short() {
		t.Skip("the race detector allocates too")
	}
	const budget = 94.0 // allocations in a kilobyte of text
	r := extract.New(gazetteer.Default())
	var texts []string
	size := 0
	for _, a := range collection(t).Articles {
		texts = append(texts, a.Text)
		size += len(a.Text)
	}
	n := testing.AllocsPerRun(3, func() {
		for _, text := range texts {
			r.Read(&model.Article{Text: text, Markdown: true})
		}
	})
	per := n / (float64(size) / 1000)
	t.Logf("%.1f allocations a kilobyte", per)
	if per > budget {
		t.Errorf("reading makes %.1f allocations a kilobyte; its budget is %.1f", per, budget)
	}
}
