package extract

import (
	"embed"
	"fmt"
	"strings"
	"unicode/utf8"

	"entente/loader/gazetteer"
	"entente/model"
)

//go:embed data/*.tsv
var tables embed.FS

// entryKind says what a sequence of words in the lexicon is.
type entryKind uint8

const (
	entryNone entryKind = iota
	entryPerson
	entrySurname // of one or more people of the gazetteer
	entryCountry // the name of a country or of a body
	entryDemonym
	entryCapital // a city that is also a government
	entryCity
	entryVenue
	entrySummit
	entryOffice // president, prime minister …: index is the row in offices.tsv
	entryMonth
	entryWeekday
	entryClass // words of classes only
)

// entry is what a sequence of words means.
type entry struct {
	index   int32 // row of its table
	kind    entryKind
	caps    bool // all letters must be capitals (US, EU, UN)
	capital bool // the first letter must be one, and that of the last word
	tail    bool // the last word may begin with a small letter: NATO headquarters
}

// node is the end of a sequence of words: of what the sequence means, and
// whether a longer one begins with it.
type node struct {
	multi    class  // of sequences that are in a class
	nexts    uint64 // of the words with which longer sequences go on, the lowest six bits of each as one bit here: no other word goes on
	at       uint32 // its entries in lexicon.pool
	n, room  uint16
	calendar bool // a month or a weekday
	small    bool // of a first word: something that begins with it may be written in small letters
}

// wordRow is what the lexicon knows of a single word: half a line of a processor's cache, so that one look at memory tells all of it.
type wordRow struct {
	cls   class   // what it is for the rules
	place placing // what it is for the reading of places
	nexts uint64  // of the node of sequences that begin with it
	root  uint32  // this node
	marks mark
}

// lexicon finds the longest known sequences of words. Words are numbered; a
// trie over the numbers leads to entries. It is read-only once built.
type lexicon struct {
	words       wordTable
	count       uint32    // of words
	known       uint32    // of these, the last that is more than watched: see markWords
	rows        []wordRow // by word
	edges       edgeTable
	nodes       []node
	pool        []entry   // the entries of all nodes
	sounds      wordTable // surnames by their sound
	will        uint32    // the word that stands in he'll
	would       uint32    // the word that may stand in he'd
	is          uint32    // the word that may stand in he's
	pronouns    struct{ he, she, they, them uint32 }
	offices     []office
	topics      *topicTable
	styles      styles                  // how offices are put into words
	sitePoints  pointTable              // what is worth how much for having been at a place
	dayPoints   pointTable              // what is worth how much for having been on a day
	seating     pointTable              // what is worth how much for having sat at a table of several
	sureness    sureness                // what the confidence of a report is read from
	women       map[string]bool         // given names, folded
	months      map[string]int          // of other languages than English, folded: 1…12
	shortMonths map[string]int          // likewise, by the letters that stand in front of a point
	times       []newsSpan              // what the news spoke of, and when
	news        startTable              // the words for it, by row of times
	newsWords   [][]byte                // the words with which these begin
	foreignDays map[string]int8         // weekdays of other languages, folded: 0 Sunday … 6
	calendar    []int8                  // by word: months and weekdays
	genres      []genre                 // by word: of which other kinds of article they are typical
	senses      [][]sense               // by word: what shows that it tells of no encounter
	summits     map[model.Party][]int32 // by country: its gatherings
	head        uint32                  // the first word of the form that was entered last
	given       bitset                  // words with which the full name of somebody begins
}

// office is a row of offices.tsv.
type office struct {
	name   string
	plural string // behind a blank: the presidents
	role   gazetteer.Role
	party  model.Party // of offices that name it: NATO chief, pontiff
}

