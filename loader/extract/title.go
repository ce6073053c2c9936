package extract

import (
	"entente/model"
)

// titleAt reads modifiers and an office from item i on.
func (d *document) titleAt(in []item, i int) (t title) {
	j := i
	for j < len(in) && j-i < 6 {
		it := &in[j]
		switch {
		case it.kind == itemDemonym, it.kind == itemCountry && (it.possessive || j+1 < len(in) && mayFollowCountry(in[j+1].kind)):
			if t.party == "" || d.isBody(it.party) {
				t.party = it.party
			}
		case it.is(classFormer) && it.kind == itemWord:
			t.former = true
		case it.kind == itemWord && it.marks&markTitle != 0 && titleWords.has(d.lower(it)):
			t.minor = t.minor || d.lower(it) == "deputy" || d.lower(it) == "vice"
		case it.kind == itemOffice:
			t.office, t.plural = it.office, it.plural
			if p := d.lex.offices[it.office-1].party; p != "" {
				t.party = p
			}
			j++
			j += d.titleOf(in, j, &t)
			if t.party == "" {
				j += d.titleOf(in, j, &t) // Secretary of State for Defence, of the United Kingdom
			}
			if j < len(in) && in[j].kind == itemOffice && in[j].office != 0 && t.n == 0 && d.officeWeight(in[j].office) <= d.officeWeight(t.office) {
				j++ // ‘Prime Minister leader’, ‘President Pope’: one title
			}
			t.n = j - i
			return t
		default:
			if t.party != "" && j > i && (it.kind == itemPerson || it.kind == itemName) {
				t.n = j - i
			}
			return t
		}
		j++
	}
	return t
}

// mayFollowCountry tells that an item of a kind goes on with a title that begins with a country.
func mayFollowCountry(k itemKind) bool {
	return k == itemOffice || k == itemDemonym || k == itemName
}

func (d *document) officeWeight(o int32) int {
	if o == 0 {
		return 9
	}
	return int(d.lex.offices[o-1].role)
}

// titleWords may stand between a country and an office.
var titleWords = setOf(
	"new", "visiting", "outgoing", "acting", "deputy", "vice", "incoming", "then", "current",
	"federal", "national", "caretaker", "interim", "first", "newly", "elected", "long", "serving", "top",
)

// titleOf reads ‘of Ukraine’, ‘for Foreign Trade’ behind an office.
func (d *document) titleOf(in []item, j int, t *title) int {
	if j >= len(in) || !in[j].is(classOf|classFor) || in[j].kind != itemWord {
		return 0
	}
	if n := d.councilOf(in, j, t); n > 0 {
		return n
	}
	k := j + 1
	for k < len(in) && k-j < 7 {
		it := &in[k]
		office := "" // of whoever heads the body that follows a country
		if (it.kind == itemCountry || it.kind == itemDemonym) && k+1 < len(in) {
			office = bodiesOfState[d.lower(&in[k+1])]
		}
		switch {
		case it.kind == itemCountry && (!it.possessive || office == ""):
			t.party = it.party
			return k + 1 - j
		case office != "":
			t.party = it.party
			if o := d.lex.officeNamed(office); o != 0 && d.lex.offices[t.office-1].name == "leader" {
				t.office = o
			}
			return k + 2 - j
		case it.kind == itemWord && it.is(classThe|classOf|classAnd):
		case it.kind == itemName && k-j < 5 && !it.is(classPerson), it.kind == itemWord:
			part, last := d.matterAt(in, k)
			if !part {
				return 0
			}
			if last {
				return k + 1 - j
			}
		default:
			return 0
		}
		k++
	}
	return 0
}

// matterAt tells that the word at item k is part of what stands behind ‘minister of’ or ‘president of
// the’, and whether it is the last of it.
func (d *document) matterAt(in []item, k int) (part, last bool) {
	low, name, end := d.lower(&in[k]), in[k].kind == itemName, k+1 >= len(in)
	switch {
	case name && formsOfState.has(low):
		return true, end || !in[k+1].is(classOf)
	case !ministries.has(low):
		return false, false
	case end:
		return true, true
	}
	next := &in[k+1]
	if name {
		return true, !next.is(classAnd) && (next.kind != itemName || !ministries.has(d.lower(next)))
	}
	return true, !next.is(classAnd|classOf) && (next.kind == itemPunct || !ministries.has(d.lower(next)))
}

// formsOfState begin or end the long name of a state.
var formsOfState = setOf("republic", "state", "kingdom", "confederation", "swiss", "federation")

// councilOf reads ‘of Bosnia's Council of Ministers’: whoever chairs it heads the government.
func (d *document) councilOf(in []item, j int, t *title) int {
	k, party := j+1, t.party
	for k < len(in) && k-j < 4 && (in[k].kind == itemDemonym || in[k].kind == itemCountry && in[k].possessive || in[k].kind == itemWord && in[k].is(classThe|classHis)) {
		if in[k].party != "" {
			party = in[k].party
		}
		k++
	}
	if k+2 >= len(in) || d.lower(&in[k]) != "council" || !in[k+1].is(classOf) || d.lower(&in[k+2]) != "ministers" {
		return 0
	}
	t.office, t.party = d.lex.officeNamed("prime minister"), party
	return k + 3 - j
}

// bodiesOfState are what somebody may be the head of, with the office that this is.
var bodiesOfState = map[string]string{
	"state": "president", "government": "prime minister", "cabinet": "prime minister", "diplomacy": "foreign minister", "executive": "prime minister",
}

// officeNamed returns the row of an office plus one, 0 when there is none of the name.
func (l *lexicon) officeNamed(name string) int32 {
	for i := range l.offices {
		if l.offices[i].name == name {
			return int32(i + 1)
		}
	}
	return 0
}

// ministries are the matters that a minister may be named after.
var ministries = setOf(
	"foreign", "trade", "affairs", "defence", "defense", "development", "cooperation", "climate", "action",
	"energy", "economy", "economic", "labour", "labor", "finance", "national", "international", "interior", "justice",
	"european", "integration", "agriculture", "infrastructure", "transport", "industry", "industries", "strategic", "health", "education",
	"culture", "digital", "transformation", "environment", "security", "external", "relations", "armed", "forces", "refugees", "parliament",
	"enlargement", "reconstruction", "rebuilding", "restoration", "reintegration", "investment", "migration", "budget", "crisis", "management",
	"neighbourhood", "general", "assembly",
)

// title is what stands in front of a name.
type title struct {
	n         int // items
	office    int32
	party     model.Party
	former    bool
	honorific bool // Mr, Ms, Prince
	minor     bool // deputy, vice: not the office itself
	plural    bool
	comma     bool
}

// ofSeveral tells that the office of tokens i to j is in the plural: prime ministers, ministers of foreign affairs; not: the minister of foreign affairs.
func (d *document) ofSeveral(i, j int) bool {
	for k := i + 1; k < j; k++ {
		if w := d.low(k); w == "of" || w == "for" {
			j = k
		}
	}
	w := d.low(j - 1)
	return len(w) > 1 && w[len(w)-1] == 's'
}
