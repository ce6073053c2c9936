package ui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"entente/model"
	"entente/text"
	"entente/ui/cells"
	"entente/ui/field"
	"entente/ui/theme"
)

// helping lists what every key does, from the table of actions. It opens
// ready to type: words find actions, @x finds what key x does.
type helping struct {
	from scope // the layer it was opened over: its keys come first
	find *field.Field
	idle bool // Esc has cleared what was typed: q closes, anything else is typed again
	top  int
	w, h int
}

func (*helping) scope() scope { return scopeHelp }
func (*helping) name() string { return "help" }

func (x *helping) resize(_ *root, w, h int) tea.Cmd {
	x.w, x.h = w, h
	return nil
}

func (x *helping) typed(_ *root, s string) {
	x.find.Insert(s)
	x.top, x.idle = 0, false
}

func (x *helping) edit(_ *root, msg tea.KeyPressMsg) bool {
	x.top = 0
	if msg.String() == "space" {
		x.find.Insert(" ")
		return true
	}
	return x.find.Key(msg)
}

func (x *helping) escape(*root) bool {
	if x.find.Value() == "" {
		return false
	}
	x.find.Set("")
	x.idle = true
	return true
}

func (x *helping) move(m *root, to motion, n int) tea.Cmd {
	x.top = scrolled(x.top, to, n, x.h)
	x.top = max(0, min(x.top, len(x.rows(m))-(x.h-2)))
	return nil
}

func (x *helping) wheel(m *root, n int) { x.move(m, byRow, n) }

func (*helping) click(*root, int, int) tea.Cmd { return nil }

func (x *helping) view(m *root) []string {
	st := m.st
	head := cells.NewLine(st, x.w).Gap(2).Put(st.Strong, "Keys").Gap(2)
	if s := x.find.Value(); s != "" {
		head.Put(st.Accent, s)
	} else {
		closes := "Esc closes"
		if x.idle {
			closes = "q closes"
		}
		head.Put(st.Subtle, "type to find; @x finds what key x does; "+closes)
	}
	rows := []string{head.String(), cells.Spaces(x.w)} //nolint:prealloc // a handful of rows.
	all := x.rows(m)
	if len(all) == 0 {
		all = []string{cells.NewLine(st, x.w).Gap(2).Put(st.Subtle, "Nothing does that. Esc clears what was typed.").String()}
	}
	from := max(0, min(x.top, len(all)-(x.h-2)))
	return cells.Block(append(rows, all[from:]...), x.w, x.h)
}

// matches tells whether a row of the table is looked for.
func (x *helping) matches(a action, keys []string) bool {
	want := strings.TrimSpace(x.find.Value())
	if key, ok := strings.CutPrefix(want, "@"); ok {
		for _, k := range keys {
			if key == "" || pretty(k) == key || strings.EqualFold(k, key) || pretty(k) == pretty(key) {
				return true
			}
		}
		return false
	}
	hay := text.Fold(strings.Join([]string{a.name, a.help, a.group, a.short, a.menu, a.words}, " "))
	for w := range strings.FieldsSeq(text.Fold(want)) {
		if !strings.Contains(hay, w) && (len(w) <= 3 || !strings.Contains(hay, strings.TrimSuffix(w, "s"))) { // bookmarks, notes
			return false
		}
	}
	return true
}

// rows draws the headings and rows that match.
func (x *helping) rows(m *root) []string {
	st := m.st
	var out []string
	section := func(title string, has func(action) bool) {
		first := true
		for _, a := range table {
			if !has(a) {
				continue
			}
			keys := m.keymap.Keys(string(a.scope), a.name)
			if !x.matches(a, keys) {
				continue
			}
			if first {
				if len(out) > 0 {
					out = append(out, cells.Spaces(x.w))
				}
				out = append(out, cells.NewLine(st, x.w).Gap(2).Put(st.Strong, title).String())
				first = false
			}
			out = append(out, helpRows(m, a, keys, x.w)...)
		}
	}
	// Over the timeline the order of the groups is the best there is; anywhere
	// else, what holds only there comes first.
	here := x.from
	if here == scopeTimeline {
		here = ""
	}
	section("Here, in the "+string(here), func(a action) bool { return a.scope == here })
	for _, group := range groupOrder {
		section(group, func(a action) bool { return a.group == group && a.scope != here })
	}
	return slices.Concat(out, x.signs(m), x.language(m))
}