// addPeople enters the names and surnames of all people.
func (l *lexicon) addPeople(g *gazetteer.Gazetteer) {
	for i, p := range g.People {
		eastern := len(p.Offices) > 0 && surnameFirst[p.Offices[0].Party]
		if eastern && givenFirst[p.Offices[0].Party] && strings.Count(p.Name, " ") == 1 {
			eastern = false
		}
		l.add(p.Name, entryPerson, i)
		l.addSurname(p.Name, eastern, i)
		if len(p.Offices) > 0 && calledByGiven[p.Offices[0].Party] {
			given, _, _ := strings.Cut(p.Name, " ")
			l.add(given, entrySurname, i)
		}
		if !eastern && strings.Count(p.Name, " ") == 2 {
			_, rest, _ := strings.Cut(p.Name, " ")
			if middle, _, _ := strings.Cut(rest, " "); !particles.has(strings.ToLower(middle)) {
				l.add(rest, entrySurname, i) // Lacalle Pou
			}
		}
		for _, a := range p.Aliases {
			if strings.ContainsAny(a, " -") || oneName[a] {
				l.add(a, entryPerson, i)
			} else {
				l.add(a, entrySurname, i)
			}
			l.addSurname(a, eastern, i)
		}
	}
}

// addSurname enters the surname of a name, by its letters and by its sound.
func (l *lexicon) addSurname(name string, eastern bool, i int) {
	s := surnameOf(name, eastern)
	l.add(s, entrySurname, i)
	l.addSound(s)
}

// addDemonyms enters what those of states, or of territories, are called.
func (l *lexicon) addDemonyms(g *gazetteer.Gazetteer, territories bool) {
	for i, c := range g.Countries {
		for _, d := range c.Demonyms {
			if c.Territory == territories {
				l.add(d, entryDemonym, i)
			}
		}
	}
}

// addPlaces enters countries, bodies, towns, venues and gatherings, and the names of months and days.
func (l *lexicon) addPlaces(g *gazetteer.Gazetteer) {
	for i, c := range g.Countries {
		l.add(c.Name, entryCountry, i)
		for _, a := range c.Aliases {
			l.add(a, entryCountry, i)
		}
		for _, d := range c.Capitals {
			l.add(d, entryCapital, i)
		}
	}
	l.addDemonyms(g, false)
	l.addDemonyms(g, true) // Dutch is of the Netherlands first, and of Aruba then
	for i, b := range g.Bodies {
		l.add(b.Name, entryCountry, len(g.Countries)+i)
		for _, a := range b.Aliases {
			l.add(a, entryCountry, len(g.Countries)+i)
		}
	}
	for i := range g.Cities {
		c := &g.Cities[i]
		l.add(c.Name, entryCity, i)
		for a := range c.Aliases() {
			l.add(a, entryCity, i)
		}
	}
	for i, v := range g.Venues {
		l.add(v.Name, entryVenue, i)
		for _, a := range v.Aliases {
			l.add(a, entryVenue, i)
		}
	}
	for i, s := range g.Summits {
		l.add(s.Name, entrySummit, i)
		for _, a := range s.Aliases {
			l.add(a, entrySummit, i)
		}
	}
	for i, m := range months {
		for _, form := range m {
			l.add(form, entryMonth, i+1)
		}
	}
	for i, d := range weekdays {
		for _, form := range d {
			l.add(form, entryWeekday, i)
		}
	}
	l.readCalendar()
}

