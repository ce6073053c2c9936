package ui

import (
	tea "charm.land/bubbletea/v2"

	"entente/model"
	"entente/text"
	"entente/ui/cells"
	"entente/ui/describe"
	"entente/ui/list"
	"entente/ui/theme"
)

// Point is what is compared with: what was published before a day, what the
// command line told last, or else what was there when the user looked last.
type Point struct {
	Day  model.Date
	Told bool
}

// title puts a point into words.
func (p Point) title() string {
	switch {
	case p.Told:
		return "Since ‘entente since last’ told"
	case p.Day.IsZero():
		return "Since you looked last"
	}
	return "Since " + p.Day.Long()
}

// News is what is new, revised and withdrawn.
type News struct {
	Changes []model.Change
	Known   bool // there was something to compare with
	Undated int  // articles that tell no day of publication, which count as old beside a day
}

// news is what has changed since the user looked last. It is worked out after
// the first load and holds for the session: once it was looked at, the next
// session begins from here.
type news struct {
	last   News
	ready  bool
	asked  bool // the user waits for it
	looked bool
}

// newsActions are the rows about what has changed.
func newsActions() []action {
	return []action{
		{
			name: "since", keys: []string{"g n"}, scope: scopeEverywhere, group: groupScreens, menu: "news",
			words: "changes diff update news",
			help:  "what is new, revised and withdrawn since you looked last, since the command line told, or since a date",
			arg:   "[last|told|DATE]", complete: completePoint, run: (*root).openNews,
		},
	}
}

// completePoint offers what can be compared with.
func completePoint(m *root, typed string) (int, []completion) {
	if n, words := among("last", "told")(m, typed); len(words) > 0 {
		return n, words
	}
	return completeDay(m, typed)
}

// openNews shows the news since a date, since the command line told, or since the last look.
func (m *root) openNews(c call) tea.Cmd {
	if m.opts.Since == nil {
		m.say("Nothing is remembered here.")
		return nil
	}
	switch c.arg {
	case "", "last":
		m.news.asked = true
		if m.news.ready {
			return m.showLast()
		}
		return m.askNews()
	case "told":
		return m.compareWith(Point{Told: true})
	}
	d, err := m.parseDay(c.arg)
	if err != nil {
		m.fail(sentence(err))
		return nil
	}
	m.say("Comparing with what was published before " + d.Long() + m.st.Glyphs.Ellipsis)
	return m.compareWith(Point{Day: d})
}

// askNews works out what has changed since the last look.
func (m *root) askNews() tea.Cmd {
	if m.opts.Since == nil || m.news.ready {
		return nil
	}
	return m.compareWith(Point{})
}

// compareWith works out what has changed, off the event loop.
func (m *root) compareWith(p Point) tea.Cmd {
	since, ctx := m.opts.Since, m.ctx
	return func() tea.Msg {
		n, err := since(ctx, p)
		return newsMsg{p, n, err}
	}
}

// gotNews takes what was worked out.
func (m *root) gotNews(msg newsMsg) tea.Cmd {
	looked := msg.since == Point{}
	switch {
	case msg.err != nil:
		if !looked || m.news.asked { // unasked, it is no more than a hint
			m.fail("What has changed cannot be told: " + msg.err.Error())
		}
		return nil
	case !looked && !msg.news.Known:
		return m.showNews(msg.since.title(), nil, "‘entente since last’ has told nothing of this collection yet.")
	case !looked:
		m.message = message{}
		if n := msg.news.Undated; n > 0 {
			m.say(describe.Count(n, "article that tells no day of publication counts", "articles that tell no day of publication count") + " as old.")
		}
		return m.showNews(msg.since.title(), msg.news.Changes, "")
	case m.news.ready:
		return nil
	}
	m.news.last, m.news.ready = msg.news, true
	if m.news.asked {
		return m.showLast()
	}
	if s := newsOf(msg.news.Changes); s != "" && m.message.text == "" {
		m.say("Since you looked last: " + s + "; " + m.keyFor(mustAction("since")) + " tells.")
	}
	return nil
}

