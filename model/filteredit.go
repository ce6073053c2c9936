package model

import "entente/text"

// IsZero tells that the filter matches everything.
func (f Filter) IsZero() bool { return len(f.Terms) == 0 }

// And returns the filter with one more term.
func (f Filter) And(t Term) Filter {
	terms := make([]Term, 0, len(f.Terms)+1)
	return Filter{append(append(terms, f.Terms...), t)}
}

// Without returns the filter less every term of a field.
func (f Filter) Without(field Field) Filter {
	var out Filter
	for _, t := range f.Terms {
		if t.Field != field {
			out.Terms = append(out.Terms, t)
		}
	}
	return out
}

// Drop returns the filter less its last term.
func (f Filter) Drop() Filter {
	if len(f.Terms) == 0 {
		return f
	}
	return Filter{f.Terms[: len(f.Terms)-1 : len(f.Terms)-1]}
}

// Values lists the values that the filter asks for in a field, and those that it excludes.
func (f Filter) Values(field Field) (want, exclude []string) {
	for _, t := range f.Terms {
		if t.Field != field {
			continue
		}
		if t.Not {
			exclude = append(exclude, t.Values...)
		} else {
			want = append(want, t.Values...)
		}
	}
	return want, exclude
}

// Sought is what the filter wants to stand in the articles themselves.
func (f Filter) Sought() (out []Phrase) {
	for _, t := range f.Terms {
		if t.Field == FieldBody && !t.Not {
			for _, v := range t.Values {
				out = append(out, ParsePhrase(v))
			}
		}
	}
	return out
}

// Toggle adds a value to the positive term of a field, or takes it out where
// it is already there. Several values of one field mean any of them.
func (f Filter) Toggle(field Field, v string) Filter {
	var out Filter
	done := false
	for _, t := range f.Terms {
		if t.Field != field || t.Not || done {
			out.Terms = append(out.Terms, t)
			continue
		}
		done = true
		var left []string
		had := false
		for _, x := range t.Values {
			if text.Fold(x) == text.Fold(v) {
				had = true
			} else {
				left = append(left, x)
			}
		}
		if !had {
			left = append(left, v)
		}
		if len(left) > 0 {
			t.Values = left
			out.Terms = append(out.Terms, t)
		}
	}
	if !done {
		out.Terms = append(out.Terms, Term{Field: field, Op: ":", Values: []string{v}})
	}
	return out
}

// LastWord is what is being typed at the end of a filter: from the last space that no quotation mark protects.
func LastWord(s string) string {
	quoted, from := false, 0
	for i := range len(s) {
		switch s[i] {
		case '"':
			quoted = !quoted
		case ' ':
			if !quoted {
				from = i + 1
			}
		}
	}
	return s[from:]
}
