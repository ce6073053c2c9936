package ui

import (
	"slices"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"entente/model"
	"entente/text"
	"entente/ui/describe"
)

// markActions are the rows by which the user notes something about meetings:
// the one that is looked at, or in the timeline all that are marked.
func markActions() []action {
	return []action{
		{
			name: "toggle-read", keys: []string{"m"}, scope: scopeEverywhere, group: groupActing,
			words: "seen done",
			help:  "read or unread; of several, all read first", run: toggleMark("read",
				func(k model.Mark) bool { return k.Read }, func(k *model.Mark, on bool) { k.Read = on }),
		},
		{
			name: "bookmark", keys: []string{"b"}, scope: scopeEverywhere, group: groupActing,
			words: "star favourite favorite flag pin save remember",
			help:  "bookmark, or take the bookmark away", run: toggleMark("bookmarked",
				func(k model.Mark) bool { return k.Bookmarked }, func(k *model.Mark, on bool) { k.Bookmarked = on }),
		},
		{
			name: "note", keys: []string{"a"}, scope: scopeEverywhere, group: groupActing,
			words: "comment remark annotate memo write",
			help:  "write a note; an empty one goes away", arg: "TEXT", run: (*root).askNote,
		},
		{
			name: "tag", keys: []string{"t"}, scope: scopeEverywhere, group: groupActing,
			words: "label category keyword",
			help:  "tags, with commas between; of several meetings, those that all have", arg: "WORD, WORD …", complete: completeTags, run: (*root).askTags,
		},
		{
			name: "hide-read", keys: []string{"M"}, scope: scopeTimeline, group: groupFilter,
			words: "unread seen new",
			help:  "hide what is read, or show it again", run: func(m *root, _ call) tea.Cmd {
				unread := model.Term{Field: model.FieldIs, Op: ":", Values: []string{"unread"}}
				f := m.sel.filter
				for i, t := range f.Terms {
					if t.String() == unread.String() {
						return m.setFilter(model.Filter{Terms: slices.Delete(slices.Clone(f.Terms), i, i+1)})
					}
				}
				cmd := m.setFilter(f.And(unread))
				m.say("Read meetings are hidden: " + m.summary() + ".")
				return cmd
			},
		},
	}
}

// markStep is a change of marks, by the meetings' IDs.
type markStep struct{ was, to map[string]model.Mark }

// marking is what the user noted, and what of it is still to be kept.
type marking struct {
	of      map[string]model.Mark // by ID
	steps   []markStep            // those that can be undone, or done again; selection.marks counts them
	pending []markStep            // the first is being written
}

// aimed lists the meetings that a mark is about.
func (m *root) aimed() []*model.Meeting {
	if _, beside := m.top().(sider); beside || m.top() == layer(m.list) {
		if m.overTimeline(m.top()) {
			return m.chosen()
		}
	}
	if !m.aboutOne() {
		return nil
	}
	if mt := m.subject(); mt != nil {
		return []*model.Meeting{mt}
	}
	return nil
}

// aboutOne tells that the screen shows one meeting, or a cursor on one.
func (m *root) aboutOne() bool {
	for _, l := range slices.Backward(m.layers) {
		switch x := l.(type) {
		case *reading:
			return true
		case holder:
			return x.meeting() != nil
		case sider:
		default:
			return l == layer(m.list)
		}
	}
	return false
}

