package model

import "slices"

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

// Amendment is a fact of a meeting that the user has corrected.
type Amendment struct {
	Field string // as in Evidence
	Was   string // what the articles say
	By    string // where the correction stands, and its comment
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
