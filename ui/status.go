package ui

import (
	"fmt"
	"strings"
	"time"

	"entente/ui/cells"
	"entente/ui/describe"
	"entente/ui/theme"
)

// message is what the status line says until the next key.
type message struct {
	text string
	bad  bool
}

// mostMessages bounds the list of what was said.
const mostMessages = 500

// say puts a sentence into the status line.
func (m *root) say(s string) { m.tell(message{s, false}) }

// fail says that something went wrong.
func (m *root) fail(s string) { m.tell(message{s, true}) }

func (m *root) tell(msg message) {
	m.message = msg
	m.log = append(m.log, msg.text)
	m.log = m.log[max(0, len(m.log)-mostMessages):]
}

// statusRow draws the last line: what is being typed, what was said, or what
// can be done here. It returns the cell of the cursor where something is typed.
func (m *root) statusRow(w int) (row string, cursor int) {
	st := m.st
	if m.prompt != nil {
		return m.promptRow(w)
	}
	l := cells.NewLine(st, w).Gap(1)
	right := cells.NewLine(st, w)
	m.position(right)
	room := w - right.At() - 2
	left := cells.NewLine(st, max(room, 0))
	switch {
	case m.typing.Pending():
		left.Put(st.Key, m.typing.Typed())
	case m.message.text != "":
		ink := st.Text
		if m.message.bad {
			ink = st.Alert
		}
		room = w - 1
		left = cells.NewLine(st, room).Put(ink, m.message.text)
	default:
		m.hints(left)
	}
	l.Join(left)
	if m.message.text == "" {
		l.To(w - right.At() - 1)
		l.Join(right)
	}
	return l.String(), -1
}

// position says at the right where the layer on top stands.
func (m *root) position(l *cells.Line) {
	st := m.st
	if l.Left() < 40 {
		return
	}
	if m.load.busy && m.load.why == whyStart && m.tl.Len() > 0 {
		l.Put(st.Subtle, m.pace()).Gap(2)
	}
	if m.top() == layer(m.list) && l.Left() >= 150 {
		m.legend(l)
		l.Gap(4)
	}
	if s, ok := m.top().(stater); ok {
		l.Put(st.Subtle, s.state(m))
	}
}

// pace says how far the load is, how fast it goes and how long it will take.
func (m *root) pace() string {
	p := m.load.progress
	out := "reading"
	switch {
	case p.Preparing != "":
		return p.Preparing
	case p.Total == 0:
		return out + m.st.Glyphs.Ellipsis
	}
	out += fmt.Sprintf(" %d %%", min(100, int(100*p.Share)))
	if p.Rate > 0 {
		out += fmt.Sprintf(", %.1f MB/s", p.Rate/1e6)
	}
	if p.Left >= time.Second {
		out += ", " + p.Left.Round(time.Second).String() + " left"
	}
	return out
}

// legend explains the glyphs where there is room.
func (m *root) legend(l *cells.Line) {
	st := m.st
	for i, x := range []struct {
		glyph, word string
		ink         theme.Ink
	}{
		{st.Glyphs.Held, "held", st.Held},
		{st.Glyphs.Call, "call", st.Held},
		{st.Glyphs.Summit, "summit", st.Held},
		{st.Glyphs.Planned, "planned", st.Planned},
		{st.Glyphs.Off, "off", st.Off},
	} {
		if i > 0 {
			l.Gap(2)
		}
		l.Put(x.ink, x.glyph).Gap(1).Put(st.Subtle, x.word)
	}
}

