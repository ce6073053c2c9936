package cli

import (
	"bytes"
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"entente/export"
	"entente/store"
)

func (a *app) exportCommand() *cobra.Command {
	var pick selection
	var file string
	var with exportOptions
	formats := export.Formats()
	names, lines := make([]string, 0, len(formats)), make([]string, 0, len(formats))
	for _, f := range formats {
		names = append(names, f.Name)
		lines = append(lines, fmt.Sprintf("  %-11s %s", f.Name, f.Meaning))
	}
	c := &cobra.Command{
		Use:   "export FORMAT [PATH…]",
		Short: "Write the meetings for other programs and readers",
		Long: `Write the meetings that the filter leaves, to standard output or with -o to a file:

` + strings.Join(lines, "\n") + `

Markdown and HTML number every quotation and give file, bytes and SHA-256, which 'entente verify' checks.

` + exitHelp,
		Example: `entente export csv --with estonia > estonia.csv
entente export html -o meetings.html ~/articles`,
		Args: needs("a format: " + strings.Join(names, ", ")),
		RunE: a.run(func(c *cobra.Command, args []string) error {
			format, ok := export.ByName(args[0])
			if !ok {
				return usageError{fmt.Errorf("there is no format %q: choose among %s", args[0], strings.Join(names, ", "))}
			}
			return a.export(c.Context(), format, args[1:], &pick, file, with)
		}),
	}
	pick.register(c)
	c.Flags().StringVarP(&file, "output", "o", "", "write to this file")
	c.Flags().BoolVar(&with.rawCSV, "raw-csv", false, "leave cells that a spreadsheet would run as formulas as they are")
	c.Flags().BoolVar(&with.marks, "marks", false, "let your bookmarks, tags and notes go out, too ("+strings.Join(markFormats(), ", ")+")")
	return c
}

// markFormats names the formats that have a place for what the user noted.
func markFormats() []string {
	var out []string
	for _, f := range export.Formats() {
		if f.Marks {
			out = append(out, f.Name)
		}
	}
	return out
}

type exportOptions struct{ rawCSV, marks bool }

func (a *app) export(ctx context.Context, format export.Format, paths []string, pick *selection, file string, with exportOptions) error {
	v, err := a.selected(ctx, paths, pick)
	if err != nil {
		return err
	}
	set := export.Set{Title: heading(paths), Filter: v.Filter.String(), Party: v.Timeline.PartyName, RawCSV: with.rawCSV}
	if with.marks {
		marks, err := store.OpenMarks(store.NewCollection(paths))
		set.Marks = marks.Resolve(v.Timeline)
		for _, s := range markNotes(marks, err) {
			a.say(s)
		}
	}
	for i := range v.Len() {
		set.Meetings = append(set.Meetings, v.At(i))
	}
	if file == "" {
		if err := format.Write(a.Out, &set); err != nil {
			return fmt.Errorf("standard output: %w", err)
		}
		return nil
	}
	var b bytes.Buffer
	if err := format.Write(&b, &set); err != nil {
		return fmt.Errorf("%s: %w", file, err)
	}
	return store.Replace(file, b.Bytes())
}

// heading is the title of an exported chronology.
func heading(paths []string) string {
	if t := title(paths); t != "" {
		return "Meetings in " + t
	}
	return "Meetings in " + collectionName
}
