package cli

import (
	"context"
	_ "embed"
	"io"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"entente/export"
	"entente/model"
	"entente/text"
)

// Completions are offered out of the collection that the command line names so
// far. A large folder that is in no index yet is not waited for.
const completionPatience = time.Second

//go:embed completion.bash
var quotedWords string

// completeQuoted puts behind the library's completions for bash what completes a word within quotation marks.
func completeQuoted(root *cobra.Command) {
	bash, _, err := root.Find([]string{"completion", "bash"})
	if err != nil || bash.RunE == nil {
		return
	}
	write := bash.RunE
	bash.RunE = func(c *cobra.Command, args []string) error {
		if err := write(c, args); err != nil {
			return err
		}
		_, err := io.WriteString(c.Root().OutOrStdout(), quotedWords)
		return err //nolint:wrapcheck // the caller names the stream.
	}
}

// completeFlags offers names, countries, places and words of the filter where a command asks for them.
func (a *app) completeFlags(c *cobra.Command) {
	for flag, f := range map[string]cobra.CompletionFunc{
		"who":    a.completeValues(model.FieldWho),
		"and":    a.completeValues(model.FieldWho),
		"with":   a.completeValues(model.FieldWith),
		"in":     a.completeValues(model.FieldIn),
		"filter": a.completeFilter,
		"by":     completeList(statNames),
	} {
		if c.Flags().Lookup(flag) != nil {
			_ = c.RegisterFlagCompletionFunc(flag, f) // it fails only for a flag that is not there
		}
	}
	for _, flag := range []string{"format", "theme"} {
		if f := c.Flags().Lookup(flag); f != nil {
			if words, ok := f.Value.(*choice); ok {
				_ = c.RegisterFlagCompletionFunc(flag, completeList(func() []string { return words.words })) // as above
			}
		}
	}
	switch c.Name() {
	case "entente", "list":
		c.ValidArgsFunction = a.completeLine
	case "pair":
		c.ValidArgsFunction = a.completeNames(2, model.FieldWho, model.FieldWith)
	case "since":
		c.ValidArgsFunction = completeFirst(func() []cobra.Completion {
			return []cobra.Completion{
				cobra.CompletionWithDesc(lastTime, "since this command told last"), cobra.CompletionWithDesc(looked, "since gn was pressed on the screen"),
			}
		})
	case "itinerary":
		c.ValidArgsFunction = a.completeNames(1, model.FieldWho)
	case "export":
		c.ValidArgsFunction = completeFirst(func() (out []cobra.Completion) {
			for _, f := range export.Formats() {
				out = append(out, cobra.CompletionWithDesc(f.Name, f.Meaning))
			}
			return out
		})
	}
}

// completeList offers words of a list, of which the last is typed behind a comma.
func completeList(words func() []string) cobra.CompletionFunc {
	return func(_ *cobra.Command, _ []string, line string) ([]cobra.Completion, cobra.ShellCompDirective) {
		typed := text.Name(line)
		before, last := cutAt(typed, strings.LastIndexByte(typed, ',')+1)
		var out []cobra.Completion
		for _, w := range words() {
			if strings.HasPrefix(w, last) {
				out = append(out, before+w)
			}
		}
		return out, cobra.ShellCompDirectiveNoFileComp
	}
}

// completeFirst offers words for the first argument, and files behind it.
func completeFirst(words func() []cobra.Completion) cobra.CompletionFunc {
	return func(_ *cobra.Command, args []string, _ string) ([]cobra.Completion, cobra.ShellCompDirective) {
		if len(args) > 0 {
			return nil, cobra.ShellCompDirectiveDefault
		}
		return words(), cobra.ShellCompDirectiveNoFileComp
	}
}

func cutAt(s string, i int) (before, after string) { return s[:i], s[i:] }

// known reads the collection for a completion: nothing is said, and it is not waited for.
func (a *app) known(ctx context.Context, paths []string) *model.Timeline {
	quiet := &app{Streams: Streams{In: strings.NewReader(""), Out: io.Discard, Err: io.Discard}, engine: a.engine, flags: a.flags}
	ctx, cancel := context.WithTimeout(ctx, completionPatience)
	defer cancel()
	paths = slices.DeleteFunc(slices.Clone(paths), func(p string) bool { return p == "-" })
	res, err := quiet.load(ctx, paths)
	if err != nil || res.Timeline == nil {
		return nil
	}
	return res.Timeline
}

// matching lists the values of fields of which a word begins with what is typed, the most frequent first.
func matching(t *model.Timeline, typed string, fields ...model.Field) []string {
	if t == nil {
		return nil
	}
	want := text.Fold(strings.Trim(typed, `"`))
	var out []string
	all := t.View(model.Filter{}, model.ByDate, false)
	for _, f := range fields {
		for _, c := range all.Tally(f) {
			folded := text.Fold(c.Label)
			if strings.HasPrefix(folded, want) || strings.Contains(folded, " "+want) || text.Fold(c.Key) == want {
				out = append(out, text.Row(c.Label))
			}
		}
	}
	return out
}

