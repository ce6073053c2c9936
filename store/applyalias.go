package store

import (
	"cmp"
	"hash/maphash"
	"runtime"
	"slices"

	"entente/model"
	"entente/text"
)

// aliasing is what the lines say last of a name.
type aliasing struct {
	line *Correction
	to   string
}

// readAliases collects the names that are somebody else's, by folded name.
func (a *applier) readAliases() {
	a.aliases = map[string]aliasing{}
	for i := range a.lines {
		c := &a.lines[i]
		if c.Verb != Alias {
			continue
		}
		key := text.Fold(c.From)
		if s, said := a.aliases[key]; said && (c.AsRead != s.line.AsRead || text.Fold(s.to) != text.Fold(c.To)) {
			a.overridden(s.line, c)
		}
		a.aliases[key] = aliasing{c, c.To}
	}
}

// realName follows the aliases of a name to its end. A circle of aliases leads nowhere and is no alias.
func (a *applier) realName(name string) (string, *Correction) {
	s, ok := a.aliases[text.Fold(name)]
	if !ok || s.line.AsRead {
		return name, nil
	}
	line, to := s.line, s.to
	for range a.aliases {
		next, ok := a.aliases[text.Fold(to)]
		if !ok || next.line.AsRead || text.Fold(next.to) == text.Fold(to) {
			return to, line
		}
		to = next.to
	}
	return name, nil
}

// person is a name that occurs with what it is to be, each name looked up once.
type person struct {
	to     string
	line   *Correction // the alias; nil for a name that stays
	number uint64      // the same for all spellings of the name that it is to be; others have another, but for one chance in 2⁶⁴
	target bool        // somebody else's name is to be this one
}

// lookedUp is a person with the name that was asked for.
type lookedUp struct {
	name string
	*person
}

// numbering differs in each run of the program; nothing that is seen depends on it.
var numbering = maphash.MakeSeed()

// people looks up names among the aliases.
type people struct {
	a       *applier
	known   map[string]*person
	last    [4]lookedUp     // who was asked for last: people stand in the same places of many meetings
	targets map[string]bool // by folded name: what aliases lead to
}

func (a *applier) people() *people {
	k := &people{a: a, known: map[string]*person{}, targets: map[string]bool{}}
	for _, s := range a.aliases {
		if to, line := a.realName(s.line.From); line != nil {
			k.targets[text.Fold(to)] = true
		}
	}
	return k
}

// again is the same for another goroutine.
func (k *people) again() *people {
	return &people{a: k.a, known: map[string]*person{}, targets: k.targets}
}

func (k *people) get(name string) *person {
	p, ok := k.known[name]
	if ok {
		return p
	}
	p = &person{}
	p.to, p.line = k.a.realName(name)
	key := text.Fold(p.to)
	p.target = k.targets[key]
	p.number = maphash.String(numbering, key)
	k.known[name] = p
	return p
}

// at is get for the name in place i of a meeting.
func (k *people) at(i int, name string) *person {
	l := &k.last[i%len(k.last)]
	if l.name != name || name == "" {
		l.name, l.person = name, k.get(name)
	}
	return l.person
}

// key is equal for meetings of one day and kind and of the same people. Others
// have another, but for one chance in 2⁶⁴ each; the order of people does not matter.
func (k *people) key(m *model.Meeting) uint64 {
	mix := func(x uint64) uint64 { // splitmix64
		x += 0x9e3779b97f4a7c15
		x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
		x = (x ^ x>>27) * 0x94d049bb133111eb
		return x ^ x>>31
	}
	sum := mix(uint64(m.Date.Days())<<8 | uint64(m.Kind)) //nolint:gosec // any bits will do.
	for i := range m.People {
		n := k.at(i, m.People[i].Name).number
		twice := false
		for j := range m.People[:i] {
			twice = twice || k.at(j, m.People[j].Name).number == n
		}
		if !twice {
			sum += mix(n)
		}
	}
	return sum
}

// appearance is somebody in a unit, and when that was; unit is 0 where it is of no matter.
type appearance struct {
	unit   int32
	day    model.Date
	person uint64
}

// misnamed is somebody whom an alias renames.
type misnamed struct {
	unit int32
	name string
	*person
}

// link says that an alias makes two units one.
type link struct {
	x, y int32
	line *Correction
}

