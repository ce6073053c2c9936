package cli

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"

	"entente/loader"
	"entente/model"
	"entente/store"
	"entente/ui"
)

// desk keeps what the user corrects and notes on the screen: each correction is
// as many lines of the file as it has meetings, and they are taken back together.
type desk struct {
	mu       sync.Mutex
	session  *session         // nil before the first load
	articles []*model.Article // nil where an archive has them
	names    model.Names
	read     bool  // a load has ended
	sizes    []int // steps of each change, for taking it back
	marks    *store.Marks
	shown    *model.Timeline // what the screen shows
}

// open reads the corrections: once, and what others wrote since at each later load.
func (d *desk) open(a *app, paths []string) *session {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.session == nil || d.session.fault != nil || !d.session.reload() {
		d.session, d.sizes = a.open(paths), nil
	}
	return d.session
}

// loaded tells the desk what the screen shows, and returns what the user noted
// of it, with what is to be known of the marks.
func (d *desk) loaded(res *loader.Result, names model.Names) (marks map[string]model.Mark, notes []string) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.articles, d.names, d.read = res.Articles, names, true
	err := d.marks.Reload()
	return d.resolve(res.Timeline), markNotes(d.marks, err)
}

// correct keeps one change and returns everything as it is then.
func (d *desk) correct(_ context.Context, c ui.Change) (ui.Loaded, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	lines, err := corrections(c)
	if err != nil {
		return ui.Loaded{}, err
	}
	switch {
	case !d.read:
		return ui.Loaded{}, errNotRead
	case d.session.book == nil || len(lines) == 0:
		return ui.Loaded{}, errNoCorrection
	}
	meetings, err := d.session.write(lines...)
	if err != nil {
		return ui.Loaded{}, err
	}
	d.sizes = append(d.sizes, len(lines))
	return d.show(meetings), nil
}

var errNotRead = errors.New("the articles are still being read")

// uncorrect takes the last change back.
func (d *desk) uncorrect(context.Context) (ui.Loaded, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	n := len(d.sizes)
	if d.session == nil || n == 0 {
		return ui.Loaded{}, store.ErrNothing
	}
	meetings, err := d.session.undo(d.sizes[n-1])
	if err != nil {
		return ui.Loaded{}, err
	}
	d.sizes = d.sizes[:n-1]
	return d.show(meetings), nil
}

// remove takes corrections of the list back. uncorrect has them again.
func (d *desk) remove(_ context.Context, all []ui.Kept) (ui.Loaded, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if !d.read || d.session.book == nil {
		return ui.Loaded{}, errNotRead
	}
	var lines []store.Correction
	for _, c := range d.session.book.Lines() {
		if slices.ContainsFunc(all, func(k ui.Kept) bool { return k.File == c.File && k.Line == c.Line && k.Says == c.Says() }) {
			lines = append(lines, c)
		}
	}
	if len(lines) == 0 {
		return ui.Loaded{}, errGone
	}
	meetings, steps, err := d.session.remove(lines...)
	if err != nil && steps == 0 {
		return ui.Loaded{}, err
	}
	d.sizes = append(d.sizes, steps)
	shown := d.show(meetings)
	if err != nil { // some are taken back, and the screen has to show that
		shown.Notes = append(shown.Notes, err.Error())
	}
	return shown, nil
}

var errGone = errors.New("the line is not there any more; r reads the file again")

func (d *desk) show(meetings []*model.Meeting) ui.Loaded {
	if d.articles == nil {
		d.articles = d.session.articles
	}
	t := model.NewTimeline(meetings, d.articles, d.names)
	return ui.Loaded{Timeline: t, Marks: d.resolve(t), Notes: d.session.notes(), Corrections: d.session.inForce()}
}

// now is what the screen shows. The lock is the caller's.
func (d *desk) now() *model.Timeline {
	if d.shown == nil {
		d.shown = model.NewTimeline(nil, nil, d.names)
	}
	return d.shown
}

// corrections are the lines that say what a change on the screen says.
func corrections(c ui.Change) ([]store.Correction, error) {
	if c.Kind == ui.ChangeAlias {
		return []store.Correction{{Verb: store.Alias, From: c.From, To: c.To}}, nil
	}
	var out []store.Correction
	for _, m := range c.Right {
		out = append(out, store.Correction{Verb: store.Keep, Of: store.AddressOf(m), Comment: "audit: " + heard(m)})
	}
	for i, m := range c.Meetings {
		line := store.Correction{Of: store.AddressOf(m), Comment: heard(m)}
		switch c.Kind {
		case ui.ChangeVerdicts:
			line.Verb, line.Comment = store.Reject, "audit: "+line.Comment
		case ui.ChangeReject:
			line.Verb = store.Reject
		case ui.ChangeSame:
			if i == 0 {
				continue // the others are the same as the first
			}
			line.Verb, line.Of, line.Other = store.Same, store.AddressOf(c.Meetings[0]), line.Of
		case ui.ChangeDate:
			line.Verb = store.Date
		case ui.ChangePlace:
			line.Verb = store.Where
		case ui.ChangeKindOf:
			line.Verb = store.Kind
		case ui.ChangeStatus:
			line.Verb = store.Status
		case ui.ChangeAlias: // above
		}
		if err := setValue(&line, c.Value, m); err != nil {
			return nil, err
		}
		out = append(out, line)
	}
	return out, nil
}

// setValue reads the value of a field as the user types it: a date or two with .. between them, a city with the host's
// code behind a comma if it is another, the name of a kind or status.
func setValue(line *store.Correction, value string, m *model.Meeting) (err error) {
	switch line.Verb {
	case store.Date:
		from, to, ranged := strings.Cut(value, "..")
		if line.Date, err = model.ParseDate(from); err == nil && ranged {
			line.End, err = model.ParseDate(to)
		}
	case store.Where:
		line.Place = model.Place{City: value, Host: m.Place.Host}
		if city, host, ok := strings.Cut(value, ","); ok {
			line.Place = model.Place{City: strings.TrimSpace(city), Host: model.Party(strings.ToUpper(strings.TrimSpace(host)))}
		}
	case store.Kind:
		line.Kind, err = named(value, model.Kinds())
	case store.Status:
		line.Status, err = named(value, model.Statuses())
	case store.Reject, store.Same, store.Alias, store.Keep, store.Apart, store.People:
	}
	return err
}

// named returns the value of that name.
func named[T fmt.Stringer](name string, all []T) (none T, err error) {
	for _, x := range all {
		if x.String() == name {
			return x, nil
		}
	}
	return none, fmt.Errorf("there is no %q", name)
}
