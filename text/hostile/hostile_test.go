package hostile

import (
	"testing"

	"entente/text"
)

// TestAll_ThroughTheDoor holds the three contracts of package text to every payload.
func TestAll_ThroughTheDoor(t *testing.T) {
	named := map[[2]string]bool{}
	for _, p := range All() {
		if k := [2]string{p.Class, p.Name}; named[k] {
			t.Errorf("two payloads are called %s: %s", p.Class, p.Name)
		} else {
			named[k] = true
		}
		for door, clean := range map[string]func(string) string{"Body": text.Body, "Row": text.Row, "Name": text.Name} {
			got := clean(p.Text)
			if r, at, found := Obeyed(got); found {
				t.Errorf("%s: %s: %s lets %U through at %d of %q", p.Class, p.Name, door, r, at, got)
			}
			if again := clean(got); again != got {
				t.Errorf("%s: %s: %s says %q, then %q", p.Class, p.Name, door, got, again)
			}
		}
		if link, ok := text.Link(p.Text); ok && text.Row(link) != link {
			t.Errorf("%s: %s: Link says %q", p.Class, p.Name, link)
		}
	}
	const least = 300
	if n := len(named); n < least {
		t.Errorf("%d payloads, want %d", n, least)
	}
}
