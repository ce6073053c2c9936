package ui

import (
	"context"
	"errors"
	"fmt"
	"sort"
	"strings"
	"sync"

	tea "charm.land/bubbletea/v2"

	"entente/model"
	"entente/ui/describe"
)

// loading is what is known about the load in flight.
type loading struct {
	gen      int
	busy     bool
	why      why
	stopped  bool // by the user, who has what was read until then
	err      error
	progress Progress
	box      *mailbox
	cancel   context.CancelFunc
	was      *model.Timeline // what is compared with; nil where nothing was read before
	kept     int             // corrections made when it began
}

// why a load was begun.
type why uint8

const (
	whyStart  why = iota // nothing was read yet, or the user asks
	whyChange            // files have changed
)

// mailbox hands what a load reports to the screen. Only the newest matters, and
// a load must never wait for the screen.
type mailbox struct {
	mu     sync.Mutex
	p      Progress
	signal chan struct{} // holds one: that there is something new
	closed bool
}

func (b *mailbox) put(p Progress) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.closed {
		return
	}
	if p.Timeline != nil { // it comes without figures
		t := p.Timeline
		p = b.p
		p.Timeline = t
	} else {
		p.Timeline = b.p.Timeline
	}
	b.p = p
	select {
	case b.signal <- struct{}{}:
	default:
	}
}

