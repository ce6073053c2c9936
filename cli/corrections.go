package cli

import (
	"bufio"
	"context"
	"fmt"
	"strconv"

	"github.com/spf13/cobra"

	"entente/loader"
	"entente/store"
	"entente/text"
)

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
