package model

import (
	"errors"
	"reflect"
	"slices"
	"testing"
)

func TestParseFilter(t *testing.T) {
	for _, c := range []struct {
		name, in, want string
	}{
		{"words", "kallas  air", "kallas air"},
		{"a phrase", `"air defence"`, `"air defence"`},
		{"an open phrase, still being typed", `"air def`, `"air def"`},
		{"a word that is not wanted", "-call", "-call"},
		{"a qualifier and its other name", "leader:kallas country:EE", "who:kallas with:EE"},
		{"a value with a space", `who:"von der leyen"`, `who:"von der leyen"`},
		{"several values", "with:EE,LV", "with:EE,LV"},
		{"a range", "date:2023-04..2024", "date:2023-04..2024"},
		{"an open range", "date:2023..", "date:2023.."},
		{"a count", "src>=2", "src>=2"},
		{"an outlet", "src:ukrinform", "src:ukrinform"},
		{"nearly", "~zelensky", "~zelensky"},
		{"a qualifier without its value yet", "who: kyiv", "kyiv"},
		{"nothing", "  ", ""},
		{"a dash by itself", "-", `"-"`},
		{"capitals in the qualifier", "WHO:Kallas", "who:Kallas"},
	} {
		t.Run(c.name, func(t *testing.T) {
			f, err := ParseFilter(c.in)
			if err != nil || f.String() != c.want {
				t.Errorf("ParseFilter(%q) prints %q, %v; want %q", c.in, f.String(), err, c.want)
			}
		})
	}
}

func TestParseFilter_SaysWhatIsWrongAndWhatMayBeMeant(t *testing.T) {
	for _, c := range []struct{ in, nearest, problem string }{
		{"whi:kallas", "who:", `there is no filter word "whi:"`},
		{"statsu:held", "status:", `there is no filter word "statsu:"`},
		{"kind:lunch", "", "kind: takes meeting, call, summit"},
		{"date:tomorrow", "", `"tomorrow" is no date: want a date such as 2024-05-14, 2024-05 or 2024`},
		{"src>=many", "", `"many" is no number`},
		{"conflict:perhaps", "", "conflict: takes yes or no"},
	} {
		_, err := ParseFilter(c.in)
		var fe *FilterError
		if !errors.As(err, &fe) || fe.Nearest != c.nearest || fe.Problem != c.problem {
			t.Errorf("ParseFilter(%q): %#v", c.in, err)
		}
	}
}

func FuzzFilter_PrintIsReadBack(f *testing.F) {
	for _, s := range []string{`kallas -"air defence" with:EE,LV date:2023..2024-05 src>=2`, `who:"von der leyen" ~zelnsky`, `"`, `-~x`, `with:,,a`, `a:b`, `in:"a,b" "x y`} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		a, err := ParseFilter(s)
		if err != nil {
			return
		}
		b, err := ParseFilter(a.String())
		if err != nil {
			t.Fatalf("%q prints %q, which is not read: %v", s, a.String(), err)
		}
		if !reflect.DeepEqual(a, b) {
			t.Errorf("%q prints %q and is read back as %#v, was %#v", s, a.String(), b, a)
		}
	})
}

func TestFilter_IsAValue(t *testing.T) {
	base, err := ParseFilter("kyiv with:EE")
	if err != nil {
		t.Fatal(err)
	}
	before := base.String()
	base.And(Term{Field: FieldWho, Op: ":", Values: []string{"x"}})
	base.Toggle(FieldWith, "LV")
	base.Without(FieldWith)
	base.Drop()
	if base.String() != before {
		t.Errorf("the filter became %q", base.String())
	}
}

func TestFilter_Toggle(t *testing.T) {
	var f Filter
	for _, c := range []struct{ v, want string }{
		{"EE", "with:EE"}, {"LV", "with:EE,LV"}, {"ee", "with:LV"}, {"LV", ""},
	} {
		f = f.Toggle(FieldWith, c.v)
		if f.String() != c.want {
			t.Errorf("after %s: %q, want %q", c.v, f.String(), c.want)
		}
	}
}

func TestFilterWords_AreInTheGrammar(t *testing.T) {
	for _, w := range FilterWords() {
		if _, err := ParseFilter(w.Example); err != nil {
			t.Errorf("example %q of %s: %v", w.Example, w.Word, err)
		}
		if w.Meaning == "" {
			t.Errorf("%s has no meaning", w.Word)
		}
	}
	if !slices.ContainsFunc(FilterWords(), func(w FilterWord) bool { return slices.Contains(w.Aliases, "leader") }) {
		t.Error("leader: is gone")
	}
}
