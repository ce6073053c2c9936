package model

import (
	"cmp"
	"slices"
	"strings"

	"entente/text"
)

// Order is how a view is sorted.
type Order uint8

// The orders. ByDate is the timeline's own.
const (
	ByDate Order = iota
	ByReported
	BySources
	ByConfidence
	ByName
)

// View is the ordered result of a filter over a timeline. It is immutable.
type View struct {
	Timeline *Timeline
	Filter   Filter
	Order    Order
	Reverse  bool
	Rows     []int32 // rows of the timeline in the view's order; not to be changed
	bits     bitset
}

// Count is a value of a field with the number of meetings that have it.
type Count struct {
	Key   string // what the filter takes
	Label string // what the screen shows
	N     int
}

// View selects the meetings that match f and puts them into order.
func (t *Timeline) View(f Filter, o Order, reverse bool) *View {
	return t.view(f, o, reverse, t.match(f))
}

// Refine selects like Timeline.View with another filter, and looks only at the
// view's own meetings where the new filter can select no others: when it is
// the old one with a term more, or with its last word typed further.
func (v *View) Refine(f Filter) *View {
	if !refines(v.Filter, f) {
		return v.Timeline.View(f, v.Order, v.Reverse)
	}
	return v.Timeline.view(f, v.Order, v.Reverse, v.Timeline.narrow(slices.Clone(v.bits), f))
}

// refines tells that every meeting which next matches is matched by old too.
func refines(old, next Filter) bool {
	n := len(old.Terms)
	if n == 0 {
		return true
	}
	if len(next.Terms) < n || !slices.EqualFunc(old.Terms[:n-1], next.Terms[:n-1], equalTerms) {
		return false
	}
	a, b := old.Terms[n-1], next.Terms[n-1]
	return equalTerms(a, b) ||
		a.Field == FieldText && b.Field == FieldText && !a.Not && !b.Not && !a.Fuzzy && !b.Fuzzy && strings.HasPrefix(text.Fold(b.Values[0]), text.Fold(a.Values[0]))
}

func equalTerms(a, b Term) bool {
	return a.Field == b.Field && a.Op == b.Op && a.Not == b.Not && a.Fuzzy == b.Fuzzy && slices.Equal(a.Values, b.Values)
}

func (t *Timeline) view(f Filter, o Order, reverse bool, bits bitset) *View {
	v := &View{Timeline: t, Filter: f, Order: o, Reverse: reverse, bits: bits}
	n := bits.count()
	if n == t.Len() {
		v.Rows = t.every // which is shared: what changes is copied
	} else {
		v.Rows = bits.rows(n)
	}
	if o != ByDate || reverse {
		v.Rows = slices.Clone(v.Rows)
	}
	if o != ByDate {
		slices.SortStableFunc(v.Rows, func(a, b int32) int { return t.compareBy(o, &t.facts[a], &t.facts[b]) })
	}
	if reverse {
		slices.Reverse(v.Rows)
	}
	return v
}

func (t *Timeline) compareBy(o Order, a, b *fact) int {
	switch o {
	case ByReported:
		return Compare(a.reported, b.reported)
	case BySources:
		return cmp.Compare(b.sources, a.sources)
	case ByConfidence:
		return cmp.Compare(a.confidence, b.confidence)
	case ByName:
		return strings.Compare(t.leadName(a), t.leadName(b))
	case ByDate:
	}
	return 0
}

// leadName is the name that a list sorts a meeting under.
func (t *Timeline) leadName(f *fact) string {
	if f.lead < 0 {
		return ""
	}
	return t.index[FieldWho].values[f.lead].key
}

// Len is the number of meetings in the view.
func (v *View) Len() int { return len(v.Rows) }

// At returns the i-th meeting of the view.
func (v *View) At(i int) *Meeting { return v.Timeline.At(v.Rows[i]) }

// Date is the day of the i-th meeting of the view.
func (v *View) Date(i int) Date { return v.Timeline.Date(v.Rows[i]) }

// Index returns the place of a meeting in the view, or that it is not there.
func (v *View) Index(id string) (int, bool) {
	row, ok := v.Timeline.Row(id)
	if !ok || !v.bits.has(row) {
		return 0, false
	}
	if v.Order == ByDate && !v.Reverse {
		return slices.BinarySearch(v.Rows, row)
	}
	i := slices.Index(v.Rows, row)
	return i, i >= 0
}

// Facet counts the values of a field among the meetings that match the rest
// of the filter, so that ticking one value does not empty the list of the
// others. The most frequent comes first, then by label.
func (v *View) Facet(f Field) []Count {
	rest := v.bits
	if want, exclude := v.Filter.Values(f); len(want)+len(exclude) > 0 {
		rest = v.Timeline.match(v.Filter.Without(f))
	}
	return v.Timeline.count(f, rest)
}

// Months counts the view's meetings by month, in date order, months without a meeting left out.
func (v *View) Months() []Count {
	out := v.Timeline.count(fieldMonth, v.bits)
	slices.SortFunc(out, func(a, b Count) int { return strings.Compare(a.Key, b.Key) })
	return out
}

func (t *Timeline) count(f Field, in bitset) []Count {
	out := make([]Count, 0, len(t.index[f].values))
	for i := range t.index[f].values {
		x := &t.index[f].values[i]
		n := x.rows.count(in)
		if n > 0 {
			out = append(out, Count{x.key, x.label, n})
		}
	}
	slices.SortFunc(out, func(a, b Count) int {
		return cmp.Or(cmp.Compare(b.N, a.N), strings.Compare(a.Label, b.Label), strings.Compare(a.Key, b.Key))
	})
	return out
}

// ArticleMonths counts the articles of the timeline by month of publication, in date order.
func (t *Timeline) ArticleMonths() []Count {
	n := map[Date]int{}
	for _, d := range t.published {
		if d.Precision() >= PrecisionMonth {
			n[d.MonthOf()]++
		}
	}
	out := make([]Count, 0, len(n))
	for d, k := range n {
		out = append(out, Count{d.String(), d.Long(), k})
	}
	slices.SortFunc(out, func(a, b Count) int { return strings.Compare(a.Key, b.Key) })
	return out
}
