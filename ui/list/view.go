package list

import (
	"strconv"

	"entente/model"
	"entente/text"
	"entente/ui/cells"
	"entente/ui/describe"
	"entente/ui/theme"
)

// columns says how wide each part of a row is; 0 leaves it out.
type columns struct {
	weekday, day, span int // span: room for the last day of several
	place, sources     int
	date               int // the whole date, where no heading tells the month
	full               bool
}

// fit chooses the columns for a width. People read the counterparts first, so
// they are what shrinks last.
func fit(width int, bare bool) columns {
	c := columns{day: 2}
	if bare {
		c = columns{date: 11}
		if width < 30 {
			c.date = 7
		}
	}
	if width >= 24 && !bare {
		c.weekday = 3
	}
	if width >= 30 {
		c.sources = 3
	}
	if width >= 40 {
		c.place = 10
	}
	if width >= 52 && !bare {
		c.place, c.span = 12, 3
	}
	if width >= 64 {
		c.place, c.full = 14, true
	}
	if width >= 84 {
		c.place = 18
	}
	return c
}

// View draws the pane: exactly height rows of exactly width cells.
func (l *List) View() []string {
	rows := make([]string, 0, max(l.height, 0))
	c := fit(l.width, l.shape.bare)
	for y := range l.height {
		line := l.top + y
		if line >= l.shape.lines() {
			break
		}
		gr, i := l.shape.line(line)
		switch {
		case i < 0 || y == 0 && l.sticky():
			rows = append(rows, l.heading(gr))
		default:
			rows = append(rows, l.row(c, i))
		}
	}
	return cells.Block(rows, l.width, l.height)
}

// doubtful is the confidence below which a row says that it may be wrong.
const doubtful = 0.5

// heading draws the rule with the month and its count.
func (l *List) heading(k int) string {
	g := l.shape.all[k]
	st := l.st
	line := cells.NewLine(st, l.width)
	under := g.folded && l.shape.of(l.cursor) == k
	title, number := st.Text, st.Subtle
	lead := st.Glyphs.Rule
	if g.folded {
		lead = st.Glyphs.Closed
	}
	switch {
	case under:
		title = st.Cursor
		line.Put(st.Gutter, st.Glyphs.Gutter).Put(st.Accent, lead)
	case g.folded:
		line.Gap(1).Put(st.Accent, lead)
	default:
		line.Put(st.Rule, lead)
	}
	line.Gap(1).Put(title, monthName(g.month)).Gap(1)
	n := strconv.Itoa(g.n)
	line.Repeat(st.Rule, st.Glyphs.Rule, line.Left()-len(n)-3)
	line.Gap(1).Put(number, n).Gap(1)
	line.Repeat(st.Rule, st.Glyphs.Rule, line.Left())
	return line.String()
}

func monthName(d model.Date) string {
	switch d.Precision() {
	case model.PrecisionNone:
		return "Without a date"
	case model.PrecisionYear:
		return d.Long() + ", month not known"
	case model.PrecisionMonth, model.PrecisionDay:
	}
	return d.Long()
}

// row draws one meeting.
func (l *List) row(c columns, i int) string {
	st := l.st
	m := l.view.Outline(i)
	line := cells.NewLine(st, l.width)
	here := i == l.cursor
	name := l.head(line, m, here)
	l.when(line, c, m, name, here)
	glyph, ink := Glyph(st, m)
	line.Gap(1).PutIn(ink, glyph, st.Glyphs.Wide).Gap(1)
	if c.place > 0 {
		place := name
		if m.Kind == model.KindCall {
			place = st.Subtle
		}
		line.PutIn(place, describe.Place(l.view.Timeline, m), c.place).Gap(2)
	}
	tail := 0
	if c.sources > 0 {
		tail = c.sources + 3
	}
	lag := l.lag(m)
	if lag != "" && c.sources > 0 {
		tail += lagWidth
	}
	amended := c.sources > 0 && len(m.Amended) > 0
	if amended {
		tail++
	}
	who := cells.NewLine(st, line.Left()-tail)
	l.who(who, c, m, name)
	line.Join(who).To(l.width - tail)
	if amended {
		line.Gap(1) // it takes the gap before the mark for itself
	}
	if lag != "" && c.sources > 0 {
		line.PutRight(st.Subtle, lag, lagWidth)
	}
	if c.sources > 0 {
		mark, ink := "", st.Subtle
		switch {
		case len(m.Conflicts) > 0:
			mark, ink = st.Glyphs.Conflict, st.Off
		case m.Confidence > 0 && m.Confidence < doubtful:
			mark = "?"
		}
		if amended {
			line.Put(st.Accent, st.Glyphs.Amended)
		} else {
			line.Gap(1)
		}
		line.PutIn(ink, mark, 1).PutRight(st.Subtle, strconv.Itoa(m.Sources), c.sources)
	}
	return line.String()
}

