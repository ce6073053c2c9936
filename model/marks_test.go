package model

import (
	"fmt"
	"slices"
	"testing"
)

func TestMarked(t *testing.T) {
	bare := sample()
	ids := make([]string, bare.Len())
	for i := range ids {
		ids[i] = bare.At(int32(i)).ID
	}
	tl := bare.Marked(map[string]Mark{
		ids[2]: {Read: true, Tags: []string{"to check", "war"}},
		ids[0]: {Bookmarked: true, Note: "Ask Anna about the déjeuner"},
		"gone": {Read: true},
	}, map[string]bool{ids[1]: true})
	for _, c := range []struct {
		filter string
		want   []int
	}{
		{"is:read", []int{2}},
		{"is:bookmarked", []int{0}},
		{"is:b", []int{0}}, // while it is being typed
		{"is:noted,tagged", []int{0, 2}},
		{"is:marked", []int{1}},
		{"-is:unread", []int{2}},
		{"tag:check", []int{2}},
		{`tag:"to check"`, []int{2}},
		{"note:anna", []int{0}},
		{"dejeuner", []int{0}},
		{"tag:war is:unread", nil},
	} {
		f, err := ParseFilter(c.filter)
		if err != nil {
			t.Fatal(err)
		}
		var got []int
		for _, r := range tl.View(f, ByDate, false).Rows {
			got = append(got, int(r))
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s selects %v, want %v", c.filter, got, c.want)
		}
	}
	f, _ := ParseFilter("is:unread")
	if got := tl.View(f, ByDate, false).Len(); got != tl.Len()-1 {
		t.Errorf("%d are unread of %d", got, tl.Len())
	}
	if got := bare.View(f, ByDate, false).Len(); got != bare.Len() {
		t.Errorf("of those that nobody marked %d are unread, want all %d", got, bare.Len())
	}
	want := fmt.Sprintf("[{unread unread %d} {bookmarked bookmarked 1} {marked marked 1} {noted noted 1} {read read 1} {tagged tagged 1}]", tl.Len()-1)
	if got := fmt.Sprint(tl.View(Filter{}, ByDate, false).Facet(FieldIs)); got != want {
		t.Errorf("the states are %s, want %s", got, want)
	}
	if _, err := ParseFilter("is:green"); err == nil {
		t.Error("is:green is taken")
	}
	// Marks of before go when others come.
	if got := tl.Marked(nil, nil).View(Filter{}, ByDate, false).Facet(FieldTag); len(got) > 0 {
		t.Errorf("tags that nobody gave: %v", got)
	}
}
