package extract

import (
	"slices"

	"entente/loader/gazetteer"
	"entente/model"
)

// known returns the index in people of a person of the gazetteer, adding it.
func (d *document) known(row int32, tok int) int32 {
	for k := range d.people {
		if d.people[k].row == row {
			d.people[k].mentions++
			return int32(k)
		}
	}
	d.people = append(d.people, person{row: row, name: d.g.People[row].Name, first: tok, mentions: 1})
	return int32(len(d.people) - 1) //nolint:gosec // as above.
}

// person is somebody whom the article names.
type person struct {
	row      int32 // in gazetteer.People; -1 for people whom no table knows
	name     string
	office   string
	party    model.Party // as the article tells it; empty when it does not
	first    int         // token of the first mention
	mentions int
	surname  string // folded, of people whom no table knows
	folded   string // their whole name, likewise
	former   bool
	guessed  bool              // the party is the one that the text names and nobody speaks for
	held     *gazetteer.Office // what roleOf found for a day
	askedFor model.Date
	asked    bool
	holds    bool
	ranked   bool // low was asked for
	low      bool // of the second rank: see lowRank
}

// noOffice is that of people whom no table knows.
var noOffice gazetteer.Office

// roleOf is the office as a person of the gazetteer holds it on the article's day.
func (d *document) roleOf(p *person) (*gazetteer.Office, bool) {
	if p.row < 0 {
		return &noOffice, false
	}
	if !p.asked || p.askedFor != d.today {
		p.held, p.holds = d.g.People[p.row].On(d.today)
		p.asked, p.askedFor = true, d.today
	}
	return p.held, p.holds
}

// toldAnother tells that the text names another country for whom the tables have with a body of states: an American general of NATO.
func (d *document) toldAnother(p *person, o *gazetteer.Office) bool {
	return p.party != "" && p.party != o.Party && d.isBody(o.Party) && !d.isBody(p.party) && (o.Role == gazetteer.RoleOther || p.office == "general")
}

// partyOfPerson is the party for which a person speaks on the article's day.
func (d *document) partyOfPerson(p *person) model.Party {
	if o, ok := d.roleOf(p); ok {
		if d.toldAnother(p, o) {
			return p.party // the top U.S. commander in Europe
		}
		return o.Party
	}
	if p.row >= 0 {
		offices := d.g.People[p.row].Offices
		best := offices[len(offices)-1].Party
		for k := range offices { // out of office: the last country, not a body yet to come
			o := &offices[k]
			if o.From.IsZero() || d.today.IsZero() || model.Compare(o.From, d.today) <= 0 {
				best = o.Party
			}
		}
		return best
	}
	return p.party
}

// surname resolves one or more capitalised words that are somebody's surname.
// It leaves a name when nobody fits; a second pass, behind titles, may still find somebody.
func (d *document) surname(it *item, m match, i int) {
	it.kind = itemName
	if given := i - 1; given >= 0 && !d.tokens[i].is(flagSentence) && d.givenName(given) && !d.spelledSo(m.entries, given) {
		return // a full name that no table knows: a relative or a namesake
	}
	if d.ancestor(i) {
		return
	}
	if d.otherGiven(m.entries, i+m.n) || m.n == 1 && d.givenOfOther(i) {
		return
	}
	found := int32(-1)
	for _, e := range m.entries { // somebody named before, or anywhere in the article
		if e.kind == entrySurname && slices.Contains(d.named, e.index) {
			if found >= 0 && found != e.index {
				found = d.nearest(found, e.index)
				continue
			}
			found = e.index
		}
	}
	if found < 0 {
		found = d.entitled(m.entries)
	}
	if found < 0 {
		found = d.eminent(m.entries, i)
	}
	if found >= 0 {
		it.kind, it.ref = itemPerson, d.known(found, i)
		it.cls |= classPerson
	}
}