// remark changes the marks of meetings, lets that be undone, and says so. say is told of how many.
func (m *root) remark(all []*model.Meeting, change func(*model.Mark), say func(many string) string) tea.Cmd {
	if m.opts.Mark == nil {
		m.say("Marks cannot be kept here.")
		return nil
	}
	step := markStep{make(map[string]model.Mark, len(all)), make(map[string]model.Mark, len(all))}
	for _, mt := range all {
		was := m.mine.of[mt.ID]
		to := was
		to.Tags = slices.Clone(was.Tags)
		if change(&to); !to.Equal(was) {
			step.was[mt.ID], step.to[mt.ID] = was, to
		}
	}
	many := "This meeting is "
	if len(all) > 1 {
		many = describe.Count(len(all), "meeting is ", "meetings are ")
	}
	if len(step.to) == 0 {
		m.say("Nothing has changed.")
		return nil
	}
	m.trail.push(m.sel)
	m.mine.steps = append(m.mine.steps[:m.sel.marks:m.sel.marks], step)
	m.sel.marks++
	cmd := m.setMarks(step)
	m.say(say(many) + " " + m.keyFor(mustAction("undo")) + " takes it back.")
	return cmd
}

// setMarks shows a change of marks at once, and keeps it off the event loop.
// What is being read must not vanish from the list below: there J goes on.
func (m *root) setMarks(step markStep) tea.Cmd {
	m.overlay(step)
	if slices.ContainsFunc(m.layers, func(l layer) bool { _, ok := l.(*reading); return ok }) {
		return m.keep(step)
	}
	report := m.report
	cmd := m.reselect()
	m.report = report
	return tea.Batch(cmd, m.keep(step))
}

func (m *root) overlay(step markStep) {
	if m.mine.of == nil {
		m.mine.of = map[string]model.Mark{}
	}
	for id, to := range step.to {
		if to.IsZero() {
			delete(m.mine.of, id)
		} else {
			m.mine.of[id] = to
		}
	}
	m.card = cardCache{}
	m.list.l.SetMarks(m.mine.of)
	m.tl = m.tl.Marked(m.mine.of, m.marked)
}

// keep writes one change after another: a later one may be about the same meeting.
func (m *root) keep(step markStep) tea.Cmd {
	m.mine.pending = append(m.mine.pending, step)
	if len(m.mine.pending) > 1 {
		return nil
	}
	return m.keepNext()
}

func (m *root) keepNext() tea.Cmd {
	step, write := m.mine.pending[0], m.opts.Mark
	return func() tea.Msg { return markedMsg{step, write(step.was, step.to)} }
}

// markKept goes on with the next change, and takes one that could not be kept from the screen.
func (m *root) markKept(msg markedMsg) tea.Cmd {
	m.mine.pending = m.mine.pending[1:]
	var cmds []tea.Cmd
	if msg.err != nil {
		m.overlay(markStep{msg.step.to, msg.step.was})
		cmds = append(cmds, m.reselect())
		m.fail("The mark could not be kept: " + msg.err.Error())
	}
	if len(m.mine.pending) > 0 {
		cmds = append(cmds, m.keepNext())
	}
	return tea.Batch(cmds...)
}

// stepMarks undoes or redoes changes of marks until as many hold as a selection says.
func (m *root) stepMarks(to int) tea.Cmd {
	var cmds []tea.Cmd
	for m.sel.marks > to {
		m.sel.marks--
		s := m.mine.steps[m.sel.marks]
		s = markStep{s.to, s.was}
		m.overlay(s)
		cmds = append(cmds, m.keep(s))
	}
	for m.sel.marks < to {
		s := m.mine.steps[m.sel.marks]
		m.sel.marks++
		m.overlay(s)
		cmds = append(cmds, m.keep(s))
	}
	return tea.Batch(cmds...)
}

// wasRead notes that a meeting's article was opened. The list keeps it in
// sight, also where it shows unread meetings only, until the filter changes.
func (m *root) wasRead(mt *model.Meeting) tea.Cmd {
	was := m.mine.of[mt.ID]
	if m.opts.Mark == nil || was.Read || mt.ID == "" {
		return nil
	}
	to := was
	to.Read = true
	step := markStep{map[string]model.Mark{mt.ID: was}, map[string]model.Mark{mt.ID: to}}
	m.overlay(step)
	return m.keep(step)
}

