package model

import (
	"maps"
	"slices"

	"entente/text"
)

// Mark is what the user has noted about a meeting.
type Mark struct {
	Bookmarked bool
	Read       bool
	Tags       []string // sorted
	Note       string
}

// IsZero tells that nothing is noted.
func (m Mark) IsZero() bool { return !m.Bookmarked && !m.Read && len(m.Tags) == 0 && m.Note == "" }

// Equal tells that two marks say the same.
func (m Mark) Equal(o Mark) bool {
	return m.Bookmarked == o.Bookmarked && m.Read == o.Read && m.Note == o.Note && slices.Equal(m.Tags, o.Tags)
}

// The values of is:. Unread is what has no mark that says read.
const (
	isUnread     = "unread"
	isRead       = "read"
	isBookmarked = "bookmarked"
	isNoted      = "noted"
	isTagged     = "tagged"
	isMarked     = "marked"
)

// stateName is a value of is:, so that the filter checks it like the name of a kind.
type stateName string

// String is the name.
func (s stateName) String() string { return string(s) }

func states() []stateName {
	return []stateName{isUnread, isRead, isBookmarked, isNoted, isTagged, isMarked}
}

// Marked returns the timeline with the user's marks on it, by ID, in the place
// of those it had. picked are the meetings that are marked for the moment, to
// act on them together. Everything else is shared; the work grows with the
// marks and not with the meetings.
func (t *Timeline) Marked(marks map[string]Mark, picked map[string]bool) *Timeline {
	out := *t
	for _, f := range []Field{FieldIs, FieldTag, FieldNote} {
		out.index[f] = index{}
	}
	rows := map[int32]string{}
	for _, ids := range []func(func(string) bool){maps.Keys(marks), maps.Keys(picked)} {
		for id := range ids {
			if row, ok := t.Row(id); ok {
				rows[row] = id
			}
		}
	}
	out.state(isUnread).rows.inverse = true
	for _, row := range slices.Sorted(maps.Keys(rows)) {
		m := marks[rows[row]]
		for _, s := range []struct {
			name stateName
			has  bool
		}{
			{isUnread, m.Read},
			{isRead, m.Read},
			{isBookmarked, m.Bookmarked},
			{isNoted, m.Note != ""},
			{isTagged, len(m.Tags) > 0},
			{isMarked, picked[rows[row]]},
		} {
			if s.has {
				out.state(s.name).rows.add(row, out.Len())
			}
		}
		for _, tag := range m.Tags {
			out.add(FieldTag, tag, row, nil)
		}
		if m.Note != "" {
			out.add(FieldNote, m.Note, row, nil)
		}
	}
	return &out
}

// state is the value of is: of that name.
func (t *Timeline) state(name stateName) *value {
	ix := &t.index[FieldIs]
	for i := range ix.values {
		if ix.values[i].key == string(name) {
			return &ix.values[i]
		}
	}
	ix.values = append(ix.values, value{key: string(name), label: string(name), forms: []string{text.Fold(string(name))}})
	return &ix.values[len(ix.values)-1]
}

// Asks tells whether the filter looks at any of some fields.
func (f Filter) Asks(fields ...Field) bool {
	return slices.ContainsFunc(f.Terms, func(t Term) bool { return slices.Contains(fields, t.Field) })
}
