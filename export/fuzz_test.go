package export

import (
	"errors"
	"strings"
	"testing"

	"entente/model"
	"entente/text/hostile"
)

// FuzzFormats writes what was never cleaned into every field and every format:
// nothing of it is obeyed, two runs give the same, and what an export quotes can be found again.
func FuzzFormats(f *testing.F) {
	for i, p := range hostile.All() {
		if i%7 == 0 {
			f.Add(p.Text)
		}
	}
	f.Fuzz(func(t *testing.T, s string) {
		if len(s) > 4096 {
			return
		}
		var whole strings.Builder
		sheet := Sheet{Columns: []string{"a", "b"}, Rows: [][]any{{s, []string{s}}}}
		if err := errors.Join(JSON(&whole, map[string]string{s: s}), sheet.WriteJSONL(&whole), sheet.WriteCSV(&whole)); err != nil {
			t.Fatal(err)
		}
		if r, _, found := hostile.Obeyed(whole.String()); found {
			t.Errorf("%U in %q", r, whole.String())
		}
		for _, format := range Formats() {
			set := carrying(s)
			out := write(t, format.Name, set)
			if r, at, found := hostile.Obeyed(strings.ReplaceAll(out, "\r\n", "\n")); found {
				t.Errorf("%s: %U near %q", format.Name, r, out[max(0, at-40):])
			}
			if again := write(t, format.Name, carrying(s)); again != out {
				t.Errorf("%s: two runs differ", format.Name)
			}
			if format.Name != "markdown" && format.Name != "html" {
				continue
			}
			claims, err := Claims(strings.NewReader(out))
			if err != nil || len(claims) != 1 {
				t.Fatalf("%s: %d quotations, %v", format.Name, len(claims), err)
			}
			a := set.Meetings[0].Reports[0].Article
			if v := claims[0].Verify(map[string]*model.Article{a.ID: a}); v != Stands {
				t.Errorf("%s: the quotation %s: %+v", format.Name, v, claims[0])
			}
		}
	})
}
