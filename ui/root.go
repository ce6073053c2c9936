package ui

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"entente/model"
	"entente/ui/describe"
	"entente/ui/keys"
	"entente/ui/reader"
	"entente/ui/strip"
	"entente/ui/theme"
)

// root is the whole program. Its state is several small facts, each with one owner.
type root struct {
	ctx  context.Context //nolint:containedctx // loads and layouts begin in Update, which is handed none.
	opts Options

	look theme.Options
	st   *theme.Styles
	geo  layout
	want wants

	load  loading
	tl    *model.Timeline
	first model.Date // of the timeline: asking it goes through every meeting
	last  model.Date
	hubs  map[string]bool
	mine  marking

	sel     selection
	base    *model.View // by date, forwards: what the strips and jumps count in
	view    *model.View // in the order of the list
	series  strip.Series
	unit    strip.Unit
	fitted  bool            // the strips span what is selected, not the whole timeline
	drawing int             // first bucket of a range that is being drawn; -1 when none is
	counts  map[int][]int   // articles by bucket, for each unit: they change with the timeline only
	column  columnCounts    // of the facet column
	trail   undo[selection] // selections before this one, and after

	list    *timeline
	layers  []layer
	forward []layer // closed ones, to go forward to
	marked  map[string]bool
	keeping bool // a correction is being kept or taken back: one at a time
	report  int  // which report the evidence strip shows

	keymap   *keys.Map
	typing   keys.State
	prompt   *prompt
	commands commandHistory
	message  message
	log      []string // every message, for :messages
	mouse    bool
	quitting bool

	frame  []string
	cursor *tea.Cursor
	card   cardCache
}

// loading is what is known about the load in flight.
type loading struct {
	gen      int
	busy     bool
	err      error
	progress Progress
	reports  chan Progress
	cancel   context.CancelFunc
}

func newRoot(ctx context.Context, o Options) *root {
	m := &root{
		ctx: ctx, opts: o, mouse: o.Mouse, unit: strip.Month, drawing: -1,
		look: theme.Options{Theme: o.Theme, NoColor: o.NoColor, ASCII: o.ASCII},
		want: wants{preview: true, column: true, strips: true},
		sel:  selection{filter: o.Filter, order: o.Order},
	}
	m.st = theme.New(m.look)
	m.list = &timeline{}
	m.layers = []layer{m.list}
	m.marked = map[string]bool{}
	var problems []error
	m.keymap, problems = buildKeymap(o.Keymap, o.KeymapName)
	for _, p := range problems {
		m.fail(p.Error())
	}
	m.tl = model.NewTimeline(nil, nil, nil)
	m.base = m.tl.View(model.Filter{}, model.ByDate, false)
	m.view = m.base
	m.list.setup(m)
	m.load.busy = o.Load != nil
	m.compose()
	return m
}

// Init begins the load and asks the terminal for its background, without waiting for either.
func (m *root) Init() tea.Cmd {
	return tea.Batch(m.startLoad(), tea.RequestBackgroundColor)
}

// startLoad begins a load. One that is in flight is told to stop, and its answer will be dropped.
func (m *root) startLoad() tea.Cmd {
	if m.opts.Load == nil {
		return nil
	}
	if m.load.cancel != nil {
		m.load.cancel()
	}
	ctx, cancel := context.WithCancel(m.ctx)
	gen, reports := m.load.gen+1, make(chan Progress, 1)
	m.load = loading{gen: gen, busy: true, reports: reports, cancel: cancel}
	load := m.opts.Load
	run := func() tea.Msg {
		defer close(reports)
		loaded, err := load(ctx, func(p Progress) {
			select { // only the newest report matters, and a load must never wait for the screen
			case reports <- p:
			default:
			}
		})
		return loadedMsg{gen, loaded, err}
	}
	return tea.Batch(run, m.awaitProgress())
}

// awaitProgress waits for the next report of the load in flight.
func (m *root) awaitProgress() tea.Cmd {
	gen, reports := m.load.gen, m.load.reports
	return func() tea.Msg {
		p, ok := <-reports
		if !ok {
			return nil
		}
		return progressMsg{gen, p}
	}
}

// loaded takes what a load brought. The screen before it stays when there is nothing to show.
func (m *root) loaded(msg loadedMsg) tea.Cmd {
	if msg.gen != m.load.gen {
		return nil
	}
	first := m.tl.Len() == 0
	m.load.busy, m.load.err = false, msg.err
	if msg.loaded.Timeline == nil {
		if msg.err != nil {
			m.fail("The articles could not be read: " + msg.err.Error())
		}
		return nil
	}
	notes := msg.loaded.Notes
	cmd := m.show(msg.loaded)
	switch {
	case msg.err != nil:
		m.fail("Not everything could be read: " + msg.err.Error())
	case len(notes) == 1:
		m.say(notes[0])
	case len(notes) > 1:
		m.say(describe.Count(len(notes), "thing was", "things were") + " skipped; :messages lists them.")
	case !first:
		m.say("Read again: " + describe.Count(m.tl.Len(), "meeting", "meetings") + " in " + describe.Count(len(m.tl.Articles()), "article", "articles") + ".")
	}
	m.log = append(m.log, notes...)
	return cmd
}

// show puts a timeline in the place of the one before. The cursor stays on its meeting, or near it.
func (m *root) show(l Loaded) tea.Cmd {
	t := l.Timeline
	id := ""
	if cur := m.list.l.Current(); cur != nil {
		id = cur.ID
	}
	m.tl = t
	m.first, m.last = t.Span()
	m.hubs = describe.Hubs(t)
	m.counts = nil
	m.list.l.SetHubs(m.hubs)
	m.mine.of = l.Marks
	m.overlay(markStep{})
	for _, step := range m.mine.pending { // what is being written is not among what was read
		m.overlay(step)
	}
	if row, ok := t.Row(id); ok {
		m.list.l.Anchor(row)
	}
	return m.reselect()
}

// restyle rebuilds every style and hands it to whatever draws.
func (m *root) restyle() {
	m.st = theme.New(m.look)
	m.list.l.SetStyles(m.st)
	for _, l := range m.layers {
		if r, ok := l.(interface{ restyle(st *theme.Styles) }); ok {
			r.restyle(m.st)
		}
	}
	m.card = cardCache{}
}

// job turns a layout to be made into a command.
func job(j reader.Job) tea.Cmd {
	return func() tea.Msg { return pageSetMsg(j.Do()) }
}