// showLast shows the news since the last look, which it then is.
func (m *root) showLast() tea.Cmd {
	var cmd tea.Cmd
	if remember, ctx := m.opts.Remember, m.ctx; remember != nil && !m.news.looked {
		cmd = func() tea.Msg { return rememberedMsg{remember(ctx)} }
	}
	m.news.looked = true
	none, changes := "", m.news.last.Changes
	if !m.news.last.Known {
		changes = nil
		none = "From now on " + m.keyFor(mustAction("since")) + " tells what is new beside these " + describe.Count(m.tl.Len(), "meeting", "meetings") + "."
	}
	return tea.Batch(cmd, m.showNews(Point{}.title(), changes, none))
}

// showNews lists changes of the meetings that the filter selects, as they are
// or as they were; none is what is said where there was nothing to compare with.
func (m *root) showNews(title string, all []model.Change, none string) tea.Cmd {
	x := newRowList(m, "since", func(m *root) (func(int) []string, []rowItem) {
		shown := m.ofFilter(all)
		rows := make([]rowItem, len(shown))
		for i, c := range shown {
			rows[i] = m.newsRow(c)
		}
		remark := newsOf(shown)
		if remark == "" && none == "" {
			remark = "nothing is new"
		}
		if len(shown) < len(all) {
			remark += ", of " + describe.Count(len(all), "change", "changes") + " without the filter"
		}
		return m.titled(title, remark), rows
	})
	if none != "" {
		x.none = none
	}
	return m.push(x)
}

func (m *root) ofFilter(all []model.Change) []model.Change {
	if m.sel.filter.IsZero() {
		return all
	}
	var was []*model.Meeting
	for _, c := range all {
		if c.Was != nil {
			was = append(was, c.Was)
		}
	}
	then := m.tl.Of(was).View(m.sel.filter, model.ByDate, false)
	var out []model.Change
	for _, c := range all {
		ok := false
		if c.Now != nil {
			_, ok = m.base.Index(c.Now.ID)
		}
		if c.Was != nil && !ok {
			_, ok = then.Index(c.Was.ID)
		}
		if ok {
			out = append(out, c)
		}
	}
	return out
}

// newsRow draws a change: the sign of a diff, the meeting, and what of it is another now.
func (m *root) newsRow(c model.Change) rowItem {
	st, mt := m.st, c.Meeting()
	row := rowItem{
		draw: func(l *cells.Line, name theme.Ink) {
			ink := map[model.News]theme.Ink{model.NewsNew: st.Held, model.NewsRevised: st.Planned, model.NewsWithdrawn: st.Off}[c.News]
			if k := m.mine.of[mt.ID]; k.Read && c.Now != nil {
				name = st.Subtle
			}
			glyph, sign := list.Glyph(st, mt)
			l.Put(ink, c.News.Sign()).Gap(1).PutRight(st.Subtle, short(mt.Date), 11).Gap(2).Put(sign, glyph).Gap(1)
			l.PutIn(name, describe.Place(m.tl, mt), min(14, l.Left()/4)).Gap(2)
			l.Put(name, describe.Title(m.tl, mt, m.hubs))
			for _, f := range c.Fields {
				l.Gap(2).Put(ink, f.Field).Gap(1).Put(st.Subtle, orNothing(f.Was)+" "+st.Glyphs.Arrow+" "+orNothing(f.Now))
			}
		},
		open: func(m *root) tea.Cmd {
			m.say("This meeting is told of no more.")
			return nil
		},
	}
	if c.Now != nil {
		row.of = c.Now
		row.open = func(m *root) tea.Cmd { return m.read(c.Now, 0) }
	}
	return row
}

func orNothing(s string) string {
	if s == "" {
		return "nothing"
	}
	return text.Row(s)
}
