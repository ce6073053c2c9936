package ui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"entente/model"
	"entente/text"
	"entente/ui/cells"
	"entente/ui/describe"
	"entente/ui/field"
)

// facet is the list of a field's values with their counts. Typing narrows it;
// Space ticks, and the timeline follows at once; Enter keeps what was ticked,
// Esc takes it back.
type facet struct {
	field  model.Field
	title  string
	before selection

	all    []model.Count // under the rest of the filter
	shown  []int         // places in all that match what was typed
	find   *field.Field
	at     int // in shown
	top    int
	w, h   int
	choice string // key of the value under the cursor, kept when counts change
}

// facetKinds are the fields that have a list, by the key behind f.
var facetKinds = []struct {
	key, name, title string
	field            model.Field
}{
	{"c", "countries", "Countries and bodies", model.FieldWith},
	{"l", "leaders", "People", model.FieldWho},
	{"p", "places", "Places", model.FieldIn},
	{"s", "outlets", "Sources", model.FieldSource},
	{"t", "topics", "Topics", model.FieldTopic},
	{"d", "dates", "Months", model.FieldDate},
	{"k", "kinds", "Kinds", model.FieldKind},
	{"x", "states", "What became of it", model.FieldStatus},
	{"g", "tags", "Tags", model.FieldTag},
	{"m", "marks", "Your marks", model.FieldIs},
}

// facetActions are the rows of the lists of values.
func facetActions() []action {
	onFacet := func(f func(*facet, *root) tea.Cmd) func(*root, call) tea.Cmd {
		return func(m *root, _ call) tea.Cmd {
			if x, ok := m.top().(*facet); ok {
				return f(x, m)
			}
			return nil
		}
	}
	// The row "facet" has no key of its own; it stands for the prefix in hints and help.
	rows := []action{ //nolint:prealloc // a handful of rows.
		{
			name: "tick", keys: []string{"space"}, scope: scopeFacet, group: groupLists,
			help: "tick the value; several values mean any of them", run: onFacet(func(x *facet, m *root) tea.Cmd { return x.toggle(m, false) }),
		},
		{
			name: "exclude", keys: []string{"!"}, scope: scopeFacet, group: groupLists,
			help: "exclude the value", run: onFacet(func(x *facet, m *root) tea.Cmd { return x.toggle(m, true) }),
		},
		{
			name: "accept", keys: []string{"enter"}, scope: scopeFacet, group: groupLists,
			help: "take what is ticked, or the value under the cursor, and close", short: "take", run: onFacet((*facet).accept),
		},
	}
	for _, k := range facetKinds {
		rows = append(rows, action{
			name: "facet-" + k.name, keys: []string{"f " + k.key}, scope: scopeTimeline, group: groupFilter,
			short: "facets", help: "choose from " + strings.ToLower(k.title) + ", with counts", menu: strings.ToLower(k.title),
			run: func(m *root, _ call) tea.Cmd {
				return m.push(newFacet(m, k.field, k.title))
			},
		})
	}
	return rows
}

func newFacet(m *root, f model.Field, title string) *facet {
	x := &facet{field: f, title: title, before: m.sel, find: field.New("", nil)}
	x.refresh(m)
	return x
}

func (*facet) scope() scope { return scopeFacet }
func (*facet) beside() bool { return true }
func (x *facet) name() string {
	return strings.ToLower(x.title)
}

func (x *facet) resize(_ *root, w, h int) tea.Cmd {
	x.w, x.h = w, h
	x.clamp()
	return nil
}

// refresh counts again: the counts follow the rest of the filter.
func (x *facet) refresh(m *root) {
	if x.field == model.FieldDate {
		x.all = m.tl.View(m.sel.filter.Without(model.FieldDate), model.ByDate, false).Months()
	} else {
		x.all = m.tl.View(m.sel.filter, model.ByDate, false).Facet(x.field)
	}
	x.narrow()
}

// narrow lists the values that match what was typed.
func (x *facet) narrow() {
	x.shown = x.shown[:0]
	want := text.Fold(strings.TrimSpace(x.find.Value()))
	for i, c := range x.all {
		if want == "" || strings.Contains(text.Fold(c.Label), want) || text.Fold(c.Key) == want {
			x.shown = append(x.shown, i)
		}
	}
	// Values that begin with what was typed are meant more often than those that hold it.
	if want != "" {
		slices.SortStableFunc(x.shown, func(a, b int) int {
			rank := func(i int) int {
				if startsWord(x.all[i].Label, want) {
					return 0
				}
				return 1
			}
			return rank(a) - rank(b)
		})
	}
	x.at = 0
	for i, k := range x.shown {
		if x.all[k].Key == x.choice && want == "" {
			x.at = i
		}
	}
	x.clamp()
}

func (x *facet) clamp() {
	x.at = max(0, min(x.at, len(x.shown)-1))
	rows := max(1, x.h-2)
	x.top = min(x.at, max(0, min(x.top, len(x.shown)-rows)))
	if x.at >= x.top+rows {
		x.top = x.at - rows + 1
	}
}

func (x *facet) current() (model.Count, bool) {
	if x.at < 0 || x.at >= len(x.shown) {
		return model.Count{}, false
	}
	return x.all[x.shown[x.at]], true
}

// value is what the filter takes: the name that people know, where that finds the same.
func (x *facet) value(c model.Count) string {
	if x.field == model.FieldDate {
		return c.Key
	}
	return c.Label
}

// has tells whether a list of filter values names a value.
func has(values []string, c model.Count) bool {
	return slices.ContainsFunc(values, func(v string) bool {
		v = text.Fold(v)
		return v == text.Fold(c.Key) || v == text.Fold(c.Label)
	})
}