// aliased finds meetings that differ only by a name that is an alias: of the
// same day and kind, at no different places, of the same people. It notes which meetings name anybody by an alias.
func (a *applier) aliased(names *people) []link {
	if len(a.aliases) == 0 {
		return nil
	}
	a.renamed = make([]*Correction, len(a.units))
	a.seen = make([]seen, runtime.GOMAXPROCS(0))
	inParts(len(a.units), func(part, from, to int) {
		mine := names
		if part > 0 {
			mine = names.again()
		}
		a.seen[part] = a.look(mine, from, to)
	})
	wanted := map[appearance]bool{} // who is meant by an alias, and when
	for _, s := range a.seen {
		for _, m := range s.misnamed {
			wanted[appearance{person: m.number, day: a.units[m.unit].meeting.Date}] = true
		}
	}
	if len(wanted) == 0 {
		return nil
	}
	var out []link
	byKey := make(map[uint64]int32, len(wanted)) // the last of those that name somebody by an alias: the few
	next := map[int32]int32{}                    // of the same key
	pair := func(n int32, line *Correction, key uint64) {
		for k, ok := byKey[key]; ok; k, ok = next[k] {
			m, o := a.units[n].meeting, a.units[k].meeting
			if o.Place.City == m.Place.City || o.Place.City == "" || m.Place.City == "" {
				out = append(out, link{k, n, cmp.Or(line, a.renamed[k])})
				return
			}
		}
	}
	for i, line := range a.renamed {
		if m := a.units[i].meeting; line != nil && m.Date.Precision() == model.PrecisionDay {
			n, key := int32(i), names.key(m)
			pair(n, line, key)
			if k, known := byKey[key]; known {
				next[n], byKey[key] = k, n
			} else {
				byKey[key] = n
			}
		}
	}
	last := int32(-1)
	for _, s := range a.seen {
		for _, o := range s.others {
			unit := o.unit
			if o.unit = 0; unit != last && wanted[o] {
				last = unit
				pair(unit, nil, names.key(a.units[unit].meeting))
			}
		}
	}
	return out
}

// seen is what a look at some units finds.
type seen struct {
	misnamed []misnamed
	others   []appearance // in units without anybody misnamed, those named by the name that an alias leads to
}

// look finds who is renamed in a run of units.
func (a *applier) look(names *people, from, to int) (out seen) {
	for i := from; i < to; i++ {
		m := a.units[i].meeting
		before := len(out.others)
		for j := range m.People {
			p := names.at(j, m.People[j].Name)
			switch {
			case p.line != nil:
				a.renamed[i] = p.line
				out.misnamed = append(out.misnamed, misnamed{int32(i), m.People[j].Name, p}) //nolint:gosec // a row number.
			case p.target:
				out.others = append(out.others, appearance{int32(i), m.Date, p.number}) //nolint:gosec // a row number.
			}
		}
		if a.renamed[i] != nil {
			out.others = out.others[:before]
		}
	}
	return out
}

// rename gives people the names that the user says are theirs.
func (a *applier) rename(names *people) {
	if len(a.aliases) == 0 {
		return
	}
	var rest []misnamed // who were not all of their meeting when names were looked for
	for i := range a.units {
		if a.units[i].parent != 0 || !a.units[i].own {
			continue
		}
		for j, p := range a.units[i].meeting.People {
			if q := names.at(j, p.Name); q.line != nil {
				rest = append(rest, misnamed{int32(i), p.Name, q})
			}
		}
	}
	todo := [][]misnamed{rest} // none has a unit of another
	for _, s := range a.seen {
		todo = append(todo, slices.DeleteFunc(s.misnamed, func(m misnamed) bool { return a.units[m.unit].parent != 0 || a.units[m.unit].own }))
	}
	shared(len(todo), func(part int) {
		for _, m := range todo[part] {
			if m.to != m.name {
				a.renameIn(m.unit, m.name, m.to, m.line)
			}
		}
	})
	used := map[*Correction]bool{}
	for _, part := range todo {
		for _, m := range part {
			used[m.line] = true
		}
	}
	for i := range a.lines {
		if c := &a.lines[i]; c.Verb == Alias && !c.AsRead && !used[c] && a.aliases[text.Fold(c.From)].line == c {
			switch to, line := a.realName(c.From); {
			case line == nil:
				a.tellf(c, Contradict, "cannot hold: the aliases go round in a circle by way of %s", to)
			case !a.leadsOn(c):
				a.tellf(c, Unresolved, "finds nobody of that name in what was read")
			}
		}
	}
}

// leadsOn tells that another alias leads to the name that this one replaces.
func (a *applier) leadsOn(c *Correction) bool {
	for i := range a.lines {
		if o := &a.lines[i]; o.Verb == Alias && text.Fold(o.To) == text.Fold(c.From) {
			return true
		}
	}
	return false
}

func (a *applier) renameIn(i int32, from, to string, line *Correction) {
	m := a.change(i)
	at := slices.IndexFunc(m.People, func(p model.Participant) bool { return p.Name == from })
	if at < 0 {
		return
	}
	if k := slices.IndexFunc(m.People, func(p model.Participant) bool { return p.Name == to }); k >= 0 {
		if m.People[k].Office == "" {
			m.People[k].Office = m.People[at].Office
		}
		m.People = slices.Delete(m.People, at, at+1)
	} else {
		m.People[at].Name = to
	}
	m.Amended = append(m.Amended, line.amendment("people", from, to))
}
