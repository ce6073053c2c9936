package model

import (
	"cmp"
	"slices"
	"strings"

	"entente/text"
)

// Miss says why a filter matches nothing, and what would match something.
type Miss struct {
	Nothing []Term // of several terms, those that match nothing whatever the others say
	Instead []Instead
}

// Instead is a filter that finds something.
type Instead struct {
	Filter Filter
	N      int // how many meetings
}

// mostInstead is how many other filters are named; one more would not be read.
const mostInstead = 3

// Miss explains a filter that matches nothing: with the nearest value in place
// of one that nobody has, a date in place of a number, a sign in place of a word such as
// NOT; failing that, without one of its terms.
func (t *Timeline) Miss(f Filter) Miss {
	var out Miss
	mended := Filter{} // every term that finds nothing mended, or left out
	add := func(g Filter) bool {
		n := t.match(g).count()
		known := slices.ContainsFunc(out.Instead, func(o Instead) bool { return o.Filter.String() == g.String() })
		if n == 0 || known || len(g.Terms) == 0 || len(out.Instead) == mostInstead {
			return false
		}
		out.Instead = append(out.Instead, Instead{g, n})
		return true
	}
	if g, ok := withoutWords(f); ok {
		if !add(g) {
			return t.Miss(g)
		}
		return out
	}
	for i, term := range f.Terms {
		alone := t.match(Filter{Terms: []Term{term}}).count() == 0
		stands := !alone
		if stands {
			mended.Terms = append(mended.Terms, term)
		} else {
			out.Nothing = append(out.Nothing, term)
		}
		for _, other := range t.others(term) {
			if !alone && other.Field != FieldDate { // it was meant as it stands
				continue
			}
			add(Filter{Terms: slices.Concat(f.Terms[:i], []Term{other}, f.Terms[i+1:])})
			if !stands && t.match(Filter{Terms: []Term{other}}).count() > 0 {
				mended.Terms = append(mended.Terms, other)
				stands = true
			}
		}
	}
	if len(out.Instead) == 0 {
		add(mended)
	}
	if len(f.Terms) == 1 {
		out.Nothing = nil // that goes without saying
	}
	for i := range slices.Backward(f.Terms) { // the last word is the one that people add
		add(Filter{Terms: slices.Concat(f.Terms[:i], f.Terms[i+1:])})
	}
	return out
}

// withoutWords writes words that other programs have for signs as signs: NOT x is -x,
// AND is nothing, and x OR y is x,y where both are of one field. A word is one only in capitals.
func withoutWords(f Filter) (Filter, bool) {
	var out Filter
	not, or, found := false, false, false
	for i, term := range f.Terms {
		word := ""
		if term.Field == FieldText && !term.Not && i+1 < len(f.Terms) {
			word = term.Values[0]
		}
		switch word {
		case "NOT":
			not, found = true, true
			continue
		case "AND", "&&", "&":
			found = true
			continue
		case "OR", "||", "|":
			or, found = i > 0, true
			continue
		}
		term.Not = term.Not != not
		if k := len(out.Terms) - 1; or && out.Terms[k].Field == term.Field && term.Field != FieldText && out.Terms[k].Not == term.Not {
			out.Terms[k].Values = slices.Concat(out.Terms[k].Values, term.Values)
		} else {
			out.Terms = append(out.Terms, term)
		}
		not, or = false, false
	}
	return out, found
}

// others lists what may have been meant by a term.
func (t *Timeline) others(term Term) []Term {
	if term.Not || len(term.Values) != 1 {
		return nil
	}
	v := term.Values[0]
	var out []Term
	as := func(f Field, v string) { out = append(out, Term{Field: f, Op: ":", Values: []string{v}}) }
	switch term.Field {
	case FieldDate:
		if d, ok := t.nearestDate(v); ok {
			as(FieldDate, d.MonthOf().String())
		}
		return out
	case FieldText:
		if d, err := ParseDate(v); err == nil && !d.IsZero() {
			as(FieldDate, v)
		}
		for _, f := range textFields {
			if near, ok := t.index[f].nearest(v); ok {
				as(FieldText, near)
			}
		}
		return out
	case FieldWho, FieldWith, FieldIn, FieldTopic, FieldSource, FieldTag, FieldNote:
		if near, ok := t.index[term.Field].nearest(v); ok {
			as(term.Field, near)
		}
		for _, f := range [...]Field{FieldWho, FieldWith, FieldIn, FieldTopic} { // a country that is looked for among people
			if f != term.Field {
				as(f, v)
			}
		}
	case FieldKind, FieldStatus, FieldSources, FieldConflict, FieldConfidence, FieldIs, FieldBody, fieldHost, fieldMonth, fieldCount:
	}
	return out
}

// nearest is the value, or the word of one, that is written most like v: one slip up to five letters, two beyond.
func (ix *index) nearest(v string) (string, bool) {
	v = text.Fold(v)
	const short = 5
	slips := 1
	if len(v) > short {
		slips++
	}
	type guess struct {
		word        string
		slips, rows int
	}
	best := guess{slips: slips + 1}
	for i := range ix.values {
		x := &ix.values[i]
		for _, form := range x.forms {
			for _, w := range append(strings.FieldsFunc(form, func(r rune) bool { return r == ' ' || r == '-' }), form) {
				if len(w) < 3 || w == v || len(w)-len(v) > slips || len(v)-len(w) > slips {
					continue
				}
				g := guess{w, text.Distance(w, v), x.rows.n}
				if g.slips <= slips && cmp.Or(cmp.Compare(g.slips, best.slips), cmp.Compare(best.rows, g.rows), strings.Compare(g.word, best.word)) < 0 {
					best = g
				}
			}
		}
	}
	return best.word, best.word != ""
}

// nearestDate is the day with a meeting that is nearest to a span without one.
func (t *Timeline) nearestDate(v string) (Date, bool) {
	from, to, err := ParseRange(v)
	if err != nil || t.dated == 0 {
		return Date{}, false
	}
	if from.IsZero() {
		return t.facts[0].date, true
	}
	after := t.firstOn(from.Days())
	switch after {
	case 0:
		return t.facts[0].date, true
	case t.dated:
		return t.facts[t.dated-1].date, true
	}
	before, next := t.facts[after-1].date, t.facts[after].date
	last := from
	if !to.IsZero() {
		last = to
	}
	if from.Days()-before.Days() <= next.Days()-last.Days() {
		return before, true
	}
	return next, true
}
