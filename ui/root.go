package ui

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"entente/model"
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

	load      loading
	tl        *model.Timeline
	whole     *model.Timeline       // what the last load that came to its end brought; nil before
	again     bool                  // files have changed since the load in flight began
	fresh     map[string]model.News // by ID: what the changes of files have brought
	first     model.Date            // of the timeline: asking it goes through every meeting
	last      model.Date
	hubs      map[string]bool
	byAddress map[string]*model.Article // by what sameAddress leaves of it; nil until a link asks
	mine      marking
	news      news
	audits    int // that were begun

	sel    selection
	missed struct { // what the filter of a view without meetings misses
		view *model.View
		says string
	}
	telling int         // articles that report what is shown; -1 when nobody counted
	base    *model.View // by date, forwards: what the strips and jumps count in
	view    *model.View // in the order of the list
	series  strip.Series
	unit    strip.Unit
	fitted  bool            // the strips span what is selected, not the whole timeline
	drawing int             // first bucket of a range that is being drawn; -1 when none is
	reach   int             // its last bucket, where the mouse draws it; -1 for that of the cursor
	counts  map[int][]int   // articles by bucket, for each unit: they change with the timeline only
	column  columnCounts    // of the facet column
	trail   undo[selection] // selections before this one, and after

	list    *timeline
	layers  []layer
	forward []layer // closed ones, to go forward to
	marked  map[string]bool
	keeping bool // a correction is being kept or taken back: one at a time
	kept    int  // how many were

	corrections []Kept // that are in force
	report      int    // which report the evidence strip shows

	keymap   *keys.Map
	typing   keys.State
	prompt   *prompt
	commands commandHistory
	message  message
	log      []string // every message, for :messages
	mouse    bool
	quitting bool
	at       string // the meeting that the cursor is to stand on once it is read, unless a key comes first

	frame  []string
	cursor *tea.Cursor
	card   cardCache
}

func newRoot(ctx context.Context, o Options) *root {
	m := &root{
		ctx: ctx, opts: o, mouse: o.Mouse, unit: strip.Month, drawing: -1, reach: -1,
		look: theme.Options{Theme: o.Theme, NoColor: o.NoColor, ASCII: o.ASCII, Bidi: o.Bidi, Speech: o.Speech},
		want: wants{preview: true, column: true, strips: true, speech: o.Speech}, at: o.State.At,
		sel: selection{filter: o.State.Filter, order: o.State.Order, reverse: o.State.Reverse},
	}
	if u, ok := strip.UnitNamed(o.State.Zoom); ok {
		m.unit = u
	}
	m.st = theme.New(m.look)
	m.list = &timeline{}
	m.layers = []layer{m.list}
	m.marked, m.fresh = map[string]bool{}, map[string]model.News{}
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
	return tea.Batch(m.startLoad(whyStart), m.awaitChange(), tea.RequestBackgroundColor)
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
