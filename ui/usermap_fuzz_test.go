package ui

import (
	"strings"
	"testing"

	"entente/text"
	"entente/text/hostile"
)

// Whatever a key map says, each line is bound or told of in a clean sentence, and some key still quits.
func FuzzKeymap(f *testing.F) {
	for _, s := range []string{"quit = x", "quit =\nout =", "down = j, ctrl+n\nup = j", "a = b = c", "next-month = g g g", "# x\n=\n,=,", "filter = comma hash", "quit = ctrl+c"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, in string) {
		content := text.Body(in) // as the command line reads it
		m, problems := buildKeymap(content, "keys")
		for _, p := range problems {
			if r, _, found := hostile.Obeyed(p.Error()); found || strings.Contains(p.Error(), "\n") && r != 0 {
				t.Errorf("%q: %U in %q", in, r, p)
			}
		}
		if m == nil || len(problems) > strings.Count(content, "\n")*64+64 {
			t.Errorf("%q: %d problems", in, len(problems))
		}
	})
}
