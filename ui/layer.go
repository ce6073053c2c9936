package ui

import (
	tea "charm.land/bubbletea/v2"

	"entente/model"
)

// layer is something that stands over the timeline: it takes its part of the
// screen and, while it is on top, the keys. It is told its size and draws
// exactly that.
type layer interface {
	// scope names the keys that hold while the layer is on top, before those that hold everywhere.
	scope() scope
	// name is what the status line and the list of screens call it.
	name() string
	// resize tells the size. The command is work that the new size asks for.
	resize(m *root, w, h int) tea.Cmd
	// view draws the layer.
	view(m *root) []string
	// move answers a key that moves.
	move(m *root, to motion, n int) tea.Cmd
}

// Some layers do more; each of these is asked for where it matters.
type (
	// sider is a layer that stands in place of the preview where there is one.
	sider interface{ beside() bool }
	// typer takes letters that are typed, after the keys of its own scope.
	typer interface {
		typed(m *root, s string)
		edit(m *root, msg tea.KeyPressMsg) bool
	}
	// opener answers Enter.
	opener interface{ open(m *root) tea.Cmd }
	// closer is told when it goes by Esc (and what it began is to be taken back) or by q.
	closer interface {
		closed(m *root, undo bool) tea.Cmd
	}
	// clicker answers the mouse, in cells of its own.
	clicker interface {
		click(m *root, x, y int) tea.Cmd
		wheel(m *root, n int)
	}
	// refresher is told that the selection of meetings has changed.
	refresher interface{ refresh(m *root) }
	// holder has a meeting under its cursor, or none.
	holder interface{ meeting() *model.Meeting }
	// stater puts its state into words for the status line.
	stater interface{ state(m *root) string }
	// pointer tells where the terminal's cursor belongs, in cells of its own; negative hides it.
	pointer interface{ cursor() (x, y int) }
)

// motion is where a key moves to.
type motion uint8

const (
	byRow motion = iota
	byHalf
	byPage
	byMonth
	byDay
	toFirst
	toLast
	toCentre
	scrollBy
)

func (m *root) top() layer { return m.layers[len(m.layers)-1] }

// push opens a layer over the others.
func (m *root) push(l layer) tea.Cmd {
	m.layers = append(m.layers, l)
	m.forward = nil
	return m.resizeLayer(l)
}

// pop closes the layer on top; the timeline stays.
func (m *root) pop(undo bool) tea.Cmd {
	if len(m.layers) == 1 {
		return nil
	}
	l := m.top()
	m.layers = m.layers[:len(m.layers)-1]
	var cmd tea.Cmd
	if c, ok := l.(closer); ok {
		cmd = c.closed(m, undo)
	}
	if _, ok := l.(sider); !ok {
		m.forward = append(m.forward, l)
	}
	// The one below may have been told another size while it was hidden, or another selection.
	if r, ok := m.top().(refresher); ok {
		r.refresh(m)
	}
	return tea.Batch(cmd, m.resizeLayer(m.top()))
}

// toTimeline closes every layer over the timeline.
func (m *root) toTimeline() tea.Cmd {
	var cmds []tea.Cmd
	for len(m.layers) > 1 {
		cmds = append(cmds, m.pop(false))
	}
	return tea.Batch(cmds...)
}

// place is where a layer is drawn.
func (m *root) place(l layer) rect {
	if l == m.layers[0] {
		return m.geo.main
	}
	if s, ok := l.(sider); ok && s.beside() && m.overTimeline(l) {
		if _, ok := l.(*facet); ok && !m.geo.facets.empty() {
			return m.geo.facets // where these values stand anyway
		}
		if !m.geo.side.empty() && m.geo.side.w >= 40 && !m.want.stacked {
			return m.geo.side
		}
		return m.geo.main
	}
	return m.geo.body
}

func (m *root) resizeLayer(l layer) tea.Cmd {
	r := m.place(l)
	return l.resize(m, r.w, r.h)
}

// overTimeline tells that nothing stands between a layer and the timeline that would hide the panes.
func (m *root) overTimeline(l layer) bool {
	for _, below := range m.layers[1:] {
		if below == l {
			return true
		}
		if s, ok := below.(sider); !ok || !s.beside() {
			return false
		}
	}
	return true
}
