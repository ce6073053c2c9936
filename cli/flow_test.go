package cli

import "testing"

func TestFlow(t *testing.T) {
	const in = "one\ntwo\n\nthree:\n\n  a  row\n  another\n\nfour\nfive"
	const want = "one two\n\nthree:\n\n  a  row\n  another\n\nfour five"
	if got := flow(in); got != want {
		t.Errorf("flow(%q) = %q, want %q", in, got, want)
	}
}
