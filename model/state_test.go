package model

import "testing"

func TestState_ReadsWhatItWrites(t *testing.T) {
	f, err := ParseFilter(`who:"Kaja Kallas","sort=date" "at  sea" -with:us src>=2`)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range []State{
		{At: "m-1"},
		{Filter: f},
		{Filter: f, Order: BySources, Reverse: true, At: "m-2", Zoom: "week"},
		{Reverse: true},
		{Order: ByName},
	} {
		got, ok := ParseState(s.String())
		if !ok || got.String() != s.String() || got.Order != s.Order || got.Reverse != s.Reverse || got.At != s.At || got.Zoom != s.Zoom || got.Filter.String() != s.Filter.String() {
			t.Errorf("%q: %+v, %v", s, got, ok)
		}
	}
}

// What may be a path, a command or a date is no state.
func TestParseState_WhatIsNone(t *testing.T) {
	for _, s := range []string{"", "articles", "two words", "2024-05", `C:\articles`, "https://example.org", "sort=speed", "kind:dance", "-planned"} {
		if got, ok := ParseState(s); ok {
			t.Errorf("%q is read as %+v", s, got)
		}
	}
}

// What a state line says is what it says when it is written and read again.
func FuzzState(f *testing.F) {
	for _, s := range []string{"in:kyiv sort=-sources at=m-1 zoom=week", "sort=date", `who:"a b" at=x`, "date:2023..2024-05 is:unread", "at= zoom=", "sort=name sort=date"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, line string) {
		s, ok := ParseState(line)
		if !ok {
			return
		}
		printed := s.String()
		back, ok := ParseState(printed)
		if !ok { // what is left may be bare words, which are a filter
			f, err := ParseFilter(printed)
			if err != nil {
				t.Fatalf("%q prints as %q, which is no filter: %v", line, printed, err)
			}
			back = State{Filter: f}
		}
		if back.String() != printed {
			t.Errorf("%q prints as %q and is read as %q", line, printed, back.String())
		}
	})
}