// toggle ticks or excludes the value under the cursor, or takes that back.
func (x *facet) toggle(m *root, not bool) tea.Cmd {
	c, ok := x.current()
	if !ok {
		return nil
	}
	x.choice = c.Key
	m.sel.filter = toggled(m.sel.filter, x.field, x.value(c), c, not)
	cmd := m.reselect()
	if x.find.Value() != "" { // the next value is typed anew
		x.find.Set("")
		x.narrow()
	}
	return cmd
}

// toggled returns the filter with a value wanted, excluded, or neither where it was so before.
func toggled(f model.Filter, fd model.Field, v string, c model.Count, not bool) model.Filter {
	want, exclude := f.Values(fd)
	was := has(want, c) && !not || has(exclude, c) && not
	var out model.Filter
	for _, t := range f.Terms {
		if t.Field == fd {
			t.Values = slices.DeleteFunc(slices.Clone(t.Values), func(x string) bool { return has([]string{x}, c) })
			if len(t.Values) == 0 {
				continue
			}
		}
		out.Terms = append(out.Terms, t)
	}
	if was {
		return out
	}
	if !not {
		return out.Toggle(fd, v)
	}
	return out.And(model.Term{Field: fd, Op: ":", Values: []string{v}, Not: true})
}

// accept keeps the filter as it is. Where nothing was ticked, the value under the cursor is meant.
func (x *facet) accept(m *root) tea.Cmd {
	if m.sel.equal(x.before) {
		if _, ok := x.current(); ok {
			x.toggle(m, false)
		}
	}
	return m.pop(false)
}

func (x *facet) closed(m *root, undo bool) tea.Cmd {
	if m.sel.equal(x.before) {
		return nil
	}
	if undo {
		m.sel = x.before
		return m.reselect()
	}
	m.trail.push(x.before)
	return nil
}

// escape clears what was typed before it closes the list.
func (x *facet) escape(*root) bool {
	if x.find.Value() == "" {
		return false
	}
	x.find.Set("")
	x.narrow()
	return true
}

func (x *facet) typed(_ *root, s string) {
	x.find.Insert(s)
	x.narrow()
}

func (x *facet) edit(_ *root, msg tea.KeyPressMsg) bool {
	ok := x.find.Key(msg)
	x.narrow()
	return ok
}

func (x *facet) move(_ *root, to motion, n int) tea.Cmd {
	x.at = moved(x.at, len(x.shown), to, n, x.h-2)
	x.clamp()
	if c, ok := x.current(); ok {
		x.choice = c.Key
	}
	return nil
}

// moved is where a cursor stands after a motion among n rows, seen rows at a time.
func moved(at, rows int, to motion, n, seen int) int {
	switch to {
	case byRow, byDay, scrollBy:
		at += n
	case byHalf:
		at += n * max(1, seen/2)
	case byPage, byMonth:
		at += n * max(1, seen-1)
	case toFirst:
		at = 0
	case toLast:
		at = rows - 1
	case toCentre:
	}
	return max(0, min(at, rows-1))
}

func (x *facet) click(m *root, _, y int) tea.Cmd {
	i := x.top + y - 2
	if y < 2 || i >= len(x.shown) {
		return nil
	}
	x.at = i
	return x.toggle(m, false)
}

func (x *facet) wheel(_ *root, n int) {
	x.at = max(0, min(x.at+n, len(x.shown)-1))
	x.clamp()
}

func (x *facet) cursor() (int, int) { return 1, 2 + x.at - x.top }

func (x *facet) state(*root) string {
	return describe.Count(len(x.shown), "value", "values")
}

func (x *facet) view(m *root) []string {
	st := m.st
	head := cells.NewLine(st, x.w).Gap(2).Put(st.Strong, x.title)
	find := cells.NewLine(st, x.w).Gap(2)
	if typed := x.find.Value(); typed != "" {
		find.Put(st.Accent, typed)
	} else {
		find.Put(st.Subtle, "type to find")
	}
	rows := []string{head.String(), find.String()}
	want, exclude := m.sel.filter.Values(x.field)
	if len(x.shown) == 0 {
		rows = append(rows, cells.NewLine(st, x.w).Gap(2).Put(st.Subtle, "Nothing here matches; Esc clears what was typed.").String())
	}
	width := 0
	for _, c := range x.all[:min(len(x.all), 1)] {
		width = len(describe.Number(c.N))
	}
	for i := x.top; i < len(x.shown) && len(rows) < x.h; i++ {
		rows = append(rows, x.row(m, i, width, want, exclude))
	}
	return cells.Block(rows, x.w, x.h)
}

func (x *facet) row(m *root, i, width int, want, exclude []string) string {
	st := m.st
	c := x.all[x.shown[i]]
	l := cells.NewLine(st, x.w)
	name := st.Text
	if i == x.at {
		l.Gap(1).Put(st.Gutter, st.Glyphs.Gutter)
		name = st.Cursor
	} else {
		l.Gap(2)
	}
	switch {
	case has(want, c):
		l.Put(st.Held, st.Glyphs.Ticked)
	case has(exclude, c):
		l.Put(st.Off, st.Glyphs.Excluded)
	default:
		l.Put(st.Subtle, st.Glyphs.Unticked)
	}
	l.Gap(1)
	code := ""
	if x.field == model.FieldWith && c.Key != c.Label {
		code = c.Key
	}
	room := min(l.Left()-width-4, 40)
	name1 := cells.NewLine(st, room).Put(name, c.Label)
	if code != "" {
		name1.Gap(1).Put(st.Subtle, code)
	}
	l.Join(name1).To(min(x.w-width-1, 4+room+1))
	l.PutRight(st.Subtle, describe.Number(c.N), width+1)
	return l.String()
}
