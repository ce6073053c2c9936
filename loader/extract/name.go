package extract

import (
	"bytes"
	"slices"
	"strings"

	"entente/loader/gazetteer"
	"entente/text"
)

// nameAt reads the name at item j under a title: a known person, a surname that the title
// makes plain, or capitalised words that no table knows.
func (d *document) nameAt(in []item, j int, t title) (item, int) {
	if j >= len(in) {
		return item{}, 0
	}
	it := in[j]
	if it.kind == itemPerson {
		it.ref = d.byTitle(&it, t)
		d.entitle(it.ref, t)
		return it, 1
	}
	if it.kind != itemName {
		return item{}, 0
	}
	k := j + 1
	for k < len(in) && k-j < 5 && !in[k-1].possessive {
		if in[k].kind == itemName || in[k].isPunct('.') && d.initial(&in[k-1]) {
			k++
			continue
		}
		if in[k].kind == itemWord && particles.has(d.lower(&in[k])) && k+1 < len(in) && in[k+1].kind == itemName {
			k += 2
			continue
		}
		break
	}
	name := d.span(it.first, in[k-1].last)
	if k < len(in) && d.otherSpelling(&in[k], name, t) {
		r := in[k]
		r.first = it.first
		d.entitle(r.ref, t)
		return r, k - j + 1
	}
	ref := d.resolve(name, in[j:k], t)
	if ref < 0 {
		return item{}, 0
	}
	r := item{kind: itemPerson, first: it.first, last: in[k-1].last, ref: ref, possessive: in[k-1].possessive, quoted: it.quoted, cls: classPerson}
	d.entitle(ref, t)
	return r, k - j
}

// resolve finds who is meant by capitalised words under a title, or -1.
func (d *document) resolve(name string, words []item, t title) int32 {
	if !longWord(name) {
		return -1
	}
	folded := ""
	if d.strangers > 0 || t.office != 0 || t.honorific { // else nobody asks for it
		folded = text.Fold(name)
	}
	for k := range d.people {
		p := &d.people[k]
		if p.row < 0 && (p.surname == folded || p.folded == folded) {
			p.mentions++
			return int32(k)
		}
	}
	last := words[len(words)-1]
	if best := d.titled(last, t); best >= 0 {
		if len(words) == 1 || alikeGiven(d.g.People[best].Name, name) {
			return d.known(best, words[0].first)
		}
	}
	if noNames.has(d.lower(&last)) {
		return -1
	}
	if len(words) == 1 && words[0].is(classEncounter|classSay|classThank|classHold|classJoin|classFuture|classModal|classBe) {
		return -1 // Crown Prince Receives President
	}
	if d.shouted(words) {
		return -1 // PRESIDENT MAKES STOP ON SAL
	}
	if t.honorific && len(words) == 1 {
		if p := d.givenAlone(folded); p >= 0 {
			return p
		}
		return d.givenAhead(folded, words[0].first)
	}
	if len(words) < 2 && (t.office == 0 || d.tokens[words[0].first].is(flagAllCaps)) {
		return -1
	}
	if t.office == 0 && !t.honorific { // capitalised words without a title may be anything
		return -1
	}
	surname := folded
	if n := strings.LastIndexByte(folded, ' '); n >= 0 {
		surname = folded[n+1:]
	}
	return d.stranger(person{row: -1, name: name, surname: surname, first: words[0].first, mentions: 1})
}

// byTitle is whom a surname means under a title that is not that of the one of higher rank who bears it too: Vice President Harris, and not the prime minister.
func (d *document) byTitle(it *item, t title) int32 {
	p := &d.people[it.ref]
	if t.office == 0 || it.last-it.first > 1 || p.row < 0 || slices.Contains(d.named, p.row) {
		return it.ref
	}
	if o, ok := d.roleOf(p); !ok || o.Role == d.lex.offices[t.office-1].role {
		return it.ref
	}
	best := d.titled(*it, t)
	if best < 0 || best == p.row {
		return it.ref
	}
	p.mentions--
	return d.known(best, it.first)
}

// otherSpelling tells that a given name, which the tables do not have so, belongs to the person behind it: President Mohammed Muizzu.
func (d *document) otherSpelling(it *item, given string, t title) bool {
	if it.kind != itemPerson || it.last-it.first > 1 || d.people[it.ref].row < 0 {
		return false
	}
	p := &d.people[it.ref]
	return (t.party == "" || t.party == d.partyOfPerson(p)) && alikeGiven(p.name, given)
}

// mostStrangers is how many people whom no table knows are told apart in one text. Each is looked for in all of it, so that
// a text of nothing but names would take the square of its length; news names a few dozen.
const mostStrangers = 120

