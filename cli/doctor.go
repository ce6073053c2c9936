package cli

import (
	"bufio"
	"cmp"
	"context"
	"fmt"
	"slices"
	"strconv"
	"time"

	"github.com/spf13/cobra"

	"entente/export"
	"entente/loader"
	"entente/model"
	"entente/text"
)

// Of what is doubtful, and of what took long, so many are told.
const mostDoubtful = 10

func (a *app) doctorCommand() *cobra.Command {
	var times bool
	format := answerFormat()
	c := &cobra.Command{
		Use:   "doctor [PATH…]",
		Short: "Say how reading went: what was skipped and why, what is odd, what is doubtful",
		Long: `Read every file anew and report: how many articles came from how many files, which files were skipped or failed and why,
which declare one encoding and are written in another, and the ten meetings that were read with the least confidence, with the words
they were read from. --times adds the files that took longest; without it the same files give the same report.

What is skipped holds no article: pictures, programs, links, empty files, scans,
and what is read and looks like a paper about the folder, a README or a licence. That is no fault, so that the exit code is 0; what failed makes it 1.

` + exitHelp,
		Example: `entente doctor ~/articles
entente doctor --times --format jsonl ~/articles`,
		Args: cobra.ArbitraryArgs,
	}
	c.RunE = a.run(func(c *cobra.Command, args []string) error {
		return a.doctor(c.Context(), args, times, format.value)
	})
	c.Flags().BoolVar(&times, "times", false, "also which files took longest")
	c.Flags().Var(format, "format", "what to print: table, jsonl or csv")
	return c
}

func (a *app) doctor(ctx context.Context, paths []string, times bool, format string) error {
	e, s := a.engine(), a.open(paths)
	show, done := a.progress()
	o := loader.Options{Reader: e.Reader(), News: e.News, Decode: a.how, Merge: e.Merge, Correct: s.correct, Names: e.Names, Progress: show}
	begun := time.Now()
	if times {
		o.Clock = time.Now
	}
	res, err := loader.Load(ctx, a.sources(paths), o)
	all := time.Since(begun)
	done()
	if err != nil {
		return fmt.Errorf("doctor: %w", err)
	}
	for _, n := range s.notes() {
		a.say(n)
	}
	a.code = exitCode(&res.Report)
	d := diagnosis{res: &res, doubtful: doubtful(res.Timeline), slow: slowest(res.Report.Times)}
	return a.answer(format, d.sheet(), func(out *bufio.Writer) {
		r := &res.Report
		_, _ = fmt.Fprintf(out, "%s of %s report %s\n", many(len(res.Articles), "article"), many(r.Files, "file"), many(res.Timeline.Len(), "meeting"))
		if times {
			_, _ = fmt.Fprintf(out, "read in %s\n", all.Round(time.Millisecond))
		}
		printNotes(out, "Failed", r.Failed)
		printNotes(out, "Skipped, as no article is in it", r.Skipped)
		for _, name := range r.Empty {
			_, _ = fmt.Fprintf(out, "\n%s is a folder without articles: there is no file in it\n", text.Row(name))
		}
		printNotes(out, "Odd, and read all the same", r.Noticed)
		a.printDoubtful(out, res.Timeline, d.doubtful)
		if len(d.slow) > 0 {
			l := lines{indent: 2, right: map[int]bool{0: true, 1: true}}
			for _, f := range d.slow {
				l.add(f.Took.Round(100*time.Microsecond).String(), many(f.Articles, "article"), text.Row(f.Path))
			}
			_, _ = fmt.Fprintf(out, "\nTook longest\n")
			a.print(out, &l)
		}
	})
}

// printNotes prints what became of files, gathered by the reason; of each the first few.
func printNotes(out *bufio.Writer, title string, all []loader.Note) {
	if len(all) == 0 {
		return
	}
	const few = 5
	_, _ = fmt.Fprintf(out, "\n%s: %d\n", title, len(all))
	count := map[string]int{}
	for _, n := range all {
		if count[n.Reason]++; count[n.Reason] <= few {
			_, _ = fmt.Fprintf(out, "  %s\n", text.Row(n.String()))
		}
	}
	told := map[string]bool{}
	for _, n := range all {
		if more := count[n.Reason] - few; more > 0 && !told[n.Reason] {
			told[n.Reason] = true
			_, _ = fmt.Fprintf(out, "  %d more %s\n", more, text.Row(n.Reason))
		}
	}
}

