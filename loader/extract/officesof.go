package extract

import (
	"slices"
	"strings"

	"entente/model"
)

// officesOf adds those whom an office in the plural with its countries means: the presidents of Poland and Lithuania; the Finnish and Estonian
// foreign ministers. Who has no name in the text is told by the party. It tells whether there were two at least.
func (d *document) officesOf(f *frame, s *sentence, i int) bool {
	office := d.officeInPlural(i)
	if office == 0 {
		return false
	}
	parties := d.partiesBeside(s, i)
	if len(parties) < 2 || slices.ContainsFunc(parties, d.isBody) {
		return false
	}
	n := 0
	for _, p := range parties {
		one := item{kind: itemRole, first: d.items[i].first, last: d.items[i].last, office: office, party: p, ref: -1}
		if who := d.whoIs(&one); who >= 0 {
			f.add(who)
			n++
		}
	}
	if n == 0 || n < len(parties) && !d.leads(&item{office: office}) {
		return false // who are nowhere named, or ministers of anything
	}
	for _, p := range parties {
		if !slices.Contains(f.parties, p) && !slices.ContainsFunc(f.people, func(q int32) bool { return d.partyOfPerson(&d.people[q]) == p }) {
			f.parties = append(f.parties, p)
		}
	}
	return true
}

// officeInPlural is the office that item i names for several, by its number plus one; 0 where it names none.
func (d *document) officeInPlural(i int) int32 {
	it := &d.items[i]
	if it.kind == itemRole && it.plural && !it.former {
		return it.office
	}
	if it.kind != itemWord || !it.is(classGroup|classGroup3) {
		return 0
	}
	for k := range d.lex.offices {
		if o := &d.lex.offices[k]; o.party == "" && strings.HasSuffix(d.lower(it), o.plural) {
			return int32(k) + 1
		}
	}
	return 0
}

// partiesBeside are the countries whose offices item i names: those listed behind ‘of’, and those joined in front of it.
func (d *document) partiesBeside(s *sentence, i int) []model.Party {
	var out []model.Party
	add := func(p model.Party) {
		if p != "" && !slices.Contains(out, p) {
			out = append(out, p)
		}
	}
	it := &d.items[i]
	for j := i - 1; j > s.from && it.party != "" && (d.items[j].is(classAnd) || d.items[j].isPunct(',')); j -= 2 {
		if k := d.items[j-1].kind; k != itemDemonym && k != itemCountry || d.items[j-1].possessive {
			break
		}
		add(d.items[j-1].party)
	}
	add(it.party)
	for j := i + 1; j < s.to; j++ {
		switch n := &d.items[j]; {
		case n.kind == itemCountry && !n.possessive:
			add(n.party)
		case n.isPunct(',') || n.kind == itemWord && n.is(classOf|classAnd|classThe) && (n.is(classAnd|classThe) || j == i+1):
		default:
			return out
		}
	}
	return out
}

// leadsParty tells that the office at item i is that of who leads a party and no country: the leader of the CDU.
func (d *document) leadsParty(i int) bool {
	it := &d.items[i]
	if it.office == 0 || d.lex.offices[it.office-1].name != "leader" || i+2 >= len(d.items) || !d.items[i+1].is(classOf) || d.items[i+1].kind != itemWord {
		return false
	}
	j := d.overThe(i+2, len(d.items))
	return d.items[j].kind == itemName && !d.items[j].is(classPerson|classPlace)
}

// partyLeader is the one whom the article names who leads a party, or the opposition; -1 for nobody, or several.
func (d *document) partyLeader() int32 {
	found := int32(-1)
	for k := range d.people {
		p := &d.people[k]
		if o, ok := d.roleOf(p); (ok && strings.HasSuffix(o.Title, "leader") || p.office == "opposition leader") && p.mentions > 0 {
			if found >= 0 {
				return -1
			}
			found = int32(k)
		}
	}
	return found
}
