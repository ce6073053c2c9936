package extract

// kindSet is a set of item kinds.
type kindSet uint16

func setOfKinds(kinds ...itemKind) (s kindSet) {
	for _, k := range kinds {
		s |= 1 << k
	}
	return s
}

// has tells that one of the kinds of another set is in a set.
func (s kindSet) has(other kindSet) bool { return s&other != 0 }

// The kinds for which many stages look, each in sentences that have some alone.
var (
	kindPerson  = setOfKinds(itemPerson)
	kindRole    = setOfKinds(itemRole)
	kindName    = setOfKinds(itemName)
	kindWeekday = setOfKinds(itemWeekday)
	kindSummit  = setOfKinds(itemSummit)
	kindCity    = setOfKinds(itemCity)
	kindCountry = setOfKinds(itemCountry)
	kindSpot    = setOfKinds(itemCountry, itemCity, itemVenue, itemSummit, itemName)
	kindWhen    = setOfKinds(itemMonth, itemWeekday)
	kindTelling = setOfKinds(itemPerson, itemMonth, itemWeekday, itemNumber)
)

// survey notes what stands in a sentence, so that whoever looks for something need not walk the sentences that have nothing of it.
// Whoever changes an item behind it surveys the sentence anew.
func (d *document) survey(s *sentence) {
	kinds, cls, named := kindSet(0), class(0), 0
	for i := s.from; i < s.to; i++ {
		it := &d.items[i]
		kinds |= 1 << it.kind
		cls |= it.cls
		if it.kind == itemPerson || it.kind == itemRole {
			named++
		}
	}
	s.kinds, s.cls, s.named = kinds, cls, named
}