func (a *app) printDoubtful(out *bufio.Writer, t *model.Timeline, all []*model.Meeting) {
	if len(all) == 0 {
		return
	}
	_, _ = fmt.Fprintf(out, "\nRead with the least confidence\n")
	for _, m := range all {
		id, quote := readFrom(m)
		_, _ = fmt.Fprintf(out, "  %2.0f %%  %s  %s %s  %s  %s\n",
			100*m.Confidence, a.dates(m.Date, m.End), a.glyph(m.Status), m.Kind, a.place(t, m), text.Row(people(m)))
		if quote != "" {
			_, _ = fmt.Fprintf(out, "        %s: %s\n", text.Row(id), a.sign("“")+text.Row(quote)+a.sign("”"))
		}
	}
}

// doubtful lists the meetings that are told with the least confidence, the least first.
func doubtful(t *model.Timeline) []*model.Meeting {
	all := make([]*model.Meeting, t.Len())
	for i := range all {
		all[i] = t.At(int32(i))
	}
	slices.SortStableFunc(all, func(x, y *model.Meeting) int {
		return cmp.Or(cmp.Compare(x.Confidence, y.Confidence), cmp.Compare(x.ID, y.ID))
	})
	return all[:min(len(all), mostDoubtful)]
}

// readFrom is the article that leads a meeting, and the sentence of it that tells of the meeting.
func readFrom(m *model.Meeting) (id, quote string) {
	if len(m.Reports) == 0 {
		return "", ""
	}
	r := m.Reports[0].Whole()
	body := r.Article.Whole().Text
	for _, field := range []string{"kind", "people", "date"} {
		if e, ok := r.Find(field); ok && e.In(body) != "" {
			return r.Article.ID, export.Sentence(body, e.Span)
		}
	}
	return r.Article.ID, ""
}

func slowest(all []loader.FileTime) []loader.FileTime {
	all = slices.Clone(all)
	slices.SortStableFunc(all, func(x, y loader.FileTime) int { return cmp.Compare(y.Took, x.Took) })
	return all[:min(len(all), mostDoubtful)]
}

// diagnosis is what doctor has found.
type diagnosis struct {
	res      *loader.Result
	doubtful []*model.Meeting
	slow     []loader.FileTime
}

// sheet has one row for each finding: what it is, the file or article, what is
// to be said of it, and a number of articles, meetings, hundredths or milliseconds.
func (d *diagnosis) sheet() *export.Sheet {
	s := &export.Sheet{Columns: []string{"what", "path", "says", "number", "meeting"}}
	add := func(what, path, says string, number int, meeting string) {
		s.Rows = append(s.Rows, []any{what, text.Row(path), text.Row(says), number, meeting})
	}
	r := &d.res.Report
	add("files", "", "", r.Files, "")
	add("articles", "", "", len(d.res.Articles), "")
	add("meetings", "", "", d.res.Timeline.Len(), "")
	for _, n := range r.Failed {
		add("failed", n.Path, n.Reason, 0, "")
	}
	for _, n := range r.Skipped {
		add("skipped", n.Path, n.Reason, 0, "")
	}
	for _, p := range r.Empty {
		add("empty", p, "is a folder without articles", 0, "")
	}
	for _, n := range r.Noticed {
		add("odd", n.Path, n.Reason, 0, "")
	}
	for _, m := range d.doubtful {
		id, quote := readFrom(m)
		add("doubtful", id, quote, int(100*m.Confidence+0.5), m.ID)
	}
	for _, f := range d.slow {
		add("slow", f.Path, strconv.Itoa(f.Articles)+" articles", int(f.Took.Milliseconds()), "")
	}
	return s
}
