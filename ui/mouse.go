package ui

import (
	tea "charm.land/bubbletea/v2"
)

// point gives a message of the mouse to its handler.
func (m *root) point(msg tea.MouseMsg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.MouseClickMsg:
		return m.click(msg.Mouse())
	case tea.MouseWheelMsg:
		return m.wheel(msg.Mouse())
	case tea.MouseMotionMsg:
		m.drag(msg.Mouse())
	case tea.MouseReleaseMsg:
		return m.release()
	}
	return nil
}

// wheelRows is how far one notch of the wheel scrolls.
const wheelRows = 3

// click gives a click to what is drawn under it. The rectangles are those of
// the layout, so that they cannot differ from what was drawn.
func (m *root) click(e tea.Mouse) tea.Cmd {
	if e.Button != tea.MouseLeft || m.prompt != nil {
		return nil
	}
	m.message = message{}
	base, _ := m.stage()
	if base == layer(m.list) && m.geo.strips.has(e.X, e.Y) {
		m.drawing = m.bucketAt(e.X)
		m.reach = m.drawing
		return nil
	}
	top := m.top()
	if r := m.place(top); r.has(e.X, e.Y) {
		if c, ok := top.(clicker); ok {
			return c.click(m, e.X-r.x, e.Y-r.y)
		}
		return nil
	}
	// A click beside a layer goes to the timeline that is seen there.
	if base == layer(m.list) && m.geo.main.has(e.X, e.Y) {
		return m.list.click(m, e.X-m.geo.main.x, e.Y-m.geo.main.y)
	}
	return nil
}

// bucketAt is the bar that is drawn in a column of the screen, or -1.
func (m *root) bucketAt(x int) int {
	at := -1
	if cur := m.list.l.Current(); cur != nil {
		at = m.series.Index(cur.Date)
	}
	return m.series.At(m.geo.strips.w, at, x-m.geo.strips.x)
}

// toBucket goes to the first meeting of a bar, or to the next after it.
func (m *root) toBucket(i int) {
	start := m.series.Start(i)
	for k := range m.view.Len() {
		if d := m.view.Date(k); !d.IsZero() && m.series.Index(d) >= m.series.Index(start) {
			m.list.l.Select(k)
			return
		}
	}
}

// drag moves the other end of a range that a click in the strips began. The
// cursor stays where it is, for the bars that are drawn go by it, and they must
// not move under the pointer.
func (m *root) drag(e tea.Mouse) {
	if i := m.bucketAt(e.X); m.reach >= 0 && i >= 0 {
		m.reach = i
	}
}

// release takes the range where more than one bar was drawn, and else goes to the bar.
func (m *root) release() tea.Cmd {
	if m.drawing < 0 || m.reach < 0 {
		return nil
	}
	if m.drawing != m.reach {
		return m.takeRange()
	}
	m.toBucket(m.drawing)
	m.noRange()
	return nil
}

// wheel scrolls what is under the pointer.
func (m *root) wheel(e tea.Mouse) tea.Cmd {
	var n int
	switch e.Button {
	case tea.MouseWheelUp:
		n = -wheelRows
	case tea.MouseWheelDown:
		n = wheelRows
	default:
		return nil
	}
	top := m.top()
	if !m.place(top).has(e.X, e.Y) {
		if base, _ := m.stage(); base == layer(m.list) && m.geo.list.has(e.X, e.Y) {
			m.list.wheel(m, n)
		}
		return nil
	}
	if c, ok := top.(clicker); ok {
		c.wheel(m, n)
	}
	return nil
}
