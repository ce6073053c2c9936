package cli

import (
	"bufio"
	"cmp"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"entente/export"
	"entente/model"
	"entente/score"
	"entente/store"
	"entente/text"
	"entente/ui/describe"
	"entente/ui/evidence"
)

func (a *app) auditCommand() *cobra.Command {
	var pick selection
	var labels, seed string
	var errs bool
	format := newChoice("table", "json")
	c := &cobra.Command{
		Use:   "audit N [PATH…]",
		Short: "Measure how far to trust what was read",
		Long: `Show N meetings, drawn at random from those that the filter leaves, and ask of each whether it is right. The answers come from standard
input, one a line, and are kept as corrections, but for ?:

  y, right           everything is right
  n, wrong           there was no such meeting
  n CORRECTION       what is wrong, such as: n date = 2024-05-14, n place = "Kyiv" "UA", n people - "Kaja Kallas"
  ?, unsure          it cannot be told
  q, or nothing more ends before the Nth

At the end stand the share of right ones and its 95 % interval (Wilson). The same seed draws the same meetings, on every machine.

With --labels FILE nothing is asked: what is read out of the PATH is scored beside labels, a line of JSON for each article, as docs/audit.md tells.

` + exitHelp,
		Example: `entente audit 40 --with estonia ~/articles
entente audit 40 --seed 2 ~/articles
entente audit --labels labels.jsonl ~/labelled`,
		Args: cobra.ArbitraryArgs,
	}
	c.RunE = a.run(func(c *cobra.Command, args []string) error {
		if labels != "" {
			return a.score(c.Context(), labels, args, format.value, errs)
		}
		if len(args) == 0 {
			return usageError{errors.New("audit needs how many meetings to show")}
		}
		n, err := strconv.Atoi(args[0])
		if err != nil || n < 1 {
			return usageError{fmt.Errorf("%q is no number of meetings", text.Row(args[0]))}
		}
		if slices.Contains(args[1:], "-") {
			return usageError{errors.New("standard input is for the answers here: give a file or a folder")}
		}
		return a.audit(c.Context(), n, seed, args[1:], &pick)
	})
	pick.register(c)
	c.Flags().StringVar(&seed, "seed", "1", "draw other meetings")
	c.Flags().StringVar(&labels, "labels", "", "score beside the labels in this file, and ask nothing")
	c.Flags().BoolVar(&errs, "errors", false, "with --labels: name every article that is not read fully right")
	c.Flags().Var(format, "format", "with --labels: table or json")
	return c
}

// draw picks n meetings of a view, the same for one seed wherever they stand: each has a place by its ID alone.
func draw(v *model.View, n int, seed string) []*model.Meeting {
	type lot struct {
		at [sha256.Size]byte
		m  *model.Meeting
	}
	lots := make([]lot, v.Len())
	for i := range lots {
		m := v.At(i)
		lots[i] = lot{sha256.Sum256([]byte(seed + "\x00" + m.ID)), m}
	}
	slices.SortFunc(lots, func(a, b lot) int {
		return cmp.Or(slices.Compare(a.at[:], b.at[:]), strings.Compare(a.m.ID, b.m.ID))
	})
	out := make([]*model.Meeting, 0, min(n, len(lots)))
	for _, l := range lots[:min(n, len(lots))] {
		out = append(out, l.m)
	}
	return out
}

// audit asks about meetings and sums up.
func (a *app) audit(ctx context.Context, n int, seed string, paths []string, pick *selection) error {
	f, err := pick.build()
	if err != nil {
		return err
	}
	s := a.open(paths) // nil book where nothing is to be corrected
	if s.fault != nil {
		return s.fault
	}
	a.flags.noCorrections = true // the session applies them
	res, err := a.load(ctx, paths)
	if err != nil || a.code == exitNothing {
		return err
	}
	t := model.NewTimeline(s.correct(res.Meetings), res.Articles, a.engine().Names)
	v := t.View(f, model.ByDate, false)
	sample := draw(v, n, seed)
	answers := bufio.NewScanner(a.In)
	var right, wrong, unsure int
	for i, m := range sample {
		if err := a.present(t, m, i+1, len(sample)); err != nil {
			return err
		}
		verdict, line, err := a.verdict(answers, m)
		if err != nil {
			return err
		}
		switch verdict {
		case "y":
			right++
		case "n":
			wrong++
		case "?":
			unsure++
		}
		if verdict == "" {
			break
		}
		if err := s.keep(line); err != nil {
			return err
		}
	}
	out := summed(right, wrong, unsure)
	if v.Len() == 0 {
		out = "there is no meeting to judge\n"
	}
	if _, err := io.WriteString(a.Out, "\n"+out); err != nil {
		return fmt.Errorf("standard output: %w", err)
	}
	return nil
}

