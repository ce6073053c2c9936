package list

import (
	"sort"

	"entente/model"
)

// group is a run of rows under one heading: the meetings of a month.
type group struct {
	month  model.Date // zero for the undated ones
	start  int        // index of its first meeting in the view
	n      int
	folded bool
	line   int // line of its heading
	stop   int // number of places for the cursor before it
}

// lines is how many lines the group takes.
func (g group) lines() int {
	if g.folded {
		return 1
	}
	return 1 + g.n
}

// stops is how many places the cursor can be at in it: its meetings, or its heading when folded.
func (g group) stops() int {
	if g.folded {
		return 1
	}
	return g.n
}

// groups is the shape of the whole list. A view sorted by date has a group a
// month; any other order is one run without headings (bare).
type groups struct {
	all  []group
	bare bool
	n    int // meetings
}

// grouped finds the months of a view. The rows are sorted, so the end of each
// month is searched for, and the work grows with the months and not with the
// meetings.
func grouped(v *model.View, folded map[model.Date]bool) groups {
	g := groups{n: v.Len(), bare: v.Order != model.ByDate}
	if g.bare {
		return g
	}
	for i := 0; i < v.Len(); {
		month := v.Date(i).MonthOf()
		end := i + sort.Search(v.Len()-i, func(k int) bool { return v.Date(i+k).MonthOf() != month })
		g.all = append(g.all, group{month: month, start: i, n: end - i, folded: folded[month]})
		i = end
	}
	g.measure()
	return g
}

// measure gives every group its place after a fold has changed.
func (g *groups) measure() {
	line, stop := 0, 0
	for i := range g.all {
		g.all[i].line, g.all[i].stop = line, stop
		line += g.all[i].lines()
		stop += g.all[i].stops()
	}
}

func (g *groups) lines() int {
	if g.bare || len(g.all) == 0 {
		return g.n
	}
	last := g.all[len(g.all)-1]
	return last.line + last.lines()
}

func (g *groups) stops() int {
	if g.bare || len(g.all) == 0 {
		return g.n
	}
	last := g.all[len(g.all)-1]
	return last.stop + last.stops()
}

// of returns the group of a meeting.
func (g *groups) of(index int) int {
	return sort.Search(len(g.all), func(k int) bool { return g.all[k].start > index }) - 1
}

// lineOf is the line on which a meeting stands: the heading's when its group is folded.
func (g *groups) lineOf(index int) int {
	if g.bare || len(g.all) == 0 {
		return index
	}
	gr := g.all[g.of(index)]
	if gr.folded {
		return gr.line
	}
	return gr.line + 1 + index - gr.start
}

// stopOf counts the places for the cursor before a meeting.
func (g *groups) stopOf(index int) int {
	if g.bare || len(g.all) == 0 {
		return index
	}
	gr := g.all[g.of(index)]
	if gr.folded {
		return gr.stop
	}
	return gr.stop + index - gr.start
}

// atStop is the meeting of a place for the cursor.
func (g *groups) atStop(stop int) int {
	stop = max(0, min(stop, g.stops()-1))
	if g.bare || len(g.all) == 0 {
		return stop
	}
	k := sort.Search(len(g.all), func(k int) bool { return g.all[k].stop > stop }) - 1
	return g.all[k].start + stop - g.all[k].stop
}

// line tells what stands on a line: a group's heading (index -1), or a meeting.
func (g *groups) line(n int) (gr, index int) {
	if g.bare || len(g.all) == 0 {
		return -1, n
	}
	k := sort.Search(len(g.all), func(k int) bool { return g.all[k].line > n }) - 1
	if n == g.all[k].line {
		return k, -1
	}
	return k, g.all[k].start + n - g.all[k].line - 1
}
