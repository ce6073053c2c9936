package model

import (
	"cmp"
	"slices"
	"strings"

	"entente/text"
)

// Value is one value of a field, with the meetings of a view that have it.
type Value struct {
	Count
	First, Last Date    // of the dated ones
	Rows        []int32 // of the timeline, in order of time
}

// Tally counts the values of a field among the view's own meetings, the most
// frequent first, then by label. Unlike Facet it heeds the filter's own term
// for the field: it counts what is shown.
func (v *View) Tally(f Field) []Count { return v.Timeline.count(f, v.bits) }

// Values is a Tally that tells each value's meetings, too.
func (v *View) Values(f Field) []Value {
	var out []Value
	for i := range v.Timeline.index[f].values {
		x := &v.Timeline.index[f].values[i]
		one := Value{Count: Count{Key: x.key, Label: x.label}}
		for row := range x.rows.all() {
			if !v.bits.has(row) {
				continue
			}
			one.Rows = append(one.Rows, row)
			if d := v.Timeline.Date(row); !d.IsZero() {
				if one.First.IsZero() {
					one.First = d
				}
				one.Last = d
			}
		}
		if one.N = len(one.Rows); one.N > 0 {
			out = append(out, one)
		}
	}
	slices.SortFunc(out, func(a, b Value) int {
		return cmp.Or(cmp.Compare(b.N, a.N), strings.Compare(a.Label, b.Label), strings.Compare(a.Key, b.Key))
	})
	return out
}

// Named finds the person or party that is called name, or whose name has a
// word that begins with it, and returns the term that selects exactly them.
// People come before parties, and of several the one in most meetings.
func (t *Timeline) Named(name string) (Term, bool) {
	want := text.Fold(name)
	if want == "" {
		return Term{}, false
	}
	all := newBitset(t.Len())
	all.fill(t.Len())
	for _, exact := range []bool{true, false} {
		for _, f := range []Field{FieldWho, FieldWith} {
			for _, c := range t.count(f, all) {
				label := text.Fold(c.Label)
				if exact && (label == want || text.Fold(c.Key) == want) || !exact && wordPrefix(label, want) {
					return Term{Field: f, Op: ":", Values: []string{c.Label}}, true
				}
			}
		}
	}
	return Term{}, false
}
