package ui

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"entente/model"
	"entente/ui/strip"
)

// stripActions are the rows about time: the strips, and going to a date.
func stripActions() []action {
	zoom := func(step int) func(*root, call) tea.Cmd {
		return func(m *root, c call) tea.Cmd {
			u := max(int(strip.Year), min(int(strip.Day), int(m.unit)+step*c.count))
			m.unit = strip.Unit(u)
			m.noRange()
			m.measureStrips()
			m.say("One bar is a " + m.unit.String() + ".")
			return nil
		}
	}
	return []action{
		{
			name: "zoom-in", keys: []string{"+"}, scope: scopeTimeline, group: groupLooking,
			help: "finer bars in the strips: weeks, days", run: zoom(1),
		},
		{name: "zoom-out", keys: []string{"-"}, scope: scopeTimeline, group: groupLooking, help: "coarser bars: quarters, years", run: zoom(-1)},
		{
			name: "zoom-fit", keys: []string{"z ="}, scope: scopeTimeline, group: groupLooking,
			help: "strips over what is shown only, or over everything", menu: "fit strips", run: func(m *root, _ call) tea.Cmd {
				m.fitted = !m.fitted
				m.measureStrips()
				return nil
			},
		},
		{
			name: "range", keys: []string{"v"}, scope: scopeTimeline, group: groupFilter,
			words: "period span between select",
			help:  "draw a range in the strips: move, then Enter makes it date:", run: func(m *root, _ call) tea.Cmd {
				if cur := m.list.l.Current(); cur != nil {
					if m.drawing, m.reach = m.series.Index(cur.Date), -1; m.drawing >= 0 {
						m.say("Move to the other end of the range; Enter takes it, Esc gives it up.")
					}
				}
				return nil
			},
		},
		{
			name: "take-range", keys: []string{"enter", "v"}, scope: scopeRange, group: groupFilter,
			help: "take the range that was drawn", run: func(m *root, _ call) tea.Cmd { return m.takeRange() },
		},
		{
			name: "date", keys: []string{"g d"}, scope: scopeTimeline, group: groupMoving,
			words: "goto jump day calendar",
			help:  "go to a date: 2024-05-14, may 2024, w20", menu: "a date", arg: "DATE", complete: completeDay, run: (*root).askDate,
		},
	}
}

// takeRange makes a filter of the range that was drawn.
func (m *root) takeRange() tea.Cmd {
	if m.drawing < 0 || m.list.l.Current() == nil {
		return nil
	}
	to := m.rangeEnd()
	if to < 0 {
		m.say("The meeting under the cursor has no date.")
		return nil
	}
	first, last := m.series.Range(m.drawing, to)
	m.noRange()
	return m.setDates(first, last)
}

// rangeEnd is the last bar of a range that is being drawn: where the mouse is,
// else that of the meeting under the cursor; negative for one without a date.
func (m *root) rangeEnd() int {
	if m.reach >= 0 {
		return m.reach
	}
	if cur := m.list.l.Current(); cur != nil {
		return m.series.Index(cur.Date)
	}
	return -1
}

// noRange ends the drawing of a range.
func (m *root) noRange() { m.drawing, m.reach = -1, -1 }

// setDates makes a span of days the filter's only date: term.
func (m *root) setDates(first, last model.Date) tea.Cmd {
	value := first.String() + ".." + last.String()
	// Whole months and years are written as people would type them.
	if first.Day == 1 && last == last.MonthOf().Last() {
		a, b := first.MonthOf(), last.MonthOf()
		if first.Month == 1 && last.Month == 12 {
			a.Month, b.Month = 0, 0
		}
		value = a.String() + ".." + b.String()
		if a == b {
			value = a.String()
		}
	}
	f := m.sel.filter.Without(model.FieldDate).And(model.Term{Field: model.FieldDate, Op: ":", Values: []string{value}})
	return m.setFilter(f)
}

// askDate goes to a date, asking for it where none is given.
func (m *root) askDate(c call) tea.Cmd {
	if c.arg != "" {
		return m.goDate(c.arg)
	}
	return m.ask(&prompt{
		kind: promptDate, label: "go to ",
		changed: func(m *root, s string) tea.Cmd {
			m.prompt.bad = ""
			if s != "" {
				if _, err := m.parseDay(s); err != nil {
					m.prompt.bad = sentence(err)
				}
			}
			return nil
		},
		complete: completeDay,
		entered: func(m *root, s string) tea.Cmd {
			if s == "" {
				return nil
			}
			return m.goDate(s)
		},
	}, "")
}

// goDate puts the cursor on the first meeting of a day, month or year, or on the next after it.
func (m *root) goDate(s string) tea.Cmd {
	d, err := m.parseDay(s)
	if err != nil {
		m.fail(sentence(err))
		return nil
	}
	best := -1
	for i := range m.view.Len() {
		at := m.view.Date(i)
		if at.IsZero() || model.Compare(at.Last(), d.First()) < 0 {
			continue
		}
		if best < 0 || model.Compare(at, m.view.Date(best)) < 0 {
			best = i
		}
		if m.view == m.base {
			break
		}
	}
	if best < 0 {
		m.say("No meeting is on or after " + d.Long() + ".")
		return nil
	}
	cmd := m.toTimeline()
	m.list.l.Select(best)
	m.list.l.Centre()
	if got := m.view.Date(best); !d.Covers(got) {
		m.say("Nothing is in " + d.Long() + "; this is the next meeting.")
	}
	return cmd
}

// parseDay reads a date as people type one: 2024-05-14, 2024-05, may 2024,
// 14 may 2024, may (of the year under the cursor), w20.
func (m *root) parseDay(s string) (model.Date, error) {
	s = strings.TrimSpace(strings.ToLower(s))
	if d, err := model.ParseDate(s); err == nil && !d.IsZero() {
		return d, nil
	}
	year := m.yearHere()
	bad := fmt.Errorf("%q is no date; try 2024-05-14, may 2024 or w20", s)
	if w, ok := strings.CutPrefix(s, "w"); ok {
		n, err := strconv.Atoi(strings.TrimSpace(w))
		if err != nil || n < 1 || n > 53 {
			return model.Date{}, bad
		}
		// The week with the fourth of January is the first.
		return strip.Week.Start(model.NewDate(year, 1, 4)).AddDays(7 * (n - 1)), nil
	}
	day, month := 0, 0
	for _, word := range strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == ',' || r == '.' }) {
		if n, err := strconv.Atoi(word); err == nil {
			switch {
			case n >= 1000 && n <= 9999:
				year = n
			case n >= 1 && n <= 31 && day == 0:
				day = n
			default:
				return model.Date{}, bad
			}
			continue
		}
		k := monthNamed(word)
		if k == 0 || month != 0 {
			return model.Date{}, bad
		}
		month = k
	}
	d := model.NewDate(year, month, day)
	if month == 0 || !d.Valid() {
		return model.Date{}, bad
	}
	return d, nil
}

// monthNamed finds a month by the beginning of its name.
func monthNamed(s string) int {
	if len(s) < 3 {
		return 0
	}
	for k := time.January; k <= time.December; k++ {
		if strings.HasPrefix(strings.ToLower(k.String()), s) {
			return int(k)
		}
	}
	return 0
}

// yearHere is the year of the meeting under the cursor, or the last of the timeline.
func (m *root) yearHere() int {
	if cur := m.list.l.Current(); cur != nil && !cur.Date.IsZero() {
		return int(cur.Date.Year)
	}
	return int(m.last.Year)
}