// hints names the most useful keys of the layer on top, as many as there is room for.
func (m *root) hints(l *cells.Line) {
	st := m.st
	for i, name := range hintsFor(m.top()) {
		name, called, _ := strings.Cut(name, "=")
		prefix, ok := strings.CutSuffix(name, "-*") // a row for all that begin with one key
		if ok {
			name = prefix
		}
		a := mustAction(name)
		key, word := m.keyFor(a), a.short
		if _, opens := m.top().(opener); key == "" || a.name == "open" && !opens {
			continue
		}
		if ok {
			key = key[:1]
		}
		if called != "" {
			word = called
		}
		if word == "" {
			word = a.name
		}
		need := len([]rune(key)) + 1 + len(word)
		if i > 0 {
			need += 2
		}
		if need > l.Left() {
			return
		}
		if i > 0 {
			l.Gap(2)
		}
		l.Put(st.Key, key).Gap(1).Put(st.Subtle, word)
	}
}

// headerRow draws the first line: how much there is, of what time, and the filter.
func (m *root) headerRow(w int) string {
	st := m.st
	l := cells.NewLine(st, w).Gap(1)
	filter := m.sel.filter.String()
	if m.prompt != nil && m.prompt.kind == promptFilter {
		filter = m.prompt.f.Value()
	}
	counts := m.summary()
	if w >= 60 {
		l.Put(st.Strong, "entente").Gap(3)
	}
	if w >= 120 && m.opts.Title != "" {
		l.Put(st.Text, m.opts.Title).Gap(3)
	}
	if m.tl.Len() == 0 && m.load.busy {
		l.Put(st.Subtle, "reading the articles"+st.Glyphs.Ellipsis)
		return l.String()
	}
	l.Put(st.Text, counts)
	long := cells.NewLine(st, w)
	if first, last := span(m.base); !first.IsZero() {
		long.Gap(1).Put(st.Subtle, st.Glyphs.Dot).Gap(1).Put(st.Subtle, spanned(st, first, last))
	}
	articles := cells.NewLine(st, w).Gap(1).Put(st.Subtle, st.Glyphs.Dot).Gap(1).
		Put(st.Subtle, m.articleCount())
	f := cells.NewLine(st, max(0, w-l.At()-3))
	if filter != "" {
		f.Put(st.Accent, filter)
		if key := m.keyFor(mustAction("clear-filter")); m.prompt == nil && f.Left() > len(key)+10 {
			f.Gap(2).Put(st.Subtle, "("+key+" clears)")
		}
	}
	if order := m.orderName(); order != "" && f.Left() > len(order)+4 {
		f.Gap(2).Put(st.Subtle, order)
	}
	// The filter must be seen; the rest gives way.
	if l.At()+long.At()+f.At()+3 <= w {
		l.Join(long)
	}
	if l.At()+articles.At()+f.At()+3 <= w {
		l.Join(articles)
	}
	l.To(w - f.At() - 1)
	l.Join(f)
	return l.String()
}

// articleCount says how many articles were read and, with a filter, how many of them report what is shown.
func (m *root) articleCount() string {
	all := describe.Count(len(m.tl.Published()), "article", "articles")
	if m.sel.filter.IsZero() || m.telling < 0 {
		return all
	}
	return describe.Number(m.telling) + " of " + all
}

// panel is what stands over the status line for as long as a sequence of keys
// or a word that can be completed is being typed.
func (m *root) panel(w int) []string {
	switch {
	case m.prompt != nil:
		return m.promptPanel(w)
	case m.typing.Begun() != "":
		return m.menu(w)
	}
	return nil
}

// menu lists how a sequence of keys can go on.
func (m *root) menu(w int) []string {
	st := m.st
	const most = 8
	if w < 10 {
		return nil
	}
	next := m.typing.Continue(m.keymap, names(m.scopes()))
	var column, across, down int
	for _, column = range []int{30, 20, 15, 10} { // narrower where the rows would not do
		across = max(1, w/column)
		down = min((len(next)+across-1)/across, most)
		if down <= m.geo.height-3 {
			break
		}
	}
	rows := []string{cells.NewLine(st, w).Repeat(st.Rule, st.Glyphs.Rule, w).String()}
	for y := range down {
		l := cells.NewLine(st, w)
		for x := range across {
			i := x*down + y
			if i >= len(next) {
				break
			}
			a, _ := actionNamed(next[i].Action)
			c := cells.NewLine(st, min(column, w-x*column)).Gap(1)
			if column > 15 {
				c.Gap(1)
			}
			c.PutIn(st.Key, m.pretty(next[i].Key), column/10).Gap(1).Put(st.Text, a.menuWord())
			l.To(x * column).Join(c)
		}
		rows = append(rows, l.String())
	}
	return rows
}

