package model

import "strings"

// State is what is on the screen as one line of text: a filter, and behind it
// sort=, at= and zoom= where they are not as they are at the start. A filter
// alone is such a line.
type State struct {
	Filter  Filter
	Order   Order
	Reverse bool
	At      string // the ID of the meeting under the cursor
	Zoom    string // what a bar of the strip stands for; whoever draws it knows the words
}

// orderWords are the orders as a state line names them; they can be shortened nowhere, being written by programs.
var orderWords = map[Order]string{ByDate: "date", ByReported: "reported", BySources: "sources", ByConfidence: "confidence", ByName: "name"}

// String writes the line that ParseState reads back.
func (s State) String() string {
	var parts []string
	if !s.Filter.IsZero() {
		parts = append(parts, s.Filter.String())
	}
	if s.Order != ByDate || s.Reverse {
		o := orderWords[s.Order]
		if s.Reverse {
			o = "-" + o
		}
		parts = append(parts, "sort="+o)
	}
	if s.Zoom != "" {
		parts = append(parts, "zoom="+s.Zoom)
	}
	if s.At != "" {
		parts = append(parts, "at="+s.At)
	}
	return strings.Join(parts, " ")
}

// ParseState reads a line that String wrote, or a filter with at least one
// qualifier in it; ok is false for anything else, bare words among them, which
// may be the name of anything.
func ParseState(line string) (s State, ok bool) {
	var filter []string
	told := false
	for _, w := range wordsOf(line) {
		name, value, given := strings.Cut(w, "=")
		if !given {
			name = "" // a word of the filter
		}
		switch name {
		case "sort":
			value, s.Reverse = strings.TrimPrefix(value, "-"), strings.HasPrefix(value, "-")
			found := false
			for o, n := range orderWords {
				if n == value {
					s.Order, found = o, true
				}
			}
			if !found {
				return State{}, false
			}
			told = true
		case "zoom":
			s.Zoom, told = value, told || value != ""
		case "at":
			s.At, told = value, told || value != ""
		default:
			filter = append(filter, w)
		}
	}
	f, err := ParseFilter(strings.Join(filter, " "))
	if err != nil {
		return State{}, false
	}
	s.Filter = f
	for _, t := range f.Terms {
		told = told || t.Field != FieldText
	}
	return s, told
}

// wordsOf parts a line at blanks that do not stand between quotation marks.
func wordsOf(s string) []string {
	quoted := false
	return strings.FieldsFunc(s, func(r rune) bool {
		if r == '"' {
			quoted = !quoted
		}
		return isBlank(r) && !quoted
	})
}
