package model

import (
	"cmp"
	"path/filepath"
	"slices"
	"strconv"
)

// Meeting is an encounter: one or more reports of it, merged. It is the unit
// of the timeline and is not changed once it stands in one.
type Meeting struct {
	ID         string // stable: a hash of day and people
	Date, End  Date
	Kind       Kind
	Status     Status
	People     []Participant
	Parties    []Party
	Place      Place
	Topics     []string
	Title      string // a headline: that of the leading report's article
	Confidence float64
	Reports    []*Report   // the leading report first
	Sources    int         // independent sources among the reports
	Conflicts  []Conflict  // what the reports disagree on
	Amended    []Amendment // what the user says otherwise than the articles
	Ballot     uint64      // what it was merged of, for whoever merges again; zero where nobody has
}

// Amendment is a fact of a meeting that the user has corrected: the source of
// the fact is the line of the correction then, and no words of an article.
type Amendment struct {
	Field   string // as in Evidence; ‘meeting’ where reports were put together or taken apart
	Was     string // what the articles say; empty for nothing
	Now     string // what stands in its place; likewise
	File    string // of the correction; empty for one that is in no file
	Line    int    // counted from 1
	Comment string // of the line: who, when, why
}

// FileName is the file without its folder, which is another on each machine; empty where there is none.
func (a Amendment) FileName() string {
	if a.File == "" {
		return ""
	}
	return filepath.Base(a.File)
}

// Where names the line: entente.corrections:3.
func (a Amendment) Where() string {
	if a.File == "" {
		return "line " + strconv.Itoa(a.Line)
	}
	return a.FileName() + ":" + strconv.Itoa(a.Line)
}

// Source is Where with the comment of the line behind a colon, if there is one.
func (a Amendment) Source() string {
	if a.Comment == "" {
		return a.Where()
	}
	return a.Where() + ": " + a.Comment
}

// Change says what became of the fact, with an arrow between: 2024-05-13 → 2024-05-14.
func (a Amendment) Change(arrow string) string {
	return cmp.Or(a.Was, "nothing") + " " + arrow + " " + cmp.Or(a.Now, "nothing")
}

// AmendedIn lists what the user says of one field of the meeting, oldest first.
func (m *Meeting) AmendedIn(field string) []Amendment {
	var out []Amendment
	for _, a := range m.Amended {
		if a.Field == field || a.Field == "place" && field == "host" {
			out = append(out, a)
		}
	}
	return out
}

// Conflict is a field on which the reports of one meeting disagree.
type Conflict struct {
	Field  string
	Values []ConflictValue // the most reported first
}

// ConflictValue is one version of a field and how many reports tell it.
type ConflictValue struct {
	Value   string
	Reports int
}

// Has tells that somebody of the party took part.
func (m *Meeting) Has(p Party) bool { return slices.Contains(m.Parties, p) }

// Reported is the earliest publication day among the reports; zero when no report tells one.
func (m *Meeting) Reported() Date {
	var first Date
	for _, r := range m.Reports {
		d := r.Article.Published
		if !d.IsZero() && (first.IsZero() || Compare(d, first) < 0) {
			first = d
		}
	}
	return first
}

// CompareMeetings sorts meetings by date, undated last, then by kind of precision and identity, so that no two
// different meetings compare equal.
func CompareMeetings(a, b *Meeting) int {
	switch {
	case a.Date.IsZero() && !b.Date.IsZero():
		return 1
	case !a.Date.IsZero() && b.Date.IsZero():
		return -1
	}
	if c := Compare(a.Date, b.Date); c != 0 {
		return c
	}
	if a.ID < b.ID {
		return -1
	}
	if a.ID > b.ID {
		return 1
	}
	return 0
}
