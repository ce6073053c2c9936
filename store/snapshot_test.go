package store_test

import (
	"reflect"
	"testing"

	"entente/model"
	"entente/store"
)

func bodies(articles []*model.Article) func(*model.Article) (string, bool) {
	text := map[string]string{}
	for _, a := range articles {
		text[a.ID] = a.Text
	}
	return func(a *model.Article) (string, bool) { s, ok := text[a.ID]; return s, ok }
}

func TestSnapshot_GivesTheCollectionBack(t *testing.T) {
	res := collection()
	data := string(store.EncodeSnapshot("mark", res.Articles, res.Meetings))
	s, ok := store.DecodeSnapshot(data, "mark", bodies(res.Articles))
	if !ok {
		t.Fatal("it cannot be read")
	}
	if _, ok := store.DecodeSnapshot(data, "another mark", nil); ok {
		t.Error("another mark passes")
	}
	if len(s.Meetings) != len(res.Meetings) || len(s.Articles) != len(res.Articles) {
		t.Fatalf("%d meetings of %d articles; want %d of %d", len(s.Meetings), len(s.Articles), len(res.Meetings), len(res.Articles))
	}
	for i, a := range s.Articles {
		want := res.Articles[i]
		whole := a.Whole()
		if !reflect.DeepEqual(whole, want) {
			t.Errorf("%s, fetched, is not what was read", want.ID)
		}
		if a.Text != "" || len(a.Zones) > 0 {
			t.Errorf("%s is held whole", a.ID)
		}
		for n, r := range a.Reports {
			if len(r.Evidence) > 0 || len(r.Trace) > 0 || r.Article != a {
				t.Errorf("report %d of %s is held whole", n, a.ID)
			}
			if r.Whole() != whole.Reports[n] {
				t.Errorf("report %d of %s, fetched, is another", n, a.ID)
			}
		}
	}
	for i, m := range s.Meetings {
		got, want := *m, *res.Meetings[i]
		for n, r := range got.Reports {
			if !reflect.DeepEqual(r.Whole(), want.Reports[n]) {
				t.Errorf("report %d of meeting %s is another", n, want.ID)
			}
		}
		got.Reports, want.Reports, want.Ballot = nil, nil, 0 // nobody merges a snapshot again
		if !reflect.DeepEqual(got, want) {
			t.Errorf("meeting %d is\n%+v, want\n%+v", i, got, want)
		}
	}
}

// A text that is gone leaves the article as it stands in the lists.
func TestSnapshot_WithoutTexts(t *testing.T) {
	res := collection()
	data := string(store.EncodeSnapshot("mark", res.Articles, res.Meetings))
	s, ok := store.DecodeSnapshot(data, "mark", func(*model.Article) (string, bool) { return "", false })
	if !ok {
		t.Fatal("it cannot be read")
	}
	if a := s.Articles[0]; a.Whole() != a || a.Title == "" || a.Reports[0].Whole() != a.Reports[0] {
		t.Errorf("%+v", a)
	}
}

// Whatever bytes there are, reading them ends without a fault, and damage is found.
func FuzzSnapshot(f *testing.F) {
	a := told("a", "2024-05-14 meeting Kyiv UA | Kaja Kallas EE; Mark Rutte NL", "2024-05-15 call - - | Xi Jinping CN")
	m := &model.Meeting{
		ID: "m-1", Date: a.Reports[0].Date, People: a.Reports[0].People, Reports: a.Reports[:1], Sources: 1,
		Conflicts: []model.Conflict{{Field: "date", Values: []model.ConflictValue{{Value: "2024-05-14", Reports: 1}}}},
	}
	good := store.EncodeSnapshot("mark", []*model.Article{a}, []*model.Meeting{m})
	f.Add(good)
	f.Add(good[:len(good)/2])
	f.Fuzz(func(t *testing.T, b []byte) {
		s, ok := store.DecodeSnapshot(string(b), "mark", bodies([]*model.Article{a}))
		if ok != reflect.DeepEqual(b, good) && len(b) == len(good) {
			t.Fatalf("read: %v", ok)
		}
		if !ok {
			return
		}
		for _, a := range s.Articles {
			a.Whole()
		}
	})
}