func toggleMark(word string, has func(model.Mark) bool, set func(k *model.Mark, on bool)) func(*root, call) tea.Cmd {
	return func(m *root, _ call) tea.Cmd {
		all := m.aimed()
		on := slices.ContainsFunc(all, func(mt *model.Meeting) bool { return !has(m.mine.of[mt.ID]) })
		if len(all) == 0 {
			m.say("No meeting stands here.")
			return nil
		}
		not := ""
		if !on {
			not = "not "
		}
		return m.remark(all, func(k *model.Mark) { set(k, on) }, func(many string) string { return many + not + word + ";" })
	}
}

// askNote opens the line for a note.
func (m *root) askNote(c call) tea.Cmd {
	all := m.aimed()
	if len(all) == 0 {
		m.say("No meeting stands here.")
		return nil
	}
	keep := func(m *root, s string) tea.Cmd {
		s = text.Row(s)
		return m.remark(all, func(k *model.Mark) { k.Note = s }, func(many string) string {
			if s == "" {
				return many + "without a note now;"
			}
			return many + "noted: " + s + ";"
		})
	}
	if c.arg != "" {
		return keep(m, c.arg)
	}
	was := m.mine.of[all[0].ID].Note
	if slices.ContainsFunc(all, func(mt *model.Meeting) bool { return m.mine.of[mt.ID].Note != was }) {
		was = ""
	}
	return m.ask(&prompt{kind: promptNote, label: noteLabel("note", all), entered: keep}, was)
}

func noteLabel(what string, all []*model.Meeting) string {
	if len(all) > 1 {
		return what + " for " + strconv.Itoa(len(all)) + " "
	}
	return what + " "
}

// askTags opens the line for tags. It holds those that all the meetings have;
// what is taken out of it is taken from all, what is added is added to all.
func (m *root) askTags(c call) tea.Cmd {
	all := m.aimed()
	if len(all) == 0 {
		m.say("No meeting stands here.")
		return nil
	}
	var common []string
	for _, t := range m.mine.of[all[0].ID].Tags {
		if !slices.ContainsFunc(all, func(mt *model.Meeting) bool { return !slices.Contains(m.mine.of[mt.ID].Tags, t) }) {
			common = append(common, t)
		}
	}
	keep := func(common []string) func(m *root, s string) tea.Cmd {
		return func(m *root, s string) tea.Cmd {
			want := tagsIn(s)
			change := func(k *model.Mark) {
				k.Tags = slices.DeleteFunc(k.Tags, func(t string) bool { return slices.Contains(common, t) && !slices.Contains(want, t) })
				k.Tags = slices.Compact(slices.Sorted(slices.Values(append(k.Tags, want...))))
			}
			return m.remark(all, change, func(many string) string {
				if len(want) == 0 {
					return many + "without these tags now;"
				}
				return many + "tagged " + strings.Join(want, ", ") + ";"
			})
		}
	}
	if c.arg != "" {
		return keep(nil)(m, c.arg)
	}
	value := strings.Join(common, ", ")
	if value != "" {
		value += ", "
	}
	return m.ask(&prompt{kind: promptTags, label: noteLabel("tags", all), complete: completeTags, entered: keep(common)}, value)
}

func tagsIn(s string) []string {
	var out []string
	for t := range strings.SplitSeq(s, ",") {
		if t = text.Row(t); t != "" {
			out = append(out, t)
		}
	}
	return out
}

// completeTags offers the tags that were given before.
func completeTags(m *root, before string) (int, []completion) {
	typed := strings.TrimLeft(before[strings.LastIndexByte(before, ',')+1:], " ")
	want := text.Fold(typed)
	var out []completion
	for _, c := range m.tl.View(model.Filter{}, model.ByDate, false).Facet(model.FieldTag) {
		if startsWord(c.Label, want) && len(out) < mostOptions {
			out = append(out, completion{text: c.Label, show: c.Label, note: strconv.Itoa(c.N)})
		}
	}
	return len([]rune(typed)), out
}
