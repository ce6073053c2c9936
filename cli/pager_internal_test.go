package cli

import (
	"errors"
	"strings"
	"testing"
)

func TestPagerCommand(t *testing.T) {
	there := func(s string) (string, error) {
		if s == "less" || s == "more" {
			return "/bin/" + s, nil
		}
		return "", errors.New("not found")
	}
	for _, c := range []struct {
		pager string
		set   bool
		want  string
	}{
		{"", false, "less -R"},
		{"", true, ""},
		{"more -s", true, "more -s"},
		{"cat", true, ""},
		{"missing", true, ""},
		{"less;rm -rf /", true, ""}, // no shell looks at it: there is no such program
	} {
		got := pagerCommand(func(string) (string, bool) { return c.pager, c.set }, there)
		if strings.Join(got, " ") != c.want {
			t.Errorf("PAGER=%q: %q, want %q", c.pager, got, c.want)
		}
	}
	if got := pagerCommand(func(string) (string, bool) { return "", false }, func(string) (string, error) { return "", errors.New("not found") }); got != nil {
		t.Errorf("without less: %q", got)
	}
}