// keep writes a verdict, unless it stands there from another audit.
func (s *session) keep(line store.Correction) error {
	if line.Verb == "" || s.book == nil || slices.ContainsFunc(s.book.Lines(), func(c store.Correction) bool { return c.String() == line.String() }) {
		return nil
	}
	_, err := s.write(line)
	return err
}

// summed tells the share of right ones. Those about which nobody could tell do not count.
func summed(right, wrong, unsure int) string {
	n := right + wrong
	if n == 0 {
		return fmt.Sprintf("nothing was judged, %d unsure\n", unsure)
	}
	low, high := model.Interval(right, n)
	out := fmt.Sprintf("%d of %d right, 95 %% interval %.0f–%.0f %%", right, n, 100*low, 100*high)
	if unsure > 0 {
		out += fmt.Sprintf(", %d unsure", unsure)
	}
	return out + "\n"
}

// present prints a meeting with the sentence that each report was read from.
func (a *app) present(t *model.Timeline, m *model.Meeting, i, n int) error {
	var b strings.Builder
	r := a.row(t, m, nil)
	fmt.Fprintf(&b, "\n%d/%d  %s  %s  %s  %s\n", i, n, r.date, r.kind, r.place, r.people)
	for _, x := range m.Reports {
		x = x.Whole()
		sentence := text.Row(evidence.Sentence(x).In(x.Article.Text))
		said := fmt.Sprintf("“%s” (%s, %s, %s)", sentence, text.Row(describe.Outlet(x.Article)), x.Article.Published.Long(), text.Row(x.Article.ID))
		for line := range strings.SplitSeq(wrap(said, a.readWidth()), "\n") {
			b.WriteString("  " + line + "\n")
		}
	}
	if isTerminal(a.In) {
		b.WriteString("right (y), wrong (n), unsure (?)  ")
	}
	if _, err := io.WriteString(a.Out, a.sign(b.String())); err != nil {
		return fmt.Errorf("standard output: %w", err)
	}
	return nil
}

// verdict reads answers until one makes sense: y, n or ?, and the correction
// that keeps it; nothing at the end.
func (a *app) verdict(answers *bufio.Scanner, m *model.Meeting) (string, store.Correction, error) {
	for answers.Scan() {
		word, rest, _ := strings.Cut(strings.TrimSpace(answers.Text()), " ")
		line := store.Correction{Of: store.AddressOf(m), Comment: "audit: " + heard(m)}
		switch strings.ToLower(word) {
		case "y", "yes", "right":
			line.Verb = store.Keep
			return "y", line, nil
		case "?", "unsure":
			return "?", store.Correction{}, nil
		case "q", "quit":
			return "", store.Correction{}, nil
		case "n", "no", "wrong":
			line.Verb = store.Reject
			if rest = strings.TrimSpace(rest); rest != "" {
				verb, value, _ := strings.Cut(rest, " ")
				said, err := store.ParseCorrection(verb + " " + line.Of.String() + " " + value)
				if err != nil {
					a.say(err.Error())
					continue
				}
				said.Comment = line.Comment
				line = said
			}
			return "n", line, nil
		}
		a.say("y, n or ?; entente audit --help tells more")
	}
	if err := answers.Err(); err != nil {
		return "", store.Correction{}, fmt.Errorf("standard input: %w", err)
	}
	return "", store.Correction{}, nil
}

// score reads the paths and scores what was read, without corrections, beside labels.
func (a *app) score(ctx context.Context, file string, paths []string, format string, errs bool) error {
	if len(paths) == 0 {
		return usageError{errors.New("audit --labels needs the folder that the labels are about")}
	}
	h, err := os.Open(file)
	if err != nil {
		return err //nolint:wrapcheck // it says that it opened, and what.
	}
	defer h.Close() //nolint:errcheck // read only.
	labels, err := score.Labels(h)
	if err != nil {
		return fmt.Errorf("%s: %w", text.Row(file), err)
	}
	if len(labels) == 0 {
		return fmt.Errorf("%s: there is no label in it", text.Row(file))
	}
	a.flags.noCorrections = true // it is the reader that is measured
	res, err := a.load(ctx, paths)
	if err != nil || a.code == exitNothing {
		return err
	}
	readings := make([]score.Reading, 0, len(res.Articles))
	for _, x := range res.Articles {
		readings = append(readings, score.ReadingOf(x))
	}
	f := score.Of(labels, readings)
	f.Merging(labels, res.Meetings)
	out := bufio.NewWriter(a.Out)
	if format == "json" {
		err = export.JSON(out, f)
	} else {
		table := lines{}
		for _, r := range f.Rows() {
			table.add(r[0], r[1])
		}
		a.print(out, &table)
	}
	if errs {
		for _, w := range f.Wrong {
			_, _ = fmt.Fprintln(out, text.Row(w.String())) // Flush tells
		}
	}
	if err = errors.Join(err, out.Flush()); err != nil {
		return fmt.Errorf("standard output: %w", err)
	}
	return nil
}