// stranger adds somebody whom no table knows and returns who it is; -1 where the text has had too many.
func (d *document) stranger(p person) int32 {
	if d.strangers >= mostStrangers {
		return -1
	}
	d.strangers++
	p.folded = text.Fold(p.name)
	d.people = append(d.people, p)
	return int32(len(d.people) - 1) //nolint:gosec // a few people an article.
}

// givenAlone is the only person named before who bears a given name: Sheikh Mohammed, Sir Keir, Princess Victoria; -1 for none.
func (d *document) givenAlone(folded string) int32 {
	found := int32(-1)
	for k := range d.people {
		given, rest, _ := strings.Cut(d.people[k].name, " ")
		if royal(given) {
			given, _, _ = strings.Cut(rest, " ")
		}
		if text.Fold(given) != folded {
			continue
		}
		if found >= 0 {
			return -1
		}
		found = int32(k)
	}
	if found >= 0 {
		d.people[found].mentions++
	}
	return found
}

// givenAhead is the only one of those whom the article names in full further down who bears a given name: a headline may call him Sir Keir; -1
// for none.
func (d *document) givenAhead(folded string, tok int) int32 {
	found := int32(-1)
	for _, row := range d.named {
		if given, _, _ := strings.Cut(d.g.People[row].Name, " "); text.Fold(given) != folded || row == found {
			continue
		}
		if found >= 0 {
			return -1
		}
		found = row
	}
	if found < 0 {
		return -1
	}
	return d.known(found, tok)
}

// shouted tells that words in capitals are no name but the rest of a headline: there are too many of them, or one is a word of
// the rules.
func (d *document) shouted(words []item) bool {
	if !d.tokens[words[0].first].is(flagAllCaps) {
		return false
	}
	for k := range words {
		if w := &words[k]; w.kind == itemName && w.cls&^classPerson != 0 || w.kind == itemWord && !particles.has(d.lower(w)) {
			return true
		}
	}
	return len(words) > 3
}

// longWord tells that a name has a word of three letters at least.
func longWord(name string) bool {
	n := 0
	for i := range len(name) {
		if name[i] == ' ' || name[i] == '.' {
			n = 0
			continue
		}
		if n++; n >= 3 {
			return true
		}
	}
	return false
}

// noNames end what looks like a name and is none.
var noNames = setOf(
	"day", "house", "office", "state", "city", "council", "parliament", "party", "ministry", "government",
	"street", "prize", "forum", "union", "agency", "service", "committee", "commission", "palace", "army", "forces",
	"press", "news", "summit", "square", "administration", "department", "national", "foreign", "security", "affairs",
	"airport", "university", "bridge", "hospital", "stadium", "avenue", "road", "institute", "centre", "center", "foundation", "base", "hall",
	"museum", "library", "school", "academy", "cathedral", "church", "hotel", "region", "station", "cup", "award", "medal", "highway", "boulevard",
)

// titled finds the person of a surname whom office and country fit on the article's day, or -1.
func (d *document) titled(w item, t title) int32 {
	node := uint32(0)
	if tok := d.tokens[w.last-1]; tok.word != 0 {
		node = d.lex.rows[tok.word].root
	}
	if node == 0 {
		return -1
	}
	best, score := int32(-1), 0
	for _, e := range d.lex.entries(node) {
		if e.kind != entrySurname && e.kind != entryPerson {
			continue
		}
		sc := 0
		if slices.Contains(d.named, e.index) {
			sc += 6
		}
		for _, o := range d.g.People[e.index].Offices {
			s := 0
			if t.party != "" && o.Party == t.party {
				s += 4
			} else if t.party != "" {
				s -= 4
			}
			if o.HeldOn(d.today) {
				s += 2
			}
			if t.office != 0 && d.lex.offices[t.office-1].role == o.Role && (o.Role != gazetteer.RoleOther || strings.Contains(o.Title, d.lex.offices[t.office-1].name)) {
				s += 3
			}
			sc = max(sc, s)
		}
		if sc > score {
			best, score = e.index, sc
		}
	}
	if score < 5 {
		return -1
	}
	return best
}

// initial tells that an item is one letter.
func (d *document) initial(it *item) bool {
	t := d.tokens[it.first]
	return it.last-it.first == 1 && t.end-t.start == 1
}

// alikeGiven tells that two full names may be the same person's: one given name begins like the other.
func alikeGiven(known, told string) bool {
	var buf [2][96]byte
	a, b := appendSound(buf[0][:0], known), appendSound(buf[1][:0], told)
	n := min(3, len(a), len(b))
	return bytes.Equal(a[:n], b[:n])
}

// entitle keeps what a title tells of a person.
func (d *document) entitle(ref int32, t title) {
	p := &d.people[ref]
	if t.party != "" && p.party == "" {
		p.party = t.party
	}
	if t.office != 0 && p.office == "" {
		p.office = d.lex.offices[t.office-1].name
	}
	p.former = p.former || t.former
}
