package extract

import "entente/model"

// oppositeParty is the party of whom the words of a trigger, or those right behind them, name as the other side of he or she at item i in front of it; empty
// for nobody. He stood beside the chancellor: no countryman of his.
func (d *document) oppositeParty(f *frame, i int) model.Party {
	if i >= f.at {
		return ""
	}
	for j := f.at; j < min(f.end+2, len(d.items)); j++ {
		if it := &d.items[j]; it.kind == itemPerson && !it.possessive && !it.quoted {
			return d.partyOfPerson(&d.people[it.ref])
		}
	}
	return ""
}

// eachOther tells that what they did, who stand in front of a trigger, they did with each other: they met for the first time.
func (d *document) eachOther(f *frame, s *sentence) bool {
	if !d.items[f.at].is(classMeet) {
		return false
	}
	for i := f.end; i < s.to && i < f.end+4 && !d.items[i].boundary() && !d.items[i].isPunct(','); i++ {
		if it := &d.items[i]; it.is(classPerson|classPronoun|classWith|classGroup) || it.kind == itemName {
			return false
		}
	}
	return true
}
