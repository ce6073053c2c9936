package store

import (
	"strings"
	"testing"
)

// What marks and views print, they read back; nothing that they read reaches a terminal unclean.
func FuzzMarkLines(f *testing.F) {
	for _, s := range []string{
		"mark m-1", "tag m-1 a-9f8e7d6c5b4a3928@4 = \"x\" # y", "note a-9f8e7d6c5b4a3928 = \"y \\\" \\\\\"", "read m-2 # x", `view "a" = "b"`, "view a = \x1b[31m",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, row string) {
		if what, of, value, err := parseMark(row); err == nil && what != "" {
			line := what + " " + of.String()
			if value != "" {
				line += " = " + quote(value)
			}
			if strings.ContainsAny(line, "\x1b\n\u202e") {
				t.Fatalf("%q is read as %q", row, line)
			}
			what2, of2, value2, err := parseMark(line)
			if err != nil || what2 != what || of2.String() != of.String() || value2 != value {
				t.Fatalf("%q prints as %q and is read as %s %s %q, %v", row, line, what2, of2, value2, err)
			}
		}
		if v, ok, err := parseView(row); err == nil && ok {
			line := wordView + " " + quote(v.Name) + " = " + quote(v.Line)
			if w, ok, err := parseView(line); err != nil || !ok || w != v {
				t.Fatalf("%q prints as %q and is read as %v, %v", row, line, w, err)
			}
		}
	})
}
