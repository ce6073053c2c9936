package gazetteer

import (
	_ "embed" // the tables
	"fmt"
	"iter"
	"slices"
	"strings"
	"sync"

	"entente/model"
)

// The tables, as strings: nothing of them is copied.
var (
	//go:embed data/leaders.tsv
	leaders string
	//go:embed data/countries.tsv
	countries string
	//go:embed data/bodies.tsv
	bodies string
	//go:embed data/cities.tsv
	cities string
	//go:embed data/venues.tsv
	venues string
	//go:embed data/summits.tsv
	summits string
)

// Role is the rank of an office, so that ‘the Estonian prime minister’ can be told from ‘the Estonian president’.
type Role uint8

// The roles. RoleOther is every office that has no rank of its own here.
const (
	RoleOther Role = iota
	RoleHeadOfState
	RoleHeadOfGovernment
	RoleForeignMinister
	RoleDefenceMinister
	RoleOrganisation
)

var roleNames = map[string]Role{
	"head_of_state": RoleHeadOfState, "head_of_government": RoleHeadOfGovernment,
	"foreign_minister": RoleForeignMinister, "defence_minister": RoleDefenceMinister,
	"organisation": RoleOrganisation, "other": RoleOther,
}

// Office is a post that a person holds from one day to another. A zero From
// or To is open: not known, or still in office.
type Office struct {
	Role     Role
	Title    string // in lower case, where the role alone does not say it
	Party    model.Party
	From, To model.Date

	from, to int // the first and the last day, as model.Date.Days counts them
}

// HeldOn tells whether the office may have been held on a day. A date that is
// no whole day is taken as all its days.
func (o *Office) HeldOn(d model.Date) bool {
	return d.IsZero() || o.heldWithin(d.First().Days(), d.Last().Days())
}

// heldWithin tells whether the office may have been held on one of the days from the first to the last, as [model.Date.Days] counts them.
func (o *Office) heldWithin(first, last int) bool {
	return (o.From.IsZero() || o.from <= last) && (o.To.IsZero() || first <= o.to)
}

// Person is somebody whom articles may name.
type Person struct {
	Name    string
	Aliases []string
	Offices []Office
}

// On returns the office that the person held on a day, and whether there was one.
// Of several it is the first of the highest rank. The office is the table's own; an empty one where there was none.
func (p *Person) On(d model.Date) (*Office, bool) {
	rank := [...]int{RoleHeadOfState: 0, RoleHeadOfGovernment: 1, RoleOrganisation: 2, RoleForeignMinister: 3, RoleDefenceMinister: 4, RoleOther: 5}
	var best *Office
	first, last := d.First().Days(), d.Last().Days()
	for k := range p.Offices {
		o := &p.Offices[k]
		if (best == nil || rank[o.Role] < rank[best.Role]) && (d.IsZero() || o.heldWithin(first, last)) {
			best = o
		}
	}
	if best == nil {
		return &noOffice, false
	}
	return best, true
}

// noOffice is that of somebody who holds none.
var noOffice Office

// InOffice tells whether the person held any office on one of the days from the first to the last, as [model.Date.Days] counts them.
func (p *Person) InOffice(first, last int) bool {
	for k := range p.Offices {
		if p.Offices[k].heldWithin(first, last) {
			return true
		}
	}
	return false
}

// Governed tells whether the person held an office of rank on one of the days from the first to the last, as [model.Date.Days] counts them.
func (p *Person) Governed(first, last int) bool {
	for k := range p.Offices {
		if o := &p.Offices[k]; o.Role != RoleOther && o.heldWithin(first, last) {
			return true
		}
	}
	return false
}

// Country is a state or territory with what people call it.
type Country struct {
	Code      model.Party
	Name      string
	Aliases   []string
	Demonyms  []string
	Capitals  []string
	Metonyms  []string
	Territory bool
	Groups    []string
}

// Body is an international organisation.
type Body struct {
	Code    model.Party
	Name    string
	Aliases []string
}

// City is a populated place.
type City struct {
	Name       string
	aliases    string // as the table has them: there are ten thousand towns, and few are asked for theirs
	Country    model.Party
	Population int32
	Capital    bool
}

// Aliases are what else a town is called.
func (c *City) Aliases() iter.Seq[string] {
	return func(yield func(string) bool) {
		for rest, more := c.aliases, c.aliases != ""; more; {
			var a string
			a, rest, more = strings.Cut(rest, ";")
			if !yield(a) {
				return
			}
		}
	}
}

// Venue is a palace, a base or a summit place that stands for a city.
type Venue struct {
	Name    string
	Aliases []string
	City    string
	Country model.Party
	Region  bool // a whole region: a town within it tells more
}

// Summit is a named gathering with its days, to date a text that only names it.
type Summit struct {
	Name     string
	Aliases  []string
	City     string
	Country  model.Party
	From, To model.Date
}

// Gazetteer holds all tables. It is read-only once loaded.
type Gazetteer struct {
	People    []Person
	Countries []Country
	Bodies    []Body
	Cities    []City
	Venues    []Venue
	Summits   []Summit
	country   [26 * 26]int16 // by the letters of the code: the row plus one
	body      map[model.Party]int
}

// Default returns the embedded tables, read once. They are checked by the
// tests, so that reading them cannot fail in a built program.
var Default = sync.OnceValue(Load)

