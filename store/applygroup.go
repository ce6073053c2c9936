package store

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"maps"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"entente/model"
)

// statement is what the lines say last about two things being one.
type statement struct {
	line  *Correction
	apart bool
}

// split takes reports out of their meetings where a line says that they tell
// of something else. The reports that one line names become one meeting.
func (a *applier) split() {
	last, touched := map[*model.Report]statement{}, map[int32]bool{}
	for i := range a.lines {
		c := &a.lines[i]
		if c.Verb != Same && c.Verb != Apart || len(c.Other.Anchors) == 0 {
			continue
		}
		of, other := a.found[i][0], a.found[i][1]
		if !of.ok || !other.ok || of.row != other.row {
			continue // two meetings: see join
		}
		for _, n := range c.Other.Anchors {
			r := nearest(n, a.read[of.row].Reports)
			if r == nil {
				continue
			}
			if s, said := last[r]; said && s.apart != (c.Verb == Apart) {
				a.overridden(s.line, c)
			}
			last[r] = statement{c, c.Verb == Apart}
			touched[of.row] = true
		}
	}
	a.parts = map[*model.Report]int32{}
	parts := map[*Correction][]*model.Report{}
	for _, row := range slices.Sorted(maps.Keys(touched)) {
		var stay []*model.Report
		for _, r := range a.read[row].Reports {
			if s := last[r]; s.apart {
				parts[s.line] = append(parts[s.line], r)
			} else {
				stay = append(stay, r)
			}
		}
		if len(stay) < len(a.read[row].Reports) {
			a.divide(row, stay, parts)
			clear(parts)
		}
	}
}

// divide leaves a meeting with some of its reports and makes meetings of the others.
func (a *applier) divide(row int32, stay []*model.Report, parts map[*Correction][]*model.Report) {
	was := a.read[row]
	lines := make([]*Correction, 0, len(parts))
	for c := range parts {
		lines = append(lines, c)
	}
	slices.SortFunc(lines, func(x, y *Correction) int { // by content: the order of lines must not show
		p, q := AddressOfReport(parts[x][0]).Anchors[0], AddressOfReport(parts[y][0]).Anchors[0]
		return cmp.Or(cmp.Compare(p.Content, q.Content), cmp.Compare(p.At, q.At))
	})
	for i, c := range lines {
		if len(stay) == 0 && len(lines) == 1 {
			a.tellf(c, Contradict, "changes nothing: it takes every report out of the meeting")
			return
		}
		m := a.voted(parts[c], was)
		sum := sha256.Sum256([]byte(AddressOfReport(parts[c][0]).String()))
		m.ID = "m-" + hex.EncodeToString(sum[:])[:10]
		m.Amended = append(m.Amended, c.amendment("meeting", "part of "+was.ID, "a meeting of its own"))
		if len(stay) == 0 && i == 0 { // somebody has to keep the place and the name
			m.ID = was.ID
			a.units[row].meeting, a.units[row].own = m, true
			for _, r := range parts[c] {
				a.parts[r] = row
			}
			continue
		}
		a.units = append(a.units, unit{meeting: m, own: true})
		for _, r := range parts[c] {
			a.parts[r] = int32(len(a.units) - 1) //nolint:gosec // a row number.
		}
	}
	if len(stay) > 0 {
		m := a.voted(stay, was)
		m.ID = was.ID
		a.units[row].meeting, a.units[row].own = m, true
	}
}

// join makes one meeting of those that lines call the same, or that an alias makes the same.
func (a *applier) join(names *people) {
	type pair [2]int32
	last := map[pair]statement{}
	var order []pair
	for i := range a.lines {
		c := &a.lines[i]
		if c.Verb != Same && c.Verb != Apart {
			continue
		}
		of, other := a.found[i][0], a.found[i][1]
		switch {
		case !of.ok:
			a.unresolved(c, c.Of)
			continue
		case !other.ok:
			a.unresolved(c, c.Other)
			continue
		}
		x, y := a.unit(of), a.unit(other)
		if x == y {
			if c.Verb == Apart && len(c.Other.Anchors) == 0 {
				a.tellf(c, Moot, "changes nothing: both are one meeting as it was read; name the article to take out of it")
			}
			continue
		}
		p := pair{min(x, y), max(x, y)}
		if s, said := last[p]; !said {
			order = append(order, p)
		} else if s.apart != (c.Verb == Apart) {
			a.overridden(s.line, c)
		}
		last[p] = statement{c, c.Verb == Apart}
	}
	slices.SortFunc(order, func(x, y pair) int { return cmp.Or(cmp.Compare(x[0], y[0]), cmp.Compare(x[1], y[1])) })
	groups := grouping{parent: map[int32]int32{}, why: map[int32]*Correction{}}
	for _, p := range order {
		if s := last[p]; !s.apart {
			groups.join(p[0], p[1], s.line)
		}
	}
	for _, p := range a.aliased(names) {
		if s := last[pair{min(p.x, p.y), max(p.x, p.y)}]; !s.apart {
			groups.join(p.x, p.y, p.line)
		}
	}
	for _, p := range order {
		if s := last[p]; s.apart && groups.root(p[0]) == groups.root(p[1]) {
			a.tellf(s.line, Contradict, "cannot hold: other lines make the two one by way of a third")
		}
	}
	a.unite(&groups)
}

