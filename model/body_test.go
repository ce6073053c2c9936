package model

import (
	"strings"
	"testing"
)

func TestPhrase(t *testing.T) {
	const s = "Łódź, 3 May. Kaja Kallas’s air-defence talks; Čaputová came. Air\nraids went on. AI helps, airlines too."
	for phrase, want := range map[string]bool{
		"kallas": true, "KALL": true, "allas": false, "air defence": true, "air-def": true, "defence air": false, "air raids": true,
		"caputova": true, "Čaputová": true, "lodz": true, "łódź": true, "ai": true, "hel": true, "he": false, "went o": false, "went on": true,
		"airl": true, "3 may": true, "": false, "—": false, "kallas s air": true, "too": true, "too far": false,
	} {
		if got := ParsePhrase(phrase).In(s); got != want {
			t.Errorf("%q: %t", phrase, got)
		}
	}
}

// TestPhrase_Find: places are of the text as it stands, not as it is folded, and the last word goes to its end.
func TestPhrase_Find(t *testing.T) {
	const s = "From Łódź: the Straße of air\ndefences, by ﬁne Ærø. Air-Defence! Lodzer."
	for phrase, want := range map[string]string{
		"lodz": "Łódź|Lodzer", "strasse of": "Straße of", "air def": "air\ndefences|Air-Defence", "fine aero": "ﬁne Ærø", "fi": "", "nowhere": "", "": "",
	} {
		var got []string
		for _, at := range ParsePhrase(phrase).Find(s, 9) {
			got = append(got, at.In(s))
		}
		if strings.Join(got, "|") != want {
			t.Errorf("%q: %q, want %q", phrase, got, want)
		}
		if one := ParsePhrase(phrase).Find(s, 1); want != "" && len(one) != 1 {
			t.Errorf("%q: %d places, want one", phrase, len(one))
		}
	}
}

// shelved is a shelf with an index.
type shelved struct {
	has   string
	asked *int
}

func (shelved) Fetch(*Article) *Article { return nil }

func (s shelved) Having(p Phrase) (map[Content]struct{}, bool) {
	*s.asked++
	found := map[Content]struct{}{}
	if strings.Join(p.Words, " ") == s.has {
		found[7] = struct{}{}
	}
	return found, true
}

// TestFilter_Text: texts in memory are looked through, and an index is asked for those that are not.
func TestFilter_Text(t *testing.T) {
	asked := 0
	meeting := func(id string, a *Article) *Meeting {
		return &Meeting{ID: id, Date: NewDate(2024, 1, 1), Reports: []*Report{{Article: a}}}
	}
	tl := NewTimeline([]*Meeting{
		meeting("a", &Article{ID: "a", Title: "On grain", Text: "They spoke of the sea.", Content: 5}),
		meeting("b", &Article{ID: "b", Content: 7, Shelf: shelved{"grain", &asked}}),
		meeting("c", &Article{ID: "c", Text: "Nothing.", Content: 9}),
		meeting("d", &Article{ID: "d", Content: 11, Shelf: shelved{"grain", &asked}}),
	}, nil, nil)
	for filter, want := range map[string]string{
		"text:grain": "ab", "text:GRAI": "a", "-text:grain": "cd", "text:sea,nothing": "ac", `text:"the sea"`: "a", "text:grain text:sea": "a", "text:": "abcd", "text:—": "",
	} {
		f, err := ParseFilter(filter)
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		for _, m := range tl.View(f, ByDate, false).Meetings() {
			got += m.ID
		}
		if got != want {
			t.Errorf("%s: %s, want %s", filter, got, want)
		}
		if back, err := ParseFilter(f.String()); err != nil || back.String() != f.String() {
			t.Errorf("%s is printed as %s", filter, f)
		}
	}
	asked = 0
	f, _ := ParseFilter("text:grain")
	tl.View(f, ByDate, false)
	if asked > 0 {
		t.Error("asked again for what was just found")
	}
}
