package store

import (
	"errors"
	"fmt"

	"entente/model"
)

// Book is the corrections of a collection: read once, applied after every
// load, and written to as the user goes on. It serves one goroutine at a time.
type Book struct {
	files   []File
	sheets  []Sheet
	lines   []Correction
	damaged []Problem
	done    []string // what was added since it was opened, for Undo
}

// OpenBook reads the corrections of a collection. A file that cannot be read
// is told of by the error; the others hold all the same.
func OpenBook(c Collection) (*Book, error) {
	b := &Book{files: c.Corrections()}
	err := b.Reload()
	return b, err
}

// Reload reads the files again.
func (b *Book) Reload() error {
	var errs []error
	b.sheets, b.lines, b.damaged = nil, nil, nil
	for i := range b.files {
		f := &b.files[i]
		if f.Path == "" {
			b.sheets = append(b.sheets, Sheet{})
			continue
		}
		s, err := f.Read()
		errs = append(errs, err)
		b.sheets = append(b.sheets, s)
		lines, damaged := Corrections(f.Path, &s)
		b.lines, b.damaged = append(b.lines, lines...), append(b.damaged, damaged...)
	}
	return errors.Join(errs...)
}

// Lines lists the corrections, in the order of files and lines.
func (b *Book) Lines() []Correction { return b.lines }

// Home is the file that new corrections go to; empty where there is no place for one.
func (b *Book) Home() string { return b.files[len(b.files)-1].Path }

// Apply corrects meetings; damaged lines are among the problems.
func (b *Book) Apply(meetings []*model.Meeting, vote Vote) ([]*model.Meeting, []Problem) {
	out, problems := Apply(meetings, b.lines, vote)
	return out, append(append([]Problem(nil), b.damaged...), problems...)
}

// Add writes corrections at the end of the file, and reads it again. All of
// them are written, or none.
func (b *Book) Add(all ...Correction) error {
	rows := make([]string, len(all))
	for i := range all {
		rows[i] = all[i].String()
		if _, err := ParseCorrection(rows[i]); err != nil {
			return fmt.Errorf("correct %q: %w", rows[i], err)
		}
	}
	err := b.files[len(b.files)-1].Update(func(s *Sheet) error {
		s.Append(rows...)
		return nil
	})
	if err != nil {
		return err
	}
	b.done = append(b.done, rows...)
	return b.Reload()
}

var (
	// ErrNothing tells that nothing was corrected that could be undone.
	ErrNothing = errors.New("nothing was corrected here since entente was started")
	errChanged = errors.New("the line is not there any more: somebody else has changed the file")
)

// Undo takes out the line that Add wrote last and returns it.
func (b *Book) Undo() (Correction, error) {
	if len(b.done) == 0 {
		return Correction{}, ErrNothing
	}
	last := len(b.done) - 1
	row := b.done[last]
	err := b.files[len(b.files)-1].Update(func(s *Sheet) error {
		if !s.Remove(row) {
			return errChanged
		}
		return nil
	})
	if err != nil && !errors.Is(err, errChanged) {
		return Correction{}, err
	}
	b.done = b.done[:last]
	if err := errors.Join(err, b.Reload()); err != nil {
		return Correction{}, err
	}
	return ParseCorrection(row)
}
