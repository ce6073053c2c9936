package text_test

import (
	"bytes"
	"encoding/json"
	"testing"

	"entente/text"
	"entente/text/hostile"
)

// FuzzJSON holds that JSON says the same and that nothing in it is obeyed.
func FuzzJSON(f *testing.F) {
	for i, p := range hostile.All() {
		if i%5 == 0 {
			f.Add(p.Text)
		}
	}
	f.Fuzz(func(t *testing.T, in string) {
		raw, err := json.Marshal(map[string]string{in: in})
		if err != nil {
			t.Fatal(err)
		}
		out := text.JSON(raw)
		if r, at, found := hostile.Obeyed(string(out)); found {
			t.Fatalf("%U at %d in %q", r, at, out)
		}
		if again := text.JSON(out); !bytes.Equal(again, out) {
			t.Fatalf("not idempotent: %q, then %q", out, again)
		}
		var was, is map[string]string
		if err := json.Unmarshal(raw, &was); err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal(out, &is); err != nil {
			t.Fatalf("%q: %v", out, err)
		}
		for k, v := range was {
			if is[k] != v {
				t.Fatalf("%q says %q and said %q", out, is[k], v)
			}
		}
		if r, _, found := hostile.Obeyed(string(text.JSON([]byte(in)))); found { // whatever it is given
			t.Fatalf("%U is left of %q", r, in)
		}
	})
}

func TestJSON_NoAllocation(t *testing.T) {
	clean := []byte(`{"title":"Зеленський – Kallas","n":1}` + "\n")
	if n := testing.AllocsPerRun(10, func() { text.JSON(clean) }); n != 0 {
		t.Errorf("%v allocations for clean JSON", n)
	}
}
