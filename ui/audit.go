package ui

import (
	"fmt"
	"hash/fnv"
	"math/rand/v2"
	"strconv"

	tea "charm.land/bubbletea/v2"

	"entente/model"
	"entente/ui/card"
	"entente/ui/cells"
	"entente/ui/describe"
	"entente/ui/evidence"
)

// audit asks about meetings drawn at random from what is shown, one at a time:
// is it told right? In the end it says how many are, and how sure that is.
type audit struct {
	filter   string
	of       int // meetings it was drawn from
	sample   []*model.Meeting
	verdicts []verdict // one for each that was judged
	kept     bool
	w, h     int
}

type verdict uint8

const (
	right verdict = iota
	wrong
	unsure
)

// The size of a sample that is not told, and the largest.
const (
	sampleSize = 40
	mostSample = 400
)

// auditActions are the rows of the audit.
func auditActions() []action {
	judge := func(v verdict) func(*root, call) tea.Cmd {
		return func(m *root, _ call) tea.Cmd {
			if x, ok := m.top().(*audit); ok && !x.done() {
				x.verdicts = append(x.verdicts, v)
			}
			return nil
		}
	}
	return []action{
		{
			name: "audit", scope: scopeEverywhere, group: groupScreens,
			words: "check quality accuracy trust verify sample wrong",
			help:  "judge meetings drawn at random from what is shown; says how many are right", arg: "[NUMBER]", run: (*root).openAudit,
		},
		{name: "right", keys: []string{"y"}, scope: scopeAudit, group: groupLists, help: "what is told of the meeting is right", run: judge(right)},
		{name: "wrong", keys: []string{"n"}, scope: scopeAudit, group: groupLists, help: "something of it is wrong", run: judge(wrong)},
		{name: "unsure", keys: []string{"?"}, scope: scopeAudit, group: groupLists, help: "it cannot be told from the articles", run: judge(unsure)},
		{
			name: "judge-again", keys: []string{"u", "backspace"}, scope: scopeAudit, group: groupLists, short: "again",
			help: "back to the meeting before, to judge it again", run: func(m *root, _ call) tea.Cmd {
				x, ok := m.top().(*audit)
				switch {
				case !ok:
				case x.kept:
					x.kept = false
					return mustAction("undo").run(m, call{count: 1})
				case len(x.verdicts) > 0:
					x.verdicts = x.verdicts[:len(x.verdicts)-1]
				}
				return nil
			},
		},
		{
			name: "keep-verdicts", keys: []string{"enter"}, scope: scopeAudit, group: groupLists, short: "keep",
			help: "at the end: keep the verdicts as corrections; before it: read the article", run: func(m *root, _ call) tea.Cmd {
				x, ok := m.top().(*audit)
				switch {
				case !ok:
					return nil
				case !x.done():
					return m.read(x.now(), 0)
				}
				return x.keep(m)
			},
		},
	}
}

// openAudit draws the sample. The same filter gives the same sample, until it
// is asked for again: then another one.
func (m *root) openAudit(c call) tea.Cmd {
	n := sampleSize
	if c.arg != "" {
		k, err := strconv.Atoi(c.arg)
		if err != nil || k < 1 {
			m.fail("Say how many: :audit 40.")
			return nil
		}
		n = min(k, mostSample)
	}
	if m.base.Len() == 0 {
		m.say("There is nothing to judge.")
		return nil
	}
	h := fnv.New64a()
	_, _ = fmt.Fprintf(h, "%s\x00%d", m.sel.filter, m.base.Len()) // a hash takes everything
	rnd := rand.New(rand.NewPCG(h.Sum64(), uint64(m.audits)))     //nolint:gosec // a sample that can be drawn again, no secret.
	m.audits++
	x := &audit{filter: m.sel.filter.String(), of: m.base.Len()}
	for _, i := range rnd.Perm(m.base.Len())[:min(n, m.base.Len())] {
		x.sample = append(x.sample, m.base.At(i))
	}
	return m.push(x)
}

func (*audit) scope() scope { return scopeAudit }
func (*audit) name() string { return "audit" }

