package ui

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"
)

var update = flag.Bool("update", false, "write the golden screens anew")

// What the main screens look like. The files are read by people as much as by
// the test: look at the difference before writing them anew with -update.
func TestGolden(t *testing.T) {
	shots := []struct{ name, keys, typed string }{
		{"timeline", "} } }", ""},
		{"filtered", "/", "who:stoltenberg"},
		{"countries", "f c", ""},
		{"reader", "1 1 G enter", ""},
		{"why", "1 1 G w", ""},
		{"help", "?", ""},
		{"menu", "g", ""},
		{"empty", "/", "nobody"},
		{"stats", "g i", ""},
		{"grid", "g m j j", ""},
		{"leaders", "g l", ""},
		{"pair", "1 1 G &", ""},
		{"compare", "1 1 G c", ""},
	}
	for _, size := range [][2]int{{80, 24}, {120, 40}, {200, 60}, {30, 8}} {
		for _, s := range shots {
			t.Run(fmt.Sprintf("%dx%d-%s", size[0], size[1], s.name), func(t *testing.T) {
				a := start(t, size[0], size[1])
				a.press(s.keys).typed(s.typed)
				golden(t, fmt.Sprintf("%dx%d-%s.golden", size[0], size[1], s.name), trimRows(a.screen()))
			})
		}
	}
	for name, change := range map[string]func(*Options){"ascii": func(o *Options) { o.ASCII = true }} {
		a := start(t, 80, 24, change)
		a.press("} } }")
		golden(t, "80x24-"+name+".golden", trimRows(a.screen()))
	}
}

func trimRows(s string) string {
	rows := strings.Split(s, "\n")
	for i := range rows {
		rows[i] = strings.TrimRight(rows[i], " ")
	}
	return strings.Join(rows, "\n") + "\n"
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", "golden", name)
	if *update {
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("no golden screen; run the test with -update: %v", err)
	}
	want := string(b)
	if got == want {
		return
	}
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range max(len(g), len(w)) {
		var x, y string
		if i < len(g) {
			x = g[i]
		}
		if i < len(w) {
			y = w[i]
		}
		if x != y {
			t.Fatalf("%s differs first in row %d:\n got %q\nwant %q\n\n%s", name, i, x, y, got)
		}
	}
}

// In ASCII, whatever is not a letter of a name or of an article is ASCII.
func TestASCII_OnlyLettersAreMore(t *testing.T) {
	for _, s := range surfaces {
		a := start(t, 200, 60, func(o *Options) { o.ASCII = true })
		a.press(s.keys).typed(s.typed)
		for _, r := range a.screen() {
			if r >= 0x80 && !unicode.IsLetter(r) && !unicode.IsMark(r) {
				t.Errorf("%s shows %q:\n%s", s.name, r, a.screen())
				break
			}
		}
	}
}
