package store

import (
	"reflect"
	"testing"

	"entente/model"
)

// Whatever stands in an index, reading it ends, takes no more memory than there is
// reason to, and what is read can be written again.
func FuzzDecode(f *testing.F) {
	a := &model.Article{Title: "T", Published: model.NewDate(2024, 5, 14), Zones: []model.Zone{{Span: model.Span{Start: 0, End: 3}}}}
	a.Reports = []*model.Report{{
		Article: a, Confidence: 0.5, Kind: model.KindCall, People: []model.Participant{{Name: "N", Office: "O", Party: "EE"}}, Parties: []model.Party{"EE"},
		Evidence: []model.Evidence{{Field: "kind", Span: model.Span{Start: 1, End: 2}}},
	}}
	good := encode(nil, func(c *coder) { c.article(a) })
	f.Add(good)
	f.Add(good[:len(good)/2])
	f.Add([]byte{0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f})
	f.Fuzz(func(t *testing.T, b []byte) {
		for _, s := range []string{string(b), string(b[:max(0, len(b)-4)])} { // with its checksum, and past it
			var back model.Article
			if !decodeBody(s, func(c *coder) { c.article(&back) }) {
				continue
			}
			again := encode(nil, func(c *coder) { c.article(&back) })
			var third model.Article
			if !decode(string(again), func(c *coder) { c.article(&third) }) {
				t.Fatalf("%+v cannot be read again", back)
			}
			x, y := encode(nil, func(c *coder) { c.article(&third) }), again
			if !reflect.DeepEqual(x, y) {
				t.Fatalf("%x and, written again, %x", y, x)
			}
			inside(&back)
		}
	})
}

// One changed bit is found.
func TestDecode_FindsDamage(t *testing.T) {
	a := &model.Article{Title: "A title", Source: "An outlet", Lang: "en"}
	good := encode(nil, func(c *coder) { c.article(a) })
	for i := range good {
		for bit := range 8 {
			bad := append([]byte(nil), good...)
			bad[i] ^= 1 << bit
			var back model.Article
			if decode(string(bad), func(c *coder) { c.article(&back) }) {
				t.Fatalf("bit %d of byte %d changed and was not found", bit, i)
			}
		}
	}
}

// Past its checksum, too, no damage ends in a fault.
func FuzzSnapshotBody(f *testing.F) {
	a := &model.Article{Path: "a.txt", Title: "T", Source: "S", Content: 7}
	a.Reports = []*model.Report{{Article: a, People: []model.Participant{{Name: "N", Party: "EE"}}, Parties: []model.Party{"EE"}}}
	m := &model.Meeting{ID: "m-1", People: a.Reports[0].People, Reports: a.Reports}
	f.Add(EncodeSnapshot("", []*model.Article{a}, []*model.Meeting{m})[1:])
	f.Fuzz(func(_ *testing.T, b []byte) {
		s := &Snapshot{}
		decodeBody(string(b[:max(0, len(b)-4)]), s.code)
		for _, m := range s.Meetings {
			_ = m.Reported()
		}
	})
}
