package model

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
)

// Sight is a meeting as it was seen at some time: its facts, and where they
// were told. What was seen earlier has no Reports; Told stands in their place.
type Sight struct {
	*Meeting
	Told []Told
}

// Told is a place where an encounter is told.
type Told struct {
	Content Content // of the article; zero where it is not known
	At      int32   // the byte of its text, -1 for nowhere in particular
	File    string  // the article's ID
}

// News says what became of a meeting between two readings.
type News uint8

// The kinds of news, with the signs of a diff.
const (
	NewsNew       News = iota // + it was not there before
	NewsRevised               // ~ its facts are others
	NewsWithdrawn             // - it is there no longer
)

// String is the name in the JSON contract.
func (n News) String() string { return [...]string{"new", "revised", "withdrawn"}[n] }

// Sign is how a diff marks it.
func (n News) Sign() string { return [...]string{"+", "~", "-"}[n] }

// Change is one piece of news. Now is nil for what was withdrawn, Was for what is new.
type Change struct {
	News     News
	Was, Now *Meeting
	Fields   []FieldChange // of a revised meeting
}

// Meeting is the meeting as it is now, or as it last was.
func (c Change) Meeting() *Meeting {
	if c.Now != nil {
		return c.Now
	}
	return c.Was
}

// FieldChange is one fact that is another now.
type FieldChange struct{ Field, Was, Now string }

// Diff tells what is new, revised and withdrawn in now, in order of time. A
// meeting is the same when it has the same ID; failing that, when the same
// words of the same article tell it; failing that, when the same article tells
// it and somebody takes part in both. So a meeting of which only the day or a
// name is read otherwise is revised, and not withdrawn and new.
func Diff(was, now []Sight) []Change {
	d := differ{was: was, now: now, to: make([]int, len(was)), taken: make([]bool, len(now))}
	for i := range d.to {
		d.to[i] = -1
	}
	d.byID()
	d.byWords()
	d.byArticle()
	var out []Change
	for i := range was {
		if j := d.to[i]; j < 0 {
			out = append(out, Change{News: NewsWithdrawn, Was: was[i].Meeting})
		} else if f := changes(was[i].Meeting, now[j].Meeting); len(f) > 0 {
			out = append(out, Change{NewsRevised, was[i].Meeting, now[j].Meeting, f})
		}
	}
	for j := range now {
		if !d.taken[j] {
			out = append(out, Change{News: NewsNew, Now: now[j].Meeting})
		}
	}
	slices.SortStableFunc(out, func(a, b Change) int { return CompareMeetings(a.Meeting(), b.Meeting()) })
	return out
}

// differ pairs the meetings of two readings.
type differ struct {
	was, now []Sight
	to       []int // by the index in was: that in now, or -1
	taken    []bool
}

func (d *differ) pair(i, j int) {
	if d.to[i] < 0 && !d.taken[j] {
		d.to[i], d.taken[j] = j, true
	}
}

func (d *differ) byID() {
	at := make(map[string]int, len(d.now))
	for j := range d.now {
		at[d.now[j].ID] = j
	}
	for i := range d.was {
		if j, ok := at[d.was[i].ID]; ok {
			d.pair(i, j)
		}
	}
}

// byWords pairs by article and byte. An article tells one encounter in one place.
func (d *differ) byWords() {
	type place struct {
		c  Content
		at int32
	}
	at := map[place]int{}
	for j := range d.now {
		for _, t := range d.now[j].Told {
			if t.Content != 0 && !d.taken[j] {
				at[place{t.Content, t.At}] = j
			}
		}
	}
	for i := range d.was {
		for _, t := range d.was[i].Told {
			if j, ok := at[place{t.Content, t.At}]; ok && t.Content != 0 {
				d.pair(i, j)
			}
		}
	}
}

// byArticle pairs by the article, which may have changed, and the people: those with most in common first.
func (d *differ) byArticle() {
	tells := map[string][]int{}
	for j := range d.now {
		if d.taken[j] {
			continue
		}
		for _, t := range d.now[j].Told {
			for _, key := range t.article() {
				tells[key] = append(tells[key], j)
			}
		}
	}
	var all []likeness
	for i := range d.was {
		if d.to[i] < 0 {
			all = append(all, d.alike(i, tells)...)
		}
	}
	slices.SortFunc(all, func(a, b likeness) int {
		return cmp.Or(cmp.Compare(b.n, a.n), cmp.Compare(a.i, b.i), cmp.Compare(a.j, b.j))
	})
	for _, l := range all {
		d.pair(l.i, l.j)
	}
}

// likeness is how many people two meetings have in common.
type likeness struct{ i, j, n int }

// alike lists the meetings of now that an article of was[i] tells, and who was there.
func (d *differ) alike(i int, tells map[string][]int) []likeness {
	var out []likeness
	seen := map[int]bool{}
	for _, t := range d.was[i].Told {
		for _, key := range t.article() {
			for _, j := range tells[key] {
				if n := inCommon(d.was[i].Meeting, d.now[j].Meeting); n > 0 && !seen[j] {
					out = append(out, likeness{i, j, n})
				}
				seen[j] = true
			}
		}
	}
	return out
}

// article lists what the article is known by.
func (t Told) article() []string {
	var out []string
	if t.Content != 0 {
		out = append(out, "="+t.Content.String())
	}
	if t.File != "" {
		out = append(out, "/"+t.File)
	}
	return out
}

func inCommon(a, b *Meeting) int {
	n := 0
	for _, p := range a.People {
		if slices.ContainsFunc(b.People, func(q Participant) bool { return q.Name == p.Name }) {
			n++
		}
	}
	return n
}

// changes lists the facts that differ, in the order in which a row shows them.
func changes(a, b *Meeting) []FieldChange {
	var out []FieldChange
	for _, f := range [...]struct {
		field string
		of    func(*Meeting) string
	}{
		{"date", days},
		{"status", func(m *Meeting) string { return m.Status.String() }},
		{"kind", func(m *Meeting) string { return m.Kind.String() }},
		{"place", func(m *Meeting) string { return joined(m.Place.City, string(m.Place.Host)) }},
		{"people", names},
		{"parties", partyCodes},
		{"sources", func(m *Meeting) string { return strconv.Itoa(m.Sources) }},
	} {
		if x, y := f.of(a), f.of(b); x != y {
			out = append(out, FieldChange{f.field, x, y})
		}
	}
	return out
}

func days(m *Meeting) string {
	if m.End.IsZero() || m.End == m.Date {
		return m.Date.String()
	}
	return m.Date.String() + ".." + m.End.String()
}

func joined(parts ...string) string {
	parts = slices.DeleteFunc(parts, func(s string) bool { return s == "" })
	return strings.Join(parts, ", ")
}

// names lists the people, in an order that says nothing.
func names(m *Meeting) string {
	out := make([]string, 0, len(m.People))
	for _, p := range m.People {
		out = append(out, p.Name)
	}
	slices.Sort(out)
	return joined(slices.Compact(out)...)
}

func partyCodes(m *Meeting) string {
	out := make([]string, 0, len(m.Parties))
	for _, p := range m.Parties {
		out = append(out, string(p))
	}
	slices.Sort(out)
	return joined(out...)
}