func (x *audit) resize(_ *root, w, h int) tea.Cmd {
	x.w, x.h = w, h
	return nil
}

func (*audit) move(*root, motion, int) tea.Cmd { return nil }

func (x *audit) done() bool { return len(x.verdicts) == len(x.sample) }

func (x *audit) now() *model.Meeting { return x.sample[len(x.verdicts)] }

func (x *audit) meeting() *model.Meeting {
	if x.done() {
		return nil
	}
	return x.now()
}

func (x *audit) state(*root) string {
	return describe.Number(min(len(x.verdicts)+1, len(x.sample))) + "/" + describe.Number(len(x.sample))
}

func (x *audit) count(v verdict) int {
	n := 0
	for _, got := range x.verdicts {
		if got == v {
			n++
		}
	}
	return n
}

func (x *audit) view(m *root) []string {
	st := m.st
	w := max(0, x.w-4)
	if w < 4 {
		return cells.Block(nil, x.w, x.h)
	}
	from := describe.Count(x.of, "meeting", "meetings")
	if x.filter != "" {
		from += " of " + x.filter
	}
	rows := []string{cells.NewLine(st, w).Put(st.Strong, "Audit").Gap(2).Put(st.Subtle, describe.Number(len(x.sample))+" drawn from "+from).String(), cells.Spaces(w)}
	if x.done() {
		rows = append(rows, x.result(m, w)...)
	} else {
		mt := x.now()
		ask := cells.NewLine(st, w).Put(st.Text, "Is this right?").Gap(2)
		for _, name := range []string{"right", "wrong", "unsure"} {
			ask.Put(st.Key, m.keyFor(mustAction(name))).Gap(1).Put(st.Subtle, name).Gap(2)
		}
		rows = append(rows, ask.String(), cells.Spaces(w))
		for i := range mt.Reports[:min(len(mt.Reports), 3)] {
			rows = append(rows, evidence.Strip(st, mt, i, w, 3)...)
			rows = append(rows, cells.Spaces(w))
		}
		c := card.Card{Styles: st, Timeline: m.tl, Meeting: mt, Hubs: m.hubs}
		rows = append(rows, c.Page(w, max(8, x.h-len(rows)))...)
	}
	for i, r := range rows {
		rows[i] = cells.Spaces(2) + r + cells.Spaces(x.w-w-2)
	}
	return cells.Block(rows, x.w, x.h)
}

// result puts the end into sentences.
func (x *audit) result(m *root, w int) []string {
	st := m.st
	r, f, u := x.count(right), x.count(wrong), x.count(unsure)
	say := fmt.Sprintf("%d of %d right", r, r+f)
	if r+f > 0 {
		low, high := model.Interval(r, r+f)
		say += fmt.Sprintf(", %d %%; 95 %% interval %d–%d %%", percent(float64(r)/float64(r+f)), percent(low), percent(high))
	}
	say += "."
	if u > 0 {
		say += " " + describe.Count(u, "is", "are") + " unsure and not counted."
	}
	rows := cells.Flow(st, []cells.Run{{Ink: st.Strong, Text: say}}, w, 0)
	then := m.keyFor(mustAction("keep-verdicts")) + " keeps the verdicts as corrections: what is wrong is rejected, what is right is kept. " +
		m.keyFor(mustAction("back")) + " leaves them."
	if x.kept {
		then = "The verdicts are kept."
	}
	return append(append(rows, cells.Spaces(w)), cells.Flow(st, []cells.Run{{Ink: st.Text, Text: then}}, w, 0)...)
}

func percent(share float64) int { return int(share*100 + 0.5) }

// keep writes the verdicts, all as one change.
func (x *audit) keep(m *root) tea.Cmd {
	c := Change{Kind: ChangeVerdicts}
	for i, v := range x.verdicts {
		switch v {
		case right:
			c.Right = append(c.Right, x.sample[i])
		case wrong:
			c.Meetings = append(c.Meetings, x.sample[i])
		case unsure:
		}
	}
	if x.kept || len(c.Right)+len(c.Meetings) == 0 {
		return nil
	}
	cmd := m.change(c, "The verdicts are kept;")
	x.kept = cmd != nil
	return cmd
}
