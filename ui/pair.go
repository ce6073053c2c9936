package ui

import (
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"entente/model"
	"entente/ui/cells"
	"entente/ui/describe"
	"entente/ui/list"
	"entente/ui/strip"
	"entente/ui/theme"
)

// The pair lens shows every meeting of two people or parties, or more: how
// often they meet, the longest gap, where, and how.

// pairActions are the rows that open the lens.
func pairActions() []action {
	return []action{
		{
			name: "pair", keys: []string{"&"}, scope: scopeTimeline, group: groupScreens,
			words: "two bilateral together relations between",
			help:  "every meeting of this pair; :pair takes any names", arg: "[NAME, NAME …]", complete: completeActors, run: (*root).openPair,
		},
		{
			name: "details", keys: []string{"i"}, scope: scopeEverywhere, group: groupLooking,
			words: "info fields everything",
			help:  "everything that is known about the meeting", run: (*root).openDetails,
		},
		{
			name: "itinerary", keys: []string{"g r"}, scope: scopeEverywhere, group: groupScreens,
			words: "route travel trip journey",
			help:  "one person's way through days and places", menu: "route", arg: "[NAME]", complete: completePerson, run: (*root).openItinerary,
		},
		{
			name: "clock", keys: []string{"T"}, scope: scopeTimeline, group: groupLooking,
			words: "reported published order",
			help:  "by the day it happened, or by the day it was reported, with the days between", run: (*root).toggleClock,
		},
	}
}

// openPair opens the lens on the people of the row under the cursor, or on those that are named.
func (m *root) openPair(c call) tea.Cmd {
	terms, err := m.pairTerms(c.arg)
	if err != nil {
		m.fail(sentence(err))
		return nil
	}
	if len(terms) == 0 {
		return nil
	}
	return m.push(newRowList(m, "pair", func(m *root) (func(int) []string, []rowItem) { return pairRows(m, terms) }))
}

// pairTerms finds who is meant. Without names it is the counterpart under the
// cursor, together with the person in nearly every meeting.
func (m *root) pairTerms(arg string) ([]model.Term, error) {
	var out []model.Term
	if arg != "" {
		for name := range strings.SplitSeq(arg, ",") {
			t, ok := m.tl.Named(strings.TrimSpace(name))
			if !ok {
				return nil, fmt.Errorf("nobody here is called %s", strings.TrimSpace(name))
			}
			out = append(out, t)
		}
		return out, nil
	}
	cur := m.list.l.Current()
	if cur == nil {
		return nil, nil
	}
	for _, p := range cur.People {
		if m.hubs[p.Name] {
			out = append(out, who(p.Name))
		}
	}
	for _, p := range describe.Counterparts(m.tl, cur, m.hubs) {
		if p.Party == "" || m.hubs[p.Name] {
			continue
		}
		out = append(out, who(p.Name))
		if len(out) >= 2 {
			break
		}
	}
	return out, nil
}

func who(name string) model.Term {
	return model.Term{Field: model.FieldWho, Op: ":", Values: []string{name}}
}

func pairRows(m *root, terms []model.Term) (func(int) []string, []rowItem) {
	st := m.st
	f := model.Filter{Terms: terms}
	v := m.tl.View(f, model.ByDate, false)
	held, planned, off := v.Held()
	names := make([]string, len(terms))
	for i, t := range terms {
		names[i] = t.Values[0]
	}
	rows := make([]rowItem, v.Len())
	for i, mt := range v.Meetings() {
		gap := ""
		if days, ok := v.Gap(i); ok {
			gap = fmt.Sprintf("+%d", days)
		}
		rows[i] = rowItem{
			draw: func(l *cells.Line, name theme.Ink) {
				glyph, ink := list.Glyph(st, mt)
				l.PutRight(st.Subtle, short(mt.Date), 11).Gap(1).PutRight(st.Subtle, gap, 5).Gap(2).Put(ink, glyph).Gap(1)
				l.PutIn(name, describe.Place(m.tl, mt), min(16, l.Left()/3)).Gap(2)
				l.Put(st.Text, mt.Title)
			},
			open: func(m *root) tea.Cmd { return m.read(mt, 0) },
			of:   mt,
		}
	}
	head := func(w int) []string {
		out := []string{ //nolint:prealloc // a handful of rows.
			cells.NewLine(st, w).Put(st.Strong, strings.Join(names, " and ")).Gap(2).Put(st.Subtle, describe.Held(held.Len(), planned, off)).String(),
		}
		for _, s := range describe.Rhythm(model.RhythmOf(v)) {
			out = append(out, cells.Flow(st, []cells.Run{{Ink: st.Text, Text: s}}, w, 0)...)
		}
		out = append(out, ticks(m, v, w), cells.Spaces(w))
		return out
	}
	return head, rows
}

