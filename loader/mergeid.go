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
const idDigits = 10

// nameMeetings gives every meeting its ID, a hash of day and people, so that
// it stays the same from one reading to the next. Meetings that share it (a
// call and a visit of one day) are told apart by a number, in the order of
// kind, place and first article.
func nameMeetings(all []*model.Meeting) {
	byID := map[string][]*model.Meeting{}
	for _, m := range all {
		people := make([]string, 0, len(m.People))
		for _, p := range m.People {
			people = append(people, text.Fold(p.Name))
		}
		slices.Sort(people)
		if len(people) == 0 {
			people = partyNames(m.Parties)
		}
		sum := sha256.Sum256([]byte(m.Date.String() + "\n" + strings.Join(people, "\n")))
		m.ID = "m-" + hex.EncodeToString(sum[:])[:idDigits]
		byID[m.ID] = append(byID[m.ID], m)
	}
	for _, same := range byID { // each list is treated by itself.
		slices.SortStableFunc(same, func(a, b *model.Meeting) int {
			return cmp.Or(cmp.Compare(a.Kind, b.Kind), strings.Compare(a.Place.City, b.Place.City))
		})
		for i, m := range same[1:] {
			m.ID += "-" + strconv.Itoa(i+2) //nolint:mnd // the first has no number, the second is 2.
		}
	}
}
