package ui

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"entente/model"
	"entente/text"
)

// filterActions are the rows about what is shown.
func filterActions() []action {
	return []action{
		{
			name: "filter", keys: []string{"/"}, scope: scopeTimeline, group: groupFilter,
			words: "search find query select only grep",
			help:  "narrow as you type: words, who: with: in: date: …", arg: "FILTER", complete: completeFilter, run: (*root).askFilter,
		},
		{
			name: "clear-filter", keys: []string{"X"}, scope: scopeEverywhere, group: groupFilter,
			words: "reset everything remove",
			help:  "clear the whole filter; u brings it back", run: func(m *root, _ call) tea.Cmd {
				return m.setFilter(model.Filter{})
			},
		},
		{
			name: "drop-term", keys: []string{"backspace"}, scope: scopeTimeline, group: groupFilter,
			help: "drop the filter's last word", run: func(m *root, _ call) tea.Cmd {
				if m.sel.filter.IsZero() {
					m.say("There is no filter to drop.")
					return nil
				}
				return m.setFilter(m.sel.filter.Drop())
			},
		},
		{
			name: "add-value", keys: []string{"*"}, scope: scopeTimeline, group: groupFilter,
			words: "filter include with person",
			help:  "only meetings with the counterpart under the cursor; again for the next value", run: takeValue(false),
		},
		{
			name: "exclude-value", keys: []string{"#"}, scope: scopeTimeline, group: groupFilter,
			words: "filter without hide minus",
			help:  "no meetings with the counterpart under the cursor", run: takeValue(true),
		},
	}
}

// askFilter opens the filter line. From the command line the filter may be given at once.
func (m *root) askFilter(c call) tea.Cmd {
	if c.arg != "" {
		f, err := model.ParseFilter(c.arg)
		if err != nil {
			m.fail(sentence(err))
			return nil
		}
		return m.setFilter(f)
	}
	before := m.sel
	value := m.sel.filter.String()
	if value != "" {
		value += " "
	}
	return m.ask(&prompt{
		kind: promptFilter, label: "/", sum: (*root).summary,
		changed: func(m *root, s string) tea.Cmd {
			f, err := model.ParseFilter(s)
			m.prompt.bad = ""
			if err != nil { // the list is narrowed by what stands before the mistake
				m.prompt.bad = sentence(err)
				if f, err = model.ParseFilter(strings.TrimSuffix(s, model.LastWord(s))); err != nil {
					return nil
				}
			}
			if f.String() == m.sel.filter.String() {
				return nil
			}
			m.sel.filter = f
			return m.reselect()
		},
		complete: completeFilter,
		entered: func(m *root, _ string) tea.Cmd {
			if !m.sel.equal(before) {
				m.trail.push(before)
			}
			return nil
		},
		left: func(m *root) tea.Cmd {
			if m.sel.equal(before) {
				return nil
			}
			m.sel = before
			return m.reselect()
		},
	}, value)
}

// sentence writes an error for the status line.
func sentence(err error) string {
	s := err.Error()
	if f, ok := errors.AsType[*model.FilterError](err); ok {
		s = f.Error()
	}
	if s == "" {
		return ""
	}
	s = strings.ToUpper(s[:1]) + s[1:]
	if !strings.HasSuffix(s, "?") && !strings.HasSuffix(s, ".") {
		s += "."
	}
	return s
}

// valueFields are the fields whose values are offered behind their word, and
// for a bare word.
var valueFields = []model.Field{model.FieldWho, model.FieldWith, model.FieldIn, model.FieldTopic, model.FieldTag, model.FieldSource}

// mostOptions bounds what is offered: more than fits a row is no help.
const mostOptions = 24

