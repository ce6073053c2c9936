package extract

import (
	"cmp"
	"fmt"
	"strings"

	"entente/loader/gazetteer"
	"entente/model"
)

// styles says how offices and countries are put into words; styles.tsv has the rows.
type styles struct {
	office map[string]map[string]string // role → party or person, or ‘title’ → the table's title → what the office is called
	the    map[model.Party]bool
	alone  map[model.Party]bool // the office says the country: Pope
}

// plainOffice is what an office is called where the table has nothing else.
var plainOffice = [...]string{
	gazetteer.RoleHeadOfState: "President", gazetteer.RoleHeadOfGovernment: "Prime Minister",
	gazetteer.RoleForeignMinister: "Minister of Foreign Affairs", gazetteer.RoleDefenceMinister: "Minister of Defence",
	gazetteer.RoleOrganisation: "", gazetteer.RoleOther: "",
}

var styleRoles = [...]string{
	gazetteer.RoleHeadOfState: "state", gazetteer.RoleHeadOfGovernment: "government", gazetteer.RoleForeignMinister: "foreign", gazetteer.RoleDefenceMinister: "defence",
	gazetteer.RoleOrganisation: "", gazetteer.RoleOther: "",
}

func readStyles() (styles, error) {
	s := styles{office: map[string]map[string]string{}, the: map[model.Party]bool{}, alone: map[model.Party]bool{}}
	err := eachRow("styles.tsv", 3, func(_ int, c []string) error {
		for who := range strings.SplitSeq(c[2], ";") {
			switch c[0] {
			case "the":
				s.the[model.Party(who)] = true
			case "none":
				s.alone[model.Party(who)] = true
			case "state", "government", "foreign", "defence", "title":
				if s.office[c[0]] == nil {
					s.office[c[0]] = map[string]string{}
				}
				s.office[c[0]][who] = c[1]
			default:
				return fmt.Errorf("unknown role %q", c[0])
			}
		}
		return nil
	})
	return s, err
}

// partyName is a party as a sentence has it: the United States.
func (d *document) partyName(p model.Party) string {
	if name := d.g.PartyName(p); !d.lex.styles.the[p] {
		return name
	}
	return "the " + d.g.PartyName(p)
}

// officeOf is the office to show for a person on the article's day: the table's, else the one that the text tells.
func (d *document) officeOf(p *person) string {
	o, ok := d.roleOf(p)
	if !ok {
		return p.office
	}
	s := &d.lex.styles
	called := s.office[styleRoles[o.Role]]
	name := cmp.Or(called[p.name], called[string(o.Party)], plainOffice[o.Role])
	if o.Title != "" {
		name = capitals(o.Title)
		if whole := s.office["title"][o.Title]; whole != "" {
			var open bool
			if name, open = strings.CutSuffix(whole, " of"); !open {
				return name // it says of what
			}
		}
	}
	switch {
	case name == "":
		return p.office
	case s.alone[o.Party] && o.Role == gazetteer.RoleHeadOfState, strings.Contains(o.Title, " of the ") && d.isBody(o.Party):
		return name // Pope; President of the European Commission
	}
	return name + " of " + d.partyName(o.Party)
}

// capitals writes a title as an office: High Representative, Commander-in-Chief.
func capitals(title string) string {
	b := []byte(title)
	from := 0
	for i := range len(b) + 1 {
		if i < len(b) && b[i] != ' ' && b[i] != '-' {
			continue
		}
		switch string(b[from:i]) {
		case "of", "the", "for", "and", "to", "in":
		default:
			if i > from && 'a' <= b[from] && b[from] <= 'z' {
				b[from] -= 'a' - 'A'
			}
		}
		from = i + 1
	}
	return string(b)
}
