package store_test

import (
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"entente/store"
)

func TestParseCorrection(t *testing.T) {
	for _, c := range []struct{ name, in, out, err string }{
		{"reject", "reject m-3f2a9c01d2 a-9f8e7d6c5b4a3928@412  # Anna: not a meeting", "", ""},
		{"blanks", "  reject\tm-1   #x ", "reject m-1  # x", ""},
		{"two anchors", "keep a-9f8e7d6c5b4a3928@412 a-0000000000000001", "", ""},
		{"same", "same m-1 = m-2", "", ""},
		{"apart", "apart m-1 = a-9f8e7d6c5b4a3928@412", "", ""},
		{"an alias", `alias "Zelensky" = "Volodymyr Zelenskyy"`, "", ""},
		{"an alias without quotation marks", `alias Zelensky = "Volodymyr Zelenskyy"`, `alias "Zelensky" = "Volodymyr Zelenskyy"`, ""},
		{"an alias taken back", `alias "Zelensky" = as-read`, "", ""},
		{"an alias of somebody called as-read", `alias "Zelensky" = "as-read"`, "", ""},
		{"a day", "date m-1 = 2024-05-14", "", ""},
		{"two days", "date m-1 = 2024-05-14..2024-05-16", "", ""},
		{"a month", "date m-1 = 2024-05", "", ""},
		{"no day", "date m-1 = unknown", "", ""},
		{"a day taken back", "date m-1 = as-read", "", ""},
		{"a place", `place m-1 = "Zhytomyr Oblast" "UA"`, "", ""},
		{"a place with a quotation mark", `place m-1 = "the \"Ark\" \\ camp"`, "", ""},
		{"no place", `place m-1 = ""`, "", ""},
		{"a host alone", `place m-1 = "" "UA"`, "", ""},
		{"somebody", `people m-1 + "Kaja Kallas" "EE" "Prime Minister of Estonia"`, "", ""},
		{"somebody of no party", `people m-1 + "Kaja Kallas" "" "a singer"`, "", ""},
		{"not somebody", `people m-1 - "Kaja Kallas"`, "", ""},
		{"everybody as read", `people m-1 = as-read`, "", ""},
		{"somebody as read", `people m-1 as-read "Kaja Kallas"`, "", ""},
		{"a kind", "kind m-1 = call", "", ""},
		{"a status", "status m-1 = off", "", ""},
		{"escapes of a colleague", "place m-1 = \"Ky\x1b[31miv\u202e\"", `place m-1 = "Kyiv⇄"`, ""},
		{"an empty line", "   ", "", "-"},
		{"a comment", "# all of these: Anna", "", "-"},
		{"an unknown verb", "move m-1 = m-2", "", `"move" is no verb of a correction; there are reject, keep, same, apart, alias, date, place, people, kind, status`},
		{"no meeting", "reject", "", "want a meeting"},
		{"a damaged anchor", "reject a-12@5", "", "want a meeting"},
		{"an anchor before zero", "reject a-9f8e7d6c5b4a3928@-5", "", "want a meeting"},
		{"too much", "reject m-1 now", "", "too much"},
		{"no such day", "date m-1 = 2024-02-30", "", "want a day"},
		{"a span backwards", "date m-1 = 2024-05-14..2024-05-01", "", "want a day"},
		{"an open quotation", `place m-1 = "Kyiv`, "", "not closed"},
		{"quotations that touch", `alias "a""b" = "c"`, "", "blank is missing"},
		{"no such kind", "kind m-1 = dinner", "", `"dinner" is no kind`},
		{"an endless line", "reject m-" + strings.Repeat("1", 20000), "", "too long"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := store.ParseCorrection(c.in)
			switch {
			case c.err == "-":
				if err != nil || got.Verb != "" {
					t.Errorf("%q: %v, %v; want nothing", c.in, got, err)
				}
			case c.err != "":
				if err == nil || !strings.Contains(err.Error(), c.err) {
					t.Errorf("%q: error %v, want %q", c.in, err, c.err)
				}
			case err != nil:
				t.Errorf("%q: %v", c.in, err)
			default:
				want := c.out
				if want == "" {
					want = c.in
				}
				if got.String() != want {
					t.Errorf("%q prints as %q, want %q", c.in, got, want)
				}
			}
		})
	}
}

// What the program writes it must read back: every field of a correction.
func TestCorrection_PrintsWhatItParses(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 2))
	ms := collection().Meetings
	for range 5000 {
		c := randomCorrection(rnd, ms)
		got, err := store.ParseCorrection(c.String())
		if err != nil {
			t.Fatalf("%q: %v", c, err)
		}
		if !reflect.DeepEqual(got, c) {
			t.Fatalf("%#v comes back as %#v", c, got)
		}
		inv := c.Inverse()
		if back, err := store.ParseCorrection(inv.String()); err != nil || !reflect.DeepEqual(back, inv) {
			t.Fatalf("the inverse of %q, %q: %v", c, inv, err)
		}
	}
}

func FuzzParseCorrection(f *testing.F) {
	for _, s := range []string{
		"reject m-1 a-9f8e7d6c5b4a3928@412 # x", `alias "a" = "b"`, "date m-1 = 2024..2025-01", `people m-1 + "A \"B\"" "EE" "x" # "`,
		`place m-1 = as-read`, "same m-1 = a-9f8e7d6c5b4a3928", "status m-1 = held #", "\ufeffreject m-1", "reject m-1\u00a0",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		c, err := store.ParseCorrection(s)
		if err != nil || c.Verb == "" {
			return
		}
		back, err := store.ParseCorrection(c.String())
		if err != nil {
			t.Fatalf("%q prints as %q, which is damaged: %v", s, c, err)
		}
		if !reflect.DeepEqual(back, c) {
			t.Fatalf("%q is %#v and, printed and read, %#v", s, c, back)
		}
		if strings.ContainsAny(c.String(), "\n\r\x1b") {
			t.Fatalf("%q prints as %q", s, c.String())
		}
	})
}

// A file that is read and written is the same file, whatever is in it.
func FuzzSheet(f *testing.F) {
	f.Add("reject m-1\r\n\n# x\nnonsense", "kind m-1 = call")
	f.Add("<<<<<<< HEAD\nreject m-1\n=======\nkeep m-1\n>>>>>>> theirs\n", "")
	f.Fuzz(func(t *testing.T, file, line string) {
		s := store.ParseSheet(file)
		if s.String() != file {
			t.Fatalf("%q prints as %q", file, s.String())
		}
		lines, problems := store.Corrections("f", &s)
		if len(lines)+len(problems) > s.Len() {
			t.Fatalf("%d lines give %d corrections and %d problems", s.Len(), len(lines), len(problems))
		}
		for _, p := range problems {
			if p.Line < 1 || p.Line > s.Len() {
				t.Fatalf("a problem in line %d of %d", p.Line, s.Len())
			}
		}
		if s.String() != file {
			t.Fatal("reading changes the file")
		}
		if strings.ContainsAny(line, "\n\r") {
			return
		}
		s.Append(line)
		n := s.Len()
		if s.Row(n) != line || !s.Remove(line) || strings.TrimSuffix(s.String(), "\n") != strings.TrimSuffix(file, "\n") {
			t.Fatalf("appending %q to %q and removing it gives %q", line, file, s.String())
		}
	})
}
