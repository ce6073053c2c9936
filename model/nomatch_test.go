package model

import (
	"fmt"
	"strings"
	"testing"
)

// A filter that finds nothing says which word it is, and what would find something.
func TestMiss(t *testing.T) {
	var ms []*Meeting
	for i, c := range []struct{ day, who, city string }{
		{"2023-04-24", "Kaja Kallas", "Zhytomyr"}, {"2024-01-11", "Kaja Kallas", "Tallinn"}, {"2024-05-14", "Mark Rutte", "The Hague"}, {"2024-06-01", "Volodymyr Zelenskyy", "Kyiv"},
	} {
		d, err := ParseDate(c.day)
		if err != nil {
			t.Fatal(err)
		}
		m := &Meeting{ID: fmt.Sprint("m-", i), Date: d, People: []Participant{{Name: c.who}}, Place: Place{City: c.city}}
		if i == 2 {
			m.Kind = KindCall
		}
		ms = append(ms, m)
	}
	tl := NewTimeline(ms, nil, nil)
	for _, c := range []struct{ filter, nothing, instead string }{
		{"kallas 2024", "2024", "kallas date:2024 (1); kallas (2)"},
		{"NOT kind:call", "", "-kind:call (3)"},
		{"kallas AND tallinn", "", "kallas tallinn (1)"},
		{"in:kyiv OR in:tallinn", "", "in:kyiv,tallinn (2)"},
		{"who:kalas", "", "who:kallas (2)"},
		{"zelenskii", "", "zelenskyy (1)"},
		{"who:tallinn", "", "in:tallinn (1)"},
		{"kalas 2024", "kalas 2024", "kallas date:2024 (1)"},
		{"kallas kind:call", "", "kallas (2); kind:call (1)"},
		{"kallas xyzzy", "xyzzy", "kallas (2)"},
		{"xyzzy", "", ""},
		{"date:2031", "", "date:2024-06 (1)"},
		{"date:2023-08..2023-12", "", "date:2024-01 (1)"},
		{"date:1999", "", "date:2023-04 (1)"},
		{"conf<0", "", ""},
	} {
		f, err := ParseFilter(c.filter)
		if err != nil {
			t.Fatal(err)
		}
		if tl.match(f).count() > 0 && !strings.HasPrefix(c.filter, "kallas AND") {
			t.Errorf("%s matches something", c.filter)
		}
		miss := tl.Miss(f)
		var instead []string
		for _, o := range miss.Instead {
			instead = append(instead, fmt.Sprintf("%s (%d)", o.Filter, o.N))
			if n := tl.match(o.Filter).count(); n != o.N || n == 0 {
				t.Errorf("%s: %s matches %d", c.filter, o.Filter, n)
			}
		}
		if got := strings.Join(instead, "; "); got != c.instead || (Filter{miss.Nothing}).String() != c.nothing {
			t.Errorf("%s: nothing %q, instead %q", c.filter, Filter{miss.Nothing}, got)
		}
	}
}