// rows hands the lines of a table, cut into cells, to use.
func rows(name, s string, use func(cell []string) error) error {
	_, s, _ = strings.Cut(s, "\n") // the header
	var cells [16]string
	for n := 2; s != ""; n++ {
		c := cells[:0]
		end := strings.IndexByte(s, '\n')
		if end < 0 {
			end = len(s)
		}
		line := s[:end]
		s = s[min(end+1, len(s)):]
		for {
			i := strings.IndexByte(line, '\t')
			if i < 0 {
				break
			}
			c = append(c, line[:i])
			line = line[i+1:]
		}
		c = append(c, line)
		if err := use(c); err != nil {
			return fmt.Errorf("table %s line %d: %w", name, n, err)
		}
	}
	return nil
}

// list cuts a cell of several values.
func list(cell string) []string {
	if cell == "" {
		return nil
	}
	return strings.Split(cell, ";")
}

func load() (*Gazetteer, error) {
	g := &Gazetteer{
		body:      map[model.Party]int{},
		Cities:    make([]City, 0, strings.Count(cities, "\n")),
		People:    make([]Person, 0, strings.Count(leaders, "\n")),
		Countries: make([]Country, 0, strings.Count(countries, "\n")),
	}
	for _, t := range []struct {
		name, data string
		use        func([]string) error
	}{
		{"leaders", leaders, g.person()},
		{"countries", countries, func(c []string) error {
			at, ok := letters(model.Party(c[0]))
			if !ok {
				return fmt.Errorf("code of a country %q: want two capitals", c[0])
			}
			g.country[at] = int16(len(g.Countries) + 1) //nolint:gosec // some hundreds.
			g.Countries = append(g.Countries, Country{
				Code: model.Party(c[0]), Name: c[2], Aliases: list(c[3]), Demonyms: list(c[4]),
				Capitals: list(c[5]), Metonyms: list(c[6]), Territory: c[7] == "T", Groups: list(c[8]),
			})
			return nil
		}},
		{"bodies", bodies, func(c []string) error {
			g.body[model.Party(c[0])] = len(g.Bodies)
			g.Bodies = append(g.Bodies, Body{Code: model.Party(c[0]), Name: c[1], Aliases: list(c[2])})
			return nil
		}},
		{"cities", cities, func(c []string) error {
			n := int32(0)
			for i := range len(c[3]) {
				if c[3][i] < '0' || c[3][i] > '9' {
					return fmt.Errorf("not a number of people: %q", c[3])
				}
				n = n*10 + int32(c[3][i]-'0')
			}
			g.Cities = append(g.Cities, City{c[0], c[1], model.Party(c[2]), n, c[4] == "C"})
			return nil
		}},
		{"venues", venues, func(c []string) error {
			g.Venues = append(g.Venues, Venue{c[0], list(c[1]), c[2], model.Party(c[3]), strings.HasPrefix(c[4], "region")})
			return nil
		}},
		{"summits", summits, func(c []string) error {
			from, err := model.ParseDate(c[4])
			if err != nil {
				return err
			}
			to, err := model.ParseDate(c[5])
			g.Summits = append(g.Summits, Summit{c[0], list(c[1]), c[2], model.Party(c[3]), from, to})
			return err
		}},
	} {
		if err := rows(t.name, t.data, t.use); err != nil {
			return nil, err
		}
	}
	return g, nil
}

// person returns the reader of leaders.tsv, which has one row an office.
func (g *Gazetteer) person() func([]string) error {
	at := map[string]int{}
	return func(c []string) error {
		role, ok := roleNames[c[2]]
		if !ok {
			return fmt.Errorf("unknown role %q", c[2])
		}
		from, err := model.ParseDate(c[5])
		if err != nil {
			return err
		}
		to, err := model.ParseDate(c[6])
		if err != nil {
			return err
		}
		i, seen := at[c[0]]
		if !seen {
			i = len(g.People)
			at[c[0]] = i
			g.People = append(g.People, Person{Name: c[0]})
		}
		p := &g.People[i]
		for _, a := range list(c[1]) {
			if !slices.Contains(p.Aliases, a) {
				p.Aliases = append(p.Aliases, a)
			}
		}
		p.Offices = append(p.Offices, Office{role, c[3], model.Party(c[4]), from, to, from.First().Days(), to.Last().Days()})
		return nil
	}
}

// letters is the place of a code of two capitals among all of them.
func letters(p model.Party) (int, bool) {
	if len(p) != 2 || p[0] < 'A' || p[0] > 'Z' || p[1] < 'A' || p[1] > 'Z' {
		return 0, false
	}
	return int(p[0]-'A')*26 + int(p[1]-'A'), true
}

// Country returns the country with a code, or nil.
func (g *Gazetteer) Country(p model.Party) *Country {
	if at, ok := letters(p); ok && g.country[at] > 0 {
		return &g.Countries[g.country[at]-1]
	}
	return nil
}

// PartyName is the name to show for a country or body; empty for neither.
func (g *Gazetteer) PartyName(p model.Party) string {
	if c := g.Country(p); c != nil {
		return c.Name
	}
	if i, ok := g.body[p]; ok {
		return g.Bodies[i].Name
	}
	return ""
}

// PartyForms lists what else people call a party: aliases, demonyms, its code.
func (g *Gazetteer) PartyForms(p model.Party) []string {
	if c := g.Country(p); c != nil {
		return slices.Concat(c.Aliases, c.Demonyms)
	}
	if i, ok := g.body[p]; ok {
		return g.Bodies[i].Aliases
	}
	return nil
}

// Load reads the tables again, for measuring. Programs use Default.
func Load() *Gazetteer {
	g, err := load()
	if err != nil {
		panic(err)
	}
	return g
}