// entitled is the one of a surname whom the text has named under a title; -1 for nobody.
func (d *document) entitled(entries []entry) int32 {
	if len(entries) < 2 {
		return -1
	}
	for k := range d.people {
		p := &d.people[k]
		if p.row < 0 || p.office == "" || p.mentions == 0 {
			continue
		}
		if slices.ContainsFunc(entries, func(e entry) bool { return e.kind == entrySurname && e.index == p.row }) {
			return p.row
		}
	}
	return -1
}

// spelledSo tells that the given name at token i is that of one of a surname, in another spelling: Aleksander Lukashenko.
func (d *document) spelledSo(entries []entry, i int) bool {
	for _, e := range entries {
		if e.kind == entrySurname && alikeGiven(d.g.People[e.index].Name, d.span(i, i+1)) && d.g.People[e.index].Offices[0].Role != gazetteer.RoleOther {
			return true
		}
	}
	return false
}

// ancestor tells that the name at token i is that of a forefather: Mohammed bin Salman bin Abdulaziz.
func (d *document) ancestor(i int) bool {
	if fatherWords.has(d.before(i)) {
		return true
	}
	k := len(d.items) - 1
	return fatherWords.has(d.low(i)) && k >= 0 && d.items[k].kind == itemPerson && d.items[k].last == i
}

// fatherWords stand between a name and the name of the father.
var fatherWords = setOf("bin", "ibn", "bint", "binti")

// namedSurname tells that somebody of a surname is named in full in the article.
func (d *document) namedSurname(entries []entry) bool {
	for _, e := range entries {
		if e.kind == entrySurname && slices.Contains(d.named, e.index) {
			return true
		}
	}
	return false
}

// nearest chooses between two people of one surname: who was named last.
func (d *document) nearest(a, b int32) int32 {
	for k := range slices.Backward(d.items) {
		if d.items[k].kind == itemPerson {
			if r := d.people[d.items[k].ref].row; r == a || r == b {
				return r
			}
		}
	}
	return a
}

// givenToo lists surnames that are given names too: alone they tell nobody.
var givenToo = setOf(
	"mohamed", "mohammed", "muhammad", "ali", "ahmed", "hassan", "hussein", "ibrahim", "martin", "thomas",
	"paul", "george", "david", "james", "john", "michael", "simon", "frank", "henry", "charles", "albert", "joseph",
	"philip", "peter", "anthony", "salem", "said", "abdullah", "khan", "king", "young", "day", "rose", "song",
)

// eminence ranks the roles by which a surname alone tells who is meant.
var eminence = map[gazetteer.Role]int{
	gazetteer.RoleHeadOfState: 1, gazetteer.RoleHeadOfGovernment: 1, gazetteer.RoleOrganisation: 2,
	gazetteer.RoleForeignMinister: 3, gazetteer.RoleDefenceMinister: 3,
}

// eminent returns the only person of a surname who leads a state, a government or a body on the day.
func (d *document) eminent(entries []entry, i int) int32 {
	found, rank := int32(-1), 9
	if givenToo.has(d.low(i)) {
		return -1
	}
	for _, e := range entries {
		if e.kind != entrySurname {
			continue
		}
		o, ok := d.g.People[e.index].On(d.today)
		if !ok {
			continue
		}
		r := eminence[o.Role]
		switch {
		case r == 0, d.today.IsZero() && !d.namesParty(o.Party): // in a text of no known day anybody may bear the name
		case r < rank:
			found, rank = e.index, r
		case r == rank:
			found = -1
		}
	}
	if found >= 0 && len(entries) > 1 {
		return d.atHome(found, entries)
	}
	return found
}

// atHome returns the person of a surname whose country the text names, where it does not name that of the one who is of higher rank: Harris, in a report
// about the White House, is no Irish prime minister.
func (d *document) atHome(found int32, entries []entry) int32 {
	if o, _ := d.g.People[found].On(d.today); d.today.IsZero() || d.namesParty(o.Party) {
		return found
	}
	other := int32(-1)
	for _, e := range entries {
		if e.kind != entrySurname || e.index == found {
			continue
		}
		o, ok := d.g.People[e.index].On(d.today)
		if !ok || o.Role == gazetteer.RoleOther && !sentFor(o.Title) || !d.namesParty(o.Party) {
			continue
		}
		if other >= 0 {
			return found
		}
		other = e.index
	}
	if other >= 0 {
		return other
	}
	return found
}

