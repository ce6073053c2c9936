package model

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"entente/text"
)

// match marks the rows that satisfy every term.
func (t *Timeline) match(f Filter) bitset {
	all := newBitset(t.Len())
	all.fill(t.Len())
	return t.narrow(all, f)
}

// narrow takes out of all the rows that do not satisfy every term, and returns it.
func (t *Timeline) narrow(all bitset, f Filter) bitset {
	scratch := newBitset(t.Len())
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
		t.index[term.Field].mark(out, folded, t.Len())
	case FieldIn:
		t.index[FieldIn].mark(out, folded, t.Len())
		t.index[fieldHost].mark(out, folded, t.Len())
	case FieldBody:
		t.markBody(out, v)
	case FieldKind, FieldStatus, FieldIs:
		for i := range t.index[term.Field].values {
			if x := &t.index[term.Field].values[i]; strings.HasPrefix(x.key, folded) {
				x.rows.mark(out, t.Len())
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

// mark selects the values that are exactly v; failing that, those in which a word begins with v. There are so many rows.
func (ix *index) mark(out bitset, v string, rows int) {
	exact := false
	for i := range ix.values {
		for _, f := range ix.values[i].forms {
			if f == v {
				ix.values[i].rows.mark(out, rows)
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
				ix.values[i].rows.mark(out, rows)
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
					x.rows.mark(out, t.Len())
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
		first = t.firstOn(from.Days())
	}
	if !to.IsZero() {
		last = t.firstOn(to.Days() + 1)
	}
	out.setRange(first, last)
	for _, w := range t.wide { // those that begin before and reach into the span
		if int(w.row) >= first || from.IsZero() {
			break
		}
		if Compare(from, w.last) <= 0 {
			out.set(w.row)
		}
	}
}

// firstOn is the first of the dated rows that lies on a day, as Date.Days counts, or after it.
func (t *Timeline) firstOn(day int) int {
	at, _ := slices.BinarySearchFunc(t.facts[:t.dated], day, func(f fact, day int) int { return cmp.Compare(f.date.Days(), day) })
	return at
}

func (t *Timeline) markEach(out bitset, term Term, v string) {
	n, _ := strconv.Atoi(strings.TrimSuffix(v, "%"))
	for i := range t.facts {
		f := &t.facts[i]
		ok := false
		switch term.Field { //nolint:exhaustive // only the fields without an index come here.
		case FieldSources:
			ok = compareOp(int(f.sources), term.Op, n)
		case FieldConfidence:
			ok = compareOp(int(f.percent), term.Op, n)
		case FieldConflict:
			ok = begins("yes", v) == f.disputed
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
