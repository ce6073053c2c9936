package cli

import (
	"errors"
	"fmt"
	"strings"
	"sync"

	"entente/loader"
	"entente/model"
	"entente/store"
	"entente/text"
	"entente/ui"
)

// session is a collection with the user's word on it. The screen changes it
// while it is open; a lock keeps its goroutines apart.
type session struct {
	mu       sync.Mutex
	book     *store.Book
	fault    error            // why a file of corrections could not be read
	read     []*model.Meeting // as the articles say; nil while nobody needs them
	articles []*model.Article // that say so, where they come from archived
	archived *model.Timeline  // has both then
	problems []store.Problem
}

// open reads the corrections of the collection that the paths name.
func (a *app) open(paths []string) *session {
	s := &session{}
	if !a.flags.noCorrections {
		s.book, s.fault = store.OpenBook(store.NewCollection(paths))
	}
	return s
}

// reload reads the corrections again; ok is false where that failed.
func (s *session) reload() (ok bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.book == nil || s.book.Reload() == nil
}

// bare tells that there is nothing to correct, and remembers where the meetings
// are if that changes: a timeline of an archive can be shown as it stands then.
func (s *session) bare(t *model.Timeline) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.book != nil {
		if _, problems := s.book.Apply(nil, loader.Unite); len(s.book.Lines()) > 0 || len(problems) > 0 {
			return false
		}
	}
	s.read, s.articles, s.archived, s.problems = nil, nil, t, nil
	return true
}

// meetings are those that were read. The lock is the caller's.
func (s *session) meetings() []*model.Meeting {
	if s.read == nil && s.archived != nil {
		s.read, s.articles = s.archived.All()
	}
	return s.read
}

// correct is a loader.Corrector.
func (s *session) correct(read []*model.Meeting) []*model.Meeting {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.read = read
	if s.book == nil {
		return read
	}
	out, problems := s.book.Apply(read, loader.Unite)
	s.problems = problems
	return out
}

// add writes a correction and returns the meetings as they are then. A line
// that names a meeting by its ID alone is completed by where it was read, and
// one without a comment says which meeting is meant.
func (s *session) add(line string) ([]*model.Meeting, error) {
	c, err := store.ParseCorrection(line)
	if err != nil {
		return nil, err
	}
	if c.Verb == "" || s.book == nil {
		return nil, errNoCorrection
	}
	s.mu.Lock()
	now, _ := s.book.Apply(s.meetings(), loader.Unite)
	for _, of := range []*store.Address{&c.Of, &c.Other} {
		for _, m := range now {
			if of.ID != "" && m.ID == of.ID && len(of.Anchors) == 0 {
				*of = store.AddressOf(m)
				if c.Comment == "" {
					c.Comment = heard(m)
				}
			}
		}
	}
	s.mu.Unlock()
	return s.write(c)
}

// write keeps corrections, all or none, and returns the meetings as they are then.
func (s *session) write(all ...store.Correction) ([]*model.Meeting, error) {
	s.mu.Lock()
	err, read := s.book.Add(all...), s.meetings()
	s.mu.Unlock()
	if err != nil {
		return nil, err
	}
	return s.correct(read), nil
}

// undo takes the last lines written back.
func (s *session) undo(lines int) ([]*model.Meeting, error) {
	s.mu.Lock()
	var err error
	for ; lines > 0 && err == nil; lines-- {
		err = s.book.Undo()
	}
	read := s.meetings()
	s.mu.Unlock()
	if err != nil {
		return nil, err
	}
	return s.correct(read), nil
}

// remove takes corrections back, and returns the meetings as they are then and
// how many steps undo has to go to have the corrections again.
func (s *session) remove(all ...store.Correction) (now []*model.Meeting, steps int, err error) {
	s.mu.Lock()
	steps, err = s.book.Remove(all...)
	read := s.meetings()
	s.mu.Unlock()
	return s.correct(read), steps, err
}

// inForce lists the corrections, and of those that do not hold why.
func (s *session) inForce() []ui.Kept {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.book == nil {
		return nil
	}
	type place struct {
		file string
		line int
	}
	faults := make(map[place]string, len(s.problems))
	for _, p := range s.problems {
		faults[place{p.File, p.Line}] = p.Text
	}
	lines := s.book.Lines()
	out := make([]ui.Kept, len(lines))
	for i, c := range lines {
		out[i] = ui.Kept{Says: c.Says(), Of: c.Of.ID, Comment: c.Comment, Where: c.Where(), Fault: faults[place{c.File, c.Line}], File: c.File, Line: c.Line}
	}
	return out
}

var errNoCorrection = errors.New("there is no correction in that line")

// heard names a meeting in a comment: its day and its people.
func heard(m *model.Meeting) string {
	const most, widest = 4, 60
	var names []string
	for i, p := range m.People {
		if i == most {
			names = append(names, fmt.Sprintf("%d more", len(m.People)-most))
			break
		}
		names = append(names, text.Cut(text.Row(p.Name), widest)) // a line that is too long is not read
	}
	return strings.TrimSpace(m.Date.Long() + ": " + strings.Join(names, ", "))
}

// notes says what the user has to know of the corrections: what could not be
// read, and how many find nothing here.
func (s *session) notes() []string { return append(s.faults(), s.lost()...) }

// faults says which lines could not be read.
func (s *session) faults() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	var out []string
	if s.fault != nil {
		out = append(out, text.Row(s.fault.Error()))
	}
	for _, p := range s.problems {
		if p.Kind == store.Damaged {
			out = append(out, text.Row(p.String()))
		}
	}
	return out
}

// lost says how many corrections find nothing here: their articles may come back.
func (s *session) lost() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	n := 0
	for _, p := range s.problems {
		if p.Kind == store.Unresolved {
			n++
		}
	}
	switch n {
	case 0:
		return nil
	case 1:
		return []string{"one correction finds nothing to correct; ‘entente corrections check’ says which"}
	}
	return []string{fmt.Sprintf("%d corrections find nothing to correct; ‘entente corrections check’ says which", n)}
}
