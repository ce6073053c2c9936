package cli

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"entente/export"
	"entente/model"
)

// topic is a page of help that belongs to no command. Its text comes from the
// tables of what it tells about.
type topic struct {
	name, short string
	text        func(a *app, root *cobra.Command) string
}

var topics = []topic{
	{"filter", "the words by which meetings are chosen", func(*app, *cobra.Command) string { return filterHelp() }},
	{"formats", "what meetings can be written as", func(*app, *cobra.Command) string { return formatHelp() }},
	{"settings", "what can stand in the file of settings", func(_ *app, root *cobra.Command) string { return settingHelp(root) }},
	{"exit", "the exit codes", func(*app, *cobra.Command) string { return strings.ReplaceAll(exitHelp, "\n", " ") + "\n" }},
}

// helpCommand prints the help of a command, or a topic.
func (a *app) helpCommand() *cobra.Command {
	names := make([]string, len(topics))
	rows := make([]string, len(topics))
	for i, t := range topics {
		names[i] = t.name
		rows[i] = fmt.Sprintf("  %-9s %s", t.name, t.short)
	}
	return &cobra.Command{
		Use:               "help [COMMAND|TOPIC]",
		Short:             "Help about any command or topic",
		Long:              "Print the help of a command, or a page about one of these:\n\n" + strings.Join(rows, "\n"),
		ValidArgsFunction: completeHelp,
		RunE:              a.run(func(c *cobra.Command, args []string) error { return a.help(c, args, names) }),
	}
}

func completeHelp(c *cobra.Command, args []string, _ string) ([]cobra.Completion, cobra.ShellCompDirective) {
	var out []cobra.Completion
	if len(args) == 0 {
		for _, t := range topics {
			out = append(out, cobra.CompletionWithDesc(t.name, t.short))
		}
		for _, each := range c.Root().Commands() {
			if each.IsAvailableCommand() {
				out = append(out, cobra.CompletionWithDesc(each.Name(), each.Short))
			}
		}
	}
	return out, cobra.ShellCompDirectiveNoFileComp
}

// help prints a topic or the help of a command.
func (a *app) help(c *cobra.Command, args, names []string) error {
	screen, done := a.pager(c.Context())
	if i := slices.Index(names, strings.Join(args, " ")); i >= 0 {
		for line := range strings.Lines(topics[i].text(a, c.Root())) {
			if _, err := fmt.Fprintln(screen, wrap(strings.TrimSuffix(line, "\n"), a.proseWidth(line))); err != nil {
				return fmt.Errorf("standard output: %w", err)
			}
		}
		return done()
	}
	about, rest, err := c.Root().Find(args)
	if err != nil || len(rest) > 0 {
		said := fmt.Sprintf("there is no command and no topic %q", strings.Join(args, " "))
		if near := nearest(strings.Join(args, " "), append(commandNames(c.Root()), names...)); near != "" {
			said += "; did you mean " + near + "?"
		}
		return usageError{errors.New(said)}
	}
	about.InitDefaultHelpFlag()
	if b, ok := screen.(*bytes.Buffer); ok {
		c.Root().SetOut(b)
	}
	if err := about.Help(); err != nil {
		return fmt.Errorf("help: %w", err)
	}
	return done()
}

// proseWidth is where a line of a topic is broken; a row of a table stays whole.
func (a *app) proseWidth(line string) int {
	if strings.HasPrefix(line, " ") {
		return 0
	}
	return a.readWidth()
}

func commandNames(root *cobra.Command) []string {
	var out []string
	for _, each := range root.Commands() {
		if each.IsAvailableCommand() {
			out = append(out, each.Name())
		}
	}
	return out
}

// filterHelp tells the filter language.
func filterHelp() string {
	var b strings.Builder
	b.WriteString("A filter is one line in which everything combines. It is the same on the screen behind /, for --filter, in saved views and in what yq copies.\n\n")
	for _, w := range append(model.FilterSigns(), model.FilterWords()...) {
		meaning := w.Meaning
		if len(w.Aliases) > 0 {
			meaning += " (also " + strings.Join(w.Aliases, ":, ") + ":)"
		}
		fmt.Fprintf(&b, "  %-20s %s\n", w.Example, meaning)
	}
	b.WriteString(flow(filterRules))
	return b.String()
}

const filterRules = `
All terms must match. Of several values behind one word, with commas between them, one is enough: with:estonia,latvia. A value with a blank in it
stands in quotation marks: who:"Kaja Kallas". A minus in front of a term turns it round.

A value is a name or the beginning of a word in it, and upper case and accents do not matter. Where it is the whole name of somebody, only they
are meant: with:niger is not Nigeria. A date may be a day, a month or a year; either end of a span may be missing: date:2024.. begins in 2024.

--who, --with, --in, --from and --to say the same in flags, and all flags must match, too.
`

func formatHelp() string {
	var b strings.Builder
	b.WriteString("What entente export writes:\n\n")
	for _, f := range export.Formats() {
		fmt.Fprintf(&b, "  %-11s .%-8s %s\n", f.Name, f.Ext, f.Meaning)
	}
	b.WriteString("\nThe commands that answer a question print a table, jsonl or csv with --format.\n")
	return b.String()
}

func settingHelp(root *cobra.Command) string {
	var b strings.Builder
	b.WriteString("Settings stand in entente/" + configName + " below $XDG_CONFIG_HOME (~/.config). They are the defaults of flags:\n\n")
	for _, name := range settings {
		if f := settingOf(root, name); f != nil {
			fmt.Fprintf(&b, "  %-16s %s\n", name, f.Usage)
		}
	}
	b.WriteString("\nentente config shows them with their values.\n")
	return b.String()
}
