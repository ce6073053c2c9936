package store

import (
	"cmp"
	"fmt"
	"iter"
	"runtime"
	"slices"

	"entente/model"
)

// Vote makes one meeting of reports; the meeting's ID is left to the caller. It is called by several goroutines at a time.
type Vote func([]*model.Report) *model.Meeting

// Apply puts the user's word in the place of what was read. It changes none of
// the meetings given, and gives the same result whatever the order of the
// lines, but where two lines contradict each other: the later one holds then, and the other is
// told of. The steps, each over all lines:
//
//	address ─► split ─► join ─► rename ─► fields ─► reject
//
// Lines that find nothing to correct change nothing and are told of.
func Apply(meetings []*model.Meeting, lines []Correction, vote Vote) ([]*model.Meeting, []Problem) {
	if len(lines) == 0 {
		return meetings, nil
	}
	a := &applier{vote: vote, lines: lines, read: meetings}
	wanted := addresses(lines)
	a.finder = &finder{among: listed(meetings, wanted), wanted: wanted}
	a.units = make([]unit, len(meetings))
	for i, m := range meetings {
		a.units[i].meeting = m
	}
	a.found = make([][2]found, len(lines))
	for i := range lines {
		if c := &lines[i]; c.Verb != Alias {
			a.found[i][0] = a.finder.find(c.Of)
			if c.Verb == Same || c.Verb == Apart {
				a.found[i][1] = a.finder.findBy(c.Other, a.found[i][0])
			}
		}
	}
	a.readAliases()
	names := a.people()
	a.split()
	a.join(names)
	a.rename(names)
	a.fields()
	slices.SortStableFunc(a.problems, func(x, y Problem) int {
		return cmp.Or(cmp.Compare(x.File, y.File), cmp.Compare(x.Line, y.Line), cmp.Compare(x.Kind, y.Kind))
	})
	return a.result(), a.problems
}

// unit is a meeting while corrections are applied to it: one that was read, or a part split off one.
type unit struct {
	meeting  *model.Meeting
	parent   int32 // 1 + the unit that it was joined to; 0 for none
	own      bool  // meeting is a copy, which may be changed
	rejected bool
}

type applier struct {
	vote     Vote
	lines    []Correction
	read     []*model.Meeting
	finder   *finder
	found    [][2]found // by line: what its addresses mean
	units    []unit     // those that were read, in their order, then the parts split off
	parts    map[*model.Report]int32
	aliases  map[string]aliasing
	renamed  []*Correction // by unit: an alias that somebody of it has
	seen     []seen        // of runs of units: who is renamed in them
	problems []Problem
}

// addresses lists every address of the lines.
func addresses(lines []Correction) []Address {
	out := make([]Address, 0, len(lines))
	for i := range lines {
		if lines[i].Verb == Alias {
			continue
		}
		out = append(out, lines[i].Of)
		if v := lines[i].Verb; v == Same || v == Apart {
			out = append(out, lines[i].Other)
		}
	}
	return out
}

func (a *applier) tellf(c *Correction, k ProblemKind, format string, args ...any) {
	a.problems = append(a.problems, Problem{c.File, c.Line, k, fmt.Sprintf(format, args...)})
}

// overridden tells of an earlier line that a later one makes void.
func (a *applier) overridden(earlier, later *Correction) {
	where := fmt.Sprintf("line %d", later.Line)
	if later.File != earlier.File {
		where = fmt.Sprintf("%s:%d", later.File, later.Line)
	}
	a.tellf(earlier, Overridden, "does not hold: %s says otherwise", where)
}

// unresolved tells of a line whose meeting was not found.
func (a *applier) unresolved(c *Correction, of Address) {
	a.tellf(c, Unresolved, "finds no meeting: nothing that was read answers to %s", of)
}

// root is the unit that stands for i after joining.
func (a *applier) root(i int32) int32 {
	for a.units[i].parent != 0 {
		i = a.units[i].parent - 1
	}
	return i
}

// found is the meeting that an address means, and the report by which it was found, if any.
type found struct {
	row    int32
	report *model.Report
	ok     bool
}

// unit is the unit that an address means, after splitting and joining.
func (a *applier) unit(f found) int32 {
	i := f.row
	if part, split := a.parts[f.report]; split && f.report != nil {
		i = part
	}
	return a.root(i)
}

// change returns the unit's meeting for changing: a copy, the first time. Its
// people may be changed in place; parties and conflicts are still those of the meeting given.
func (a *applier) change(i int32) *model.Meeting {
	u := &a.units[i]
	if !u.own {
		m := *u.meeting
		m.People = slices.Clone(m.People)
		m.Amended = slices.Clip(m.Amended) // whoever appends gets a slice of its own
		u.meeting, u.own = &m, true
	}
	return u.meeting
}

// result lists what is left, in the order of the meetings given.
func (a *applier) result() []*model.Meeting {
	out := make([]*model.Meeting, 0, len(a.units))
	for i := range a.units {
		if u := &a.units[i]; u.parent == 0 && !u.rejected {
			out = append(out, u.meeting)
		}
	}
	return out
}

// among is meetings in which addresses are looked up. A timeline is.
type among interface {
	Len() int
	At(row int32) *model.Meeting
	Row(id string) (int32, bool)
	Outlines() iter.Seq2[int32, *model.Meeting]
}

// read is meetings in the order in which they were merged.
type read struct {
	meetings []*model.Meeting
	ids      map[string]int32 // those that are asked for
}

