package cli

import (
	"testing"

	"entente/text/hostile"
)

// Whatever stands in the file of settings, reading it ends, every value lies in the file, and what is said of it is clean.
func FuzzConfig(f *testing.F) {
	for _, s := range []string{"theme = 'dark'\n", "ascii = true # x\n", "[table]\na = 1\n", "a.b = [1, {c = 2}]", "theme = \"\\u001b[2J\"", "x = 1979-05-27", "= 1", "mouse = \"\"\"\na\"\"\""} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, body string) {
		c := &configFile{body: body}
		c.parse()
		for _, l := range c.lines {
			if l.from < 0 || l.to > len(body) || l.from > l.to || l.line < 1 {
				t.Errorf("%q: %+v", body, l)
			}
		}
		c.apply((&app{}).root())
		var said logWriter
		a := &app{Streams: Streams{Err: &said}}
		for _, p := range c.problems {
			a.say(p)
		}
		if r, _, found := hostile.Obeyed(string(said)); found {
			t.Errorf("%q: %U in %q", body, r, said)
		}
	})
}

type logWriter []byte

// Write keeps what is said.
func (l *logWriter) Write(p []byte) (int, error) {
	*l = append(*l, p...)
	return len(p), nil
}
