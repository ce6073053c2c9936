package ui

import (
	"context"
	"slices"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"entente/model"
	"entente/ui/cells"
	"entente/ui/describe"
	"entente/ui/theme"
)

// keptActions are the rows about the corrections that are in force, whenever and by whomever they were made.
func keptActions() []action {
	return []action{
		{
			name: "corrections", keys: []string{"g x"}, scope: scopeEverywhere, group: groupScreens,
			words: "undo wrong mistake fix revert edits",
			help:  "the corrections that are in force; x takes the one under the cursor back", run: (*root).listKept,
		},
		{
			name: "take-back", keys: []string{"x", "delete"}, scope: scopeTable, group: groupActing,
			words: "remove delete undo revert",
			help:  "in the list of corrections: take this one back; u has it again", run: (*root).takeBack,
		},
	}
}

// listKept lists the corrections. The cursor stands on the first of the meeting that is looked at.
func (m *root) listKept(call) tea.Cmd {
	if m.top().name() == "corrections" {
		return nil
	}
	looked := m.subject()
	x := newRowList(m, "corrections", keptRows)
	x.none = "Nothing is corrected here; " + m.keyFor(mustAction("reject")) + ", " + m.keyFor(mustAction("same")) + ", " +
		m.keyFor(mustAction("alias")) + " and :correct do that."
	if looked != nil {
		x.at = max(0, slices.IndexFunc(x.rows, func(r rowItem) bool { return r.of != nil && r.of.ID == looked.ID }))
	}
	return m.push(x)
}

// keptRows draws a row for each correction: what it says, of which meeting, why, and in which line.
func keptRows(m *root) (head func(w int) []string, rows []rowItem) {
	type line struct {
		file string
		n    int
	}
	of := map[line]*model.Meeting{} // which meeting a line has changed
	for row, mt := range m.tl.Outlines() {
		for _, a := range mt.Amended {
			of[line{a.File, a.Line}] = m.tl.At(row)
		}
	}
	lost := 0
	for _, k := range m.corrections {
		mt := of[line{k.File, k.Line}]
		if row, ok := m.tl.Row(k.Of); mt == nil && ok && k.Fault == "" {
			mt = m.tl.At(row)
		}
		if k.Fault != "" {
			lost++
		}
		rows = append(rows, keptRow(m, k, mt))
	}
	remark := describe.Count(len(rows), "line", "lines")
	if lost > 0 {
		remark += ", " + strconv.Itoa(lost) + " without effect"
	}
	return m.titled("Corrections", remark+"; "+m.keyFor(mustAction("take-back"))+" takes one back"), rows
}

func keptRow(m *root, k Kept, mt *model.Meeting) rowItem {
	st := m.st
	row := rowItem{of: mt, take: func(m *root) tea.Cmd { return m.uncorrectThis(k) }}
	row.draw = func(l *cells.Line, name theme.Ink) {
		if k.Fault != "" {
			l.Put(st.Off, "!").Gap(1)
		}
		l.PutIn(name, k.Says, max(18, min(40, l.Left()*2/5))).Gap(2)
		if k.Fault != "" {
			l.Put(st.Off, k.Fault).Gap(2)
		}
		if mt != nil {
			l.Put(st.Text, short(mt.Date)+" "+describe.Title(m.tl, mt, m.hubs)).Gap(2)
		}
		l.Put(st.Subtle, strings.TrimSpace(k.Comment+"  "+k.Where))
	}
	row.open = func(m *root) tea.Cmd {
		if mt == nil {
			m.say("No meeting that is shown answers to this line.")
			return nil
		}
		return m.read(mt, 0)
	}
	return row
}

// takeBack takes out what stands under the cursor of a list, where that is something of the user's.
func (m *root) takeBack(call) tea.Cmd {
	x, ok := m.top().(*rowList)
	if !ok || x.at < 0 || x.at >= len(x.rows) || x.rows[x.at].take == nil {
		m.say("There is nothing of yours in this row; " + m.keyFor(mustAction("corrections")) + " lists the corrections.")
		return nil
	}
	return x.rows[x.at].take(m)
}

// uncorrectThis takes one correction back, off the event loop.
func (m *root) uncorrectThis(k Kept) tea.Cmd {
	remove := m.opts.Remove
	if remove == nil {
		m.say("Corrections cannot be kept here.")
		return nil
	}
	said := "Taken back: " + k.Says + "; " + m.keyFor(mustAction("undo")) + " has it again."
	return m.rewrite(func(ctx context.Context) (Loaded, error) { return remove(ctx, []Kept{k}) }, said)
}