// keyColumn is how much room the keys have.
const keyColumn = 16

// helpRows sets an action in as many rows as its help takes.
func helpRows(m *root, a action, keys []string, w int) []string {
	name := ":" + a.name
	if a.arg != "" {
		name += " " + a.arg
	}
	return helpRow(m.st, w, helpKeys(m, a, keys, w), a.help, name)
}

// helpRow sets what stands in the column of keys, what it means and, on a wide screen, its name.
func helpRow(st *theme.Styles, w int, head *cells.Line, help, name string) []string {
	room := w - keyColumn - 5 - 1
	if w >= 110 {
		room -= 26
	} else {
		name = ""
	}
	var rows []string
	for i, row := range cells.Flow(st, []cells.Run{{Ink: st.Text, Text: help}}, max(room, 8), 0) {
		l := cells.NewLine(st, w)
		if i == 0 {
			l.Gap(4).Join(head)
		}
		l.To(4 + keyColumn + 1)
		if l.Left() < max(room, 8) {
			rows = append(rows, l.Put(st.Text, help).String()) // too narrow for a column of its own
			break
		}
		row = l.Head() + row
		if name != "" && i == 0 {
			row += cells.NewLine(st, w-4-keyColumn-1-room).Put(st.Subtle, name).String()
		} else {
			row += cells.Spaces(w - 4 - keyColumn - 1 - room)
		}
		rows = append(rows, row)
	}
	return rows
}

func helpKeys(m *root, a action, keys []string, w int) *cells.Line {
	st := m.st
	k := cells.NewLine(st, min(keyColumn, max(0, w/2-4)))
	for i, key := range keys {
		if i > 0 {
			k.Gap(1)
		}
		if p := m.pretty(key); k.Left() >= text.Width(p) {
			k.Put(st.Key, p)
		}
	}
	if len(keys) == 0 {
		k.Put(st.Key, ":"+a.name)
	}
	return k
}

// language lists the words of the filter.
func (x *helping) language(m *root) []string {
	st := m.st
	var out []string
	want := text.Fold(strings.TrimSpace(x.find.Value()))
	if isSign(st, strings.TrimSpace(x.find.Value())) {
		return nil
	}
	for _, w := range filterLanguage() {
		if want != "" && !strings.Contains(text.Fold(w.Word+" "+w.Meaning+" "+w.Example), want) {
			continue
		}
		if len(out) == 0 {
			out = append(out, cells.Spaces(x.w), cells.NewLine(st, x.w).Gap(2).Put(st.Strong, "Words of the filter").String())
		}
		l := cells.NewLine(st, x.w).Gap(4)
		l.PutIn(st.Key, w.Example, min(keyColumn+8, max(0, x.w/2))).Gap(1).Put(st.Text, w.Meaning)
		out = append(out, l.String())
	}
	return out
}

// filterLanguage is the whole of the filter language.
func filterLanguage() []model.FilterWord {
	return append(model.FilterSigns(), model.FilterWords()...)
}

// helpActions are the rows of the help and of the answer to ‘why’.
func helpActions() []action {
	help := func(m *root, c call) tea.Cmd {
		h := &helping{from: m.top().scope(), find: field.New(c.arg, nil)}
		return m.push(h)
	}
	return []action{
		{
			name: "help", keys: []string{"?", "f1"}, scope: scopeEverywhere, group: groupProgram,
			words: "keys shortcuts manual usage",
			help:  "what every key does", arg: "[WORDS]", run: help,
		},
		{
			name: "close-help", keys: []string{"f1"}, scope: scopeHelp, group: groupProgram,
			help: "close the help", run: func(m *root, _ call) tea.Cmd { return m.pop(false) },
		},
		{
			name: "leave-help", keys: []string{"q"}, scope: scopeHelp, group: groupProgram,
			help: "close the help, once Esc has cleared what was typed; before that it is a letter", run: func(m *root, _ call) tea.Cmd {
				if x, ok := m.top().(*helping); ok && !x.idle {
					x.typed(m, "q")
					return nil
				}
				return m.pop(false)
			},
		},
		{
			name: "why", keys: []string{"w"}, scope: scopeEverywhere, group: groupLooking,
			words: "evidence proof source quote explain reason corrected",
			help:  "why this is here: the words, the rules, what was weighed", run: (*root).askWhy,
		},
	}
}
