package ui

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"entente/model"
	"entente/text"
	"entente/ui/describe"
)

// correctActions are the rows by which the user says what is right. Each is
// undone with u, like a filter.
func correctActions() []action {
	return []action{
		{
			name: "reject", keys: []string{"x"}, scope: scopeTimeline, group: groupActing,
			words: "delete remove wrong false error mistake correction fix",
			help:  "this is no meeting, or none of the marked ones is; u takes it back", run: (*root).reject,
		},
		{
			name: "same", keys: []string{"="}, scope: scopeTimeline, group: groupActing,
			words: "merge join duplicate twice correction fix",
			help:  "the marked meetings and this one are the same", run: (*root).same,
		},
		{
			name: "alias", keys: []string{"A"}, scope: scopeTimeline, group: groupActing,
			words: "rename spelling wrong mistake correction fix",
			help:  "the person under the cursor is somebody by another name", arg: "NAME", complete: completePerson, run: (*root).alias,
		},
		{
			name: "correct", scope: scopeEverywhere, group: groupActing,
			words: "edit change wrong error mistake correction fix",
			help:  "say what is right: date, place, kind or status", arg: "FIELD VALUE", complete: completeField, run: (*root).correctField,
		},
	}
}

// change keeps a correction off the event loop, and shows everything anew.
func (m *root) change(c Change, said string) tea.Cmd {
	keep := m.opts.Correct
	if keep == nil {
		m.say("Corrections cannot be kept here.")
		return nil
	}
	return m.rewrite(func(ctx context.Context) (Loaded, error) { return keep(ctx, c) }, said+" "+m.keyFor(mustAction("undo"))+" takes it back.")
}

// rewrite changes the file of corrections off the event loop. It is one step for undo.
func (m *root) rewrite(write func(context.Context) (Loaded, error), said string) tea.Cmd {
	if m.keeping {
		m.say("The correction before is still being kept.")
		return nil
	}
	m.trail.push(m.sel)
	m.sel.edits++
	m.keeping = true
	ctx := m.ctx
	return func() tea.Msg {
		loaded, err := write(ctx)
		return correctedMsg{loaded, said, true, err}
	}
}

// uncorrect takes the last correction back.
func (m *root) uncorrect() tea.Cmd {
	back := m.opts.Uncorrect
	if back == nil {
		return nil
	}
	m.keeping = true
	ctx := m.ctx
	return func() tea.Msg {
		loaded, err := back(ctx)
		return correctedMsg{loaded, "The last change of the corrections is undone.", false, err}
	}
}

func (m *root) corrected(msg correctedMsg) tea.Cmd {
	m.keeping = false
	if msg.err != nil {
		if msg.made { // nothing was kept, so there is nothing to undo
			if s, ok := m.trail.back(m.sel); ok {
				m.trail.future = nil
				m.sel.edits = s.edits
			}
		}
		m.fail("The correction could not be kept: " + msg.err.Error())
		return nil
	}
	clear(m.marked)
	m.kept++
	m.whole = msg.loaded.Timeline
	cmd := m.show(msg.loaded, nil)
	m.say(msg.said)
	return cmd
}

// chosen lists the marked meetings, or the one under the cursor.
func (m *root) chosen() []*model.Meeting {
	var out []*model.Meeting
	for id := range m.marked {
		if row, ok := m.tl.Row(id); ok {
			out = append(out, m.tl.At(row))
		}
	}
	sortMeetings(out)
	if cur := m.list.l.Current(); len(out) == 0 && cur != nil {
		out = append(out, cur)
	}
	return out
}

func (m *root) reject(call) tea.Cmd {
	all := m.chosen()
	if len(all) == 0 {
		return nil
	}
	return m.change(Change{Kind: ChangeReject, Meetings: all}, "Rejected "+describe.Count(len(all), "meeting", "meetings")+";")
}

func (m *root) same(call) tea.Cmd {
	cur := m.list.l.Current()
	if cur == nil {
		return nil
	}
	all := m.chosen()
	if !m.marked[cur.ID] && len(m.marked) > 0 {
		all = append(all, cur)
	}
	if len(all) < 2 {
		m.say("Mark the others first, with " + m.keyFor(mustAction("mark")) + ".")
		return nil
	}
	return m.change(Change{Kind: ChangeSame, Meetings: all}, strconv.Itoa(len(all))+" meetings are one now;")
}

// alias says who the person under the cursor is.
func (m *root) alias(c call) tea.Cmd {
	cur := m.list.l.Current()
	if cur == nil {
		return nil
	}
	from := ""
	for _, p := range describe.Counterparts(m.tl, cur, m.hubs) {
		if p.Party != "" {
			from = p.Name
			break
		}
	}
	if from == "" {
		m.say("Nobody is named here.")
		return nil
	}
	keep := func(m *root, to string) tea.Cmd {
		to = strings.TrimSpace(to)
		if to == "" || to == from {
			return nil
		}
		return m.change(Change{Kind: ChangeAlias, From: from, To: to}, fmt.Sprintf("%s is %s now;", text.Row(from), to))
	}
	if c.arg != "" {
		return keep(m, c.arg)
	}
	return m.ask(&prompt{
		kind: promptCorrect, label: text.Row(from) + " is ",
		complete: completePerson, entered: keep,
	}, "")
}

// correctField reads :correct FIELD VALUE.
func (m *root) correctField(c call) tea.Cmd {
	name, value, _ := strings.Cut(c.arg, " ")
	value = strings.TrimSpace(value)
	mt := m.subject()
	if mt == nil {
		return nil
	}
	kinds := map[string]ChangeKind{"date": ChangeDate, "place": ChangePlace, "kind": ChangeKindOf, "status": ChangeStatus}
	kind, ok := kinds[name]
	if !ok || value == "" {
		m.fail("Say what is right: :correct date 2024-05-14, or place, kind or status.")
		return nil
	}
	if err := checkValue(kind, value); err != nil {
		m.fail(sentence(err))
		return nil
	}
	return m.change(Change{Kind: kind, Meetings: []*model.Meeting{mt}, Value: value}, "The "+name+" is "+value+" now;")
}

// checkValue refuses what a field cannot be.
func checkValue(kind ChangeKind, value string) error {
	switch kind {
	case ChangeDate:
		if _, _, err := model.ParseRange(value); err != nil {
			return fmt.Errorf("correct: %w", err)
		}
	case ChangeKindOf:
		return oneOf(value, model.Kinds())
	case ChangeStatus:
		return oneOf(value, model.Statuses())
	case ChangePlace, ChangeReject, ChangeSame, ChangeAlias, ChangeVerdicts:
	}
	return nil
}

func oneOf[T fmt.Stringer](v string, all []T) error {
	names := make([]string, len(all))
	for i, x := range all {
		if names[i] = x.String(); names[i] == v {
			return nil
		}
	}
	return fmt.Errorf("%q is none of %s", v, strings.Join(names, ", "))
}

// sortMeetings puts meetings into the order of their IDs, for a map has none.
func sortMeetings(all []*model.Meeting) {
	slices.SortFunc(all, func(a, b *model.Meeting) int { return strings.Compare(a.ID, b.ID) })
}
