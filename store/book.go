package store

import (
	"errors"
	"fmt"
	"slices"

	"entente/model"
)

// Book is the corrections of a collection: read once, applied after every
// load, and written to as the user goes on. It serves one goroutine at a time.
type Book struct {
	files   []File
	sheets  []Sheet
	lines   []Correction
	damaged []Problem
	done    []edit // what was written since it was opened, for Undo
}

// edit is a line that was written into a file, or taken out of it.
type edit struct {
	file int // of Book.files
	row  string
	out  bool
	at   int // where it stood, counted from 1
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
	home := len(b.files) - 1
	err := b.files[home].Update(func(s *Sheet) error {
		s.Append(rows...)
		return nil
	})
	if err != nil {
		return err
	}
	for _, row := range rows {
		b.done = append(b.done, edit{file: home, row: row})
	}
	return b.Reload()
}

var (
	// ErrNothing tells that nothing was corrected that could be undone.
	ErrNothing = errors.New("nothing was corrected here since entente was started")
	errChanged = errors.New("the line is not there any more: somebody else has changed the file")
)

// Remove takes corrections back, as Lines lists them: their lines are taken out
// of their files. Where a file is somebody else's and cannot be written, the inverse line
// is added to the user's own. It returns how many steps Undo has to go to have them again.
func (b *Book) Remove(all ...Correction) (steps int, err error) {
	before := len(b.done)
	all = slices.Clone(all)
	slices.SortStableFunc(all, func(x, y Correction) int { return y.Line - x.Line }) // those above keep their numbers
	for i := range all {
		if err = b.remove(&all[i]); err != nil {
			break
		}
	}
	return len(b.done) - before, errors.Join(err, b.Reload())
}

func (b *Book) remove(c *Correction) error {
	home := len(b.files) - 1
	for i := range b.files {
		f, s := &b.files[i], &b.sheets[i]
		if f.Path != c.File || c.Line < 1 || c.Line > s.Len() {
			continue
		}
		done := edit{file: i, row: s.Row(c.Line), out: true}
		err := f.Update(func(s *Sheet) error {
			if done.at = s.Take(c.Line, done.row); done.at == 0 {
				return errChanged
			}
			return nil
		})
		switch {
		case err == nil:
			b.done = append(b.done, done)
		case i != home && !errors.Is(err, errChanged):
			inverse := c.Inverse()
			inverse.Comment = c.Comment
			return b.Add(inverse)
		}
		return err
	}
	return errChanged
}

// Undo takes back what Add or Remove wrote last: one line.
func (b *Book) Undo() error {
	if len(b.done) == 0 {
		return ErrNothing
	}
	last := b.done[len(b.done)-1]
	err := b.files[last.file].Update(func(s *Sheet) error {
		switch {
		case last.out:
			s.Insert(last.at, last.row)
		case !s.Remove(last.row):
			return errChanged
		}
		return nil
	})
	if err != nil && !errors.Is(err, errChanged) {
		return err
	}
	b.done = b.done[:len(b.done)-1]
	return errors.Join(err, b.Reload())
}