// completeValues offers the values of a field. Shells keep only those that begin
// with what is typed, so a surname gives the way that the filter finds it, too.
func (a *app) completeValues(f model.Field) cobra.CompletionFunc {
	return func(c *cobra.Command, args []string, line string) ([]cobra.Completion, cobra.ShellCompDirective) {
		typed := text.Name(line)
		before, last := cutAt(typed, strings.LastIndexByte(typed, ',')+1)
		values := matching(a.known(c.Context(), args), last, f)
		out := make([]cobra.Completion, 0, len(values))
		for _, v := range values {
			word, means := begun(v, last)
			out = append(out, offered(before+word, means))
		}
		return slices.Compact(out), cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveKeepOrder
	}
}

// begun is a value from the word on that is being typed, in the letters that are
// typed: kallas of Kaja Kallas. Where no word begins so, what is typed is the
// value's code: that is offered with the value behind it, for a shell would drop the name alone.
func begun(v, typed string) (word, means string) {
	want := text.Fold(typed)
	for i := range len(v) {
		if (i == 0 || v[i-1] == ' ') && strings.HasPrefix(text.Fold(v[i:]), want) {
			return typed + v[min(len(v), i+len(typed)):], ""
		}
	}
	return typed, v
}

// offered is a completion, with what it means where that does not stand in it.
func offered(word, means string) cobra.Completion {
	if means == "" {
		return word
	}
	return cobra.CompletionWithDesc(word, means)
}

// completeNames offers names for the first arguments, and files behind them.
func (a *app) completeNames(n int, fields ...model.Field) cobra.CompletionFunc {
	return func(c *cobra.Command, args []string, line string) ([]cobra.Completion, cobra.ShellCompDirective) {
		if len(args) >= n {
			return nil, cobra.ShellCompDirectiveDefault
		}
		typed := text.Name(line)
		values := matching(a.known(c.Context(), nil), typed, fields...)
		out := make([]cobra.Completion, 0, len(values))
		for _, v := range values {
			out = append(out, offered(begun(v, typed)))
		}
		return out, cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveKeepOrder
	}
}

// completeFilter offers the words of the filter, and behind one of them its values.
func (a *app) completeFilter(c *cobra.Command, args []string, line string) ([]cobra.Completion, cobra.ShellCompDirective) {
	typed := text.Name(line)
	term := model.LastWord(typed)
	before := strings.TrimSuffix(typed, term)
	sign := ""
	if strings.HasPrefix(term, "-") {
		sign, term = "-", term[1:]
	}
	word, value, valued := strings.Cut(term, ":")
	if !valued {
		var out []cobra.Completion
		for _, w := range model.FilterWords() {
			for _, name := range append([]string{w.Word}, w.Aliases...) {
				if op := strings.TrimPrefix(w.Example, w.Word); strings.HasPrefix(name, word) && op != w.Example {
					out = append(out, cobra.CompletionWithDesc(before+sign+name+op[:1], w.Meaning))
				}
			}
		}
		return out, cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveNoSpace
	}
	head := before + sign + word + ":"
	list, last := cutAt(value, strings.LastIndexByte(value, ',')+1)
	var out []cobra.Completion
	for _, v := range a.filterValues(c, args, word, last) {
		word, means := begun(v, strings.Trim(last, `"`))
		if strings.ContainsAny(word, ` ,`) {
			word = `"` + strings.Trim(word, `"`) + `"`
		}
		out = append(out, offered(head+list+word, means))
	}
	return out, cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveKeepOrder
}

// completeLine offers the words of the filter where the line of a screen's state is typed, else files.
func (a *app) completeLine(c *cobra.Command, args []string, typed string) ([]cobra.Completion, cobra.ShellCompDirective) {
	word, _, _ := strings.Cut(typed, ":")
	word = strings.TrimPrefix(word[strings.LastIndexByte(word, ' ')+1:], "-")
	known := slices.ContainsFunc(model.FilterWords(), func(w model.FilterWord) bool { return w.Word == word || slices.Contains(w.Aliases, word) })
	if _, err := os.Lstat(typed); err == nil || !known { // a path, be it of a drive: C:\articles
		return nil, cobra.ShellCompDirectiveDefault
	}
	return a.completeFilter(c, new(selection).lines(args), typed)
}

// filterValues lists what may stand behind a word of the filter.
func (a *app) filterValues(c *cobra.Command, args []string, word, typed string) []string {
	for _, w := range model.FilterWords() {
		if w.Word != word && !slices.Contains(w.Aliases, word) {
			continue
		}
		if len(w.Values) == 0 {
			return matching(a.known(c.Context(), args), typed, w.Field)
		}
		return slices.DeleteFunc(w.Values, func(v string) bool { return !strings.HasPrefix(v, typed) })
	}
	return nil
}