// miss says what the filter misses, once it is typed: working it out asks for more filters than a key press may.
func (m *root) miss() string {
	if m.prompt != nil || m.tl.Len() > fewMeetings {
		return ""
	}
	if m.missed.view != m.base {
		m.missed.view, m.missed.says = m.base, describe.Miss(m.tl.Miss(m.sel.filter))
		if m.missed.says != "" {
			m.missed.says += " "
		}
	}
	return m.missed.says
}

// emptyPage is what stands where there would be meetings: why there are none, and what to do.
func (m *root) emptyPage(w, h int) []string {
	st := m.st
	var say []cells.Run
	switch {
	case m.load.busy && m.load.progress.Total > 0:
		p := m.load.progress
		say = []cells.Run{
			{Ink: st.Subtle, Text: fmt.Sprintf("%s: file %s of %s, %s so far. ",
				m.pace(), describe.Number(p.Files), describe.Number(p.Total), describe.Count(p.Articles, "article", "articles"))},
			{Ink: st.Key, Text: "Esc"},
			{Ink: st.Subtle, Text: " stops it."},
		}
	case m.load.busy:
		say = []cells.Run{{Ink: st.Subtle, Text: "Reading the articles" + st.Glyphs.Ellipsis}}
	case m.load.err != nil:
		say = []cells.Run{{Ink: st.Alert, Text: "The articles could not be read. "}, {Ink: st.Text, Text: m.load.err.Error()}}
	case m.tl.Len() == 0 && len(m.tl.Published()) == 0:
		say = []cells.Run{
			{Ink: st.Text, Text: "There is no article here. Start entente with a file or a folder that has some: "},
			{Ink: st.Accent, Text: "entente FOLDER"},
		}
	case m.tl.Len() == 0:
		say = []cells.Run{{Ink: st.Text, Text: describe.Count(len(m.tl.Published()), "article was", "articles were") +
			" read, and none of them reports a meeting. " + hint(m, "messages", " lists what was skipped.")}}
	default:
		say = []cells.Run{
			{Ink: st.Text, Text: "No meeting matches "},
			{Ink: st.Accent, Text: m.sel.filter.String()},
			{Ink: st.Text, Text: ". " + m.miss()},
			{Ink: st.Key, Text: m.keyFor(mustAction("drop-term"))},
			{Ink: st.Text, Text: " drops the last word, "},
			{Ink: st.Key, Text: m.keyFor(mustAction("clear-filter"))},
			{Ink: st.Text, Text: " all of them."},
		}
	}
	wide := min(w-4, 64)
	if wide < 10 {
		wide = w
	}
	var rows []string
	for range min(2, max(0, h-4)) {
		rows = append(rows, cells.Spaces(w))
	}
	pad := min(2, (w-wide)/2)
	for _, row := range cells.Flow(st, say, wide, 0) {
		rows = append(rows, cells.Spaces(pad)+row+cells.Spaces(w-wide-pad))
	}
	if m.load.busy && m.load.progress.Total > 0 && wide < w {
		rows = append(rows, cells.Spaces(w), cells.Spaces(pad)+loadBar(m.st, m.load.progress.Share, wide)+cells.Spaces(w-wide-pad))
	}
	return cells.Block(rows, w, h)
}

func hint(m *root, action, rest string) string {
	a := mustAction(action)
	if k := m.keyFor(a); k != "" {
		return k + rest
	}
	return ":" + a.name + rest
}