// ticks draws the meetings over the whole timeline: a cell a week where that fits, else a month.
func ticks(m *root, v *model.View, w int) string {
	if m.first.IsZero() {
		return cells.Spaces(w)
	}
	for _, u := range []strip.Unit{strip.Week, strip.Month, strip.Quarter, strip.Year} {
		s := strip.NewSeries(v, m.first, m.last, u)
		if len(s.Meetings) <= w {
			l := cells.NewLine(m.st, w)
			l.PutRuns([]cells.Run{{Ink: m.st.Held, Text: spark(m, s.Meetings)}})
			return l.String()
		}
	}
	return cells.Spaces(w)
}

// openItinerary opens one person's way: of the one who is named, or of whom the meeting under the cursor asks for.
func (m *root) openItinerary(c call) tea.Cmd {
	name := ""
	if c.arg != "" {
		t, ok := m.tl.Named(c.arg)
		if !ok || t.Field != model.FieldWho {
			m.fail("Nobody here is called " + c.arg + ".")
			return nil
		}
		name = t.Values[0]
	} else if mt := m.subject(); mt != nil && len(mt.People) > 0 {
		name = m.traveller(mt)
	}
	if name == "" {
		return nil
	}
	return m.push(newRowList(m, "itinerary", func(m *root) (func(int) []string, []rowItem) { return itineraryRows(m, name) }))
}

// traveller is whose way a meeting asks for: that of the person whom the filter
// has chosen, else of the one the collection is about, else of the first.
func (m *root) traveller(mt *model.Meeting) string {
	name := describe.Counterparts(m.tl, mt, m.hubs)[0].Name
	for _, p := range mt.People {
		if m.hubs[p.Name] {
			name = p.Name
		}
	}
	if m.sel.filter.IsZero() {
		return name
	}
	for _, c := range m.base.Tally(model.FieldWho) {
		if c.N == m.base.Len() && !m.hubs[c.Key] && slices.ContainsFunc(mt.People, func(p model.Participant) bool { return p.Name == c.Key }) {
			return c.Key
		}
	}
	return name
}

// itineraryRows lists the places where a person was, in order. A day in two
// countries is marked: it may be a journey, or a date that was read wrongly.
func itineraryRows(m *root, name string) (func(int) []string, []rowItem) {
	st := m.st
	v := m.tl.View(model.Filter{Terms: []model.Term{who(name)}}, model.ByDate, false)
	stops := model.Itinerary(v)
	rows := make([]rowItem, len(stops))
	odd := 0
	for i, stop := range stops {
		mt := stop.Meeting
		if stop.Clash {
			odd++
		}
		rows[i] = rowItem{
			draw: func(l *cells.Line, ink theme.Ink) {
				mark, line, place := "", st.Glyphs.Held, describe.PlaceLong(m.tl, mt)
				if stop.Clash {
					mark = "!"
				}
				if stop.Same {
					line, place = st.Glyphs.Down, ""
				}
				l.PutRight(st.Subtle, short(mt.Date), 11).Gap(1).PutIn(st.Off, mark, 1).Gap(1).Put(st.Subtle, line).Gap(1)
				l.PutIn(ink, place, min(28, l.Left()/2)).Gap(2)
				l.Put(st.Text, describe.Title(m.tl, mt, map[string]bool{name: true}))
			},
			open: func(m *root) tea.Cmd { return m.read(mt, 0) },
			of:   mt,
		}
	}
	remark := describe.Count(len(stops), "stop", "stops")
	if odd > 0 {
		remark += "; " + describe.Count(odd, "is", "are") + " on a day in two countries (!)"
	}
	return m.titled(name, remark), rows
}

// toggleClock changes between the day it happened and the day it was reported.
func (m *root) toggleClock(call) tea.Cmd {
	s := m.sel
	if s.order == model.ByReported {
		s.order = model.ByDate
		m.say("By the day it happened.")
	} else {
		s.order = model.ByReported
		m.say("By the day it was reported; the figure with the plus is the days between.")
	}
	return m.choose(s)
}
