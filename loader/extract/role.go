package extract

import (
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
	o := d.lex.offices[it.office-1]
	if it.party != "" && counterparts.has(d.low(it.last-1)) && !minor(p) {
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
		if held.Role == gazetteer.RoleHeadOfState && (o.name == "president") == monarchies[held.Party] {
			return false
		}
		return held.Role == o.role && o.role != gazetteer.RoleOther
	}
	return o.name == "leader" && it.party != ""
}

// monarchies are the parties whose head of state is no president.
var monarchies = map[model.Party]bool{
	"VA": true, "GB": true, "NL": true, "BE": true, "DK": true, "SE": true, "NO": true, "ES": true, "SA": true, "JO": true, "JP": true, "TH": true, "MA": true,
	"BH": true, "QA": true, "KW": true, "OM": true, "LU": true, "MC": true, "LI": true, "BT": true, "BN": true, "MY": true, "KH": true, "TO": true, "SZ": true,
	"LS": true,
}

// minor tells that a person leads no delegation: nobody whom the tables know, and no high office told.
func minor(p *person) bool {
	return p.row < 0 && !highOffice(p) && !strings.HasSuffix(p.office, "minister")
}
