package extract

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// The map of the room names every file once, and nothing that is gone.
func TestDoc_NamesEveryFile(t *testing.T) {
	raw, err := os.ReadFile("doc.go")
	if err != nil {
		t.Fatal(err)
	}
	var named []string
	for line := range strings.Lines(string(raw)) {
		if row, ok := strings.CutPrefix(line, "//\t"); ok && !strings.Contains(row, "─►") {
			named = append(named, strings.Fields(row[len("what took place "):])...)
		}
	}
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		name := strings.TrimSuffix(f, ".go")
		if strings.HasSuffix(name, "_test") || name == "doc" {
			continue
		}
		switch at := slices.Index(named, name); {
		case at < 0:
			t.Errorf("%s is not in the map of the room: doc.go", f)
		case slices.Contains(named[at+1:], name):
			t.Errorf("%s stands twice in the map of the room", f)
		default:
			named = slices.Delete(named, at, at+1)
		}
	}
	if len(named) > 0 {
		t.Errorf("the map of the room names %s, which is gone", strings.Join(named, ", "))
	}
}
