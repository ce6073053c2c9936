package extract

import (
	"slices"
	"strings"

	"entente/loader/gazetteer"
	"entente/model"
)

// roleFits tells that a role such as ‘the Estonian prime minister’ may mean a person.
func (d *document) roleFits(it *item, p *person) bool {
	if it.former != p.former && it.former {
		return false
	}
	party := d.partyOfPerson(p)
	if it.party != "" && it.party != party && it.party != p.party {
		return false
	}
	if it.office == 0 {
		return it.party != ""
	}
	if d.elect(it) {
		return d.takesOffice(it, p)
	}
	o := d.lex.offices[it.office-1]
	if o.role == gazetteer.RoleHeadOfGovernment && d.otherTitle(it, p) {
		return false
	}
	if it.party != "" && counterparts.has(d.low(it.last-1)) && !d.minor(p) {
		return true // the Chinese visitor may be anybody from China
	}
	if p.office != "" && p.office == o.name {
		return true
	}
	if held, ok := d.roleOf(p); ok {
		if o.name == "leader" {
			return held.Role == gazetteer.RoleHeadOfState || held.Role == gazetteer.RoleHeadOfGovernment || held.Role == gazetteer.RoleOrganisation
		}
		if o.name == "minister" {
			return held.Role == gazetteer.RoleForeignMinister || held.Role == gazetteer.RoleDefenceMinister || strings.Contains(held.Title, "minister")
		}
		if held.Role == gazetteer.RoleOther && o.role == gazetteer.RoleOther {
			return held.Title == o.name && it.party != "" // the US national security adviser
		}
		if held.Role == gazetteer.RoleHeadOfState && (o.name == "president") == monarchies[held.Party] {
			return false
		}
		return held.Role == o.role && o.role != gazetteer.RoleOther && (o.role != gazetteer.RoleOrganisation || d.sameHead(it, held))
	}
	return o.name == "leader" && it.party != ""
}

// bodyOf is the body of which ‘the Secretary-General’ alone is said, in capitals: the only one of those that have one which the article names.
func (d *document) bodyOf(it *item) (body model.Party) {
	if it.office == 0 || it.plural || !d.tokens[it.first].capital() || d.low(it.first) != "secretary" {
		return ""
	}
	for _, p := range [...]model.Party{"UN", "NATO", "OSCE", "CoE"} {
		if !d.namesParty(p) {
			continue
		}
		if body != "" {
			return ""
		}
		body = p
	}
	return body
}

// sameHead tells that whoever heads a body is called what a role says: the Secretary-General is nobody who presides over the General Assembly.
func (d *document) sameHead(it *item, held *gazetteer.Office) bool {
	told := false
	for i := it.first; i < it.last; i++ {
		for _, w := range headWords {
			if d.low(i) == w {
				if strings.Contains(held.Title, w) {
					return true
				}
				told = true
			}
		}
	}
	return !told || !slices.ContainsFunc(headWords[:], func(w string) bool { return strings.Contains(held.Title, w) })
}

// headWords say how the head of a body is called.
var headWords = [...]string{"secretary", "director", "commissioner", "president"}

// elect tells that the office of an item is one yet to be taken: the president-elect.
func (d *document) elect(it *item) bool {
	return strings.HasSuffix(d.low(it.last-1), "elect")
}

// takesOffice tells that somebody was to take the office of an item in the months behind the article's day.
func (d *document) takesOffice(it *item, p *person) bool {
	const months = 190
	if p.row < 0 {
		return p.office == d.lex.offices[it.office-1].name
	}
	for k := range d.g.People[p.row].Offices {
		o := &d.g.People[p.row].Offices[k]
		if gap := o.From.Days() - d.today.Days(); o.Role == d.lex.offices[it.office-1].role && !o.From.IsZero() && gap >= 0 && gap <= months {
			return true
		}
	}
	return false
}

// otherTitle tells that somebody who governs is called chancellor where the text says prime minister, or the other way round.
func (d *document) otherTitle(it *item, p *person) bool {
	var chancellor bool
	switch w := d.low(it.last - 1); w {
	case "chancellor", "minister", "premier", "pm":
		chancellor = w == "chancellor"
	default:
		return false
	}
	o, ok := d.roleOf(p)
	return ok && o.Role == gazetteer.RoleHeadOfGovernment && it.party == "" && (d.lex.styles.office["government"][string(o.Party)] == "Chancellor") != chancellor
}