// head draws what stands before the date: the cursor and the marks. It returns the ink of names.
func (l *List) head(line *cells.Line, m *model.Meeting, here bool) theme.Ink {
	st, noted := l.st, l.noted[m.ID]
	sign := Noted(st, noted)
	if l.marked[m.ID] {
		sign = st.Glyphs.Ticked
	}
	switch {
	case here:
		line.Put(st.Gutter, st.Glyphs.Gutter)
	case l.width < 20 && l.marked[m.ID]: // there is no column for signs
		line.Put(st.Accent, sign)
	default:
		line.Gap(1)
	}
	if l.width >= 20 {
		if n, ok := l.fresh[m.ID]; ok && !l.marked[m.ID] {
			sign = n.Sign()
		}
		line.PutIn(st.Accent, sign, 1)
	}
	if l.width >= 44 {
		line.Gap(1)
	}
	switch {
	case here:
		return st.Cursor
	case noted.Read:
		return st.Subtle
	}
	return st.Text
}

// lagWidth is the room for the days between a meeting and its first report.
const lagWidth = 6

// lag tells the days between a meeting and its first report, where the list is
// sorted by the latter. Before the meeting they are negative: it was announced.
func (l *List) lag(m *model.Meeting) string {
	if l.view.Order != model.ByReported {
		return ""
	}
	told := m.Reported()
	if told.Precision() != model.PrecisionDay || m.Date.Precision() != model.PrecisionDay {
		return " "
	}
	days := told.Days() - m.Date.Days()
	if days >= 0 {
		return "+" + strconv.Itoa(days) + "d"
	}
	return strconv.Itoa(days) + "d"
}

// when writes the day, or the whole date where no heading tells the month.
func (l *List) when(line *cells.Line, c columns, m *model.Meeting, name theme.Ink, here bool) {
	st := l.st
	if c.date > 0 {
		long := m.Date.Long()
		if m.Date.Precision() == model.PrecisionDay {
			long = strconv.Itoa(int(m.Date.Day)) + " " + m.Date.MonthOf().Long()[:3] + " " + strconv.Itoa(int(m.Date.Year))
		}
		if c.date < 11 {
			long = m.Date.MonthOf().String()
		}
		line.PutRight(st.Subtle, long, c.date)
		return
	}
	weekday, day := describe.Day(m.Date)
	number := st.Subtle
	if here {
		number = name
	}
	if c.weekday > 0 {
		line.PutIn(st.Subtle, weekday, c.weekday).Gap(1)
	}
	line.PutRight(number, day, c.day)
	last := ""
	if !m.End.IsZero() && m.End != m.Date {
		last = st.Glyphs.Dash
		if m.End.Precision() == model.PrecisionDay {
			last += strconv.Itoa(int(m.End.Day))
		}
	}
	line.PutIn(number, last, c.span)
}

// Noted is the sign of what the user noted about a meeting: the most telling, for there is one cell.
func Noted(st *theme.Styles, k model.Mark) string {
	switch {
	case k.Bookmarked:
		return st.Glyphs.Bookmark
	case k.Note != "":
		return st.Glyphs.Note
	case len(k.Tags) > 0:
		return st.Glyphs.Tag
	case k.Read:
		return st.Glyphs.Dot
	}
	return ""
}

// Glyph is the sign of what became of a meeting and, where it was held, of
// its kind; the words beside it say the same.
func Glyph(st *theme.Styles, m *model.Meeting) (string, theme.Ink) {
	switch m.Status {
	case model.StatusPlanned:
		return st.Glyphs.Planned, st.Planned
	case model.StatusOff:
		return st.Glyphs.Off, st.Off
	case model.StatusHeld:
	}
	switch m.Kind {
	case model.KindCall:
		return st.Glyphs.Call, st.Held
	case model.KindSummit:
		return st.Glyphs.Summit, st.Held
	case model.KindMeeting:
	}
	return st.Glyphs.Held, st.Held
}

// who writes as many counterparts as there is room for, and how many more there are.
func (l *List) who(line *cells.Line, c columns, m *model.Meeting, name theme.Ink) {
	st := l.st
	all := describe.Counterparts(l.view.Timeline, m, l.hubs)
	label := func(p model.Participant) string {
		if c.full && len(all) == 1 {
			return p.Name
		}
		return describe.Surname(p)
	}
	for k, p := range all {
		word := label(p)
		rest := len(all) - k - 1
		need := text.Width(word) + code(p)
		if k > 0 {
			need += 2
		}
		if rest > 0 {
			need += len(" + ") + len(strconv.Itoa(rest))
		}
		if k > 0 && need > line.Left() {
			line.Gap(1).Put(st.Subtle, "+").Gap(1).Put(st.Subtle, strconv.Itoa(rest+1))
			return
		}
		if k > 0 {
			line.Put(name, ",").Gap(1)
		}
		line.Put(name, word)
		if code(p) > 0 && line.Left() >= code(p) {
			line.Gap(1).Put(st.Subtle, "("+string(p.Party)+")")
		}
	}
	if word := describe.Status(m.Status); word != "" && line.Left() >= len(word)+2 {
		_, ink := Glyph(st, m)
		line.Gap(2).Put(ink, word)
	}
}

// code is the room that a party's code takes behind a name.
func code(p model.Participant) int {
	if p.Party == "" {
		return 0
	}
	return len(" ()") + len(p.Party)
}