func (b *mailbox) take() (Progress, bool) {
	if _, ok := <-b.signal; !ok {
		return Progress{}, false
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	p := b.p
	b.p.Timeline = nil
	return p, true
}

func (b *mailbox) close() {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.closed = true
	close(b.signal)
}

// startLoad begins a load. One that is in flight is told to stop, and its answer will be dropped.
func (m *root) startLoad(w why) tea.Cmd {
	if m.opts.Load == nil {
		return nil
	}
	if m.load.cancel != nil {
		m.load.cancel()
	}
	ctx, cancel := context.WithCancel(m.ctx)
	gen, box := m.load.gen+1, &mailbox{signal: make(chan struct{}, 1)}
	was := m.whole
	m.load = loading{gen: gen, busy: true, why: w, box: box, cancel: cancel, was: was, kept: m.kept}
	load := m.opts.Load
	run := func() tea.Msg {
		defer box.close()
		loaded, err := load(ctx, box.put)
		msg := loadedMsg{gen: gen, loaded: loaded, err: err}
		if was != nil && loaded.Timeline != nil {
			msg.changes = loaded.Timeline.Changes(was)
		}
		return msg
	}
	return tea.Batch(run, m.awaitProgress())
}

// awaitProgress waits for the next report of the load in flight.
func (m *root) awaitProgress() tea.Cmd {
	gen, box := m.load.gen, m.load.box
	return func() tea.Msg {
		p, ok := box.take()
		if !ok {
			return nil
		}
		return progressMsg{gen, p}
	}
}

// progressed takes a report of the load in flight. What it has read so far is
// shown where nothing else is: a timeline that is there is not taken away for part of another.
func (m *root) progressed(msg progressMsg) tea.Cmd {
	if msg.gen != m.load.gen || !m.load.busy {
		return nil
	}
	m.load.progress = msg.Progress
	m.load.progress.Timeline = nil
	cmd := m.awaitProgress()
	if t := msg.Timeline; t != nil && m.whole == nil && len(t.Published()) >= len(m.tl.Published()) {
		return tea.Batch(cmd, m.show(Loaded{Timeline: t, Marks: msg.Marks, Corrections: m.corrections}, nil))
	}
	return cmd
}

// loaded takes what a load brought. The screen before it stays when there is nothing to show.
func (m *root) loaded(msg loadedMsg) tea.Cmd {
	if msg.gen != m.load.gen {
		return nil
	}
	before := m.load
	m.load.busy, m.load.err = false, msg.err
	if before.stopped && errors.Is(msg.err, context.Canceled) {
		m.load.err = nil
	}
	if msg.loaded.Timeline == nil {
		if msg.err != nil {
			m.fail("The articles could not be read: " + msg.err.Error())
		}
		return nil
	}
	var cmd tea.Cmd
	if m.whole == nil || msg.err == nil { // part of a reading does not take the place of a whole one
		cmd = m.show(msg.loaded, msg.changes)
	}
	if msg.err == nil {
		m.whole = msg.loaded.Timeline
	}
	m.announce(before, msg)
	if msg.err == nil && before.was == nil {
		cmd = tea.Batch(cmd, m.askNews())
	}
	m.log = append(m.log, msg.loaded.Notes...)
	if m.again || before.kept != m.kept { // files changed, or a correction was kept, while they were read
		m.again = false
		return tea.Batch(cmd, m.startLoad(whyChange))
	}
	return cmd
}

// announce says in the status line what a load brought.
func (m *root) announce(before loading, msg loadedMsg) {
	notes := msg.loaded.Notes
	articles := describe.Count(len(m.tl.Published()), "article", "articles")
	switch {
	case before.stopped && m.whole != nil:
		m.say("Stopped; what was read before is shown.")
	case before.stopped:
		m.say("Stopped after " + articles + "; " + m.keyFor(mustAction("reload")) + " reads on from there.")
	case msg.err != nil:
		m.fail("Not everything could be read: " + msg.err.Error())
	case before.why == whyChange:
		if s := newsOf(msg.changes); s != "" {
			m.say("The files have changed: " + s + "." + failedOf(msg.loaded))
		}
	case before.was != nil:
		s := newsOf(msg.changes)
		if s == "" {
			s = "nothing else in " + describe.Count(m.tl.Len(), "meeting", "meetings") + " and " + articles
		}
		m.say("Read again: " + s + "." + failedOf(msg.loaded))
	case len(notes) == 1: // it is in the log with all notes
		m.message = message{notes[0], false}
	case len(notes) > 1:
		m.say(describe.Count(len(notes), "thing was", "things were") + " skipped; :messages lists them.")
	}
}

// failedOf says that something could not be read: what is gone may still be there.
func failedOf(l Loaded) string {
	if l.Failed == 0 {
		return ""
	}
	return fmt.Sprintf(" %d could not be read; :messages tells why.", l.Failed)
}

// newsOf counts what became of meetings; empty where nothing did.
func newsOf(changes []model.Change) string {
	var n [model.NewsWithdrawn + 1]int
	for _, c := range changes {
		n[c.News]++
	}
	var parts []string
	for _, k := range []struct {
		n         int
		one, many string
	}{
		{n[model.NewsNew], "new meeting", "new meetings"},
		{n[model.NewsRevised], "revised", "revised"},
		{n[model.NewsWithdrawn], "gone", "gone"},
	} {
		if k.n > 0 {
			parts = append(parts, describe.Count(k.n, k.one, k.many))
		}
	}
	return strings.Join(parts, ", ")
}

// stopLoad ends the load in flight; what was read until then is shown.
func (m *root) stopLoad() {
	m.load.stopped = true
	m.again = false
	m.load.cancel()
	m.say("Stopping" + m.st.Glyphs.Ellipsis)
}

// awaitChange waits until a file has changed.
func (m *root) awaitChange() tea.Cmd {
	watch, ctx := m.opts.Watch, m.ctx
	if watch == nil {
		return nil
	}
	return func() tea.Msg { return filesChangedMsg{watch(ctx)} }
}

// filesChanged reads what has changed, once the load in flight is over.
func (m *root) filesChanged(msg filesChangedMsg) tea.Cmd {
	switch {
	case m.ctx.Err() != nil:
		return nil
	case msg.err != nil:
		m.tell(message{"Changes of the files are not seen here (" + msg.err.Error() + "); " + m.keyFor(mustAction("reload")) + " reads again.", true})
		return nil
	case m.load.busy:
		m.again = true
		return m.awaitChange()
	case m.load.stopped: // the user wants no more of it
		return m.awaitChange()
	}
	return tea.Batch(m.startLoad(whyChange), m.awaitChange())
}

// show puts a timeline in the place of the one before. The cursor stays on its
// meeting, or near it; what is open is shown as it is now.
func (m *root) show(l Loaded, changes []model.Change) tea.Cmd {
	t, cur := l.Timeline, m.list.l.Current()
	m.tl = t
	m.first, m.last = t.Span()
	m.hubs = describe.Hubs(t)
	m.counts, m.byAddress = nil, nil
	m.list.l.SetHubs(m.hubs)
	m.mine.of, m.corrections = l.Marks, l.Corrections
	m.overlay(markStep{})
	for _, step := range m.mine.pending { // what is being written is not among what was read
		m.overlay(step)
	}
	m.sign(changes)
	if row, ok := t.Row(m.at); ok && m.at != "" {
		m.list.l.Anchor(row)
		m.at = ""
	} else if cur != nil {
		m.list.l.Anchor(rowNear(t, cur, changes))
	}
	cmds := []tea.Cmd{m.reselect()}
	for _, l := range m.layers {
		if x, ok := l.(*reading); ok {
			cmds = append(cmds, x.renew(m, changes))
		}
	}
	return tea.Batch(cmds...)
}

// sign marks the meetings that are new or revised, until Esc.
func (m *root) sign(changes []model.Change) {
	for _, c := range changes {
		if c.Was != nil {
			delete(m.fresh, c.Was.ID)
		}
		if c.Now != nil {
			m.fresh[c.Now.ID] = c.News
		}
	}
}

// rowNear finds a meeting of the timeline before: itself, what became of it, or what stands where it stood.
func rowNear(t *model.Timeline, was *model.Meeting, changes []model.Change) int32 {
	if row, ok := t.Row(was.ID); ok {
		return row
	}
	for _, c := range changes {
		if c.Was != nil && c.Now != nil && c.Was.ID == was.ID {
			if row, ok := t.Row(c.Now.ID); ok {
				return row
			}
		}
	}
	return int32(sort.Search(t.Len(), func(i int) bool { //nolint:gosec // as many as there are rows.
		return model.Compare(t.Date(int32(i)), was.Date) >= 0 //nolint:gosec // as above.
	}))
}
