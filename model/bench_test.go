package model

import (
	"fmt"
	"runtime"
	"testing"
)

// big builds a timeline of n meetings as a collection of that size would have: some thousand people, all
// parties, ten years, a title of its own for every article.
func big(n int) *Timeline {
	ms := make([]*Meeting, n)
	as := make([]*Article, n)
	parties := []Party{"EE", "LV", "LT", "PL", "DE", "FR", "GB", "US", "NL", "NO", "SE", "FI", "DK", "IT", "ES", "PT", "RO", "BG", "GR", "TR"}
	cities := []string{"Kyiv", "Tallinn", "Riga", "Vilnius", "Warsaw", "Berlin", "Paris", "London", "Washington", "The Hague"}
	for i := range n {
		d := NewDate(2014, 1, 1).AddDays(i % 3650)
		p := parties[(i*7)%len(parties)]
		name := fmt.Sprintf("Person%d Surname%d", i%3001, i%3001)
		as[i] = &Article{ID: fmt.Sprintf("%07d.txt", i), Title: fmt.Sprintf("Headline number %d about %s and energy", i, name), Published: d}
		ms[i] = &Meeting{
			ID: fmt.Sprintf("m-%010x", i), Date: d, Kind: Kind(i % 3), Place: Place{cities[i%len(cities)], "UA"}, Sources: 1 + i%3,
			People:  []Participant{{Name: "Volodymyr Zelenskyy", Party: "UA"}, {Name: name, Party: p}},
			Parties: []Party{p, "UA"}, Topics: []string{"energy"}, Reports: []*Report{{Article: as[i]}},
		}
	}
	return NewTimeline(ms, as, someParties)
}

const many = 1_000_000

// Budget: 16 ms at p99 for a keystroke of filtering over a million meetings.
func BenchmarkView_Keystroke(b *testing.B) {
	tl := big(many)
	for _, q := range []string{"k", "person12", "person12 with:EE", "date:2020..2021 kind:call", "number 99", "with:estonia", "zzz"} {
		f, err := ParseFilter(q)
		if err != nil {
			b.Fatal(err)
		}
		b.Run(q, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				tl.View(f, ByDate, false)
			}
		})
	}
}

// Budget: as above; typing on looks only at what is left.
func BenchmarkView_TypingOn(b *testing.B) {
	tl := big(many)
	b.ReportAllocs()
	for b.Loop() {
		v := tl.View(Filter{}, ByDate, false)
		for _, q := range []string{"n", "nu", "num", "number", "number 9", "number 99", "number 99 with:EE"} {
			f, err := ParseFilter(q)
			if err != nil {
				b.Fatal(err)
			}
			v = v.Refine(f)
		}
	}
}

// elsewhere is an archive of meetings that are made anew each time.
type elsewhere struct {
	n        int
	meetings func(n int) []*Meeting
}

func (e elsewhere) Len() int                      { return e.n }
func (elsewhere) Published() []Date               { return nil }
func (elsewhere) Outline(int32) *Meeting          { return nil }
func (e elsewhere) Meeting(row int32) *Meeting    { return e.meetings(e.n)[row] }
func (e elsewhere) All() ([]*Meeting, []*Article) { return e.meetings(e.n), nil }
func (e elsewhere) Scan(tell func(*Meeting, []int32)) bool {
	for i, m := range e.meetings(e.n) {
		tell(m, []int32{int32(i)})
	}
	return true
}

// held is how many bytes what build returns holds.
func held(build func() any) uint64 {
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	x := build()
	runtime.GC()
	runtime.ReadMemStats(&after)
	runtime.KeepAlive(x)
	return after.HeapAlloc - before.HeapAlloc
}

// A timeline of an archive holds little of each meeting: 154 bytes where every title has eight words, one
// of them in no other title.
func TestAllocations_Timeline(t *testing.T) {
	if testing.Short() {
		t.Skip("the race detector allocates too")
	}
	const n, budget = 50_000, 200
	e := elsewhere{n, func(n int) []*Meeting { return big(n).meetings }}
	got := held(func() any {
		tl, ok := OpenTimeline(e, someParties)
		if !ok {
			t.Fatal("it cannot be opened")
		}
		return tl
	})
	if t.Logf("%d bytes a meeting", got/n); got/n > budget {
		t.Errorf("%d bytes a meeting, want at most %d", got/n, budget)
	}
}

// Meetings in memory, with an article each.
func BenchmarkTimeline_Memory(b *testing.B) {
	for b.Loop() {
		n := many / 10
		b.ReportMetric(float64(held(func() any { return big(n) }))/float64(n), "bytes/meeting")
	}
}
