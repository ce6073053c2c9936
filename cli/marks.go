package cli

import (
	"fmt"

	"entente/model"
	"entente/store"
	"entente/text"
)

// noted is the timeline with what the user noted of its meetings: a filter asks for it in the same words as on the screen.
func (a *app) noted(t *model.Timeline, paths []string) *model.Timeline {
	marks, err := store.OpenMarks(store.NewCollection(paths))
	found := marks.Resolve(t)
	told := markNotes(marks, err)
	if a.terse {
		told = markFaults(marks, err)
	}
	for _, s := range told {
		a.say(s)
	}
	return t.Marked(found, nil)
}

// markFaults says what of the marks could not be read.
func markFaults(k *store.Marks, err error) []string {
	var out []string
	if err != nil {
		out = append(out, text.Row(err.Error()))
	}
	for _, p := range k.Damaged() {
		out = append(out, text.Row(p.String()))
	}
	return out
}

// markNotes says what the user has to know of the marks: what could not be read, and how many have lost their meeting.
func markNotes(k *store.Marks, err error) []string {
	out := markFaults(k, err)
	switch n := k.Lost(); {
	case n == 1:
		out = append(out, "one meeting that you marked was not found; its line is kept")
	case n > 1:
		out = append(out, fmt.Sprintf("%d meetings that you marked were not found; their lines are kept", n))
	}
	return out
}

// resolve finds the meetings that the user noted something of. The lock is the caller's.
func (d *desk) resolve(t *model.Timeline) map[string]model.Mark {
	d.shown = t
	return d.marks.Resolve(t)
}

// marked is resolve for what is shown while the rest is read.
func (d *desk) marked(t *model.Timeline) map[string]model.Mark {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.resolve(t)
}

// mark keeps what the user notes on the screen.
func (d *desk) mark(was, to map[string]model.Mark) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.marks.Set(d.now(), was, to)
}
