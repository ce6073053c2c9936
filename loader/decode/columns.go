package decode

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// Columns says which column of a table, or which name in an object of JSON, tells
// which field of an article: its name or, in a table, its number counted from 1.
type Columns map[string]field

// ColumnsError tells what is wrong with a list of columns.
type ColumnsError struct{ Part string }

// Error names the part, and the fields that there are.
func (e *ColumnsError) Error() string {
	return fmt.Sprintf("%q does not say which column a field stands in; published=Date,text=3 does, and the fields are title, text, html, "+
		"summary, published, source, byline, url and lang", e.Part)
}

// ParseColumns reads fields and their columns: published=Date,text=3.
func ParseColumns(s string) (Columns, error) {
	out := Columns{}
	for part := range strings.SplitSeq(s, ",") {
		if strings.TrimSpace(part) == "" {
			continue
		}
		name, column, _ := strings.Cut(part, "=")
		k := fieldOf(name)
		if column = strings.TrimSpace(column); k == fieldNone || column == "" {
			return nil, &ColumnsError{strings.TrimSpace(part)}
		}
		out[folded(column)] = k
	}
	return out, nil
}

// String writes the columns in one order, to tell one way of reading from another.
func (c Columns) String() string {
	var b strings.Builder
	for _, name := range slices.Sorted(maps.Keys(c)) {
		fmt.Fprintf(&b, "%s=%d,", name, c[name])
	}
	return b.String()
}

// numbered tells that every column is given by its number: the table may have no header then.
func (c Columns) numbered() bool {
	for name := range c {
		if _, err := strconv.Atoi(name); err != nil {
			return false
		}
	}
	return len(c) > 0
}

// fields tells for each column of a table which field it stands for. What the
// user says of a field leaves no other column for it.
func (c Columns) fields(names []string) []field {
	out := make([]field, len(names))
	for i, n := range names {
		k, ok := c[folded(n)]
		if !ok {
			k, ok = c[strconv.Itoa(i+1)]
		}
		if !ok {
			if k = fieldOf(n); c.names(k) {
				k = fieldNone
			}
		}
		out[i] = k
	}
	return out
}

// of tells which field a name in an object stands for.
func (c Columns) of(name string) field {
	if k, ok := c[folded(name)]; ok {
		return k
	}
	k := fieldOf(name)
	if c.names(k) {
		return fieldNone
	}
	return k
}

// names tells that the user has said where a field is.
func (c Columns) names(k field) bool {
	for _, said := range c {
		if said == k {
			return true
		}
	}
	return false
}

func folded(name string) string { return strings.ToLower(unmarked.Replace(name)) }
