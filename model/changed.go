package model

import "slices"

// Changes tells what became of the meetings of the timeline before this one.
func (t *Timeline) Changes(before *Timeline) []Change {
	if t == before || t.archive != nil && t.archive == before.archive {
		return nil
	}
	// Most are what they were, and Diff writes each out: it is asked about the others only.
	var was, now []Sight
	gone, same := make([]bool, before.Len()), make([]bool, t.Len())
	for i := range gone {
		gone[i] = true
	}
	for i, m := range before.Outlines() {
		if row, ok := t.Row(m.ID); ok && sameFacts(m, t.At(row)) {
			gone[i], same[row] = false, true
		}
	}
	for i := range gone {
		if gone[i] {
			was = append(was, sight(before.At(int32(i))))
		}
	}
	for i := range t.every {
		if !same[i] {
			now = append(now, sight(t.At(int32(i))))
		}
	}
	return Diff(was, now)
}

// sameFacts tells that a meeting is shown as before.
func sameFacts(a, b *Meeting) bool {
	return a.Date == b.Date && a.End == b.End && a.Status == b.Status && a.Kind == b.Kind && a.Place == b.Place &&
		a.Sources == b.Sources && len(a.Reports) == len(b.Reports) &&
		slices.EqualFunc(a.People, b.People, func(p, q Participant) bool { return p.Name == q.Name }) && slices.Equal(a.Parties, b.Parties)
}

// sight is a meeting with the places where its reports tell it.
func sight(m *Meeting) Sight {
	s := Sight{Meeting: m}
	for _, r := range m.Reports {
		at := int32(-1)
		if e, ok := r.Find("kind"); ok {
			at = int32(e.Start) //nolint:gosec // an article is far below 2 GB.
		}
		s.Told = append(s.Told, Told{Content: r.Article.Content, At: at, File: r.Article.ID})
	}
	return s
}
