package extract

import (
	"testing"

	"entente/loader/gazetteer"
	"entente/model"
)

// Every row of rules.tsv carries a sentence that must fire it.
func TestRules_ExamplesFire(t *testing.T) {
	r := New(gazetteer.Default())
	seen := map[string]bool{}
	for _, row := range r.rules.rows {
		if seen[row.name] {
			t.Errorf("%s stands twice in the table", row.name)
		}
		seen[row.name] = true
		d := &document{lex: r.lex, g: r.g}
		frames, _ := d.read(r, &model.Article{Text: row.example, Published: model.NewDate(2023, 4, 25)})
		fired := false
		var others []string
		for i := range frames {
			f := &frames[i]
			fired = fired || f.rule.name == row.name
			others = append(others, f.rule.name)
			if f.rule.name == row.name && len(f.people) == 0 {
				t.Errorf("%s: ‘%s’ fires without anybody", row.name, row.example)
			}
		}
		if !fired {
			t.Errorf("%s: ‘%s’ fires only %v", row.name, row.example, others)
		}
	}
}