// spouse tells that somebody holds no office but is married to one who does.
func (d *document) spouse(p *person) bool {
	o, ok := d.roleOf(p)
	return ok && o.Title == "first lady"
}

// withoutSpouses leaves out of a frame who came with somebody of it as his wife: the president and the first lady host the prime minister.
func (d *document) withoutSpouses(f *frame) {
	for k, who := range slices.Backward(f.people) {
		p := &d.people[who]
		if !d.spouse(p) {
			continue
		}
		beside := slices.ContainsFunc(f.people, func(q int32) bool {
			return q != who && d.partyOfPerson(&d.people[q]) == d.partyOfPerson(p)
		})
		if beside {
			f.people = slices.Delete(f.people, k, k+1)
			if k < f.left {
				f.left--
			}
		}
	}
}

// monarchies are the parties whose head of state is no president.
var monarchies = map[model.Party]bool{
	"VA": true, "GB": true, "NL": true, "BE": true, "DK": true, "SE": true, "NO": true, "ES": true, "SA": true, "JO": true, "JP": true, "TH": true, "MA": true,
	"BH": true, "QA": true, "KW": true, "OM": true, "LU": true, "MC": true, "LI": true, "BT": true, "BN": true, "MY": true, "KH": true, "TO": true, "SZ": true,
	"LS": true,
}

// manyMentions is how often a text names whoever it is about.
const manyMentions = 4

// minor tells that a person leads no delegation: nobody in whom the tables know one who does, and no high office told. Such a person takes
// part only where the words say so: received by, met with, seated with the ministers.
func (d *document) minor(p *person) bool {
	if p.row < 0 {
		return !highOffice(p) && !strings.HasSuffix(p.office, "minister")
	}
	if !p.ranked {
		p.low, p.ranked = d.lowRank(p), true
	}
	return p.low
}

// lowRank tells that somebody whom the tables know is of the second rank, and neither whom the text names often nor in its title.
func (d *document) lowRank(p *person) bool {
	row := &d.g.People[p.row]
	o, ok := d.roleOf(p)
	switch {
	case ok && ofRank(o), !ok && ranking(row): // out of office, or not yet in it
		return false
	case ok && strings.HasPrefix(o.Title, "spokes"), !ok && len(row.Offices) == 1 && strings.HasPrefix(row.Offices[0].Title, "spokes"):
		return true
	}
	who := slices.IndexFunc(d.people, func(q person) bool { return q.row == p.row })
	return p.mentions < manyMentions && !d.inTitle(int32(who)) && !d.inLead(p) //nolint:gosec // a few people an article.
}

// ranking tells that somebody of the tables leads or led a state, a government, a ministry of rank or a body, or was sent for one who does.
func ranking(p *gazetteer.Person) bool {
	for k := range p.Offices {
		if ofRank(&p.Offices[k]) {
			return true
		}
	}
	return false
}

// ofRank tells that whoever holds an office leads, or is sent for one who does.
func ofRank(o *gazetteer.Office) bool { return o.Role != gazetteer.RoleOther || sentFor(o.Title) }

// inLead tells that the first sentence names somebody with an office.
func (d *document) inLead(p *person) bool {
	for k := range d.sents {
		if s := &d.sents[k]; s.zone == zoneProse {
			return p.office != "" && s.first <= p.first && p.first < s.last
		}
	}
	return false
}

// sentFor tells that whoever holds an office of no rank is sent to talks for those who govern: an envoy, an adviser, a deputy of theirs.
func sentFor(title string) bool {
	for _, t := range [...]string{
		"vice president", "vice premier", "vice chancellor", "deputy prime minister", "national security adviser", "envoy", "special representative", "security council",
		"chief of staff", "high representative", "commissioner", "crown prince", "president of", "head of the Office", "adviser", "managing director",
		"opposition leader", "party leader", "secretary-general", "secretary general", "aide", "high commissioner", "Supreme Allied Commander", "strategic industries",
	} {
		if strings.Contains(title, t) && !strings.Contains(title, "former") && !strings.HasPrefix(title, "deputy head") {
			return true
		}
	}
	return false
}

// spokesman tells that somebody only speaks for others, by the text or by the tables.
func (d *document) spokesman(p *person) bool {
	o, ok := d.roleOf(p)
	return p.office == "spokesman" || ok && o.Title == "spokesman"
}
