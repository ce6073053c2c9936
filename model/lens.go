package model

import (
	"cmp"
	"slices"
)

// Grid counts who met whom: Actors[i] and Actors[j] have N[i][j] meetings in common.
type Grid struct {
	Field  Field // FieldWho or FieldWith
	Actors []Count
	N      [][]int
	view   *View
}

// NewGrid counts the grid of the busiest people or parties of a view, at most so many.
func NewGrid(v *View, f Field, most int) *Grid {
	actors := v.Tally(f)
	g := &Grid{Field: f, Actors: actors[:min(len(actors), most)], view: v}
	g.count()
	return g
}

func (g *Grid) count() {
	t := g.view.Timeline
	ix := &t.index[g.Field]
	with := make([]bitset, len(g.Actors)) // the meetings of each
	for i, a := range g.Actors {
		with[i] = newBitset(t.Len())
		ix.values[ix.byKey[a.Key]].rows.mark(with[i], t.Len())
		with[i].and(g.view.bits)
	}
	g.N = make([][]int, len(g.Actors))
	for i := range g.N {
		g.N[i] = make([]int, len(g.Actors))
		for k := range i + 1 {
			g.N[i][k] = with[i].common(with[k])
			g.N[k][i] = g.N[i][k]
		}
	}
}

// ArrangeAlike puts those side by side who meet the same others: from the
// busiest on, always the one that is most like the last.
func (g *Grid) ArrangeAlike() {
	if len(g.Actors) == 0 {
		return
	}
	left := make([]int, 0, len(g.Actors))
	for i := 1; i < len(g.Actors); i++ {
		left = append(left, i)
	}
	order := []int{0}
	for len(left) > 0 {
		last := order[len(order)-1]
		best := slices.MinFunc(left, func(a, b int) int {
			return cmp.Or(cmp.Compare(g.distance(last, a), g.distance(last, b)), cmp.Compare(a, b))
		})
		order = append(order, best)
		left = slices.DeleteFunc(left, func(i int) bool { return i == best })
	}
	actors := make([]Count, len(order))
	for i, k := range order {
		actors[i] = g.Actors[k]
	}
	g.Actors = actors
	g.count()
}

// distance compares whom two others meet. How often each meets at all, and the
// two each other, says nothing about that.
func (g *Grid) distance(a, b int) int {
	const enough = 3 // more meetings than these make nobody more alike
	d := 0
	for i := range g.N {
		if i == a || i == b {
			continue
		}
		x := min(g.N[a][i], enough) - min(g.N[b][i], enough)
		d += x * x
	}
	return d
}

// Rhythm is how the people of a view meet: how often, where and how. Only
// meetings that were held count, and those without a day only for their kind.
type Rhythm struct {
	Days            int  // meetings with a day; fewer than two have no rhythm
	Average         int  // days from one to the next
	Longest         int  // days of the longest gap
	From, To        Date // the meetings at its ends
	InPerson, Calls int
	Place           string // where most of those in person were
	Places          int    // how many there
}

// RhythmOf measures the meetings of a view that is ordered by date.
func RhythmOf(v *View) Rhythm {
	var r Rhythm
	var first, last Date
	places := map[string]int{}
	for i := range v.Len() {
		m := v.Outline(i)
		if m.Status != StatusHeld {
			continue
		}
		if m.Kind == KindCall {
			r.Calls++
		} else {
			r.InPerson++
			if m.Place.City != "" {
				places[m.Place.City]++
			}
		}
		if m.Date.Precision() != PrecisionDay {
			continue
		}
		if r.Days++; r.Days == 1 {
			first = m.Date
		} else if gap := m.Date.Days() - last.Days(); gap > r.Longest {
			r.Longest, r.From, r.To = gap, last, m.Date
		}
		last = m.Date
	}
	if n := r.Days - 1; n > 0 {
		r.Average = (last.Days() - first.Days() + n/2) / n
		if r.Longest == 0 {
			r.From, r.To = first, first
		}
	}
	for p, n := range places {
		if n > r.Places || n == r.Places && p < r.Place {
			r.Place, r.Places = p, n
		}
	}
	return r
}

// Gap is how many days lie between the i-th meeting of a view by date and the
// one that was held before; ok tells that both were held on a known day.
func (v *View) Gap(i int) (days int, ok bool) {
	counts := func(i int) bool { return v.Date(i).Precision() == PrecisionDay && v.Outline(i).Status == StatusHeld }
	if !counts(i) {
		return 0, false
	}
	for k := i - 1; k >= 0; k-- {
		if counts(k) {
			return v.Date(i).Days() - v.Date(k).Days(), true
		}
	}
	return 0, false
}

// Held is what of a view was held, for whoever counts meetings, and how many
// others were planned or did not take place. Where the view's own filter asks what became of
// meetings it stays as it is.
func (v *View) Held() (held *View, planned, off int) {
	if slices.ContainsFunc(v.Filter.Terms, func(t Term) bool { return t.Field == FieldStatus }) {
		return v, 0, 0
	}
	is := func(s Status) Filter {
		return v.Filter.And(Term{Field: FieldStatus, Op: ":", Values: []string{s.String()}})
	}
	count := func(s Status) int { return v.Timeline.narrow(slices.Clone(v.bits), is(s)).count() }
	return v.Refine(is(StatusHeld)), count(StatusPlanned), count(StatusOff)
}

// Stop is a day of somebody's way.
type Stop struct {
	Meeting *Meeting
	Clash   bool // the day was spent in another country, too: a journey, or a date that was read wrongly
	Same    bool // the place is that of the stop before
}

// Itinerary lists the places where the people of a view by date were: meetings
// in person that were held on a known day at a known place.
func Itinerary(v *View) []Stop {
	var out []Stop
	for i := range v.Len() {
		m := v.Outline(i)
		if m.Kind != KindCall && m.Status == StatusHeld && m.Date.Precision() == PrecisionDay && m.Place != (Place{}) {
			out = append(out, Stop{Meeting: v.At(i)})
		}
	}
	for i := range out {
		at := out[i].Meeting
		for _, k := range []int{i - 1, i + 1} {
			if k >= 0 && k < len(out) {
				by := out[k].Meeting
				out[i].Clash = out[i].Clash || by.Date == at.Date && by.Place.Host != at.Place.Host && by.Place.Host != "" && at.Place.Host != ""
			}
		}
		out[i].Same = i > 0 && out[i-1].Meeting.Place == at.Place
	}
	return out
}
