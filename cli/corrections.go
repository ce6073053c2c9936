package cli

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"sync"

	"github.com/spf13/cobra"

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

func (a *app) correctionsCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "corrections [PATH…]",
		Short: "List what you have corrected, and check that it still holds",
		Long: `List the corrections of the PATHs (of the collection, when there is none): the lines of entente.corrections beside the folder or in it, and
of the file in your data folder where the folder cannot be written. 'entente corrections check' tells what became of every line;
'entente corrections add' writes one, 'entente corrections remove' takes one back. docs/corrections.md tells the words of a line.

` + exitHelp,
		Example: `entente corrections ~/articles
entente corrections check ~/articles
entente corrections add 'date m-3f2a9c01d2 = 2024-05-14  # Anna: the dateline is right' ~/articles
entente corrections remove entente.corrections:3 ~/articles`,
		Args: cobra.ArbitraryArgs,
		RunE: a.run(func(_ *cobra.Command, args []string) error { return a.listCorrections(args) }),
	}
	c.AddCommand(&cobra.Command{
		Use:   "check [PATH…]",
		Short: "Apply every correction and tell which do not hold",
		Long: `Read the articles, apply every correction and tell of each line that is damaged, finds no meeting, contradicts another or is not needed any more.
The exit code is 1 when a line is damaged, finds no meeting or cannot hold.`,
		Args: cobra.ArbitraryArgs,
		RunE: a.run(func(c *cobra.Command, args []string) error { return a.checkCorrections(c.Context(), args) }),
	}, &cobra.Command{
		Use:   "add LINE [PATH…]",
		Short: "Write a correction",
		Long: flow(`Write a correction. M is a meeting's ID, as 'entente list --format jsonl' prints it:

  reject M                              no such meeting; keep M takes that back
  same M = M                            both are one meeting
  alias "NAME" = "NAME"                 the first name is the second person's
  date M = 2024-05-14                   or 2024-05, 2024, 2024-05-14..2024-05-16, unknown
  place M = "CITY" "HOST"               the host is a country's code
  people M + "NAME" "PARTY" "OFFICE"    was there; party and office may be left out
  people M - "NAME"                     was not there
  kind M = call                         or meeting, summit
  status M = off                        or held, planned

Behind a # stands who says so, and why. The line is completed by the articles that report the meeting, so that it holds after they are read again by
another version.`),
		Example: `entente corrections add 'reject m-3f2a9c01d2 # that was a phone-in' ~/articles`,
		Args:    cobra.MinimumNArgs(1),
		RunE:    a.run(func(c *cobra.Command, args []string) error { return a.addCorrection(c.Context(), args[0], args[1:]) }),
	}, &cobra.Command{
		Use:   "remove WHICH [PATH…]",
		Short: "Take a correction back",
		Long: `Take a correction back, whenever it was made: WHICH is its line as 'entente corrections' prints it, with or without the comment; its place, as
'entente why' and 'entente corrections check' tell it (entente.corrections:3, or 3 where there is one file); or the ID of a meeting, for every line about it.
The line is taken out of its file, and printed. Where the file cannot be written, your own file gets a line that says the opposite.`,
		Example: `entente corrections remove entente.corrections:3 ~/articles
entente corrections remove m-3f2a9c01d2 ~/articles`,
		Args: needs("a correction: its line, its place or a meeting's id"),
		RunE: a.run(func(_ *cobra.Command, args []string) error { return a.removeCorrections(args[0], args[1:]) }),
	})
	return c
}

func (a *app) listCorrections(paths []string) error {
	book, err := store.OpenBook(store.NewCollection(paths))
	if err != nil {
		return err
	}
	out := bufio.NewWriter(a.Out)
	file := ""
	for _, c := range book.Lines() {
		if c.File != file {
			file = c.File
			_, _ = fmt.Fprintln(out, "# "+text.Row(file))
		}
		_, _ = fmt.Fprintln(out, text.Name(c.String()))
	}
	if err := out.Flush(); err != nil {
		return fmt.Errorf("standard output: %w", err)
	}
	if len(book.Lines()) == 0 {
		a.say("nothing is corrected; corrections would stand in " + book.Home())
	}
	return nil
}

func (a *app) checkCorrections(ctx context.Context, paths []string) error {
	a.flags.noCorrections = true // they are applied here
	res, err := a.load(ctx, paths)
	if err != nil {
		return err
	}
	book, err := store.OpenBook(store.NewCollection(paths))
	if err != nil {
		return err
	}
	_, problems := book.Apply(res.Meetings, loader.Unite)
	out := bufio.NewWriter(a.Out)
	bad := map[store.Problem]bool{}
	for _, p := range problems {
		_, _ = fmt.Fprintln(out, text.Row(p.String()))
		if p.Kind != store.Moot {
			bad[store.Problem{File: p.File, Line: p.Line}] = true
		}
		if p.Kind == store.Damaged || p.Kind == store.Unresolved || p.Kind == store.Contradict {
			a.code = max(a.code, exitPartly)
		}
	}
	holding := 0
	for _, c := range book.Lines() {
		if !bad[store.Problem{File: c.File, Line: c.Line}] {
			holding++
		}
	}
	_, _ = fmt.Fprintf(out, "%d of %d corrections hold\n", holding, len(book.Lines()))
	if err := out.Flush(); err != nil {
		return fmt.Errorf("standard output: %w", err)
	}
	return nil
}

func (a *app) addCorrection(ctx context.Context, line string, paths []string) error {
	if _, err := store.ParseCorrection(line); err != nil {
		return usageError{fmt.Errorf("the correction %q: %w", text.Row(line), err)}
	}
	s := a.open(paths)
	if s.fault != nil {
		return s.fault
	}
	a.flags.noCorrections = true // the session applies them
	res, err := a.load(ctx, paths)
	if err != nil {
		return err
	}
	s.correct(res.Meetings)
	if a.code == exitNothing {
		return nil
	}
	if _, err := s.add(line); err != nil {
		return err
	}
	lines := s.book.Lines()
	written := lines[len(lines)-1]
	if _, err := fmt.Fprintln(a.Out, text.Name(written.String())); err != nil {
		return fmt.Errorf("standard output: %w", err)
	}
	for _, p := range s.problems {
		if p.File == written.File && p.Line == written.Line {
			a.say("it is written, but " + p.Text)
			a.code = max(a.code, exitPartly)
		}
	}
	return nil
}

// removeCorrections takes out the lines that the user names, and prints them.
func (a *app) removeCorrections(which string, paths []string) error {
	book, err := store.OpenBook(store.NewCollection(paths))
	if err != nil {
		return err
	}
	var found []store.Correction
	files := map[string]bool{}
	for _, c := range book.Lines() {
		if c.Named(which) {
			found = append(found, c)
			files[c.File] = true
		}
	}
	_, err = strconv.Atoi(which)
	switch {
	case len(found) == 0:
		a.code = max(a.code, exitPartly)
		return fmt.Errorf("no correction is %s; ‘entente corrections’ lists them", text.Row(which))
	case err == nil && len(files) > 1:
		return usageError{fmt.Errorf("line %s stands in %d files; say which: %s", which, len(files), found[0].Where())}
	}
	if _, err := book.Remove(found...); err != nil {
		return err
	}
	for _, c := range found {
		if _, err := fmt.Fprintln(a.Out, text.Name(c.String())); err != nil {
			return fmt.Errorf("standard output: %w", err)
		}
	}
	return nil
}
