package export

import (
	"cmp"
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"fmt"
	"html/template"
	"io"
	"slices"
	"strconv"
	"strings"
	"sync"

	"entente/model"
	"entente/text"
)

var (
	//go:embed page.html
	pageHTML string
	//go:embed page.css
	pageCSS string
	//go:embed page.js
	pageJS string
)

// The page is one file that loads nothing: its policy allows its own style and
// script by their hashes and nothing else, so that no text of an article can run.
var page = sync.OnceValues(func() (*template.Template, error) { return template.New("page").Parse(pageHTML) })

type pageSource struct {
	N                         int
	Quote, Outlet, Title, URL string
	Published, File, SHA256   string
	Start, End                int
}

type pageRow struct {
	ID, When, Glyph, Place, Sentence, Topics string
	Kind, Status, Year, Parties, Words, Note string
	Conflicts, Corrected                     []string
	Sources                                  []pageSource
}

type pageParty struct {
	Code, Name string
	N          int
}

type pageData struct {
	Title, Filter         string
	Style                 template.CSS
	Script                template.JS
	StyleHash, ScriptHash string
	Rows                  []pageRow
	Parties               []pageParty
	Years                 []string
}

// writeHTML writes one self-contained page: search, filters by party, kind and
// year, and every quotation with what Verify needs to check it.
func writeHTML(w io.Writer, s *Set) error {
	s.cite()
	t, err := page()
	if err != nil {
		return fmt.Errorf("page: %w", err)
	}
	d := pageData{
		Title: text.Row(s.Title), Filter: text.Row(s.Filter), StyleHash: policyHash(pageCSS), ScriptHash: policyHash(pageJS),
		Style: template.CSS(pageCSS), Script: template.JS(pageJS), //nolint:gosec // both are files of this package.
	}
	count := map[model.Party]int{}
	for _, m := range s.Meetings {
		for _, p := range m.Parties {
			count[p]++
		}
		row := s.pageRow(m)
		d.Rows = append(d.Rows, row)
		if row.Year != "" && !slices.Contains(d.Years, row.Year) {
			d.Years = append(d.Years, row.Year)
		}
	}
	for p, n := range count {
		d.Parties = append(d.Parties, pageParty{text.Row(string(p)), text.Row(s.party(p)), n})
	}
	slices.SortFunc(d.Parties, func(a, b pageParty) int {
		return cmp.Or(strings.Compare(a.Name, b.Name), strings.Compare(a.Code, b.Code))
	})
	slices.Sort(d.Years)
	if err := t.Execute(w, d); err != nil {
		return fmt.Errorf("write: %w", err)
	}
	return nil
}

func (s *Set) pageRow(m *model.Meeting) pageRow {
	glyphs := map[model.Status]string{model.StatusHeld: "●", model.StatusPlanned: "○", model.StatusOff: "✕"}
	row := pageRow{
		ID: text.Row(m.ID), When: when(m), Glyph: glyphs[m.Status], Place: s.place(m), Sentence: s.sentence(m), Topics: text.Row(list(m.Topics)),
		Kind: m.Kind.String(), Status: m.Status.String(), Note: s.note(m),
	}
	if m.Date.Year != 0 {
		row.Year = strconv.Itoa(int(m.Date.Year))
	}
	words := make([]string, 0, 6+len(m.Parties)+len(m.Reports))
	words = append(words, row.Sentence, row.Topics, row.When, row.Place, row.Kind, row.Status, row.Note)
	for _, p := range m.Parties {
		row.Parties += text.Row(string(p)) + " "
		words = append(words, s.party(p))
	}
	for _, c := range m.Conflicts {
		row.Conflicts = append(row.Conflicts, text.Row(c.Field))
	}
	for _, x := range m.Amended {
		row.Corrected = append(row.Corrected, correction(x))
	}
	words = append(words, row.Corrected...)
	for _, r := range m.Reports {
		c, a := s.cites[r], r.Article
		src := pageSource{
			N: c.n, Quote: text.Row(c.quote), Outlet: outlet(a), Title: text.Row(a.Title), Published: a.Published.Long(), File: text.Name(a.ID),
			SHA256: c.sha256, Start: c.span.Start, End: c.span.End,
		}
		if u, ok := text.Link(a.URL); ok {
			src.URL = u
		}
		words = append(words, a.Title)
		row.Sources = append(row.Sources, src)
	}
	row.Words = text.Fold(text.Row(strings.Join(words, " ")))
	return row
}

// policyHash is how a content security policy names an inline style or script.
func policyHash(s string) string {
	sum := sha256.Sum256([]byte(s))
	return base64.StdEncoding.EncodeToString(sum[:])
}