// newLexicon enters every name of the gazetteer and every word of the rules.
func newLexicon(g *gazetteer.Gazetteer) (*lexicon, error) {
	l := &lexicon{
		words: newWordTable(1 << 15), edges: newEdgeTable(1 << 14), sounds: newWordTable(1 << 11),
		count: utf8.RuneSelf - 1, // the word of a mark of punctuation is its byte: no word has its number
		rows:  make([]wordRow, utf8.RuneSelf, 20_000), nodes: make([]node, 1, 26_000), pool: make([]entry, 0, 24_000),
	}
	if err := l.readClasses(); err != nil { // first, so that the words of which texts have most stand beside each other
		return nil, err
	}
	if err := l.readPlacing(); err != nil {
		return nil, err
	}
	l.addPeople(g)
	l.addPlaces(g)
	l.summits = make(map[model.Party][]int32, len(g.Summits))
	for i := range g.Summits {
		l.summits[g.Summits[i].Country] = append(l.summits[g.Summits[i].Country], int32(i))
	}
	if err := l.readOffices(); err != nil {
		return nil, err
	}
	if err := l.readWomen(); err != nil {
		return nil, err
	}
	if err := l.readMonths(); err != nil {
		return nil, err
	}
	if err := l.readTimes(); err != nil {
		return nil, err
	}
	if err := l.readForeignDays(); err != nil {
		return nil, err
	}
	if err := l.readGenres(); err != nil {
		return nil, err
	}
	if err := l.readSenses(); err != nil {
		return nil, err
	}
	p := &l.pronouns
	for form, n := range map[string]*uint32{"he": &p.he, "she": &p.she, "they": &p.they, "them": &p.them, "will": &l.will, "would": &l.would, "is": &l.is} {
		*n = l.words.get([]byte(form))
	}
	styles, err := readStyles()
	if err != nil {
		return nil, err
	}
	l.styles = styles
	if l.sitePoints, err = readPoints("sites.tsv", siteNames[:], len(always)); err != nil {
		return nil, err
	}
	if l.dayPoints, err = readPoints("days.tsv", dayNames[:], len(always)); err != nil {
		return nil, err
	}
	if l.seating, err = readPoints("seats.tsv", seatNames[:], int(seatSettings)); err != nil {
		return nil, err
	}
	if l.sureness, err = readSureness(); err != nil {
		return nil, err
	}
	topics, err := l.readTopics()
	l.topics = topics
	return l, err
}

var months = [12][]string{
	{"January", "Jan"},
	{"February", "Feb"},
	{"March", "Mar"},
	{"April", "Apr"},
	{"May"},
	{"June", "Jun"},
	{"July", "Jul"},
	{"August", "Aug"},
	{"September", "Sep", "Sept"},
	{"October", "Oct"},
	{"November", "Nov"},
	{"December", "Dec"},
}

var weekdays = [7][]string{
	{"Sunday", "Sun"},
	{"Monday", "Mon"},
	{"Tuesday", "Tue", "Tues"},
	{"Wednesday", "Wed"},
	{"Thursday", "Thu", "Thur", "Thurs"},
	{"Friday", "Fri"},
	{"Saturday", "Sat"},
}

// eachRow hands the cells of an embedded table to use, line by line; lines that begin with # are comments.
func eachRow(name string, cells int, use func(line int, c []string) error) error {
	raw, err := tables.ReadFile("data/" + name)
	if err != nil {
		return fmt.Errorf("read rules: %w", err)
	}
	for i, line := range strings.Split(strings.TrimSuffix(string(raw), "\n"), "\n") {
		if i == 0 || line == "" || line[0] == '#' {
			continue
		}
		c := strings.Split(line, "\t")
		if len(c) != cells {
			return fmt.Errorf("%s line %d: %d cells, want %d", name, i+1, len(c), cells)
		}
		if err := use(i+1, c); err != nil {
			return fmt.Errorf("%s line %d: %w", name, i+1, err)
		}
	}
	return nil
}

func (l *lexicon) readOffices() error {
	roles := map[string]gazetteer.Role{
		"state": gazetteer.RoleHeadOfState, "government": gazetteer.RoleHeadOfGovernment, "foreign": gazetteer.RoleForeignMinister,
		"defence": gazetteer.RoleDefenceMinister, "body": gazetteer.RoleOrganisation, "other": gazetteer.RoleOther, "any": gazetteer.RoleOther,
	}
	return eachRow("offices.tsv", 4, func(_ int, c []string) error {
		role, ok := roles[c[0]]
		if !ok {
			return fmt.Errorf("unknown role %q", c[0])
		}
		at := len(l.offices)
		l.offices = append(l.offices, office{name: c[1], plural: " " + c[1] + "s", role: role, party: model.Party(c[2])})
		for _, f := range append(strings.Split(c[3], ";"), c[1]) {
			switch f {
			case "":
			case "pm", "mp", "ceo": // p.m. is no office
				l.add(strings.ToUpper(f), entryOffice, at)
			default:
				l.add(strings.ToLower(f), entryOffice, at)
			}
		}
		return nil
	})
}

// partyOf returns the code of a country or body entry.
func partyOf(g *gazetteer.Gazetteer, index int32) model.Party {
	if int(index) < len(g.Countries) {
		return g.Countries[index].Code
	}
	return g.Bodies[int(index)-len(g.Countries)].Code
}
