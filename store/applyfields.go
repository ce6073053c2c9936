package store

import (
	"cmp"
	"slices"
	"strings"

	"entente/model"
	"entente/text"
)

// slot is one fact of one meeting: of two lines about one slot the later holds.
type slot struct {
	unit  int32
	verb  Verb
	whose string // People: the folded name
}

// fields applies the lines about single facts, each slot's last line.
func (a *applier) fields() {
	holds := map[slot]int{}          // the line that holds, as an index
	perMeeting := map[int32][]slot{} // People slots
	put := func(s slot, i int) {
		if k, ok := holds[s]; ok {
			if !a.lines[k].agrees(&a.lines[i]) {
				a.overridden(&a.lines[k], &a.lines[i])
			}
		}
		holds[s] = i
	}
	for i := range a.lines {
		c := &a.lines[i]
		switch c.Verb {
		case Same, Apart, Alias:
			continue
		case Reject, Keep, Date, Where, People, Kind, Status:
		}
		if !a.found[i][0].ok {
			a.unresolved(c, c.Of)
			continue
		}
		u := a.unit(a.found[i][0])
		s := slot{u, c.Verb, ""}
		switch {
		case c.Verb == Keep:
			s.verb = Reject
		case c.Verb == People && c.AsRead && c.Person.Name == "":
			for _, p := range perMeeting[u] {
				put(p, i)
			}
		case c.Verb == People:
			s.whose = text.Fold(c.Person.Name)
			if !slices.Contains(perMeeting[u], s) {
				perMeeting[u] = append(perMeeting[u], s)
			}
		}
		put(s, i)
	}
	order := make([]slot, 0, len(holds))
	for s, i := range holds {
		if !a.lines[i].AsRead {
			order = append(order, s)
		}
	}
	slices.SortFunc(order, func(x, y slot) int { // not by line: the order of lines must not show
		return cmp.Or(cmp.Compare(x.unit, y.unit), cmp.Compare(x.verb, y.verb), cmp.Compare(x.whose, y.whose))
	})
	for _, s := range order {
		a.set(s.unit, &a.lines[holds[s]])
	}
}

// agrees tells that two lines about one slot say the same.
func (c *Correction) agrees(o *Correction) bool {
	p, q := *c, *o
	p.Comment, p.File, p.Line, p.Of = "", "", 0, Address{}
	q.Comment, q.File, q.Line, q.Of = "", "", 0, Address{}
	return p.String() == q.String()
}

// set applies one line to one meeting.
func (a *applier) set(i int32, c *Correction) {
	m := a.units[i].meeting
	switch c.Verb { //nolint:exhaustive // the others concern more than one fact.
	case Reject:
		a.units[i].rejected = true
	case Date:
		if m.Date == c.Date && m.End == c.End {
			a.moot(c)
			return
		}
		m = a.amend(i, c.amendment("date", dayWords(m.Date, m.End), dayWords(c.Date, c.End)), "date")
		m.Date, m.End = c.Date, c.End
	case Where:
		if m.Place == c.Place {
			a.moot(c)
			return
		}
		m = a.amend(i, c.amendment("place", placeWords(m.Place), placeWords(c.Place)), "place", "host")
		m.Place = c.Place
	case Kind:
		if m.Kind == c.Kind {
			a.moot(c)
			return
		}
		m = a.amend(i, c.amendment("kind", m.Kind.String(), c.Kind.String()), "kind")
		m.Kind = c.Kind
	case Status:
		if m.Status == c.Status {
			a.moot(c)
			return
		}
		m = a.amend(i, c.amendment("status", m.Status.String(), c.Status.String()), "status")
		m.Status = c.Status
	case People:
		a.setPerson(i, c)
	}
}

func (a *applier) moot(c *Correction) {
	a.tellf(c, Moot, "is not needed any more: the articles are read so by now")
}

// amend readies a meeting for a change of one field: what the reports disagree
// on there is settled.
func (a *applier) amend(i int32, by model.Amendment, settled ...string) *model.Meeting {
	m := a.change(i)
	if len(m.Conflicts) > 0 {
		m.Conflicts = slices.DeleteFunc(slices.Clone(m.Conflicts), func(x model.Conflict) bool { return slices.Contains(settled, x.Field) })
	}
	m.Amended = append(m.Amended, by)
	return m
}

// dayWords, placeWords and personWords say a value as a line of the file would, or a row of the screen.
func dayWords(from, to model.Date) string {
	c := Correction{Verb: Date, Date: from, End: to}
	return c.value()[1]
}

func placeWords(p model.Place) string { return commas(p.City, string(p.Host)) }

func personWords(p model.Participant) string { return commas(p.Name, p.Office, string(p.Party)) }

func commas(parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), ", ")
}

// setPerson adds somebody, or takes somebody out, with the party that nobody else speaks for then.
func (a *applier) setPerson(i int32, c *Correction) {
	m := a.units[i].meeting
	key := text.Fold(c.Person.Name)
	at := slices.IndexFunc(m.People, func(p model.Participant) bool { return text.Fold(p.Name) == key })
	if c.Remove {
		if at < 0 {
			a.moot(c)
			return
		}
		party := m.People[at].Party
		m = a.amend(i, c.amendment("people", m.People[at].Name, ""), "people")
		m.People = slices.Delete(m.People, at, at+1)
		if !slices.ContainsFunc(m.People, func(p model.Participant) bool { return p.Party == party }) {
			m.Parties = without(m.Parties, party)
		}
		return
	}
	if at >= 0 {
		was := m.People[at]
		next := was
		if c.Person.Party != "" {
			next.Party = c.Person.Party
		}
		if c.Person.Office != "" {
			next.Office = c.Person.Office
		}
		if next == was {
			a.moot(c)
			return
		}
		m = a.amend(i, c.amendment("people", personWords(was), personWords(next)), "people")
		m.People[at] = next
		if was.Party != next.Party && !slices.ContainsFunc(m.People, func(p model.Participant) bool { return p.Party == was.Party }) {
			m.Parties = without(m.Parties, was.Party)
		}
	} else {
		m = a.amend(i, c.amendment("people", "", personWords(c.Person)), "people")
		m.People = append(m.People, c.Person)
	}
	if p := c.Person.Party; p != "" && !slices.Contains(m.Parties, p) {
		m.Parties = slices.Sorted(slices.Values(append(slices.Clip(m.Parties), p)))
	}
}

// without is a list of parties but one.
func without(all []model.Party, party model.Party) []model.Party {
	return slices.DeleteFunc(slices.Clone(all), func(p model.Party) bool { return p == party })
}
