package model

import (
	"math/bits"
	"slices"
	"strconv"
	"strings"

	"entente/text"
)

// bitset marks rows of a timeline.
type bitset []uint64

func newBitset(n int) bitset { return make(bitset, (n+63)/64) }

func (b bitset) set(i int32)      { b[i>>6] |= 1 << (i & 63) }
func (b bitset) has(i int32) bool { return b[i>>6]&(1<<(i&63)) != 0 }

func (b bitset) setAll(rows []int32) {
	for _, r := range rows {
		b.set(r)
	}
}

// fill marks the first n rows.
func (b bitset) fill(n int) {
	for i := range b {
		b[i] = ^uint64(0)
	}
	if n%64 != 0 {
		b[len(b)-1] = 1<<(uint(n)%64) - 1
	}
}

func (b bitset) and(o bitset) {
	for i := range b {
		b[i] &= o[i]
	}
}

func (b bitset) andNot(o bitset) {
	for i := range b {
		b[i] &^= o[i]
	}
}

func (b bitset) count() int {
	n := 0
	for _, w := range b {
		n += bits.OnesCount64(w)
	}
	return n
}

// rows lists the marked rows in order.
func (b bitset) rows() []int32 {
	out := make([]int32, 0, b.count())
	for i, w := range b {
		for w != 0 {
			out = append(out, int32(i*64+bits.TrailingZeros64(w))) //nolint:gosec // a row number.
			w &= w - 1
		}
	}
	return out
}

// match marks the rows that satisfy every term.
func (t *Timeline) match(f Filter) bitset {
	all := newBitset(len(t.meetings))
	all.fill(len(t.meetings))
	return t.narrow(all, f)
}

// narrow takes out of all the rows that do not satisfy every term, and returns it.
func (t *Timeline) narrow(all bitset, f Filter) bitset {
	scratch := newBitset(len(t.meetings))
	for _, words := range [...]bool{false, true} { // what has an index first, so that words look at fewer rows
		for _, term := range f.Terms {
			if (term.Field == FieldText) != words {
				continue
			}
			clear(scratch)
			for _, v := range term.Values {
				t.mark(scratch, all, term, v)
			}
			if term.Not {
				all.andNot(scratch)
			} else {
				all.and(scratch)
			}
		}
	}
	return all
}

// mark adds to out the rows that one value of a term selects; rows that are not in within need not be looked at.
func (t *Timeline) mark(out, within bitset, term Term, v string) {
	folded := text.Fold(v)
	switch term.Field {
	case FieldText:
		t.markText(out, within, folded, term.Fuzzy)
	case FieldWho, FieldWith, FieldTopic, FieldSource, FieldTag, FieldNote:
		t.index[term.Field].mark(out, folded)
	case FieldIn:
		t.index[FieldIn].mark(out, folded)
		t.index[fieldHost].mark(out, folded)
	case FieldKind, FieldStatus, FieldIs:
		for i := range t.index[term.Field].values {
			if x := &t.index[term.Field].values[i]; strings.HasPrefix(x.key, folded) {
				x.mark(out, len(t.meetings))
			}
		}
	case FieldDate:
		from, to, err := ParseRange(v)
		if err == nil {
			t.markSpan(out, from, to)
		}
	case FieldSources, FieldConfidence, FieldConflict:
		t.markEach(out, term, v)
	case fieldHost, fieldMonth, fieldCount:
	}
}

// mark selects the rows of the value among n.
func (x *value) mark(out bitset, n int) {
	if !x.inverse {
		out.setAll(x.rows)
		return
	}
	others := newBitset(n)
	others.fill(n)
	for _, r := range x.rows {
		others[r>>6] &^= 1 << (r & 63)
	}
	for i := range out {
		out[i] |= others[i]
	}
}

// mark selects the values that are exactly v; failing that, those in which a word begins with v.
func (ix *index) mark(out bitset, v string) {
	exact := false
	for i := range ix.values {
		for _, f := range ix.values[i].forms {
			if f == v {
				out.setAll(ix.values[i].rows)
				exact = true
			}
		}
	}
	if exact {
		return
	}
	for i := range ix.values {
		for _, f := range ix.values[i].forms {
			if wordPrefix(f, v) {
				out.setAll(ix.values[i].rows)
				break
			}
		}
	}
}

// wordPrefix tells that v stands in s at the beginning of a word.
func wordPrefix(s, v string) bool {
	for from := 0; ; {
		i := strings.Index(s[from:], v)
		if i < 0 {
			return false
		}
		i += from
		if i == 0 || s[i-1] == ' ' || s[i-1] == '-' || s[i-1] == '\'' || s[i-1] == '(' {
			return true
		}
		from = i + 1
		if from > len(s) {
			return false
		}
	}
}

// textFields are what a bare word looks at.
var textFields = []Field{FieldWho, FieldWith, FieldIn, fieldHost, FieldTopic, FieldKind, FieldTag, FieldNote}

func (t *Timeline) markText(out, within bitset, v string, fuzzy bool) {
	for _, f := range textFields {
		for i := range t.index[f].values {
			x := &t.index[f].values[i]
			for _, form := range x.forms {
				if len(form) <= 3 && f != FieldIn && form != v { // a code such as EE is not part of a word
					continue
				}
				if strings.Contains(form, v) || fuzzy && text.Near(form, v) {
					out.setAll(x.rows)
					break
				}
			}
		}
	}
	t.titles.mark(out, within, v)
}

// markSpan marks the meetings of which a day lies in from…to; a zero date is open.
func (t *Timeline) markSpan(out bitset, from, to Date) {
	first, last := 0, t.dated
	if !from.IsZero() {
		first, _ = slices.BinarySearch(t.days[:t.dated], int32(from.Days())) //nolint:gosec // days of some thousand years.
	}
	if !to.IsZero() {
		last, _ = slices.BinarySearch(t.days[:t.dated], int32(to.Days())+1) //nolint:gosec // as above.
	}
	for row := first; row < last; row++ {
		out.set(int32(row))
	}
	for _, row := range t.wide { // those that begin before and reach into the span
		if int(row) >= first || from.IsZero() {
			break
		}
		if Compare(from, lastDay(t.meetings[row])) <= 0 {
			out.set(row)
		}
	}
}

func (t *Timeline) markEach(out bitset, term Term, v string) {
	n, _ := strconv.Atoi(strings.TrimSuffix(v, "%"))
	for i, m := range t.meetings {
		ok := false
		switch term.Field { //nolint:exhaustive // only the fields without an index come here.
		case FieldSources:
			ok = compareOp(m.Sources, term.Op, n)
		case FieldConfidence:
			ok = compareOp(int(m.Confidence*100+0.5), term.Op, n)
		case FieldConflict:
			ok = begins("yes", v) == (len(m.Conflicts) > 0)
		}
		if ok {
			out.set(int32(i))
		}
	}
}

func compareOp(a int, op string, b int) bool {
	switch op {
	case "<":
		return a < b
	case "<=":
		return a <= b
	case ">":
		return a > b
	case ">=":
		return a >= b
	}
	return a == b
}