// namesParty tells that the article names a country or body, its people or its capital. It is asked again for every
// surname, and looked up once.
func (d *document) namesParty(p model.Party) bool {
	found, known := d.parties[p]
	if !known {
		found = d.findParty(p)
		if d.parties == nil {
			d.parties = map[model.Party]bool{}
		}
		d.parties[p] = found
	}
	return found
}

func (d *document) findParty(p model.Party) bool {
	for _, s := range d.sents {
		for i := s.first; i < s.last; i++ {
			t := d.tokens[i]
			if t.word == 0 || !t.capital() || t.is(flagPunct) {
				continue
			}
			m := d.longest(i, s.last)
			for _, e := range m.entries {
				switch e.kind { //nolint:exhaustive // only what names a party.
				case entryCountry:
					if partyOf(d.g, e.index) == p {
						return true
					}
				case entryDemonym, entryCapital:
					if d.g.Countries[e.index].Code == p {
						return true
					}
				}
			}
		}
	}
	return false
}

// givenName tells that token i is a capitalised word that may be a given name: no office, no country, no title.
func (d *document) givenName(i int) bool {
	t := d.tokens[i]
	if t.is(flagPunct) || t.is(flagNumber) || !t.capital() || t.is(flagPossessive) || t.is(flagAllCaps) {
		return false
	}
	if t.word == 0 {
		return true
	}
	if d.lex.rows[t.word].cls != 0 {
		return false
	}
	if n := d.lex.rows[t.word].root; n != 0 {
		for _, e := range d.lex.entries(n) {
			switch e.kind { //nolint:exhaustive // what else is entered may be a given name too.
			case entryOffice, entryCountry, entryDemonym, entryCapital, entryMonth, entryWeekday, entrySurname, entryVenue:
				return false
			}
		}
	}
	if k := len(d.items) - 1; k >= 0 && d.items[k].last == i+1 {
		switch d.items[k].kind { //nolint:exhaustive // nothing else takes a name in.
		case itemOffice, itemCountry, itemDemonym, itemPerson, itemCity:
			return false
		}
	}
	return true
}

// otherGiven tells that the word at token i is a given name behind a surname that
// comes first in its country: Kim Keon-hee, Kishida Yuko.
func (d *document) otherGiven(entries []entry, i int) bool {
	if i >= len(d.tokens) || d.tokens[i-1].is(flagPossessive) || d.tokens[i].is(flagSentence) || !d.givenName(i) {
		return false
	}
	for _, e := range entries {
		if e.kind != entrySurname {
			continue
		}
		for _, o := range d.g.People[e.index].Offices {
			if o.Party == "JP" || surnameFirst[o.Party] {
				return true
			}
		}
	}
	return false
}

// givenOfOther tells that the surname at token i is the given name of somebody whom no table knows: Michel Lefort, a builder, is no president.
func (d *document) givenOfOther(i int) bool {
	if d.tokens[i].marks&markGiven == 0 || i+2 >= len(d.tokens) || d.tokens[i].is(flagPossessive) || d.tokens[i+1].is(flagSentence) || !d.givenName(i+1) {
		return false
	}
	t := &d.tokens[i+2] // a headline has capitals throughout
	return t.is(flagPunct|flagSentence) || !t.capital()
}

// namesTeam tells that the name from token i to j only says whose a government is: the Ishiba cabinet, a Biden administration.
func (d *document) namesTeam(i, j int) bool {
	if j >= len(d.tokens) || d.tokens[j].is(flagPunct) || !teams.has(d.low(j)) {
		return false
	}
	switch d.before(i) {
	case "the", "a", "new", "first", "second", "third", "old", "whole", "entire", "present", "current":
		return true
	}
	return false
}

// teams are those whom somebody leads, who is not there for that.
var teams = setOf("cabinet", "government", "administration", "coalition", "presidency", "era", "years", "camp", "team",
	"ministry", "doctrine", "plan", "family", "faction")
