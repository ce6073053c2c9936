package cli

import (
	"bufio"
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"entente/export"
	"entente/model"
	"entente/store"
	"entente/text"
)

// The words for what is compared with beside a date: what this command told
// last, and what the screen showed when its user last looked for news.
const (
	lastTime = "last"
	looked   = "looked"
)

func (a *app) sinceCommand() *cobra.Command {
	var pick selection
	var keep bool
	format := answerFormat()
	c := &cobra.Command{
		Use:   "since last|looked|DATE [PATH…]",
		Short: "Tell what is new, revised and withdrawn, like a diff",
		Long: `Tell which meetings are new (+), revised (~, with what was told before) and withdrawn (-).

'since last' compares with the last time, and remembers what it has told; --keep does not remember. It is made for cron: where nobody
looks on, it says nothing when there is no news and no fault, and the exit code tells: 4 for news, 1 for what could not be read, 5 for both. What is
skipped, as it holds no article, 'entente doctor' tells. 'since looked' compares with what the screen showed when gn was pressed there last, and remembers
nothing: the screen has a memory of its own, so that news told by mail is news there, too. 'since DATE' compares what all articles tell with what
those published before that day tell, and remembers nothing. A day, a month or a year will do; articles that tell no day of publication count as
old, and how many that are is said beside the news.

` + exitHelp,
		Example: `entente since last ~/articles
entente since 2024-09-01 --with estonia
entente since last ~/articles > news.txt; test -s news.txt && mail -s News me < news.txt`,
		Args: needs("‘last’, ‘looked’ or a date"),
	}
	c.RunE = a.run(func(c *cobra.Command, args []string) error {
		return a.since(c.Context(), args[1:], &pick, args[0], !keep, format.value)
	})
	pick.register(c)
	c.Flags().BoolVar(&keep, "keep", false, "tell the same again the next time")
	c.Flags().Var(format, "format", "what to print: table, jsonl or csv")
	return c
}

// since prints the news. What is told is remembered only where remember says so and when stands for the last time.
func (a *app) since(ctx context.Context, paths []string, pick *selection, when string, remember bool, format string) error {
	day, err := model.ParseDate(when)
	remembered := when == lastTime || when == looked
	if !remembered && (err != nil || day.IsZero()) {
		return usageError{fmt.Errorf("%q is neither ‘last’ nor ‘looked’ nor a date such as 2024-09-01", text.Row(when))}
	}
	f, err := pick.build()
	if err != nil {
		return err
	}
	a.terse = !isTerminal(a.Err)
	res, err := a.load(ctx, paths)
	if err != nil || a.code == exitNothing {
		return err
	}
	now := store.Sights(res.Timeline.Meetings())
	memory := store.OpenSeen(store.NewCollection(paths))
	if when == looked {
		memory = store.OpenLooked(store.NewCollection(paths))
	}
	var was []model.Sight
	known, undated := true, 0
	if remembered {
		var damaged []store.Problem
		if was, damaged, known, err = memory.Last(); err != nil {
			return err
		}
		for _, p := range damaged {
			a.say(p.String())
		}
	} else {
		var old []*model.Meeting
		old, undated = a.before(paths, res.Articles, day)
		was = store.Sights(old)
	}
	if known {
		all := chosen(model.Diff(was, now), f, a.noted(res.Timeline, paths), a.engine().Names)
		if undated > 0 && (len(all) > 0 || !a.terse) {
			a.say(many(undated, "article") + " without a day of publication, taken for old")
		}
		if err := a.news(all, res.Timeline, format); err != nil {
			return err
		}
	} else {
		a.say(map[bool]string{
			true:  "nobody has looked for news on the screen yet: gn does",
			false: "nothing was remembered yet; from now on news is told beside these " + many(len(now), "meeting"),
		}[when == looked])
	}
	if when == lastTime && remember {
		return memory.Remember(now)
	}
	return nil
}

// before is what the articles published before a day tell, corrected as ever.
// An article without a day of its own is none of the new ones; undated is how many there are.
func (a *app) before(paths []string, articles []*model.Article, day model.Date) (meetings []*model.Meeting, undated int) {
	var old []*model.Article
	for _, x := range articles {
		if x.Published.IsZero() {
			undated++
		}
		if model.Compare(x.Published, day.First()) < 0 {
			old = append(old, x.Whole()) // merging looks at the words
		}
	}
	return a.open(paths).correct(a.engine().Merge(old)), undated
}

// chosen leaves the changes of meetings that match the filter, as they are or as they were.
func chosen(all []model.Change, f model.Filter, t *model.Timeline, names model.Names) []model.Change {
	if f.IsZero() {
		return all
	}
	was := make([]*model.Meeting, 0, len(all))
	for _, c := range all {
		if c.Was != nil {
			was = append(was, c.Was)
		}
	}
	then, now := model.NewTimeline(was, nil, names).View(f, model.ByDate, false), t.View(f, model.ByDate, false)
	var out []model.Change
	for _, c := range all {
		matches := false
		if c.Now != nil {
			_, matches = now.Index(c.Now.ID)
		}
		if c.Was != nil && !matches {
			_, matches = then.Index(c.Was.ID)
		}
		if matches {
			out = append(out, c)
		}
	}
	return out
}

// news prints changes and sets the exit code.
func (a *app) news(all []model.Change, t *model.Timeline, format string) error {
	switch {
	case len(all) == 0:
	case a.code == exitPartly:
		a.code = exitMixed
	default:
		a.code = exitNews
	}
	sheet := export.Sheet{Columns: []string{"news", "id", "date", "end", "kind", "status", "participants", "city", "host", "sources", "changes"}}
	for _, c := range all {
		m := c.Meeting()
		people, changes := make([]string, 0, len(m.People)), make([]string, 0, len(c.Fields))
		for _, p := range m.People {
			people = append(people, p.Name)
		}
		for _, f := range c.Fields {
			changes = append(changes, a.change(f))
		}
		sheet.Rows = append(sheet.Rows, []any{
			c.News.String(), m.ID, m.Date.String(), m.End.String(), m.Kind.String(), m.Status.String(), people, m.Place.City, string(m.Place.Host), m.Sources, changes,
		})
	}
	return a.answer(format, &sheet, func(out *bufio.Writer) {
		table := lines{}
		for _, c := range all {
			r := a.row(t, c.Meeting(), nil)
			table.add(c.News.Sign(), r.date, r.kind, a.cut(r.place, maxPlace), r.people)
		}
		var b strings.Builder
		rows := bufio.NewWriter(&b)
		a.print(rows, &table)
		_ = rows.Flush() // into memory
		i := 0
		for line := range strings.Lines(b.String()) {
			_, _ = out.WriteString(line)
			for _, f := range all[i].Fields {
				_, _ = fmt.Fprintf(out, "     %s\n", a.change(f))
			}
			i++
		}
		if len(all) == 0 && isTerminal(a.Out) {
			_, _ = fmt.Fprintln(out, "nothing is new")
		}
	})
}

// change says what a fact was and is.
func (a *app) change(f model.FieldChange) string {
	word := func(s string) string {
		if s == "" {
			return "nothing"
		}
		return text.Row(s)
	}
	return f.Field + ": " + word(f.Was) + a.sign(" → ") + word(f.Now)
}
