package loader

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strconv"
	"strings"

	"entente/model"
	"entente/text"
)

// idDigits is how many hexadecimal digits of the hash an ID has: with a
// million meetings two share them once in two.
const (
	idPrefix = "m-"
	idDigits = 10
	idLength = len(idPrefix) + idDigits
)

// nameMeetings gives every meeting its ID, a hash of day and people, so that
// it stays the same from one reading to the next. Meetings that share it (a
// call and a visit of one day) are told apart by a number, in the order of
// kind, place and first article. What has an ID has it from a merging before: only its number may be another.
func nameMeetings(all []*model.Meeting) {
	byID := make(map[string]*model.Meeting, len(all))
	shared := map[string][]*model.Meeting{}
	var hash hasher
	for _, m := range all {
		if m.ID == "" {
			m.ID = hash.id(m)
		} else {
			m.ID = m.ID[:min(len(m.ID), idLength)]
		}
		switch first, ok := byID[m.ID]; {
		case !ok:
			byID[m.ID] = m
		case shared[m.ID] == nil:
			shared[m.ID] = []*model.Meeting{first, m}
		default:
			shared[m.ID] = append(shared[m.ID], m)
		}
	}
	for _, same := range shared { // each list is treated by itself.
		slices.SortStableFunc(same, func(a, b *model.Meeting) int {
			return cmp.Or(cmp.Compare(a.Kind, b.Kind), strings.Compare(a.Place.City, b.Place.City))
		})
		for i, m := range same[1:] {
			m.ID += "-" + strconv.Itoa(i+2) //nolint:mnd // the first has no number, the second is 2.
		}
	}
}

// hasher makes IDs.
type hasher struct {
	people []string
	said   []byte
}

func (h *hasher) id(m *model.Meeting) string {
	h.people = h.people[:0]
	for _, p := range m.People {
		h.people = append(h.people, text.Fold(p.Name))
	}
	if slices.Sort(h.people); len(h.people) == 0 {
		h.people = append(h.people, partyNames(m.Parties)...)
	}
	h.said = append(append(h.said[:0], m.Date.String()...), '\n')
	for i, p := range h.people {
		if i > 0 {
			h.said = append(h.said, '\n')
		}
		h.said = append(h.said, p...)
	}
	sum := sha256.Sum256(h.said)
	out := append(make([]byte, 0, idLength), idPrefix...)
	return string(hex.AppendEncode(out, sum[:idDigits/2]))
}