// completeFilter offers, for the word being typed, the words of the filter
// language and the values that occur together with the rest of the filter.
func completeFilter(m *root, before string) (int, []completion) {
	word := model.LastWord(before)
	n := len([]rune(word))
	bare := strings.TrimPrefix(word, "-")
	sign := word[:len(word)-len(bare)]
	if bare == "" {
		return 0, nil
	}
	rest, err := model.ParseFilter(before[:len(before)-len(word)])
	if err != nil {
		return 0, nil
	}
	name, value, qualified := strings.Cut(bare, ":")
	if qualified {
		return n, m.completeValue(rest, sign, name, value)
	}
	var out []completion
	for _, w := range model.FilterWords() {
		if strings.HasPrefix(w.Word, bare) || slices.ContainsFunc(w.Aliases, func(a string) bool { return strings.HasPrefix(a, bare) }) {
			op := ":"
			if !strings.Contains(w.Example, ":") {
				op = ">="
			}
			out = append(out, completion{sign + w.Word + op, w.Word + op, w.Meaning})
		}
	}
	if len([]rune(bare)) < 2 { // one letter begins too many names
		return n, out
	}
	v := m.tl.View(rest, model.ByDate, false)
	prefix := text.Fold(bare)
	for _, f := range valueFields[:5] {
		for _, c := range v.Facet(f) {
			if startsWord(c.Label, prefix) && len(out) < mostOptions {
				out = append(out, completion{sign + term(f, c.Label), wordOf(f) + ":" + c.Label, strconv.Itoa(c.N)})
			}
		}
	}
	return n, out
}

// completeValue offers the values of one field.
func (m *root) completeValue(rest model.Filter, sign, name, value string) []completion {
	i := slices.IndexFunc(model.FilterWords(), func(w model.FilterWord) bool {
		return w.Word == name || slices.Contains(w.Aliases, name)
	})
	if i < 0 {
		return nil
	}
	f := model.FilterWords()[i].Field
	// Of several values, the last is being typed.
	lead := ""
	if k := strings.LastIndexByte(value, ','); k >= 0 {
		lead, value = value[:k+1], value[k+1:]
	}
	prefix := text.Fold(strings.Trim(value, `"`))
	var counts []model.Count
	v := m.tl.View(rest, model.ByDate, false)
	if f == model.FieldDate {
		counts = v.Months()
	} else {
		counts = v.Facet(f)
	}
	var out []completion
	for _, c := range counts {
		show, put := c.Label, quoted(c.Label)
		if f == model.FieldDate {
			show, put = c.Key, c.Key
		}
		if (prefix == "" || startsWord(show, prefix)) && len(out) < mostOptions {
			out = append(out, completion{sign + name + ":" + lead + put, show, strconv.Itoa(c.N)})
		}
	}
	return out
}

// wordOf is the word of the filter language for a field.
func wordOf(f model.Field) string {
	for _, w := range model.FilterWords() {
		if w.Field == f {
			return w.Word
		}
	}
	return ""
}

// term writes a value with its word, as the filter line wants it.
func term(f model.Field, v string) string {
	return model.Term{Field: f, Op: ":", Values: []string{v}}.String()
}

func quoted(v string) string {
	if strings.ContainsAny(v, " ,\t") {
		return `"` + v + `"`
	}
	return v
}

// takeValue makes the handler of * and #: the filter takes the first
// counterpart under the cursor that it does not have yet, then the place.
func takeValue(not bool) func(*root, call) tea.Cmd {
	return func(m *root, _ call) tea.Cmd {
		cur := m.list.l.Current()
		if cur == nil {
			return nil
		}
		for _, v := range m.valuesOf(cur) {
			want, exclude := m.sel.filter.Values(v.Field)
			have := slices.Concat(want, exclude)
			if slices.ContainsFunc(have, func(h string) bool { return text.Fold(h) == text.Fold(v.Values[0]) }) {
				continue
			}
			v.Not = not
			cmd := m.setFilter(m.sel.filter.And(v))
			m.say(fmt.Sprintf("%s: %s.", v.String(), m.summary()))
			return cmd
		}
		m.say("The filter has every value of this meeting already.")
		return nil
	}
}

// valuesOf lists what * can take from a meeting, the most telling first.
func (m *root) valuesOf(mt *model.Meeting) []model.Term {
	var out []model.Term
	add := func(f model.Field, v string) {
		if v != "" {
			out = append(out, model.Term{Field: f, Op: ":", Values: []string{v}})
		}
	}
	for _, p := range mt.People {
		if !m.hubs[p.Name] {
			add(model.FieldWho, p.Name)
		}
	}
	own := map[model.Party]bool{}
	for _, p := range mt.People {
		own[p.Party] = own[p.Party] || m.hubs[p.Name]
	}
	for _, p := range mt.Parties {
		if !own[p] {
			add(model.FieldWith, m.tl.PartyName(p))
		}
	}
	add(model.FieldIn, mt.Place.City)
	return out
}
