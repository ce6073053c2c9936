package model

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
)

// seen makes a sight: ID, day, people separated by commas, and where it is told as content@byte/file.
func seen(id, day, people string, told ...Told) Sight {
	d, err := ParseDate(day)
	if err != nil {
		panic(err)
	}
	m := &Meeting{ID: id, Date: d, Sources: 1}
	for n := range strings.SplitSeq(people, ",") {
		m.People = append(m.People, Participant{Name: n})
	}
	return Sight{m, told}
}

func tell(changes []Change) string {
	var b strings.Builder
	for _, c := range changes {
		b.WriteString(c.News.Sign() + c.Meeting().ID)
		for _, f := range c.Fields {
			fmt.Fprintf(&b, " %s:%s>%s", f.Field, f.Was, f.Now)
		}
		b.WriteString("; ")
	}
	return b.String()
}

func TestDiff(t *testing.T) {
	for _, c := range []struct {
		name     string
		was, now []Sight
		want     string
	}{
		{"nothing", nil, nil, ""},
		{"the same", []Sight{seen("a", "2024-05-14", "A,B")}, []Sight{seen("a", "2024-05-14", "B,A")}, ""},
		{"new and withdrawn", []Sight{seen("a", "2024-05-14", "A,B")}, []Sight{seen("b", "2024-05-13", "A,C")}, "+b; -a; "},
		{
			"another day gives another ID; the words are the same",
			[]Sight{seen("a", "2024-05-14", "A,B", Told{7, 30, "x"})},
			[]Sight{seen("b", "2024-05-15", "A,B", Told{7, 30, "y"})},
			"~b date:2024-05-14>2024-05-15; ",
		},
		{
			"the article was mended",
			[]Sight{seen("a", "2024-05-14", "A,B", Told{7, 30, "x"})},
			[]Sight{seen("b", "2024-05-14", "A,C", Told{8, 32, "x"})},
			"~b people:A, B>A, C; ",
		},
		{
			"the same file tells of quite others",
			[]Sight{seen("a", "2024-05-14", "A,B", Told{7, 30, "x"})},
			[]Sight{seen("b", "2024-05-14", "C,D", Told{8, 32, "x"})},
			"-a; +b; ",
		},
		{
			"two encounters of one article find their own",
			[]Sight{seen("a", "2024-05-14", "A,B", Told{7, 30, "x"}), seen("b", "2024-05-14", "A,C", Told{7, 90, "x"})},
			[]Sight{seen("c", "2024-05-16", "A,C", Told{8, 95, "x"}), seen("d", "2024-05-16", "A,B", Told{8, 35, "x"})},
			"~c date:2024-05-14>2024-05-16; ~d date:2024-05-14>2024-05-16; ",
		},
		{
			"what nobody placed is no match",
			[]Sight{seen("a", "2024-05-14", "A,B", Told{At: -1})},
			[]Sight{seen("b", "2024-05-14", "A,B", Told{At: -1})},
			"-a; +b; ",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := tell(Diff(c.was, c.now)); got != c.want {
				t.Errorf("got %s\nwant %s", got, c.want)
			}
		})
	}
}

func TestDiff_Fields(t *testing.T) {
	a, b := seen("a", "2024-05-14", "A"), seen("a", "2024-05-14", "A")
	b.End, b.Status, b.Kind, b.Place, b.Sources, b.Parties = NewDate(2024, 5, 15), StatusOff, KindCall, Place{"Kyiv", "UA"}, 2, []Party{"UA", "EE"}
	want := "~a date:2024-05-14>2024-05-14..2024-05-15 status:held>off kind:meeting>call place:>Kyiv, UA parties:>EE, UA sources:1>2; "
	if got := tell(Diff([]Sight{a}, []Sight{b})); got != want {
		t.Errorf("got %s\nwant %s", got, want)
	}
}

// Whatever the order of the two readings, each meeting is told of once, and
// what is told applied to the one gives the other.
func TestDiff_AddsUp(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for range 200 {
		side := func(n string) []Sight {
			var out []Sight
			for i := range rng.IntN(12) {
				id := fmt.Sprintf("%s%d", n, i)
				if rng.IntN(2) == 0 {
					id = fmt.Sprint(i)
				}
				out = append(out, seen(id, fmt.Sprintf("2024-05-%02d", 1+rng.IntN(3)), string(rune('A'+rng.IntN(3))),
					Told{Content(rng.IntN(4)), int32(rng.IntN(2)), fmt.Sprint("f", rng.IntN(3))}))
			}
			return out
		}
		was, now := side("w"), side("n")
		left := map[string]bool{}
		for _, s := range was {
			left[s.ID] = true
		}
		n := len(was)
		for _, c := range Diff(was, now) {
			if c.News != NewsNew {
				if !left[c.Was.ID] {
					t.Fatalf("%s is told of twice, or was not there", c.Was.ID)
				}
				delete(left, c.Was.ID)
			}
			n += map[News]int{NewsNew: 1, NewsWithdrawn: -1}[c.News]
		}
		if n != len(now) {
			t.Fatalf("%d meetings, the changes lead to %d", len(now), n)
		}
	}
}