// listed looks up some IDs among meetings, so that Row knows them.
func listed(meetings []*model.Meeting, wanted []Address) *read {
	r := &read{meetings, make(map[string]int32, len(wanted))}
	var asked [1 << 16]bool // by the end of the ID: most meetings are not asked for
	for _, w := range wanted {
		r.ids[w.ID] = -1
		asked[ending(w.ID)] = true
	}
	rows := make([][]int32, runtime.GOMAXPROCS(0))
	inParts(len(meetings), func(part, from, to int) {
		for i := from; i < to; i++ {
			if id := meetings[i].ID; asked[ending(id)] {
				if _, ok := r.ids[id]; ok {
					rows[part] = append(rows[part], int32(i)) //nolint:gosec // a row number.
				}
			}
		}
	})
	for _, run := range rows {
		for _, i := range run {
			r.ids[meetings[i].ID] = i
		}
	}
	return r
}

// ending tells most IDs apart by their last digits.
func ending(id string) (n uint16) {
	if k := len(id); k >= 4 {
		return uint16(id[k-4])<<12 ^ uint16(id[k-3])<<8 ^ uint16(id[k-2])<<4 ^ uint16(id[k-1])
	}
	for i := range len(id) {
		n = n<<4 ^ uint16(id[i])
	}
	return n
}

func (r *read) Len() int                    { return len(r.meetings) }
func (r *read) At(row int32) *model.Meeting { return r.meetings[row] }

func (r *read) Row(id string) (int32, bool) {
	row, ok := r.ids[id]
	return row, ok && row >= 0
}

func (r *read) Outlines() iter.Seq2[int32, *model.Meeting] {
	return func(yield func(int32, *model.Meeting) bool) {
		for i, m := range r.meetings {
			if !yield(int32(i), m) {
				return
			}
		}
	}
}

// finder looks up addresses among meetings.
type finder struct {
	among
	contents map[model.Content][]told // nil until an address needs it
	wanted   []Address
}

// told is a report with the meeting that it is of.
type told struct {
	row    int32
	report *model.Report
}

// find looks an address up. An anchor weighs more than the ID, for another meeting
// of the same day and people may have taken the ID over; but the ID does where no
// anchor answers, its articles being gone.
func (f *finder) find(a Address) found {
	row, named := f.Row(a.ID)
	named = named && a.ID != ""
	if named {
		for _, n := range a.Anchors {
			if r := nearest(n, f.At(row).Reports); r != nil {
				return found{row, r, true}
			}
		}
		if len(a.Anchors) == 0 {
			return found{row, nil, true}
		}
	}
	count := map[int32]int{}
	var best told
	for _, n := range a.Anchors {
		t, ok := f.anchored(n)
		if !ok {
			continue
		}
		count[t.row]++
		if best.report == nil || count[t.row] > count[best.row] {
			best = t
		}
	}
	if best.report != nil {
		return found{best.row, best.report, true}
	}
	return found{row, nil, named}
}

// findBy looks up the second address of a line. Two meetings may be told at
// one place of an article; of these the line's first meeting is meant.
func (f *finder) findBy(a Address, of found) found {
	if of.ok && a.ID == "" {
		all := true
		for _, n := range a.Anchors {
			r := nearest(n, f.At(of.row).Reports)
			if all = all && r != nil; !all {
				break
			}
			mine, _ := n.distance(r)
			if mine == 0 {
				continue // nothing answers better
			}
			if t, ok := f.anchored(n); ok {
				d, _ := n.distance(t.report)
				all = mine <= d
			}
		}
		if all {
			return found{of.row, nearest(a.Anchors[0], f.At(of.row).Reports), true}
		}
	}
	return f.find(a)
}

// nearest picks the report that answers best to an anchor; nil when none does.
func nearest(n Anchor, reports []*model.Report) *model.Report {
	var best *model.Report
	var least int32
	for _, r := range reports {
		if contentOf(r.Article) != n.Content {
			continue
		}
		if d, ok := n.distance(r); ok && (best == nil || d < least) {
			best, least = r, d
		}
	}
	return best
}

// asks tells that an address names a text.
func (f *finder) asks(c model.Content) bool {
	_, ok := f.contents[c]
	return ok
}

// anchored finds the report that answers best to an anchor in all meetings.
func (f *finder) anchored(n Anchor) (told, bool) {
	if f.contents == nil {
		f.contents = map[model.Content][]told{}
		for _, w := range f.wanted {
			for _, n := range w.Anchors {
				f.contents[n.Content] = nil
			}
		}
		var asked [1 << 16]bool // by the content's last digits: most reports are not asked for
		for c := range f.contents {
			asked[uint16(c)] = true //nolint:gosec // the rest does not matter here.
		}
		var rows []int32
		for row, m := range f.Outlines() {
			if slices.ContainsFunc(m.Reports, func(r *model.Report) bool {
				c := contentOf(r.Article)
				return asked[uint16(c)] && f.asks(c) //nolint:gosec // the rest does not matter here.
			}) {
				rows = append(rows, row)
			}
		}
		for _, row := range rows {
			for _, r := range f.At(row).Reports {
				c := contentOf(r.Article)
				if list, ok := f.contents[c]; ok {
					f.contents[c] = append(list, told{row, r})
				}
			}
		}
	}
	var best told
	var least int32
	for _, t := range f.contents[n.Content] {
		if d, ok := n.distance(t.report); ok && (best.report == nil || d < least) {
			best, least = t, d
		}
	}
	return best, best.report != nil
}