// grouping is a union–find over the few units that are joined to others.
type grouping struct {
	parent map[int32]int32
	why    map[int32]*Correction // by unit: a line that joins it
}

func (g *grouping) root(i int32) int32 {
	for {
		p, ok := g.parent[i]
		if !ok || p == i {
			return i
		}
		i = p
	}
}

func (g *grouping) join(x, y int32, line *Correction) {
	g.why[x], g.why[y] = line, line
	for _, i := range []int32{x, y} {
		if _, ok := g.parent[i]; !ok {
			g.parent[i] = i
		}
	}
	if p, q := g.root(x), g.root(y); p != q {
		g.parent[max(p, q)] = min(p, q)
	}
}

// union is the units of one group, the earliest first, and the meeting that their reports make.
type union struct {
	group   []int32
	meeting *model.Meeting
}

// unite lets the reports of every group vote. The group keeps the name of its earliest meeting.
func (a *applier) unite(g *grouping) {
	members := map[int32][]int32{}
	for i := range g.parent {
		members[g.root(i)] = append(members[g.root(i)], i)
	}
	unions := make([]union, 0, len(members))
	for _, root := range slices.Sorted(maps.Keys(members)) {
		group := members[root]
		slices.SortFunc(group, func(x, y int32) int {
			m, n := a.units[x].meeting, a.units[y].meeting
			return cmp.Or(model.Compare(m.Date, n.Date), strings.Compare(m.ID, n.ID))
		})
		if len(group) > 1 {
			unions = append(unions, union{group: group})
		}
	}
	// No meeting is in two groups, and a vote compares whole texts: that is most of the time.
	shared(len(unions), func(i int) {
		u := &unions[i]
		var reports []*model.Report
		for _, k := range u.group {
			reports = append(reports, a.units[k].meeting.Reports...)
		}
		u.meeting = a.voted(reports, a.units[u.group[0]].meeting)
	})
	for i := range unions {
		m, group := unions[i].meeting, unions[i].group
		var was []string
		for k, n := range group {
			m.Amended = append(m.Amended, a.units[n].meeting.Amended...)
			if k > 0 {
				was = append(was, a.units[n].meeting.ID)
				a.units[n].parent = group[0] + 1
			}
		}
		m.ID = a.units[group[0]].meeting.ID
		m.Amended = append(m.Amended, g.why[group[0]].amendment("meeting", "apart from "+strings.Join(was, " and "), "one meeting"))
		a.units[group[0]].meeting, a.units[group[0]].own = m, true
	}
}

// inParts cuts n things in as many runs as there are processors, and goes through them at once; part is a run's number.
func inParts(n int, do func(part, from, to int)) {
	k := runtime.GOMAXPROCS(0)
	shared(k, func(part int) { do(part, part*n/k, (part+1)*n/k) })
}

// shared does n things that have nothing to do with each other, as many at a time as there are processors.
func shared(n int, do func(i int)) {
	var wg sync.WaitGroup
	var next atomic.Int64
	for range min(n, runtime.GOMAXPROCS(0)) {
		wg.Go(func() {
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				do(i)
			}
		})
	}
	wg.Wait()
}

// voted makes a meeting of reports; people stand in the order of the meeting that they were read as.
func (a *applier) voted(reports []*model.Report, was *model.Meeting) *model.Meeting {
	m := a.vote(reports)
	rank := func(p model.Participant) int {
		if i := slices.IndexFunc(was.People, func(q model.Participant) bool { return q.Name == p.Name }); i >= 0 {
			return i
		}
		return len(was.People)
	}
	slices.SortStableFunc(m.People, func(p, q model.Participant) int { return cmp.Compare(rank(p), rank(q)) })
	return m
}

// amendment is what a correction makes of one fact of a meeting.
func (c *Correction) amendment(field, was, now string) model.Amendment {
	return model.Amendment{Field: field, Was: was, Now: now, File: c.File, Line: c.Line, Comment: c.Comment}
}
